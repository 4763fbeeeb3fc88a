//! Host matching (B.4.9): proposes and explains; a person decides.

use super::{Param, Reason, asof::is_active};
use crate::{Busy, Day, PersonId, Snapshot, Staff, StaffId, StaffStatus, Visit, VisitHost, VisitId};
use std::collections::HashMap;

mod background;
mod guest;
mod points;
use guest::Guest;

codes! {
    /// The nine dimensions, in the order of their columns.
    HostDimension { Rank = "rank", Business = "business", Met = "met", Dialect = "dialect", Native = "native", School = "school", Career = "career", Affinity = "affinity", Available = "available" }
}
impl HostDimension {
    /// Most points this dimension can give.
    pub fn most(self) -> u32 {
        points::MAX.iter().find(|(one, _)| *one == self).map_or(0, |(_, most)| *most)
    }
}

codes! {
    /// Band of the total: ≥ 70, ≥ 50, ≥ 30, below.
    HostBand { Strong = "strong", Good = "good", Fair = "fair", Weak = "weak" }
}

/// A point line: points, the most there are, both facts and their sources.
#[derive(Debug, Clone, PartialEq)]
pub struct HostLine {
    pub dimension: HostDimension,
    pub points: u32,
    pub max: u32,
    pub reason: Option<Reason>,
    pub guest_source: Option<String>,
    pub host_source: Option<&'static str>,
    /** The guest's fact is unknown: 0 points, no penalty, worth asking. */
    pub unknown: bool,
}

/// One of ours who may host.
#[derive(Debug, Clone, PartialEq)]
pub struct HostCandidate {
    pub staff: StaffId,
    pub total: u32,
    pub band: HostBand,
    pub lines: Vec<HostLine>,
    /** Within 5 points of the best: judgement decides. */
    pub near_tie: bool,
}

/// One of ours who was filtered out, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct HostRemoved {
    pub staff: StaffId,
    pub reason: Reason,
}

/// Ranked candidates and those removed.
#[derive(Debug, Clone, PartialEq)]
pub struct HostMatch {
    pub guest: PersonId,
    pub candidates: Vec<HostCandidate>,
    pub removed: Vec<HostRemoved>,
}

/// Ranks our people as hosts for `guest` (the principal when `None`). `None` when the visit has no such guest.
pub fn match_hosts(snapshot: &Snapshot, visit: VisitId, guest: Option<PersonId>, as_of: Day) -> Option<HostMatch> {
    let visit = snapshot.visit(visit)?;
    let guest = Guest::read(snapshot, visit, guest.or(visit.principal_guest)?, as_of)?;
    let notes: HashMap<StaffId, &VisitHost> =
        snapshot.visit_hosts.iter().filter(|one| one.visit == visit.id).map(|one| (one.staff, one)).collect();
    let blackout = is_in_blackout(snapshot, visit);
    let (mut candidates, mut removed) = (Vec::new(), Vec::new());
    for staff in snapshot.staff.iter().filter(|one| !has_departed(one, as_of)) {
        let note = notes.get(&staff.id).copied();
        match refusal(staff, note, &guest, blackout, as_of) {
            Some(reason) => removed.push(HostRemoved { staff: staff.id, reason }),
            None => candidates.push(candidate(staff, note, &guest)),
        }
    }
    rank(&mut candidates);
    Some(HostMatch { guest: guest.person, candidates, removed })
}

/// What a guest and one of ours share, most points first: dialect or language, native place, school, career, pursuits. By the
/// rules of the match, so only with the host's consent and from facts that may count; whether one of ours may host at all
/// does not matter here.
pub fn common_points(snapshot: &Snapshot, visit: VisitId, guest: PersonId, staff: StaffId, as_of: Day) -> Vec<Reason> {
    use HostDimension::{Affinity, Career, Dialect, Native, School};
    let shared = |one: &HostLine| {
        one.host_source == Some("self") && matches!(one.dimension, Affinity | Career | Dialect | Native | School)
    };
    let read = || {
        let guest = Guest::read(snapshot, snapshot.visit(visit)?, guest, as_of)?;
        Some(points::lines(snapshot.staff_member(staff)?, None, &guest))
    };
    let mut lines: Vec<HostLine> = read().unwrap_or_default();
    lines.retain(|one| one.points > 0 && shared(one));
    lines.sort_by_key(|one| std::cmp::Reverse(one.points));
    lines.into_iter().filter_map(|one| one.reason).collect()
}

