//! Order, room, moves, units, and a superior put between: what works, what is refused, and the way back.

use serde_json::{Value, json};

use super::{DAY, Desk};

fn new_seat(account: &Value, title: &str) -> Value {
    json!({"account": account, "unit": null, "superior": null, "report": null, "after": null, "name": null,
        "title": title, "rank_level": null, "decision": null})
}

/// Direct reports of a seat in drawing order.
fn reports(desk: &mut Desk, key: &str, seat: &Value) -> Vec<Value> {
    let map = desk.map(key);
    let rows = map["outline"].as_array().unwrap().clone();
    let below = rows.iter().filter(|one| one["parent"] == *seat).map(|one| one["seat"].clone());
    // A second post stands below its person's card without reporting to it.
    below.collect::<Vec<_>>().into_iter().filter(|one| desk.superior(one) == *seat).collect()
}

#[test]
fn a_superior_comes_between_and_the_past_keeps_the_old_one() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let (head, boss) = (desk.seat("A01", "卓越川"), desk.seat("A01", "苗国梁"));
    let mut request = new_seat(&account, "副总经理");
    request["report"] = head.clone();
    let new = desk.turned("add_seat", request)["created"].clone();
    assert_eq!(desk.superior(&head), new);
    assert_eq!(desk.superior(&new), boss);
    let earlier = desk.ok("get_seat", json!({"seat": head, "decision": null, "as_of": "2026-11-19"}));
    assert_eq!(earlier["superior"], boss);
}

#[test]
fn a_new_seat_stands_right_after_its_sibling() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let chair = desk.seat("A01", "祁振邦");
    let before = reports(&mut desk, "A01", &chair);
    assert_eq!(before.len(), 2);
    let mut request = new_seat(&account, "总会计师");
    request["superior"] = chair.clone();
    request["after"] = before[0].clone();
    request["unit"] = desk.inspect(&before[0])["unit"].clone();
    let new = desk.turned("add_seat", request.clone())["created"].clone();
    assert_eq!(reports(&mut desk, "A01", &chair), [before[0].clone(), new, before[1].clone()]);
    // Who is no sibling gives no place.
    request["after"] = desk.seat("A01", "白若冰");
    let last = desk.ok("add_seat", request)["created"].clone();
    assert_eq!(reports(&mut desk, "A01", &chair).last(), Some(&last));
}

#[test]
fn order_is_what_a_person_says() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let head = desk.seat("A01", "卓越川");
    let mut made = Vec::new();
    for title in ["甲岗", "乙岗", "丙岗"] {
        let mut request = new_seat(&account, title);
        request["superior"] = head.clone();
        made.push(desk.ok("add_seat", request)["created"].clone());
    }
    assert_eq!(reports(&mut desk, "A01", &head), made);
    desk.turned("order_seat", json!({"seat": made[2], "before": made[0]}));
    assert_eq!(reports(&mut desk, "A01", &head), [made[2].clone(), made[0].clone(), made[1].clone()]);
    desk.turned("order_seat", json!({"seat": made[2], "before": null}));
    assert_eq!(reports(&mut desk, "A01", &head), made);
    assert_eq!(desk.refused("order_seat", json!({"seat": made[0], "before": head})), "not-sibling");
    let before = desk.records();
    desk.ok("order_seat", json!({"seat": made[2], "before": null}));
    assert_eq!(desk.records(), before);
}

#[test]
fn several_seats_move_together_or_not_at_all() {
    let mut desk = Desk::new();
    let (head, buyer) = (desk.seat("A01", "卓越川"), desk.seat("A01", "白若冰"));
    let (boss, chair) = (desk.seat("A01", "苗国梁"), desk.seat("A01", "祁振邦"));
    let unit = desk.inspect(&chair)["unit"].clone();
    desk.turned("move_seats", json!({"seats": [head, buyer], "superior": chair, "unit": unit, "on": DAY}));
    for seat in [&head, &buyer] {
        let now = desk.inspect(seat);
        assert_eq!((&now["superior"], &now["unit"]), (&chair, &unit));
    }
    let before = desk.records();
    let circle = json!({"seats": [boss, chair], "superior": head, "unit": null, "on": DAY});
    assert_eq!(desk.refused("move_seats", circle), "cycle");
    assert_eq!(
        desk.refused("move_seats", json!({"seats": [], "superior": chair, "unit": null, "on": DAY})),
        "nothing-chosen"
    );
    assert_eq!(desk.records(), before);
}

