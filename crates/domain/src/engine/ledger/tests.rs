//! The boundaries of the ledger: buffer, outcome, authority, contradictions, clocks, executives, who is due.

use super::*;
use crate::engine::asof::Crew;
use crate::engine::chain::stakeholders;
use crate::engine::fixture::{account, day, id, person, seat, seated, tenure, unit};
use crate::*;

fn promise(n: u128, made: &str, promised: &str, target: Option<&str>) -> Commitment {
    Commitment {
        text_zh: Some("样例".into()),
        by_staff: Some(id(501)),
        internal_target_on: target.map(day),
        expected_value: Some(3),
        ..Commitment::bare(id(n), id(1), "样例议题".into(), day(made), day(promised))
    }
}

fn staff(n: u128, role: JobRole, rank: u8) -> Staff {
    Staff { name_zh: Some("样例同事".into()), ..Staff::bare(id(n), rank, role) }
}

fn crew() -> Snapshot {
    Snapshot {
        accounts: vec![account()],
        staff: vec![staff(501, JobRole::Ar, 4), staff(502, JobRole::Fr, 5), staff(503, JobRole::Exec, 8)],
        ..Snapshot::default()
    }
}

#[test]
fn the_buffer_is_a_day_or_a_fifth() {
    let state = |promised: &str, target: Option<&str>| {
        judge(&crew(), &promise(1, "2026-11-01", promised, target), day("2026-11-02")).buffer
    };
    assert_eq!(state("2026-11-11", Some("2026-11-09")), PromiseBuffer::Kept, "ten days, two before");
    assert_eq!(state("2026-11-11", Some("2026-11-10")), PromiseBuffer::Short, "ten days, one before");
    assert_eq!(state("2026-11-12", Some("2026-11-10")), PromiseBuffer::Short, "eleven days ask for three");
    assert_eq!(state("2026-11-04", Some("2026-11-03")), PromiseBuffer::Kept, "three days, one before");
    assert_eq!(state("2026-11-04", Some("2026-11-04")), PromiseBuffer::Short, "never none");
    assert_eq!(state("2026-11-04", Some("2026-11-05")), PromiseBuffer::Short, "our day after theirs");
    assert_eq!(state("2026-11-04", None), PromiseBuffer::None);
}

#[test]
fn a_promise_delights_only_on_time_and_above_what_was_expected() {
    let judged = |delivered: Option<&str>, perceived: Option<u8>| {
        let one = Commitment {
            delivered_on: delivered.map(day),
            perceived_value: perceived,
            ..promise(1, "2026-11-01", "2026-11-18", None)
        };
        judge(&crew(), &one, day("2026-11-20"))
    };
    let outcome = |delivered, perceived| judged(delivered, perceived).outcome;
    assert_eq!(outcome(Some("2026-11-18"), Some(4)), PromiseOutcome::Delighted, "the last day is on time");
    assert_eq!(outcome(Some("2026-11-19"), Some(5)), PromiseOutcome::Disappointed, "a day late");
    assert_eq!(outcome(Some("2026-11-18"), Some(3)), PromiseOutcome::Met);
    assert_eq!(outcome(Some("2026-11-18"), Some(2)), PromiseOutcome::Disappointed);
    assert_eq!(outcome(Some("2026-11-18"), None), PromiseOutcome::Pending, "not asked yet");
    assert_eq!(outcome(None, Some(5)), PromiseOutcome::Pending, "nothing delivered");
    assert_eq!(outcome(Some("2026-11-21"), Some(5)), PromiseOutcome::Pending, "tomorrow is not known");
    assert_eq!(judged(None, None).overdue_days, Some(2));
    let late = judged(Some("2026-11-20"), Some(1));
    assert_eq!((late.delivery_delta, late.value_gap, late.overdue_days), (Some(-2), Some(-2), None));
}

#[test]
fn an_announcement_waits_for_a_second_reader() {
    let one = Commitment { announcement: true, ..promise(1, "2026-11-01", "2026-11-18", None) };
    let needs = |one: &Commitment| judge(&crew(), one, day("2026-11-20")).needs_reader;
    assert!(needs(&one));
    assert!(!needs(&Commitment { second_read_on: Some(day("2026-11-20")), ..one.clone() }));
    assert!(needs(&Commitment { second_read_on: Some(day("2026-11-21")), ..one }), "read tomorrow");
}

