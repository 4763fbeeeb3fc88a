//! What each edition takes from the records and what it leaves, on a visit made by hand.

use super::*;
use crate::engine::fixture::{day, id, seated};
use crate::*;

const VISIT: u128 = 100;

fn line(n: u128, title: &str, for_guests: bool) -> AgendaItem {
    AgendaItem {
        id: id(n),
        r#ref: None,
        visit: id(VISIT),
        on: day("2026-12-04"),
        starts_at: Clock::new(9, n as u16 % 60).unwrap(),
        ends_at: None,
        kind: AgendaKind::Talks,
        title_zh: Some(title.into()),
        title_en: None,
        place_zh: None,
        place_en: None,
        guest_title_zh: None,
        guest_title_en: None,
        lead: Some(id(80)),
        ours: vec![],
        theirs: vec![],
        material: Some("样例材料".into()),
        state: AgendaState::Draft,
        for_guests,
    }
}

fn point(n: u128, about: Option<u128>, kind: TalkingPointKind, on_card: bool) -> TalkingPoint {
    TalkingPoint {
        id: id(n),
        r#ref: None,
        visit: id(VISIT),
        kind,
        topic: None,
        text: Some(format!("样例{n}")),
        proof: None,
        question: None,
        expected_question: None,
        answer: None,
        speaker: None,
        about: about.map(id),
        on_card,
        minutes: None,
        position: n as i64,
    }
}

/// Three guests 30…32 of account 1, host 80.
fn planned() -> Snapshot {
    let mut all = seated(3);
    let starts_on = day("2026-12-04");
    let visit = Visit::bare(id(VISIT), id(1), starts_on, VisitLevel::A, Convention::Business);
    all.visits = vec![Visit { host: Some(id(80)), principal_guest: Some(id(30)), ..visit }];
    all.visit_guests = (0..3).map(|n| VisitGuest::bare(id(110 + n), id(VISIT), id(30 + n), n as u32 + 1)).collect();
    all.staff = vec![Staff { name_zh: Some("样例主人".into()), ..Staff::bare(id(80), 8, JobRole::Exec) }];
    let wording = AgendaItem { guest_title_zh: Some("来宾的说法".into()), ..line(201, "我方的说法", true) };
    all.agenda_items = vec![wording, line(202, "内部准备会", false)];
    all
}

fn whats(lines: &[AgendaLine]) -> Vec<&str> {
    lines.iter().filter_map(|one| one.what.pick(Lang::ZhCn)).collect()
}

#[test]
fn guests_read_their_lines_in_their_wording() {
    let all = planned();
    let guest = guest_edition(&all, id(VISIT), day("2026-11-20")).unwrap();
    assert_eq!(whats(&guest.agenda), ["来宾的说法"]);
    let screen = presenting_edition(&all, id(VISIT), day("2026-11-20")).unwrap();
    assert_eq!(screen.agenda, guest.agenda);
    let crew = crew_edition(&all, id(VISIT), day("2026-11-20")).unwrap();
    let ours: Vec<AgendaLine> = crew.timetable.into_iter().map(|one| one.line).collect();
    assert_eq!(whats(&ours), ["我方的说法", "内部准备会"]);
    let event = |for_guests| events(&all, id(VISIT), for_guests).unwrap().len();
    assert_eq!((event(true), event(false)), (1, 2));
}

#[test]
fn who_nobody_may_approach_is_in_no_edition_by_person_or_by_seat() {
    let mut all = planned();
    all.people[1].no_contact = true;
    all.seats[2].no_contact = true;
    let today = day("2026-11-20");
    assert_eq!(guest_edition(&all, id(VISIT), today).unwrap().guests.len(), 1);
    assert_eq!(presenting_edition(&all, id(VISIT), today).unwrap().guests.len(), 1);
    let crew = crew_edition(&all, id(VISIT), today).unwrap();
    assert_eq!((crew.guests.len(), crew.diets.len()), (1, 1));
    let card = host_card_edition(&all, id(VISIT), today).unwrap();
    assert_eq!((card.cards.len(), card.others.len()), (1, 0));
    let plates = places_edition(&all, id(VISIT), today).unwrap();
    assert_eq!(plates.cards.iter().filter(|one| one.guest).count(), 1);
    all.people[0].status = PersonStatus::Erased;
    assert!(guest_edition(&all, id(VISIT), today).unwrap().guests.is_empty());
}

#[test]
fn a_card_holds_three_to_say_two_to_leave_and_only_what_is_marked() {
    use TalkingPointKind::{Point, Sensitive, Speech};
    let mut all = planned();
    let about = Some(30);
    all.talking_points = (300..305).map(|n| point(n, about, Point, true)).collect();
    all.talking_points.extend((310..314).map(|n| point(n, about, Sensitive, true)));
    all.talking_points.extend([
        point(320, Some(31), Point, false),
        point(321, None, Speech, true),
        point(322, None, Sensitive, true),
    ]);
    let card = host_card_edition(&all, id(VISIT), day("2026-11-20")).unwrap();
    let principal = &card.cards[0];
    assert_eq!((principal.talk.len(), principal.avoid.len()), (3, 2));
    assert_eq!(card.cards.len(), 1, "a point that is not marked makes no page");
    assert_eq!((card.others.len(), card.talk.len(), card.avoid.len()), (2, 0, 1));
}