#[test]
fn room_is_given_never_negative_and_taken_away() {
    let mut desk = Desk::new();
    let (account, head) = (desk.account("A01"), desk.seat("A01", "卓越川"));
    let place = |map: &Value| {
        let cards = map["scene"]["cards"].as_array().unwrap().clone();
        cards.iter().find(|one| one["seat"] == head).unwrap()["rect"].clone()
    };
    let before = place(&desk.map("A01"));
    desk.turned("nudge_seats", json!({"seats": [{"seat": head, "x": 300.0, "y": -40.0}]}));
    let map = desk.map("A01");
    let after = place(&map);
    assert!(after["x"].as_f64().unwrap() > before["x"].as_f64().unwrap(), "{before} {after}");
    assert_eq!(after["y"], before["y"]);
    let room = |map: &Value| {
        let row = map["outline"].as_array().unwrap().iter().find(|one| one["seat"] == head).unwrap().clone();
        (row["room_x"].clone(), row["room_y"].clone())
    };
    assert_eq!(room(&map), (json!(300.0), json!(0.0)), "room given is told, to be added to");
    desk.ok("undo", json!({}));
    assert_eq!(room(&desk.map("A01")), (json!(0.0), json!(0.0)));
    desk.ok("redo", json!({}));
    desk.turned("tidy_seats", json!({"account": account, "seats": []}));
    assert_eq!(place(&desk.map("A01")), before);
}

#[test]
fn units_are_renamed_nested_and_removed_when_they_never_had_seats() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let map = desk.map("A01");
    let units = map["units"].as_array().unwrap().clone();
    let unit = |name: &str| units.iter().find(|one| one["name"] == name).unwrap()["unit"].clone();
    let (root, firm, works) = (unit("集团总部"), unit("朔澜新能源公司"), unit("新能源工程部"));
    desk.turned("rename_unit", json!({"unit": works, "name": "工程管理部"}));
    assert_eq!(desk.refused("rename_unit", json!({"unit": works, "name": " \u{200b} "})), "name-empty");
    assert_eq!(desk.refused("move_unit", json!({"unit": root, "parent": works})), "unit-cycle");
    assert_eq!(desk.refused("move_unit", json!({"unit": firm, "parent": firm})), "unit-cycle");
    desk.turned("move_unit", json!({"unit": works, "parent": root}));
    assert_eq!(desk.refused("remove_unit", json!({"unit": works})), "unit-held");
    let empty = desk.ok("add_unit", json!({"account": account, "parent": root, "name": "筹建组"}))["created"].clone();
    let inside = desk.ok("add_unit", json!({"account": account, "parent": empty, "name": "一组"}))["created"].clone();
    desk.turned("remove_unit", json!({"unit": empty}));
    let map = desk.map("A01");
    let moved = map["units"].as_array().unwrap().iter().find(|one| one["unit"] == inside).unwrap().clone();
    assert_eq!(moved["parent"], root);
}

#[test]
fn a_unit_around_seats_is_one_step() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let seats = [desk.seat("A01", "苗国梁"), desk.seat("A01", "卓越川")];
    let parent = desk.inspect(&seats[0])["unit"].clone();
    let add = |seats: &[Value]| json!({"account": account, "parent": parent, "name": "样例部", "seats": seats});
    let stranger = desk.seat("A02", "邵云帆");
    assert_eq!(desk.refused("add_unit", add(&[seats[0].clone(), stranger])), "missing");
    let unit = desk.turned("add_unit", add(&seats))["created"].clone();
    assert!(seats.iter().all(|seat| desk.inspect(seat)["unit"] == unit), "they are in it");
    desk.ok("undo", json!({}));
    assert!(seats.iter().all(|seat| desk.inspect(seat)["unit"] != unit), "and out of it");
    let none = desk.map("A01")["units"].as_array().unwrap().iter().all(|one| one["unit"] != unit);
    assert!(none, "one step made both");
}

#[test]
fn a_chain_of_two_hundred_levels_is_drawn_moved_and_kept_from_loops() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let row = |n: usize| {
        let above = if n == 0 { String::new() } else { format!("样例{}", n - 1) };
        json!({"name": format!("样例{n}"), "title": "岗", "superior": above, "unit": ""})
    };
    let rows: Vec<Value> = (0..200).map(row).collect();
    let request = json!({"account": account, "decision": null, "unit": null, "superior": null, "rows": rows});
    let seats = desk.ok("add_seats", request)["seats"].as_array().unwrap().clone();
    let map = desk.map("A01");
    let deepest = map["outline"].as_array().unwrap().iter().map(|one| one["depth"].as_u64().unwrap()).max();
    assert_eq!(deepest, Some(199));
    let circle = json!({"seat": seats[0], "superior": seats[199], "unit": null, "on": DAY});
    assert_eq!(desk.refused("move_seat", circle), "cycle");
    desk.turned("move_seats", json!({"seats": [seats[199]], "superior": seats[0], "unit": null, "on": DAY}));
}
