//! The sample visit V07 as it would be planned: the lines of `files/v07-plan.json`, people by their refs.

use super::{sample, visit};
use domain::Snapshot;
use serde_json::{Value, json};

/// The sample workspace with V07 planned.
pub fn planned() -> Snapshot {
    let mut snapshot = sample();
    let of = visit(&snapshot, "V07").id;
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/v07-plan.json")).unwrap();
    let lines: Value = serde_json::from_str(&text).unwrap();
    let mut records = serde_json::to_value(&snapshot).unwrap();
    let mut number = 0u128;
    for (kind, rows) in lines.as_object().unwrap() {
        for row in rows.as_array().unwrap() {
            number += 1;
            let mut row = by_id(row, &snapshot);
            row["id"] = json!(uuid::Uuid::from_u128((9 << 96) | (0x7000 << 64) | 0x8000_0000_0000_0000 | number));
            row["visit"] = json!(of);
            let all = records.as_object_mut().unwrap().entry(kind).or_insert(json!([]));
            all.as_array_mut().unwrap().push(row);
        }
    }
    snapshot = serde_json::from_value(records).unwrap();
    let host = snapshot.staff.iter().find(|one| one.r#ref.as_deref() == Some("u02")).unwrap().id;
    let other = snapshot.staff.iter().find(|one| one.r#ref.as_deref() == Some("u03")).unwrap().id;
    for guest in snapshot.visit_guests.iter_mut().filter(|one| one.visit == of && one.protocol_order < 4) {
        guest.counterpart = Some(if guest.protocol_order == 1 { host } else { other });
    }
    snapshot.visits.iter_mut().find(|one| one.id == of).unwrap().budget_limit = Some(6_000.0);
    snapshot
}

/// Refs of people and of ours become their ids, at any depth.
fn by_id(value: &Value, from: &Snapshot) -> Value {
    match value {
        Value::String(text) => {
            let person = from.people.iter().find(|one| one.r#ref.as_deref() == Some(text)).map(|one| json!(one.id));
            let staff = from.staff.iter().find(|one| one.r#ref.as_deref() == Some(text)).map(|one| json!(one.id));
            person.or(staff).unwrap_or_else(|| value.clone())
        }
        Value::Array(all) => all.iter().map(|one| by_id(one, from)).collect(),
        Value::Object(all) => all.iter().map(|(key, one)| (key.clone(), by_id(one, from))).collect(),
        other => other.clone(),
    }
}
