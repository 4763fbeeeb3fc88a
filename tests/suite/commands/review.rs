//! The weekly review on the sample: what is told, what the files hold, and what a joint meeting may see.

use std::io::Read;

use serde_json::{Value, json};

use super::Desk;

impl Desk {
    fn review(&mut self, account: &str, since: &str, until: &str) -> Value {
        let id = app::report::account_id(&mut self.app, account).unwrap();
        self.ok("get_review", json!({"accounts": [id], "since": since, "until": until}))
    }
    fn review_file(&mut self, request: Value) -> Result<Vec<u8>, String> {
        let request = serde_json::from_value(request).unwrap();
        let file = app::files::write_review(&mut self.app, &suite::context(), request);
        file.map(|one| one.bytes).map_err(|error| error.view().code)
    }
}

fn lines(view: &Value, kind: &str) -> Vec<Value> {
    let parts = view["accounts"][0]["parts"].as_array().unwrap();
    let part = parts.iter().find(|one| one["kind"] == kind);
    part.map_or_else(Vec::new, |one| one["lines"].as_array().unwrap().clone())
}

#[test]
fn a_week_tells_collisions_promises_and_meetings_of_the_account() {
    let mut desk = Desk::new();
    let view = desk.review("A08", "2026-11-12", "2026-11-20");
    let collisions = lines(&view, "collision");
    let marks: Vec<_> =
        collisions.iter().map(|one| (one["mark"].as_str().unwrap(), one["severity"].as_str().unwrap())).collect();
    assert!(marks.contains(&("standing", "red")), "two owners since ever: {marks:?}");
    assert!(marks.contains(&("new", "red")), "the second go-live day was promised within the week: {marks:?}");
    let kept = lines(&view, "kept");
    assert_eq!(kept.len(), 1, "c801 was delivered on the 13th");
    assert_eq!(kept[0]["on"], "2026-11-13");
    assert!(!lines(&view, "contact").is_empty());
    let later = desk.review("A08", "2026-11-13", "2026-11-20");
    assert!(lines(&later, "kept").is_empty(), "the first day belongs to the week before");
}

#[test]
fn days_the_wrong_way_round_and_endless_spans_are_refused() {
    let mut desk = Desk::new();
    for (since, code) in
        [("2026-11-20", "days-turned"), ("2026-11-21", "days-turned"), ("2020-01-01", "review-too-long")]
    {
        let request = json!({"accounts": [], "since": since, "until": "2026-11-20"});
        assert_eq!(desk.on("2026-11-20", "get_review", request), Err(code.into()), "{since}");
    }
}

fn pdf_text(bytes: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let read = std::process::Command::new("pdftotext").arg("-layout").arg(file.path()).arg("-").output().unwrap();
    String::from_utf8(read.stdout).unwrap()
}

/// All texts of a workbook, and whether any cell is a formula.
fn workbook(bytes: &[u8]) -> (String, bool) {
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        parts.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    (read("xl/sharedStrings.xml"), read("xl/worksheets/sheet1.xml").contains("<f>"))
}

#[test]
fn both_files_hold_what_the_screen_tells() {
    let mut desk = Desk::new();
    let week = json!({"accounts": [], "since": "2026-11-13", "until": "2026-11-20", "lang": "zh-CN"});
    let view = desk.ok("get_review", week.clone());
    let with = |more: Value| {
        let mut all = week.clone();
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    let pdf = pdf_text(&desk.review_file(with(json!({"format": "pdf"}))).unwrap());
    let plain: String = pdf.split_whitespace().collect();
    let (cells, formulas) = workbook(&desk.review_file(with(json!({"format": "xlsx"}))).unwrap());
    assert!(!formulas);
    let accounts = view["accounts"].as_array().unwrap();
    assert!(accounts.len() >= 6);
    for account in accounts {
        assert!(plain.contains(account["name"].as_str().unwrap()) && cells.contains(account["name"].as_str().unwrap()));
        for line in account["parts"].as_array().unwrap().iter().flat_map(|part| part["lines"].as_array().unwrap()) {
            let what = line["what"].as_str().unwrap();
            assert!(cells.contains(&what.replace('&', "&amp;")), "{what}");
        }
    }
}

#[test]
fn a_joint_meeting_sees_structure_and_contacts_only() {
    let mut desk = Desk::new();
    let id = app::report::account_id(&mut desk.app, "A08").unwrap();
    let asked = |accounts: Value| json!({"accounts": accounts, "since": "2026-10-20", "until": "2026-11-20", "format": "pdf", "lang": "zh-CN", "room": true});
    let text = pdf_text(&desk.review_file(asked(json!([id]))).unwrap());
    assert!(text.contains("汇湾商业银行") && text.contains("来访"), "{text}");
    for word in ["责任", "空白", "碰撞", "覆盖", "承诺", "健康", "内部", "逾期", "投诉", "预警"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
    assert_eq!(desk.review_file(asked(json!([]))), Err("review-one-account".into()));
    let inner =
        json!({"accounts": [id], "since": "2026-11-13", "until": "2026-11-20", "format": "pdf", "lang": "zh-CN"});
    let presenting = app::wire::ViewContext { mode: domain::scene::DisplayMode::Presenting, ..suite::context() };
    let request = serde_json::from_value(inner).unwrap();
    assert!(app::files::write_review(&mut desk.app, &presenting, request).is_err());
}
