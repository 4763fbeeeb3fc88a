//! Host matching (B.4.9): proposes and explains; a person decides.

use super::Reason;
use crate::{Day, PersonId, Snapshot, StaffId, VisitId};

codes! {
    /// The nine dimensions, in the order of their columns.
    HostDimension { Rank = "rank", Business = "business", Met = "met", Dialect = "dialect", Native = "native", School = "school", Career = "career", Affinity = "affinity", Available = "available" }
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
    let _ = (snapshot, visit, guest, as_of);
    todo!()
}
