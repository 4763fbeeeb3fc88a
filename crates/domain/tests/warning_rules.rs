//! The rules the reference does not compute (W02, W04, W10, W12, W14, W15, W17–W21), limits set by hand, and when a warning began:
//! the sample with one thing changed, below, at and beyond each edge.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read must fail the test")]

mod common;

use common::Sample;
use domain::engine::readiness::GateState;
use domain::*;

fn id<T: From<uuid::Uuid>>(n: u128) -> T {
    uuid::Uuid::from_u128(n).into()
}

/// The warning with this code about this person, seat or other thing.
fn about(sample: &Sample, account: &str, code: &str, key: impl Into<uuid::Uuid>) -> Option<engine::warnings::Warning> {
    let key = key.into().to_string();
    let warnings = sample.score(account).warnings;
    warnings.into_iter().find(|one| one.code.code() == code && one.object.key() == key)
}

fn severity(sample: &Sample, account: &str, code: &str, key: impl Into<uuid::Uuid>) -> Option<&'static str> {
    about(sample, account, code, key).map(|one| one.severity.code())
}

#[test]
fn orders_are_silent_beyond_two_and_three_intervals() {
    let mut sample = Sample::read();
    let account = sample.account("A06").id;
    let mut at = |days: i64, count: i64| {
        let on: Vec<Day> = (0..count).map(|n| sample.ago(days + n * 30)).collect();
        sample.snapshot.figures.iter_mut().find(|one| one.account == account).unwrap().order_days = on;
        (sample.severity("A06", "W02"), sample.warning("A06", "W02").and_then(|one| one.since) == Some(sample.as_of))
    };
    assert_eq!((at(60, 4), at(61, 4)), ((None, false), (Some("amber"), true)));
    assert_eq!((at(90, 4), at(91, 4)), ((Some("amber"), false), (Some("red"), true)));
    assert_eq!((at(91, 3).0, at(91, 2).0), (Some("red"), None), "one interval is no rhythm");
}

#[test]
fn executives_are_overdue_beyond_their_rhythm_in_either_direction() {
    let mut sample = Sample::read();
    let (ours, theirs, account) =
        (sample.id::<StaffId>("u01"), sample.id::<PersonId>("p801"), sample.account("A08").id);
    let mut at = |days: i64, direction| {
        let on = sample.ago(days);
        sample.snapshot.touches.retain(|one| one.account != account || !one.people.contains(&theirs));
        let pattern = sample.snapshot.touches[0].clone();
        let touch = Touch {
            id: id(9),
            account,
            on,
            staff: vec![ours],
            people: vec![theirs],
            direction,
            visit: None,
            ..pattern
        };
        sample.snapshot.touches.push(touch);
        let found = sample.warning("A08", "W04");
        found.map(|one| (one.severity.code(), one.reason.code))
    };
    assert_eq!((at(100, None), at(101, None)), (None, Some(("amber", "exec-visit-overdue"))));
    assert_eq!(at(150, Some(VisitDirection::Inbound)), Some(("amber", "exec-visit-ours")));
    assert_eq!(at(151, Some(VisitDirection::Outbound)), Some(("red", "exec-visit-theirs")));
    sample.snapshot.staff.iter_mut().find(|one| one.id == ours).unwrap().rank_level = 6;
    assert_eq!(sample.severity("A08", "W04"), None, "no executive of ours was there");
}

#[test]
fn an_attitude_warns_by_levels_fallen() {
    let mut sample = Sample::read();
    let person = sample.id::<PersonId>("p801");
    let mut read = |levels: &[(i64, Option<i8>)]| {
        sample.snapshot.stances.retain(|one| one.person != person);
        for (n, (days, level)) in levels.iter().enumerate() {
            let read_on = sample.ago(*days);
            let (decision, evidence) = (None, "样例".to_owned());
            let level = *level;
            sample.snapshot.stances.push(StanceReading {
                id: id(100 + n as u128),
                r#ref: None,
                person,
                decision,
                level,
                read_on,
                evidence,
                read_by: None,
            });
        }
        severity(&sample, "A08", "W10", person)
    };
    assert_eq!(read(&[(50, Some(1)), (5, Some(1))]), None);
    assert_eq!(read(&[(50, Some(2)), (5, Some(1))]), Some("amber"));
    assert_eq!(read(&[(50, Some(2)), (5, Some(0))]), Some("red"));
    assert_eq!(read(&[(50, Some(-1)), (5, Some(-2))]), Some("red"), "to the lowest");
    assert_eq!(read(&[(50, Some(2)), (30, Some(1)), (5, Some(0))]), Some("red"), "step by step is two as well");
    assert_eq!(read(&[(50, Some(2)), (30, Some(0)), (5, Some(1))]), None, "it rose again");
    assert_eq!(read(&[(50, Some(2)), (5, None)]), None, "unknown is no fall");
    assert_eq!(
        (read(&[(400, Some(2)), (180, Some(1))]), read(&[(400, Some(2)), (181, Some(1))])),
        (Some("amber"), None)
    );
    let light = sample.id::<PersonId>("p604");
    sample.snapshot.stances[0].person = light;
    assert_eq!(severity(&sample, "A06", "W10", light), None, "weight 2");
}

