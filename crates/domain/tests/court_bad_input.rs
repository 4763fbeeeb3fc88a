//! What comes in wrong and must not break the court: backups in a circle, contacts dated in the future, owners nobody knows.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must fail")]

mod common;

use common::Sample;
use domain::engine::drill::{Leavers, Load, drill};
use domain::engine::findings::FindingCode;
use domain::{AccountId, Assignment, AssignmentKind, SeatId, StaffId, Touch, TouchKind};
use uuid::Uuid;

fn held(n: u128, seat: SeatId, staff: StaffId, kind: AssignmentKind) -> Assignment {
    Assignment {
        id: Uuid::from_u128(0x0700_0000_0000_7000_8000_0000_0000_0000 + n).into(),
        r#ref: None,
        seat,
        staff,
        kind,
        from_on: None,
        to_on: None,
        manual: true,
        confirmed_by: None,
        confirmed_on: None,
    }
}

/// Three of ours back each other up in a circle over three rows of one account.
fn circle() -> (Sample, AccountId, [StaffId; 3], [SeatId; 3]) {
    let mut sample = Sample::read();
    let account = sample.account("A01").id;
    let score = sample.score("A01");
    let rows: Vec<SeatId> = score.stakeholders.iter().filter(|row| row.is_named()).map(|row| row.seat).collect();
    let seats = [rows[0], rows[1], rows[2]];
    let ours: [StaffId; 3] = ["u07", "u08", "u09"].map(|name| sample.id(name));
    sample.snapshot.assignments.retain(|one| !seats.contains(&one.seat));
    for at in 0..3 {
        let next = ours[(at + 1) % 3];
        let n = at as u128 * 2;
        sample.snapshot.assignments.push(held(n, seats[at], ours[at], AssignmentKind::Owner));
        sample.snapshot.assignments.push(held(n + 1, seats[at], next, AssignmentKind::Backup));
    }
    (sample, account, ours, seats)
}

fn rehearse(sample: &Sample, account: AccountId, staff: &[StaffId]) -> domain::engine::drill::Drill {
    let leavers = Leavers { staff: staff.iter().copied().collect(), ..Leavers::default() };
    let load = Load::read(&sample.snapshot, sample.as_of);
    drill([(account, &sample.snapshot)], &leavers, load, sample.as_of)
}

#[test]
fn backups_in_a_circle_hand_over_once_and_to_nobody_who_leaves() {
    let (sample, account, ours, seats) = circle();
    let one = rehearse(&sample, account, &ours[..1]);
    let row = one.accounts[0].rows.iter().find(|row| row.before.seat == seats[0]).unwrap();
    assert!(row.lost.contains(&AssignmentKind::Owner));
    assert!(row.proposals[0].heirs.iter().any(|heir| heir.staff == ours[1]), "the backup is among the heirs");
    let all = rehearse(&sample, account, &ours);
    for seat in seats {
        let row = all.accounts[0].rows.iter().find(|row| row.before.seat == seat).unwrap();
        assert_eq!(row.lost, [AssignmentKind::Owner, AssignmentKind::Backup], "owner and backup leave together");
        let heirs = row.proposals.iter().flat_map(|one| &one.heirs);
        assert!(heirs.clone().count() > 0 && heirs.clone().all(|heir| !ours.contains(&heir.staff)));
    }
    let score = sample.score("A01");
    let about = |code| {
        score.findings.iter().any(|one| one.code == code && seats.contains(&one.seat.unwrap_or(SeatId(Uuid::nil()))))
    };
    assert!(!about(FindingCode::NoOwner) && !about(FindingCode::DoubleOwner), "a circle is no finding by itself");
}

#[test]
fn a_contact_dated_in_the_future_makes_nobody_met() {
    let mut sample = Sample::read();
    let (account, before) = (sample.account("A01").id, sample.score("A01"));
    let lapsed = before.findings.iter().find(|one| one.code == FindingCode::LapsedOwner).unwrap().clone();
    let row = before.stakeholders.iter().find(|row| Some(row.seat) == lapsed.seat).unwrap().clone();
    sample.snapshot.touches.push(Touch {
        id: Uuid::from_u128(0x0700_0000_0000_7000_8000_0000_0000_0100).into(),
        r#ref: None,
        account,
        on: sample.ago(-30),
        kind: TouchKind::Meeting,
        staff: lapsed.staff.clone(),
        people: vec![row.person.unwrap()],
        summary: None,
        minutes: None,
        visit: None,
        direction: None,
    });
    let after = sample.score("A01");
    assert_eq!(after.findings, before.findings, "tomorrow's contact ends nothing today");
    let same = after.stakeholders.iter().find(|one| one.seat == row.seat).unwrap();
    assert_eq!((same.days, same.last_touch), (row.days, row.last_touch));
    assert!(after.coverage.value.is_finite() && (after.coverage.value - before.coverage.value).abs() < 1e-9);
}

#[test]
fn an_owner_nobody_knows_any_more_is_an_owner_who_is_gone() {
    let mut sample = Sample::read();
    let before = sample.score("A05");
    let row = before.stakeholders.iter().find(|row| row.is_in_scope() && row.owners.len() == 1).unwrap().clone();
    let gone = row.owners[0];
    sample.snapshot.staff.retain(|one| one.id != gone);
    let after = sample.score("A05");
    let found = after.findings.iter().find(|one| one.seat == Some(row.seat) && one.code == FindingCode::InactiveOwner);
    assert!(found.is_some(), "{:?}", after.findings);
    assert!(after.ownership_pct < before.ownership_pct);
    // A drill over records with a hole in them still answers.
    let account = sample.account("A05").id;
    assert!(rehearse(&sample, account, &[gone]).impacts.iter().all(|one| one.loss.is_finite()));
}
