//! Commands over a real workspace file: what they change, what they refuse, and the way back.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing expectation is what a test is for")]

#[path = "commands/after.rs"]
mod after;
#[path = "commands/arrange.rs"]
mod arrange;
#[path = "commands/audit.rs"]
mod audit;
#[path = "canary.rs"]
mod canary;
#[path = "commands/chain.rs"]
mod chain;
#[path = "commands/consent.rs"]
mod consent;
#[path = "commands/copies.rs"]
mod copies;
#[path = "commands/counterparts.rs"]
mod counterparts;
#[path = "commands/court.rs"]
mod court;
#[path = "commands/difference.rs"]
mod difference;
#[path = "../../crates/intake/tests/support/drawing.rs"]
mod drawing;
#[path = "commands/drill.rs"]
mod drill;
#[path = "editions.rs"]
mod editions;
#[path = "commands/golden_search.rs"]
mod golden_search;
#[path = "commands/import_ways.rs"]
mod import_ways;
#[path = "commands/imports.rs"]
mod imports;
#[path = "commands/kept.rs"]
mod kept;
#[path = "commands/known.rs"]
mod known;
#[path = "commands/large.rs"]
mod large;
#[path = "commands/leaving.rs"]
mod leaving;
#[path = "commands/ledger.rs"]
mod ledger;
#[path = "commands/line.rs"]
mod line;
#[path = "commands/map.rs"]
mod map;
#[path = "commands/moving.rs"]
mod moving;
#[path = "commands/namesakes.rs"]
mod namesakes;
#[path = "commands/need_to_know.rs"]
mod need_to_know;
#[path = "commands/not_kept.rs"]
mod not_kept;
#[path = "commands/person.rs"]
mod person;
#[path = "commands/photo.rs"]
mod photo;
#[path = "commands/planning.rs"]
mod planning;
#[path = "commands/quick.rs"]
mod quick;
#[path = "commands/restriction.rs"]
mod restriction;
#[path = "commands/review.rs"]
mod review;
#[path = "commands/rights.rs"]
mod rights;
#[path = "commands/search.rs"]
mod search;
#[path = "commands/seating.rs"]
mod seating;
#[path = "commands/succession.rs"]
mod succession;
#[path = "commands/units.rs"]
mod units;
#[path = "commands/watch.rs"]
mod watch;

use serde_json::{Value, json};
use suite::{call, sample_app};

/// The sample's day.
const DAY: &str = "2026-11-20";

struct Desk {
    app: app::App,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { app: sample_app(folder.path()).unwrap(), _folder: folder }
    }

    /// A workspace of its own with the records of an interchange file.
    fn holding(file: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut app = app::App::new(suite::program("dianke").unwrap(), "test".into());
        app.create(&folder.path().join("other.dianke"), false).unwrap();
        let path = folder.path().join("records.json");
        std::fs::write(&path, file).unwrap();
        let view = app::files::look_at_import(&mut app, &suite::context(), &path).unwrap();
        let yes = json!({"token": view.token, "mapping": [], "account": null, "account_name": ""});
        call(&mut app, "apply_import", yes).unwrap();
        Self { app, _folder: folder }
    }

    fn ok(&mut self, name: &str, request: Value) -> Value {
        call(&mut self.app, name, request).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn refused(&mut self, name: &str, request: Value) -> String {
        call(&mut self.app, name, request).unwrap_err().view().code
    }

    fn account(&mut self, key: &str) -> Value {
        let accounts = self.ok("list_accounts", json!({}));
        accounts["accounts"].as_array().unwrap().iter().find(|one| one["ref"] == key).unwrap()["account"].clone()
    }

    fn map(&mut self, key: &str) -> Value {
        let account = self.account(key);
        self.ok(
            "get_map",
            json!({"account": account, "decision": null, "lens": "attitude", "as_of": "2026-11-20", "folded": []}),
        )
    }

    fn seat(&mut self, key: &str, name: &str) -> Value {
        let map = self.map(key);
        map["outline"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name}"))["seat"].clone()
    }

    /// The seat of a post, also when nobody is known there.
    fn post(&mut self, key: &str, title: &str) -> Value {
        let map = self.map(key);
        let rows = map["outline"].as_array().unwrap().clone();
        rows.iter().find(|one| one["post"] == title).unwrap_or_else(|| panic!("{title}"))["seat"].clone()
    }

    fn superior(&mut self, seat: &Value) -> Value {
        self.inspect(seat)["superior"].clone()
    }

    /// Every record, as an interchange file says it.
    fn records(&mut self) -> String {
        String::from_utf8(app::files::export_workspace(&mut self.app).unwrap().bytes).unwrap()
    }

    /// Runs a command that must work and shows that undo gives back every record and redo what it did.
    fn turned(&mut self, name: &str, request: Value) -> Value {
        let before = self.records();
        let changed = self.ok(name, request);
        let after = self.records();
        assert_ne!(before, after, "{name} changed nothing");
        let step = changed["step"].as_str().or_else(|| changed["changed"]["step"].as_str()).unwrap().to_owned();
        assert!(!step.starts_with("step-"), "{name}: {step}");
        assert_eq!(self.ok("undo", json!({}))["step"], step.as_str(), "{name}");
        assert_eq!(self.records(), before, "{name}: undo");
        self.ok("redo", json!({}));
        assert_eq!(self.records(), after, "{name}: redo");
        changed
    }

    fn inspect(&mut self, seat: &Value) -> Value {
        self.ok("get_seat", json!({"seat": seat, "decision": null, "as_of": "2026-11-20"}))
    }
}

