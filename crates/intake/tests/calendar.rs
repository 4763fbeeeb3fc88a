//! Calendars through the real child: whole ones, broken ones, and those made to hurt.
#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod support;

use std::time::Instant;

use intake::{Calendar, CalendarWish, IntakeError, Limits, read_calendar};
use support::{AT_MOST, child};

fn events_of(text: &str) -> Result<Calendar, IntakeError> {
    let start = Instant::now();
    let wish = CalendarWish { today: "2026-11-20".parse().unwrap(), zone: "Asia/Shanghai".into() };
    let result = read_calendar(&child(), text, &wish, &Limits::default());
    assert!(start.elapsed() < AT_MOST, "took {:?}", start.elapsed());
    result
}

fn calendar(inside: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{inside}END:VCALENDAR\r\n")
}

fn event(uid: &str, lines: &str) -> String {
    format!("BEGIN:VEVENT\r\nUID:{uid}\r\n{lines}END:VEVENT\r\n")
}

#[test]
fn a_meeting_arrives_with_time_place_and_people() {
    let zone = "BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    let lines = "DTSTART;TZID=Europe/Oslo:20261118T090000\r\nDTEND;TZID=Europe/Oslo:20261118T103000\r\nSUMMARY:三期\\, 交流\r\n 会\r\nLOCATION:会议室\r\nORGANIZER;CN=程岚:mailto:cheng.lan@example.com\r\nATTENDEE;CN=\"冼思源\";PARTSTAT=ACCEPTED:mailto:Xian@example.com\r\nBEGIN:VALARM\r\nSUMMARY:提醒\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n";
    let read = events_of(&calendar(&format!("{zone}{}", event("a@example.com", lines)))).unwrap();
    let one = &read.events[0];
    assert_eq!((read.events.len(), read.broken, read.left_out), (1, 0, 0));
    assert_eq!(
        (one.on.to_string(), one.at.unwrap().to_string(), one.minutes),
        ("2026-11-18".into(), "16:00".into(), Some(90))
    );
    assert_eq!(
        (one.summary.as_str(), one.place.as_str(), one.uid.as_str()),
        ("三期, 交流会", "会议室", "a@example.com")
    );
    assert_eq!(
        one.people.iter().map(|who| (who.name.as_str(), who.mail.as_str())).collect::<Vec<_>>(),
        [("程岚", "cheng.lan@example.com"), ("冼思源", "xian@example.com")]
    );
    assert!(one.zone_known && !one.cancelled && !one.repeated);
}

#[test]
fn a_series_is_counted_out_without_its_exceptions_and_with_what_replaces_a_day() {
    let series = event(
        "s",
        "DTSTART;TZID=Asia/Shanghai:20261102T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\nEXDATE;TZID=Asia/Shanghai:20261109T100000\r\nSUMMARY:周会\r\n",
    );
    let moved = event(
        "s",
        "RECURRENCE-ID;TZID=Asia/Shanghai:20261116T100000\r\nDTSTART;TZID=Asia/Shanghai:20261117T140000\r\nSUMMARY:周会改期\r\n",
    );
    let ahead = event("f", "DTSTART:20261201T020000Z\r\nRRULE:FREQ=DAILY\r\nSUMMARY:以后\r\n");
    let odd = event("o", "DTSTART:20261101\r\nRRULE:FREQ=MONTHLY;BYSETPOS=2;BYDAY=MO\r\nSUMMARY:不懂\r\n");
    let read = events_of(&calendar(&[series, moved, ahead, odd].concat())).unwrap();
    let told: Vec<(String, String, bool)> =
        read.events.iter().map(|one| (one.on.to_string(), one.summary.clone(), one.rule_unread)).collect();
    let told: Vec<(&str, &str, bool)> = told.iter().map(|one| (one.0.as_str(), one.1.as_str(), one.2)).collect();
    assert_eq!(
        told,
        [
            ("2026-11-02", "周会", false),
            ("2026-11-17", "周会改期", false),
            ("2026-12-01", "以后", false),
            ("2026-11-01", "不懂", true)
        ]
    );
}

