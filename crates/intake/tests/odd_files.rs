//! The named bad cases of lists, each through the real child: what can be read is read, what cannot is refused or told by
//! row and column, and nothing is guessed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

mod support;

use std::io::{Seek, SeekFrom, Write};

use intake::people::{PeopleField, ProblemCode, propose_for, read_people};
use intake::{IntakeError, Table};
use support::*;

fn rows_of(table: &Table) -> Vec<(u32, Vec<&str>)> {
    let rows = table.sheets[0].rows.iter();
    rows.map(|one| (one.number, one.cells.iter().map(String::as_str).collect())).collect()
}

/// Every encoding of Chinese spreadsheets with every separator.
#[test]
fn encodings_by_separators() {
    let text = |mark: char| {
        format!(
            "姓名{mark}部门{mark}手机\r\n彭越{mark}\"采购{mark}一部\"{mark}13900001234\r\n钟意{mark}服务部{mark}\r\n"
        )
    };
    for mark in [',', ';', '\t'] {
        let text = text(mark);
        let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let gb18030 = encoding_rs::GB18030.encode(&text).0.into_owned();
        let with = |bytes: &[u8], rest: Vec<u8>| [bytes, &rest].concat();
        let all = [
            ("UTF-8", text.clone().into_bytes()),
            ("UTF-8", with(b"\xEF\xBB\xBF", text.clone().into_bytes())),
            ("gb18030", gb18030),
            ("UTF-16LE", with(b"\xFF\xFE", wide(u16::to_le_bytes))),
            ("UTF-16BE", with(b"\xFE\xFF", wide(u16::to_be_bytes))),
            ("UTF-16LE", wide(u16::to_le_bytes)),
            ("UTF-16BE", wide(u16::to_be_bytes)),
        ];
        for (name, bytes) in all {
            let table = table(read_bytes(&bytes));
            let encoding = table.encoding.as_ref().unwrap();
            assert_eq!((encoding.name.as_str(), encoding.separator), (name, mark), "{mark:?}");
            let (_, _, list) = people(&table);
            assert_eq!(
                list.rows[0].unit.as_deref(),
                Some(format!("采购{mark}一部").replace('\t', " ").as_str()),
                "{name}"
            );
            assert_eq!((list.rows.len(), list.problems.len()), (2, 0), "{name}");
        }
    }
}

#[test]
fn quotes_across_lines_keep_the_numbers_of_the_rows() {
    let table = table(read_bytes("姓名,备注,上级\r\n彭越,\"一\r\n二 \"\"三\"\"\",\r\n钟意,x,去年三月\r\n".as_bytes()));
    assert_eq!(rows_of(&table)[1], (2, vec!["彭越", "一\r\n二 \"三\""]));
    let (_, _, list) = people(&table);
    assert_eq!(list.rows[0].note.as_deref(), Some("一\n二 \"三\""));
    assert_eq!(list.rows[1].row, 3);
}

/// Not in memory and not on the disk either: the file is as long as it says and holds next to nothing.
#[test]
fn a_line_of_one_gigabyte() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all("姓名,部门\n彭越,".as_bytes()).unwrap();
    file.as_file_mut().seek(SeekFrom::Start(1 << 30)).unwrap();
    file.write_all(b"x").unwrap();
    assert_eq!(read(file.path()), Err(IntakeError::TooBig { limit_mb: 100 }));
    let line = format!("姓名,备注\n彭越,{}", "x".repeat(12 * 1024 * 1024));
    assert_eq!(read_bytes(line.as_bytes()), Err(IntakeError::CellTooLong { sheet: 1, row: 2, column: "B".into() }));
}

#[test]
fn zeros_are_no_text() {
    assert_eq!(read_bytes("姓名,部门\n彭\0越,采购部\n".as_bytes()), Err(IntakeError::NotASpreadsheet));
    assert_eq!(read_bytes(&[0; 5_000]), Err(IntakeError::NotASpreadsheet));
}

#[test]
fn headings_in_row_7_below_a_title_and_blank_rows() {
    let text = "样例集团通讯录\n\n制表：样例一\n日期：2026-11-02\n\n\n姓名,部门,最近接触\n彭越,采购部,去年三月\n钟意,服务部,2026-11-02\n";
    let table = table(read_bytes(text.as_bytes()));
    let (proposal, _, list) = people(&table);
    assert_eq!(proposal.header_rows, (7, 7));
    assert_eq!((list.rows.len(), list.rows[1].last_touch.map(|day| day.to_string())), (2, Some("2026-11-02".into())));
    let problem = &list.problems[0];
    let column = problem.column.as_ref().unwrap();
    assert_eq!((problem.row, column.letter.as_str(), column.heading.as_str()), (8, "C", "最近接触"));
    assert_eq!((problem.code, problem.value.as_deref()), (ProblemCode::DateUnreadable, Some("去年三月")));
}

