//! The sample: seats and lines, decisions and their chains.

use super::{day, id, some};
use domain::*;

pub(super) fn chart(all: &mut Snapshot) {
    let seat = Seat {
        id: id(101).into(),
        r#ref: some("s1"),
        account: id(31).into(),
        unit: id(41).into(),
        title_zh: some("董事长"),
        title_en: some("Chair"),
        rank_level: Some(10),
        status: SeatStatus::Placeholder,
        no_contact: true,
        position: 3,
        from_on: Some(day(1, 1)),
        to_on: Some(day(12, 31)),
        nudge_x: Some(40.0),
        nudge_y: Some(0.5),
        former_units: vec![FormerUnit { unit: id(42).into(), to_on: day(3, 31) }],
    };
    let bare = Seat {
        id: id(102).into(),
        r#ref: None,
        title_zh: None,
        title_en: None,
        rank_level: None,
        status: SeatStatus::Normal,
        no_contact: false,
        position: 0,
        from_on: None,
        to_on: None,
        nudge_x: None,
        nudge_y: None,
        former_units: vec![],
        ..seat.clone()
    };
    let other = Seat { id: id(103).into(), account: id(32).into(), unit: id(43).into(), ..bare.clone() };
    all.seats = vec![seat, bare, other];
    let tenure = Tenure {
        id: id(111).into(),
        r#ref: some("t1"),
        seat: id(101).into(),
        person: id(61).into(),
        from_on: Some(day(1, 1)),
        to_on: Some(day(5, 5)),
        primary: true,
        source: some("card"),
    };
    let other = Tenure { id: id(113).into(), seat: id(103).into(), person: id(63).into(), ..tenure.clone() };
    all.tenures = vec![
        tenure.clone(),
        Tenure {
            id: id(112).into(),
            r#ref: None,
            person: id(62).into(),
            from_on: None,
            to_on: None,
            primary: false,
            source: None,
            ..tenure
        },
        other,
    ];
    let edge = Edge {
        id: id(121).into(),
        r#ref: some("e1"),
        account: id(31).into(),
        kind: EdgeKind::Influences,
        from_seat: id(102).into(),
        to_seat: id(101).into(),
        strength: Some(3),
        from_on: Some(day(1, 1)),
        to_on: Some(day(1, 2)),
        evidence: some("seen"),
    };
    all.edges = vec![
        edge.clone(),
        Edge {
            id: id(122).into(),
            r#ref: None,
            kind: EdgeKind::ReportsTo,
            strength: None,
            from_on: None,
            to_on: None,
            evidence: None,
            ..edge
        },
    ];
}

pub(super) fn chain(all: &mut Snapshot) {
    let decision = Decision {
        id: id(131).into(),
        r#ref: some("D1"),
        account: id(31).into(),
        name_zh: some("采购"),
        name_en: some("Purchase"),
        kind: DecisionKind::FrameworkPurchase,
        blackout_from: Some(day(4, 1)),
        blackout_to: Some(day(4, 30)),
        closed_on: Some(day(9, 9)),
    };
    all.decisions = vec![
        decision.clone(),
        Decision {
            id: id(132).into(),
            r#ref: None,
            name_zh: None,
            name_en: None,
            kind: DecisionKind::Standing,
            blackout_from: None,
            blackout_to: None,
            closed_on: None,
            ..decision
        },
    ];
    let member = ChainMember {
        id: id(141).into(),
        r#ref: some("m1"),
        decision: id(131).into(),
        seat: id(101).into(),
        roles: vec![DecisionRole::EconomicBuyer, DecisionRole::User],
        functions: vec![InformalFunction::Coach],
        function_evidence: some("told us"),
        formal_power: 4,
        influence_level: Some(1),
        position: 1,
    };
    all.chain_members = vec![
        member.clone(),
        ChainMember {
            id: id(142).into(),
            r#ref: None,
            seat: id(102).into(),
            roles: vec![],
            functions: vec![],
            function_evidence: None,
            influence_level: None,
            ..member
        },
    ];
    let vacancy = ChainVacancy {
        id: id(151).into(),
        r#ref: some("v1"),
        decision: id(131).into(),
        role: DecisionRole::Gatekeeper,
        weight: 4,
    };
    all.chain_vacancies = vec![vacancy.clone(), ChainVacancy { id: id(152).into(), r#ref: None, weight: 0, ..vacancy }];
    let body = DecisionBody {
        id: id(161).into(),
        r#ref: some("b1"),
        decision: id(131).into(),
        name_zh: some("党委会"),
        name_en: some("Committee"),
        rule: VotingRule::TwoThirds,
        seat_count: 9,
        members: vec![id(101).into(), id(102).into()],
        chair: Some(id(101).into()),
    };
    all.decision_bodies = vec![
        body.clone(),
        DecisionBody {
            id: id(162).into(),
            r#ref: None,
            name_zh: None,
            name_en: None,
            members: vec![],
            chair: None,
            ..body
        },
    ];
    let stance = StanceReading {
        id: id(171).into(),
        r#ref: some("st1"),
        person: id(61).into(),
        decision: Some(id(131).into()),
        level: Some(-2),
        read_on: day(10, 1),
        evidence: "said so\nin a meeting".into(),
        read_by: Some(id(21).into()),
    };
    let other =
        StanceReading { id: id(173).into(), r#ref: None, person: id(63).into(), decision: None, ..stance.clone() };
    all.stances = vec![
        stance.clone(),
        StanceReading {
            id: id(172).into(),
            r#ref: None,
            decision: None,
            level: None,
            evidence: String::new(),
            read_by: None,
            ..stance
        },
        other,
    ];
}

pub(super) fn views(all: &mut Snapshot) {
    let decision = all.decisions.first().map(|one| one.id);
    let view = SavedView {
        id: id(131).into(),
        r#ref: some("sv1"),
        account: id(31).into(),
        name: "投屏".into(),
        decision,
        lens: domain::scene::Lens::Ownership,
        as_of: Some(day(1, 2)),
        compare: Some(day(3, 4)),
        filter: vec!["owner:none".into()],
        folded: vec![id(101).into()],
        focus: Some(id(102).into()),
        zoom: Some(0.5),
        centre_x: Some(12.25),
        centre_y: Some(-3.0),
        position: 1,
    };
    let bare = SavedView {
        id: id(132).into(),
        r#ref: None,
        decision: None,
        as_of: None,
        compare: None,
        filter: vec![],
        folded: vec![],
        focus: None,
        zoom: None,
        centre_x: None,
        centre_y: None,
        ..view.clone()
    };
    all.saved_views = vec![view, bare];
}
