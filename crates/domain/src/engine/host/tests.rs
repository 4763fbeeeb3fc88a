//! Matching by hand-made companies: filters, points, ties.

use super::counterparts::{Constraints, counterparts};
use super::*;
use crate::engine::Param;
use crate::engine::fixture::{day, edge, id, seated};
use crate::*;

mod alike;

const TODAY: &str = "2026-11-20";

fn staff(n: u128, rank: u8) -> Staff {
    Staff { name_zh: Some(format!("样例{n}")), bg_ok: true, ..Staff::bare(id(n), rank, JobRole::Exec) }
}

fn fact(n: u128, person: u128, kind: FactKind, value: &str) -> Fact {
    Fact {
        id: id(n),
        r#ref: None,
        person: id(person),
        kind,
        value: Some(value.into()),
        level: None,
        from_year: None,
        to_year: None,
        source: Some("官网公开简历".into()),
        confidence: Confidence::Confirmed,
        verified_on: None,
        purpose: None,
        class: DataClass::P2,
        retain_until: None,
        verified_by: None,
    }
}

/// A visit of `ranks.len()` guests (people 30…) in protocol order.
fn visited(ranks: &[u8]) -> Snapshot {
    let mut snapshot = seated(ranks.len() as u128);
    for (seat, rank) in snapshot.seats.iter_mut().zip(ranks) {
        seat.rank_level = Some(*rank);
    }
    let visit = Visit {
        days: 2,
        principal_guest: Some(id(30)),
        ..Visit::bare(id(70), id(1), day("2026-12-04"), VisitLevel::B, Convention::Business)
    };
    snapshot.visits.push(visit);
    snapshot.visit_guests =
        (0..ranks.len() as u128).map(|n| VisitGuest::bare(id(200 + n), id(70), id(30 + n), n as u32 + 1)).collect();
    snapshot
}

fn note(n: u128, of: u128, busy: Busy, blocked: Option<&str>) -> VisitHost {
    VisitHost {
        id: id(n),
        r#ref: None,
        visit: id(70),
        staff: id(of),
        met: 0,
        busy,
        blocked: blocked.map(str::to_owned),
    }
}

fn first(snapshot: &Snapshot) -> HostMatch {
    match_hosts(snapshot, id(70), None, day(TODAY)).unwrap()
}

fn line(found: &HostMatch, of: u128, dimension: HostDimension) -> &HostLine {
    let one = found.candidates.iter().find(|one| one.staff == id(of)).unwrap();
    one.lines.iter().find(|line| line.dimension == dimension).unwrap()
}

fn code(line: &HostLine) -> Option<&'static str> {
    line.reason.as_ref().map(|one| one.code)
}

#[test]
fn bands_change_at_70_50_30() {
    assert_eq!((host_band(70), host_band(69)), (HostBand::Strong, HostBand::Good));
    assert_eq!((host_band(50), host_band(49)), (HostBand::Good, HostBand::Fair));
    assert_eq!((host_band(30), host_band(29)), (HostBand::Fair, HostBand::Weak));
}

#[test]
fn a_near_tie_needs_two_within_five_points() {
    let mut snapshot = visited(&[7]);
    snapshot.facts = vec![fact(90, 30, FactKind::NativePlace, "511126"), fact(91, 30, FactKind::School, "样例大学")];
    let school = Stay { place: "样例大学".into(), from_year: None, to_year: None };
    let further = Staff { native_place: Some("510104".into()), schools: vec![school], ..staff(102, 5) };
    let ties = |snapshot: &Snapshot| -> Vec<_> {
        first(snapshot).candidates.iter().map(|one| (one.total, one.near_tie)).collect()
    };
    snapshot.staff = vec![staff(100, 7), staff(101, 6), further.clone()];
    assert_eq!(ties(&snapshot), [(29, true), (24, true), (23, false)]);
    snapshot.staff = vec![staff(100, 7), further];
    assert_eq!(ties(&snapshot), [(29, false), (23, false)]);
}

#[test]
fn a_former_code_is_the_same_county() {
    let mut snapshot = visited(&[7]);
    snapshot.staff = vec![Staff { native_place: Some("370215".into()), ..staff(100, 7) }];
    snapshot.facts = vec![fact(90, 30, FactKind::NativePlace, "370282")];
    let found = first(&snapshot);
    let line = line(&found, 100, HostDimension::Native);
    assert_eq!((line.points, code(line)), (10, Some("native-same-county")));
    assert_eq!((line.guest_source.as_deref(), line.host_source), (Some("官网公开简历"), Some("self")), "both sources");
}

