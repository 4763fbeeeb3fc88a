//! Thresholds of coverage, support, single-thread and findings: the sample with one thing changed, at and beyond the edge.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read must fail the test")]

mod common;

use common::Sample;
use domain::engine::score::Risk;
use domain::{AssignmentKind, Code, DecisionRole, PersonId, SeatId, StaffId, StaffStatus};

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-6, "{found} is not {expected}");
}

fn cover(sample: &Sample, account: &str, person: &str) -> f64 {
    let id = sample.id::<PersonId>(person);
    sample.score(account).stakeholders.iter().find(|row| row.person == Some(id)).unwrap().cover
}

fn has(sample: &Sample, account: &str, line: &str) -> bool {
    sample.findings(account).iter().any(|one| one == line)
}

#[test]
fn cover_fades_from_one_cadence_to_three() {
    let mut sample = Sample::read();
    for (days, expected) in [(45, 0.75), (90, 0.375), (134, 0.75 / 90.0), (135, 0.0)] {
        sample.touch("p401", days);
        close(cover(&sample, "A04", "p401"), expected);
    }
}

#[test]
fn a_tie_of_somebody_who_left_is_no_tie() {
    let mut sample = Sample::read();
    let before = sample.score("A05").coverage.value;
    let staff = sample.id::<StaffId>("u06");
    let day = sample.as_of;
    let one = sample.snapshot.staff.iter_mut().find(|one| one.id == staff).unwrap();
    (one.status, one.left_on) = (StaffStatus::Departed, Some(day));
    close(sample.score("A05").coverage.value, before);
    sample.as_of = day + chrono::TimeDelta::days(1);
    let after = sample.score("A05");
    assert!(after.coverage.value < before - 10.0);
    assert!(has(&sample, "A05", "G4 p501"));
}

#[test]
fn attitude_unknown_is_not_neutral() {
    let mut sample = Sample::read();
    let id = sample.id::<PersonId>("p502");
    let known = sample.score("A05").support;
    sample.snapshot.stances.iter_mut().filter(|one| one.person == id).for_each(|one| one.level = None);
    let unknown = sample.score("A05").support;
    close(known.known, -10.0);
    close(unknown.known, -100.0 / 7.0);
    close(unknown.all, known.all);
    assert!(unknown.known_share < known.known_share);
}

#[test]
fn half_of_the_weight_known_is_enough() {
    let mut sample = Sample::read();
    let drop = |sample: &mut Sample, person: &str| {
        let id = sample.id::<PersonId>(person);
        sample.snapshot.stances.retain(|one| one.person != id);
    };
    drop(&mut sample, "p204");
    drop(&mut sample, "p205");
    let support = sample.score("A02").support;
    close(support.known_share, 50.0);
    assert!(support.sufficient);
    drop(&mut sample, "p202");
    let score = sample.score("A02");
    assert!(!score.support.sufficient);
    assert!(score.health.parts.iter().all(|one| one.0.code() != "support"), "no number, no part of health");
    assert_eq!(score.support.reasons[0].code, "support-insufficient");
}

#[test]
fn flags_stand_beside_the_number() {
    let mut sample = Sample::read();
    let id = sample.id::<PersonId>("p501");
    assert!(!sample.score("A05").support.flags.contains(&"decisive_opponent"), "w3 −2 is not decisive");
    sample.snapshot.stances.iter_mut().filter(|one| one.person == id).for_each(|one| one.level = Some(-2));
    assert!(sample.score("A05").support.flags.contains(&"decisive_opponent"));
    assert!(sample.score("A02").support.flags.contains(&"no_economic_buyer"));
    assert!(!sample.score("A08").support.flags.contains(&"key_players_not_supporting"));
}

#[test]
fn two_live_people_are_too_few() {
    let mut sample = Sample::read();
    assert_eq!(sample.score("A05").single_thread.risk, Risk::Medium, "three live people");
    let person = sample.id::<PersonId>("p502");
    sample.snapshot.ties.iter_mut().filter(|one| one.person == person).for_each(|tie| tie.level = 1);
    assert_eq!(sample.score("A05").single_thread.risk, Risk::High);
    assert_eq!(sample.severity("A05", "W11"), Some("red"));
}

#[test]
fn a_stale_touch_is_no_thread() {
    let mut sample = Sample::read();
    sample.touch("p502", 179);
    assert_eq!(sample.score("A05").single_thread.risk, Risk::Medium);
    sample.touch("p502", 180);
    assert_eq!(sample.score("A05").single_thread.risk, Risk::High, "three cadences of 60 days");
}

