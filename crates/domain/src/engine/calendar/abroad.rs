//! Days abroad on which nobody should be asked to travel (E.5, the minimum): national days, main holidays, the August lull.
//!
//! Computed where there is a rule. Days fixed by sighting or by announcement are marked as such (± 1 day). Deliberately
//! absent: fasting hours, for nothing tells who fasts; Diwali after the years of the table.

use super::lunar::{lunar_day, new_year, solar};
use crate::Day;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use tyme4rs::tyme::hijri::HijriDay;

codes! {
    /// What is kept. The codes are catalogue keys behind `code-`.
    Abroad {
        National = "abroad-national", NewYear = "abroad-new-year", Christmas = "abroad-christmas", Easter = "abroad-easter",
        Thanksgiving = "abroad-thanksgiving", Summer = "abroad-summer", GoldenWeek = "abroad-golden-week", Obon = "abroad-obon",
        Seollal = "abroad-seollal", Chuseok = "abroad-chuseok", LunarNewYear = "abroad-lunar-new-year", Republic = "abroad-republic",
        Diwali = "abroad-diwali", EidFitr = "abroad-eid-fitr", EidAdha = "abroad-eid-adha", Carnival = "abroad-carnival",
        RoshHashanah = "abroad-rosh-hashanah", YomKippur = "abroad-yom-kippur", Passover = "abroad-passover",
    }
}

/// A holiday of a country in one year, first and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    pub what: Abroad,
    pub from: Day,
    pub to: Day,
    /// Announced at short notice: may lie a day earlier or later.
    pub about: bool,
}

/// National days: country, month, day.
const NATIONAL: &[(&str, u32, u32)] = &[
    ("US", 7, 4),
    ("NO", 5, 17),
    ("DE", 10, 3),
    ("FR", 7, 14),
    ("ES", 10, 12),
    ("IT", 6, 2),
    ("HU", 8, 20),
    ("SE", 6, 6),
    ("PL", 11, 11),
    ("IN", 8, 15),
    ("SG", 8, 9),
    ("MY", 8, 31),
    ("BR", 9, 7),
    ("AE", 12, 2),
    ("SA", 9, 23),
    ("QA", 12, 18),
    ("KW", 2, 25),
    ("BH", 12, 16),
    ("OM", 11, 20),
    ("KR", 8, 15),
];
/// Christmas and Easter are kept.
const CHRISTMAS: &[&str] = &[
    "GB", "IE", "NO", "DE", "FR", "ES", "IT", "HU", "SE", "DK", "FI", "NL", "BE", "LU", "AT", "CH", "PL", "CZ", "SK",
    "PT", "GR", "EE", "LV", "LT", "SI", "HR", "BG", "RO", "CY", "MT", "IS", "US", "CA", "AU", "NZ", "BR",
];
/// Half of Europe is away in August.
const LULL: &[&str] =
    &["GB", "NO", "DE", "FR", "ES", "IT", "HU", "SE", "DK", "FI", "NL", "BE", "AT", "CH", "PL", "PT", "GR"];
const GULF: &[&str] = &["AE", "SA", "QA", "KW", "BH", "OM"];
/// Diwali by announcement: the main day.
const DIWALI: &[(i32, u32, u32)] = &[(2026, 11, 8), (2027, 10, 29), (2028, 10, 17), (2029, 11, 5), (2030, 10, 26)];

/// The holidays of a country (ISO 3166) that touch the days between `from` and `to`.
pub fn holidays_abroad(country: &str, from: Day, to: Day) -> Vec<Holiday> {
    let years = from.year() - 1..=to.year();
    let mut found: Vec<Holiday> = years.flat_map(|year| of_year(country, year)).collect();
    found.retain(|one| one.from <= to && from <= one.to);
    found.sort_by_key(|one| (one.from, one.what));
    found
}

