//! W01 and W02, W08, W17: orders, receivables, budgets (B.4.11).

use super::limits::{LimitCode, day_beyond, reached, silence};
use super::{Ground, MEMORY_DAYS, Warning, WarningCode, WarningObject, warning};
use crate::engine::budget::{BudgetState, budget_state};
use crate::engine::{Param, Reason, asof::is_in_force, business, reason::Severity, why};
use crate::{BudgetLine, Code, Day, Figures};
use chrono::Datelike;

/// Most months looked back for the day from which orders are down.
const MOST_MONTHS: usize = 24;
/// Fewest intervals between orders that make a rhythm.
const FEWEST_INTERVALS: usize = 2;
/// Share of receivables, percent, above which an overdue amount is red at once (W08).
const RED_SHARE: f64 = 20.0;
/// Forecast above this share of the approved, percent, is red; pace above this is amber (B.4.10).
const RED_FORECAST: f64 = 105.0;
const AMBER_PACE: f64 = 1.2;
/// Pace below this after half of the period is told. B.4.10 says "< 70 % used"; measured against the time gone by, or every
/// budget spent evenly would be told about on its middle day.
const SLOW_PACE: f64 = 0.7;

/// W01: ≤ −20 % amber, ≤ −40 % red.
pub(super) fn order_drop(ground: &Ground) -> Option<Warning> {
    let figures = business::figures_of(ground.snapshot, ground.account)?;
    let limits = ground.limits.get(LimitCode::OrderDrop);
    let at = |day: Day| business::order_trend(figures, day).and_then(|trend| Some((trend, reached(-trend, limits)?)));
    let (trend, severity) = at(ground.as_of)?;
    let reason = Reason::new("orders-down").with("percent", Param::Number(why::tenth(-trend)));
    let since = down_since(figures, ground.as_of, |day| at(day).is_some_and(|one| one.1 >= severity));
    Some(Warning { since, ..warning(WarningCode::OrderDrop, severity, WarningObject::Account, reason) })
}

/// The first day of the run of months that are down; unknown where months carry no dates.
fn down_since(figures: &Figures, as_of: Day, is_down: impl Fn(Day) -> bool) -> Option<Day> {
    figures.orders_from?;
    let mut first = as_of.with_day(1)?;
    if !is_down(first) {
        return None;
    }
    for _ in 0..MOST_MONTHS {
        let before = first.checked_sub_months(chrono::Months::new(1))?;
        if !is_down(before) {
            break;
        }
        first = before;
    }
    // After the last month told nothing changes any more: that month's end is when it became known.
    let told = figures.orders_from?.checked_add_months(chrono::Months::new(figures.orders.len() as u32))?;
    Some(first.min(told.with_day(1)?))
}

/// W02: days since the last order against the median interval, > 2 × amber, > 3 × red. Two intervals at least make a rhythm.
pub(super) fn order_silence(ground: &Ground) -> Option<Warning> {
    let figures = business::figures_of(ground.snapshot, ground.account)?;
    let mut days: Vec<Day> = figures.order_days.iter().copied().filter(|day| *day <= ground.as_of).collect();
    days.sort_unstable();
    days.dedup();
    let last = *days.last()?;
    let mut intervals: Vec<i64> = days.windows(2).map(|pair| (pair[1] - pair[0]).num_days()).collect();
    if intervals.len() < FEWEST_INTERVALS {
        return None;
    }
    intervals.sort_unstable();
    let middle = intervals.len() / 2;
    let median = if intervals.len() % 2 == 1 {
        intervals[middle] as f64
    } else {
        (intervals[middle - 1] + intervals[middle]) as f64 / 2.0
    };
    let (amber, red) = ground.limits.get(LimitCode::OrderSilence);
    let (severity, since) = silence(last, (amber * median, red * median), ground.as_of)?;
    let reason = Reason::new("orders-silent")
        .with("days", Param::Int((ground.as_of - last).num_days()))
        .with("interval", Param::Number(why::tenth(median)));
    let since = Some(since);
    Some(Warning { since, ..warning(WarningCode::OrderSilence, severity, WarningObject::Account, reason) })
}

