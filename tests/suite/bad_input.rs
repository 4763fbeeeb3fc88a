//! Bad input gets a clear refusal and loses nothing. Each case drives the real programs over real files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing expectation is what a test is for")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use suite::{dianke, sample};

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

struct Ground {
    folder: tempfile::TempDir,
    workspace: PathBuf,
}

impl Ground {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let workspace = folder.path().join("w.dianke");
        assert!(dianke(&["new", &text(&workspace), "--sample"]).unwrap().status.success());
        Self { folder, workspace }
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn content(&self) -> String {
        let out = self.folder.path().join("content.json");
        assert!(dianke(&["export", &text(&self.workspace), "--out", &text(&out)]).unwrap().status.success());
        std::fs::read_to_string(out).unwrap()
    }

    /// Importing must be refused with a text that holds `words`, within ten seconds, and change nothing.
    fn refuses(&self, file: &Path, words: &str) {
        let before = self.content();
        let start = Instant::now();
        let output = dianke(&["import", &text(&self.workspace), &text(file)]).unwrap();
        assert!(start.elapsed() < Duration::from_secs(10), "{} took too long", file.display());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{}: {said}", file.display());
        assert!(said.contains(words), "{}: {said}", file.display());
        assert!(!said.contains("panicked") && !said.contains("error-"), "{said}");
        assert_eq!(self.content(), before, "{}", file.display());
    }
}

#[test]
fn files_that_are_no_list_are_refused() {
    let ground = Ground::new();
    ground.refuses(&ground.file("picture.xlsx", &[0x89, b'P', b'N', b'G', 0, 1, 2, 3]), "");
    ground.refuses(&ground.file("empty.xlsx", b""), "没有内容");
    ground.refuses(&ground.file("empty.csv", b"\n\n\n"), "没有内容");
    let mut encrypted = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    encrypted.resize(512, 0);
    encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    encrypted.resize(4096, 0);
    ground.refuses(&ground.file("locked.xlsx", &encrypted), "");
    ground.refuses(&ground.file("other.json", br#"{"hello": 1}"#), "");
    ground.refuses(&ground.file("newer.json", br#"{"format":"dianke-workspace","version":9,"records":{}}"#), "");
}

#[test]
fn a_sheet_of_20_000_columns_is_refused() {
    let ground = Ground::new();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for column in 0..16_000 {
        sheet.write(0, column, "列").unwrap();
    }
    let wide = ground.folder.path().join("wide.xlsx");
    book.save(&wide).unwrap();
    ground.refuses(&wide, "列");
    let line = vec!["列"; 20_000].join(",");
    ground.refuses(&ground.file("wide.csv", line.as_bytes()), "列");
}

#[test]
fn a_zip_bomb_and_the_corner_cell_do_no_harm() {
    let ground = Ground::new();
    let bomb = ground.folder.path().join("bomb.xlsx");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&bomb).unwrap());
    let packed = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file("[Content_Types].xml", packed).unwrap();
    zip.write_all(b"<Types/>").unwrap();
    zip.start_file("xl/worksheets/sheet1.xml", packed).unwrap();
    let zeros = vec![b'0'; 1 << 20];
    for _ in 0..400 {
        zip.write_all(&zeros).unwrap();
    }
    zip.finish().unwrap();
    ground.refuses(&bomb, "");

    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "姓名").unwrap();
    sheet.write(1_048_575, 16_383, "角").unwrap();
    let corner = ground.folder.path().join("corner.xlsx");
    book.save(&corner).unwrap();
    assert!(std::fs::metadata(&corner).unwrap().len() < 10_000);
    ground.refuses(&corner, "列");
}

/// As long as it says, and next to nothing on the disk.
fn sparse(path: &Path, start: &[u8], length: u64) {
    let mut file = std::fs::File::create(path).unwrap();
    file.write_all(start).unwrap();
    file.set_len(length).unwrap();
}

#[test]
fn a_line_of_one_gigabyte_is_refused_whatever_it_is_called() {
    let ground = Ground::new();
    for (name, start) in [
        ("line.csv", "姓名,部门\n彭越,"),
        ("line.xlsx", "PK\u{3}\u{4}"),
        ("line.vcf", "BEGIN:VCARD\r\nFN:彭越\r\nNOTE:"),
        ("line.json", "{\"format\":\"dianke-workspace\",\"version\":1,\"records\":{\""),
    ] {
        let path = ground.folder.path().join(name);
        sparse(&path, start.as_bytes(), 1 << 30);
        ground.refuses(&path, "MB");
        std::fs::remove_file(path).unwrap();
    }
    // One line below the limit of the file, far above that of a cell.
    let mut long = "姓名,备注\n彭越,".to_owned();
    long.push_str(&"长".repeat(15 << 20));
    ground.refuses(&ground.file("long.csv", long.as_bytes()), "第2行B列");
}

/// A card whose picture is none and whose picture is too large: the person comes in, and it is told what did not.
#[test]
fn cards_with_broken_and_huge_pictures_come_in_without_them() {
    let ground = Ground::new();
    let huge = "QUJD".repeat(50 * 1024 * 1024 / 4);
    let nested = format!("{}{}", "AGENT:\r\nBEGIN:VCARD\r\nFN:里\r\n".repeat(5_000), "END:VCARD\r\n".repeat(5_000));
    let cards = format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:样例甲\r\nPHOTO;ENCODING=b;TYPE=JPEG:!!!!%%%%\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:样例乙\r\n{nested}PHOTO;ENCODING=BASE64;JPEG:{huge}\r\nEND:VCARD\r\n"
    );
    let file = ground.file("cards.vcf", cards.as_bytes());
    let start = Instant::now();
    let output =
        dianke(&["import", &text(&ground.workspace), &text(&file), "--account-name", "样例客户", "--json"]).unwrap();
    assert!(start.elapsed() < Duration::from_secs(10), "took {:?}", start.elapsed());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let content = ground.content();
    assert!(content.contains("样例甲") && content.contains("样例乙") && !content.contains("\"里\""));
}

