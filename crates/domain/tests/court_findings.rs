//! G4 off the team, G7, C3, C5, C6, rules, seams and executives: the sample with one thing changed, below, at and beyond the edge.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read must fail the test")]

mod common;

use common::Sample;
use domain::engine::chain::Stakeholder;
use domain::engine::findings::over::{Loads, double_bookings};
use domain::engine::findings::{Finding, relevant_topics};
use domain::engine::rules::{RuleBook, RuleVerdict};
use domain::engine::seams::seams_of;
use domain::engine::seniors::met_by_seniors;
use domain::*;
use uuid::Uuid;

fn new<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

fn codes(sample: &Sample, account: &str, code: &str) -> Vec<Finding> {
    sample.score(account).findings.into_iter().filter(|one| one.code.code() == code).collect()
}

fn touch(
    n: u128,
    sample: &Sample,
    account: &str,
    staff: &str,
    person: &str,
    day: &str,
    at: Option<&str>,
) -> PlannedTouch {
    PlannedTouch {
        id: new(n),
        r#ref: None,
        account: sample.account(account).id,
        on: day.parse().unwrap(),
        staff: sample.id(staff),
        person: sample.id(person),
        activity: None,
        at: at.map(|text| serde_json::from_value(text.into()).unwrap()),
        minutes: Some(60),
        place: None,
    }
}

#[test]
fn an_owner_off_the_team_is_a_gap_from_the_day_after() {
    let mut sample = Sample::read();
    let (account, staff, day) = (sample.account("A05").id, sample.id::<StaffId>("u10"), sample.as_of);
    let own = |one: &&mut TeamMember| one.account == account && one.staff == staff;
    sample.snapshot.team_members.iter_mut().find(own).unwrap().to_on = Some(day);
    assert!(codes(&sample, "A05", "G4").is_empty(), "the last day still counts");
    sample.as_of = day + chrono::TimeDelta::days(1);
    let found = codes(&sample, "A05", "G4");
    assert_eq!((found.len(), found[0].reason.code), (1, "owner-off-team"));
    assert!(sample.score("A05").ownership_pct < 70.0);
    let back =
        TeamMember { id: new(9), from_on: Some(sample.as_of), to_on: None, ..sample.snapshot.team_members[0].clone() };
    sample.snapshot.team_members.push(TeamMember { account, staff, ..back });
    assert!(codes(&sample, "A05", "G4").is_empty(), "who came back counts again");
    sample.snapshot.team_members.clear();
    assert!(codes(&sample, "A05", "G4").is_empty(), "where no team is written down nobody is off it");
}

#[test]
fn a_topic_needs_an_owner_while_something_is_open_or_once_was_given_out() {
    let mut sample = Sample::read();
    let account = sample.account("A05").id;
    let day = sample.as_of;
    assert!(codes(&sample, "A05", "G7").is_empty());
    let complaint = |one: &TopicAssignment| one.account == account && one.topic == Topic::Complaint;
    sample.snapshot.topic_assignments.retain(|one| !complaint(one));
    let found = codes(&sample, "A05", "G7");
    assert_eq!((found.len(), found[0].topic), (1, Some(Topic::Complaint)));
    let own = sample.snapshot.complaints.iter_mut().filter(|one| one.account == account);
    own.for_each(|one| (one.status, one.closed_on) = (ComplaintStatus::Closed, Some(day)));
    assert!(codes(&sample, "A05", "G7").is_empty(), "closed today, nothing is open");
    let quality = |one: &&mut TopicAssignment| one.account == account && one.topic == Topic::Quality;
    sample.snapshot.topic_assignments.iter_mut().find(quality).unwrap().to_on = day.pred_opt();
    assert_eq!(codes(&sample, "A05", "G7")[0].topic, Some(Topic::Quality), "what was given out does not fall silent");
    sample.snapshot.topic_assignments.retain(|one| one.account != account);
    sample.snapshot.customer_requests.retain(|one| one.account != account);
    assert_eq!(relevant_topics(&sample.snapshot, account, day), [], "nothing open, never given out");
}