#[test]
fn a_stance_needs_evidence_and_can_be_taken_back() {
    let mut desk = Desk::new();
    let seat = desk.seat("A01", "阎秀芝");
    let stance = |evidence: &str| json!({"seat": seat, "decision": null, "level": 1, "read_on": "2026-11-20", "evidence": evidence});
    assert_eq!(desk.refused("set_stance", stance("  ")), "evidence-needed");
    assert_eq!(desk.inspect(&seat)["attitude"], -1);
    let changed = desk.ok("set_stance", stance("例会上主动为方案说话"));
    assert!(changed["areas"].as_array().unwrap().contains(&json!("map")), "{changed}");
    let after = desk.inspect(&seat);
    assert_eq!((&after["attitude"], &after["attitude_evidence"]), (&json!(1), &json!("例会上主动为方案说话")));
    assert_eq!(desk.ok("undo", json!({}))["step"], "记态度");
    assert_eq!(desk.inspect(&seat)["attitude"], -1);
    desk.ok("redo", json!({}));
    assert_eq!(desk.inspect(&seat)["attitude"], 1);
}

#[test]
fn a_circle_of_superiors_is_refused_and_changes_nothing() {
    let mut desk = Desk::new();
    let (chair, head) = (desk.seat("A01", "祁振邦"), desk.seat("A01", "卓越川"));
    let before = desk.records();
    assert_eq!(
        desk.refused("move_seat", json!({"seat": chair, "superior": head, "unit": null, "on": "2026-11-20"})),
        "cycle"
    );
    assert_eq!(
        desk.refused("move_seat", json!({"seat": chair, "superior": chair, "unit": null, "on": "2026-11-20"})),
        "cycle"
    );
    assert_eq!(desk.records(), before);
}

#[test]
fn a_move_keeps_history() {
    let mut desk = Desk::new();
    let (head, other) = (desk.seat("A01", "卓越川"), desk.seat("A01", "阎秀芝"));
    desk.ok("move_seat", json!({"seat": head, "superior": other, "unit": null, "on": "2026-11-20"}));
    assert_eq!(desk.inspect(&head)["superior_name"], "阎秀芝");
    let earlier = desk.ok("get_seat", json!({"seat": head, "decision": null, "as_of": "2026-11-19"}));
    assert_eq!(earlier["superior_name"], "苗国梁");
}

#[test]
fn a_new_owner_takes_the_place_of_both() {
    let mut desk = Desk::new();
    let account = desk.account("A08");
    let court = desk.ok("get_court", json!({"accounts": [account], "as_of": "2026-11-20"}));
    let double = court["findings"].as_array().unwrap().iter().find(|one| one["code"] == "C1").unwrap().clone();
    assert_eq!(double["mends"].as_array().unwrap().len(), 2, "{double}");
    let mend = &double["mends"][0];
    desk.ok("apply_mend", json!({"act": mend["act"], "on": "2026-11-20"}));
    let court = desk.ok("get_court", json!({"accounts": [account], "as_of": "2026-11-20"}));
    assert!(court["findings"].as_array().unwrap().iter().all(|one| one["code"] != "C1"));
    assert_eq!(court["accounts"][0]["ownership_pct"], 100.0);
    desk.ok("undo", json!({}));
    let court = desk.ok("get_court", json!({"accounts": [account], "as_of": "2026-11-20"}));
    assert_eq!(court["accounts"][0]["ownership_pct"], 75.0);
}

