//! The week of an account on records made by hand: what is new, what stands, what is gone, and what the room may see.

use super::*;
use crate::engine::fixture::{day, id, person, seated, stance};
use crate::*;

fn owner(n: u128, seat: u128, staff: u128) -> Assignment {
    Assignment {
        id: id(n),
        r#ref: None,
        seat: id(seat),
        staff: id(staff),
        kind: AssignmentKind::Owner,
        from_on: None,
        to_on: None,
        manual: true,
        confirmed_by: None,
        confirmed_on: None,
    }
}

fn company() -> Snapshot {
    let mut all = seated(2);
    all.staff = vec![Staff::bare(id(100), 5, JobRole::Ar), Staff::bare(id(101), 6, JobRole::Kam)];
    all.chain_members =
        (0..2).map(|n| ChainMember { formal_power: 3, ..ChainMember::bare(id(70 + n), id(60), id(20 + n)) }).collect();
    all.assignments = vec![owner(200, 20, 100)];
    all
}

fn touch(n: u128, on: &str, kind: TouchKind) -> Touch {
    Touch {
        id: id(n),
        r#ref: None,
        account: id(1),
        on: day(on),
        kind,
        staff: vec![id(100)],
        people: vec![id(30)],
        summary: Some("样例".into()),
        minutes: None,
        visit: None,
        direction: None,
    }
}

const SINCE: &str = "2026-11-13";
const UNTIL: &str = "2026-11-20";

fn week(all: &Snapshot) -> AccountReview {
    review_account(all, id(1), day(SINCE), day(UNTIL))
}

fn has(list: &[Finding], code: &str, seat: u128) -> bool {
    list.iter().any(|one| one.code.code() == code && one.seat == Some(id(seat)))
}

#[test]
fn a_gap_is_new_standing_or_mended_by_the_day_its_owner_came_or_went() {
    let mut all = company();
    all.assignments[0].to_on = Some(day("2026-11-15"));
    all.assignments.push(Assignment { from_on: Some(day("2026-11-16")), ..owner(201, 21, 101) });
    let week = week(&all);
    assert!(has(&week.begun, "G1", 20), "the owner of the first seat went within the week");
    assert!(has(&week.mended, "G1", 21), "the second seat got one");
    assert!(has(&week.standing, "G2", 20) && !has(&week.begun, "G2", 20), "nobody ever was second there");
    assert_eq!((week.before.ownership_pct, week.after.ownership_pct), (50.0, 50.0));
}

#[test]
fn the_first_day_belongs_to_the_week_before_and_the_last_to_this_one() {
    let mut all = company();
    all.touches = vec![
        touch(300, SINCE, TouchKind::Meeting),
        touch(301, "2026-11-14", TouchKind::Call),
        touch(302, UNTIL, TouchKind::Meeting),
        touch(303, "2026-11-21", TouchKind::Meeting),
    ];
    let found: Vec<_> = week(&all).touches.iter().map(|one| one.id).collect();
    assert_eq!(found, [id(302), id(301)], "newest first");
}

#[test]
fn a_leaver_of_ours_is_told_where_he_held_somebody_and_nowhere_else() {
    let mut all = company();
    for one in &mut all.staff {
        (one.status, one.left_on) = (StaffStatus::Departed, Some(day("2026-11-18")));
    }
    let week = week(&all);
    assert_eq!(week.departures, [Departure::Ours(id(100), day("2026-11-18"))]);
    assert!(has(&week.begun, "G4", 20));
}

#[test]
fn promises_kept_and_overdue_are_told_with_their_days() {
    let mut all = company();
    let promise = |n: u128, due: &str, done: Option<&str>| Commitment {
        text_zh: Some("样例".into()),
        by_staff: Some(id(100)),
        delivered_on: done.map(day),
        ..Commitment::bare(id(n), id(1), "样例".into(), day("2026-11-01"), day(due))
    };
    all.commitments =
        vec![promise(400, "2026-11-19", None), promise(401, "2026-11-10", None), promise(402, UNTIL, Some(UNTIL))];
    let week = week(&all);
    assert_eq!(week.overdue, [(id(401), 10), (id(400), 1)]);
    assert_eq!(week.kept, [id(402)]);
    assert!(!week.is_quiet());
}

#[test]
fn nothing_that_happened_is_a_quiet_week() {
    let week = week(&company());
    assert!(week.is_quiet() && has(&week.standing, "G1", 21), "what stood open still does");
}

#[test]
fn the_room_sees_posts_and_formal_contacts_and_nothing_else() {
    let mut all = company();
    all.people.push(person(32, "样例三"));
    all.tenures[1].to_on = Some(day("2026-11-15"));
    all.tenures.push(Tenure { from_on: Some(day("2026-11-16")), ..Tenure::bare(id(45), id(21), id(32)) });
    all.stances = vec![stance(500, 30, Some(-2), "2026-11-16")];
    all.touches = vec![touch(300, "2026-11-16", TouchKind::Dinner), touch(301, "2026-11-17", TouchKind::Meeting)];
    let room = review_for_room(&all, id(1), day(SINCE), day(UNTIL)).unwrap();
    let kinds: Vec<_> = room.changes.iter().map(|one| one.kind.code()).collect();
    assert!(kinds.contains(&"joined") && kinds.contains(&"left") && kinds.len() == 2, "{kinds:?}");
    assert_eq!(room.contacts.iter().map(|one| one.on).collect::<Vec<_>>(), [day("2026-11-17")]);
    all.people[0].no_contact = true;
    let room = review_for_room(&all, id(1), day(SINCE), day(UNTIL)).unwrap();
    assert!(room.contacts.is_empty(), "somebody nobody may approach is not named");
    assert!(review_for_room(&all, id(9), day(SINCE), day(UNTIL)).is_none());
}
