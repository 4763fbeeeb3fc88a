//! Thresholds of warnings, health, committee, hosts and gates: the sample with one thing changed, at and beyond the edge.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read must fail the test")]

mod common;

use common::Sample;
use domain::engine::health::HealthBand;
use domain::engine::host::{HostCandidate, HostDimension, match_hosts};
use domain::engine::readiness::GateState;
use domain::{
    Busy, Code, ComplaintSeverity, Confidence, DecisionRole, FactKind, PersonId, SeatId, StaffId, VotingRule,
};

fn figures<'a>(sample: &'a mut Sample, account: &str) -> &'a mut domain::Figures {
    let id = sample.account(account).id;
    sample.snapshot.figures.iter_mut().find(|one| one.account == id).unwrap()
}

#[test]
fn orders_warn_at_twenty_and_forty_percent() {
    let mut sample = Sample::read();
    for (recent, expected) in [(81.0, None), (80.0, Some("amber")), (61.0, Some("amber")), (60.0, Some("red"))] {
        figures(&mut sample, "A06").orders = [vec![100.0; 9], vec![recent; 3]].concat();
        assert_eq!(sample.severity("A06", "W01"), expected, "{recent}");
    }
}

#[test]
fn payment_warns_red_above_sixty_days_or_a_fifth() {
    let mut sample = Sample::read();
    for (days, overdue, expected) in
        [(1, 100.0, Some("amber")), (60, 200.0, Some("amber")), (61, 1.0, Some("red")), (1, 201.0, Some("red"))]
    {
        let one = figures(&mut sample, "A06");
        (one.overdue_days, one.overdue, one.receivable_total) = (Some(days), Some(overdue), Some(1000.0));
        assert_eq!(sample.severity("A06", "W08"), expected, "{days} {overdue}");
    }
    let one = figures(&mut sample, "A06");
    (one.overdue_days, one.overdue) = (None, Some(0.0));
    assert_eq!(sample.severity("A06", "W08"), None);
}

#[test]
fn promises_warn_a_week_before_and_from_the_day_after() {
    let mut sample = Sample::read();
    let at = |sample: &mut Sample, days: i64, progress| {
        let day = sample.ago(-days);
        let one = &mut sample.snapshot.commitments[0];
        (one.promised_on, one.progress) = (day, progress);
        sample.severity("A01", "W05")
    };
    assert_eq!((at(&mut sample, 8, 0), at(&mut sample, 7, 0)), (None, Some("amber")));
    assert_eq!((at(&mut sample, 7, 79), at(&mut sample, 7, 80)), (Some("amber"), None));
    assert_eq!((at(&mut sample, 0, 80), at(&mut sample, -1, 80)), (None, Some("red")));
    let health = sample.score("A01").health;
    let promises = health.parts.iter().find(|one| one.0.code() == "promises").unwrap();
    assert_eq!(promises.1, 0.0, "one due, none on time");
}

#[test]
fn complaints_warn_by_severity_and_answer() {
    let mut sample = Sample::read();
    let account = sample.account("A03").id;
    let mut at = |severity, days: i64, answered: bool| {
        let (opened, today) = (sample.ago(days), sample.as_of);
        let one = sample.snapshot.complaints.iter_mut().find(|one| one.account == account).unwrap();
        (one.severity, one.opened_on) = (severity, opened);
        one.answered_on = answered.then_some(today);
        sample.severity("A03", "W06")
    };
    use ComplaintSeverity::{Normal, Severe};
    assert_eq!((at(Normal, 7, true), at(Normal, 8, true)), (None, Some("amber")));
    assert_eq!((at(Normal, 15, true), at(Normal, 16, true)), (Some("amber"), Some("red")));
    assert_eq!((at(Severe, 2, true), at(Severe, 3, true)), (None, Some("amber")));
    assert_eq!((at(Severe, 5, true), at(Severe, 6, true)), (Some("amber"), Some("red")));
    assert_eq!((at(Normal, 1, false), at(Normal, 2, false)), (None, Some("amber")), "no first answer");
}

#[test]
fn rivals_count_from_a_reliable_report() {
    let mut sample = Sample::read();
    for (confidence, expected) in [
        (Confidence::Confirmed, Some("red")),
        (Confidence::Reliable, Some("amber")),
        (Confidence::Unverified, None),
        (Confidence::Rumour, None),
    ] {
        sample.snapshot.competitor_signals[0].confidence = confidence;
        assert_eq!(sample.severity("A06", "W09"), expected);
    }
    let light = sample.id::<PersonId>("p604");
    let signal = &mut sample.snapshot.competitor_signals[0];
    (signal.confidence, signal.person) = (Confidence::Confirmed, Some(light));
    assert_eq!(sample.severity("A06", "W09"), Some("amber"), "weight 2");
}

