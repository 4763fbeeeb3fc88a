//! Parts in a decision, stances, and the lines between seats.

use domain::engine::asof::is_in_force;
use domain::*;

use super::dated::end;
use super::{clean_text, must, next_position};
use crate::names::tenure_of;
use crate::wire::{AddEdge, Changed, EndEdge, SetEdge, SetMember, SetStance, ViewContext};
use crate::{App, Error, new_id};

/// A member without any claim yet.
pub(crate) fn new_member(decision: DecisionId, seat: SeatId, position: i64) -> ChainMember {
    ChainMember { position, ..ChainMember::bare(new_id(), decision, seat) }
}

/// The standing chain of an account that has no decision yet.
pub(crate) fn standing_decision(account: AccountId) -> Decision {
    Decision::bare(new_id(), account, DecisionKind::Standing)
}

/// The decision asked for, or the account's main one, or a new standing chain.
pub(crate) fn decision_for(
    snapshot: &Snapshot,
    account: AccountId,
    asked: Option<DecisionId>,
) -> Result<(DecisionId, Option<Decision>), Error> {
    if let Some(id) = asked {
        return Ok((must(&snapshot.decisions, id, "decision")?.id, None));
    }
    if let Some(main) = snapshot.main_decision(account) {
        return Ok((main.id, None));
    }
    let standing = standing_decision(account);
    Ok((standing.id, Some(standing)))
}

/// The chain new seats join, and the standing chain to be made with them: as `decision_for`, or none when nobody asks.
pub(crate) fn joined(
    snapshot: &Snapshot,
    account: AccountId,
    asked: Option<DecisionId>,
    join: bool,
) -> Result<(Option<DecisionId>, Option<Decision>), Error> {
    if asked.is_none() && !join {
        return Ok((None, None));
    }
    let (id, new) = decision_for(snapshot, account, asked)?;
    Ok((Some(id), new))
}

/// Sets roles, functions, power and influence; the seat joins the chain when it was not in it.
pub fn set_member(app: &mut App, context: &ViewContext, request: SetMember) -> Result<Changed, Error> {
    let level_ok = |level: u8| (1..=4).contains(&level);
    if !level_ok(request.formal_power) || !request.influence_level.is_none_or(level_ok) {
        return Err(Error::refused("level-range"));
    }
    let snapshot = app.account_of_seat(request.seat)?;
    let account = must(&snapshot.seats, request.seat, "seat")?.account;
    let (decision, new_decision) = decision_for(&snapshot, account, request.decision)?;
    let own = |one: &&ChainMember| one.decision == decision && one.seat == request.seat;
    let chain = snapshot.chain_members.iter().filter(|one| one.decision == decision);
    let position = next_position(chain.map(|one| one.position));
    let mut member = snapshot
        .chain_members
        .iter()
        .find(own)
        .cloned()
        .unwrap_or_else(|| new_member(decision, request.seat, position));
    member.roles = request.roles;
    member.functions = request.functions;
    member.formal_power = request.formal_power;
    member.influence_level = request.influence_level;
    // A role that somebody now fills is no longer vacant.
    let filled = |one: &&ChainVacancy| one.decision == decision && member.roles.contains(&one.role);
    let filled: Vec<ChainVacancyId> = snapshot.chain_vacancies.iter().filter(filled).map(|one| one.id).collect();
    let (_, changed) = app.transact(context.lang, "set-member", |tx| {
        for vacancy in filled {
            tx.remove::<ChainVacancy>(vacancy)?;
        }
        new_decision.iter().try_for_each(|one| tx.put(one))?;
        Ok(tx.put(&member)?)
    })?;
    Ok(changed)
}

/// Records a stance; a level without evidence is refused (B.2).
pub fn set_stance(app: &mut App, context: &ViewContext, request: SetStance) -> Result<Changed, Error> {
    if request.level.is_some_and(|level| !(-2..=2).contains(&level)) {
        return Err(Error::refused("level-range"));
    }
    let evidence = clean_text(&request.evidence)?.ok_or(Error::refused("evidence-needed"))?;
    if request.read_on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    let snapshot = app.account_of_seat(request.seat)?;
    let tenure = tenure_of(&snapshot, request.seat, request.read_on).ok_or(Error::refused("seat-empty"))?;
    let account = must(&snapshot.seats, request.seat, "seat")?.account;
    if let Some(asked) = request.decision {
        must(&snapshot.decisions, asked, "decision")?;
    }
    let decision = request.decision.or(snapshot.main_decision(account).map(|one| one.id));
    let same_day = |one: &&StanceReading| {
        one.person == tenure.person && one.decision == decision && one.read_on == request.read_on
    };
    let earlier = snapshot.stances.iter().find(same_day).map(|one| one.id);
    let reading = StanceReading {
        id: earlier.unwrap_or_else(new_id),
        r#ref: None,
        person: tenure.person,
        decision,
        level: request.level,
        read_on: request.read_on,
        evidence,
        read_by: None,
    };
    let (_, changed) = app.transact(context.lang, "set-stance", |tx| Ok(tx.put(&reading)?))?;
    Ok(changed)
}

