//! The day of a visit and the days after: attendance, feedback, thanks, promises, the contact itself, the next one.

use std::collections::BTreeSet;

use domain::engine::host::last_day;
use domain::engine::planning::internal_target;
use domain::*;

use super::visit_setup::edit_guest;
use super::{by_script, clean_text, must, required_name};
use crate::names::is_shielded;
use crate::wire::*;
use crate::{App, Error, new_id};

/// Refuses what only a visit that has begun can have.
fn begun(visit: &Visit, today: Day) -> Result<(), Error> {
    if visit.starts_on > today { Err(Error::refused("visit-ahead")) } else { Ok(()) }
}

/// Notes whether a guest came.
pub fn set_attended(app: &mut App, context: &ViewContext, request: SetAttended) -> Result<Changed, Error> {
    edit_guest(app, context, (request.visit, request.person), "set-attended", |guest, snapshot| {
        if request.attended.is_some() {
            begun(must(&snapshot.visits, guest.visit, "visit")?, context.today)?;
        }
        guest.attended = request.attended;
        Ok(())
    })
}

/// Notes what a guest expected and found.
pub fn set_feedback(app: &mut App, context: &ViewContext, request: SetFeedback) -> Result<Changed, Error> {
    let fits = |value: Option<u8>| value.is_none_or(|one| (1..=5).contains(&one));
    if !fits(request.expected) || !fits(request.perceived) {
        return Err(Error::refused("level-range"));
    }
    edit_guest(app, context, (request.visit, request.person), "set-feedback", |guest, snapshot| {
        if request.perceived.is_some() {
            begun(must(&snapshot.visits, guest.visit, "visit")?, context.today)?;
        }
        guest.expected_value = request.expected;
        guest.perceived_value = request.perceived;
        Ok(())
    })
}

/// Notes that a guest was thanked.
pub fn mark_thanked(app: &mut App, context: &ViewContext, request: MarkThanked) -> Result<Changed, Error> {
    if request.on.is_some_and(|on| on > context.today) {
        return Err(Error::refused("day-ahead"));
    }
    edit_guest(app, context, (request.visit, request.person), "mark-thanked", |guest, snapshot| {
        if request.on.is_some() {
            begun(must(&snapshot.visits, guest.visit, "visit")?, context.today)?;
            if is_shielded(snapshot, guest.person, context.today) {
                return Err(Error::refused("no-contact"));
            }
        }
        guest.thanked_on = request.on;
        Ok(())
    })
}

/// Puts a promise of the log into the ledger, with our own day before the promised one, and links both.
pub fn promise_from_log(app: &mut App, context: &ViewContext, request: PromiseFromLog) -> Result<Changed, Error> {
    let mut entry = app.store()?.get::<VisitLogEntry>(request.entry)?.ok_or(Error::missing("line"))?;
    let snapshot = app.account_of_visit(entry.visit)?;
    let account = must(&snapshot.visits, entry.visit, "visit")?.account;
    if entry.commitment.is_some() {
        return Err(Error::refused("promise-twice"));
    }
    if request.promised_on < entry.on {
        return Err(Error::refused("promise-past"));
    }
    let text = clean_text(&request.text)?.ok_or(Error::refused("name-empty"))?;
    let by_staff = request.by.or(entry.staff);
    if let Some(staff) = by_staff {
        must(&snapshot.staff, staff, "staff")?;
    }
    if request.expected_value.is_some_and(|one| !(1..=5).contains(&one)) {
        return Err(Error::refused("level-range"));
    }
    let target = request.internal_target_on.unwrap_or_else(|| internal_target(entry.on, request.promised_on));
    if target > request.promised_on || target < entry.on {
        return Err(Error::refused("target-late"));
    }
    let (text_zh, text_en) = by_script(text);
    let promise = Commitment {
        text_zh,
        text_en,
        to_person: entry.person,
        by_staff,
        internal_target_on: Some(target),
        expected_value: request.expected_value,
        ..Commitment::bare(new_id(), account, required_name(&request.topic)?, entry.on, request.promised_on)
    };
    entry.commitment = Some(promise.id);
    let (_, changed) = app.transact(context.lang, "promise-from-log", |tx| {
        tx.put(&promise)?;
        Ok(tx.put(&entry)?)
    })?;
    Ok(Changed { created: Some(promise.id.to_string()), ..changed })
}

