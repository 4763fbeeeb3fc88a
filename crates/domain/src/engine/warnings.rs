//! Early warnings (B.4.11).

use super::{
    Param, Reason, asof::Crew, business, cadence::is_beyond, chain::RowsBy, chain::Stakeholder, reason::Severity,
    score::Risk, why,
};
use crate::{AccountId, AccountTier, CommitmentId, ComplaintId, Confidence, Day, PersonId, Snapshot};

mod leavers;
pub(in crate::engine) mod matters;

codes! {
    /// Warning codes computed today from what the workspace records.
    WarningCode { OrderDrop = "W01", TouchLapse = "W03", Commitment = "W05", ComplaintOpen = "W06", SupporterLeft = "W07", PaymentOverdue = "W08", Competitor = "W09", SingleThread = "W11", OwnerLeft = "W13", ExpectationGap = "W16" }
}

/// One warning and what it is about. `people` in chain order.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    pub code: WarningCode,
    pub severity: Severity,
    pub people: Vec<PersonId>,
    pub commitment: Option<CommitmentId>,
    pub complaint: Option<ComplaintId>,
    pub reason: Reason,
}

/// Days after which an event of the past stops warning: a late delivery, an expectation gap, a leaver, a rival's visit.
/// The prose sets no end; 180 days is the window health uses for promises and twice a rival's half-life.
pub const MEMORY_DAYS: i64 = 180;

/// Warnings in the order of their codes, promises with their expectation gap (W05, W16) before complaints.
pub fn find_warnings(
    snapshot: &Snapshot,
    account: AccountId,
    rows: &[Stakeholder],
    risk: Risk,
    as_of: Day,
) -> Vec<Warning> {
    let high_tier = snapshot.account(account).is_some_and(|one| matches!(one.tier, AccountTier::S | AccountTier::A));
    let by_tier = if high_tier { Severity::Red } else { Severity::Amber };
    let mut found = Vec::new();
    found.extend(order_drop(snapshot, account, as_of));
    found.extend(rows.iter().filter_map(touch_lapse));
    found.extend(matters::promises(snapshot, account, as_of));
    found.extend(matters::complaints(snapshot, account, as_of));
    found.extend(leavers::supporters_left(snapshot, account, as_of));
    found.extend(payment_overdue(snapshot, account));
    found.extend(competitors(snapshot, account, rows, as_of));
    if risk == Risk::High {
        let reason = Reason::new("single-thread");
        found.push(warning(WarningCode::SingleThread, by_tier, Vec::new(), reason));
    }
    found.extend(owner_left(rows, &Crew::on(snapshot, as_of), by_tier));
    found
}

fn warning(code: WarningCode, severity: Severity, people: Vec<PersonId>, reason: Reason) -> Warning {
    Warning { code, severity, people, commitment: None, complaint: None, reason }
}

/// W01: ≤ −20 % amber, ≤ −40 % red.
fn order_drop(snapshot: &Snapshot, account: AccountId, as_of: Day) -> Option<Warning> {
    let trend = business::order_trend(business::figures_of(snapshot, account)?, as_of)?;
    let severity = match trend {
        red if red <= -40.0 => Severity::Red,
        amber if amber <= -20.0 => Severity::Amber,
        _ => return None,
    };
    let reason = Reason::new("orders-down").with("percent", Param::Number(why::tenth(-trend)));
    Some(warning(WarningCode::OrderDrop, severity, Vec::new(), reason))
}

/// W03: weight ≥ 3, days > 1.5 × cadence amber, > 2 × red. Somebody never touched has no contact to lapse.
fn touch_lapse(row: &Stakeholder) -> Option<Warning> {
    let days = row.days.filter(|_| row.is_in_scope() && row.weight >= 3)?;
    if !is_beyond(days, row.cadence_days, 15) {
        return None;
    }
    let severity = if is_beyond(days, row.cadence_days, 20) { Severity::Red } else { Severity::Amber };
    let reason = Reason::new("touch-lapsed")
        .with("who", why::who(row))
        .with("days", Param::Int(days))
        .with("cadence", Param::Int(row.cadence_days));
    Some(warning(WarningCode::TouchLapse, severity, row.person.into_iter().collect(), reason))
}

/// W08: overdue amber, > 60 days or > 20 % of receivables red.
fn payment_overdue(snapshot: &Snapshot, account: AccountId) -> Option<Warning> {
    let overdue = business::overdue(business::figures_of(snapshot, account)?)?;
    let severity = if overdue.days > 60 || overdue.share > 20.0 { Severity::Red } else { Severity::Amber };
    let reason = Reason::new("payment-overdue")
        .with("days", Param::Int(overdue.days))
        .with("share", Param::Int(overdue.share.round() as i64));
    Some(warning(WarningCode::PaymentOverdue, severity, Vec::new(), reason))
}

/// W09: a rival's contact, lawfully learnt and at least reliable: amber; confirmed and with weight ≥ 3: red.
fn competitors(snapshot: &Snapshot, account: AccountId, rows: &[Stakeholder], as_of: Day) -> Vec<Warning> {
    let is_recent = |on: Day| (0..=MEMORY_DAYS).contains(&(as_of - on).num_days());
    let own = snapshot.competitor_signals.iter().filter(|one| one.account == account && is_recent(one.on));
    let known = own.filter(|one| matches!(one.confidence, Confidence::Confirmed | Confidence::Reliable));
    let rows_by = RowsBy::of(rows);
    known
        .map(|signal| {
            let row = signal.person.and_then(|person| rows_by.person.get(&person));
            let heavy = row.is_some_and(|row| row.weight >= 3);
            let red = heavy && signal.confidence == Confidence::Confirmed;
            let base = Reason::new(if row.is_some() { "competitor-with" } else { "competitor-near" });
            let base = base.with("day", Param::Day(signal.on));
            let reason = row.map_or(base.clone(), |row| base.with("who", why::who(row)));
            let severity = if red { Severity::Red } else { Severity::Amber };
            warning(WarningCode::Competitor, severity, signal.person.into_iter().collect(), reason)
        })
        .collect()
}

/// W13: rows whose owners have all left (G4), in one warning.
fn owner_left(rows: &[Stakeholder], crew: &Crew, severity: Severity) -> Option<Warning> {
    let orphaned =
        |row: &&Stakeholder| row.is_in_scope() && !row.owners.is_empty() && crew.active(&row.owners).is_empty();
    let orphans: Vec<&Stakeholder> = rows.iter().filter(orphaned).collect();
    let owner = *orphans.first()?.owners.first()?;
    let reason =
        Reason::new("owner-gone").with("staff", Param::Staff(owner)).with("count", Param::Int(orphans.len() as i64));
    let people = orphans.iter().filter_map(|row| row.person).collect();
    Some(warning(WarningCode::OwnerLeft, severity, people, reason))
}
