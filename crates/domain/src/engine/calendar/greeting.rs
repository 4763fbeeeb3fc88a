//! Greetings due for an account (E.1, E.3): what, when, to whom, and why one is held back.
//!
//! Deliberately absent: sending, wording, and days of mourning or memory, which have no greeting.

use super::birthday::{BirthdayRules, birthdays};
use super::festival::{Festival, FestivalDay, GreetRule, festivals};
use crate::engine::asof::{has_left, is_in_force};
use crate::engine::rights::may_please;
use crate::engine::{Param, Reason};
use crate::{
    Account, AccountDay, AccountDayKind, AccountId, AccountKind, Code, Day, Decision, Person, PersonId, PersonStatus,
    Snapshot, VisitId,
};
use chrono::Datelike;
use std::collections::HashSet;

/// Days before a day of an organisation on which it is reminded of (T-30, E.3).
const AHEAD: u64 = 30;

/// What is greeted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    Festival(Festival, GreetRule),
    Birthday,
    /// Of the organisation; reminded of [`AHEAD`] days before.
    Anniversary(AccountDayKind),
}

/// A greeting that falls due.
#[derive(Debug, Clone, PartialEq)]
pub struct Greeting {
    pub occasion: Occasion,
    /// The day itself.
    pub on: Day,
    /// First and last day to send it.
    pub from: Day,
    pub to: Day,
    /// Whom; `None`: those of the account the rule is about.
    pub person: Option<PersonId>,
    /// Officials: words, no gift.
    pub text_only: bool,
    /// A fifth, tenth … year.
    pub marked: bool,
    pub reason: Reason,
    /// Why it must not go out as things are; a person may resolve it.
    pub held: Option<Reason>,
}

/// Greetings of an account whose days to send touch the days between `from` and `to`, by day.
pub fn greetings(snapshot: &Snapshot, account: AccountId, from: Day, to: Day) -> Vec<Greeting> {
    greetings_of(snapshot, account, &festivals_around(from, to), (from, to))
}

/// The festivals whose days to send may touch the days between `from` and `to`.
pub fn festivals_around(from: Day, to: Day) -> Vec<FestivalDay> {
    festivals(from - chrono::Days::new(20), to + chrono::Days::new(20))
}

/// As [`greetings`], with the festivals looked up once for many accounts.
pub fn greetings_of(
    snapshot: &Snapshot,
    account: AccountId,
    festivals: &[FestivalDay],
    (from, to): (Day, Day),
) -> Vec<Greeting> {
    let Some(account) = snapshot.account(account) else { return Vec::new() };
    let days = festivals.iter().filter_map(|one| festival(account, one));
    let people = people_of(snapshot, account.id, from);
    let births = people.into_iter().flat_map(|one| birthday(account, one, from, to));
    let own = snapshot.account_days.iter().filter(|one| one.account == account.id);
    let yearly = own.flat_map(|one| anniversaries(account, one, from, to));
    let mut found: Vec<Greeting> =
        days.chain(births).chain(yearly).filter(|one| one.from <= to && from <= one.to).collect();
    for one in &mut found {
        if one.occasion == Occasion::Anniversary(AccountDayKind::FiscalYearEnd) {
            continue;
        }
        let barred = snapshot.decisions.iter().find(|decision| bars(decision, account.id, one));
        if barred.is_some() {
            one.held = Some(Reason::new("greeting-blackout"));
        }
    }
    found.sort_by_key(|one| (one.from, one.on, one.person));
    found
}

fn festival(account: &Account, one: &FestivalDay) -> Option<Greeting> {
    let (from, to) = one.greet_between()?;
    let reason = Reason::new("greeting-festival").with("festival", Param::Code(one.festival.code()));
    Some(Greeting {
        occasion: Occasion::Festival(one.festival, one.greet),
        on: one.on,
        from,
        to,
        person: None,
        text_only: is_official(account),
        marked: false,
        reason: reason.with("day", Param::Day(one.on)),
        held: None,
    })
}

fn birthday(account: &Account, person: &Person, from: Day, to: Day) -> Vec<Greeting> {
    let Some(birthday) = person.birthday else { return Vec::new() };
    let days = birthdays(birthday, from, to, BirthdayRules::default());
    let greeting = |on: Day| Greeting {
        occasion: Occasion::Birthday,
        on,
        from: on,
        to: on,
        person: Some(person.id),
        text_only: is_official(account),
        marked: false,
        reason: Reason::new("greeting-birthday").with("who", Param::Person(person.id)).with("day", Param::Day(on)),
        held: birthday
            .source
            .is_none()
            .then(|| Reason::new("greeting-source-unknown").with("who", Param::Person(person.id))),
    };
    days.into_iter().map(greeting).collect()
}

