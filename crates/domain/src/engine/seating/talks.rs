//! Talks at a long table, broadside or end-on (C.4.2, C.4.3), and courtesy meetings on sofas (C.4.4).

use super::lay::{AISLE, GAP, HEADROOM, Queue, Roll, Room, along, down, rows_back, step};
use super::{Facing, FurnitureKind, Hand, Honour, Occupant, SeatSide, SeatingAsk};
use crate::SecondSeat;
use crate::engine::Reason;

/// Most people of one side at a table; the others sit in a second row.
const AT_TABLE: usize = 15;
/// Most people of one side at the far end of a horseshoe.
const FAR_SOFAS: usize = 3;
/// Depth of a long table, mm.
const TABLE: f32 = 18.0;

/// One side of a table.
struct Bench<'a> {
    side: SeatSide,
    people: &'a [Occupant],
    interpreters: &'a [Occupant],
    aides: &'a [Occupant],
}

impl Bench<'_> {
    fn queues(&self) -> [Queue; 3] {
        match self.side {
            SeatSide::Guest => [Queue::Guests, Queue::GuestInterpreters, Queue::GuestAides],
            SeatSide::Ours => [Queue::Ours, Queue::OurInterpreters, Queue::OurAides],
        }
    }

    /// Steps along the table of numbers 1, 2, 3 …: alternately by hand from the middle, past an interpreter (C.4.2). Both
    /// sides count the same way: guests' right and hosts' left are −1.
    fn steps(&self, ask: &SeatingAsk) -> Vec<i32> {
        let honoured = if (ask.rules.hand() == Hand::Right) == (self.side == SeatSide::Guest) { -1 } else { 1 };
        let with_interpreter = !self.interpreters.is_empty();
        // The host's interpreter at the host's right, the guest's at the guest's left: both at +1.
        let free_side = with_interpreter && ask.rules.second_seat == SecondSeat::FreeSide;
        let toward = if free_side { -1 } else { honoured };
        let past = |steps: i32| if with_interpreter && steps > 0 { steps + 1 } else { steps };
        (1..=self.people.len().min(AT_TABLE)).map(|k| past(step(k, toward))).collect()
    }

    /// Those behind: who does not fit, further interpreters, note-takers and assistants.
    fn second_row(&self) -> Vec<Queue> {
        let [people, interpreters, aides] = self.queues();
        let over = self.people.len().saturating_sub(AT_TABLE);
        let mut row = vec![people; over];
        row.extend(vec![interpreters; self.interpreters.len().saturating_sub(1)]);
        row.extend(vec![aides; self.aides.len()]);
        row
    }
}

fn benches(roll: &Roll) -> [Bench<'_>; 2] {
    [
        Bench {
            side: SeatSide::Guest,
            people: &roll.guests,
            interpreters: &roll.guest_interpreters,
            aides: &roll.guest_aides,
        },
        Bench {
            side: SeatSide::Ours,
            people: &roll.ours,
            interpreters: &roll.our_interpreters,
            aides: &roll.our_aides,
        },
    ]
}

/// Rules of talks, common to both ways the table can stand.
fn rules_of_talks(ask: &SeatingAsk, roll: &Roll, table: &'static str) -> Vec<Reason> {
    let left = ask.rules.hand() == Hand::Left;
    let mut rule = vec![Reason::new(table), Reason::new(if left { "rule-second-left" } else { "rule-second-right" })];
    if !roll.guest_interpreters.is_empty() || !roll.our_interpreters.is_empty() {
        rule.push(Reason::new("rule-interpreters"));
        let beyond = ask.rules.second_seat == SecondSeat::BeyondInterpreter;
        rule.push(Reason::new(if beyond { "rule-second-beyond" } else { "rule-second-free" }));
    }
    if benches(roll).iter().any(|one| !one.second_row().is_empty()) {
        rule.push(Reason::new("rule-behind"));
    }
    rule.push(Reason::new("rule-confirm"));
    rule
}

