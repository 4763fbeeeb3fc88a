//! One of ours for each guest: the assignment with the highest sum of points that the hard filters and a person's choices allow (B.4.9).
//!
//! Equal sums: seniors of ours to the front of the protocol order, then the order our people were put down. Deliberately
//! absent: choosing. This proposes; what a person fixes stays.

use super::assignment::{FORBIDDEN, assign};
use super::{HostCandidate, HostMatch, HostMatcher, HostOptions, NEAR, guests_of};
use crate::engine::{Param, Reason};
use crate::{Day, PersonId, Snapshot, StaffId, VisitId};

/// What a person decided beforehand.
#[derive(Debug, Clone, Default)]
pub struct Constraints {
    /// Pairs chosen by a person, before those on record: counterparts of guests, the host of the visit for the principal.
    pub fixed: Vec<(PersonId, StaffId)>,
    /// Pairs that must not be.
    pub forbidden: Vec<(PersonId, StaffId)>,
    /// Of ours, kept out of the proposal.
    pub excluded: Vec<StaffId>,
}

/// The proposal for one guest.
#[derive(Debug, Clone, PartialEq)]
pub struct Counterpart {
    pub guest: PersonId,
    /// Nobody: everybody allowed is with another guest, or nobody is allowed.
    pub proposal: Option<HostCandidate>,
    /// Chosen by a person, not by the sum.
    pub fixed: bool,
    /// Free people within 5 points of the proposal (or of the best, when there is none), best first.
    pub near: Vec<(StaffId, u32)>,
    /// What a person should see: nobody left, a choice against a filter, ranks out of order.
    pub notes: Vec<Reason>,
}

/// Counterparts of all guests in protocol order.
#[derive(Debug, Clone, PartialEq)]
pub struct Counterparts {
    pub pairs: Vec<Counterpart>,
    /// Sum of points of all pairs.
    pub total: u32,
    /// May host somebody and is not needed, in the order our people were put down.
    pub free: Vec<StaffId>,
    /// Each guest with all candidates and everybody removed, in the same order.
    pub matches: Vec<HostMatch>,
}

/// Points of the sum stand above the order of ranks, that above the order of names.
const POINT: i64 = 1 << 40;
const ORDER: i64 = 1 << 20;

/// Proposes a counterpart for each guest. `None` when there is no such visit.
pub fn counterparts(
    snapshot: &Snapshot,
    visit: VisitId,
    constraints: &Constraints,
    options: &HostOptions,
    as_of: Day,
) -> Option<Counterparts> {
    let mut matcher = HostMatcher::new(snapshot, visit, options, as_of)?;
    let matches = matcher.rank_all();
    let fixed = Fixed::read(snapshot, &matcher, &matches, constraints);
    let table = Table::new(&matcher, &matches, &fixed, constraints);
    let taken = assign(&table.values);
    let mut pairs: Vec<Counterpart> = (matches.iter().enumerate())
        .map(|(row, one)| {
            let staff = fixed.of(one.guest).or_else(|| taken[row].map(|column| table.columns[column]));
            let scored = staff.and_then(|id| one.candidates.iter().find(|found| found.staff == id).cloned());
            let proposal = scored.or_else(|| matcher.score_one(one.guest, staff?));
            Counterpart {
                guest: one.guest,
                fixed: fixed.of(one.guest).is_some(),
                notes: fixed.notes_of(one.guest),
                near: Vec::new(),
                proposal,
            }
        })
        .collect();
    let used: Vec<StaffId> = pairs.iter().filter_map(|one| one.proposal.as_ref()).map(|one| one.staff).collect();
    for (pair, found) in pairs.iter_mut().zip(&matches) {
        pair.near = near(pair, found, &used, constraints);
        if pair.proposal.is_none() {
            pair.notes.push(Reason::new("counterpart-none"));
        }
    }
    note_order(snapshot, &mut pairs);
    let total = pairs.iter().filter_map(|one| one.proposal.as_ref()).map(|one| one.total).sum();
    let free = table.everybody.into_iter().filter(|id| !used.contains(id)).collect();
    Some(Counterparts { pairs, total, free, matches })
}

/// Pairs a person chose, as far as they can stand.
struct Fixed {
    pairs: Vec<(PersonId, StaffId)>,
    notes: Vec<(PersonId, Reason)>,
}

