//! What we do not know about a person, outside any visit: who finds it out, and by when. Deliberately absent: which unknowns
//! there are (`people::unknown`), and questions of a visit (`question`).

use domain::*;

use super::clean_text;
use super::fact_line::person_of;
use crate::wire::{AnswerPersonQuestion, Changed, PutPersonQuestion, RemovePersonQuestion, ViewContext};
use crate::{App, Error, new_id};

/// Says who finds out what, and by when. A kind of fact is asked about once at a time.
pub fn put_person_question(app: &mut App, context: &ViewContext, request: PutPersonQuestion) -> Result<Changed, Error> {
    let person = person_of(app, request.person)?;
    let text = request.text.as_deref().map(clean_text).transpose()?.flatten();
    if request.kind.is_none() && text.is_none() {
        return Err(Error::refused("question-empty"));
    }
    if let Some(owner) = request.owner {
        let staff = app.store()?.get::<Staff>(owner)?.ok_or(Error::missing("staff"))?;
        if staff.status == StaffStatus::Departed {
            return Err(Error::refused("staff-left"));
        }
    }
    let own = app.store()?.list_by::<PersonQuestion>("person", person.id)?;
    let same = |one: &&PersonQuestion| match request.question {
        Some(id) => one.id == id,
        None => request.kind.is_some() && one.kind == request.kind && one.answered_on.is_none(),
    };
    let before = own.iter().find(same);
    if request.question.is_some() && before.is_none() {
        return Err(Error::missing("question"));
    }
    let line = PersonQuestion {
        id: before.map_or_else(new_id, |one| one.id),
        r#ref: before.and_then(|one| one.r#ref.clone()),
        person: person.id,
        kind: request.kind,
        text,
        owner: request.owner,
        due_on: request.due_on,
        answered_on: before.and_then(|one| one.answered_on),
    };
    let (_, changed) = app.transact(context.lang, "put-person-question", |tx| Ok(tx.put(&line)?))?;
    Ok(Changed { created: Some(line.id.to_string()), ..changed })
}

fn known(app: &App, id: PersonQuestionId) -> Result<PersonQuestion, Error> {
    app.store()?.get::<PersonQuestion>(id)?.ok_or(Error::missing("question"))
}

/// Notes that it was answered, or opens it again.
pub fn answer_person_question(
    app: &mut App,
    context: &ViewContext,
    request: AnswerPersonQuestion,
) -> Result<Changed, Error> {
    if request.on.is_some_and(|on| on > context.today) {
        return Err(Error::refused("day-ahead"));
    }
    let line = PersonQuestion { answered_on: request.on, ..known(app, request.question)? };
    let (_, changed) = app.transact(context.lang, "answer-person-question", |tx| Ok(tx.put(&line)?))?;
    Ok(changed)
}

/// Takes a question back.
pub fn remove_person_question(
    app: &mut App,
    context: &ViewContext,
    request: RemovePersonQuestion,
) -> Result<Changed, Error> {
    let line = known(app, request.question)?;
    let (_, changed) = app.transact(context.lang, "remove-person-question", |tx| {
        tx.remove::<PersonQuestion>(line.id)?;
        Ok(())
    })?;
    Ok(changed)
}
