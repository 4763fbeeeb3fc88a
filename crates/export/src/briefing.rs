//! The internal briefing on paper: a briefing in, a paper in words out.
//!
//! Owns: words and blocks of the internal edition. Deliberately absent: choosing content (`domain::engine::brief`),
//! anything authored, and how a format prints it ([`crate::paper`]).

mod compose;
mod cover;
mod parts;
mod people;
mod plan;
mod sections;
mod sheet;
mod words;

pub use crate::paper::Job;
pub(crate) use compose::furniture_words;
pub use compose::internal_paper;
pub use parts::{
    ChainPart, ChainRow, DietRow, DiningPart, FindingRow, HostColumn, HostPart, HostRow, MatterPart, MatterRow,
    QuestionRow,
};
pub use people::{CommonRow, FactRow, GuestRow, GuestsPart, MeetingRow, Position, Post, Profile, Seen};
pub use sheet::{BlockRow, BriefingSheet, Cover, GateRow, Heading, Portrait, RiskRow, Value, word_briefing};
pub use words::reason_text;
pub(crate) use words::{clean, kebab, long_day};

use crate::paper::{Paper, write_pdf};
use crate::{ExportError, world::Typeset};

/// Writes the internal briefing as PDF. Same paper and job: same bytes.
///
/// # Errors
/// [`ExportError::NoGuests`] when nobody is invited; [`ExportError::Typeset`] for a fault in the template.
pub fn write_briefing(paper: &Paper, job: &Job) -> Result<Vec<u8>, ExportError> {
    typeset_briefing(paper, job).map(|done| done.pdf)
}

/// [`write_briefing`] with page count and the typesetter's warnings.
///
/// # Errors
/// As [`write_briefing`].
pub fn typeset_briefing(paper: &Paper, job: &Job) -> Result<Typeset, ExportError> {
    let listed = paper.sections.iter().find(|one| one.id == "s4").is_some_and(|one| !one.blocks.is_empty());
    if listed { write_pdf(paper, job) } else { Err(ExportError::NoGuests) }
}
