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

#[test]
fn a_seat_is_not_ended_before_something_of_it_begins() {
    let mut desk = Desk::new();
    let (boss, head) = (desk.seat("A01", "苗国梁"), desk.seat("A01", "阎秀芝"));
    desk.ok("move_seat", json!({"seat": head, "superior": boss, "unit": null, "on": "2026-11-10"}));
    let before = desk.records();
    assert_eq!(desk.refused("end_seat", json!({"seat": boss, "on": "2026-11-01"})), "later-record");
    assert_eq!(desk.records(), before);
    let above = desk.superior(&boss);
    desk.turned("end_seat", json!({"seat": boss, "on": "2026-11-10"}));
    assert_eq!(desk.superior(&head), above, "whoever came that day is not left without a superior");
}

#[test]
fn reports_of_a_seat_that_ends_hang_higher_no_longer_than_they_were_to_hang_there() {
    let mut desk = Desk::new();
    let (boss, head, other) = (desk.seat("A01", "苗国梁"), desk.seat("A01", "卓越川"), desk.seat("A01", "阎秀芝"));
    let above = desk.superior(&boss);
    desk.ok("move_seat", json!({"seat": head, "superior": other, "unit": null, "on": "2026-11-10"}));
    desk.ok("end_seat", json!({"seat": boss, "on": "2026-11-01"}));
    let on = |desk: &mut Desk, day: &str| {
        desk.ok("get_seat", json!({"seat": head, "decision": null, "as_of": day}))["superior"].clone()
    };
    assert_eq!(
        [on(&mut desk, "2026-11-09"), on(&mut desk, "2026-11-10"), on(&mut desk, DAY)],
        [above, other.clone(), other]
    );
}

#[test]
fn a_loop_that_would_close_on_a_later_day_is_refused_too() {
    let mut desk = Desk::new();
    let (boss, head, other) = (desk.seat("A01", "苗国梁"), desk.seat("A01", "卓越川"), desk.seat("A01", "阎秀芝"));
    desk.ok("move_seat", json!({"seat": other, "superior": head, "unit": null, "on": "2026-11-10"}));
    let back = |on: &str| json!({"seat": head, "superior": other, "unit": null, "on": on});
    assert_eq!(desk.refused("move_seat", back("2026-11-01")), "cycle");
    let several = json!({"seats": [head, boss], "superior": other, "unit": null, "on": "2026-11-01"});
    assert_eq!(desk.refused("move_seats", several), "cycle");
    desk.ok("move_seat", json!({"seat": head, "superior": boss, "unit": null, "on": "2026-11-05"}));
    desk.ok("move_seat", back("2026-11-01"));
    let early = desk.ok("get_seat", json!({"seat": head, "decision": null, "as_of": "2026-11-04"}));
    assert_eq!(early["superior"], other, "four days without a loop");
}

#[test]
fn who_comes_back_takes_the_new_seat_alone() {
    let mut desk = Desk::new();
    let (finance, buyer) = (desk.post("A01", "集团财务总监"), desk.seat("A01", "白若冰"));
    let person = desk.inspect(&buyer)["person"].clone();
    // As a file from elsewhere says it: gone, with the post still open.
    let mut file: serde_json::Value = serde_json::from_str(&desk.records()).unwrap();
    let gone = file["records"]["people"].as_array_mut().unwrap().iter_mut().find(|one| one["id"] == person).unwrap();
    (gone["status"], gone["left_on"]) = (json!("departed"), json!("2026-10-31"));
    let mut desk = Desk::holding(&file.to_string());
    assert_ne!(desk.inspect(&buyer)["holding"], "held");
    desk.turned("fill_seat", json!({"seat": finance, "person": person, "name": null, "on": DAY, "primary": true}));
    assert_eq!(
        (&desk.inspect(&finance)["name"], &desk.inspect(&finance)["posts"]),
        (&json!("白若冰"), &json!("集团财务总监"))
    );
    assert_ne!(desk.inspect(&buyer)["holding"], "held", "the old post stays left");
    let then = |day: &str| json!({"seat": buyer, "decision": null, "as_of": day});
    assert_eq!(desk.ok("get_seat", then("2026-10-31"))["holding"], "held");
    assert_ne!(desk.ok("get_seat", then("2026-11-01"))["holding"], "held");
}

#[test]
fn the_last_day_of_somebody_is_the_same_on_the_map_and_in_the_room() {
    let mut desk = Desk::new();
    let account = desk.account("A03");
    let named = |desk: &mut Desk, day: &str| {
        let map = json!({"account": account, "decision": null, "lens": "structure", "as_of": day, "folded": []});
        let room = json!({"account": account, "as_of": day, "folded": [], "focus": null});
        [desk.ok("get_map", map), desk.ok("get_room", room)].map(|one| one["outline"].to_string().contains("汤敬尧"))
    };
    assert_eq!(named(&mut desk, "2026-09-30"), [true, true]);
    assert_eq!(named(&mut desk, "2026-10-01"), [false, false]);
}

#[test]
fn somebody_who_leaves_today_has_left_everywhere_today() {
    let mut desk = Desk::new();
    let buyer = desk.seat("A01", "白若冰");
    desk.turned("end_tenure", json!({"seat": buyer, "on": DAY}));
    let person = |desk: &mut Desk| {
        let file: serde_json::Value = serde_json::from_str(&desk.records()).unwrap();
        file["records"]["people"].as_array().unwrap().iter().find(|one| one["name_zh"] == "白若冰").unwrap().clone()
    };
    assert_eq!(person(&mut desk)["left_on"], "2026-11-19", "the last day there");
    assert_ne!(desk.inspect(&buyer)["holding"], "held");
}
