//! One event while its lines arrive, and the days it comes to.

use std::collections::HashSet;

use chrono::NaiveTime;
use domain::{Clock, Day};

use super::line::Property;
use super::repeat::Rule;
use super::zone::{Written, Zones};
use super::{CalendarEvent, CalendarPerson};

/// The most people of one event, days left out of one series, and characters of a text.
const MOST_PEOPLE: usize = 200;
const MOST_EXCEPTIONS: usize = 2_000;
const MOST_CHARS: usize = 300;
/// The longest event told in minutes: longer ones are days away, not contacts.
const MOST_MINUTES: i64 = 24 * 60;

/// An event whose end has not come yet.
#[derive(Debug, Default)]
pub(super) struct Open {
    uid: String,
    start: Option<Written>,
    end: Option<Written>,
    lasts: Option<i64>,
    rule: Option<String>,
    without: Vec<Written>,
    replaces: Option<Written>,
    summary: String,
    place: String,
    people: Vec<CalendarPerson>,
    cancelled: bool,
}

impl Open {
    pub fn uid(&self) -> &str {
        &self.uid
    }

    /// The day of its series that this event stands for.
    pub fn replaces(&self) -> Option<Day> {
        self.replaces.as_ref().map(|one| one.day)
    }

    pub fn take(&mut self, property: Property, zones: &mut Zones) {
        let moment = || Written::parse(&property.value, property.param("TZID"));
        match property.name() {
            "UID" => self.uid = short(&property.text()),
            "DTSTART" => self.start = moment(),
            "DTEND" => self.end = moment(),
            "DURATION" => self.lasts = minutes_of(&property.value),
            "SUMMARY" => self.summary = short(&property.text()),
            "LOCATION" => self.place = short(&property.text()),
            "STATUS" => self.cancelled = property.value.eq_ignore_ascii_case("CANCELLED"),
            "RRULE" => self.rule = Some(property.value),
            "RECURRENCE-ID" => {
                // A day of the series is named in its zone; here it must be the day it has for us.
                self.replaces = moment().map(|one| {
                    let (day, at, _) = zones.here(&one);
                    Written { day, at, ..one }
                });
            }
            "EXDATE" => {
                let zone = property.param("TZID");
                let days = property.value.split(',').filter_map(|one| Written::parse(one, zone));
                self.without.extend(days.take(MOST_EXCEPTIONS.saturating_sub(self.without.len())));
            }
            "ATTENDEE" | "ORGANIZER" if self.people.len() < MOST_PEOPLE => {
                let one = person(&property);
                if one != CalendarPerson::default() && !self.people.contains(&one) {
                    self.people.push(one);
                }
            }
            _ => {}
        }
    }

    /// Its days, and how many of them are left out; `None`: it has no first day.
    pub fn events(self, zones: &mut Zones, today: Day) -> Option<(Vec<CalendarEvent>, u32)> {
        let start = self.start.clone()?;
        let rule = self.rule.as_deref().map(Rule::parse);
        let without: HashSet<Day> = self.without.iter().map(|one| one.day).collect();
        let (days, left_out) = match &rule {
            // A series that begins later is told as its first day alone.
            Some(Some(rule)) if start.day <= today => rule.days(start.day, today, &without),
            _ => (vec![start.day], 0),
        };
        let (repeated, rule_unread) = (matches!(rule, Some(Some(_))), matches!(rule, Some(None)));
        let minutes = self.minutes(&start, zones);
        let event = |day: Day, zones: &mut Zones| {
            let (on, at, zone_known) = zones.here(&Written { day, ..start.clone() });
            CalendarEvent {
                uid: self.uid.clone(),
                on,
                at,
                minutes,
                zone_known,
                summary: self.summary.clone(),
                place: self.place.clone(),
                people: self.people.clone(),
                cancelled: self.cancelled,
                repeated,
                rule_unread,
            }
        };
        Some((days.into_iter().map(|day| event(day, zones)).collect(), left_out))
    }

    fn minutes(&self, start: &Written, zones: &mut Zones) -> Option<u32> {
        start.at?;
        let long = match (&self.end, self.lasts) {
            (Some(end), _) => {
                let (from, to) = (zones.here(start), zones.here(end));
                moment(to.0, to.1?).signed_duration_since(moment(from.0, from.1?)).num_minutes()
            }
            (None, lasts) => lasts?,
        };
        u32::try_from(long).ok().filter(|one| *one > 0 && i64::from(*one) <= MOST_MINUTES)
    }
}

fn moment(day: Day, at: Clock) -> chrono::NaiveDateTime {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(at.minutes()) * 60, 0).unwrap_or_default();
    day.and_time(time)
}

fn short(text: &str) -> String {
    text.chars().take(MOST_CHARS).collect()
}

/// `P1D`, `PT1H30M`, `P2W` in minutes; seconds are dropped.
fn minutes_of(text: &str) -> Option<i64> {
    let (mut sum, mut number) = (0_i64, String::new());
    for one in text.trim().trim_start_matches('+').strip_prefix(['P', 'p'])?.chars() {
        let unit = match one.to_ascii_uppercase() {
            'T' => continue,
            'W' => 7 * 24 * 60,
            'D' => 24 * 60,
            'H' => 60,
            'M' => 1,
            'S' => 0,
            digit if digit.is_ascii_digit() && number.len() < 6 => {
                number.push(digit);
                continue;
            }
            _ => return None,
        };
        sum += number.parse::<i64>().ok()? * unit;
        number.clear();
    }
    Some(sum)
}

fn person(property: &Property) -> CalendarPerson {
    let mut one = CalendarPerson { name: short(property.param("CN").unwrap_or_default()), ..CalendarPerson::default() };
    let value = property.value.trim();
    let lower = value.to_ascii_lowercase();
    if let Some(mail) = lower.strip_prefix("mailto:") {
        one.mail = short(mail);
    } else if lower.starts_with("tel:") {
        one.phone = short(&value[4..]);
    } else if lower.contains('@') {
        one.mail = short(&lower);
    }
    if let Some(mail) = property.param("EMAIL").filter(|_| one.mail.is_empty()) {
        one.mail = short(&mail.to_ascii_lowercase());
    }
    // Some programs write the address where the name belongs.
    if one.name.eq_ignore_ascii_case(&one.mail) {
        one.name.clear();
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_minutes() {
        assert_eq!(
            (minutes_of("PT1H30M"), minutes_of("P1D"), minutes_of("PT45M10S")),
            (Some(90), Some(1440), Some(45))
        );
        assert_eq!((minutes_of("1H"), minutes_of("PT9999999H"), minutes_of("PT-5M")), (None, None, None));
    }
}
