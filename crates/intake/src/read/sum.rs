//! Counting while reading: every reader adds its cells here, and the limits hold over all sheets together.

use super::told;
use crate::{IntakeError, Limits, Row, Sheet, column_letter};

/// Rows of the sheet in work and the running totals of the file.
pub(crate) struct Collect<'a> {
    limits: &'a Limits,
    cells: u64,
    text: u64,
    sheets: u32,
    widest: u32,
    /// The row of the last used cell.
    row: u32,
}

impl<'a> Collect<'a> {
    pub fn new(limits: &'a Limits) -> Self {
        Self { limits, cells: 0, text: 0, sheets: 0, widest: 0, row: 0 }
    }

    /// Another sheet begins.
    pub fn sheet(&mut self) -> Result<(), IntakeError> {
        self.sheets += 1;
        self.widest = 0;
        self.row = 0;
        if self.sheets > self.limits.sheets {
            return Err(IntakeError::TooManySheets { limit: self.limits.sheets });
        }
        Ok(())
    }

    /// A cell was streamed, blank or not.
    pub fn cell(&mut self) -> Result<(), IntakeError> {
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(IntakeError::TooManyCells { limit: self.limits.cells });
        }
        Ok(())
    }

    /// Checks a used cell before its text is copied. `row` 1-based, `column` 0-based.
    pub fn used(&mut self, row: u32, column: u32, text: &str) -> Result<(), IntakeError> {
        if self.row != row {
            self.row = row;
            told::row();
        }
        self.widest = self.widest.max(column.saturating_add(1));
        if self.widest > self.limits.columns {
            return Err(IntakeError::TooManyColumns {
                sheet: self.sheets,
                columns: self.widest,
                limit: self.limits.columns,
            });
        }
        // Bytes bound characters from above, so most cells are never counted.
        if text.len() as u64 > self.limits.cell_chars && text.chars().count() as u64 > self.limits.cell_chars {
            return Err(IntakeError::CellTooLong { sheet: self.sheets, row, column: column_letter(column as usize) });
        }
        self.text += text.len() as u64;
        if self.text > self.limits.text_bytes {
            return Err(IntakeError::TooBig { limit_mb: self.limits.text_bytes / (1024 * 1024) });
        }
        Ok(())
    }
}

/// Puts a text at its place. Files may name cells out of order and twice; the last one wins, as in Excel.
pub(super) fn put(sheet: &mut Sheet, row: u32, column: u32, text: String) {
    let at = match sheet.rows.last() {
        Some(last) if last.number == row => sheet.rows.len() - 1,
        Some(last) if last.number > row => match sheet.rows.binary_search_by_key(&row, |one| one.number) {
            Ok(at) => at,
            Err(at) => {
                sheet.rows.insert(at, Row { number: row, cells: Vec::new() });
                at
            }
        },
        _ => {
            sheet.rows.push(Row { number: row, cells: Vec::new() });
            sheet.rows.len() - 1
        }
    };
    let cells = &mut sheet.rows[at].cells;
    let column = column as usize;
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    cells[column] = text;
}
