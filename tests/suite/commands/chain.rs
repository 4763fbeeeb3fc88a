//! Lines, decisions, committees and saved views.

use serde_json::{Value, json};

use super::{DAY, Desk};

fn main_decision(desk: &mut Desk, key: &str) -> Value {
    desk.map(key)["decision"].clone()
}

#[test]
fn a_line_keeps_its_evidence_and_can_turn() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let (from, to) = (desk.seat("A01", "卓越川"), desk.seat("A01", "白若冰"));
    let add = json!({"account": account, "kind": "influences", "from_seat": from, "to_seat": to, "strength": 2, "on": DAY,
        "evidence": "两次会上采购照工程意见改了条款"});
    let edge = desk.turned("add_edge", add.clone())["created"].clone();
    assert_eq!(desk.refused("add_edge", add), "line-twice");
    let line = |desk: &mut Desk| {
        let map = desk.map("A01");
        map["lines"].as_array().unwrap().iter().find(|one| one["edge"] == edge).unwrap().clone()
    };
    let now = line(&mut desk);
    assert_eq!(now["evidence"], "两次会上采购照工程意见改了条款");
    assert_eq!((&now["from_name"], &now["kind_text"]), (&json!("卓越川"), &json!("影响")));
    desk.turned(
        "set_edge",
        json!({"edge": edge, "kind": "conflicts_with", "strength": 3, "evidence": null, "reversed": true}),
    );
    let now = line(&mut desk);
    assert_eq!((&now["from_seat"], &now["strength"], &now["kind"]), (&to, &json!(3), &json!("conflicts_with")));
    desk.turned(
        "set_edge",
        json!({"edge": edge, "kind": "dotted_reports_to", "strength": 3, "evidence": null, "reversed": false}),
    );
    assert_eq!(line(&mut desk)["strength"], Value::Null);
    let solid = json!({"edge": edge, "kind": "reports_to", "strength": null, "evidence": null, "reversed": false});
    assert_eq!(desk.refused("set_edge", solid), "solid-line");
    let strong = json!({"edge": edge, "kind": "influences", "strength": 4, "evidence": null, "reversed": false});
    assert_eq!(desk.refused("set_edge", strong), "level-range");
}

#[test]
fn a_decision_is_copied_without_stances_changed_and_removed() {
    let mut desk = Desk::new();
    let account = desk.account("A02");
    let first = main_decision(&mut desk, "A02");
    assert_eq!(desk.refused("remove_decision", json!({"decision": first})), "decision-last");
    let add = |from: &str, to: &str| json!({"account": account, "name": "续约", "kind": "renewal", "copy_from": first, "blackout_from": from, "blackout_to": to});
    assert_eq!(desk.refused("add_decision", add("2026-12-02", "2026-12-01")), "days-turned");
    let second = desk.turned("add_decision", add("2026-12-01", "2026-12-02"))["created"].clone();
    let request = json!({"account": account, "decision": second, "lens": "attitude", "as_of": DAY, "folded": []});
    let copy = desk.ok("get_map", request.clone());
    let original = desk.map("A02");
    let chain = |map: &Value| map["outline"].as_array().unwrap().iter().filter(|one| one["in_chain"] == true).count();
    assert_eq!(chain(&copy), chain(&original));
    assert_eq!(
        copy["bodies"][0]["members"].as_array().unwrap().len(),
        original["bodies"][0]["members"].as_array().unwrap().len()
    );
    assert_ne!(copy["bodies"][0]["body"], original["bodies"][0]["body"]);
    let edit = json!({"decision": second, "name": "", "kind": "standing", "blackout_from": null, "blackout_to": null, "closed_on": null});
    desk.turned("edit_decision", edit);
    let standing = json!({"account": account, "name": "", "kind": "standing", "copy_from": null, "blackout_from": null, "blackout_to": null});
    assert_eq!(desk.refused("add_decision", standing), "standing-twice");
    let seat = desk.seat("A02", "邵云帆");
    desk.turned("remove_members", json!({"decision": second, "seats": [seat]}));
    let after = desk.ok("get_map", request);
    assert_eq!(chain(&after), chain(&original) - 1);
    let stance = json!({"seat": seat, "decision": second, "level": 2, "read_on": DAY, "evidence": "当面说支持续约"});
    desk.ok("set_stance", stance);
    let view = json!({"view": null, "account": account, "name": "续约", "decision": second, "lens": "attitude", "as_of": null,
        "compare": null, "filter": [], "folded": [], "focus": null, "zoom": null, "centre_x": null, "centre_y": null});
    desk.ok("save_view", view);
    desk.turned("remove_decision", json!({"decision": second}));
    assert_eq!(desk.map("A02")["views"][0]["decision"], Value::Null);
}

