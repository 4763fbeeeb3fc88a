//! Dates against the printed calendar, greetings and clashes.

use super::abroad::{easter, rosh_hashanah};
use super::*;
use crate::engine::fixture::{account, day, id, seated};
use crate::engine::reason::Severity;
use crate::*;

fn on(month: u8, date: u8, leap: bool) -> Birthday {
    Birthday { calendar: Calendar::Lunar, month, day: date, leap, source: None }
}

fn solar(month: u8, date: u8) -> Birthday {
    Birthday { calendar: Calendar::Solar, ..on(month, date, false) }
}

/// Dates of part E and the sample's lunar tests.
#[test]
fn lunar_days_agree_with_the_tested_dates() {
    for (date, text) in [
        ("2026-11-20", "十月十二"),
        ("2027-02-06", "正月初一"),
        ("2026-09-25", "八月十五"),
        ("2028-07-04", "闰五月十二"),
    ] {
        assert_eq!(lunar_day_text(day(date)).as_deref(), Some(text));
    }
}

/// The table of E.2, cross-checked there with two libraries; the platform's own calendar is wrong in 2027 and 2030.
#[test]
fn festivals_of_five_years_are_those_of_the_table() {
    let table = [
        (Festival::SpringEve, ["2026-02-16", "2027-02-05", "2028-01-25", "2029-02-12", "2030-02-02"]),
        (Festival::Spring, ["2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03"]),
        (Festival::Lantern, ["2026-03-03", "2027-02-20", "2028-02-09", "2029-02-27", "2030-02-17"]),
        (Festival::Qingming, ["2026-04-05", "2027-04-05", "2028-04-04", "2029-04-04", "2030-04-05"]),
        (Festival::DragonBoat, ["2026-06-19", "2027-06-09", "2028-05-28", "2029-06-16", "2030-06-05"]),
        (Festival::Ghost, ["2026-08-27", "2027-08-16", "2028-09-03", "2029-08-24", "2030-08-13"]),
        (Festival::MidAutumn, ["2026-09-25", "2027-09-15", "2028-10-03", "2029-09-22", "2030-09-12"]),
        (Festival::DoubleNinth, ["2026-10-18", "2027-10-08", "2028-10-26", "2029-10-16", "2030-10-05"]),
    ];
    let all = festivals(day("2026-01-01"), day("2030-12-31"));
    for (festival, dates) in table {
        let found: Vec<String> =
            all.iter().filter(|one| one.festival == festival).map(|one| one.on.to_string()).collect();
        assert_eq!(found, dates, "{festival:?}");
    }
    let two = festivals(day("2027-02-01"), day("2027-02-06"));
    assert_eq!(two.iter().map(|one| one.festival).collect::<Vec<_>>(), [Festival::SpringEve, Festival::Spring]);
}

#[test]
fn leap_months_are_those_of_the_table() {
    let table = [
        (2020, 4),
        (2023, 2),
        (2025, 6),
        (2028, 5),
        (2031, 3),
        (2033, 11),
        (2036, 6),
        (2039, 5),
        (2042, 2),
        (2044, 7),
        (2047, 5),
        (2050, 3),
        (2052, 8),
        (2055, 6),
        (2058, 4),
    ];
    let found: Vec<_> = (2020..=2058).filter_map(|year| lunar::leap_month(year).map(|month| (year, month))).collect();
    assert_eq!(found, table);
    // The Eves of Gregorian 2025 to 2029 are the 29th; that of 2030 is the 30th.
    for year in 2025..=2030 {
        let eve = lunar::new_year(year).unwrap().pred_opt().unwrap();
        let text = lunar_day_text(eve).unwrap();
        assert_eq!(text, if year == 2030 { "十二月三十" } else { "十二月廿九" }, "{year}");
    }
}

