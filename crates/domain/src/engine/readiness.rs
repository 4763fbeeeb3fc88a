//! Visit readiness (B.4.14): a score against the curve, and gates that outrank it.

use super::checklist::short_notice;
use super::{Reason, asof::Crew};
use crate::{
    BlockState, Code, CompanionRule, Day, PersonId, Policy, ReadinessBlock, Snapshot, Visit, VisitGuest, VisitId,
};

mod gates;

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
    let visit = snapshot.visit(visit)?;
    let guests = guests_of(snapshot, visit);
    let policy = policy_of(snapshot, visit);
    let crew = Crew::on(snapshot, as_of);
    let ground = gates::Ground { snapshot, visit, guests: &guests, policy, crew: &crew, as_of };
    let gates = gates::gates(&ground);
    let blocks = blocks_of(visit);
    let days_left = (visit.starts_on - as_of).num_days();
    let expected = expected_on(snapshot, visit, as_of);
    let score = block_score(&blocks);
    let all_passed = gates.iter().all(|one| one.state == GateState::Pass);
    Some(Readiness {
        score,
        expected,
        days_left,
        light: light(score, expected, all_passed, days_left),
        gates,
        blocks,
        companions_max: policy.and_then(|policy| companions_max(policy.companion_rule, guests.len())),
    })
}

/// Score expected of a visit on a day.
pub(super) fn expected_on(snapshot: &Snapshot, visit: &Visit, day: Day) -> f64 {
    let days_left = (visit.starts_on - day).num_days();
    match short_notice(snapshot, visit) {
        Some(notice) => expected_at_short_notice(days_left, notice),
        None => expected_score(days_left),
    }
}

/// Weight of a block (B.4.14).
pub fn block_weight(block: ReadinessBlock) -> u32 {
    match block {
        ReadinessBlock::Delegation | ReadinessBlock::Objectives => 15,
        ReadinessBlock::Host | ReadinessBlock::Agenda | ReadinessBlock::Transport => 10,
        ReadinessBlock::Dining => 8,
        ReadinessBlock::Seating | ReadinessBlock::Venue => 6,
        ReadinessBlock::Interpreter | ReadinessBlock::Gift | ReadinessBlock::Contacts => 4,
        ReadinessBlock::Contingency | ReadinessBlock::Budget => 3,
        ReadinessBlock::Redaction => 2,
    }
}

/// Score expected so many days before: T-14 40, T-7 70, T-3 90, T-1 100, straight in between, from 0 at T-30.
/// The prose begins the curve at T-14; a month of preparation is our reading of the days before.
pub fn expected_score(days_left: i64) -> f64 {
    curve(days_left as f64)
}

/// The same curve drawn together for a visit that was planned only `notice` days before: T-14 falls on the day it was
/// begun, T-1 stays the day when all is done (C.5).
pub fn expected_at_short_notice(days_left: i64, notice: i64) -> f64 {
    if days_left <= 1 || notice <= 1 {
        return curve(days_left.min(1) as f64);
    }
    curve(1.0 + (days_left - 1) as f64 * 13.0 / (notice - 1) as f64)
}

fn curve(days_left: f64) -> f64 {
    const CURVE: [(f64, f64); 5] = [(30.0, 0.0), (14.0, 40.0), (7.0, 70.0), (3.0, 90.0), (1.0, 100.0)];
    if days_left >= CURVE[0].0 {
        return 0.0;
    }
    for pair in CURVE.windows(2) {
        let ((far, low), (near, high)) = (pair[0], pair[1]);
        if days_left >= near {
            return low + (high - low) * (far - days_left) / (far - near);
        }
    }
    100.0
}

/// Most of ours at table: ≤ 10 guests 3, more a third of the guests (C.6); `None` where the policy sets no limit.
pub fn companions_max(rule: CompanionRule, guests: usize) -> Option<u32> {
    match rule {
        CompanionRule::Free => None,
        CompanionRule::ByRule103 if guests <= 10 => Some(3),
        CompanionRule::ByRule103 => u32::try_from(guests / 3).ok(),
    }
}

