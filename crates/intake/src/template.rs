//! A user's own deck as a template: what the child hands over, and asking it. Owns: the struct and its way over the
//! process border. Deliberately absent: parsing (the child's) and writing slides (the export's).

use std::path::Path;
use std::sync::atomic::AtomicBool;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::child::{Answer, Want};
use crate::{IntakeError, Limits, parent};

/// Master, layouts, theme and pictures of a deck, cleaned and renamed: nothing in it acts, embeds or leads outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Parts by name (`ppt/slideMasters/slideMaster1.xml`), their `.rels` parts among them.
    #[serde(serialize_with = "packed", deserialize_with = "unpacked")]
    pub parts: Vec<(String, Vec<u8>)>,
    /// Content type of each part but the `.rels`.
    pub content_types: Vec<(String, String)>,
    pub master: String,
    /// Id of the master in a presentation; none of its layouts has it.
    pub master_id: u32,
    /// The layout that suits a map best: title only, else blank.
    pub layout: String,
    pub theme: String,
    /// Size of a slide in EMU (914,400 to the inch).
    pub width: i64,
    pub height: i64,
    /// The layout has a title to fill.
    pub titled: bool,
    /// East Asian face of the theme, if it names one.
    pub east_asian: Option<String>,
}

/// Reads a deck as a template in a child process made of `exe` (the host's own executable).
///
/// # Errors
/// [`IntakeError::TemplateNotAPresentation`], [`IntakeError::TemplateDamaged`], [`IntakeError::TemplateMacros`],
/// [`IntakeError::TemplateEncrypted`], [`IntakeError::TemplateTooBig`], [`IntakeError::TemplateZipBomb`], or a refusal
/// of any file ([`IntakeError::Unreadable`], [`IntakeError::TimedOut`] …).
pub fn read_template(exe: &Path, file: &Path, limits: &Limits) -> Result<Template, IntakeError> {
    let answer = parent::ask(exe, file, Want::Template, limits, &AtomicBool::new(false));
    match answer.map_err(of_template)? {
        Answer::Template(template) => Ok(*template),
        Answer::Refused(error) => Err(of_template(error)),
        Answer::Done(_) | Answer::Calendar(_) => Err(IntakeError::Crashed),
    }
}

/// The refusals of any file in the words of templates.
fn of_template(error: IntakeError) -> IntakeError {
    match error {
        IntakeError::Damaged => IntakeError::TemplateDamaged,
        IntakeError::Encrypted => IntakeError::TemplateEncrypted,
        IntakeError::TooBig { limit_mb } => IntakeError::TemplateTooBig { limit_mb },
        IntakeError::ZipBomb => IntakeError::TemplateZipBomb,
        other => other,
    }
}

/// Bytes as hexadecimal digits: JSON lists of numbers are twice as long and slow to read.
fn packed<S: Serializer>(parts: &[(String, Vec<u8>)], out: S) -> Result<S::Ok, S::Error> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = |bytes: &[u8]| -> String {
        bytes.iter().flat_map(|one| [one >> 4, one & 15]).map(|half| char::from(DIGITS[usize::from(half)])).collect()
    };
    out.collect_seq(parts.iter().map(|(name, bytes)| (name, digits(bytes))))
}

fn unpacked<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<(String, Vec<u8>)>, D::Error> {
    let parts: Vec<(String, String)> = Vec::deserialize(input)?;
    let half = |one: u8| char::from(one).to_digit(16).and_then(|one| u8::try_from(one).ok());
    let bytes = |text: &str| -> Option<Vec<u8>> {
        text.as_bytes().chunks(2).map(|pair| Some(half(*pair.first()?)? << 4 | half(*pair.get(1)?)?)).collect()
    };
    let part = |(name, text): (String, String)| bytes(&text).map(|bytes| (name, bytes));
    parts.into_iter().map(part).collect::<Option<_>>().ok_or_else(|| serde::de::Error::custom("odd digits"))
}
