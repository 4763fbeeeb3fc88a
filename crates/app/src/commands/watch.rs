//! Early warnings: the list of a day, and what people decide about one. Deliberately absent: the rules, which the domain holds.

use std::cmp::Reverse;
use std::sync::Arc;

use domain::engine::chain::Stakeholder;
use domain::engine::reason::Severity;
use domain::engine::score::{AccountScore, score_account};
use domain::engine::warnings::note::settled_notes;
use domain::engine::warnings::{WarningCode, WarningObject, WarningState, weigh_warnings};
use domain::*;

use super::court::{Scored, on_desk};
use super::rows::Desk;
use super::{clean_text, must};
use crate::names;
use crate::tell::Told;
use crate::wire::*;
use crate::{App, Error, new_id};

/// Most warnings sent at once.
const MOST: usize = 500;
/// Longest silence, days.
const LONGEST_SNOOZE: i64 = 366;

/// Warnings of a day with their notes.
pub fn get_warnings(app: &mut App, context: &ViewContext, request: GetWarnings) -> Result<WarningsView, Error> {
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let mut told: Vec<Arc<Warned>> = Vec::new();
    match request.account {
        Some(id) => {
            // Of an account that an undo took back, while its map still asks, there is nothing.
            if let Some(account) = app.store()?.get::<Account>(id)? {
                told.push(Arc::new(on_desk(app, &day, account.id, |desk, scored| Warned::of(&(), desk, scored))?));
            }
        }
        None => told = app.tell::<Warned>(&day)?.into_iter().map(|one| one.1).collect(),
    }
    let mut rows: Vec<&WarningRow> = told.iter().flat_map(|one| &one.0).collect();
    rows.retain(|one| request.owner.is_none_or(|owner| one.owner == Some(owner)));
    let counts = count(&rows);
    rows.retain(|one| passes(one, request.filter));
    rows.sort_by_key(|one| (Reverse(one.severity), Reverse(one.escalated), one.tier, one.since));
    let total = rows.len() as u32;
    rows.truncate(MOST);
    let warnings = rows.into_iter().cloned().collect();
    Ok(WarningsView { warnings, total, counts, staff: app.chips(context.lang)?.to_vec() })
}

/// The warnings of one account with their notes.
struct Warned(Vec<WarningRow>);

impl Told for Warned {
    type Ground = ();

    fn ground(_: &ViewContext) -> Self::Ground {}

    fn of((): &(), desk: &Desk, scored: &Scored) -> Self {
        Self(desk.warning_rows(&scored.score))
    }
}

fn is_closed(one: &WarningRow) -> bool {
    !matches!(one.status, WarningStatus::Open | WarningStatus::Intervening)
}

fn passes(one: &WarningRow, filter: WarningFilter) -> bool {
    match filter {
        WarningFilter::Due => one.due,
        WarningFilter::Escalated => one.escalated,
        WarningFilter::Snoozed => one.snoozed_until.is_some() && !is_closed(one),
        WarningFilter::Closed => is_closed(one),
        WarningFilter::All => true,
    }
}

fn count(rows: &[&WarningRow]) -> WarningCounts {
    let of = |test: &dyn Fn(&WarningRow) -> bool| rows.iter().filter(|one| test(one)).count() as u32;
    WarningCounts {
        due: of(&|one| one.due),
        red: of(&|one| one.due && one.severity == Severity::Red),
        amber: of(&|one| one.due && one.severity == Severity::Amber),
        escalated: of(&|one| one.escalated),
        snoozed: of(&|one| passes(one, WarningFilter::Snoozed)),
        closed: of(&is_closed),
    }
}