#[test]
fn a_contract_warns_half_a_year_and_a_quarter_before_its_end() {
    let mut sample = Sample::read();
    let account = sample.account("A08").id;
    let mut at = |left: i64, renewal_planned| {
        let ends_on = sample.ago(-left);
        let name_zh = Some("样例合同".to_owned());
        sample.snapshot.contracts = vec![Contract {
            id: id(5),
            r#ref: None,
            account,
            name_zh,
            name_en: None,
            starts_on: None,
            ends_on,
            renewal_planned,
        }];
        sample.severity("A08", "W12")
    };
    assert_eq!((at(181, false), at(180, false)), (None, Some("amber")));
    assert_eq!((at(91, false), at(90, false), at(90, true)), (Some("amber"), Some("red"), Some("amber")));
    assert_eq!((at(-1, false), at(-1, true), at(-181, false)), (Some("red"), None, None));
}

#[test]
fn a_post_is_stale_by_age_and_sooner_before_a_visit() {
    let mut sample = Sample::read();
    let person = sample.id::<PersonId>("p801");
    let mut at = |age: Option<i64>, visit: i64| {
        let (on, starts_on) = (age.map(|age| sample.ago(age)), sample.ago(-visit));
        sample.visit_mut("A08").starts_on = starts_on;
        let own = sample.snapshot.facts.iter_mut().filter(|one| one.person == person);
        own.filter(|one| one.kind == FactKind::Position).for_each(|one| one.verified_on = on);
        severity(&sample, "A08", "W14", person)
    };
    assert_eq!((at(Some(180), 60), at(Some(181), 60)), (None, Some("amber")));
    assert_eq!((at(Some(30), 7), at(Some(31), 7), at(Some(31), 8)), (None, Some("red"), None));
    assert_eq!(
        (at(None, 60), at(None, 7), at(Some(31), -1)),
        (Some("amber"), Some("red"), None),
        "never verified is stale"
    );
    at(Some(31), 7);
    let visit = sample.visit("A08").id;
    sample.visit_mut("A08").principal_guest = None;
    sample.snapshot.visit_guests.retain(|one| one.visit != visit);
    assert_eq!(severity(&sample, "A08", "W14", person), None, "not a guest");
}

#[test]
fn units_and_holders_that_change_are_told() {
    let mut sample = Sample::read();
    let account = sample.account("A08").id;
    let days = [sample.ago(180), sample.ago(181), sample.as_of, sample.ago(1)];
    let unit = sample.snapshot.units.iter().position(|one| one.account == account && one.parent.is_some()).unwrap();
    let mut at = |from_on, to_on| {
        (sample.snapshot.units[unit].from_on, sample.snapshot.units[unit].to_on) = (from_on, to_on);
        sample
            .score("A08")
            .warnings
            .into_iter()
            .find(|one| one.reason.code == "units-changed")
            .map(|one| one.severity.code())
    };
    assert_eq!((at(Some(days[0]), None), at(Some(days[1]), None)), (Some("amber"), None));
    assert_eq!(
        (at(None, Some(days[3])), at(None, Some(days[2]))),
        (Some("amber"), None),
        "the last day is no change yet"
    );
}

