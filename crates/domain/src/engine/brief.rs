//! The content of the internal briefing of one visit: who comes, what is known with source and date, what is open, and
//! what is not known, as numbered questions.
//!
//! Owns: choice and order of content. Deliberately absent: words, paper, and anything that is not recorded. Rumours
//! never pass; sensitive facts (P3) are dropped, save diet, which appears in the dining part alone (C.2, F.2).

mod guests;
mod matters;
mod questions;

pub use guests::{Diet, DietLine, GuestFact, GuestLine, Meeting, VerifiedOn};
pub use matters::{ComplaintLine, OpenMatters, PromiseLine, PromiseState};
pub use questions::{Blocked, BriefPart, Question, QuestionCode};

use super::chain::Stakeholder;
use super::findings::{Finding, FindingCode};
use super::host::{HostMatch, match_hosts};
use super::readiness::{Gate, GateMark, GateState, Readiness, assess_readiness};
use super::reason::Severity;
use super::score::score_account;
use super::warnings::{Warning, WarningCode};
use crate::{
    AccountId, Day, DecisionId, DecisionRole, PersonId, Policy, Snapshot, StaffId, Visit, VisitGuest, VisitId,
};

/// Days after the visit when copies are returned and temporary data goes (C.5, T+7).
const EXPIRES_AFTER: i64 = 7;
/// Risks on the first page (C.2, section 2).
const RISKS: usize = 3;

/// One risk of the first page.
#[derive(Debug, Clone, PartialEq)]
pub enum Risk {
    /// A gate that fails; outranks everything.
    Gate(GateMark),
    Warning(Warning),
    Finding(Finding),
}

/// A risk and the question that would remove it.
#[derive(Debug, Clone, PartialEq)]
pub struct RiskLine {
    pub risk: Risk,
    pub ask: Option<u32>,
}

/// The first page: who, why now, host, readiness, risks.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    pub principal: Option<PersonId>,
    /// The guest with the greatest weight among those who support us (attitude ≥ 1), other than the principal.
    pub supporter: Option<PersonId>,
    /// Chosen by a person; else the best candidate, which is a proposal only.
    pub host: Option<StaffId>,
    pub host_is_chosen: bool,
    pub risks: Vec<RiskLine>,
}

/// A chain member as of the day, and the questions it raises.
#[derive(Debug, Clone, PartialEq)]
pub struct ChainLine {
    pub row: Stakeholder,
    /// Protocol order when the member comes along.
    pub guest_order: Option<u32>,
    pub ask_attitude: Option<u32>,
    pub ask_owner: Option<u32>,
    pub ask_name: Option<u32>,
}

/// A required role that nobody fills, and the question about it.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenRole {
    pub role: DecisionRole,
    pub ask: Option<u32>,
}

/// Everything the internal briefing prints, in print order.
#[derive(Debug, Clone, PartialEq)]
pub struct Briefing {
    pub visit: VisitId,
    pub account: AccountId,
    pub decision: Option<DecisionId>,
    pub as_of: Day,
    /// Last day of the visit.
    pub ends_on: Day,
    /// Copies are void after this day.
    pub expires_on: Day,
    pub summary: Summary,
    pub readiness: Readiness,
    /// In protocol order.
    pub guests: Vec<GuestLine>,
    pub chain: Vec<ChainLine>,
    pub open_roles: Vec<OpenRole>,
    pub matters: OpenMatters,
    /// `None` when the visit has no principal guest.
    pub hosts: Option<HostMatch>,
    /// In protocol order.
    pub dining: Vec<DietLine>,
    /// Numbered from 1; numbers do not change while the records stay as they are.
    pub questions: Vec<Question>,
}

/// What the parts of the briefing are made from.
struct Sources<'a> {
    snapshot: &'a Snapshot,
    visit: &'a Visit,
    invited: Vec<&'a VisitGuest>,
    rows: Vec<Stakeholder>,
    findings: Vec<Finding>,
    warnings: Vec<Warning>,
    readiness: Readiness,
    as_of: Day,
}

impl Sources<'_> {
    fn row_of(&self, person: PersonId) -> Option<&Stakeholder> {
        self.rows.iter().find(|row| row.person == Some(person))
    }
    fn is_guest(&self, person: PersonId) -> bool {
        self.invited.iter().any(|guest| guest.person == person)
    }
}

/// The content of the internal briefing as of a day; `None` when there is no such visit. A visit without guests gives a
/// briefing without guests: refusing to print it is the writer's part.
pub fn brief_visit(snapshot: &Snapshot, visit: VisitId, as_of: Day) -> Option<Briefing> {
    let record = snapshot.visit(visit)?;
    let readiness = assess_readiness(snapshot, visit, as_of)?;
    let decision = snapshot.main_decision(record.account).map(|one| one.id);
    let score = score_account(snapshot, record.account, decision, as_of);
    let mut invited: Vec<_> = snapshot.visit_guests.iter().filter(|one| one.visit == visit).collect();
    invited.sort_by_key(|one| one.protocol_order);
    let (rows, findings, mut warnings) = (score.stakeholders, score.findings, score.warnings);
    // The paper tells the state of preparation and of posts itself: readiness, gates, questions.
    warnings.retain(|one| !matches!(one.code, WarningCode::ReadinessBehind | WarningCode::InfoStale));
    let from = Sources { snapshot, visit: record, invited, rows, findings, warnings, readiness, as_of };
    let hosts = match_hosts(snapshot, visit, None, as_of);
    let questions = questions::questions(&from);
    let ends_on = super::host::last_day(record);
    Some(Briefing {
        visit,
        account: record.account,
        decision,
        as_of,
        ends_on,
        expires_on: ends_on + chrono::Duration::days(EXPIRES_AFTER),
        summary: summary(&from, hosts.as_ref(), &questions),
        guests: guests::guest_lines(&from, &questions),
        chain: chain_lines(&from, &questions),
        open_roles: open_roles(&from, &questions),
        matters: matters::open_matters(&from),
        dining: guests::diet_lines(&from, &questions),
        readiness: from.readiness,
        hosts,
        questions,
    })
}

