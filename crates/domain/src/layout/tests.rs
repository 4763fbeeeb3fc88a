//! Layout: no overlaps whatever the input, stable order, no recursion, no quadratic time.

use super::*;
use proptest::prelude::*;
use std::time::Instant;

fn seat_id(n: u128) -> SeatId {
    SeatId(uuid::Uuid::from_u128(n + 1))
}

fn unit_id(n: u128) -> UnitId {
    UnitId(uuid::Uuid::from_u128(n + 1))
}

fn seat(n: u128, unit: u128, superior: Option<u128>) -> SeatBox {
    SeatBox {
        id: seat_id(n),
        unit: unit_id(unit),
        superior: superior.map(seat_id),
        position: 0,
        w: 240.0,
        h: 104.0,
        nudge: (0.0, 0.0),
    }
}

fn unit(n: u128, parent: Option<u128>) -> UnitBox {
    UnitBox { id: unit_id(n), parent: parent.map(unit_id), position: 0, min_w: 120.0 }
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

fn encloses(outer: &Rect, inner: &Rect) -> bool {
    outer.x <= inner.x
        && outer.y <= inner.y
        && outer.x + outer.w >= inner.x + inner.w
        && outer.y + outer.h >= inner.y + inner.h
}

/// Every promise of the layout about boxes.
fn check(layout: &Layout, seats: &[SeatBox], units: &[UnitBox]) -> Result<(), String> {
    let mut sorted: Vec<_> = layout.seats.iter().collect();
    sorted.sort_by(|a, b| a.rect.y.total_cmp(&b.rect.y));
    for (at, one) in sorted.iter().enumerate() {
        for other in sorted[at + 1..].iter().take_while(|other| other.rect.y < one.rect.y + one.rect.h) {
            if overlap(&one.rect, &other.rect) {
                return Err(format!("cards overlap: {one:?} {other:?}"));
            }
        }
    }
    let frame = |id: UnitId| layout.units.iter().find(|unit| unit.id == id).map(|unit| unit.rect);
    let parent = |id: UnitId| {
        let cut = layout.broken_units.contains(&id);
        units.iter().find(|unit| unit.id == id).and_then(|unit| unit.parent).filter(|_| !cut)
    };
    let chain = |id: UnitId| std::iter::successors(Some(id), |&id| parent(id)).collect::<Vec<_>>();
    for one in &layout.units {
        for card in &layout.seats {
            let own = seats.iter().find(|seat| seat.id == card.id).map(|seat| seat.unit).ok_or("lost seat")?;
            let inside = chain(own).contains(&one.id);
            if inside != encloses(&one.rect, &card.rect) || (!inside && overlap(&one.rect, &card.rect)) {
                return Err(format!("frame {one:?} against card {card:?}, inside {inside}"));
            }
        }
        for other in layout.units.iter().filter(|other| other.id != one.id) {
            let related = chain(one.id).contains(&other.id) || chain(other.id).contains(&one.id);
            if !related && overlap(&one.rect, &other.rect) {
                return Err(format!("frames overlap: {one:?} {other:?}"));
            }
        }
        if let Some(outer) = parent(one.id).and_then(frame)
            && !encloses(&outer, &one.rect)
        {
            return Err(format!("frame {one:?} leaves its parent {outer:?}"));
        }
    }
    if layout.seats.len() != seats.len() || layout.units.len() != units.len() {
        return Err("something was lost".into());
    }
    Ok(())
}

fn tree() -> impl Strategy<Value = (Vec<SeatBox>, Vec<UnitBox>)> {
    let units = prop::collection::vec((any::<bool>(), 0u128..100, 0i64..3), 1..9);
    let seats = prop::collection::vec((0u128..100, prop::option::of(0u128..100), 0i64..4, any::<bool>()), 0..70);
    (units, seats).prop_map(|(units, seats)| {
        let (m, n) = (units.len() as u128, seats.len() as u128);
        let boxes = units.iter().enumerate().map(|(at, &(root, parent, position))| UnitBox {
            position,
            ..unit(at as u128, (!root).then_some(parent % m))
        });
        let cards = seats.iter().enumerate().map(|(at, &(own, boss, position, small))| SeatBox {
            position,
            w: if small { 192.0 } else { 240.0 },
            ..seat(at as u128, own % m, boss.map(|boss| boss % n))
        });
        (cards.collect(), boxes.collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn nothing_overlaps((seats, units) in tree()) {
        let layout = place(&seats, &units);
        prop_assert!(check(&layout, &seats, &units).is_ok(), "{:?}", check(&layout, &seats, &units));
    }

    #[test]
    fn the_order_of_the_input_does_not_matter((seats, units) in tree()) {
        let (mut turned, mut turned_units) = (seats.clone(), units.clone());
        turned.reverse();
        turned_units.reverse();
        let mut one = place(&seats, &units).seats;
        let mut two = place(&turned, &turned_units).seats;
        one.sort_by_key(|seat| seat.id);
        two.sort_by_key(|seat| seat.id);
        prop_assert_eq!(one, two);
    }
}

#[test]
fn circles_are_cut_at_the_lowest_id_and_told() {
    let seats = [seat(3, 0, Some(1)), seat(1, 0, Some(2)), seat(2, 0, Some(3)), seat(4, 0, Some(4))];
    let units = [unit(0, Some(1)), unit(1, Some(0))];
    let layout = place(&seats, &units);
    assert_eq!(layout.broken_seats, [seat_id(1), seat_id(4)]);
    assert_eq!(layout.broken_units, [unit_id(0)]);
    check(&layout, &seats, &units).unwrap();
}

#[test]
fn a_superior_stands_centred_above_its_reports() {
    let seats = [seat(0, 0, None), seat(1, 0, Some(0)), seat(2, 0, Some(0)), seat(3, 0, Some(0))];
    let layout = place(&seats, &[unit(0, None)]);
    let x: Vec<f32> = layout.seats.iter().map(|seat| seat.rect.x).collect();
    assert_eq!(x[0], x[2]);
    assert_eq!(x[2] - x[1], 240.0 + GAP_X);
    assert_eq!(layout.seats[1].rect.y - layout.seats[0].rect.y, 104.0 + GAP_Y);
}

#[test]
fn two_companies_stand_side_by_side_under_the_chairman_with_departments_inside() {
    let units = [unit(0, None), unit(1, Some(0)), unit(2, Some(0)), unit(3, Some(1)), unit(4, Some(2))];
    let seats = [seat(0, 0, None), seat(1, 1, Some(0)), seat(2, 2, Some(0)), seat(3, 3, Some(1)), seat(4, 4, Some(2))];
    let layout = place(&seats, &units);
    check(&layout, &seats, &units).unwrap();
    let [top, left, right, below, _] = [0, 1, 2, 3, 4].map(|at| layout.seats[at].rect);
    assert_eq!(left.y, right.y);
    assert!(left.x < right.x && top.y < left.y && left.y < below.y);
    let middle = |rect: Rect| rect.x + rect.w / 2.0;
    assert!((middle(top) - (middle(left) + middle(right)) / 2.0).abs() < 1.0);
}

#[test]
fn one_more_leaf_reorders_no_other_branch() {
    let mut seats = vec![seat(0, 0, None)];
    seats.extend((1..5).map(|n| seat(n, 0, Some(0))));
    seats.extend((5..9).map(|n| seat(n, 0, Some(n - 4))));
    let order = |layout: &Layout| {
        let mut all: Vec<_> = layout.seats.iter().filter(|seat| seat.id < seat_id(100)).collect();
        all.sort_by(|a, b| (a.rect.y, a.rect.x).partial_cmp(&(b.rect.y, b.rect.x)).unwrap());
        all.iter().map(|seat| seat.id).collect::<Vec<_>>()
    };
    let before = order(&place(&seats, &[unit(0, None)]));
    seats.push(seat(100, 0, Some(2)));
    assert_eq!(before, order(&place(&seats, &[unit(0, None)])));
}

#[test]
fn a_large_unit_is_a_grid_with_its_head_first() {
    let mut seats: Vec<_> = (1..40).map(|n| seat(n, 0, Some(99))).collect();
    seats.push(seat(99, 0, None));
    let layout = place(&seats, &[unit(0, None)]);
    let head = layout.seats.last().unwrap();
    assert!(layout.seats.iter().all(|seat| seat.rect.x >= head.rect.x && seat.rect.y >= head.rect.y));
    assert!(layout.seats[0].lane.unwrap().in_grid);
    assert!(layout.width < 2_600.0, "{}", layout.width);
}

#[test]
fn deep_chains_and_wide_units_do_not_hurt() {
    let deep: Vec<_> = (0..10_000).map(|n| seat(n, 0, n.checked_sub(1))).collect();
    let started = Instant::now();
    assert_eq!(place(&deep, &[unit(0, None)]).seats.len(), 10_000);
    let wide: Vec<_> = (0..10_000).map(|n| seat(n, 0, (n > 0).then_some(0))).collect();
    assert_eq!(place(&wide, &[unit(0, None)]).seats.len(), 10_000);
    let nested: Vec<_> = (0..200).map(|n| unit(n, n.checked_sub(1))).collect();
    let in_each: Vec<_> = (0..200).map(|n| seat(n, n, n.checked_sub(1))).collect();
    let layout = place(&in_each, &nested);
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
    check(&layout, &in_each, &nested).unwrap();
}

/// People in companies of seven departments, as in a large group.
fn group(people: u128) -> (Vec<SeatBox>, Vec<UnitBox>) {
    let (mut seats, mut units) = (vec![seat(0, 0, None)], vec![unit(0, None)]);
    let mut company = 0;
    while (seats.len() as u128) < people {
        let own = units.len() as u128;
        let head = seats.len() as u128;
        units.push(unit(own, Some(0)));
        seats.push(seat(head, own, Some(0)));
        for part in 1..8 {
            units.push(unit(own + part, Some(own)));
            let first = seats.len() as u128;
            let count = (people - first).min(8 + (company * 5 + part * 7) % 40);
            seats.extend((0..count).map(|n| seat(first + n, own + part, Some(if n == 0 { head } else { first }))));
        }
        company += 1;
    }
    (seats, units)
}

#[test]
fn a_group_of_five_thousand_fits_a_wide_window() {
    let (seats, units) = group(5_000);
    let layout = place(&seats, &units);
    let aspect = layout.width / layout.height;
    assert!((0.5..4.0).contains(&aspect), "{} × {}", layout.width, layout.height);
}

/// `cargo test -p domain --release -- --ignored layout_times --nocapture`
#[test]
#[ignore = "a measurement, not a check"]
#[allow(clippy::print_stdout, reason = "the measurement is what this prints")]
fn layout_times() {
    for people in [100, 1_000, 5_000] {
        let (seats, units) = group(people);
        let mut times: Vec<_> = (0..50)
            .map(|_| {
                let started = Instant::now();
                std::hint::black_box(place(&seats, &units));
                started.elapsed()
            })
            .collect();
        times.sort();
        println!("{people}: median {:?}, worst {:?}", times[25], times[49]);
    }
}
