//! What counts as the same letter: case, width and accents are nothing to a search, and a traditional character is the simple one it
//! is written as elsewhere. Deliberately absent: meaning; a character with a use of its own (乾, 於) is left alone.

use std::sync::OnceLock;

const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

/// For each character the simple one it is searched as; 0: itself.
fn simple(c: char) -> char {
    static TABLE: OnceLock<Vec<u16>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut all = vec![0; (LAST - FIRST + 1) as usize];
        let lines = include_str!("traditional.txt").lines().filter(|one| !one.starts_with('#'));
        for pair in lines.flat_map(|line| line.split(' ')) {
            let mut both = pair.chars();
            if let (Some(from), Some(to)) = (both.next(), both.next())
                && let Some(place) = (from as u32).checked_sub(FIRST).and_then(|at| all.get_mut(at as usize))
            {
                *place = to as u16;
            }
        }
        all
    });
    let found = (c as u32).checked_sub(FIRST).and_then(|at| table.get(at as usize)).filter(|one| **one > 0);
    found.and_then(|one| char::from_u32(u32::from(*one))).unwrap_or(c)
}

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
        return simple(small);
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
        assert_eq!("萬俟單國樑 乾於".chars().map(plain).collect::<String>(), "万俟单国梁 乾於");
        assert!(is_han(glyph('曾')) && is_han(glyph('𠮷')) && !is_han(glyph('a')) && is_wordy(glyph('é')));
    }
}