/// A workbook whose only sheet is given, with the day system of old Macs if asked for.
fn dated(mac: bool, cells: &str) -> Table {
    let sheet = format!(
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>姓名</v></c><c r=\"B1\" t=\"str\"><v>最近接触</v></c></row>{cells}</sheetData></worksheet>"
    );
    let styles = br#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    table(read_bytes(&xlsx_with(sheet.as_bytes(), Some(styles.as_slice()), mac)))
}

fn day_row(row: u32, serial: &str) -> String {
    format!(
        "<row r=\"{row}\"><c r=\"A{row}\" t=\"str\"><v>样例{row}</v></c><c r=\"B{row}\" s=\"1\"><v>{serial}</v></c></row>"
    )
}

#[test]
fn days_as_serials_of_both_systems_and_the_day_that_never_was() {
    let cells =
        [day_row(2, "46328"), day_row(3, "60"), day_row(4, "46328.75"), day_row(5, "-3"), day_row(6, "1e300")].concat();
    let table = dated(false, &cells);
    let (_, _, list) = people(&table);
    let days: Vec<_> = list.rows.iter().map(|row| row.last_touch.map(|day| day.to_string())).collect();
    let day = || Some("2026-11-02".to_owned());
    assert_eq!(days, [day(), None, day(), None, None]);
    assert_eq!(rows_with(&list, ProblemCode::DateUnreadable), [3, 5, 6]);
    let mac = dated(true, &day_row(2, "44866"));
    assert_eq!(people(&mac).2.rows[0].last_touch.map(|day| day.to_string()), day());
}

/// Excel counts a day that never was; as text it is none, and the days around it are what the sheet shows.
#[test]
fn the_29th_of_february_1900_is_no_day() {
    let table = table(read_bytes(
        "姓名,最近接触\n样例一,1900-02-29\n样例二,1900年2月29日\n样例三,2023/2/29\n样例四,2024/2/29\n".as_bytes(),
    ));
    let (_, _, list) = people(&table);
    let days: Vec<_> = list.rows.iter().map(|row| row.last_touch.map(|day| day.to_string())).collect();
    assert_eq!(days, [None, None, None, Some("2024-02-29".to_owned())]);
    assert_eq!(rows_with(&list, ProblemCode::DateUnreadable), [2, 3, 4]);
    let around = dated(false, &[day_row(2, "59"), day_row(3, "61")].concat());
    let days: Vec<_> = people(&around).2.rows.iter().map(|row| row.last_touch.map(|day| day.to_string())).collect();
    assert_eq!(days, [Some("1900-02-28".to_owned()), Some("1900-03-01".to_owned())]);
}

#[test]
fn headings_in_row_7_of_a_workbook_below_a_merged_title() {
    let plain = rust_xlsxwriter::Format::new();
    let bytes = xlsx(|sheet| {
        sheet.merge_range(0, 0, 2, 2, "样例集团通讯录", &plain).unwrap();
        sheet.write(4, 0, "制表：样例一").unwrap();
        for (column, text) in ["姓名", "部门", "手机"].into_iter().enumerate() {
            sheet.write(6, column as u16, text).unwrap();
        }
        for (row, name) in [(7, "彭越"), (8, "钟意")] {
            sheet.write(row, 0, name).unwrap();
            sheet.write(row, 1, "采购部").unwrap();
            sheet.write(row, 2, "13900001234").unwrap();
        }
    });
    let (proposal, _, list) = people(&table(read_bytes(&bytes)));
    assert_eq!(proposal.header_rows, (7, 7));
    let read: Vec<_> = list.rows.iter().map(|one| (one.row, one.name.as_deref().unwrap())).collect();
    assert_eq!(read, [(8, "彭越"), (9, "钟意")]);
}

#[test]
fn formulas_tell_their_last_value() {
    let bytes = xlsx(|sheet| {
        for (column, text) in ["姓名", "部门", "手机"].into_iter().enumerate() {
            sheet.write(0, column as u16, text).unwrap();
        }
        sheet.write_formula(1, 0, rust_xlsxwriter::Formula::new("=\"彭\"&\"越\"").set_result("彭越")).unwrap();
        sheet
            .write_formula(
                1,
                1,
                rust_xlsxwriter::Formula::new("=HYPERLINK(\"http://example.com\",\"采购部\")").set_result("采购部"),
            )
            .unwrap();
        sheet.write_formula(1, 2, rust_xlsxwriter::Formula::new("=A9").set_result("#REF!")).unwrap();
    });
    let (_, _, list) = people(&table(read_bytes(&bytes)));
    assert_eq!((list.rows[0].name.as_deref(), list.rows[0].unit.as_deref()), (Some("彭越"), Some("采购部")));
    assert_eq!(rows_with(&list, ProblemCode::FormulaError), [2]);
}

