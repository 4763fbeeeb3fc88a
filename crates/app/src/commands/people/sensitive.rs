//! Looking at a sensitive fact (F.2, P3): for a visit, with a reason, for a few minutes, and noted. Deliberately absent: when that
//! may be (`engine::sensitive`), and hiding it again, which is the screen's.

use domain::engine::sensitive::{SIGHT_SECONDS, SightReason, Withheld, may_look, visit_for};
use domain::*;

use super::facts::FactReader;
use crate::commands::fact_line::person_of;
use crate::commands::{clean_text, tidy_text};
use crate::wire::{SensitiveView, ViewContext, ViewSensitive};
use crate::{App, Error};

/// Longest reason in words of one's own, in characters.
const MOST: usize = 200;

/// What is looked up to decide about one person: their visits and what they asked for.
fn ground(app: &App, person: PersonId) -> Result<Snapshot, Error> {
    let store = app.store()?;
    let visit_guests = store.list_by::<VisitGuest>("person", person)?;
    let mut visits = Vec::new();
    for one in &visit_guests {
        visits.extend(store.get::<Visit>(one.visit)?);
    }
    let rights_requests = store.list_by::<RightsRequest>("person", person)?;
    Ok(Snapshot { visits, visit_guests, rights_requests, ..Snapshot::default() })
}

/// The visit within which the sensitive facts of a person may be looked at.
pub(super) fn visit_of(app: &App, person: PersonId, day: Day) -> Result<Option<VisitId>, Error> {
    Ok(visit_for(&ground(app, person)?, person, day))
}

/// Looks at a sensitive fact. Nothing is answered before the audit has who looked and why.
pub fn view_sensitive(app: &mut App, context: &ViewContext, request: ViewSensitive) -> Result<SensitiveView, Error> {
    let fact = app.store()?.get::<Fact>(request.fact)?.ok_or(Error::missing("fact"))?;
    let person = person_of(app, fact.person)?;
    let ground = ground(app, person.id)?;
    may_look(&ground, &fact, request.visit, context.today).map_err(|why| match why {
        Withheld::Nothing => Error::missing("fact"),
        Withheld::NoVisit => Error::refused("sensitive-no-visit"),
        Withheld::Past => Error::refused("sensitive-past"),
        Withheld::Restricted => Error::refused("sensitive-restricted"),
    })?;
    let speech = app.words().speak(context.lang);
    let reader = FactReader { snapshot: &ground, speech: &speech, today: context.today, seat: None };
    let value = reader.worded(&fact).ok_or(Error::missing("fact"))?;
    let note = noted(&request, &person, &fact)?;
    app.saw_because("view-p3", Some(person.id.into()), request.reason.code(), note.as_deref())?;
    Ok(SensitiveView { fact: fact.id, value, seconds: SIGHT_SECONDS })
}

/// What somebody added to the reason. It names neither the person nor what was seen.
fn noted(request: &ViewSensitive, person: &Person, fact: &Fact) -> Result<Option<String>, Error> {
    let note = request.note.as_deref().map(clean_text).transpose()?.flatten();
    if request.reason == SightReason::Other && note.is_none() {
        return Err(Error::refused("sensitive-reason"));
    }
    let Some(note) = note else { return Ok(None) };
    if note.chars().count() > MOST {
        return Err(Error::refused("too-long").with("limit", MOST).with("length", note.chars().count()));
    }
    let names = [&person.name_zh, &person.name_en, &person.surname, &person.given, &fact.value];
    let told = |one: &String| one.chars().count() > 1 && tidy_text(&note).to_lowercase().contains(&one.to_lowercase());
    if names.into_iter().flatten().any(told) {
        return Err(Error::refused("sensitive-told"));
    }
    Ok(Some(note))
}
