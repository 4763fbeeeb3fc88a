//! Files made in the tests, and the reading child to throw them at.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

pub mod cards;
pub mod drawing;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use intake::people::{Mapping, PeopleList, ProblemCode, Proposal, propose, read_people};
use intake::{Foreign, IntakeError, Limits, Sheet, Table, read_file};

/// Every refusal comes within this.
pub const AT_MOST: Duration = Duration::from_secs(10);

pub fn child() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_intake-child"))
}

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples").join(name)
}

/// Reads through the child under the product's limits, and checks that it did not take long.
pub fn read(path: &Path) -> Result<Foreign, IntakeError> {
    let start = Instant::now();
    let result = read_file(&child(), path, &Limits::default());
    assert!(start.elapsed() < AT_MOST, "took {:?}", start.elapsed());
    result
}

pub fn read_bytes(bytes: &[u8]) -> Result<Foreign, IntakeError> {
    let file = file_of(bytes);
    read(file.path())
}

pub fn file_of(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file.flush().unwrap();
    file
}

pub fn table(result: Result<Foreign, IntakeError>) -> Table {
    match result.unwrap() {
        Foreign::Table(table) => table,
        Foreign::Interchange(_) => panic!("a table was expected"),
    }
}

/// A workbook by the writing library.
pub fn xlsx(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

/// A container with a workbook of one sheet whose XML is given.
pub fn xlsx_by_hand(sheet: &[u8]) -> Vec<u8> {
    xlsx_with(sheet, None, false)
}

/// [`xlsx_by_hand`] with formats of numbers; `mac`: days are counted from 1904.
pub fn xlsx_with(sheet: &[u8], styles: Option<&[u8]>, mac: bool) -> Vec<u8> {
    let days = if mac { r#"<workbookPr date1904="1"/>"# } else { "" };
    let book = format!(
        r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{days}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let parts: [(&str, &[u8]); 5] = [
        ("[Content_Types].xml", br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#),
        ("_rels/.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut entries = parts.to_vec();
    entries.extend(styles.map(|one| ("xl/styles.xml", one)));
    zip_of(&entries)
}

pub fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A table without a file.
pub fn table_of(rows: &[&[&str]]) -> Table {
    let rows = rows
        .iter()
        .zip(1..)
        .map(|(cells, number)| intake::Row { number, cells: cells.iter().map(ToString::to_string).collect() });
    let rows = rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
    Table { sheets: vec![Sheet { rows, ..Sheet::default() }], ..Table::default() }
}

/// Proposes, agrees to everything, reads.
pub fn people(table: &Table) -> (Proposal, Mapping, PeopleList) {
    let proposal = propose(table);
    let mapping = proposal.mapping();
    let list = read_people(table, &mapping);
    (proposal, mapping, list)
}

/// Rows with this problem.
pub fn rows_with(list: &PeopleList, code: ProblemCode) -> Vec<u32> {
    list.problems.iter().filter(|one| one.code == code).map(|one| one.row).collect()
}
