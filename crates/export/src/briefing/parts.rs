//! Chain, open matters, hosts, dining and questions in words.

use domain::engine::Reason;
use domain::engine::brief::{
    Blocked, Briefing, ChainLine, Diet, DietLine, PromiseLine, PromiseState, Question, QuestionCode,
};
use domain::engine::chain::Holding;
use domain::engine::host::{HostCandidate, HostDimension};
use domain::engine::reason::Severity;
use domain::{Code, Policy};
use serde::Serialize;

use super::people::{Position, position};
use super::reason_text;
use super::sheet::Value;
use super::words::{Words, clean, kebab};

/// One member of the chain.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChainRow {
    pub name: Value,
    pub post: String,
    /// Protocol order of a member who comes along.
    pub guest: Option<u32>,
    pub position: Position,
    pub evidence: Option<String>,
    pub evidence_on: Option<String>,
    pub last_touch: Option<String>,
    pub no_contact: bool,
}

/// Section 5.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChainPart {
    pub decision: Option<String>,
    pub rows: Vec<ChainRow>,
    /// Roles nobody fills, each with its question.
    pub open_roles: Vec<(String, Option<u32>)>,
}

/// A complaint or promise.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatterRow {
    pub what: String,
    pub state: String,
    /// Overdue, severe or in conflict.
    pub urgent: bool,
    pub owner: Option<String>,
}

/// A finding or warning.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingRow {
    pub code: &'static str,
    pub text: String,
    pub red: bool,
}

/// Section 7.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatterPart {
    pub complaints: Vec<MatterRow>,
    pub promises: Vec<MatterRow>,
    pub findings: Vec<FindingRow>,
    pub warnings: Vec<FindingRow>,
}

/// A candidate's column: points and reason per dimension, in the order of the rows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HostColumn {
    pub name: String,
    pub title: String,
    pub total: u32,
    pub band: String,
    pub chosen: bool,
}

/// A dimension and what each shown candidate gets for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HostRow {
    pub dimension: String,
    pub max: u32,
    pub cells: Vec<(u32, Value)>,
}

/// Section 8.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HostPart {
    pub columns: Vec<HostColumn>,
    pub rows: Vec<HostRow>,
    pub others: Vec<String>,
    pub removed: Vec<String>,
    pub near_tie: bool,
    pub chosen: Option<String>,
    pub why_chosen: Option<String>,
}

/// A guest at table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DietRow {
    pub order: u32,
    pub name: String,
    pub diet: Value,
    /// A known need that is too loose to cook for asks too.
    pub ask: Option<u32>,
}

/// Section 13.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DiningPart {
    pub policy: Option<String>,
    pub tables: Option<String>,
    pub rows: Vec<DietRow>,
}

/// Section 29, one question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionRow {
    pub number: u32,
    pub text: String,
    pub blocks: String,
    pub asker: Option<String>,
    /// ISO.
    pub by: String,
}

pub(super) fn chain_part(briefing: &Briefing, words: &Words) -> ChainPart {
    let decision = words.snapshot.decisions.iter().find(|one| Some(one.id) == briefing.decision);
    ChainPart {
        decision: decision.and_then(|one| words.pick(&one.name_zh, &one.name_en)),
        rows: briefing.chain.iter().map(|one| chain_row(words, one)).collect(),
        open_roles: briefing.open_roles.iter().map(|one| (words.code("role", one.role), one.ask)).collect(),
    }
}

fn chain_row(words: &Words, line: &ChainLine) -> ChainRow {
    let row = &line.row;
    let nobody = match row.holding {
        Holding::Erased => Value::Text(words.word("erased")),
        Holding::Vacant => Value::Text(words.word("vacant")),
        _ => Value::unknown(line.ask_name),
    };
    ChainRow {
        name: row.person.map_or(nobody, |id| Value::Text(words.person(id))),
        post: words.seat_title(row.seat),
        guest: line.guest_order,
        position: position(words, line),
        evidence: row.attitude_evidence.as_deref().map(clean),
        evidence_on: row.attitude_on.map(|on| on.to_string()),
        last_touch: row.days.map(|days| words.tell("days-ago", &[("days", days.to_string())])),
        no_contact: row.no_contact,
    }
}

pub(super) fn matter_part(briefing: &Briefing, words: &Words) -> MatterPart {
    let complaints = briefing.matters.complaints.iter().filter_map(|line| complaint_row(words, line));
    let row = |code: &'static str, severity: Severity, reason: &Reason| FindingRow {
        code,
        text: reason_text(reason, words.snapshot, words.wording),
        red: severity == Severity::Red,
    };
    let (findings, warnings) = (briefing.matters.findings.iter(), briefing.matters.warnings.iter());
    MatterPart {
        complaints: complaints.collect(),
        promises: briefing.matters.promises.iter().filter_map(|line| promise_row(words, line)).collect(),
        findings: findings.map(|one| row(one.code.code(), one.severity, &one.reason)).collect(),
        warnings: warnings.map(|one| row(one.code.code(), one.severity, &one.reason)).collect(),
    }
}

