//! What is kept for a time only, and whose time is over (F.4, point 8).
//!
//! Owns: the default times. Deliberately absent: deleting, which a person decides; the audit and accounting papers, which are
//! kept by law; words.
//!
//! Times: logistics of a visit and diet 30 days after it, photographs 12 months, rumours 30 days, attitudes 24 months, people
//! without a contact 24 months, people who left 12 months. A day agreed for a fact (`retain_until`) goes before these, and a diet is
//! kept as long as its person agreed to when that is longer.

use std::collections::{HashMap, HashSet};

use chrono::{Days, Months};

use super::erasure::hold_on;
use super::host::last_day;
use super::rights::is_agreed;
use crate::{
    Confidence, Consent, ConsentScope, Day, FactKind, Person, PersonId, PersonStatus, RetentionKind, Snapshot, Visit,
    VisitId,
};

/// Days after a visit, or after a rumour was heard.
pub(crate) const SHORT: u64 = 30;
const PHOTO_MONTHS: u32 = 12;
const STANCE_MONTHS: u32 = 24;
const SILENT_MONTHS: u32 = 24;
const DEPARTED_MONTHS: u32 = 12;

/// Something kept for a time only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retained {
    pub kind: RetentionKind,
    /// Identity of the record, as text.
    pub object: String,
    /// Whom it is about; `None`: a visit, or nobody in particular.
    pub person: Option<PersonId>,
    pub visit: Option<VisitId>,
    /// Last day it may be kept, what people decided later included.
    pub until: Day,
    /// The day its time began: the visit's end, the day it was noted, the last contact.
    pub since: Day,
    /// Nothing about the person may be deleted now.
    pub held: bool,
}

/// Everything whose time ends on `until` or before, first ending first.
pub fn retained(snapshot: &Snapshot, today: Day, until: Day) -> Vec<Retained> {
    let mut all = Vec::new();
    visits(snapshot, &mut all);
    facts(snapshot, today, &mut all);
    records(snapshot, &mut all);
    people(snapshot, today, &mut all);
    let kept: HashMap<(RetentionKind, &str), Day> =
        snapshot.retention_notes.iter().map(|one| ((one.kind, one.object.as_str()), one.keep_until)).collect();
    for one in &mut all {
        if let Some(day) = kept.get(&(one.kind, one.object.as_str())) {
            one.until = one.until.max(*day);
        }
    }
    all.retain(|one| one.until <= until);
    for one in &mut all {
        one.held = one.person.is_some_and(|person| hold_on(snapshot, person, today).is_some());
    }
    all.sort_by(|a, b| (a.until, a.kind, &a.object).cmp(&(b.until, b.kind, &b.object)));
    all
}

pub(super) fn days(from: Day, days: u64) -> Day {
    from.checked_add_days(Days::new(days)).unwrap_or(Day::MAX)
}

fn months(from: Day, months: u32) -> Day {
    from.checked_add_months(Months::new(months)).unwrap_or(Day::MAX)
}

fn row(kind: RetentionKind, object: impl std::fmt::Display, since: Day, until: Day) -> Retained {
    Retained { kind, object: object.to_string(), person: None, visit: None, until, since, held: false }
}

/// Flights, rooms, plates and telephones of visits that are over.
fn visits(s: &Snapshot, all: &mut Vec<Retained>) {
    let mut holding: HashSet<VisitId> = HashSet::new();
    let filled = |fields: &[&Option<String>]| fields.iter().any(|one| one.is_some());
    holding.extend(
        s.travel_legs.iter().filter(|one| filled(&[&one.number, &one.meeting_point, &one.note])).map(|one| one.visit),
    );
    holding.extend(
        s.vehicles.iter().filter(|one| filled(&[&one.plate, &one.driver, &one.driver_phone])).map(|one| one.visit),
    );
    holding.extend(s.lodgings.iter().filter(|one| filled(&[&one.room_number, &one.note])).map(|one| one.visit));
    for visit in s.visits.iter().filter(|one| holding.contains(&one.id)) {
        let since = last_day(visit);
        all.push(Retained {
            visit: Some(visit.id),
            ..row(RetentionKind::VisitLogistics, visit.id, since, days(since, SHORT))
        });
    }
}

