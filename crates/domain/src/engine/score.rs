//! Coverage, support, single-thread (B.4.1, B.4.2, B.4.4).

use super::{Reason, chain, chain::Stakeholder, committee, findings, health, warnings};
use crate::{AccountId, Day, DecisionId, PersonId, Snapshot, StaffId};

pub(super) mod coverage;
mod roles;
mod support;
mod thread;

pub use coverage::score_coverage;
pub use roles::{OpenRole, default_weight, open_roles, required_roles};
pub use support::{SUFFICIENT_SHARE, score_support};
pub use thread::score_single_thread;

codes! {
    /// Single-thread risk (B.4.4).
    Risk { Low = "low", Medium = "medium", High = "high" }
}

/// B.4.1. `value` 0–100, unrounded.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    pub value: f64,
    /** `(stakeholder, weight × (1 − cover))`, largest three. */
    pub losses: Vec<(crate::SeatId, f64)>,
    pub owned: usize,
    pub at_level_two: usize,
    pub people: usize,
    pub reasons: Vec<Reason>,
}

/// B.4.2. `known`/`all` −100…+100; when `sufficient` is false show 信息不足 and no number.
#[derive(Debug, Clone, PartialEq)]
pub struct Support {
    pub known: f64,
    pub all: f64,
    /** 0–100. */
    pub known_share: f64,
    pub sufficient: bool,
    pub flags: Vec<&'static str>,
    pub reasons: Vec<Reason>,
}

/// B.4.4. Losses are in coverage points.
#[derive(Debug, Clone, PartialEq)]
pub struct SingleThread {
    pub risk: Risk,
    pub our_share_max: f64,
    pub their_share_max: f64,
    pub worst_loss_ours: Option<(StaffId, f64)>,
    pub worst_loss_theirs: Option<(PersonId, f64)>,
    pub thin: Vec<PersonId>,
    pub reasons: Vec<Reason>,
}

/// All scores of an account on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountScore {
    pub coverage: Coverage,
    pub support: Support,
    pub single_thread: SingleThread,
    /// Percent of rows with exactly one active owner (B.4.5).
    pub ownership_pct: f64,
    pub findings: Vec<super::findings::Finding>,
    pub health: super::health::Health,
    pub warnings: Vec<super::warnings::Warning>,
    pub committee: Option<super::committee::Projection>,
    pub stakeholders: Vec<Stakeholder>,
}

impl AccountScore {
    /// Points of coverage that would be lost if somebody of theirs left (B.4.4); `None`: coverage does not count them.
    pub fn loss_without(&self, person: crate::PersonId) -> Option<f64> {
        let held = |row: &Stakeholder| f64::from(row.weight) * row.cover;
        let scored = || self.stakeholders.iter().filter(|row| row.is_scored());
        let own: Vec<&Stakeholder> = scored().filter(|row| row.person == Some(person)).collect();
        let all: f64 = scored().map(held).sum();
        let gone: f64 = own.iter().map(|row| held(row)).sum();
        (!own.is_empty()).then(|| if all > 0.0 { self.coverage.value * gone / all } else { 0.0 })
    }
}

/// Scores one account. `decision` `None`: the main decision.
pub fn score_account(
    snapshot: &Snapshot,
    account: AccountId,
    decision: Option<DecisionId>,
    as_of: Day,
) -> AccountScore {
    let decision = match decision {
        Some(id) => snapshot.decisions.iter().find(|one| one.id == id),
        None => snapshot.main_decision(account),
    };
    let id = decision.map(|one| one.id);
    let rows = chain::stakeholders(snapshot, account, id, as_of);
    let open = open_roles(snapshot, decision, &rows);
    let coverage = score_coverage(&rows, &open);
    let support = score_support(&rows, &open);
    let single_thread = score_single_thread(&rows, &open, &coverage);
    let findings = findings::find_gaps_and_collisions(snapshot, account, id, &rows, as_of);
    let warnings = warnings::find_warnings(snapshot, account, id, &rows, single_thread.risk, as_of);
    let ground = health::Ground { account, rows: &rows, open: &open, coverage: &coverage, support: &support };
    AccountScore {
        health: health::score_health(snapshot, &ground, &warnings, as_of),
        ownership_pct: findings::ownership_pct(snapshot, account, &rows, as_of),
        committee: id.and_then(|id| committee::project_committee(snapshot, id, &rows, as_of)),
        coverage,
        support,
        single_thread,
        findings,
        warnings,
        stakeholders: rows,
    }
}
