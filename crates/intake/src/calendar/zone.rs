//! From a written moment to a day and a time in the zone of the workspace. Zones go by their IANA name, by the names of
//! Windows, or by the distance from UTC in them; rules inside the file are not read.

use std::collections::HashMap;

use chrono::Datelike;
use domain::{Clock, Day};
use jiff::civil;
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};

/// Names of Windows that business calendars in our accounts' countries carry.
const WINDOWS: [(&str, &str); 22] = [
    ("China Standard Time", "Asia/Shanghai"),
    ("Taipei Standard Time", "Asia/Taipei"),
    ("Tokyo Standard Time", "Asia/Tokyo"),
    ("Korea Standard Time", "Asia/Seoul"),
    ("Singapore Standard Time", "Asia/Singapore"),
    ("SE Asia Standard Time", "Asia/Bangkok"),
    ("India Standard Time", "Asia/Kolkata"),
    ("Arabian Standard Time", "Asia/Dubai"),
    ("Arab Standard Time", "Asia/Riyadh"),
    ("Russian Standard Time", "Europe/Moscow"),
    ("Turkey Standard Time", "Europe/Istanbul"),
    ("W. Europe Standard Time", "Europe/Berlin"),
    ("Romance Standard Time", "Europe/Paris"),
    ("Central Europe Standard Time", "Europe/Budapest"),
    ("Central European Standard Time", "Europe/Warsaw"),
    ("GMT Standard Time", "Europe/London"),
    ("Eastern Standard Time", "America/New_York"),
    ("Central Standard Time", "America/Chicago"),
    ("Mountain Standard Time", "America/Denver"),
    ("Pacific Standard Time", "America/Los_Angeles"),
    ("AUS Eastern Standard Time", "Australia/Sydney"),
    ("E. South America Standard Time", "America/Sao_Paulo"),
];

/// A moment as it is written: a day, perhaps a time, perhaps where that time holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Written {
    pub day: Day,
    pub at: Option<Clock>,
    pub place: Place,
}

/// Where a written time holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Place {
    /// Wherever one is.
    Floating,
    Utc,
    Named(String),
}

impl Written {
    /// `20261120`, `20261120T093000`, `20261120T013000Z`; `None`: no such moment.
    pub fn parse(value: &str, zone: Option<&str>) -> Option<Self> {
        let (date, time) = value.trim().split_once(['T', 't']).map_or((value.trim(), None), |(a, b)| (a, Some(b)));
        let number =
            |text: &str| text.bytes().all(|one| one.is_ascii_digit()).then(|| text.parse::<i32>().ok()).flatten();
        if date.len() != 8 || !date.is_ascii() {
            return None;
        }
        let (year, month, day) = (number(&date[..4])?, number(&date[4..6])?, number(&date[6..])?);
        if !(1900..=2200).contains(&year) {
            return None;
        }
        let day = Day::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
        let Some(time) = time else { return Some(Self { day, at: None, place: Place::Floating }) };
        let utc = time.ends_with(['Z', 'z']);
        let digits = time.trim_end_matches(['Z', 'z']);
        if !digits.bytes().all(|one| one.is_ascii_digit()) || !matches!(digits.len(), 4 | 6) {
            return None;
        }
        let part = |from: usize| number(&digits[from..from + 2]).and_then(|one| u16::try_from(one).ok());
        let at = Some(Clock::new(part(0)?, part(2)?)?);
        let place = match zone {
            _ if utc => Place::Utc,
            Some(name) if !name.trim().is_empty() => Place::Named(name.trim().to_owned()),
            _ => Place::Floating,
        };
        Some(Self { day, at, place })
    }
}

/// The zones a file names, each looked up once.
pub(super) struct Zones {
    known: HashMap<String, Option<TimeZone>>,
    target: Option<TimeZone>,
    data: TimeZoneDatabase,
}

impl Zones {
    pub fn new(target: &str) -> Self {
        let data = TimeZoneDatabase::bundled();
        let target = data.get(target).ok();
        Self { known: HashMap::new(), target, data }
    }

    fn zone(&mut self, name: &str) -> Option<TimeZone> {
        if let Some(known) = self.known.get(name) {
            return known.clone();
        }
        let found = find(&self.data, name);
        // A file that names a new zone in every line must not fill the memory.
        if self.known.len() < 1_000 {
            self.known.insert(name.to_owned(), found.clone());
        }
        found
    }

