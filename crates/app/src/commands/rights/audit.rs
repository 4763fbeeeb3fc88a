//! The audit as people read it: who did what when, about whom and why, and whether it is as it was written (F.4, point 9).
//!
//! Owns: which operations are of which kind. Deliberately absent: writing lines (`App::saw`, `App::transact`) and the chain (`store`).

use std::collections::{HashMap, HashSet};

use domain::scene::Wording;
use domain::*;
use store::{AuditEntry, AuditFault};
use uuid::Uuid;

use super::access::own_records;
use super::erase::WRITES;
use super::request::person_name;
use crate::names;
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error};

/// Most lines of one answer.
const MOST: u32 = 200;
/// Rows of a step that are looked through for whom it was about.
const LOOKED: usize = 200;
/// Operations that leave the desk as a step of their own.
const ISSUES: &[&str] = &["issue-copy"];
/// Operations that do much at once.
const BULK: &[&str] = &[
    "import",
    "erase-person",
    "delete-retained",
    "keep-retained",
    "clean-visit",
    "apply-calendar",
    "accept-drill",
    "assign-seats",
    "move-seats",
    "nudge-seats",
    "tidy-seats",
    "add-seats",
    "start-account",
    "add-guests",
    "add-members",
    "remove-members",
    "take-counterparts",
    "make-checklist",
    "sample",
];

/// The operation without what follows a colon, which tells how: `export-list:people:csv`.
pub(super) fn base(op: &str) -> &str {
    op.split(':').next().unwrap_or(op)
}

fn kind_of(entry: &AuditEntry) -> AuditKind {
    let op = base(&entry.op);
    match entry.kind.as_str() {
        "undo" | "redo" => AuditKind::Turn,
        "saw" if op.ends_with("-presenting") => AuditKind::Mode,
        "saw" if WRITES.contains(&op) || op.starts_with("write-") || op.starts_with("export-") => AuditKind::Export,
        "saw" => AuditKind::View,
        _ if ISSUES.contains(&op) => AuditKind::Export,
        _ if BULK.contains(&op) => AuditKind::Bulk,
        _ => AuditKind::Change,
    }
}

/// A stretch of the audit, the latest line first.
pub fn get_audit(app: &mut App, context: &ViewContext, request: GetAudit) -> Result<AuditView, Error> {
    let whole = app.whole()?;
    let store = app.store()?;
    let own: Option<(Uuid, HashSet<Uuid>)> = match request.person {
        Some(id) => Some((id.into(), store.steps_about(&own_records(&whole, id))?)),
        None => None,
    };
    let about =
        |one: &AuditEntry| own.as_ref().is_none_or(|(id, steps)| one.about == *id || steps.contains(&one.about));
    let mut found = store.audit(|one| request.kind.is_none_or(|kind| kind_of(one) == kind) && about(one))?;
    found.reverse();
    let speech = app.words().speak(context.lang);
    let stretch = found.iter().skip(request.offset as usize).take(request.limit.clamp(1, MOST) as usize);
    let library = Library::of(&whole);
    let rows = stretch.map(|one| row(app, &library, one, &speech)).collect::<Result<_, Error>>()?;
    let name = request.person.map(|id| person_name(&whole, id, &speech));
    Ok(AuditView { total: found.len() as u32, offset: request.offset, name, rows })
}

fn row(app: &App, library: &Library, one: &AuditEntry, speech: &Speech) -> Result<AuditRow, Error> {
    let kind = kind_of(one);
    let about = match one.kind.as_str() {
        "saw" => Subject::of(library, &[one.about], speech),
        _ => Subject::of(library, &app.store()?.ids_of_step(one.about, LOOKED)?, speech),
    };
    Ok(AuditRow {
        sequence: one.sequence,
        at: one.at.clone(),
        actor: one.actor.clone(),
        kind,
        kind_text: speech.label("audit-kind", kind),
        what: what(one, speech),
        about: about.name,
        person: about.person,
        account: about.account,
        visit: about.visit,
        reason: reason(one, speech),
    })
}

/// What was done in words; what tells how stands behind it as far as there are words for it.
pub(super) fn what(one: &AuditEntry, speech: &Speech) -> String {
    let op = base(&one.op);
    let step = say_or(speech, &format!("step-{op}"), op);
    let said = match one.kind.as_str() {
        "undo" => speech.text("audit-undone", &[("step", step)]),
        "redo" => speech.text("audit-redone", &[("step", step)]),
        _ => step,
    };
    let mut parts = vec![said];
    parts.extend(one.op.split(':').skip(1).filter(|part| *part != "none").map(|part| detail(op, part, speech)));
    parts.join(" · ")
}

/// A list, a format, a reason, how many; else the code itself.
fn detail(op: &str, part: &str, speech: &Speech) -> String {
    if op == "export-list" && part.parse::<u32>().is_ok() {
        return speech.text("list-rows", &[("count", part.to_owned())]);
    }
    let keys = [
        format!("list-kind-{part}"),
        format!("list-format-{part}"),
        format!("list-reason-{part}"),
        format!("audit-how-{part}"),
    ];
    keys.iter()
        .map(|key| (speech.say(key), key))
        .find(|(said, key)| said != *key)
        .map_or_else(|| part.to_owned(), |one| one.0)
}