#[test]
fn several_sheets_and_hidden_ones_are_named_and_may_be_chosen() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, person, hidden) in [("旧名单", "样例旧", true), ("说明", "", false), ("名单", "彭越", false)]
    {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.set_hidden(hidden);
        sheet.write(0, 0, if person.is_empty() { "请填写名单" } else { "姓名" }).unwrap();
        if !person.is_empty() {
            sheet.write(0, 1, "部门").unwrap();
            sheet.write(1, 0, person).unwrap();
            sheet.write(1, 1, "采购部").unwrap();
        }
    }
    book.worksheet_from_name("名单").unwrap().set_active(true);
    let table = table(read_bytes(&book.save_to_buffer().unwrap()));
    let (proposal, _, list) = people(&table);
    assert_eq!((proposal.sheet_name.as_str(), list.rows[0].name.as_deref()), ("名单", Some("彭越")));
    let named: Vec<_> = proposal.sheets.iter().map(|one| (one.name.as_str(), one.hidden, one.rows)).collect();
    assert_eq!(named, [("旧名单", true, 2), ("说明", false, 1), ("名单", false, 2)]);
    let chosen = propose_for(&table, 0);
    assert_eq!(read_people(&table, &chosen.mapping()).rows[0].name.as_deref(), Some("样例旧"));
}

#[test]
fn merged_units_and_section_titles() {
    let plain = rust_xlsxwriter::Format::new();
    let bytes = xlsx(|sheet| {
        for (column, text) in ["部门", "姓名", "职务"].into_iter().enumerate() {
            sheet.write(0, column as u16, text).unwrap();
        }
        sheet.merge_range(1, 0, 1, 2, "一、采购口", &plain).unwrap();
        sheet.merge_range(2, 0, 3, 0, "采购部", &plain).unwrap();
        for (row, name) in [(2, "彭越"), (3, "钟意"), (4, "韩澄")] {
            sheet.write(row, 1, name).unwrap();
        }
    });
    let (proposal, _, list) = people(&table(read_bytes(&bytes)));
    assert_eq!(
        proposal.columns.iter().map(|one| one.field.unwrap()).collect::<Vec<_>>(),
        [PeopleField::Unit, PeopleField::Name, PeopleField::Title]
    );
    let read: Vec<_> =
        list.rows.iter().map(|row| (row.row, row.name.as_deref().unwrap(), row.unit.as_deref())).collect();
    assert_eq!(read, [(3, "彭越", Some("采购部")), (4, "钟意", Some("采购部")), (5, "韩澄", None)]);
}

#[test]
fn a_hundred_thousand_rows() {
    let mut text = String::from("姓名,部门,手机,上级\n");
    for row in 1..=100_000u32 {
        text.push_str(&format!("样例{row},部门{},139{:08},样例{}\n", row / 50, row, row / 7 + 1));
    }
    let table = table(read_bytes(text.as_bytes()));
    let (_, _, list) = people(&table);
    assert_eq!((list.rows.len(), list.rows_read, list.errors()), (100_000, 100_000, 0));
    assert_eq!(list.rows[99_999].mobiles, ["13900100000"]);
}

/// As a spreadsheet, in the memory and time a child has.
#[test]
fn a_hundred_thousand_rows_as_a_spreadsheet() {
    let bytes = xlsx(|sheet| {
        for (column, heading) in (0..).zip(["姓名", "部门", "职务", "上级", "手机", "邮箱", "籍贯", "爱好"])
        {
            sheet.write(0, column, heading).unwrap();
        }
        for row in 1..=100_000u32 {
            let unit = format!("部门{}", row / 50);
            let above = format!("样例{}", row / 7 + 1);
            let number = format!("139{row:08}");
            let mail = format!("p{row}@example.com");
            let cells = [&format!("样例{row}"), &unit, "科员", &above, &number, &mail, "四川", "书法"];
            for (column, cell) in (0..).zip(cells) {
                sheet.write(row, column, cell).unwrap();
            }
        }
    });
    let table = table(read_bytes(&bytes));
    let (proposal, _, list) = people(&table);
    assert_eq!((list.rows.len(), list.rows_read, list.errors(), proposal.rows), (100_000, 100_000, 0, 100_000));
    let last = &list.rows[99_999];
    assert_eq!(
        (last.mobiles.as_slice(), last.emails.as_slice()),
        (["13900100000".into()].as_slice(), ["p100000@example.com".into()].as_slice())
    );
    assert_eq!(list.rows[last.superior.unwrap()].name.as_deref(), Some("样例14286"));
}

/// A column that was filled down by mistake: every row has the same name and reports to it. It ends, and in the space of the list.
#[test]
fn a_hundred_thousand_rows_of_one_name() {
    let mut text = String::from("姓名,部门,职务,手机,上级\n");
    for row in 1..=100_000u32 {
        text.push_str(&format!("样例一,部门{row},科员,139{row:08},样例一\n"));
    }
    let (_, _, list) = people(&table(read_bytes(text.as_bytes())));
    assert_eq!(list.rows.len(), 100_000);
    assert_eq!(rows_with(&list, ProblemCode::SameName).len(), 100_000);
    assert!(list.problems.iter().all(|one| one.rows.len() <= 50), "a problem names some of the others");
    let mut text = String::from("姓名,上级\n");
    (1..=100_000u32).for_each(|row| text.push_str(&format!("样例{row},外部{row}\n")));
    let (_, _, list) = people(&table(read_bytes(text.as_bytes())));
    assert_eq!(list.rows.len(), 200_000, "all superiors nobody lists");
}
