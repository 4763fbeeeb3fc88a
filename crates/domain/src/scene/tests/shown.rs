//! What is on the map: seats of the day, folded branches, one branch alone.

use super::*;
use crate::engine::fixture::day as on;
use crate::engine::units::moved_on;

/// 20 ← 22 ← 24, and 23 beside; 11 holds 21, 22 and 24.
fn branch() -> Snapshot {
    let mut snapshot = snapshot();
    snapshot.seats.push(seat(24, 11, "主任"));
    snapshot.seats.push(seat(25, 10, "秘书"));
    snapshot.edges.push(edge(54, EdgeKind::ReportsTo, 24, 22));
    snapshot.edges.push(edge(55, EdgeKind::Influences, 24, 23));
    snapshot
}

fn shown(snapshot: &Snapshot, folded: &[SeatId], focus: Option<u128>) -> Scene {
    let wording = Keys(Lang::ZhCn);
    draw_map(&MapInput { folded, focus: focus.map(id), ..input(snapshot, &wording) })
}

fn seats(scene: &Scene) -> Vec<u128> {
    let mut all: Vec<u128> = scene.cards.iter().map(|card| card.seat.0.as_u128()).collect();
    all.sort_unstable();
    all
}

fn ends(scene: &Scene, kind: LineKind) -> Vec<(u128, u128)> {
    let of = |line: &SceneLine| (line.from.0.as_u128(), line.to.0.as_u128());
    scene.lines.iter().filter(|line| line.kind == kind).map(of).collect()
}

fn units(scene: &Scene) -> Vec<(u128, u32)> {
    scene.units.iter().map(|unit| (unit.unit.0.as_u128(), unit.count)).collect()
}

#[test]
fn a_folded_seat_hides_its_whole_branch_and_says_how_many() {
    let snapshot = branch();
    let scene = shown(&snapshot, &[id(20)], None);
    assert_eq!(seats(&scene), [20, 21, 23, 25]);
    let top = card(&scene, 20);
    assert_eq!(top.folded, 2);
    assert!(texts(&top.near).contains(&"map-folded 2") && texts(&top.mid).contains(&"map-folded 2"));
    assert!(top.label.ends_with("2") && top.keys.contains(&"folded".to_owned()));
    assert_eq!(card(&shown(&snapshot, &[], None), 20).far.len() + 1, top.far.len());
    assert_eq!(ends(&scene, LineKind::Influences), [], "lines to hidden seats are left out");
    assert_eq!(units(&scene), [(10, 6), (11, 3)], "the count is of the organisation, not of the drawing");
}

#[test]
fn folds_inside_folds_and_leaves_hide_nothing_twice() {
    let snapshot = branch();
    let scene = shown(&snapshot, &[id(22), id(20), id(25), id(99)], None);
    assert_eq!((seats(&scene), card(&scene, 20).folded), (vec![20, 21, 23, 25], 2));
    assert_eq!(card(&scene, 25).folded, 0);
    assert_eq!(card(&shown(&snapshot, &[id(22)], None), 22).folded, 1);
}

#[test]
fn a_unit_whose_seats_are_all_folded_away_vanishes() {
    let mut snapshot = branch();
    snapshot.units.push(unit(12, Some(11), "样例部门"));
    snapshot.units.push(unit(13, None, "样例筹备"));
    snapshot.seats[4].unit = id(12);
    let all = units(&shown(&snapshot, &[], None));
    assert_eq!(all, [(10, 6), (13, 0), (11, 3), (12, 1)]);
    let folded = units(&shown(&snapshot, &[id(22)], None));
    assert_eq!(folded, [(10, 6), (13, 0), (11, 3)], "a unit without any seat stays");
}

