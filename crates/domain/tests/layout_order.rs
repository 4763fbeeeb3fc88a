//! What stays when something is added: the order of siblings, superiors above their reports, and the room a person gave
//! to a branch.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a fixture that cannot be made must fail the test")]

mod support;

use domain::layout::{Layout, SeatBox, UnitBox, place};
use domain::scene::Rect;
use domain::{EdgeKind, SeatId, UnitId};
use std::collections::{BTreeMap, HashMap};
use support::{Chance, Company, company, seat_id, unit_id};

fn boxes(made: &Company) -> (Vec<SeatBox>, Vec<UnitBox>) {
    let mut superior = HashMap::new();
    for edge in made.snapshot.edges.iter().filter(|edge| edge.kind == EdgeKind::ReportsTo) {
        superior.entry(edge.from_seat).or_insert(edge.to_seat);
    }
    let seats = made.snapshot.seats.iter().map(|seat| SeatBox {
        id: seat.id,
        unit: seat.unit,
        superior: superior.get(&seat.id).copied(),
        position: seat.position % 5,
        w: if seat.position % 11 == 3 { 192.0 } else { 240.0 },
        h: 104.0,
        nudge: (0.0, 0.0),
    });
    let units = made.snapshot.units.iter().map(|unit| UnitBox {
        id: unit.id,
        parent: unit.parent,
        position: unit.position % 3,
        min_w: 120.0,
    });
    (seats.collect(), units.collect())
}

/// Left of the other, or in a row above it: the order in which a reader meets them.
fn precedes(a: &Rect, b: &Rect) -> bool {
    let one_row = a.y < b.y + b.h && b.y < a.y + a.h;
    if one_row { a.x < b.x } else { a.y < b.y }
}

fn rects(layout: &Layout) -> HashMap<SeatId, Rect> {
    layout.seats.iter().map(|seat| (seat.id, seat.rect)).collect()
}

/// Every group of siblings in one unit, sorted as they are met on the sheet.
fn siblings(layout: &Layout, seats: &[SeatBox], known: usize) -> BTreeMap<(UnitId, Option<SeatId>), Vec<SeatId>> {
    let rects = rects(layout);
    let superior: HashMap<_, _> = layout.seats.iter().map(|seat| (seat.id, seat.superior)).collect();
    let mut groups: BTreeMap<_, Vec<SeatId>> = BTreeMap::new();
    for seat in seats.iter().filter(|seat| seat.id < seat_id(known)) {
        groups.entry((seat.unit, superior[&seat.id])).or_default().push(seat.id);
    }
    for group in groups.values_mut() {
        group.sort_by(|a, b| match (precedes(&rects[a], &rects[b]), precedes(&rects[b], &rects[a])) {
            (true, false) => std::cmp::Ordering::Less,
            (false, true) => std::cmp::Ordering::Greater,
            other => panic!("{a:?} and {b:?} stand in no order: {other:?}"),
        });
    }
    groups
}

/// Adds a report under a superior, in the superior's own unit.
fn with_leaf(seats: &[SeatBox], chance: &mut Chance) -> Vec<SeatBox> {
    let boss = &seats[chance.below(seats.len())];
    let leaf = SeatBox {
        id: seat_id(seats.len()),
        superior: Some(boss.id),
        position: chance.below(6) as i64,
        nudge: (0.0, 0.0),
        ..boss.clone()
    };
    [seats, &[leaf]].concat()
}

fn sizes() -> impl Iterator<Item = (u64, usize)> {
    (0..200u64).map(|seed| (seed, if seed % 10 == 9 { 300 } else { 2 + (seed as usize * 13) % 90 }))
}

#[test]
fn siblings_stand_in_their_order_below_their_superior() {
    let mut seen = 0;
    for (seed, people) in sizes() {
        let (seats, units) = boxes(&company(seed, people));
        let layout = place(&seats, &units);
        let of: HashMap<_, _> = seats.iter().map(|seat| (seat.id, seat)).collect();
        for ((_, boss), group) in siblings(&layout, &seats, usize::MAX) {
            let rank = |id: &SeatId| (of[id].position, *id);
            // Seats without a superior in their unit may stand anywhere among those who have one there.
            if boss.is_some_and(|boss| of[&boss].unit == of[&group[0]].unit) {
                assert!(group.windows(2).all(|pair| rank(&pair[0]) < rank(&pair[1])), "seed {seed}: {group:?}");
                seen += group.len();
            }
        }
        let rects = rects(&layout);
        for seat in &layout.seats {
            let boss = seat.superior.filter(|boss| of[boss].unit == of[&seat.id].unit);
            if let Some(boss) = boss {
                assert!(precedes(&rects[&boss], &seat.rect), "seed {seed}: {seat:?} stands above its superior");
            }
        }
    }
    assert!(seen > 5_000, "{seen}");
}

