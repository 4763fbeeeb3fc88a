//! The sample: the court, two records of every kind.

use super::{id, two};
use domain::Snapshot;
use serde_json::{Value, json};

fn record<T: serde::de::DeserializeOwned>(number: u64, name: Option<&str>, fields: Value) -> T {
    super::record(number, name, [json!({}), fields])
}

pub(super) fn court(all: &mut Snapshot) {
    answering(all);
    matters(all);
    money(all);
}

fn answering(all: &mut Snapshot) {
    two!(all.team_members, 501, "team_members1": { "account": id(31), "staff": id(21), "job_role": "AR", "lead": true, "from_on": "2026-12-01", "to_on": "2026-12-01" }, { "account": id(31), "staff": id(21), "job_role": "AR", "lead": false });
    two!(all.coverage_rules, 511, "coverage_rules1": { "account": id(31), "unit": id(41), "function": "样例", "rank_from": 3, "rank_to": 3, "decision_role": "approver", "job_role": "AR", "position": -2 }, { "job_role": "AR", "position": -2 });
    two!(all.topic_assignments, 521, "topic_assignments1": { "account": id(31), "topic": "quality", "staff": id(21), "kind": "owner", "from_on": "2026-12-01", "to_on": "2026-12-01", "manual": true }, { "account": id(31), "topic": "quality", "staff": id(21), "kind": "owner", "manual": false });
    two!(all.commitment_authorities, 531, "commitment_authorities1": { "topic": "quality", "roles": ["AR", "FR"] }, { "topic": "quality", "roles": [] });
}

fn matters(all: &mut Snapshot) {
    two!(all.customer_requests, 541, "customer_requests1": { "account": id(31), "topic": "quality", "text_zh": "样例", "text_en": "样例", "from_person": id(61), "asked_on": "2026-12-01", "asked_at": "09:30", "first_asked": id(21), "holder": id(21), "taken_on": "2026-12-01", "due_on": "2026-12-01", "answered_on": "2026-12-01", "closed_on": "2026-12-01", "answer": "样例", "withdrawn_on": "2026-12-01", "withdrawn_why": "样例" }, { "account": id(31), "asked_on": "2026-12-01" });
    two!(all.warning_notes, 551, "warning_notes1": { "account": id(31), "code": "样例", "object": "样例", "status": "intervening", "opened_on": "2026-12-01", "owner": id(21), "snoozed_until": "2026-12-01", "reason": "样例", "changed_on": "2026-12-01" }, { "account": id(31), "code": "样例", "object": "样例", "status": "intervening", "opened_on": "2026-12-01", "changed_on": "2026-12-01" });
    two!(all.tasks, 561, "tasks1": { "account": id(31), "kind": "introduction", "staff": id(21), "with_staff": id(21), "person": id(61), "seat": id(101), "commitment": id(261), "complaint": id(271), "request": id(541), "visit": id(181), "text": "样例", "due_on": "2026-12-01", "done_on": "2026-12-01" }, { "kind": "introduction", "staff": id(21), "due_on": "2026-12-01" });
}

fn money(all: &mut Snapshot) {
    two!(all.contracts, 571, "contracts1": { "account": id(31), "name_zh": "样例", "name_en": "样例", "starts_on": "2026-12-01", "ends_on": "2026-12-01", "renewal_planned": true }, { "account": id(31), "ends_on": "2026-12-01", "renewal_planned": false });
    two!(all.incidents, 581, "incidents1": { "account": id(31), "text_zh": "样例", "text_en": "样例", "on": "2026-12-01", "severity": "severe", "closed_on": "2026-12-01", "owner": id(21) }, { "account": id(31), "on": "2026-12-01", "severity": "severe" });
    two!(all.budget_lines, 591, "budget_lines1": { "account": id(31), "category": "transport", "from_on": "2026-12-01", "to_on": "2026-12-01", "approved": 0.5, "committed": 0.5, "actual": 0.5, "remaining_plan": 0.5, "probability": 0.5, "text": "样例" }, { "account": id(31), "category": "transport", "from_on": "2026-12-01", "to_on": "2026-12-01", "approved": 0.5, "committed": 0.5, "actual": 0.5, "remaining_plan": 0.5, "probability": 0.5 });
    two!(all.warning_thresholds, 601, "warning_thresholds1": { "code": "样例", "tier": "A", "amber": 0.5, "red": 0.5 }, { "code": "样例" });
}
