//! One property of a card: its lines put together again, its bytes turned into text. Owns: folds, soft breaks of
//! quoted-printable, pictures written over many lines, encodings. Deliberately absent: what a property means.

use std::borrow::Cow;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use encoding_rs::Encoding;

use crate::line::{Head, Lines, unescaped};

/// The longest property that is no picture, in bytes; more of it is dropped.
const LONGEST: usize = 256 * 1024;
/// The longest head that is looked for over folds, in bytes.
const LONGEST_HEAD: usize = 1024;
/// Programs forget the padding, or leave bits behind.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// How the bytes of a value are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Plain,
    QuotedPrintable,
    Base64,
}

/// A property with its value as it stands in the file.
#[derive(Debug)]
pub(super) struct Property<'a> {
    head: Head,
    value: Cow<'a, [u8]>,
    coding: Coding,
    /// The end of the value was dropped.
    pub cut: bool,
}

/// What comes next.
#[derive(Debug)]
pub(super) enum Next<'a> {
    Property(Property<'a>),
    /// No property: rubbish, or the rest of a note that somebody wrote with bare line ends.
    Loose(Cow<'a, [u8]>),
}

/// Reads what comes next, at most `most` bytes of a picture. `None`: the end.
pub(super) fn next<'a>(lines: &mut Lines<'a>, most: usize) -> Option<Next<'a>> {
    let mut line = Cow::Borrowed(lines.physical()?);
    // Long parameters may be folded before the colon.
    while line.len() < LONGEST_HEAD
        && Head::split(&line).is_none()
        && let Some(more) = lines.fold()
    {
        line.to_mut().extend_from_slice(more);
    }
    let Some((head, value)) = Head::split(&line) else { return Some(Next::Loose(line)) };
    let at = line.len() - value.len();
    let mut value = match line {
        Cow::Borrowed(line) => Cow::Borrowed(&line[at..]),
        Cow::Owned(mut line) => Cow::Owned(line.split_off(at)),
    };
    let coding = coding(&head);
    let most = if coding == Coding::Base64 || head.name == "PHOTO" { most } else { LONGEST };
    let cut = match coding {
        Coding::Plain => folds(&mut value, lines, most),
        Coding::QuotedPrintable => soft_breaks(&mut value, lines, most),
        Coding::Base64 => picture_lines(&mut value, lines, most),
    };
    if cut && coding == Coding::Plain {
        // The cut may have parted a character.
        let whole = value.iter().rposition(|one| one & 0xC0 != 0x80).unwrap_or(0);
        value.to_mut().truncate(whole);
    }
    Some(Next::Property(Property { head, value, coding, cut }))
}

/// 2.1 says `ENCODING=BASE64` or `BASE64` alone, 3.0 `ENCODING=b`.
fn coding(head: &Head) -> Coding {
    // Some programs write the letter alone, but a letter alone may also be a kind.
    let picture = matches!(head.name.as_str(), "PHOTO" | "LOGO" | "SOUND" | "KEY");
    let said = |words: [&str; 2]| {
        head.params.iter().any(|(key, text)| {
            (key == "ENCODING" || key.is_empty() && (text.len() > 1 || picture))
                && words.iter().any(|one| one.eq_ignore_ascii_case(text))
        })
    };
    if said(["QUOTED-PRINTABLE", "Q"]) {
        Coding::QuotedPrintable
    } else if said(["BASE64", "B"]) {
        Coding::Base64
    } else {
        Coding::Plain
    }
}

/// Adds a piece; `true`: it did not fit.
fn push(value: &mut Cow<'_, [u8]>, piece: &[u8], most: usize) -> bool {
    let room = most.saturating_sub(value.len());
    value.to_mut().extend_from_slice(&piece[..piece.len().min(room)]);
    piece.len() > room
}

fn folds(value: &mut Cow<'_, [u8]>, lines: &mut Lines<'_>, most: usize) -> bool {
    let mut cut = false;
    while let Some(more) = lines.fold() {
        cut |= push(value, more, most);
    }
    cut
}

