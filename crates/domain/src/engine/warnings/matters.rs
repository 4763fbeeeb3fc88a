//! Warnings from promises and complaints: W05, W16, W06 (B.4.11), and what counts as open on a day.

use super::{MEMORY_DAYS, Warning, WarningCode, warning};
use crate::engine::{Param, Reason, reason::Severity};
use crate::{AccountId, Commitment, Complaint, ComplaintSeverity, ComplaintStatus, Day, Snapshot};

/// Days before a promise at which its progress is asked for, and the least progress then, percent.
const DUE_SOON_DAYS: i64 = 7;
const DUE_SOON_PROGRESS: u8 = 80;

/// Promises of an account made by the day, in the order they were put down.
pub(in crate::engine) fn promises_of(
    snapshot: &Snapshot,
    account: AccountId,
    as_of: Day,
) -> impl Iterator<Item = &Commitment> {
    snapshot.commitments.iter().filter(move |one| one.account == account && one.made_on <= as_of)
}

/// When it was delivered, if it was by the day.
pub(in crate::engine) fn delivered_by(one: &Commitment, as_of: Day) -> Option<Day> {
    one.delivered_on.filter(|on| *on <= as_of)
}

/// Days a promise is overdue and still open; `None` otherwise.
pub(in crate::engine) fn overdue_days(one: &Commitment, as_of: Day) -> Option<i64> {
    let days = (as_of - one.promised_on).num_days();
    (delivered_by(one, as_of).is_none() && days >= 1).then_some(days)
}

/// Complaints of an account that are open on the day.
pub(in crate::engine) fn open_complaints(
    snapshot: &Snapshot,
    account: AccountId,
    as_of: Day,
) -> impl Iterator<Item = &Complaint> {
    let is_open = move |one: &Complaint| match one.closed_on {
        Some(closed) => closed > as_of,
        None => one.status == ComplaintStatus::Open,
    };
    snapshot.complaints.iter().filter(move |one| one.account == account && one.opened_on <= as_of && is_open(one))
}

/// W05 and W16, promise by promise.
pub(super) fn promises(snapshot: &Snapshot, account: AccountId, as_of: Day) -> Vec<Warning> {
    promises_of(snapshot, account, as_of)
        .flat_map(|one| [promise(one, as_of), expectation_gap(one, as_of)].into_iter().flatten())
        .collect()
}

/// W05: due in ≤ 7 days with < 80 % done amber, overdue ≥ 1 day red, delivered late info.
fn promise(one: &Commitment, as_of: Day) -> Option<Warning> {
    let about =
        |code, days| Reason::new(code).with("commitment", Param::Commitment(one.id)).with("days", Param::Int(days));
    let (severity, reason) = if let Some(delivered) = delivered_by(one, as_of) {
        let late = (delivered - one.promised_on).num_days();
        if late < 1 || (as_of - delivered).num_days() > MEMORY_DAYS {
            return None;
        }
        (Severity::Info, about("promise-late", late))
    } else if let Some(days) = overdue_days(one, as_of) {
        (Severity::Red, about("promise-overdue", days))
    } else {
        let left = (one.promised_on - as_of).num_days();
        if left > DUE_SOON_DAYS || one.progress >= DUE_SOON_PROGRESS {
            return None;
        }
        (Severity::Amber, about("promise-due", left).with("progress", Param::Int(one.progress.into())))
    };
    Some(Warning { commitment: Some(one.id), ..warning(WarningCode::Commitment, severity, Vec::new(), reason) })
}

/// W16: perceived − expected of −1 amber, ≤ −2 red, asked after delivery.
fn expectation_gap(one: &Commitment, as_of: Day) -> Option<Warning> {
    let delivered = delivered_by(one, as_of)?;
    let (expected, perceived) = (i64::from(one.expected_value?), i64::from(one.perceived_value?));
    let gap = perceived - expected;
    if gap > -1 || (as_of - delivered).num_days() > MEMORY_DAYS {
        return None;
    }
    let severity = if gap <= -2 { Severity::Red } else { Severity::Amber };
    let reason = Reason::new("expectation-gap")
        .with("commitment", Param::Commitment(one.id))
        .with("gap", Param::Int(gap))
        .with("expected", Param::Int(expected))
        .with("perceived", Param::Int(perceived));
    Some(Warning { commitment: Some(one.id), ..warning(WarningCode::ExpectationGap, severity, Vec::new(), reason) })
}

/// W06, complaint by complaint.
pub(super) fn complaints(snapshot: &Snapshot, account: AccountId, as_of: Day) -> Vec<Warning> {
    open_complaints(snapshot, account, as_of).filter_map(|one| complaint(one, as_of)).collect()
}

/// W06: open for > 7 (severe > 2) days amber, > 15 (severe > 5) red; no first answer after a day amber.
fn complaint(one: &Complaint, as_of: Day) -> Option<Warning> {
    let days = (as_of - one.opened_on).num_days();
    let (amber, red) = match one.severity {
        ComplaintSeverity::Normal => (7, 15),
        ComplaintSeverity::Severe => (2, 5),
    };
    let unanswered = one.answered_on.is_none_or(|on| on > as_of) && days > 1;
    let severity = if days > red {
        Severity::Red
    } else if days > amber || unanswered {
        Severity::Amber
    } else {
        return None;
    };
    let code = if days > amber { "complaint-open" } else { "complaint-unanswered" };
    let reason = Reason::new(code).with("complaint", Param::Complaint(one.id)).with("days", Param::Int(days));
    Some(Warning { complaint: Some(one.id), ..warning(WarningCode::ComplaintOpen, severity, Vec::new(), reason) })
}
