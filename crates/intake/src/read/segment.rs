//! The parts of a JPEG file, walked without decoding: whether it ends where it should, and whether it holds more than a
//! picture. Deliberately absent: what the parts say.

/// What the walk found.
pub(super) struct Parts {
    /// Nothing but what a decoder needs: no application part other than the plain head, no comment.
    pub plain: bool,
    /// Bytes up to and with the end of the picture.
    pub end: usize,
}

const START: u8 = 0xD8;
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;
const HEAD: u8 = 0xE0;

/// Walks from the start to the end of the picture; `None` when the bytes stop before.
pub(super) fn whole(bytes: &[u8]) -> Option<Parts> {
    if bytes.get(..2)? != [0xFF, START] {
        return None;
    }
    let (mut at, mut plain) = (2, true);
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        let sign = *bytes.get(at + 1)?;
        match sign {
            // Any number of these may stand before a sign.
            0xFF => at += 1,
            END => return Some(Parts { plain, end: at + 2 }),
            0x01 | 0xD0..=0xD7 => at += 2,
            _ => {
                plain &= !matches!(sign, 0xE0..=0xEF | 0xFE)
                    || sign == HEAD && bytes.get(at + 2..at + 18).is_some_and(is_plain_head);
                let length = u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]);
                at += 2 + usize::from(length.max(2));
                if sign == SCAN {
                    at = after_scan(bytes, at)?;
                }
            }
        }
    }
}

/// The head of a picture without a small copy of itself.
fn is_plain_head(part: &[u8]) -> bool {
    part.starts_with(b"\x00\x10JFIF\0") && part.get(14..16) == Some(&[0, 0])
}

/// Where the next part begins after the coded pixels: at a sign that is neither a stuffed byte nor a restart.
fn after_scan(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let ends = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xD0..=0xD7 | 0xFF);
    rest.windows(2).position(ends).map(|at| from + at)
}
