//! Chain coverage (B.4.1).

use super::{Coverage, roles::OpenRole};
use crate::engine::{Param, Reason, chain::Stakeholder, why};

/// Sum of weights over scored rows and open roles: the denominator of coverage, support and engagement.
pub(in crate::engine) fn total_weight(rows: &[Stakeholder], open: &[OpenRole]) -> f64 {
    let rows = rows.iter().filter(|row| row.is_scored()).map(|row| f64::from(row.weight));
    rows.sum::<f64>() + open.iter().map(|one| f64::from(one.weight)).sum::<f64>()
}

/// `100 × Σ weight × cover / Σ weight` over the chain and its open roles; 0 for an empty chain.
pub fn score_coverage(rows: &[Stakeholder], open: &[OpenRole]) -> Coverage {
    let scored: Vec<&Stakeholder> = rows.iter().filter(|row| row.is_scored()).collect();
    let total = total_weight(rows, open);
    let covered: f64 = scored.iter().map(|row| f64::from(row.weight) * row.cover).sum();
    let mut losses: Vec<(&Stakeholder, f64)> = scored
        .iter()
        .map(|row| (*row, f64::from(row.weight) * (1.0 - row.cover)))
        .filter(|loss| loss.1 > 1e-9)
        .collect();
    losses.sort_by(|a, b| b.1.total_cmp(&a.1));
    losses.truncate(3);
    let mut reasons: Vec<Reason> = losses.iter().map(|loss| why::shortfall(loss.0)).collect();
    reasons
        .extend(open.iter().map(|one| Reason::new("role-open").with("role", Param::Code(crate::Code::code(one.role)))));
    if scored.is_empty() {
        reasons.push(Reason::new("chain-empty"));
    } else if reasons.is_empty() {
        reasons.push(Reason::new("chain-covered").with("people", Param::Int(scored.len() as i64)));
    }
    Coverage {
        value: if total > 0.0 { 100.0 * covered / total } else { 0.0 },
        losses: losses.iter().map(|loss| (loss.0.seat, loss.1)).collect(),
        owned: scored.iter().filter(|row| !row.owners.is_empty()).count(),
        at_level_two: scored.iter().filter(|row| row.level >= 2).count(),
        people: scored.len(),
        reasons,
    }
}