#[test]
fn another_economic_buyer_is_red_and_another_head_amber() {
    let mut sample = Sample::read();
    let (seat, old, new) = (sample.id::<SeatId>("s801"), sample.id::<PersonId>("p801"), sample.id::<PersonId>("p804"));
    assert_eq!(severity(&sample, "A08", "W15", seat), None);
    let change = |sample: &mut Sample, days: i64, follows: bool| {
        sample.snapshot.tenures.retain(|one| one.id != id(7));
        let (last, first) = (sample.ago(days + 1), sample.ago(days));
        let tenure = sample.snapshot.tenures.iter_mut().find(|one| one.person == old && one.seat == seat).unwrap();
        tenure.to_on = Some(last);
        let follower = Tenure { id: id(7), person: new, from_on: Some(first), to_on: None, ..tenure.clone() };
        if follows {
            sample.snapshot.tenures.push(follower);
        }
        about(sample, "A08", "W15", seat).map(|one| (one.severity.code(), one.reason.code, one.since == Some(first)))
    };
    assert_eq!(change(&mut sample, 180, true), Some(("red", "buyer-changed", true)));
    assert_eq!(change(&mut sample, 181, true), None);
    assert_eq!(change(&mut sample, 10, false), Some(("red", "buyer-left", true)));
    for one in sample.snapshot.chain_members.iter_mut().filter(|one| one.seat == seat) {
        one.roles.clear();
    }
    assert_eq!(change(&mut sample, 10, true), Some(("amber", "head-changed", true)), "leads its unit");
    assert_eq!(change(&mut sample, 10, false), None, "an empty seat is not a new head");
    let report = sample.id::<SeatId>("s804");
    assert_eq!(severity(&sample, "A08", "W15", report), None, "a first holder is no change");
}

#[test]
fn a_budget_warns_at_eighty_and_a_hundred_percent_by_forecast_and_by_pace() {
    let mut sample = Sample::read();
    let account = sample.account("A08").id;
    // The tenth of ten days' period: pace is the share used.
    let (from_on, to_on) = (sample.ago(5), sample.ago(-4));
    let mut at = |actual: f64, committed: f64, remaining_plan: f64, approved: f64| {
        let category = CostCategory::Dining;
        let line = BudgetLine {
            id: id(5),
            r#ref: None,
            account,
            category,
            from_on,
            to_on,
            approved,
            committed,
            actual,
            remaining_plan,
            probability: 0.5,
            text: None,
        };
        sample.snapshot.budget_lines = vec![line];
        sample.warning("A08", "W17").map(|one| (one.severity.code(), one.reason.code))
    };
    assert_eq!((at(600.0, 199.0, 0.0, 1000.0), at(600.0, 200.0, 0.0, 1000.0)), (None, Some(("amber", "budget-used"))));
    assert_eq!(
        (at(600.0, 399.0, 0.0, 1000.0), at(600.0, 400.0, 0.0, 1000.0)),
        (Some(("amber", "budget-used")), Some(("red", "budget-used")))
    );
    assert_eq!(
        (at(600.0, 0.0, 900.0, 1000.0), at(600.0, 0.0, 902.0, 1000.0)),
        (None, Some(("red", "budget-forecast")))
    );
    assert_eq!((at(720.0, 0.0, 0.0, 1000.0), at(721.0, 0.0, 0.0, 1000.0)), (None, Some(("amber", "budget-fast"))));
    assert_eq!((at(420.0, 0.0, 0.0, 1000.0), at(419.0, 0.0, 0.0, 1000.0)), (None, Some(("info", "budget-slow"))));
    assert_eq!((at(0.0, 0.0, 0.0, 0.0), at(1.0, 0.0, 0.0, 0.0)), (None, Some(("red", "budget-unapproved"))));
}

#[test]
fn an_incident_warns_while_it_is_open() {
    let mut sample = Sample::read();
    let (account, on, today, tomorrow) = (sample.account("A08").id, sample.ago(3), sample.as_of, sample.ago(-1));
    let mut at = |severity, on, closed_on| {
        let text_zh = Some("样例停机".to_owned());
        sample.snapshot.incidents = vec![Incident {
            id: id(5),
            r#ref: None,
            account,
            text_zh,
            text_en: None,
            on,
            severity,
            closed_on,
            owner: None,
        }];
        sample.severity("A08", "W18")
    };
    assert_eq!(
        (at(ComplaintSeverity::Normal, on, None), at(ComplaintSeverity::Severe, on, None)),
        (Some("amber"), Some("red"))
    );
    assert_eq!(
        (at(ComplaintSeverity::Severe, on, Some(today)), at(ComplaintSeverity::Severe, on, Some(tomorrow))),
        (None, Some("red"))
    );
    assert_eq!(at(ComplaintSeverity::Severe, tomorrow, None), None, "not yet");
}