/// A day of the organisation in the years it may be reminded of. 29 February comes on the 28th of other years.
fn anniversaries(account: &Account, one: &AccountDay, from: Day, to: Day) -> Vec<Greeting> {
    let in_year = |year: i32| {
        let day = |day: u8| Day::from_ymd_opt(year, one.month.into(), day.into());
        day(one.day).or_else(|| day(28).filter(|_| (one.month, one.day) == (2, 29)))
    };
    let greeting = |on: Day| {
        let years = one.year.map(|first| on.year() - first).filter(|years| *years > 0);
        let code = match (one.kind, years) {
            (AccountDayKind::FiscalYearEnd, _) => "greeting-fiscal-year-end",
            (_, Some(_)) => "greeting-anniversary-years",
            (_, None) => "greeting-anniversary",
        };
        let mut reason = Reason::new(code).with("day", Param::Day(on));
        if one.kind != AccountDayKind::FiscalYearEnd {
            reason = reason.with("kind", Param::Code(one.kind.code()));
        }
        if let Some(years) = years.filter(|_| one.kind != AccountDayKind::FiscalYearEnd) {
            reason = reason.with("years", Param::Int(years.into()));
        }
        Greeting {
            occasion: Occasion::Anniversary(one.kind),
            on,
            from: on - chrono::Days::new(AHEAD),
            to: on,
            person: None,
            text_only: is_official(account),
            marked: years.is_some_and(|years| years % 5 == 0),
            reason,
            held: None,
        }
    };
    (from.year() - 1..=to.year() + 1).filter_map(in_year).map(greeting).collect()
}

/// Those who hold a seat of the account, or never held one and came as guests or were met, and may be approached.
fn people_of(snapshot: &Snapshot, account: AccountId, day: Day) -> Vec<&Person> {
    let mut seats = std::collections::HashMap::new();
    for seat in snapshot.seats.iter().filter(|one| one.account == account) {
        seats.insert(seat.id, seat.no_contact);
    }
    let held = snapshot.tenures.iter().filter(|one| is_in_force(one.from_on, one.to_on, day));
    let mut here = std::collections::BTreeMap::new();
    for tenure in held {
        if let Some(barred) = seats.get(&tenure.seat) {
            *here.entry(tenure.person).or_insert(false) |= *barred;
        }
    }
    let seated: HashSet<PersonId> = snapshot.tenures.iter().map(|one| one.person).collect();
    for person in met_here(snapshot, account).filter(|one| !seated.contains(one)) {
        here.entry(person).or_insert(false);
    }
    let open = |one: &&Person| {
        one.status != PersonStatus::Erased
            && !one.no_contact
            && !has_left(one, day)
            && may_please(snapshot, one.id, day)
            && here.get(&one.id) == Some(&false)
    };
    snapshot.people.iter().filter(open).collect()
}

/// Guests of the account's visits and those in its contacts.
fn met_here(snapshot: &Snapshot, account: AccountId) -> impl Iterator<Item = PersonId> {
    let visits: HashSet<VisitId> =
        snapshot.visits.iter().filter(|one| one.account == account).map(|one| one.id).collect();
    let guests = snapshot.visit_guests.iter().filter(move |one| visits.contains(&one.visit)).map(|one| one.person);
    let touches = snapshot.touches.iter().filter(move |one| one.account == account);
    guests.chain(touches.flat_map(|one| one.people.iter().copied()))
}

fn is_official(account: &Account) -> bool {
    matches!(account.kind, AccountKind::Government | AccountKind::PublicInstitution)
}

/// Whether a decision's blackout leaves no day to send it.
fn bars(decision: &Decision, account: AccountId, one: &Greeting) -> bool {
    let open = decision.account == account && decision.closed_on.is_none_or(|on| on >= one.from);
    let barred = decision.blackout_from.or(decision.blackout_to).is_some();
    let inside = |day| is_in_force(decision.blackout_from, decision.blackout_to, day);
    open && barred && inside(one.from) && inside(one.to)
}