#[test]
fn a_unit_is_a_gap_when_a_rule_names_it_and_nobody_in_it_is_owned() {
    let mut sample = Sample::read();
    let account = sample.account("A06").id;
    let rule = |n, unit: &str, sample: &Sample| CoverageRule {
        id: new(n),
        account: Some(account),
        unit: Some(sample.id(unit)),
        position: 0,
        function: None,
        rank_from: None,
        rank_to: None,
        decision_role: None,
        r#ref: None,
        job_role: JobRole::Sr,
    };
    let (owned, empty) = (rule(1, "q1", &sample), rule(2, "q3", &sample));
    sample.snapshot.coverage_rules.push(owned);
    assert!(codes(&sample, "A06", "G7").is_empty(), "its director has an owner");
    sample.snapshot.coverage_rules.push(empty);
    let found = codes(&sample, "A06", "G7");
    assert_eq!((found.len(), found[0].unit), (1, Some(sample.id("q3"))), "nobody is known in it");
    assert_eq!(found[0].severity.code(), "amber");
}

fn row(seat: u128, weight: u8, owner: StaffId, like: &Stakeholder) -> Stakeholder {
    Stakeholder { seat: new(seat), weight, owners: vec![owner], no_contact: false, ..like.clone() }
}

#[test]
fn thirty_rows_and_a_weight_of_sixty_are_not_too_much() {
    let sample = Sample::read();
    let like = sample.score("A05").stakeholders[0].clone();
    let (owner, account) = (sample.id::<StaffId>("u06"), sample.account("A05").id);
    let over = |rows: u128, weight: u8, last: u8| {
        let mut all: Vec<Stakeholder> = (1..rows).map(|n| row(n, weight, owner, &like)).collect();
        all.push(row(rows, last, owner, &like));
        let mut loads = Loads::default();
        loads.add(account, &all[..all.len() / 2]);
        loads.add(sample.account("A02").id, &all[all.len() / 2..]);
        loads.overloads(&sample.snapshot, sample.as_of)
    };
    assert!(over(29, 1, 1).is_empty() && over(30, 1, 1).is_empty());
    assert_eq!(over(31, 1, 1).len(), 1, "rows over two accounts add up");
    assert!(over(20, 3, 2).is_empty() && over(20, 3, 3).is_empty(), "59 and 60");
    let found = over(20, 3, 4);
    assert_eq!((found.len(), found[0].1.code.code(), found[0].1.severity.code()), (1, "C5", "amber"), "61");
    assert_eq!(found[0].0, account, "told where most of it lies");
    let gone = sample.id::<StaffId>("u13");
    let mut loads = Loads::default();
    loads.add(account, &(1..=40).map(|n| row(n, 4, gone, &like)).collect::<Vec<_>>());
    assert!(loads.overloads(&sample.snapshot, sample.as_of).is_empty(), "who left is G4, not overloaded");
}

#[test]
fn two_plans_collide_while_their_hours_overlap() {
    let mut sample = Sample::read();
    let day = "2026-11-30";
    let first = touch(1, &sample, "A08", "u07", "p802", day, Some("09:00"));
    let found = |sample: &Sample, at: Option<&str>, other: &str| {
        let mut all = sample.snapshot.clone();
        all.planned_touches = vec![first.clone(), touch(2, sample, "A04", other, "p403", day, at)];
        double_bookings(&all, sample.as_of)
    };
    assert!(found(&sample, Some("10:00"), "u07").is_empty(), "one ends when the other begins");
    let double = found(&sample, Some("09:59"), "u07");
    assert_eq!((double.len(), double[0].1.code.code(), double[0].1.severity.code()), (1, "C3", "red"));
    assert_eq!(double[0].1.touches.len(), 2);
    assert!(found(&sample, Some("09:30"), "u10").is_empty(), "two of ours");
    assert!(found(&sample, None, "u07").is_empty(), "an hour nobody knows");
    sample.as_of = "2026-12-01".parse().unwrap();
    assert!(found(&sample, Some("09:30"), "u07").is_empty(), "past plans are over");
}