#[test]
fn the_best_of_origin_birth_and_growing_up_counts() {
    let mut snapshot = visited(&[7]);
    snapshot.staff = vec![Staff { native_place: Some("511126".into()), ..staff(100, 7) }];
    snapshot.facts = vec![
        fact(90, 30, FactKind::NativePlace, "510104"),
        fact(91, 30, FactKind::BirthPlace, "110105"),
        fact(92, 30, FactKind::GrewUp, "511181"),
    ];
    assert_eq!(line(&first(&snapshot), 100, HostDimension::Native).points, 7);
}

#[test]
fn a_dialect_is_never_read_from_a_place() {
    let mut snapshot = visited(&[7]);
    let dialects = vec!["mandarin.southwest.guanchi".to_owned()];
    snapshot.staff = vec![Staff { native_place: Some("511126".into()), dialects, ..staff(100, 7) }];
    snapshot.facts = vec![fact(90, 30, FactKind::NativePlace, "511126")];
    let found = first(&snapshot);
    let line = line(&found, 100, HostDimension::Dialect);
    assert_eq!((line.points, line.unknown), (0, true));
}

#[test]
fn schools_and_employers_are_entities_with_aliases() {
    let mut snapshot = visited(&[7]);
    let stay = |place: &str| vec![Stay { place: place.into(), from_year: Some(1990), to_year: Some(1994) }];
    snapshot.staff =
        vec![Staff { schools: stay("样例工学院"), employers: stay("样例重工有限公司"), ..staff(100, 7) }];
    let years = |one: Fact| Fact { from_year: Some(1993), to_year: Some(1996), ..one };
    snapshot.facts = vec![
        years(fact(90, 30, FactKind::School, "样例理工大学")),
        years(fact(91, 30, FactKind::Employer, "样例重工 股份有限公司")),
    ];
    let found = first(&snapshot);
    assert_eq!(line(&found, 100, HostDimension::School).points, 0);
    assert_eq!(code(line(&found, 100, HostDimension::Career)), Some("employer-overlap"));
    let aliases = vec![vec!["样例工学院".to_owned(), "样例理工大学".to_owned()]];
    let options = HostOptions { aliases, ..HostOptions::default() };
    let mut matcher = HostMatcher::new(&snapshot, id(70), &options, day(TODAY)).unwrap();
    let found = matcher.rank_for(id(30)).unwrap();
    assert_eq!(
        (line(&found, 100, HostDimension::School).points, code(line(&found, 100, HostDimension::School))),
        (8, Some("school-overlap"))
    );
}

#[test]
fn service_counts_only_when_both_made_it_known() {
    let mut snapshot = visited(&[7]);
    snapshot.staff = vec![Staff { served: true, ..staff(100, 7) }];
    let points = |snapshot: &Snapshot| line(&first(snapshot), 100, HostDimension::Career).points;
    assert_eq!(points(&snapshot), 0);
    snapshot.facts = vec![fact(90, 30, FactKind::Served, "样例部队")];
    assert_eq!(points(&snapshot), 4);
    snapshot.facts[0].confidence = Confidence::Unverified;
    assert_eq!(points(&snapshot), 0, "a report of one witness is no disclosure");
    snapshot.facts[0].confidence = Confidence::Confirmed;
    snapshot.staff[0].bg_ok = false;
    assert_eq!(points(&snapshot), 0, "our own did not consent");
    snapshot.staff[0].bg_ok = true;
    snapshot.facts[0].value = None;
    assert_eq!(points(&snapshot), 0, "asked: did not serve");
}

#[test]
fn meetings_count_three_years_back_and_only_face_to_face() {
    let mut snapshot = visited(&[7]);
    snapshot.staff = vec![staff(100, 7)];
    let touch = |n: u128, on: &str, kind| Touch {
        direction: None,
        id: id(n),
        r#ref: None,
        account: id(1),
        on: day(on),
        kind,
        staff: vec![id(100)],
        people: vec![id(30)],
        summary: None,
        minutes: None,
        visit: None,
    };
    snapshot.touches = vec![touch(80, "2023-11-19", TouchKind::Meeting), touch(81, "2026-01-01", TouchKind::Call)];
    assert_eq!(line(&first(&snapshot), 100, HostDimension::Met).points, 0);
    snapshot.touches.push(touch(82, "2023-11-20", TouchKind::Dinner));
    assert_eq!(line(&first(&snapshot), 100, HostDimension::Met).points, 8);
    snapshot.touches.push(touch(83, "2026-05-01", TouchKind::Visit));
    assert_eq!(line(&first(&snapshot), 100, HostDimension::Met).points, 15);
}

