//! The decision chain as of a day: one row per stakeholder, everything dated already resolved.

use crate::{AccountId, Day, DecisionId, DecisionRole, InformalFunction, PersonId, SeatId, Snapshot, StaffId};

codes! {
    /// Who sits there on the day.
    Holding { Held = "held", Vacant = "vacant", Placeholder = "placeholder", Erased = "erased" }
}

/// One of ours and how well they know the stakeholder on the day.
#[derive(Debug, Clone, PartialEq)]
pub struct TieNow {
    pub staff: StaffId,
    pub level: u8,
    /** Our person is active. */
    pub active: bool,
}

/// One stakeholder: a seat of the chain with its holder, as of a day.
///
/// A person with several seats appears once, in the seat of the primary tenure.
#[derive(Debug, Clone, PartialEq)]
pub struct Stakeholder {
    pub seat: SeatId,
    pub person: Option<PersonId>,
    pub holding: Holding,
    pub no_contact: bool,
    pub rank_level: Option<u8>,
    /// In the decision asked for (else only in the organisation).
    pub in_chain: bool,
    pub roles: Vec<DecisionRole>,
    pub functions: Vec<InformalFunction>,
    /// 1–4.
    pub formal_power: u8,
    pub influence_level: Option<u8>,
    /// `max(formal_power, influence_level)`, B.2.5.
    pub weight: u8,
    /// −2…+2; `None` is unknown, never 0.
    pub attitude: Option<i8>,
    pub attitude_on: Option<Day>,
    pub attitude_evidence: Option<String>,
    pub ties: Vec<TieNow>,
    /// Highest level among active ties, 0–5.
    pub level: u8,
    pub last_touch: Option<Day>,
    /// Days since the last two-way touch.
    pub days: Option<i64>,
    pub cadence_days: i64,
    /// 0–1, B.4.1.
    pub touch_fresh: f64,
    /// 0–1, B.4.1.
    pub cover: f64,
    /// All who hold an owner assignment on the day, active or not, in order of assignment.
    pub owners: Vec<StaffId>,
    pub backups: Vec<StaffId>,
    pub supporters: Vec<StaffId>,
    pub sponsors: Vec<StaffId>,
}

/// Stakeholders of an account as of a day, chain members first in chain order, then the others by unit and position.
/// With `decision` `None` the main decision is used. Departed people are gone; their seat stays.
pub fn stakeholders(
    snapshot: &Snapshot,
    account: AccountId,
    decision: Option<DecisionId>,
    as_of: Day,
) -> Vec<Stakeholder> {
    let _ = (snapshot, account, decision, as_of);
    todo!()
}
