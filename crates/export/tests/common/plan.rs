//! The sample visit V07 with what the sample does not hold: a checklist, and opposite numbers.
#![allow(dead_code, reason = "each test file uses its part")]

use super::{sample, visit};
use domain::Snapshot;
use serde_json::json;

/// The sample workspace with V07 planned to the last line.
pub fn planned() -> Snapshot {
    let mut snapshot = sample();
    let of = visit(&snapshot, "V07").clone();
    let ours = |code: &str| snapshot.staff.iter().find(|one| one.r#ref.as_deref() == Some(code)).unwrap().id;
    let (host, lead) = (ours("u02"), ours("u03"));
    let tasks = [
        (-14, "确认来访意图、人数、主宾、日期；定级；立项预算", Some(lead), Some("2026-11-12")),
        (-7, "日程确认；订车、房、餐", None, None),
        (0, "动态群；签到；记录承诺与反应", Some(host), None),
        (7, "承诺首检；回访计划；删除临时数据", Some(lead), None),
    ];
    for (at, (offset, text, owner, done)) in tasks.into_iter().enumerate() {
        let id = uuid::Uuid::from_u128((9 << 96) | (0x7000 << 64) | 0x8000_0000_0000_0000 | at as u128);
        let due = of.starts_on + chrono::Duration::days(i64::from(offset));
        let line = json!({"id": id, "visit": of.id, "text": text, "offset_days": offset, "due_on": due, "owner": owner,
            "done_on": done, "position": at});
        snapshot.checklist_items.push(serde_json::from_value(line).unwrap());
    }
    for guest in snapshot.visit_guests.iter_mut().filter(|one| one.visit == of.id && one.protocol_order < 4) {
        guest.counterpart = Some(if guest.protocol_order == 1 { host } else { lead });
    }
    snapshot
}