#[test]
fn people_we_must_not_approach_are_left_alone() {
    let mut desk = Desk::new();
    let map = desk.map("A02");
    let seats: Vec<Value> = map["outline"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["post"].as_str().unwrap().contains("专家"))
        .map(|one| one["seat"].clone())
        .collect();
    assert_eq!(seats.len(), 3);
    let staff = desk.ok("get_workspace", json!({}))["staff"][0]["id"].clone();
    assert_eq!(
        desk.refused("assign", json!({"seat": seats[0], "staff": staff, "kind": "owner", "on": "2026-11-20"})),
        "no-contact"
    );
}

#[test]
fn a_tender_blackout_stops_a_visit() {
    let mut desk = Desk::new();
    let account = desk.account("A02");
    let visit = |day: &str| json!({"account": account, "starts_on": day, "days": 1, "level": "B", "purpose": "交流", "place": "", "convention": "business"});
    assert_eq!(desk.refused("add_visit", visit("2026-12-15")), "blackout");
    desk.ok("add_visit", visit("2026-11-30"));
}

#[test]
fn a_gift_over_the_limit_is_blocked_not_warned() {
    let mut desk = Desk::new();
    let visits = desk.ok("list_visits", json!({}));
    let visit = visits["visits"].as_array().unwrap().iter().find(|one| one["account_name"] == "朔澜能源集团").unwrap()
        ["visit"]
        .clone();
    assert_eq!(desk.refused("decide_gift", json!({"visit": visit, "item": "礼盒", "value": 301.0})), "gift-limit");
    desk.ok("decide_gift", json!({"visit": visit, "item": "礼盒", "value": 300.0}));
}

#[test]
fn guests_keep_their_order_and_the_first_is_the_principal() {
    let mut desk = Desk::new();
    let visits = desk.ok("list_visits", json!({}));
    let id = visits["visits"].as_array().unwrap().iter().find(|one| one["guests"] == 12).unwrap()["visit"].clone();
    let people = |view: &Value| -> Vec<Value> {
        view["guests"].as_array().unwrap().iter().map(|one| one["person"].clone()).collect()
    };
    let mut order = people(&desk.ok("get_visit", json!({"visit": id})));
    order.swap(0, 1);
    desk.ok("set_guests", json!({"visit": id, "people": order}));
    let view = desk.ok("get_visit", json!({"visit": id}));
    assert_eq!(people(&view), order);
    assert_eq!((&view["guests"][0]["principal"], &view["hosts"]["guest"]), (&json!(true), &order[0]));
    let twice = vec![order[0].clone(), order[0].clone()];
    assert_eq!(desk.refused("set_guests", json!({"visit": id, "people": twice})), "guest-twice");
}

#[test]
fn names_are_cleaned_and_limited() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let add = |name: &str| json!({"account": account, "unit": null, "superior": null, "name": name, "title": "处长", "rank_level": null, "decision": null});
    assert_eq!(desk.refused("add_seat", add(&"长".repeat(500))), "too-long");
    let seat = desk.ok("add_seat", add("样例\u{202e}一<script>"))["created"].clone();
    assert_eq!(desk.inspect(&seat)["name"], "样例一<script>");
    let unknown = desk.ok("add_seat", json!({"account": account, "unit": null, "superior": seat, "name": null, "title": "副处长", "rank_level": null, "decision": null}))["created"].clone();
    assert_eq!(desk.inspect(&unknown)["holding"], "placeholder");
    assert_eq!(desk.refused("remove_seat", json!({"seat": seat})), "seat-held");
    desk.ok("remove_seat", json!({"seat": unknown}));
}

#[test]
fn a_departure_leaves_the_seat() {
    let mut desk = Desk::new();
    let seat = desk.seat("A01", "白若冰");
    desk.ok("end_tenure", json!({"seat": seat, "on": "2026-11-19"}));
    let view = desk.inspect(&seat);
    assert_eq!((&view["holding"], &view["person"]), (&json!("vacant"), &Value::Null));
    assert!(!view["bonds"].as_array().unwrap().is_empty(), "who answers for the seat stays");
}

#[test]
fn undo_survives_closing_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = sample_app(folder.path()).unwrap();
    let account = call(&mut app, "list_accounts", json!({})).unwrap()["accounts"][0]["account"].clone();
    call(&mut app, "add_unit", json!({"account": account, "parent": null, "name": "新部门"})).unwrap();
    app.close();
    app.open(&folder.path().join("sample.dianke")).unwrap();
    assert_eq!(call(&mut app, "get_workspace", json!({})).unwrap()["undo"], "新增部门");
    call(&mut app, "undo", json!({})).unwrap();
}