#[test]
fn odd_rows_are_named_and_the_good_ones_imported() {
    let ground = Ground::new();
    let long = "长".repeat(500);
    let list = format!(
        "姓名,职务,上级,最近接触\n样例甲,总经理,样例乙,2026-02-30\n样例乙,经理,样例甲,去年三月\n{long},科员,,\n样例\u{202e}丙,<script>alert(1)</script>,外人,\n"
    );
    let file = ground.file("odd.csv", list.as_bytes());
    let output = dianke(&["import", &text(&ground.workspace), &text(&file), "--dry-run", "--json"]).unwrap();
    let view: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows: Vec<u64> = view["problems"].as_array().unwrap().iter().map(|one| one["row"].as_u64().unwrap()).collect();
    for row in 2..=5 {
        assert!(rows.contains(&row), "row {row}: {}", view["problems"]);
    }
    assert!(
        view["problems"].as_array().unwrap().iter().all(|one| !one["text"].as_str().unwrap().starts_with("intake-")),
        "{}",
        view["problems"]
    );
    assert!(
        dianke(&["import", &text(&ground.workspace), &text(&file), "--account-name", "样例客户"])
            .unwrap()
            .status
            .success()
    );
    let content = ground.content();
    assert!(
        content.contains("样例丙")
            && content.contains("<script>alert(1)</script>")
            && !content.contains(&long)
            && !content.contains('\u{202e}')
    );
}

#[test]
fn damaged_foreign_and_newer_workspaces_are_refused_untouched() {
    let ground = Ground::new();
    let random: Vec<u8> = (0..20_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let foreign = ground.file("foreign.dianke", &random);
    let output = dianke(&["accounts", &text(&foreign)]).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("不是典客的工作区"));
    assert_eq!(std::fs::read(&foreign).unwrap(), random);

    let mut torn = std::fs::read(&ground.workspace).unwrap();
    torn.truncate(torn.len() / 3);
    let torn_file = ground.file("torn.dianke", &torn);
    let output = dianke(&["check", &text(&torn_file)]).unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(std::fs::read(&torn_file).unwrap(), torn);
}

#[test]
fn a_folder_that_takes_no_files_is_refused() {
    // A path beneath a file can never be a folder, not even for root.
    let ground = Ground::new();
    let blocked = ground.file("plain", b"x").join("w.dianke");
    let output = dianke(&["new", &text(&blocked)]).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(!String::from_utf8_lossy(&output.stderr).contains("error-"));
    let output = dianke(&[
        "map",
        &text(&ground.workspace),
        "--account",
        "A01",
        "--out",
        &text(&ground.folder.path().join("plain/map.svg")),
        "--as-of",
        "2026-11-20",
    ])
    .unwrap();
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_visit_without_guests_has_no_briefing() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = suite::sample_app(folder.path()).unwrap();
    let account =
        suite::call(&mut app, "list_accounts", serde_json::json!({})).unwrap()["accounts"][0]["account"].clone();
    let visit = serde_json::json!({"account": account, "starts_on": "2026-11-25", "days": 1, "level": "C", "purpose": "交流", "place": "", "convention": "business"});
    let id: domain::VisitId =
        serde_json::from_value(suite::call(&mut app, "add_visit", visit).unwrap()["created"].clone()).unwrap();
    let request = suite::paper(id, domain::PaperName::InternalFull);
    let refused = app::files::write_edition(&mut app, &suite::context(), request).err().unwrap();
    assert_eq!(refused.view().code, "no-guests");
    suite::call(&mut app, "get_visit", serde_json::json!({"visit": id})).unwrap();
}

