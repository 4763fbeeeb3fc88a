//! What must hold for any party in any drawing.

use super::*;
use crate::Code;
use std::collections::BTreeSet;

fn kinds() -> impl Strategy<Value = SeatingKind> {
    prop::sample::select(SeatingKind::ALL)
}

fn conventions() -> impl Strategy<Value = Convention> {
    prop::sample::select(Convention::ALL)
}

fn party(
    kind: SeatingKind,
    convention: Convention,
    guests: usize,
    ours: usize,
    interpreters: bool,
    aides: usize,
) -> SeatingAsk {
    let mut ask = ask(kind, convention, guests, ours);
    if interpreters {
        ask = with_interpreters(ask);
    }
    ask.guests.extend((0..aides).map(|k| person(&format!("N{k}"), SeatSide::Guest, SeatRole::NoteTaker)));
    ask
}

fn sitting(plan: &SeatPlan) -> Vec<String> {
    plan.seats.iter().filter(|one| one.occupant.is_some()).map(name).collect()
}

fn overlaps(plan: &SeatPlan) -> Option<(String, String)> {
    let apart = |a: &PlacedSeat, b: &PlacedSeat| {
        a.x + a.w <= b.x + 0.01 || b.x + b.w <= a.x + 0.01 || a.y + a.h <= b.y + 0.01 || b.y + b.h <= a.y + 0.01
    };
    let pairs = plan.seats.iter().enumerate().flat_map(|(at, a)| plan.seats[at + 1..].iter().map(move |b| (a, b)));
    pairs.into_iter().find(|(a, b)| !apart(a, b)).map(|(a, b)| (a.place.clone(), b.place.clone()))
}

