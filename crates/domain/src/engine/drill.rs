//! The departure drill (B.4.4): what falls when some of ours, or some of theirs, leave, and who could take it over.
//!
//! A rehearsal: nothing here writes, and no proposal decides. It looks at the customer's side alone and says nothing of
//! anybody's work. Deliberately absent: words, and turning chosen proposals into assignments and tasks.

use super::chain::{Holding, Stakeholder, stakeholders};
use super::findings;
use super::score::{self, Coverage, OpenRole, Risk, SingleThread};
use crate::{AccountId, AssignmentKind, Day, DecisionId, PersonId, SeatId, Snapshot, StaffId};

mod absent;
mod heirs;
mod impact;
mod leavers;
mod matters;
pub mod pack;
#[cfg(test)]
mod tests;

pub use absent::{concerns, without};
pub use heirs::{Heir, Load};
pub use impact::{Impact, Leaver};
pub use leavers::{Leavers, team_of};
pub use matters::{LostMatter, MatterKind, VisitPart};

/// How an account stands. `support` is that of everybody (B.4.2); `None`: too little is known for a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    pub coverage: f64,
    pub support: Option<f64>,
    pub risk: Risk,
    /// Largest shares of tie mass on one of ours and on one of theirs, 0–1 (B.4.4).
    pub our_share: f64,
    pub their_share: f64,
    /// Key people with at most one live tie.
    pub thin: usize,
    /// Rows with exactly one active owner, percent (B.4.5).
    pub ownership_pct: f64,
}

/// Who could hold a row, best first; a person chooses.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    pub kind: AssignmentKind,
    pub heirs: Vec<Heir>,
}

/// A stakeholder somebody leaving holds or knows, or who leaves.
#[derive(Debug, Clone, PartialEq)]
pub struct LostRow {
    pub before: Stakeholder,
    pub after: Stakeholder,
    /// Points of coverage lost with this row.
    pub loss: f64,
    /// Kinds of responsibility that nobody holds any more.
    pub lost: Vec<AssignmentKind>,
    /// Somebody active knew them, now nobody does.
    pub untied: bool,
    /// It is they who leave.
    pub leaves: bool,
    pub proposals: Vec<Proposal>,
    /// Who of ours asks the one who leaves to name and introduce a successor.
    pub meet: Option<StaffId>,
}

impl LostRow {
    /// Whether the heir must first be brought together with the stakeholder, and by whom: the one who leaves while still
    /// here, else the colleague who knows them best; `Some(None)`: nobody can.
    pub fn introduction(&self, leavers: &Leavers, heir: StaffId) -> Option<Option<StaffId>> {
        let level = self.after.ties.iter().filter(|tie| tie.active && tie.staff == heir).map(|tie| tie.level).max();
        if !self.after.is_named() || level.unwrap_or(0) >= heirs::KNOWS {
            return None;
        }
        let knows = self.before.ties.iter().filter(|tie| tie.active && tie.level > 0).map(|tie| tie.staff);
        let leaving = knows.clone().find(|one| leavers.staff.contains(one));
        Some(leaving.or_else(|| after_ties(&self.before, leavers).into_iter().find(|one| *one != heir)))
    }
}

/// What falls in one account.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountDrill {
    pub account: AccountId,
    pub before: Figures,
    pub after: Figures,
    /// In order of loss.
    pub rows: Vec<LostRow>,
    pub matters: Vec<LostMatter>,
    /// People of theirs who leave and of whom nothing is counted or proposed: not to be approached, or erased.
    pub shielded: Vec<PersonId>,
    /// What each single departure would cost here, as things stand.
    pub impacts: Vec<Impact>,
}

impl AccountDrill {
    /// Points of coverage lost.
    pub fn loss(&self) -> f64 {
        self.before.coverage - self.after.coverage
    }
    /// Whether anything of it concerns this account.
    pub fn is_touched(&self) -> bool {
        !self.rows.is_empty() || !self.matters.is_empty() || !self.shielded.is_empty()
    }
}

/// The whole rehearsal.
#[derive(Debug, Clone, PartialEq)]
pub struct Drill {
    /// Accounts that lose something, the greatest loss of coverage first.
    pub accounts: Vec<AccountDrill>,
    /// Whose leaving costs most anywhere, each with the account where it does, greatest first.
    pub impacts: Vec<Impact>,
}

/// Rehearses a departure over accounts, each with its records. `load` counts the rows everybody owns now; proposals add
/// to it as they are made, so that not one colleague gets everything.
pub fn drill<'a>(
    accounts: impl IntoIterator<Item = (AccountId, &'a Snapshot)>,
    leavers: &Leavers,
    mut load: Load,
    as_of: Day,
) -> Drill {
    let (mut touched, mut impacts) = (Vec::new(), Vec::new());
    for (account, snapshot) in accounts {
        let lost = look(snapshot, account, leavers, as_of);
        impacts.extend(lost.impacts.iter().cloned());
        if lost.is_touched() {
            touched.push((lost, snapshot));
        }
    }
    touched.sort_by(|a, b| b.0.loss().total_cmp(&a.0.loss()));
    for (lost, snapshot) in &mut touched {
        heirs::propose(lost, snapshot, leavers, &mut load, as_of);
    }
    Drill { accounts: touched.into_iter().map(|one| one.0).collect(), impacts: impact::worst_each(impacts) }
}