    /// The day and time here, and whether the zone is known; an unknown one leaves the time as it is written.
    pub fn here(&mut self, written: &Written) -> (Day, Option<Clock>, bool) {
        let as_written = |known: bool| (written.day, written.at, known);
        let Some(at) = written.at else { return as_written(true) };
        let from = match &written.place {
            Place::Floating => return as_written(true),
            Place::Utc => TimeZone::UTC,
            Place::Named(name) => match self.zone(name) {
                Some(zone) => zone,
                None => return as_written(false),
            },
        };
        let Some(target) = self.target.clone() else { return as_written(false) };
        moved(written.day, at, &from, &target).map_or(as_written(false), |(day, at)| (day, Some(at), true))
    }
}

fn moved(day: Day, at: Clock, from: &TimeZone, to: &TimeZone) -> Option<(Day, Clock)> {
    let (hour, minute) = (i8::try_from(at.minutes() / 60).ok()?, i8::try_from(at.minutes() % 60).ok()?);
    let date = civil::DateTime::new(
        i16::try_from(day.year()).ok()?,
        i8::try_from(day.month()).ok()?,
        i8::try_from(day.day()).ok()?,
        hour,
        minute,
        0,
        0,
    );
    let here = date.ok()?.to_zoned(from.clone()).ok()?.with_time_zone(to.clone());
    let day =
        Day::from_ymd_opt(here.year().into(), u32::try_from(here.month()).ok()?, u32::try_from(here.day()).ok()?)?;
    Some((day, Clock::new(u16::try_from(here.hour()).ok()?, u16::try_from(here.minute()).ok()?)?))
}

fn find(data: &TimeZoneDatabase, name: &str) -> Option<TimeZone> {
    let windows = WINDOWS.iter().find(|one| one.0.eq_ignore_ascii_case(name)).map(|one| one.1);
    if let Ok(zone) = data.get(windows.unwrap_or(name)) {
        return Some(zone);
    }
    // `/example.org/20260101/Europe/Oslo`: the name proper stands last.
    let parts: Vec<&str> = name.split('/').filter(|one| !one.is_empty()).collect();
    let tail = |count: usize| parts.len().checked_sub(count).map(|from| parts[from..].join("/"));
    [3, 2].into_iter().filter_map(tail).find_map(|one| data.get(&one).ok()).or_else(|| fixed(name))
}

/// `UTC+08:00`, `(GMT+08:00) …`, `GMT+8`.
fn fixed(name: &str) -> Option<TimeZone> {
    let name = name.to_ascii_uppercase();
    let at = name.find("UTC").or_else(|| name.find("GMT"))? + 3;
    let rest = &name[at..];
    let sign = match rest.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let digits: String = rest[1..].chars().take_while(|one| one.is_ascii_digit() || *one == ':').collect();
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (hours.parse::<i32>().ok()?, minutes.parse::<i32>().ok()?),
        None if digits.len() == 4 => (digits[..2].parse().ok()?, digits[2..].parse().ok()?),
        None => (digits.parse::<i32>().ok()?, 0),
    };
    if hours > 14 || minutes > 59 {
        return None;
    }
    Some(TimeZone::fixed(Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here(value: &str, zone: Option<&str>) -> (String, String, bool) {
        let (day, at, known) = Zones::new("Asia/Shanghai").here(&Written::parse(value, zone).unwrap());
        (day.to_string(), at.map_or_else(String::new, |one| one.to_string()), known)
    }

    #[test]
    fn times_come_into_our_zone_with_their_summer_time() {
        let told = |day: &str, at: &str, known| (day.to_owned(), at.to_owned(), known);
        assert_eq!(here("20261120T013000Z", None), told("2026-11-20", "09:30", true));
        assert_eq!(here("20261120T180000Z", None), told("2026-11-21", "02:00", true));
        assert_eq!(here("20261120T093000", Some("Asia/Shanghai")), told("2026-11-20", "09:30", true));
        assert_eq!(here("20260720T093000", Some("America/New_York")), told("2026-07-20", "21:30", true));
        assert_eq!(here("20261120T093000", Some("Eastern Standard Time")), told("2026-11-20", "22:30", true));
        assert_eq!(here("20261120T093000", Some("/example.org/2026/Europe/Oslo")), told("2026-11-20", "16:30", true));
        assert_eq!(here("20261120T093000", Some("(UTC+09:30) Somewhere")), told("2026-11-20", "08:00", true));
        assert_eq!(here("20261120T093000", Some("Mars/Base")), told("2026-11-20", "09:30", false));
        assert_eq!(here("20261120T093000", None), told("2026-11-20", "09:30", true));
        assert_eq!(here("20261120", None), told("2026-11-20", "", true));
    }

    #[test]
    fn no_such_moment() {
        for wrong in [
            "",
            "2026112",
            "20261320",
            "20260230",
            "20261120T25",
            "20261120T250000",
            "00001120",
            "20261120T0930xx",
            "２０２６1120",
            "99991231",
        ] {
            assert_eq!(Written::parse(wrong, None), None, "{wrong}");
        }
    }
}
