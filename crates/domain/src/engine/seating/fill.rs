//! Puts people on places: pins first, then each queue in order; says which rule a pin breaks and what is wrong.

use super::lay::{AISLE, Queue, Roll, Room, Spot};
use super::{Furniture, FurnitureKind, Occupant, PlacedSeat, SeatCheck, SeatPlan, SeatRole, SeatSide, SeatingAsk};
use crate::engine::{Param, Reason};
use crate::{Attendee, SeatPin, SeatingKind};

/// Paper around the drawing, mm.
const MARGIN: f32 = 6.0;
/// Width of the words beside a back row, mm.
const BACK_LABEL: f32 = 24.0;
/// Room for door, audience or camera, mm.
const FOOT: f32 = 12.0;

/// Who sits on each spot, who has none, and the pins nobody can obey.
struct Seated {
    on: Vec<Option<Occupant>>,
    without: Vec<Occupant>,
    idle: Vec<Reason>,
}

/// Somebody as a fact of a reason.
pub(super) fn who(one: &Attendee) -> Param {
    match one {
        Attendee::Guest(id) => Param::Person(*id),
        Attendee::Ours(id) => Param::Staff(*id),
        Attendee::Named(name) => Param::Text(name.clone()),
    }
}

fn assign(room: &Room, roll: &Roll, pins: &[SeatPin]) -> Seated {
    let mut seated = Seated { on: vec![None; room.spots.len()], without: Vec::new(), idle: Vec::new() };
    let is_on = |on: &[Option<Occupant>], who: &Attendee| on.iter().flatten().any(|one| one.who == *who);
    for (pin, asked) in pins.iter().map(|one| (one, true)).chain(room.fixed.iter().map(|one| (one, false))) {
        let spot = room.spots.iter().position(|one| one.place == pin.place);
        let person = roll.all().find(|one| one.who == pin.who);
        match (spot, person) {
            (Some(at), Some(person)) if seated.on[at].is_none() && !is_on(&seated.on, &pin.who) => {
                seated.on[at] = Some(person.clone())
            }
            _ if !asked => {}
            (None, _) => seated.idle.push(
                Reason::new("check-pin-no-place")
                    .with("who", who(&pin.who))
                    .with("place", Param::Text(pin.place.clone())),
            ),
            (_, None) => seated.idle.push(Reason::new("check-pin-absent").with("who", who(&pin.who))),
            _ => seated.idle.push(Reason::new("check-pin-twice").with("who", who(&pin.who))),
        }
    }
    for (queue, people) in &room.queues {
        let waiting: Vec<&Occupant> = people.iter().filter(|one| !is_on(&seated.on, &one.who)).collect();
        let free: Vec<usize> =
            (0..room.spots.len()).filter(|at| room.spots[*at].queue == *queue && seated.on[*at].is_none()).collect();
        free.iter().zip(&waiting).for_each(|(at, one)| seated.on[*at] = Some((*one).clone()));
        seated.without.extend(waiting.into_iter().skip(free.len()).cloned());
    }
    // Whoever is left takes any place that stayed free.
    for at in 0..room.spots.len() {
        if seated.on[at].is_none() && !seated.without.is_empty() {
            seated.on[at] = Some(seated.without.remove(0));
        }
    }
    seated
}