#[test]
fn severity_of_a_missing_owner_follows_the_weight() {
    let sample = Sample::read();
    let score = sample.score("A07");
    let severity = |person: &str| {
        let of = |one: &&domain::engine::findings::Finding| sample.line(&score, one) == ["G1", person];
        score.findings.iter().find(of).map(|one| one.severity.code())
    };
    assert_eq!((severity("p704"), severity("p709"), severity("p712")), (Some("red"), Some("amber"), Some("amber")));
}

#[test]
fn rank_may_differ_by_two() {
    let mut sample = Sample::read();
    let seat = sample.id::<SeatId>("s502");
    let rank = |sample: &mut Sample, level| {
        sample.snapshot.seats.iter_mut().find(|one| one.id == seat).unwrap().rank_level = level;
    };
    assert!(!has(&sample, "A05", "G3 p502"), "6 against 4");
    rank(&mut sample, Some(7));
    assert!(has(&sample, "A05", "G3 p502"), "7 against 4");
    rank(&mut sample, None);
    assert!(!has(&sample, "A05", "G3 p502"), "unknown is not too high");
}

#[test]
fn an_owner_has_lapsed_beyond_one_and_a_half_cadences() {
    let mut sample = Sample::read();
    let severity = |sample: &Sample| {
        let score = sample.score("A04");
        let of = |one: &&domain::engine::findings::Finding| sample.line(&score, one) == ["G5", "p403"];
        score.findings.iter().find(of).map(|one| one.severity.code())
    };
    for (days, expected) in [(90, None), (91, Some("amber")), (120, Some("amber")), (121, Some("red"))] {
        sample.touch("p403", days);
        assert_eq!(severity(&sample), expected, "{days}");
    }
}

#[test]
fn a_second_owner_collides_only_while_both_are_here() {
    let mut sample = Sample::read();
    assert!(has(&sample, "A08", "C1 p802"));
    let staff = sample.id::<StaffId>("u10");
    let one = sample.snapshot.staff.iter_mut().find(|one| one.id == staff).unwrap();
    (one.status, one.leave_from) = (StaffStatus::OnLeave, Some("2026-11-01".parse().unwrap()));
    assert!(!has(&sample, "A08", "C1 p802"));
    close(sample.score("A08").ownership_pct, 100.0);
}

#[test]
fn an_ended_assignment_leaves_a_gap() {
    let mut sample = Sample::read();
    let (seat, day) = (sample.id::<SeatId>("s502"), sample.as_of);
    let own = sample.snapshot.assignments.iter_mut().filter(|one| one.seat == seat);
    own.filter(|one| one.kind == AssignmentKind::Owner).for_each(|one| one.to_on = Some(day));
    assert!(!has(&sample, "A05", "G1 p502"), "the last day still counts");
    sample.as_of = day + chrono::TimeDelta::days(1);
    assert!(has(&sample, "A05", "G1 p502"));
}

#[test]
fn plans_collide_up_to_three_days_apart() {
    let mut sample = Sample::read();
    let second = |sample: &mut Sample, day: &str, activity: Option<&str>| {
        sample.snapshot.planned_touches[1].on = day.parse().unwrap();
        let plans = sample.snapshot.planned_touches.iter_mut();
        plans.for_each(|plan| plan.activity = activity.map(str::to_owned));
    };
    second(&mut sample, "2026-11-27", None);
    assert!(has(&sample, "A08", "C2 p802"));
    second(&mut sample, "2026-11-28", None);
    assert!(!has(&sample, "A08", "C2 p802"));
    second(&mut sample, "2026-11-24", Some("季度会"));
    assert!(!has(&sample, "A08", "C2 p802"), "one activity");
    second(&mut sample, "2026-11-25", Some("季度会"));
    assert!(has(&sample, "A08", "C2 p802"), "two sittings of it");
    sample.as_of = "2026-11-26".parse().unwrap();
    assert!(!has(&sample, "A08", "C2 p802"), "past plans are over");
}

#[test]
fn promises_collide_while_both_are_open() {
    let mut sample = Sample::read();
    let last = sample.snapshot.commitments.len() - 1;
    sample.snapshot.commitments[last].delivered_on = Some(sample.as_of);
    assert!(!has(&sample, "A08", "C4 c802 c803"));
    sample.snapshot.commitments[last].delivered_on = None;
    sample.snapshot.commitments[last].promised_on = sample.snapshot.commitments[last - 1].promised_on;
    assert!(!has(&sample, "A08", "C4 c802 c803"), "one day, no contradiction");
}

#[test]
fn a_tender_without_a_user_lacks_a_role_nobody_wrote_down() {
    let mut sample = Sample::read();
    let before = sample.score("A02").coverage.value;
    let seat = sample.id::<SeatId>("s205");
    sample.snapshot.chain_members.iter_mut().filter(|one| one.seat == seat).for_each(|one| one.roles.clear());
    assert!(has(&sample, "A02", "G6 user"));
    let after = sample.score("A02").coverage.value;
    close(after, before * 18.0 / 20.0);
    let seat = sample.id::<SeatId>("s304");
    let members = sample.snapshot.chain_members.iter_mut().filter(|one| one.seat == seat);
    members.for_each(|one| one.roles.retain(|role| *role != DecisionRole::TechnicalEvaluator));
    assert!(!sample.findings("A03").iter().any(|one| one.starts_with("G6")), "a renewal has no template");
}

