//! Facts about a person: none without a source.

use domain::*;

use super::place::{is_place, kept_place};
use super::{clean_text, must};
use crate::names::tenure_of;
use crate::wire::{AddFact, AnswerDiet, Changed, RemoveFact, VerifyFact, ViewContext};
use crate::{App, Error, new_id};

/// The class a kind of fact belongs to (F.2).
pub(crate) fn class_of(kind: FactKind) -> DataClass {
    use FactKind as Kind;
    match kind {
        Kind::Position | Kind::Duty => DataClass::P0,
        Kind::Mobile | Kind::Phone | Kind::Email | Kind::Messenger | Kind::WorkAddress => DataClass::P1,
        Kind::Concern | Kind::Style | Kind::Note => DataClass::P1,
        Kind::Diet => DataClass::P3,
        _ => DataClass::P2,
    }
}

/// A fact with everything it must carry.
pub(crate) fn new_fact(
    person: PersonId,
    kind: FactKind,
    value: Option<String>,
    source: &str,
    confidence: Confidence,
    verified_on: Option<Day>,
) -> Fact {
    Fact {
        id: new_id(),
        r#ref: None,
        person,
        kind,
        value,
        level: None,
        from_year: None,
        to_year: None,
        source: Some(source.to_owned()),
        confidence,
        verified_on,
        purpose: None,
        class: class_of(kind),
        retain_until: None,
        verified_by: None,
    }
}

/// How long a rumour is kept, in days (B.2.10).
const RUMOUR_DAYS: u64 = 30;

/// The fact with what it is kept for (F.4) and, of a rumour, until when.
pub(crate) fn with_purpose(app: &App, context: &ViewContext, fact: Fact, purpose: Option<String>) -> Fact {
    let code = domain::engine::fact_rank::purpose_of(fact.kind).code();
    let usual = || app.words().speak(context.lang).say(&format!("person-purpose-{code}"));
    let purpose = purpose.or_else(|| (fact.class != DataClass::P0).then(usual));
    let gone = (fact.confidence == Confidence::Rumour)
        .then(|| context.today.checked_add_days(chrono::Days::new(RUMOUR_DAYS)))
        .flatten();
    Fact { purpose, retain_until: fact.retain_until.or(gone), ..fact }
}

/// Adds a fact about the holder of a seat.
pub fn add_fact(app: &mut App, context: &ViewContext, request: AddFact) -> Result<Changed, Error> {
    let source = clean_text(&request.source)?.ok_or(Error::refused("source-needed"))?;
    if request.verified_on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    let snapshot = app.account_of_seat(request.seat)?;
    let tenure = tenure_of(&snapshot, request.seat, context.today).ok_or(Error::refused("seat-empty"))?;
    let value = request.value.as_deref().map(clean_text).transpose()?.flatten();
    let value = match value {
        Some(text) if is_place(request.kind) => Some(kept_place(text)?),
        other => other,
    };
    // What somebody eats is answered with its own question, seen by few.
    if request.kind == FactKind::Diet {
        return Err(Error::refused("fact-diet"));
    }
    let fact = new_fact(tenure.person, request.kind, value, &source, request.confidence, Some(request.verified_on));
    let fact = with_purpose(app, context, fact, None);
    let (_, changed) = app.transact(context.lang, "add-fact", |tx| Ok(tx.put(&fact)?))?;
    Ok(Changed { created: Some(fact.id.to_string()), ..changed })
}

/// Confirms a fact as of a day.
pub fn verify_fact(app: &mut App, context: &ViewContext, request: VerifyFact) -> Result<Changed, Error> {
    let mut fact = app.store()?.get::<Fact>(request.fact)?.ok_or(Error::missing("fact"))?;
    if request.on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    if let Some(by) = request.by {
        app.store()?.get::<Staff>(by)?.ok_or(Error::missing("staff"))?;
    }
    fact.verified_by = request.by;
    fact.verified_on = Some(request.on);
    fact.confidence = Confidence::Confirmed;
    let (_, changed) = app.transact(context.lang, "verify-fact", |tx| Ok(tx.put(&fact)?))?;
    Ok(changed)
}

/// Removes a fact.
pub fn remove_fact(app: &mut App, context: &ViewContext, request: RemoveFact) -> Result<Changed, Error> {
    app.store()?.get::<Fact>(request.fact)?.ok_or(Error::missing("fact"))?;
    let (_, changed) = app.transact(context.lang, "remove-fact", |tx| {
        tx.remove::<Fact>(request.fact)?;
        Ok(())
    })?;
    Ok(changed)
}

/// Answers the diet question: one fact per need, or one without a value for "asked: none".
pub fn answer_diet(app: &mut App, context: &ViewContext, request: AnswerDiet) -> Result<Changed, Error> {
    let source = clean_text(&request.source)?.ok_or(Error::refused("source-needed"))?;
    let snapshot = app.whole()?;
    let person = must(&snapshot.people, request.person, "person")?.id;
    let mut needs = Vec::new();
    for need in &request.needs {
        needs.extend(clean_text(need)?);
    }
    let values: Vec<Option<String>> = if needs.is_empty() { vec![None] } else { needs.into_iter().map(Some).collect() };
    let purpose = app.words().speak(context.lang).say("app-purpose-diet");
    let (_, changed) = app.transact(context.lang, "answer-diet", |tx| {
        for old in snapshot.facts.iter().filter(|one| one.person == person && one.kind == FactKind::Diet) {
            tx.remove::<Fact>(old.id)?;
        }
        for value in values {
            let fact = new_fact(person, FactKind::Diet, value, &source, Confidence::Confirmed, Some(request.on));
            tx.put(&Fact { purpose: Some(purpose.clone()), ..fact })?;
        }
        Ok(())
    })?;
    Ok(changed)
}
