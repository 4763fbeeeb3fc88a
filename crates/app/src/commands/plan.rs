//! Planning a visit.

use domain::engine::gift::{Broken, GiftBreach, broken_limit};
use domain::engine::host::{is_in_blackout, last_day};
use domain::engine::readiness::Gate;
use domain::*;
use store::Tx;

use super::{clean_text, must, required_name};
use crate::wire::{
    AddVisit, Changed, ChooseHost, DecideGift, EditVisit, MarkBlock, PassGate, RemoveVisit, SetGuests, ViewContext,
};
use crate::{App, Error, new_id};

/// Refuses a visit that touches the blackout of an open decision, on any of its days.
pub(super) fn outside_blackout(snapshot: &Snapshot, visit: &Visit) -> Result<(), Error> {
    if !is_in_blackout(snapshot, visit) {
        return Ok(());
    }
    let last = last_day(visit);
    let barred = |one: &&Decision| one.account == visit.account && one.is_blackout_within(visit.starts_on, last);
    let decision = snapshot.decisions.iter().find(barred);
    let day = |day: Option<Option<Day>>| day.flatten().map_or_else(|| "…".to_owned(), |one| one.to_string());
    Err(Error::refused("blackout")
        .with("from", day(decision.map(|one| one.blackout_from)))
        .with("to", day(decision.map(|one| one.blackout_to))))
}

/// Plans a visit.
pub fn add_visit(app: &mut App, context: &ViewContext, request: AddVisit) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    if request.starts_on < context.today {
        return Err(Error::refused("day-past"));
    }
    let visit = Visit {
        days: request.days.clamp(1, 60),
        direction: request.direction.unwrap_or_default(),
        place: clean_text(&request.place)?,
        purpose: Some(required_name(&request.purpose)?),
        ..Visit::bare(new_id(), request.account, request.starts_on, request.level, request.convention)
    };
    outside_blackout(&snapshot, &visit)?;
    let (_, changed) = app.transact(context.lang, "add-visit", |tx| Ok(tx.put(&visit)?))?;
    Ok(Changed { created: Some(visit.id.to_string()), ..changed })
}

/// Changes one visit through `edit` and writes it as step `op`.
pub(super) fn edit(
    app: &mut App,
    context: &ViewContext,
    visit: VisitId,
    op: &'static str,
    edit: impl FnOnce(&mut Visit, &Snapshot) -> Result<(), Error>,
) -> Result<Changed, Error> {
    let snapshot = app.account_of_visit(visit)?;
    let mut visit = must(&snapshot.visits, visit, "visit")?.clone();
    edit(&mut visit, &snapshot)?;
    let (_, changed) = app.transact(context.lang, op, |tx| Ok(tx.put(&visit)?))?;
    Ok(changed)
}

/// Changes the plan. Another first day moves the lines with days by as many, unless they are to stay.
pub fn edit_visit(app: &mut App, context: &ViewContext, request: EditVisit) -> Result<Changed, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let before = must(&snapshot.visits, request.visit, "visit")?;
    let mut visit = before.clone();
    if request.starts_on != visit.starts_on && request.starts_on < context.today {
        return Err(Error::refused("day-past"));
    }
    if let Some(owner) = request.topic_owner {
        must(&snapshot.staff, owner, "staff")?;
    }
    visit.starts_on = request.starts_on;
    visit.days = request.days.clamp(1, 60);
    visit.level = request.level;
    visit.purpose = Some(required_name(&request.purpose)?);
    visit.place = clean_text(&request.place)?;
    visit.convention = request.convention;
    visit.direction = request.direction.unwrap_or(visit.direction);
    visit.topic_owner = request.topic_owner;
    read_again(&mut visit);
    outside_blackout(&snapshot, &visit)?;
    let by = (visit.starts_on - before.starts_on).num_days();
    let lines = match by {
        0 => Vec::new(),
        _ if request.lines_stay => Vec::new(),
        _ => super::shift::shifted(&snapshot, &visit, by, context.today)?,
    };
    let (_, changed) = app.transact(context.lang, "edit-visit", |tx| {
        lines.iter().try_for_each(|one| super::line::write(tx, one))?;
        Ok(tx.put(&visit)?)
    })?;
    Ok(changed)
}

