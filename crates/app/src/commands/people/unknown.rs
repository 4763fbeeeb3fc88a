//! What we do not know of a person: kinds of fact that are missing, questions somebody wrote down, and those of coming visits.
//! Deliberately absent: who finds it out (`person_question`), and questions about people nobody may approach.

use domain::engine::asof::is_in_force;
use domain::engine::completeness::BACKGROUND;
use domain::*;

use crate::commands::question::get_questions;
use crate::names::staff_name;
use crate::wire::{AskRow, GetQuestions, PersonAsk, ViewContext};
use crate::{App, Error};

/// What the core asks for (B.4.6), before the background that is only counted.
const CORE: [FactKind; 2] = [FactKind::Concern, FactKind::Mobile];

/// Everything asked or to be asked. Open ones of the person, then what is missing, then those of visits.
pub(super) fn asks(
    app: &mut App,
    person: &Person,
    snapshot: &Snapshot,
    day: &ViewContext,
) -> Result<Vec<PersonAsk>, Error> {
    let mut own = app.store()?.list_by::<PersonQuestion>("person", person.id)?;
    own.retain(|one| one.answered_on.is_none());
    own.sort_by_key(|one| (one.due_on.is_none(), one.due_on, one.id));
    let name = |id: Option<StaffId>| id.map(|id| staff_name(snapshot, id, day.lang));
    let speech = app.words().speak(day.lang);
    let mut rows: Vec<PersonAsk> = own
        .iter()
        .map(|one| PersonAsk {
            question: Some(one.id),
            visit: None,
            kind: one.kind,
            text: one.text.clone().or(one.kind.map(|kind| speech.label("fact", kind))).unwrap_or_default(),
            owner: one.owner,
            owner_name: name(one.owner),
            due_on: one.due_on,
            overdue: one.due_on.is_some_and(|due| due < day.today),
            note: None,
        })
        .collect();
    if crate::names::is_shielded(snapshot, person.id, day.today) || person.status == PersonStatus::Erased {
        return Ok(rows);
    }
    let missing = missing(person, snapshot);
    let planned = |kind: &FactKind| own.iter().any(|one| one.kind == Some(*kind));
    rows.extend(missing.into_iter().filter(|kind| !planned(kind)).map(|kind| PersonAsk {
        question: None,
        visit: None,
        kind: Some(kind),
        text: if kind == FactKind::Mobile { speech.say("person-core-channel") } else { speech.label("fact", kind) },
        owner: None,
        owner_name: None,
        due_on: None,
        overdue: false,
        note: None,
    }));
    rows.extend(of_visits(app, person, snapshot, day)?);
    Ok(rows)
}

fn missing(person: &Person, snapshot: &Snapshot) -> Vec<FactKind> {
    let told: Vec<&Fact> =
        snapshot.facts.iter().filter(|one| one.person == person.id && one.confidence != Confidence::Rumour).collect();
    let known = |kind: FactKind| match kind {
        // Any way to reach them will do.
        FactKind::Mobile => told.iter().any(|one| {
            matches!(
                one.kind,
                FactKind::Mobile | FactKind::Phone | FactKind::Email | FactKind::Messenger | FactKind::WorkAddress
            )
        }),
        // Dialects are asked of those who have one to tell (B.4.9).
        FactKind::Dialect if person.name_order == NameOrder::GivenFirst => true,
        kind => told.iter().any(|one| one.kind == kind),
    };
    CORE.iter().chain(&BACKGROUND).copied().filter(|kind| !known(*kind)).collect()
}

/// Questions of coming visits that are about this person alone.
fn of_visits(app: &mut App, person: &Person, snapshot: &Snapshot, day: &ViewContext) -> Result<Vec<PersonAsk>, Error> {
    let coming: Vec<VisitId> = snapshot
        .visits
        .iter()
        .filter(|one| is_in_force(Some(day.today), None, one.starts_on))
        .filter(|visit| snapshot.visit_guests.iter().any(|one| one.visit == visit.id && one.person == person.id))
        .map(|one| one.id)
        .collect();
    let mut rows = Vec::new();
    for visit in coming {
        let asked = get_questions(app, day, GetQuestions { visit })?;
        let about = |one: &AskRow| one.people == [person.id];
        rows.extend(asked.rows.into_iter().filter(about).map(|one| PersonAsk {
            question: None,
            visit: Some(visit),
            kind: None,
            text: one.text,
            owner: one.owner.or(one.asker),
            owner_name: one.owner.or(one.asker).map(|id| staff_name(snapshot, id, day.lang)),
            due_on: Some(one.due_on.unwrap_or(one.by)),
            overdue: one.overdue,
            note: one.note,
        }));
    }
    Ok(rows)
}
