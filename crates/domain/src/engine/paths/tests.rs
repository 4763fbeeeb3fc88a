//! Ways in: values by the formula, rules of the way, and one answer for equal paths.

use super::*;
use crate::engine::chain::stakeholders;
use crate::engine::fixture::{day, edge, id, seated};

const TODAY: &str = "2026-11-20";

/// Rows of eight people of whom those named have attitude and level; the rest are unknown.
fn rows(snapshot: &Snapshot, ours: &[(u128, i8, u8)]) -> Vec<Stakeholder> {
    let mut rows = stakeholders(snapshot, id(1), None, day(TODAY));
    for &(seat, attitude, level) in ours {
        let row = rows.iter_mut().find(|row| row.seat == id(seat)).unwrap();
        (row.attitude, row.level) = (Some(attitude), level);
    }
    rows
}

fn influence(n: u128, from: u128, to: u128, strength: u8) -> Edge {
    Edge { strength: Some(strength), ..edge(n, EdgeKind::Influences, from, to) }
}

fn reports(n: u128, from: u128, to: u128) -> Edge {
    Edge { strength: None, ..edge(n, EdgeKind::ReportsTo, from, to) }
}

/// Each path as its value and the seats from start to target.
fn found(snapshot: &Snapshot, rows: &[Stakeholder], target: u128) -> Vec<(f64, Vec<u128>)> {
    let number = |seat: SeatId| seat.0.as_u128();
    access_paths_among(snapshot, id(1), rows, id(target), day(TODAY))
        .iter()
        .map(|path| {
            let ends = path.steps.iter().map(|step| number(step.to));
            (path.value, std::iter::once(number(path.start)).chain(ends).collect())
        })
        .collect()
}

fn with(edges: Vec<Edge>) -> Snapshot {
    Snapshot { edges, ..seated(8) }
}

#[test]
fn a_neighbour_of_level_five_and_strength_three_is_worth_nine_tenths() {
    let snapshot = with(vec![influence(70, 21, 20, 3)]);
    assert_eq!(found(&snapshot, &rows(&snapshot, &[(21, 1, 5)]), 20), [(0.9, vec![21, 20])]);
    assert_eq!(found(&snapshot, &rows(&snapshot, &[(21, 2, 3)]), 20), [(0.54, vec![21, 20])]);
}

#[test]
fn whoever_is_neutral_or_hardly_known_opens_no_door() {
    let snapshot = with(vec![influence(70, 21, 20, 3)]);
    assert!(found(&snapshot, &rows(&snapshot, &[(21, 0, 5)]), 20).is_empty());
    assert!(found(&snapshot, &rows(&snapshot, &[(21, 2, 2)]), 20).is_empty());
    assert!(found(&snapshot, &rows(&snapshot, &[]), 20).is_empty());
}

#[test]
fn strengths_multiply_along_at_most_three_lines() {
    let chain = |to| (0..to).map(|n| influence(70 + n, 21 + n, 20 + n, 2)).collect::<Vec<_>>();
    let three = with(chain(3));
    let path = found(&three, &rows(&three, &[(23, 1, 5)]), 20);
    assert_eq!(path.len(), 1);
    assert!((path[0].0 - 0.216).abs() < 1e-12, "{path:?}");
    let four = with(chain(4));
    assert!(found(&four, &rows(&four, &[(24, 1, 5)]), 20).is_empty());
}

#[test]
fn influence_runs_one_way_and_a_reporting_line_both() {
    let wrong = with(vec![influence(70, 20, 21, 3)]);
    assert!(found(&wrong, &rows(&wrong, &[(21, 1, 5)]), 20).is_empty());
    for line in [reports(70, 20, 21), reports(70, 21, 20)] {
        let snapshot = with(vec![line]);
        assert_eq!(found(&snapshot, &rows(&snapshot, &[(21, 1, 5)]), 20), [(0.6, vec![21, 20])]);
    }
    let others = [EdgeKind::DottedReportsTo, EdgeKind::ConflictsWith].map(|kind| edge(70, kind, 21, 20));
    for line in others {
        let snapshot = with(vec![line]);
        assert!(found(&snapshot, &rows(&snapshot, &[(21, 1, 5)]), 20).is_empty());
    }
}

#[test]
fn lines_count_only_while_they_are_in_force() {
    let past = Edge { to_on: Some(day("2026-11-19")), ..influence(70, 21, 20, 3) };
    let snapshot = with(vec![past]);
    assert!(found(&snapshot, &rows(&snapshot, &[(21, 1, 5)]), 20).is_empty());
}

#[test]
fn nobody_is_passed_who_must_not_be_approached_who_declined_or_who_is_not_there() {
    let snapshot = with(vec![influence(70, 22, 21, 3), influence(71, 21, 20, 3)]);
    let all = rows(&snapshot, &[(22, 1, 5)]);
    assert_eq!(found(&snapshot, &all, 20).len(), 1);
    let without = |change: &dyn Fn(&mut Stakeholder)| {
        let mut rows = all.clone();
        change(rows.iter_mut().find(|row| row.seat == id(21)).unwrap());
        found(&snapshot, &rows, 20).len()
    };
    assert_eq!(without(&|row| row.no_contact = true), 0);
    assert_eq!(without(&|row| row.holding = Holding::Erased), 0);
    assert_eq!(without(&|row| row.holding = Holding::Vacant), 0);
    let gatekeeper = |row: &mut Stakeholder, attitude| {
        (row.roles, row.attitude) = (vec![DecisionRole::Gatekeeper], Some(attitude));
    };
    assert_eq!(without(&|row| gatekeeper(row, -1)), 0);
    assert_eq!(without(&|row| gatekeeper(row, 0)), 1);
    assert_eq!(without(&|row| row.attitude = Some(-2)), 1, "an opponent without the gate can still be passed");
}