/// Removes a visit with its guests and hosts. One that is past has temporary data whose time is over (F.4), or had: it goes
/// for good, and what undo kept of it goes too.
pub fn remove_visit(app: &mut App, context: &ViewContext, request: RemoveVisit) -> Result<Changed, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let past = last_day(must(&snapshot.visits, request.visit, "visit")?) < context.today;
    let work = |tx: &mut Tx| {
        for guest in snapshot.visit_guests.iter().filter(|one| one.visit == request.visit) {
            tx.remove::<VisitGuest>(guest.id)?;
        }
        for host in snapshot.visit_hosts.iter().filter(|one| one.visit == request.visit) {
            tx.remove::<VisitHost>(host.id)?;
        }
        // What was talked about stays; it only no longer belongs to a visit.
        for touch in snapshot.touches.iter().filter(|one| one.visit == Some(request.visit)) {
            tx.put(&Touch { visit: None, ..touch.clone() })?;
        }
        super::line::remove_plan(tx, &snapshot, request.visit)?;
        tx.remove::<Visit>(request.visit)?;
        Ok(())
    };
    let (_, changed) = if past {
        app.transact_for_good(context.lang, "remove-visit", super::clean::TEMPORARY, work)?
    } else {
        app.transact(context.lang, "remove-visit", work)?
    };
    Ok(changed)
}

/// What was approved and read has changed: both are to be done again.
pub(super) fn read_again(visit: &mut Visit) {
    (visit.approved_on, visit.redaction_checked_on) = (None, None);
}

/// Sets the guests in protocol order; who stays keeps role and notes. The first is the principal.
pub fn set_guests(app: &mut App, context: &ViewContext, request: SetGuests) -> Result<Changed, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let mut visit = must(&snapshot.visits, request.visit, "visit")?.clone();
    for (index, person) in request.people.iter().enumerate() {
        let person = must(&snapshot.people, *person, "person")?;
        if crate::names::is_shielded(&snapshot, person.id, context.today) {
            return Err(Error::refused("no-contact"));
        }
        if person.status == PersonStatus::Erased {
            return Err(Error::missing("person"));
        }
        if request.people[..index].contains(&person.id) {
            return Err(Error::refused("guest-twice"));
        }
    }
    visit.principal_guest = request.people.first().copied();
    visit.gift_receivers.retain(|one| request.people.contains(one));
    read_again(&mut visit);
    let old: Vec<VisitGuest> = snapshot.visit_guests.iter().filter(|one| one.visit == visit.id).cloned().collect();
    let (_, changed) = app.transact(context.lang, "set-guests", |tx| {
        for guest in old.iter().filter(|one| !request.people.contains(&one.person)) {
            tx.remove::<VisitGuest>(guest.id)?;
            super::line::forget_guest(tx, &snapshot, visit.id, guest.person)?;
        }
        for (index, person) in request.people.iter().enumerate() {
            let blank = || VisitGuest::bare(new_id(), visit.id, *person, 0);
            let guest = old.iter().find(|one| one.person == *person).cloned().unwrap_or_else(blank);
            tx.put(&VisitGuest { protocol_order: index as u32 + 1, ..guest })?;
        }
        Ok(tx.put(&visit)?)
    })?;
    Ok(changed)
}

/// A person chooses the host; the reason is written down.
pub fn choose_host(app: &mut App, context: &ViewContext, request: ChooseHost) -> Result<Changed, Error> {
    let reason = clean_text(&request.reason)?;
    if request.staff.is_some() && reason.is_none() {
        return Err(Error::refused("reason-needed"));
    }
    if request.on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    edit(app, context, request.visit, "choose-host", |visit, snapshot| {
        if let Some(staff) = request.staff {
            may_host(snapshot, visit, must(&snapshot.staff, staff, "staff")?)?;
        }
        visit.host = request.staff;
        visit.host_reason = reason.filter(|_| request.staff.is_some());
        visit.host_chosen_on = request.staff.map(|_| request.on);
        Ok(())
    })
}

/// Only the difference in rank is a matter of judgement (B.4.9): who is barred, or no longer with us, cannot host.
fn may_host(snapshot: &Snapshot, visit: &Visit, staff: &Staff) -> Result<(), Error> {
    let noted = snapshot.visit_hosts.iter().find(|one| one.visit == visit.id && one.staff == staff.id);
    if noted.is_some_and(|one| one.blocked.is_some()) {
        return Err(Error::refused("host-barred"));
    }
    if staff.status == StaffStatus::Departed || staff.left_on.is_some_and(|on| on < visit.starts_on) {
        return Err(Error::refused("host-departed"));
    }
    Ok(())
}

