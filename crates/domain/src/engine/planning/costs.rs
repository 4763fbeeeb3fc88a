//! The cost plan of a visit added up (B.4.10).

use crate::engine::readiness::{guests_of, policy_of};
use crate::{Code, CostCategory, Day, Snapshot, VisitId};

/// A category's plan and what it came to, in the company's currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CategorySum {
    pub category: CostCategory,
    pub planned: f64,
    pub actual: f64,
}

/// A visit's costs. `used` is the share of the limit that actual costs, and plans where nothing was spent yet, take.
#[derive(Debug, Clone, PartialEq)]
pub struct CostSum {
    pub planned: f64,
    pub actual: f64,
    pub limit: Option<f64>,
    pub used: Option<f64>,
    /// Planned, per guest; `None` without guests.
    pub per_head: Option<f64>,
    /// The policy's limit for a meal, per head.
    pub meal_limit: Option<f64>,
    /// Those with a line, in the order of the list.
    pub categories: Vec<CategorySum>,
    /// Lines without an amount.
    pub open: u32,
}

/// Adds up; `None` when there is no such visit.
pub fn cost_sum(snapshot: &Snapshot, visit: VisitId, _as_of: Day) -> Option<CostSum> {
    let record = snapshot.visit(visit)?;
    let lines: Vec<_> = snapshot.cost_lines.iter().filter(|one| one.visit == visit).collect();
    let sum = |category: CostCategory| {
        let own = lines.iter().filter(|one| one.category == category);
        own.fold(CategorySum { category, planned: 0.0, actual: 0.0 }, |all, one| CategorySum {
            planned: all.planned + one.planned.unwrap_or(0.0),
            actual: all.actual + one.actual.unwrap_or(0.0),
            ..all
        })
    };
    let has = |category: &&CostCategory| lines.iter().any(|one| one.category == **category);
    let categories: Vec<CategorySum> = CostCategory::ALL.iter().filter(has).map(|one| sum(*one)).collect();
    let expected: f64 = lines.iter().filter_map(|one| one.actual.or(one.planned)).sum();
    let planned = categories.iter().map(|one| one.planned).sum();
    let guests = guests_of(snapshot, record).len();
    Some(CostSum {
        planned,
        actual: categories.iter().map(|one| one.actual).sum(),
        limit: record.budget_limit,
        used: record.budget_limit.filter(|limit| *limit > 0.0).map(|limit| expected / limit),
        per_head: (guests > 0).then(|| planned / guests as f64),
        meal_limit: policy_of(snapshot, record).and_then(|one| one.meal_per_head_max),
        categories,
        open: lines.iter().filter(|one| one.planned.is_none() && one.actual.is_none()).count() as u32,
    })
}
