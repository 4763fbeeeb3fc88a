//! Required roles that nobody and no seat fills (B.4.1, G6).

use crate::engine::chain::Stakeholder;
use crate::{Decision, DecisionKind, DecisionRole, Snapshot};

/// A required role without person or seat, and what it weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenRole {
    pub role: DecisionRole,
    /// 1–4.
    pub weight: u8,
}

const PURCHASE: &[DecisionRole] = &[
    DecisionRole::EconomicBuyer,
    DecisionRole::DecisionMaker,
    DecisionRole::TechnicalEvaluator,
    DecisionRole::CommercialEvaluator,
    DecisionRole::User,
];

/// Roles a kind of decision cannot do without (B.4.1). Only purchases and tenders have a template; in every other kind
/// a role is required when the chain says so with a vacancy (the samples A03, A06 and A07 leave roles out on purpose).
pub fn required_roles(kind: DecisionKind) -> &'static [DecisionRole] {
    match kind {
        DecisionKind::Purchase | DecisionKind::FrameworkPurchase | DecisionKind::Tender => PURCHASE,
        _ => &[],
    }
}

/// Weight of a required role nobody has weighed: 4 economic buyer, 3 decision maker and approver, 2 others (B.4.1).
pub fn default_weight(role: DecisionRole) -> u8 {
    match role {
        DecisionRole::EconomicBuyer => 4,
        DecisionRole::DecisionMaker | DecisionRole::Approver => 3,
        _ => 2,
    }
}

/// Roles still to be found: vacancies put down in the chain, then required roles no chain member has.
pub fn open_roles(snapshot: &Snapshot, decision: Option<&Decision>, rows: &[Stakeholder]) -> Vec<OpenRole> {
    let Some(decision) = decision else { return Vec::new() };
    let is_filled = |role| rows.iter().any(|row| row.in_chain && row.roles.contains(&role));
    let vacancies = snapshot.chain_vacancies.iter().filter(|one| one.decision == decision.id);
    let mut open: Vec<OpenRole> =
        vacancies.map(|one| OpenRole { role: one.role, weight: one.weight.clamp(1, 4) }).collect();
    for role in required_roles(decision.kind) {
        if !is_filled(*role) && open.iter().all(|one| one.role != *role) {
            open.push(OpenRole { role: *role, weight: default_weight(*role) });
        }
    }
    open
}
