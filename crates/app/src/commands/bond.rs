//! Ties, assignments and touches.

use domain::*;

use super::{clean_text, must};
use crate::names::{holds, tenure_of};
use crate::wire::{Assign, Changed, EndAssignment, LogTouch, SetTie, ViewContext};
use crate::{App, Error, new_id};

/// Records how well one of ours knows the holder.
pub fn set_tie(app: &mut App, context: &ViewContext, request: SetTie) -> Result<Changed, Error> {
    if request.level > 5 {
        return Err(Error::refused("level-range"));
    }
    let snapshot = app.account_of_seat(request.seat)?;
    let tenure = tenure_of(&snapshot, request.seat, request.read_on).ok_or(Error::refused("seat-empty"))?;
    must(&snapshot.staff, request.staff, "staff")?;
    let same_day =
        |one: &&TieReading| one.person == tenure.person && one.staff == request.staff && one.read_on == request.read_on;
    let earlier = snapshot.ties.iter().find(same_day).map(|one| one.id);
    let reading = TieReading {
        id: earlier.unwrap_or_else(new_id),
        r#ref: None,
        staff: request.staff,
        person: tenure.person,
        level: request.level,
        read_on: request.read_on,
        evidence: request.evidence.as_deref().map(clean_text).transpose()?.flatten(),
        confirmed_by: None,
    };
    let (_, changed) = app.transact(context.lang, "set-tie", |tx| Ok(tx.put(&reading)?))?;
    Ok(changed)
}

/// Makes one of ours answer for a seat. There is one owner: a new one ends the others.
pub fn assign(app: &mut App, context: &ViewContext, request: Assign) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let seat = must(&snapshot.seats, request.seat, "seat")?;
    if seat.no_contact {
        return Err(Error::refused("no-contact"));
    }
    let staff = must(&snapshot.staff, request.staff, "staff")?;
    if staff.status == StaffStatus::Departed {
        return Err(Error::refused("staff-left"));
    }
    let current = |one: &&Assignment| {
        one.seat == request.seat && one.kind == request.kind && holds(one.from_on, one.to_on, request.on)
    };
    let held: Vec<Assignment> = snapshot.assignments.iter().filter(current).cloned().collect();
    if held.iter().any(|one| one.staff == request.staff) && (held.len() == 1 || request.kind != AssignmentKind::Owner) {
        return Err(Error::refused("already-assigned"));
    }
    let new = Assignment {
        id: new_id(),
        r#ref: None,
        seat: request.seat,
        staff: request.staff,
        kind: request.kind,
        from_on: Some(request.on),
        to_on: None,
        manual: true,
    };
    let already = held.iter().any(|one| one.staff == request.staff);
    let (_, changed) = app.transact(context.lang, "assign", |tx| {
        if request.kind == AssignmentKind::Owner {
            for other in held.into_iter().filter(|one| one.staff != request.staff) {
                end(tx, other, request.on)?;
            }
        }
        if already { Ok(()) } else { Ok(tx.put(&new)?) }
    })?;
    Ok(changed)
}

/// Ends an assignment the day before; one that began that day never was.
fn end(tx: &mut store::Tx, mut assignment: Assignment, on: Day) -> Result<(), Error> {
    if assignment.from_on == Some(on) {
        tx.remove::<Assignment>(assignment.id)?;
    } else {
        assignment.to_on = on.pred_opt();
        tx.put(&assignment)?;
    }
    Ok(())
}

/// Ends an assignment.
pub fn end_assignment(app: &mut App, context: &ViewContext, request: EndAssignment) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let own = |one: &&Assignment| {
        one.seat == request.seat
            && one.staff == request.staff
            && one.kind == request.kind
            && holds(one.from_on, one.to_on, request.on)
    };
    let held = snapshot.assignments.iter().find(own).cloned().ok_or(Error::missing("assignment"))?;
    let (_, changed) = app.transact(context.lang, "end-assignment", |tx| end(tx, held, request.on))?;
    Ok(changed)
}

/// Logs a two-way contact.
pub fn log_touch(app: &mut App, context: &ViewContext, request: LogTouch) -> Result<Changed, Error> {
    if request.on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    let snapshot = app.account_of_seat(request.seat)?;
    let seat = must(&snapshot.seats, request.seat, "seat")?;
    let tenure = tenure_of(&snapshot, request.seat, request.on).ok_or(Error::refused("seat-empty"))?;
    let person = must(&snapshot.people, tenure.person, "person")?;
    if seat.no_contact || person.no_contact {
        return Err(Error::refused("no-contact"));
    }
    let touch = Touch {
        id: new_id(),
        r#ref: None,
        account: seat.account,
        on: request.on,
        kind: request.kind,
        staff: request.staff,
        people: vec![tenure.person],
        summary: request.summary.as_deref().map(clean_text).transpose()?.flatten(),
        minutes: None,
        visit: None,
    };
    let (_, changed) = app.transact(context.lang, "log-touch", |tx| Ok(tx.put(&touch)?))?;
    Ok(changed)
}
