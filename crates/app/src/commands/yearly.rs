//! What comes round every year: festivals, birthdays and days of the customer, as Home reminds of them (E.1, E.3).
//!
//! Deliberately absent: sending anything, and the words of a greeting.

use std::collections::BTreeMap;

use domain::engine::calendar::{Festival, FestivalDay, GreetRule, Occasion, festivals_around, greetings_of};
use domain::*;

use super::rows::Desk;
use super::{clean_name, clean_text, must};
use crate::wire::{
    AccountDayList, Changed, GetAccountDays, GreetingKind, GreetingRow, PutAccountDay, RemoveAccountDay, ViewContext,
};
use crate::words::Speech;
use crate::{App, Error, names, new_id};

/// How far ahead Home reminds, in days.
const AHEAD: u64 = 30;
/// Most days one organisation may have; far more than anybody greets.
const MOST_DAYS: usize = 100;

/// The days that Home looks ahead at, and the festivals on them.
pub(super) struct GreetingDays {
    festivals: Vec<FestivalDay>,
    days: (Day, Day),
}

impl GreetingDays {
    pub fn from(today: Day) -> Self {
        let days = (today, today.checked_add_days(chrono::Days::new(AHEAD)).unwrap_or(today));
        Self { festivals: festivals_around(days.0, days.1), days }
    }
}

/// Greetings of one account, or of several: a festival once, however many accounts keep it.
#[derive(Default)]
pub(super) struct Greetings {
    shared: BTreeMap<(Day, Festival), GreetingRow>,
    own: Vec<GreetingRow>,
}

impl Greetings {
    pub fn of(ahead: &GreetingDays, desk: &Desk) -> Self {
        let mut all = Self::default();
        for one in greetings_of(desk.snapshot, desk.account.id, &ahead.festivals, ahead.days) {
            let blank = GreetingRow {
                kind: GreetingKind::Birthday,
                on: one.on,
                from: one.from,
                to: one.to,
                days_left: (one.on - desk.today).num_days(),
                title: desk.speech.reason(&one.reason, &desk.book),
                detail: String::new(),
                held: one.held.as_ref().map(|why| desk.speech.reason(why, &desk.book)),
                account: Some(desk.account.id),
                seat: None,
                person: one.person,
                accounts: 1,
                marked: one.marked,
                text_only: one.text_only,
            };
            match one.occasion {
                Occasion::Festival(festival, rule) => {
                    all.festival((one.on, festival), said(&desk.speech, festival, rule, blank))
                }
                Occasion::Birthday => all.own.push(GreetingRow {
                    detail: names::account_name(desk.account, desk.speech.lang()),
                    seat: one.person.and_then(|person| seat_of(desk, person)),
                    ..blank
                }),
                Occasion::Anniversary(_) => all.own.push(GreetingRow {
                    kind: GreetingKind::Anniversary,
                    detail: names::account_name(desk.account, desk.speech.lang()),
                    ..blank
                }),
            }
        }
        all
    }

    /// Adds those of another account.
    pub fn join(&mut self, other: &Self) {
        other.shared.iter().for_each(|(key, row)| self.festival(*key, row.clone()));
        self.own.extend(other.own.iter().cloned());
    }

    /// Said once; held only while every account holds it back, and words alone only where all are officials.
    fn festival(&mut self, key: (Day, Festival), row: GreetingRow) {
        match self.shared.get_mut(&key) {
            Some(known) => {
                known.accounts += row.accounts;
                known.held = known.held.take().filter(|_| row.held.is_some());
                known.text_only &= row.text_only;
            }
            None => {
                self.shared.insert(key, row);
            }
        }
    }

    /// By the day to begin, then by the day itself.
    pub fn rows(self, today: Day) -> Vec<GreetingRow> {
        let mut rows: Vec<GreetingRow> = self.shared.into_values().chain(self.own).collect();
        // Somebody known in several accounts is greeted once, where they hold a seat.
        rows.sort_by_key(|one| (one.from.max(today), one.on, one.seat.is_none()));
        let mut greeted = std::collections::HashSet::new();
        rows.retain(|one| one.person.is_none_or(|person| greeted.insert((person, one.on))));
        rows
    }
}

/// A festival as it is said, whoever keeps it.
fn said(speech: &Speech, festival: Festival, rule: GreetRule, row: GreetingRow) -> GreetingRow {
    GreetingRow {
        kind: GreetingKind::Festival,
        title: speech.say(&format!("code-{}", festival.code())),
        detail: speech.say(&format!("home-greet-{}", rule.code())),
        account: None,
        ..row
    }
}

fn seat_of(desk: &Desk, person: PersonId) -> Option<SeatId> {
    let mut held: Vec<&Tenure> = desk.snapshot.tenures.iter().filter(|one| one.person == person).collect();
    held.retain(|one| engine::asof::is_in_force(one.from_on, one.to_on, desk.today));
    held.sort_by_key(|one| !one.primary);
    held.first().map(|one| one.seat)
}

/// The yearly days of an account.
pub fn get_account_days(app: &mut App, _: &ViewContext, request: GetAccountDays) -> Result<AccountDayList, Error> {
    let snapshot = app.account(request.account)?;
    let mut days: Vec<AccountDay> =
        snapshot.account_days.iter().filter(|one| one.account == request.account).cloned().collect();
    days.sort_by_key(|one| (one.month, one.day, one.id));
    Ok(AccountDayList { days })
}

/// Notes a yearly day of an account, or changes it.
pub fn put_account_day(app: &mut App, context: &ViewContext, request: PutAccountDay) -> Result<Changed, Error> {
    use chrono::Datelike;
    let snapshot = app.account(request.account)?;
    let before = request.id.map(|id| must(&snapshot.account_days, id, "account-day")).transpose()?;
    // A leap year: 29 February is a day.
    if Day::from_ymd_opt(2000, request.month.into(), request.day.into()).is_none() {
        return Err(Error::refused("birthday-day"));
    }
    if request.year.is_some_and(|year| !(1000..=context.today.year()).contains(&year)) {
        return Err(Error::refused("year-range"));
    }
    if before.is_none() && snapshot.account_days.len() >= MOST_DAYS {
        return Err(Error::refused("too-many").with("limit", MOST_DAYS));
    }
    let day = AccountDay {
        id: before.map_or_else(new_id, |one| one.id),
        r#ref: before.and_then(|one| one.r#ref.clone()),
        account: request.account,
        kind: request.kind,
        month: request.month,
        day: request.day,
        year: request.year,
        name: request.name.as_deref().map(clean_name).transpose()?.flatten(),
        source: request.source.as_deref().map(clean_text).transpose()?.flatten(),
    };
    let (_, changed) = app.transact(context.lang, "put-account-day", |tx| Ok(tx.put(&day)?))?;
    Ok(Changed { created: before.is_none().then(|| day.id.to_string()), ..changed })
}

/// Removes a yearly day of an account.
pub fn remove_account_day(app: &mut App, context: &ViewContext, request: RemoveAccountDay) -> Result<Changed, Error> {
    app.store()?.get::<AccountDay>(request.id)?.ok_or(Error::missing("account-day"))?;
    let (_, changed) = app.transact(context.lang, "remove-account-day", |tx| {
        tx.remove::<AccountDay>(request.id)?;
        Ok(())
    })?;
    Ok(changed)
}
