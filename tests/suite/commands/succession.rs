//! Successors, seats that end, and seats nobody may approach.

use serde_json::json;

use super::{DAY, Desk};

#[test]
fn a_successor_takes_an_empty_seat_and_may_hold_two() {
    let mut desk = Desk::new();
    let finance = desk.post("A01", "集团财务总监");
    let fill = |on: &str| json!({"seat": finance, "person": null, "name": "样例一", "on": on, "primary": true});
    assert_eq!(desk.refused("fill_seat", fill("2026-11-21")), "day-ahead");
    desk.turned("fill_seat", fill(DAY));
    assert_eq!(desk.inspect(&finance)["name"], "样例一");
    let earlier = desk.ok("get_seat", json!({"seat": finance, "decision": null, "as_of": "2026-11-19"}));
    assert_ne!(earlier["holding"], "held");
    assert_eq!(desk.refused("fill_seat", fill(DAY)), "seat-taken");
    desk.ok("undo", json!({}));

    let head = desk.seat("A01", "卓越川");
    let person = desk.inspect(&head)["person"].clone();
    let second = json!({"seat": finance, "person": person, "name": null, "on": DAY, "primary": false});
    desk.turned("fill_seat", second);
    assert_eq!(desk.inspect(&finance)["posts"], "工程部主任、集团财务总监");
    desk.ok("undo", json!({}));
    let first = json!({"seat": finance, "person": person, "name": null, "on": DAY, "primary": true});
    desk.turned("fill_seat", first);
    assert_eq!(desk.inspect(&finance)["posts"], "集团财务总监、工程部主任");
    let earlier = desk.ok("get_seat", json!({"seat": head, "decision": null, "as_of": "2026-11-19"}));
    assert_eq!(earlier["posts"], "工程部主任");
}

#[test]
fn nobody_is_put_into_a_seat_that_must_not_be_approached() {
    let mut desk = Desk::new();
    let expert = desk.post("A02", "外部评标专家甲");
    let fill = json!({"seat": expert, "person": null, "name": "样例一", "on": DAY, "primary": true});
    assert_eq!(desk.refused("fill_seat", fill.clone()), "no-contact");
    desk.turned("set_no_contact", json!({"seat": expert, "no_contact": false}));
    desk.turned("fill_seat", fill);
    desk.turned("set_no_contact", json!({"seat": expert, "no_contact": true}));
    let staff = desk.ok("get_workspace", json!({}))["staff"][0]["id"].clone();
    let touch = json!({"seat": expert, "staff": [staff], "on": DAY, "kind": "call", "summary": null});
    assert_eq!(desk.refused("log_touch", touch), "no-contact");
}

#[test]
fn a_seat_ends_its_reports_move_up_and_the_past_stays() {
    let mut desk = Desk::new();
    let (boss, chair, head) = (desk.seat("A01", "苗国梁"), desk.seat("A01", "祁振邦"), desk.seat("A01", "卓越川"));
    assert_eq!(desk.refused("end_seat", json!({"seat": boss, "on": "2026-11-21"})), "day-ahead");
    desk.turned("end_seat", json!({"seat": boss, "on": DAY}));
    assert_eq!(desk.superior(&head), chair);
    let drawn = |map: &serde_json::Value| map["outline"].as_array().unwrap().iter().any(|one| one["seat"] == boss);
    assert!(!drawn(&desk.map("A01")));
    let account = desk.account("A01");
    let earlier = desk.ok(
        "get_map",
        json!({"account": account, "decision": null, "lens": "structure", "as_of": "2026-11-19", "folded": []}),
    );
    assert!(drawn(&earlier));
    let before = earlier["outline"].as_array().unwrap().iter().find(|one| one["seat"] == head).unwrap().clone();
    assert_eq!(before["parent"], boss);
    assert_eq!(desk.refused("end_seat", json!({"seat": boss, "on": DAY})), "seat-ended");
    let fill = json!({"seat": boss, "person": null, "name": "样例一", "on": DAY, "primary": true});
    assert_eq!(desk.refused("fill_seat", fill), "seat-ended");
}
