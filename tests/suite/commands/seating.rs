//! Seats of a visit: proposals by the rules, a drawing kept with somebody dragged elsewhere, and the way back.

use serde_json::{Value, json};

use super::Desk;

fn of<'a>(view: &'a Value, kind: &str) -> &'a Value {
    view["drawings"].as_array().unwrap().iter().find(|one| one["record"]["kind"] == kind).unwrap()
}

fn at<'a>(drawing: &'a Value, place: &str) -> &'a Value {
    drawing["seats"].as_array().unwrap().iter().find(|one| one["place"] == place).unwrap()
}

#[test]
fn every_kind_is_proposed_and_drawn_with_a_box_for_each_place() {
    let mut desk = Desk::new();
    let visit = desk.visit("V08");
    let view = desk.ok("get_seating", json!({ "visit": visit }));
    let drawings = view["drawings"].as_array().unwrap();
    let kinds: Vec<&str> = drawings.iter().map(|one| one["record"]["kind"].as_str().unwrap()).collect();
    let all = ["rostrum", "table_broadside", "table_end_on", "sofas", "round_tables", "signing", "photo", "car"];
    assert_eq!(kinds, all);
    for one in drawings {
        let places: Vec<&Value> = one["seats"].as_array().unwrap().iter().map(|seat| &seat["place"]).collect();
        let boxes: Vec<&Value> =
            one["drawing"]["seats"].as_array().unwrap().iter().map(|seat| &seat["place"]).collect();
        assert_eq!(places, boxes);
        assert_eq!(one["stored"], false);
        let said = serde_json::to_string(&(&one["rule"], &one["checks"], &one["seats"], &one["drawing"])).unwrap();
        assert!(!said.contains("seating-") && !said.contains("app-"), "a key without words: {said}");
    }
    let visit = desk.visit("V07");
    let view = desk.ok("get_seating", json!({ "visit": visit }));
    let talks = of(&view, "table_broadside");
    assert_eq!((&at(talks, "far:1")["name"], &at(talks, "far:1")["principal"]), (&json!("游承岳"), &json!(true)));
    assert_eq!(at(talks, "far:2")["place_text"], "远门一侧第2位");
}

#[test]
fn a_drawing_is_kept_with_a_pin_and_says_what_it_breaks() {
    let mut desk = Desk::new();
    let visit = desk.visit("V07");
    let view = desk.ok("get_seating", json!({ "visit": visit }));
    let count = view["drawings"].as_array().unwrap().len();
    let talks = of(&view, "table_end_on");
    let mut record = talks["record"].clone();
    record["pins"] = json!([{"place": "right:2", "who": at(talks, "right:5")["who"]}]);
    desk.ok("put_line", json!({"kind": "seating_plan", "line": record, "new": true}));
    let view = desk.ok("get_seating", json!({ "visit": visit }));
    let talks = of(&view, "table_end_on");
    let moved = at(talks, "right:2");
    assert_eq!((&talks["stored"], &moved["pinned"], &moved["number"]), (&json!(true), &json!(true), &json!(5)));
    assert!(moved["note"].as_str().unwrap().contains("费思齐"), "{moved}");
    assert_eq!(at(talks, "right:3")["number"], 2, "who was there takes the next place");
    assert_eq!(view["drawings"].as_array().unwrap().len(), count, "a kept drawing replaces its proposal");
    desk.ok("undo", json!({}));
    assert_eq!(of(&desk.ok("get_seating", json!({ "visit": visit })), "table_end_on")["stored"], false);
}

#[test]
fn the_convention_of_the_visit_turns_the_drawing() {
    let mut desk = Desk::new();
    let visit = desk.visit("V04");
    let view = desk.ok("get_seating", json!({ "visit": visit }));
    let talks = of(&view, "table_broadside");
    assert_eq!(view["convention"], "foreign");
    let x = |place: &str| {
        let boxes = talks["drawing"]["seats"].as_array().unwrap();
        boxes.iter().find(|one| one["place"] == place).unwrap()["rect"]["x"].as_f64().unwrap()
    };
    assert!(x("far:2") < x("far:1"), "number 2 at the right hand of who faces down the page");
    assert_eq!(at(talks, "near:T")["name"], "苏晚", "the interpreter hired for this visit");
}
