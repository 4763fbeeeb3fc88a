//! The seven gates (B.4.14): what must be right whatever the score.

use super::{Gate, GateMark, GateState};
use crate::engine::asof::Crew;
use crate::engine::gift::{GiftBreach, broken_limit, is_excepted, worth_each};
use crate::engine::host::is_in_blackout;
use crate::engine::ledger::promise_clock;
use crate::engine::warnings::matters::{open_complaints, overdue_days, promises_of};
use crate::engine::{Param, Reason};
use crate::{Confidence, Day, FactKind, PersonId, Policy, Snapshot, StaffId, Visit, VisitGuest};
use std::collections::HashSet;

/// Days for which a verified post of the principal is good enough (GATE1).
const VERIFIED_DAYS: i64 = 30;

/// What the gates look at.
pub(super) struct Ground<'a> {
    pub snapshot: &'a Snapshot,
    pub visit: &'a Visit,
    pub guests: &'a [&'a VisitGuest],
    pub policy: Option<&'a Policy>,
    pub crew: &'a Crew<'a>,
    pub as_of: Day,
}

/// All seven, in order.
pub(super) fn gates(ground: &Ground) -> Vec<GateMark> {
    vec![
        principal(ground),
        host(ground),
        diet(ground),
        gift(ground),
        issues(ground),
        redaction(ground),
        blackout(ground),
    ]
}

fn mark(gate: Gate, state: GateState, reason: Reason) -> GateMark {
    GateMark { gate, state, people: Vec::new(), reason }
}

/// GATE1: the principal's post verified at most 30 days ago, by a source at least reliable.
fn principal(ground: &Ground) -> GateMark {
    let Some(person) = ground.visit.principal_guest else {
        return mark(Gate::Principal, GateState::Open, Reason::new("principal-open"));
    };
    let sure = |one: &Confidence| matches!(one, Confidence::Confirmed | Confidence::Reliable);
    let own = ground.snapshot.facts.iter().filter(|one| one.person == person && one.kind == FactKind::Position);
    let verified = own.filter(|one| sure(&one.confidence)).filter_map(|one| one.verified_on);
    let days = verified.filter(|on| *on <= ground.as_of).max().map(|on| (ground.as_of - on).num_days());
    let about = |code| Reason::new(code).with("who", Param::Person(person));
    let (state, reason) = match days {
        Some(days) if days <= VERIFIED_DAYS => {
            (GateState::Pass, about("principal-verified").with("days", Param::Int(days)))
        }
        Some(days) => (GateState::Fail, about("principal-unverified").with("days", Param::Int(days))),
        None => (GateState::Fail, about("principal-never-verified")),
    };
    GateMark { people: vec![person], ..mark(Gate::Principal, state, reason) }
}

/// GATE2: one of ours is chosen as host and is there.
fn host(ground: &Ground) -> GateMark {
    let barred = |host: &StaffId| {
        let noted = ground.snapshot.visit_hosts.iter().filter(|one| one.visit == ground.visit.id && one.staff == *host);
        noted.clone().any(|one| one.blocked.is_some())
    };
    match ground.visit.host {
        None => mark(Gate::Host, GateState::Open, Reason::new("host-open")),
        Some(host) if barred(&host) => {
            mark(Gate::Host, GateState::Fail, Reason::new("host-barred").with("staff", Param::Staff(host)))
        }
        Some(host) if ground.crew.is_active(host) => {
            mark(Gate::Host, GateState::Pass, Reason::new("host-chosen").with("staff", Param::Staff(host)))
        }
        Some(host) => mark(Gate::Host, GateState::Fail, Reason::new("host-away").with("staff", Param::Staff(host))),
    }
}

/// GATE3: diet asked of everybody at table; "asked: none" is an answer. People in guest order.
fn diet(ground: &Ground) -> GateMark {
    let facts = ground.snapshot.facts.iter().filter(|one| one.kind == FactKind::Diet);
    let asked: HashSet<PersonId> = facts.map(|one| one.person).collect();
    let people: Vec<PersonId> = ground.guests.iter().map(|one| one.person).filter(|id| !asked.contains(id)).collect();
    let count = Param::Int(people.len() as i64);
    let (state, reason) = if ground.guests.is_empty() {
        (GateState::Open, Reason::new("guests-none"))
    } else if people.is_empty() {
        (GateState::Pass, Reason::new("diet-asked").with("count", Param::Int(ground.guests.len() as i64)))
    } else {
        (GateState::Fail, Reason::new("diet-unknown").with("count", count))
    };
    GateMark { people, ..mark(Gate::Diet, state, reason) }
}

