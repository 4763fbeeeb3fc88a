//! Early warnings (B.4.11).

use super::{Reason, reason::Severity};
use crate::{CommitmentId, ComplaintId, PersonId};

codes! {
    /// Warning codes computed today from what the workspace records.
    WarningCode { OrderDrop = "W01", TouchLapse = "W03", Commitment = "W05", ComplaintOpen = "W06", SupporterLeft = "W07", PaymentOverdue = "W08", Competitor = "W09", SingleThread = "W11", OwnerLeft = "W13", ExpectationGap = "W16" }
}

/// One warning and what it is about. `people` in chain order.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    pub code: WarningCode,
    pub severity: Severity,
    pub people: Vec<PersonId>,
    pub commitment: Option<CommitmentId>,
    pub complaint: Option<ComplaintId>,
    pub reason: Reason,
}
