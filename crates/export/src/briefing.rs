//! The internal briefing on paper: a worded sheet in, a PDF out.
//!
//! Owns: the templates and the job of one copy. Deliberately absent: choosing content (`domain::engine::brief`) and
//! anything authored. Values reach the typesetter as JSON, never as markup.

mod cover;
mod labels;
mod parts;
mod people;
mod sheet;
mod words;

pub use crate::paper::Job;
pub use labels::LABELS;
pub use parts::{
    ChainPart, ChainRow, DietRow, DiningPart, FindingRow, HostColumn, HostPart, HostRow, MatterPart, MatterRow,
    QuestionRow,
};
pub use people::{CommonRow, FactRow, GuestRow, GuestsPart, MeetingRow, Position, Post, Profile, Seen};
pub use sheet::{BlockRow, BriefingSheet, Cover, GateRow, Heading, Portrait, RiskRow, Value, word_briefing};
pub use words::reason_text;

use crate::{ExportError, compile_pdf, typeset, world::Typeset};
use domain::{Code, Lang};

const MAIN: &str = include_str!("../templates/briefing.typ");
const TEMPLATES: [(&str, &str); 2] =
    [("theme.typ", include_str!("../templates/theme.typ")), ("parts.typ", include_str!("../templates/parts.typ"))];

/// Writes the internal briefing as PDF. Same sheet, language and job: same bytes.
///
/// # Errors
/// [`ExportError::NoGuests`] when nobody is invited; [`ExportError::Typeset`] for a fault in the template.
pub fn write_briefing(sheet: &BriefingSheet, lang: Lang, job: &Job) -> Result<Vec<u8>, ExportError> {
    let files = desk(sheet, lang, job)?;
    compile_pdf(MAIN, &files)
}

/// [`write_briefing`] with page count and the typesetter's warnings.
///
/// # Errors
/// As [`write_briefing`].
pub fn typeset_briefing(sheet: &BriefingSheet, lang: Lang, job: &Job) -> Result<Typeset, ExportError> {
    let files = desk(sheet, lang, job)?;
    typeset(MAIN, &files)
}

fn desk(sheet: &BriefingSheet, lang: Lang, job: &Job) -> Result<Vec<(&'static str, Vec<u8>)>, ExportError> {
    if sheet.guests.rows.is_empty() {
        return Err(ExportError::NoGuests);
    }
    let encode = |fault: serde_json::Error| ExportError::Encode(fault.to_string());
    let mut files: Vec<_> = TEMPLATES.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())).collect();
    files.push(("sheet.json", serde_json::to_vec(sheet).map_err(encode)?));
    let job = serde_json::json!({ "lang": lang.code(), "job": job });
    files.push(("job.json", serde_json::to_vec(&job).map_err(encode)?));
    Ok(files)
}
