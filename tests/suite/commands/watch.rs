//! Early warnings over a real file: status, owner, silence, the records warnings rest on, limits, and the way back.

use serde_json::{Value, json};

use super::{DAY, Desk};

const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

impl Desk {
    fn warnings(&mut self, account: &Value, filter: &str) -> Vec<Value> {
        let view = self.ok("get_warnings", json!({"as_of": DAY, "account": account, "filter": filter}));
        view["warnings"].as_array().unwrap().clone()
    }
    fn warning(&mut self, account: &Value, code: &str) -> Option<Value> {
        self.warnings(account, "all").into_iter().find(|one| one["code"] == code)
    }
    fn staff(&mut self, name: &str) -> Value {
        let staff = self.ok("get_workspace", json!({}))["staff"].clone();
        staff.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()["id"].clone()
    }
    fn lines(&mut self, account: &Value) -> Value {
        self.ok("get_watch_lines", json!({"account": account, "as_of": DAY}))
    }
}

/// The decision of a person about a warning, as a page sends it.
fn decided(warning: &Value, fields: Value) -> Value {
    let mut request = json!({"account": warning["account"], "code": warning["code"], "object": warning["object"], "status": "open",
        "owner": null, "snoozed_until": null, "reason": null});
    request.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    request
}

fn line(kind: &str, fields: Value) -> Value {
    let mut line = json!({"id": NOBODY});
    line.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({"kind": kind, "line": line, "new": true})
}

#[test]
fn a_warning_is_taken_given_away_closed_and_taken_back() {
    let mut desk = Desk::new();
    let account = desk.account("A05");
    let open = desk.warning(&account, "W06").unwrap();
    assert_eq!(
        (open["status"].as_str(), open["owner_set"].as_bool(), open["severity"].as_str()),
        (Some("open"), Some(false), Some("red"))
    );
    let other = desk.staff("彭越");
    desk.ok("set_warning", decided(&open, json!({"status": "intervening", "owner": other})));
    let taken = desk.warning(&account, "W06").unwrap();
    assert_eq!((&taken["status"], &taken["owner"], &taken["owner_set"]), (&json!("intervening"), &other, &json!(true)));
    assert_eq!((&taken["escalated"], &taken["first_seen"]), (&json!(false), &open["first_seen"]));
    desk.ok("set_warning", decided(&open, json!({"status": "rescued", "reason": " 已到场处理 "})));
    let closed = desk.warning(&account, "W06").unwrap();
    assert_eq!(
        (&closed["status"], &closed["reason"], &closed["due"]),
        (&json!("rescued"), &json!("已到场处理"), &json!(false))
    );
    assert!(desk.warnings(&account, "due").iter().all(|one| one["code"] != "W06"));
    assert_eq!(desk.warnings(&account, "closed").len(), 1);
    desk.ok("undo", json!({}));
    assert_eq!(desk.warning(&account, "W06").unwrap()["status"], "intervening");
    desk.ok("undo", json!({}));
    assert_eq!(desk.warning(&account, "W06").unwrap(), open);
    desk.ok("redo", json!({}));
    assert_eq!(desk.warning(&account, "W06").unwrap()["owner"], other);
}

#[test]
fn a_silence_needs_a_reason_and_a_day_ahead() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let open = desk.warning(&account, "W03").unwrap();
    for (until, reason, code) in [
        ("2026-11-20", Some("等年会"), "snooze-day"),
        ("2027-11-22", Some("等年会"), "snooze-day"),
        ("2026-12-01", None, "snooze-reason"),
        ("2026-12-01", Some("  "), "snooze-reason"),
    ] {
        let request = decided(&open, json!({"snoozed_until": until, "reason": reason}));
        assert_eq!(desk.refused("set_warning", request), code, "{until} {reason:?}");
    }
    desk.ok("set_warning", decided(&open, json!({"snoozed_until": "2026-12-01", "reason": "等年会"})));
    let silent = desk.warnings(&account, "snoozed");
    assert_eq!((silent.len(), &silent[0]["reason"], &silent[0]["escalated"]), (1, &json!("等年会"), &json!(false)));
    let later = desk.ok("get_warnings", json!({"as_of": "2026-12-01", "account": account}));
    assert!(
        later["warnings"].as_array().unwrap().iter().any(|one| one["object"] == open["object"]),
        "awake on the day"
    );
    desk.ok(
        "set_warning",
        decided(&open, json!({"status": "lost", "snoozed_until": "2026-12-01", "reason": "等年会"})),
    );
    assert_eq!(desk.warning(&account, "W03").unwrap()["snoozed_until"], Value::Null, "closed is not silent");
}