/// Decides the gift; over the policy's limit is refused, not warned (F.3), unless somebody entitled allows it in writing.
pub fn decide_gift(app: &mut App, context: &ViewContext, request: DecideGift) -> Result<Changed, Error> {
    let text = |one: &Option<String>| one.as_deref().map(clean_text).transpose().map(Option::flatten);
    let (item, meaning, moment) = (text(&request.item)?, text(&request.meaning)?, text(&request.moment)?);
    let exception = text(&request.exception)?;
    // A guest may have been with another account before: gifts of all visits count.
    let whole = app.whole()?;
    edit(app, context, request.visit, "decide-gift", |visit, snapshot| {
        let given = item.is_some();
        let invited = |id: &PersonId| whole.visit_guests.iter().any(|one| one.visit == visit.id && one.person == *id);
        if !request.receivers.iter().all(invited) {
            return Err(Error::missing("guest"));
        }
        visit.gift_receivers = if given { distinct(request.receivers) } else { Vec::new() };
        if given && !request.value.is_some_and(|value| value.is_finite() && value >= 0.0) {
            return Err(Error::refused("gift-value"));
        }
        visit.approved_on = None;
        visit.gift_decided = true;
        visit.gift_item = item;
        visit.gift_value = request.value.filter(|_| given);
        visit.gift_quantity = request.quantity.filter(|count| given && *count > 0);
        visit.gift_meaning = meaning.filter(|_| given);
        visit.gift_moment = moment.filter(|_| given);
        (visit.gift_approver, visit.gift_exception) = (None, None);
        let policy = engine::brief::policy_of(snapshot, visit.account);
        match policy.and_then(|policy| broken_limit(&whole, visit, policy)) {
            Some(broken) => except(visit, snapshot, &broken, request.approver, exception),
            None => Ok(()),
        }
    })
}

/// Each once, in the order given.
fn distinct(people: Vec<PersonId>) -> Vec<PersonId> {
    let mut seen = std::collections::HashSet::new();
    people.into_iter().filter(|one| seen.insert(*one)).collect()
}

/// Takes an exception over a limit, or refuses the gift.
fn except(
    visit: &mut Visit,
    snapshot: &Snapshot,
    broken: &Broken,
    approver: Option<StaffId>,
    exception: Option<String>,
) -> Result<(), Error> {
    let code = match broken.breach {
        GiftBreach::NoneAllowed => return Err(Error::refused("gift-none-allowed").with("value", broken.value)),
        GiftBreach::Piece => "gift-limit",
        GiftBreach::Year => "gift-limit-year",
    };
    let (approver, words) = match (approver, exception) {
        (Some(approver), Some(words)) => (must(&snapshot.staff, approver, "staff")?, words),
        (None, None) => return Err(Error::refused(code).with("limit", broken.limit).with("value", broken.value)),
        _ => return Err(Error::refused("gift-exception")),
    };
    if approver.status != StaffStatus::Active || approver.job_role != JobRole::Compliance {
        return Err(Error::refused("gift-approver"));
    }
    (visit.gift_approver, visit.gift_exception) = (Some(approver.id), Some(words));
    Ok(())
}

/// Marks how far a block is.
pub fn mark_block(app: &mut App, context: &ViewContext, request: MarkBlock) -> Result<Changed, Error> {
    edit(app, context, request.visit, "mark-block", |visit, _| {
        visit.blocks.retain(|one| one.block != request.block);
        visit.blocks.push(BlockMark { block: request.block, state: request.state });
        Ok(())
    })
}

/// Passes the gate that is a person's reading: the redaction check.
pub fn pass_gate(app: &mut App, context: &ViewContext, request: PassGate) -> Result<Changed, Error> {
    if request.gate != Gate::Redaction {
        return Err(Error::refused("gate-computed"));
    }
    if request.on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    edit(app, context, request.visit, "pass-gate", |visit, _| {
        visit.redaction_checked_on = Some(request.on);
        Ok(())
    })
}
