//! A fact typed in one line: what it says, and writing it. Deliberately absent: taking the line apart (`engine::fact_line`).

use domain::engine::fact_line::{FactAsk, FactLine, read_fact_line};
use domain::engine::fact_rank::{is_single, purpose_of};
use domain::*;

use super::fact::{class_of, new_fact, with_purpose};
use super::people::facts::FactReader;
use super::place::{choice, is_place, kept_place};
use super::{clean_text, forbidden, tidy_text};
use crate::wire::{Changed, FactAskRow, FactDraft, PutFact, ReadFact, ViewContext};
use crate::words::Speech;
use crate::{App, Error};

/// What a typed line says about a person. Nothing is changed.
pub fn read_fact(app: &mut App, context: &ViewContext, request: ReadFact) -> Result<FactDraft, Error> {
    let text: String = tidy_text(&request.text).chars().take(super::TEXT_LIMIT).collect();
    let facts = app.store()?.list_by::<Fact>("person", request.person)?;
    let speech = app.words().speak(context.lang);
    let line = read_fact_line(&text, request.kind, context.today);
    let own = Snapshot { facts, ..Snapshot::default() };
    let reader = FactReader { snapshot: &own, speech: &speech, today: context.today, seat: None };
    let mut told = line.kind.map(|kind| {
        let blank = new_fact(request.person, kind, line.value.clone(), "", Confidence::Unverified, None);
        Fact { level: line.level.clone(), from_year: line.from_year, to_year: line.to_year, ..blank }
    });
    let shown = told.as_mut().and_then(|fact| {
        // What is being typed is seen by who types it.
        fact.class = DataClass::P0;
        reader.worded(fact)
    });
    // What is sensitive is told neither as another answer nor as the same one.
    let open = |one: &&Fact| one.confidence != Confidence::Rumour && one.class != DataClass::P3;
    let same = |one: &&Fact| Some(one.kind) == line.kind && open(one);
    let again =
        own.facts.iter().filter(same).any(|one| one.value == line.value && !line.asks.contains(&FactAsk::Value));
    let single = line.kind.is_some_and(is_single);
    let others = own.facts.iter().filter(same).filter(|one| single && one.value != line.value);
    let says: Vec<String> = others.filter_map(|one| reader.worded(one)).collect();
    let mut caught = forbidden::told(&text, &speech);
    if line.kind == Some(FactKind::Diet) {
        caught.retain(|one| !one.elsewhere);
    }
    Ok(draft(line, shown, (caught, says, again), &speech))
}

type Beside = (Vec<crate::wire::CaughtText>, Vec<String>, bool);

fn draft(line: FactLine, shown: Option<String>, (caught, says, again): Beside, speech: &Speech) -> FactDraft {
    let confidence = line.confidence.unwrap_or(Confidence::Unverified);
    let ask = |ask: &FactAsk| FactAskRow { ask: *ask, text: speech.say(&format!("person-ask-{}", ask.code())) };
    let class = line.kind.map(class_of);
    let purpose = line.kind.map(|kind| speech.say(&format!("person-purpose-{}", purpose_of(kind).code())));
    FactDraft {
        kind_text: line.kind.map(|kind| speech.label("fact", kind)),
        ready: line.asks.is_empty() && caught.is_empty() && line.kind != Some(FactKind::Diet),
        asks: line.asks.iter().map(ask).collect(),
        places: line.places.iter().map(|code| choice(code.clone(), speech.lang())).collect(),
        purpose: purpose.filter(|_| class != Some(DataClass::P0)),
        confidence_text: speech.label("code", confidence),
        kind: line.kind,
        value: line.value,
        asked_none: line.asked_none,
        level: line.level,
        from_year: line.from_year,
        to_year: line.to_year,
        source: line.source,
        shown,
        confidence,
        class,
        caught,
        says,
        again,
    }
}

/// Somebody of theirs a fact may be about.
pub(super) fn person_of(app: &App, id: PersonId) -> Result<Person, Error> {
    let person = app.store()?.get::<Person>(id)?.ok_or(Error::missing("person"))?;
    if person.status == PersonStatus::Erased { Err(Error::missing("person")) } else { Ok(person) }
}

/// Writes a fact. Another fact of its kind stays beside it; what was asked about the kind is answered by it.
pub fn put_fact(app: &mut App, context: &ViewContext, request: PutFact) -> Result<Changed, Error> {
    let person = person_of(app, request.person)?;
    let source = clean_text(&request.source)?.ok_or(Error::refused("source-needed"))?;
    if request.verified_on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    // What somebody eats is answered with its own question, seen by few.
    if request.kind == FactKind::Diet {
        return Err(Error::refused("fact-diet"));
    }
    if let (Some(from), Some(to)) = (request.from_year, request.to_year)
        && from > to
    {
        return Err(Error::refused("fact-years"));
    }
    let value = request.value.as_deref().map(clean_text).transpose()?.flatten();
    if request.value.is_some() && value.is_none() {
        return Err(Error::refused("fact-empty"));
    }
    let purpose = request.purpose.as_deref().map(clean_text).transpose()?.flatten();
    let value = match value {
        Some(text) if is_place(request.kind) => Some(kept_place(text)?),
        other => other,
    };
    let before = match request.fact {
        Some(id) => {
            Some(app.store()?.get::<Fact>(id)?.filter(|one| one.person == person.id).ok_or(Error::missing("fact"))?)
        }
        None => None,
    };
    let blank = new_fact(person.id, request.kind, value, &source, request.confidence, Some(request.verified_on));
    let told = Fact { level: request.level, from_year: request.from_year, to_year: request.to_year, ..blank };
    let told = with_purpose(app, context, told, purpose);
    let fact = match before {
        Some(old) => Fact { id: old.id, r#ref: old.r#ref, ..told },
        None => told,
    };
    let answers = open_questions(app, person.id, fact.kind)?;
    let op = if request.fact.is_some() { "edit-fact" } else { "add-fact" };
    let (_, changed) = app.transact(context.lang, op, |tx| {
        tx.put(&fact)?;
        Ok(answers
            .into_iter()
            .try_for_each(|one| tx.put(&PersonQuestion { answered_on: Some(context.today), ..one }))?)
    })?;
    Ok(Changed { created: Some(fact.id.to_string()), ..changed })
}

/// What is asked about a kind of fact and not answered.
fn open_questions(app: &App, person: PersonId, kind: FactKind) -> Result<Vec<PersonQuestion>, Error> {
    let mut own = app.store()?.list_by::<PersonQuestion>("person", person)?;
    own.retain(|one| one.kind == Some(kind) && one.answered_on.is_none());
    Ok(own)
}