#[test]
fn a_leaver_counts_by_weight_and_function() {
    let mut sample = Sample::read();
    assert_eq!(sample.warning("A03", "W07").unwrap().reason.code, "coach-left");
    let seat = sample.id::<SeatId>("s304");
    let members = |sample: &mut Sample, influence| {
        for one in sample.snapshot.chain_members.iter_mut().filter(|one| one.seat == seat) {
            one.functions.clear();
            one.influence_level = influence;
        }
        sample.severity("A03", "W07")
    };
    assert_eq!((members(&mut sample, Some(3)), members(&mut sample, Some(2))), (Some("red"), Some("amber")));
    let person = sample.id::<PersonId>("p303");
    sample.snapshot.stances.iter_mut().filter(|one| one.person == person).for_each(|one| one.level = Some(0));
    assert_eq!(sample.severity("A03", "W07"), None, "no supporter");
}

#[test]
fn an_expectation_gap_of_one_is_amber() {
    let mut sample = Sample::read();
    let mut at = |perceived| {
        sample.snapshot.commitments[1].perceived_value = Some(perceived);
        sample.severity("A05", "W16")
    };
    assert_eq!([at(4), at(3), at(2)], [None, Some("amber"), Some("red")]);
}

#[test]
fn a_red_warning_caps_health_at_59() {
    let mut sample = Sample::read();
    assert_eq!(sample.score("A08").health.band, HealthBand::Healthy);
    let day = sample.ago(1);
    let last = sample.snapshot.commitments.len() - 1;
    sample.snapshot.commitments[last].promised_on = day;
    let health = sample.score("A08").health;
    assert!(health.raw > 59.0, "{}", health.raw);
    assert_eq!((health.shown, health.band), (59.0, HealthBand::Risk));
    assert!(health.reasons.iter().any(|one| one.0.code == "red-warnings"));
}

#[test]
fn an_opponent_costs_his_weight_against_neutral() {
    let mut sample = Sample::read();
    let person = sample.id::<PersonId>("p801");
    sample.snapshot.stances.iter_mut().filter(|one| one.person == person).for_each(|one| one.level = Some(-2));
    let health = sample.score("A08").health;
    let lost = health.reasons.iter().find(|one| one.0.code == "opposes").unwrap().1;
    assert!((lost - 100.0 * 4.0 / 13.0 * 0.2 / 0.85 * 0.5).abs() < 1e-6, "{lost}");
}

#[test]
fn bands_change_at_80_60_40_and_development_has_none() {
    let band = |shown| domain::engine::health::band(shown, None);
    assert_eq!((band(80.0), band(79.9)), (HealthBand::Healthy, HealthBand::Watch));
    assert_eq!((band(60.0), band(59.9)), (HealthBand::Watch, HealthBand::Risk));
    assert_eq!((band(40.0), band(39.9)), (HealthBand::Risk, HealthBand::Critical));
    assert_eq!(Sample::read().score("A07").health.band, HealthBand::Building);
}

#[test]
fn a_committee_is_secured_lost_or_open() {
    let mut sample = Sample::read();
    let mut outlook = |rule, seats| {
        let body = &mut sample.snapshot.decision_bodies[0];
        (body.rule, body.seat_count) = (rule, seats);
        if seats == 4 {
            body.members.truncate(4);
        }
        sample.score("A02").committee.unwrap().outlook.code()
    };
    assert_eq!(outlook(VotingRule::Majority, 7), "open");
    assert_eq!(outlook(VotingRule::Unanimous, 7), "lost", "one opposes");
    assert_eq!(outlook(VotingRule::ChairDecides, 7), "open", "no chair named");
    assert_eq!(outlook(VotingRule::Majority, 4), "open", "two of three needed, one undecided");
    let person = sample.id::<PersonId>("p203");
    sample.snapshot.stances.iter_mut().filter(|one| one.person == person).for_each(|one| one.level = Some(1));
    assert_eq!(sample.score("A02").committee.unwrap().outlook.code(), "secured");
}

fn candidate(sample: &Sample, account: &str, staff: &str) -> Option<HostCandidate> {
    let matched = match_hosts(&sample.snapshot, sample.visit(account).id, None, sample.as_of).unwrap();
    let id = sample.id::<StaffId>(staff);
    matched.candidates.into_iter().find(|one| one.staff == id)
}

fn points(sample: &Sample, account: &str, staff: &str, dimension: HostDimension) -> u32 {
    let found = candidate(sample, account, staff).unwrap();
    found.lines.iter().find(|line| line.dimension == dimension).unwrap().points
}