#[test]
fn a_diet_is_a_need_without_source_or_reason_and_an_open_one_points_to_its_question() {
    let mut all = planned();
    all.facts = vec![Fact {
        id: id(400),
        r#ref: None,
        person: id(30),
        kind: FactKind::Diet,
        value: Some("少油".into()),
        level: Some("因病".into()),
        from_year: None,
        to_year: None,
        source: Some("样例来源".into()),
        confidence: Confidence::Confirmed,
        verified_on: None,
        purpose: Some("样例缘由".into()),
        class: DataClass::P3,
        retain_until: None,
        verified_by: None,
    }];
    let crew = crew_edition(&all, id(VISIT), day("2026-11-20")).unwrap();
    assert_eq!(crew.diets[0].diet, crate::engine::brief::Diet::Needs(vec!["少油".into()]));
    let told = format!("{crew:?}");
    assert!(!told.contains("因病") && !told.contains("样例来源") && !told.contains("样例缘由"));
    assert!(crew.diets[1].ask.is_some_and(|ask| crew.questions.iter().any(|one| one.number == ask)));
}

#[test]
fn copies_are_drafts_until_read_passed_and_approved() {
    let mut all = planned();
    let today = day("2026-11-20");
    use DraftReason::{Approval, Gate, Redaction};
    assert_eq!(draft_reasons(&all, id(VISIT), today), [Redaction, Gate, Approval]);
    all.visits[0].redaction_checked_on = Some(today);
    all.visits[0].approved_on = Some(today);
    assert_eq!(draft_reasons(&all, id(VISIT), today), [Gate]);
    assert!(guest_edition(&all, id(VISIT), today).unwrap().heading.draft);
    let before = day("2026-11-19");
    assert_eq!(draft_reasons(&all, id(VISIT), before), [Redaction, Gate, Approval], "as of an earlier day");
}

#[test]
fn the_host_reads_who_sits_beside_and_across_and_the_own_table_alone() {
    let mut all = planned();
    all.staff.extend(
        [81, 82, 83]
            .map(|n| Staff { name_zh: Some(format!("样例我方{n}")), ..Staff::bare(id(n), 7, JobRole::Exec) }),
    );
    let plan = |n: u128, kind, tables| SeatingPlan {
        id: id(n),
        visit: id(VISIT),
        ours: [80, 81, 82, 83].map(id).to_vec(),
        tables,
        position: n as i64,
        ..crate::engine::seating::proposal(id(VISIT), kind, None)
    };
    let table = |host: u128, co: u128| TableSetting { seats: 6, host: Some(id(host)), co_host: Some(id(co)) };
    all.seating_plans = vec![
        plan(501, SeatingKind::TableBroadside, vec![]),
        plan(502, SeatingKind::RoundTables, vec![table(80, 81), table(82, 83)]),
    ];
    let card = host_card_edition(&all, id(VISIT), day("2026-11-20")).unwrap();
    let guest = |n: usize| all.people.iter().find(|one| one.id == id(30 + n as u128)).unwrap().name_zh.clone();
    let said = |one: &Option<Said>| one.as_ref().and_then(|one| one.zh.clone());
    let [talks, meal] = card.places.as_slice() else { panic!("{:?}", card.places) };
    // Business honours the right: number 2 is at the host's right, number 3 at the left.
    assert_eq!((talks.place.as_str(), said(&talks.across)), ("near:1", guest(0)));
    assert_eq!([&talks.left, &talks.right].map(said), [Some("样例我方82".into()), Some("样例我方81".into())]);
    // C.4.5: guest 1 at the host's right, guest 2 at the left.
    assert_eq!([&meal.left, &meal.right].map(said), [guest(1), guest(0)]);
    let own = meal.table.as_ref().unwrap();
    assert_eq!((own.seats.len(), own.seats.iter().filter(|one| one.own).count()), (6, 1));
    let names: Vec<_> = own.seats.iter().filter_map(|one| said(&one.name)).collect();
    assert!(!names.contains(&"样例我方82".to_owned()), "the other table is not drawn: {names:?}");
    assert!(
        own.seats.iter().all(|one| one.x >= 0.0 && one.x + one.w <= own.width + 0.01 && one.y + one.h <= own.height)
    );
    all.seating_plans[0].ours = vec![id(81)];
    let card = host_card_edition(&all, id(VISIT), day("2026-11-20")).unwrap();
    assert_eq!(card.places.len(), 1, "a drawing without the host has no line");
}
