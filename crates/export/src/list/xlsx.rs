//! A list as a workbook: one sheet with typed cells, the headings frozen and filtered. Deliberately absent: formulas.

use domain::Day;
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{ListCell, ListTable, looks_like_formula, without_controls};
use crate::ExportError;

/// Widths of columns in characters.
const NARROWEST: f64 = 8.0;
const WIDEST: f64 = 48.0;
/// Rows looked at for the width of a column.
const LOOK: usize = 500;
/// Longest text a cell holds, in characters as Excel counts them (UTF-16).
const LONGEST: usize = 32_767;
/// Rows a sheet holds below its headings.
const MOST_ROWS: usize = 1_048_575;

/// The table as a workbook.
///
/// # Errors
/// When it has more rows than a sheet holds, or the parts cannot be packed.
pub fn write_xlsx(table: &ListTable) -> Result<Vec<u8>, ExportError> {
    if table.rows.len() > MOST_ROWS {
        return Err(ExportError::TooManyRows { rows: table.rows.len(), most: MOST_ROWS });
    }
    fill(table).map_err(|error| ExportError::Package(error.to_string()))
}

fn fill(table: &ListTable) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(tab_name(&table.title))?;
    let looks = Looks::new();
    for (at, column) in (0_u16..).zip(&table.columns) {
        page.set_column_width(at, width(table, usize::from(at)))?;
        page.write_string_with_format(0, at, without_controls(&column.head), &looks.head)?;
    }
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for (at, cell) in (0_u16..).zip(cells) {
            put(page, (row, at), cell, &looks)?;
        }
    }
    if let Some(last) = table.columns.len().checked_sub(1) {
        page.autofilter(0, 0, table.rows.len() as u32, last as u16)?;
    }
    page.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

/// How cells look.
struct Looks {
    head: Format,
    text: Format,
    /// Stays a text when somebody edits the cell.
    literal: Format,
    day: Format,
}

impl Looks {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            head: Format::new().set_bold(),
            text: top().set_text_wrap().set_num_format("@"),
            literal: top().set_text_wrap().set_num_format("@").set_quote_prefix(),
            day: top().set_num_format("yyyy-mm-dd"),
        }
    }
}

fn put(page: &mut Worksheet, (row, at): (u32, u16), cell: &ListCell, looks: &Looks) -> Result<(), XlsxError> {
    match cell {
        ListCell::Blank => return Ok(()),
        ListCell::Text(text) => {
            let text = short(&without_controls(text));
            let look = if looks_like_formula(&text) { &looks.literal } else { &looks.text };
            page.write_string_with_format(row, at, text, look)?
        }
        ListCell::Whole(number) => page.write_number(row, at, *number as f64)?,
        ListCell::Number(number) => page.write_number(row, at, *number)?,
        ListCell::Day(day) => page.write_datetime_with_format(row, at, &date_of(*day)?, &looks.day)?,
    };
    Ok(())
}

fn date_of(day: Day) -> Result<rust_xlsxwriter::ExcelDateTime, XlsxError> {
    use chrono::Datelike;
    rust_xlsxwriter::ExcelDateTime::from_ymd(day.year().clamp(1900, 9999) as u16, day.month() as u8, day.day() as u8)
}

fn short(text: &str) -> String {
    let mut left = LONGEST;
    text.chars().take_while(|one| left.checked_sub(one.len_utf16()).inspect(|rest| left = *rest).is_some()).collect()
}

/// Wide enough for the widest line of the first rows; a Chinese character takes two places.
fn width(table: &ListTable, at: usize) -> f64 {
    let places = |text: &str| {
        let line = |line: &str| line.chars().map(|c| if c.is_ascii() { 1.0 } else { 2.0 }).sum::<f64>();
        text.lines().map(line).fold(0.0, f64::max)
    };
    let own = |row: &Vec<ListCell>| match row.get(at) {
        Some(ListCell::Text(text)) => places(text),
        Some(ListCell::Day(_)) => 10.0,
        _ => 0.0,
    };
    // The head carries the button of the filter.
    let head = table.columns.get(at).map_or(0.0, |one| places(&one.head) + 3.0);
    table.rows.iter().take(LOOK).map(own).fold(head, f64::max).clamp(NARROWEST, WIDEST) + 1.0
}

/// What a tab may be called: at most 31 characters, none of those Excel refuses.
pub(crate) fn tab_name(name: &str) -> String {
    name.chars().filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control()).take(31).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_excel_stops_counting() {
        assert_eq!(short("样例"), "样例");
        assert_eq!(short(&"样".repeat(LONGEST + 9)).chars().count(), LONGEST);
        // Outside the first plane a character counts twice.
        assert_eq!(short(&"𠮷".repeat(LONGEST)).chars().count(), LONGEST / 2);
    }
}