fn complaint_row(words: &Words, line: &domain::engine::brief::ComplaintLine) -> Option<MatterRow> {
    let record = words.snapshot.complaints.iter().find(|one| one.id == line.complaint)?;
    let severity = words.code("complaint", record.severity);
    let facts = [("severity", severity), ("day", record.opened_on.to_string()), ("days", line.days_open.to_string())];
    Some(MatterRow {
        what: words.complaint(record.id),
        state: words.tell("complaint-state", &facts),
        urgent: record.severity.code() == "severe",
        owner: record.owner.map(|id| words.staff(id)),
    })
}

fn promise_row(words: &Words, line: &PromiseLine) -> Option<MatterRow> {
    let record = words.snapshot.commitments.iter().find(|one| one.id == line.commitment)?;
    let (key, days) = match line.state {
        PromiseState::Overdue(days) => ("promise-overdue", days),
        PromiseState::DueByVisit(days) => ("promise-due", days),
        PromiseState::Later(days) => ("promise-later", days),
    };
    let facts = [
        ("day", record.promised_on.to_string()),
        ("days", days.to_string()),
        ("progress", record.progress.to_string()),
    ];
    let state = words.tell(key, &facts);
    let others = words.list(line.conflicts_with.iter().map(|id| words.commitment(*id)));
    let clash = (!others.is_empty()).then(|| words.tell("promise-conflict", &[("others", others)]));
    let whom = record
        .to_person
        .map(|id| words.tell("promise-to", &[("what", words.commitment(record.id)), ("whom", words.person(id))]));
    Some(MatterRow {
        what: whom.unwrap_or_else(|| words.commitment(record.id)),
        state: clash.map_or(state.clone(), |clash| words.tell("both", &[("one", state), ("other", clash)])),
        urgent: matches!(line.state, PromiseState::Overdue(_)) || !line.conflicts_with.is_empty(),
        owner: record.holder.or(record.by_staff).map(|id| words.staff(id)),
    })
}

/// Candidates shown side by side.
const SHOWN: usize = 2;

pub(super) fn host_part(briefing: &Briefing, words: &Words) -> Option<HostPart> {
    let found = briefing.hosts.as_ref()?;
    let visit = words.snapshot.visit(briefing.visit)?;
    let shown: Vec<&HostCandidate> = found.candidates.iter().take(SHOWN).collect();
    let column = |one: &&HostCandidate| HostColumn {
        name: words.staff(one.staff),
        title: words
            .snapshot
            .staff_member(one.staff)
            .and_then(|staff| words.pick(&staff.title_zh, &staff.title_en))
            .unwrap_or_default(),
        total: one.total,
        band: words.code("band", one.band),
        chosen: visit.host == Some(one.staff),
    };
    let others = found.candidates.iter().skip(SHOWN);
    let ask = briefing.questions.iter().find(|one| one.code == QuestionCode::Background).map(|one| one.number);
    Some(HostPart {
        columns: shown.iter().map(column).collect(),
        rows: HostDimension::ALL.iter().map(|one| host_row(words, &shown, *one, ask)).collect(),
        others: others.map(|one| format!("{} {}", words.staff(one.staff), one.total)).collect(),
        removed: found
            .removed
            .iter()
            .map(|one| {
                let why = reason_text(&one.reason, words.snapshot, words.wording);
                words.tell("in-brackets", &[("what", words.staff(one.staff)), ("more", why)])
            })
            .collect(),
        near_tie: shown.get(1).is_some_and(|one| one.near_tie),
        chosen: visit.host.map(|id| words.staff(id)),
        why_chosen: visit.host_reason.as_deref().map(clean),
    })
}

fn host_row(words: &Words, shown: &[&HostCandidate], dimension: HostDimension, ask: Option<u32>) -> HostRow {
    let cell = |one: &&HostCandidate| {
        let Some(line) = one.lines.iter().find(|line| line.dimension == dimension) else {
            return (0, Value::Absent(()));
        };
        let why = line.reason.as_ref().map(|reason| reason_text(reason, words.snapshot, words.wording));
        (line.points, if line.unknown { Value::unknown(ask) } else { why.map_or(Value::Absent(()), Value::Text) })
    };
    let lines = shown.iter().flat_map(|one| one.lines.iter());
    HostRow {
        dimension: words.code("dim", dimension),
        max: lines.filter(|line| line.dimension == dimension).map(|line| line.max).max().unwrap_or(0),
        cells: shown.iter().map(cell).collect(),
    }
}

