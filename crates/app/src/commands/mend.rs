//! Doing one mend of a finding: one step, one way back. Deliberately absent: which mends there are (`mends`).

use domain::engine::asof::is_in_force;
use domain::scene::Wording;
use domain::*;

use super::bond::{assign_rows, may_approach, seats_of_row};
use super::court_line::assign_topic;
use super::must;
use crate::names::tenure_of;
use crate::wire::{ApplyMend, AssignSeats, AssignTopic, Changed, MendAct, ViewContext};
use crate::{App, Error, new_id};

/// Days in which one asked for a date should name it.
const ANSWER_DAYS: u64 = 3;

/// Does one mend.
pub fn apply_mend(app: &mut App, context: &ViewContext, request: ApplyMend) -> Result<Changed, Error> {
    let on = request.on;
    match request.act {
        MendAct::Assign { seat, staff, kind, by_rule } => {
            assign_rows(app, context, AssignSeats { seats: vec![seat], staff, kind, on }, !by_rule)
        }
        MendAct::Confirm { seat, staff } => confirm(app, context, seat, staff, on),
        MendAct::Merge { touches, on } => merge(app, context, &touches, on),
        MendAct::Move { touch, on } => move_touch(app, context, touch, on),
        MendAct::Plan { seat, staff, on } => plan(app, context, seat, staff, on),
        MendAct::AskDate { commitments, staff } => ask_date(app, context, &commitments, staff, on),
        MendAct::Withdraw { commitment } => withdraw(app, context, commitment),
        MendAct::AssignTopic { account, topic, staff } => {
            assign_topic(app, context, AssignTopic { account, topic, staff, kind: AssignmentKind::Owner, on })
        }
    }
}

/// The choice of an owner stands against the rule. Nobody is signed in: the one leading the account's team stands for who
/// confirmed, or the owner where nobody leads. The audit has who sat at the machine.
fn confirm(app: &mut App, context: &ViewContext, seat: SeatId, staff: StaffId, on: Day) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(seat)?;
    let account = must(&snapshot.seats, seat, "seat")?.account;
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
    let lead = |one: &&TeamMember| one.account == account && one.lead && is_in_force(one.from_on, one.to_on, on);
    let by = snapshot.team_members.iter().find(lead).map_or(staff, |one| one.staff);
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
        id: new_id(),
        r#ref: None,
        account: Some(first.account),
        kind: TaskKind::TakePromise,
        staff,
        with_staff: None,
        person: None,
        seat: None,
        commitment: Some(first.id),
        complaint: None,
        request: None,
        visit: None,
        text: Some(speech.text("mend-ask-date-text", &[("topic", first.topic.clone())])),
        due_on: soon.min(first.promised_on).max(on),
        done_on: None,
    };
    let (_, changed) = app.transact(context.lang, "ask-date", |tx| Ok(tx.put(&task)?))?;
    Ok(Changed { created: Some(task.id.to_string()), ..changed })
}

/// A promise leaves the ledger; what points to it lets go.
fn withdraw(app: &mut App, context: &ViewContext, id: CommitmentId) -> Result<Changed, Error> {
    app.store()?.get::<Commitment>(id)?.ok_or(Error::missing("commitment"))?;
    let (_, changed) = app.transact(context.lang, "withdraw-promise", |tx| {
        for one in tx.list::<Task>()?.into_iter().filter(|one| one.commitment == Some(id)) {
            tx.put(&Task { commitment: None, ..one })?;
        }
        for one in tx.list::<VisitLogEntry>()?.into_iter().filter(|one| one.commitment == Some(id)) {
            tx.put(&VisitLogEntry { commitment: None, ..one })?;
        }
        tx.remove::<Commitment>(id)?;
        Ok::<(), Error>(())
    })?;
    Ok(changed)
}
