//! Gaps and collisions of the responsibility matrix (B.4.5).

use super::{Reason, chain::Stakeholder, reason::Severity};
use crate::{AccountId, CommitmentId, Day, DecisionRole, SeatId, Snapshot, StaffId};

codes! {
    /// Finding codes of B.4.5.
    FindingCode { NoOwner = "G1", NoBackup = "G2", RankGap = "G3", NoSponsor = "G3a", InactiveOwner = "G4", LapsedOwner = "G5", RoleUnidentified = "G6", DoubleOwner = "C1", ScheduleCollision = "C2", MessageCollision = "C4" }
}

/// One finding, with the row it belongs to (if any) and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub code: FindingCode,
    pub severity: Severity,
    /// The row it is about; `None` for roles and messages.
    pub seat: Option<SeatId>,
    pub role: Option<DecisionRole>,
    /// Ours involved: the owners of C1, the travellers of C2, the departed owner of G4.
    pub staff: Vec<StaffId>,
    /// The promises of C4.
    pub commitments: Vec<CommitmentId>,
    pub reason: Reason,
}

/// Findings in chain order, gaps before collisions.
pub fn find_gaps_and_collisions(
    snapshot: &Snapshot,
    account: AccountId,
    decision: Option<crate::DecisionId>,
    rows: &[Stakeholder],
    as_of: Day,
) -> Vec<Finding> {
    let _ = (snapshot, account, decision, rows, as_of);
    todo!()
}