/// W08: overdue amber, > 60 days or > 20 % of receivables red.
pub(super) fn payment_overdue(ground: &Ground) -> Option<Warning> {
    let figures = business::figures_of(ground.snapshot, ground.account)?;
    let overdue = business::overdue(figures)?;
    let (amber, red) = ground.limits.get(LimitCode::Payment);
    let days = overdue.days as f64;
    let severity = if days > red || overdue.share > RED_SHARE {
        Severity::Red
    } else if days > amber || overdue.days == 0 {
        Severity::Amber
    } else {
        return None;
    };
    let reason = Reason::new("payment-overdue")
        .with("days", Param::Int(overdue.days))
        .with("share", Param::Int(overdue.share.round() as i64));
    // The figures hold on the day they were told; how long it has been overdue then is one of them.
    let due = figures.updated_on.and_then(|told| told.checked_sub_signed(chrono::TimeDelta::try_days(overdue.days)?));
    let since = match severity {
        Severity::Red if days > red => due.and_then(|due| day_beyond(due, red)),
        Severity::Red => figures.updated_on,
        _ => due.and_then(|due| day_beyond(due, amber)),
    };
    Some(Warning { since, ..warning(WarningCode::PaymentOverdue, severity, WarningObject::Account, reason) })
}

/// W17, line by line (B.4.10).
pub(super) fn budgets(ground: &Ground) -> Vec<Warning> {
    let own = ground.snapshot.budget_lines.iter().filter(|one| one.account == ground.account);
    own.filter_map(|line| budget(ground, line)).collect()
}

fn budget(ground: &Ground, line: &BudgetLine) -> Option<Warning> {
    if (ground.as_of - line.to_on).num_days() > MEMORY_DAYS {
        return None;
    }
    let state = budget_state(line, ground.as_of);
    let is_running = is_in_force(Some(line.from_on), Some(line.to_on), ground.as_of);
    let (severity, reason) = budget_trouble(&state, ground.limits.get(LimitCode::Budget), is_running, line)?;
    Some(warning(WarningCode::Budget, severity, WarningObject::Budget(line.id), reason))
}

/// Used ≥ 100 % red, ≥ 80 % amber while it runs; forecast > 105 % red; pace > 1.2 amber; slow after half of the period told.
/// Nothing approved: whatever is used is red. What was used up within a finished period is no warning.
fn budget_trouble(
    state: &BudgetState,
    (amber, red): (f64, f64),
    is_running: bool,
    line: &BudgetLine,
) -> Option<(Severity, Reason)> {
    let about = |code, percent: f64| {
        let base = Reason::new(code).with("category", Param::Code(line.category.code()));
        base.with("percent", Param::Int(percent.round() as i64))
    };
    let Some(used) = state.used_share else {
        return (state.used > 0.0).then(|| (Severity::Red, about("budget-unapproved", 0.0)));
    };
    let forecast = state.forecast_share.unwrap_or(used);
    let open = is_running || state.elapsed == 0.0;
    match (used, state.pace) {
        _ if used > red || (open && used >= red) => Some((Severity::Red, about("budget-used", used))),
        _ if open && forecast > RED_FORECAST => Some((Severity::Red, about("budget-forecast", forecast))),
        _ if open && used >= amber => Some((Severity::Amber, about("budget-used", used))),
        (_, Some(pace)) if is_running && pace > AMBER_PACE => {
            Some((Severity::Amber, about("budget-fast", 100.0 * pace)))
        }
        (_, Some(pace)) if is_running && state.elapsed > 0.5 && pace < SLOW_PACE => {
            Some((Severity::Info, about("budget-slow", 100.0 * pace)))
        }
        _ => None,
    }
}