#[test]
fn an_agenda_holds_those_who_are_needed_and_its_own_guests_are_no_second_place() {
    let mut sample = Sample::read();
    let during = |sample: &Sample, person: &str, at: &str| {
        let mut all = sample.snapshot.clone();
        all.planned_touches = vec![touch(1, sample, "A08", "u08", person, "2026-12-04", Some(at))];
        double_bookings(&all, sample.as_of).len()
    };
    assert_eq!(during(&sample, "p802", "10:40"), 1, "the talks of V07 need him");
    assert_eq!(during(&sample, "p802", "08:20"), 0, "before it begins");
    assert_eq!(during(&sample, "p701", "10:40"), 0, "a guest of that very visit");
    let second = Visit {
        id: new(7),
        starts_on: "2026-12-04".parse().unwrap(),
        host: Some(sample.id("u05")),
        ..sample.visit("A08").clone()
    };
    let hosts = |sample: &Sample| double_bookings(&sample.snapshot, sample.as_of);
    sample.snapshot.visits.push(Visit { host: Some(sample.id("u03")), ..second.clone() });
    let found = hosts(&sample);
    assert_eq!((found.len(), found[0].1.reason.code), (1, "double-booking-day"), "she leads the talks of V07 that day");
    *sample.snapshot.visits.last_mut().unwrap() = second;
    assert!(hosts(&sample).is_empty());
}

#[test]
fn an_owner_against_the_rule_is_told_until_somebody_confirms() {
    let mut sample = Sample::read();
    assert!(codes(&sample, "A05", "C6").is_empty());
    let seat = sample.id::<SeatId>("s503");
    let held = |sample: &mut Sample, change: fn(&mut Assignment)| {
        sample
            .snapshot
            .assignments
            .iter_mut()
            .filter(|one| one.seat == seat && one.kind == AssignmentKind::Owner)
            .for_each(change);
    };
    held(&mut sample, |one| one.confirmed_by = None);
    let found = codes(&sample, "A05", "C6");
    assert_eq!((found.len(), found[0].severity.code()), (1, "info"));
    assert_eq!(found[0].staff, [sample.id("u09"), sample.id("u08")]);
    held(&mut sample, |one| one.manual = false);
    assert!(codes(&sample, "A05", "C6").is_empty(), "named by a rule, not chosen");
    held(&mut sample, |one| one.manual = true);
    let account = sample.account("A05").id;
    sample.snapshot.team_members.retain(|one| one.account != account || one.job_role != JobRole::Sr);
    assert!(codes(&sample, "A05", "C6").is_empty(), "nobody of the team has that role");
}

#[test]
fn a_rule_meets_ranks_within_its_bounds_and_unknown_ones_never() {
    let sample = Sample::read();
    let account = sample.account("A05").id;
    let rows = sample.score("A05").stakeholders;
    let reach = |from: Option<u8>, to: Option<u8>, word: Option<&str>| {
        let rule = CoverageRule {
            id: new(1),
            r#ref: None,
            account: Some(account),
            unit: None,
            function: word.map(str::to_owned),
            rank_from: from,
            rank_to: to,
            decision_role: None,
            job_role: JobRole::Ar,
            position: 0,
        };
        let book = RuleBook::with(&sample.snapshot, account, sample.as_of, vec![&rule]);
        let reach = book.reach(&rule, &rows);
        (reach.fits, reach.verdict())
    };
    assert_eq!(reach(None, None, None), (3, RuleVerdict::Everybody));
    assert_eq!(reach(Some(8), None, None), (0, RuleVerdict::Nobody));
    assert_eq!(reach(Some(7), None, None), (1, RuleVerdict::Some));
    assert_eq!(reach(None, Some(6), None), (2, RuleVerdict::Some));
    assert_eq!(reach(Some(6), Some(7), None), (3, RuleVerdict::Everybody));
    assert_eq!(reach(None, None, Some("财务")), (1, RuleVerdict::Some));
    assert_eq!(reach(None, None, Some("没有的")), (0, RuleVerdict::Nobody));
}

