//! Hard filters (B.4.9): who may not host, and why. Deliberately absent: points.

use super::ours::{Away, Ours};
use super::{Guest, HostOverride};
use crate::engine::{Param, Reason};
use crate::{Busy, Day, Snapshot, Visit};
use std::sync::Arc;

/// Widest difference of ranks, both ways.
const WIDEST: i64 = 2;

/// Why one of ours may not host this guest.
pub(super) enum Refusal<'a> {
    No,
    /// Out of rank, but a person let them through with a written reason.
    Overridden(&'a str),
    Yes(Arc<Reason>),
}

/// The reasons written down for one guest so far, by the rank of ours.
#[derive(Default)]
pub(super) struct Apart(Vec<(u8, Arc<Reason>)>);

impl Apart {
    fn reason(&mut self, ours: u8, theirs: u8) -> Arc<Reason> {
        if let Some((_, known)) = self.0.iter().find(|one| one.0 == ours) {
            return Arc::clone(known);
        }
        let reason = Reason::new("removed-rank").with("ours", Param::Int(ours.into()));
        let reason = Arc::new(reason.with("theirs", Param::Int(theirs.into())));
        self.0.push((ours, Arc::clone(&reason)));
        reason
    }
}

/// The first hard filter that removes one of ours. An unknown rank on the guest's side removes nobody; only the filter of
/// ranks can be overridden.
pub(super) fn refuse<'a>(
    ours: &Ours,
    guest: &Guest,
    blackout: bool,
    overrides: &'a [HostOverride],
    apart: &mut Apart,
) -> Refusal<'a> {
    if let Some(reason) = absent_or_barred(ours, blackout) {
        return Refusal::Yes(Arc::new(reason));
    }
    let Some(theirs) = guest.rank else { return Refusal::No };
    let difference = i64::from(ours.staff.rank_level) - i64::from(theirs);
    if (-WIDEST..=WIDEST).contains(&difference) {
        return Refusal::No;
    }
    match overrides.iter().find(|one| one.staff == ours.staff.id && one.guest.is_none_or(|id| id == guest.person)) {
        Some(one) => Refusal::Overridden(&one.reason),
        None => Refusal::Yes(apart.reason(ours.staff.rank_level, theirs)),
    }
}

fn absent_or_barred(ours: &Ours, blackout: bool) -> Option<Reason> {
    if blackout {
        return Some(Reason::new("removed-blackout"));
    }
    if let Some(why) = ours.note.and_then(|one| one.blocked.as_ref()) {
        return Some(Reason::new("removed-blocked").with("note", Param::Text(why.clone())));
    }
    if ours.note.is_some_and(|one| one.busy == Busy::All) {
        return Some(Reason::new("removed-busy"));
    }
    match ours.away {
        Away::OnLeave => Some(Reason::new("removed-on-leave")),
        Away::Leaving(day) => Some(Reason::new("removed-leaving").with("day", Param::Day(day))),
        Away::Here | Away::Partly => None,
    }
}

/// Whether a day of the visit lies in the blackout of an open decision of the account.
pub fn is_in_blackout(snapshot: &Snapshot, visit: &Visit) -> bool {
    let last = last_day(visit);
    let own = snapshot.decisions.iter().filter(|one| one.account == visit.account);
    own.filter(|one| one.closed_on.is_none_or(|on| on >= visit.starts_on)).any(|one| {
        match (one.blackout_from, one.blackout_to) {
            (None, None) => false,
            (from, to) => from.is_none_or(|from| from <= last) && to.is_none_or(|to| visit.starts_on <= to),
        }
    })
}

/// The last day of a visit; one without length lasts a day.
pub fn last_day(visit: &Visit) -> Day {
    visit.starts_on.checked_add_days(chrono::Days::new(u64::from(visit.days.max(1)) - 1)).unwrap_or(Day::MAX)
}