pub(super) fn dining_part(briefing: &Briefing, words: &Words) -> DiningPart {
    let policy = domain::engine::brief::policy_of(words.snapshot, briefing.account);
    let visit = words.snapshot.visit(briefing.visit);
    let tables =
        visit.and_then(|one| one.meal_tables).map(|count| words.tell("tables", &[("count", count.to_string())]));
    DiningPart {
        policy: policy.map(|one| policy_text(briefing, words, one)),
        tables,
        rows: briefing.dining.iter().map(|one| diet_row(words, one)).collect(),
    }
}

fn diet_row(words: &Words, line: &DietLine) -> DietRow {
    let (diet, ask) = match &line.diet {
        Diet::NotAsked => (Value::unknown(line.ask), None),
        Diet::None => (Value::none_told(), None),
        Diet::Needs(needs) => (Value::Text(words.list(needs.iter().map(|one| clean(one)))), line.ask),
    };
    DietRow { order: line.order, name: words.person(line.person), diet, ask }
}

/// What may be served and given, in one line.
pub(super) fn policy_text(briefing: &Briefing, words: &Words, policy: &Policy) -> String {
    let mut parts = vec![words.code("alcohol", policy.alcohol)];
    if !policy.tobacco {
        parts.push(words.word("no-tobacco"));
    }
    if let Some(most) = policy.meal_per_head_max {
        parts.push(words.tell("meal-limit", &[("amount", format!("{most:.0}"))]));
    }
    if let Some(most) = briefing.readiness.companions_max {
        parts.push(words.tell("companions-limit", &[("count", most.to_string())]));
    }
    if policy.gift_max <= 0.0 {
        parts.push(words.word("no-gifts"));
    }
    if policy.airport_welcome == Some(false) {
        parts.push(words.word("no-welcome"));
    }
    words.list(parts)
}

pub(super) fn question_rows(briefing: &Briefing, words: &Words) -> Vec<QuestionRow> {
    briefing.questions.iter().map(|one| question_row(briefing, words, one)).collect()
}

fn question_row(briefing: &Briefing, words: &Words, question: &Question) -> QuestionRow {
    let blocks = question.blocks.iter().map(|one| match one {
        Blocked::Gate(gate) => words.tell("blocks-gate", &[("gate", words.word(&kebab(gate.code())))]),
        Blocked::Finding(code) => words.tell("blocks-finding", &[("code", code.code().to_owned())]),
        Blocked::Part(part) => words.code("part", *part),
    });
    QuestionRow {
        number: question.number,
        text: question_text(briefing, words, question),
        blocks: words.list(blocks),
        asker: question.asker.map(|id| words.staff(id)),
        by: question.by.to_string(),
    }
}

fn question_text(briefing: &Briefing, words: &Words, question: &Question) -> String {
    let everybody = question.people.len() > 1 && question.people.len() == briefing.guests.len();
    let people = match (everybody, question.people.as_slice()) {
        (true, _) => words.tell("all-guests", &[("count", question.people.len().to_string())]),
        (_, [one]) => person_with_post(briefing, words, *one),
        (_, many) => words.people(many),
    };
    let candidates = briefing.hosts.iter().flat_map(|one| one.candidates.iter().take(SHOWN));
    let candidates = candidates.map(|one| format!("{} {}", words.staff(one.staff), one.total));
    let needs =
        briefing.dining.iter().find(|one| question.people.contains(&one.person)).and_then(|one| match &one.diet {
            Diet::Needs(needs) => Some(words.list(needs.iter().map(|need| clean(need)))),
            _ => None,
        });
    let decision = words.snapshot.decisions.iter().find(|one| Some(one.id) == briefing.decision);
    let facts = [
        ("people", people),
        ("seats", words.list(question.seats.iter().map(|seat| words.seat_title(*seat)))),
        ("roles", words.list(question.roles.iter().map(|role| words.code("role", *role)))),
        ("kinds", words.list(question.kinds.iter().map(|kind| words.code("fact", *kind)))),
        ("candidates", words.list(candidates)),
        ("needs", needs.filter(|_| question.code == QuestionCode::DietKind).unwrap_or_default()),
        ("decision", decision.and_then(|one| words.pick(&one.name_zh, &one.name_en)).unwrap_or_default()),
    ];
    let key = match question.code {
        QuestionCode::Host if briefing.hosts.as_ref().is_none_or(|one| one.candidates.is_empty()) => "host-open",
        code => code.code(),
    };
    words.tell(&format!("question-{key}"), &facts)
}

/// Name and title as one addresses a stranger: `蔺守信副局长` cannot be made by rule, so the title stands in brackets.
fn person_with_post(briefing: &Briefing, words: &Words, person: domain::PersonId) -> String {
    let guest = briefing.guests.iter().find(|one| one.person == person);
    let seat = guest.and_then(|one| one.seats.first().copied());
    let seat =
        seat.or_else(|| briefing.chain.iter().find(|one| one.row.person == Some(person)).map(|one| one.row.seat));
    let name = words.person(person);
    seat.map_or(name.clone(), |seat| words.tell("in-brackets", &[("what", name), ("more", words.seat_title(seat))]))
}
