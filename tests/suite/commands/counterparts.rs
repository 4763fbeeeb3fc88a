//! Counterparts over the sample: proposed, explained, in both languages, and never in the room.

use super::Desk;
use serde_json::{Value, json};

fn visit(desk: &mut Desk, guests: i64) -> Value {
    let visits = desk.ok("list_visits", json!({}));
    visits["visits"].as_array().unwrap().iter().find(|one| one["guests"] == guests).unwrap()["visit"].clone()
}

#[test]
fn each_guest_has_a_proposal_with_points_in_words_or_a_note() {
    let mut desk = Desk::new();
    let visit = visit(&mut desk, 12);
    let view = desk.ok("get_counterparts", json!({"visit": visit}));
    let rows = view["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 12);
    let mut seen = std::collections::BTreeSet::new();
    for row in rows {
        let Some(staff) = row["staff"].as_str() else {
            assert!(!row["notes"].as_array().unwrap().is_empty(), "{row}");
            continue;
        };
        assert!(seen.insert(staff.to_owned()), "{staff} twice");
        let shown = row["hosts"]["candidates"].as_array().unwrap();
        let own = shown.iter().find(|one| one["staff"] == staff).unwrap();
        assert_eq!(own["lines"].as_array().unwrap().len(), 9);
        assert!(own["lines"][0]["text"].as_str().is_some_and(|text| !text.is_empty()), "{own}");
        assert_eq!(own["total"], row["total"]);
    }
    let total: i64 = rows.iter().filter_map(|one| one["total"].as_i64()).sum();
    assert_eq!(view["total"], total);
    assert!(view["summary"].as_str().unwrap().contains(&total.to_string()));
}

#[test]
fn the_chosen_host_of_the_visit_faces_the_principal() {
    let mut desk = Desk::new();
    let visit = visit(&mut desk, 12);
    let before = desk.ok("get_counterparts", json!({"visit": visit}));
    let other = before["rows"][0]["hosts"]["candidates"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["staff"] != before["rows"][0]["staff"])
        .unwrap()["staff"]
        .clone();
    desk.ok("choose_host", json!({"visit": visit, "staff": other, "reason": "主谈业务", "on": super::DAY}));
    let row = desk.ok("get_counterparts", json!({"visit": visit}))["rows"][0].clone();
    assert_eq!((&row["staff"], &row["fixed"], &row["principal"]), (&other, &json!(true), &json!(true)));
}

#[test]
fn all_proposals_are_taken_in_one_step_and_what_was_chosen_stays() {
    let mut desk = Desk::new();
    let visit = visit(&mut desk, 12);
    let rows =
        |desk: &mut Desk| desk.ok("get_counterparts", json!({"visit": visit}))["rows"].as_array().unwrap().clone();
    let before = rows(&mut desk);
    let open: Vec<&Value> = before.iter().filter(|one| one["fixed"] == false && !one["staff"].is_null()).collect();
    assert!(open.len() > 2);
    let fixed = |all: &[Value]| all.iter().filter(|one| one["fixed"] == true).count();
    // Somebody else than proposed is chosen for the second, and another pair is taken alone.
    let other = before[1]["hosts"]["candidates"].as_array().unwrap();
    let other = other.iter().find(|one| one["staff"] != before[1]["staff"]).unwrap()["staff"].clone();
    desk.ok("set_counterpart", json!({"visit": visit, "person": before[1]["guest"], "staff": other, "note": "同行"}));
    let now = rows(&mut desk);
    let one = now.iter().find(|one| one["fixed"] == false && !one["staff"].is_null()).unwrap()["guest"].clone();
    desk.ok("take_counterparts", json!({"visit": visit, "people": [one]}));
    let proposed = rows(&mut desk);
    assert_eq!(fixed(&proposed), fixed(&now) + 1);
    desk.turned("take_counterparts", json!({"visit": visit, "people": []}));
    for (was, is) in proposed.iter().zip(rows(&mut desk)) {
        assert_eq!((&is["staff"], is["fixed"] == true), (&was["staff"], !was["staff"].is_null()), "{is}");
    }
    assert_eq!(rows(&mut desk)[1]["staff"], other);
    assert_eq!(desk.refused("take_counterparts", json!({"visit": visit, "people": []})), "nothing-chosen");
    desk.ok("undo", json!({}));
    assert_eq!(fixed(&rows(&mut desk)), fixed(&proposed), "one step");
}
