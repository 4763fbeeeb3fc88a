//! What a person fixes holds; what it breaks is said.

use super::*;

fn pinned(place: &str, who: &str) -> SeatPlan {
    let mut ask = with_interpreters(ask(SeatingKind::TableBroadside, Convention::Foreign, 5, 5));
    ask.pins = vec![SeatPin { place: place.into(), who: Attendee::Named(who.into()) }];
    seat(&ask)
}

fn note(plan: &SeatPlan, place: &str) -> Option<&'static str> {
    plan.at(place).unwrap().note.as_ref().map(|one| one.code)
}

#[test]
fn the_others_take_what_is_left_in_order() {
    let plan = pinned("far:2", "G4");
    assert_eq!(row(&plan, "far:"), "G3 G4 G1 T' G2 G5");
    assert_eq!(plan.at("far:2").unwrap().number, Some(4), "a rank does not move with the chair");
    assert_eq!(note(&plan, "far:2"), Some("note-order"));
    assert_eq!(plan.seats.iter().filter(|one| one.note.is_some()).count(), 1, "those who move up are no deviation");
}

#[test]
fn a_pin_says_which_rule_it_breaks() {
    assert_eq!(note(&pinned("far:2", "G2"), "far:2"), None, "as the rule says");
    assert_eq!(note(&pinned("far:2", "G1"), "far:2"), Some("note-principal"));
    assert_eq!(note(&pinned("near:2", "G2"), "near:2"), Some("note-other-side"));
    assert_eq!(note(&pinned("near:5", "T"), "near:5"), Some("note-interpreter"));
    assert_eq!(note(&pinned("far:1", "G3"), "far:1"), Some("note-order"));
}

#[test]
fn a_pin_nobody_can_obey_is_said_and_changes_nothing() {
    assert_eq!(failed(&pinned("far:99", "G2")), ["check-pin-no-place"]);
    assert_eq!(failed(&pinned("far:2", "G77")), ["check-pin-absent"]);
    assert_eq!(row(&pinned("far:99", "G2"), "far:"), "G4 G2 G1 T' G3 G5");
    let mut ask = ask(SeatingKind::Rostrum, Convention::Business, 5, 0);
    let who = Attendee::Named("G5".into());
    ask.pins = ["row1:1", "row1:2"].map(|place| SeatPin { place: place.into(), who: who.clone() }).to_vec();
    let plan = seat(&ask);
    assert_eq!((at(&plan, "row1:1"), failed(&plan)), ("G5".into(), vec!["check-pin-twice"]));
}

#[test]
fn somebody_named_twice_sits_once() {
    let mut ask = ask(SeatingKind::Rostrum, Convention::Business, 3, 0);
    ask.guests.push(ask.guests[0].clone());
    let plan = seat(&ask);
    assert_eq!(failed(&plan), ["check-twice"]);
    assert_eq!(plan.seats.len(), 3);
}

#[test]
fn too_few_places_name_those_without() {
    let mut ask = ask(SeatingKind::RoundTables, Convention::Business, 4, 2);
    ask.tables = vec![RoundTable { seats: 4, host: None, co_host: None }];
    let plan = seat(&ask);
    assert_eq!(failed(&plan), ["check-few-places", "check-no-place", "check-no-place"]);
    ask.tables[0].seats = 30;
    assert_eq!(failed(&seat(&ask)), ["check-table-size"]);
    ask.tables[0].seats = 8;
    ask.ours.clear();
    assert_eq!(failed(&seat(&ask)), ["check-table-no-host"]);
}

#[test]
fn companions_over_the_limit_are_said() {
    let mut ask = ask(SeatingKind::RoundTables, Convention::GovDomestic, 6, 4);
    ask.companions_max = Some(3);
    assert_eq!(failed(&seat(&ask)), ["check-companions-over"]);
    ask.companions_max = Some(4);
    assert_eq!(failed(&seat(&ask)), Vec::<&str>::new());
}
