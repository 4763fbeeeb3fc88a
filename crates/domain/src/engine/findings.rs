//! Gaps and collisions of the responsibility matrix (B.4.5).

use super::{Param, Reason, asof::Crew, cadence::is_beyond, chain::Stakeholder, reason::Severity, score, why};
use crate::{AccountId, Code, CommitmentId, Day, DecisionRole, SeatId, Snapshot, StaffId};

mod collisions;

codes! {
    /// Finding codes of B.4.5.
    FindingCode { NoOwner = "G1", NoBackup = "G2", RankGap = "G3", NoSponsor = "G3a", InactiveOwner = "G4", LapsedOwner = "G5", RoleUnidentified = "G6", DoubleOwner = "C1", ScheduleCollision = "C2", MessageCollision = "C4" }
}

/// One finding, with the row it belongs to (if any) and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub code: FindingCode,
    pub severity: Severity,
    /// The row it is about; `None` for roles and messages.
    pub seat: Option<SeatId>,
    pub role: Option<DecisionRole>,
    /// Ours involved: the owners of C1, the travellers of C2, the departed owner of G4.
    pub staff: Vec<StaffId>,
    /// The promises of C4.
    pub commitments: Vec<CommitmentId>,
    pub reason: Reason,
}

/// Findings in chain order, gaps before collisions. Gaps are asked of every stakeholder of the account who may be met, in
/// the chain or not (sample A07 lists its photographer); `no_contact` seats have no row.
pub fn find_gaps_and_collisions(
    snapshot: &Snapshot,
    account: AccountId,
    decision: Option<crate::DecisionId>,
    rows: &[Stakeholder],
    as_of: Day,
) -> Vec<Finding> {
    let crew = Crew::on(snapshot, as_of);
    let in_scope: Vec<&Stakeholder> = rows.iter().filter(|row| row.is_in_scope()).collect();
    let mut found: Vec<Finding> = in_scope.iter().flat_map(|row| gaps_of(row, &crew)).collect();
    let decision = decision.and_then(|id| snapshot.decisions.iter().find(|one| one.id == id));
    found.extend(score::open_roles(snapshot, decision, rows).iter().map(|one| unidentified(one.role)));
    found.extend(in_scope.iter().filter_map(|row| double_owner(row, &crew)));
    found.extend(collisions::schedule_collisions(snapshot, account, rows, as_of));
    found.extend(collisions::message_collisions(snapshot, account, as_of));
    found
}

/// Percent of rows with exactly one active owner (B.4.5); 100 when nothing is to be owned.
pub fn ownership_pct(snapshot: &Snapshot, rows: &[Stakeholder], as_of: Day) -> f64 {
    let crew = Crew::on(snapshot, as_of);
    let in_scope: Vec<&Stakeholder> = rows.iter().filter(|row| row.is_in_scope()).collect();
    let owned = in_scope.iter().filter(|row| crew.active(&row.owners).len() == 1).count();
    if in_scope.is_empty() { 100.0 } else { 100.0 * owned as f64 / in_scope.len() as f64 }
}

/// Gaps of one row in the order no or inactive owner, backup, rank, sponsor, lapse.
///
/// A row without an active owner is told so once: rank (G3) and lapse (G5) judge an owner who is there (sample A03).
/// Backups are asked for named people only; an owner-less seat still to be found needs its owner first.
fn gaps_of(row: &Stakeholder, crew: &Crew) -> Vec<Finding> {
    let owners = crew.active(&row.owners);
    let sponsors = crew.active(&row.sponsors);
    let mut found = Vec::new();
    if row.owners.is_empty() {
        let severity = if row.weight >= 3 { Severity::Red } else { Severity::Amber };
        let reason = about("no-owner", row).with("weight", Param::Int(row.weight.into()));
        found.push(on_row(FindingCode::NoOwner, severity, row, reason));
    } else if owners.is_empty() {
        found.push(inactive_owner(row, crew));
    }
    if row.is_named() && row.weight >= 3 && crew.active(&row.backups).is_empty() {
        let reason = about("no-backup", row).with("weight", Param::Int(row.weight.into()));
        found.push(on_row(FindingCode::NoBackup, Severity::Amber, row, reason));
    }
    let best = owners.iter().chain(&sponsors).filter_map(|id| crew.get(*id)).map(|one| one.rank_level).max();
    if let (Some(ours), Some(theirs)) = (best, row.rank_level)
        && row.weight >= 3
        && ours + 2 < theirs
    {
        let reason =
            about("rank-gap", row).with("theirs", Param::Int(theirs.into())).with("ours", Param::Int(ours.into()));
        found.push(on_row(FindingCode::RankGap, Severity::Amber, row, reason));
    }
    if row.weight == 4 && sponsors.is_empty() {
        found.push(on_row(FindingCode::NoSponsor, Severity::Amber, row, about("no-sponsor", row)));
    }
    if let Some(days) = row.days.filter(|days| !owners.is_empty() && is_beyond(*days, row.cadence_days, 15)) {
        found.push(lapsed_owner(row, owners, days));
    }
    found
}

fn inactive_owner(row: &Stakeholder, crew: &Crew) -> Finding {
    let mut reason = about("owner-away", row);
    if let Some(owner) = row.owners.first() {
        reason = reason.with("staff", Param::Staff(*owner));
        if let Some(left) = crew.get(*owner).and_then(|one| one.left_on) {
            reason.code = "owner-left";
            reason = reason.with("day", Param::Day(left));
        }
    }
    Finding { staff: row.owners.clone(), ..on_row(FindingCode::InactiveOwner, Severity::Red, row, reason) }
}

fn lapsed_owner(row: &Stakeholder, owners: Vec<StaffId>, days: i64) -> Finding {
    let severity = if is_beyond(days, row.cadence_days, 20) { Severity::Red } else { Severity::Amber };
    let reason =
        about("owner-lapsed", row).with("days", Param::Int(days)).with("cadence", Param::Int(row.cadence_days));
    Finding { staff: owners, ..on_row(FindingCode::LapsedOwner, severity, row, reason) }
}

fn double_owner(row: &Stakeholder, crew: &Crew) -> Option<Finding> {
    let owners = crew.active(&row.owners);
    let (first, second) = (*owners.first()?, *owners.get(1)?);
    let reason = about("double-owner", row)
        .with("first", Param::Staff(first))
        .with("second", Param::Staff(second))
        .with("count", Param::Int(owners.len() as i64));
    Some(Finding { staff: owners, ..on_row(FindingCode::DoubleOwner, Severity::Red, row, reason) })
}

fn unidentified(role: DecisionRole) -> Finding {
    let severity = if role == DecisionRole::EconomicBuyer { Severity::Red } else { Severity::Amber };
    Finding {
        code: FindingCode::RoleUnidentified,
        severity,
        seat: None,
        role: Some(role),
        staff: Vec::new(),
        commitments: Vec::new(),
        reason: Reason::new("role-unidentified").with("role", Param::Code(role.code())),
    }
}

fn about(code: &'static str, row: &Stakeholder) -> Reason {
    Reason::new(code).with("who", why::who(row))
}

fn on_row(code: FindingCode, severity: Severity, row: &Stakeholder, reason: Reason) -> Finding {
    Finding { code, severity, seat: Some(row.seat), role: None, staff: Vec::new(), commitments: Vec::new(), reason }
}
