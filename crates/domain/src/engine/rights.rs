//! What a person's objection and restriction stop (PIPL 44 and 47, GDPR 18 and 21), and by when a request must be answered.
//!
//! An objection stops greetings, and the use of what is known of the person for matching hosts. A restriction stops these too:
//! what is known is not printed, no list takes the person along or writes over them, and search knows them by their full name
//! alone. Both hold from the day they came in, before
//! anybody has decided on them, until they are refused or end.

use crate::{Consent, Day, Fact, PersonId, RightsKind, RightsRequest, RightsStatus, Snapshot};
use chrono::Months;
use std::collections::HashSet;

/// By when a request that came in on a day is answered, where nothing else was agreed: within a month (GDPR 12.3).
pub fn due_on(received: Day) -> Day {
    received.checked_add_months(Months::new(1)).unwrap_or(Day::MAX)
}

/// The objection or restriction in force for a person on a day.
pub fn standing(snapshot: &Snapshot, person: PersonId, kind: RightsKind, day: Day) -> Option<&RightsRequest> {
    let own = |one: &&RightsRequest| one.person == person && one.kind == kind && is_standing(one, day);
    snapshot.rights_requests.iter().find(own)
}

fn is_standing(one: &RightsRequest, day: Day) -> bool {
    one.status != RightsStatus::Refused && one.received_on <= day && one.ended_on.is_none_or(|end| end >= day)
}

/// Whether what is known of the person may be used to please them: not after an objection, nor under a restriction.
pub fn may_please(snapshot: &Snapshot, person: PersonId, day: Day) -> bool {
    standing(snapshot, person, RightsKind::Objection, day).is_none() && !is_restricted(snapshot, person, day)
}

/// Whether what is known of the person is kept and not used.
pub fn is_restricted(snapshot: &Snapshot, person: PersonId, day: Day) -> bool {
    standing(snapshot, person, RightsKind::Restriction, day).is_some()
}

/// Everybody whose data is kept and not used on a day.
pub fn restricted_people(snapshot: &Snapshot, day: Day) -> HashSet<PersonId> {
    let own = |one: &&RightsRequest| one.kind == RightsKind::Restriction && is_standing(one, day);
    snapshot.rights_requests.iter().filter(own).map(|one| one.person).collect()
}

/// Whether the person says that a fact is wrong and nobody has decided yet: it counts nowhere meanwhile.
pub fn is_disputed(snapshot: &Snapshot, fact: &Fact) -> bool {
    let own = |one: &RightsRequest| one.person == fact.person && one.kind == RightsKind::Correction;
    let open = |one: &RightsRequest| one.status == RightsStatus::Open;
    let this = |one: &RightsRequest| one.subject.as_deref().and_then(|text| text.parse().ok()) == Some(fact.id);
    snapshot.rights_requests.iter().any(|one| own(one) && open(one) && this(one))
}

/// Whether a consent holds on a day.
pub fn is_agreed(consent: &Consent, day: Day) -> bool {
    consent.refused_on.is_none()
        && consent.given_on <= day
        && consent.until_on.is_none_or(|until| until >= day)
        && consent.withdrawn_on.is_none_or(|on| on > day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RightsRequestId;
    use uuid::Uuid;

    const WHO: PersonId = PersonId(Uuid::from_u128(1));

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn asked(kind: RightsKind) -> RightsRequest {
        RightsRequest::bare(RightsRequestId(Uuid::from_u128(2)), WHO, kind, day("2026-11-01"))
    }

    #[test]
    fn an_objection_holds_from_the_day_it_came_in_until_it_is_refused_or_ends() {
        let on = |request: &RightsRequest, text: &str| {
            may_please(&Snapshot { rights_requests: vec![request.clone()], ..Snapshot::default() }, WHO, day(text))
        };
        let open = asked(RightsKind::Objection);
        assert!(on(&open, "2026-10-31"));
        assert!(!on(&open, "2026-11-01"), "at once, before anybody decided");
        let refused = RightsRequest { status: RightsStatus::Refused, ..open.clone() };
        assert!(on(&refused, "2026-11-01"));
        let ended = RightsRequest { ended_on: Some(day("2026-12-01")), ..open.clone() };
        assert!(!on(&ended, "2026-12-01"));
        assert!(on(&ended, "2026-12-02"));
        assert!(on(&asked(RightsKind::Access), "2026-11-02"), "who asks what is held has not objected");
        let restricted = asked(RightsKind::Restriction);
        assert!(!on(&restricted, "2026-11-02"));
        let s = Snapshot { rights_requests: vec![restricted, asked(RightsKind::Access)], ..Snapshot::default() };
        assert_eq!(restricted_people(&s, day("2026-11-02")), [WHO].into());
        assert!(restricted_people(&s, day("2026-10-31")).is_empty());
    }

    #[test]
    fn a_request_is_answered_within_a_month_also_at_the_end_of_one() {
        assert_eq!(due_on(day("2026-01-31")), day("2026-02-28"));
        assert_eq!(due_on(day("2026-11-20")), day("2026-12-20"));
    }
}