/// The finished plan.
pub(super) fn fill(ask: &SeatingAsk, roll: &Roll, room: Room) -> SeatPlan {
    let seated = assign(&room, roll, &ask.pins);
    let by_rule = if ask.pins.is_empty() { None } else { Some(assign(&room, roll, &[])) };
    let checks = checks(ask, roll, &room, &seated);
    let heads = [roll.head(SeatSide::Guest), roll.head(SeatSide::Ours)];
    let mut seats: Vec<PlacedSeat> = Vec::with_capacity(room.spots.len());
    for (at, spot) in room.spots.iter().enumerate() {
        let occupant = seated.on[at].clone();
        let pinned = occupant
            .as_ref()
            .is_some_and(|one| ask.pins.iter().any(|pin| pin.place == spot.place && pin.who == one.who));
        let ruled = by_rule.as_ref().filter(|_| pinned).map(|one| &one.on);
        seats.push(PlacedSeat {
            place: spot.place.clone(),
            number: occupant.as_ref().and_then(|one| roll.number(&one.who)),
            kept_for: spot.queue.side(),
            principal: occupant.as_ref().is_some_and(|one| heads.contains(&Some(&one.who))),
            pinned,
            post: spot.post,
            note: ruled.and_then(|on| note(&room, roll, at, seated.on[at].as_ref()?, on)),
            occupant,
            facing: spot.facing,
            x: spot.x - ask.chair.w / 2.0,
            y: spot.y - ask.chair.h / 2.0,
            w: ask.chair.w,
            h: ask.chair.h,
        });
    }
    let honour = room.honour.clone().filter(|one| {
        seats
            .iter()
            .filter(|seat| seat.occupant.is_some() && (seat.place == one.first || seat.place == one.second))
            .count()
            == 2
    });
    page_order(&room, &mut seats);
    let mut plan = SeatPlan {
        kind: ask.kind,
        seats,
        furniture: room.furniture,
        honour,
        rule: room.rule,
        checks,
        width: 0.0,
        height: 0.0,
    };
    name_back_rows(&mut plan);
    move_into_frame(&mut plan, room.foot);
    plan
}

/// What rule a pin breaks; `None` when the rule says the same.
fn note(room: &Room, roll: &Roll, at: usize, one: &Occupant, ruled: &[Option<Occupant>]) -> Option<Reason> {
    let own = ruled.iter().position(|other| other.as_ref().is_some_and(|other| other.who == one.who));
    if own == Some(at) {
        return None;
    }
    let about = |code: &'static str| Reason::new(code).with("who", who(&one.who));
    let spot = &room.spots[at];
    let is_head = roll.head(one.side) == Some(&one.who);
    let crosses = spot.queue.side().is_some_and(|side| side != one.side);
    Some(match (&ruled[at], one.role) {
        _ if is_head => about("note-principal"),
        (_, SeatRole::Interpreter) => about("note-interpreter"),
        _ if crosses => about("note-other-side"),
        (Some(other), _) => about("note-order").with("other", who(&other.who)),
        (None, _) => about("note-free"),
    })
}

fn count(number: usize) -> Param {
    Param::Int(i64::try_from(number).unwrap_or(i64::MAX))
}

fn checks(ask: &SeatingAsk, roll: &Roll, room: &Room, seated: &Seated) -> Vec<SeatCheck> {
    let failed = |reason: Reason| SeatCheck { passed: false, reason };
    let people = roll.all().count();
    let sitting = seated.on.iter().flatten().count();
    let mut checks = Vec::new();
    if roll.twice.is_empty() && seated.without.is_empty() {
        checks.push(SeatCheck { passed: true, reason: Reason::new("check-all-seated").with("people", count(sitting)) });
    }
    checks.extend(roll.twice.iter().map(|one| failed(Reason::new("check-twice").with("who", who(one)))));
    if !seated.without.is_empty() {
        let few = Reason::new("check-few-places").with("people", count(people)).with("places", count(room.spots.len()));
        checks.push(failed(few));
    }
    checks.extend(seated.without.iter().map(|one| failed(Reason::new("check-no-place").with("who", who(&one.who)))));
    if let Some(most) = ask.companions_max.filter(|_| ask.kind == SeatingKind::RoundTables) {
        let ours = roll.ours.len() + roll.our_aides.len();
        let passed = ours <= usize::try_from(most).unwrap_or(usize::MAX);
        let reason = Reason::new(if passed { "check-companions" } else { "check-companions-over" });
        checks
            .push(SeatCheck { passed, reason: reason.with("count", count(ours)).with("max", Param::Int(most.into())) });
    }
    let front = |spot: &Spot| spot.place == "FP";
    let empty_front = room.spots.iter().zip(&seated.on).any(|(spot, one)| front(spot) && one.is_none());
    let riders = room.spots.iter().zip(&seated.on).any(|(spot, one)| spot.queue == Queue::All && one.is_some());
    if ask.car.is_some_and(|car| car.host_drives) && empty_front && riders {
        checks.push(failed(Reason::new("check-car-front-empty")));
    }
    checks.extend(room.checks.iter().cloned());
    checks.extend(seated.idle.iter().cloned().map(failed));
    checks
}

