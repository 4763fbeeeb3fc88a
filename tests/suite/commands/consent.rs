//! The background of our own people: used when they agree, not used once they take it back, and no disadvantage for saying no.

use serde_json::{Value, json};

use super::{DAY, Desk};

/// Hosts as they are ranked: who, with how many points.
fn hosts(desk: &mut Desk) -> Vec<Value> {
    let visit = desk.visit("V01");
    desk.view(&visit)["hosts"]["candidates"].as_array().unwrap().clone()
}

fn of<'a>(rows: &'a [Value], staff: &Value) -> Option<&'a Value> {
    rows.iter().find(|one| one["staff"] == *staff)
}

/// One of ours whose background gives points for the visit.
fn used(desk: &mut Desk) -> Value {
    let rows = hosts(desk);
    for row in &rows {
        let staff = row["staff"].clone();
        let view = desk.ok("get_own_consent", json!({"staff": staff}));
        if view["allowed"] == true && view["noted"].as_u64().unwrap() > 0 {
            desk.ok("end_own_consent", json!({"staff": staff, "on": DAY}));
            let without = hosts(desk);
            desk.ok("undo", json!({}));
            if of(&without, &staff).map(|one| one["total"].as_u64())
                < of(&rows, &staff).map(|one| one["total"].as_u64())
            {
                return staff;
            }
        }
    }
    panic!("nobody: {rows:?}")
}

#[test]
fn taking_it_back_stops_matching_at_once_and_giving_it_again_brings_it_back() {
    let mut desk = Desk::new();
    let staff = used(&mut desk);
    let before = hosts(&mut desk);
    desk.turned("end_own_consent", json!({"staff": staff, "on": DAY}));
    let after = hosts(&mut desk);
    assert_ne!(of(&after, &staff), of(&before, &staff), "background counts no more");
    assert!(of(&after, &staff).is_some(), "and they are still among the hosts");
    assert_eq!(after.len(), before.len());
    let view = desk.ok("get_own_consent", json!({"staff": staff}));
    assert_eq!(view["allowed"], false);
    let give = json!({"person": null, "staff": staff, "scope": "host_background", "version": "2026-1", "text": "样例同意书", "channel": "书面", "given_on": DAY, "until_on": null});
    desk.turned("give_consent", give);
    assert_eq!(of(&hosts(&mut desk), &staff), of(&before, &staff), "as it was");
    let view = desk.ok("get_own_consent", json!({"staff": staff}));
    assert_eq!((&view["allowed"], &view["rows"][0]["in_force"]), (&json!(true), &json!(true)));
    assert_eq!(view["rows"][0]["consent"]["channel"], "书面");
    // One on record is closed with its day when it is taken back.
    desk.turned("end_own_consent", json!({"staff": staff, "on": DAY}));
    let view = desk.ok("get_own_consent", json!({"staff": staff}));
    assert_eq!(
        (&view["rows"][0]["in_force"], &view["rows"][0]["consent"]["withdrawn_on"]),
        (&json!(false), &json!(DAY))
    );
}

#[test]
fn saying_no_is_kept_and_costs_nothing() {
    let mut desk = Desk::new();
    let staff = used(&mut desk);
    let refuse =
        |text: &str, on: &str| json!({"staff": staff, "version": "2026-1", "text": text, "channel": "当面", "on": on});
    assert_eq!(desk.refused("refuse_consent", refuse(" ", DAY)), "consent-text");
    assert_eq!(desk.refused("refuse_consent", refuse("样例同意书", "2026-11-21")), "day-ahead");
    let without = {
        desk.ok("end_own_consent", json!({"staff": staff, "on": DAY}));
        let rows = hosts(&mut desk);
        desk.ok("undo", json!({}));
        rows
    };
    desk.turned("refuse_consent", refuse("样例同意书", DAY));
    assert_eq!(of(&hosts(&mut desk), &staff), of(&without, &staff), "no worse than one who was never asked");
    let view = desk.ok("get_own_consent", json!({"staff": staff}));
    assert_eq!((&view["allowed"], &view["rows"][0]["consent"]["refused_on"]), (&json!(false), &json!(DAY)));
    assert_eq!(view["rows"][0]["in_force"], false);
    let load = desk.ok("get_load", json!({"as_of": DAY})).to_string();
    let colleague = desk.ok("get_colleague", json!({"staff": staff, "as_of": DAY})).to_string();
    assert!(!load.contains("refused") && !colleague.contains("refused"), "it stands nowhere else");
}
