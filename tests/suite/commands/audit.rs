//! The log as people read it: what is in it, whom it is about, and that it shows when it was tampered with.

use app::files::{save_outgoing, write_list};
use serde_json::{Value, json};

use super::{DAY, Desk};

/// The latest line of the log.
fn last(desk: &mut Desk) -> Value {
    desk.ok("get_audit", json!({"person": null, "kind": null, "offset": 0, "limit": 1}))["rows"][0].clone()
}

fn all(desk: &mut Desk, person: &Value, kind: &Value) -> Vec<Value> {
    let view = desk.ok("get_audit", json!({"person": person, "kind": kind, "offset": 0, "limit": 200}));
    view["rows"].as_array().unwrap().clone()
}

fn person(desk: &mut Desk, key: &str, name: &str) -> Value {
    let seat = desk.seat(key, name);
    desk.inspect(&seat)["person"].clone()
}

#[test]
fn looking_finding_exporting_presenting_and_much_at_once_are_in_the_log() {
    let mut desk = Desk::new();
    let who = person(&mut desk, "A01", "阎秀芝");
    desk.ok("get_person", json!({"person": who, "as_of": DAY}));
    let opened = last(&mut desk);
    assert_eq!((&opened["kind"], &opened["about"], &opened["person"]), (&json!("view"), &json!("阎秀芝"), &who));
    desk.ok("get_person", json!({"person": who, "as_of": DAY}));
    assert_eq!(last(&mut desk)["sequence"], opened["sequence"], "the page that loads again was not opened again");
    desk.ok("note_found", json!({"person": who}));
    let found = last(&mut desk);
    assert_eq!((&found["kind"], &found["what"]), (&json!("view"), &json!("搜索并打开人员")));
    desk.app
        .saw_because("view-p3", Some(serde_json::from_value(who.clone()).unwrap()), "catering", Some("安排午餐"))
        .unwrap();
    let seen = last(&mut desk);
    assert_eq!((&seen["what"], &seen["reason"]), (&json!("查看敏感内容"), &json!("安排餐饮 · 安排午餐")));
    assert!(desk.app.saw_because("view-p3", None, "Not a code", None).is_err());
    app::face::log_face(&mut desk.app, true, "key").unwrap();
    assert_eq!((&last(&mut desk)["kind"], &last(&mut desk)["what"]), (&json!("mode"), &json!("开始投屏 · 快捷键")));
    let request = json!({"list": "people", "format": "csv", "class": "P1", "reason": null, "account": null, "as_of": DAY, "keys": null});
    let file = write_list(&mut desk.app, &suite::context(), &serde_json::from_value(request).unwrap()).unwrap();
    save_outgoing(&mut desk.app, &file, &desk._folder.path().join("list.csv")).unwrap();
    let left = last(&mut desk);
    assert_eq!(left["kind"], "export");
    assert!(left["what"].as_str().unwrap().contains("CSV"), "{left}");
    let bulk = all(&mut desk, &Value::Null, &json!("bulk"));
    assert!(!bulk.is_empty() && bulk.iter().all(|one| one["kind"] == "bulk"), "the sample came in at once: {bulk:?}");
    for row in all(&mut desk, &Value::Null, &Value::Null) {
        let said = row.to_string();
        assert!(!["step-", "audit-", "list-kind", "list-reason"].iter().any(|key| said.contains(key)), "{said}");
    }
    assert_eq!(desk.ok("check_audit", json!({}))["broken"], Value::Null);
}