/// The day of the contact a visit was closed with.
pub(super) fn closed_on(snapshot: &Snapshot, visit: VisitId) -> Option<Day> {
    let closes = |one: &&Touch| one.visit == Some(visit) && one.kind == TouchKind::Visit;
    snapshot.touches.iter().find(closes).map(|one| one.on)
}

/// Records the contact: the guests who came, and those of ours who met them.
pub fn close_visit(app: &mut App, context: &ViewContext, request: CloseVisit) -> Result<Changed, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = must(&snapshot.visits, request.visit, "visit")?;
    begun(visit, context.today)?;
    if closed_on(&snapshot, visit.id).is_some() {
        return Err(Error::refused("visit-closed"));
    }
    let own = || snapshot.visit_guests.iter().filter(|one| one.visit == visit.id);
    // Once somebody is noted as there, nobody else is taken to have come unsaid.
    let noted = own().any(|one| one.attended == Some(true));
    let came = own().filter(|one| one.attended.unwrap_or(!noted));
    let there = |one: &&VisitGuest| {
        let erased = snapshot.person(one.person).is_none_or(|person| person.status == PersonStatus::Erased);
        !erased && !is_shielded(&snapshot, one.person, context.today)
    };
    let mut guests: Vec<&VisitGuest> = came.filter(there).collect();
    guests.sort_by_key(|one| one.protocol_order);
    let items = snapshot.agenda_items.iter().filter(|one| one.visit == visit.id);
    let met: BTreeSet<StaffId> = items
        .flat_map(|one| one.ours.iter().chain(&one.lead).copied())
        .chain(guests.iter().filter_map(|one| one.counterpart))
        .chain(visit.host)
        .chain(visit.business_lead)
        .collect();
    if guests.is_empty() || met.is_empty() {
        return Err(Error::refused("nobody-met"));
    }
    let touch = Touch {
        direction: None,
        id: new_id(),
        r#ref: None,
        account: visit.account,
        on: last_day(visit).min(context.today),
        kind: TouchKind::Visit,
        staff: met.into_iter().collect(),
        people: guests.iter().map(|one| one.person).collect(),
        summary: request.summary.as_deref().map(clean_text).transpose()?.flatten(),
        minutes: request.minutes,
        visit: Some(visit.id),
    };
    let (_, changed) = app.transact(context.lang, "close-visit", |tx| Ok(tx.put(&touch)?))?;
    Ok(Changed { created: Some(touch.id.to_string()), ..changed })
}

/// Plans the next contact and notes its day on the visit.
pub fn plan_touch(app: &mut App, context: &ViewContext, request: PlanTouch) -> Result<Changed, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let mut visit = must(&snapshot.visits, request.visit, "visit")?.clone();
    if request.on < context.today {
        return Err(Error::refused("touch-past"));
    }
    let staff = must(&snapshot.staff, request.staff, "staff")?;
    if staff.status == StaffStatus::Departed {
        return Err(Error::refused("staff-left"));
    }
    let person = must(&snapshot.people, request.person, "person")?;
    if person.status != PersonStatus::Active {
        return Err(Error::missing("person"));
    }
    if is_shielded(&snapshot, person.id, request.on) {
        return Err(Error::refused("no-contact"));
    }
    super::plan::outside_blackout(&snapshot, &Visit { starts_on: request.on, days: 1, ..visit.clone() })?;
    let touch = PlannedTouch {
        at: None,
        minutes: None,
        place: None,
        id: new_id(),
        r#ref: None,
        account: visit.account,
        on: request.on,
        staff: staff.id,
        person: person.id,
        activity: request.activity.as_deref().map(clean_text).transpose()?.flatten(),
    };
    visit.next_touch_on = Some(request.on);
    let (_, changed) = app.transact(context.lang, "plan-touch", |tx| {
        tx.put(&touch)?;
        Ok(tx.put(&visit)?)
    })?;
    Ok(Changed { created: Some(touch.id.to_string()), ..changed })
}
