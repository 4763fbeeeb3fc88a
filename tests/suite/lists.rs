//! Lists as they leave: read back by our own import, cell by cell, and by programs of other makers. What survives the way out
//! and in again is the table of `docs/round-trip.md`, which is checked here.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing expectation is what a test is for")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use suite::{dianke, root};

/// After everything the lists hold was noted, whenever the test runs.
const DAY: &str = "2099-01-01";

/// A list with every field a list of people can bring, in neutral people.
const FULL: &str = "\
编号,姓名,英文名,称呼,部门,职务,职级,汇报给,手机,电话,邮箱,办公地址,决策角色,作用,权力,影响力,态度,责任人,备份,高层责任人,最近接触,籍贯,毕业院校,曾任职,方言,爱好,饮食,专业,生日,备注,即时通讯
x1,欧阳样例,Sample Ouyang,欧总,公司本部,总经理,8,,13800000001,010-66880001,one@example.com,样例路1号样例大厦,经济决策人,,4,4,中立,样例甲,样例乙,样例丙,2026-10-01,陕西省榆林市绥德县,样例大学,样例设计院,西南官话,乒乓球、书法,无,电气,4月12日,\"第一行，有逗号, 有\"\"引号\"\"\",微信 sample-one、QQ 10001
x2,单样例,Sample Shan,,生产系统,生产副总经理,6,欧阳样例,+86 138 0000 0002,,two@example.com,,使用者、影响者,教练,2,3,主动支持,样例乙,,,2026-11-02,,,,,,,,农历闰四月初八,=HYPERLINK(1),
x3,样例三,,,采购部,采购部长,,欧阳样例,+44 20 7946 0018,,,,商务评估者,,2,,不支持,,,,,,,,,,,,,-2,
";

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn done(arguments: &[&str]) {
    let output = dianke(arguments).unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A workspace in `folder` with what a list holds.
fn imported(folder: &Path, name: &str, list: &Path) -> String {
    let workspace = text(&folder.join(format!("{name}.dianke")));
    done(&["new", &workspace]);
    done(&["import", &workspace, &text(list), "--account-name", "样例客户"]);
    workspace
}

fn full(folder: &Path) -> String {
    let list = folder.join("full.csv");
    std::fs::write(&list, FULL).unwrap();
    imported(folder, "full", &list)
}

fn export(workspace: &str, out: &Path, more: &[&str]) {
    let out = text(out);
    let base = ["export", workspace, "--out", &out, "--as-of", DAY];
    done(&[&base[..], more].concat());
}

/// Everything, as a table of separated text: the same heads whatever came in.
fn all_of(workspace: &str, folder: &Path) -> Vec<BTreeMap<String, String>> {
    let out = folder.join("all.csv");
    export(workspace, &out, &["--class", "P3", "--reason", "audit"]);
    table(&out)
}

/// Rows of a file of separated text by their headings.
fn table(path: &Path) -> Vec<BTreeMap<String, String>> {
    let whole = std::fs::read_to_string(path).unwrap();
    let rows = cells(whole.strip_prefix('\u{feff}').unwrap());
    let (heads, rows) = rows.split_first().unwrap();
    rows.iter().map(|row| heads.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

/// RFC 4180, read here so that no reader of ours hides what the writer does.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut cell, mut quoted) = (vec![vec![]], String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => cell.extend(signs.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => rows.last_mut().unwrap().push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                rows.last_mut().unwrap().push(std::mem::take(&mut cell));
                rows.push(vec![]);
            }
            other => cell.push(other),
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// The ways out whose way in is tried.
const WAYS: [(&str, &str, &[&str]); 4] = [
    ("XLSX", "people.xlsx", &["--class", "P3", "--reason", "transfer"]),
    ("CSV", "people.csv", &["--class", "P3", "--reason", "transfer"]),
    ("vCard 4.0", "people4.vcf", &["--class", "P3", "--reason", "transfer"]),
    ("vCard 3.0", "people3.vcf", &["--class", "P3", "--reason", "transfer", "--vcard", "3.0"]),
];

/// How much of a field came through: everything, part of it, or nothing.
fn kept(before: &[BTreeMap<String, String>], after: &[BTreeMap<String, String>], head: &str) -> &'static str {
    let known = |rows: &[BTreeMap<String, String>]| -> BTreeMap<String, String> {
        rows.iter().map(|row| (row["姓名"].clone(), row[head].clone())).collect()
    };
    let (before, after) = (known(before), known(after));
    let said: Vec<_> = before.iter().filter(|(_, value)| !value.is_empty()).collect();
    let same = said.iter().filter(|(name, value)| after.get(*name) == Some(*value)).count();
    match same {
        0 => "–",
        some if some < said.len() => "partly",
        _ => "yes",
    }
}

/// The table of the document.
fn round_trip(folder: &Path) -> String {
    let workspace = full(folder);
    let before = all_of(&workspace, folder);
    assert_eq!(before.len(), 3);
    let heads: Vec<String> =
        cells(std::fs::read_to_string(folder.join("all.csv")).unwrap().trim_start_matches('\u{feff}'))[0].clone();
    let mut columns = Vec::new();
    for (name, file, more) in WAYS {
        let out = folder.join(file);
        export(&workspace, &out, more);
        let again = imported(folder, name, &out);
        columns.push(all_of(&again, folder));
    }
    let mut lines = vec![
        format!("| Field | {} |", WAYS.map(|one| one.0).join(" | ")),
        format!("|---|{}", "---|".repeat(WAYS.len())),
    ];
    for head in heads {
        if before.iter().all(|row| row[&head].is_empty()) {
            lines.push(format!("| {head} | {} |", ["not in a list of people"; WAYS.len()].join(" | ")));
            continue;
        }
        let cells: Vec<&str> = columns.iter().map(|after| kept(&before, after, &head)).collect();
        lines.push(format!("| {head} | {} |", cells.join(" | ")));
    }
    lines.join("\n") + "\n"
}

#[test]
fn what_survives_the_way_out_and_in_again_is_what_the_document_says() {
    let folder = tempfile::tempdir().unwrap();
    let found = round_trip(folder.path());
    let document: PathBuf = root().join("docs/round-trip.md");
    let whole = std::fs::read_to_string(&document).unwrap();
    let (head, _) = whole.split_once("| Field |").unwrap_or((&whole, ""));
    let wanted = format!("{head}{found}");
    if std::env::var_os("DIANKE_WRITE_DOCS").is_some() {
        std::fs::write(&document, &wanted).unwrap();
        return;
    }
    assert_eq!(whole, wanted, "run this test with DIANKE_WRITE_DOCS=1 to write the table anew");
}

/// Cards as a file of them says, without what is new in every workspace: unfolded lines, sorted.
fn said(cards: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(cards).unwrap().replace("\r\n ", "");
    let mut all: Vec<Vec<String>> = text
        .split("BEGIN:VCARD")
        .skip(1)
        .map(|card| card.lines().filter(|one| !one.is_empty() && !one.starts_with("UID:")).map(str::to_owned).collect())
        .collect();
    all.sort();
    all
}

/// Cards of other programs come into a workspace, leave it, come into another and leave that: nothing is lost on the second way.
#[test]
fn cards_of_every_version_come_back_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let cards = root().join("crates/intake/tests/files/vcard");
    for (from, least) in [
        ("outlook.vcf", &["TEL", "EMAIL", "ADR", "NOTE", "TITLE", "ORG"][..]),
        ("android.vcf", &["TEL", "BDAY", "NOTE", "TITLE", "ORG"]),
        ("iphone.vcf", &["TEL", "EMAIL", "ADR", "BDAY", "NOTE", "X-PHONETIC-LAST-NAME"]),
        ("thunderbird.vcf", &["TEL", "EMAIL", "ADR", "BDAY", "TITLE"]),
        ("public/outlook-2007.vcf", &["TEL", "EMAIL", "ADR", "BDAY", "NOTE", "TITLE", "ORG"]),
        ("public/gmail-single2.vcf", &["TEL", "EMAIL", "ADR", "BDAY", "NOTE", "TITLE", "ORG"]),
        ("public/cardbook-4.vcf", &["TEL", "EMAIL", "ADR", "TITLE", "ORG"]),
    ] {
        for version in ["3.0", "4.0"] {
            let ways = ["--class", "P3", "--reason", "transfer", "--vcard", version];
            let (once, twice) = (folder.path().join("once.vcf"), folder.path().join("twice.vcf"));
            let name = from.replace(['/', '.'], "-");
            export(&imported(folder.path(), &format!("{name}-{version}-1"), &cards.join(from)), &once, &ways);
            export(&imported(folder.path(), &format!("{name}-{version}-2"), &once), &twice, &ways);
            assert_eq!(said(&once), said(&twice), "{from} by {version}");
            let all = said(&once).concat().join("\n");
            for property in least {
                assert!(all.contains(&format!("\n{property}")), "{from} by {version} has no {property}: {all}");
            }
        }
    }
}

