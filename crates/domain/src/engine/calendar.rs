//! The Chinese calendar by a tested table, never by the platform's own (part E).

use chrono::Datelike;
use tyme4rs::tyme::Culture;
use tyme4rs::tyme::solar::SolarDay;

use crate::Day;

/// The lunar month and day of a day in Chinese, e.g. `十月十二`.
pub fn lunar_day_text(day: Day) -> Option<String> {
    let year = isize::try_from(day.year()).ok()?;
    let lunar = SolarDay::new(year, day.month() as usize, day.day() as usize).ok()?.get_lunar_day();
    Some(format!("{}{}", lunar.get_lunar_month().get_name(), lunar.get_name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(year: i32, month: u32, day: u32) -> String {
        lunar_day_text(Day::from_ymd_opt(year, month, day).unwrap()).unwrap()
    }

    /// Dates from part E and the sample's lunar tests.
    #[test]
    fn agrees_with_the_tested_dates() {
        assert_eq!(text(2026, 11, 20), "十月十二");
        assert_eq!(text(2027, 2, 6), "正月初一");
        assert_eq!(text(2026, 9, 25), "八月十五");
        assert_eq!(text(2028, 7, 4), "闰五月十二");
    }
}
