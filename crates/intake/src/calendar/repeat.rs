//! The days of a series (RFC 5545 §3.3.10) up to a day. Deliberately absent: parts nobody's meetings use (by hour, by week
//! number, by position); a rule with one of them is not understood, and then says nothing rather than something wrong.

use std::collections::HashSet;

use chrono::{Datelike, Days, Months, Weekday};
use domain::Day;

use super::zone::Written;

/// The most periods one rule is walked through: three centuries of weeks, half a century of days.
const MOST_STEPS: u32 = 20_000;
/// The most days of one series that are kept, the latest ones.
pub(super) const MOST_DAYS: usize = 400;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Each {
    Day,
    Week,
    Month,
    Year,
}

/// A rule that is understood.
#[derive(Debug, PartialEq)]
pub(super) struct Rule {
    each: Each,
    step: u32,
    count: Option<u32>,
    until: Option<Day>,
    /// Weekdays, in a month with their place: `-1` is the last.
    weekdays: Vec<(i32, Weekday)>,
    month_days: Vec<i32>,
}

impl Rule {
    /// `None`: not understood.
    pub fn parse(value: &str) -> Option<Self> {
        let mut rule =
            Self { each: Each::Day, step: 1, count: None, until: None, weekdays: Vec::new(), month_days: Vec::new() };
        let mut known = false;
        for part in value.split(';').filter(|one| !one.trim().is_empty()) {
            let (key, text) = part.split_once('=')?;
            let text = text.trim();
            match key.trim().to_ascii_uppercase().as_str() {
                "FREQ" => {
                    known = true;
                    rule.each = each(text)?;
                }
                "INTERVAL" => rule.step = text.parse().ok().filter(|one| (1..=1_000).contains(one))?,
                "COUNT" => rule.count = Some(text.parse().ok()?),
                "UNTIL" => rule.until = Some(Written::parse(text, None)?.day),
                "BYDAY" => rule.weekdays = text.split(',').map(weekday).collect::<Option<_>>()?,
                "BYMONTHDAY" => {
                    let days = text.split(',').map(|one| one.trim().parse().ok());
                    rule.month_days =
                        days.map(|one| one.filter(|n| (-31..=31).contains(n) && *n != 0)).collect::<Option<_>>()?;
                }
                // Only shifts where weeks begin; it matters for steps of several weeks, which then start on Monday.
                "WKST" => {}
                _ => return None,
            }
        }
        let placed = rule.weekdays.iter().any(|one| one.0 != 0);
        let fits = match rule.each {
            Each::Day => rule.weekdays.is_empty() && rule.month_days.is_empty(),
            Each::Week => !placed && rule.month_days.is_empty(),
            Each::Month => rule.weekdays.is_empty() || rule.month_days.is_empty(),
            Each::Year => rule.weekdays.is_empty() && rule.month_days.is_empty(),
        };
        (known && fits).then_some(rule)
    }

    /// Days of the series from its first one up to `last`, the latest [`MOST_DAYS`], and how many earlier ones are left out.
    pub fn days(&self, first: Day, last: Day, without: &HashSet<Day>) -> (Vec<Day>, u32) {
        let last = self.until.map_or(last, |until| until.min(last));
        let (mut days, mut counted, mut left_out) = (std::collections::VecDeque::new(), 0, 0);
        'walk: for turn in 0..MOST_STEPS {
            let Some(period) = self.period(first, turn) else { break };
            for day in self.within(first, period).into_iter().filter(|day| *day >= first) {
                if day > last || self.count.is_some_and(|most| counted >= most) {
                    break 'walk;
                }
                counted += 1;
                if without.contains(&day) {
                    continue;
                }
                days.push_back(day);
                if days.len() > MOST_DAYS {
                    days.pop_front();
                    left_out += 1;
                }
            }
            if period > last {
                break;
            }
        }
        (days.into(), left_out)
    }

    /// The first day of the period so many steps on.
    fn period(&self, first: Day, turn: u32) -> Option<Day> {
        let steps = turn.checked_mul(self.step)?;
        match self.each {
            Each::Day => first.checked_add_days(Days::new(steps.into())),
            Each::Week => {
                let monday = first.checked_sub_days(Days::new(first.weekday().num_days_from_monday().into()))?;
                monday.checked_add_days(Days::new(u64::from(steps) * 7))
            }
            Each::Month => first.with_day(1)?.checked_add_months(Months::new(steps)),
            Each::Year => first.with_day(1)?.checked_add_months(Months::new(steps.checked_mul(12)?)),
        }
    }

    /// The days of the rule in a period, in order.
    fn within(&self, first: Day, period: Day) -> Vec<Day> {
        let mut days = match self.each {
            Each::Day => vec![period],
            Each::Week if self.weekdays.is_empty() => {
                period.checked_add_days(Days::new(first.weekday().num_days_from_monday().into())).into_iter().collect()
            }
            Each::Week => {
                let day =
                    |one: &(i32, Weekday)| period.checked_add_days(Days::new(one.1.num_days_from_monday().into()));
                self.weekdays.iter().filter_map(day).collect()
            }
            Each::Month if !self.weekdays.is_empty() => {
                self.weekdays.iter().flat_map(|one| placed(period, *one)).collect()
            }
            Each::Month if !self.month_days.is_empty() => {
                self.month_days.iter().filter_map(|day| day_of_month(period, *day)).collect()
            }
            // A month without that day is passed over.
            Each::Month | Each::Year => period.with_day(first.day()).into_iter().collect::<Vec<Day>>(),
        };
        days.sort_unstable();
        days.dedup();
        days
    }
}

