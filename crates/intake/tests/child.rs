//! Hostile and odd files through the real child: each gets its own refusal in time, and the parent lives on.
#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod support;

use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use intake::{IntakeError, Limits, Watch, read_file, read_file_cancellable};
use proptest::prelude::*;
use support::*;

#[test]
fn cells_dates_numbers_and_merges_arrive() {
    let bytes = xlsx(|sheet| {
        let day = rust_xlsxwriter::Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        sheet.merge_range(0, 0, 0, 2, "标题", &rust_xlsxwriter::Format::new()).unwrap();
        sheet.write(2, 0, "姓名").unwrap();
        sheet.write(2, 2, 13_900_001_234f64).unwrap();
        sheet.write_with_format(3, 1, rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 11, 20).unwrap(), &day).unwrap();
        sheet.write_with_format(3, 2, 46_346.604_166_666_664, &day).unwrap();
        sheet.write(4, 1, 0.25).unwrap();
        sheet.write(4, 2, true).unwrap();
    });
    let table = table(read_bytes(&bytes));
    let sheet = &table.sheets[0];
    assert_eq!(sheet.name, "Sheet1");
    assert_eq!(sheet.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 3, 4, 5]);
    assert_eq!(sheet.row(3).unwrap().cells, ["姓名", "", "13900001234"]);
    assert_eq!(sheet.row(4).unwrap().cells, ["", "2026-11-20", "2026-11-20 14:30:00"]);
    assert_eq!(sheet.row(5).unwrap().cells, ["", "0.25", "TRUE"]);
    assert_eq!(sheet.merges, [intake::Merge { first_row: 1, last_row: 1, first_column: 0, last_column: 2 }]);
}

#[test]
fn files_that_are_no_spreadsheet() {
    assert_eq!(read(Path::new("/nowhere/at/all.xlsx")), Err(IntakeError::Unreadable));
    assert_eq!(read(&std::env::temp_dir()), Err(IntakeError::Unreadable));
    assert_eq!(read_bytes(b""), Err(IntakeError::Empty));
    assert_eq!(read_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0"), Err(IntakeError::NotASpreadsheet));
    assert_eq!(read_bytes(b"%PDF-1.7\n"), Err(IntakeError::NotASpreadsheet));
    assert_eq!(read_bytes(b"<html><table><tr><td>x</td></tr></table>"), Err(IntakeError::NotASpreadsheet));
    assert_eq!(read_bytes(&zip_of(&[("word/document.xml", b"<w/>")])), Err(IntakeError::NotASpreadsheet));
    assert_eq!(read_bytes(&zip_of(&[("xl/workbook.bin", b"x")])), Err(IntakeError::UnsupportedOldExcel));
    assert_eq!(read_bytes(b"PK\x03\x04 and then nothing"), Err(IntakeError::Damaged));
    let whole = xlsx(|sheet| {
        sheet.write(0, 0, "x").unwrap();
    });
    assert_eq!(read_bytes(&whole[..whole.len() / 2]), Err(IntakeError::Damaged));
    assert_eq!(read_bytes(&xlsx_by_hand(b"<worksheet><sheetData><row><c r=")), Err(IntakeError::Damaged));
}

#[test]
fn a_workbook_without_text_is_empty() {
    assert_eq!(read_bytes(&xlsx(|_| ())), Err(IntakeError::Empty));
    let bold = rust_xlsxwriter::Format::new().set_bold();
    assert_eq!(
        read_bytes(&xlsx(|sheet| {
            sheet.write_blank(3, 3, &bold).unwrap();
        })),
        Err(IntakeError::Empty)
    );
}

/// The start of a compound file with one directory entry of the given name.
fn ole(name: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(1024, 0);
    bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}

#[test]
fn encrypted_and_old_workbooks_are_told_apart() {
    assert_eq!(read_bytes(&ole("EncryptedPackage")), Err(IntakeError::Encrypted));
    assert_eq!(read_bytes(&ole("Workbook")), Err(IntakeError::UnsupportedOldExcel));
    assert_eq!(read_bytes(&ole("WordDocument")), Err(IntakeError::NotASpreadsheet));
}

#[test]
fn twenty_thousand_columns() {
    let wide = "x,".repeat(20_000);
    let refused = IntakeError::TooManyColumns { sheet: 1, columns: 501, limit: 500 };
    assert_eq!(read_bytes(wide.as_bytes()), Err(refused.clone()));
    let bytes = xlsx(|sheet| {
        for column in 0..16_384 {
            sheet.write(0, column, "x").unwrap();
        }
    });
    assert_eq!(read_bytes(&bytes), Err(refused));
    let cells: String = (0..20_000).map(|_| "<c t=\"str\"><v>x</v></c>").collect();
    let sheet = format!("<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>");
    assert!(matches!(read_bytes(&xlsx_by_hand(sheet.as_bytes())), Err(IntakeError::TooManyColumns { .. })));
}

#[test]
fn the_corner_cell_file() {
    let sheet = br#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>"#;
    let bytes = xlsx_by_hand(sheet);
    assert!(bytes.len() < 3_000);
    assert_eq!(read_bytes(&bytes), Err(IntakeError::TooManyColumns { sheet: 1, columns: 16_384, limit: 500 }));
}

#[test]
fn a_lonely_cell_in_the_last_row_is_two_rows() {
    let bytes = xlsx(|sheet| {
        sheet.write(0, 0, "姓名").unwrap();
        sheet.write(1_048_575, 1, "彭越").unwrap();
    });
    let table = table(read_bytes(&bytes));
    assert_eq!(table.sheets[0].rows.len(), 2);
    assert_eq!(table.sheets[0].rows[1].number, 1_048_576);
}

#[test]
fn a_zip_bomb() {
    let zeros = vec![b' '; 64 * 1024 * 1024];
    let bytes = xlsx_by_hand(&zeros);
    assert!(bytes.len() < 200_000);
    assert_eq!(read_bytes(&bytes), Err(IntakeError::ZipBomb));
    let many: Vec<(String, &[u8])> = (0..2_100).map(|at| (format!("xl/{at}.xml"), b"x".as_slice())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    assert_eq!(read_bytes(&zip_of(&many)), Err(IntakeError::ZipBomb));
}

/// The directory lies about the size: nothing is told, so memory and time must hold.
#[test]
fn a_bomb_that_lies_about_its_size() {
    let mut sheet = b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>".to_vec();
    sheet.resize(200 * 1024 * 1024, b'x');
    let mut bytes = xlsx_by_hand(&sheet);
    let size = u32::try_from(sheet.len()).unwrap().to_le_bytes();
    let lie = 1_000u32.to_le_bytes();
    let places: Vec<usize> = bytes.windows(4).enumerate().filter(|(_, four)| *four == size).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&lie);
    }
    let refused = read_bytes(&bytes).unwrap_err();
    assert!(
        matches!(refused, IntakeError::Damaged | IntakeError::TooBig { .. } | IntakeError::TimedOut),
        "{refused:?}"
    );
}