/// How the two sides of a table lie on the page.
struct Lie {
    names: [&'static str; 2],
    facing: [Facing; 2],
    /// Middle of the place so many steps along the table and so many rows back.
    at: fn(SeatSide, i32, usize, &SeatingAsk) -> (f32, f32),
}

/// Seats both sides of a table; gives the least and the greatest step taken.
fn both_sides(ask: &SeatingAsk, roll: &Roll, lie: &Lie, room: &mut Room) -> (i32, i32) {
    let (mut least, mut most) = (0, 0);
    for (bench, (name, facing)) in benches(roll).into_iter().zip(lie.names.iter().zip(lie.facing)) {
        let [people, interpreters, aides] = bench.queues();
        let steps = bench.steps(ask);
        least = steps.iter().copied().fold(least, i32::min);
        most = steps.iter().copied().fold(most, i32::max);
        for (k, along) in steps.iter().enumerate() {
            room.put(format!("{name}:{}", k + 1), people, facing, (lie.at)(bench.side, *along, 0, ask));
        }
        if !bench.interpreters.is_empty() {
            most = most.max(1);
            room.put(format!("{name}:T"), interpreters, facing, (lie.at)(bench.side, 1, 0, ask));
        }
        second_row(ask, &bench, lie, (name, facing), room);
        room.wait(people, bench.people);
        room.wait(interpreters, bench.interpreters);
        room.wait(aides, bench.aides);
    }
    room.honour = Some(Honour {
        hand: ask.rules.hand(),
        first: format!("{}:1", lie.names[0]),
        second: format!("{}:2", lie.names[0]),
    });
    (least, most)
}

fn second_row(ask: &SeatingAsk, bench: &Bench, lie: &Lie, (name, facing): (&str, Facing), room: &mut Room) {
    let guest_hand = if ask.rules.hand() == Hand::Right { -1 } else { 1 };
    let toward = if bench.side == SeatSide::Guest { guest_hand } else { -guest_hand };
    for (k, queue) in bench.second_row().into_iter().enumerate() {
        let (row, k_in_row) = (1 + k / AT_TABLE, k % AT_TABLE + 1);
        let at = (lie.at)(bench.side, step(k_in_row, toward), row, ask);
        room.put(format!("{name}_behind:{}", k + 1), queue, facing, at);
    }
}

/// Long table broadside to the door: guests far and facing it (C.4.2).
pub(super) fn broadside(ask: &SeatingAsk, roll: &Roll) -> Room {
    let mut room = Room { foot: Some(FurnitureKind::Door), ..Room::default() };
    let at = |side, along_table, row, ask: &SeatingAsk| {
        let away = TABLE / 2.0 + GAP * 2.0 + ask.chair.h / 2.0 + rows_back(row, ask.chair.h);
        (along(along_table, ask.chair), if side == SeatSide::Guest { -away } else { away })
    };
    let lie = Lie { names: ["far", "near"], facing: [Facing::Down, Facing::Up], at };
    let (least, most) = both_sides(ask, roll, &lie, &mut room);
    let (from, to) = (along(least, ask.chair), along(most, ask.chair));
    let length = to - from + ask.chair.w * 2.0;
    room.stand(FurnitureKind::Table, Some("label-table-broadside"), ((from + to) / 2.0, 0.0), (length, TABLE));
    room.rule = rules_of_talks(ask, roll, "rule-broadside");
    room
}

/// Long table end-on to the door: entering, guests at the right hand, hosts at the left (C.4.3).
pub(super) fn end_on(ask: &SeatingAsk, roll: &Roll) -> Room {
    let mut room = Room { foot: Some(FurnitureKind::Door), ..Room::default() };
    let at = |side, along_table, row, ask: &SeatingAsk| {
        let away = TABLE / 2.0 + GAP * 2.0 + ask.chair.w / 2.0 + rows_back(row, ask.chair.w);
        (if side == SeatSide::Guest { away } else { -away }, down(along_table, ask.chair))
    };
    let lie = Lie { names: ["right", "left"], facing: [Facing::Left, Facing::Right], at };
    let (least, most) = both_sides(ask, roll, &lie, &mut room);
    let (from, to) = (down(least, ask.chair), down(most, ask.chair));
    let length = to - from + ask.chair.h * 2.0;
    room.stand(FurnitureKind::Table, Some("label-table-end-on"), (0.0, (from + to) / 2.0), (TABLE, length));
    room.rule = rules_of_talks(ask, roll, "rule-end-on");
    room
}

/// Sofas in a horseshoe: both principals at the far end facing the door, each side's people down their own side (C.4.4).
pub(super) fn sofas(ask: &SeatingAsk, roll: &Roll) -> Room {
    let mut room = Room { foot: Some(FurnitureKind::Door), ..Room::default() };
    let right = ask.rules.hand() == Hand::Right;
    let pitch = ask.chair.w + GAP;
    let arm = pitch * (FAR_SOFAS as f32 + 0.5) + AISLE;
    let mut lowest = 0.0_f32;
    for bench in benches(roll) {
        let [people, interpreters, aides] = bench.queues();
        // The guest at the host's right is at the page's left.
        let page = if (bench.side == SeatSide::Guest) == right { -1.0 } else { 1.0 };
        let name = if bench.side == SeatSide::Guest { "guest" } else { "ours" };
        let inward = if page < 0.0 { Facing::Right } else { Facing::Left };
        for k in 0..bench.people.len() {
            let place = format!("{name}:{}", k + 1);
            if k < FAR_SOFAS {
                room.put(place, people, Facing::Down, (page * (k as f32 + 0.5) * pitch + page * AISLE / 2.0, 0.0));
            } else {
                let y = (k - FAR_SOFAS + 1) as f32 * (ask.chair.h + GAP);
                lowest = lowest.max(y);
                room.put(place, people, inward, (page * arm, y));
            }
        }
        let behind = [vec![interpreters; bench.interpreters.len()], vec![aides; bench.aides.len()]].concat();
        for (k, queue) in behind.into_iter().enumerate() {
            let at = (page * (k as f32 + 0.5) * pitch + page * AISLE / 2.0, -(ask.chair.h + HEADROOM));
            room.put(format!("{name}_behind:{}", k + 1), queue, Facing::Down, at);
        }
        room.wait(people, bench.people);
        room.wait(interpreters, bench.interpreters);
        room.wait(aides, bench.aides);
    }
    let tea = (ask.chair.h / 2.0 + AISLE + 6.0, pitch * 2.0);
    room.stand(FurnitureKind::TeaTable, Some("label-tea-table"), (0.0, tea.0.max(lowest / 2.0)), (tea.1, 9.0));
    room.honour = Some(Honour { hand: ask.rules.hand(), first: "ours:1".into(), second: "guest:1".into() });
    room.rule.push(Reason::new(if right { "rule-sofas-right" } else { "rule-sofas-left" }));
    if !roll.guest_interpreters.is_empty()
        || !roll.our_interpreters.is_empty()
        || !roll.our_aides.is_empty()
        || !roll.guest_aides.is_empty()
    {
        room.rule.push(Reason::new("rule-sofas-behind"));
    }
    room.rule.push(Reason::new("rule-confirm"));
    room
}
