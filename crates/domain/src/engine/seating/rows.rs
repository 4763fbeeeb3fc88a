//! Rows that face the audience or the camera: rostrum (C.4.1) and photograph (C.4.7).

use super::lay::{AISLE, HEADROOM, Queue, Roll, Room, along, rows_back};
use super::{Facing, FurnitureKind, Hand, Honour, Occupant, SeatingAsk, lay};
use crate::engine::Reason;
use crate::{Convention, RostrumEvenRule};

/// Most people in one row when nobody said how many rows.
const ROW: usize = 12;

/// Place on the page, from the left, of each number of a row of `n`: centre first, then by hand (C.4.1).
pub(super) fn page_places(n: usize, hand: Hand, even: RostrumEvenRule) -> Vec<usize> {
    let mirrored = (hand == Hand::Right) != (n.is_multiple_of(2) && even == RostrumEvenRule::B);
    let centre = n.saturating_sub(1) / 2;
    // Who faces down the page has the left hand at the page's right.
    let place = |k: usize| centre.saturating_add_signed(lay::step(k, 1) as isize);
    (1..=n).map(place).map(|at| if mirrored { n - 1 - at } else { at }).collect()
}

/// How many stand in each row, the front row first: even, the front one never smaller.
fn row_lengths(n: usize, rows: u32) -> Vec<usize> {
    let asked = usize::try_from(rows).unwrap_or(0).min(n.max(1));
    let rows = if asked == 0 { n.div_ceil(ROW).max(1) } else { asked };
    (0..rows).map(|row| n / rows + usize::from(row < n % rows)).collect()
}

/// Both sides in one order: the principal guest, the host, then by turns.
fn merged(roll: &Roll) -> Vec<Occupant> {
    let longest = roll.guests.len().max(roll.ours.len());
    let turn = |at: usize| [roll.guests.get(at), roll.ours.get(at)].into_iter().flatten();
    (0..longest).flat_map(turn).cloned().collect()
}

/// Middle of a place in a row: the front row is the lowest on the page.
fn spot_at(index: usize, length: usize, row: usize, ask: &SeatingAsk) -> (f32, f32) {
    let half = i32::try_from(length).unwrap_or(0) - 1;
    let steps = 2 * i32::try_from(index).unwrap_or(0) - half;
    (along(steps, ask.chair) / 2.0, -rows_back(row, ask.chair.h))
}

/// Rows of one merged order.
fn ranked_rows(ask: &SeatingAsk, roll: &Roll, room: &mut Room) {
    let people = merged(roll);
    let (hand, even) = (ask.rules.hand(), ask.rules.rostrum_even_rule);
    let lengths = row_lengths(people.len(), ask.rows);
    for (row, &length) in lengths.iter().enumerate() {
        for (k, index) in page_places(length, hand, even).into_iter().enumerate() {
            room.put(format!("row{}:{}", row + 1, k + 1), Queue::All, Facing::Down, spot_at(index, length, row, ask));
        }
    }
    if lengths.iter().any(|length| length.is_multiple_of(2) && *length > 0) {
        room.rule.push(Reason::new(if even == RostrumEvenRule::A { "rule-even-a" } else { "rule-even-b" }));
    }
    if lengths.len() > 1 {
        room.rule.push(Reason::new("rule-rows"));
    }
    room.honour = Some(Honour { hand, first: "row1:1".into(), second: "row1:2".into() });
    room.wait(Queue::All, &people);
}

/// Interpreters and note-takers: a row behind everybody.
fn behind(ask: &SeatingAsk, roll: &Roll, room: &mut Room) {
    let rows = room.spots.iter().map(|one| one.y).fold(0.0, f32::min);
    let gap = if rows < 0.0 { AISLE } else { HEADROOM };
    let top = rows - ask.chair.h - gap;
    let lists = [
        (Queue::GuestInterpreters, &roll.guest_interpreters),
        (Queue::OurInterpreters, &roll.our_interpreters),
        (Queue::GuestAides, &roll.guest_aides),
        (Queue::OurAides, &roll.our_aides),
    ];
    let queues: Vec<Queue> = lists.iter().flat_map(|(queue, list)| list.iter().map(|_| *queue)).collect();
    for (k, (queue, index)) in
        queues.iter().zip(page_places(queues.len(), ask.rules.hand(), RostrumEvenRule::A)).enumerate()
    {
        let (x, _) = spot_at(index, queues.len(), 0, ask);
        room.put(format!("behind:{}", k + 1), *queue, Facing::Down, (x, top));
    }
    lists.iter().for_each(|(queue, list)| room.wait(*queue, list));
    if !queues.is_empty() {
        room.rule.push(Reason::new("rule-rows-behind"));
    }
}