/// While the text ends with a soft break, the next line belongs to it, whatever it begins with. Some programs fold on
/// top of that: then every further line begins with a blank that is none of the text.
fn soft_breaks(value: &mut Cow<'_, [u8]>, lines: &mut Lines<'_>, most: usize) -> bool {
    let mut more: Vec<&[u8]> = Vec::new();
    let mut open = is_open(value);
    while open && let Some(line) = lines.ahead().filter(|one| !is_frame(one)) {
        lines.physical();
        open = is_open(line);
        more.push(line);
    }
    let blank = |line: &&[u8]| line.starts_with(b" ") || line.starts_with(b"\t");
    let coded = |line: &&[u8]| line.get(1) == Some(&b'=');
    let folded = more.iter().all(blank) && (more.len() > 1 || more.iter().all(coded));
    let mut cut = false;
    for line in more {
        let kept = value.trim_ascii_end().strip_suffix(b"=").map_or(value.len(), <[u8]>::len);
        value.to_mut().truncate(kept);
        cut |= push(value, if folded { &line[1..] } else { line }, most);
    }
    cut | folds(value, lines, most)
}

fn is_open(line: &[u8]) -> bool {
    line.trim_ascii_end().ends_with(b"=")
}

/// The begin or the end of a card, which no text runs over.
fn is_frame(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    line.eq_ignore_ascii_case(b"END:VCARD") || line.eq_ignore_ascii_case(b"BEGIN:VCARD")
}

/// Pictures go on over folds, and in old cards over bare lines too, up to a blank one.
fn picture_lines(value: &mut Cow<'_, [u8]>, lines: &mut Lines<'_>, most: usize) -> bool {
    let digits = |line: &[u8]| line.iter().all(|one| one.is_ascii_alphanumeric() || b"+/= \t".contains(one));
    let folded = |line: &[u8]| line.starts_with(b" ") || line.starts_with(b"\t");
    let mut cut = false;
    while let Some(line) = lines.ahead().filter(|one| !one.trim_ascii().is_empty() && (folded(one) || digits(one))) {
        lines.physical();
        cut |= push(value, line.trim_ascii(), most);
    }
    cut
}