#[test]
fn a_cell_too_long_and_a_file_too_big() {
    let text = format!("姓名,备注\n彭越,{}\n", "长".repeat(40_000));
    assert_eq!(read_bytes(text.as_bytes()), Err(IntakeError::CellTooLong { sheet: 1, row: 2, column: "B".into() }));
    let file = tempfile::NamedTempFile::new().unwrap();
    file.as_file().set_len(200 * 1024 * 1024).unwrap();
    assert_eq!(read(file.path()), Err(IntakeError::TooBig { limit_mb: 100 }));
}

/// 3,000 rows of one long shared string: small in the file, 96 MB as cells.
fn swelling() -> Vec<u8> {
    xlsx(|sheet| {
        let long = "x".repeat(32_000);
        for row in 0..3_000 {
            sheet.write(row, 0, &long).unwrap();
        }
    })
}

#[test]
fn the_memory_limit_ends_the_child_and_only_the_child() {
    let file = file_of(&swelling());
    let limits = Limits { memory_bytes: 24 * 1024 * 1024, ..Limits::default() };
    assert_eq!(read_file(&child(), file.path(), &limits), Err(IntakeError::TooBig { limit_mb: 24 }));
    assert_eq!(table(read(file.path())).sheets[0].rows.len(), 3_000);
}

#[test]
fn the_time_limit_ends_the_child() {
    let file = file_of(&swelling());
    let start = Instant::now();
    let limits = Limits { time_ms: 1, ..Limits::default() };
    assert_eq!(read_file(&child(), file.path(), &limits), Err(IntakeError::TimedOut));
    assert!(start.elapsed() < Duration::from_secs(2));
}

#[test]
fn an_answer_too_long_and_too_many_cells() {
    let file = file_of("甲,乙\n".repeat(2_000).as_bytes());
    let limits = Limits { output_bytes: 5_000, ..Limits::default() };
    assert!(matches!(read_file(&child(), file.path(), &limits), Err(IntakeError::TooBig { .. })));
    let limits = Limits { cells: 3_000, ..Limits::default() };
    assert_eq!(read_file(&child(), file.path(), &limits), Err(IntakeError::TooManyCells { limit: 3_000 }));
}

#[test]
fn cancelling_ends_the_child() {
    let file = file_of(&swelling());
    let cancel = AtomicBool::new(true);
    assert_eq!(read_file_cancellable(&child(), file.path(), &Limits::default(), &cancel), Err(IntakeError::Cancelled));
    cancel.store(false, Ordering::Relaxed);
    assert!(read_file_cancellable(&child(), file.path(), &Limits::default(), &cancel).is_ok());
}

/// A list that takes a while, and what somebody sees who waits for it.
fn long_list() -> tempfile::NamedTempFile {
    let mut text = String::from("姓名,部门,备注\n");
    for row in 1..=300_000u32 {
        text.push_str(&format!("样例{row},部门{},x\n", row / 50));
    }
    file_of(text.as_bytes())
}

