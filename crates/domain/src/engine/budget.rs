//! How a budget stands on a day (B.4.10). Deliberately absent: limits per head and per gift, which policies hold.

use crate::{BudgetLine, Day};

/// Amounts in the company's currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BudgetState {
    /// Ordered and paid together.
    pub used: f64,
    /// Share of the approved, percent; `None` when nothing was approved.
    pub used_share: Option<f64>,
    /// `actual + committed + remaining plan × probability`.
    pub forecast: f64,
    /// `forecast − approved`.
    pub variance: f64,
    pub forecast_share: Option<f64>,
    /// Share of the period gone by, 0–1; its first day counts as gone on that day.
    pub elapsed: f64,
    /// `(actual / approved) / elapsed`; `None` before the period and when nothing was approved.
    pub pace: Option<f64>,
}

/// The state of a line on a day. A period that ends before it begins counts as its first day alone.
pub fn budget_state(line: &BudgetLine, as_of: Day) -> BudgetState {
    let days = ((line.to_on - line.from_on).num_days() + 1).max(1);
    let gone = ((as_of - line.from_on).num_days() + 1).clamp(0, days);
    let elapsed = gone as f64 / days as f64;
    let used = line.actual + line.committed;
    let forecast = used + line.remaining_plan * line.probability;
    let share = |amount: f64| (line.approved > 0.0).then(|| 100.0 * amount / line.approved);
    BudgetState {
        used,
        used_share: share(used),
        forecast,
        variance: forecast - line.approved,
        forecast_share: share(forecast),
        elapsed,
        pace: share(line.actual).filter(|_| elapsed > 0.0).map(|percent| percent / 100.0 / elapsed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CostCategory;
    use crate::engine::fixture::{day, id};

    fn line(actual: f64, committed: f64) -> BudgetLine {
        BudgetLine {
            id: id(1),
            r#ref: None,
            account: id(2),
            category: CostCategory::Dining,
            from_on: day("2026-10-01"),
            to_on: day("2026-10-10"),
            approved: 1000.0,
            committed,
            actual,
            remaining_plan: 400.0,
            probability: 0.5,
            text: None,
        }
    }

    #[test]
    fn a_forecast_weighs_what_is_still_planned() {
        let state = budget_state(&line(300.0, 200.0), day("2026-10-05"));
        assert_eq!((state.used, state.forecast, state.variance), (500.0, 700.0, -300.0));
        assert_eq!((state.elapsed, state.pace), (0.5, Some(0.6)));
        assert_eq!((state.used_share, state.forecast_share), (Some(50.0), Some(70.0)));
    }

    #[test]
    fn pace_is_known_from_the_first_day_and_stays_after_the_last() {
        let at = |on: &str| budget_state(&line(100.0, 0.0), day(on));
        assert_eq!(at("2026-09-30").pace, None);
        assert_eq!((at("2026-10-01").elapsed, at("2026-12-01").elapsed), (0.1, 1.0));
        let nothing = BudgetLine { approved: 0.0, ..line(1.0, 0.0) };
        let state = budget_state(&nothing, day("2026-10-05"));
        assert_eq!((state.pace, state.used_share), (None, None));
    }
}