/// The hospitality policy of the visited account.
pub fn policy_of(snapshot: &Snapshot, account: AccountId) -> Option<&Policy> {
    let wanted = snapshot.account(account)?.policy?;
    snapshot.policies.iter().find(|one| one.id == wanted)
}

/// Number of the question of a kind about a person.
fn ask_about(questions: &[Question], code: QuestionCode, person: PersonId) -> Option<u32> {
    questions.iter().find(|one| one.code == code && one.people.contains(&person)).map(|one| one.number)
}

fn summary(from: &Sources, hosts: Option<&HostMatch>, questions: &[Question]) -> Summary {
    let principal = from.visit.principal_guest.filter(|one| from.is_guest(*one));
    let supporters = from.rows.iter().filter(|row| row.in_chain && row.attitude.is_some_and(|level| level >= 1));
    let coming = supporters.filter(|row| row.person.is_some_and(|one| from.is_guest(one) && Some(one) != principal));
    let supporter = coming.fold(None, first_of_heaviest).and_then(|row| row.person);
    let best = hosts.and_then(|found| found.candidates.first()).map(|one| one.staff);
    Summary {
        principal,
        supporter,
        host: from.visit.host.or(best),
        host_is_chosen: from.visit.host.is_some(),
        risks: risks(from, questions),
    }
}

/// Keeps the heavier row; of equals the earlier one, since rows come in chain order.
fn first_of_heaviest<'a>(best: Option<&'a Stakeholder>, row: &'a Stakeholder) -> Option<&'a Stakeholder> {
    match best {
        Some(kept) if kept.weight >= row.weight => Some(kept),
        _ => Some(row),
    }
}

/// Failing gates first, then red warnings, then red findings, then the amber ones; never more than three.
fn risks(from: &Sources, questions: &[Question]) -> Vec<RiskLine> {
    let gates = from.readiness.gates.iter().filter(|mark| mark.state == GateState::Fail);
    let mut all: Vec<RiskLine> = gates
        .map(|mark| RiskLine { risk: Risk::Gate(mark.clone()), ask: ask_for_gate(questions, mark.gate) })
        .collect();
    for severity in [Severity::Red, Severity::Amber] {
        let warnings = from.warnings.iter().filter(|one| one.severity == severity);
        all.extend(warnings.map(|one| RiskLine { risk: Risk::Warning(one.clone()), ask: None }));
        let findings = from.findings.iter().filter(|one| one.severity == severity && !is_warned_of(from, one));
        all.extend(
            findings
                .map(|one| RiskLine { risk: Risk::Finding(one.clone()), ask: ask_for_finding(from, questions, one) }),
        );
    }
    all.truncate(RISKS);
    all
}

/// A lapsed owner is the same silence as the warning of lapsed contact: one risk, named once.
fn is_warned_of(from: &Sources, finding: &Finding) -> bool {
    let person = from.rows.iter().find(|row| Some(row.seat) == finding.seat).and_then(|row| row.person);
    let lapsed = |one: &&Warning| one.code == WarningCode::TouchLapse;
    finding.code == FindingCode::LapsedOwner
        && person.is_some_and(|id| from.warnings.iter().filter(lapsed).any(|one| one.people.contains(&id)))
}

fn ask_for_gate(questions: &[Question], gate: Gate) -> Option<u32> {
    questions.iter().find(|one| one.blocks.contains(&Blocked::Gate(gate))).map(|one| one.number)
}

fn ask_for_finding(from: &Sources, questions: &[Question], finding: &Finding) -> Option<u32> {
    if finding.code != FindingCode::NoOwner {
        return None;
    }
    let row = from.rows.iter().find(|row| Some(row.seat) == finding.seat)?;
    ask_about(questions, QuestionCode::Owner, row.person?)
}

fn chain_lines(from: &Sources, questions: &[Question]) -> Vec<ChainLine> {
    let order = |person: PersonId| from.invited.iter().find(|one| one.person == person).map(|one| one.protocol_order);
    let line = |row: &Stakeholder| {
        let ask = |code| row.person.and_then(|person| ask_about(questions, code, person));
        let by_seat = |one: &&Question| one.code == QuestionCode::SeatHolder && one.seats.contains(&row.seat);
        let ask_name = questions.iter().find(by_seat).map(|one| one.number);
        ChainLine {
            guest_order: row.person.and_then(order),
            // Who sits there comes before what they think.
            ask_attitude: ask(QuestionCode::Attitude).or(ask_name),
            ask_owner: ask(QuestionCode::Owner),
            ask_name,
            row: row.clone(),
        }
    };
    from.rows.iter().filter(|row| row.in_chain).map(line).collect()
}

fn open_roles(from: &Sources, questions: &[Question]) -> Vec<OpenRole> {
    let asks = |role| questions.iter().find(|one| one.code == QuestionCode::OpenRole && one.roles.contains(&role));
    let roles = from.findings.iter().filter(|one| one.code == FindingCode::RoleUnidentified).filter_map(|one| one.role);
    roles.map(|role| OpenRole { role, ask: asks(role).map(|one| one.number) }).collect()
}