#[test]
fn a_birthday_in_a_leap_month_takes_the_ordinary_one_when_there_is_none() {
    let found = birthdays(on(5, 12, true), day("2026-01-01"), day("2029-12-31"), BirthdayRules::default());
    let found: Vec<String> = found.iter().map(Day::to_string).collect();
    assert_eq!(found, ["2026-06-26", "2027-06-16", "2028-07-04", "2029-06-23"]);
    let both = BirthdayRules { leap: LeapRule::Both, ..BirthdayRules::default() };
    assert_eq!(birthday_in_lunar_year(on(5, 12, true), 2028, both).len(), 2);
    let ordinary = BirthdayRules { leap: LeapRule::Ordinary, ..BirthdayRules::default() };
    assert_eq!(birthday_in_lunar_year(on(5, 12, true), 2028, ordinary), [day("2028-06-04")]);
    assert_eq!(birthday_in_lunar_year(on(5, 12, false), 2028, BirthdayRules::default()), [day("2028-06-04")]);
}

#[test]
fn day_thirty_of_a_short_month_is_its_last_day() {
    let dates =
        [(2025, "2026-02-16"), (2026, "2027-02-05"), (2027, "2028-01-25"), (2028, "2029-02-12"), (2029, "2030-02-02")];
    for (year, date) in dates {
        assert_eq!(birthday_in_lunar_year(on(12, 30, false), year, BirthdayRules::default()), [day(date)], "{year}");
    }
    assert_eq!(
        birthdays(solar(2, 29), day("2027-01-01"), day("2027-12-31"), BirthdayRules::default()),
        [day("2027-02-28")]
    );
    let march = BirthdayRules { feb29: Feb29Rule::Mar1, ..BirthdayRules::default() };
    assert_eq!(
        birthdays(solar(2, 29), day("2027-01-01"), day("2028-12-31"), march),
        [day("2027-03-01"), day("2028-02-29")]
    );
}

#[test]
fn a_gregorian_year_holds_none_or_two_birthdays_near_the_new_year() {
    let count = |year: i32| {
        let (from, to) = (Day::from_ymd_opt(year, 1, 1).unwrap(), Day::from_ymd_opt(year, 12, 31).unwrap());
        birthdays(on(12, 1, false), from, to, BirthdayRules::default()).len()
    };
    let counts: Vec<usize> = (2026..2040).map(count).collect();
    assert!(counts.contains(&0) && counts.contains(&2), "{counts:?}");
    assert_eq!(counts.iter().sum::<usize>(), 14, "one each lunar year");
}

#[test]
fn days_of_mourning_and_memory_have_no_greeting() {
    for one in festivals(day("2026-01-01"), day("2026-12-31")) {
        let silent = matches!(one.festival, Festival::Qingming | Festival::Ghost | Festival::NationalMemorial);
        assert_eq!(one.greet_between().is_none(), silent, "{one:?}");
    }
    let spring = festivals(day("2027-02-06"), day("2027-02-06"))[0];
    assert_eq!(spring.greet_between(), Some((day("2027-02-03"), day("2027-02-20"))));
}

fn with_birthday(source: Option<BirthdaySource>) -> Snapshot {
    let mut snapshot = seated(1);
    snapshot.people[0].birthday = Some(Birthday { source, ..solar(11, 25) });
    snapshot
}

#[test]
fn a_birthday_is_greeted_when_the_person_told_it() {
    let due = |snapshot: &Snapshot| greetings(snapshot, id(1), day("2026-11-20"), day("2026-11-30"));
    let told = due(&with_birthday(Some(BirthdaySource::Told)));
    assert_eq!(
        told.iter().map(|one| (one.occasion, one.on, one.held.is_none())).collect::<Vec<_>>(),
        [(Occasion::Birthday, day("2026-11-25"), true)]
    );
    let heard = due(&with_birthday(None));
    assert_eq!(heard[0].held.as_ref().map(|one| one.code), Some("greeting-source-unknown"));
    let mut barred = with_birthday(Some(BirthdaySource::Told));
    barred.seats[0].no_contact = true;
    assert!(due(&barred).is_empty(), "nobody may approach this seat");
}

#[test]
fn officials_get_words_alone_and_a_blackout_holds_everything() {
    let mut snapshot = with_birthday(Some(BirthdaySource::Published));
    snapshot.accounts = vec![Account { kind: AccountKind::Government, ..account() }];
    let due = |snapshot: &Snapshot| greetings(snapshot, id(1), day("2026-11-20"), day("2027-01-05"));
    let found = due(&snapshot);
    assert!(found.len() >= 2 && found.iter().all(|one| one.text_only && one.held.is_none()), "{found:?}");
    assert!(found.iter().all(|one| one.on != day("2026-12-13")), "no greeting on the memorial day");
    (snapshot.decisions[0].blackout_from, snapshot.decisions[0].blackout_to) =
        (Some(day("2026-11-01")), Some(day("2027-02-01")));
    assert!(due(&snapshot).iter().all(|one| one.held.as_ref().is_some_and(|why| why.code == "greeting-blackout")));
}

