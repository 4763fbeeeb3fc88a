//! Separated text: comma, semicolon, tab or bar; quotes over several lines; row numbers as Excel would show them.

use csv::{ReaderBuilder, StringRecord};

use crate::read::encoding;
use crate::read::sum::{Collect, put};
use crate::{IntakeError, Limits, Sheet, Table, TextEncoding};

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Records looked at to choose the separator.
const SAMPLE: usize = 40;
/// Bytes looked at: one record may be the whole file.
const SAMPLE_BYTES: usize = 256 * 1024;

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Table, IntakeError> {
    let (text, name) = encoding::decode(bytes)?;
    let text = text.trim_end_matches('\x1A');
    if text.trim().is_empty() {
        return Err(IntakeError::Empty);
    }
    let (said, body) = said_separator(text);
    let separator = said.unwrap_or_else(|| choose(body));
    let sheet = rows(body, separator, u32::from(said.is_some()), limits)?;
    if sheet.rows.is_empty() {
        return Err(IntakeError::Empty);
    }
    let encoding = TextEncoding { name: name.to_string(), separator: char::from(separator) };
    Ok(Table { sheets: vec![sheet], encoding: Some(encoding), cards: None })
}

/// `sep=;` in the first line, as Excel writes and obeys it; the line is row 1 of the file.
fn said_separator(text: &str) -> (Option<u8>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = first.trim_end_matches('\r').strip_prefix("sep=");
    match said.map(str::as_bytes) {
        Some([one]) if one.is_ascii() => (Some(*one), rest),
        _ => (None, text),
    }
}

/// The separator that cuts the most records into the same number of cells; the comma if none cuts at all.
fn choose(text: &str) -> u8 {
    let mut long = text.len().min(SAMPLE_BYTES);
    while !text.is_char_boundary(long) {
        long -= 1;
    }
    let text = &text[..long];
    let score = |separator: u8| {
        let mut widths: Vec<usize> =
            records(text, separator).take(SAMPLE).flatten().map(|one| one.len()).filter(|width| *width > 1).collect();
        widths.sort_unstable();
        let same = widths.chunk_by(|a, b| a == b).map(|run| (run.len(), run[0])).max();
        same.unwrap_or((0, 0))
    };
    let mut best = (SEPARATORS[0], score(SEPARATORS[0]));
    for separator in &SEPARATORS[1..] {
        let found = score(*separator);
        if found > best.1 {
            best = (*separator, found);
        }
    }
    best.0
}

fn records(text: &str, separator: u8) -> impl Iterator<Item = csv::Result<StringRecord>> {
    ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records()
}

/// `first` is the number of rows before `text`.
fn rows(text: &str, separator: u8, first: u32, limits: &Limits) -> Result<Sheet, IntakeError> {
    let mut collect = Collect::new(limits);
    collect.sheet()?;
    let mut sheet = Sheet::default();
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut number = first;
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        if !reader.read_record(&mut record).map_err(|_| IntakeError::NotASpreadsheet)? {
            return Ok(sheet);
        }
        // The reader steps over blank lines in silence; Excel numbers them.
        let (before, after) = text.as_bytes().split_at(start.min(text.len()));
        number = number.saturating_add(1 + blank_lines(after, before.ends_with(b"\r")));
        for (column, cell) in record.iter().enumerate() {
            collect.cell()?;
            let cell = unguarded(cell.trim_matches(|one| one == '\u{FEFF}'));
            if !cell.trim().is_empty() {
                let column = u32::try_from(column).unwrap_or(u32::MAX);
                collect.used(number, column, cell)?;
                put(&mut sheet, number, column, cell.to_string());
            }
        }
    }
}

/// Without the apostrophe that careful programs, ours too, put before a text a spreadsheet would take for a formula.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) => rest,
        _ => cell,
    }
}

/// `after_cr`: the reader stops between the two bytes of `\r\n`, so a first `\n` may end the record before.
fn blank_lines(text: &[u8], after_cr: bool) -> u32 {
    let mut rest = if after_cr { text.strip_prefix(b"\n").unwrap_or(text) } else { text };
    let mut lines = 0;
    loop {
        rest = match rest {
            [b'\r', b'\n', tail @ ..] | [b'\n', tail @ ..] | [b'\r', tail @ ..] => tail,
            _ => return lines,
        };
        lines += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_apostrophe_before_a_formula_is_no_part_of_the_text() {
        let table = table("姓名,手机,备注\n样例一,'+44 20 7946 0018,'=1+1\n'样例二,1,it's\n");
        assert_eq!(table.sheets[0].rows[1].cells, ["样例一", "+44 20 7946 0018", "=1+1"]);
        assert_eq!(table.sheets[0].rows[2].cells, ["'样例二", "1", "it's"]);
    }

    fn table(text: &str) -> Table {
        read(text.as_bytes(), &Limits::default()).unwrap()
    }

    #[test]
    fn separators_are_found() {
        for (text, separator) in [
            ("姓名,部门\n彭越,工程部\n", ','),
            ("姓名;部门;备注\n彭越;工程部;好,快\n钟意;服务部;稳,准\n", ';'),
            ("姓名\t部门\n彭越\t工程部\n", '\t'),
            ("sep=;\n姓名;部门\n", ';'),
        ] {
            let table = table(text);
            assert_eq!(table.encoding.unwrap().separator, separator, "{text}");
            assert_eq!(table.sheets[0].rows[0].cells[..2], ["姓名", "部门"]);
        }
    }

    #[test]
    fn rows_are_numbered_as_excel_shows_them() {
        let table = table("姓名,备注\r\n\r\n\r\n彭越,\"两行\r\n一格\"\r\n钟意,x\r\n\r\n韩澄,y\r\n");
        let numbers: Vec<u32> = table.sheets[0].rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 4, 5, 7]);
        assert_eq!(table.sheets[0].rows[1].cells[1], "两行\r\n一格");
    }

    #[test]
    fn blank_files_are_empty() {
        assert_eq!(read(b" \r\n\r\n", &Limits::default()), Err(IntakeError::Empty));
        assert_eq!(read(b",,,\n,,\n", &Limits::default()), Err(IntakeError::Empty));
    }

    #[test]
    fn an_unclosed_quote_is_a_cell_too_long() {
        let text = format!("姓名,部门\n\"彭越,{}", "工程部\n".repeat(20_000));
        let refused = read(text.as_bytes(), &Limits::default());
        assert_eq!(refused, Err(IntakeError::CellTooLong { sheet: 1, row: 2, column: "A".into() }));
    }
}