#[test]
fn who_may_promise_goes_by_topic_and_by_role_in_the_team() {
    let mut snapshot = crew();
    let one = Commitment { topic_kind: Some(Topic::Delivery), ..promise(1, "2026-11-01", "2026-11-18", None) };
    assert_eq!(standing(&snapshot, &one), PromiseStanding::Free, "nothing says who may");
    assert!(!may_countersign(&snapshot, &one, id(502)), "nothing to sign");
    snapshot.commitment_authorities =
        vec![CommitmentAuthority { id: id(9), r#ref: None, topic: Topic::Delivery, roles: vec![JobRole::Fr] }];
    assert_eq!(standing(&snapshot, &one), PromiseStanding::Beyond);
    assert_eq!(standing(&snapshot, &Commitment { topic_kind: None, ..one.clone() }), PromiseStanding::Free);
    assert_eq!(standing(&snapshot, &Commitment { by_staff: Some(id(502)), ..one.clone() }), PromiseStanding::Within);
    assert_eq!(standing(&snapshot, &Commitment { by_staff: None, ..one.clone() }), PromiseStanding::Unknown);
    let signed = |by: u128| Commitment { countersigned_by: Some(id(by)), ..one.clone() };
    assert_eq!(standing(&snapshot, &signed(502)), PromiseStanding::Countersigned);
    assert_eq!(standing(&snapshot, &signed(503)), PromiseStanding::Beyond, "signed by one who may not either");
    assert!(may_countersign(&snapshot, &one, id(502)) && !may_countersign(&snapshot, &one, id(501)));
    let member = |from: &str| TeamMember {
        id: id(8),
        r#ref: None,
        account: id(1),
        staff: id(501),
        job_role: JobRole::Fr,
        lead: false,
        from_on: Some(day(from)),
        to_on: None,
    };
    snapshot.team_members = vec![member("2026-11-01")];
    assert_eq!(standing(&snapshot, &one), PromiseStanding::Within, "delivers for this account");
    snapshot.team_members = vec![member("2026-11-02")];
    assert_eq!(standing(&snapshot, &one), PromiseStanding::Beyond, "not yet on the day it was made");
}

#[test]
fn open_promises_on_one_topic_contradict_by_day_or_value() {
    let mut snapshot = crew();
    let new = promise(2, "2026-11-02", "2026-12-01", None);
    let against = |other: Commitment, snapshot: &mut Snapshot| {
        snapshot.commitments = vec![other];
        conflicts(snapshot, &new, day("2026-11-20")).len()
    };
    let other = || promise(1, "2026-11-01", "2026-12-01", None);
    assert_eq!(against(other(), &mut snapshot), 0, "the same day and value");
    assert_eq!(against(Commitment { promised_on: day("2026-12-02"), ..other() }, &mut snapshot), 1);
    assert_eq!(against(Commitment { expected_value: Some(4), ..other() }, &mut snapshot), 1);
    assert_eq!(against(Commitment { expected_value: None, ..other() }, &mut snapshot), 0, "unknown is no other value");
    let elsewhere = Commitment { promised_on: day("2026-12-02"), topic: "别的".into(), ..other() };
    assert_eq!(against(elsewhere, &mut snapshot), 0);
    let padded = Commitment { promised_on: day("2026-12-02"), topic: " 样例议题 ".into(), ..other() };
    assert_eq!(against(padded, &mut snapshot), 1);
    let done = Commitment { promised_on: day("2026-12-02"), delivered_on: Some(day("2026-11-20")), ..other() };
    assert_eq!(against(done, &mut snapshot), 0);
}

fn request() -> CustomerRequest {
    CustomerRequest {
        id: id(71),
        r#ref: None,
        account: id(1),
        topic: None,
        text_zh: Some("样例".into()),
        text_en: None,
        from_person: None,
        asked_on: day("2026-11-18"),
        asked_at: None,
        first_asked: Some(id(501)),
        holder: None,
        taken_on: None,
        due_on: None,
        answered_on: None,
        closed_on: None,
        answer: None,
        withdrawn_on: None,
        withdrawn_why: None,
    }
}

#[test]
fn who_is_asked_first_answers_until_somebody_takes_it() {
    let mut snapshot = crew();
    let on = |snapshot: &Snapshot, one: &CustomerRequest, text: &str| {
        request_clock(one, &Crew::on(snapshot, day(text)), day(text))
    };
    let fresh = on(&snapshot, &request(), "2026-11-19");
    assert_eq!(
        (fresh.step, fresh.holder, fresh.by_first, fresh.ownerless),
        (ContactStep::Take, Some(id(501)), true, false)
    );
    assert_eq!((fresh.due, fresh.overdue_days), (Some(day("2026-11-19")), 0), "24 hours");
    assert_eq!(on(&snapshot, &request(), "2026-11-20").overdue_days, 1);
    let taken = CustomerRequest { holder: Some(id(502)), taken_on: Some(day("2026-11-19")), ..request() };
    let now = on(&snapshot, &taken, "2026-11-19");
    assert_eq!((now.step, now.holder, now.by_first), (ContactStep::Answer, Some(id(502)), false));
    assert_eq!(on(&snapshot, &taken, "2026-11-18").holder, Some(id(501)), "not taken yet that day");
    let late = CustomerRequest { due_on: Some(day("2026-11-25")), ..taken.clone() };
    assert_eq!(
        (on(&snapshot, &late, "2026-11-25").overdue_days, on(&snapshot, &late, "2026-11-26").overdue_days),
        (0, 1)
    );
    let answered = CustomerRequest { answered_on: Some(day("2026-11-19")), ..taken.clone() };
    let waits = on(&snapshot, &answered, "2026-12-19");
    assert_eq!((waits.step, waits.due, waits.overdue_days), (ContactStep::Close, None, 0));
    let closed = CustomerRequest { closed_on: Some(day("2026-11-20")), ..answered };
    assert_eq!(on(&snapshot, &closed, "2026-11-20").step, ContactStep::Done);
    let nobody = CustomerRequest { first_asked: None, ..request() };
    assert!(on(&snapshot, &nobody, "2026-11-19").ownerless);
    (snapshot.staff[1].status, snapshot.staff[1].left_on) = (StaffStatus::Departed, Some(day("2026-11-18")));
    let back = on(&snapshot, &taken, "2026-11-20");
    assert_eq!((back.step, back.holder, back.by_first), (ContactStep::Take, Some(id(501)), true), "the holder left");
    snapshot.staff[0].status = StaffStatus::Departed;
    let lost = on(&snapshot, &taken, "2026-11-20");
    assert!(lost.ownerless && lost.holder.is_none());
}

#[test]
fn a_complaint_is_answered_in_a_day_and_closed_by_its_severity() {
    let snapshot = crew();
    let complaint = |severity, answered: Option<&str>, status| Complaint {
        id: id(72),
        r#ref: None,
        account: id(1),
        text_zh: Some("样例".into()),
        text_en: None,
        by_person: None,
        opened_on: day("2026-11-10"),
        answered_on: answered.map(day),
        closed_on: None,
        severity,
        status,
        owner: Some(id(502)),
        first_asked: None,
        taken_on: None,
        withdrawn_on: None,
        withdrawn_why: None,
    };
    let read = |one: &Complaint, text: &str| complaint_clock(one, &Crew::on(&snapshot, day(text)), day(text));
    use ComplaintSeverity::{Normal, Severe};
    let open = complaint(Normal, None, ComplaintStatus::Open);
    assert_eq!((read(&open, "2026-11-11").overdue_days, read(&open, "2026-11-12").overdue_days), (0, 1));
    let normal = complaint(Normal, Some("2026-11-11"), ComplaintStatus::Open);
    assert_eq!((read(&normal, "2026-11-17").overdue_days, read(&normal, "2026-11-18").overdue_days), (0, 1));
    let severe = complaint(Severe, Some("2026-11-11"), ComplaintStatus::Open);
    assert_eq!((read(&severe, "2026-11-12").overdue_days, read(&severe, "2026-11-13").overdue_days), (0, 1));
    assert_eq!(read(&complaint(Severe, None, ComplaintStatus::Closed), "2026-11-30").step, ContactStep::Done);
}

#[test]
fn a_promise_is_held_by_its_maker_while_here() {
    let mut snapshot = crew();
    let one = promise(1, "2026-11-01", "2026-11-18", None);
    let read = |snapshot: &Snapshot, text: &str| promise_clock(&one, &Crew::on(snapshot, day(text)), day(text));
    assert_eq!((read(&snapshot, "2026-11-18").overdue_days, read(&snapshot, "2026-11-19").overdue_days), (0, 1));
    assert_eq!(read(&snapshot, "2026-11-18").step, ContactStep::Close);
    snapshot.staff[0].status = StaffStatus::Departed;
    let lost = read(&snapshot, "2026-11-18");
    assert!(lost.ownerless && lost.step == ContactStep::Take);
}

#[test]
fn a_promise_taken_over_is_held_by_that_one_and_falls_back_to_its_maker() {
    let mut snapshot = crew();
    let one = Commitment {
        holder: Some(id(502)),
        taken_on: Some(day("2026-11-10")),
        ..promise(1, "2026-11-01", "2026-11-18", None)
    };
    let read = |snapshot: &Snapshot, text: &str| promise_clock(&one, &Crew::on(snapshot, day(text)), day(text));
    assert_eq!(read(&snapshot, "2026-11-09").holder, Some(id(501)), "not taken yet");
    let now = read(&snapshot, "2026-11-10");
    assert_eq!((now.holder, now.by_first, now.ownerless), (Some(id(502)), false, false));
    (snapshot.staff[0].status, snapshot.staff[0].left_on) = (StaffStatus::Departed, Some(day("2026-11-05")));
    assert!(!read(&snapshot, "2026-11-12").ownerless, "its maker left, it is held all the same");
    snapshot.staff[0].status = StaffStatus::Active;
    snapshot.staff[0].left_on = None;
    (snapshot.staff[1].status, snapshot.staff[1].left_on) = (StaffStatus::Departed, Some(day("2026-11-11")));
    let back = read(&snapshot, "2026-11-12");
    assert_eq!((back.holder, back.by_first, back.ownerless), (Some(id(501)), true, false), "asked again");
    snapshot.staff[0].status = StaffStatus::Departed;
    assert!(read(&snapshot, "2026-11-12").ownerless);
}

#[test]
fn what_is_withdrawn_stands_until_that_day_and_then_asks_for_nothing() {
    let mut snapshot = crew();
    let one = Commitment {
        withdrawn_on: Some(day("2026-11-20")),
        announcement: true,
        ..promise(1, "2026-11-01", "2026-11-10", None)
    };
    let clock = |text: &str| promise_clock(&one, &Crew::on(&snapshot, day(text)), day(text));
    assert_eq!((clock("2026-11-19").step, clock("2026-11-19").overdue_days), (ContactStep::Close, 9));
    assert_eq!((clock("2026-11-20").step, clock("2026-11-20").overdue_days), (ContactStep::Done, 0));
    let judged = judge(&snapshot, &one, day("2026-11-20"));
    assert_eq!((judged.overdue_days, judged.needs_reader), (None, false));
    let other = Commitment { promised_on: day("2026-12-01"), ..promise(2, "2026-11-01", "2026-12-01", None) };
    snapshot.commitments = vec![one.clone(), other.clone()];
    assert_eq!(conflicts(&snapshot, &other, day("2026-11-19")).len(), 1);
    assert!(conflicts(&snapshot, &other, day("2026-11-20")).is_empty());
    let findings = |text: &str| {
        let found = crate::engine::findings::find_gaps_and_collisions(&snapshot, id(1), None, &[], day(text));
        found.iter().filter(|one| one.code == crate::engine::findings::FindingCode::MessageCollision).count()
    };
    assert_eq!((findings("2026-11-19"), findings("2026-11-20")), (1, 0), "C4 ends with it");
    let asked = CustomerRequest { withdrawn_on: Some(day("2026-11-20")), ..request() };
    let crew = Crew::on(&snapshot, day("2026-11-20"));
    assert_eq!(request_clock(&asked, &crew, day("2026-11-20")).step, ContactStep::Done);
}

#[test]
fn what_waits_is_told_by_person_and_only_when_late_or_held_by_nobody() {
    let mut snapshot = crew();
    let to = |n: u128, person: u128, due: &str| Commitment {
        to_person: Some(id(person)),
        ..promise(n, "2026-11-01", due, None)
    };
    snapshot.commitments = vec![to(1, 30, "2026-11-10"), to(2, 30, "2026-12-10"), to(3, 31, "2026-12-10")];
    snapshot.customer_requests = vec![CustomerRequest { from_person: Some(id(30)), first_asked: None, ..request() }];
    let found = waiting_by_person(&snapshot, id(1), day("2026-11-19"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[&id(30)], Waiting { overdue: 1, ownerless: 1, all: 2 });
}

fn touch(n: u128, on: &str, ours: u128, theirs: u128, direction: Option<VisitDirection>) -> Touch {
    Touch {
        id: id(n),
        r#ref: None,
        account: id(1),
        on: day(on),
        kind: TouchKind::Meeting,
        staff: vec![id(ours)],
        people: vec![id(theirs)],
        summary: None,
        minutes: None,
        visit: None,
        direction,
    }
}

/// Two people of ours, one of theirs at rank 7 and one at 6; tier A.
fn executives() -> Snapshot {
    let mut snapshot = Snapshot { staff: crew().staff, ..seated(2) };
    (snapshot.seats[0].rank_level, snapshot.seats[1].rank_level) = (Some(7), Some(6));
    snapshot
}

#[test]
fn only_executives_of_both_sides_count_and_both_ways_are_told_apart() {
    let mut snapshot = executives();
    let today = day("2026-11-20");
    let none = executive_exchange(&snapshot, id(1), today);
    assert_eq!((none.cadence_days, none.due, none.overdue_days), (Some(180), Some(today), 0));
    snapshot.touches = vec![
        touch(80, "2026-05-24", 503, 30, Some(VisitDirection::Outbound)),
        touch(81, "2026-11-10", 501, 30, Some(VisitDirection::Inbound)),
        touch(82, "2026-11-10", 503, 31, Some(VisitDirection::Inbound)),
        touch(83, "2026-11-21", 503, 30, Some(VisitDirection::Inbound)),
    ];
    let one = executive_exchange(&snapshot, id(1), today);
    assert_eq!(one.meetings.len(), 1, "a manager, a department head and tomorrow do not count");
    assert_eq!((one.last, one.due, one.overdue_days), (Some(day("2026-05-24")), Some(today), 0), "180 days");
    assert_eq!(executive_exchange(&snapshot, id(1), day("2026-11-21")).overdue_days, 0, "met that day");
    assert!(one.last_way(ExchangeWay::ToThem).is_some() && one.last_way(ExchangeWay::ToUs).is_none());
    snapshot.touches[3].on = today;
    snapshot.touches[3].direction = None;
    let mut visit = Visit::bare(id(90), id(1), today, VisitLevel::A, Convention::Business);
    visit.direction = VisitDirection::Inbound;
    snapshot.visits = vec![visit];
    assert_eq!(executive_exchange(&snapshot, id(1), today).meetings[0].way, ExchangeWay::Elsewhere);
    snapshot.touches[3].visit = Some(id(90));
    assert_eq!(executive_exchange(&snapshot, id(1), today).meetings[0].way, ExchangeWay::ToUs, "by its visit");
    snapshot.seats[0].rank_level = Some(6);
    assert_eq!(executive_exchange(&snapshot, id(1), today).due, None, "nobody to meet");
}

#[test]
fn who_is_due_comes_first_and_never_met_is_due_today() {
    let mut snapshot = Snapshot { staff: crew().staff, ..seated(3) };
    snapshot.units.push(unit(11, Some(10), "样例部"));
    snapshot.seats.push(seat(29, 11, "样例职务"));
    snapshot.people.push(person(39, "样例"));
    snapshot.tenures.push(Tenure { ..tenure(49, 29, 39, true) });
    let today = day("2026-11-20");
    snapshot.touches = vec![
        touch(80, "2026-11-01", 501, 31, None),
        touch(81, "2026-01-01", 501, 32, None),
        touch(82, "2026-03-25", 501, 39, None),
    ];
    let plan = |n: u128, on: &str| PlannedTouch {
        id: id(n),
        r#ref: None,
        account: id(1),
        on: day(on),
        staff: id(501),
        person: id(32),
        activity: None,
        at: None,
        minutes: None,
        place: None,
    };
    snapshot.planned_touches = vec![plan(91, "2026-12-01"), plan(92, "2026-11-20"), plan(93, "2026-11-19")];
    let rows = stakeholders(&snapshot, id(1), None, today);
    let all = next_touches(&snapshot, id(1), &rows, today);
    let order: Vec<PersonId> = all.iter().map(|one| one.person).collect();
    assert_eq!(order, [id(32), id(30), id(39), id(31)], "A × weight 1 is 240 days");
    assert_eq!((all[0].due, all[0].overdue_days), (day("2026-08-29"), 83));
    assert_eq!(all[0].planned, Some((today, id(501))), "the nearest one that is not past");
    assert_eq!((all[1].last, all[1].due, all[1].overdue_days), (None, today, 0));
    assert_eq!((all[2].due, all[2].overdue_days), (today, 0), "the 240th day");
}
