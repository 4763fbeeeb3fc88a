//! What came in: written, taken, answered, closed. A promise is answered and closed by being delivered.

use std::sync::Arc;

use domain::*;

use super::super::{clean_text, must};
use super::promise::{stands, withdrawal};
use super::{person_free, retold, staff_here};
use crate::wire::*;
use crate::{App, Error, new_id};

fn of_request(app: &mut App, id: CustomerRequestId) -> Result<(Arc<Snapshot>, CustomerRequest), Error> {
    let one = app.store()?.get::<CustomerRequest>(id)?.ok_or(Error::missing("request"))?;
    Ok((app.account(one.account)?, one))
}

fn of_complaint(app: &mut App, id: ComplaintId) -> Result<(Arc<Snapshot>, Complaint), Error> {
    let one = app.store()?.get::<Complaint>(id)?.ok_or(Error::missing("complaint"))?;
    Ok((app.account(one.account)?, one))
}

/// Not ahead of today, and not before it was asked.
fn within(on: Day, asked: Day, today: Day) -> Result<(), Error> {
    match on {
        on if on > today => Err(Error::refused("day-ahead")),
        on if on < asked => Err(Error::refused("matter-before")),
        _ => Ok(()),
    }
}

/// Writes a request.
pub fn put_request(app: &mut App, context: &ViewContext, request: PutRequest) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    let before = request.request.map(|id| must(&snapshot.customer_requests, id, "request")).transpose()?;
    if before.is_some_and(|one| one.account != request.account) {
        return Err(Error::missing("request"));
    }
    before.map_or(Ok(()), |one| stands(one.withdrawn_on))?;
    if request.asked_on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    if request.due_on.is_some_and(|due| due < request.asked_on) {
        return Err(Error::refused("due-past"));
    }
    for staff in request.first_asked.iter().chain(&request.holder) {
        staff_here(&snapshot, *staff, request.asked_on)?;
    }
    request.from_person.map_or(Ok(()), |id| person_free(&snapshot, id, context.today))?;
    let text = clean_text(&request.text)?.ok_or(Error::refused("name-empty"))?;
    let (text_zh, text_en) = retold(text, before.map(|one| (&one.text_zh, &one.text_en)), context.lang);
    let kept = before.filter(|one| one.holder == request.holder).and_then(|one| one.taken_on);
    let one = CustomerRequest {
        id: before.map_or_else(new_id, |one| one.id),
        r#ref: before.and_then(|one| one.r#ref.clone()),
        account: request.account,
        topic: request.topic,
        text_zh,
        text_en,
        from_person: request.from_person,
        asked_on: request.asked_on,
        asked_at: request.asked_at,
        first_asked: request.first_asked,
        holder: request.holder,
        taken_on: request.holder.map(|_| kept.unwrap_or(context.today)),
        due_on: request.due_on,
        answered_on: before.and_then(|one| one.answered_on),
        closed_on: before.and_then(|one| one.closed_on),
        answer: before.and_then(|one| one.answer.clone()),
        withdrawn_on: None,
        withdrawn_why: None,
    };
    let (_, changed) = app.transact(context.lang, "put-request", |tx| Ok(tx.put(&one)?))?;
    Ok(Changed { created: request.request.is_none().then(|| one.id.to_string()), ..changed })
}

/// Writes a complaint.
pub fn put_complaint(app: &mut App, context: &ViewContext, request: PutComplaint) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    let before = request.complaint.map(|id| must(&snapshot.complaints, id, "complaint")).transpose()?;
    if before.is_some_and(|one| one.account != request.account) {
        return Err(Error::missing("complaint"));
    }
    before.map_or(Ok(()), |one| stands(one.withdrawn_on))?;
    if request.opened_on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    for staff in request.first_asked.iter().chain(&request.owner) {
        staff_here(&snapshot, *staff, request.opened_on)?;
    }
    request.by_person.map_or(Ok(()), |id| person_free(&snapshot, id, context.today))?;
    let text = clean_text(&request.text)?.ok_or(Error::refused("name-empty"))?;
    let (text_zh, text_en) = retold(text, before.map(|one| (&one.text_zh, &one.text_en)), context.lang);
    // Whoever is noted with it holds it since it came in, another one from today.
    let taken_on = match before {
        Some(one) if one.owner != request.owner => request.owner.map(|_| context.today),
        Some(one) => one.taken_on,
        None => None,
    };
    let one = Complaint {
        id: before.map_or_else(new_id, |one| one.id),
        r#ref: before.and_then(|one| one.r#ref.clone()),
        account: request.account,
        text_zh,
        text_en,
        by_person: request.by_person,
        opened_on: request.opened_on,
        answered_on: before.and_then(|one| one.answered_on),
        closed_on: before.and_then(|one| one.closed_on),
        severity: request.severity,
        status: before.map_or(ComplaintStatus::Open, |one| one.status),
        owner: request.owner,
        first_asked: request.first_asked,
        taken_on,
        withdrawn_on: None,
        withdrawn_why: None,
    };
    let (_, changed) = app.transact(context.lang, "put-complaint", |tx| Ok(tx.put(&one)?))?;
    Ok(Changed { created: request.complaint.is_none().then(|| one.id.to_string()), ..changed })
}