/// `100 × Σ w·state / Σ w` over the blocks that apply; 0 when none does.
fn block_score(blocks: &[(ReadinessBlock, u32, BlockState)]) -> f64 {
    let (mut done, mut all) = (0.0, 0.0);
    for (_, weight, state) in blocks {
        let part = match state {
            BlockState::Empty => 0.0,
            BlockState::Draft => 0.5,
            BlockState::Confirmed => 1.0,
            BlockState::NotApplicable => continue,
        };
        done += f64::from(*weight) * part;
        all += f64::from(*weight);
    }
    if all > 0.0 { 100.0 * done / all } else { 0.0 }
}

/// Every block in its order; one nobody has marked is empty.
fn blocks_of(visit: &Visit) -> Vec<(ReadinessBlock, u32, BlockState)> {
    let state = |block| visit.blocks.iter().rev().find(|one| one.block == block).map(|one| one.state);
    ReadinessBlock::ALL
        .iter()
        .map(|block| (*block, block_weight(*block), state(*block).unwrap_or(BlockState::Empty)))
        .collect()
}

/// Green on the curve with every gate passed; amber at most 10 below, and with more than 3 days left for open gates.
fn light(score: f64, expected: f64, all_passed: bool, days_left: i64) -> Light {
    let behind = expected - score;
    if behind <= 0.0 && all_passed {
        Light::Green
    } else if behind <= 10.0 && (all_passed || days_left > 3) {
        Light::Amber
    } else {
        Light::Red
    }
}

/// Guests in protocol order.
pub fn guests_of<'a>(snapshot: &'a Snapshot, visit: &Visit) -> Vec<&'a VisitGuest> {
    let mut guests: Vec<_> = snapshot.visit_guests.iter().filter(|one| one.visit == visit.id).collect();
    guests.sort_by_key(|one| (one.protocol_order, one.id));
    guests
}

/// The policy of the visited account.
pub fn policy_of<'a>(snapshot: &'a Snapshot, visit: &Visit) -> Option<&'a Policy> {
    let policy = snapshot.account(visit.account)?.policy?;
    snapshot.policies.iter().find(|one| one.id == policy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_meets_its_points() {
        for (days, score) in
            [(60, 0.0), (30, 0.0), (14, 40.0), (7, 70.0), (3, 90.0), (1, 100.0), (0, 100.0), (-3, 100.0)]
        {
            assert!((expected_score(days) - score).abs() < 1e-9, "{days}");
        }
        assert!((expected_score(2) - 95.0).abs() < 1e-9);
        assert!((expected_score(22) - 20.0).abs() < 1e-9);
    }

    #[test]
    fn short_notice_draws_the_curve_together() {
        let at = |days, notice| expected_at_short_notice(days, notice);
        assert!((at(7, 7) - 40.0).abs() < 1e-9 && (at(1, 7) - 100.0).abs() < 1e-9 && (at(0, 3) - 100.0).abs() < 1e-9);
        assert!(at(7, 7) < expected_score(7) && at(4, 7) > at(7, 7));
        assert!((at(10, 14) - expected_score(10)).abs() < 1e-9, "with full notice nothing changes");
    }

    #[test]
    fn companions_are_three_up_to_ten_guests_then_a_third() {
        let most = |guests| companions_max(CompanionRule::ByRule103, guests);
        assert_eq!([most(3), most(10), most(11), most(12), most(15)], [Some(3), Some(3), Some(3), Some(4), Some(5)]);
        assert_eq!(companions_max(CompanionRule::Free, 12), None);
    }

    #[test]
    fn weights_add_up_to_a_hundred() {
        assert_eq!(ReadinessBlock::ALL.iter().map(|block| block_weight(*block)).sum::<u32>(), 100);
    }

    #[test]
    fn gates_outrank_the_score() {
        assert_eq!(light(100.0, 40.0, true, 14), Light::Green);
        assert_eq!(light(100.0, 40.0, false, 4), Light::Amber);
        assert_eq!(light(100.0, 90.0, false, 3), Light::Red);
        assert_eq!((light(30.0, 40.0, true, 14), light(29.9, 40.0, true, 14)), (Light::Amber, Light::Red));
    }

    #[test]
    fn blocks_that_do_not_apply_leave_the_sum() {
        use BlockState::{Confirmed, Draft, Empty, NotApplicable};
        let block = ReadinessBlock::Host;
        assert_eq!(block_score(&[(block, 10, Confirmed), (block, 10, Empty), (block, 80, NotApplicable)]), 50.0);
        assert_eq!(block_score(&[(block, 10, Draft)]), 50.0);
        assert_eq!(block_score(&[]), 0.0);
    }
}