/// One account before and after, without proposals.
fn look(snapshot: &Snapshot, account: AccountId, leavers: &Leavers, as_of: Day) -> AccountDrill {
    let decision = snapshot.main_decision(account).map(|one| one.id);
    let before = stakeholders(snapshot, account, decision, as_of);
    let after: Vec<Stakeholder> = before.iter().map(|row| row_without(row, leavers)).collect();
    let ground = Ground { snapshot, account, decision, as_of };
    let open = ground.open(&before);
    let total = score::coverage::total_weight(&before, &open).max(1.0);
    let mut rows: Vec<LostRow> = before
        .iter()
        .zip(&after)
        .filter(|(row, _)| row.is_in_scope() && is_touched(row, leavers))
        .map(|(row, after)| lost_row(row, after, leavers, total, &ground.crew()))
        .collect();
    rows.sort_by(|a, b| b.loss.total_cmp(&a.loss).then(b.before.weight.cmp(&a.before.weight)));
    AccountDrill {
        account,
        before: ground.figures(&before, &open),
        // A role stays filled by its seat while nobody sits there: the seat is still the one to be won.
        after: ground.figures(&after, &open),
        matters: matters::lost_matters(snapshot, account, leavers, as_of),
        shielded: shielded(&before, leavers),
        impacts: impact::impacts(&before, &open, account),
        rows,
    }
}

struct Ground<'a> {
    snapshot: &'a Snapshot,
    account: AccountId,
    decision: Option<DecisionId>,
    as_of: Day,
}

impl Ground<'_> {
    fn open(&self, rows: &[Stakeholder]) -> Vec<OpenRole> {
        let decision = self.decision.and_then(|id| self.snapshot.decisions.iter().find(|one| one.id == id));
        score::open_roles(self.snapshot, decision, rows)
    }
    fn crew(&self) -> findings::CourtCrew<'_> {
        findings::CourtCrew::on(self.snapshot, self.account, self.as_of)
    }
    fn figures(&self, rows: &[Stakeholder], open: &[OpenRole]) -> Figures {
        let coverage: Coverage = score::score_coverage(rows, open);
        let support = score::score_support(rows, open);
        let single: SingleThread = score::score_single_thread(rows, open, &coverage);
        Figures {
            coverage: coverage.value,
            support: support.sufficient.then_some(support.all),
            risk: single.risk,
            our_share: single.our_share_max,
            their_share: single.their_share_max,
            thin: single.thin.len(),
            ownership_pct: findings::ownership_pct(self.snapshot, self.account, rows, self.as_of),
        }
    }
}

/// The row on the first day without those who leave.
fn row_without(row: &Stakeholder, leavers: &Leavers) -> Stakeholder {
    let mut after = row.clone();
    for held in [&mut after.owners, &mut after.backups, &mut after.supporters, &mut after.sponsors] {
        held.retain(|one| !leavers.staff.contains(one));
    }
    for tie in &mut after.ties {
        tie.active &= !leavers.staff.contains(&tie.staff);
    }
    if row.is_named() && row.person.is_some_and(|one| leavers.people.contains(&one)) {
        (after.person, after.holding) = (None, Holding::Vacant);
        after.ties.clear();
        (after.attitude, after.attitude_on, after.attitude_evidence) = (None, None, None);
        (after.last_touch, after.days, after.touch_fresh) = (None, None, 0.0);
    }
    after.level = after.level_without(None);
    after.cover = after.cover_at(after.level);
    after
}

fn is_touched(row: &Stakeholder, leavers: &Leavers) -> bool {
    let held = row.holders().iter().any(|(_, staff)| staff.iter().any(|one| leavers.staff.contains(one)));
    let known = row.ties.iter().any(|tie| tie.active && tie.level > 0 && leavers.staff.contains(&tie.staff));
    let gone = row.is_named() && row.person.is_some_and(|one| leavers.people.contains(&one));
    held || known || gone
}

fn lost_row(
    row: &Stakeholder,
    after: &Stakeholder,
    leavers: &Leavers,
    total: f64,
    crew: &findings::CourtCrew,
) -> LostRow {
    let lost = row.holders().into_iter().zip(after.holders()).filter_map(|((kind, was), (_, is))| {
        let gone = was.iter().any(|one| leavers.staff.contains(one) && crew.is_active(*one));
        let asked = kind != AssignmentKind::Supporter;
        (asked && gone && crew.active(is).is_empty()).then_some(kind)
    });
    let leaves = row.is_named() && after.holding == Holding::Vacant;
    let best = || after_ties(row, leavers).first().copied();
    LostRow {
        loss: if row.is_scored() { 100.0 * f64::from(row.weight) * (row.cover - after.cover) / total } else { 0.0 },
        lost: lost.collect(),
        untied: row.level > 0 && after.level == 0,
        leaves,
        proposals: Vec::new(),
        meet: if leaves { crew.active(&after.owners).first().copied().or_else(best) } else { None },
        before: row.clone(),
        after: after.clone(),
    }
}

/// Those of ours who stay and know them, the best tie first.
fn after_ties(row: &Stakeholder, leavers: &Leavers) -> Vec<StaffId> {
    let stays = |tie: &&super::chain::TieNow| tie.active && tie.level > 0 && !leavers.staff.contains(&tie.staff);
    row.ties.iter().filter(stays).map(|tie| tie.staff).collect()
}

/// Of people nobody may approach nothing was counted before, so nothing is lost; of erased ones nothing is known.
fn shielded(rows: &[Stakeholder], leavers: &Leavers) -> Vec<PersonId> {
    let hidden = |row: &&Stakeholder| row.no_contact || row.holding == Holding::Erased;
    rows.iter().filter(hidden).filter_map(|row| row.person).filter(|one| leavers.people.contains(one)).collect()
}

/// Seats of the account that stand for somebody who leaves or lose all who know them: what a map of the drill pales.
pub fn pale_seats(one: &AccountDrill) -> Vec<SeatId> {
    let gone = |row: &&LostRow| row.leaves || row.untied || row.lost.contains(&AssignmentKind::Owner);
    one.rows.iter().filter(gone).map(|row| row.before.seat).collect()
}
