//! Where the host sits in each kept drawing: the place, who is beside and across, and at a banquet the own table. Deliberately
//! absent: the rest of the room, rules and checks; the card is read standing.

use super::crew::seats::{CARD, kept_plans, seated_name, spot};
use super::{Ground, Said, SeatSheet, kept};
use crate::engine::seating::{Facing, Furniture, FurnitureKind, PlacedSeat, SeatPlan};
use crate::{Attendee, SeatingKind, StaffId};

/// Space between the lowest chair of a table and the door drawn for it, mm.
const DOOR_GAP: f32 = 4.0;

/// The host's place in one drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct MyPlace {
    pub kind: SeatingKind,
    /// The name of the drawing.
    pub name: Option<String>,
    /// Code of the place: `near:1`, `table1:0`, `RL`.
    pub place: String,
    /// At the own left hand.
    pub left: Option<Said>,
    pub right: Option<Said>,
    /// Across the table.
    pub across: Option<Said>,
    /// The own table of a banquet.
    pub table: Option<SeatSheet>,
}

/// The host's places in the order of the drawings; drawings without the host are left out.
pub(super) fn my_places(from: &Ground, host: StaffId) -> Vec<MyPlace> {
    let own = |seat: &&PlacedSeat| seat.occupant.as_ref().is_some_and(|one| one.who == Attendee::Ours(host));
    let place = |(record, plan): (&crate::SeatingPlan, SeatPlan)| {
        let seat = plan.seats.iter().find(own)?;
        let (left, right) = hands(&plan, seat);
        let said = |one: Option<&PlacedSeat>| seated_name(from, &one?.occupant.as_ref()?.who);
        Some(MyPlace {
            kind: record.kind,
            name: kept(&record.name),
            place: seat.place.clone(),
            left: said(left),
            right: said(right),
            across: said(across(&plan, seat)),
            table: (record.kind == SeatingKind::RoundTables).then(|| table(from, &plan, seat)),
        })
    };
    kept_plans(from, CARD).into_iter().filter_map(place).collect()
}

/// Who is at the left and at the right hand. At a round table the chairs are counted clockwise, so the next one is at the left.
fn hands<'a>(plan: &'a SeatPlan, seat: &PlacedSeat) -> (Option<&'a PlacedSeat>, Option<&'a PlacedSeat>) {
    if let Some((table, at)) = round_place(&seat.place) {
        let chairs: Vec<_> = plan.seats.iter().filter(|one| is_at(one, table)).collect();
        let n = chairs.len();
        let near =
            |step: usize| chairs.iter().find(|one| round_place(&one.place).is_some_and(|it| it.1 == (at + step) % n));
        return if n < 2 { (None, None) } else { (near(1).copied(), near(n - 1).copied()) };
    }
    if plan.kind == SeatingKind::Car {
        return (None, None);
    }
    // Own left is the page's right for who faces down the page, and so on round.
    let (dx, dy) = match seat.facing {
        Facing::Down => (1.0, 0.0),
        Facing::Up => (-1.0, 0.0),
        Facing::Left => (0.0, 1.0),
        Facing::Right => (0.0, -1.0),
    };
    (beside(plan, seat, dx, dy), beside(plan, seat, -dx, -dy))
}

/// The next place in a direction, in the same row and not farther than a gap is wide.
fn beside<'a>(plan: &'a SeatPlan, seat: &PlacedSeat, dx: f32, dy: f32) -> Option<&'a PlacedSeat> {
    let gap = |one: &&PlacedSeat| {
        let (x, y) = (one.x - seat.x, one.y - seat.y);
        let (along, aside) = (x * dx + y * dy, (x * dy).abs() + (y * dx).abs());
        (one.place != seat.place && along > 0.1 && aside < seat.h / 2.0).then_some(along)
    };
    let near =
        plan.seats.iter().filter_map(|one| Some((gap(&one)?, one))).min_by(|one, other| one.0.total_cmp(&other.0));
    near.filter(|one| one.0 < seat.w.max(seat.h) * 2.0).map(|one| one.1)
}

/// Who sits face to face at a long table.
fn across<'a>(plan: &'a SeatPlan, seat: &PlacedSeat) -> Option<&'a PlacedSeat> {
    if !matches!(plan.kind, SeatingKind::TableBroadside | SeatingKind::TableEndOn) {
        return None;
    }
    let (dx, dy, other) = match seat.facing {
        Facing::Down => (0.0, 1.0, Facing::Up),
        Facing::Up => (0.0, -1.0, Facing::Down),
        Facing::Left => (-1.0, 0.0, Facing::Right),
        Facing::Right => (1.0, 0.0, Facing::Left),
    };
    let gap = |one: &&PlacedSeat| {
        let (x, y) = (one.x - seat.x, one.y - seat.y);
        let (along, aside) = (x * dx + y * dy, (x * dy).abs() + (y * dx).abs());
        let half = if dx == 0.0 { seat.w } else { seat.h } / 2.0;
        (one.facing == other && along > 0.1 && aside < half).then_some(along)
    };
    let near = plan.seats.iter().filter_map(|one| Some((gap(&one)?, one)));
    near.min_by(|one, other| one.0.total_cmp(&other.0)).map(|one| one.1)
}

/// Table and chair of `table2:5`.
fn round_place(place: &str) -> Option<(&str, usize)> {
    let (table, at) = place.split_once(':')?;
    table.strip_prefix("table").and_then(|_| Some((table, at.parse().ok()?)))
}

fn is_at(seat: &PlacedSeat, table: &str) -> bool {
    round_place(&seat.place).is_some_and(|one| one.0 == table)
}

/// The table of a place alone, with the door below it.
fn table(from: &Ground, plan: &SeatPlan, own: &PlacedSeat) -> SeatSheet {
    let name = round_place(&own.place).map_or("", |one| one.0);
    let seats: Vec<&PlacedSeat> = plan.seats.iter().filter(|one| is_at(one, name)).collect();
    let edge = |at: fn(&PlacedSeat) -> f32, of: fn(f32, f32) -> f32, start: f32| {
        seats.iter().map(|one| at(one)).fold(start, of)
    };
    let (left, top) = (edge(|one| one.x, f32::min, f32::MAX), edge(|one| one.y, f32::min, f32::MAX));
    let (right, foot) = (edge(|one| one.x + one.w, f32::max, f32::MIN), edge(|one| one.y + one.h, f32::max, f32::MIN));
    let inside = |one: &&Furniture| {
        let (x, y) = (one.x + one.w / 2.0, one.y + one.h / 2.0);
        one.kind == FurnitureKind::Round && (left..right).contains(&x) && (top..foot).contains(&y)
    };
    let moved = |one: &Furniture| Furniture { x: one.x - left, y: one.y - top, ..one.clone() };
    let mut furniture: Vec<Furniture> = plan.furniture.iter().filter(inside).map(moved).collect();
    let mut height = foot - top;
    if let Some(door) = plan.furniture.iter().find(|one| one.kind == FurnitureKind::Door) {
        let w = door.w.min(right - left);
        let (x, y) = ((right - left - w) / 2.0, height + DOOR_GAP);
        furniture.push(Furniture { x, y, w, ..door.clone() });
        height = y + door.h.max(6.0);
    }
    let spots = seats.iter().map(|one| {
        let placed = spot(from, one);
        super::SeatSpot { x: placed.x - left, y: placed.y - top, own: one.place == own.place, ..placed }
    });
    SeatSheet {
        kind: plan.kind,
        name: None,
        rule: Vec::new(),
        seats: spots.collect(),
        furniture,
        width: right - left,
        height,
    }
}
