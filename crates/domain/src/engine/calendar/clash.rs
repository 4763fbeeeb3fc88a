//! What speaks against the days of a visit (E.5): holidays here and at the guests' home, quarter end, blackout, people who cannot be there.
//!
//! Deliberately absent: moving the visit, and swapped workdays, which only the yearly notice knows.

use super::abroad::{Abroad, holidays_abroad};
use super::festival::{Festival, festivals};
use super::lunar::new_year;
use crate::engine::host::{is_in_blackout, last_day};
use crate::engine::places::place_name;
use crate::engine::reason::Severity;
use crate::engine::{Param, Reason};
use crate::{Code, Day, FactKind, Lang, PersonId, Snapshot, StaffId, Visit, VisitId};
use chrono::{Datelike, Days, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// Something that speaks against a day of the visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    pub severity: Severity,
    /// The first day of the visit it is about.
    pub on: Day,
    pub reason: Reason,
}

/// Days before Spring Festival on which people no longer receive.
const BEFORE_SPRING: u64 = 7;
/// Days before the end of a quarter on which ours are busy with figures.
const QUARTER_END: u32 = 5;

/// What speaks against the days of a visit, worst first, then by day. Give a snapshot of all accounts: one of ours may be
/// needed elsewhere.
pub fn clashes(snapshot: &Snapshot, visit: VisitId) -> Vec<Clash> {
    let Some(visit) = snapshot.visit(visit) else { return Vec::new() };
    let last = last_day(visit);
    let days: Vec<Day> = visit.starts_on.iter_days().take_while(|day| *day <= last).collect();
    let mut found = home(&days);
    if is_in_blackout(snapshot, visit) {
        found.push(clash(Severity::Red, visit.starts_on, Reason::new("clash-blackout")));
    }
    found.extend(abroad(snapshot, visit, last));
    found.extend(ours(snapshot, visit, &days));
    found.sort_by_key(|one| (std::cmp::Reverse(one.severity), one.on));
    found
}

fn clash(severity: Severity, on: Day, reason: Reason) -> Clash {
    Clash { severity, on, reason }
}

/// Holidays, their eves, weekends and quarter ends. A reason is said once, for its first day.
fn home(days: &[Day]) -> Vec<Clash> {
    let mut found: Vec<Clash> = Vec::new();
    for day in days {
        for one in of_day(*day) {
            if !found.iter().any(|other| same(&other.reason, &one.reason)) {
                found.push(one);
            }
        }
    }
    found
}

/// Equal but for the day.
fn same(one: &Reason, other: &Reason) -> bool {
    let festival =
        |reason: &Reason| reason.params.iter().find(|(name, _)| *name == "festival").map(|(_, what)| what.clone());
    one.code == other.code && festival(one) == festival(other)
}

fn of_day(day: Day) -> Vec<Clash> {
    let about = |code: &'static str| Reason::new(code).with("day", Param::Day(day));
    if let Some(holiday) = day_off(day) {
        let reason = about("clash-holiday").with("festival", Param::Code(holiday.code()));
        return vec![clash(Severity::Red, day, reason)];
    }
    let mut found = Vec::new();
    if let Some(holiday) = day.succ_opt().and_then(day_off) {
        let reason = about("clash-holiday-eve").with("festival", Param::Code(holiday.code()));
        found.push(clash(Severity::Amber, day, reason));
    }
    let spring = new_year(day.year()).filter(|on| day < *on && *on - Days::new(BEFORE_SPRING) <= day);
    if let Some(on) = spring {
        let left = Param::Int((on - day).num_days());
        found.push(clash(Severity::Amber, day, about("clash-before-spring").with("days", left)));
    }
    if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        found.push(clash(Severity::Info, day, about("clash-weekend")));
    }
    let soon = day + Days::new(u64::from(QUARTER_END));
    if day.month().is_multiple_of(3) && soon.month() != day.month() {
        found.push(clash(Severity::Amber, day, about("clash-quarter-end")));
    }
    found
}

