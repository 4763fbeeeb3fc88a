//! Today and the list of accounts.

use std::sync::Arc;

use chrono::Datelike;
use domain::engine::reason::Severity;
use domain::scene::Wording;
use domain::*;

use super::court::{Scored, on_desk};
use super::rows::{BySeverity, Desk, pressing};
use super::yearly::{GreetingDays, Greetings};
use crate::tell::Told;
use crate::wire::{
    AccountList, AccountRow, CalendarMark, FindingRow, HomeView, MatterRow, Nothing, ViewContext, VisitLine,
};
use crate::{App, Error};

/// How far ahead Home looks at visits, in days.
const NEAR: i64 = 14;
/// Most findings sent: more than anybody reads on one day; the court has them all.
const MOST_FINDINGS: usize = 200;
/// Length of the visit calendar, in days.
const SIX_WEEKS: i64 = 42;

/// All accounts, worst health first; those in development last.
pub fn list_accounts(app: &mut App, context: &ViewContext, _: Nothing) -> Result<AccountList, Error> {
    let mut accounts: Vec<AccountRow> = app.tell::<HomePart>(context)?.iter().map(|one| one.1.row.clone()).collect();
    sort_accounts(&mut accounts);
    Ok(AccountList { accounts })
}

fn sort_accounts(accounts: &mut [AccountRow]) {
    accounts.sort_by(|a, b| {
        a.health.unwrap_or(f64::INFINITY).total_cmp(&b.health.unwrap_or(f64::INFINITY)).then(a.tier.cmp(&b.tier))
    });
}

/// Today: near visits, pressing gaps and collisions, matters, all accounts, six weeks of visits.
pub fn get_home(app: &mut App, context: &ViewContext, _: Nothing) -> Result<HomeView, Error> {
    let parts = app.tell::<HomePart>(context)?;
    let mut all = Gathered::default();
    parts.iter().for_each(|one| all.take(&one.1));
    all.visits.sort_by_key(|one| one.starts_on);
    all.matters.sort_by_key(|one| std::cmp::Reverse(one.severity));
    sort_accounts(&mut all.accounts);
    let findings = worst(app, context, &parts)?;
    let visits: Vec<VisitLine> =
        all.visits.iter().filter(|one| one.days_left >= 0 && one.days_left <= NEAR).cloned().collect();
    let speech = app.words().speak(context.lang);
    let count = |severity| parts.iter().map(|one| one.1.findings.at(severity).len()).sum::<usize>();
    let urgent: usize = BySeverity::WORST_FIRST.into_iter().filter(|one| pressing(*one)).map(count).sum();
    let summary =
        speech.text("row-home-summary", &[("visits", visits.len().to_string()), ("findings", urgent.to_string())]);
    let calendar = all.calendar(context.today);
    Ok(HomeView {
        today: context.today,
        date_text: speech.day(context.today),
        weekday_text: speech.say(&format!("app-weekday-{}", context.today.weekday().number_from_monday())),
        lunar_text: (context.lang == Lang::ZhCn).then(|| lunar_text(context.today)).flatten(),
        summary,
        visits,
        findings,
        findings_total: (count(Severity::Red) + count(Severity::Amber)) as u32,
        matters: all.matters,
        accounts: all.accounts,
        seats: all.seats,
        placeholders: all.placeholders,
        calendar,
        greetings: all.greetings.rows(context.today),
    })
}

/// The findings shown, in words: the severest first, of equals those that one step can mend. No more are worded than it takes
/// to fill the list.
fn worst(app: &mut App, context: &ViewContext, parts: &[(AccountId, Arc<HomePart>)]) -> Result<Vec<FindingRow>, Error> {
    let mut rows: Vec<FindingRow> = Vec::new();
    for severity in [Severity::Red, Severity::Amber] {
        let room = MOST_FINDINGS - rows.len();
        let (mut ready, mut bare) = (Vec::new(), Vec::new());
        for (id, part) in parts.iter().filter(|one| !one.1.findings.at(severity).is_empty()) {
            if ready.len() >= room {
                break;
            }
            on_desk(app, context, *id, |desk, scored| {
                let found = part.findings.at(severity).iter().filter_map(|at| scored.score.findings.get(*at as usize));
                for one in found {
                    if ready.len() >= room {
                        break;
                    }
                    let row = desk.finding(one, &scored.score.stakeholders);
                    if row.mends.is_empty() { bare.push(row) } else { ready.push(row) }
                }
            })?;
            bare.truncate(room);
        }
        rows.extend(ready.into_iter().chain(bare).take(room));
    }
    Ok(rows)
}

/// The lunar date in Chinese, `十月十二`, by the tested calendar.
fn lunar_text(day: Day) -> Option<String> {
    domain::engine::calendar::lunar_day_text(day)
}

/// What Home and the list of accounts tell of one account.
struct HomePart {
    row: AccountRow,
    visits: Vec<VisitLine>,
    findings: BySeverity,
    matters: Vec<MatterRow>,
    blackouts: Vec<CalendarMark>,
    greetings: Greetings,
    seats: u32,
    placeholders: u32,
}

impl Told for HomePart {
    type Ground = GreetingDays;

    fn ground(context: &ViewContext) -> GreetingDays {
        GreetingDays::from(context.today)
    }

    fn of(ahead: &GreetingDays, desk: &Desk, scored: &Scored) -> Self {
        let score = &scored.score;
        let row = desk.account_row(score);
        let visits = desk.snapshot.visits.iter().filter(|one| one.account == desk.account.id);
        let decisions = desk.snapshot.decisions.iter().filter(|one| one.account == desk.account.id);
        let blackout = |one: &Decision| {
            let label = row.name.clone();
            Some(CalendarMark {
                kind: "blackout".into(),
                from: one.blackout_from?,
                to: one.blackout_to?,
                label,
                visit: None,
            })
        };
        let placeholders = score.stakeholders.iter().filter(|one| one.holding == engine::chain::Holding::Placeholder);
        Self {
            visits: visits.map(|one| desk.visit_line(one)).collect(),
            findings: BySeverity::of(&score.findings),
            matters: desk.matters(score),
            blackouts: decisions.filter_map(blackout).collect(),
            greetings: Greetings::of(ahead, desk),
            seats: score.stakeholders.len() as u32,
            placeholders: placeholders.count() as u32,
            row,
        }
    }
}

#[derive(Default)]
struct Gathered {
    visits: Vec<VisitLine>,
    matters: Vec<MatterRow>,
    accounts: Vec<AccountRow>,
    blackouts: Vec<CalendarMark>,
    greetings: Greetings,
    seats: u32,
    placeholders: u32,
}

impl Gathered {
    fn take(&mut self, part: &HomePart) {
        self.visits.extend(part.visits.iter().cloned());
        self.matters.extend(part.matters.iter().cloned());
        self.accounts.push(part.row.clone());
        self.blackouts.extend(part.blackouts.iter().cloned());
        self.greetings.join(&part.greetings);
        self.seats += part.seats;
        self.placeholders += part.placeholders;
    }

    fn calendar(&self, today: Day) -> Vec<CalendarMark> {
        let end = today.checked_add_days(chrono::Days::new(SIX_WEEKS as u64)).unwrap_or(today);
        let visit = |one: &VisitLine| CalendarMark {
            kind: one.direction.code().into(),
            from: one.starts_on,
            to: one.starts_on,
            label: one.account_name.clone(),
            visit: Some(one.visit),
        };
        let near = self.visits.iter().filter(|one| one.days_left >= 0).map(visit);
        near.chain(self.blackouts.iter().cloned()).filter(|one| one.to >= today && one.from <= end).collect()
    }
}
