//! Every formula against the golden values of the sample workspace: eight accounts on one day, numbers, lists and reasons.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read must fail the test")]

mod common;

use common::{ACCOUNTS, Sample};
use domain::Code;
use domain::engine::findings::FindingCode;
use domain::engine::host::{HostDimension, match_hosts};
use domain::engine::readiness::GateState;
use domain::engine::score::score_account;
use domain::engine::{Param, Reason};
use serde_json::{Value, json};

fn tenth(value: f64) -> Value {
    json!((value * 10.0).round() / 10.0)
}

fn assert_each(compare: impl Fn(&Sample, &str, &Value) -> (Value, Value)) {
    let sample = Sample::read();
    for name in ACCOUNTS {
        let (found, expected) = compare(&sample, name, &sample.golden[name]);
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn the_sample_survives_reading_and_writing() {
    let text = include_str!("../../../samples/workspace.json");
    let file: Value = serde_json::from_str(text).unwrap_or_default();
    assert_eq!((&file["format"], &file["version"]), (&json!("dianke-workspace"), &json!(1)));
    assert_eq!(json!(Sample::read().snapshot), file["records"]);
}

#[test]
fn coverage_support_and_ownership_are_golden() {
    assert_each(|sample, name, golden| {
        let score = sample.score(name);
        let keys = ["coverage", "support_known", "support_all", "known_share", "ownership_pct"];
        let found = json!([
            tenth(score.coverage.value),
            tenth(score.support.known),
            tenth(score.support.all),
            score.support.known_share.round(),
            score.ownership_pct.round(),
        ]);
        (found, keys.iter().map(|key| json!(golden[*key].as_f64().unwrap())).collect())
    });
}

#[test]
fn single_thread_is_golden() {
    assert_each(|sample, name, golden| {
        let single = sample.score(name).single_thread;
        let ours = single.worst_loss_ours.map(|(id, loss)| json!([sample.name(id), tenth(loss)]));
        let theirs = single.worst_loss_theirs.map(|(id, loss)| json!([sample.name(id), tenth(loss)]));
        let found = json!([single.risk.code(), ours, theirs, sample.names(&single.thin)]);
        let keys = ["single_thread", "worst_loss_ours", "worst_loss_theirs", "thin"];
        (found, keys.iter().map(|key| golden[*key].clone()).collect())
    });
}

#[test]
fn findings_are_golden() {
    assert_each(|sample, name, golden| {
        let score = sample.score(name);
        (score.findings.iter().map(|one| json!(sample.line(&score, one))).collect(), golden["findings"].clone())
    });
}

#[test]
fn health_is_golden() {
    assert_each(|sample, name, golden| {
        let health = sample.score(name).health;
        let golden = json!([golden["health_raw"].as_f64(), golden["health_shown"].as_f64()]);
        (json!([tenth(health.raw), tenth(health.shown)]), golden)
    });
}

/// The rules the reference computes. The others say more about the sample than it lists, and are tested one by one
/// (`warning_rules.rs`); `health_is_golden` holds with all of them, so none of theirs caps a health the reference does not.
const REFERENCE: [&str; 10] = ["W01", "W03", "W05", "W06", "W07", "W08", "W09", "W11", "W13", "W16"];

#[test]
fn warnings_are_golden() {
    assert_each(|sample, name, golden| {
        let score = sample.score(name);
        let told = score.warnings.iter().filter(|one| REFERENCE.contains(&one.code.code()));
        let found = told.map(|one| {
            let mut refs = sample.names(&one.people);
            refs.extend(one.commitment.map(|id| sample.name(id)));
            refs.extend(one.complaint.map(|id| sample.name(id)));
            let (code, severity) = (one.code.code(), one.severity.code());
            json!({ "code": code, "severity": severity, "refs": refs, "detail": detail(code, severity, &one.reason) })
        });
        (found.collect(), golden["warnings"].clone())
    });
}

/// The detail as the golden values abbreviate it.
fn detail(code: &str, severity: &str, reason: &Reason) -> Vec<String> {
    let number = |name: &str| reason.params.iter().find(|one| one.0 == name).map(|one| one.1.clone());
    let int = |name: &str| match number(name) {
        Some(Param::Int(value)) => value,
        other => panic!("{code}: {name} is {other:?}"),
    };
    match code {
        "W01" => match number("percent") {
            Some(Param::Number(value)) => vec![format!("-{value:.1}%")],
            other => panic!("{other:?}"),
        },
        "W03" => {
            let times = if severity == "red" { "2" } else { "1.5" };
            vec![format!("{}d>{times}x{}", int("days"), int("cadence"))]
        }
        "W06" => vec![format!("{}d", int("days"))],
        "W08" => vec![format!("{}d", int("days")), format!("{}%", int("share"))],
        "W16" => vec![int("gap").to_string()],
        _ => Vec::new(),
    }
}

#[test]
fn failing_gates_and_companions_are_golden() {
    assert_each(|sample, name, golden| {
        let readiness = sample.readiness(name);
        let failing = readiness.gates.iter().filter(|one| one.state == GateState::Fail);
        let found: Vec<Value> = failing
            .map(|one| {
                let days = one.reason.params.iter().find_map(|(name, value)| match (*name, value) {
                    ("days", Param::Int(days)) => Some(*days),
                    _ => None,
                });
                let people = if days.is_some() { Vec::new() } else { sample.names(&one.people) };
                json!({ "gate": one.gate.code(), "refs": people, "days": days })
            })
            .collect();
        (json!([found, readiness.companions_max]), json!([golden["gates"], golden["companions_max"]]))
    });
}

#[test]
fn best_hosts_are_golden() {
    assert_each(|sample, name, golden| {
        let matched = match_hosts(&sample.snapshot, sample.visit(name).id, None, sample.as_of).unwrap();
        let best = matched.candidates.iter().take(3).map(|one| json!([sample.name(one.staff), one.total]));
        (best.collect(), golden["hosts"].clone())
    });
}

#[test]
fn committees_are_golden() {
    assert_each(|sample, name, golden| {
        let found = sample.score(name).committee.map(|one| {
            json!({
                "need": one.need, "support": one.support, "oppose": one.oppose,
                "undecided_or_unknown": one.undecided_or_unknown, "outlook": one.outlook.code(),
            })
        });
        (json!(found), golden["committee"].clone())
    });
}

#[test]
fn the_seed_story_is_told_line_by_line() {
    let sample = Sample::read();
    let matched = match_hosts(&sample.snapshot, sample.visit("A07").id, None, sample.as_of).unwrap();
    let points = |at: usize| -> Vec<u32> { matched.candidates[at].lines.iter().map(|line| line.points).collect() };
    assert_eq!(points(0), [25, 0, 0, 12, 10, 0, 6, 5, 4]);
    assert_eq!(points(1), [25, 15, 8, 0, 0, 8, 0, 0, 4]);
    assert!(matched.candidates[0].near_tie && matched.candidates[1].near_tie && !matched.candidates[2].near_tie);
    let career = matched.candidates[0].lines.of(HostDimension::Career).reason.clone().unwrap();
    assert_eq!(career.code, "employer-overlap");
    assert_eq!(career.params[1..], [("from", Param::Int(1994)), ("to", Param::Int(1998))]);
    let removed: Vec<_> = matched.removed.iter().map(|one| (sample.name(one.staff), one.reason.code)).collect();
    assert_eq!(removed[0], ("u01".to_owned(), "removed-busy"));
    assert_eq!(removed.len() + matched.candidates.len(), 12, "who has left is not a candidate");
    assert!(removed[1..].iter().all(|one| one.1 == "removed-rank"));
}

#[test]
fn every_answer_has_reasons_with_facts() {
    let sample = Sample::read();
    for name in ACCOUNTS {
        let score = sample.score(name);
        assert!(!score.coverage.reasons.is_empty() && !score.support.reasons.is_empty(), "{name}");
        assert!(!score.single_thread.reasons.is_empty(), "{name}");
        assert!((1..=3).contains(&score.health.reasons.len()), "{name}");
        assert!(score.health.reasons.windows(2).all(|pair| pair[0].1 >= pair[1].1), "{name}: largest loss first");
        for one in &score.findings {
            assert!(!one.reason.params.is_empty(), "{name}: {:?}", one.code);
        }
    }
    let capped: Vec<_> = sample.score("A03").health.reasons.iter().map(|one| one.0.code).collect();
    assert!(capped.contains(&"no-live-key-tie"), "{capped:?}");
    let first = |name: &str| sample.score(name).health.reasons[0].0.clone();
    let lapse = first("A01");
    assert_eq!(lapse.code, "touch-lapsed");
    assert_eq!(lapse.params[1..], [("days", Param::Int(155)), ("cadence", Param::Int(30))]);
}

#[test]
fn seats_keep_their_place_when_people_go() {
    let sample = Sample::read();
    let rows = |name: &str, day: &str| {
        let account = sample.account(name).id;
        domain::engine::chain::stakeholders(&sample.snapshot, account, None, day.parse().unwrap())
    };
    let holder = |day: &str| {
        let rows = rows("A03", day);
        let row = rows.iter().find(|row| sample.name(row.seat) == "s304").unwrap().clone();
        (row.holding.code(), row.person.map(|id| sample.name(id)))
    };
    assert_eq!(holder("2026-09-30"), ("held", Some("p303".to_owned())), "the last day still counts");
    assert_eq!(holder("2026-10-01"), ("vacant", None));
    assert_eq!(holder("2026-10-08"), ("held", Some("p304".to_owned())));
    assert_eq!(rows("A03", "2026-11-20").len(), 3);
    assert_eq!(rows("A01", "2026-11-20").len(), 6, "several posts of one person are one row");
    let ghosts = rows("A02", "2026-11-20").into_iter().filter(|row| row.no_contact).count();
    assert_eq!(ghosts, 3);
    let erased = rows("A08", "2026-11-20").into_iter().find(|row| row.holding.code() == "erased").unwrap();
    assert_eq!((erased.weight, erased.person, erased.attitude), (2, None, None));
}

#[test]
fn an_earlier_day_sees_an_earlier_account() {
    let sample = Sample::read();
    let account = sample.account("A03").id;
    let before = score_account(&sample.snapshot, account, None, "2026-08-31".parse().unwrap());
    assert!(before.findings.iter().all(|one| one.code != FindingCode::InactiveOwner), "the owner was still here");
    assert!(before.warnings.iter().all(|one| one.code.code() != "W13" && one.code.code() != "W07"));
    assert!(before.coverage.value > 12.5);
}
