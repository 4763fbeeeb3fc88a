//! Two days side by side, and the days between.

use super::*;
use crate::engine::fixture::{day, edge, id, person, seat, seated, stance, tenure, unit};
use crate::engine::units::moved_on;
use crate::{EdgeKind, PersonStatus};

const THEN: &str = "2026-08-20";
const NOW: &str = "2026-11-20";

fn told(snapshot: &Snapshot) -> Vec<(&'static str, u128, Option<String>)> {
    between(snapshot, THEN, NOW)
}

fn between(snapshot: &Snapshot, from: &str, to: &str) -> Vec<(&'static str, u128, Option<String>)> {
    changes_between(snapshot, id(1), None, day(from), day(to))
        .iter()
        .map(|one| (one.reason.code, one.seat.unwrap().0.as_u128(), one.on.map(|on| on.to_string())))
        .collect()
}

fn on(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn nothing_changes_while_nothing_is_dated() {
    assert!(told(&seated(3)).is_empty());
}

#[test]
fn people_come_and_go_in_their_seats() {
    let mut snapshot = seated(3);
    snapshot.tenures[0].to_on = Some(day("2026-09-30"));
    snapshot.people.push(person(39, "样例九"));
    snapshot.tenures.push(tenure(49, 20, 39, true));
    snapshot.tenures[3].from_on = Some(day("2026-10-08"));
    let wanted = [("change-joined", 20, on("2026-10-08")), ("change-left", 20, on("2026-09-30"))];
    assert_eq!(told(&snapshot), wanted);
    assert_eq!(between(&snapshot, NOW, THEN), wanted, "told forward whichever day comes first");
    assert!(between(&snapshot, "2026-10-08", NOW).is_empty());
    let left = between(&snapshot, "2026-09-30", "2026-10-01");
    assert_eq!(left, [("change-left", 20, on("2026-09-30"))]);
}

#[test]
fn an_erased_person_leaves_without_a_name() {
    let mut snapshot = seated(1);
    snapshot.tenures[0].to_on = Some(day("2026-09-30"));
    snapshot.people[0].status = PersonStatus::Erased;
    // Erased at once for every day: no row ever names the person, and no change does.
    assert!(told(&snapshot).is_empty());
}

#[test]
fn somebody_who_left_the_firm_is_gone_on_the_day_after() {
    let mut snapshot = seated(1);
    (snapshot.people[0].status, snapshot.people[0].left_on) = (PersonStatus::Departed, Some(day("2026-10-01")));
    assert_eq!(told(&snapshot), [("change-left", 20, on("2026-10-01"))]);
}

#[test]
fn another_seat_is_a_move_and_a_second_one_is_not() {
    let mut snapshot = seated(2);
    snapshot.seats.push(seat(25, 10, "样例新职"));
    snapshot.tenures.push(tenure(49, 25, 30, false));
    snapshot.tenures[2].from_on = Some(day("2026-10-01"));
    assert_eq!(told(&snapshot), [("change-posts", 20, on("2026-10-01"))]);
    snapshot.tenures[0].to_on = Some(day("2026-09-30"));
    assert_eq!(told(&snapshot), [("change-moved", 25, on("2026-10-01"))]);
    let change = changes_between(&snapshot, id(1), None, day(THEN), day(NOW)).remove(0);
    assert_eq!((change.before, change.after), (Some(Value::Seat(id(20))), Some(Value::Seat(id(25)))));
}

#[test]
fn another_superior_is_a_move_and_its_lines_are_not_told_again() {
    let mut snapshot = seated(3);
    let mut old = edge(70, EdgeKind::ReportsTo, 20, 21);
    old.to_on = Some(day("2026-09-30"));
    let mut new = edge(71, EdgeKind::ReportsTo, 20, 22);
    new.from_on = Some(day("2026-10-01"));
    snapshot.edges = vec![old, new];
    assert_eq!(told(&snapshot), [("change-superior", 20, on("2026-10-01"))]);
    snapshot.edges.remove(0);
    assert_eq!(told(&snapshot), [("change-reports-added", 20, on("2026-10-01"))]);
    let mut same = edge(72, EdgeKind::ReportsTo, 20, 22);
    same.to_on = Some(day("2026-09-30"));
    snapshot.edges.push(same);
    assert!(told(&snapshot).is_empty(), "a line written anew");
}

#[test]
fn seats_and_lines_begin_and_end() {
    let mut snapshot = seated(3);
    snapshot.seats[1].from_on = Some(day("2026-09-01"));
    snapshot.seats[2].to_on = Some(day("2026-09-15"));
    let mut line = edge(70, EdgeKind::Influences, 21, 20);
    line.from_on = Some(day("2026-11-05"));
    let mut reporting = edge(71, EdgeKind::ReportsTo, 21, 20);
    reporting.from_on = Some(day("2026-09-01"));
    snapshot.edges = vec![line, reporting];
    let wanted = [
        ("change-influence-added", 21, on("2026-11-05")),
        ("change-left", 22, on("2026-09-15")),
        ("change-seat-removed", 22, on("2026-09-15")),
        ("change-seat-added", 21, on("2026-09-01")),
        ("change-joined", 21, None),
    ];
    assert_eq!(told(&snapshot), wanted);
}

#[test]
fn attitudes_are_compared_as_they_were_known() {
    let mut snapshot = seated(2);
    snapshot.stances = vec![
        stance(80, 30, Some(1), "2026-05-01"),
        stance(81, 30, Some(2), "2026-10-12"),
        stance(82, 31, Some(0), "2026-09-01"),
        stance(83, 31, Some(0), "2026-10-01"),
    ];
    let changes = changes_between(&snapshot, id(1), None, day(THEN), day(NOW));
    let values: Vec<_> = changes.iter().map(|one| (one.before.clone(), one.after.clone())).collect();
    let stance = |level| Some(Value::Stance(level));
    assert_eq!(values, [(stance(Some(1)), stance(Some(2))), (stance(None), stance(Some(0)))]);
    assert_eq!(told(&snapshot)[0], ("change-stance", 20, on("2026-10-12")));
    let marks: Vec<_> = moments(&snapshot, id(1), None).iter().map(|one| one.on.to_string()).collect();
    assert_eq!(marks, ["2026-05-01", "2026-09-01", "2026-10-12"], "the same attitude again is no moment");
}

#[test]
fn moments_tell_people_from_structure_and_the_first_record_is_the_earliest() {
    let mut snapshot = seated(2);
    assert_eq!((moments(&snapshot, id(1), None).len(), first_record(&snapshot, id(1))), (0, None));
    snapshot.tenures[0].from_on = Some(day("2024-03-01"));
    snapshot.seats[1].to_on = Some(day("2026-12-31"));
    let mut line = edge(70, EdgeKind::Influences, 21, 20);
    line.from_on = Some(day("2023-01-01"));
    snapshot.edges = vec![line];
    let found: Vec<_> = moments(&snapshot, id(1), None).iter().map(|one| (one.on.to_string(), one.about)).collect();
    let wanted = [("2023-01-01", About::Structure), ("2024-03-01", About::Person), ("2027-01-01", About::Structure)];
    assert_eq!(found, wanted.map(|one| (one.0.to_owned(), one.1)));
    assert_eq!(first_record(&snapshot, id(1)), Some(day("2023-01-01")));
    assert_eq!(first_record(&snapshot, id(2)), None, "another account");
}

#[test]
fn an_end_is_a_moment_on_the_first_day_without_and_told_once() {
    let mut snapshot = seated(1);
    let last = Some(day("2026-09-30"));
    (snapshot.people[0].status, snapshot.people[0].left_on) = (PersonStatus::Departed, last);
    snapshot.tenures[0].to_on = last;
    let found: Vec<_> = moments(&snapshot, id(1), None).iter().map(|one| one.on).collect();
    assert_eq!(found, [day("2026-10-01")]);
    assert!(between(&snapshot, "2026-09-30", "2026-10-01").len() == 1, "the day marked is the day that differs");
}

#[test]
fn a_report_cut_off_from_somebody_who_moved_is_told_too() {
    let mut snapshot = seated(4);
    let mut old = edge(70, EdgeKind::ReportsTo, 20, 21);
    old.to_on = Some(day("2026-09-30"));
    let mut new = edge(71, EdgeKind::ReportsTo, 20, 22);
    new.from_on = Some(day("2026-10-01"));
    let mut cut = edge(72, EdgeKind::ReportsTo, 23, 20);
    cut.to_on = Some(day("2026-10-31"));
    snapshot.edges = vec![old, new, cut];
    let wanted = [("change-reports-removed", 23, on("2026-10-31")), ("change-superior", 20, on("2026-10-01"))];
    assert_eq!(told(&snapshot), wanted);
}

#[test]
fn another_unit_is_a_move_with_both_units_and_a_moment() {
    let mut snapshot = seated(2);
    snapshot.units.push(unit(11, Some(10), "样例部"));
    snapshot.seats[0] = moved_on(&snapshot.seats[0], id(11), day("2026-10-01"));
    assert_eq!(told(&snapshot), [("change-unit", 20, on("2026-10-01"))]);
    assert!(between(&snapshot, "2026-10-01", NOW).is_empty() && between(&snapshot, THEN, "2026-09-30").is_empty());
    let change = changes_between(&snapshot, id(1), None, day(NOW), day(THEN)).remove(0);
    assert_eq!(change.kind, ChangeKind::Moved);
    assert_eq!((change.before, change.after), (Some(Value::Unit(id(10))), Some(Value::Unit(id(11)))));
    assert_eq!(change.reason.params[1..], [("from", Param::Unit(id(10))), ("to", Param::Unit(id(11)))]);
    let found: Vec<_> = moments(&snapshot, id(1), None).iter().map(|one| (one.on, one.about)).collect();
    assert_eq!(found, [(day("2026-10-01"), About::Structure)]);
}

#[test]
fn another_unit_is_told_beside_another_superior_but_not_beside_another_seat() {
    let mut snapshot = seated(3);
    snapshot.units.push(unit(11, Some(10), "样例部"));
    snapshot.seats[0] = moved_on(&snapshot.seats[0], id(11), day("2026-10-01"));
    let mut old = edge(70, EdgeKind::ReportsTo, 20, 21);
    old.to_on = Some(day("2026-09-30"));
    let mut new = edge(71, EdgeKind::ReportsTo, 20, 22);
    new.from_on = Some(day("2026-10-01"));
    snapshot.edges = vec![old, new];
    let wanted = [("change-superior", 20, on("2026-10-01")), ("change-unit", 20, on("2026-10-01"))];
    assert_eq!(told(&snapshot), wanted);
    snapshot.edges.clear();
    snapshot.tenures[0].to_on = Some(day("2026-09-30"));
    snapshot.tenures[1].to_on = Some(day("2026-09-30"));
    snapshot.tenures.push(tenure(49, 20, 31, true));
    snapshot.tenures[3].from_on = Some(day("2026-10-01"));
    let codes: Vec<_> = told(&snapshot).into_iter().map(|one| one.0).collect();
    assert!(codes.contains(&"change-moved") && !codes.contains(&"change-unit"), "{codes:?}");
}
