//! Festivals, memorial days and professional days with the rule for greeting (E.1).
//!
//! Deliberately absent: whom to greet, and festivals of regions and peoples.

use super::lunar::{lunar_day, new_year, qingming};
use crate::Day;
use chrono::{Datelike, Days};

codes! {
    /// A day of E.1. The codes are catalogue keys behind `code-`.
    Festival {
        NewYear = "festival-new-year", Laba = "festival-laba", LittleNewYearNorth = "festival-little-new-year-north",
        LittleNewYearSouth = "festival-little-new-year-south", SpringEve = "festival-spring-eve", Spring = "festival-spring",
        Lantern = "festival-lantern", Women = "festival-women", Qingming = "festival-qingming", Labour = "festival-labour",
        Nurses = "festival-nurses", DragonBoat = "festival-dragon-boat", Ghost = "festival-ghost", Teachers = "festival-teachers",
        MidAutumn = "festival-mid-autumn", National = "festival-national", DoubleNinth = "festival-double-ninth",
        Journalists = "festival-journalists", NationalMemorial = "festival-national-memorial",
    }
}
codes! {
    /// When and whether to greet.
    GreetRule {
        DayBefore = "day-before",
        /// From three days before to the lantern festival.
        Season = "season",
        SameDay = "same-day",
        /// One to three days before.
        DaysBefore = "days-before",
        Optional = "optional",
        /// Only where it is customary, in neutral words.
        Customary = "customary",
        ByProfession = "by-profession",
        /// Contacts who have retired.
        Retired = "retired",
        /// 「安康」, which many prefer to 「快乐」.
        WellBeing = "well-being",
        /// A day of mourning or memory: no greeting.
        Never = "never",
    }
}

/// A festival in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FestivalDay {
    pub festival: Festival,
    pub on: Day,
    /// Days off by law that begin here (2024 revision); the Eve and Spring Festival are 1 and 3.
    pub days_off: u8,
    pub greet: GreetRule,
}

impl FestivalDay {
    /// First and last day a greeting is right; `None`: no greeting.
    pub fn greet_between(&self) -> Option<(Day, Day)> {
        let back = |days| self.on.checked_sub_days(Days::new(days)).unwrap_or(self.on);
        match self.greet {
            GreetRule::Never => None,
            GreetRule::DayBefore => Some((back(1), back(1))),
            // The Eve lies inside the season and is greeted with it.
            GreetRule::Season => Some((back(3), self.on + Days::new(14))),
            GreetRule::DaysBefore => Some((back(3), back(1))),
            _ => Some((self.on, self.on)),
        }
    }
}

/// The festivals between two days, both included, by day.
pub fn festivals(from: Day, to: Day) -> Vec<FestivalDay> {
    // Lunar months 11 and 12 of a year lie in the next Gregorian one.
    let years = from.year() - 1..=to.year();
    let mut found: Vec<FestivalDay> =
        years.flat_map(|year| solar_days(year).into_iter().chain(lunar_days(year))).collect();
    found.retain(|one| from <= one.on && one.on <= to);
    found.sort_by_key(|one| (one.on, one.festival));
    found
}

fn solar_days(year: i32) -> Vec<FestivalDay> {
    use Festival as F;
    use GreetRule as G;
    let day = |month, date, festival, days_off, greet| {
        Day::from_ymd_opt(year, month, date).map(|on| FestivalDay { festival, on, days_off, greet })
    };
    let mourning = qingming(year).map(|on| FestivalDay { festival: F::Qingming, on, days_off: 1, greet: G::Never });
    [
        day(1, 1, F::NewYear, 1, G::DayBefore),
        day(3, 8, F::Women, 0, G::Customary),
        mourning,
        day(5, 1, F::Labour, 2, G::Optional),
        day(5, 12, F::Nurses, 0, G::ByProfession),
        day(9, 10, F::Teachers, 0, G::ByProfession),
        day(10, 1, F::National, 3, G::Optional),
        day(11, 8, F::Journalists, 0, G::ByProfession),
        day(12, 13, F::NationalMemorial, 0, G::Never),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Those of one lunar year. The Eve is the day before the next year begins, not the thirtieth of the twelfth month.
fn lunar_days(year: i32) -> Vec<FestivalDay> {
    use Festival as F;
    use GreetRule as G;
    let day = |month, date, festival, days_off, greet| {
        lunar_day(year, month, false, date).map(|on| FestivalDay { festival, on, days_off, greet })
    };
    let eve = new_year(year + 1).and_then(|on| on.pred_opt());
    [
        day(1, 1, F::Spring, 3, G::Season),
        day(1, 15, F::Lantern, 0, G::SameDay),
        day(5, 5, F::DragonBoat, 1, G::WellBeing),
        day(7, 15, F::Ghost, 0, G::Never),
        day(8, 15, F::MidAutumn, 1, G::DaysBefore),
        day(9, 9, F::DoubleNinth, 0, G::Retired),
        day(12, 8, F::Laba, 0, G::Optional),
        day(12, 23, F::LittleNewYearNorth, 0, G::Optional),
        day(12, 24, F::LittleNewYearSouth, 0, G::Optional),
        eve.map(|on| FestivalDay { festival: F::SpringEve, on, days_off: 1, greet: G::SameDay }),
    ]
    .into_iter()
    .flatten()
    .collect()
}
