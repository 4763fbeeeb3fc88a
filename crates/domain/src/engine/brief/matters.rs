//! Matters still open with the account: complaints, promises, promises that contradict each other, findings, warnings.
//!
//! Deliberately absent: kept promises and closed complaints.

use super::Sources;
use crate::engine::findings::{Finding, FindingCode};
use crate::engine::warnings::Warning;
use crate::engine::warnings::matters::is_open;
use crate::{CommitmentId, ComplaintId, ComplaintStatus, Day};

/// Where an undelivered promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromiseState {
    /// Days past the promised day.
    Overdue(i64),
    /// Falls due before the visit ends, in so many days.
    DueByVisit(i64),
    /// Falls due later, in so many days.
    Later(i64),
}

/// A promise not yet kept.
#[derive(Debug, Clone, PartialEq)]
pub struct PromiseLine {
    pub commitment: CommitmentId,
    pub state: PromiseState,
    /// Another promise on the same topic names another day (C4).
    pub conflicts_with: Vec<CommitmentId>,
}

/// A complaint that waits for an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct ComplaintLine {
    pub complaint: ComplaintId,
    pub days_open: i64,
}

/// Everything a guest may raise, and what our own records warn of.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenMatters {
    /// Longest open first.
    pub complaints: Vec<ComplaintLine>,
    /// By promised day.
    pub promises: Vec<PromiseLine>,
    pub findings: Vec<Finding>,
    pub warnings: Vec<Warning>,
}

pub(super) fn open_matters(from: &Sources) -> OpenMatters {
    OpenMatters {
        complaints: complaints(from),
        promises: promises(from),
        findings: from.findings.clone(),
        warnings: from.warnings.clone(),
    }
}

fn complaints(from: &Sources) -> Vec<ComplaintLine> {
    let own = from.snapshot.complaints.iter().filter(|one| one.account == from.visit.account);
    let open = own.filter(|one| {
        one.status == ComplaintStatus::Open && one.opened_on <= from.as_of && !one.is_withdrawn(from.as_of)
    });
    let mut lines: Vec<_> = open
        .map(|one| ComplaintLine { complaint: one.id, days_open: (from.as_of - one.opened_on).num_days() })
        .collect();
    lines.sort_by_key(|one| std::cmp::Reverse(one.days_open));
    lines
}

fn promises(from: &Sources) -> Vec<PromiseLine> {
    let own = from.snapshot.commitments.iter().filter(|one| one.account == from.visit.account);
    let mut open: Vec<_> = own.filter(|one| is_open(one, from.as_of)).collect();
    open.sort_by_key(|one| one.promised_on);
    open.iter()
        .map(|one| PromiseLine {
            commitment: one.id,
            state: promise_state(from, one.promised_on),
            conflicts_with: conflicts(from, one.id),
        })
        .collect()
}

fn promise_state(from: &Sources, promised: Day) -> PromiseState {
    let left = (promised - from.as_of).num_days();
    let until_visit = (from.visit.starts_on - from.as_of).num_days() + i64::from(from.visit.days.max(1)) - 1;
    match left {
        ..0 => PromiseState::Overdue(-left),
        _ if left <= until_visit => PromiseState::DueByVisit(left),
        _ => PromiseState::Later(left),
    }
}

fn conflicts(from: &Sources, promise: CommitmentId) -> Vec<CommitmentId> {
    let clashes = from
        .findings
        .iter()
        .filter(|one| one.code == FindingCode::MessageCollision && one.commitments.contains(&promise));
    clashes.flat_map(|one| one.commitments.iter().copied()).filter(|one| *one != promise).collect()
}
