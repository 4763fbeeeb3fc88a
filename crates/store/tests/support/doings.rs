//! The sample: visits, touches, facts, promises.

use super::{day, id, some};
use domain::*;

pub(super) fn visits(all: &mut Snapshot) {
    let visit = Visit {
        id: id(181).into(),
        r#ref: some("V07"),
        account: id(31).into(),
        starts_on: day(12, 1),
        days: 3,
        level: VisitLevel::A,
        direction: VisitDirection::Outbound,
        place: some("上海"),
        purpose: some("参观"),
        principal_guest: Some(id(61).into()),
        topic_owner: Some(id(21).into()),
        convention: Convention::GovDomestic,
        interpreter: some("zh-en"),
        gift_decided: true,
        gift_item: some("茶"),
        gift_value: Some(99.9),
        meal_tables: Some(2),
        meal_per_head: Some(150.0),
        host: Some(id(21).into()),
        host_reason: some("same school"),
        host_chosen_on: Some(day(11, 2)),
        redaction_checked_on: Some(day(11, 3)),
        blocks: vec![BlockMark { block: ReadinessBlock::Seating, state: BlockState::Draft }],
        calendar_flags: vec!["spring_festival".into()],
        coordinator: Some(id(21).into()),
        business_lead: Some(id(22).into()),
        approver: Some(id(21).into()),
        approved_on: Some(day(11, 4)),
        gift_quantity: Some(12),
        gift_meaning: some("local"),
        gift_moment: some("at parting"),
        gift_approver: Some(id(22).into()),
        gift_exception: some("once"),
        gift_receivers: vec![id(62).into()],
        rostrum_even_rule: RostrumEvenRule::B,
        mpv_rule: MpvRule::RearRowFirst,
        second_seat: SecondSeat::FreeSide,
        budget_limit: Some(20_000.0),
        next_touch_on: Some(day(12, 20)),
        cleaned_on: Some(day(12, 10)),
    };
    let bare = Visit::bare(id(182).into(), visit.account, visit.starts_on, visit.level, visit.convention);
    let bare = Visit { direction: visit.direction, ..bare };
    all.visits = vec![visit, bare];
    people_of_visits(all);
}