#[test]
fn a_leave_over_the_visit_removes_and_over_a_part_costs() {
    let mut snapshot = visited(&[7]);
    let leave = |from: &str, to: &str| Staff {
        status: StaffStatus::OnLeave,
        leave_from: Some(day(from)),
        leave_to: Some(day(to)),
        ..staff(100, 7)
    };
    snapshot.staff = vec![leave("2026-12-01", "2026-12-10")];
    assert_eq!(first(&snapshot).removed[0].reason.code, "removed-on-leave");
    snapshot.staff = vec![leave("2026-12-05", "2026-12-10")];
    assert_eq!(line(&first(&snapshot), 100, HostDimension::Available).points, 2);
    snapshot.staff = vec![leave("2026-10-01", "2026-12-01")];
    assert_eq!(line(&first(&snapshot), 100, HostDimension::Available).points, 4, "back by then, though away today");
    snapshot.staff = vec![Staff { left_on: Some(day("2026-11-30")), ..staff(100, 7) }];
    assert_eq!(first(&snapshot).removed[0].reason.code, "removed-leaving");
}

#[test]
fn the_filter_of_ranks_yields_to_a_written_reason_and_others_do_not() {
    let mut snapshot = visited(&[4]);
    snapshot.staff = vec![staff(100, 9), staff(101, 9)];
    snapshot.visit_hosts = vec![note(85, 101, Busy::Free, Some("有未了结的纠纷"))];
    assert_eq!(first(&snapshot).removed.len(), 2);
    let let_in = |n: u128, reason: &str| HostOverride { staff: id(n), guest: None, reason: reason.into() };
    let ask = |overrides| {
        let options = HostOptions { overrides, ..HostOptions::default() };
        HostMatcher::new(&snapshot, id(70), &options, day(TODAY)).unwrap().rank_for(id(30)).unwrap()
    };
    assert_eq!(ask(vec![let_in(100, "  ")]).candidates.len(), 0, "an empty reason is none");
    let found = ask(vec![let_in(100, "同乡，多年好友"), let_in(101, "想见")]);
    assert_eq!((found.candidates.len(), found.removed[0].reason.code), (1, "removed-blocked"));
    let line = line(&found, 100, HostDimension::Rank);
    assert_eq!((line.points, code(line)), (0, Some("rank-overridden")));
}

#[test]
fn counterparts_are_the_best_sum_and_not_the_best_first() {
    let mut snapshot = visited(&[8, 7]);
    snapshot.staff = vec![staff(100, 8), staff(101, 7)];
    let sponsor = |n: u128, seat: u128, of: u128| Assignment {
        confirmed_by: None,
        confirmed_on: None,
        id: id(n),
        r#ref: None,
        seat: id(seat),
        staff: id(of),
        kind: AssignmentKind::Sponsor,
        from_on: None,
        to_on: None,
        manual: true,
    };
    // 100 fits the first guest best by a little, and the second by much.
    snapshot.assignments = vec![sponsor(95, 21, 100)];
    let found = counterparts(&snapshot, id(70), &Constraints::default(), &HostOptions::default(), day(TODAY)).unwrap();
    let pairs: Vec<_> = found.pairs.iter().map(|one| one.proposal.as_ref().unwrap().staff).collect();
    assert_eq!(pairs, [id::<StaffId>(101), id(100)]);
    assert_eq!(found.total, 24 + 44, "(20 + 4) + (25 + 15 + 4)");
    assert_eq!(found.pairs[0].notes[0].code, "counterpart-order");
}

#[test]
fn equal_sums_put_seniors_to_the_front() {
    let mut snapshot = visited(&[7, 7]);
    snapshot.staff = vec![staff(100, 7), staff(101, 8)];
    let found = counterparts(&snapshot, id(70), &Constraints::default(), &HostOptions::default(), day(TODAY)).unwrap();
    let pairs: Vec<_> = found.pairs.iter().map(|one| one.proposal.as_ref().unwrap().staff).collect();
    assert_eq!(pairs, [id::<StaffId>(101), id(100)]);
    assert!(found.pairs.iter().all(|one| one.notes.is_empty()), "{found:?}");
}