#[test]
fn broken_lines_unknown_zones_and_nested_parts_are_survived() {
    let text = "junk before\r\nBEGIN:VCALENDAR\r\nthis line has no colon\r\nBEGIN:VEVENT\r\nUID:open\r\nDTSTART;TZID=Mars/Base:20261101T090000\r\nSUMMARY:没有结束\r\nBEGIN:VEVENT\r\nUID:second\r\nDTSTART:2026\r\nSUMMARY:没有日期\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:nul\r\nDTSTART:20261102\r\nSUMMARY:a\0b\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n";
    let read = events_of(text).unwrap();
    assert_eq!(read.events.iter().map(|one| one.summary.as_str()).collect::<Vec<_>>(), ["没有结束", "ab"]);
    assert!(!read.events[0].zone_known && read.events[0].at.unwrap().to_string() == "09:00", "as it is written");
    assert!(read.broken >= 4, "{}", read.broken);
    let deep = format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261101\n{}END:VEVENT\nEND:VCALENDAR\n",
        "BEGIN:VALARM\n".repeat(200_000)
    );
    assert_eq!(events_of(&deep).map(|one| one.events.len()), Ok(1));
}

#[test]
fn what_is_no_calendar_or_too_much_is_refused() {
    assert_eq!(events_of(""), Err(IntakeError::NotACalendar));
    assert_eq!(events_of("姓名,部门\n样例,样例\n"), Err(IntakeError::NotACalendar));
    assert_eq!(events_of(&"\0".repeat(1_000_000)), Err(IntakeError::NotACalendar));
    assert_eq!(events_of("BEGIN:VCALENDAR\nEND:VCALENDAR").map(|one| one.events.len()), Ok(0));
    let huge = calendar(&format!("DESCRIPTION:{}\r\n", "长".repeat(17 * 1024 * 1024)));
    assert!(huge.len() > 50 * 1024 * 1024);
    assert_eq!(events_of(&huge), Err(IntakeError::TooBig { limit_mb: 20 }));
}

#[test]
fn ten_years_of_meetings_stay_within_bounds() {
    let series: String = (0..40)
        .map(|n| event(&format!("d{n}"), "DTSTART:20161120T010000Z\r\nRRULE:FREQ=DAILY\r\nSUMMARY:每日\r\n"))
        .collect();
    let single: String =
        (0..10_000).map(|n| event(&format!("s{n}"), "DTSTART:20161120T010000Z\r\nSUMMARY:单次\r\n")).collect();
    let read = events_of(&calendar(&format!("{series}{single}"))).unwrap();
    assert_eq!(read.events.len(), 20_000);
    assert_eq!(read.left_out, 40 * (3_653 - 400) + 40 * 400 + 10_000 - 20_000);
    let wide = calendar(&event(
        "w",
        &format!("DTSTART:20261101\r\n{}", "ATTENDEE;CN=x:mailto:a@example.com\r\n".repeat(200_000)),
    ));
    assert_eq!(events_of(&wide).unwrap().events[0].people.len(), 1);
    let folded = calendar(&event("l", &format!("DTSTART:20261101\r\nSUMMARY:a\r\n{}", " 长\r\n".repeat(1_000_000))));
    let cut = events_of(&folded).unwrap();
    assert_eq!((cut.events[0].summary.chars().count(), cut.broken), (300, 1));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_stands_there_the_child_answers(lines in proptest::collection::vec("(BEGIN:VEVENT|END:VEVENT|RRULE:FREQ=[A-Z]{5,8};INTERVAL=[0-9]{1,12}|DTSTART[;:A-Z=]{0,8}[0-9]{0,16}T?[0-9Z]{0,8}|\\PC{0,40})", 0..60)) {
        let text = calendar(&lines.join("\n"));
        proptest::prop_assert!(events_of(&text).is_ok());
    }
}
