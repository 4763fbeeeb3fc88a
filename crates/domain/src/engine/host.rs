//! Host matching (B.4.9): proposes and explains; a person decides.

use super::Reason;
use super::entity::Aliases;
use crate::{Day, GuestPart, PersonId, Snapshot, StaffId, Visit, VisitGuest, VisitId};
use std::sync::Arc;

mod alike;
mod assignment;
mod background;
pub mod counterparts;
mod filter;
mod guest;
mod lines;
mod ours;
mod points;
#[cfg(test)]
mod tests;
use filter::{Apart, Refusal, refuse};
pub use filter::{is_in_blackout, last_day};
use guest::Guest;
pub use lines::Lines;
use lines::{Places, Sheet};
use ours::{Ours, read_ours};

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
    pub guest_source: Option<Arc<str>>,
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
    pub lines: Lines,
    /** Within 5 points of the best: judgement decides. */
    pub near_tie: bool,
    /// Place among ours who are with us.
    place: u32,
}

/// One of ours who was filtered out, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct HostRemoved {
    pub staff: StaffId,
    pub reason: Arc<Reason>,
}

/// Ranked candidates and those removed.
#[derive(Debug, Clone, PartialEq)]
pub struct HostMatch {
    pub guest: PersonId,
    pub candidates: Vec<HostCandidate>,
    pub removed: Vec<HostRemoved>,
}

/// A person's written yes to one of ours whose rank is too far away: for one guest, or for all.
#[derive(Debug, Clone, PartialEq)]
pub struct HostOverride {
    pub staff: StaffId,
    pub guest: Option<PersonId>,
    pub reason: String,
}

/// What a caller may add to the records.
#[derive(Debug, Clone, Default)]
pub struct HostOptions {
    /// Through the filter of ranks with a written reason. Choices on record that carry one are let through anyway.
    pub overrides: Vec<HostOverride>,
    /// Names of one school or employer, group by group.
    pub aliases: Vec<Vec<String>>,
}

/// Our side of one visit, read once; asked for each guest.
pub struct HostMatcher<'a> {
    snapshot: &'a Snapshot,
    visit: &'a Visit,
    as_of: Day,
    ours: Vec<Ours<'a>>,
    places: Places,
    aliases: Aliases,
    blackout: bool,
    overrides: Vec<HostOverride>,
}

impl<'a> HostMatcher<'a> {
    /// Reads our people for a visit; `None` when there is no such visit.
    pub fn new(snapshot: &'a Snapshot, visit: VisitId, options: &HostOptions, as_of: Day) -> Option<Self> {
        let visit = snapshot.visit(visit)?;
        let mut aliases = Aliases::of(snapshot, &options.aliases);
        let ours = read_ours(snapshot, visit, as_of, &mut aliases);
        let overrides = options.overrides.iter().cloned().chain(written(snapshot, visit));
        let overrides = overrides.filter(|one| !one.reason.trim().is_empty()).collect();
        let blackout = is_in_blackout(snapshot, visit);
        let places = Places::new(&ours);
        Some(Self { snapshot, visit, as_of, ours, places, aliases, blackout, overrides })
    }

    /// Ranks our people as hosts for one guest. `None` when the snapshot does not hold the person.
    pub fn rank_for(&mut self, guest: PersonId) -> Option<HostMatch> {
        let guest = Guest::read(self.snapshot, self.visit, guest, self.as_of, &mut self.aliases)?;
        let mut sheet = Sheet::new(&guest, &self.ours, &self.places);
        let (mut apart, mut removed) = (Apart::default(), Vec::new());
        for (place, ours) in self.ours.iter().enumerate() {
            match refuse(ours, &guest, self.blackout, &self.overrides, &mut apart) {
                Refusal::Yes(reason) => removed.push(HostRemoved { staff: ours.staff.id, reason }),
                Refusal::No => sheet.score(place, None),
                Refusal::Overridden(why) => sheet.score(place, Some(why)),
            }
        }
        Some(HostMatch { guest: guest.person, candidates: sheet.ranked(), removed })
    }

    /// Points of one pair whatever the filters say; `None` when either is unknown or no longer with us.
    pub fn score_one(&mut self, guest: PersonId, staff: StaffId) -> Option<HostCandidate> {
        let guest = Guest::read(self.snapshot, self.visit, guest, self.as_of, &mut self.aliases)?;
        let place = self.places.of(staff)?;
        Some(lines::alone(place, &self.ours[place], &guest))
    }

    /// The guests of the visit in protocol order, each with ranked hosts.
    pub fn rank_all(&mut self) -> Vec<HostMatch> {
        guests_of(self.snapshot, self.visit).into_iter().filter_map(|one| self.rank_for(one.person)).collect()
    }
}

/// Choices on record that carry a written reason: the host for the principal, counterparts for their guests.
fn written(snapshot: &Snapshot, visit: &Visit) -> Vec<HostOverride> {
    let host = visit.host.zip(visit.host_reason.clone()).filter(|_| visit.principal_guest.is_some());
    let host = host.map(|(staff, reason)| HostOverride { staff, guest: visit.principal_guest, reason });
    let own = snapshot.visit_guests.iter().filter(|one| one.visit == visit.id);
    let pairs = own.filter_map(|one| one.counterpart.zip(one.counterpart_note.clone()).map(|pair| (one.person, pair)));
    let pairs = pairs.map(|(guest, (staff, reason))| HostOverride { staff, guest: Some(guest), reason });
    host.into_iter().chain(pairs).collect()
}

/// The guests of a visit who need an opposite number, in protocol order: all but interpreters.
pub(super) fn guests_of<'a>(snapshot: &'a Snapshot, visit: &Visit) -> Vec<&'a VisitGuest> {
    let own = snapshot.visit_guests.iter().filter(|one| one.visit == visit.id);
    let mut own: Vec<&VisitGuest> = own.filter(|one| one.part != GuestPart::Interpreter).collect();
    own.sort_by_key(|one| (one.protocol_order, one.id));
    own
}

/// Ranks our people as hosts for `guest` (the principal when `None`). `None` when the visit has no such guest.
pub fn match_hosts(snapshot: &Snapshot, visit: VisitId, guest: Option<PersonId>, as_of: Day) -> Option<HostMatch> {
    let mut matcher = HostMatcher::new(snapshot, visit, &HostOptions::default(), as_of)?;
    let guest = guest.or(matcher.visit.principal_guest)?;
    matcher.rank_for(guest)
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
pub const NEAR: u32 = 5;
