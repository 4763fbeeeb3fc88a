//! What is not kept about people (F.5) is refused by every command that keeps words, through one door.

use serde_json::{Value, json};

use super::{DAY, Desk};

/// Commands that keep no words, or must be able to say them.
const FREE: &[&str] = &[
    "add_rights_request",
    "move_rights_request",
    "set_legal_hold",
    "give_consent",
    "keep_retained",
    "erase_person",
    "remap_import",
    "apply_import",
    "drop_import",
];

#[test]
fn no_command_that_keeps_words_lets_one_through() {
    let mut desk = Desk::new();
    let before = desk.records();
    let asks = |name: &str| {
        let verb = name.split('_').next().unwrap();
        ["get", "list", "find", "check", "read", "look", "preview", "propose", "draft", "offer", "resolve", "thank"]
            .contains(&verb)
            || name == "propose_order"
    };
    let mut stopped = 0;
    for name in app::contract::COMMANDS {
        let code = desk.refused_or_done(name, json!({"anything": [{"deep": "听说他信佛"}]}));
        let barred = code == "forbidden";
        assert_eq!(barred, !asks(name) && !FREE.contains(name), "{name}: {code}");
        stopped += usize::from(barred);
    }
    assert!(stopped > 100, "{stopped}");
    assert_eq!(desk.records(), before);
}

impl Desk {
    fn refused_or_done(&mut self, name: &str, request: Value) -> String {
        suite::call(&mut self.app, name, request).map_or_else(|error| error.view().code, |_| "done".into())
    }

    /// Refused with the word in it, and done without: so the word alone is what stands against it.
    fn catches(&mut self, name: &str, request: impl Fn(&str) -> Value) {
        for word in ["他信佛", "手里有把柄", "刚离婚", "做了手术"] {
            let before = self.records();
            let error = suite::call(&mut self.app, name, request(&format!("样例 {word}"))).unwrap_err().view();
            assert_eq!(error.code, "forbidden", "{name} {word}");
            assert_eq!(self.records(), before, "{name}");
        }
        self.ok(name, request("样例"));
    }
}

#[test]
fn words_about_visits_promises_and_matters_are_caught() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let person = desk.person("A01", "祁振邦");
    let seat = desk.seat("A01", "祁振邦");
    let staff = desk.ok("get_workspace", json!({}))["staff"][0]["id"].clone();
    let visit = desk.page(&person)["visits"][0]["visit"].clone();
    desk.catches("put_promise", |text| json!({"commitment": null, "account": account, "text": text, "topic": text, "topic_kind": null, "to_person": person, "by_staff": staff, "made_on": DAY, "promised_on": "2026-12-20", "internal_target_on": null, "expected_value": null, "progress": 0, "announcement": false, "despite_conflict": true, "holder": null}));
    desk.catches("set_tie", |text| json!({"seat": seat, "staff": staff, "level": 2, "read_on": DAY, "evidence": text}));
    desk.catches(
        "log_touch",
        |text| json!({"seat": seat, "staff": [staff], "on": DAY, "kind": "call", "summary": text}),
    );
    desk.catches(
        "put_person_question",
        |text| json!({"question": null, "person": person, "kind": null, "text": text, "owner": null, "due_on": null}),
    );
    desk.catches(
        "set_stance",
        |text| json!({"seat": seat, "decision": null, "level": 1, "read_on": DAY, "evidence": text}),
    );
    desk.catches("put_complaint", |text| json!({"complaint": null, "account": account, "text": text, "by_person": person, "opened_on": DAY, "severity": "normal", "first_asked": null, "owner": staff}));
    desk.catches("put_request", |text| json!({"request": null, "account": account, "topic": null, "text": text, "from_person": person, "asked_on": DAY, "asked_at": null, "first_asked": staff, "holder": staff, "due_on": null}));
    desk.catches("put_planned_touch", |text| json!({"plan": null, "account": account, "on": "2026-11-27", "at": null, "minutes": null, "place": null, "staff": [staff], "people": [person], "activity": text}));
    desk.catches("put_touch", |text| json!({"touch": null, "account": account, "on": DAY, "kind": "call", "staff": [staff], "people": [person], "summary": text, "minutes": null, "direction": null, "visit": null}));
    desk.catches("set_guest", |text| json!({"visit": visit, "person": person, "part": "guest", "role": null, "official_order": null, "deviation_note": text}));
    desk.catches("set_counterpart", |text| json!({"visit": visit, "person": person, "staff": staff, "note": text}));
    let plan = desk.ok("get_plan", json!({"visit": visit}))["visit"].clone();
    desk.catches("edit_visit", |text| json!({"visit": visit, "starts_on": plan["starts_on"], "days": plan["days"], "level": plan["level"], "place": "总部", "purpose": text, "topic_owner": null, "convention": plan["convention"]}));
    let warning = desk.ok("get_warnings", json!({"as_of": DAY, "account": account}))["warnings"][0].clone();
    desk.catches("set_warning", |text| json!({"account": account, "code": warning["code"], "object": warning["object"], "status": "false_alarm", "owner": null, "snoozed_until": null, "reason": text}));
}

#[test]
fn care_for_everybody_is_no_record_about_somebody() {
    let mut desk = Desk::new();
    let person = desk.person("A01", "祁振邦");
    let visit = desk.page(&person)["visits"][0]["visit"].clone();
    desk.ok("make_checklist", json!({"visit": visit}));
    let plan = desk.ok("get_plan", json!({"visit": visit}));
    let mut line = plan["checklist_items"][0].clone();
    for (text, code) in [("清真席一桌", "done"), ("确认有无过敏", "done"), ("他信佛，备素席", "forbidden")]
    {
        line["text"] = json!(text);
        // Writing it again is a step like any other.
        assert_eq!(
            desk.refused_or_done("put_line", json!({"kind": "checklist_item", "line": line, "new": false})),
            code,
            "{text}"
        );
    }
    let name = json!({"account": desk.account("A01"), "name": "民族宗教事务部", "parent": null});
    assert_eq!(desk.refused_or_done("add_unit", name), "done", "names are what they are");
    let asked = json!({"person": person, "kind": "erasure", "received_on": DAY, "due_on": null, "channel": "书面", "subject": null, "note": "要求删去宗教信仰"});
    assert_eq!(desk.refused_or_done("add_rights_request", asked), "done", "a request says what it is about");
}

#[test]
fn every_line_of_the_sample_can_be_written_again() {
    let mut desk = Desk::new();
    let visits = desk.ok("list_visits", json!({}));
    let mut lines = 0;
    for visit in visits["visits"].as_array().unwrap() {
        desk.ok("make_checklist", json!({"visit": visit["visit"]}));
        let plan = desk.ok("get_plan", json!({"visit": visit["visit"]}));
        let kinds = [
            ("agenda_item", "agenda_items"),
            ("meal", "meals"),
            ("checklist_item", "checklist_items"),
            ("contingency", "contingencies"),
            ("talking_point", "talking_points"),
            ("visit_text", "visit_texts"),
            ("planned_question", "planned_questions"),
            ("visit_log_entry", "visit_log"),
            ("tour_stop", "tour_stops"),
            ("visit_duty", "visit_duties"),
        ];
        for (kind, field) in kinds {
            for line in plan[field].as_array().unwrap() {
                let code = desk.refused_or_done("put_line", json!({"kind": kind, "line": line, "new": false}));
                assert_ne!(code, "forbidden", "{line}");
                lines += 1;
            }
        }
    }
    assert!(lines > 40, "{lines}");
}
