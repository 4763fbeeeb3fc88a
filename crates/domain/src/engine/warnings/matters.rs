//! Warnings from promises, complaints, contracts and incidents: W05, W16, W06, W12, W18 (B.4.11), and what counts as open.

use super::limits::{LimitCode, day_before, day_beyond, reached, silence};
use super::{Ground, Warning, WarningCode, WarningObject, warning};
use crate::engine::{Param, Reason, reason::Severity};
use crate::{
    AccountId, Commitment, CommitmentId, Complaint, ComplaintSeverity, ComplaintStatus, Contract, Day, Incident,
    Snapshot,
};

/// The least progress, percent, of a promise soon due.
const DUE_SOON_PROGRESS: u8 = 80;
/// Days within which a complaint must have a first answer.
const ANSWER_DAYS: f64 = 1.0;

/// Promises of an account made by the day and not withdrawn, in the order they were put down.
pub(in crate::engine) fn promises_of(
    snapshot: &Snapshot,
    account: AccountId,
    as_of: Day,
) -> impl Iterator<Item = &Commitment> {
    snapshot
        .commitments
        .iter()
        .filter(move |one| one.account == account && one.made_on <= as_of && !one.is_withdrawn(as_of))
}

/// When it was delivered, if it was by the day.
pub(in crate::engine) fn delivered_by(one: &Commitment, as_of: Day) -> Option<Day> {
    one.delivered_on.filter(|on| *on <= as_of)
}

/// Whether a promise stands on the day: made, not delivered, not withdrawn.
pub(in crate::engine) fn is_open(one: &Commitment, as_of: Day) -> bool {
    one.made_on <= as_of && delivered_by(one, as_of).is_none() && !one.is_withdrawn(as_of)
}

/// Days a promise is overdue and still open; `None` otherwise.
pub(in crate::engine) fn overdue_days(one: &Commitment, as_of: Day) -> Option<i64> {
    let days = (as_of - one.promised_on).num_days();
    (days >= 1 && is_open(one, as_of)).then_some(days)
}

/// Complaints of an account that are open on the day.
pub(in crate::engine) fn open_complaints(
    snapshot: &Snapshot,
    account: AccountId,
    as_of: Day,
) -> impl Iterator<Item = &Complaint> {
    let is_open = move |one: &Complaint| match one.closed_on {
        _ if one.is_withdrawn(as_of) => false,
        Some(closed) => closed > as_of,
        None => one.status == ComplaintStatus::Open,
    };
    snapshot.complaints.iter().filter(move |one| one.account == account && one.opened_on <= as_of && is_open(one))
}

/// W05 and W16, promise by promise.
pub(super) fn promises(ground: &Ground) -> Vec<Warning> {
    promises_of(ground.snapshot, ground.account, ground.as_of)
        .flat_map(|one| [promise(one, ground), expectation_gap(one, ground)].into_iter().flatten())
        .collect()
}

fn of_promise(code: WarningCode, severity: Severity, id: CommitmentId, since: Option<Day>, reason: Reason) -> Warning {
    let base = warning(code, severity, WarningObject::Commitment(id), reason);
    Warning { commitment: Some(id), since, ..base }
}

/// W05: due in ≤ 7 days with < 80 % done amber, overdue ≥ 1 day red, delivered late info.
fn promise(one: &Commitment, ground: &Ground) -> Option<Warning> {
    let as_of = ground.as_of;
    let (soon, late_by) = ground.limits.get(LimitCode::Promise);
    let about =
        |code, days| Reason::new(code).with("commitment", Param::Commitment(one.id)).with("days", Param::Int(days));
    let (severity, since, reason) = if let Some(delivered) = delivered_by(one, as_of) {
        let late = (delivered - one.promised_on).num_days();
        if late < 1 || !ground.is_recent(delivered) {
            return None;
        }
        (Severity::Info, Some(delivered), about("promise-late", late))
    } else if let Some(days) = overdue_days(one, as_of) {
        let red = reached(days as f64, (f64::INFINITY, late_by.max(1.0))).is_some();
        let severity = if red { Severity::Red } else { Severity::Amber };
        let first = if red { day_beyond(one.promised_on, late_by.max(1.0) - 1.0) } else { one.promised_on.succ_opt() };
        (severity, first, about("promise-overdue", days))
    } else {
        let left = (one.promised_on - as_of).num_days();
        if left as f64 > soon || one.progress >= DUE_SOON_PROGRESS {
            return None;
        }
        let first = day_before(one.promised_on, soon).max(Some(one.made_on));
        (Severity::Amber, first, about("promise-due", left).with("progress", Param::Int(one.progress.into())))
    };
    Some(of_promise(WarningCode::Commitment, severity, one.id, since, reason))
}

