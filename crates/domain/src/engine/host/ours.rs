//! Our side of the matching, read once for all guests: settled places, entities, who is away when, what is noted for the visit.

use super::alike::{Alike, Background, Class};
use crate::engine::asof::{is_active, is_in_force};
use crate::engine::entity::Aliases;
use crate::{Busy, Day, Snapshot, Staff, StaffStatus, Visit, VisitHost};
use std::collections::HashMap;

/// One of ours as the nine dimensions see them.
pub(super) struct Ours<'a> {
    pub staff: &'a Staff,
    pub note: Option<&'a VisitHost>,
    pub background: Background<'a>,
    pub away: Away,
    /// Numbers those who are alike in a dimension.
    pub class: Class,
}

/// Whether one of ours is here on the days of the visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Away {
    Here,
    /// Not on all days.
    Partly,
    OnLeave,
    /// Gone before the visit begins: the last day here.
    Leaving(Day),
}

impl<'a> Ours<'a> {
    /// Reads one of ours; `None` when they are no longer with us.
    fn read(
        staff: &'a Staff,
        note: Option<&'a VisitHost>,
        days: (Day, Day),
        as_of: Day,
        names: &mut Aliases,
        alike: &mut Alike<'a>,
    ) -> Option<Self> {
        if has_departed(staff, as_of) {
            return None;
        }
        let away = away(staff, days, as_of);
        let (class, background) = alike.read(staff, busy(note, away), names);
        Some(Self { staff, note, background, away, class })
    }

    /// How busy one of ours is during the visit: what is noted, or absent on some of its days.
    pub(super) fn busy(&self) -> Busy {
        busy(self.note, self.away)
    }
}

fn busy(note: Option<&VisitHost>, away: Away) -> Busy {
    let noted = note.map_or(Busy::Free, |one| one.busy);
    if noted == Busy::Free && away == Away::Partly { Busy::Part } else { noted }
}

/// All of ours who are with us, in the order they were put down.
pub(super) fn read_ours<'a>(snapshot: &'a Snapshot, visit: &Visit, as_of: Day, names: &mut Aliases) -> Vec<Ours<'a>> {
    let mut alike = Alike::default();
    let own = snapshot.visit_hosts.iter().filter(|one| one.visit == visit.id);
    let notes: HashMap<_, &VisitHost> = own.map(|one| (one.staff, one)).collect();
    let days = (visit.starts_on, super::last_day(visit));
    let read = |one| Ours::read(one, notes.get(&one.id).copied(), days, as_of, names, &mut alike);
    snapshot.staff.iter().filter_map(read).collect()
}

/// Somebody who is no longer with us is not a host we removed.
fn has_departed(staff: &Staff, as_of: Day) -> bool {
    !is_active(staff, as_of) && (staff.status == StaffStatus::Departed || staff.left_on.is_some_and(|on| on < as_of))
}

/// The core slots are the days of the visit: a leave over all of them removes, over some of them costs availability.
fn away(staff: &Staff, (from, to): (Day, Day), as_of: Day) -> Away {
    if let Some(left) = staff.left_on.filter(|left| *left < from) {
        return Away::Leaving(left);
    }
    if !is_active(staff, as_of) && !is_back_by(staff, from) {
        return Away::OnLeave;
    }
    let on_leave =
        |day| staff.leave_from.or(staff.leave_to).is_some() && is_in_force(staff.leave_from, staff.leave_to, day);
    let gone = |day| on_leave(day) || staff.left_on.is_some_and(|left| left < day);
    let mut days = from.iter_days().take_while(|day| *day <= to);
    let Some(first) = days.next().map(gone) else { return Away::OnLeave };
    match (days.any(|day| gone(day) != first), first) {
        (true, _) => Away::Partly,
        (false, true) => Away::OnLeave,
        (false, false) => Away::Here,
    }
}

/// Whether a leave is known to end before a day.
fn is_back_by(staff: &Staff, day: Day) -> bool {
    staff.leave_to.is_some_and(|to| to < day)
}
