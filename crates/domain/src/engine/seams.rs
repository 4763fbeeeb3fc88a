//! Seams between our people: where one who joins would stand beside others. The picture of B.4.5: the ball between two players
//! is hit by both or by neither, and each player more makes more middle zones. Deliberately absent: advice; it is only shown.

use super::chain::Stakeholder;
use super::rules::RuleBook;
use crate::{IdMap, SeatId, Snapshot, StaffId, UnitId};
use std::collections::{BTreeMap, BTreeSet};

/// Rows between one who joins and one who is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seam {
    pub with: StaffId,
    /// Rows the other owns and the one who joins would reach too: a tie, an assignment, or a rule that names the job role.
    pub shared: Vec<SeatId>,
    /// Rows the other owns beside them: in a unit where the one who joins reaches somebody.
    pub adjacent: Vec<SeatId>,
}

/// What adding one of ours changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeamPicture {
    /// Rows the one who joins would reach.
    pub reached: Vec<SeatId>,
    /// The widest first.
    pub seams: Vec<Seam>,
    /// Pairs of ours who meet in a unit, without and with the one who joins.
    pub pairs_before: u32,
    pub pairs_after: u32,
}

/// The seams of one of ours in an account, over the rows that need somebody. Somebody who owns rows already is looked at as
/// if joining now: the pairs before are those without them.
pub fn seams_of(snapshot: &Snapshot, book: &RuleBook, rows: &[Stakeholder], staff: StaffId) -> SeamPicture {
    let units: IdMap<SeatId, UnitId> = snapshot.seats.iter().map(|one| (one.id, one.unit)).collect();
    let role = snapshot.staff_member(staff).map(|one| one.job_role);
    let rows: Vec<&Stakeholder> = rows.iter().filter(|row| row.is_in_scope()).collect();
    let reaches = |row: &Stakeholder| {
        let holds = row.holders().iter().any(|(_, holders)| holders.contains(&staff));
        let knows = row.ties.iter().any(|tie| tie.staff == staff && tie.level > 0);
        holds || knows || book.proposal(row).is_some_and(|one| Some(one.job_role) == role)
    };
    let reached: BTreeSet<SeatId> = rows.iter().filter(|row| reaches(row)).map(|row| row.seat).collect();
    let near: BTreeSet<UnitId> = reached.iter().filter_map(|seat| units.get(seat).copied()).collect();
    let mut seams: BTreeMap<StaffId, Seam> = BTreeMap::new();
    let mut owners: BTreeMap<UnitId, BTreeSet<StaffId>> = BTreeMap::new();
    for row in &rows {
        let Some(unit) = units.get(&row.seat) else { continue };
        for other in row.owners.iter().filter(|one| **one != staff) {
            owners.entry(*unit).or_default().insert(*other);
            let (shared, beside) = (reached.contains(&row.seat), near.contains(unit));
            if shared || beside {
                let blank = || Seam { with: *other, shared: Vec::new(), adjacent: Vec::new() };
                let seam = seams.entry(*other).or_insert_with(blank);
                if shared { seam.shared.push(row.seat) } else { seam.adjacent.push(row.seat) }
            }
        }
    }
    let mut seams: Vec<Seam> = seams.into_values().collect();
    seams.sort_by_key(|one| (std::cmp::Reverse((one.shared.len(), one.adjacent.len())), one.with));
    let pairs_before = owners.values().map(|one| (one.len() * one.len().saturating_sub(1) / 2) as u32).sum();
    let new: usize = near.iter().filter_map(|unit| owners.get(unit)).map(BTreeSet::len).sum();
    let reached = rows.iter().map(|row| row.seat).filter(|seat| reached.contains(seat)).collect();
    SeamPicture { reached, seams, pairs_before, pairs_after: pairs_before + new as u32 }
}
