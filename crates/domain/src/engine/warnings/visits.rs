//! W19 and W21: preparation behind its curve, and contacts planned inside a blackout (B.4.11).

use super::limits::{LimitCode, reached};
use super::{Ground, Warning, WarningCode, WarningObject, warning};
use crate::engine::readiness::{GateState, assess_readiness, expected_on};
use crate::engine::{Param, Reason, reason::Severity};
use crate::{Day, Visit};

/// Days before a visit from which every gate must be passed.
const GATES_BY: i64 = 3;
/// How far back the beginning of a delay is looked for, days: the length of the curve.
const CURVE: i64 = 30;

/// W19: 10 below the curve of B.4.14 amber; 20 below, or a gate not passed three days before, red.
pub(super) fn readiness_behind(ground: &Ground) -> Vec<Warning> {
    let own = ground.snapshot.visits.iter().filter(|one| one.account == ground.account);
    own.filter(|one| one.starts_on >= ground.as_of).filter_map(|visit| behind(ground, visit)).collect()
}

fn behind(ground: &Ground, visit: &Visit) -> Option<Warning> {
    // Before the curve begins nothing can be behind it.
    if (visit.starts_on - ground.as_of).num_days() > CURVE {
        return None;
    }
    let readiness = assess_readiness(ground.snapshot, visit.id, ground.as_of)?;
    let limits = ground.limits.get(LimitCode::Readiness);
    let gates = readiness.gates.iter().filter(|one| one.state != GateState::Pass).count();
    let gates = if readiness.days_left <= GATES_BY { gates } else { 0 };
    let late = reached(readiness.expected - readiness.score, limits);
    let (severity, code) = match (late, gates) {
        (Some(Severity::Red), _) => (Severity::Red, "readiness-behind"),
        (_, 1..) => (Severity::Red, "readiness-gates"),
        (Some(severity), _) => (severity, "readiness-behind"),
        _ => return None,
    };
    let since = if code == "readiness-gates" {
        visit.starts_on.checked_sub_signed(chrono::TimeDelta::days(GATES_BY))
    } else {
        let is_late = |day: Day| {
            let expected = expected_on(ground.snapshot, visit, day);
            reached(expected - readiness.score, limits).is_some_and(|one| one >= severity)
        };
        let days = (0..=CURVE).map_while(|back| ground.as_of.checked_sub_signed(chrono::TimeDelta::days(back)));
        days.take_while(|day| is_late(*day)).last()
    };
    let reason = Reason::new(code)
        .with("day", Param::Day(visit.starts_on))
        .with("score", Param::Int(readiness.score.round() as i64))
        .with("expected", Param::Int(readiness.expected.round() as i64))
        .with("gates", Param::Int(gates as i64));
    let base = warning(WarningCode::ReadinessBehind, severity, WarningObject::Visit(visit.id), reason);
    Some(Warning { since, ..base })
}

/// W21: a contact planned on a day on which an open decision bars it: red. Visits have a gate of their own (GATE7).
pub(super) fn blackout(ground: &Ground) -> Vec<Warning> {
    let decisions = ground.snapshot.decisions.iter().filter(|one| one.account == ground.account);
    let open: Vec<_> = decisions.filter(|one| one.closed_on.is_none_or(|on| on > ground.as_of)).collect();
    let planned = ground.snapshot.planned_touches.iter();
    let planned = planned.filter(|one| one.account == ground.account && one.on >= ground.as_of);
    let barred = planned.filter(|touch| open.iter().any(|one| one.is_blackout_on(touch.on)));
    barred
        .map(|touch| {
            let reason = Reason::new("touch-in-blackout")
                .with("who", Param::Person(touch.person))
                .with("staff", Param::Staff(touch.staff))
                .with("day", Param::Day(touch.on));
            let base = warning(WarningCode::Blackout, Severity::Red, WarningObject::PlannedTouch(touch.id), reason);
            Warning { people: vec![touch.person], ..base }
        })
        .collect()
}
