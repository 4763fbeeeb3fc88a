//! Who follows in a seat, seats that end, and seats nobody may approach.

use domain::engine::asof::is_in_force;
use domain::*;

use super::dated::end;
use super::seat::new_person;
use super::tree::Tree;
use super::{clean_name, must};
use crate::names::tenure_of;
use crate::wire::*;
use crate::{App, Error, new_id};

/// Somebody takes an empty seat: a known person, who may hold others too, or a new name.
pub fn fill_seat(app: &mut App, context: &ViewContext, request: FillSeat) -> Result<Changed, Error> {
    if request.on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    let snapshot = app.account_of_seat(request.seat)?;
    let seat = must(&snapshot.seats, request.seat, "seat")?;
    if !is_in_force(seat.from_on, seat.to_on, request.on) {
        return Err(Error::refused("seat-ended"));
    }
    if seat.no_contact {
        return Err(Error::refused("no-contact"));
    }
    let later = |one: &Tenure| one.seat == seat.id && one.from_on.is_some_and(|from| from > request.on);
    if tenure_of(&snapshot, seat.id, request.on).is_some() || snapshot.tenures.iter().any(later) {
        return Err(Error::refused("seat-taken"));
    }
    let Successor { person, held, ended } = successor(app, &request)?;
    let primary = request.primary || !held.iter().any(|one| one.primary);
    let tenure = Tenure { from_on: Some(request.on), primary, ..Tenure::bare(new_id(), seat.id, person.id) };
    let stale: Vec<Tenure> = snapshot
        .tenures
        .iter()
        .filter(|one| one.seat == seat.id && is_in_force(one.from_on, one.to_on, request.on))
        .cloned()
        .collect();
    let (_, changed) = app.transact(context.lang, "fill-seat", |tx| {
        tx.put(&person)?;
        ended.into_iter().try_for_each(|(one, gone)| end(tx, one, gone))?;
        stale.into_iter().try_for_each(|one| end(tx, one, request.on))?;
        if primary {
            held.into_iter().filter(|one| one.primary).try_for_each(|one| make_second(tx, one, request.on))?;
        }
        tx.put(&Seat { status: SeatStatus::Normal, ..seat.clone() })?;
        Ok(tx.put(&tenure)?)
    })?;
    Ok(Changed { created: Some(person.id.to_string()), ..changed })
}

/// The person who comes.
struct Successor {
    person: Person,
    /// What the person holds on the day.
    held: Vec<Tenure>,
    /// Posts left open when the person went, and the first day without them: they are not taken up again.
    ended: Vec<(Tenure, Day)>,
}

fn successor(app: &App, request: &FillSeat) -> Result<Successor, Error> {
    let Some(id) = request.person else {
        let name = request.name.as_deref().map(clean_name).transpose()?.flatten();
        let person = new_person(&name.ok_or(Error::refused("name-empty"))?);
        return Ok(Successor { person, held: vec![], ended: vec![] });
    };
    let mut person = app.store()?.get::<Person>(id)?.ok_or(Error::missing("person"))?;
    if person.status == PersonStatus::Erased {
        return Err(Error::missing("person"));
    }
    if person.no_contact {
        return Err(Error::refused("no-contact"));
    }
    let mut held = app.store()?.list_by::<Tenure>("person", id)?;
    let mut ended = vec![];
    if person.status == PersonStatus::Departed {
        // Without a known day they went at the latest on the day before they come back.
        let gone = person.left_on.and_then(|last| last.succ_opt()).unwrap_or(request.on);
        for one in held.iter_mut().filter(|one| one.to_on.is_none_or(|to| to >= gone)) {
            one.to_on = gone.pred_opt();
            ended.push((one.clone(), gone));
        }
    }
    person.status = PersonStatus::Active;
    person.left_on = None;
    held.retain(|one| is_in_force(one.from_on, one.to_on, request.on));
    // A post in another account may bar them too.
    for one in &held {
        if app.store()?.get::<Seat>(one.seat)?.is_some_and(|seat| seat.no_contact) {
            return Err(Error::refused("no-contact"));
        }
    }
    Ok(Successor { person, held, ended })
}