#[test]
fn rows_are_told_while_the_child_reads() {
    let (file, cancel, rows) = (long_list(), AtomicBool::new(false), AtomicU32::new(0));
    let seen = std::thread::scope(|scope| {
        let watch = Watch { cancel: &cancel, rows: Some(&rows) };
        let reading = scope.spawn(move || read_file_cancellable(&child(), file.path(), &Limits::default(), watch));
        let mut seen = vec![0];
        while !reading.is_finished() {
            let now = rows.load(Ordering::Relaxed);
            if now != seen[seen.len() - 1] {
                seen.push(now);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(table(reading.join().unwrap()).sheets[0].rows.len(), 300_001);
        seen
    });
    assert!(seen.len() >= 3, "told {seen:?}");
    assert!(seen.is_sorted() && seen[seen.len() - 1] <= 300_001, "{seen:?}");
}

/// Stopped in the middle, not before the start: the child has told its first rows.
#[test]
fn cancelling_ends_a_child_that_reads_within_a_fifth_of_a_second() {
    let (file, cancel, rows) = (long_list(), AtomicBool::new(false), AtomicU32::new(0));
    std::thread::scope(|scope| {
        let watch = Watch { cancel: &cancel, rows: Some(&rows) };
        let reading = scope.spawn(move || read_file_cancellable(&child(), file.path(), &Limits::default(), watch));
        while rows.load(Ordering::Relaxed) == 0 && !reading.is_finished() {
            std::thread::sleep(Duration::from_millis(2));
        }
        let start = Instant::now();
        cancel.store(true, Ordering::Relaxed);
        assert_eq!(reading.join().unwrap(), Err(IntakeError::Cancelled));
        assert!(start.elapsed() < Duration::from_millis(200), "took {:?}", start.elapsed());
    });
}

#[test]
fn a_program_that_is_no_reading_child() {
    let file = file_of(b"a,b\n");
    let limits = Limits::default();
    assert_eq!(read_file(Path::new("/nowhere/dianke"), file.path(), &limits), Err(IntakeError::ChildFailed));
    #[cfg(unix)]
    assert!(read_file(Path::new("/bin/false"), file.path(), &limits).is_err());
}

#[test]
fn without_the_hidden_argument_nothing_happens() {
    let asked = intake::run_child_if_asked(["import".into(), "--intake-child".into()], |_| panic!("not asked"));
    assert!(asked.is_none());
    assert!(intake::run_child_if_asked(Vec::new(), |_| panic!("not asked")).is_none());
}

/// Files to damage: a workbook as its archive, the XML inside it, separated text, interchange.
fn seeds() -> Vec<Vec<u8>> {
    let book = std::fs::read(sample("people.xlsx")).unwrap();
    let list = std::fs::read(sample("people.csv")).unwrap();
    let json = intake::interchange::write(&domain::Snapshot::default(), &[]).into_bytes();
    vec![book, list, json]
}

fn sheet_xml() -> Vec<u8> {
    let book = std::fs::File::open(sample("people.xlsx")).unwrap();
    let mut zip = zip::ZipArchive::new(book).unwrap();
    let mut bytes = Vec::new();
    std::io::copy(&mut zip.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut bytes).unwrap();
    bytes
}

fn damage(bytes: &mut Vec<u8>, hits: &[(usize, u8, u8)]) {
    for (at, kind, byte) in hits {
        if bytes.is_empty() {
            return;
        }
        let at = at % bytes.len();
        match kind % 4 {
            0 => bytes[at] = *byte,
            1 => bytes[at] ^= 1 << (byte % 8),
            2 => drop(bytes.drain(at..(at + usize::from(*byte)).min(bytes.len()))),
            _ => {
                let piece = bytes[at..(at + usize::from(*byte)).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 240, max_shrink_iters: 20, failure_persistence: None, ..ProptestConfig::default() })]
    /// Whatever the bytes: an answer or a refusal within the time, never the parent's end.
    #[test]
    fn damaged_files_never_harm_the_parent(
        which in 0usize..4,
        hits in prop::collection::vec((any::<usize>(), any::<u8>(), any::<u8>()), 1..12),
    ) {
        let bytes = if which == 3 {
            let mut xml = sheet_xml();
            damage(&mut xml, &hits);
            xlsx_by_hand(&xml)
        } else {
            let mut bytes = seeds().swap_remove(which);
            damage(&mut bytes, &hits);
            bytes
        };
        if let Ok(intake::Foreign::Table(table)) = read_bytes(&bytes) {
            people(&table);
        }
    }
}

#[test]
fn the_child_writes_only_its_answer() {
    let mut running = std::process::Command::new(child())
        .arg(intake::INTAKE_CHILD_ARG)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    running.stdin.take().unwrap().write_all(b"no request\n").unwrap();
    let output = running.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len(), output.stderr.len()), (Some(2), 0, 0));
}
