//! Lines of a calendar as text: folded ones joined, cut where they are endless, parted into name, parameters and value.
//! Deliberately absent: what any of them means.

use crate::line::{self, Head, unescaped};

/// The longest line kept, in bytes; the rest of it is dropped. Descriptions of meetings carry whole mails.
const LONGEST: usize = 16 * 1024;

/// Lines of a calendar, folded ones joined again.
pub(super) struct Lines<'a> {
    rest: line::Lines<'a>,
    /// Lines that were too long and lost their end.
    pub cut: u32,
}

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { rest: line::Lines::of(text.as_bytes()), cut: 0 }
    }

    /// The next line without its folds, control characters and line end.
    pub fn next(&mut self) -> Option<String> {
        let mut line = Vec::new();
        let mut cut = push(&mut line, self.rest.physical()?);
        while let Some(more) = self.rest.fold() {
            cut |= push(&mut line, more);
        }
        self.cut += u32::from(cut);
        // Folds may part a character: it is whole again here, but for one that the cut has parted.
        let text = String::from_utf8_lossy(&line);
        Some(text.chars().filter(|one| (!one.is_control() && *one != '\u{FFFD}') || *one == '\t').collect())
    }
}

/// Adds a piece; `true`: it did not fit.
fn push(line: &mut Vec<u8>, piece: &[u8]) -> bool {
    let room = LONGEST - line.len();
    line.extend_from_slice(&piece[..piece.len().min(room)]);
    piece.len() > room
}

/// `NAME;PARAMETER=value:value`.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Property {
    head: Head,
    pub value: String,
}

impl Property {
    /// `None`: the line has no name or no value.
    pub fn parse(line: &str) -> Option<Self> {
        let (head, value) = Head::split(line.as_bytes())?;
        Some(Self { head, value: std::str::from_utf8(value).ok()?.trim().to_owned() })
    }

    /// In capitals.
    pub fn name(&self) -> &str {
        &self.head.name
    }

    pub fn is(&self, name: &str, value: &str) -> bool {
        self.head.name == name && self.value.eq_ignore_ascii_case(value)
    }

    pub fn param(&self, key: &str) -> Option<&str> {
        self.head.param(key)
    }

    /// The value as text: escapes resolved, on one line.
    pub fn text(&self) -> String {
        unescaped(&self.value, ' ').trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_are_joined_and_quotes_keep_their_signs() {
        let mut lines = Lines::of("\u{feff}SUMMARY:样\r\n 例\r\n\tX\r\nEND:VEVENT\n");
        assert_eq!(lines.next().as_deref(), Some("SUMMARY:样例X"));
        assert_eq!(lines.next().as_deref(), Some("END:VEVENT"));
        let one = Property::parse("ATTENDEE;CN=\"A; B: C\";ROLE=X:mailto:a@example.com").unwrap();
        assert_eq!(
            (one.name(), one.param("CN"), one.value.as_str()),
            ("ATTENDEE", Some("A; B: C"), "mailto:a@example.com")
        );
        assert_eq!(Property::parse("SUMMARY:a\\, b\\nc\\\\").unwrap().text(), "a, b c\\");
        assert_eq!((Property::parse("no value"), Property::parse(":x"), Property::parse("坏:x")), (None, None, None));
    }

    #[test]
    fn an_endless_line_is_cut() {
        let text = format!("SUMMARY:{}", "长".repeat(LONGEST));
        let mut lines = Lines::of(&text);
        let line = lines.next().unwrap();
        assert!(line.len() <= LONGEST && line.ends_with('长') && lines.cut == 1);
    }
}
