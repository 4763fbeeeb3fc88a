//! Order, room and moves of many seats. Deliberately absent: where things are drawn; the layout decides.

use domain::*;

use super::must;
use super::tree::{Tree, renumber};
use super::unit::{into_unit, unit_on};
use crate::wire::*;
use crate::{App, Error};

/// Most room a branch may be given, in world units.
const MOST_ROOM: f64 = 20_000.0;

/// The account of the first seat, in which all the others must be.
pub(crate) fn account_of(app: &mut App, seats: &[SeatId]) -> Result<std::sync::Arc<Snapshot>, Error> {
    let first = *seats.first().ok_or(Error::refused("nothing-chosen"))?;
    let snapshot = app.account_of_seat(first)?;
    seats.iter().try_for_each(|id| must(&snapshot.seats, *id, "seat").map(|_| ()))?;
    Ok(snapshot)
}

/// Moves several seats at once; refused whole when a loop would close on that day or a later one.
pub fn move_seats(app: &mut App, context: &ViewContext, request: MoveSeats) -> Result<Changed, Error> {
    let snapshot = account_of(app, &request.seats)?;
    let tree = Tree::of(&snapshot, request.on);
    if let Some(above) = request.superior {
        must(&snapshot.seats, above, "seat")?;
        if tree.ever_loops(&request.seats, above) {
            return Err(Error::refused("cycle"));
        }
    }
    request.unit.map(|unit| unit_on(&snapshot, unit, request.on)).transpose()?;
    let (_, changed) = app.transact(context.lang, "move-seats", |tx| {
        for seat in snapshot.seats.iter().filter(|one| request.seats.contains(&one.id)) {
            if request.superior.is_some() && tree.superior(seat.id) != request.superior {
                tree.rehang(tx, seat, request.superior)?;
            }
            if let Some(unit) = request.unit {
                tx.put(&into_unit(&snapshot, seat, unit, request.on, context.today))?;
            }
        }
        Ok(())
    })?;
    Ok(changed)
}

/// Puts a seat before a sibling, or last.
pub fn order_seat(app: &mut App, context: &ViewContext, request: OrderSeat) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let seat = must(&snapshot.seats, request.seat, "seat")?;
    let tree = Tree::of(&snapshot, context.today);
    let mut order = tree.siblings(seat.account, tree.superior(seat.id));
    let lowest = order.first().map_or(0, |one| one.position);
    order.retain(|one| one.id != seat.id);
    let place = match request.before {
        None => order.len(),
        Some(id) if id == seat.id => return Err(Error::refused("not-sibling")),
        Some(id) => order.iter().position(|one| one.id == id).ok_or(Error::refused("not-sibling"))?,
    };
    // It takes the number of whom it is put before; the others make way.
    let position = order.get(place).map_or(i64::MIN, |one| one.position).max(lowest);
    let moved = Seat { position, ..seat.clone() };
    order.insert(place, &moved);
    let mut seats = renumber(order);
    if moved.position != seat.position && seats.iter().all(|one| one.id != moved.id) {
        seats.push(moved);
    }
    // A seat that lands on its old number changes nothing but was made to differ above.
    seats.retain(|one| snapshot.seat(one.id).is_some_and(|old| old.position != one.position));
    put_seats(app, context, "order-seat", &seats)
}

/// Gives branches room; room is never negative, and none is `null`.
pub fn nudge_seats(app: &mut App, context: &ViewContext, request: NudgeSeats) -> Result<Changed, Error> {
    let ids: Vec<SeatId> = request.seats.iter().map(|one| one.seat).collect();
    let snapshot = account_of(app, &ids)?;
    let room = |wanted: f64| if wanted.is_finite() && wanted > 0.0 { Some(wanted.min(MOST_ROOM)) } else { None };
    let nudged = |one: &SeatNudge| {
        snapshot.seat(one.seat).map(|seat| Seat { nudge_x: room(one.x), nudge_y: room(one.y), ..seat.clone() })
    };
    let seats: Vec<Seat> = request.seats.iter().filter_map(nudged).collect();
    put_seats(app, context, "nudge-seats", &seats)
}

/// Takes given room away.
pub fn tidy_seats(app: &mut App, context: &ViewContext, request: TidySeats) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    request.seats.iter().try_for_each(|id| must(&snapshot.seats, *id, "seat").map(|_| ()))?;
    let meant = |one: &&Seat| {
        let nudged = one.nudge_x.is_some() || one.nudge_y.is_some();
        nudged && (request.seats.is_empty() || request.seats.contains(&one.id))
    };
    let seats: Vec<Seat> =
        snapshot.seats.iter().filter(meant).map(|one| Seat { nudge_x: None, nudge_y: None, ..one.clone() }).collect();
    put_seats(app, context, "tidy-seats", &seats)
}

fn put_seats(app: &mut App, context: &ViewContext, op: &'static str, seats: &[Seat]) -> Result<Changed, Error> {
    let (_, changed) = app.transact(context.lang, op, |tx| Ok(seats.iter().try_for_each(|one| tx.put(one))?))?;
    Ok(changed)
}