impl Fixed {
    fn read(snapshot: &Snapshot, matcher: &HostMatcher, matches: &[HostMatch], constraints: &Constraints) -> Self {
        let visit = matcher.visit;
        let guests = guests_of(snapshot, visit);
        let recorded = guests.iter().filter_map(|one| one.counterpart.map(|staff| (one.person, staff)));
        let host = visit.principal_guest.zip(visit.host);
        let wanted: Vec<(PersonId, StaffId)> = constraints.fixed.iter().copied().chain(host).chain(recorded).collect();
        let mut fixed = Self { pairs: Vec::new(), notes: Vec::new() };
        for found in matches {
            let Some(staff) = wanted.iter().find(|one| one.0 == found.guest).map(|one| one.1) else { continue };
            let taken = fixed.pairs.iter().find(|one| one.1 == staff).map(|one| one.0);
            let removed = found.removed.iter().find(|one| one.staff == staff).map(|one| Reason::clone(&one.reason));
            let known = snapshot.staff_member(staff).is_some();
            if let Some(other) = taken {
                let note = Reason::new("counterpart-taken");
                let note = note.with("staff", Param::Staff(staff)).with("who", Param::Person(other));
                fixed.notes.push((found.guest, note));
                continue;
            }
            // A rank too far away is a person's to decide; a bar, an absence and a blackout are not.
            let stands = removed.as_ref().is_none_or(|reason| reason.code == "removed-rank");
            fixed.notes.extend(removed.map(|reason| (found.guest, reason)));
            if stands && known {
                fixed.pairs.push((found.guest, staff));
            }
        }
        fixed
    }
    fn of(&self, guest: PersonId) -> Option<StaffId> {
        self.pairs.iter().find(|one| one.0 == guest).map(|one| one.1)
    }
    fn notes_of(&self, guest: PersonId) -> Vec<Reason> {
        self.notes.iter().filter(|one| one.0 == guest).map(|one| one.1.clone()).collect()
    }
}

/// Values of guests (rows) and of ours who may face at least one of them (columns).
struct Table {
    columns: Vec<StaffId>,
    values: Vec<Vec<i64>>,
    /// All who may face somebody, also those a person fixed or kept out.
    everybody: Vec<StaffId>,
}

impl Table {
    fn new(matcher: &HostMatcher, matches: &[HostMatch], fixed: &Fixed, constraints: &Constraints) -> Self {
        let mut allowed = vec![false; matcher.ours.len()];
        matches.iter().flat_map(|one| &one.candidates).for_each(|one| allowed[one.place as usize] = true);
        let everybody = matcher.ours.iter().zip(&allowed).filter(|one| *one.1).map(|one| one.0.staff.id);
        let everybody = everybody.filter(|id| !constraints.excluded.contains(id)).collect();
        let busy = |id: &StaffId| constraints.excluded.contains(id) || fixed.pairs.iter().any(|one| one.1 == *id);
        let mut columns: Vec<(StaffId, u8)> = Vec::new();
        let mut at: Vec<Option<usize>> = vec![None; matcher.ours.len()];
        for (place, ours) in matcher.ours.iter().enumerate().filter(|one| allowed[one.0] && !busy(&one.1.staff.id)) {
            at[place] = Some(columns.len());
            columns.push((ours.staff.id, ours.staff.rank_level));
        }
        let row = |(place, one): (usize, &HostMatch)| {
            let mut values = vec![FORBIDDEN; columns.len()];
            if fixed.of(one.guest).is_some() {
                return values;
            }
            for found in &one.candidates {
                let Some(column) = at[found.place as usize] else { continue };
                if !constraints.forbidden.contains(&(one.guest, found.staff)) {
                    let front = (matches.len() - place) as i64 * i64::from(columns[column].1);
                    let earlier = (columns.len() - column) as i64;
                    values[column] = i64::from(found.total) * POINT + front * ORDER + earlier;
                }
            }
            values
        };
        let values = matches.iter().enumerate().map(row).collect();
        Self { columns: columns.into_iter().map(|one| one.0).collect(), values, everybody }
    }
}

fn near(pair: &Counterpart, found: &HostMatch, used: &[StaffId], constraints: &Constraints) -> Vec<(StaffId, u32)> {
    let free = |one: &&HostCandidate| {
        !used.contains(&one.staff)
            && !constraints.excluded.contains(&one.staff)
            && !constraints.forbidden.contains(&(pair.guest, one.staff))
    };
    let first = || found.candidates.iter().find(free);
    let mark = pair.proposal.as_ref().or_else(first).map_or(0, |one| one.total);
    // Best first, so those near stand together.
    let higher = found.candidates.iter().skip_while(|one| one.total > mark + NEAR);
    let near = higher.take_while(|one| one.total + NEAR >= mark);
    near.filter(free).map(|one| (one.staff, one.total)).collect()
}

/// Of ours, a junior who faces a guest ahead of a senior's guest looks wrong at the door; said, not forbidden.
fn note_order(snapshot: &Snapshot, pairs: &mut [Counterpart]) {
    let rank = |pair: &Counterpart| {
        let staff = pair.proposal.as_ref()?.staff;
        snapshot.staff_member(staff).map(|one| (staff, one.rank_level))
    };
    let ranks: Vec<Option<(StaffId, u8)>> = pairs.iter().map(rank).collect();
    for (at, pair) in pairs.iter_mut().enumerate() {
        let Some((staff, level)) = ranks[at] else { continue };
        let later = ranks[at + 1..].iter().flatten().find(|one| one.1 > level);
        if let Some((senior, _)) = later {
            let note = Reason::new("counterpart-order");
            pair.notes.push(note.with("staff", Param::Staff(staff)).with("senior", Param::Staff(*senior)));
        }
    }
}
