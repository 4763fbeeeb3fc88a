//! When a sensitive fact (P3) may be looked at: within a visit of the person, while what is kept for it lasts, and for a few
//! minutes (F.2, F.4.3). Deliberately absent: who looked (the audit), and papers, which have rules of their own.

use super::host::last_day;
use super::retention::{SHORT, days};
use super::rights::is_restricted;
use crate::{DataClass, Day, Fact, PersonId, Snapshot, Visit, VisitId};

codes! {
    /// What somebody looks for.
    SightReason { Catering = "catering", Care = "care", Check = "check", Urgent = "urgent", Other = "other" }
}

/// How long a value stands open, in seconds.
pub const SIGHT_SECONDS: u32 = 600;

/// Why a fact is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// It is not sensitive, or says nothing: there is nothing to open.
    Nothing,
    /// The person is no guest of that visit, or the visit is long past.
    NoVisit,
    /// Past the day it was to be deleted.
    Past,
    /// Kept and not used, because the person asked for it.
    Restricted,
}

/// Whether what is kept for a visit still is: until thirty days after it.
fn is_open(visit: &Visit, day: Day) -> bool {
    visit.cleaned_on.is_none() && day <= days(last_day(visit), SHORT)
}

/// The visit a person's sensitive facts are kept for on a day: the next one, else the last one.
pub fn visit_for(snapshot: &Snapshot, person: PersonId, day: Day) -> Option<VisitId> {
    let guest = |visit: &&Visit| is_guest(snapshot, visit.id, person) && is_open(visit, day);
    let open = snapshot.visits.iter().filter(guest);
    open.min_by_key(|one| (last_day(one) < day, (one.starts_on - day).num_days().abs(), one.id)).map(|one| one.id)
}

fn is_guest(snapshot: &Snapshot, visit: VisitId, person: PersonId) -> bool {
    snapshot.visit_guests.iter().any(|one| one.visit == visit && one.person == person)
}

/// Whether a fact may be looked at for a visit on a day.
///
/// # Errors
/// Why not.
pub fn may_look(snapshot: &Snapshot, fact: &Fact, visit: VisitId, day: Day) -> Result<(), Withheld> {
    if fact.class != DataClass::P3 || fact.value.is_none() {
        return Err(Withheld::Nothing);
    }
    let open = snapshot.visit(visit).is_some_and(|one| is_open(one, day));
    if !open || !is_guest(snapshot, visit, fact.person) {
        return Err(Withheld::NoVisit);
    }
    if fact.retain_until.is_some_and(|until| until < day) {
        return Err(Withheld::Past);
    }
    if is_restricted(snapshot, fact.person, day) { Err(Withheld::Restricted) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
