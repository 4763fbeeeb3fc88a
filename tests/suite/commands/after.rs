//! The day of a visit and the days after.

use domain::{LogKind, VisitLogEntry};
use serde_json::{Value, json};

use super::Desk;
use super::canary::{open_with, sample};

/// The day after V07.
const AFTER: &str = "2026-12-05";

impl Desk {
    /// Does a command on a later day, with the way back and forth again.
    fn turned_on(&mut self, day: &str, name: &str, request: Value) -> Value {
        let before = self.records();
        let changed = self.on(day, name, request).unwrap_or_else(|code| panic!("{name}: {code}"));
        let after = self.records();
        assert_ne!(before, after, "{name}");
        self.ok("undo", json!({}));
        assert_eq!(self.records(), before, "{name}: undo");
        self.ok("redo", json!({}));
        assert_eq!(self.records(), after, "{name}: redo");
        changed
    }
}

#[test]
fn a_promise_of_the_log_goes_into_the_ledger_with_our_own_day_and_only_once() {
    let mut desk = Desk::new();
    let visit = desk.visit("V07");
    let (guest, staff) = (desk.view(&visit)["guests"][1]["person"].clone(), desk.ours("林采薇"));
    let entry = desk.put("visit_log_entry", &visit, json!({"on": "2026-12-04", "at": "11:05", "kind": "promised", "person": guest, "staff": staff, "text": "十天内给出方案"}));
    let promise = |on: &str, target: Value| json!({"entry": entry, "text": "给出方案", "topic": "样例议题", "promised_on": on, "by": null, "internal_target_on": target, "expected_value": 4});
    assert_eq!(desk.on(AFTER, "promise_from_log", promise("2026-12-03", Value::Null)), Err("promise-past".into()));
    assert_eq!(
        desk.on(AFTER, "promise_from_log", promise("2026-12-14", json!("2026-12-15"))),
        Err("target-late".into())
    );
    desk.turned_on(AFTER, "promise_from_log", promise("2026-12-14", Value::Null));
    assert_eq!(desk.on(AFTER, "promise_from_log", promise("2026-12-14", Value::Null)), Err("promise-twice".into()));
    let records: Value = serde_json::from_str(&desk.records()).unwrap();
    let made =
        records["records"]["commitments"].as_array().unwrap().iter().find(|one| one["topic"] == "样例议题").unwrap();
    assert_eq!(
        (&made["internal_target_on"], &made["by_staff"], &made["to_person"]),
        (&json!("2026-12-12"), &staff, &guest)
    );
}

