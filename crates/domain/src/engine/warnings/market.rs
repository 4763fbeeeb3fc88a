//! W04 and W09: executives on both sides, and rivals (B.4.11).

use super::limits::{LimitCode, silence};
use super::{Ground, Warning, WarningCode, WarningObject, warning};
use crate::engine::cadence::{EXECUTIVE_RANK, executive_cadence_days};
use crate::engine::{Param, Reason, chain::RowsBy, reason::Severity, why};
use crate::{Confidence, IdSet, PersonId, StaffId, Touch, VisitDirection};

/// Whether a touch brings executives of both sides together (rank ≥ 7, B.2.8).
fn is_executive(touch: &Touch, ours: &IdSet<StaffId>, theirs: &IdSet<PersonId>) -> bool {
    touch.staff.iter().any(|id| ours.contains(id)) && touch.people.iter().any(|id| theirs.contains(id))
}

/// W04: the last touch of executives, whoever went to whom, against the rhythm of B.2.8: beyond it amber, beyond 1.5 × red.
///
/// Visits are mutual, so the reason names whose turn it is where the last direction was noted. Where executives never met,
/// nothing is overdue yet, as with W03; that nobody of ours stands by their executives is a finding (G3a).
pub(super) fn exec_visit(ground: &Ground) -> Option<Warning> {
    let cadence = executive_cadence_days(ground.tier)?;
    let rank = |rank: Option<u8>| rank.is_some_and(|rank| rank >= EXECUTIVE_RANK);
    let heads = ground.rows.iter().filter(|row| row.is_in_scope() && row.is_named() && rank(row.rank_level));
    let theirs: IdSet<PersonId> = heads.filter_map(|row| row.person).collect();
    if theirs.is_empty() {
        return None;
    }
    let ours = ground.snapshot.staff.iter().filter(|one| one.rank_level >= EXECUTIVE_RANK).map(|one| one.id).collect();
    let own = ground.snapshot.touches.iter().filter(|one| one.account == ground.account && one.on <= ground.as_of);
    let last = own.filter(|one| is_executive(one, &ours, &theirs)).max_by_key(|one| (one.on, one.id))?;
    let (amber, red) = ground.limits.get(LimitCode::ExecVisit);
    let (severity, since) = silence(last.on, (amber * cadence as f64, red * cadence as f64), ground.as_of)?;
    let code = match last.direction {
        Some(VisitDirection::Inbound) => "exec-visit-ours",
        Some(VisitDirection::Outbound) => "exec-visit-theirs",
        None => "exec-visit-overdue",
    };
    let reason = Reason::new(code)
        .with("days", Param::Int((ground.as_of - last.on).num_days()))
        .with("cadence", Param::Int(cadence));
    let people = last.people.iter().copied().filter(|id| theirs.contains(id)).collect();
    let base = warning(WarningCode::ExecVisitOverdue, severity, WarningObject::Account, reason);
    Some(Warning { since: Some(since), people, ..base })
}

/// W09: a rival's contact, lawfully learnt and at least reliable: amber; confirmed and with weight ≥ 3: red.
pub(super) fn competitors(ground: &Ground) -> Vec<Warning> {
    let own = ground.snapshot.competitor_signals.iter();
    let own = own.filter(|one| one.account == ground.account && ground.is_recent(one.on));
    let known = own.filter(|one| matches!(one.confidence, Confidence::Confirmed | Confidence::Reliable));
    let rows_by = RowsBy::of(ground.rows);
    known
        .map(|signal| {
            let row = signal.person.and_then(|person| rows_by.person.get(&person));
            let heavy = row.is_some_and(|row| row.weight >= 3);
            let red = heavy && signal.confidence == Confidence::Confirmed;
            let base = Reason::new(if row.is_some() { "competitor-with" } else { "competitor-near" });
            let base = base.with("day", Param::Day(signal.on));
            let reason = row.map_or(base.clone(), |row| base.with("who", why::who(row)));
            let severity = if red { Severity::Red } else { Severity::Amber };
            let base = warning(WarningCode::Competitor, severity, WarningObject::Signal(signal.id), reason);
            Warning { since: Some(signal.on), people: signal.person.into_iter().collect(), ..base }
        })
        .collect()
}
