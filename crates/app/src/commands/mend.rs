//! Doing one mend of a finding: one step, one way back. Deliberately absent: which mends there are (`mends`).

use domain::engine::asof::{is_active, is_in_force};
use domain::engine::units::UnitsOn;
use domain::scene::Wording;
use domain::*;

use super::bond::{assign_rows, assignment, log_touch, may_approach, seats_of_row};
use super::chain::{decision_for, new_member};
use super::court_line::assign_topic;
use super::drill::accept::new_task;
use super::ledger::withdraw_promise;
use super::seat::{begins_on, new_seat};
use super::{must, next_position};
use crate::names::tenure_of;
use crate::wire::*;
use crate::{App, Error, new_id};

/// Days in which one asked for a date should name it.
const ANSWER_DAYS: u64 = 3;
/// Days in which it should be found out who sits in a seat.
const SEEK_DAYS: u64 = 7;

/// Does one mend.
pub fn apply_mend(app: &mut App, context: &ViewContext, request: ApplyMend) -> Result<Changed, Error> {
    let on = request.on;
    match request.act {
        MendAct::Assign { seat, staff, kind, by_rule } => {
            assign_rows(app, context, AssignSeats { seats: vec![seat], staff, kind, on }, !by_rule)
        }
        MendAct::Confirm { seat, staff, by } => confirm(app, context, (seat, staff), by, on),
        MendAct::Merge { touches, on } => merge(app, context, &touches, on),
        MendAct::Move { touch, on } => move_touch(app, context, touch, on),
        MendAct::Plan { seat, staff, on } => plan(app, context, seat, staff, on),
        MendAct::AskDate { commitments, staff } => ask_date(app, context, &commitments, staff, on),
        MendAct::Withdraw { commitment } => {
            let reason = Some(app.words().speak(context.lang).say("mend-withdraw-why"));
            withdraw_promise(app, context, WithdrawPromise { commitment, on: Some(on), reason })
        }
        MendAct::Log { seat, staff, kind } => {
            let (kind, staff) = (kind.ok_or(Error::refused("contact-how"))?, vec![staff]);
            log_touch(app, context, LogTouch { seat, on, kind, staff, summary: None })
        }
        MendAct::Seek { account, role, staff } => seek(app, context, account, role, staff),
        MendAct::AssignTopic { account, topic, staff } => {
            assign_topic(app, context, AssignTopic { account, topic, staff, kind: AssignmentKind::Owner, on })
        }
    }
}

/// The choice of an owner stands against the rule. Nobody is signed in, so a person says who confirms; the audit has who sat
/// at the machine.
fn confirm(
    app: &mut App,
    context: &ViewContext,
    (seat, staff): (SeatId, StaffId),
    by: Option<StaffId>,
    on: Day,
) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(seat)?;
    let by = by.ok_or(Error::refused("confirm-who"))?;
    if !is_active(must(&snapshot.staff, by, "staff")?, on) {
        return Err(Error::refused("staff-left"));
    }
    let seats = seats_of_row(&snapshot, seat, on);
    let held = |one: &&Assignment| {
        seats.contains(&one.seat)
            && one.staff == staff
            && one.kind == AssignmentKind::Owner
            && is_in_force(one.from_on, one.to_on, on)
    };
    let held: Vec<Assignment> = snapshot.assignments.iter().filter(held).cloned().collect();
    if held.is_empty() {
        return Err(Error::missing("assignment"));
    }
    let (_, changed) = app.transact(context.lang, "confirm-owner", |tx| {
        for one in held {
            tx.put(&Assignment { confirmed_by: Some(by), confirmed_on: Some(on), ..one })?;
        }
        Ok(())
    })?;
    Ok(changed)
}

/// Plans that are still written, all for one person.
fn plans_of(app: &App, ids: &[PlannedTouchId]) -> Result<Vec<PlannedTouch>, Error> {
    let store = app.store()?;
    let get = |id: &PlannedTouchId| store.get::<PlannedTouch>(*id)?.ok_or(Error::missing("plan"));
    ids.iter().map(get).collect()
}

/// Several plans become one activity on one day: the hour and the place of the first that has them hold for all.
fn merge(app: &mut App, context: &ViewContext, ids: &[PlannedTouchId], on: Day) -> Result<Changed, Error> {
    let plans = plans_of(app, ids)?;
    if plans.len() < 2 || plans.iter().any(|one| one.person != plans[0].person) {
        return Err(Error::refused("nothing-chosen"));
    }
    outside_blackout(app, &plans[0], on)?;
    let activity = plans.iter().find_map(|one| one.activity.clone());
    let activity = activity.unwrap_or_else(|| app.words().speak(context.lang).say("mend-activity"));
    let timed = plans.iter().find(|one| one.at.is_some());
    let (at, minutes) = (timed.and_then(|one| one.at), timed.and_then(|one| one.minutes));
    let place = plans.iter().find_map(|one| one.place.clone());
    let (_, changed) = app.transact(context.lang, "merge-plans", |tx| {
        for one in plans {
            tx.put(&PlannedTouch { on, activity: Some(activity.clone()), at, minutes, place: place.clone(), ..one })?;
        }
        Ok(())
    })?;
    Ok(changed)
}

fn move_touch(app: &mut App, context: &ViewContext, id: PlannedTouchId, on: Day) -> Result<Changed, Error> {
    let plans = plans_of(app, &[id])?;
    outside_blackout(app, &plans[0], on)?;
    let (_, changed) = app.transact(context.lang, "move-plan", |tx| {
        plans.into_iter().try_for_each(|one| Ok::<(), Error>(tx.put(&PlannedTouch { on, ..one })?))
    })?;
    Ok(changed)
}