/// The holiday a day off belongs to: the days of the law, and the whole golden week of October.
fn day_off(day: Day) -> Option<Festival> {
    if day.month() == 10 && day.day() <= 7 {
        return Some(Festival::National);
    }
    let near = festivals(day - Days::new(3), day);
    let inside = |one: &&super::FestivalDay| one.days_off > 0 && day < one.on + Days::new(u64::from(one.days_off));
    near.iter().rfind(inside).map(|one| one.festival)
}

/// Holidays of the countries the guests are from, where that is known.
fn abroad(snapshot: &Snapshot, visit: &Visit, last: Day) -> Vec<Clash> {
    let guests: BTreeSet<PersonId> =
        snapshot.visit_guests.iter().filter(|one| one.visit == visit.id).map(|one| one.person).collect();
    let mut homes: BTreeMap<&str, PersonId> = BTreeMap::new();
    let facts = snapshot.facts.iter().filter(|one| one.kind == FactKind::NativePlace && guests.contains(&one.person));
    for fact in facts {
        // A country we know, not the code of a county.
        if let Some(code) = fact.value.as_deref().filter(|code| code.len() == 2 && place_name(code, Lang::En).is_some())
        {
            homes.entry(code).or_insert(fact.person);
        }
    }
    let mut found = Vec::new();
    for (country, person) in homes {
        for one in holidays_abroad(&country.to_ascii_uppercase(), visit.starts_on, last) {
            let severity = if one.what == Abroad::Summer { Severity::Info } else { Severity::Amber };
            let code = if one.about { "clash-abroad-about" } else { "clash-abroad" };
            let reason = Reason::new(code)
                .with("who", Param::Person(person))
                .with("place", Param::Place(country.to_owned()))
                .with("festival", Param::Code(one.what.code()))
                .with("day", Param::Day(one.from));
            found.push(clash(severity, one.from.max(visit.starts_on), reason));
        }
    }
    found
}

/// Of ours, who is needed on which days of a visit.
fn needed(snapshot: &Snapshot, visit: &Visit) -> BTreeSet<(StaffId, Day)> {
    let last = last_day(visit);
    let every = || visit.starts_on.iter_days().take_while(move |day| *day <= last);
    let own = snapshot.visit_guests.iter().filter(|one| one.visit == visit.id);
    let named = [visit.host, visit.business_lead].into_iter().chain(own.map(|one| one.counterpart)).flatten();
    let mut needed: BTreeSet<(StaffId, Day)> = named.flat_map(|one| every().map(move |day| (one, day))).collect();
    let agenda = snapshot.agenda_items.iter().filter(|one| one.visit == visit.id);
    needed.extend(agenda.flat_map(|one| one.lead.iter().chain(&one.ours).map(|staff| (*staff, one.on))));
    needed
}

/// Of ours, who is away or promised elsewhere; each said once, for the first day.
fn ours(snapshot: &Snapshot, visit: &Visit, days: &[Day]) -> Vec<Clash> {
    let own = needed(snapshot, visit);
    let mut found: BTreeMap<(StaffId, &'static str), Clash> = BTreeMap::new();
    let mut say = |staff: StaffId, day: Day, reason: Reason| {
        found.entry((staff, reason.code)).or_insert_with(|| clash(Severity::Red, day, reason));
    };
    let about = |code, staff, day| Reason::new(code).with("staff", Param::Staff(staff)).with("day", Param::Day(day));
    for (staff, day) in &own {
        let Some(record) = snapshot.staff_member(*staff) else { continue };
        if record.left_on.is_some_and(|left| left < *day) {
            say(*staff, *day, about("clash-gone", *staff, *day));
        } else if record.leave_from.or(record.leave_to).is_some()
            && crate::engine::asof::is_in_force(record.leave_from, record.leave_to, *day)
        {
            say(*staff, *day, about("clash-on-leave", *staff, *day));
        }
    }
    let (first, last) = (days.first().copied(), days.last().copied());
    let touches = |one: &&Visit| {
        one.id != visit.id
            && last.is_some_and(|last| one.starts_on <= last)
            && first.is_some_and(|first| first <= last_day(one))
    };
    for other in snapshot.visits.iter().filter(touches) {
        for (staff, day) in needed(snapshot, other).intersection(&own) {
            say(*staff, *day, about("clash-two-places", *staff, *day).with("account", Param::Account(other.account)));
        }
    }
    found.into_values().collect()
}
