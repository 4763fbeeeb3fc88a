//! Ties, assignments and touches.

use std::collections::HashSet;

use domain::engine::asof::is_in_force;
use domain::*;

use super::arrange::account_of;
use super::dated::end;
use super::{clean_text, must};
use crate::names::{is_shielded, tenure_of};
use crate::wire::{Assign, AssignSeats, Changed, EndAssignment, LogTouch, SetTie, ViewContext};
use crate::{App, Error, new_id};

/// Refuses what would bring one of ours near somebody we must not approach.
pub(crate) fn may_approach(snapshot: &Snapshot, seat: SeatId, day: Day) -> Result<(), Error> {
    let marked = must(&snapshot.seats, seat, "seat")?.no_contact;
    let shielded = tenure_of(snapshot, seat, day).is_some_and(|one| is_shielded(snapshot, one.person, day));
    if marked || shielded { Err(Error::refused("no-contact")) } else { Ok(()) }
}

/// All seats of the stakeholder in a seat: the matrix has one row for a person with several posts.
pub(crate) fn seats_of_row(snapshot: &Snapshot, seat: SeatId, day: Day) -> Vec<SeatId> {
    let Some(tenure) = tenure_of(snapshot, seat, day) else { return vec![seat] };
    let held = |one: &&Tenure| one.person == tenure.person && is_in_force(one.from_on, one.to_on, day);
    snapshot.tenures.iter().filter(held).map(|one| one.seat).collect()
}

/// Records how well one of ours knows the holder.
pub fn set_tie(app: &mut App, context: &ViewContext, request: SetTie) -> Result<Changed, Error> {
    if request.level > 5 {
        return Err(Error::refused("level-range"));
    }
    let snapshot = app.account_of_seat(request.seat)?;
    if request.read_on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    let tenure = tenure_of(&snapshot, request.seat, request.read_on).ok_or(Error::refused("seat-empty"))?;
    must(&snapshot.staff, request.staff, "staff")?;
    may_approach(&snapshot, request.seat, context.today)?;
    let same_day =
        |one: &&TieReading| one.person == tenure.person && one.staff == request.staff && one.read_on == request.read_on;
    let earlier = snapshot.ties.iter().find(same_day).cloned();
    let blank = TieReading {
        id: new_id(),
        r#ref: None,
        staff: request.staff,
        person: tenure.person,
        level: request.level,
        read_on: request.read_on,
        evidence: None,
        confirmed_by: None,
    };
    let evidence = request.evidence.as_deref().map(clean_text).transpose()?.flatten();
    let reading = TieReading { level: request.level, evidence, ..earlier.unwrap_or(blank) };
    let (_, changed) = app.transact(context.lang, "set-tie", |tx| Ok(tx.put(&reading)?))?;
    Ok(changed)
}

/// Makes one of ours answer for a seat. There is one owner: a new one ends the others.
pub fn assign(app: &mut App, context: &ViewContext, request: Assign) -> Result<Changed, Error> {
    let Assign { seat, staff, kind, on } = request;
    assign_seats(app, context, AssignSeats { seats: vec![seat], staff, kind, on })
}

/// As `assign` for several seats in one step; refused whole when one of them must not be approached.
pub fn assign_seats(app: &mut App, context: &ViewContext, request: AssignSeats) -> Result<Changed, Error> {
    assign_rows(app, context, request, true)
}

/// The same, chosen by hand or named by a rule.
pub(crate) fn assign_rows(
    app: &mut App,
    context: &ViewContext,
    request: AssignSeats,
    manual: bool,
) -> Result<Changed, Error> {
    let snapshot = account_of(app, &request.seats)?;
    request.seats.iter().try_for_each(|seat| may_approach(&snapshot, *seat, request.on))?;
    let staff = must(&snapshot.staff, request.staff, "staff")?;
    if staff.status == StaffStatus::Departed {
        return Err(Error::refused("staff-left"));
    }
    let owner = request.kind == AssignmentKind::Owner;
    let (mut ended, mut begun, mut done) = (Vec::new(), Vec::new(), HashSet::new());
    for seat in &request.seats {
        let row = seats_of_row(&snapshot, *seat, request.on);
        // One row, one owner: a second post of somebody chosen too adds nothing.
        if row.iter().any(|one| done.contains(one)) {
            continue;
        }
        done.extend(row.iter().copied());
        let current = |one: &&Assignment| {
            row.contains(&one.seat) && one.kind == request.kind && is_in_force(one.from_on, one.to_on, request.on)
        };
        let (same, others): (Vec<Assignment>, Vec<Assignment>) =
            snapshot.assignments.iter().filter(current).cloned().partition(|one| one.staff == request.staff);
        if same.is_empty() {
            begun.push(Assignment { manual, ..assignment(*seat, &request) });
        }
        ended.extend(others.into_iter().filter(|_| owner));
    }
    if ended.is_empty() && begun.is_empty() {
        return Err(Error::refused("already-assigned"));
    }
    let (_, changed) = app.transact(context.lang, "assign", |tx| {
        ended.into_iter().try_for_each(|one| end(tx, one, request.on))?;
        Ok(begun.iter().try_for_each(|one| tx.put(one))?)
    })?;
    Ok(changed)
}

/// A new assignment, chosen by hand.
pub(super) fn assignment(seat: SeatId, request: &AssignSeats) -> Assignment {
    Assignment {
        confirmed_by: None,
        confirmed_on: None,
        id: new_id(),
        r#ref: None,
        seat,
        staff: request.staff,
        kind: request.kind,
        from_on: Some(request.on),
        to_on: None,
        manual: true,
    }
}

/// Ends an assignment.
pub fn end_assignment(app: &mut App, context: &ViewContext, request: EndAssignment) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let seats = seats_of_row(&snapshot, request.seat, request.on);
    let own = |one: &&Assignment| {
        seats.contains(&one.seat)
            && one.staff == request.staff
            && one.kind == request.kind
            && is_in_force(one.from_on, one.to_on, request.on)
    };
    let held: Vec<Assignment> = snapshot.assignments.iter().filter(own).cloned().collect();
    if held.is_empty() {
        return Err(Error::missing("assignment"));
    }
    let (_, changed) = app
        .transact(context.lang, "end-assignment", |tx| held.into_iter().try_for_each(|one| end(tx, one, request.on)))?;
    Ok(changed)
}

/// Logs a two-way contact.
pub fn log_touch(app: &mut App, context: &ViewContext, request: LogTouch) -> Result<Changed, Error> {
    if request.on > context.today {
        return Err(Error::refused("touch-ahead"));
    }
    let snapshot = app.account_of_seat(request.seat)?;
    let seat = must(&snapshot.seats, request.seat, "seat")?;
    let tenure = tenure_of(&snapshot, request.seat, request.on).ok_or(Error::refused("seat-empty"))?;
    may_approach(&snapshot, request.seat, request.on)?;
    for id in &request.staff {
        must(&snapshot.staff, *id, "staff")?;
    }
    let summary = request.summary.as_deref().map(clean_text).transpose()?.flatten();
    let touch = Touch {
        direction: None,
        id: new_id(),
        r#ref: None,
        account: seat.account,
        on: request.on,
        kind: request.kind,
        staff: request.staff,
        people: vec![tenure.person],
        summary,
        minutes: None,
        visit: None,
    };
    let (_, changed) = app.transact(context.lang, "log-touch", |tx| Ok(tx.put(&touch)?))?;
    Ok(changed)
}