/// Why something was looked at, in words.
pub(super) fn reason(one: &AuditEntry, speech: &Speech) -> Option<String> {
    let code = one.reason.as_deref()?;
    // Why a sensitive fact was looked at is said in the words it was chosen by.
    let chosen = say_or(speech, &format!("person-sensitive-{code}"), code);
    let said = say_or(speech, &format!("audit-reason-{code}"), &chosen);
    Some(match &one.note {
        Some(note) => format!("{said} · {note}"),
        None => said,
    })
}

fn say_or(speech: &Speech, key: &str, other: &str) -> String {
    let said = speech.say(key);
    if said == key { other.to_owned() } else { said }
}

/// The records with whom the smaller ones among them are about: a step that changes one names no more than that.
struct Library<'a> {
    whole: &'a Snapshot,
    people: HashMap<PersonId, &'a Person>,
    about: HashMap<Uuid, PersonId>,
}

impl<'a> Library<'a> {
    fn of(whole: &'a Snapshot) -> Self {
        let mut about: HashMap<Uuid, PersonId> = HashMap::new();
        about.extend(whole.facts.iter().map(|one| (one.id.0, one.person)));
        about.extend(whole.stances.iter().map(|one| (one.id.0, one.person)));
        about.extend(whole.ties.iter().map(|one| (one.id.0, one.person)));
        about.extend(whole.tenures.iter().map(|one| (one.id.0, one.person)));
        about.extend(whole.rights_requests.iter().map(|one| (one.id.0, one.person)));
        about.extend(whole.legal_holds.iter().map(|one| (one.id.0, one.person)));
        about.extend(whole.consents.iter().filter_map(|one| Some((one.id.0, one.person?))));
        about.extend(whole.photos.iter().filter_map(|one| Some((one.id.0, one.person?))));
        Self { whole, people: whole.people.iter().map(|one| (one.id, one)).collect(), about }
    }

    /// The people among these records or behind them, each once.
    fn people(&self, ids: &[Uuid]) -> Vec<&'a Person> {
        let mut seen = HashSet::new();
        let named = ids.iter().map(|id| self.about.get(id).copied().unwrap_or(PersonId::from(*id)));
        named.filter(|id| seen.insert(*id)).filter_map(|id| self.people.get(&id).copied()).collect()
    }
}

/// Whom or what a line is about, as far as that is still known.
#[derive(Default)]
struct Subject {
    name: Option<String>,
    person: Option<PersonId>,
    account: Option<AccountId>,
    visit: Option<VisitId>,
}

impl Subject {
    /// The people among these records, else the visit, else the account.
    fn of(library: &Library, ids: &[Uuid], speech: &Speech) -> Self {
        let whole = library.whole;
        let people = library.people(ids);
        let visit = ids.iter().find_map(|id| whole.visit(VisitId::from(*id)));
        let account = ids.iter().find_map(|id| whole.account(AccountId::from(*id)));
        let account = account.or_else(|| visit.and_then(|one| whole.account(one.account)));
        let called = account.map(|one| names::account_name(one, speech.lang()));
        let name = match (people.as_slice(), visit) {
            ([one], _) => Some(names::person_name(one, speech)),
            ([one, more @ ..], _) => {
                let name = names::person_name(one, speech);
                Some(speech.text("audit-and-more", &[("name", name), ("more", more.len().to_string())]))
            }
            ([], Some(visit)) => Some(format!("{} {}", called.unwrap_or_default(), speech.day(visit.starts_on))),
            ([], None) => called,
        };
        Self {
            name: name.map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()),
            person: people.first().filter(|_| people.len() == 1).map(|one| one.id),
            account: account.map(|one| one.id),
            visit: visit.map(|one| one.id),
        }
    }
}

/// Whether the audit is as it was written.
pub fn check_audit(app: &mut App, context: &ViewContext, _: Nothing) -> Result<AuditCheck, Error> {
    let state = app.store()?.audit_state()?;
    let speech = app.words().speak(context.lang);
    let broken = state.broken.as_ref().map(|one| {
        let fault = match one.fault {
            AuditFault::Changed => "audit-broken-changed",
            AuditFault::Missing => "audit-broken-missing",
            AuditFault::Cut => "audit-broken-cut",
            AuditFault::Unlogged => "audit-broken-unlogged",
        };
        speech.text(fault, &[("line", one.sequence.to_string()), ("at", one.at.clone())])
    });
    Ok(AuditCheck { lines: state.lines as u32, head: state.head, breaks: state.breaks as u32, broken })
}

/// Notes that somebody was found by the search and opened. The words that were typed are not kept.
pub fn note_found(app: &mut App, _: &ViewContext, request: NoteFound) -> Result<Nothing, Error> {
    let found = app.store()?.get::<Person>(request.person)?.ok_or(Error::missing("person"))?;
    app.saw("find-person", Some(found.id.into()))?;
    Ok(Nothing {})
}
