//! Who leaves: some of ours, a team, some of theirs.

use crate::{PersonId, Snapshot, StaffId};
use std::collections::BTreeSet;

/// Those who leave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leavers {
    pub staff: BTreeSet<StaffId>,
    pub people: BTreeSet<PersonId>,
}

impl Leavers {
    /// Whether nobody leaves.
    pub fn is_empty(&self) -> bool {
        self.staff.is_empty() && self.people.is_empty()
    }
}

/// Somebody of ours with everybody who works under them, directly or not. A circle of superiors is walked once.
pub fn team_of(snapshot: &Snapshot, head: StaffId) -> BTreeSet<StaffId> {
    let mut team = BTreeSet::from([head]);
    let mut open = vec![head];
    while let Some(superior) = open.pop() {
        for one in snapshot.staff.iter().filter(|one| one.superior == Some(superior)) {
            if team.insert(one.id) {
                open.push(one.id);
            }
        }
    }
    team
}
