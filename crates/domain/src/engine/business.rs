//! Money facts behind health and warnings (B.4.8, W01, W08): order trend and overdue share. Deliberately absent: scoring.

use crate::{AccountId, Day, Figures, Snapshot};
use chrono::Datelike;

/// Fewest months a trend needs (W01).
const FEWEST_MONTHS: usize = 6;
/// Months whose mean is "now", and the most that make up "before".
const RECENT: usize = 3;
const BEFORE: usize = 9;

/// The newest figures of an account.
pub fn figures_of(snapshot: &Snapshot, account: AccountId) -> Option<&Figures> {
    let own = snapshot.figures.iter().filter(|one| one.account == account);
    own.max_by_key(|one| (one.updated_on, one.id))
}

/// Change of the last three months' mean against up to nine months before, percent (−38.6: a drop).
/// Months after the day are not known yet. `None`: fewer than six months, or nothing before.
pub fn order_trend(figures: &Figures, as_of: Day) -> Option<f64> {
    let known = figures.orders_from.map_or(figures.orders.len(), |from| {
        let months = (as_of.year() - from.year()) * 12 + as_of.month() as i32 - from.month() as i32;
        usize::try_from(months).unwrap_or(0).min(figures.orders.len())
    });
    if known < FEWEST_MONTHS {
        return None;
    }
    let (before, recent) = figures.orders[..known].split_at(known - RECENT);
    let before = &before[before.len().saturating_sub(BEFORE)..];
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len() as f64;
    let base = mean(before);
    (base > 0.0).then(|| 100.0 * (mean(recent) - base) / base)
}

/// An overdue receivable: days (0 when not told) and its share of all receivables, percent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overdue {
    pub days: i64,
    pub share: f64,
}

/// What is overdue, if anything is.
pub fn overdue(figures: &Figures) -> Option<Overdue> {
    let days = figures.overdue_days.unwrap_or(0);
    let amount = figures.overdue.unwrap_or(0.0);
    let share = match figures.receivable_total {
        Some(total) if total > 0.0 => 100.0 * amount / total,
        _ => 0.0,
    };
    (days > 0 || amount > 0.0).then_some(Overdue { days, share })
}

/// Points lost to an overdue receivable: 5 to 30 days, 20 above, 40 above 60 days; 10 more above 20 % (B.4.8).
pub fn overdue_points(overdue: Overdue) -> f64 {
    let by_days = if overdue.days > 60 {
        40.0
    } else if overdue.days > 30 {
        20.0
    } else {
        5.0
    };
    by_days + if overdue.share > 20.0 { 10.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(orders: Vec<f64>) -> Figures {
        Figures {
            order_days: Vec::new(),
            id: uuid::Uuid::from_u128(1).into(),
            r#ref: None,
            account: uuid::Uuid::from_u128(2).into(),
            orders_from: Some("2026-01-01".parse().unwrap()),
            orders,
            orders_unit: None,
            overdue_days: None,
            overdue: None,
            receivable_total: None,
            updated_on: None,
        }
    }

    #[test]
    fn a_trend_needs_six_months_that_have_passed() {
        let six = figures(vec![100.0, 100.0, 100.0, 80.0, 80.0, 80.0]);
        assert_eq!(order_trend(&six, "2026-07-01".parse().unwrap()), Some(-20.0));
        assert_eq!(order_trend(&six, "2026-06-30".parse().unwrap()), None, "June is not over");
        assert_eq!(order_trend(&figures(vec![1.0; 5]), "2027-01-01".parse().unwrap()), None);
        assert_eq!(order_trend(&figures(vec![0.0; 8]), "2027-01-01".parse().unwrap()), None, "nothing before");
    }

    #[test]
    fn overdue_points_step_at_30_and_60_days_and_20_percent() {
        let points = |days, share| overdue_points(Overdue { days, share });
        assert_eq!([points(1, 0.0), points(30, 0.0), points(31, 0.0)], [5.0, 5.0, 20.0]);
        assert_eq!([points(60, 20.0), points(61, 20.0), points(61, 20.1)], [20.0, 40.0, 50.0]);
        assert_eq!(overdue(&figures(vec![])), None);
    }
}
