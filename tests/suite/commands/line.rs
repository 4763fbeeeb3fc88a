//! The plan of a visit, line by line: every kind is put, read back, removed, and each step taken back.

use serde_json::{Value, json};

use super::Desk;

impl Desk {
    /// The identity of a visit by its name in the sample.
    pub(super) fn visit(&mut self, key: &str) -> Value {
        let visits = self.ok("list_visits", json!({}));
        visits["visits"].as_array().unwrap().iter().find(|one| one["ref"] == key).unwrap()["visit"].clone()
    }
    fn plan(&mut self, visit: &Value) -> Value {
        self.ok("get_plan", json!({ "visit": visit }))
    }
}

/// A line as a page would send it: what is unknown is left out, the identity comes from the core.
fn line(kind: &str, visit: &Value, fields: Value) -> Value {
    let mut line = json!({"id": "00000000-0000-0000-0000-000000000000", "visit": visit});
    line.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({"kind": kind, "line": line})
}

/// One line of every kind, with the list it comes back in.
fn every_kind(visit: &Value, guest: &Value, ours: &Value) -> Vec<(&'static str, Value)> {
    let of = |kind: &str, fields: Value| line(kind, visit, fields);
    vec![
        (
            "agenda_items",
            of(
                "agenda_item",
                json!({"on": "2026-12-03", "starts_at": "09:00", "ends_at": "10:00", "kind": "talks", "title_zh": " 会谈 ", "ours": [ours], "theirs": [guest], "state": "draft", "for_guests": true}),
            ),
        ),
        (
            "vehicles",
            of(
                "vehicle",
                json!({"kind": "mpv", "host_drives": false, "right_hand_drive": false, "spare": false, "riders": [{"guest": guest}, {"named": "译员"}], "position": 0}),
            ),
        ),
        ("travel_legs", of("travel_leg", json!({"direction": "arrival", "on": "2026-12-03", "people": [guest]}))),
        ("lodgings", of("lodging", json!({"person": guest, "room_number": "801"}))),
        (
            "meals",
            of(
                "meal",
                json!({"kind": "lunch", "on": "2026-12-03", "tables": 2, "alcohol": false, "hosts": [ours], "per_head": 70.0}),
            ),
        ),
        (
            "tour_stops",
            of(
                "tour_stop",
                json!({"title_zh": "展厅", "minutes": 15, "photo_allowed": true, "skip_when_late": false, "position": 0}),
            ),
        ),
        (
            "talking_points",
            of(
                "talking_point",
                json!({"kind": "point", "topic": "数据", "text": "一行\r\n二行", "on_card": true, "position": 0}),
            ),
        ),
        ("visit_duties", of("visit_duty", json!({"staff": ours, "duty": "greeter", "position": 0}))),
        (
            "visit_contacts",
            of("visit_contact", json!({"function_zh": "医院", "phone": "120", "for_guests": true, "position": 0})),
        ),
        (
            "checklist_items",
            of(
                "checklist_item",
                json!({"text": "自定", "offset_days": -3, "due_on": "2026-12-01", "owner": ours, "position": 0}),
            ),
        ),
        ("cost_lines", of("cost_line", json!({"category": "dining", "planned": 1120.0, "position": 0}))),
        ("contingencies", of("contingency", json!({"trigger": "晚点", "action": "压缩参观", "position": 0}))),
        ("visit_texts", of("visit_text", json!({"kind": "welcome", "text_zh": "欢迎", "position": 0}))),
        (
            "visit_log",
            of(
                "visit_log_entry",
                json!({"on": "2026-12-03", "at": "09:05", "kind": "said", "person": guest, "text": "要点"}),
            ),
        ),
        (
            "planned_questions",
            of("planned_question", json!({"subject": "diet", "owner": ours, "due_on": "2026-12-01"})),
        ),
        (
            "seating_plans",
            of(
                "seating_plan",
                json!({"kind": "sofas", "ours": [ours], "guests": [guest], "tables": [], "rows": 1, "pins": [{"place": "far:1", "who": {"guest": guest}}], "position": 0}),
            ),
        ),
    ]
}

