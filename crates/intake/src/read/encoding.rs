//! From bytes to text: byte order marks, UTF-8, UTF-16, and what Chinese Excel writes (GBK).

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use crate::IntakeError;

/// Share of undecodable or control characters above which bytes are no text, as one in so many.
const ONE_BAD_IN: usize = 200;

/// Text and the WHATWG name of the encoding it was in.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, &'static str), IntakeError> {
    let encoding = detect(bytes);
    let (text, encoding, _) = encoding.decode(bytes);
    let bad = text.chars().filter(|one| *one == '\u{FFFD}' || is_binary(*one)).count();
    if text.contains('\0') || bad * ONE_BAD_IN > text.chars().count() {
        return Err(IntakeError::NotASpreadsheet);
    }
    Ok((text.into_owned(), encoding.name()))
}

/// Text of a JSON file: UTF-8, or UTF-16 with a mark.
pub(super) fn decode_unicode(bytes: &[u8]) -> Result<String, IntakeError> {
    let encoding = Encoding::for_bom(bytes).map_or(UTF_8, |(one, _)| one);
    let (text, _, broken) = encoding.decode(bytes);
    if broken { Err(IntakeError::UnknownFormat) } else { Ok(text.into_owned()) }
}

fn is_binary(one: char) -> bool {
    one.is_control() && !matches!(one, '\t' | '\r' | '\n' | '\x0B' | '\x0C' | '\x1A')
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return marked;
    }
    if let Some(wide) = unmarked_utf16(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { guess(bytes) }
}

/// UTF-16, marked or not.
pub(crate) fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let marked = Encoding::for_bom(bytes).map(|one| one.0);
    marked.filter(|one| *one != UTF_8).or_else(|| unmarked_utf16(bytes))
}

/// What bytes that are no UTF-8 are most likely to be.
pub(crate) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    // GB18030 contains GBK. A short Chinese list can look like a Western page; a clean GB reading wins then.
    if guess == GBK || guess == GB18030 || (guess != BIG5 && clean_chinese(bytes)) { GB18030 } else { guess }
}

/// Every second byte of the sample is zero: ASCII separators in UTF-16 without a mark.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|one| **one == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let needed = sample.len() / 16 + 1;
    // 一 is 4E00: a zero on the other side now and then.
    if odd >= needed && even * 8 < odd {
        Some(UTF_16LE)
    } else if even >= needed && odd * 8 < even {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn clean_chinese(bytes: &[u8]) -> bool {
    let (text, broken) = GB18030.decode_without_bom_handling(bytes);
    let (mut wide, mut han) = (0usize, 0usize);
    for one in text.chars().filter(|one| !one.is_ascii()) {
        wide += 1;
        han += usize::from(('\u{4E00}'..='\u{9FFF}').contains(&one) || ('\u{3000}'..='\u{303F}').contains(&one));
    }
    !broken && wide > 0 && han * 10 >= wide * 8
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "姓名,部门,职务\n林采薇,市场部,客户经理\n";

    #[test]
    fn the_encodings_of_chinese_excel() {
        let (gbk, _, _) = GBK.encode(LIST);
        assert_eq!(decode(&gbk), Ok((LIST.to_string(), "gb18030")));
        assert_eq!(decode(LIST.as_bytes()), Ok((LIST.to_string(), "UTF-8")));
        let marked = [b"\xEF\xBB\xBF".as_slice(), LIST.as_bytes()].concat();
        assert_eq!(decode(&marked), Ok((LIST.to_string(), "UTF-8")));
        let wide: Vec<u8> = LIST.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&[b"\xFF\xFE".as_slice(), &wide].concat()), Ok((LIST.to_string(), "UTF-16LE")));
        assert_eq!(decode(&wide), Ok((LIST.to_string(), "UTF-16LE")));
        let wide: Vec<u8> = LIST.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&[b"\xFE\xFF".as_slice(), &wide].concat()), Ok((LIST.to_string(), "UTF-16BE")));
    }

    #[test]
    fn two_names_are_enough_for_gbk() {
        let (gbk, _, _) = GBK.encode("姓名\n彭越\n");
        assert_eq!(decode(&gbk).map(|it| it.0), Ok("姓名\n彭越\n".to_string()));
    }

    #[test]
    fn bytes_are_no_text() {
        let noise: Vec<u8> = (0..4000u32).map(|n| (n * 7919 % 251) as u8).collect();
        assert_eq!(decode(&noise), Err(IntakeError::NotASpreadsheet));
    }
}
