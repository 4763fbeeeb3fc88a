//! Cars (C.4.8): which places a car has and in which order they honour. Left-hand drive; in a car with the wheel at the
//! right everything is mirrored.

use super::lay::{GAP, Queue, Roll, Room};
use super::{Car, Facing, FurnitureKind, Hand, Honour, Occupant, SeatCheck, SeatingAsk};
use crate::engine::Reason;
use crate::{MpvRule, VehicleKind};

/// Fewest rows of a bus.
const BUS_ROWS: usize = 4;
/// Up to here a bus has one seat at each side of the aisle, beyond two.
const SMALL_BUS: usize = 16;
/// Head of a car in front of its first row, mm.
const BONNET: f32 = 10.0;

/// The places of a car in order of honour, the driver's left out.
pub(super) fn order(car: Car, mpv: MpvRule, riders: usize) -> Vec<String> {
    let codes: &[&str] = match (car.kind, car.host_drives, mpv) {
        (VehicleKind::Sedan, false, _) => &["RR", "RL", "RM", "FP"],
        (VehicleKind::Sedan, true, _) => &["FP", "RR", "RL", "RM"],
        (VehicleKind::Offroad, ..) => &["FP", "RR", "RL"],
        (VehicleKind::Mpv, false, MpvRule::MiddleRowFirst) => &["MR", "ML", "RR", "RL", "RM", "FP"],
        (VehicleKind::Mpv, true, MpvRule::MiddleRowFirst) => &["FP", "MR", "ML", "RR", "RL", "RM"],
        (VehicleKind::Suv7 | VehicleKind::Mpv, false, _) => &["RR", "RL", "RM", "MR", "ML", "FP"],
        (VehicleKind::Suv7 | VehicleKind::Mpv, true, _) => &["FP", "RR", "RL", "RM", "MR", "ML"],
        (VehicleKind::Bus, ..) => return bus(car, riders),
    };
    codes.iter().map(|code| if car.right_hand_drive { mirrored(code) } else { (*code).to_owned() }).collect()
}

/// The code of the place across the car.
fn mirrored(code: &str) -> String {
    match code.strip_suffix('R').filter(|row| !row.is_empty()) {
        Some(row) => format!("{row}L"),
        None => code.strip_suffix('L').map_or_else(|| code.to_owned(), |row| format!("{row}R")),
    }
}

/// Rows of a bus: `R1` and `L1` by the window; `R1a` and `L1a` by the aisle of a large one.
fn bus(car: Car, riders: usize) -> Vec<String> {
    let sides = if car.right_hand_drive { ["L", "R"] } else { ["R", "L"] };
    let aisles: &[&str] = if riders > SMALL_BUS { &["", "a"] } else { &[""] };
    let rows = riders.div_ceil(2 * aisles.len()).max(BUS_ROWS);
    let row = |row: usize| {
        sides.into_iter().flat_map(move |side| aisles.iter().map(move |aisle| format!("{side}{row}{aisle}")))
    };
    (1..=rows).flat_map(row).collect()
}

/// The smallest car that takes everybody.
fn proposed(riders: usize) -> Car {
    let kind = match riders {
        0..=4 => VehicleKind::Sedan,
        5..=6 => VehicleKind::Mpv,
        _ => VehicleKind::Bus,
    };
    Car { kind, host_drives: false, right_hand_drive: false }
}

/// Column (−2 … 2) and row of a place, from the front.
fn grid(place: &str, kind: VehicleKind, right_hand_drive: bool) -> (f32, usize) {
    let wheel = if right_hand_drive { 1.0 } else { -1.0 };
    if kind == VehicleKind::Bus && place != "DR" {
        let (side, rest) = place.split_at(1);
        let column = if rest.ends_with('a') { 0.62 } else { 1.6 };
        let row = rest.trim_end_matches('a').parse().unwrap_or(1);
        return (if side == "R" { column } else { -column }, row);
    }
    let rear = if matches!(kind, VehicleKind::Sedan | VehicleKind::Offroad) { 1 } else { 2 };
    match place {
        "DR" if kind == VehicleKind::Bus => (wheel * 1.6, 0),
        "DR" => (wheel, 0),
        "FP" => (-wheel, 0),
        "ML" => (-1.0, 1),
        "MR" => (1.0, 1),
        "RL" => (-1.0, rear),
        "RM" => (0.0, rear),
        _ => (1.0, rear),
    }
}

