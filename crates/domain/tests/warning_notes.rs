//! What people decide about warnings: status, reopening, silence, owners, escalation (B.4.11).

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read must fail the test")]

mod common;

use common::Sample;
use domain::engine::warnings::{WarningState, weigh_warnings};
use domain::*;

fn id<T: From<uuid::Uuid>>(n: u128) -> T {
    uuid::Uuid::from_u128(n).into()
}

fn states(sample: &Sample, account: &str) -> Vec<WarningState> {
    let (score, account) = (sample.score(account), sample.account(account).id);
    weigh_warnings(&sample.snapshot, account, &score.warnings, &score.stakeholders, sample.as_of)
}

fn state(sample: &Sample, account: &str, code: &str) -> WarningState {
    states(sample, account).into_iter().find(|one| one.warning.code.code() == code).unwrap()
}

fn note(sample: &mut Sample, account: &str, code: &str, status: WarningStatus, changed: i64) -> usize {
    let object = state(sample, account, code).warning.object.key();
    let (account, on) = (sample.account(account).id, sample.ago(changed));
    sample.snapshot.warning_notes.push(WarningNote {
        id: id(50 + sample.snapshot.warning_notes.len() as u128),
        r#ref: None,
        account,
        code: code.into(),
        object,
        status,
        opened_on: on,
        owner: None,
        snoozed_until: None,
        reason: None,
        changed_on: on,
    });
    sample.snapshot.warning_notes.len() - 1
}

#[test]
fn a_closed_warning_is_opened_again_when_it_comes_again_and_not_before() {
    use WarningStatus::{FalseAlarm, Open};
    let mut sample = Sample::read();
    // W06 of A05: a severe or normal complaint, red since the sixteenth day.
    let since = state(&sample, "A05", "W06").warning.since.unwrap();
    let days = (sample.as_of - since).num_days();
    note(&mut sample, "A05", "W06", FalseAlarm, days);
    let now = state(&sample, "A05", "W06");
    assert_eq!((now.status, now.reopened, now.is_due()), (FalseAlarm, false, false), "closed on the day it grew red");
    sample.snapshot.warning_notes[0].changed_on = sample.ago(days + 1);
    let now = state(&sample, "A05", "W06");
    assert_eq!((now.status, now.reopened, now.is_due()), (Open, true, true), "closed while it was amber");
    assert_eq!(now.first_seen, Some(sample.snapshot.warning_notes[0].opened_on.min(since)), "the first day is kept");
}

#[test]
fn a_closed_warning_without_a_beginning_is_asked_about_after_ninety_days() {
    use WarningStatus::{Open, Rescued};
    let mut sample = Sample::read();
    note(&mut sample, "A07", "W11", Rescued, 90);
    assert_eq!(state(&sample, "A07", "W11").status, Rescued);
    sample.snapshot.warning_notes[0].changed_on = sample.ago(91);
    assert_eq!((state(&sample, "A07", "W11").status, state(&sample, "A07", "W11").reopened), (Open, true));
}

#[test]
fn a_note_changes_neither_the_warning_nor_health() {
    let mut sample = Sample::read();
    let day = sample.ago(1);
    let last = sample.snapshot.commitments.len() - 1;
    sample.snapshot.commitments[last].promised_on = day;
    let before = sample.score("A08");
    assert_eq!(before.health.shown, 59.0);
    note(&mut sample, "A08", "W05", WarningStatus::FalseAlarm, 0);
    assert_eq!(sample.score("A08"), before);
}

#[test]
fn a_silence_ends_on_its_day() {
    let mut sample = Sample::read();
    note(&mut sample, "A01", "W03", WarningStatus::Open, 3);
    for (left, silent) in [(1, true), (0, false)] {
        sample.snapshot.warning_notes[0].snoozed_until = Some(sample.ago(-left));
        let now = state(&sample, "A01", "W03");
        assert_eq!((now.snoozed_until.is_some(), now.is_due(), now.escalated), (silent, !silent, false), "{left}");
    }
    sample.snapshot.warning_notes[0].snoozed_until = Some(sample.ago(2));
    assert!(state(&sample, "A01", "W03").escalated, "two days after the silence");
}

#[test]
fn what_nobody_took_goes_up_after_seven_and_two_days() {
    let mut sample = Sample::read();
    let account = sample.account("A08").id;
    let ends = |sample: &mut Sample, ends_on, renewal_planned| {
        sample.snapshot.contracts = vec![Contract {
            id: id(5),
            r#ref: None,
            account,
            name_zh: Some("样例合同".into()),
            name_en: None,
            starts_on: None,
            ends_on,
            renewal_planned,
        }];
        state(sample, "A08", "W12").escalated
    };
    let left = |sample: &Sample, days: i64| sample.ago(-days);
    let (amber, taken) = ((left(&sample, 174), left(&sample, 173)), left(&sample, 100));
    assert_eq!(
        (ends(&mut sample, amber.0, false), ends(&mut sample, amber.1, false)),
        (false, true),
        "six days, seven"
    );
    let red = (left(&sample, 89), left(&sample, 88));
    assert_eq!((ends(&mut sample, red.0, false), ends(&mut sample, red.1, false)), (false, true), "one day, two");
    note(&mut sample, "A08", "W12", WarningStatus::Intervening, 0);
    assert!(!ends(&mut sample, taken, false), "somebody took it");
}

#[test]
fn it_goes_to_the_lead_and_from_the_lead_to_whom_the_lead_works_under() {
    let mut sample = Sample::read();
    let (account, lead, above) = (sample.account("A01").id, sample.id::<StaffId>("u06"), sample.id::<StaffId>("u02"));
    sample.snapshot.staff.iter_mut().find(|one| one.id == lead).unwrap().superior = Some(above);
    sample.snapshot.team_members = vec![TeamMember {
        id: id(5),
        r#ref: None,
        account,
        staff: lead,
        job_role: JobRole::Kam,
        lead: true,
        from_on: None,
        to_on: None,
    }];
    let at = note(&mut sample, "A01", "W03", WarningStatus::Open, 10);
    sample.snapshot.warning_notes[at].owner = Some(sample.id("u07"));
    let now = state(&sample, "A01", "W03");
    assert_eq!((now.owner, now.owner_set, now.escalated_to), (Some(sample.id("u07")), true, Some(lead)));
    sample.snapshot.warning_notes[at].owner = Some(lead);
    assert_eq!(state(&sample, "A01", "W03").escalated_to, Some(above));
}

#[test]
fn owners_are_those_who_answer_for_what_it_is_about() {
    let sample = Sample::read();
    let complaint = state(&sample, "A05", "W06");
    let named =
        sample.snapshot.complaints.iter().find(|one| Some(one.id) == complaint.warning.complaint).unwrap().owner;
    assert_eq!((complaint.owner, complaint.owner_set), (named, false));
    let lapse = state(&sample, "A01", "W03");
    let score = sample.score("A01");
    let row = score.stakeholders.iter().find(|one| one.person == lapse.warning.people.first().copied()).unwrap();
    assert_eq!(lapse.owner, row.owners.first().copied());
    assert!(state(&sample, "A07", "W11").owner.is_some(), "the account's lead");
}
