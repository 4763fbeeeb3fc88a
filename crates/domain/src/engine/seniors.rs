//! Whether one of our executives has met each key person, and when (B.2.8). The story behind it: who never takes the own
//! superior to the customer takes the customer along when leaving. Deliberately absent: the warning W04.

use super::cadence::{EXECUTIVE_RANK, executive_cadence_days};
use super::chain::Stakeholder;
use crate::{AccountTier, Day, IdMap, PersonId, SeatId, Snapshot, StaffId};

/// A weight from which somebody is a key person even without a high rank.
pub const KEY_WEIGHT: u8 = 3;

/// Whether somebody is to be met by an executive: weight 3 or more, or an executive rank.
pub fn is_key(row: &Stakeholder) -> bool {
    row.is_named()
        && !row.no_contact
        && (row.weight >= KEY_WEIGHT || row.rank_level.is_some_and(|rank| rank >= EXECUTIVE_RANK))
}

/// The latest contact of a key person with one of our executives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeniorMet {
    pub seat: SeatId,
    /// Who met them last and when; `None`: nobody ever did.
    pub last: Option<(StaffId, Day)>,
    /// Days since then.
    pub days: Option<i64>,
    /// Longer ago than the executive cadence of the tier, or never; a tier without one is never late.
    pub late: bool,
}

/// One line for each key person among the rows, in their order. Executives count by their rank of today, also when they
/// have left since: the person was met.
pub fn met_by_seniors(snapshot: &Snapshot, tier: AccountTier, rows: &[Stakeholder], as_of: Day) -> Vec<SeniorMet> {
    let seniors: IdMap<StaffId, u8> = snapshot
        .staff
        .iter()
        .filter(|one| one.rank_level >= EXECUTIVE_RANK)
        .map(|one| (one.id, one.rank_level))
        .collect();
    let mut last: IdMap<PersonId, (Day, u8, StaffId)> = IdMap::default();
    for touch in snapshot.touches.iter().filter(|one| one.on <= as_of) {
        let highest = touch.staff.iter().filter_map(|id| seniors.get(id).map(|rank| (*rank, *id))).max();
        let Some((rank, staff)) = highest else { continue };
        for person in &touch.people {
            let one = last.entry(*person).or_insert((touch.on, rank, staff));
            *one = (*one).max((touch.on, rank, staff));
        }
    }
    let line = |row: &Stakeholder| {
        let found = row.person.and_then(|id| last.get(&id)).map(|one| (one.2, one.0));
        let days = found.map(|one| (as_of - one.1).num_days());
        let late = executive_cadence_days(tier).is_some_and(|cadence| days.is_none_or(|days| days > cadence));
        SeniorMet { seat: row.seat, last: found, days, late }
    };
    rows.iter().filter(|row| is_key(row)).map(line).collect()
}
