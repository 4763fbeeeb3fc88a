//! When a sensitive fact may be looked at: the visit, its days, and who asked that nothing is used.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing expectation is what a test is for")]

use super::*;
use crate::engine::fixture::id;
use crate::{Code as _, Convention, FactId, FactKind, VisitGuest, VisitLevel};
use uuid::Uuid;

const WHO: PersonId = PersonId(Uuid::from_u128(1));

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn visited(on: &str, days: u32) -> Snapshot {
    let visit = Visit { days, ..Visit::bare(id(70), id(1), day(on), VisitLevel::B, Convention::Business) };
    let visit_guests = vec![VisitGuest::bare(id(71), id(70), WHO, 1)];
    Snapshot { visits: vec![visit], visit_guests, ..Snapshot::default() }
}

fn fact() -> Fact {
    let bare = Fact::bare(FactId(Uuid::from_u128(5)), WHO, FactKind::Diet);
    Fact { value: Some("样例".into()), class: DataClass::P3, ..bare }
}

#[test]
fn a_sensitive_fact_is_open_within_a_visit_and_thirty_days_after_it() {
    let mut s = visited("2026-12-08", 2);
    let visit = s.visits[0].id;
    let on = |s: &Snapshot, text: &str| may_look(s, &fact(), visit, day(text));
    assert_eq!(on(&s, "2026-11-20"), Ok(()));
    assert_eq!(visit_for(&s, WHO, day("2026-11-20")), Some(visit));
    assert_eq!(on(&s, "2027-01-08"), Ok(()), "the thirtieth day after the last one");
    assert_eq!(on(&s, "2027-01-09"), Err(Withheld::NoVisit));
    assert_eq!(visit_for(&s, WHO, day("2027-01-09")), None);
    s.visits[0].cleaned_on = Some(day("2026-12-20"));
    assert_eq!(on(&s, "2026-12-21"), Err(Withheld::NoVisit), "cleaned");
}

#[test]
fn nobody_looks_without_the_visit_or_past_the_day() {
    let s = visited("2026-12-08", 1);
    let visit = s.visits[0].id;
    let today = day("2026-11-20");
    let other = Fact { person: PersonId(Uuid::from_u128(2)), ..fact() };
    assert_eq!(may_look(&s, &other, visit, today), Err(Withheld::NoVisit), "no guest of it");
    let past = Fact { retain_until: Some(day("2026-11-19")), ..fact() };
    assert_eq!(may_look(&s, &past, visit, today), Err(Withheld::Past));
    assert_eq!(may_look(&s, &Fact { class: DataClass::P2, ..fact() }, visit, today), Err(Withheld::Nothing));
    assert_eq!(may_look(&s, &Fact { value: None, ..fact() }, visit, today), Err(Withheld::Nothing), "asked, none");
    assert_eq!(SightReason::ALL.len(), 5);
}
