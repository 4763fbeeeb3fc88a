//! Content lines, as calendars and business cards share them: physical lines, folds, and what stands before the value.
//! Deliberately absent: what any line means, and how its bytes become text.

use std::io::BufRead;

/// Bytes cut into physical lines without their ends; old programs end lines with a lone carriage return.
pub(crate) struct Lines<'a> {
    /// The next line and what comes behind it.
    upcoming: Option<(&'a [u8], Option<&'a [u8]>)>,
    end: u8,
}

impl<'a> Lines<'a> {
    pub fn of(bytes: &'a [u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
        Self { upcoming: Some(split(bytes, end)), end }
    }

    /// The next physical line.
    pub fn physical(&mut self) -> Option<&'a [u8]> {
        let (line, rest) = self.upcoming.take()?;
        self.upcoming = rest.map(|rest| split(rest, self.end));
        Some(line)
    }

    /// The line that [`Lines::physical`] would give.
    pub fn ahead(&self) -> Option<&'a [u8]> {
        self.upcoming.map(|one| one.0)
    }

    /// What the next line adds to the one before, if it is a fold of it.
    pub fn fold(&mut self) -> Option<&'a [u8]> {
        let line = self.ahead()?;
        let more = line.strip_prefix(b" ").or_else(|| line.strip_prefix(b"\t"))?;
        self.physical();
        Some(more)
    }
}

/// The first line and the rest, if there is an end between them.
fn split(bytes: &[u8], end: u8) -> (&[u8], Option<&[u8]>) {
    let mut rest = bytes;
    // Reading from memory does not fail.
    let taken = rest.skip_until(end).unwrap_or(bytes.len());
    let line = &bytes[..taken];
    let (line, rest) = match line.strip_suffix(&[end]) {
        Some(line) => (line, Some(rest)),
        None => (line, None),
    };
    let long = line.iter().rposition(|one| *one != b'\r').map_or(0, |at| at + 1);
    (&line[..long], rest)
}

/// What stands before the value: `group.NAME;KEY=value;BARE`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// `item1` before the name, lower case.
    pub group: Option<String>,
    /// In capitals.
    pub name: String,
    /// Keys in capitals; a bare one has no key.
    pub params: Vec<(String, String)>,
}

impl Head {
    /// Parts a line; `None`: it has no name or no value.
    pub fn split(line: &[u8]) -> Option<(Self, &[u8])> {
        let (mut parts, mut from, mut quoted) = (Vec::new(), 0, false);
        for (at, one) in line.iter().enumerate() {
            match one {
                b'"' => quoted = !quoted,
                b';' | b':' if !quoted => {
                    parts.push(&line[from..at]);
                    from = at + 1;
                    if *one == b':' {
                        return Self::of(&parts).map(|head| (head, &line[from..]));
                    }
                }
                _ => {}
            }
        }
        None
    }

    fn of(parts: &[&[u8]]) -> Option<Self> {
        let (name, params) = parts.split_first()?;
        let name = std::str::from_utf8(name).ok()?.trim().to_ascii_uppercase();
        let (group, name) = match name.rsplit_once('.') {
            Some((group, name)) => (Some(group.to_ascii_lowercase()), name.to_owned()),
            None => (None, name),
        };
        if name.is_empty() || !name.chars().all(|one| one.is_ascii_alphanumeric() || matches!(one, '-' | '_')) {
            return None;
        }
        let param = |part: &&[u8]| {
            let part = String::from_utf8_lossy(part);
            let (key, text) = part.split_once('=').unwrap_or(("", &part));
            (key.trim().to_ascii_uppercase(), text.trim().trim_matches('"').to_owned())
        };
        Some(Self { group, name, params: params.iter().take(32).map(param).collect() })
    }

    pub fn param(&self, key: &str) -> Option<&str> {
        self.params.iter().find(|one| one.0 == key).map(|one| one.1.as_str())
    }
}

/// Escapes resolved; `line` stands for a line end inside the text.
pub(crate) fn unescaped(text: &str, line: char) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(one) = chars.next() {
        match one {
            '\\' => match chars.next() {
                Some('n' | 'N') => plain.push(line),
                Some(other) => plain.push(other),
                None => {}
            },
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_every_way_and_folds_are_seen() {
        let mut lines = Lines::of(b"\xEF\xBB\xBFA:1\r\n  2\r\n\t3\nB:4\r\r\n\n");
        assert_eq!((lines.physical(), lines.fold()), (Some(b"A:1".as_slice()), Some(b" 2".as_slice())));
        assert_eq!((lines.fold(), lines.fold()), (Some(b"3".as_slice()), None));
        assert_eq!((lines.ahead(), lines.physical()), (Some(b"B:4".as_slice()), Some(b"B:4".as_slice())));
        assert_eq!(
            (lines.physical(), lines.physical(), lines.physical()),
            (Some(b"".as_slice()), Some(b"".as_slice()), None)
        );
        let mut old = Lines::of(b"A:1\rB:2");
        assert_eq!(
            (old.physical(), old.physical(), old.physical()),
            (Some(b"A:1".as_slice()), Some(b"B:2".as_slice()), None)
        );
    }

    #[test]
    fn heads_have_a_group_a_name_and_parameters() {
        let (head, value) = Head::split(b"item1.tel;TYPE=\"a:b;c\";cell;X=:+1;2").unwrap();
        assert_eq!((head.group.as_deref(), head.name.as_str(), value), (Some("item1"), "TEL", b"+1;2".as_slice()));
        let param = |key: &str, text: &str| (key.to_owned(), text.to_owned());
        assert_eq!(head.params, [param("TYPE", "a:b;c"), param("", "cell"), param("X", "")]);
        for line in ["no value", ":x", "坏:x", "A;B=\"open:x", "A B:x", ""] {
            assert_eq!(Head::split(line.as_bytes()), None, "{line}");
        }
        assert_eq!(unescaped("a\\, b\\nc\\\\\\", ' '), "a, b c\\");
    }
}
