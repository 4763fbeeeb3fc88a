//! Gaps and collisions of the responsibility matrix of one account (B.4.5). What needs more than one account is in
//! `findings::over`. Deliberately absent: what mends a finding, which a person chooses (`app`).

use super::{Param, Reason, cadence::is_beyond, chain::Stakeholder, reason::Severity, rules, score, why};
use crate::{
    AccountId, AgendaItemId, Code, CommitmentId, Day, DecisionRole, PlannedTouchId, SeatId, Snapshot, StaffId, Topic,
    UnitId, VisitId,
};

mod collisions;
mod crew;
pub mod over;
mod unowned;

pub use collisions::COLLISION_DAYS;
pub use crew::CourtCrew;
pub use unowned::{relevant_topics, topic_holders};

codes! {
    /// Finding codes of B.4.5.
    FindingCode { NoOwner = "G1", NoBackup = "G2", RankGap = "G3", NoSponsor = "G3a", InactiveOwner = "G4", LapsedOwner = "G5", RoleUnidentified = "G6", Unowned = "G7", DoubleOwner = "C1", ScheduleCollision = "C2", DoubleBooking = "C3", MessageCollision = "C4", Overload = "C5", RuleConflict = "C6" }
}

/// One finding, with the row it belongs to (if any) and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub code: FindingCode,
    pub severity: Severity,
    /// The row it is about; `None` for roles, units, topics and messages.
    pub seat: Option<SeatId>,
    pub role: Option<DecisionRole>,
    /// The unit or topic of G7.
    pub unit: Option<UnitId>,
    pub topic: Option<Topic>,
    /// Ours involved: the owners of C1, the travellers of C2, the departed owner of G4; of C6 the owner, then who the rule names.
    pub staff: Vec<StaffId>,
    /// The promises of C4.
    pub commitments: Vec<CommitmentId>,
    /// The plans of C2 and C3, the lines of agendas and the visits of C3.
    pub touches: Vec<PlannedTouchId>,
    pub agenda: Vec<AgendaItemId>,
    pub visits: Vec<VisitId>,
    pub reason: Reason,
}

impl Finding {
    /// A finding about nothing yet.
    fn of(code: FindingCode, severity: Severity, reason: Reason) -> Self {
        Self {
            code,
            severity,
            seat: None,
            role: None,
            unit: None,
            topic: None,
            staff: Vec::new(),
            commitments: Vec::new(),
            touches: Vec::new(),
            agenda: Vec::new(),
            visits: Vec::new(),
            reason,
        }
    }
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
    let crew = CourtCrew::on(snapshot, account, as_of);
    let book = rules::RuleBook::on(snapshot, account, as_of);
    let in_scope: Vec<&Stakeholder> = rows.iter().filter(|row| row.is_in_scope()).collect();
    let mut found: Vec<Finding> = in_scope.iter().flat_map(|row| gaps_of(row, &crew)).collect();
    let decision = decision.and_then(|id| snapshot.decisions.iter().find(|one| one.id == id));
    found.extend(score::open_roles(snapshot, decision, rows).iter().map(|one| unidentified(one.role)));
    found.extend(unowned::unit_gaps(&book, &crew, &in_scope));
    found.extend(unowned::topic_gaps(snapshot, account, &crew, as_of));
    found.extend(in_scope.iter().filter_map(|row| double_owner(row, &crew)));
    found.extend(collisions::schedule_collisions(snapshot, account, rows, as_of));
    found.extend(collisions::message_collisions(snapshot, account, as_of));
    found.extend(rule_conflicts(snapshot, &book, &crew, &in_scope, as_of));
    found
}

/// Percent of rows with exactly one active owner (B.4.5); 100 when nothing is to be owned.
pub fn ownership_pct(snapshot: &Snapshot, account: AccountId, rows: &[Stakeholder], as_of: Day) -> f64 {
    let crew = CourtCrew::on(snapshot, account, as_of);
    let in_scope: Vec<&Stakeholder> = rows.iter().filter(|row| row.is_in_scope()).collect();
    let owned = in_scope.iter().filter(|row| crew.active(&row.owners).len() == 1).count();
    if in_scope.is_empty() { 100.0 } else { 100.0 * owned as f64 / in_scope.len() as f64 }
}

/// Gaps of one row in the order no or inactive owner, backup, rank, sponsor, lapse.
///
/// A row without an active owner is told so once: rank (G3) and lapse (G5) judge an owner who is there (sample A03).
/// Backups are asked for named people only; an owner-less seat still to be found needs its owner first.
fn gaps_of(row: &Stakeholder, crew: &CourtCrew) -> Vec<Finding> {
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

fn inactive_owner(row: &Stakeholder, crew: &CourtCrew) -> Finding {
    let mut reason = about("owner-away", row);
    if let Some(owner) = row.owners.first() {
        reason = reason.with("staff", Param::Staff(*owner));
        if let Some(left) = crew.get(*owner).and_then(|one| one.left_on) {
            reason.code = "owner-left";
            reason = reason.with("day", Param::Day(left));
        } else if let Some(ended) = crew.off_since(*owner) {
            reason.code = "owner-off-team";
            reason = reason.with("day", Param::Day(ended));
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

fn double_owner(row: &Stakeholder, crew: &CourtCrew) -> Option<Finding> {
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
    let reason = Reason::new("role-unidentified").with("role", Param::Code(role.code()));
    Finding { role: Some(role), ..Finding::of(FindingCode::RoleUnidentified, severity, reason) }
}

/// C6: the one active owner was chosen by hand, the rule that decides for the row names a job role he does not have in the
/// team, somebody of the team has it, and nobody let the choice stand (`Assignment.confirmed_by`).
fn rule_conflicts(
    snapshot: &Snapshot,
    book: &rules::RuleBook,
    crew: &CourtCrew,
    rows: &[&Stakeholder],
    as_of: Day,
) -> Vec<Finding> {
    if book.is_empty() {
        return Vec::new();
    }
    let chosen = rules::chosen_owners(snapshot, as_of);
    let conflict = |row: &&Stakeholder| {
        let [owner] = crew.active(&row.owners)[..] else { return None };
        if !chosen.contains(&(row.seat, owner)) {
            return None;
        }
        let proposal = book.proposal(row)?;
        let wanted = *proposal.staff.first().filter(|_| !proposal.staff.contains(&owner))?;
        let reason = about("rule-conflict", row)
            .with("staff", Param::Staff(owner))
            .with("wanted", Param::Staff(wanted))
            .with("role", Param::Code(proposal.job_role.code()));
        Some(Finding { staff: vec![owner, wanted], ..on_row(FindingCode::RuleConflict, Severity::Info, row, reason) })
    };
    rows.iter().filter_map(conflict).collect()
}

fn about(code: &'static str, row: &Stakeholder) -> Reason {
    Reason::new(code).with("who", why::who(row))
}

fn on_row(code: FindingCode, severity: Severity, row: &Stakeholder, reason: Reason) -> Finding {
    Finding { seat: Some(row.seat), ..Finding::of(code, severity, reason) }
}
