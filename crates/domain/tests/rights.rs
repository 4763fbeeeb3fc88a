//! What a person's rights stop, and what erasing leaves, over every person of the sample.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read must fail the test")]

mod common;

use common::Sample;
use domain::engine::brief::brief_visit;
use domain::engine::chain::Holding;
use domain::engine::erasure::{Erasure, about, erasure, hold_on};
use domain::engine::mentions::Called;
use domain::engine::score::score_account;
use domain::*;
use serde_json::Value;

fn asked(sample: &Sample, person: PersonId, kind: RightsKind, subject: Option<FactId>) -> RightsRequest {
    let asked = RightsRequest::bare(uuid::Uuid::from_u128(1).into(), person, kind, sample.as_of);
    RightsRequest { subject: subject.map(|one| one.to_string()), ..asked }
}

/// Points of the best host and facts in the profile of the principal guest of A01's visit.
fn used(sample: &Sample) -> (i64, usize) {
    used_in(sample, "A01")
}

fn used_in(sample: &Sample, account: &str) -> (i64, usize) {
    let visit = sample.visit(account);
    let briefing = brief_visit(&sample.snapshot, visit.id, sample.as_of).unwrap();
    let guest = briefing.guests.iter().find(|one| Some(one.person) == visit.principal_guest).unwrap();
    let best = briefing.hosts.unwrap().candidates.iter().map(|one| i64::from(one.total)).max().unwrap();
    (best, guest.facts.len())
}

#[test]
fn an_objection_stops_matching_and_a_restriction_the_briefing_too() {
    let mut sample = Sample::read();
    let guest = sample.visit("A01").principal_guest.unwrap();
    let before = used(&sample);
    assert!(before.1 > 2);
    sample.snapshot.rights_requests = vec![asked(&sample, guest, RightsKind::Objection, None)];
    let objected = used(&sample);
    assert!(objected.0 < before.0, "background counts no more: {objected:?} {before:?}");
    assert_eq!(objected.1, before.1, "an objection to greetings and matching leaves the briefing");
    sample.snapshot.rights_requests = vec![asked(&sample, guest, RightsKind::Restriction, None)];
    assert_eq!(used(&sample), (objected.0, 0));
    sample.snapshot.rights_requests[0].status = RightsStatus::Refused;
    assert_eq!(used(&sample), before);
}

#[test]
fn a_disputed_fact_counts_nowhere_and_the_others_do() {
    // The best host there comes from the guest's own county.
    let mut sample = Sample::read();
    let guest = sample.visit("A07").principal_guest.unwrap();
    let before = used_in(&sample, "A07");
    let native = |one: &&Fact| one.person == guest && one.kind == FactKind::NativePlace;
    let fact = sample.snapshot.facts.iter().find(native).unwrap().id;
    sample.snapshot.rights_requests = vec![asked(&sample, guest, RightsKind::Correction, Some(fact))];
    let after = used_in(&sample, "A07");
    assert_eq!(after.1, before.1 - 1);
    assert!(after.0 < before.0);
}

/// The records after an erasure, all texts that name the person written over.
fn after(snapshot: &Snapshot, done: &Erasure, called: &Called) -> Value {
    let mut left = snapshot.clone();
    macro_rules! each {
        ($field:ident, $record:ty) => {
            for one in &done.gone.$field {
                left.$field.retain(|other| other.id != one.id);
            }
            for one in &done.put.$field {
                let at = left.$field.iter().position(|other| other.id == one.id).unwrap();
                left.$field[at] = one.clone();
            }
        };
    }
    domain::for_each_record!(each);
    let mut value = serde_json::to_value(left).unwrap();
    write_over(&mut value, called);
    value
}

fn write_over(value: &mut Value, called: &Called) {
    match value {
        Value::String(text) => {
            if let Some((plain, _)) = called.without(text, true, "※") {
                *text = plain;
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|one| write_over(one, called)),
        Value::Object(map) => map.values_mut().for_each(|one| write_over(one, called)),
        _ => {}
    }
}

#[test]
fn erasing_anybody_leaves_no_name_and_keeps_every_seat_and_weight() {
    let sample = Sample::read();
    let s = &sample.snapshot;
    let mut erased = 0;
    for person in s.people.iter().filter(|one| one.status != PersonStatus::Erased) {
        let name = person.name_zh.clone().or(person.name_en.clone()).unwrap();
        let others = s.people.iter().filter(|one| one.id != person.id).flat_map(|one| [&one.name_zh, &one.name_en]);
        if others.flatten().any(|other| other.contains(&name)) {
            continue;
        }
        let done = erasure(s, person, sample.as_of, None);
        let value = after(s, &done, &Called::of(s, person));
        let text = value.to_string();
        assert!(!text.contains(&name), "{name}");
        for fact in s.facts.iter().filter(|one| one.person == person.id) {
            let reach = matches!(fact.kind, FactKind::Mobile | FactKind::Email);
            assert!(!reach || !text.contains(fact.value.as_ref().unwrap().as_str()), "{name} {:?}", fact.kind);
        }
        let left: Snapshot = serde_json::from_value(value).unwrap();
        assert_eq!(left.seats.len(), s.seats.len());
        assert_eq!(left.visit_guests.len(), s.visit_guests.len());
        for account in &s.accounts {
            let rows =
                |of: &Snapshot| score_account(of, account.id, None, sample.as_of.succ_opt().unwrap()).stakeholders;
            let chain = |of: &Snapshot| {
                let in_chain = rows(of).into_iter().filter(|one| one.in_chain);
                in_chain.map(|one| (one.seat, one.weight)).collect::<std::collections::BTreeMap<_, _>>()
            };
            assert_eq!(chain(&left), chain(s), "{name} in {:?}", account.r#ref);
            for seat in &done.put.seats {
                let row = rows(&left).into_iter().find(|one| one.seat == seat.id);
                assert!(row.is_none_or(|one| one.holding == Holding::Erased), "{name}");
            }
        }
        assert!(about(s, person.id).contains(&person.id.0));
        erased += 1;
    }
    assert!(erased > 20, "{erased}");
}

#[test]
fn a_hold_lasts_to_its_last_day() {
    let mut sample = Sample::read();
    let person = sample.snapshot.people[0].id;
    let to_on = Some(sample.as_of);
    sample.snapshot.legal_holds = vec![LegalHold {
        id: uuid::Uuid::from_u128(1).into(),
        r#ref: None,
        person,
        reason: "样例理由".into(),
        from_on: sample.ago(10),
        to_on,
        set_by: None,
    }];
    let on = |day: Day| hold_on(&sample.snapshot, person, day).is_some();
    assert!(on(sample.as_of) && on(sample.ago(10)));
    assert!(!on(sample.ago(11)) && !on(sample.as_of.succ_opt().unwrap()));
}