#[test]
fn a_committee_has_room_for_its_members_and_its_chair_among_them() {
    let mut desk = Desk::new();
    let decision = main_decision(&mut desk, "A01");
    let seats: Vec<Value> = ["祁振邦", "苗国梁", "阎秀芝"].iter().map(|name| desk.seat("A01", name)).collect();
    let set = |seat_count: u32, rule: &str, chair: Value| json!({"body": null, "decision": decision, "name": "集采小组", "rule": rule, "seat_count": seat_count, "members": seats, "chair": chair});
    assert_eq!(desk.refused("set_body", set(2, "majority", Value::Null)), "body-seats");
    assert_eq!(desk.refused("set_body", set(3, "chair_decides", Value::Null)), "chair-needed");
    let outside = desk.seat("A01", "卓越川");
    assert_eq!(desk.refused("set_body", set(3, "majority", outside)), "chair-outside");
    let body = desk.turned("set_body", set(5, "majority", seats[0].clone()))["created"].clone();
    let map = desk.map("A01");
    let row = map["bodies"].as_array().unwrap().iter().find(|one| one["body"] == body).unwrap().clone();
    assert_eq!((&row["need"], &row["name"]), (&json!(3), &json!("集采小组")));
    let sum = ["support", "oppose", "undecided"].iter().map(|one| row[*one].as_u64().unwrap()).sum::<u64>();
    assert_eq!(sum, 5);
    let against = row["members"].as_array().unwrap().iter().find(|one| one["name"] == "阎秀芝").unwrap().clone();
    assert_eq!(against["vote"], "oppose");
    desk.turned("remove_body", json!({"body": body}));
    assert_eq!(desk.map("A01")["bodies"], json!([]));
}

#[test]
fn members_nobody_may_approach_count_as_unknown() {
    let mut desk = Desk::new();
    let map = desk.map("A02");
    let members = map["bodies"][0]["members"].as_array().unwrap().clone();
    let barred: Vec<&Value> = members.iter().filter(|one| one["no_contact"] == true).collect();
    assert_eq!(barred.len(), 3);
    assert!(barred.iter().all(|one| one["vote"] == "unknown"));
}

#[test]
fn a_view_is_kept_overwritten_and_removed() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let (head, gone) = (desk.seat("A01", "卓越川"), "01a1f640-bc00-7000-8000-00000000ffff");
    let save = |view: Value, name: &str| {
        json!({"view": view, "account": account, "name": name, "decision": null, "lens": "coverage", "as_of": null,
            "compare": "2026-10-01", "filter": ["cover:0"], "folded": [head, gone], "focus": null, "zoom": 1.5, "centre_x": 10.0, "centre_y": 20.0})
    };
    assert_eq!(desk.refused("save_view", save(Value::Null, " ")), "name-empty");
    let view = desk.turned("save_view", save(Value::Null, "覆盖"))["created"].clone();
    let kept = desk.map("A01")["views"][0].clone();
    assert_eq!((&kept["name"], &kept["lens"], &kept["folded"]), (&json!("覆盖"), &json!("coverage"), &json!([head])));
    desk.turned("save_view", save(view.clone(), "看覆盖"));
    assert_eq!(desk.map("A01")["views"].as_array().unwrap().len(), 1);
    desk.turned("remove_view", json!({"view": view}));
    assert_eq!(desk.map("A01")["views"], json!([]));
}

#[test]
fn a_member_whose_seat_has_ended_is_told_and_can_go() {
    let mut desk = Desk::new();
    let body = |desk: &mut Desk| desk.map("A02")["bodies"][0].clone();
    let before = body(&mut desk);
    let members: Vec<Value> = before["members"].as_array().unwrap().iter().map(|one| one["seat"].clone()).collect();
    assert!(before["members"].as_array().unwrap().iter().all(|one| one["ended"] == false), "{before}");
    let gone = members.iter().find(|one| **one != before["chair"]).unwrap().clone();
    let votes =
        |body: &Value| ["support", "oppose", "undecided"].iter().map(|key| body[*key].as_u64().unwrap()).sum::<u64>();
    desk.ok("end_seat", json!({"seat": gone, "on": DAY}));
    let after = body(&mut desk);
    let row = after["members"].as_array().unwrap().iter().find(|one| one["seat"] == gone).unwrap().clone();
    assert_eq!((&row["ended"], &row["vote"]), (&json!(true), &json!("unknown")));
    assert_eq!(votes(&after), votes(&before), "its vote is open, not lost");
    let left: Vec<&Value> = members.iter().filter(|one| **one != gone).collect();
    let keep = json!({"body": after["body"], "decision": main_decision(&mut desk, "A02"), "name": after["name"], "rule": after["rule"],
        "seat_count": after["seat_count"], "members": left, "chair": after["chair"]});
    desk.turned("set_body", keep);
    assert!(body(&mut desk)["members"].as_array().unwrap().iter().all(|one| one["seat"] != gone));
}