/// One of ours plans to meet whoever sits there.
fn plan(app: &mut App, context: &ViewContext, seat: SeatId, staff: StaffId, on: Day) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(seat)?;
    may_approach(&snapshot, seat, on)?;
    must(&snapshot.staff, staff, "staff")?;
    let account = must(&snapshot.seats, seat, "seat")?.account;
    let person = tenure_of(&snapshot, seat, on).ok_or(Error::refused("seat-empty"))?.person;
    let (at, minutes, place, activity) = (None, None, None, None);
    let new = PlannedTouch { id: new_id(), r#ref: None, account, on, staff, person, activity, at, minutes, place };
    outside_blackout(app, &new, on)?;
    let (_, changed) = app.transact(context.lang, "plan-meeting", |tx| Ok::<(), Error>(tx.put(&new)?))?;
    Ok(Changed { created: Some(new.id.to_string()), ..changed })
}

/// Refuses a day in the blackout of a decision of the account.
fn outside_blackout(app: &mut App, plan: &PlannedTouch, on: Day) -> Result<(), Error> {
    let snapshot = app.account(plan.account)?;
    let barred = |one: &&Decision| one.account == plan.account && one.is_blackout_within(on, on);
    let Some(decision) = snapshot.decisions.iter().find(barred) else { return Ok(()) };
    let day = |day: Option<Day>| day.map_or_else(|| "…".to_owned(), |one| one.to_string());
    Err(Error::refused("blackout").with("from", day(decision.blackout_from)).with("to", day(decision.blackout_to)))
}

/// One entitled is asked which of the days holds: a task, due in three days and never after the first promised day.
fn ask_date(
    app: &mut App,
    context: &ViewContext,
    ids: &[CommitmentId],
    staff: StaffId,
    on: Day,
) -> Result<Changed, Error> {
    let store = app.store()?;
    let get = |id: &CommitmentId| store.get::<Commitment>(*id)?.ok_or(Error::missing("commitment"));
    let promises: Vec<Commitment> = ids.iter().map(get).collect::<Result<_, Error>>()?;
    let first = promises.iter().min_by_key(|one| (one.promised_on, one.id)).ok_or(Error::refused("nothing-chosen"))?;
    store.get::<Staff>(staff)?.ok_or(Error::missing("staff"))?;
    let speech = app.words().speak(context.lang);
    let soon = on.checked_add_days(chrono::Days::new(ANSWER_DAYS)).unwrap_or(on);
    let task = Task {
        account: Some(first.account),
        commitment: Some(first.id),
        text: Some(speech.text("mend-ask-date-text", &[("topic", first.topic.clone())])),
        ..new_task(TaskKind::TakePromise, staff, soon.min(first.promised_on).max(on))
    };
    let (_, changed) = app.transact(context.lang, "ask-date", |tx| Ok(tx.put(&task)?))?;
    Ok(Changed { created: Some(task.id.to_string()), ..changed })
}

/// A seat of the chain whose holder is to be found: with its role, its owner, and the task to find out.
fn seek(
    app: &mut App,
    context: &ViewContext,
    account: AccountId,
    role: DecisionRole,
    staff: StaffId,
) -> Result<Changed, Error> {
    let (snapshot, today) = (app.account(account)?, context.today);
    if !is_active(must(&snapshot.staff, staff, "staff")?, today) {
        return Err(Error::refused("staff-left"));
    }
    let unit = UnitsOn::read(&snapshot, account, today).root().map(|one| one.id).ok_or(Error::missing("unit"))?;
    let (decision, new_decision) = decision_for(&snapshot, account, None)?;
    let title = |lang| Some(app.words().speak(lang).label("code", role));
    let speech = app.words().speak(context.lang);
    let text = speech.text("mend-seek-text", &[("role", speech.label("code", role))]);
    let position = next_position(snapshot.seats.iter().map(|one| one.position));
    let from_on = begins_on(&snapshot, account, today);
    let seat = Seat { from_on, ..new_seat(account, unit, "", None, false, position) };
    let seat = Seat { title_zh: title(Lang::ZhCn), title_en: title(Lang::En), ..seat };
    let member = ChainMember { roles: vec![role], ..new_member(decision, seat.id, position) };
    let owner = AssignSeats { seats: vec![seat.id], staff, kind: AssignmentKind::Owner, on: today };
    let owner = assignment(seat.id, &owner);
    let due_on = today.checked_add_days(chrono::Days::new(SEEK_DAYS)).unwrap_or(today);
    let (account, own, text) = (Some(account), Some(seat.id), Some(text));
    let task = Task { account, seat: own, text, ..new_task(TaskKind::Other, staff, due_on) };
    let open = |one: &&ChainVacancy| one.decision == decision && one.role == role;
    let filled: Vec<ChainVacancyId> = snapshot.chain_vacancies.iter().filter(open).map(|one| one.id).collect();
    let (_, changed) = app.transact(context.lang, "seek-role", |tx| {
        filled.into_iter().try_for_each(|one| tx.remove::<ChainVacancy>(one).map(drop))?;
        new_decision.iter().try_for_each(|one| tx.put(one))?;
        tx.put(&seat)?;
        tx.put(&member)?;
        tx.put(&owner)?;
        Ok(tx.put(&task)?)
    })?;
    Ok(Changed { created: Some(seat.id.to_string()), ..changed })
}