/// Band of a total (B.4.9).
pub fn host_band(total: u32) -> HostBand {
    match total {
        70.. => HostBand::Strong,
        50.. => HostBand::Good,
        30.. => HostBand::Fair,
        _ => HostBand::Weak,
    }
}

/// Points apart at which two candidates count as equal.
const NEAR: u32 = 5;

fn candidate(staff: &Staff, note: Option<&VisitHost>, guest: &Guest) -> HostCandidate {
    let lines = points::lines(staff, note, guest);
    let total = lines.iter().map(|line| line.points).sum();
    HostCandidate { staff: staff.id, total, band: host_band(total), lines, near_tie: false }
}

/// Highest first; equal totals by business relevance, then in the order our people were put down (identity). The prose
/// says "name" for the last step; the golden values keep the list order.
fn rank(candidates: &mut [HostCandidate]) {
    let business = |one: &HostCandidate| {
        one.lines.iter().find(|line| line.dimension == HostDimension::Business).map_or(0, |line| line.points)
    };
    candidates.sort_by_key(|one| (std::cmp::Reverse((one.total, business(one))), one.staff));
    let Some(best) = candidates.first().map(|one| one.total) else { return };
    let near = candidates.iter().filter(|one| best - one.total <= NEAR).count();
    if near > 1 {
        candidates[..near].iter_mut().for_each(|one| one.near_tie = true);
    }
}

/// Somebody who is no longer with us is not a host we removed.
fn has_departed(staff: &Staff, as_of: Day) -> bool {
    !is_active(staff, as_of) && (staff.status == StaffStatus::Departed || staff.left_on.is_some_and(|on| on < as_of))
}

/// The first hard filter that removes one of ours (B.4.9). An unknown rank on the guest's side removes nobody.
fn refusal(staff: &Staff, note: Option<&VisitHost>, guest: &Guest, blackout: bool, as_of: Day) -> Option<Reason> {
    if blackout {
        return Some(Reason::new("removed-blackout"));
    }
    if let Some(why) = note.and_then(|one| one.blocked.as_ref()) {
        return Some(Reason::new("removed-blocked").with("note", Param::Text(why.clone())));
    }
    if note.is_some_and(|one| one.busy == Busy::All) {
        return Some(Reason::new("removed-busy"));
    }
    if !is_active(staff, as_of) {
        return Some(Reason::new("removed-on-leave"));
    }
    let theirs = guest.rank?;
    let apart = i64::from(staff.rank_level) - i64::from(theirs);
    (!(-2..=2).contains(&apart)).then(|| {
        Reason::new("removed-rank")
            .with("ours", Param::Int(staff.rank_level.into()))
            .with("theirs", Param::Int(theirs.into()))
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_change_at_70_50_30() {
        assert_eq!((host_band(70), host_band(69)), (HostBand::Strong, HostBand::Good));
        assert_eq!((host_band(50), host_band(49)), (HostBand::Good, HostBand::Fair));
        assert_eq!((host_band(30), host_band(29)), (HostBand::Fair, HostBand::Weak));
    }

    #[test]
    fn a_near_tie_needs_two_within_five_points() {
        let one = |total, id| HostCandidate {
            staff: uuid::Uuid::from_u128(id).into(),
            total,
            band: host_band(total),
            lines: Vec::new(),
            near_tie: false,
        };
        let mut list = vec![one(54, 1), one(59, 2), one(60, 3)];
        rank(&mut list);
        assert_eq!(
            list.iter().map(|one| (one.total, one.near_tie)).collect::<Vec<_>>(),
            [(60, true), (59, true), (54, false)]
        );
        let mut list = vec![one(54, 1), one(60, 3)];
        rank(&mut list);
        assert!(list.iter().all(|one| !one.near_tie));
    }
}
