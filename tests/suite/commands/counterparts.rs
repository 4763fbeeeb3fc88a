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