impl Property<'_> {
    /// In capitals.
    pub fn name(&self) -> &str {
        &self.head.name
    }

    pub fn group(&self) -> Option<&str> {
        self.head.group.as_deref()
    }

    pub fn param(&self, key: &str) -> Option<&str> {
        self.head.param(key)
    }

    /// Kinds in capitals, from `TYPE=work,voice`, `TYPE=work;TYPE=voice` and `WORK;VOICE` alike.
    pub fn types(&self) -> Vec<String> {
        let kinds = self.head.params.iter().filter(|(key, _)| key.is_empty() || key == "TYPE");
        kinds.flat_map(|(_, text)| text.split(',')).map(|one| one.trim_matches('"').to_ascii_uppercase()).collect()
    }

    /// Which of several is the main one: `PREF=1`, `TYPE=pref`, `PREF`.
    pub fn is_preferred(&self) -> bool {
        self.param("PREF") == Some("1") || self.types().iter().any(|one| one == "PREF")
    }

    pub fn is_blank(&self) -> bool {
        self.value.trim_ascii().is_empty()
    }

    /// Whether the value is this word.
    pub fn says(&self, word: &str) -> bool {
        self.value.trim_ascii().eq_ignore_ascii_case(word.as_bytes())
    }

    /// Bytes that are text in an encoding nobody has named.
    pub fn unnamed(&self) -> Option<Cow<'_, [u8]>> {
        if self.coding == Coding::Base64 || self.charset().is_some() {
            return None;
        }
        let bytes = self.decoded(&self.value);
        std::str::from_utf8(&bytes).is_err().then_some(bytes)
    }

    /// The value as text; `guess` is the encoding of what names none and is no UTF-8.
    pub fn text(&self, guess: &'static Encoding) -> String {
        unescaped(&self.plain(&self.value, guess), '\n').trim().to_owned()
    }

    /// The parts of a value of several: `surname;given;…`.
    pub fn parts(&self, guess: &'static Encoding) -> Vec<String> {
        let clean = |text: &str| unescaped(text, '\n').trim().to_owned();
        if self.coding == Coding::QuotedPrintable {
            // What is coded is content: only bare semicolons part.
            let raw = self.value.iter().enumerate();
            let ends =
                raw.filter(|(at, one)| **one == b';' && (*at == 0 || self.value[at - 1] != b'\\')).map(|one| one.0);
            let ends: Vec<usize> = ends.chain([self.value.len()]).collect();
            let starts = std::iter::once(0).chain(ends.iter().map(|one| one + 1));
            return starts.zip(&ends).map(|(from, to)| clean(&self.plain(&self.value[from..*to], guess))).collect();
        }
        let text = self.plain(&self.value, guess);
        let (mut parts, mut from, mut escaped) = (Vec::new(), 0, false);
        for (at, one) in text.char_indices() {
            if one == ';' && !escaped {
                parts.push(clean(&text[from..at]));
                from = at + 1;
            }
            escaped = one == '\\' && !escaped;
        }
        parts.push(clean(&text[from..]));
        parts
    }

    /// The bytes of a picture, where the value is one; `None`: it is not written as one.
    pub fn picture(&self) -> Option<Vec<u8>> {
        let value = match self.coding {
            Coding::Base64 => &self.value[..],
            _ => self.inline()?,
        };
        let digits: Vec<u8> = value.iter().copied().filter(|one| !one.is_ascii_whitespace()).collect();
        // Broken base64 is no picture: whoever looks at the bytes will say so.
        Some(LENIENT.decode(digits).unwrap_or_default())
    }

    /// `data:image/jpeg;base64,…`, or base64 that nobody has called so.
    fn inline(&self) -> Option<&[u8]> {
        let value = self.value.trim_ascii();
        if value.get(..5).is_some_and(|one| one.eq_ignore_ascii_case(b"data:")) {
            let head = &value[..value.len().min(200)];
            let at = head.iter().position(|one| *one == b',')?;
            return Some(&value[at + 1..]);
        }
        let starts: [&[u8]; 3] = [b"/9j/", b"iVBOR", b"UklGR"];
        starts.iter().any(|one| value.starts_with(one)).then_some(value)
    }

    /// The encoding it names, if there is one of that name.
    pub fn charset(&self) -> Option<&'static Encoding> {
        Encoding::for_label(self.param("CHARSET")?.as_bytes())
    }

    fn decoded<'b>(&self, raw: &'b [u8]) -> Cow<'b, [u8]> {
        if self.coding == Coding::QuotedPrintable { Cow::Owned(unquoted(raw)) } else { Cow::Borrowed(raw) }
    }

    /// What the program says, if it holds; else UTF-8, if it is; else the guess.
    fn plain(&self, raw: &[u8], guess: &'static Encoding) -> String {
        let bytes = self.decoded(raw);
        let said = self.charset().and_then(|one| one.decode_without_bom_handling_and_without_replacement(&bytes));
        let text = said.map(Cow::into_owned).or_else(|| std::str::from_utf8(&bytes).ok().map(str::to_owned));
        text.unwrap_or_else(|| guess.decode_without_bom_handling(&bytes).0.into_owned())
    }
}