#[test]
fn nothing_typed_becomes_a_formula_in_any_file() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = full(folder.path());
    for row in all_of(&workspace, folder.path()) {
        for (head, cell) in row {
            let number = cell.parse::<f64>().is_ok();
            assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{head}: {cell}");
        }
    }
}

#[test]
fn a_class_holds_no_more_than_it_says_and_background_needs_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = full(folder.path());
    let out = folder.path().join("some.csv");
    let heads = |class: &str| {
        let why: &[&str] = if class >= "P2" { &["--reason", "meeting"] } else { &[] };
        export(&workspace, &out, &[&["--class", class][..], why].concat());
        std::fs::read_to_string(&out).unwrap().lines().next().unwrap().to_owned()
    };
    assert!(heads("P0").contains("姓名") && !heads("P0").contains("手机"));
    assert!(heads("P1").contains("手机") && !heads("P1").contains("态度"));
    assert!(heads("P2").contains("态度") && !heads("P2").contains("饮食"));
    assert!(heads("P3").contains("饮食"));
    let refused = dianke(&["export", &workspace, "--out", &text(&out), "--class", "P2"]).unwrap();
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("用途"));
    let cards = folder.path().join("some.vcf");
    export(&workspace, &cards, &[]);
    let written = std::fs::read_to_string(&cards).unwrap();
    assert!(written.contains("TEL;TYPE=cell:13800000001") && !written.contains("BDAY") && !written.contains("NOTE"));
    let wrong = dianke(&["export", &workspace, "--out", &text(&cards), "--list", "visits"]).unwrap();
    assert!(!wrong.status.success());
}