#[test]
fn no_way_leads_to_those_nobody_may_approach() {
    let snapshot = with(vec![influence(70, 21, 20, 3)]);
    let mut all = rows(&snapshot, &[(21, 1, 5)]);
    all.iter_mut().find(|row| row.seat == id(20)).unwrap().no_contact = true;
    assert!(found(&snapshot, &all, 20).is_empty());
    assert!(found(&snapshot, &all, 99).is_empty(), "an unknown seat");
}

#[test]
fn three_are_shown_best_first_and_equal_ones_by_identity() {
    let edges = (0..5).map(|n| influence(70 + n, 25 - n, 20, 2)).collect();
    let snapshot = with(edges);
    let level = [(21, 1, 4), (22, 1, 4), (23, 1, 5), (24, 1, 4), (25, 1, 4)];
    let values = [(0.6, vec![23, 20]), (0.48, vec![21, 20]), (0.48, vec![22, 20])];
    assert_eq!(found(&snapshot, &rows(&snapshot, &level), 20), values);
    let mut turned = snapshot.clone();
    turned.edges.reverse();
    turned.seats.reverse();
    assert_eq!(found(&turned, &rows(&turned, &level), 20), values);
}

#[test]
fn of_equal_worth_the_shorter_way_comes_first() {
    // 3/5 × 0.9 × 0.9 = 0.486 twice, and 0.486 never by one line: levels and strengths make 0.54 and 0.54.
    let snapshot = with(vec![influence(70, 21, 20, 2), influence(71, 22, 20, 2), influence(72, 23, 22, 3)]);
    let found = found(&snapshot, &rows(&snapshot, &[(21, 1, 4), (23, 1, 4), (22, 1, 3)]), 20);
    assert_eq!(found.iter().map(|one| one.1.len()).collect::<Vec<_>>(), [2, 3, 2]);
    assert!((found[1].0 - 0.432).abs() < 1e-12 && (found[2].0 - 0.36).abs() < 1e-12);
}

#[test]
fn circles_end_and_no_path_meets_a_seat_twice() {
    let snapshot = with(vec![
        influence(70, 21, 20, 3),
        influence(71, 20, 21, 3),
        influence(72, 22, 21, 3),
        influence(73, 21, 22, 3),
        influence(74, 20, 22, 3),
    ]);
    let paths = found(&snapshot, &rows(&snapshot, &[(21, 1, 5), (22, 1, 5)]), 20);
    assert_eq!(paths.iter().map(|one| one.1.clone()).collect::<Vec<_>>(), [vec![21, 20], vec![22, 21, 20]]);
}

#[test]
fn of_parallel_lines_the_strongest_counts_and_a_second_post_leads_to_the_same_person() {
    let mut snapshot = with(vec![influence(70, 21, 20, 1), influence(71, 21, 20, 3), influence(72, 27, 20, 3)]);
    assert_eq!(found(&snapshot, &rows(&snapshot, &[(21, 1, 5)]), 20), [(0.9, vec![21, 20])]);
    // Person 32 sits in seat 22 and, as a second post, in seat 27.
    snapshot.tenures.retain(|one| one.seat != id(27));
    snapshot.tenures.push(crate::engine::fixture::tenure(49, 27, 32, false));
    assert_eq!(found(&snapshot, &rows(&snapshot, &[(22, 1, 5)]), 20), [(0.9, vec![22, 20])]);
}

#[test]
fn a_path_says_who_starts_and_what_every_step_is() {
    let snapshot = with(vec![influence(70, 22, 21, 3), reports(71, 21, 20)]);
    let rows = rows(&snapshot, &[(22, 2, 4)]);
    let path = access_paths_among(&snapshot, id(1), &rows, id(20), day(TODAY)).remove(0);
    let codes: Vec<_> = path.reasons.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["path-start", "path-influences", "path-reports"]);
    assert_eq!((path.steps[0].edge, path.steps[1].strength), (id(70), REPORTING_STRENGTH));
}

#[test]
fn the_mark_of_a_second_post_bars_the_holder_everywhere() {
    let mut snapshot = with(vec![influence(70, 21, 20, 3)]);
    let second = crate::engine::fixture::seat(28, 10, "样例评委");
    snapshot.seats.push(crate::Seat { no_contact: true, ..second });
    snapshot.tenures.push(crate::engine::fixture::tenure(48, 28, 31, false));
    let known = rows(&snapshot, &[(21, 1, 5)]);
    let own = known.iter().find(|row| row.person == Some(id(31))).unwrap();
    assert_eq!((own.seat, own.no_contact, own.is_scored(), own.is_in_scope()), (id(21), true, false, false));
    assert!(found(&snapshot, &known, 20).is_empty(), "no door to others");
    assert!(found(&snapshot, &rows(&snapshot, &[(20, 1, 5)]), 21).is_empty(), "no way to them");
    snapshot.tenures[8].to_on = Some(day("2026-11-19"));
    assert!(rows(&snapshot, &[]).iter().all(|row| !row.no_contact || row.seat == id(28)), "given up yesterday");
}