/// W16: perceived − expected of −1 amber, ≤ −2 red, asked after delivery.
fn expectation_gap(one: &Commitment, ground: &Ground) -> Option<Warning> {
    let delivered = delivered_by(one, ground.as_of)?;
    let (expected, perceived) = (i64::from(one.expected_value?), i64::from(one.perceived_value?));
    let gap = perceived - expected;
    let severity = reached(-gap as f64, ground.limits.get(LimitCode::ExpectationGap))?;
    if gap > -1 || !ground.is_recent(delivered) {
        return None;
    }
    let reason = Reason::new("expectation-gap")
        .with("commitment", Param::Commitment(one.id))
        .with("gap", Param::Int(gap))
        .with("expected", Param::Int(expected))
        .with("perceived", Param::Int(perceived));
    Some(of_promise(WarningCode::ExpectationGap, severity, one.id, Some(delivered), reason))
}

/// W06, complaint by complaint.
pub(super) fn complaints(ground: &Ground) -> Vec<Warning> {
    let open = open_complaints(ground.snapshot, ground.account, ground.as_of);
    open.filter_map(|one| complaint(one, ground)).collect()
}

/// W06: open for > 7 (severe > 2) days amber, > 15 (severe > 5) red; no first answer after a day amber.
fn complaint(one: &Complaint, ground: &Ground) -> Option<Warning> {
    let limits = ground.limits.get(match one.severity {
        ComplaintSeverity::Normal => LimitCode::Complaint,
        ComplaintSeverity::Severe => LimitCode::SevereComplaint,
    });
    let is_answered = one.answered_on.is_some_and(|on| on <= ground.as_of);
    let unanswered = || silence(one.opened_on, (ANSWER_DAYS, f64::INFINITY), ground.as_of).filter(|_| !is_answered);
    let (severity, since, code) = match silence(one.opened_on, limits, ground.as_of) {
        Some((severity, since)) => (severity, since, "complaint-open"),
        None => unanswered().map(|(severity, since)| (severity, since, "complaint-unanswered"))?,
    };
    let days = (ground.as_of - one.opened_on).num_days();
    let reason = Reason::new(code).with("complaint", Param::Complaint(one.id)).with("days", Param::Int(days));
    let base = warning(WarningCode::ComplaintOpen, severity, WarningObject::Complaint(one.id), reason);
    Some(Warning { complaint: Some(one.id), since: Some(since), ..base })
}

/// W12, contract by contract.
pub(super) fn contracts(ground: &Ground) -> Vec<Warning> {
    let own = ground.snapshot.contracts.iter().filter(|one| one.account == ground.account);
    own.filter_map(|one| contract_end(one, ground)).collect()
}

/// W12: ≤ 180 days to the end amber; ≤ 90 without a plan of renewal red, also after the end. One with such a plan is amber
/// until its end and silent from the day after: what came of the plan is in the next contract.
fn contract_end(one: &Contract, ground: &Ground) -> Option<Warning> {
    let left = (one.ends_on - ground.as_of).num_days();
    let is_begun = one.starts_on.is_none_or(|on| on <= ground.as_of);
    let is_past = left < 0 && (one.renewal_planned || !ground.is_recent(one.ends_on));
    let (amber, red) = ground.limits.get(LimitCode::ContractEnd);
    if !is_begun || is_past || left as f64 > amber.max(red) {
        return None;
    }
    let is_red = left as f64 <= red && !one.renewal_planned;
    if !is_red && left as f64 > amber {
        return None;
    }
    let code = match (left < 0, one.renewal_planned) {
        (true, _) => "contract-ended",
        (false, true) => "contract-ends-planned",
        (false, false) => "contract-ends",
    };
    let reason = Reason::new(code)
        .with("name", Param::Contract(one.id))
        .with("days", Param::Int(left.abs()))
        .with("day", Param::Day(one.ends_on));
    let severity = if is_red { Severity::Red } else { Severity::Amber };
    let since = day_before(one.ends_on, if is_red { red } else { amber }).max(one.starts_on);
    let base = warning(WarningCode::ContractEnd, severity, WarningObject::Contract(one.id), reason);
    Some(Warning { since, ..base })
}

/// W18: an open stoppage or fault at the customer's: amber, severe red.
pub(super) fn incidents(ground: &Ground) -> Vec<Warning> {
    let is_open = |one: &&Incident| one.on <= ground.as_of && one.closed_on.is_none_or(|on| on > ground.as_of);
    let own = ground.snapshot.incidents.iter().filter(|one| one.account == ground.account);
    own.filter(is_open)
        .map(|one| {
            let severity = match one.severity {
                ComplaintSeverity::Normal => Severity::Amber,
                ComplaintSeverity::Severe => Severity::Red,
            };
            let reason = Reason::new("incident-open")
                .with("text", Param::Incident(one.id))
                .with("days", Param::Int((ground.as_of - one.on).num_days()));
            let base = warning(WarningCode::Incident, severity, WarningObject::Incident(one.id), reason);
            Warning { since: Some(one.on), ..base }
        })
        .collect()
}
