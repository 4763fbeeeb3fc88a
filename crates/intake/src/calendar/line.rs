//! Content lines: unfolded, split into name, parameters and value. Deliberately absent: what any of them means.

/// The longest line kept, in bytes; the rest of it is dropped. Descriptions of meetings carry whole mails.
const LONGEST: usize = 16 * 1024;

/// Lines of a calendar, folded ones joined again.
pub(super) struct Lines<'a> {
    rest: std::iter::Peekable<std::str::Split<'a, char>>,
    /// Lines that were too long and lost their end.
    pub cut: u32,
}

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self { rest: text.split('\n').peekable(), cut: 0 }
    }

    /// The next line without its folds, control characters and line end.
    pub fn next(&mut self) -> Option<String> {
        let mut line = String::new();
        let mut cut = push(&mut line, self.rest.next()?);
        while let Some(more) = self.rest.next_if(|one| one.starts_with([' ', '\t'])) {
            cut |= push(&mut line, &more[1..]);
        }
        self.cut += u32::from(cut);
        Some(line)
    }
}

/// Adds a piece; `true`: it did not fit.
fn push(line: &mut String, piece: &str) -> bool {
    for one in piece.chars().filter(|one| !one.is_control() || *one == '\t') {
        if line.len() >= LONGEST {
            return true;
        }
        line.push(one);
    }
    false
}

/// `NAME;PARAMETER=value:value`.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Property {
    /// In capitals.
    pub name: String,
    pub params: Vec<(String, String)>,
    pub value: String,
}

impl Property {
    /// `None`: the line has no name or no value.
    pub fn parse(line: &str) -> Option<Self> {
        let mut parts = Vec::new();
        let (mut from, mut quoted, mut value) = (0, false, None);
        for (at, one) in line.char_indices() {
            match one {
                '"' => quoted = !quoted,
                ';' if !quoted => {
                    parts.push(&line[from..at]);
                    from = at + 1;
                }
                ':' if !quoted => {
                    parts.push(&line[from..at]);
                    value = Some(line[at + 1..].trim().to_owned());
                    break;
                }
                _ => {}
            }
        }
        let value = value?;
        let mut parts = parts.into_iter();
        let name = parts.next()?.trim().to_ascii_uppercase();
        // Some programs put a group before the name: `item1.TEL`.
        let name = name.rsplit('.').next().unwrap_or_default().to_owned();
        if name.is_empty() || !name.chars().all(|one| one.is_ascii_alphanumeric() || one == '-') {
            return None;
        }
        let param = |part: &str| {
            let (key, text) = part.split_once('=')?;
            Some((key.trim().to_ascii_uppercase(), text.trim().trim_matches('"').to_owned()))
        };
        Some(Self { name, params: parts.filter_map(param).take(32).collect(), value })
    }

    pub fn is(&self, name: &str, value: &str) -> bool {
        self.name == name && self.value.eq_ignore_ascii_case(value)
    }

    pub fn param(&self, key: &str) -> Option<&str> {
        self.params.iter().find(|one| one.0 == key).map(|one| one.1.as_str())
    }

    /// The value as text: escapes resolved, on one line.
    pub fn text(&self) -> String {
        let mut plain = String::with_capacity(self.value.len());
        let mut chars = self.value.chars();
        while let Some(one) = chars.next() {
            match one {
                '\\' => match chars.next() {
                    Some('n' | 'N') => plain.push(' '),
                    Some(other) => plain.push(other),
                    None => {}
                },
                other => plain.push(other),
            }
        }
        plain.trim().to_owned()
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
            (one.name.as_str(), one.param("CN"), one.value.as_str()),
            ("ATTENDEE", Some("A; B: C"), "mailto:a@example.com")
        );
        assert_eq!(Property::parse("SUMMARY:a\\, b\\nc\\\\").unwrap().text(), "a, b c\\");
        assert_eq!((Property::parse("no value"), Property::parse(":x"), Property::parse("坏:x")), (None, None, None));
        assert_eq!(Property::parse("A;B=\"open:x"), None);
    }

    #[test]
    fn an_endless_line_is_cut() {
        let text = format!("SUMMARY:{}", "长".repeat(LONGEST));
        let mut lines = Lines::of(&text);
        let line = lines.next().unwrap();
        assert!(line.len() <= LONGEST + 4 && lines.cut == 1);
    }
}