/// Diet answers, rumours, and facts with a day of their own.
fn facts(s: &Snapshot, today: Day, all: &mut Vec<Retained>) {
    let last = last_visits(s);
    let agreed = agreed_diets(s, today);
    for fact in &s.facts {
        let (kind, since) = match fact.kind {
            FactKind::Diet => (RetentionKind::Diet, last.get(&fact.person).copied().or(fact.verified_on)),
            _ if fact.confidence == Confidence::Rumour => (RetentionKind::Rumour, fact.verified_on),
            _ => (RetentionKind::DatedFact, fact.verified_on),
        };
        let by_rule = since.filter(|_| kind != RetentionKind::DatedFact).map(|day| days(day, SHORT));
        let longer = agreed.get(&fact.person).copied().filter(|_| kind == RetentionKind::Diet);
        if let Some(until) = fact.retain_until.or(by_rule).map(|day| longer.map_or(day, |one| day.max(one))) {
            let since = since.unwrap_or(until);
            all.push(Retained { person: Some(fact.person), ..row(kind, fact.id, since, until) });
        }
    }
}

/// Until when people agreed that their diet is kept: consents in force with a day of their own.
fn agreed_diets(s: &Snapshot, today: Day) -> HashMap<PersonId, Day> {
    let mut all = HashMap::new();
    let own = |one: &&Consent| one.scope == ConsentScope::DietForCatering && is_agreed(one, today);
    for (person, until) in s.consents.iter().filter(own).filter_map(|one| Some((one.person?, one.until_on?))) {
        let slot = all.entry(person).or_insert(until);
        *slot = (*slot).max(until);
    }
    all
}

/// The last day of the latest visit of each guest, also one still to come.
fn last_visits(s: &Snapshot) -> HashMap<PersonId, Day> {
    let ends: HashMap<VisitId, Day> = s.visits.iter().map(|one: &Visit| (one.id, last_day(one))).collect();
    let mut last = HashMap::new();
    for guest in &s.visit_guests {
        if let Some(end) = ends.get(&guest.visit) {
            let slot = last.entry(guest.person).or_insert(*end);
            *slot = (*slot).max(*end);
        }
    }
    last
}

/// Photographs, attitudes, rumours about rivals.
fn records(s: &Snapshot, all: &mut Vec<Retained>) {
    for photo in s.photos.iter().filter(|one| one.person.is_some()) {
        let until = months(photo.added_on, PHOTO_MONTHS);
        all.push(Retained { person: photo.person, ..row(RetentionKind::Photo, photo.id, photo.added_on, until) });
    }
    for one in &s.stances {
        let until = months(one.read_on, STANCE_MONTHS);
        all.push(Retained { person: Some(one.person), ..row(RetentionKind::Stance, one.id, one.read_on, until) });
    }
    for one in s.competitor_signals.iter().filter(|one| one.confidence == Confidence::Rumour) {
        all.push(Retained { person: one.person, ..row(RetentionKind::Rumour, one.id, one.on, days(one.on, SHORT)) });
    }
}

/// People who left, and people nobody has met for long. Who was never met counts from what is dated about them.
fn people(s: &Snapshot, today: Day, all: &mut Vec<Retained>) {
    let seen = last_seen(s, today);
    for person in s.people.iter().filter(|one| one.status != PersonStatus::Erased) {
        let gone = |one: &Person| one.left_on.filter(|_| one.status == PersonStatus::Departed);
        let (kind, since, length) = match gone(person) {
            Some(left) => (RetentionKind::Departed, Some(left), DEPARTED_MONTHS),
            None => (RetentionKind::Silent, seen.get(&person.id).copied(), SILENT_MONTHS),
        };
        if let Some(since) = since {
            all.push(Retained { person: Some(person.id), ..row(kind, person.id, since, months(since, length)) });
        }
    }
}

