//! Early warnings (B.4.11): which rules fire on a day, about what, since when. Deliberately absent: what people decided about
//! one (`note`), which changes neither the list nor health.
//!
//! Every red warning lowers health to 59 at most (B.4.8 says "any"), whatever people noted about it: a note is a plan, not a
//! fact, and nobody shall raise a number by declaring a false alarm.

use super::{Param, Reason, asof::Crew, chain::Stakeholder, reason::Severity, score::Risk};
use crate::{
    AccountId, AccountTier, BudgetLineId, CommitmentId, CompetitorSignalId, ComplaintId, ContractId, Day, DecisionId,
    IncidentId, PersonId, PlannedTouchId, SeatId, Snapshot, VisitId,
};
use uuid::Uuid;

mod leavers;
pub mod limits;
mod market;
pub(in crate::engine) mod matters;
mod money;
pub mod note;
mod organisation;
mod people;
mod visits;

pub use limits::{LimitCode, LimitOrder, LimitUnit, Limits};
pub use note::{WarningState, weigh_warnings};

codes! {
    /// The rules of B.4.11.
    WarningCode {
        OrderDrop = "W01", OrderSilence = "W02", TouchLapse = "W03", ExecVisitOverdue = "W04", Commitment = "W05", ComplaintOpen = "W06", SupporterLeft = "W07",
        PaymentOverdue = "W08", Competitor = "W09", AttitudeDrop = "W10", SingleThread = "W11", ContractEnd = "W12", OwnerLeft = "W13", InfoStale = "W14",
        OrgChange = "W15", ExpectationGap = "W16", Budget = "W17", Incident = "W18", ReadinessBehind = "W19", Retention = "W20", Blackout = "W21",
    }
}

/// What a warning is about; one warning per rule and object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WarningObject {
    /// The account itself.
    Account,
    Person(PersonId),
    Seat(SeatId),
    Commitment(CommitmentId),
    Complaint(ComplaintId),
    Signal(CompetitorSignalId),
    Contract(ContractId),
    Incident(IncidentId),
    Budget(BudgetLineId),
    Visit(VisitId),
    PlannedTouch(PlannedTouchId),
}

impl WarningObject {
    /// The key under which a note is kept: the identity, or empty for the account.
    pub fn key(self) -> String {
        let id: Uuid = match self {
            Self::Account => return String::new(),
            Self::Person(id) => id.0,
            Self::Seat(id) => id.0,
            Self::Commitment(id) => id.0,
            Self::Complaint(id) => id.0,
            Self::Signal(id) => id.0,
            Self::Contract(id) => id.0,
            Self::Incident(id) => id.0,
            Self::Budget(id) => id.0,
            Self::Visit(id) => id.0,
            Self::PlannedTouch(id) => id.0,
        };
        id.to_string()
    }
}

/// One warning and what it is about. `people` in chain order.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    pub code: WarningCode,
    pub severity: Severity,
    pub object: WarningObject,
    /// First day of the present severity, as far as the records tell.
    pub since: Option<Day>,
    pub people: Vec<PersonId>,
    pub commitment: Option<CommitmentId>,
    pub complaint: Option<ComplaintId>,
    pub reason: Reason,
}

/// Days after which an event of the past stops warning: a late delivery, an expectation gap, a leaver, a rival's visit, a
/// fallen attitude, a new head. The prose sets no end; 180 days is the window health uses for promises and twice a rival's half-life.
pub const MEMORY_DAYS: i64 = 180;

/// What the rules read.
struct Ground<'a> {
    snapshot: &'a Snapshot,
    account: AccountId,
    tier: AccountTier,
    decision: Option<DecisionId>,
    rows: &'a [Stakeholder],
    limits: Limits,
    as_of: Day,
}

impl Ground<'_> {
    /// Severity of rules that depend on the tier alone (W11, W13).
    fn by_tier(&self) -> Severity {
        if matches!(self.tier, AccountTier::S | AccountTier::A) { Severity::Red } else { Severity::Amber }
    }
    /// Whether something of a day past is recent enough to warn.
    fn is_recent(&self, on: Day) -> bool {
        (0..=MEMORY_DAYS).contains(&(self.as_of - on).num_days())
    }
}

