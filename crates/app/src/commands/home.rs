//! Today and the list of accounts.

use chrono::Datelike;
use domain::engine::findings::over::{Loads, double_bookings};
use domain::engine::reason::Severity;
use domain::engine::score::AccountScore;
use domain::scene::Wording;
use domain::*;

use super::court::{company, on_desk};
use super::rows::{Desk, pressing};
use super::yearly::Gathering;
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
    let mut accounts = Vec::new();
    over_accounts(app, context, |desk, score| accounts.push(desk.account_row(score)))?;
    sort_accounts(&mut accounts);
    Ok(AccountList { accounts })
}

fn sort_accounts(accounts: &mut [AccountRow]) {
    accounts.sort_by(|a, b| {
        a.health.unwrap_or(f64::INFINITY).total_cmp(&b.health.unwrap_or(f64::INFINITY)).then(a.tier.cmp(&b.tier))
    });
}

/// Scores every account and hands each to `each`.
pub(crate) fn over_accounts(
    app: &mut App,
    context: &ViewContext,
    mut each: impl FnMut(&Desk, &AccountScore),
) -> Result<(), Error> {
    let ids: Vec<AccountId> = app.store()?.list::<Account>()?.into_iter().map(|one| one.id).collect();
    for id in ids {
        let snapshot = app.account(id)?;
        let account = snapshot.account(id).ok_or(Error::missing("account"))?;
        let score = app.score(id, context.today)?;
        each(&Desk::new(&snapshot, account, app.words().speak(context.lang), context), &score.score);
    }
    Ok(())
}

/// Today: near visits, pressing gaps and collisions, matters, all accounts, six weeks of visits.
pub fn get_home(app: &mut App, context: &ViewContext, _: Nothing) -> Result<HomeView, Error> {
    let mut all = Gathered::default();
    let mut greetings = Gathering::new(context.today);
    let mut loads = Loads::default();
    over_accounts(app, context, |desk, score| {
        loads.add(desk.account.id, &score.stakeholders);
        all.take(desk, score);
        greetings.take(desk);
    })?;
    // Who is in two places at once and who carries too much is seen over several accounts alone (C3, C5).
    let ours = company(app)?;
    let over = double_bookings(&ours, context.today).into_iter().chain(loads.overloads(&ours, context.today));
    for (account, found) in over.collect::<Vec<_>>() {
        let row = on_desk(app, context, account, |desk, scored| desk.finding(&found, &scored.score.stakeholders))?;
        all.findings.push(row);
    }
    all.visits.sort_by_key(|one| one.starts_on);
    all.findings.sort_by_key(|one| (std::cmp::Reverse(one.severity), one.mends.is_empty()));
    all.matters.sort_by_key(|one| std::cmp::Reverse(one.severity));
    sort_accounts(&mut all.accounts);
    let visits: Vec<VisitLine> =
        all.visits.iter().filter(|one| one.days_left >= 0 && one.days_left <= NEAR).cloned().collect();
    let speech = app.words().speak(context.lang);
    let urgent = all.findings.iter().filter(|one| pressing(one.severity)).count();
    let summary =
        speech.text("row-home-summary", &[("visits", visits.len().to_string()), ("findings", urgent.to_string())]);
    all.findings.retain(|one| one.severity != Severity::Info);
    let findings_total = all.findings.len() as u32;
    all.findings.truncate(MOST_FINDINGS);
    let calendar = all.calendar(context.today);
    Ok(HomeView {
        today: context.today,
        date_text: speech.day(context.today),
        weekday_text: speech.say(&format!("app-weekday-{}", context.today.weekday().number_from_monday())),
        lunar_text: (context.lang == Lang::ZhCn).then(|| lunar_text(context.today)).flatten(),
        summary,
        visits,
        findings: all.findings,
        findings_total,
        matters: all.matters,
        accounts: all.accounts,
        seats: all.seats,
        placeholders: all.placeholders,
        calendar,
        greetings: greetings.rows(),
    })
}

/// The lunar date in Chinese, `十月十二`, by the tested calendar.
fn lunar_text(day: Day) -> Option<String> {
    domain::engine::calendar::lunar_day_text(day)
}

#[derive(Default)]
struct Gathered {
    visits: Vec<VisitLine>,
    findings: Vec<FindingRow>,
    matters: Vec<MatterRow>,
    accounts: Vec<AccountRow>,
    blackouts: Vec<CalendarMark>,
    seats: u32,
    placeholders: u32,
}

impl Gathered {
    fn take(&mut self, desk: &Desk, score: &AccountScore) {
        let own = desk.snapshot.visits.iter().filter(|one| one.account == desk.account.id);
        self.visits.extend(own.map(|one| desk.visit_line(one)));
        self.findings.extend(desk.findings(score));
        self.matters.extend(desk.matters(score));
        let row = desk.account_row(score);
        for decision in desk.snapshot.decisions.iter().filter(|one| one.account == desk.account.id) {
            if let (Some(from), Some(to)) = (decision.blackout_from, decision.blackout_to) {
                self.blackouts.push(CalendarMark {
                    kind: "blackout".into(),
                    from,
                    to,
                    label: row.name.clone(),
                    visit: None,
                });
            }
        }
        self.accounts.push(row);
        self.seats += score.stakeholders.len() as u32;
        self.placeholders +=
            score.stakeholders.iter().filter(|one| one.holding == engine::chain::Holding::Placeholder).count() as u32;
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