/// Rows from the top, each from the left; tables one after the other, clockwise from the host; cars in order of honour.
fn page_order(room: &Room, seats: &mut [PlacedSeat]) {
    if room.foot.is_some() && !room.spots.iter().any(|one| one.place.starts_with("table1")) {
        seats.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    } else {
        let table =
            |place: &str| place.split_once(':').map(|(table, at)| (table.to_owned(), at.parse::<u32>().unwrap_or(0)));
        seats.sort_by_key(|one| table(&one.place).map(|(table, at)| (table.len(), table, at)));
    }
}

/// Says beside the rows behind a table, rostrum or group what they are.
fn name_back_rows(plan: &mut SeatPlan) {
    if !matches!(plan.kind, SeatingKind::TableBroadside | SeatingKind::Rostrum | SeatingKind::Photo) {
        return;
    }
    for side in ["far_behind:", "near_behind:", "behind:"] {
        let row = || plan.seats.iter().filter(|one| one.place.starts_with(side));
        let Some(first) = row().find(|one| one.place.ends_with(":1")) else { continue };
        let left = row().filter(|one| one.y == first.y).map(|one| one.x).fold(f32::INFINITY, f32::min);
        let (x, y, h) = (left - BACK_LABEL - AISLE, first.y, first.h);
        let label = Some(Reason::new("label-behind"));
        plan.furniture.push(Furniture { kind: FurnitureKind::Label, label, x, y, w: BACK_LABEL, h });
    }
}

/// Moves everything to the frame's upper left corner and sets door, audience or camera below.
fn move_into_frame(plan: &mut SeatPlan, foot: Option<FurnitureKind>) {
    let boxes = || {
        plan.seats
            .iter()
            .map(|one| (one.x, one.y, one.w, one.h))
            .chain(plan.furniture.iter().map(|one| (one.x, one.y, one.w, one.h)))
    };
    let least = |pick: fn((f32, f32, f32, f32)) -> f32| boxes().map(pick).fold(f32::INFINITY, f32::min);
    let most = |pick: fn((f32, f32, f32, f32)) -> f32| boxes().map(pick).fold(f32::NEG_INFINITY, f32::max);
    if boxes().next().is_none() {
        (plan.width, plan.height) = (MARGIN * 2.0, MARGIN * 2.0);
        return;
    }
    // The bracket of honour stands above its row.
    let head = if plan.honour.is_some() { AISLE + 5.0 } else { 0.0 };
    let (left, top) = (least(|one| one.0) - MARGIN, least(|one| one.1) - MARGIN - head);
    let (right, bottom) = (most(|one| one.0 + one.2) + MARGIN, most(|one| one.1 + one.3));
    plan.width = right - left;
    plan.height = bottom - top + if foot.is_some() { FOOT + AISLE } else { MARGIN };
    plan.seats.iter_mut().for_each(|one| (one.x, one.y) = (one.x - left, one.y - top));
    plan.furniture.iter_mut().for_each(|one| (one.x, one.y) = (one.x - left, one.y - top));
    if let Some(kind) = foot {
        let label = Reason::new(match kind {
            FurnitureKind::Audience => "label-audience",
            FurnitureKind::Camera => "label-camera",
            _ => "label-door",
        });
        let y = plan.height - FOOT;
        plan.furniture.push(Furniture {
            kind,
            label: Some(label),
            x: MARGIN,
            y,
            w: plan.width - MARGIN * 2.0,
            h: FOOT - 2.0,
        });
    }
}