fn visit_on(starts_on: &str, days: u32) -> Snapshot {
    let mut snapshot = seated(1);
    snapshot.decisions.clear();
    snapshot.staff = vec![Staff::bare(id(100), 7, JobRole::Exec)];
    let visit = Visit {
        days,
        host: Some(id(100)),
        ..Visit::bare(id(70), id(1), day(starts_on), VisitLevel::B, Convention::Business)
    };
    snapshot.visits = vec![visit];
    snapshot.visit_guests = vec![VisitGuest::bare(id(71), id(70), id(30), 1)];
    snapshot
}

fn codes(snapshot: &Snapshot) -> Vec<(&'static str, Severity)> {
    clashes(snapshot, id(70)).iter().map(|one| (one.reason.code, one.severity)).collect()
}

#[test]
fn the_calendar_speaks_against_holidays_their_eves_and_quarter_ends() {
    use Severity::{Amber, Info, Red};
    type Case<'a> = (&'a str, u32, &'a [(&'a str, Severity)]);
    let cases: [Case; 9] = [
        ("2026-11-24", 2, &[]),
        ("2027-02-02", 3, &[("clash-before-spring", Amber), ("clash-holiday-eve", Amber)]),
        ("2027-01-29", 1, &[]),
        ("2027-02-06", 1, &[("clash-holiday", Red)]),
        ("2026-10-07", 1, &[("clash-holiday", Red)]),
        ("2026-09-30", 1, &[("clash-holiday-eve", Amber), ("clash-quarter-end", Amber)]),
        ("2026-12-25", 1, &[]),
        ("2026-12-28", 1, &[("clash-quarter-end", Amber)]),
        ("2026-11-27", 3, &[("clash-weekend", Info)]),
    ];
    for (from, days, expected) in cases {
        assert_eq!(codes(&visit_on(from, days)), expected, "{from}");
    }
}

#[test]
fn a_blackout_and_people_who_cannot_be_there_are_red() {
    let mut snapshot = visit_on("2026-11-24", 2);
    snapshot.decisions = vec![Decision {
        blackout_from: Some(day("2026-11-25")),
        ..Decision::bare(id(60), id(1), DecisionKind::Tender)
    }];
    assert_eq!(codes(&snapshot), [("clash-blackout", Severity::Red)]);
    let mut snapshot = visit_on("2026-11-24", 2);
    snapshot.staff[0].leave_from = Some(day("2026-11-25"));
    snapshot.staff[0].leave_to = Some(day("2026-11-26"));
    let found = clashes(&snapshot, id(70));
    assert_eq!((found[0].reason.code, found[0].on), ("clash-on-leave", day("2026-11-25")));
    snapshot.staff[0] = Staff { left_on: Some(day("2026-11-20")), ..Staff::bare(id(100), 7, JobRole::Exec) };
    assert_eq!(codes(&snapshot), [("clash-gone", Severity::Red)]);
}

#[test]
fn one_of_ours_is_not_in_two_places() {
    let mut snapshot = visit_on("2026-11-24", 2);
    let other = Visit { days: 3, ..Visit::bare(id(80), id(1), day("2026-11-23"), VisitLevel::C, Convention::Business) };
    snapshot.visits.push(other);
    let pair = VisitGuest { counterpart: Some(id(100)), ..VisitGuest::bare(id(81), id(80), id(30), 1) };
    snapshot.visit_guests.push(pair);
    let found = clashes(&snapshot, id(70));
    assert_eq!((found[0].reason.code, found[0].on), ("clash-two-places", day("2026-11-24")));
    snapshot.visits[1].days = 1;
    assert!(clashes(&snapshot, id(70)).is_empty(), "the other visit is over by then");
}

