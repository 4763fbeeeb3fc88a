//! The review as a workbook: one row a line, to be filtered. Deliberately absent: formulas; every cell is text.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

use super::{COLUMNS, ReviewSheet};
use crate::ExportError;
use crate::list::tab_name;

/// Widths of the columns in characters: account, kind, then those of a line.
const WIDTHS: [f64; COLUMNS + 2] = [22.0, 12.0, 12.0, 34.0, 44.0, 20.0, 12.0];

/// The workbook. `first` are the heads of the two columns before those of a line: account and kind.
///
/// # Errors
/// When the parts cannot be packed.
pub fn write_workbook(sheet: &ReviewSheet, first: [&str; 2]) -> Result<Vec<u8>, ExportError> {
    fill(sheet, first).map_err(|error| ExportError::Package(error.to_string()))
}

fn fill(sheet: &ReviewSheet, first: [&str; 2]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(tab_name(&sheet.edition))?;
    let strong = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (at, width) in (0_u16..).zip(WIDTHS) {
        page.set_column_width(at, width)?;
    }
    page.write_string_with_format(0, 0, &sheet.title, &strong)?;
    page.write_string(1, 0, &sheet.summary)?;
    let heads = first.into_iter().chain(sheet.heads.iter().map(String::as_str));
    for (at, head) in (0_u16..).zip(heads) {
        page.write_string_with_format(3, at, head, &strong)?;
    }
    let mut row = 4;
    for account in &sheet.accounts {
        let figures = account.figures.join("  ");
        if !figures.is_empty() {
            page.write_string_with_format(row, 0, &account.name, &wrapped)?;
            page.write_string_with_format(row, 3, &figures, &wrapped)?;
            row += 1;
        }
        for part in &account.parts {
            for line in &part.lines {
                let cells = [account.name.as_str(), part.title.as_str()].into_iter().chain(line.cells());
                for (at, cell) in (0_u16..).zip(cells) {
                    page.write_string_with_format(row, at, cell, &wrapped)?;
                }
                row += 1;
            }
        }
    }
    if row > 4 {
        page.autofilter(3, 0, row - 1, (COLUMNS + 1) as u16)?;
    }
    page.set_freeze_panes(4, 0)?;
    book.save_to_buffer()
}