/// A car with its riders: guests before ours unless the list is one order already.
pub(super) fn car(ask: &SeatingAsk, roll: &Roll) -> Room {
    let mut room = Room::default();
    let mut riders = riders(roll);
    let car = ask.car.unwrap_or_else(|| proposed(riders.len()));
    let places = order(car, ask.rules.mpv_rule, riders.len());
    let driver = car.host_drives.then(|| roll.ours.first().cloned()).flatten();
    riders.retain(|one| driver.as_ref().is_none_or(|driver| driver.who != one.who));
    let aides: Vec<Occupant> = [&roll.our_interpreters, &roll.guest_interpreters, &roll.our_aides, &roll.guest_aides]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let front = !car.host_drives && !matches!(car.kind, VehicleKind::Offroad | VehicleKind::Bus) && !aides.is_empty();
    let at = |place: &str| {
        let (column, row) = grid(place, car.kind, car.right_hand_drive);
        (column * (ask.chair.w + GAP), BONNET + ask.chair.h / 2.0 + row as f32 * (ask.chair.h + 4.0))
    };
    if driver.is_some() {
        room.put("DR".into(), Queue::Ours, Facing::Up, at("DR"));
        room.spots.iter_mut().for_each(|one| one.post = Some("driver"));
    } else {
        room.stand(FurnitureKind::Driver, Some("label-driver"), at("DR"), (ask.chair.w, ask.chair.h));
    }
    for place in &places {
        let queue = if front && place == "FP" { Queue::OurAides } else { Queue::All };
        room.put(place.clone(), queue, Facing::Up, at(place));
    }
    if front {
        room.wait(Queue::OurAides, &aides[..1]);
        riders.retain(|one| one.who != aides[0].who);
        room.rule.push(Reason::new("rule-car-front-aide"));
    }
    room.wait(Queue::Ours, &driver.iter().cloned().collect::<Vec<_>>());
    room.wait(Queue::All, &riders);
    outline(ask, &mut room);
    finish(ask, car, driver.is_some(), &places, &mut room);
    room
}

/// Everybody in one order: the principal guest, the host beside them, then the other guests, ours, and those who help.
fn riders(roll: &Roll) -> Vec<Occupant> {
    let guests = roll.guests.iter();
    let helpers = [&roll.our_interpreters, &roll.guest_interpreters, &roll.our_aides, &roll.guest_aides];
    let first: Vec<&Occupant> = guests.clone().take(1).chain(roll.ours.iter().take(1)).collect();
    let rest = guests.skip(1).chain(roll.ours.iter().skip(1));
    first.into_iter().chain(rest).chain(helpers.into_iter().flatten()).cloned().collect()
}

fn outline(ask: &SeatingAsk, room: &mut Room) {
    let reach = room.spots.iter().map(|one| one.x.abs()).fold(0.0, f32::max).max(ask.chair.w);
    let low = room.spots.iter().map(|one| one.y).fold(0.0, f32::max);
    let (w, h) = ((reach + ask.chair.w / 2.0 + 4.0) * 2.0, low + ask.chair.h / 2.0 + 5.0);
    room.stand(FurnitureKind::Car, Some("label-car-front"), (0.0, h / 2.0), (w, h));
    // Behind the seats.
    room.furniture.rotate_right(1);
}

fn finish(ask: &SeatingAsk, car: Car, has_driver: bool, places: &[String], room: &mut Room) {
    let code = match (car.kind, car.host_drives, ask.rules.mpv_rule) {
        (VehicleKind::Sedan, false, _) => "rule-car-sedan",
        (VehicleKind::Offroad, ..) => "rule-car-offroad",
        (VehicleKind::Bus, ..) => "rule-car-bus",
        (_, true, _) => "rule-car-owner",
        (VehicleKind::Mpv, false, MpvRule::MiddleRowFirst) => "rule-car-mpv",
        (..) => "rule-car-three-rows",
    };
    room.rule.insert(0, Reason::new(code));
    if car.right_hand_drive {
        room.rule.push(Reason::new("rule-car-wheel-right"));
    }
    room.rule.push(Reason::new("rule-guest-right"));
    if car.host_drives && !has_driver {
        room.checks.push(SeatCheck { passed: false, reason: Reason::new("check-car-no-driver") });
    }
    let hand = if car.right_hand_drive { Hand::Left } else { Hand::Right };
    let two = |at: usize| places.get(at).cloned().unwrap_or_default();
    let side_by_side = places.len() > 1 && !matches!(places[0].as_str(), "FP") && car.kind != VehicleKind::Bus;
    room.honour = side_by_side.then(|| Honour { hand, first: two(0), second: two(1) });
}
