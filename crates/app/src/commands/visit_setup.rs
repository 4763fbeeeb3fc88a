//! Setting up a visit: team, approval, rules of seats, language, order and counterparts of the guests.

use domain::engine::host::HostOptions;
use domain::engine::host::counterparts::{Constraints, Counterpart, counterparts};
use domain::engine::protocol::propose_order as proposed;
use domain::scene::Wording;
use domain::*;

use super::plan::{edit, outside_blackout};
use super::{clean_text, must};
use crate::names;
use crate::wire::*;
use crate::{App, Error};

/// One of ours who is still here; somebody named earlier may stay named.
fn here(snapshot: &Snapshot, id: Option<StaffId>, before: Option<StaffId>) -> Result<Option<StaffId>, Error> {
    let Some(id) = id else { return Ok(None) };
    let staff = must(&snapshot.staff, id, "staff")?;
    match staff.status {
        StaffStatus::Departed if before != Some(id) => Err(Error::refused("staff-left")),
        _ => Ok(Some(id)),
    }
}

/// Names coordinator, business lead and approver.
pub fn set_visit_team(app: &mut App, context: &ViewContext, request: SetVisitTeam) -> Result<Changed, Error> {
    edit(app, context, request.visit, "set-visit-team", |visit, snapshot| {
        visit.coordinator = here(snapshot, request.coordinator, visit.coordinator)?;
        visit.business_lead = here(snapshot, request.business_lead, visit.business_lead)?;
        let approver = here(snapshot, request.approver, visit.approver)?;
        if approver != visit.approver {
            visit.approved_on = None;
        }
        visit.approver = approver;
        Ok(())
    })
}

/// Notes that the approver approved the plan.
pub fn approve_visit(app: &mut App, context: &ViewContext, request: ApproveVisit) -> Result<Changed, Error> {
    if request.on.is_some_and(|on| on > context.today) {
        return Err(Error::refused("day-ahead"));
    }
    edit(app, context, request.visit, "approve-visit", |visit, snapshot| {
        if request.on.is_some() && visit.approver.is_none() {
            return Err(Error::refused("approver-needed"));
        }
        if request.on.is_some() {
            outside_blackout(snapshot, visit)?;
        }
        visit.approved_on = request.on;
        Ok(())
    })
}

/// Sets the convention and what sources disagree about.
pub fn set_seat_rules(app: &mut App, context: &ViewContext, request: SetSeatRules) -> Result<Changed, Error> {
    edit(app, context, request.visit, "set-seat-rules", |visit, _| {
        visit.convention = request.convention;
        visit.rostrum_even_rule = request.rostrum_even_rule;
        visit.mpv_rule = request.mpv_rule;
        visit.second_seat = request.second_seat;
        Ok(())
    })
}

/// Decides about an interpreter.
pub fn set_interpreter(app: &mut App, context: &ViewContext, request: SetInterpreter) -> Result<Changed, Error> {
    let pair = request.pair.as_deref().map(clean_text).transpose()?.flatten().map(|one| one.to_lowercase());
    let is_tag = |part: &str| (2..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_lowercase());
    let is_pair = |text: &str| text.split_once('-').is_some_and(|(a, b)| is_tag(a) && is_tag(b) && a != b);
    if pair.as_deref().is_some_and(|one| one != "none" && !is_pair(one)) {
        return Err(Error::refused("language-pair"));
    }
    edit(app, context, request.visit, "set-interpreter", |visit, _| {
        visit.interpreter = pair;
        Ok(())
    })
}

/// Sets what the visit may cost.
pub fn set_budget(app: &mut App, context: &ViewContext, request: SetBudget) -> Result<Changed, Error> {
    super::line::amount(request.limit)?;
    edit(app, context, request.visit, "set-budget", |visit, _| {
        visit.budget_limit = request.limit;
        Ok(())
    })
}

/// Changes one guest through `edit` and writes it as step `op`.
pub(super) fn edit_guest(
    app: &mut App,
    context: &ViewContext,
    (visit, person): (VisitId, PersonId),
    op: &'static str,
    edit: impl FnOnce(&mut VisitGuest, &Snapshot) -> Result<(), Error>,
) -> Result<Changed, Error> {
    let snapshot = app.account_of_visit(visit)?;
    let own = |one: &&VisitGuest| one.visit == visit && one.person == person;
    let mut guest = snapshot.visit_guests.iter().find(own).ok_or(Error::missing("guest"))?.clone();
    edit(&mut guest, &snapshot)?;
    let (_, changed) = app.transact(context.lang, op, |tx| Ok(tx.put(&guest)?))?;
    Ok(changed)
}

