//! A list as separated text (RFC 4180, UTF-8 with the mark Excel needs). Deliberately absent: reading it.

use std::fmt::Write;

use super::{ListCell, ListTable, looks_like_formula, without_controls};

/// The mark that tells Excel the text is UTF-8.
const MARK: &str = "\u{feff}";

/// The table as separated text. A text that a spreadsheet would take for a formula gets an apostrophe in front, which makes
/// it a text in Excel, WPS and LibreOffice; numbers and days are written as such.
pub fn write_csv(table: &ListTable) -> Vec<u8> {
    let mut text = String::from(MARK);
    line(&mut text, table.columns.iter().map(|one| harmless(&one.head)));
    for row in &table.rows {
        line(&mut text, row.iter().map(cell));
    }
    text.into_bytes()
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        quoted(text, &cell);
    }
    text.push_str("\r\n");
}

fn quoted(text: &mut String, cell: &str) {
    // A space at either end is lost by some readers unless it is within quotes.
    let needs = cell.contains([',', ';', '"', '\r', '\n', '\t']) || cell.starts_with(' ') || cell.ends_with(' ');
    if needs {
        let _ = write!(text, "\"{}\"", cell.replace('"', "\"\""));
    } else {
        text.push_str(cell);
    }
}

fn cell(cell: &ListCell) -> String {
    match cell {
        ListCell::Blank => String::new(),
        ListCell::Text(text) => harmless(text),
        ListCell::Whole(number) => number.to_string(),
        ListCell::Number(number) => number.to_string(),
        ListCell::Day(day) => day.to_string(),
    }
}

fn harmless(text: &str) -> String {
    let text = without_controls(text);
    if looks_like_formula(&text) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at once")]

    use domain::{DataClass, Day};

    use super::*;
    use crate::list::ListColumn;

    fn written(cells: &[ListCell]) -> String {
        let columns = cells.iter().map(|_| ListColumn { head: "样例".into(), class: DataClass::P0 }).collect();
        let table = ListTable { title: String::new(), columns, rows: vec![cells.to_vec()] };
        let text = String::from_utf8(write_csv(&table)).unwrap();
        text.strip_prefix('\u{feff}').unwrap().split_once("\r\n").unwrap().1.trim_end_matches("\r\n").to_owned()
    }

    #[test]
    fn nothing_typed_becomes_a_formula_and_numbers_stay_numbers() {
        let text = |text: &str| ListCell::text(text);
        assert_eq!(written(&[text("=HYPERLINK(\"x\",1)")]), "\"'=HYPERLINK(\"\"x\"\",1)\"");
        assert_eq!(written(&[text("+86 138 0000 0000"), text("-2"), text("@x")]), "'+86 138 0000 0000,'-2,'@x");
        assert_eq!(written(&[text("\t=1"), text("\r=1")]), "\"'\t=1\",\"'\r=1\"");
        let day = Day::from_ymd_opt(2026, 11, 20);
        assert_eq!(
            written(&[ListCell::Whole(-2), ListCell::Number(0.5), ListCell::day(day), ListCell::Blank]),
            "-2,0.5,2026-11-20,"
        );
    }

    #[test]
    fn line_ends_quotes_and_separators_stay_in_their_cell() {
        assert_eq!(written(&[ListCell::text("甲,乙\n\"丙\""), ListCell::text(" 丁")]), "\"甲,乙\n\"\"丙\"\"\",\" 丁\"");
        assert_eq!(written(&[ListCell::text("样\u{0}例\u{7}一")]), "样例一");
    }
}