fn of_year(country: &str, year: i32) -> Vec<Holiday> {
    let mut found = Vec::new();
    let mut add = |what, from: Option<Day>, days: u64, about| {
        if let Some(from) = from {
            found.push(Holiday { what, from, to: from + Days::new(days - 1), about });
        }
    };
    let day = |month, date| Day::from_ymd_opt(year, month, date);
    if let Some((_, month, date)) = NATIONAL.iter().find(|one| one.0 == country) {
        add(Abroad::National, day(*month, *date), 1, false);
    }
    if CHRISTMAS.contains(&country) {
        add(Abroad::Christmas, day(12, 24), 3, false);
        add(Abroad::Easter, easter(year).map(|on| on - Days::new(2)), 4, false);
    }
    if LULL.contains(&country) {
        add(Abroad::Summer, day(8, 1), 31, false);
    }
    if GULF.contains(&country) || country == "MY" {
        eids(year).into_iter().for_each(|(what, on)| add(what, Some(on), 3, true));
    }
    match country {
        "US" => add(Abroad::Thanksgiving, NaiveDate::from_weekday_of_month_opt(year, 11, Weekday::Thu, 4), 2, false),
        "JP" => {
            add(Abroad::NewYear, day(1, 1), 3, false);
            add(Abroad::GoldenWeek, day(4, 29), 7, false);
            add(Abroad::Obon, day(8, 13), 4, false);
        }
        "KR" => {
            add(Abroad::Seollal, new_year(year).and_then(|on| on.pred_opt()), 3, false);
            add(Abroad::Chuseok, lunar_day(year, 8, false, 14), 3, false);
        }
        "SG" | "MY" => add(Abroad::LunarNewYear, new_year(year), 2, false),
        "IN" => {
            add(Abroad::Republic, day(1, 26), 1, false);
            let row = DIWALI.iter().find(|one| one.0 == year);
            add(Abroad::Diwali, row.and_then(|one| day(one.1, one.2)), 1, true);
        }
        "BR" => add(Abroad::Carnival, easter(year).map(|on| on - Days::new(48)), 2, false),
        "IL" => {
            let first = rosh_hashanah(year);
            add(Abroad::RoshHashanah, first, 2, false);
            add(Abroad::YomKippur, first.map(|on| on + Days::new(9)), 1, false);
            // 15 Nisan lies 163 days before the new year that follows.
            add(Abroad::Passover, first.map(|on| on - Days::new(163)), 7, false);
        }
        _ => {}
    }
    found
}

/// Easter Sunday of the western churches (Meeus, Jones, Butcher).
pub(super) fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Day::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// Both Eids of the tabular calendar that fall into a Gregorian year; sighting may move them by a day.
fn eids(year: i32) -> Vec<(Abroad, Day)> {
    let around = (year - 622) * 33 / 32;
    let day = |what, year: i32, month| {
        let on = HijriDay::new(year as isize, month, if month == 10 { 1 } else { 10 }).ok()?.get_solar_day();
        solar(&on).map(|on| (what, on))
    };
    let both = (around - 1..=around + 2).flat_map(|one| [day(Abroad::EidFitr, one, 10), day(Abroad::EidAdha, one, 12)]);
    both.flatten().filter(|one| one.1.year() == year).collect()
}

/// First day of the Hebrew year that begins in a Gregorian year: mean new moon with its postponements.
pub(super) fn rosh_hashanah(year: i32) -> Option<Day> {
    let elapsed = |hebrew: i64| -> i64 {
        let months = (235 * hebrew - 234).div_euclid(19);
        let parts = 12_084 + 13_753 * months;
        let day = 29 * months + parts.div_euclid(25_920);
        if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
    };
    let hebrew = i64::from(year) + 3_761;
    let (before, own, after) = (elapsed(hebrew - 1), elapsed(hebrew), elapsed(hebrew + 1));
    let late = if after - own == 356 {
        2
    } else if own - before == 382 {
        1
    } else {
        0
    };
    // Day 0 of this count is 7 October −3760 (proleptic), 1 373 428 days before the common era's first day less one.
    let from_common_era = own + late - 1_373_428 + 1;
    Day::from_num_days_from_ce_opt(i32::try_from(from_common_era).ok()?)
}
