//! The records as they would be without those who leave: what a court and a map show while a drill is on.
//!
//! The same losses as `drill` finds, told by the ordinary scores. Deliberately absent: writing; the records are a copy.

use super::Leavers;
use crate::{Day, PersonStatus, Snapshot, StaffStatus};

/// Whether anything of these records concerns those who leave.
pub fn concerns(s: &Snapshot, leavers: &Leavers) -> bool {
    let ours = |one: &crate::StaffId| leavers.staff.contains(one);
    s.assignments.iter().any(|one| ours(&one.staff))
        || s.ties.iter().any(|one| ours(&one.staff))
        || s.topic_assignments.iter().any(|one| ours(&one.staff))
        || s.team_members.iter().any(|one| ours(&one.staff))
        || s.commitments.iter().any(|one| one.holder.or(one.by_staff).is_some_and(|one| ours(&one)))
        || s.tenures.iter().any(|one| leavers.people.contains(&one.person))
}

/// The records on the first day without them: ours have left the day before, the seats of theirs are vacant.
pub fn without(s: &Snapshot, leavers: &Leavers, as_of: Day) -> Snapshot {
    let mut left = s.clone();
    let last = as_of.pred_opt();
    for one in left.staff.iter_mut().filter(|one| leavers.staff.contains(&one.id)) {
        (one.status, one.left_on) = (StaffStatus::Departed, last);
    }
    for one in left.people.iter_mut().filter(|one| leavers.people.contains(&one.id)) {
        // Erased people stay erased: of them nothing is known.
        if one.status != PersonStatus::Erased {
            (one.status, one.left_on) = (PersonStatus::Departed, last);
        }
    }
    left
}