#[test]
fn a_second_writer_is_refused_politely() {
    let folder = tempfile::tempdir().unwrap();
    let _app = suite::sample_app(folder.path()).unwrap();
    let output = dianke(&["accounts", &text(&folder.path().join("sample.dianke"))]).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("先在那边关闭"));
}

#[test]
fn the_sample_list_has_the_faults_it_should_have() {
    let ground = Ground::new();
    let output = dianke(&["import", &text(&ground.workspace), &text(&sample("people.xlsx")), "--dry-run"]).unwrap();
    assert!(output.status.success());
    assert!(!String::from_utf8_lossy(&output.stdout).trim().is_empty(), "the sample list has faults to show");
}

#[test]
fn a_document_never_takes_the_place_of_a_workspace() {
    let ground = Ground::new();
    let before = ground.content();
    let workspace = text(&ground.workspace);
    let output = dianke(&["export", &workspace, "--out", &workspace]).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(ground.content(), before);
}

#[test]
fn a_visit_of_four_thousand_million_days_is_refused() {
    let ground = Ground::new();
    let text = ground.content();
    let mut file: serde_json::Value = serde_json::from_str(&text).unwrap();
    file["records"]["visits"][0]["days"] = serde_json::json!(u32::MAX);
    let path = ground.file("long.json", file.to_string().as_bytes());
    ground.refuses(&path, "");
}

#[test]
fn a_list_imported_twice_doubles_nobody() {
    let ground = Ground::new();
    let list = text(&sample("people.xlsx"));
    let import = || dianke(&["import", &text(&ground.workspace), &list, "--account", "A08"]).unwrap();
    assert!(import().status.success());
    let before = ground.content();
    let second = import();
    let people = |text: &str| {
        serde_json::from_str::<serde_json::Value>(text).unwrap()["records"]["people"].as_array().unwrap().len()
    };
    assert!(people(&ground.content()) <= people(&before) + 1, "{}", String::from_utf8_lossy(&second.stdout));
}

/// What the window shows while a file is read, and what its stop does.
#[test]
fn a_long_reading_shows_its_rows_and_stops_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut list = "姓名,部门,备注\n".to_owned();
    (1..=600_000).for_each(|row| list.push_str(&format!("样例{row},部门{},x\n", row / 50)));
    let file = folder.path().join("long.csv");
    std::fs::write(&file, list).unwrap();
    let reader = suite::program("dianke").unwrap();
    let progress = app::progress::Progress::default();
    std::thread::scope(|scope| {
        let reading = scope.spawn(|| app::files::read_import(&reader, &progress, &file).map(drop));
        while progress.view().done == 0 && !reading.is_finished() {
            std::thread::sleep(Duration::from_millis(2));
        }
        let shown = progress.view();
        assert_eq!((shown.phase.as_str(), shown.total), ("reading", 0), "{} rows", shown.done);
        let start = Instant::now();
        progress.cancel();
        let refused = reading.join().unwrap().err().unwrap();
        assert!(start.elapsed() < Duration::from_millis(200), "took {:?}", start.elapsed());
        assert_eq!(refused.view().code, "intake-cancelled");
    });
}

/// The table of cases names tests; one that is gone or renamed is no proof.
#[test]
fn every_test_the_table_of_bad_input_names_is_there() {
    let table = std::fs::read_to_string(suite::root().join("docs/bad-input.md")).unwrap();
    let mut named = 0;
    for one in table.split('`').filter(|one| one.contains("::")) {
        let (file, test) = one.split_once("::").unwrap();
        let path = match file.strip_prefix("intake/") {
            Some(file) => format!("crates/intake/tests/{file}.rs"),
            None => format!("tests/suite/{file}.rs"),
        };
        let source = std::fs::read_to_string(suite::root().join(&path)).unwrap();
        assert!(source.contains(&format!("fn {test}(")), "{path} has no {test}");
        named += 1;
    }
    assert!(named > 30, "{named} tests named");
}
