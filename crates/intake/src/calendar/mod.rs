//! A calendar that somebody exported (RFC 5545), read into plain events: when, how long, where, who, about what.
//!
//! Owns: what an event is to us, and the way in and out of the child. Deliberately absent: to-dos, journals, alarms, free
//! and busy, sending anything back, and whom an address means. Written here because a reader must go on after broken lines:
//! calendars of many years have them, and libraries refuse the whole file. `VTIMEZONE` is passed over; zones go by name.

mod event;
mod line;
mod repeat;
mod zone;

use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use domain::{Clock, Day};
use serde::{Deserialize, Serialize};

use crate::child::{Answer, Want};
use crate::parent::{self, From};
use crate::{IntakeError, Limits};
use event::Open;
use line::{Lines, Property};
use zone::Zones;

/// From which day's view a calendar is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarWish {
    /// Series are counted out up to this day.
    pub today: Day,
    /// IANA name of the zone in which days and times are told.
    pub zone: String,
}

/// What a calendar holds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Calendar {
    /// In the order of the file, a series day by day.
    pub events: Vec<CalendarEvent>,
    /// Lines and events that could not be read and were passed over.
    pub broken: u32,
    /// Events left out because there were too many.
    pub left_out: u32,
}

/// One event, or one day of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CalendarEvent {
    /// The same in every export; all days of a series share it.
    pub uid: String,
    pub on: Day,
    /// `None`: the whole day.
    pub at: Option<Clock>,
    pub minutes: Option<u32>,
    /// The zone it is written in is known; otherwise the time is told as it is written.
    pub zone_known: bool,
    pub summary: String,
    pub place: String,
    pub people: Vec<CalendarPerson>,
    pub cancelled: bool,
    /// A day of a series.
    pub repeated: bool,
    /// A series whose rule is not understood: only its first day is told.
    pub rule_unread: bool,
}

/// Somebody invited, or who invites.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarPerson {
    pub name: String,
    pub mail: String,
    pub phone: String,
}

/// Reads the text of a calendar in a child process made of `exe` (the host's own executable).
///
/// # Errors
/// [`IntakeError::NotACalendar`], [`IntakeError::TooBig`], or how the child ended; nothing outside the child was touched.
pub fn read_calendar(exe: &Path, text: &str, wish: &CalendarWish, limits: &Limits) -> Result<Calendar, IntakeError> {
    if text.len() as u64 > limits.calendar_bytes {
        return Err(IntakeError::TooBig { limit_mb: limits.calendar_bytes / (1024 * 1024) });
    }
    let want = Want::Calendar(wish.clone());
    match parent::ask(exe, From::Memory(text.as_bytes()), want, limits, &AtomicBool::new(false))? {
        Answer::Calendar(calendar) => Ok(calendar),
        Answer::Refused(error) => Err(error),
        _ => Err(IntakeError::Crashed),
    }
}

/// The child's side: reads what there is and passes over what is broken.
pub(crate) fn parse(text: &str, wish: &CalendarWish, limits: &Limits) -> Result<Calendar, IntakeError> {
    let mut reading = Reading {
        zones: Zones::new(&wish.zone),
        wish,
        limits,
        moved: HashSet::new(),
        open: None,
        inner: 0,
        calendar: Calendar::default(),
    };
    let (mut lines, mut seen) = (Lines::of(text), false);
    while let Some(line) = lines.next() {
        match Property::parse(&line) {
            Some(property) => {
                seen |= property.is("BEGIN", "VCALENDAR");
                // What comes before the calendar begins is no line of it.
                if seen {
                    reading.take(property);
                }
            }
            None => reading.calendar.broken += u32::from(seen && !line.trim().is_empty()),
        }
    }
    if !seen {
        return Err(IntakeError::NotACalendar);
    }
    reading.calendar.broken += u32::from(reading.open.is_some()) + lines.cut;
    Ok(reading.done())
}

struct Reading<'a> {
    zones: Zones,
    wish: &'a CalendarWish,
    limits: &'a Limits,
    /// Days of a series that an event of their own replaces.
    moved: HashSet<(String, Day)>,
    open: Option<Open>,
    /// How deep we are in what an event contains (alarms).
    inner: u32,
    calendar: Calendar,
}

impl Reading<'_> {
    fn take(&mut self, property: Property) {
        match property.name() {
            "BEGIN" if property.value.eq_ignore_ascii_case("VEVENT") => {
                // An event that never ended: what it says still stands.
                self.calendar.broken += u32::from(self.open.is_some());
                self.close();
                self.open = Some(Open::default());
            }
            "BEGIN" if self.open.is_some() => self.inner = self.inner.saturating_add(1),
            "END" if property.value.eq_ignore_ascii_case("VEVENT") => self.close(),
            "END" => self.inner = self.inner.saturating_sub(1),
            _ if self.inner > 0 => {}
            _ => {
                if let Some(open) = &mut self.open {
                    open.take(property, &mut self.zones);
                }
            }
        }
    }

    fn close(&mut self) {
        self.inner = 0;
        let Some(open) = self.open.take() else { return };
        if let Some(day) = open.replaces() {
            self.moved.insert((open.uid().to_owned(), day));
        }
        let room = usize::try_from(self.limits.calendar_events).unwrap_or(usize::MAX) - self.calendar.events.len();
        match open.events(&mut self.zones, self.wish.today) {
            Some((mut events, dropped)) => {
                let over = events.len().saturating_sub(room);
                events.truncate(room);
                self.calendar.left_out = self.calendar.left_out.saturating_add(dropped + over as u32);
                self.calendar.events.extend(events);
            }
            None => self.calendar.broken += 1,
        }
    }

    fn done(self) -> Calendar {
        let mut calendar = self.calendar;
        calendar.events.retain(|one| !one.repeated || !self.moved.contains(&(one.uid.clone(), one.on)));
        calendar
    }
}