/// Adds a dotted, influence or conflict line, or a solid one where none is.
pub fn add_edge(app: &mut App, context: &ViewContext, request: AddEdge) -> Result<Changed, Error> {
    if request.from_seat == request.to_seat {
        return Err(Error::refused("cycle"));
    }
    if request.strength.is_some_and(|one| !(1..=3).contains(&one)) {
        return Err(Error::refused("level-range"));
    }
    if request.kind == EdgeKind::ReportsTo {
        let moved = crate::wire::MoveSeat {
            seat: request.from_seat,
            superior: Some(request.to_seat),
            unit: None,
            on: request.on,
        };
        return super::seat::move_seat(app, context, moved);
    }
    let snapshot = app.account(request.account)?;
    must(&snapshot.seats, request.from_seat, "seat")?;
    must(&snapshot.seats, request.to_seat, "seat")?;
    let ends = (request.from_seat, request.to_seat);
    let both_ways = request.kind == EdgeKind::ConflictsWith;
    let same = |one: &Edge| {
        let along = (one.from_seat, one.to_seat) == ends || (both_ways && (one.to_seat, one.from_seat) == ends);
        one.kind == request.kind && along && is_in_force(one.from_on, one.to_on, request.on)
    };
    if snapshot.edges.iter().any(same) {
        return Err(Error::refused("line-twice"));
    }
    let evidence = request.evidence.as_deref().map(clean_text).transpose()?.flatten();
    let edge = Edge {
        strength: strength_of(request.kind, request.strength),
        from_on: Some(request.on),
        evidence,
        ..Edge::bare(new_id(), request.account, request.kind, request.from_seat, request.to_seat)
    };
    let (_, changed) = app.transact(context.lang, "add-edge", |tx| Ok(tx.put(&edge)?))?;
    Ok(Changed { created: Some(edge.id.to_string()), ..changed })
}

/// Ends a line; `on` is the first day without it. A line that ended earlier is not drawn out.
pub fn end_edge(app: &mut App, context: &ViewContext, request: EndEdge) -> Result<Changed, Error> {
    let edge = app.store()?.get::<Edge>(request.edge)?.ok_or(Error::missing("edge"))?;
    if edge.to_on.is_some_and(|to| to < request.on) {
        return Err(Error::refused("line-ended"));
    }
    let (_, changed) = app.transact(context.lang, "end-edge", |tx| end(tx, edge, request.on))?;
    Ok(changed)
}

/// Reporting lines carry no strength; the others have one, the least when nobody says.
fn strength_of(kind: EdgeKind, asked: Option<u8>) -> Option<u8> {
    matches!(kind, EdgeKind::Influences | EdgeKind::ConflictsWith).then(|| asked.unwrap_or(1))
}

/// Changes a line that is not the solid one, from today on: earlier days keep a line as it was known
/// then. The identity stays with the line of today, on which somebody is looking.
pub fn set_edge(app: &mut App, context: &ViewContext, request: SetEdge) -> Result<Changed, Error> {
    if request.strength.is_some_and(|one| !(1..=3).contains(&one)) {
        return Err(Error::refused("level-range"));
    }
    let edge = app.store()?.get::<Edge>(request.edge)?.ok_or(Error::missing("edge"))?;
    // The solid line is the tree: it changes by moving the seat, which looks for loops and keeps history.
    if edge.kind == EdgeKind::ReportsTo || request.kind == EdgeKind::ReportsTo {
        return Err(Error::refused("solid-line"));
    }
    let (from_seat, to_seat) =
        if request.reversed { (edge.to_seat, edge.from_seat) } else { (edge.from_seat, edge.to_seat) };
    if !is_in_force(edge.from_on, edge.to_on, context.today) {
        return Err(Error::refused("line-ended"));
    }
    let set = Edge {
        kind: request.kind,
        from_seat,
        to_seat,
        strength: strength_of(request.kind, request.strength),
        evidence: request.evidence.as_deref().map(clean_text).transpose()?.flatten(),
        ..edge.clone()
    };
    let turns = edge.from_on != Some(context.today) && set != edge;
    let past = turns.then(|| Edge { id: new_id(), r#ref: None, to_on: context.today.pred_opt(), ..edge });
    let set = Edge { from_on: if turns { Some(context.today) } else { set.from_on }, ..set };
    let (_, changed) = app.transact(context.lang, "set-edge", |tx| {
        past.iter().try_for_each(|one| tx.put(one))?;
        Ok(tx.put(&set)?)
    })?;
    Ok(changed)
}