#[test]
fn a_host_may_rank_two_apart() {
    let mut sample = Sample::read();
    let seat = sample.id::<SeatId>("s501");
    for (theirs, expected) in
        [(4, None), (5, Some(20)), (6, Some(25)), (7, Some(25)), (8, Some(20)), (9, Some(10)), (10, None)]
    {
        sample.snapshot.seats.iter_mut().find(|one| one.id == seat).unwrap().rank_level = Some(theirs);
        let staff = "u04";
        let found = candidate(&sample, "A05", staff).map(|_| points(&sample, "A05", staff, HostDimension::Rank));
        assert_eq!(found, expected, "7 against {theirs}");
    }
}

#[test]
fn background_needs_consent_and_an_open_source() {
    let mut sample = Sample::read();
    let background = [HostDimension::Dialect, HostDimension::Native, HostDimension::School, HostDimension::Affinity];
    let sum = |sample: &Sample| background.iter().map(|one| points(sample, "A05", "u06", *one)).sum::<u32>();
    assert_eq!(sum(&sample), 12 + 10 + 8 + 3);
    let person = sample.id::<PersonId>("p501");
    for fact in sample.snapshot.facts.iter_mut().filter(|one| one.person == person && one.kind != FactKind::Position) {
        fact.confidence = Confidence::Unverified;
    }
    assert_eq!(sum(&sample), 0);
    let mut sample = Sample::read();
    let staff = sample.id::<StaffId>("u06");
    sample.snapshot.staff.iter_mut().find(|one| one.id == staff).unwrap().bg_ok = false;
    assert_eq!(sum(&sample), 0);
}

#[test]
fn equal_totals_go_by_business() {
    let mut sample = Sample::read();
    let (first, second) = (sample.id::<StaffId>("u02"), sample.id::<StaffId>("u03"));
    sample.snapshot.staff.iter_mut().find(|one| one.id == first).unwrap().hobbies.clear();
    let matched = match_hosts(&sample.snapshot, sample.visit("A07").id, None, sample.as_of).unwrap();
    let best: Vec<_> = matched.candidates.iter().take(2).map(|one| (one.staff, one.total)).collect();
    assert_eq!(best, [(second, 60), (first, 60)]);
}

#[test]
fn a_blocked_or_absent_host_is_removed_with_the_reason() {
    let mut sample = Sample::read();
    let (visit, staff) = (sample.visit("A05").id, sample.id::<StaffId>("u06"));
    let note = sample.snapshot.visit_hosts.iter_mut().find(|one| one.visit == visit && one.staff == staff).unwrap();
    note.blocked = Some("利益冲突".into());
    let reason = |sample: &Sample| {
        let matched = match_hosts(&sample.snapshot, visit, None, sample.as_of).unwrap();
        matched.removed.into_iter().find(|one| one.staff == staff).map(|one| one.reason.code)
    };
    assert_eq!(reason(&sample), Some("removed-blocked"));
    let note = sample.snapshot.visit_hosts.iter_mut().find(|one| one.visit == visit && one.staff == staff).unwrap();
    (note.blocked, note.busy) = (None, Busy::Part);
    assert_eq!(reason(&sample), None);
    assert_eq!(points(&sample, "A05", "u06", HostDimension::Available), 2);
}

fn gate(sample: &Sample, account: &str, code: &str) -> GateState {
    sample.readiness(account).gates.into_iter().find(|one| one.gate.code() == code).unwrap().state
}

#[test]
fn a_post_verified_thirty_days_ago_still_passes() {
    let mut sample = Sample::read();
    let person = sample.id::<PersonId>("p701");
    let mut at = |days: i64| {
        let on = sample.ago(days);
        let own = sample.snapshot.facts.iter_mut().filter(|one| one.person == person);
        own.filter(|one| one.kind == FactKind::Position).for_each(|one| one.verified_on = Some(on));
        gate(&sample, "A07", "GATE1")
    };
    assert_eq!((at(30), at(31)), (GateState::Pass, GateState::Fail));
}

#[test]
fn a_gift_may_cost_what_the_policy_allows() {
    let mut sample = Sample::read();
    let mut at = |value| {
        sample.visit_mut("A01").gift_value = value;
        gate(&sample, "A01", "GATE4")
    };
    assert_eq!([at(Some(300.0)), at(Some(300.5)), at(None)], [GateState::Pass, GateState::Fail, GateState::Open]);
    sample.visit_mut("A01").gift_decided = false;
    assert_eq!(gate(&sample, "A01", "GATE4"), GateState::Open);
}

