//! Every rule and every vector of C.4, and what must hold for any party.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a place that is not there must fail the test")]

use super::*;
use proptest::prelude::*;

mod any_party;
mod pins;
mod vectors;

/// A person named `G1`, `H2`, `T` … for the drawings of the rules.
fn person(name: &str, side: SeatSide, role: SeatRole) -> Occupant {
    Occupant { who: Attendee::Named(name.into()), side, role }
}

fn side(letter: &str, n: usize, side: SeatSide) -> Vec<Occupant> {
    (1..=n).map(|k| person(&format!("{letter}{k}"), side, SeatRole::Ordinary)).collect()
}

/// So many guests `G…` and so many of ours `H…`.
fn ask(kind: SeatingKind, convention: Convention, guests: usize, ours: usize) -> SeatingAsk {
    SeatingAsk {
        kind,
        rules: SeatRules::of(convention),
        guests: side("G", guests, SeatSide::Guest),
        ours: side("H", ours, SeatSide::Ours),
        tables: Vec::new(),
        car: None,
        rows: 0,
        pins: Vec::new(),
        companions_max: None,
        chair: Chair::NARROW,
    }
}

fn with_interpreters(mut ask: SeatingAsk) -> SeatingAsk {
    ask.guests.push(person("T'", SeatSide::Guest, SeatRole::Interpreter));
    ask.ours.push(person("T", SeatSide::Ours, SeatRole::Interpreter));
    ask
}

fn name(seat: &PlacedSeat) -> String {
    match &seat.occupant {
        Some(Occupant { who: Attendee::Named(name), .. }) => name.clone(),
        Some(_) => "?".into(),
        None => "-".into(),
    }
}

/// The row whose places begin with `prefix`, from the page's left.
fn row(plan: &SeatPlan, prefix: &str) -> String {
    let mut row: Vec<&PlacedSeat> = plan.seats.iter().filter(|one| one.place.starts_with(prefix)).collect();
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    row.into_iter().map(name).collect::<Vec<_>>().join(" ")
}

/// The column whose places begin with `prefix`, from the top of the page.
fn column(plan: &SeatPlan, prefix: &str) -> String {
    let mut column: Vec<&PlacedSeat> = plan.seats.iter().filter(|one| one.place.starts_with(prefix)).collect();
    column.sort_by(|a, b| a.y.total_cmp(&b.y));
    column.into_iter().map(name).collect::<Vec<_>>().join(" ")
}

/// A table clockwise from the host's chair.
fn table(plan: &SeatPlan, number: usize) -> String {
    let prefix = format!("table{number}:");
    plan.seats.iter().filter(|one| one.place.starts_with(&prefix)).map(name).collect::<Vec<_>>().join(" ")
}

fn at(plan: &SeatPlan, place: &str) -> String {
    name(plan.at(place).unwrap())
}

fn codes(list: &[Reason]) -> Vec<&'static str> {
    list.iter().map(|one| one.code).collect()
}

fn failed(plan: &SeatPlan) -> Vec<&'static str> {
    plan.checks.iter().filter(|one| !one.passed).map(|one| one.reason.code).collect()
}