/// One of ours takes it: from now on there is this holder and no other.
pub fn take_matter(app: &mut App, context: &ViewContext, request: TakeMatter) -> Result<Changed, Error> {
    let TakeMatter { matter, staff, on } = request;
    let same = || Error::refused("already-assigned");
    match matter {
        MatterKey::Request(id) => {
            let (snapshot, mut one) = of_request(app, id)?;
            within(on, one.asked_on, context.today)?;
            staff_here(&snapshot, staff, on)?;
            stands(one.withdrawn_on)?;
            if one.taken_by(on) == Some(staff) {
                return Err(same());
            }
            (one.holder, one.taken_on) = (Some(staff), Some(on));
            Ok(app.transact(context.lang, "take-matter", |tx| Ok(tx.put(&one)?))?.1)
        }
        MatterKey::Complaint(id) => {
            let (snapshot, mut one) = of_complaint(app, id)?;
            within(on, one.opened_on, context.today)?;
            staff_here(&snapshot, staff, on)?;
            stands(one.withdrawn_on)?;
            if one.taken_by(on) == Some(staff) {
                return Err(same());
            }
            (one.owner, one.taken_on) = (Some(staff), Some(on));
            Ok(app.transact(context.lang, "take-matter", |tx| Ok(tx.put(&one)?))?.1)
        }
        MatterKey::Promise(id) => {
            let mut one = app.store()?.get::<Commitment>(id)?.ok_or(Error::missing("commitment"))?;
            let snapshot = app.account(one.account)?;
            within(on, one.made_on, context.today)?;
            staff_here(&snapshot, staff, on)?;
            stands(one.withdrawn_on)?;
            if one.held_by(on) == Some(staff) {
                return Err(same());
            }
            // Who made it stays known; back with its maker it has no other holder.
            let other = Some(staff).filter(|one_of_ours| one.by_staff != Some(*one_of_ours));
            (one.holder, one.taken_on) = (other, other.map(|_| on));
            Ok(app.transact(context.lang, "take-matter", |tx| Ok(tx.put(&one)?))?.1)
        }
    }
}

/// Notes the first answer. What nobody holds is taken first.
pub fn answer_matter(app: &mut App, context: &ViewContext, request: AnswerMatter) -> Result<Changed, Error> {
    let answer = request.answer.as_deref().map(clean_text).transpose()?.flatten();
    match request.matter {
        MatterKey::Request(id) => {
            let (_, mut one) = of_request(app, id)?;
            stands(one.withdrawn_on)?;
            request.on.map_or(Ok(()), |on| within(on, one.asked_on, context.today))?;
            held(one.holder, request.on)?;
            one.answered_on = request.on;
            one.answer = request.on.and(answer);
            // What is not answered cannot be closed.
            one.closed_on = one.closed_on.filter(|_| request.on.is_some());
            Ok(app.transact(context.lang, "answer-matter", |tx| Ok(tx.put(&one)?))?.1)
        }
        MatterKey::Complaint(id) => {
            let (_, mut one) = of_complaint(app, id)?;
            stands(one.withdrawn_on)?;
            request.on.map_or(Ok(()), |on| within(on, one.opened_on, context.today))?;
            held(one.owner, request.on)?;
            one.answered_on = request.on;
            Ok(app.transact(context.lang, "answer-matter", |tx| Ok(tx.put(&one)?))?.1)
        }
        MatterKey::Promise(_) => Err(Error::refused("matter-promise")),
    }
}

fn held(holder: Option<StaffId>, on: Option<Day>) -> Result<(), Error> {
    if on.is_some() && holder.is_none() { Err(Error::refused("matter-ownerless")) } else { Ok(()) }
}

/// Closes what was answered, or opens it again.
pub fn close_matter(app: &mut App, context: &ViewContext, request: CloseMatter) -> Result<Changed, Error> {
    let ready = |answered: Option<Day>| match (request.on, answered) {
        (Some(_), None) => Err(Error::refused("matter-unanswered")),
        (Some(on), Some(answered)) => within(on, answered, context.today),
        (None, _) => Ok(()),
    };
    match request.matter {
        MatterKey::Request(id) => {
            let (_, mut one) = of_request(app, id)?;
            stands(one.withdrawn_on)?;
            ready(one.answered_on)?;
            one.closed_on = request.on;
            Ok(app.transact(context.lang, "close-matter", |tx| Ok(tx.put(&one)?))?.1)
        }
        MatterKey::Complaint(id) => {
            let (_, mut one) = of_complaint(app, id)?;
            stands(one.withdrawn_on)?;
            ready(one.answered_on)?;
            one.closed_on = request.on;
            one.status = if request.on.is_some() { ComplaintStatus::Closed } else { ComplaintStatus::Open };
            Ok(app.transact(context.lang, "close-matter", |tx| Ok(tx.put(&one)?))?.1)
        }
        MatterKey::Promise(_) => Err(Error::refused("matter-promise")),
    }
}

/// From when something that came in no longer stands, and why. The record stays.
pub fn withdraw_matter(app: &mut App, context: &ViewContext, request: WithdrawMatter) -> Result<Changed, Error> {
    let WithdrawMatter { matter, on, reason } = request;
    match matter {
        MatterKey::Request(id) => {
            let (_, mut one) = of_request(app, id)?;
            (one.withdrawn_on, one.withdrawn_why) = withdrawal(on, reason, one.asked_on, context.today)?;
            Ok(app.transact(context.lang, "withdraw-matter", |tx| Ok(tx.put(&one)?))?.1)
        }
        MatterKey::Complaint(id) => {
            let (_, mut one) = of_complaint(app, id)?;
            (one.withdrawn_on, one.withdrawn_why) = withdrawal(on, reason, one.opened_on, context.today)?;
            Ok(app.transact(context.lang, "withdraw-matter", |tx| Ok(tx.put(&one)?))?.1)
        }
        MatterKey::Promise(id) => super::withdraw_promise(app, context, WithdrawPromise { commitment: id, on, reason }),
    }
}