/// The last day each person was met or something about them was verified.
fn last_seen(s: &Snapshot, today: Day) -> HashMap<PersonId, Day> {
    let mut seen: HashMap<PersonId, Day> = HashMap::new();
    let mut see = |person: PersonId, day: Day| {
        if day <= today {
            let slot = seen.entry(person).or_insert(day);
            *slot = (*slot).max(day);
        }
    };
    s.touches.iter().for_each(|touch| touch.people.iter().for_each(|one| see(*one, touch.on)));
    s.facts.iter().filter_map(|one| Some((one.person, one.verified_on?))).for_each(|one| see(one.0, one.1));
    s.stances.iter().for_each(|one| see(one.person, one.read_on));
    s.ties.iter().for_each(|one| see(one.person, one.read_on));
    for (person, day) in last_visits(s) {
        see(person, day);
    }
    // A planned contact keeps somebody.
    let ahead: HashSet<PersonId> =
        s.planned_touches.iter().filter(|one| one.on >= today).map(|one| one.person).collect();
    ahead.into_iter().for_each(|one| {
        seen.insert(one, today);
    });
    seen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        AccountId, Convention, DataClass, Fact, FactId, Lodging, LodgingId, Photo, RetentionNote, RetentionNoteId,
        StanceReading, StanceReadingId, VisitGuest, VisitLevel,
    };
    use uuid::Uuid;

    const WHO: PersonId = PersonId(Uuid::from_u128(1));

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn fact(kind: FactKind, confidence: Confidence, on: &str) -> Fact {
        Fact {
            value: Some("样例".into()),
            confidence,
            verified_on: Some(day(on)),
            class: DataClass::P2,
            ..Fact::bare(FactId(Uuid::from_u128(5)), WHO, kind)
        }
    }

    fn until(snapshot: &Snapshot, kind: RetentionKind) -> Option<Day> {
        let all = retained(snapshot, day("2026-11-20"), Day::MAX);
        all.into_iter().find(|one| one.kind == kind).map(|one| one.until)
    }

    #[test]
    fn each_kind_has_its_time() {
        let stance = StanceReading {
            id: StanceReadingId(Uuid::from_u128(6)),
            r#ref: None,
            person: WHO,
            decision: None,
            level: Some(1),
            read_on: day("2024-11-20"),
            evidence: "样例".into(),
            read_by: None,
        };
        let left = Person {
            status: PersonStatus::Departed,
            left_on: Some(day("2025-12-01")),
            ..Person::bare(PersonId(Uuid::from_u128(2)))
        };
        let s = Snapshot {
            people: vec![Person::bare(WHO), left],
            facts: vec![
                fact(FactKind::Diet, Confidence::Confirmed, "2026-10-01"),
                fact(FactKind::Note, Confidence::Rumour, "2026-10-21"),
                Fact {
                    retain_until: Some(day("2026-12-24")),
                    ..fact(FactKind::Note, Confidence::Confirmed, "2026-01-01")
                },
                fact(FactKind::Hobby, Confidence::Confirmed, "2024-01-01"),
            ],
            stances: vec![stance],
            ..Snapshot::default()
        };
        assert_eq!(until(&s, RetentionKind::Diet), Some(day("2026-10-31")));
        assert_eq!(until(&s, RetentionKind::Rumour), Some(day("2026-11-20")));
        assert_eq!(until(&s, RetentionKind::DatedFact), Some(day("2026-12-24")));
        assert_eq!(until(&s, RetentionKind::Stance), Some(day("2026-11-20")));
        assert_eq!(until(&s, RetentionKind::Departed), Some(day("2026-12-01")));
        assert_eq!(until(&s, RetentionKind::Silent), Some(day("2028-10-21")), "since the last thing verified");
        assert_eq!(retained(&s, day("2026-11-20"), day("2026-11-20")).len(), 3, "what is over today");
    }

    #[test]
    fn what_people_decided_to_keep_is_kept_until_then() {
        let note = RetentionNote {
            id: RetentionNoteId(Uuid::from_u128(7)),
            r#ref: None,
            kind: RetentionKind::Rumour,
            object: Uuid::from_u128(5).to_string(),
            keep_until: day("2027-01-31"),
            reason: "样例理由".into(),
            decided_on: day("2026-11-20"),
            decided_by: None,
        };
        let s = Snapshot {
            facts: vec![fact(FactKind::Note, Confidence::Rumour, "2026-10-01")],
            retention_notes: vec![note],
            ..Snapshot::default()
        };
        assert_eq!(until(&s, RetentionKind::Rumour), Some(day("2027-01-31")));
    }

    fn ended_visit() -> Visit {
        Visit::bare(
            VisitId(Uuid::from_u128(20)),
            AccountId(Uuid::from_u128(21)),
            day("2026-10-01"),
            VisitLevel::B,
            Convention::Business,
        )
    }

    #[test]
    fn travel_cars_and_rooms_are_kept_thirty_days_after_the_visit() {
        let visit = Visit { days: 2, ..ended_visit() };
        let room = Lodging {
            id: LodgingId(Uuid::from_u128(22)),
            r#ref: None,
            visit: visit.id,
            person: WHO,
            hotel_zh: None,
            hotel_en: None,
            room_kind: None,
            room_number: Some("801".into()),
            from_on: None,
            to_on: None,
            note: None,
        };
        let s = Snapshot { visits: vec![visit.clone()], lodgings: vec![room.clone()], ..Snapshot::default() };
        assert_eq!(until(&s, RetentionKind::VisitLogistics), Some(day("2026-11-01")), "from its second day on");
        let empty = Lodging { room_number: None, ..room };
        let s = Snapshot { visits: vec![visit], lodgings: vec![empty], ..Snapshot::default() };
        assert_eq!(until(&s, RetentionKind::VisitLogistics), None, "nothing is left that must go");
    }

    #[test]
    fn a_diet_is_kept_thirty_days_after_the_last_visit_unless_agreed_longer() {
        let visit = ended_visit();
        let guest = VisitGuest::bare(crate::VisitGuestId(Uuid::from_u128(23)), visit.id, WHO, 1);
        let mut s = Snapshot {
            facts: vec![fact(FactKind::Diet, Confidence::Confirmed, "2026-01-01")],
            visits: vec![visit],
            visit_guests: vec![guest],
            ..Snapshot::default()
        };
        assert_eq!(until(&s, RetentionKind::Diet), Some(day("2026-10-31")));
        let consent = Consent {
            id: crate::ConsentId(Uuid::from_u128(24)),
            r#ref: None,
            person: Some(WHO),
            staff: None,
            scope: ConsentScope::DietForCatering,
            version: "1".into(),
            text: "样例".into(),
            channel: "书面".into(),
            given_on: day("2026-09-01"),
            until_on: Some(day("2027-03-31")),
            withdrawn_on: None,
            refused_on: None,
        };
        s.consents = vec![Consent { until_on: None, ..consent.clone() }];
        assert_eq!(until(&s, RetentionKind::Diet), Some(day("2026-10-31")), "agreed to the use, not to keep it");
        s.consents = vec![consent.clone()];
        assert_eq!(until(&s, RetentionKind::Diet), Some(day("2027-03-31")));
        s.consents = vec![Consent { withdrawn_on: Some(day("2026-11-01")), ..consent }];
        assert_eq!(until(&s, RetentionKind::Diet), Some(day("2026-10-31")), "taken back");
    }

    #[test]
    fn a_photograph_is_kept_twelve_months_and_a_rumour_thirty_days() {
        let photo = Photo {
            id: crate::PhotoId(Uuid::from_u128(25)),
            r#ref: None,
            person: Some(WHO),
            staff: None,
            added_on: day("2025-11-30"),
            source: "样例".into(),
            taken_on: None,
            consent_on: None,
            class: DataClass::P2,
        };
        let s = Snapshot {
            photos: vec![photo],
            facts: vec![fact(FactKind::Concern, Confidence::Rumour, "2026-10-02")],
            ..Snapshot::default()
        };
        assert_eq!(until(&s, RetentionKind::Photo), Some(day("2026-11-30")));
        assert_eq!(until(&s, RetentionKind::Rumour), Some(day("2026-11-01")));
    }

    #[test]
    fn who_left_is_looked_at_after_a_year_and_who_was_not_met_after_two() {
        let left = Person {
            status: PersonStatus::Departed,
            left_on: Some(day("2025-11-20")),
            ..Person::bare(PersonId(Uuid::from_u128(2)))
        };
        let s = Snapshot {
            people: vec![Person::bare(WHO), left],
            facts: vec![fact(FactKind::Hobby, Confidence::Confirmed, "2024-11-19")],
            ..Snapshot::default()
        };
        let due: Vec<(RetentionKind, Day)> =
            retained(&s, day("2026-11-20"), day("2026-11-20")).iter().map(|one| (one.kind, one.until)).collect();
        assert_eq!(due, [(RetentionKind::Silent, day("2026-11-19")), (RetentionKind::Departed, day("2026-11-20"))]);
    }
}
