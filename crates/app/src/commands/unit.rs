//! Units: add, rename, nest, remove, and seats that go into another one.

use std::sync::Arc;

use domain::engine::units::{UnitsOn, moved_on, unit_of};
use domain::*;

use super::dated::end;
use super::seat::{begins_on, set_by_script};
use super::{by_script, must, next_position, required_name};
use crate::wire::*;
use crate::{App, Error, new_id};

fn account_of_unit(app: &mut App, unit: UnitId) -> Result<Arc<Snapshot>, Error> {
    let account = app.store()?.get::<OrgUnit>(unit)?.ok_or(Error::missing("unit"))?.account;
    app.account(account)
}

/// A unit that has not ended before a day.
pub(crate) fn unit_on(snapshot: &Snapshot, unit: UnitId, day: Day) -> Result<&OrgUnit, Error> {
    let unit = must(&snapshot.units, unit, "unit")?;
    if unit.to_on.is_some_and(|last| last < day) { Err(Error::missing("unit")) } else { Ok(unit) }
}

/// A seat in another unit from `on`. While a map is first filled it is there since ever, as [`begins_on`] says of what is added.
pub(crate) fn into_unit(snapshot: &Snapshot, seat: &Seat, unit: UnitId, on: Day, today: Day) -> Seat {
    match begins_on(snapshot, seat.account, today) {
        Some(_) => moved_on(seat, unit, on),
        None => Seat { unit, ..seat.clone() },
    }
}

/// Adds a unit, last among its siblings, perhaps around seats, which are in it from today. It begins as [`begins_on`] says.
pub fn add_unit(app: &mut App, context: &ViewContext, request: AddUnit) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    if let Some(parent) = request.parent {
        unit_on(&snapshot, parent, context.today)?;
    }
    request.seats.iter().try_for_each(|id| must(&snapshot.seats, *id, "seat").map(|_| ()))?;
    let (name_zh, name_en) = by_script(required_name(&request.name)?);
    let unit = OrgUnit {
        parent: request.parent,
        name_zh,
        name_en,
        position: next_position(snapshot.units.iter().map(|one| one.position)),
        from_on: begins_on(&snapshot, request.account, context.today),
        ..OrgUnit::bare(new_id(), request.account)
    };
    let (_, changed) = app.transact(context.lang, "add-unit", |tx| {
        tx.put(&unit)?;
        let moved = snapshot.seats.iter().filter(|one| request.seats.contains(&one.id));
        let moved = moved.map(|one| into_unit(&snapshot, one, unit.id, context.today, context.today));
        Ok(moved.into_iter().try_for_each(|one| tx.put(&one))?)
    })?;
    Ok(Changed { created: Some(unit.id.to_string()), ..changed })
}

/// Renames a unit in the language it is typed in.
pub fn rename_unit(app: &mut App, context: &ViewContext, request: RenameUnit) -> Result<Changed, Error> {
    let snapshot = account_of_unit(app, request.unit)?;
    let mut unit = must(&snapshot.units, request.unit, "unit")?.clone();
    set_by_script(&mut unit.name_zh, &mut unit.name_en, required_name(&request.name)?);
    let (_, changed) = app.transact(context.lang, "rename-unit", |tx| Ok(tx.put(&unit)?))?;
    Ok(changed)
}

/// Moves a unit into another, last there; so it is on every day, nesting carries no dates.
pub fn move_unit(app: &mut App, context: &ViewContext, request: MoveUnit) -> Result<Changed, Error> {
    let snapshot = account_of_unit(app, request.unit)?;
    let mut unit = unit_on(&snapshot, request.unit, context.today)?.clone();
    request.parent.map(|parent| unit_on(&snapshot, parent, context.today)).transpose()?;
    let mut at = request.parent;
    // One round more than there are units: a chain that is longer goes in a circle already.
    for _ in 0..=snapshot.units.len() {
        let Some(id) = at else { break };
        if id == unit.id {
            return Err(Error::refused("unit-cycle"));
        }
        at = must(&snapshot.units, id, "unit")?.parent;
    }
    if at.is_some() {
        return Err(Error::refused("unit-cycle"));
    }
    // A unit in one that has ended already lies in the next one outward.
    let lies_in = UnitsOn::read(&snapshot, unit.account, context.today).parent(&unit);
    if lies_in != request.parent {
        unit.parent = request.parent;
        unit.position = next_position(snapshot.units.iter().map(|one| one.position));
    }
    let (_, changed) = app.transact(context.lang, "move-unit", |tx| Ok(tx.put(&unit)?))?;
    Ok(changed)
}

/// Removes a unit without seats; the units inside move up. One with a past, of its own or as that of a seat, ends yesterday
/// and is still there on the days before, with what lay in it.
pub fn remove_unit(app: &mut App, context: &ViewContext, request: RemoveUnit) -> Result<Changed, Error> {
    let snapshot = account_of_unit(app, request.unit)?;
    let unit = unit_on(&snapshot, request.unit, context.today)?;
    let seats = || snapshot.seats.iter();
    let stays = |one: &Seat| one.to_on.is_none_or(|last| last >= context.today);
    if seats().any(|one| stays(one) && (one.unit == unit.id || unit_of(one, context.today) == unit.id)) {
        return Err(Error::refused("unit-held"));
    }
    if UnitsOn::read(&snapshot, unit.account, context.today).all().count() == 1 {
        return Err(Error::refused("unit-last"));
    }
    let was = |one: &Seat| one.unit == unit.id || one.former_units.iter().any(|then| then.unit == unit.id);
    let began = unit.from_on.is_none_or(|from| from < context.today);
    let past = seats().any(was) || (began && begins_on(&snapshot, unit.account, context.today).is_some());
    let (_, changed) = app.transact(context.lang, "remove-unit", |tx| {
        let links = snapshot.org_links.iter().filter(|one| one.from_unit == unit.id || one.to_unit == unit.id);
        if past {
            for link in links.filter(|one| one.to_on.is_none_or(|last| last >= context.today)) {
                end(tx, link.clone(), context.today)?;
            }
            return Ok(tx.put(&OrgUnit { to_on: context.today.pred_opt(), ..unit.clone() })?);
        }
        for inside in snapshot.units.iter().filter(|one| one.parent == Some(unit.id)) {
            tx.put(&OrgUnit { parent: unit.parent, ..inside.clone() })?;
        }
        for link in links {
            tx.remove::<OrgLink>(link.id)?;
        }
        tx.remove::<OrgUnit>(unit.id)?;
        Ok(())
    })?;
    Ok(changed)
}
