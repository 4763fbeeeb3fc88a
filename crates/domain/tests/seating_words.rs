//! Every reason, label and tag of seating has words in both catalogues, and they ask only for facts it has.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a catalogue that cannot be read must fail the test")]

use domain::engine::Reason;
use domain::engine::seating::*;
use domain::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const CATALOGUES: [&str; 2] =
    [include_str!("../../../locales/zh-CN/seating.ftl"), include_str!("../../../locales/en/seating.ftl")];

/// Message key without its prefix, and the arguments it uses.
fn messages(catalogue: &str) -> BTreeMap<String, BTreeSet<String>> {
    let lines = catalogue.lines().filter_map(|line| line.strip_prefix("seating-")?.split_once(" = "));
    let names = |text: &str| text.split("{ $").skip(1).map(|rest| rest.split(' ').next().unwrap().to_owned()).collect();
    lines.map(|(key, text)| (key.to_owned(), names(text))).collect()
}

/// Codes written in the engine: `rule-…`, `check-…`, `note-…`, `label-…`.
fn codes() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/engine/seating");
    let files = std::fs::read_dir(folder).unwrap().map(|one| one.unwrap().path()).filter(|path| path.is_file());
    let texts = files.filter(|path| !path.ends_with("tests.rs")).map(|path| std::fs::read_to_string(path).unwrap());
    let literals = |text: String| text.split('"').map(str::to_owned).collect::<Vec<_>>();
    let is_code = |one: &String| {
        let family = ["rule-", "check-", "note-", "label-"].iter().any(|family| one.starts_with(family));
        family && one.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    texts.flat_map(literals).filter(is_code).collect()
}

#[test]
fn every_code_of_seating_has_words_and_no_words_are_left_over() {
    let (messages, codes) = (messages(CATALOGUES[0]), codes());
    assert!(codes.len() > 55, "{}", codes.len());
    let missing: Vec<_> = codes.iter().filter(|one| !messages.contains_key(*one)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let is_reason = |key: &&String| ["rule-", "check-", "note-", "label-"].iter().any(|family| key.starts_with(family));
    let unused: Vec<_> = messages.keys().filter(is_reason).filter(|one| !codes.contains(*one)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn labels_of_codes_are_there() {
    let messages = messages(CATALOGUES[0]);
    for key in SeatingKind::ALL
        .iter()
        .map(|one| format!("kind-{}", one.code()))
        .chain(VehicleKind::ALL.iter().map(|one| format!("vehicle-{}", one.code())))
    {
        assert!(messages.contains_key(&key), "{key}");
    }
}

fn parties() -> Vec<SeatingAsk> {
    let person = |name: String, side, role| Occupant { who: Attendee::Named(name), side, role };
    let side =
        |n: usize, side| (0..n).map(|k| person(format!("{side:?}{k}"), side, SeatRole::Ordinary)).collect::<Vec<_>>();
    let mut list = Vec::new();
    for kind in SeatingKind::ALL {
        for (guests, ours, tables) in [(6, 4, vec![30, 3]), (12, 0, vec![4]), (3, 5, vec![])] {
            let mut ask = SeatingAsk {
                kind: *kind,
                rules: SeatRules::of(Convention::Foreign),
                guests: side(guests, SeatSide::Guest),
                ours: side(ours, SeatSide::Ours),
                tables: tables.iter().map(|seats| RoundTable { seats: *seats, host: None, co_host: None }).collect(),
                car: Some(Car { kind: VehicleKind::Sedan, host_drives: true, right_hand_drive: true }),
                rows: 2,
                pins: Vec::new(),
                companions_max: Some(3),
                chair: Chair::NARROW,
            };
            ask.ours.push(person("T".into(), SeatSide::Ours, SeatRole::Interpreter));
            ask.guests.push(ask.guests[0].clone());
            let first = seat(&ask).seats.first().map(|one| one.place.clone()).unwrap_or_default();
            let pin = |place: &str, who: &str| SeatPin { place: place.into(), who: Attendee::Named(who.into()) };
            ask.pins = vec![
                pin(&first, "Guest2"),
                pin("nowhere", "Guest1"),
                pin("RR", "T"),
                pin("far:2", "Nobody"),
                pin("RL", "T"),
            ];
            list.push(ask);
        }
    }
    list
}

#[test]
fn words_ask_only_for_facts_the_reason_has() {
    let messages = messages(CATALOGUES[0]);
    let mut seen = BTreeSet::new();
    for plan in parties().iter().map(seat) {
        let notes = plan.seats.iter().filter_map(|one| one.note.clone());
        let labels = plan.furniture.iter().filter_map(|one| one.label.clone());
        let checks = plan.checks.iter().map(|one| one.reason.clone());
        let all: Vec<Reason> = plan.rule.iter().cloned().chain(notes).chain(labels).chain(checks).collect();
        for reason in all {
            let given: BTreeSet<String> = reason.params.iter().map(|one| one.0.to_owned()).collect();
            let asked = messages.get(reason.code).unwrap_or_else(|| panic!("no words for {}", reason.code));
            assert!(asked.is_subset(&given), "{}: {asked:?} of {given:?}", reason.code);
            seen.insert(reason.code);
        }
    }
    assert!(seen.len() > 35, "{} {seen:?}", seen.len());
}

#[test]
fn both_catalogues_say_the_same() {
    let [zh, en] = CATALOGUES.map(messages);
    assert_eq!(zh, en);
}