impl Desk<'_> {
    /// Warnings of the account with what people decided about them.
    pub(crate) fn warning_states(&self, score: &AccountScore) -> Vec<WarningState> {
        weigh_warnings(self.snapshot, self.account.id, &score.warnings, &score.stakeholders, self.today)
    }

    fn warning_rows(&self, score: &AccountScore) -> Vec<WarningRow> {
        let states = self.warning_states(score);
        let held = states.iter().map(|one| self.warning_row(one, &score.stakeholders));
        let settled = settled_notes(self.snapshot, self.account.id, &score.warnings);
        held.chain(settled.into_iter().filter_map(|one| self.settled_row(one))).collect()
    }

    fn warning_row(&self, state: &WarningState, rows: &[Stakeholder]) -> WarningRow {
        let warning = &state.warning;
        let seat = match warning.object {
            WarningObject::Seat(seat) => Some(seat),
            _ => rows
                .iter()
                .find(|row| row.person.is_some() && row.person == warning.people.first().copied())
                .map(|row| row.seat),
        };
        let visit = match warning.object {
            WarningObject::Visit(id) => Some(id),
            _ => None,
        };
        let line = match warning.object {
            WarningObject::Contract(_) => Some(WatchLineKind::Contract),
            WarningObject::Incident(_) => Some(WatchLineKind::Incident),
            WarningObject::Budget(_) => Some(WatchLineKind::BudgetLine),
            _ => None,
        };
        let fact =
            if warning.code == WarningCode::InfoStale { self.post_fact(warning.people.first().copied()) } else { None };
        let name = |id: Option<StaffId>| {
            id.map_or_else(String::new, |id| names::staff_name(self.snapshot, id, self.speech.lang()))
        };
        WarningRow {
            severity: warning.severity,
            detail: self.speech.reason(&warning.reason, &self.book),
            since: warning.since,
            first_seen: state.first_seen,
            status: state.status,
            reopened: state.reopened,
            due: state.is_due(),
            owner: state.owner,
            owner_name: name(state.owner),
            owner_set: state.owner_set,
            snoozed_until: state.snoozed_until,
            reason: state.reason.clone(),
            escalated: state.escalated,
            escalated_to: name(state.escalated_to),
            step: step_of(warning.code, seat, fact),
            seat,
            visit,
            fact,
            line,
            ..self.blank_row(warning.code, warning.object.key())
        }
    }

    /// The fact that tells somebody's post, the latest verified.
    fn post_fact(&self, person: Option<PersonId>) -> Option<FactId> {
        let posts =
            self.snapshot.facts.iter().filter(|one| one.kind == FactKind::Position && Some(one.person) == person);
        posts.max_by_key(|one| (one.verified_on, one.id)).map(|one| one.id)
    }

    /// A note whose warning is gone: whoever was at work on it says what came of it.
    fn settled_row(&self, note: &WarningNote) -> Option<WarningRow> {
        let code = WarningCode::from_code(&note.code)?;
        let is_open = matches!(note.status, WarningStatus::Open | WarningStatus::Intervening);
        // Nobody began anything, and nothing is left to say.
        if note.status == WarningStatus::Open {
            return None;
        }
        Some(WarningRow {
            holds: false,
            detail: self.speech.say("watch-settled"),
            first_seen: Some(note.opened_on),
            status: note.status,
            due: is_open,
            owner: note.owner,
            owner_name: note
                .owner
                .map_or_else(String::new, |id| names::staff_name(self.snapshot, id, self.speech.lang())),
            owner_set: note.owner.is_some(),
            reason: note.reason.clone(),
            ..self.blank_row(code, note.object.clone())
        })
    }

    fn blank_row(&self, code: WarningCode, object: String) -> WarningRow {
        WarningRow {
            code,
            severity: Severity::Info,
            holds: true,
            title: self.speech.say(&format!("warning-{}", code.code())),
            detail: String::new(),
            account: self.account.id,
            account_name: names::account_name(self.account, self.speech.lang()),
            tier: self.account.tier,
            object,
            seat: None,
            visit: None,
            fact: None,
            line: None,
            since: None,
            first_seen: None,
            status: WarningStatus::Open,
            reopened: false,
            due: false,
            owner: None,
            owner_name: String::new(),
            owner_set: false,
            snoozed_until: None,
            reason: None,
            escalated: false,
            escalated_to: String::new(),
            step: WarningStep::OpenMap,
        }
    }
}

/// The next step: what a person most likely does about it.
fn step_of(code: WarningCode, seat: Option<SeatId>, fact: Option<FactId>) -> WarningStep {
    use WarningCode as Code;
    let at_seat = |step| if seat.is_some() { step } else { WarningStep::OpenMap };
    match code {
        Code::TouchLapse | Code::ExecVisitOverdue => at_seat(WarningStep::LogTouch),
        Code::OwnerLeft => at_seat(WarningStep::Assign),
        Code::InfoStale if fact.is_some() => WarningStep::Verify,
        Code::ReadinessBehind => WarningStep::OpenVisit,
        Code::Commitment | Code::ExpectationGap | Code::ComplaintOpen => WarningStep::OpenMatters,
        Code::ContractEnd | Code::Incident | Code::Budget => WarningStep::OpenLine,
        _ => at_seat(WarningStep::OpenSeat),
    }
}

/// Keeps what people decided about a warning; the day it was first seen stays.
pub fn set_warning(app: &mut App, context: &ViewContext, request: SetWarning) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    let is_open = matches!(request.status, WarningStatus::Open | WarningStatus::Intervening);
    let reason = request.reason.as_deref().map(clean_text).transpose()?.flatten();
    let snoozed_until = request.snoozed_until.filter(|_| is_open);
    if let Some(until) = snoozed_until {
        if !(1..=LONGEST_SNOOZE).contains(&(until - context.today).num_days()) {
            return Err(Error::refused("snooze-day").with("limit", LONGEST_SNOOZE));
        }
        if reason.is_none() {
            return Err(Error::refused("snooze-reason"));
        }
    }
    if let Some(owner) = request.owner {
        let owner = must(&snapshot.staff, owner, "staff")?;
        if !engine::asof::is_active(owner, context.today) {
            return Err(Error::refused("staff-left"));
        }
    }
    let code = request.code.code();
    let notes = snapshot.warning_notes.iter().filter(|one| one.account == request.account);
    let own = notes.filter(|one| one.code == code && one.object == request.object);
    let note = match own.max_by_key(|one| (one.changed_on, one.id)) {
        Some(note) => note.clone(),
        None => fresh_note(&snapshot, context.today, &request)?,
    };
    let note = WarningNote {
        status: request.status,
        owner: request.owner,
        snoozed_until,
        reason,
        changed_on: context.today,
        ..note
    };
    let op = if snoozed_until.is_some() { "snooze-warning" } else { "set-warning" };
    let (_, changed) = app.transact(context.lang, op, |tx| Ok(tx.put(&note)?))?;
    Ok(Changed { created: Some(note.id.to_string()), ..changed })
}

/// A note on a warning that is there today.
fn fresh_note(snapshot: &Snapshot, today: Day, request: &SetWarning) -> Result<WarningNote, Error> {
    let warnings = score_account(snapshot, request.account, None, today).warnings;
    let warning = warnings.iter().find(|one| one.code == request.code && one.object.key() == request.object);
    let warning = warning.ok_or(Error::missing("warning"))?;
    Ok(WarningNote {
        id: new_id(),
        r#ref: None,
        account: request.account,
        code: request.code.code().to_owned(),
        object: request.object.clone(),
        status: request.status,
        opened_on: warning.since.unwrap_or(today),
        owner: None,
        snoozed_until: None,
        reason: None,
        changed_on: today,
    })
}