#[test]
fn what_was_learnt_is_offered_and_kept_only_when_said_so() {
    // What must not be kept may stand in a file from before it was refused.
    let mut all = sample();
    let (visit, guest) = {
        let visit = all.visits.iter().find(|one| one.r#ref.as_deref() == Some("V07")).unwrap().id;
        (visit, all.visit_guests.iter().find(|one| one.visit == visit).unwrap().person)
    };
    all.visit_log.push(VisitLogEntry {
        id: uuid::Uuid::now_v7().into(),
        r#ref: None,
        visit,
        on: "2026-12-04".parse().unwrap(),
        at: "11:00".parse().unwrap(),
        kind: LogKind::Said,
        person: Some(guest),
        staff: None,
        text: Some("提到孩子生病".into()),
        commitment: None,
    });
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk { app: open_with(folder.path(), &all), _folder: folder };
    let visit = json!(visit);
    let said = |text: &str| json!({"on": "2026-12-04", "at": "11:05", "kind": "said", "person": guest, "text": text});
    let entry = desk.put("visit_log_entry", &visit, said("最看重数据安全"));
    let mut line = json!({"id": "00000000-0000-0000-0000-000000000000", "visit": visit});
    line.as_object_mut().unwrap().extend(said("提到孩子上学").as_object().unwrap().clone());
    let line = json!({"kind": "visit_log_entry", "line": line, "new": true});
    assert_eq!(desk.refused("put_line", line), "forbidden");
    let before = desk.records();
    let offers = desk.ok("offer_facts", json!({"visit": visit}))["rows"].as_array().unwrap().clone();
    assert_eq!(desk.records(), before, "nothing is copied silently");
    let mine = |text: &str| offers.iter().find(|one| one["text"] == text).unwrap_or_else(|| panic!("{text}")).clone();
    assert_eq!(
        (mine("最看重数据安全")["barred"].clone(), mine("提到孩子生病")["barred"].clone()),
        (json!(false), json!(true))
    );
    let keep = |kind: &str, value: &str, source: &str| json!({"entry": entry, "kind": kind, "value": value, "source": source, "confidence": "confirmed"});
    assert_eq!(desk.refused("keep_fact", keep("note", "信仰某宗教", "当面")), "forbidden");
    assert_eq!(desk.refused("keep_fact", keep("diet", "素食", "当面")), "fact-diet");
    assert_eq!(desk.refused("keep_fact", keep("concern", "数据安全", " ")), "source-needed");
    let source = mine("最看重数据安全")["source"].as_str().unwrap().to_owned();
    desk.turned("keep_fact", keep("concern", "最看重数据安全", &source));
    let left = desk.ok("offer_facts", json!({"visit": visit}));
    assert!(!left.to_string().contains("最看重数据安全"), "what is kept is not offered again");
}

#[test]
fn thanks_say_nothing_of_ours_and_a_visit_is_closed_once() {
    let mut desk = Desk::new();
    let visit = desk.visit("V06");
    let guest = desk.view(&visit)["guests"][0]["person"].clone();
    for (lang, field) in [("zh-CN", "text_zh"), ("en", "text_en")] {
        let text = desk.ok("thank_you", json!({"visit": visit, "person": guest, "lang": lang}))[field]
            .as_str()
            .unwrap()
            .to_owned();
        assert!(text.lines().count() >= 3 && !text.contains("挽救") && !text.contains("plan-"), "{text}");
    }
    let minutes = desk.ok("draft_minutes", json!({"visit": visit}));
    assert!(minutes["text_zh"].as_str().unwrap().lines().count() >= 2, "{minutes}");
    let close = json!({"visit": visit, "summary": "达成共识", "minutes": 120});
    assert_eq!(desk.refused("close_visit", close.clone()), "visit-ahead");
    assert_eq!(desk.on("2026-12-10", "close_visit", close.clone()), Err("nobody-met".into()));
    let host = desk.ours("程岚");
    desk.ok("choose_host", json!({"visit": visit, "staff": host, "reason": "同级", "on": "2026-11-20"}));
    desk.turned_on("2026-12-10", "close_visit", close.clone());
    assert_eq!(desk.on("2026-12-10", "close_visit", close), Err("visit-closed".into()));
    let attended = |came: Value| json!({"visit": visit, "person": guest, "attended": came});
    assert_eq!(desk.refused("set_attended", attended(json!(true))), "visit-ahead");
    desk.turned_on("2026-12-10", "set_attended", attended(json!(true)));
    let felt = |value: u8| json!({"visit": visit, "person": guest, "expected": 3, "perceived": value});
    assert_eq!(desk.on("2026-12-11", "set_feedback", felt(6)), Err("level-range".into()));
    desk.turned_on("2026-12-11", "set_feedback", felt(4));
    desk.turned_on("2026-12-11", "mark_thanked", json!({"visit": visit, "person": guest, "on": "2026-12-11"}));
    let next = |on: &str| json!({"visit": visit, "staff": host, "person": guest, "on": on, "activity": "回访"});
    assert_eq!(desk.on("2026-12-11", "plan_touch", next("2026-12-01")), Err("touch-past".into()));
    desk.turned_on("2026-12-11", "plan_touch", next("2026-12-24"));
}

#[test]
fn temporary_data_is_gone_from_the_file_and_from_what_undo_kept() {
    let mut desk = Desk::new();
    let visit = desk.visit("V07");
    let guest = desk.view(&visit)["guests"][0]["person"].clone();
    let car = |plate: &str| json!({"kind": "mpv", "plate": plate, "driver": "样例司机", "driver_phone": "13900001234", "host_drives": false, "right_hand_drive": false, "spare": false, "riders": [], "position": 0});
    desk.put("vehicle", &visit, car("样A00001"));
    let gone = desk.put("vehicle", &visit, car("样A00002"));
    desk.ok("remove_line", json!({"kind": "vehicle", "id": gone}));
    desk.put("lodging", &visit, json!({"person": guest, "room_number": "房号八八八"}));
    let held = |desk: &Desk, text: &str| {
        let wanted = text.as_bytes();
        let files =
            std::fs::read_dir(desk._folder.path()).unwrap().map(|one| std::fs::read(one.unwrap().path()).unwrap());
        files.into_iter().any(|bytes| bytes.windows(wanted.len()).any(|part| part == wanted))
    };
    let private = ["样A00001", "样A00002", "13900001234", "房号八八八"];
    assert!(private.iter().all(|text| held(&desk, text)), "they are in the file before");
    assert_eq!(desk.refused("clean_visit", json!({"visit": visit})), "clean-early");
    let before = desk.on("2026-12-11", "get_temporary", json!({"visit": visit})).unwrap();
    assert_eq!((&before["due"], before["undo_steps"].as_u64().unwrap() >= 4), (&json!(true), true), "{before}");
    let done = desk.on("2026-12-11", "clean_visit", json!({"visit": visit})).unwrap();
    assert!(done["values"].as_u64().unwrap() >= 4, "{done}");
    for text in private {
        assert!(!held(&desk, text), "{text} is still in the file");
    }
    assert_eq!(desk.refused("undo", json!({})), "nothing-to-undo");
    let after = desk.on("2026-12-12", "get_temporary", json!({"visit": visit})).unwrap();
    assert_eq!(
        (&after["values"], &after["cleaned_on"], &after["due"]),
        (&json!(0), &json!("2026-12-11"), &json!(false))
    );
    // The file is whole and goes on.
    desk.turned("put_line", json!({"kind": "visit_contact", "new": true, "line": {"id": "00000000-0000-0000-0000-000000000000", "visit": visit, "for_guests": true, "position": 0}}));
}