#[test]
fn an_account_without_chain_answers_without_numbers() {
    let mut sample = Sample::read();
    sample.snapshot.decisions.clear();
    let score = sample.score("A01");
    close(score.coverage.value, 0.0);
    assert_eq!(score.coverage.reasons[0].code, "chain-empty");
    assert!(!score.support.sufficient && score.health.raw.is_finite());
    assert_eq!(score.stakeholders.len(), 6);
    assert!(score.stakeholders.iter().all(|row| !row.in_chain && row.weight == 1));
    assert_eq!(sample.findings("A01").iter().filter(|one| one.starts_with("G6")).count(), 0);
}

#[test]
fn the_latest_reading_of_a_tie_counts_and_the_future_does_not() {
    let mut sample = Sample::read();
    let (person, staff, today) = (sample.id::<PersonId>("p501"), sample.id::<StaffId>("u06"), sample.as_of);
    let mut old = sample.snapshot.ties.iter().find(|one| one.person == person && one.staff == staff).unwrap().clone();
    let level = |sample: &Sample| {
        let rows = sample.score("A05").stakeholders;
        rows.iter().find(|row| row.person == Some(person)).unwrap().level
    };
    assert_eq!(level(&sample), 3);
    (old.id, old.read_on, old.level) = (uuid::Uuid::from_u128(7).into(), today + chrono::TimeDelta::days(1), 5);
    sample.snapshot.ties.insert(0, old.clone());
    assert_eq!(level(&sample), 3, "tomorrow is not known");
    sample.snapshot.ties[0].read_on = today;
    assert_eq!(level(&sample), 5);
    sample.snapshot.ties[0].level = 2;
    assert_eq!(level(&sample), 2, "a tie may weaken");
}

#[test]
fn of_two_holders_the_primary_one_is_shown() {
    let mut sample = Sample::read();
    let (seat, guest) = (sample.id::<SeatId>("s502"), sample.id::<PersonId>("p503"));
    let mut second = sample.snapshot.tenures.iter().find(|one| one.seat == seat).unwrap().clone();
    (second.id, second.person, second.primary) = (uuid::Uuid::from_u128(7).into(), guest, false);
    sample.snapshot.tenures.push(second);
    let score = sample.score("A05");
    let row = score.stakeholders.iter().find(|row| row.seat == seat).unwrap();
    assert_eq!(row.person, Some(sample.id("p502")));
    assert_eq!(score.stakeholders.len(), 3);
}

#[test]
fn half_of_the_key_people_thin_is_a_medium_risk() {
    let mut sample = Sample::read();
    let (person, staff) = (sample.id::<PersonId>("p102"), sample.id::<StaffId>("u07"));
    let weak = |one: &&mut domain::TieReading| one.person == person && one.staff == staff;
    sample.snapshot.ties.iter_mut().find(weak).unwrap().level = 1;
    let single = sample.score("A01").single_thread;
    assert!(single.their_share_max < 0.5 && single.our_share_max < 0.6, "nothing else is wrong");
    assert_eq!((single.thin.len(), single.risk), (2, Risk::Medium), "two of four");
    sample.touch("p101", 10);
    let person = sample.id::<PersonId>("p101");
    sample.snapshot.ties.iter_mut().filter(|one| one.person == person).for_each(|tie| tie.level = 2);
    let single = sample.score("A01").single_thread;
    assert_eq!((single.thin.len(), single.risk), (1, Risk::Low), "one of four");
}

#[test]
fn more_than_three_fifths_on_one_of_ours_is_a_medium_risk() {
    let mut sample = Sample::read();
    let mut set = |person: &str, staff: &str, level| {
        let (person, staff) = (sample.id::<PersonId>(person), sample.id::<StaffId>(staff));
        let same = |one: &&mut domain::TieReading| one.person == person && one.staff == staff;
        sample.snapshot.ties.iter_mut().find(same).unwrap().level = level;
        sample.score("A04").single_thread
    };
    set("p401", "u05", 4);
    set("p402", "u08", 2);
    let even = set("p402", "u05", 4);
    close(even.our_share_max, 28.0 / 48.0);
    assert_eq!(even.risk, Risk::Low);
    let heavy = set("p402", "u05", 5);
    close(heavy.our_share_max, 31.0 / 51.0);
    assert_eq!(heavy.risk, Risk::Medium);
    assert!(heavy.reasons.iter().any(|one| one.code == "our-share-high"));
}
