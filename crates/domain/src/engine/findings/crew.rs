//! Who of ours counts as an owner in an account on a day: at work, and not taken off its team (G4).

use crate::engine::asof::{Crew, is_in_force};
use crate::{AccountId, Day, IdMap, Snapshot, Staff, StaffId};

/// Our people as the responsibility matrix of one account sees them on a day.
#[derive(Debug)]
pub struct CourtCrew<'a> {
    crew: Crew<'a>,
    /// Those taken off the team, with their last day in it.
    off: IdMap<StaffId, Day>,
}

impl<'a> CourtCrew<'a> {
    /// Reads our people and the team of the account. Somebody is off the team when a membership of theirs has ended and
    /// none holds; who never was in it may own all the same, because teams are not written down everywhere.
    pub fn on(snapshot: &'a Snapshot, account: AccountId, day: Day) -> Self {
        let own = || snapshot.team_members.iter().filter(|one| one.account == account);
        let mut off: IdMap<StaffId, Day> = IdMap::default();
        for (staff, last) in own().filter_map(|one| Some((one.staff, one.to_on.filter(|to| *to < day)?))) {
            off.entry(staff).and_modify(|known| *known = last.max(*known)).or_insert(last);
        }
        for one in own().filter(|one| is_in_force(one.from_on, one.to_on, day)) {
            off.remove(&one.staff);
        }
        Self { crew: Crew::on(snapshot, day), off }
    }
    /// Whether this one of ours is at work and not off the team.
    pub fn is_active(&self, id: StaffId) -> bool {
        self.crew.is_active(id) && !self.off.contains_key(&id)
    }
    /// Those of the list who are.
    pub fn active(&self, ids: &[StaffId]) -> Vec<StaffId> {
        ids.iter().copied().filter(|id| self.is_active(*id)).collect()
    }
    /// The record, active or not.
    pub fn get(&self, id: StaffId) -> Option<&'a Staff> {
        self.crew.get(id)
    }
    /// The last day in the team of one who is at work but was taken off it.
    pub fn off_since(&self, id: StaffId) -> Option<Day> {
        self.off.get(&id).copied().filter(|_| self.crew.is_active(id))
    }
}
