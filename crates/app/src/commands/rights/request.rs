//! Requests with their days, and holds. Deliberately absent: erasing and access packs, which answer a request.

use std::collections::HashSet;

use domain::engine::rights::due_on;
use domain::scene::Wording;
use domain::*;

use super::living;
use crate::commands::{clean_text, must};
use crate::names;
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error, new_id};

/// Requests, consents and holds, those that wait first.
pub fn get_rights(app: &mut App, context: &ViewContext, request: GetRights) -> Result<RightsView, Error> {
    let whole = noted(app, request.person)?;
    let speech = app.words().speak(context.lang);
    let of = |person: Option<PersonId>| request.person.is_none() || request.person == person;
    let own = whole.rights_requests.iter().filter(|one| of(Some(one.person)));
    let mut requests: Vec<RequestRow> = own.map(|one| request_row(&whole, one, context.today, &speech)).collect();
    requests.sort_by_key(|one| (one.request.status != RightsStatus::Open, one.request.due_on, one.request.id));
    let consents =
        whole.consents.iter().filter(|one| of(one.person) && (one.person.is_some() || request.person.is_none()));
    let consents = consents.map(|one| consent_row(&whole, one, context.today, &speech)).collect();
    let holds = whole.legal_holds.iter().filter(|one| of(Some(one.person)));
    let hold = |one: &LegalHold| HoldRow {
        name: person_name(&whole, one.person, &speech),
        in_force: one.from_on <= context.today && one.to_on.is_none_or(|to| to >= context.today),
        hold: one.clone(),
    };
    Ok(RightsView {
        waiting: requests.iter().filter(|one| one.request.status == RightsStatus::Open).count() as u32,
        overdue: requests.iter().filter(|one| one.overdue).count() as u32,
        requests,
        consents,
        holds: holds.map(hold).collect(),
    })
}

/// Requests, consents and holds with those they name: asked on Home too, also of a company of a hundred thousand people.
fn noted(app: &App, person: Option<PersonId>) -> Result<Snapshot, Error> {
    let store = app.store()?;
    let mut all = match person {
        Some(id) => Snapshot {
            rights_requests: store.list_by("person", id)?,
            consents: store.list_by("person", id)?,
            legal_holds: store.list_by("person", id)?,
            ..Snapshot::default()
        },
        None => Snapshot {
            rights_requests: store.list()?,
            consents: store.list()?,
            legal_holds: store.list()?,
            staff: store.list()?,
            ..Snapshot::default()
        },
    };
    let asked = all.rights_requests.iter().map(|one| one.person).chain(all.legal_holds.iter().map(|one| one.person));
    let people: HashSet<PersonId> = asked.chain(all.consents.iter().filter_map(|one| one.person)).collect();
    for id in people {
        all.people.extend(store.get::<Person>(id)?);
    }
    Ok(all)
}

pub(super) fn person_name(whole: &Snapshot, id: PersonId, speech: &Speech) -> String {
    whole.person(id).map(|one| names::person_name(one, speech)).unwrap_or_default()
}

fn request_row(whole: &Snapshot, one: &RightsRequest, today: Day, speech: &Speech) -> RequestRow {
    let open = one.status == RightsStatus::Open;
    let stands =
        one.status != RightsStatus::Refused && one.received_on <= today && one.ended_on.is_none_or(|end| end >= today);
    let key = match one.kind {
        RightsKind::Objection => Some("rights-stops-objection"),
        RightsKind::Restriction => Some("rights-stops-restriction"),
        RightsKind::Correction if open => Some("rights-stops-correction"),
        _ => None,
    };
    RequestRow {
        name: person_name(whole, one.person, speech),
        kind_text: speech.label("rights-kind", one.kind),
        status_text: speech.label("rights-status", one.status),
        overdue: open && one.due_on < today,
        days_left: (one.due_on - today).num_days(),
        stops: key.filter(|_| stands).map(|key| speech.say(key)),
        request: one.clone(),
    }
}

pub(super) fn consent_row(whole: &Snapshot, one: &Consent, today: Day, speech: &Speech) -> ConsentRow {
    let theirs = one.person.map(|id| person_name(whole, id, speech));
    let ours = || one.staff.map(|id| names::staff_name(whole, id, speech.lang())).unwrap_or_default();
    ConsentRow {
        name: theirs.unwrap_or_else(ours),
        scope_text: speech.label("rights-scope", one.scope),
        in_force: engine::rights::is_agreed(one, today),
        consent: one.clone(),
    }
}