#[test]
fn gifts_of_a_year_add_up() {
    let mut sample = Sample::read();
    assert_eq!(gate(&sample, "A04", "GATE4"), GateState::Pass);
    let visit = sample.visit("A04").clone();
    let id = uuid::Uuid::from_u128(7).into();
    let mut before = |day: &str, value| {
        sample.snapshot.visits.retain(|one| one.id != id);
        let (starts_on, gift_value) = (day.parse().unwrap(), Some(value));
        sample.snapshot.visits.push(domain::Visit { id, starts_on, gift_value, ..visit.clone() });
        gate(&sample, "A04", "GATE4")
    };
    assert_eq!((before("2026-06-01", 380.0), before("2026-06-01", 380.5)), (GateState::Pass, GateState::Fail));
    assert_eq!((before("2026-02-03", 900.0), before("2026-02-02", 900.0)), (GateState::Fail, GateState::Pass));
}

#[test]
fn a_visit_may_not_touch_the_blackout() {
    let mut sample = Sample::read();
    let mut at = |day: &str, days| {
        let visit = sample.visit_mut("A02");
        (visit.starts_on, visit.days) = (day.parse().unwrap(), days);
        let id = visit.id;
        let hosts = match_hosts(&sample.snapshot, id, None, sample.as_of).unwrap().candidates.len();
        (gate(&sample, "A02", "GATE7"), hosts > 0)
    };
    assert_eq!(at("2026-11-29", 2), (GateState::Pass, true));
    assert_eq!(at("2026-11-29", 3), (GateState::Fail, false), "the last day is the first of the blackout");
    assert_eq!(at("2027-01-15", 1), (GateState::Fail, false));
    assert_eq!(at("2027-01-16", 1), (GateState::Pass, true));
}

#[test]
fn open_matters_need_somebody_who_is_here() {
    let mut sample = Sample::read();
    assert_eq!(gate(&sample, "A05", "GATE5"), GateState::Pass);
    sample.snapshot.complaints.iter_mut().for_each(|one| one.owner = None);
    assert_eq!(gate(&sample, "A05", "GATE5"), GateState::Fail);
    let gone = sample.id::<StaffId>("u13");
    sample.snapshot.complaints.iter_mut().for_each(|one| one.owner = Some(gone));
    assert_eq!(gate(&sample, "A05", "GATE5"), GateState::Fail);
}

#[test]
fn asked_none_is_an_answer_and_an_empty_list_is_not() {
    let mut sample = Sample::read();
    assert!(sample.readiness("A07").gates[2].people.len() == 2, "ten of twelve answered, seven of them: none");
    let visit = sample.visit("A07").id;
    sample.snapshot.visit_guests.retain(|one| one.visit != visit);
    assert_eq!(gate(&sample, "A07", "GATE3"), GateState::Open);
    assert_eq!(gate(&sample, "A07", "GATE2"), GateState::Open);
    sample.visit_mut("A07").host = Some(sample.id("u02"));
    assert_eq!(gate(&sample, "A07", "GATE2"), GateState::Pass);
    sample.visit_mut("A07").host = Some(sample.id("u13"));
    assert_eq!(gate(&sample, "A07", "GATE2"), GateState::Fail);
}

#[test]
fn five_thousand_stakeholders_are_one_pass() {
    let mut sample = Sample::read();
    let account = sample.account("A01").id;
    let seats: Vec<_> = sample.snapshot.seats.iter().filter(|one| one.account == account).cloned().collect();
    let decision = sample.snapshot.main_decision(account).unwrap().id;
    let person = sample.snapshot.people[0].clone();
    for at in 0..5_000_u128 {
        let id = uuid::Uuid::from_u128((1 << 100) + at);
        let seat = domain::Seat { id: id.into(), r#ref: None, position: at as i64, ..seats[0].clone() };
        let human = domain::Person { id: id.into(), r#ref: None, name_zh: Some("样例一".into()), ..person.clone() };
        let tenure =
            domain::Tenure { id: id.into(), seat: id.into(), person: id.into(), ..sample.snapshot.tenures[0].clone() };
        let member = domain::ChainMember {
            roles: vec![DecisionRole::User],
            formal_power: 3,
            position: at as i64 + 100,
            ..domain::ChainMember::bare(id.into(), decision, id.into())
        };
        sample.snapshot.seats.push(seat);
        sample.snapshot.people.push(human);
        sample.snapshot.tenures.push(tenure);
        sample.snapshot.chain_members.push(member);
    }
    let start = std::time::Instant::now();
    let score = sample.score("A01");
    println!("5,000 stakeholders: {:?}", start.elapsed());
    assert_eq!(score.stakeholders.len(), 5_006);
    assert_eq!(score.findings.iter().filter(|one| one.code.code() == "G1").count(), 5_001);
}
