//! The agenda as an iCalendar file (RFC 5545). Owns: escaping, folding, the one time zone. Deliberately absent: alarms,
//! attendees, descriptions; a calendar goes to people who must not read more than when, what and where. Written here because
//! the file has a dozen kinds of line and must be the same bytes for the same agenda, without a clock.

use std::fmt::Write;

use domain::{Clock, Day};

/// The zone whose rules are written out; in others times float, as the visit's own clock shows them.
const SHANGHAI: &str = "Asia/Shanghai";
/// Octets of a line before it is folded.
const LINE: usize = 75;

/// A line of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEvent {
    /// The same in every file, so that a later one replaces the earlier event.
    pub uid: String,
    pub on: Day,
    pub at: Clock,
    pub ends: Option<Clock>,
    pub summary: String,
    pub place: String,
}

/// Writes the events; `stamp` is the day the records are of, `zone` the company's IANA zone.
pub fn write_calendar(stamp: Day, zone: Option<&str>, events: &[CalendarEvent]) -> String {
    let zoned = zone == Some(SHANGHAI);
    let mut text = String::new();
    let mut line = |content: &str| fold(&mut text, content);
    for content in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dianke//Agenda//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    {
        line(content);
    }
    if zoned {
        // One offset the year round since 1991.
        let rules = [
            "BEGIN:STANDARD",
            "DTSTART:19920101T000000",
            "TZOFFSETFROM:+0800",
            "TZOFFSETTO:+0800",
            "TZNAME:CST",
            "END:STANDARD",
        ];
        line("BEGIN:VTIMEZONE");
        line(&format!("TZID:{SHANGHAI}"));
        rules.iter().for_each(|rule| line(rule));
        line("END:VTIMEZONE");
    }
    let zone = if zoned { format!(";TZID={SHANGHAI}") } else { String::new() };
    for event in events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", escaped(&event.uid)));
        line(&format!("DTSTAMP:{}T000000Z", stamp.format("%Y%m%d")));
        line(&format!("DTSTART{zone}:{}", moment(event.on, event.at)));
        if let Some(ends) = event.ends.filter(|ends| *ends > event.at) {
            line(&format!("DTEND{zone}:{}", moment(event.on, ends)));
        }
        line(&format!("SUMMARY:{}", escaped(&event.summary)));
        if !event.place.is_empty() {
            line(&format!("LOCATION:{}", escaped(&event.place)));
        }
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text
}

fn moment(on: Day, at: Clock) -> String {
    format!("{}T{:02}{:02}00", on.format("%Y%m%d"), at.minutes() / 60, at.minutes() % 60)
}

/// A text value: what means something to a reader is escaped, other control characters go.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' | '\r' => out.push_str("\\n"),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// Adds a line, folded before the 76th octet and never inside a character.
fn fold(text: &mut String, content: &str) {
    let mut used = 0;
    for letter in content.chars() {
        if used + letter.len_utf8() > LINE {
            text.push_str("\r\n ");
            used = 1;
        }
        used += letter.len_utf8();
        // Writing into a string cannot fail.
        let _ = text.write_char(letter);
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn event(summary: &str) -> CalendarEvent {
        CalendarEvent {
            uid: "01@dianke".into(),
            on: "2026-12-04".parse().unwrap(),
            at: "08:50".parse().unwrap(),
            ends: "09:25".parse().ok(),
            summary: summary.into(),
            place: String::new(),
        }
    }

    fn written(zone: Option<&str>, summary: &str) -> String {
        write_calendar("2026-11-20".parse().unwrap(), zone, &[event(summary)])
    }

    #[test]
    fn what_means_something_to_a_reader_is_escaped() {
        let text = written(None, "a;b,c\\d\ne\u{7}");
        assert!(text.contains("SUMMARY:a\\;b\\,c\\\\d\\ne\r\n"), "{text}");
        assert!(text.contains("DTSTART:20261204T085000\r\nDTEND:20261204T092500\r\n"), "times float: {text}");
    }

    #[test]
    fn lines_are_folded_between_characters_and_read_back_whole() {
        let long = "接站，乘车至总部".repeat(20);
        let text = written(Some("Asia/Shanghai"), &long);
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(text.replace("\r\n ", "").contains(&format!("SUMMARY:{long}")));
        assert!(text.contains("DTSTART;TZID=Asia/Shanghai:20261204T085000") && text.contains("TZOFFSETTO:+0800"));
    }
}