#[test]
fn every_kind_of_line_is_put_changed_and_removed_each_as_one_step() {
    let mut desk = Desk::new();
    let visit = desk.visit("V05");
    let view = desk.ok("get_visit", json!({"visit": visit}));
    let (guest, ours) = (view["guests"][0]["person"].clone(), view["staff"][0]["id"].clone());
    for (list, mut request) in every_kind(&visit, &guest, &ours) {
        let before = desk.plan(&visit)[list].as_array().unwrap().len();
        request["new"] = json!(true);
        desk.turned("put_line", request.clone());
        let rows = desk.plan(&visit)[list].as_array().unwrap().clone();
        assert_eq!(rows.len(), before + 1, "{list}");
        let mut mine = rows.iter().find(|one| !one["id"].as_str().unwrap().starts_with("0000")).unwrap().clone();
        if list == "visit_texts" {
            mine["text_en"] = json!("Welcome");
            desk.turned("put_line", json!({"kind": "visit_text", "line": mine}));
            assert_eq!(desk.plan(&visit)[list][before]["text_en"], "Welcome");
        }
        let kind = request["kind"].clone();
        let id = rows.last().unwrap()["id"].clone();
        desk.turned("remove_line", json!({"kind": kind, "id": id}));
        assert_eq!(desk.plan(&visit)[list].as_array().unwrap().len(), before, "{list}");
    }
}

#[test]
fn texts_are_cleaned_and_what_cannot_be_is_refused() {
    let mut desk = Desk::new();
    let visit = desk.visit("V05");
    let put = |fields: Value, kind: &str| {
        let mut request = line(kind, &visit, fields);
        request["new"] = json!(true);
        request
    };
    let talk =
        json!({"kind": "point", "text": "一\u{202e}行 \r\n 二行\n", "topic": " ", "on_card": false, "position": 9});
    desk.ok("put_line", put(talk.clone(), "talking_point"));
    desk.ok("put_line", put(talk, "talking_point"));
    let points = desk.plan(&visit)["talking_points"].clone();
    let places: Vec<i64> = points.as_array().unwrap().iter().map(|one| one["position"].as_i64().unwrap()).collect();
    assert_eq!((&points[0]["text"], &points[0]["topic"]), (&json!("一行\n二行"), &Value::Null));
    assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{places:?}");

    let turned = json!({"on": "2026-12-03", "starts_at": "10:00", "ends_at": "09:00", "kind": "talks", "ours": [], "theirs": [], "state": "draft", "for_guests": false});
    assert_eq!(desk.refused("put_line", put(turned, "agenda_item")), "times-turned");
    let owed = json!({"category": "other", "planned": -1.0, "position": 0});
    assert_eq!(desk.refused("put_line", put(owed, "cost_line")), "amount");
    let nobody = json!({"staff": "01a1f640-bc00-7000-8000-0000000fffff", "duty": "other", "position": 0});
    assert_eq!(desk.refused("put_line", put(nobody, "visit_duty")), "missing");
    let clock = json!({"on": "2026-12-03", "starts_at": "25:00", "kind": "talks", "ours": [], "theirs": [], "state": "draft", "for_guests": false});
    assert_eq!(desk.refused("put_line", put(clock, "agenda_item")), "bad-request");
    let unknown = line("visit_text", &visit, json!({"kind": "welcome", "position": 0}));
    assert_eq!(desk.refused("put_line", unknown), "missing");
}