#[test]
fn what_is_not_there_cannot_be_decided_about() {
    let mut desk = Desk::new();
    let account = desk.account("A01");
    let open = desk.warning(&account, "W03").unwrap();
    assert_eq!(desk.refused("set_warning", decided(&open, json!({"object": NOBODY}))), "missing");
    assert_eq!(desk.refused("set_warning", decided(&open, json!({"code": "W18"}))), "missing");
    let gone = desk.staff("叶知秋");
    assert_eq!(desk.refused("set_warning", decided(&open, json!({"owner": gone}))), "staff-left");
    assert_eq!(desk.refused("set_warning", decided(&open, json!({"owner": NOBODY}))), "missing");
}

#[test]
fn home_leaves_out_what_is_silent_or_closed() {
    let mut desk = Desk::new();
    let account = desk.account("A06");
    let said = |desk: &mut Desk| {
        let home = desk.ok("get_home", json!({}));
        let matters = home["matters"].as_array().unwrap().clone();
        matters
            .iter()
            .filter(|one| one["account"] == account)
            .map(|one| one["title"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let before = said(&mut desk);
    assert!(before.contains(&"竞争对手接触".to_owned()) && before.contains(&"合同到期".to_owned()), "{before:?}");
    assert!(!before.contains(&"接触中断".to_owned()), "a finding says it already");
    let rival = desk.warning(&account, "W09").unwrap();
    desk.ok("set_warning", decided(&rival, json!({"snoozed_until": "2026-12-01", "reason": "已约见"})));
    assert_eq!(said(&mut desk).len(), before.len() - 1);
}

#[test]
fn contracts_incidents_and_budgets_warn_and_are_taken_back() {
    let mut desk = Desk::new();
    let account = desk.account("A08");
    let lines = [
        (
            "W12",
            "contracts",
            line(
                "contract",
                json!({"account": account, "name_zh": " 框架协议 ", "starts_on": null, "ends_on": "2026-12-31", "renewal_planned": false}),
            ),
        ),
        (
            "W18",
            "incidents",
            line(
                "incident",
                json!({"account": account, "text_zh": "机房停机", "on": "2026-11-18", "severity": "severe", "closed_on": null, "owner": null}),
            ),
        ),
        (
            "W17",
            "budgets",
            line(
                "budget_line",
                json!({"account": account, "category": "dining", "from_on": "2026-10-01", "to_on": "2026-12-31", "approved": 1000.0, "committed": 500.0,
            "actual": 500.0, "remaining_plan": 0.0, "probability": 1.0, "text": null}),
            ),
        ),
    ];
    for (code, list, line) in lines {
        assert!(desk.warning(&account, code).is_none(), "{code}");
        let made = desk.ok("put_watch_line", line.clone())["created"].clone();
        let warned = desk.warning(&account, code).unwrap();
        assert_eq!(
            (&warned["severity"], &warned["object"], &warned["step"]),
            (&json!("red"), &made, &json!("open_line")),
            "{code}"
        );
        assert_eq!(desk.lines(&account)[list].as_array().unwrap().len(), 1);
        desk.ok("remove_watch_line", json!({"kind": line["kind"], "id": made}));
        assert!(desk.warning(&account, code).is_none(), "{code}");
        desk.ok("undo", json!({}));
        assert!(desk.warning(&account, code).is_some(), "{code}");
    }
    let contract = desk.lines(&account)["contracts"][0].clone();
    assert_eq!(contract["name_zh"], "框架协议");
    let mut planned = contract.clone();
    planned["renewal_planned"] = json!(true);
    desk.ok("put_watch_line", json!({"kind": "contract", "line": planned}));
    assert_eq!(desk.warning(&account, "W12").unwrap()["severity"], "amber");
    let other = desk.account("A01");
    planned["account"] = other;
    assert_eq!(
        desk.refused("put_watch_line", json!({"kind": "contract", "line": planned})),
        "missing",
        "no way into another account"
    );
}

#[test]
fn records_that_cannot_be_are_refused() {
    let mut desk = Desk::new();
    let account = desk.account("A08");
    let contract = |fields: Value| {
        let mut base = json!({"account": account, "name_zh": "框架协议", "starts_on": null, "ends_on": "2026-12-31", "renewal_planned": false});
        base.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        line("contract", base)
    };
    let budget = |fields: Value| {
        let mut base = json!({"account": account, "category": "dining", "from_on": "2026-10-01", "to_on": "2026-12-31", "approved": 1000.0, "committed": 0.0,
            "actual": 0.0, "remaining_plan": 0.0, "probability": 1.0, "text": null});
        base.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        line("budget_line", base)
    };
    let threshold = |fields: Value| {
        let mut base = json!({"code": "W03", "tier": "S", "amber": 1.2, "red": null});
        base.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        line("warning_threshold", base)
    };
    let cases = [
        (contract(json!({"name_zh": " "})), "name-empty"),
        (contract(json!({"starts_on": "2027-01-01"})), "days-turned"),
        (budget(json!({"approved": -1.0})), "amount"),
        (budget(json!({"probability": 1.1})), "probability"),
        (budget(json!({"category": "other"})), "budget-text"),
        (budget(json!({"to_on": "2026-09-30"})), "days-turned"),
        (threshold(json!({"code": "W99"})), "missing"),
        (threshold(json!({"amber": -1.0})), "limit-range"),
        (threshold(json!({"amber": 1e300})), "limit-range"),
        (threshold(json!({"amber": 3.0})), "limit-order"),
        (threshold(json!({"code": "W12", "amber": 60.0})), "limit-order"),
    ];
    for (request, code) in cases {
        assert_eq!(desk.refused("put_watch_line", request.clone()), code, "{request}");
    }
    desk.ok("put_watch_line", threshold(json!({})));
    assert_eq!(desk.refused("put_watch_line", threshold(json!({}))), "limit-twice");
    assert_eq!(desk.refused("remove_watch_line", json!({"kind": "contract", "id": NOBODY})), "missing");
}

#[test]
fn a_limit_for_a_tier_moves_its_warnings_and_no_others() {
    let mut desk = Desk::new();
    let (strict, other) = (desk.account("A06"), desk.account("A01"));
    let silent = |desk: &mut Desk, account: &Value| {
        desk.warnings(account, "all").iter().filter(|one| one["code"] == "W03").count()
    };
    let before = (silent(&mut desk, &strict), silent(&mut desk, &other));
    desk.ok(
        "put_watch_line",
        line("warning_threshold", json!({"code": "W03", "tier": "B", "amber": 100.0, "red": 100.0})),
    );
    assert_eq!((silent(&mut desk, &strict), silent(&mut desk, &other)), (before.0 - 1, before.1));
    desk.ok("undo", json!({}));
    assert_eq!(silent(&mut desk, &strict), before.0);
}

#[test]
fn what_fires_no_more_waits_for_its_outcome() {
    let mut desk = Desk::new();
    let account = desk.account("A08");
    let made = desk.ok(
        "put_watch_line",
        line("incident", json!({"account": account, "text_zh": "机房停机", "on": "2026-11-18", "severity": "severe", "closed_on": null, "owner": null})),
    )["created"].clone();
    let fired = desk.warning(&account, "W18").unwrap();
    desk.ok("set_warning", decided(&fired, json!({"status": "intervening"})));
    desk.ok("remove_watch_line", json!({"kind": "incident", "id": made}));
    let left = desk.warning(&account, "W18").unwrap();
    assert_eq!((&left["holds"], &left["due"], &left["severity"]), (&json!(false), &json!(true), &json!("info")));
    desk.ok("set_warning", decided(&left, json!({"status": "rescued"})));
    assert!(desk.warnings(&account, "due").iter().all(|one| one["code"] != "W18"));
}
