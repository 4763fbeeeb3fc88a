//! The interchange of a whole workspace: one JSON text with format, version and every record.
//!
//! Owns: the envelope, reading with exact places for faults, writing in stable order. Deliberately absent: choosing
//! which records to send, and merging them with what is there.

mod check;
mod place;

use domain::{Picture, Snapshot};
use serde::{Deserialize, Serialize};

use crate::{IntakeError, JsonFault};

/// Value of `format`.
pub const FORMAT: &str = "dianke-workspace";
/// Value of `version`; raised when a reader of the former version would misread.
pub const VERSION: u64 = 1;

/// The whole file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Interchange {
    /// Always `dianke-workspace`.
    pub format: String,
    /// 1.
    pub version: u64,
    /// Records by kind; a kind without records may be left out. Every record may carry an external `ref`.
    pub records: Snapshot,
    /// The bytes of the photographs among the records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Picture>,
}

/// Just enough to tell whose file it is, wherever the two fields stand.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    version: Option<u64>,
}

/// Reads the text of an interchange file.
///
/// # Errors
/// [`IntakeError::UnknownFormat`], [`IntakeError::NewerVersion`], or [`IntakeError::InvalidRecord`] with the place.
pub fn read(text: &str) -> Result<Interchange, IntakeError> {
    let head: Head = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => IntakeError::UnknownFormat,
        _ => at(&error, ".".into(), JsonFault::Syntax),
    })?;
    if head.format.as_deref() != Some(FORMAT) {
        return Err(IntakeError::UnknownFormat);
    }
    match head.version {
        Some(VERSION) => {}
        Some(found) if found > VERSION => return Err(IntakeError::NewerVersion { found, known: VERSION }),
        _ => return Err(IntakeError::UnknownFormat),
    }
    let mut source = serde_json::Deserializer::from_str(text);
    let whole: Interchange = serde_path_to_error::deserialize(&mut source).map_err(|error| place::refusal(&error))?;
    check::check(&whole.records)?;
    check::pictures(&whole.records, &whole.pictures)?;
    Ok(whole)
}

/// Writes records and the bytes of their photographs as an interchange file: indented, kinds and fields in the order of the schema, records in the order
/// given, one line break at the end. The same records give the same bytes.
pub fn write(records: &Snapshot, pictures: &[Picture]) -> String {
    /// Borrows what [`Interchange`] owns.
    #[derive(Serialize)]
    struct Written<'a> {
        format: &'a str,
        version: u64,
        records: &'a Snapshot,
        #[serde(skip_serializing_if = "<[Picture]>::is_empty")]
        pictures: &'a [Picture],
    }
    let mut text = serde_json::to_string_pretty(&Written { format: FORMAT, version: VERSION, records, pictures })
        .expect("records have string keys only and writing to memory does not fail");
    text.push('\n');
    text
}

fn at(error: &serde_json::Error, path: String, fault: JsonFault) -> IntakeError {
    IntakeError::InvalidRecord { path, line: error.line() as u64, column: error.column() as u64, fault }
}