/// From the day on the post is no longer the main one; before, it was.
fn make_second(tx: &mut store::Tx, held: Tenure, on: Day) -> Result<(), Error> {
    let second = Tenure { id: new_id(), r#ref: None, from_on: Some(on), primary: false, ..held.clone() };
    end(tx, held, on)?;
    Ok(tx.put(&second)?)
}

/// The seat ends: `on` is the first day without it. Its lines, holders and assignments end with it; reports move up.
/// A seat that ends on the day it began was on no day. Refused when something of the seat is known to begin after the day: it would be lost.
pub fn end_seat(app: &mut App, context: &ViewContext, request: EndSeat) -> Result<Changed, Error> {
    if request.on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    let snapshot = app.account_of_seat(request.seat)?;
    let seat = must(&snapshot.seats, request.seat, "seat")?;
    if seat.from_on.is_some_and(|from| from > request.on) || !is_in_force(seat.from_on, seat.to_on, request.on) {
        return Err(Error::refused("seat-ended"));
    }
    if let Some(day) = last_begun(&snapshot, seat.id).filter(|day| *day > request.on) {
        return Err(Error::refused("later-record").with("day", day));
    }
    let left = leaving(app, &snapshot, seat.id, request.on)?;
    let tree = Tree::of(&snapshot, request.on);
    let above = tree.lines_up(seat.id).into_iter().next();
    let open = |to: Option<Day>| to.is_none_or(|to| to >= request.on);
    let (_, changed) = app.transact(context.lang, "end-seat", |tx| {
        for report in snapshot.seats.iter().filter(|one| tree.superior(one.id) == Some(seat.id)) {
            tree.inherit(tx, report, above.as_ref())?;
        }
        let touching = |one: &&Edge| one.from_seat == seat.id || one.to_seat == seat.id;
        // The lines of reports of the day have just ended above.
        let done = |one: &Edge| one.kind == EdgeKind::ReportsTo && tree.superior(one.from_seat) == Some(seat.id);
        for line in snapshot.edges.iter().filter(touching).filter(|one| open(one.to_on)) {
            if !(done(line) && is_in_force(line.from_on, line.to_on, request.on)) {
                end(tx, line.clone(), request.on)?;
            }
        }
        for tenure in snapshot.tenures.iter().filter(|one| one.seat == seat.id && open(one.to_on)) {
            end(tx, tenure.clone(), request.on)?;
        }
        for one in snapshot.assignments.iter().filter(|one| one.seat == seat.id && open(one.to_on)) {
            end(tx, one.clone(), request.on)?;
        }
        left.iter().try_for_each(|one| tx.put(one))?;
        Ok(tx.put(&Seat { to_on: request.on.pred_opt(), ..seat.clone() })?)
    })?;
    Ok(changed)
}

/// The latest day on which a line, a holder or an assignment of a seat begins.
fn last_begun(snapshot: &Snapshot, seat: SeatId) -> Option<Day> {
    let lines = snapshot.edges.iter().filter(|one| one.from_seat == seat || one.to_seat == seat).map(|one| one.from_on);
    let tenures = snapshot.tenures.iter().filter(|one| one.seat == seat).map(|one| one.from_on);
    let assigned = snapshot.assignments.iter().filter(|one| one.seat == seat).map(|one| one.from_on);
    lines.chain(tenures).chain(assigned).flatten().max()
}

/// Holders who have no other seat from the day on.
fn leaving(app: &App, snapshot: &Snapshot, seat: SeatId, on: Day) -> Result<Vec<Person>, Error> {
    let mut left = Vec::new();
    for tenure in snapshot.tenures.iter().filter(|one| one.seat == seat && one.to_on.is_none_or(|to| to >= on)) {
        let all = app.store()?.list_by::<Tenure>("person", tenure.person)?;
        let elsewhere = all.iter().any(|one| one.seat != seat && one.to_on.is_none_or(|to| to >= on));
        let person = snapshot.person(tenure.person).filter(|one| one.status == PersonStatus::Active && !elsewhere);
        left.extend(person.map(|one| Person { status: PersonStatus::Departed, left_on: on.pred_opt(), ..one.clone() }));
    }
    Ok(left)
}

/// Bars contact with whoever sits in a seat, or allows it again: then the holder's own mark goes too.
pub fn set_no_contact(app: &mut App, context: &ViewContext, request: SetNoContact) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let seat = Seat { no_contact: request.no_contact, ..must(&snapshot.seats, request.seat, "seat")?.clone() };
    let held = tenure_of(&snapshot, seat.id, context.today).and_then(|one| snapshot.person(one.person));
    let freed = held.filter(|one| one.no_contact && !request.no_contact);
    let op = if request.no_contact { "bar-contact" } else { "allow-contact" };
    let (_, changed) = app.transact(context.lang, op, |tx| {
        freed.iter().try_for_each(|one| tx.put(&Person { no_contact: false, ..(*one).clone() }))?;
        Ok(tx.put(&seat)?)
    })?;
    Ok(changed)
}