#[test]
fn a_focus_shows_its_branch_and_its_superiors_alone() {
    let snapshot = branch();
    let scene = shown(&snapshot, &[], Some(22));
    assert_eq!(seats(&scene), [20, 22, 24]);
    assert_eq!(seats(&shown(&snapshot, &[id(20)], Some(22))), [20, 22, 24], "a superior is not folded over it");
    assert_eq!(seats(&shown(&snapshot, &[id(22)], Some(22))), [20, 22]);
    assert_eq!(seats(&shown(&snapshot, &[], Some(99))).len(), 6, "a focus that is not there is ignored");
    let alone = shown(&snapshot, &[], Some(25));
    assert_eq!((seats(&alone), units(&alone)), (vec![25], vec![(10, 6)]), "units without shown seats vanish");
}

#[test]
fn seats_are_drawn_while_they_exist() {
    let mut snapshot = branch();
    snapshot.seats[3].from_on = Some(on("2026-11-21"));
    snapshot.seats[5].to_on = Some(on("2026-11-19"));
    assert_eq!(seats(&shown(&snapshot, &[], None)), [20, 21, 22, 24]);
    (snapshot.seats[3].from_on, snapshot.seats[5].to_on) = (Some(on("2026-11-20")), Some(on("2026-11-20")));
    assert_eq!(seats(&shown(&snapshot, &[], None)).len(), 6);
}

#[test]
fn reports_of_a_seat_that_is_no_more_hang_on_the_next_superior() {
    let mut snapshot = branch();
    snapshot.seats[2].to_on = Some(on("2026-11-19"));
    let scene = shown(&snapshot, &[], None);
    assert_eq!(ends(&scene, LineKind::ReportsTo), [(24, 20)]);
    assert_eq!(card(&scene, 24).parent, Some(id(20)));
    assert_eq!(seats(&shown(&snapshot, &[id(20)], None)), [20, 21, 23, 25], "and fold with it");
}

#[test]
fn a_second_superior_inside_a_fold_is_stood_for_by_the_fold() {
    let mut snapshot = branch();
    snapshot.edges.push(edge(56, EdgeKind::ReportsTo, 25, 23));
    snapshot.edges.push(edge(57, EdgeKind::ReportsTo, 25, 22));
    snapshot.edges.push(edge(58, EdgeKind::ReportsTo, 25, 24));
    let scene = shown(&snapshot, &[id(20)], None);
    assert_eq!(ends(&scene, LineKind::ReportsTo), [(25, 23), (25, 20)], "once, not for each hidden superior");
}

#[test]
fn circles_of_superiors_fold_without_end() {
    let mut snapshot = branch();
    snapshot.edges.push(edge(49, EdgeKind::ReportsTo, 20, 24));
    for seat in [20, 22, 24] {
        let scene = shown(&snapshot, &[id(seat)], None);
        assert_eq!((scene.cards.len(), card(&scene, seat).folded), (4, 2));
        assert_eq!(seats(&shown(&snapshot, &[], Some(seat))), [20, 22, 24]);
    }
}

#[test]
fn a_day_of_the_past_shows_the_units_of_then() {
    let mut snapshot = branch();
    let today = on("2026-11-20");
    snapshot.units.push(OrgUnit { from_on: Some(today), ..unit(12, Some(10), "样例新部") });
    snapshot.units[1].to_on = today.pred_opt();
    for seat in &mut snapshot.seats {
        if seat.unit == id(11) {
            *seat = moved_on(seat, id(12), today);
        }
    }
    let wording = Keys(Lang::ZhCn);
    let drawn = |as_of: crate::Day| draw_map(&MapInput { as_of, ..input(&snapshot, &wording) });
    let (then, now) = (drawn(on("2026-11-19")), drawn(today));
    assert_eq!((units(&then), units(&now)), (vec![(10, 6), (11, 3)], vec![(10, 6), (12, 3)]));
    let inside = |scene: &Scene, seat: u128| {
        let (card, unit) = (card(scene, seat).rect, scene.units[1].rect);
        unit.x <= card.x && card.x + card.w <= unit.x + unit.w && unit.y <= card.y && card.y + card.h <= unit.y + unit.h
    };
    assert!([21, 22, 24].into_iter().all(|seat| inside(&then, seat) && inside(&now, seat)));
    assert!(card(&now, 22).label.contains("样例新部") && !card(&then, 22).label.contains("样例新部"));
}
