//! Decisions, their members and committees.

use std::collections::HashSet;
use std::sync::Arc;

use domain::*;

use super::chain::{decision_for, new_member};
use super::{by_script, clean_name, must, next_position, required_name};
use crate::wire::*;
use crate::{App, Error, new_id};

fn account_of_decision(app: &mut App, decision: DecisionId) -> Result<Arc<Snapshot>, Error> {
    let account = app.store()?.get::<Decision>(decision)?.ok_or(Error::missing("decision"))?.account;
    app.account(account)
}

fn check_blackout(from: Option<Day>, to: Option<Day>) -> Result<(), Error> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err(Error::refused("days-turned")),
        _ => Ok(()),
    }
}

/// The standing chain is one; a second open one would make it a guess which is meant.
fn check_standing(
    snapshot: &Snapshot,
    own: Option<DecisionId>,
    account: AccountId,
    kind: DecisionKind,
) -> Result<(), Error> {
    let other = |one: &Decision| {
        one.account == account && Some(one.id) != own && one.kind == DecisionKind::Standing && one.closed_on.is_none()
    };
    if kind == DecisionKind::Standing && snapshot.decisions.iter().any(other) {
        return Err(Error::refused("standing-twice"));
    }
    Ok(())
}

/// Adds a decision, perhaps with the chain of another.
pub fn add_decision(app: &mut App, context: &ViewContext, request: AddDecision) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    check_blackout(request.blackout_from, request.blackout_to)?;
    check_standing(&snapshot, None, request.account, request.kind)?;
    if let Some(from) = request.copy_from {
        must(&snapshot.decisions, from, "decision")?;
    }
    let (name_zh, name_en) = clean_name(&request.name)?.map_or((None, None), by_script);
    let decision = Decision {
        name_zh,
        name_en,
        blackout_from: request.blackout_from,
        blackout_to: request.blackout_to,
        ..Decision::bare(new_id(), request.account, request.kind)
    };
    let copied = |of: DecisionId| Some(of) == request.copy_from;
    let (_, changed) = app.transact(context.lang, "add-decision", |tx| {
        tx.put(&decision)?;
        for one in snapshot.chain_members.iter().filter(|one| copied(one.decision)) {
            tx.put(&ChainMember { id: new_id(), r#ref: None, decision: decision.id, ..one.clone() })?;
        }
        for one in snapshot.chain_vacancies.iter().filter(|one| copied(one.decision)) {
            tx.put(&ChainVacancy { id: new_id(), r#ref: None, decision: decision.id, ..one.clone() })?;
        }
        for one in snapshot.decision_bodies.iter().filter(|one| copied(one.decision)) {
            tx.put(&DecisionBody { id: new_id(), r#ref: None, decision: decision.id, ..one.clone() })?;
        }
        Ok(())
    })?;
    Ok(Changed { created: Some(decision.id.to_string()), ..changed })
}

/// Changes a decision; without a name it is called by its kind.
pub fn edit_decision(app: &mut App, context: &ViewContext, request: EditDecision) -> Result<Changed, Error> {
    let snapshot = account_of_decision(app, request.decision)?;
    let old = must(&snapshot.decisions, request.decision, "decision")?;
    check_blackout(request.blackout_from, request.blackout_to)?;
    if request.closed_on.is_none() {
        check_standing(&snapshot, Some(old.id), old.account, request.kind)?;
    }
    let mut decision = Decision {
        kind: request.kind,
        blackout_from: request.blackout_from,
        blackout_to: request.blackout_to,
        closed_on: request.closed_on,
        ..old.clone()
    };
    match clean_name(&request.name)? {
        Some(name) => super::seat::set_by_script(&mut decision.name_zh, &mut decision.name_en, name),
        None => (decision.name_zh, decision.name_en) = (None, None),
    }
    let (_, changed) = app.transact(context.lang, "edit-decision", |tx| Ok(tx.put(&decision)?))?;
    Ok(changed)
}

/// Removes a decision with its chain, committees and what was noted of attitudes to it; views of it show the main one.
pub fn remove_decision(app: &mut App, context: &ViewContext, request: RemoveDecision) -> Result<Changed, Error> {
    let snapshot = account_of_decision(app, request.decision)?;
    let id = must(&snapshot.decisions, request.decision, "decision")?.id;
    let account = snapshot.decisions.iter().find(|one| one.id == id).map(|one| one.account);
    if snapshot.decisions.iter().filter(|one| Some(one.account) == account).count() == 1 {
        return Err(Error::refused("decision-last"));
    }
    let stances = app.store()?.list_by::<StanceReading>("decision", id)?;
    let (_, changed) = app.transact(context.lang, "remove-decision", |tx| {
        for one in snapshot.chain_members.iter().filter(|one| one.decision == id) {
            tx.remove::<ChainMember>(one.id)?;
        }
        for one in snapshot.chain_vacancies.iter().filter(|one| one.decision == id) {
            tx.remove::<ChainVacancy>(one.id)?;
        }
        for one in snapshot.decision_bodies.iter().filter(|one| one.decision == id) {
            tx.remove::<DecisionBody>(one.id)?;
        }
        for one in stances {
            tx.remove::<StanceReading>(one.id)?;
        }
        for one in snapshot.saved_views.iter().filter(|one| one.decision == Some(id)) {
            tx.put(&SavedView { decision: None, ..one.clone() })?;
        }
        tx.remove::<Decision>(id)?;
        Ok(())
    })?;
    Ok(changed)
}

/// Puts seats into a chain, last and without any claim yet.
pub fn add_members(app: &mut App, context: &ViewContext, request: AddMembers) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    let (decision, new) = decision_for(&snapshot, request.account, request.decision)?;
    let chain = snapshot.chain_members.iter().filter(|one| one.decision == decision);
    let mut known: HashSet<SeatId> = chain.clone().map(|one| one.seat).collect();
    let mut position = next_position(chain.map(|one| one.position));
    let mut members = Vec::new();
    for id in &request.seats {
        must(&snapshot.seats, *id, "seat")?;
        if known.insert(*id) {
            members.push(new_member(decision, *id, position));
            position += 1;
        }
    }
    if members.is_empty() {
        return Err(Error::refused("nothing-chosen"));
    }
    let (_, changed) = app.transact(context.lang, "add-members", |tx| {
        new.iter().try_for_each(|one| tx.put(one))?;
        Ok(members.iter().try_for_each(|one| tx.put(one))?)
    })?;
    Ok(changed)
}

/// Takes seats out of the chain; they stay on the map.
pub fn remove_members(app: &mut App, context: &ViewContext, request: RemoveMembers) -> Result<Changed, Error> {
    let snapshot = account_of_decision(app, request.decision)?;
    let meant = |one: &&ChainMember| one.decision == request.decision && request.seats.contains(&one.seat);
    let members: Vec<ChainMemberId> = snapshot.chain_members.iter().filter(meant).map(|one| one.id).collect();
    if members.is_empty() {
        return Err(Error::refused("nothing-chosen"));
    }
    let (_, changed) = app.transact(context.lang, "remove-members", |tx| {
        members.iter().try_for_each(|id| tx.remove::<ChainMember>(*id).map(|_| ()))?;
        Ok(())
    })?;
    Ok(changed)
}

/// Makes or changes a committee.
pub fn set_body(app: &mut App, context: &ViewContext, request: SetBody) -> Result<Changed, Error> {
    let snapshot = account_of_decision(app, request.decision)?;
    let mut members = Vec::new();
    for id in &request.members {
        must(&snapshot.seats, *id, "seat")?;
        if !members.contains(id) {
            members.push(*id);
        }
    }
    if request.seat_count == 0 || (request.seat_count as usize) < members.len() {
        return Err(Error::refused("body-seats").with("members", members.len()));
    }
    match request.chair {
        Some(chair) if !members.contains(&chair) => return Err(Error::refused("chair-outside")),
        None if request.rule == VotingRule::ChairDecides => return Err(Error::refused("chair-needed")),
        _ => {}
    }
    let known = request.body.map(|id| must(&snapshot.decision_bodies, id, "body")).transpose()?;
    if known.is_some_and(|one| one.decision != request.decision) {
        return Err(Error::missing("body"));
    }
    let name = required_name(&request.name)?;
    let (mut name_zh, mut name_en) = known.map_or((None, None), |one| (one.name_zh.clone(), one.name_en.clone()));
    super::seat::set_by_script(&mut name_zh, &mut name_en, name);
    let body = DecisionBody {
        id: known.map_or_else(new_id, |one| one.id),
        r#ref: known.and_then(|one| one.r#ref.clone()),
        decision: request.decision,
        name_zh,
        name_en,
        rule: request.rule,
        seat_count: request.seat_count,
        members,
        chair: request.chair,
    };
    let (_, changed) = app.transact(context.lang, "set-body", |tx| Ok(tx.put(&body)?))?;
    Ok(Changed { created: known.is_none().then(|| body.id.to_string()), ..changed })
}

/// Removes a committee; its seats stay.
pub fn remove_body(app: &mut App, context: &ViewContext, request: RemoveBody) -> Result<Changed, Error> {
    app.store()?.get::<DecisionBody>(request.body)?.ok_or(Error::missing("body"))?;
    let (_, changed) =
        app.transact(context.lang, "remove-body", |tx| Ok(tx.remove::<DecisionBody>(request.body).map(|_| ())?))?;
    Ok(changed)
}
