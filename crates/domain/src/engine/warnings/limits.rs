//! From which value a rule warns: the defaults of B.4.11, and what a workspace set instead for all tiers or one.
//! Deliberately absent: rules without a number (a supporter left, an incident, a blackout).

use crate::engine::reason::Severity;
use crate::{AccountTier, Code, Day, Snapshot};
use chrono::TimeDelta;

codes! {
    /// Rules with a number. `W06S` is W06 for a severe complaint.
    LimitCode {
        OrderDrop = "W01", OrderSilence = "W02", TouchLapse = "W03", ExecVisit = "W04", Promise = "W05", Complaint = "W06", SevereComplaint = "W06S",
        Payment = "W08", AttitudeDrop = "W10", ContractEnd = "W12", InfoStale = "W14", ExpectationGap = "W16", Budget = "W17", Readiness = "W19", Retention = "W20",
    }
}
codes! {
    /// What a number counts.
    LimitUnit { Percent = "percent", Times = "times", Days = "days", Levels = "levels", Points = "points" }
}
codes! {
    /// Which of the two numbers of a rule is the greater one.
    LimitOrder { RedAbove = "red_above", RedBelow = "red_below", Apart = "apart" }
}

impl LimitCode {
    /// The two numbers of B.4.11: amber, red.
    pub fn standard(self) -> (f64, f64) {
        match self {
            Self::OrderDrop => (20.0, 40.0),
            Self::OrderSilence => (2.0, 3.0),
            Self::TouchLapse => (1.5, 2.0),
            Self::ExecVisit => (1.0, 1.5),
            // Days before the promised day, and days after it.
            Self::Promise => (7.0, 1.0),
            Self::Complaint => (7.0, 15.0),
            Self::SevereComplaint => (2.0, 5.0),
            Self::Payment => (0.0, 60.0),
            Self::AttitudeDrop | Self::ExpectationGap => (1.0, 2.0),
            Self::ContractEnd => (180.0, 90.0),
            // Age of what is known, and its age when a visit is near.
            Self::InfoStale => (180.0, 30.0),
            Self::Budget => (80.0, 100.0),
            Self::Readiness => (10.0, 20.0),
            Self::Retention => (30.0, 0.0),
        }
    }

    /// What the numbers count.
    pub fn unit(self) -> LimitUnit {
        match self {
            Self::OrderDrop | Self::Budget => LimitUnit::Percent,
            Self::OrderSilence | Self::TouchLapse | Self::ExecVisit => LimitUnit::Times,
            Self::AttitudeDrop | Self::ExpectationGap => LimitUnit::Levels,
            Self::Readiness => LimitUnit::Points,
            _ => LimitUnit::Days,
        }
    }

    /// Which number is the greater one.
    pub fn order(self) -> LimitOrder {
        match self {
            Self::ContractEnd | Self::Retention => LimitOrder::RedBelow,
            Self::Promise | Self::InfoStale => LimitOrder::Apart,
            _ => LimitOrder::RedAbove,
        }
    }
}

/// The numbers that hold for an account.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    numbers: Vec<(f64, f64)>,
}

impl Limits {
    /// What was set for the tier goes before what was set for all, that before B.4.11; each of the two numbers by itself.
    pub fn of(snapshot: &Snapshot, tier: AccountTier) -> Self {
        let number = |code: &LimitCode| {
            let set = |wanted: Option<AccountTier>| {
                let own = snapshot.warning_thresholds.iter().filter(move |one| one.tier == wanted);
                own.filter(|one| one.code == code.code()).max_by_key(|one| one.id)
            };
            let (narrow, wide, standard) = (set(Some(tier)), set(None), code.standard());
            let amber = narrow.and_then(|one| one.amber).or(wide.and_then(|one| one.amber));
            let red = narrow.and_then(|one| one.red).or(wide.and_then(|one| one.red));
            (amber.unwrap_or(standard.0), red.unwrap_or(standard.1))
        };
        Self { numbers: LimitCode::ALL.iter().map(number).collect() }
    }

    /// Amber and red of a rule.
    pub fn get(&self, code: LimitCode) -> (f64, f64) {
        self.numbers.get(code as usize).copied().unwrap_or_else(|| code.standard())
    }
}

/// Numbers that differ by less are the same: 1.2 × 45 is 54.
const SLACK: f64 = 1e-9;

/// The first day on which more than `days` have gone by since a day; `None` beyond the calendar.
pub(super) fn day_beyond(from: Day, days: f64) -> Option<Day> {
    let whole = ((days + SLACK).floor() as i64).saturating_add(1);
    from.checked_add_signed(TimeDelta::try_days(whole)?)
}

/// So many days before a day; `None` beyond the calendar.
pub(super) fn day_before(day: Day, days: f64) -> Option<Day> {
    day.checked_sub_signed(TimeDelta::try_days((days + SLACK).floor() as i64)?)
}

/// Severity of a silence that began on a day, and the day from which it has it; `None` while nothing is beyond a limit.
pub(super) fn silence(from: Day, (amber, red): (f64, f64), as_of: Day) -> Option<(Severity, Day)> {
    let reached = |limit| day_beyond(from, limit).filter(|day| *day <= as_of);
    match (reached(red), reached(amber)) {
        (Some(day), _) => Some((Severity::Red, day)),
        (None, Some(day)) => Some((Severity::Amber, day)),
        _ => None,
    }
}

/// Severity of a value that warns from a limit on, the limit included.
pub(super) fn reached(value: f64, (amber, red): (f64, f64)) -> Option<Severity> {
    if value >= red - SLACK {
        Some(Severity::Red)
    } else if value >= amber - SLACK {
        Some(Severity::Amber)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::WarningThreshold;
    use crate::engine::fixture::{day, id};

    fn threshold(n: u128, tier: Option<AccountTier>, amber: Option<f64>, red: Option<f64>) -> WarningThreshold {
        WarningThreshold { id: id(n), r#ref: None, code: "W03".into(), tier, amber, red }
    }

    #[test]
    fn each_number_comes_from_the_tier_then_from_all_then_from_the_table() {
        let snapshot = Snapshot {
            warning_thresholds: vec![
                threshold(1, None, Some(1.2), None),
                threshold(2, Some(AccountTier::S), None, Some(1.6)),
            ],
            ..Snapshot::default()
        };
        let of = |tier| Limits::of(&snapshot, tier).get(LimitCode::TouchLapse);
        assert_eq!((of(AccountTier::S), of(AccountTier::B)), ((1.2, 1.6), (1.2, 2.0)));
        assert_eq!(Limits::of(&Snapshot::default(), AccountTier::S).get(LimitCode::TouchLapse), (1.5, 2.0));
        assert_eq!(Limits::of(&snapshot, AccountTier::S).get(LimitCode::ContractEnd), (180.0, 90.0));
    }

    #[test]
    fn a_silence_warns_on_the_first_whole_day_beyond_the_limit() {
        let at = |limit: f64, on: &str| silence(day("2026-01-01"), (limit, 1000.0), day(on)).map(|one| one.1);
        assert_eq!((at(30.0, "2026-01-31"), at(30.0, "2026-02-01")), (None, Some(day("2026-02-01"))));
        assert_eq!((at(67.5, "2026-03-09"), at(67.5, "2026-03-10")), (None, Some(day("2026-03-10"))), "68 of 67.5");
        assert_eq!(at(1.2 * 45.0, "2026-02-24"), None, "54 is not more than 54");
        assert_eq!(silence(day("2026-01-01"), (1e300, f64::MAX), day("2026-02-01")), None, "no day is that far");
    }
}
