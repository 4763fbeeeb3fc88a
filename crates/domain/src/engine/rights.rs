//! What a person's objection and restriction stop (PIPL 44 and 47, GDPR 18 and 21), and by when a request must be answered.
//!
//! An objection stops greetings, and the use of what is known of the person for matching hosts. A restriction stops these too,
//! and background and judgements are neither printed nor shown without a reason. Both hold from the day they came in, before
//! anybody has decided on them, until they are refused or end.

use crate::{Day, PersonId, RightsKind, RightsRequest, RightsStatus, Snapshot};
use chrono::Months;

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