#[test]
fn lines_are_put_in_order_and_go_with_guest_and_visit() {
    let mut desk = Desk::new();
    let visit = desk.visit("V05");
    let view = desk.ok("get_visit", json!({"visit": visit}));
    let (guest, ours) = (view["guests"][2]["person"].clone(), view["staff"][0]["id"].clone());
    for (_, mut request) in every_kind(&visit, &guest, &ours) {
        request["new"] = json!(true);
        desk.ok("put_line", request);
    }
    let mut stop = line(
        "tour_stop",
        &visit,
        json!({"title_zh": "车间", "minutes": 5, "photo_allowed": false, "skip_when_late": true, "position": 0}),
    );
    stop["new"] = json!(true);
    desk.ok("put_line", stop);
    let ids = |desk: &mut Desk| -> Vec<Value> {
        desk.plan(&visit)["tour_stops"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect()
    };
    let mut turned = ids(&mut desk);
    turned.reverse();
    desk.turned("order_lines", json!({"visit": visit, "kind": "tour_stop", "ids": turned}));
    assert_eq!(ids(&mut desk), turned);
    let meals = json!({"visit": visit, "kind": "meal", "ids": []});
    assert_eq!(desk.refused("order_lines", meals), "order-by-time");

    let others: Vec<Value> = view["guests"].as_array().unwrap()[..2].iter().map(|one| one["person"].clone()).collect();
    desk.turned("set_guests", json!({"visit": visit, "people": others}));
    let plan = desk.plan(&visit).to_string();
    let noted = desk.plan(&visit)["visit_log"].to_string();
    assert_eq!(
        plan.matches(guest.as_str().unwrap()).count(),
        noted.matches(guest.as_str().unwrap()).count(),
        "only the log still knows"
    );
    desk.turned("remove_visit", json!({"visit": visit}));
}

/// A new line of a kind, as a page sends it.
fn fresh(kind: &str, visit: &Value, fields: Value) -> Value {
    let mut request = line(kind, visit, fields);
    request["new"] = json!(true);
    request
}

#[test]
fn what_was_meant_for_one_guest_goes_with_that_guest() {
    let mut desk = Desk::new();
    let visit = desk.visit("V05");
    let view = desk.ok("get_visit", json!({"visit": visit}));
    let people: Vec<Value> = view["guests"].as_array().unwrap().iter().map(|one| one["person"].clone()).collect();
    let talk = json!({"on": "2026-12-03", "starts_at": "09:00", "kind": "talks", "ours": [], "theirs": [people[2]], "state": "draft", "for_guests": true});
    desk.ok("put_line", fresh("agenda_item", &visit, talk));
    let point = json!({"kind": "sensitive", "text": "只对一位", "about": people[2], "on_card": true, "position": 0});
    desk.ok("put_line", fresh("talking_point", &visit, point));
    let drawing =
        json!({"kind": "sofas", "ours": [], "guests": [people[2]], "tables": [], "rows": 1, "pins": [], "position": 0});
    desk.ok("put_line", fresh("seating_plan", &visit, drawing));
    desk.turned("set_guests", json!({"visit": visit, "people": people[..2]}));
    let plan = desk.plan(&visit);
    for list in ["agenda_items", "talking_points", "seating_plans"] {
        assert_eq!(plan[list], json!([]), "{list}: nobody named would mean everybody");
    }
}

#[test]
fn lines_keep_out_of_a_blackout_and_belong_to_one_visit() {
    let mut desk = Desk::new();
    let (before, other) = (desk.visit("V02"), desk.visit("V05"));
    let meal =
        |on: &str| json!({"kind": "lunch", "on": on, "tables": 4_000_000_000_u32, "alcohol": false, "hosts": []});
    assert_eq!(desk.refused("put_line", fresh("meal", &before, meal("2026-12-05"))), "blackout");
    desk.ok("put_line", fresh("meal", &before, meal("2026-11-27")));
    assert_eq!(desk.plan(&before)["meals"][0]["tables"], 200);
    let car = json!({"kind": "mpv", "host_drives": false, "right_hand_drive": false, "spare": false, "riders": [], "position": 0});
    let car = desk.ok("put_line", fresh("vehicle", &before, car))["created"].clone();
    let drawing = json!({"kind": "car", "vehicle": car, "ours": [], "guests": [], "tables": [], "rows": 1, "pins": [], "position": 0});
    assert_eq!(desk.refused("put_line", fresh("seating_plan", &other, drawing)), "missing");
}

#[test]
fn what_was_read_for_redaction_is_read_again_after_a_change() {
    let mut desk = Desk::new();
    let visit = desk.visit("V05");
    let checked = |desk: &mut Desk| desk.plan(&visit)["visit"]["redaction_checked_on"].clone();
    let pass = |on: &str| json!({"visit": visit, "gate": "GATE6", "on": on});
    assert_eq!(desk.refused("pass_gate", pass("2026-11-21")), "day-ahead");
    desk.ok("pass_gate", pass("2026-11-20"));
    let cost = json!({"category": "dining", "planned": 10.0, "position": 0});
    desk.ok("put_line", fresh("cost_line", &visit, cost));
    assert_eq!(checked(&mut desk), "2026-11-20", "nobody outside reads costs");
    let text = json!({"kind": "welcome", "text_zh": "欢迎", "position": 0});
    let text = desk.ok("put_line", fresh("visit_text", &visit, text))["created"].clone();
    assert_eq!(checked(&mut desk), Value::Null);
    desk.ok("pass_gate", pass("2026-11-20"));
    desk.turned("remove_line", json!({"kind": "visit_text", "id": text}));
    assert_eq!(checked(&mut desk), Value::Null);
}

#[test]
fn who_is_no_longer_with_us_cannot_host() {
    let mut desk = Desk::new();
    let visit = desk.visit("V05");
    let staff = desk.ok("get_visit", json!({"visit": visit}))["staff"].clone();
    let gone = staff.as_array().unwrap().iter().find(|one| one["active"] == false).unwrap()["id"].clone();
    let choose = json!({"visit": visit, "staff": gone, "reason": "旧识", "on": "2026-11-20"});
    assert_eq!(desk.refused("choose_host", choose), "host-departed");
}
