//! Which format a file has, by its content. The extension is never asked: exports from web systems lie about it.

use crate::IntakeError;

/// Formats with a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Zip,
    Json,
    /// Business cards.
    Cards,
    Text,
}

/// OLE compound file: old Excel, or the wrapper of an encrypted workbook.
const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// What web systems write into `.xls`, and documents that are no table.
const FOREIGN_TEXT: [&[u8]; 6] = [b"<!doctype", b"<html", b"<?xml", b"<table", b"{\\rtf", b"%pdf"];

pub(super) fn sniff(bytes: &[u8]) -> Result<Kind, IntakeError> {
    if bytes.is_empty() {
        return Err(IntakeError::Empty);
    }
    if bytes.starts_with(&OLE) {
        return Err(ole_refusal(bytes));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    // An interchange file that an editor has saved as UTF-16.
    if bytes.starts_with(b"\xFF\xFE{\0") || bytes.starts_with(b"\xFE\xFF\0{") {
        return Ok(Kind::Json);
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let head: Vec<u8> = text.iter().take(16).map(u8::to_ascii_lowercase).collect();
    if FOREIGN_TEXT.iter().any(|mark| head.starts_with(mark)) {
        return Err(IntakeError::NotASpreadsheet);
    }
    // Wide text is looked at without the zeros between its letters.
    let narrow: Vec<u8> =
        bytes.iter().take(200).filter(|one| one.is_ascii() && **one != 0).map(u8::to_ascii_lowercase).collect();
    let narrow = narrow.trim_ascii_start();
    if narrow.starts_with(b"begin:vcalendar") {
        return Err(IntakeError::Calendar);
    }
    Ok(match looks_like_json(text) {
        true => Kind::Json,
        false if narrow.starts_with(b"begin:vcard") => Kind::Cards,
        false => Kind::Text,
    })
}

/// An opening brace, then a key, the end, or nothing: separated text never starts so.
fn looks_like_json(text: &[u8]) -> bool {
    let Some(inside) = text.strip_prefix(b"{") else { return false };
    matches!(inside.trim_ascii_start().first(), None | Some(b'"' | b'}'))
}

/// Names in an OLE directory are UTF-16LE; the one that is there tells what the container wraps.
fn ole_refusal(bytes: &[u8]) -> IntakeError {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        IntakeError::Encrypted
    } else if has("Workbook") || has("Book") {
        IntakeError::UnsupportedOldExcel
    } else {
        IntakeError::NotASpreadsheet
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        assert_eq!(sniff(b"PK\x03\x04rest"), Ok(Kind::Zip));
        assert_eq!(sniff(b"\xEF\xBB\xBF { \"format\": 1}"), Ok(Kind::Json));
        assert_eq!(sniff("姓名,部门".as_bytes()), Ok(Kind::Text));
        assert_eq!(sniff(b"<script>,x"), Ok(Kind::Text));
        assert_eq!(sniff(b"  <HTML><table>"), Err(IntakeError::NotASpreadsheet));
        assert_eq!(sniff(b"%PDF-1.7"), Err(IntakeError::NotASpreadsheet));
        assert_eq!(sniff(b""), Err(IntakeError::Empty));
        let mut old = OLE.to_vec();
        old.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(sniff(&old), Err(IntakeError::UnsupportedOldExcel));
    }
}
