//! Containers (ZIP): checked by their directory before anything is unpacked. Owns: the limits on entries, sizes and
//! density. Deliberately absent: what the entries mean.

use std::io::{Cursor, Read};

use crate::{IntakeError, Limits};

/// A checked container.
pub(super) type Container = zip::ZipArchive<Cursor<Vec<u8>>>;

/// Looks at the directory only; nothing is unpacked. `see` gets every name, lower case, with `/` between folders.
pub(super) fn open(bytes: Vec<u8>, limits: &Limits, mut see: impl FnMut(&str)) -> Result<Container, IntakeError> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| IntakeError::Damaged)?;
    if zip.len() as u64 > limits.entries {
        return Err(IntakeError::ZipBomb);
    }
    let mut total = 0u64;
    for at in 0..zip.len() {
        let entry = zip.by_index_raw(at).map_err(|_| IntakeError::Damaged)?;
        if entry.encrypted() {
            return Err(IntakeError::Encrypted);
        }
        let (packed, unpacked) = (entry.compressed_size(), entry.size());
        total = total.saturating_add(unpacked);
        let dense = unpacked >= limits.ratio_from_bytes && unpacked / packed.max(1) > limits.ratio;
        if dense || total > limits.unpacked_bytes {
            return Err(IntakeError::ZipBomb);
        }
        see(&entry.name().replace('\\', "/").to_ascii_lowercase());
    }
    Ok(zip)
}

/// Unpacks one entry; one that holds more than its directory says is a bomb. `None`: there is no such entry.
pub(super) fn unpack(zip: &mut Container, name: &str) -> Result<Option<Vec<u8>>, IntakeError> {
    let Ok(entry) = zip.by_name(name) else { return Ok(None) };
    let size = entry.size();
    let mut bytes = Vec::new();
    entry.take(size + 1).read_to_end(&mut bytes).map_err(|_| IntakeError::Damaged)?;
    if bytes.len() as u64 > size { Err(IntakeError::ZipBomb) } else { Ok(Some(bytes)) }
}
