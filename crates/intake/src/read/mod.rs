//! Parsing, inside the child only: look at the first bytes, then hand to the reader of that format.

mod container;
mod deck;
pub(crate) mod encoding;
pub(crate) mod picture;
mod segment;
mod separated;
mod sniff;
pub(crate) mod sum;
pub(crate) mod told;
mod tree;
mod xlsx;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::read::sniff::{Kind, sniff};
use crate::{Foreign, IntakeError, Limits, Template, interchange, vcard};

/// Reads the file whole (bounded) and parses it by what it is.
pub(crate) fn read(path: &Path, limits: &Limits) -> Result<Foreign, IntakeError> {
    read_bytes(load(path, limits.file_bytes.max(limits.json_bytes).max(limits.card_bytes))?, limits)
}

/// Parses bytes by what they are.
pub(crate) fn read_bytes(bytes: Vec<u8>, limits: &Limits) -> Result<Foreign, IntakeError> {
    let kind = sniff(&bytes)?;
    let limit = match kind {
        Kind::Json => limits.json_bytes,
        Kind::Cards => limits.card_bytes,
        Kind::Zip | Kind::Text => limits.file_bytes,
    };
    if bytes.len() as u64 > limit {
        return Err(file_too_big(limit));
    }
    match kind {
        Kind::Zip => xlsx::read(bytes, limits).map(Foreign::Table),
        Kind::Json => {
            interchange::read(&encoding::decode_unicode(&bytes)?).map(|it| Foreign::Interchange(Box::new(it)))
        }
        Kind::Cards => vcard::read(&bytes, limits).map(Foreign::Table),
        Kind::Text => separated::read(&bytes, limits).map(Foreign::Table),
    }
}

/// Reads a deck whole (bounded) and keeps what a template needs.
pub(crate) fn read_template(path: &Path, limits: &Limits) -> Result<Template, IntakeError> {
    deck::read(load(path, limits.file_bytes)?, limits)
}

fn load(path: &Path, limit: u64) -> Result<Vec<u8>, IntakeError> {
    let meta = std::fs::metadata(path).map_err(|_| IntakeError::Unreadable)?;
    // A pipe or a device may never end.
    if !meta.is_file() {
        return Err(IntakeError::Unreadable);
    }
    if meta.len() > limit {
        return Err(file_too_big(limit));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
    let file = File::open(path).map_err(|_| IntakeError::Unreadable)?;
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| IntakeError::Unreadable)?;
    if bytes.len() as u64 > limit { Err(file_too_big(limit)) } else { Ok(bytes) }
}

fn file_too_big(limit: u64) -> IntakeError {
    IntakeError::TooBig { limit_mb: limit / (1024 * 1024) }
}
