//! The records as they would be without those who leave: what a court and a map show while a drill is on.
//!
//! The same losses as `drill` finds, told by the ordinary scores. Deliberately absent: writing; the records are a copy.

use super::Leavers;
use crate::{PersonStatus, Snapshot, StaffStatus};

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

/// The records without them: gone on no day in particular, so that nothing tells a day that never was; the seats of theirs are
/// vacant. Who has left already, and whoever is erased, stays as noted.
pub fn without(s: &Snapshot, leavers: &Leavers) -> Snapshot {
    let mut left = s.clone();
    for one in left.staff.iter_mut().filter(|one| leavers.staff.contains(&one.id)) {
        if one.status != StaffStatus::Departed {
            (one.status, one.left_on) = (StaffStatus::Departed, None);
        }
    }
    for one in left.people.iter_mut().filter(|one| leavers.people.contains(&one.id)) {
        if one.status != PersonStatus::Erased && one.status != PersonStatus::Departed {
            (one.status, one.left_on) = (PersonStatus::Departed, None);
        }
    }
    left
}