fn each(text: &str) -> Option<Each> {
    Some(match text.to_ascii_uppercase().as_str() {
        "DAILY" => Each::Day,
        "WEEKLY" => Each::Week,
        "MONTHLY" => Each::Month,
        "YEARLY" => Each::Year,
        _ => return None,
    })
}

/// `MO`, `2TU`, `-1FR`.
fn weekday(text: &str) -> Option<(i32, Weekday)> {
    let text = text.trim().to_ascii_uppercase();
    let split = text.len().checked_sub(2).filter(|at| text.is_char_boundary(*at))?;
    let (place, name) = text.split_at(split);
    let day = match name {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    let place =
        if place.is_empty() { 0 } else { place.parse().ok().filter(|one| (-5..=5).contains(one) && *one != 0)? };
    Some((place, day))
}

/// The weekdays of a month, or the one in its place.
fn placed(month: Day, (place, wanted): (i32, Weekday)) -> Vec<Day> {
    let all: Vec<Day> = month
        .iter_days()
        .take_while(|day| day.month() == month.month())
        .filter(|day| day.weekday() == wanted)
        .collect();
    let at = match place {
        0 => return all,
        1.. => usize::try_from(place - 1).ok(),
        _ => usize::try_from(place.unsigned_abs()).ok().and_then(|back| all.len().checked_sub(back)),
    };
    at.and_then(|at| all.get(at)).copied().into_iter().collect()
}

fn day_of_month(month: Day, day: i32) -> Option<Day> {
    match u32::try_from(day) {
        Ok(day) => month.with_day(day),
        Err(_) => {
            let next = month.checked_add_months(Months::new(1))?;
            let found = next.checked_sub_days(Days::new(day.unsigned_abs().into()))?;
            (found.month() == month.month()).then_some(found)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(rule: &str, first: &str, last: &str) -> Vec<String> {
        let rule = Rule::parse(rule).unwrap();
        rule.days(first.parse().unwrap(), last.parse().unwrap(), &HashSet::new()).0.iter().map(Day::to_string).collect()
    }

    #[test]
    fn series_are_counted_out_up_to_the_day() {
        assert_eq!(
            days("FREQ=DAILY;INTERVAL=2", "2026-11-14", "2026-11-19"),
            ["2026-11-14", "2026-11-16", "2026-11-18"]
        );
        assert_eq!(days("FREQ=WEEKLY", "2026-11-03", "2026-11-17"), ["2026-11-03", "2026-11-10", "2026-11-17"]);
        assert_eq!(
            days("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", "2026-11-04", "2026-12-31"),
            ["2026-11-04", "2026-11-09", "2026-11-11"],
            "the Monday before the first day does not count"
        );
        assert_eq!(days("FREQ=MONTHLY", "2026-01-31", "2026-05-31"), ["2026-01-31", "2026-03-31", "2026-05-31"]);
        assert_eq!(
            days("FREQ=MONTHLY;BYDAY=-1FR", "2026-09-25", "2026-11-30"),
            ["2026-09-25", "2026-10-30", "2026-11-27"]
        );
        assert_eq!(days("FREQ=MONTHLY;BYDAY=2TU", "2026-09-08", "2026-10-20"), ["2026-09-08", "2026-10-13"]);
        assert_eq!(days("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-02-28"), ["2026-01-31", "2026-02-28"]);
        assert_eq!(days("FREQ=YEARLY", "2024-02-29", "2028-03-01"), ["2024-02-29", "2028-02-29"]);
        assert_eq!(
            days("FREQ=WEEKLY;UNTIL=20261110T000000Z", "2026-11-03", "2026-11-30"),
            ["2026-11-03", "2026-11-10"]
        );
    }

    #[test]
    fn ten_years_of_days_keep_the_latest() {
        let rule = Rule::parse("FREQ=DAILY").unwrap();
        let (days, left_out) = rule.days("2016-11-20".parse().unwrap(), "2026-11-20".parse().unwrap(), &HashSet::new());
        assert_eq!((days.len(), left_out), (MOST_DAYS, 3_653 - MOST_DAYS as u32));
        assert_eq!(days.last().map(Day::to_string).as_deref(), Some("2026-11-20"));
    }

    #[test]
    fn what_is_not_understood_says_nothing() {
        for wrong in [
            "",
            "FREQ=HOURLY",
            "FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO",
            "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=DAILY;INTERVAL=0",
            "COUNT=3",
            "FREQ=WEEKLY;BYDAY=2MO",
            "样例",
            "FREQ=WEEKLY;BYDAY=样",
        ] {
            assert_eq!(Rule::parse(wrong), None, "{wrong}");
        }
    }
}