#[test]
fn backups_in_a_circle_and_superiors_in_a_circle_end() {
    let mut sample = Sample::read();
    let seats: [SeatId; 2] = [sample.id("s501"), sample.id("s502")];
    let staff: [StaffId; 2] = [sample.id("u06"), sample.id("u10")];
    let like = sample.snapshot.assignments[0].clone();
    sample.snapshot.assignments.retain(|one| !seats.contains(&one.seat));
    for at in 0..2 {
        let one = |n: u128, who, kind| Assignment { id: new(n), seat: seats[at], staff: who, kind, ..like.clone() };
        sample.snapshot.assignments.push(one(10 + at as u128, staff[at], AssignmentKind::Owner));
        sample.snapshot.assignments.push(one(20 + at as u128, staff[1 - at], AssignmentKind::Backup));
    }
    for (own, above) in [("u06", "u10"), ("u10", "u06")] {
        let (own, above) = (sample.id::<StaffId>(own), sample.id::<StaffId>(above));
        sample.snapshot.staff.iter_mut().find(|one| one.id == own).unwrap().superior = Some(above);
    }
    let found = sample.findings("A05");
    assert!(
        found.iter().all(|one| !one.starts_with("G1") && !one.starts_with("G2 p501") && !one.starts_with("G2 p502")),
        "{found:?}"
    );
}

#[test]
fn one_more_of_us_makes_seams_where_others_stand() {
    let sample = Sample::read();
    let account = sample.account("A08").id;
    let rows = sample.score("A08").stakeholders;
    let book = RuleBook::on(&sample.snapshot, account, sample.as_of);
    let picture = seams_of(&sample.snapshot, &book, &rows, sample.id("u08"));
    let with = |name: &str| picture.seams.iter().find(|one| one.with == sample.id::<StaffId>(name));
    assert!(with("u07").unwrap().shared.contains(&sample.id("s802")), "the rule names his role, he is the backup too");
    assert!(picture.pairs_after > picture.pairs_before);
    let stranger = seams_of(&sample.snapshot, &book, &rows, sample.id("u12"));
    assert_eq!((stranger.seams.len(), stranger.pairs_after), (0, stranger.pairs_before), "nobody near, no seam");
}

#[test]
fn key_people_without_an_executive_are_late_and_the_cadence_is_included() {
    let mut sample = Sample::read();
    let met = |sample: &Sample| {
        let rows = sample.score("A08").stakeholders;
        met_by_seniors(&sample.snapshot, AccountTier::S, &rows, sample.as_of)
    };
    let seat = sample.id::<SeatId>("s804");
    let line = |sample: &Sample| *met(sample).iter().find(|one| one.seat == seat).unwrap();
    assert!(line(&sample).last.is_none() && line(&sample).late, "weight 3, never met by an executive");
    assert!(
        met(&sample).iter().all(|one| one.seat != sample.id::<SeatId>("s803")),
        "weight 2 and rank 5 is no key person"
    );
    let like = sample.snapshot.touches[0].clone();
    for (days, late) in [(100, false), (101, true)] {
        let one = Touch {
            id: new(5),
            account: sample.account("A08").id,
            on: sample.ago(days),
            staff: vec![sample.id("u03")],
            people: vec![sample.id("p804")],
            ..like.clone()
        };
        let mut with = sample.snapshot.clone();
        with.touches.push(one);
        std::mem::swap(&mut sample.snapshot, &mut with);
        assert_eq!(line(&sample).late, late, "{days}");
        std::mem::swap(&mut sample.snapshot, &mut with);
    }
}