#[test]
fn one_more_leaf_moves_no_branch_out_of_order() {
    for (seed, people) in sizes() {
        let (seats, units) = boxes(&company(seed, people));
        let before = siblings(&place(&seats, &units), &seats, people);
        let mut chance = Chance::new(seed);
        for _ in 0..4 {
            let more = with_leaf(&seats, &mut chance);
            assert_eq!(before, siblings(&place(&more, &units), &more, people), "seed {seed}: {:?}", more.last());
        }
    }
}

/// The row of a dozen becomes a grid at the thirteenth leaf, and a row of boxes becomes shelves: nothing changes places.
#[test]
fn growing_past_a_row_keeps_the_order_of_seats_and_of_frames() {
    let mut made = Company::default();
    let top = made.unit(None);
    let head = made.seat(top, None);
    let parts: Vec<usize> = (0..6).map(|_| made.unit(Some(top))).collect();
    let heads: Vec<usize> = parts.iter().map(|&part| made.seat(part, Some(head))).collect();
    // The second part has another below it, so it cannot stand in a shelf.
    let under = made.unit(Some(top));
    made.seat(under, Some(heads[1]));
    let frames = |made: &Company| {
        let (seats, units) = boxes(made);
        let units = units.into_iter().map(|unit| UnitBox { position: 0, ..unit }).collect::<Vec<_>>();
        let layout = place(&seats, &units);
        let rects: HashMap<_, _> = layout.units.iter().map(|unit| (unit.id, unit.rect)).collect();
        let mut order: Vec<UnitId> = parts.iter().map(|&part| unit_id(part)).collect();
        order.sort_by(|a, b| rects[a].x.total_cmp(&rects[b].x).then(rects[a].y.total_cmp(&rects[b].y)));
        (order, layout.width)
    };
    let (before, narrow) = frames(&made);
    let mut widths = vec![narrow];
    for n in 0..80 {
        made.seat(parts[2 + n % 4], Some(heads[2 + n % 4]));
        let (order, width) = frames(&made);
        let place_of = |unit: usize| order.iter().position(|one| *one == unit_id(parts[unit])).unwrap();
        assert!(place_of(0) < place_of(1) && (2..6).all(|after| place_of(1) < place_of(after)), "{before:?} {order:?}");
        widths.push(width);
    }
    assert!(widths.windows(2).any(|pair| pair[1] < pair[0]), "the parts never became grids: {widths:?}");
}

#[test]
fn the_order_of_the_input_does_not_matter() {
    for (seed, people) in sizes() {
        let (mut seats, mut units) = boxes(&company(seed, people));
        let one = place(&seats, &units);
        let mut chance = Chance::new(seed);
        for at in (1..seats.len()).rev() {
            seats.swap(at, chance.below(at + 1));
        }
        units.reverse();
        assert_eq!(one, place(&seats, &units), "seed {seed}");
    }
}

/// A head with three reports, the second with three below.
fn small() -> (Vec<SeatBox>, Vec<UnitBox>) {
    let mut made = Company::default();
    let unit = made.unit(None);
    let head = made.seat(unit, None);
    let reports: Vec<usize> = (0..3).map(|_| made.seat(unit, Some(head))).collect();
    (0..3).for_each(|_| _ = made.seat(unit, Some(reports[1])));
    let (mut seats, units) = boxes(&made);
    seats.iter_mut().for_each(|seat| (seat.position, seat.w) = (0, 240.0));
    (seats, units)
}

fn nudged(seats: &[SeatBox], at: usize, nudge: (f32, f32)) -> Vec<SeatBox> {
    let mut seats = seats.to_vec();
    seats[at].nudge = nudge;
    seats
}

#[test]
fn room_moves_a_branch_and_what_follows_and_leaves_the_rest() {
    let (seats, units) = small();
    let x = |layout: &Layout| layout.seats.iter().map(|seat| seat.rect.x).collect::<Vec<_>>();
    let y = |layout: &Layout| layout.seats.iter().map(|seat| seat.rect.y).collect::<Vec<_>>();
    let plain = place(&seats, &units);
    let beside = place(&nudged(&seats, 2, (80.0, 0.0)), &units);
    let moved = |from: &[f32], to: &[f32]| from.iter().zip(to).map(|(a, b)| b - a).collect::<Vec<_>>();
    assert_eq!(moved(&x(&plain), &x(&beside)), [0.0, 0.0, 80.0, 80.0, 80.0, 80.0, 80.0]);
    assert_eq!(y(&plain), y(&beside));
    let above = place(&nudged(&seats, 2, (0.0, 60.0)), &units);
    assert_eq!(moved(&y(&plain), &y(&above)), [0.0, 0.0, 60.0, 0.0, 60.0, 60.0, 60.0]);
    assert_eq!(above.seats[2].lane.unwrap().bus_y, above.seats[1].lane.unwrap().bus_y, "one bus for all");
    // The first and the only branch move away from their parent too.
    let first = place(&nudged(&seats, 1, (50.0, 0.0)), &units);
    assert_eq!(first.seats[1].rect.x - first.seats[0].rect.x, plain.seats[1].rect.x - plain.seats[0].rect.x + 50.0);
    // Nothing can be nudged back over others, and what is no number is no room.
    for slip in [(-50.0, -50.0), (f32::NAN, f32::INFINITY)] {
        assert_eq!(place(&nudged(&seats, 2, slip), &units), plain);
    }
}

