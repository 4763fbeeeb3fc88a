//! Why an engine answered as it did: a code and the facts it rests on. Translated by `app`, never here.

use crate::{AccountId, CommitmentId, ComplaintId, ContractId, Day, IncidentId, PersonId, SeatId, StaffId, UnitId};

codes! {
    /// How much a finding or warning weighs (B.2.11).
    Severity { Info = "info", Amber = "amber", Red = "red" }
}

/// A fact inside a reason.
#[derive(Debug, Clone, PartialEq)]
pub enum Param {
    Int(i64),
    Number(f64),
    Text(String),
    /// GB/T 2260 code or ISO country, named by `places::place_name`.
    Place(String),
    /// `group.subgroup.piece`, named by `places::dialect_name`.
    Dialect(String),
    /// ISO 639-1, named by `places::language_name`.
    Language(String),
    Day(Day),
    Seat(SeatId),
    /// The post of a seat, whoever sits there.
    Post(SeatId),
    Person(PersonId),
    Staff(StaffId),
    Account(AccountId),
    Unit(UnitId),
    Commitment(CommitmentId),
    Complaint(ComplaintId),
    Contract(ContractId),
    Incident(IncidentId),
    /// A code from a closed list, e.g. a decision role.
    Code(&'static str),
}

/// One reason. `code` is the catalogue key without its prefix (`reason-…`).
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    pub code: &'static str,
    pub params: Vec<(&'static str, Param)>,
}

impl Reason {
    /// A reason without facts.
    pub fn new(code: &'static str) -> Self {
        Self { code, params: Vec::new() }
    }
    /// Adds a fact.
    pub fn with(mut self, name: &'static str, param: Param) -> Self {
        self.params.push((name, param));
        self
    }
}