proptest! {
    #[test]
    fn everybody_sits_once_inside_the_frame_and_no_chairs_overlap(
        kind in kinds(), convention in conventions(), guests in 0usize..41, ours in 0usize..16, interpreters: bool, aides in 0usize..4,
    ) {
        let ask = party(kind, convention, guests, ours, interpreters, aides);
        let plan = seat(&ask);
        let sitting = sitting(&plan);
        let once: BTreeSet<_> = sitting.iter().collect();
        prop_assert_eq!(once.len(), sitting.len());
        prop_assert_eq!(sitting.len(), ask.guests.len() + ask.ours.len(), "{:?}", plan.checks);
        prop_assert_eq!(overlaps(&plan), None);
        let inside = |x: f32, y: f32, w: f32, h: f32| x >= 0.0 && y >= 0.0 && x + w <= plan.width + 0.01 && y + h <= plan.height + 0.01;
        prop_assert!(plan.seats.iter().all(|one| inside(one.x, one.y, one.w, one.h)));
        prop_assert!(plan.furniture.iter().all(|one| inside(one.x, one.y, one.w, one.h)));
        let places: BTreeSet<_> = plan.seats.iter().map(|one| &one.place).collect();
        prop_assert_eq!(places.len(), plan.seats.len(), "a code names one place");
    }

    #[test]
    fn tables_of_any_size_seat_all_for_whom_there_is_room(sizes in prop::collection::vec(4u32..21, 1..5), guests in 0usize..30, ours in 0usize..12, interpreters: bool) {
        let mut ask = party(SeatingKind::RoundTables, Convention::Foreign, guests, ours, interpreters, 0);
        ask.tables = sizes.iter().map(|seats| RoundTable { seats: *seats, host: None, co_host: None }).collect();
        let plan = seat(&ask);
        let places = sizes.iter().sum::<u32>() as usize;
        let people = ask.guests.len() + ask.ours.len();
        prop_assert_eq!(sitting(&plan).len(), people.min(places));
        prop_assert_eq!(plan.seats.len(), places);
        prop_assert_eq!(overlaps(&plan), None);
        prop_assert_eq!(failed(&plan).contains(&"check-few-places"), people > places);
    }

    #[test]
    fn conventions_mirror_the_page(n in 1usize..14, ours in 1usize..14) {
        for kind in [SeatingKind::Rostrum, SeatingKind::TableBroadside, SeatingKind::Sofas] {
            let (left, right) = (seat(&ask(kind, Convention::GovDomestic, n, ours)), seat(&ask(kind, Convention::Business, n, ours)));
            for one in &left.seats {
                let other = right.at(&one.place).unwrap();
                prop_assert_eq!(&one.occupant, &other.occupant);
                prop_assert!((one.x + one.w / 2.0 + other.x + other.w / 2.0 - left.width).abs() < 0.1, "{}", one.place);
                prop_assert_eq!(one.y, other.y);
            }
        }
    }

    #[test]
    fn pins_hold_and_everybody_still_sits(kind in kinds(), convention in conventions(), guests in 1usize..16, ours in 1usize..10, from in 0usize..64, to in 0usize..64) {
        let mut ask = party(kind, convention, guests, ours, true, 1);
        let free = seat(&ask);
        let taken: Vec<&PlacedSeat> = free.seats.iter().filter(|one| one.occupant.is_some()).collect();
        let who = taken[from % taken.len()].occupant.clone().unwrap().who;
        let place = free.seats[to % free.seats.len()].place.clone();
        ask.pins = vec![SeatPin { place: place.clone(), who: who.clone() }];
        let plan = seat(&ask);
        let seat = plan.at(&place).unwrap();
        prop_assert_eq!(&seat.occupant.as_ref().unwrap().who, &who);
        prop_assert!(seat.pinned);
        let moved = free.at(&place).unwrap().occupant.as_ref().map(|one| &one.who) != Some(&who);
        prop_assert_eq!(seat.note.is_some(), moved);
        let mut before = sitting(&free);
        let mut after = sitting(&plan);
        before.sort();
        after.sort();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn names_never_leave_their_chairs(text in "\\PC{0,24}", kind in kinds()) {
        let plan = seat(&ask(kind, Convention::Business, 5, 4));
        let drawing = draw(&plan, &|_| text.clone(), &Keys);
        for (one, drawn) in plan.seats.iter().zip(&drawing.seats) {
            prop_assert_eq!(&one.place, &drawn.place);
            for prim in &drawn.prims {
                if let crate::scene::Prim::Text { x, size, strong, text, .. } = prim {
                    let half = crate::scene::measure::text_width(text, *size, *strong) / 2.0;
                    prop_assert!(x - half >= drawn.rect.x && x + half <= drawn.rect.x + drawn.rect.w + 0.01);
                }
            }
        }
    }
}

/// Says the key itself.
struct Keys;

impl crate::scene::Wording for Keys {
    fn lang(&self) -> crate::Lang {
        crate::Lang::ZhCn
    }
    fn text(&self, key: &str, _: &[(&str, String)]) -> String {
        key.to_owned()
    }
}

#[test]
fn guests_are_round_ours_square_principals_solid_and_the_door_is_below() {
    let plan = seat(&ask(SeatingKind::TableBroadside, Convention::GovDomestic, 3, 3));
    let drawing = draw(&plan, &|_| "样例".into(), &Keys);
    let body = |place: &str| match drawing.seats.iter().find(|one| one.place == place).map(|one| &one.prims[0]) {
        Some(crate::scene::Prim::Rect { r, fill, .. }) => (*r, fill.unwrap()),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        [body("far:1"), body("far:2"), body("near:1"), body("near:2")],
        [(10.0, "ink-fill"), (10.0, "paper-surface"), (3.0, "ink-fill"), (3.0, "paper-surface")]
    );
    let lowest = plan.seats.iter().map(|one| one.y + one.h).fold(0.0, f32::max);
    let door = plan.furniture.iter().find(|one| one.kind == FurnitureKind::Door).unwrap();
    assert!(door.y > lowest);
    let says =
        |key: &str| drawing.base.iter().any(|one| matches!(one, crate::scene::Prim::Text { text, .. } if text == key));
    assert!(says("seating-honour-left") && says("seating-label-door"));
}
