//! Visit readiness (B.4.14): a score against the curve, and gates that outrank it.

use super::Reason;
use crate::{BlockState, Day, PersonId, ReadinessBlock, Snapshot, VisitId};

codes! {
    /// Gates 1–7.
    Gate { Principal = "GATE1", Host = "GATE2", Diet = "GATE3", Gift = "GATE4", Issues = "GATE5", Redaction = "GATE6", Blackout = "GATE7" }
}
codes! {
    /// `open`: not yet due or not yet done, but nothing is known to be wrong.
    GateState { Pass = "pass", Fail = "fail", Open = "open" }
}
codes! {
    /// Traffic light, always with a word.
    Light { Green = "green", Amber = "amber", Red = "red" }
}

/// A gate, its state, whom it is about, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct GateMark {
    pub gate: Gate,
    pub state: GateState,
    pub people: Vec<PersonId>,
    pub reason: Reason,
}

/// `score`, `expected` 0–100.
#[derive(Debug, Clone, PartialEq)]
pub struct Readiness {
    pub score: f64,
    pub expected: f64,
    pub days_left: i64,
    pub light: Light,
    pub gates: Vec<GateMark>,
    pub blocks: Vec<(ReadinessBlock, u32, BlockState)>,
    /** Most of ours at table by policy (C.6). */
    pub companions_max: Option<u32>,
}

/// Readiness of a visit on a day; `None` when there is no such visit.
pub fn assess_readiness(snapshot: &Snapshot, visit: VisitId, as_of: Day) -> Option<Readiness> {
    let _ = (snapshot, visit, as_of);
    todo!()
}
