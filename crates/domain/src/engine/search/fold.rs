//! What counts as the same letter: case, width and accents are nothing to a search. Deliberately absent: meaning, and the
//! folding of traditional characters, for which a person has another name in the records.

/// Accented letters and what is typed in their place.
const FOLDED: &[(&str, char)] = &[
    ("àáâãäåāăąǎ", 'a'),
    ("çćĉċč", 'c'),
    ("ďđð", 'd'),
    ("èéêëēĕėęě", 'e'),
    ("ĝğġģ", 'g'),
    ("ĥħ", 'h'),
    ("ìíîïĩīĭįıǐ", 'i'),
    ("ĵ", 'j'),
    ("ķ", 'k'),
    ("ĺļľŀł", 'l'),
    ("ñńņňǹ", 'n'),
    ("òóôõöøōŏőǒ", 'o'),
    ("ŕŗř", 'r'),
    ("śŝşšß", 's'),
    ("ţťŧ", 't'),
    ("ùúûüũūŭůűųǔǖǘǚǜ", 'u'),
    ("ŵ", 'w'),
    ("ýÿŷ", 'y'),
    ("źżž", 'z'),
];

/// The character as searches see it; one for one, so that positions stay.
pub fn plain(c: char) -> char {
    let narrow = match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        other => other,
    };
    if narrow.is_ascii() {
        return narrow.to_ascii_lowercase();
    }
    let small = narrow.to_lowercase().next().unwrap_or(narrow);
    if small as u32 >= 0x2000 {
        return small;
    }
    FOLDED.iter().find(|(all, _)| all.contains(small)).map_or(small, |(_, to)| *to)
}

/// A folded character in two bytes. Rare characters beyond the first plane share the private places.
pub(super) type Glyph = u16;

pub(super) fn glyph(c: char) -> Glyph {
    let code = plain(c) as u32;
    u16::try_from(code).unwrap_or(0xe000 + (code % 0x1900) as u16)
}

pub(super) fn glyphs(text: &str) -> Vec<Glyph> {
    text.chars().map(glyph).collect()
}

/// A Chinese character, and not a letter, figure or sign.
pub(super) fn is_han(one: Glyph) -> bool {
    matches!(one, 0x3400..=0x9fff | 0xe000..=0xfaff)
}

/// A letter or figure of words.
pub(super) fn is_wordy(one: Glyph) -> bool {
    !is_han(one) && char::from_u32(u32::from(one)).is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_width_and_accents_are_nothing() {
        let folded: String = "ＺＨ Müller Łódź Šimić 曾".chars().map(plain).collect();
        assert_eq!(folded, "zh muller lodz simic 曾");
        assert!(is_han(glyph('曾')) && is_han(glyph('𠮷')) && !is_han(glyph('a')) && is_wordy(glyph('é')));
    }
}