#[test]
fn room_stays_when_a_leaf_is_added_elsewhere_and_goes_without_a_trace() {
    let (seats, units) = small();
    let room = |seats: &[SeatBox]| {
        let layout = place(seats, &units);
        (layout.seats[2].rect.x - layout.seats[1].rect.x, layout.seats[2].rect.y - layout.seats[1].rect.y)
    };
    let plain = room(&seats);
    let given = nudged(&seats, 2, (90.0, 40.0));
    assert_eq!(room(&given), (plain.0 + 90.0, plain.1 + 40.0));
    let leaf = SeatBox { id: seat_id(50), superior: Some(seat_id(3)), ..seats[0].clone() };
    let grown = [&given[..], &[leaf]].concat();
    assert_eq!(room(&grown), (plain.0 + 90.0, plain.1 + 40.0), "still as far from its neighbour");
    assert_eq!(place(&nudged(&given, 2, (0.0, 0.0)), &units), place(&seats, &units));
}

#[test]
fn room_of_a_head_moves_its_whole_frame_and_in_a_grid_the_column_and_the_row() {
    let mut made = Company::default();
    let top = made.unit(None);
    let chair = made.seat(top, None);
    let parts = [made.unit(Some(top)), made.unit(Some(top))];
    let heads = parts.map(|part| made.seat(part, Some(chair)));
    (0..30).for_each(|_| _ = made.seat(parts[1], Some(heads[1])));
    let (mut seats, mut units) = boxes(&made);
    seats.iter_mut().for_each(|seat| (seat.position, seat.w) = (0, 240.0));
    units.iter_mut().for_each(|unit| unit.position = 0);
    let plain = place(&seats, &units);
    let frame = |layout: &Layout, unit: usize| layout.units.iter().find(|one| one.id == unit_id(unit)).unwrap().rect;
    let moved = place(&nudged(&seats, heads[1], (70.0, 30.0)), &units);
    let (from, to) = (frame(&plain, parts[1]), frame(&moved, parts[1]));
    assert_eq!((to.x - from.x, to.y - from.y, to.w, to.h), (70.0, 30.0, from.w, from.h));
    let at = 20;
    let grid = place(&nudged(&seats, at, (25.0, 15.0)), &units);
    let shift = |n: usize| {
        let (from, to) = (frame(&plain, parts[1]), frame(&grid, parts[1]));
        let (a, b) = (plain.seats[n].rect, grid.seats[n].rect);
        (b.x - to.x - a.x + from.x, b.y - to.y - a.y + from.y)
    };
    let place_of = |n: usize| plain.seats[n].rect;
    for n in 3..seats.len() {
        let wanted = |after: bool, room: f32| if after { room } else { 0.0 };
        let (own, nudged) = (place_of(n), place_of(at));
        assert_eq!(shift(n), (wanted(own.x >= nudged.x, 25.0), wanted(own.y >= nudged.y, 15.0)), "{n}");
    }
}

#[test]
fn room_of_any_size_anywhere_never_makes_cards_overlap() {
    for (seed, people) in sizes() {
        let (mut seats, units) = boxes(&company(seed, people));
        let plain = place(&seats, &units);
        let mut chance = Chance::new(seed + 1_000);
        for seat in &mut seats {
            if chance.one_in(3) {
                seat.nudge = (chance.below(300) as f32 / 3.0, chance.below(200) as f32 * 1.7);
            }
        }
        let layout = place(&seats, &units);
        let mut cards: Vec<Rect> = layout.seats.iter().map(|seat| seat.rect).collect();
        cards.sort_by(|a, b| a.x.total_cmp(&b.x));
        for (at, a) in cards.iter().enumerate() {
            let near = cards[at + 1..].iter().take_while(|b| b.x < a.x + a.w);
            assert!(near.clone().all(|b| b.y >= a.y + a.h || a.y >= b.y + b.h), "seed {seed}: {a:?}");
        }
        seats.iter_mut().for_each(|seat| seat.nudge = (0.0, 0.0));
        assert_eq!(place(&seats, &units), plain, "seed {seed}");
    }
}