#[test]
fn a_guest_has_holidays_at_home() {
    let mut snapshot = visit_on("2027-05-17", 1);
    let fact: Fact = serde_json::from_value(serde_json::json!({
        "id": uuid::Uuid::from_u128(90), "person": uuid::Uuid::from_u128(30), "kind": "native_place", "value": "NO", "level": null, "from_year": null,
        "to_year": null, "source": "样例", "confidence": "confirmed", "verified_on": null, "purpose": null, "class": "P2", "retain_until": null
    }))
    .unwrap();
    snapshot.facts = vec![fact];
    assert_eq!(codes(&snapshot), [("clash-abroad", Severity::Amber)]);
    snapshot.facts[0].value = Some("330382".into());
    assert!(codes(&snapshot).is_empty());
}

#[test]
fn holidays_abroad_follow_their_rules() {
    let found = |country: &str, what: Abroad, year: i32| {
        let (from, to) = (Day::from_ymd_opt(year, 1, 1).unwrap(), Day::from_ymd_opt(year, 12, 31).unwrap());
        let days: Vec<_> = holidays_abroad(country, from, to).into_iter().filter(|one| one.what == what).collect();
        days.iter().map(|one| one.from.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(found("US", Abroad::Thanksgiving, 2026), ["2026-11-26"]);
    assert_eq!(
        (easter(2026), easter(2027), easter(2030)),
        (Some(day("2026-04-05")), Some(day("2027-03-28")), Some(day("2030-04-21")))
    );
    assert_eq!(found("NO", Abroad::Easter, 2026), ["2026-04-03"]);
    assert_eq!(found("BR", Abroad::Carnival, 2026), ["2026-02-16"]);
    assert_eq!(found("KR", Abroad::Seollal, 2026), ["2026-02-16"]);
    assert_eq!(found("KR", Abroad::Chuseok, 2026), ["2026-09-24"]);
    assert_eq!(found("JP", Abroad::GoldenWeek, 2027), ["2027-04-29"]);
    // The tabular calendar; sighting may differ by a day.
    assert_eq!(
        (found("AE", Abroad::EidFitr, 2026), found("AE", Abroad::EidAdha, 2026)),
        (vec!["2026-03-20".to_owned()], vec!["2026-05-27".to_owned()])
    );
    let years =
        [(2024, "2024-10-03"), (2025, "2025-09-23"), (2026, "2026-09-12"), (2027, "2027-10-02"), (2030, "2030-09-28")];
    for (year, date) in years {
        assert_eq!(rosh_hashanah(year), Some(day(date)), "{year}");
    }
    assert_eq!(found("IL", Abroad::Passover, 2026), ["2026-04-02"]);
}

#[test]
fn days_of_an_organisation_come_round_thirty_days_ahead_and_round_years_are_marked() {
    use crate::{AccountDay, AccountDayKind as Kind};
    let mut snapshot = with_birthday(None);
    let yearly = |n: u128, kind, month, day, year| AccountDay {
        id: id(n),
        r#ref: None,
        account: id(1),
        kind,
        month,
        day,
        year,
        name: None,
        source: None,
    };
    snapshot.account_days = vec![
        yearly(91, Kind::Founding, 12, 31, Some(2006)),
        yearly(92, Kind::Listing, 2, 29, Some(2020)),
        yearly(93, Kind::FiscalYearEnd, 3, 31, Some(2000)),
    ];
    let due = |from: &str, to: &str| -> Vec<(String, bool, &'static str)> {
        let found = greetings(&snapshot, id(1), day(from), day(to));
        let own = found.into_iter().filter(|one| matches!(one.occasion, Occasion::Anniversary(_)));
        own.map(|one| (one.on.to_string(), one.marked, one.reason.code)).collect()
    };
    assert_eq!(due("2026-11-25", "2026-11-30"), [], "thirty days ahead and no more");
    assert_eq!(due("2026-12-01", "2026-12-01"), [("2026-12-31".into(), true, "greeting-anniversary-years")]);
    assert_eq!(due("2027-02-20", "2027-02-20"), [("2027-02-28".into(), false, "greeting-anniversary-years")]);
    assert_eq!(due("2027-03-31", "2027-03-31"), [("2027-03-31".into(), false, "greeting-fiscal-year-end")]);
}