#[test]
fn preparation_warns_ten_and_twenty_below_its_curve_and_at_open_gates() {
    let mut sample = Sample::read();
    let mut at = |left: i64| {
        sample.visit_mut("A08").starts_on = sample.ago(-left);
        let state = sample.readiness("A08");
        (state.expected - state.score, sample.severity("A08", "W19"))
    };
    let mut seen = (false, false, false);
    for left in (4..=30).rev() {
        let (behind, severity) = at(left);
        let wanted = if behind >= 20.0 {
            Some("red")
        } else if behind >= 10.0 {
            Some("amber")
        } else {
            None
        };
        assert_eq!(severity, wanted, "{left} days left, {behind} behind");
        seen = (seen.0 || severity.is_none(), seen.1 || severity == Some("amber"), seen.2 || severity == Some("red"));
    }
    assert_eq!(seen, (true, true, true));
    assert_eq!((at(31).1, at(-1).1), (None, None));
    // All prepared, one gate open.
    let all =
        ReadinessBlock::ALL.iter().map(|block| BlockMark { block: *block, state: BlockState::Confirmed }).collect();
    sample.visit_mut("A08").blocks = all;
    for (left, wanted) in [(4, None), (3, Some("red"))] {
        sample.visit_mut("A08").starts_on = sample.ago(-left);
        assert!(sample.readiness("A08").gates.iter().any(|one| one.state != GateState::Pass));
        assert_eq!(sample.severity("A08", "W19"), wanted, "{left}");
    }
}

#[test]
fn data_kept_too_long_warns_a_month_before() {
    let mut sample = Sample::read();
    let person = sample.id::<PersonId>("p801");
    let mut at = |left: i64| {
        let day = sample.ago(-left);
        let own = sample.snapshot.facts.iter_mut().filter(|one| one.person == person);
        own.take(1).for_each(|one| one.retain_until = Some(day));
        severity(&sample, "A08", "W20", person)
    };
    assert_eq!((at(31), at(30), at(0), at(-1)), (None, Some("amber"), Some("amber"), Some("red")));
    assert_eq!(severity(&sample, "A01", "W20", person), None, "another account's person");
}

#[test]
fn a_touch_planned_inside_a_blackout_is_red() {
    let mut sample = Sample::read();
    let (account, person) = (sample.account("A02").id, sample.id::<PersonId>("p203"));
    let mut at = |on: &str| {
        let touch = &mut sample.snapshot.planned_touches[0];
        (touch.account, touch.person, touch.on) = (account, person, on.parse().unwrap());
        let touch = touch.id;
        severity(&sample, "A02", "W21", touch)
    };
    assert_eq!((at("2026-11-30"), at("2026-12-01")), (None, Some("red")));
    assert_eq!((at("2027-01-15"), at("2027-01-16")), (Some("red"), None));
    at("2026-12-01");
    sample
        .snapshot
        .decisions
        .iter_mut()
        .filter(|one| one.account == account)
        .for_each(|one| one.closed_on = Some(sample.as_of));
    assert_eq!(sample.severity("A02", "W21"), None, "the decision is closed");
}

#[test]
fn limits_set_for_a_tier_move_a_warning() {
    let mut sample = Sample::read();
    sample.touch("p601", 80);
    assert_eq!(severity(&sample, "A06", "W03", sample.id::<PersonId>("p601")), None, "80 of 60 days");
    let limit = WarningThreshold {
        id: id(5),
        r#ref: None,
        code: "W03".into(),
        tier: Some(AccountTier::B),
        amber: Some(1.2),
        red: None,
    };
    sample.snapshot.warning_thresholds.push(limit);
    assert_eq!(severity(&sample, "A06", "W03", sample.id::<PersonId>("p601")), Some("amber"));
    sample.snapshot.warning_thresholds[0].tier = Some(AccountTier::S);
    assert_eq!(severity(&sample, "A06", "W03", sample.id::<PersonId>("p601")), None);
}

#[test]
fn a_warning_knows_since_when() {
    let sample = Sample::read();
    let since = |account, code| sample.warning(account, code).and_then(|one| one.since).map(|day| day.to_string());
    let on = |days: i64| Some(sample.ago(days).to_string());
    assert_eq!(since("A01", "W03"), on(155 - 61), "the first day beyond twice 30");
    assert_eq!(since("A05", "W06"), on(21 - 6), "severe: the sixth day");
    assert_eq!(since("A06", "W09"), Some(sample.snapshot.competitor_signals[0].on.to_string()));
    assert_eq!(since("A03", "W07").as_deref(), Some("2026-10-01"));
    assert_eq!(since("A07", "W11"), None, "nobody wrote when a thread became single");
    for name in common::ACCOUNTS {
        let warnings = sample.score(name).warnings;
        assert!(warnings.iter().all(|one| one.since.is_none_or(|day| day <= sample.as_of)), "{name}");
        let keys: std::collections::HashSet<_> = warnings.iter().map(|one| (one.code, one.object)).collect();
        assert_eq!(keys.len(), warnings.len(), "{name}: one per rule and object");
    }
}
