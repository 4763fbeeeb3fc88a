//! Seats on the map: add, rename, move, empty, remove.

use std::collections::HashMap;

use domain::engine::asof::is_in_force;
use domain::*;

use super::{by_script, clean_name, must, required_name};
use crate::names::tenure_of;
use crate::wire::{AddSeat, Changed, EndTenure, MoveSeat, RemoveSeat, RenameSeat, ViewContext};
use crate::{App, Error, new_id};

/// A person without anything but a name.
pub(crate) fn new_person(name: &str) -> Person {
    let (name_zh, name_en) = by_script(name.to_owned());
    Person {
        id: new_id(),
        r#ref: None,
        name_order: if name_zh.is_some() { NameOrder::SurnameFirst } else { NameOrder::GivenFirst },
        name_zh,
        name_en,
        given: None,
        middle: None,
        surname: None,
        surname2: None,
        variants: vec![],
        pronunciation: None,
        address_zh: None,
        address_en: None,
        label: None,
        status: PersonStatus::Active,
        left_on: None,
        erased_on: None,
        suppress_hash: None,
        no_contact: false,
        birthday: None,
        legal: None,
    }
}

/// A seat without anything but a title.
pub(crate) fn new_seat(
    account: AccountId,
    unit: UnitId,
    title: &str,
    rank_level: Option<u8>,
    known: bool,
    position: i64,
) -> Seat {
    let (title_zh, title_en) = by_script(title.to_owned());
    let status = if known { SeatStatus::Normal } else { SeatStatus::Placeholder };
    Seat {
        id: new_id(),
        r#ref: None,
        account,
        unit,
        title_zh,
        title_en,
        rank_level,
        status,
        no_contact: false,
        position,
        from_on: None,
        to_on: None,
        nudge_x: None,
        nudge_y: None,
    }
}

/// A reporting line from a day.
pub(crate) fn reporting(account: AccountId, from_seat: SeatId, to_seat: SeatId, from_on: Option<Day>) -> Edge {
    Edge {
        id: new_id(),
        r#ref: None,
        account,
        kind: EdgeKind::ReportsTo,
        from_seat,
        to_seat,
        strength: None,
        from_on,
        to_on: None,
        evidence: None,
    }
}

/// Adds a person with a seat, or an unknown seat, and its line upward.
pub fn add_seat(app: &mut App, context: &ViewContext, request: AddSeat) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    let name = request.name.as_deref().map(clean_name).transpose()?.flatten();
    let title = required_name(&request.title)?;
    check_rank(request.rank_level)?;
    let above = request.superior.map(|id| must(&snapshot.seats, id, "seat")).transpose()?;
    let root = || snapshot.units.iter().find(|one| one.parent.is_none()).map(|one| one.id);
    let unit = request.unit.or(above.map(|one| one.unit)).or_else(root).ok_or(Error::missing("unit"))?;
    must(&snapshot.units, unit, "unit")?;
    let position = snapshot.seats.iter().map(|one| one.position).max().map_or(0, |last| last + 1);
    let seat = new_seat(request.account, unit, &title, request.rank_level, name.is_some(), position);
    let member = request.decision.map(|decision| super::chain::new_member(decision, seat.id, position));
    let op = if name.is_some() { "add-person" } else { "add-unknown-seat" };
    let (_, changed) = app.transact(context.lang, op, |tx| {
        tx.put(&seat)?;
        if let Some(name) = &name {
            let person = new_person(name);
            tx.put(&Tenure {
                id: new_id(),
                r#ref: None,
                seat: seat.id,
                person: person.id,
                from_on: None,
                to_on: None,
                primary: true,
                source: None,
            })?;
            tx.put(&person)?;
        }
        if let Some(above) = request.superior {
            tx.put(&reporting(request.account, seat.id, above, None))?;
        }
        member.iter().try_for_each(|one| tx.put(one))?;
        Ok(())
    })?;
    Ok(Changed { created: Some(seat.id.to_string()), ..changed })
}

fn check_rank(rank: Option<u8>) -> Result<(), Error> {
    match rank {
        Some(level) if !(1..=10).contains(&level) => Err(Error::refused("rank-range")),
        _ => Ok(()),
    }
}

/// Renames holder and post; naming an unknown seat's holder makes it held.
pub fn rename_seat(app: &mut App, context: &ViewContext, request: RenameSeat) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let mut seat = must(&snapshot.seats, request.seat, "seat")?.clone();
    let title = required_name(&request.title)?;
    set_by_script(&mut seat.title_zh, &mut seat.title_en, title);
    let name = request.name.as_deref().map(clean_name).transpose()?.flatten();
    let held = tenure_of(&snapshot, seat.id, context.today);
    let mut person = held.and_then(|one| snapshot.person(one.person)).cloned();
    let mut begun = None;
    match (&mut person, name) {
        (Some(person), Some(name)) => set_by_script(&mut person.name_zh, &mut person.name_en, name),
        (None, Some(name)) => {
            if seat.no_contact {
                return Err(Error::refused("no-contact"));
            }
            let new = new_person(&name);
            begun = Some(Tenure {
                id: new_id(),
                r#ref: None,
                seat: seat.id,
                person: new.id,
                from_on: Some(context.today),
                to_on: None,
                primary: true,
                source: None,
            });
            seat.status = SeatStatus::Normal;
            person = Some(new);
        }
        _ => {}
    }
    let (_, changed) = app.transact(context.lang, "rename-seat", |tx| {
        tx.put(&seat)?;
        person.iter().try_for_each(|one| tx.put(one))?;
        begun.iter().try_for_each(|one| tx.put(one))?;
        Ok(())
    })?;
    Ok(changed)
}

