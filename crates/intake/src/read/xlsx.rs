//! XLSX: the container is checked before anything is unpacked, then cells are streamed one by one.
//!
//! Deliberately absent: ranges. calamine's range reader allocates the rectangle between the outermost cells, which a
//! 1.4 KB file with the cells A1 and XFD1048576 turns into terabytes.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};

use crate::read::container;
use crate::read::sum::{Collect, put};
use crate::{IntakeError, Limits, Merge, Sheet, Table};

type Book = Xlsx<Cursor<Vec<u8>>>;

/// Merged ranges beyond this many in a sheet are not looked at: no list has them, and each costs a search.
const MERGES: usize = 20_000;

pub(super) fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Table, IntakeError> {
    let bytes = check_container(bytes, limits)?;
    let mut book: Book = Xlsx::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let sheets: Vec<(String, bool)> =
        book.sheets_metadata().iter().map(|one| (one.name.clone(), one.visible != SheetVisible::Visible)).collect();
    let mut collect = Collect::new(limits);
    let mut table = Table::default();
    for (name, hidden) in sheets {
        collect.sheet()?;
        let Some(mut sheet) = cells(&mut book, &name, &mut collect)? else { continue };
        if sheet.rows.is_empty() {
            continue;
        }
        sheet.merges = merges(&mut book, &name);
        sheet.hidden = hidden;
        sheet.name = name;
        table.sheets.push(sheet);
    }
    if table.sheets.is_empty() { Err(IntakeError::Empty) } else { Ok(table) }
}

fn check_container(bytes: Vec<u8>, limits: &Limits) -> Result<Vec<u8>, IntakeError> {
    let (mut workbook, mut binary) = (false, false);
    let zip = container::open(bytes, limits, |name| {
        workbook |= name.ends_with("workbook.xml");
        binary |= name.ends_with("workbook.bin");
    })?;
    match (workbook, binary) {
        (true, _) => Ok(zip.into_inner().into_inner()),
        (false, true) => Err(IntakeError::UnsupportedOldExcel),
        (false, false) => Err(IntakeError::NotASpreadsheet),
    }
}

/// `None` for a sheet that has no cells by its nature (a chart).
fn cells(book: &mut Book, name: &str, collect: &mut Collect) -> Result<Option<Sheet>, IntakeError> {
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => return Ok(None),
        // A sheet without a `sheetData` element is a sheet without cells.
        Err(XlsxError::XmlEof("worksheet")) => return Ok(None),
        Err(error) => return Err(refusal(&error)),
    };
    let mut sheet = Sheet::default();
    while let Some(cell) = reader.next_cell().map_err(|error| refusal(&error))? {
        collect.cell()?;
        let (row, column) = cell.get_position();
        let number = row.saturating_add(1);
        if let DataRef::SharedString(text) = cell.get_value() {
            if !text.trim().is_empty() {
                collect.used(number, column, text)?;
                put(&mut sheet, number, column, (*text).to_string());
            }
            continue;
        }
        let text = text_of(cell.get_value());
        if !text.trim().is_empty() {
            collect.used(number, column, &text)?;
            put(&mut sheet, number, column, text);
        }
    }
    Ok(Some(sheet))
}

/// Merges only help the reading of headings and blocks; a broken list of them is no reason to refuse the cells.
fn merges(book: &mut Book, name: &str) -> Vec<Merge> {
    let found = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    found
        .iter()
        .take(MERGES)
        .filter(|one| one.start.0 <= one.end.0 && one.start.1 <= one.end.1)
        .map(|one| Merge {
            first_row: one.start.0.saturating_add(1),
            last_row: one.end.0.saturating_add(1),
            first_column: one.start.1,
            last_column: one.end.1,
        })
        .collect()
}

fn refusal(error: &XlsxError) -> IntakeError {
    match error {
        XlsxError::Password => IntakeError::Encrypted,
        _ => IntakeError::Damaged,
    }
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_string(),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_string(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// Whole numbers without a point: a mobile number typed as a number must come back as its digits.
fn number_text(number: f64) -> String {
    /// 2^53: every whole number below is exact.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT { format!("{number:.0}") } else { number.to_string() }
}

/// ISO: day, moment, or time of day for values below one day.
fn moment_text(moment: &ExcelDateTime) -> String {
    let value = moment.as_f64();
    if !moment.is_datetime() || !(0.0..2_958_466.0).contains(&value) {
        return number_text(value);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if value < 1.0 {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    if value.fract() == 0.0 {
        return format!("{year:04}-{month:02}-{day:02}");
    }
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}