#[test]
fn the_log_of_one_person_is_theirs_and_comes_in_stretches() {
    let mut desk = Desk::new();
    let (who, other) = (person(&mut desk, "A01", "阎秀芝"), person(&mut desk, "A01", "苗国梁"));
    for _ in 0..3 {
        desk.ok("get_person", json!({"person": who, "as_of": DAY}));
        desk.ok("get_person", json!({"person": other, "as_of": DAY}));
    }
    let seat = desk.seat("A01", "阎秀芝");
    desk.ok("set_stance", json!({"seat": seat, "decision": null, "level": 1, "read_on": DAY, "evidence": "样例"}));
    let own = all(&mut desk, &who, &Value::Null);
    assert_eq!((&own[0]["kind"], &own[0]["about"]), (&json!("change"), &json!("阎秀芝")), "{own:?}");
    assert_eq!(own.iter().filter(|one| one["kind"] == "view").count(), 3);
    assert!(own.iter().all(|one| one["person"] != other));
    let view = desk.ok("get_audit", json!({"person": who, "kind": "view", "offset": 0, "limit": 2}));
    assert_eq!(
        (&view["total"], view["rows"].as_array().unwrap().len(), &view["name"]),
        (&json!(3), 2, &json!("阎秀芝"))
    );
    let rest = desk.ok("get_audit", json!({"person": who, "kind": "view", "offset": 2, "limit": 2}));
    assert_eq!(rest["rows"].as_array().unwrap().len(), 1);
    assert!(rest["rows"][0]["sequence"].as_i64() < view["rows"][1]["sequence"].as_i64(), "the latest first");
}

#[test]
fn of_an_erased_person_the_log_keeps_the_lines_and_no_words() {
    let mut desk = Desk::new();
    let who = person(&mut desk, "A08", "尉迟安");
    let id: uuid::Uuid = serde_json::from_value(who.clone()).unwrap();
    desk.app.saw_because("view-p3", Some(id), "catering", Some("给尉迟安订餐")).unwrap();
    // Also where it was about somebody else.
    let account: uuid::Uuid = serde_json::from_value(desk.account("A08")).unwrap();
    desk.app.saw_because("view-p3", Some(account), "other", Some("尉迟安的同事")).unwrap();
    let before = desk.ok("check_audit", json!({}));
    desk.ok("erase_person", json!({"person": who, "name": "尉迟安", "mentions": []}));
    let lines = all(&mut desk, &Value::Null, &json!("view"));
    let seen: Vec<&Value> = lines.iter().filter(|one| one["what"] == "查看敏感内容").collect();
    assert_eq!(seen.len(), 2);
    assert!(seen.iter().all(|one| ["安排餐饮", "其他"].contains(&one["reason"].as_str().unwrap())), "{seen:?}");
    assert!(!lines.iter().any(|one| one.to_string().contains("尉迟安")), "{lines:?}");
    let after = desk.ok("check_audit", json!({}));
    assert_eq!((&before["broken"], &after["broken"]), (&Value::Null, &Value::Null));
    assert!(after["lines"].as_u64() > before["lines"].as_u64());
    for entry in std::fs::read_dir(desk._folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows("订餐".len()).any(|part| part == "订餐".as_bytes()));
    }
}

#[test]
fn a_line_written_over_in_the_file_is_told_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dianke");
    let file = path.to_str().unwrap().to_owned();
    assert!(suite::dianke(&["new", &file, "--sample"]).unwrap().status.success());
    assert!(suite::dianke(&["person", &file, "--ref", "p101", "--json"]).unwrap().status.success());
    let told = |arguments: &[&str]| {
        let out = suite::dianke(arguments).unwrap();
        (out.status.success(), String::from_utf8(out.stdout).unwrap(), String::from_utf8(out.stderr).unwrap())
    };
    let (well, text, errors) = told(&["audit", &file, "--json"]);
    assert!(well, "{errors}");
    let log: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&log["check"]["broken"], &log["lines"][0]["kind"]), (&Value::Null, &json!("view")), "{log}");
    let mine = told(&["audit", &file, "--json", "--ref", "p101", "--kind", "view"]).1;
    assert_eq!(serde_json::from_str::<Value>(&mine).unwrap()["lines"].as_array().unwrap().len(), 1);
    let bytes = std::fs::read(&path).unwrap();
    let at = bytes.windows(11).position(|part| part == b"open-person").unwrap();
    let mut altered = bytes;
    altered[at..at + 11].copy_from_slice(b"open-nobody");
    std::fs::write(&path, altered).unwrap();
    let (well, text, errors) = told(&["audit", &file, "--json"]);
    assert!(!well && !errors.is_empty());
    let log: Value = serde_json::from_str(&text).unwrap();
    let altered = log["lines"].as_array().unwrap().iter().find(|one| one["what"] == "open-nobody").unwrap();
    let line = altered["sequence"].to_string();
    assert!(log["check"]["broken"].as_str().unwrap().contains(&line), "{log}");
    assert!(!told(&["check", &file]).0, "and the check of the file says so too");
}