#[test]
fn several_seats_get_an_owner_and_join_a_chain_in_one_step() {
    let mut desk = Desk::new();
    let (one, other) = (desk.seat("A01", "卓越川"), desk.seat("A01", "白若冰"));
    let staff = desk.ok("get_workspace", json!({}))["staff"][0]["id"].clone();
    let owner = |desk: &mut Desk, seat: &Value| {
        desk.inspect(seat)["bonds"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["kinds"].to_string().contains("owner"))
            .map(|one| one["staff"].clone())
            .collect::<Vec<_>>()
    };
    let ask = |seats: &[&Value]| json!({"seats": seats, "staff": staff, "kind": "owner", "on": DAY});
    desk.turned("assign_seats", ask(&[&one, &other]));
    assert_eq!((owner(&mut desk, &one), owner(&mut desk, &other)), (vec![staff.clone()], vec![staff.clone()]));
    assert_eq!(desk.refused("assign_seats", ask(&[&one, &other])), "already-assigned");
    assert_eq!(desk.refused("assign_seats", ask(&[])), "nothing-chosen");
    let third = desk.seat("A01", "阎秀芝");
    desk.turned("assign_seats", ask(&[&one, &third]));
    assert_eq!(owner(&mut desk, &third), std::slice::from_ref(&staff), "who has that owner already is passed over");
    let expert = desk.post("A02", "外部评标专家甲");
    assert_eq!(desk.refused("assign_seats", ask(&[&expert])), "no-contact");

    let decision = main_decision(&mut desk, "A01");
    let inside = |desk: &mut Desk, seat: &Value| {
        desk.map("A01")["outline"].as_array().unwrap().iter().any(|row| row["seat"] == *seat && row["in_chain"] == true)
    };
    let seats = json!({"decision": decision, "seats": [one, other]});
    desk.ok("remove_members", seats);
    assert!(!inside(&mut desk, &one) && !inside(&mut desk, &other));
    let request = json!({"account": desk.account("A01"), "decision": decision, "seats": [one, other, third]});
    desk.turned("add_members", request.clone());
    assert!([&one, &other, &third].iter().all(|seat| inside(&mut desk, seat)));
    assert_eq!(desk.refused("add_members", request), "nothing-chosen", "all are in it");
}

#[test]
fn a_line_that_changes_today_was_another_yesterday() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let (from, to) = (desk.seat("A01", "卓越川"), desk.seat("A01", "白若冰"));
    let add = json!({"account": account, "kind": "influences", "from_seat": from, "to_seat": to, "strength": 2,
        "on": "2026-11-01", "evidence": null});
    let edge = desk.ok("add_edge", add)["created"].clone();
    let line = |desk: &mut Desk, day: &str| {
        let map = desk.ok(
            "get_map",
            json!({"account": account, "decision": null, "lens": "structure", "as_of": day, "folded": []}),
        );
        let ends = [&from, &to];
        let own = |one: &&Value| {
            one["kind"] != "reports_to" && ends.contains(&&one["from_seat"]) && ends.contains(&&one["to_seat"])
        };
        let lines: Vec<Value> = map["lines"].as_array().unwrap().iter().filter(own).cloned().collect();
        assert!(lines.len() <= 1, "{lines:?}");
        lines.first().map(|one| (one["kind"].clone(), one["from_seat"].clone(), one["strength"].clone()))
    };
    let before = line(&mut desk, "2026-11-19");
    let set = json!({"edge": edge, "kind": "conflicts_with", "strength": 3, "evidence": null, "reversed": true});
    desk.turned("set_edge", set);
    assert_eq!(before, Some((json!("influences"), from.clone(), json!(2))));
    assert_eq!(line(&mut desk, "2026-11-19"), before);
    assert_eq!(line(&mut desk, DAY), Some((json!("conflicts_with"), to.clone(), json!(3))));
    // The same day again corrects the line of today and makes no third one.
    desk.turned(
        "set_edge",
        json!({"edge": edge, "kind": "influences", "strength": 1, "evidence": null, "reversed": true}),
    );
    assert_eq!(line(&mut desk, DAY), Some((json!("influences"), from.clone(), json!(1))));
    assert_eq!(line(&mut desk, "2026-11-19"), before);
}

#[test]
fn a_line_that_has_ended_is_neither_drawn_out_nor_changed() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let (from, to) = (desk.seat("A01", "卓越川"), desk.seat("A01", "白若冰"));
    let add = json!({"account": account, "kind": "influences", "from_seat": from, "to_seat": to, "strength": 2,
        "on": "2026-11-01", "evidence": null});
    let edge = desk.ok("add_edge", add)["created"].clone();
    desk.ok("end_edge", json!({"edge": edge, "on": "2026-11-10"}));
    let before = desk.records();
    assert_eq!(desk.refused("end_edge", json!({"edge": edge, "on": DAY})), "line-ended");
    let set = json!({"edge": edge, "kind": "influences", "strength": 1, "evidence": null, "reversed": false});
    assert_eq!(desk.refused("set_edge", set), "line-ended");
    assert_eq!(desk.records(), before);
    desk.ok("end_edge", json!({"edge": edge, "on": "2026-11-05"}));
    assert_ne!(desk.records(), before, "an earlier day may be said");
}