/// Replaces the text of its own script and keeps the other language.
fn set_by_script(zh: &mut Option<String>, en: &mut Option<String>, text: String) {
    match by_script(text) {
        (Some(text), _) => *zh = Some(text),
        (_, text) => *en = text,
    }
}

/// Moves a seat: the old line ends the day before, a new one begins. A loop of superiors is refused.
pub fn move_seat(app: &mut App, context: &ViewContext, request: MoveSeat) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let mut seat = must(&snapshot.seats, request.seat, "seat")?.clone();
    if let Some(above) = request.superior {
        must(&snapshot.seats, above, "seat")?;
        if would_loop(&snapshot, request.seat, above, request.on) {
            return Err(Error::refused("cycle"));
        }
    }
    if let Some(unit) = request.unit {
        must(&snapshot.units, unit, "unit")?;
        seat.unit = unit;
    }
    let current = |one: &&Edge| {
        one.kind == EdgeKind::ReportsTo && one.from_seat == seat.id && is_in_force(one.from_on, one.to_on, request.on)
    };
    let old: Vec<Edge> = snapshot.edges.iter().filter(current).cloned().collect();
    let (_, changed) = app.transact(context.lang, "move-seat", |tx| {
        for mut line in old {
            if line.from_on == Some(request.on) {
                tx.remove::<Edge>(line.id)?;
            } else {
                line.to_on = request.on.pred_opt();
                tx.put(&line)?;
            }
        }
        if let Some(above) = request.superior {
            tx.put(&reporting(seat.account, seat.id, above, Some(request.on)))?;
        }
        Ok(tx.put(&seat)?)
    })?;
    Ok(changed)
}

/// Whether `seat` is `above` itself or somewhere over it on that day.
fn would_loop(snapshot: &Snapshot, seat: SeatId, above: SeatId, on: Day) -> bool {
    let solid =
        snapshot.edges.iter().filter(|one| one.kind == EdgeKind::ReportsTo && is_in_force(one.from_on, one.to_on, on));
    let up: HashMap<SeatId, SeatId> = solid.map(|one| (one.from_seat, one.to_seat)).collect();
    let mut at = above;
    for _ in 0..=up.len() {
        if at == seat {
            return true;
        }
        match up.get(&at) {
            Some(next) => at = *next,
            None => return false,
        }
    }
    true
}

/// The holder left: tenures of the seat end, the seat stays and is vacant.
pub fn end_tenure(app: &mut App, context: &ViewContext, request: EndTenure) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    if request.on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    let mut tenure = tenure_of(&snapshot, request.seat, request.on).ok_or(Error::refused("seat-empty"))?.clone();
    let all = app.store()?.list_by::<Tenure>("person", tenure.person)?;
    let elsewhere = all.iter().any(|one| one.id != tenure.id && one.to_on.is_none_or(|to| to >= request.on));
    let mut person = must(&snapshot.people, tenure.person, "person")?.clone();
    if !elsewhere {
        person.status = PersonStatus::Departed;
        person.left_on = Some(request.on);
    }
    let (_, changed) = app.transact(context.lang, "end-tenure", |tx| {
        if tenure.from_on == Some(request.on) {
            tx.remove::<Tenure>(tenure.id)?;
        } else {
            // The day of leaving is the first without a holder, so that the seat is seen empty at once.
            tenure.to_on = request.on.pred_opt();
            tx.put(&tenure)?;
        }
        Ok(tx.put(&person)?)
    })?;
    Ok(changed)
}

/// Removes a seat nobody ever held, with its lines, chain parts and assignments; reports move up to its superior.
pub fn remove_seat(app: &mut App, context: &ViewContext, request: RemoveSeat) -> Result<Changed, Error> {
    let snapshot = app.account_of_seat(request.seat)?;
    let id = must(&snapshot.seats, request.seat, "seat")?.id;
    if snapshot.tenures.iter().any(|one| one.seat == id) {
        return Err(Error::refused("seat-held"));
    }
    let above = snapshot
        .edges
        .iter()
        .find(|one| {
            one.kind == EdgeKind::ReportsTo && one.from_seat == id && is_in_force(one.from_on, one.to_on, context.today)
        })
        .map(|one| one.to_seat);
    let (_, changed) = app.transact(context.lang, "remove-seat", |tx| {
        for line in snapshot.edges.iter().filter(|one| one.from_seat == id || one.to_seat == id) {
            match above {
                Some(above) if line.to_seat == id && line.from_seat != above && line.kind == EdgeKind::ReportsTo => {
                    tx.put(&Edge { to_seat: above, ..line.clone() })?
                }
                _ => {
                    tx.remove::<Edge>(line.id)?;
                }
            };
        }
        for member in snapshot.chain_members.iter().filter(|one| one.seat == id) {
            tx.remove::<ChainMember>(member.id)?;
        }
        for assignment in snapshot.assignments.iter().filter(|one| one.seat == id) {
            tx.remove::<Assignment>(assignment.id)?;
        }
        for body in snapshot.decision_bodies.iter().filter(|one| one.chair == Some(id) || one.members.contains(&id)) {
            let members = body.members.iter().copied().filter(|one| *one != id).collect();
            tx.put(&DecisionBody { members, chair: body.chair.filter(|one| *one != id), ..body.clone() })?;
        }
        tx.remove::<Seat>(id)?;
        Ok(())
    })?;
    Ok(changed)
}
