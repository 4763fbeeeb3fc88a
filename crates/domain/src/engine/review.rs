//! The week of an account: what changed between two days, what is missing or in the way, what fell due.
//!
//! Two results of their own types: the team's, and the one for a meeting with the customer, which holds structure and
//! contacts only. Deliberately absent: words, and judging the people of ours.

mod room;
#[cfg(test)]
mod tests;

pub use room::{Contact, RoomReview, StructureChange, review_for_room};

use super::changes::{Change, changes_among};
use super::findings::Finding;
use super::health::HealthBand;
use super::reason::Severity;
use super::score::{AccountScore, score_account};
use super::warnings::Warning;
use super::warnings::matters::{overdue_days, promises_of};
use crate::{AccountId, CommitmentId, Day, PersonId, Snapshot, StaffId, Touch};

/// The figures of an account on one day. Percentages 0–100; `health` is missing while the account is being built up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    pub coverage: f64,
    pub ownership_pct: f64,
    pub health: Option<f64>,
    pub red: u32,
    pub amber: u32,
}

/// Somebody who left within the days of the review; the last day there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    Ours(StaffId, Day),
    Theirs(PersonId, Day),
}

/// What a team talks about once a week, for one account. Findings and warnings are those of the later day unless said
/// otherwise; a finding is the same one when code, row, role and promises are.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountReview {
    pub account: AccountId,
    pub before: Standing,
    pub after: Standing,
    /// Newest first.
    pub changes: Vec<Change>,
    /// Findings that were not there on the first day, those that still are, and those that are gone.
    pub begun: Vec<Finding>,
    pub standing: Vec<Finding>,
    pub mended: Vec<Finding>,
    /// Warnings that were not there on the first day, and those that still are.
    pub warned: Vec<Warning>,
    pub warning: Vec<Warning>,
    /// Promises overdue on the later day, longest first, with their days.
    pub overdue: Vec<(CommitmentId, i64)>,
    /// Promises kept within the days.
    pub kept: Vec<CommitmentId>,
    pub departures: Vec<Departure>,
    /// Contacts within the days, newest first.
    pub touches: Vec<Touch>,
    /// The score of the later day, for whoever needs its rows.
    pub score: AccountScore,
}

impl AccountReview {
    /// Whether nothing happened; what stood open before may still do.
    pub fn is_quiet(&self) -> bool {
        self.changes.is_empty()
            && self.begun.is_empty()
            && self.mended.is_empty()
            && self.warned.is_empty()
            && self.kept.is_empty()
            && self.departures.is_empty()
            && self.touches.is_empty()
    }
}

/// Compares an account on two days. What happened on `since` itself belongs to the week before; `until` is included.
pub fn review_account(snapshot: &Snapshot, account: AccountId, since: Day, until: Day) -> AccountReview {
    let (old, new) = (score_account(snapshot, account, None, since), score_account(snapshot, account, None, until));
    let changes = changes_among(snapshot, account, (since, &old.stakeholders), (until, &new.stakeholders));
    let (standing, begun) = split(&new.findings, &old.findings, same_finding);
    let (_, mended) = split(&old.findings, &new.findings, same_finding);
    let (warning, warned) = split(&new.warnings, &old.warnings, same_warning);
    AccountReview {
        account,
        before: standing_of(&old),
        after: standing_of(&new),
        changes,
        begun,
        standing,
        mended,
        warned,
        warning,
        overdue: overdue(snapshot, account, until),
        kept: kept(snapshot, account, since, until),
        departures: departures(snapshot, account, &old, since, until),
        touches: touches(snapshot, account, since, until),
        score: new,
    }
}

fn standing_of(score: &AccountScore) -> Standing {
    let count = |wanted: Severity| score.findings.iter().filter(|one| one.severity == wanted).count() as u32;
    Standing {
        coverage: score.coverage.value,
        ownership_pct: score.ownership_pct,
        health: (score.health.band != HealthBand::Building).then_some(score.health.shown),
        red: count(Severity::Red),
        amber: count(Severity::Amber),
    }
}

/// Those that are also among the others, and those that are not.
fn split<T: Clone>(all: &[T], others: &[T], same: fn(&T, &T) -> bool) -> (Vec<T>, Vec<T>) {
    all.iter().cloned().partition(|one| others.iter().any(|other| same(one, other)))
}

fn same_finding(a: &Finding, b: &Finding) -> bool {
    (a.code, a.seat, a.role) == (b.code, b.seat, b.role) && a.commitments == b.commitments
}

fn same_warning(a: &Warning, b: &Warning) -> bool {
    (a.code, a.commitment, a.complaint) == (b.code, b.commitment, b.complaint) && a.people == b.people
}

fn overdue(snapshot: &Snapshot, account: AccountId, until: Day) -> Vec<(CommitmentId, i64)> {
    let mut late: Vec<_> =
        promises_of(snapshot, account, until).filter_map(|one| Some((one.id, overdue_days(one, until)?))).collect();
    late.sort_by_key(|one| (std::cmp::Reverse(one.1), one.0));
    late
}

fn within(on: Day, since: Day, until: Day) -> bool {
    since < on && on <= until
}

fn kept(snapshot: &Snapshot, account: AccountId, since: Day, until: Day) -> Vec<CommitmentId> {
    let in_week = |on: Option<Day>| on.is_some_and(|on| within(on, since, until));
    promises_of(snapshot, account, until).filter(|one| in_week(one.delivered_on)).map(|one| one.id).collect()
}

/// Ours who answered for somebody here or knew somebody here, and theirs who sat here, and left.
fn departures(snapshot: &Snapshot, account: AccountId, old: &AccountScore, since: Day, until: Day) -> Vec<Departure> {
    let held = |id: StaffId| {
        old.stakeholders.iter().any(|row| {
            row.holders().iter().any(|(_, staff)| staff.contains(&id)) || row.ties.iter().any(|tie| tie.staff == id)
        })
    };
    let in_team = |id: StaffId| snapshot.team_members.iter().any(|one| one.account == account && one.staff == id);
    let mut found: Vec<(Day, Departure)> = Vec::new();
    for one in &snapshot.staff {
        if let Some(on) = one.left_on.filter(|on| within(*on, since, until) && (held(one.id) || in_team(one.id))) {
            found.push((on, Departure::Ours(one.id, on)));
        }
    }
    let theirs: std::collections::HashSet<PersonId> = old.stakeholders.iter().filter_map(|row| row.person).collect();
    for one in snapshot.people.iter().filter(|one| theirs.contains(&one.id)) {
        if let Some(on) = one.left_on.filter(|on| within(*on, since, until)) {
            found.push((on, Departure::Theirs(one.id, on)));
        }
    }
    found.sort_by_key(|one| one.0);
    found.into_iter().map(|one| one.1).collect()
}

fn touches(snapshot: &Snapshot, account: AccountId, since: Day, until: Day) -> Vec<Touch> {
    let own = |one: &&Touch| one.account == account && within(one.on, since, until);
    let mut found: Vec<Touch> = snapshot.touches.iter().filter(own).cloned().collect();
    found.sort_by_key(|one| (std::cmp::Reverse(one.on), one.id));
    found
}