/// Notes that somebody asked for a right.
pub fn add_rights_request(app: &mut App, context: &ViewContext, request: AddRightsRequest) -> Result<Changed, Error> {
    if request.received_on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    let due = request.due_on.unwrap_or_else(|| due_on(request.received_on));
    if due < request.received_on {
        return Err(Error::refused("rights-due"));
    }
    let whole = app.whole()?;
    living(&whole, request.person)?;
    if let Some(fact) = request.subject
        && must(&whole.facts, fact, "fact")?.person != request.person
    {
        return Err(Error::missing("fact"));
    }
    let record = RightsRequest {
        due_on: due,
        channel: request.channel.as_deref().map(clean_text).transpose()?.flatten(),
        subject: request.subject.map(|one| one.to_string()),
        note: request.note.as_deref().map(clean_text).transpose()?.flatten(),
        ..RightsRequest::bare(new_id(), request.person, request.kind, request.received_on)
    };
    let (_, changed) = app.transact(context.lang, "add-rights-request", |tx| Ok(tx.put(&record)?))?;
    Ok(Changed { created: Some(record.id.to_string()), ..changed })
}

/// Moves a request on. Granting a correction writes what was agreed over the fact, with the day and the person as its source.
pub fn move_rights_request(app: &mut App, context: &ViewContext, request: MoveRightsRequest) -> Result<Changed, Error> {
    let before = app.store()?.get::<RightsRequest>(request.request)?.ok_or(Error::missing("request"))?;
    let days = [request.verified_on, request.reviewed_on].into_iter().flatten();
    if days.into_iter().any(|day| day > context.today) {
        return Err(Error::refused("day-ahead"));
    }
    if request.status == Some(RightsStatus::Granted) && before.kind == RightsKind::Erasure {
        // Only erasing grants it.
        return Err(Error::refused("rights-erase"));
    }
    let answer = request.answer.as_deref().map(clean_text).transpose()?.flatten().or(before.answer.clone());
    if request.status == Some(RightsStatus::Refused) && answer.is_none() {
        return Err(Error::refused("rights-reason"));
    }
    let status = request.status.unwrap_or(before.status);
    let closed = (status != RightsStatus::Open).then_some(before.closed_on.unwrap_or(context.today));
    let after = RightsRequest {
        verified_on: request.verified_on.or(before.verified_on),
        reviewed_on: request.reviewed_on.or(before.reviewed_on),
        status,
        closed_on: closed,
        ended_on: request.ended_on.or(before.ended_on),
        handled_by: request.handled_by.or(before.handled_by),
        answer,
        ..before.clone()
    };
    let corrected = corrected(app, context, &before, &after)?;
    let (_, changed) = app.transact(context.lang, "move-rights-request", |tx| {
        corrected.iter().try_for_each(|one| tx.put(one))?;
        Ok(tx.put(&after)?)
    })?;
    Ok(changed)
}

/// The fact as it is after a correction was granted.
fn corrected(
    app: &App,
    context: &ViewContext,
    before: &RightsRequest,
    after: &RightsRequest,
) -> Result<Option<Fact>, Error> {
    let granted = before.status != RightsStatus::Granted && after.status == RightsStatus::Granted;
    let subject = before.subject.as_deref().and_then(|one| one.parse::<FactId>().ok());
    let (true, Some(id), Some(value)) = (granted && before.kind == RightsKind::Correction, subject, &after.note) else {
        return Ok(None);
    };
    let fact = app.store()?.get::<Fact>(id)?.ok_or(Error::missing("fact"))?;
    let source = app.words().speak(context.lang).text("rights-corrected-source", &[("day", context.today.to_string())]);
    Ok(Some(Fact {
        value: Some(value.clone()),
        source: Some(source),
        confidence: Confidence::Confirmed,
        verified_on: Some(context.today),
        ..fact
    }))
}

/// Forbids deleting anything about somebody.
pub fn set_legal_hold(app: &mut App, context: &ViewContext, request: SetLegalHold) -> Result<Changed, Error> {
    let whole = app.whole()?;
    living(&whole, request.person)?;
    let hold = LegalHold {
        id: new_id(),
        r#ref: None,
        person: request.person,
        reason: clean_text(&request.reason)?.ok_or(Error::refused("hold-reason"))?,
        from_on: request.from_on,
        to_on: None,
        set_by: None,
    };
    let (_, changed) = app.transact(context.lang, "set-legal-hold", |tx| Ok(tx.put(&hold)?))?;
    Ok(Changed { created: Some(hold.id.to_string()), ..changed })
}

/// Ends a hold: `on` is the first day without it.
pub fn end_legal_hold(app: &mut App, context: &ViewContext, request: EndLegalHold) -> Result<Changed, Error> {
    let hold = app.store()?.get::<LegalHold>(request.hold)?.ok_or(Error::missing("hold"))?;
    let ended = LegalHold { to_on: request.on.pred_opt(), ..hold };
    let (_, changed) = app.transact(context.lang, "end-legal-hold", |tx| Ok(tx.put(&ended)?))?;
    Ok(changed)
}