/// Rostrum: centre first, then left (domestic official) or right, front row first (C.4.1).
pub(super) fn rostrum(ask: &SeatingAsk, roll: &Roll) -> Room {
    let mut room = Room { foot: Some(FurnitureKind::Audience), ..Room::default() };
    let code = if ask.rules.hand() == Hand::Left { "rule-rostrum-left" } else { "rule-rostrum-right" };
    room.rule.push(Reason::new(code));
    ranked_rows(ask, roll, &mut room);
    behind(ask, roll, &mut room);
    room.rule.push(Reason::new("rule-confirm"));
    room
}

/// Photograph: domestic official as a rostrum; else the host in the centre, guests and hosts by turns (C.4.7).
pub(super) fn photo(ask: &SeatingAsk, roll: &Roll) -> Room {
    let roll = &roll.with_aides_in_rank();
    let mut room = Room { foot: Some(FurnitureKind::Camera), ..Room::default() };
    if ask.rules.convention == Convention::GovDomestic {
        room.rule.push(Reason::new("rule-photo-left"));
        ranked_rows(ask, roll, &mut room);
    } else {
        room.rule.push(Reason::new("rule-photo-right"));
        by_turns(ask, roll, &mut room);
    }
    behind(ask, roll, &mut room);
    room.rule.push(Reason::new("rule-confirm"));
    room
}

/// From the centre `H1; right G1; left G2; right H2; left H3; right G3; left G4; …`, hosts' people at the ends.
fn by_turns(ask: &SeatingAsk, roll: &Roll, room: &mut Room) {
    let (guests, ours) = (roll.guests.len(), roll.ours.len());
    let lengths = row_lengths(guests + ours, ask.rows);
    let (mut left, mut numbers) = ([guests, ours], [0, 0]);
    for (row, &length) in lengths.iter().enumerate() {
        let sides = turns(length, left);
        for (k, side) in sides.into_iter().enumerate() {
            left[side] -= 1;
            numbers[side] += 1;
            // The host's right hand is at the page's left.
            let steps = lay::step(k + 1, -1);
            let index = (length / 2).saturating_add_signed(steps as isize);
            let queue = if side == 0 { Queue::Guests } else { Queue::Ours };
            let spot = spot_at(index, length, row, ask);
            room.put(format!("row{}:{}", row + 1, k + 1), queue, Facing::Down, spot);
        }
    }
    if ours > 0 && guests > 0 {
        room.honour = Some(Honour { hand: Hand::Right, first: "row1:1".into(), second: "row1:2".into() });
    }
    if lengths.len() > 1 {
        room.rule.push(Reason::new("rule-rows"));
    }
    room.wait(Queue::Guests, &roll.guests);
    room.wait(Queue::Ours, &roll.ours);
}

/// Whose turn it is on each place of a row from its centre: 0 guest, 1 ours. When a guest would stand at an end and ours
/// can spare two, those two close the ends.
fn turns(length: usize, left: [usize; 2]) -> Vec<usize> {
    let plain = alternate(length, left);
    let guest_ends = plain.iter().rev().take(2).any(|side| *side == 0);
    if length < 5 || left[1] < 3 || !guest_ends {
        return plain;
    }
    let mut closed = alternate(length - 2, [left[0], left[1] - 2]);
    closed.extend([1, 1]);
    closed
}

fn alternate(length: usize, mut left: [usize; 2]) -> Vec<usize> {
    let pick = |k: usize| {
        // Ours 1, guests 2 and 3, ours 4 and 5, guests 6 and 7 …
        let wanted = if k.div_ceil(2).is_multiple_of(2) { 1 } else { 0 };
        let side = if left[wanted] > 0 { wanted } else { 1 - wanted };
        left[side] = left[side].saturating_sub(1);
        side
    };
    (0..length).map(pick).collect()
}