#[test]
fn what_a_person_fixed_stays_and_what_is_barred_does_not() {
    let mut snapshot = visited(&[7, 7, 7]);
    snapshot.staff = (100..104).map(|n| staff(n, if n == 103 { 3 } else { 7 })).collect();
    snapshot.visit_hosts = vec![note(85, 102, Busy::All, None)];
    (snapshot.visits[0].host, snapshot.visits[0].host_reason) = (Some(id(101)), Some("主谈".into()));
    let constraints = Constraints { fixed: vec![(id(31), id(103)), (id(32), id(102))], ..Constraints::default() };
    let found = counterparts(&snapshot, id(70), &constraints, &HostOptions::default(), day(TODAY)).unwrap();
    let staff = |at: usize| found.pairs[at].proposal.as_ref().map(|one| one.staff);
    assert_eq!((staff(0), found.pairs[0].fixed), (Some(id(101)), true), "the host of the visit faces the principal");
    assert_eq!((staff(1), found.pairs[1].fixed), (Some(id(103)), true), "out of rank, but a person chose");
    assert_eq!(found.pairs[1].notes[0].code, "removed-rank");
    assert_eq!((staff(2), found.pairs[2].fixed), (Some(id(100)), false), "absent: cannot be fixed");
    assert_eq!(found.pairs[2].notes[0].code, "removed-busy");
    let constraints = Constraints { excluded: vec![id(100)], ..Constraints::default() };
    let found = counterparts(&snapshot, id(70), &constraints, &HostOptions::default(), day(TODAY)).unwrap();
    assert_eq!(found.pairs.iter().filter(|one| one.proposal.is_none()).count(), 2);
    assert_eq!(found.pairs[1].notes.iter().map(|one| one.code).collect::<Vec<_>>(), ["counterpart-none"]);
}

#[test]
fn a_counterpart_on_record_is_fixed_and_its_note_opens_the_filter_of_ranks() {
    let mut snapshot = visited(&[7, 7, 7]);
    snapshot.staff = vec![staff(100, 7), staff(103, 3)];
    (snapshot.visit_guests[1].counterpart, snapshot.visit_guests[1].counterpart_note) =
        (Some(id(103)), Some("同一专业".into()));
    snapshot.visit_guests[2].part = GuestPart::Interpreter;
    let found = counterparts(&snapshot, id(70), &Constraints::default(), &HostOptions::default(), day(TODAY)).unwrap();
    assert_eq!(found.pairs.len(), 2, "an interpreter needs no opposite number");
    let pair = &found.pairs[1];
    assert_eq!((pair.fixed, pair.proposal.as_ref().map(|one| one.staff), pair.notes.len()), (true, Some(id(103)), 0));
    assert_eq!(code(pair.proposal.as_ref().unwrap().lines.of(HostDimension::Rank)), Some("rank-overridden"));
    assert_eq!(match_hosts(&snapshot, id(70), Some(id(31)), day(TODAY)).unwrap().candidates.len(), 2);
    assert_eq!(first(&snapshot).candidates.len(), 1, "let through for that guest alone");
}

#[test]
fn who_is_free_and_near_is_said() {
    let mut snapshot = visited(&[7]);
    snapshot.staff = vec![staff(100, 7), staff(101, 6), staff(102, 5)];
    let found = counterparts(&snapshot, id(70), &Constraints::default(), &HostOptions::default(), day(TODAY)).unwrap();
    assert_eq!(found.pairs[0].near, [(id::<StaffId>(101), 24)], "29 and 24 are near, 14 is not");
    assert_eq!(found.free, [id::<StaffId>(101), id(102)]);
}

#[test]
fn a_name_in_a_line_is_of_the_guest_the_line_is_about() {
    let mut snapshot = visited(&[7, 7]);
    snapshot.edges = vec![edge(99, EdgeKind::ReportsTo, 21, 20)];
    snapshot.staff = vec![staff(100, 7)];
    snapshot.assignments = vec![Assignment {
        confirmed_by: None,
        confirmed_on: None,
        id: id(95),
        r#ref: None,
        seat: id(21),
        staff: id(100),
        kind: AssignmentKind::Owner,
        from_on: None,
        to_on: None,
        manual: true,
    }];
    let found = match_hosts(&snapshot, id(70), Some(id(31)), day(TODAY)).unwrap();
    let reason = line(&found, 100, HostDimension::Business).reason.clone().unwrap();
    assert_eq!(reason.params, [("who", Param::Person(id(31)))]);
    assert_eq!(line(&first(&snapshot), 100, HostDimension::Business).points, 0, "the other guest");
}