/// GATE4: a gift within the policy, or decided to give none.
fn gift(ground: &Ground) -> GateMark {
    let visit = ground.visit;
    let has_item = visit.gift_item.as_ref().is_some_and(|item| !item.trim().is_empty());
    let (state, reason) = match (visit.gift_decided, has_item, visit.gift_value, ground.policy) {
        (false, ..) => (GateState::Open, Reason::new("gift-open")),
        (true, false, ..) => (GateState::Pass, Reason::new("gift-none")),
        (true, true, Some(value), Some(policy)) => within_policy(ground, worth_each(visit).unwrap_or(value), policy),
        (true, true, None, _) => (GateState::Open, Reason::new("gift-unpriced")),
        (true, true, _, None) => (GateState::Open, Reason::new("gift-no-policy")),
    };
    mark(Gate::Gift, state, reason)
}

/// What each receiver gets against the limit for one, and all gifts to a receiver within a year against the yearly limit (F.3).
/// Over a limit it passes only when somebody named allowed it in writing.
fn within_policy(ground: &Ground, value: f64, policy: &Policy) -> (GateState, Reason) {
    let amounts =
        |code, value, limit| Reason::new(code).with("value", Param::Number(value)).with("limit", Param::Number(limit));
    let Some(broken) = broken_limit(ground.snapshot, ground.visit, policy) else {
        return (GateState::Pass, amounts("gift-within", value, policy.gift_max));
    };
    if let Some(approver) = ground.visit.gift_approver.filter(|_| is_excepted(ground.visit, &broken)) {
        let reason = amounts("gift-excepted", broken.value, broken.limit).with("staff", Param::Staff(approver));
        return (GateState::Pass, reason);
    }
    let code = if broken.breach == GiftBreach::Year { "gift-over-year" } else { "gift-over" };
    (GateState::Fail, amounts(code, broken.value, broken.limit))
}

/// GATE5: every open complaint and overdue promise of the account has one of ours who is there.
fn issues(ground: &Ground) -> GateMark {
    let account = ground.visit.account;
    let complaints = open_complaints(ground.snapshot, account, ground.as_of).map(|one| one.taken_by(ground.as_of));
    let overdue = promises_of(ground.snapshot, account, ground.as_of)
        .filter(|one| overdue_days(one, ground.as_of).is_some())
        .map(|one| promise_clock(one, ground.crew, ground.as_of).holder);
    let owners: Vec<_> = complaints.chain(overdue).collect();
    let unowned = owners.iter().filter(|one| one.is_none_or(|id| !ground.crew.is_active(id))).count();
    let (state, reason) = match (owners.len(), unowned) {
        (0, _) => (GateState::Pass, Reason::new("issues-none")),
        (all, 0) => (GateState::Pass, Reason::new("issues-owned").with("count", Param::Int(all as i64))),
        (_, some) => (GateState::Fail, Reason::new("issues-unowned").with("count", Param::Int(some as i64))),
    };
    mark(Gate::Issues, state, reason)
}

/// GATE6: every edition was checked for what must not leave the house.
fn redaction(ground: &Ground) -> GateMark {
    match ground.visit.redaction_checked_on.filter(|on| *on <= ground.as_of) {
        Some(on) => {
            mark(Gate::Redaction, GateState::Pass, Reason::new("redaction-checked").with("day", Param::Day(on)))
        }
        None => mark(Gate::Redaction, GateState::Open, Reason::new("redaction-open")),
    }
}

/// GATE7: no day of the visit in a tender blackout.
fn blackout(ground: &Ground) -> GateMark {
    if is_in_blackout(ground.snapshot, ground.visit) {
        mark(Gate::Blackout, GateState::Fail, Reason::new("blackout-hit"))
    } else {
        mark(Gate::Blackout, GateState::Pass, Reason::new("blackout-clear"))
    }
}