/// Quoted-printable; signs that are none stay as they are, soft breaks inside a joined line go.
fn unquoted(raw: &[u8]) -> Vec<u8> {
    let digit =
        |at: usize| raw.get(at).and_then(|one| char::from(*one).to_digit(16)).and_then(|one| u8::try_from(one).ok());
    let mut bytes = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(one) = raw.get(at) {
        match (one, digit(at + 1), digit(at + 2)) {
            (b'=', Some(high), Some(low)) => {
                bytes.push(high << 4 | low);
                at += 3;
            }
            (b'=', ..) if matches!(raw.get(at + 1), None | Some(b'=')) => at += 1,
            _ => {
                bytes.push(*one);
                at += 1;
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::GB18030;

    fn first(text: &[u8]) -> Property<'_> {
        match next(&mut Lines::of(text), 1_000) {
            Some(Next::Property(one)) => one,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn soft_breaks_fold_or_not() {
        for text in [
            "NOTE;ENCODING=QUOTED-PRINTABLE:=E5=BD=AD=\r\n=E8=B6=8A=0D=0A=\r\nok\r\nTEL:1",
            "NOTE;CHARSET=UTF-8;QUOTED-PRINTABLE:=E5=BD=AD=\n =E8=B6=\n =8A=0D=0A=\n ok\nTEL:1",
            "NOTE;ENCODING=q:=E5=BD=AD=E8=B6=8A=0D=0A\n ok\nTEL:1",
        ] {
            assert_eq!(first(text.as_bytes()).text(GB18030), "彭越\r\nok", "{text}");
        }
        assert_eq!(first(b"NOTE;ENCODING=QUOTED-PRINTABLE:that is=\r\n long\r\n").text(GB18030), "that is long");
        assert_eq!(first(b"NOTE;ENCODING=QUOTED-PRINTABLE:open =\r\nEND:VCARD\r\n").text(GB18030), "open");
        assert_eq!(first(b"NOTE;ENCODING=QUOTED-PRINTABLE:1 = 1 =zz").text(GB18030), "1 = 1 =zz");
    }

    #[test]
    fn parts_are_parted_where_the_program_meant_it() {
        assert_eq!(first("N:彭;越\\;一;;".as_bytes()).parts(GB18030), ["彭", "越;一", "", ""]);
        assert_eq!(first(b"N;ENCODING=QUOTED-PRINTABLE:=E5=BD=AD;a=3Bb;c\\;d").parts(GB18030), ["彭", "a;b", "c;d"]);
        assert_eq!(first(b"ORG:a\\\\;b").parts(GB18030), ["a\\", "b"]);
    }

    #[test]
    fn encodings_said_wrongly_said_and_unsaid() {
        assert_eq!(first(b"FN;CHARSET=GBK:\xC5\xED\xD4\xBD").text(GB18030), "彭越");
        assert_eq!(first(b"FN;CHARSET=UTF-8:\xC5\xED\xD4\xBD").text(GB18030), "彭越");
        assert_eq!(first(b"FN;ENCODING=QUOTED-PRINTABLE:=C5=ED=D4=BD").text(GB18030), "彭越");
        assert_eq!(first("FN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=E5=BD=AD".as_bytes()).unnamed(), None);
        assert!(first(b"FN:\xC5\xED\xD4\xBD").unnamed().is_some());
    }

    #[test]
    fn pictures_of_all_versions() {
        for text in [
            "PHOTO;ENCODING=BASE64;TYPE=JPEG:AAEC\r\n AwQF\r\n\r\nTEL:1",
            "PHOTO;BASE64;JPEG:\r\n AAEC\r\n AwQF\r\n\r\nTEL:1",
            "PHOTO;ENCODING=b;TYPE=JPEG:AAEC\r\nAwQF\r\nTEL:1",
            "PHOTO;JPEG;B:\r\n AAEC\r\n AwQF\r\nTEL:1",
            "PHOTO:data:image/jpeg;base64,AAEC\r\n AwQF\r\nTEL:1",
        ] {
            assert_eq!(first(text.as_bytes()).picture(), Some(vec![0, 1, 2, 3, 4, 5]), "{text}");
        }
        assert_eq!(first(b"PHOTO;VALUE=uri:http://example.com/a.jpg").picture(), None);
        assert_eq!(first(b"PHOTO;ENCODING=b:!!!!").picture(), Some(vec![]));
        let long = format!("PHOTO;ENCODING=b:{}\r\n {}\r\n", "A".repeat(600), "A".repeat(600));
        assert!(first(long.as_bytes()).cut);
    }
}