/// Warnings in the order of their codes, promises with their expectation gap (W05, W16) before complaints.
/// `rows` and `risk` are those of the decision on the day.
pub fn find_warnings(
    snapshot: &Snapshot,
    account: AccountId,
    decision: Option<DecisionId>,
    rows: &[Stakeholder],
    risk: Risk,
    as_of: Day,
) -> Vec<Warning> {
    let tier = snapshot.account(account).map_or(AccountTier::C, |one| one.tier);
    let ground = Ground { snapshot, account, tier, decision, rows, limits: Limits::of(snapshot, tier), as_of };
    let mut found = Vec::new();
    found.extend(money::order_drop(&ground));
    found.extend(money::order_silence(&ground));
    found.extend(people::touch_lapse(&ground));
    found.extend(market::exec_visit(&ground));
    found.extend(matters::promises(&ground));
    found.extend(matters::complaints(&ground));
    found.extend(leavers::supporters_left(snapshot, account, as_of));
    found.extend(money::payment_overdue(&ground));
    found.extend(market::competitors(&ground));
    found.extend(people::attitude_drop(&ground));
    if risk == Risk::High {
        found.push(warning(WarningCode::SingleThread, ground.by_tier(), WarningObject::Account, single_thread()));
    }
    found.extend(matters::contracts(&ground));
    found.extend(owner_left(&ground));
    found.extend(people::info_stale(&ground));
    found.extend(organisation::org_change(&ground));
    found.extend(money::budgets(&ground));
    found.extend(matters::incidents(&ground));
    found.extend(visits::readiness_behind(&ground));
    found.extend(people::retention(&ground));
    found.extend(visits::blackout(&ground));
    one_each(found)
}

/// One per rule and object: the severest, else the one of the latest day.
fn one_each(found: Vec<Warning>) -> Vec<Warning> {
    let mut kept: Vec<Warning> = Vec::with_capacity(found.len());
    let mut places = std::collections::HashMap::new();
    for one in found {
        match places.get(&(one.code, one.object)) {
            Some(place) => {
                let old: &mut Warning = &mut kept[*place];
                if (old.severity, old.since) < (one.severity, one.since) {
                    *old = one;
                }
            }
            None => {
                places.insert((one.code, one.object), kept.len());
                kept.push(one);
            }
        }
    }
    kept
}

fn warning(code: WarningCode, severity: Severity, object: WarningObject, reason: Reason) -> Warning {
    let people = match object {
        WarningObject::Person(id) => vec![id],
        _ => Vec::new(),
    };
    Warning { code, severity, object, since: None, people, commitment: None, complaint: None, reason }
}

fn single_thread() -> Reason {
    Reason::new("single-thread")
}

/// W13: rows whose owners have all left (G4), in one warning.
fn owner_left(ground: &Ground) -> Option<Warning> {
    let crew = Crew::on(ground.snapshot, ground.as_of);
    let orphaned =
        |row: &&Stakeholder| row.is_in_scope() && !row.owners.is_empty() && crew.active(&row.owners).is_empty();
    let orphans: Vec<&Stakeholder> = ground.rows.iter().filter(orphaned).collect();
    let owner = *orphans.first()?.owners.first()?;
    let reason =
        Reason::new("owner-gone").with("staff", Param::Staff(owner)).with("count", Param::Int(orphans.len() as i64));
    let people = orphans.iter().filter_map(|row| row.person).collect();
    let away = crew.get(owner).and_then(|one| match one.left_on {
        Some(last) => last.succ_opt(),
        None => one.leave_from,
    });
    let since = away.filter(|day| *day <= ground.as_of);
    Some(Warning { people, since, ..warning(WarningCode::OwnerLeft, ground.by_tier(), WarningObject::Account, reason) })
}