#[test]
fn every_export_is_in_the_audit_and_older_uses_keep_working() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = full(folder.path());
    let whole = folder.path().join("workspace.json");
    done(&["export", &workspace, "--out", &text(&whole)]);
    assert!(std::fs::read_to_string(&whole).unwrap().contains("dianke-workspace"));
    assert!(is_noted(&workspace, "export-workspace:json"));
    export(&workspace, &folder.path().join("list.xlsx"), &["--class", "P0"]);
    export(&workspace, &folder.path().join("list.csv"), &["--class", "P2", "--reason", "handover"]);
    assert!(is_noted(&workspace, "export-list:people:xlsx:P0:3:none"));
    assert!(is_noted(&workspace, "export-list:people:csv:P2:3:handover"));
    let odd = folder.path().join("copy");
    done(&["export", &workspace, "--out", &text(&odd)]);
    assert!(
        std::fs::read_to_string(&odd).unwrap().contains("dianke-workspace"),
        "without an end it is the whole workspace"
    );
}

/// Whether the audit has an entry: its words are in the file as they are.
fn is_noted(workspace: &str, entry: &str) -> bool {
    std::fs::read(workspace).unwrap().windows(entry.len()).any(|one| one == entry.as_bytes())
}

/// Python with the libraries the files are read back with, where there is one.
fn python() -> Option<PathBuf> {
    let named = std::env::var_os("DIANKE_PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from);
    let has = Command::new(&named).args(["-c", "import openpyxl, vobject"]).output().ok()?;
    has.status.success().then_some(named)
}

#[test]
fn other_programs_read_every_list_and_card() {
    let Some(python) = python() else {
        assert!(std::env::var_os("DIANKE_PYTHON").is_none(), "DIANKE_PYTHON has no openpyxl and vobject");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let full = full(folder.path());
    let sample = text(&folder.path().join("sample.dianke"));
    done(&["new", &sample, "--sample"]);
    let lists =
        ["people", "accounts", "court", "promises", "requests", "complaints", "warnings", "visits", "colleagues"];
    for list in lists {
        for end in ["xlsx", "csv"] {
            let out = folder.path().join(format!("{list}.{end}"));
            export(&sample, &out, &["--list", list, "--class", "P3", "--reason", "audit"]);
        }
    }
    for (_, file, more) in WAYS {
        export(&full, &folder.path().join(format!("full-{file}")), more);
    }
    let check = text(&root().join("tests/office/check_lists.py"));
    let output = Command::new(python).args([&check, &text(folder.path())]).output().unwrap();
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}{}", said(&output.stdout), said(&output.stderr));
}
