//! What waits about each person: promises to them and what came from them, past its day or held by nobody.

use super::{Clocked, complaint_clock, promise_clock, request_clock};
use crate::engine::asof::Crew;
use crate::engine::warnings::matters::promises_of;
use crate::{AccountId, Day, PersonId, Snapshot};
use std::collections::HashMap;

/// Matters of one person that somebody of ours must look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    pub overdue: u32,
    pub ownerless: u32,
    /// Either of both.
    pub all: u32,
}

/// By person, only those about whom something waits. Matters without a person are the account's and told there.
pub fn waiting_by_person(snapshot: &Snapshot, account: AccountId, as_of: Day) -> HashMap<PersonId, Waiting> {
    let mut found: HashMap<PersonId, Waiting> = HashMap::new();
    if snapshot.commitments.is_empty() && snapshot.customer_requests.is_empty() && snapshot.complaints.is_empty() {
        return found;
    }
    let crew = Crew::on(snapshot, as_of);
    let mut count = |person: Option<PersonId>, clock: Clocked| {
        let (late, lost) = (clock.overdue_days > 0, clock.ownerless);
        if let Some(person) = person.filter(|_| late || lost) {
            let own = found.entry(person).or_default();
            own.overdue += u32::from(late);
            own.ownerless += u32::from(lost);
            own.all += 1;
        }
    };
    for one in promises_of(snapshot, account, as_of) {
        count(one.to_person, promise_clock(one, &crew, as_of));
    }
    for one in snapshot.customer_requests.iter().filter(|one| one.account == account && one.asked_on <= as_of) {
        count(one.from_person, request_clock(one, &crew, as_of));
    }
    for one in snapshot.complaints.iter().filter(|one| one.account == account && one.opened_on <= as_of) {
        count(one.by_person, complaint_clock(one, &crew, as_of));
    }
    found
}