fn people_of_visits(all: &mut Snapshot) {
    let guest = VisitGuest {
        id: id(191).into(),
        r#ref: some("g1"),
        visit: id(181).into(),
        person: id(61).into(),
        protocol_order: 1,
        role: some("principal"),
        deviation_note: some("asked for"),
        part: GuestPart::Liaison,
        official_order: Some(2),
        counterpart: Some(id(21).into()),
        counterpart_note: some("same field"),
        attended: Some(false),
        thanked_on: Some(day(12, 5)),
        expected_value: Some(3),
        perceived_value: Some(5),
    };
    all.visit_guests = vec![guest, VisitGuest::bare(id(192).into(), id(181).into(), id(64).into(), u32::MAX)];
    let host = VisitHost {
        id: id(201).into(),
        r#ref: some("h1"),
        visit: id(181).into(),
        staff: id(21).into(),
        met: 3,
        busy: Busy::Part,
        blocked: some("conflict"),
    };
    all.visit_hosts =
        vec![host.clone(), VisitHost { id: id(202).into(), r#ref: None, staff: id(22).into(), blocked: None, ..host }];
}

pub(super) fn bonds(all: &mut Snapshot) {
    let tie = TieReading {
        id: id(211).into(),
        r#ref: some("tie1"),
        staff: id(21).into(),
        person: id(61).into(),
        level: 5,
        read_on: day(2, 2),
        evidence: some("dinner"),
        confirmed_by: Some(id(22).into()),
    };
    all.ties = vec![
        tie.clone(),
        TieReading { id: id(212).into(), r#ref: None, level: 0, evidence: None, confirmed_by: None, ..tie },
    ];
    let touch = Touch {
        direction: Some(VisitDirection::Inbound),
        id: id(221).into(),
        r#ref: some("to1"),
        account: id(31).into(),
        on: day(8, 8),
        kind: TouchKind::Workshop,
        staff: vec![id(21).into(), id(22).into()],
        people: vec![id(61).into()],
        summary: some("talked"),
        minutes: Some(45),
        visit: Some(id(181).into()),
    };
    let bare = Touch {
        id: id(222).into(),
        r#ref: None,
        account: id(32).into(),
        people: vec![id(61).into()],
        staff: vec![],
        summary: None,
        minutes: None,
        visit: None,
        ..touch.clone()
    };
    let other = Touch { id: id(223).into(), people: vec![id(63).into()], ..bare.clone() };
    all.touches = vec![touch, bare, other];
    let plan = PlannedTouch {
        at: "09:30".parse().ok(),
        minutes: Some(45),
        place: some("一号厅"),
        id: id(231).into(),
        r#ref: some("pt1"),
        account: id(31).into(),
        on: day(12, 12),
        staff: id(21).into(),
        person: id(61).into(),
        activity: some("call"),
    };
    all.planned_touches = vec![plan.clone(), PlannedTouch { id: id(232).into(), r#ref: None, activity: None, ..plan }];
    let assignment = Assignment {
        confirmed_by: Some(id(22).into()),
        confirmed_on: Some(day(11, 5)),
        id: id(241).into(),
        r#ref: some("a1"),
        seat: id(101).into(),
        staff: id(21).into(),
        kind: AssignmentKind::Sponsor,
        from_on: Some(day(1, 1)),
        to_on: Some(day(12, 31)),
        manual: true,
    };
    all.assignments = vec![
        assignment.clone(),
        Assignment { id: id(242).into(), r#ref: None, from_on: None, to_on: None, manual: false, ..assignment },
    ];
}

pub(super) fn matters(all: &mut Snapshot) {
    let fact = Fact {
        id: id(251).into(),
        r#ref: some("fa1"),
        person: id(61).into(),
        kind: FactKind::Language,
        value: some("en"),
        level: some("C1"),
        from_year: Some(-1),
        to_year: Some(2020),
        source: some("card"),
        confidence: Confidence::Rumour,
        verified_on: Some(day(7, 7)),
        purpose: some("visit"),
        class: DataClass::P3,
        retain_until: Some(day(12, 31)),
        verified_by: Some(id(21).into()),
    };
    let other = Fact { id: id(253).into(), r#ref: None, person: id(63).into(), ..fact.clone() };
    all.facts = vec![
        fact.clone(),
        Fact {
            id: id(252).into(),
            r#ref: None,
            value: None,
            level: None,
            from_year: None,
            to_year: None,
            source: None,
            verified_on: None,
            purpose: None,
            retain_until: None,
            verified_by: None,
            ..fact
        },
        other,
    ];
    let promise = Commitment {
        topic_kind: Some(Topic::Quality),
        announcement: true,
        second_reader: Some(id(22).into()),
        second_read_on: Some(day(11, 6)),
        countersigned_by: Some(id(21).into()),
        holder: Some(id(22).into()),
        taken_on: Some(day(5, 5)),
        withdrawn_on: Some(day(6, 3)),
        withdrawn_why: some("not needed"),
        id: id(261).into(),
        r#ref: some("c1"),
        account: id(31).into(),
        text_zh: some("承诺"),
        text_en: some("Promise"),
        topic: "delivery".into(),
        to_person: Some(id(61).into()),
        by_staff: Some(id(21).into()),
        made_on: day(1, 1),
        promised_on: day(6, 1),
        internal_target_on: Some(day(5, 20)),
        delivered_on: Some(day(6, 2)),
        expected_value: Some(5),
        perceived_value: Some(1),
        progress: 100,
    };
    all.commitments = vec![
        promise.clone(),
        Commitment {
            id: id(262).into(),
            r#ref: None,
            text_zh: None,
            text_en: None,
            to_person: None,
            by_staff: None,
            holder: None,
            taken_on: None,
            withdrawn_on: None,
            withdrawn_why: None,
            internal_target_on: None,
            delivered_on: None,
            expected_value: None,
            perceived_value: None,
            progress: 0,
            ..promise
        },
    ];
    let complaint = Complaint {
        first_asked: Some(id(22).into()),
        taken_on: Some(day(3, 3)),
        withdrawn_on: Some(day(3, 6)),
        withdrawn_why: some("a mistake"),
        id: id(271).into(),
        r#ref: some("k1"),
        account: id(31).into(),
        text_zh: some("投诉"),
        text_en: some("Complaint"),
        by_person: Some(id(62).into()),
        opened_on: day(3, 3),
        answered_on: Some(day(3, 4)),
        closed_on: Some(day(3, 5)),
        severity: ComplaintSeverity::Severe,
        status: ComplaintStatus::Closed,
        owner: Some(id(22).into()),
    };
    all.complaints = vec![
        complaint.clone(),
        Complaint {
            id: id(272).into(),
            r#ref: None,
            text_zh: None,
            text_en: None,
            by_person: None,
            answered_on: None,
            closed_on: None,
            status: ComplaintStatus::Open,
            owner: None,
            taken_on: None,
            withdrawn_on: None,
            withdrawn_why: None,
            ..complaint
        },
    ];
    let signal = CompetitorSignal {
        id: id(281).into(),
        r#ref: some("cs1"),
        account: id(31).into(),
        text_zh: some("动向"),
        text_en: some("Move"),
        on: day(9, 1),
        lawful_source: "public tender".into(),
        confidence: Confidence::Reliable,
        person: Some(id(62).into()),
    };
    all.competitor_signals = vec![
        signal.clone(),
        CompetitorSignal { id: id(282).into(), r#ref: None, text_zh: None, text_en: None, person: None, ..signal },
    ];
}
