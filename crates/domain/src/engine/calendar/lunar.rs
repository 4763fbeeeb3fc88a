//! Days of the Chinese calendar. Deliberately absent: festivals and birthdays.

use chrono::Datelike;
use tyme4rs::tyme::Culture;
use tyme4rs::tyme::lunar::{LunarDay, LunarMonth, LunarYear};
use tyme4rs::tyme::solar::{SolarDay, SolarTerm};

use crate::Day;

/// Lunar years the table is trusted for (E.4).
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// The lunar month and day of a day in Chinese, e.g. `十月十二`.
pub fn lunar_day_text(day: Day) -> Option<String> {
    let year = isize::try_from(day.year()).ok()?;
    let lunar = SolarDay::new(year, day.month() as usize, day.day() as usize).ok()?.get_lunar_day();
    Some(format!("{}{}", lunar.get_lunar_month().get_name(), lunar.get_name()))
}

fn trusted(year: i32) -> Option<isize> {
    YEARS.contains(&year).then_some(year as isize)
}

/// Number of the leap month of a lunar year, if it has one.
pub(super) fn leap_month(year: i32) -> Option<u8> {
    let month = LunarYear::new(trusted(year)?).ok()?.get_leap_month();
    u8::try_from(month).ok().filter(|month| *month > 0)
}

/// A day of a lunar year; a day past the end of a short month is its last one. `None` for a month the year does not have.
pub(super) fn lunar_day(year: i32, month: u8, leap: bool, day: u8) -> Option<Day> {
    let signed = if leap { -isize::from(month) } else { isize::from(month) };
    let count = LunarMonth::new(trusted(year)?, signed).ok()?.get_day_count();
    let day = usize::from(day).min(count);
    solar(&LunarDay::new(trusted(year)?, signed, day).ok()?.get_solar_day())
}

/// First day of a lunar year: Spring Festival.
pub(super) fn new_year(year: i32) -> Option<Day> {
    lunar_day(year, 1, false, 1)
}

/// 清明 of a Gregorian year.
pub(super) fn qingming(year: i32) -> Option<Day> {
    solar(&SolarTerm::from_name(trusted(year)?, "清明").get_solar_day())
}

pub(super) fn solar(day: &SolarDay) -> Option<Day> {
    let (month, date) = (u32::try_from(day.get_month()).ok()?, u32::try_from(day.get_day()).ok()?);
    Day::from_ymd_opt(i32::try_from(day.get_year()).ok()?, month, date)
}