/// Writes part, role, official place and note of a guest.
pub fn set_guest(app: &mut App, context: &ViewContext, request: SetGuest) -> Result<Changed, Error> {
    let role = request.role.as_deref().map(clean_text).transpose()?.flatten();
    let note = request.deviation_note.as_deref().map(clean_text).transpose()?.flatten();
    if request.official_order == Some(0) {
        return Err(Error::refused("place-range"));
    }
    edit_guest(app, context, (request.visit, request.person), "set-guest", |guest, snapshot| {
        let taken = |one: &VisitGuest| {
            one.visit == guest.visit && one.id != guest.id && one.official_order == request.official_order
        };
        if request.official_order.is_some() && snapshot.visit_guests.iter().any(taken) {
            return Err(Error::refused("place-taken"));
        }
        guest.part = request.part;
        guest.role = role;
        guest.official_order = request.official_order;
        guest.deviation_note = note;
        Ok(())
    })
}

/// A person chooses a guest's opposite number.
pub fn set_counterpart(app: &mut App, context: &ViewContext, request: SetCounterpart) -> Result<Changed, Error> {
    let note = request.note.as_deref().map(clean_text).transpose()?.flatten();
    edit_guest(app, context, (request.visit, request.person), "set-counterpart", |guest, snapshot| {
        guest.counterpart = here(snapshot, request.staff, guest.counterpart)?;
        guest.counterpart_note = note.filter(|_| request.staff.is_some());
        Ok(())
    })
}

/// A person takes over what is proposed for several guests.
pub fn take_counterparts(app: &mut App, context: &ViewContext, request: TakeCounterparts) -> Result<Changed, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let of = |person: PersonId| {
        let own = |one: &&VisitGuest| one.visit == request.visit && one.person == person;
        snapshot.visit_guests.iter().find(own).ok_or(Error::missing("guest"))
    };
    request.people.iter().try_for_each(|one| of(*one).map(|_| ()))?;
    let found = counterparts(&snapshot, request.visit, &Constraints::default(), &HostOptions::default(), context.today)
        .ok_or(Error::missing("visit"))?;
    let wanted = |one: &&Counterpart| !one.fixed && (request.people.is_empty() || request.people.contains(&one.guest));
    let mut chosen = Vec::new();
    for pair in found.pairs.iter().filter(wanted) {
        if let Some(proposal) = &pair.proposal {
            let staff = here(&snapshot, Some(proposal.staff), None)?;
            chosen.push(VisitGuest { counterpart: staff, ..of(pair.guest)?.clone() });
        }
    }
    if chosen.is_empty() {
        return Err(Error::refused("nothing-chosen"));
    }
    let (_, changed) =
        app.transact(context.lang, "take-counterparts", |tx| chosen.iter().try_for_each(|one| Ok(tx.put(one)?)))?;
    Ok(changed)
}

/// The order of guests by protocol, beside the one they have.
pub fn propose_order(app: &mut App, context: &ViewContext, request: ProposeOrder) -> Result<OrderProposal, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = must(&snapshot.visits, request.visit, "visit")?;
    let speech = app.words().speak(context.lang);
    let note = |person: PersonId| {
        let own = |one: &&VisitGuest| one.visit == visit.id && one.person == person;
        snapshot.visit_guests.iter().find(own).and_then(|one| one.deviation_note.clone())
    };
    let row = |one: &engine::protocol::Placed| OrderRow {
        person: one.person,
        name: snapshot.person(one.person).map_or_else(String::new, |person| names::person_name(person, &speech)),
        post: names::post_of(&snapshot, one.person, context.today, context.lang),
        now: one.now,
        proposed: one.proposed,
        basis: one.basis,
        reason: speech.text(
            &format!("plan-order-{}", one.basis.code()),
            &[("rank", one.rank_level.map_or_else(String::new, |level| level.to_string()))],
        ),
        deviates: one.deviates,
        note: note(one.person),
    };
    let rows: Vec<OrderRow> = proposed(&snapshot, visit.id, context.today).iter().map(row).collect();
    let unexplained = rows.iter().filter(|one| one.deviates && one.note.is_none()).count() as u32;
    Ok(OrderProposal { same: rows.iter().all(|one| !one.deviates), unexplained, rows })
}