#[test]
fn leaving_one_account_leaves_the_other_post() {
    let mut desk = Desk::new();
    let chair = desk.seat("A01", "祁振邦");
    let second = desk.ok("get_seat", json!({"seat": chair, "decision": null, "as_of": "2026-11-20"}));
    assert!(second["posts"].as_str().unwrap().contains("董事长（兼）"), "{}", second["posts"]);
    desk.ok("end_tenure", json!({"seat": chair, "on": "2026-11-20"}));
    let found = desk.ok(
        "get_map",
        json!({"account": second["account"], "decision": null, "lens": "attitude", "as_of": "2026-11-20", "folded": []}),
    );
    let names: Vec<&str> =
        found["outline"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"祁振邦"), "his other posts stay: {names:?}");
    let ahead = desk.refused("end_tenure", json!({"seat": chair, "on": "2026-12-20"}));
    assert_eq!(ahead, "day-ahead");
}

#[test]
fn the_holder_of_an_untouchable_seat_is_untouchable() {
    let mut desk = Desk::new();
    let map = desk.map("A02");
    let expert = map["outline"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["post"].as_str().unwrap().contains("专家"))
        .unwrap()["seat"]
        .clone();
    let staff = desk.ok("get_workspace", json!({}))["staff"][0]["id"].clone();
    let tie = json!({"seat": expert, "staff": staff, "level": 1, "read_on": "2026-11-20", "evidence": null});
    assert!(["no-contact", "seat-empty"].contains(&desk.refused("set_tie", tie).as_str()));
    assert_eq!(
        desk.refused("rename_seat", json!({"seat": expert, "name": "样例", "title": "外部评标专家甲"})),
        "no-contact"
    );
}

#[test]
fn a_blackout_on_any_day_of_the_visit_stops_it() {
    let mut desk = Desk::new();
    let account = desk.account("A02");
    let visit = |day: &str, days: u32| json!({"account": account, "starts_on": day, "days": days, "level": "B", "purpose": "交流", "place": "", "convention": "business"});
    assert_eq!(desk.refused("add_visit", visit("2026-11-28", 20)), "blackout");
    let id = desk.ok("add_visit", visit("2026-11-28", 2))["created"].clone();
    let edit = |day: &str| json!({"visit": id, "starts_on": day, "days": 1, "level": "B", "purpose": "交流", "place": "", "convention": "business", "topic_owner": null});
    assert_eq!(desk.refused("edit_visit", edit("2026-12-05")), "blackout");
    assert_eq!(desk.refused("edit_visit", edit("2020-01-01")), "day-past");
    desk.ok("remove_visit", json!({"visit": id}));
}

#[test]
fn one_row_one_owner_also_for_a_person_with_two_posts() {
    let mut desk = Desk::new();
    let map = desk.map("A01");
    let second =
        map["outline"].as_array().unwrap().iter().find(|one| one["post"] == "集团副总工程师").unwrap()["seat"].clone();
    let staff = desk.ok("get_workspace", json!({}))["staff"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["name"] == "曹泊宁")
        .unwrap()["id"]
        .clone();
    desk.ok("assign", json!({"seat": second, "staff": staff, "kind": "owner", "on": "2026-11-20"}));
    let account = desk.account("A01");
    let court = desk.ok("get_court", json!({"accounts": [account], "as_of": "2026-11-20"}));
    assert!(court["findings"].as_array().unwrap().iter().all(|one| one["code"] != "C1"), "{}", court["findings"]);
    let first = desk.seat("A01", "苗国梁");
    desk.ok("end_assignment", json!({"seat": first, "staff": staff, "kind": "owner", "on": "2026-11-20"}));
}

#[test]
fn hidden_marks_go_and_line_breaks_become_spaces() {
    let mut desk = Desk::new();
    let seat = desk.seat("A01", "卓越川");
    let staff = desk.ok("get_workspace", json!({}))["staff"][0]["id"].clone();
    desk.ok("log_touch", json!({"seat": seat, "staff": [staff], "on": "2026-11-20", "kind": "meeting", "summary": "第一行\n第二行\u{61c}"}));
    let changes = desk.inspect(&seat)["changes"].to_string();
    assert!(changes.contains("第一行 第二行") && !changes.contains('\u{61c}'), "{changes}");
    let stranger = json!({"seat": seat, "staff": ["019a0000-0000-7000-8000-000000000000"], "on": "2026-11-20", "kind": "meeting", "summary": null});
    assert_eq!(desk.refused("log_touch", stranger), "missing");
}
