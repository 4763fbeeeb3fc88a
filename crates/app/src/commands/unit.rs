//! Units: rename, nest, remove.

use std::sync::Arc;

use domain::*;

use super::seat::set_by_script;
use super::{must, required_name};
use crate::wire::*;
use crate::{App, Error};

fn account_of_unit(app: &mut App, unit: UnitId) -> Result<Arc<Snapshot>, Error> {
    let account = app.store()?.get::<OrgUnit>(unit)?.ok_or(Error::missing("unit"))?.account;
    app.account(account)
}

/// Renames a unit in the language it is typed in.
pub fn rename_unit(app: &mut App, context: &ViewContext, request: RenameUnit) -> Result<Changed, Error> {
    let snapshot = account_of_unit(app, request.unit)?;
    let mut unit = must(&snapshot.units, request.unit, "unit")?.clone();
    set_by_script(&mut unit.name_zh, &mut unit.name_en, required_name(&request.name)?);
    let (_, changed) = app.transact(context.lang, "rename-unit", |tx| Ok(tx.put(&unit)?))?;
    Ok(changed)
}

/// Moves a unit into another, last there.
pub fn move_unit(app: &mut App, context: &ViewContext, request: MoveUnit) -> Result<Changed, Error> {
    let snapshot = account_of_unit(app, request.unit)?;
    let mut unit = must(&snapshot.units, request.unit, "unit")?.clone();
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
    if unit.parent != request.parent {
        unit.parent = request.parent;
        unit.position = snapshot.units.iter().map(|one| one.position).max().map_or(0, |last| last.saturating_add(1));
    }
    let (_, changed) = app.transact(context.lang, "move-unit", |tx| Ok(tx.put(&unit)?))?;
    Ok(changed)
}

/// Removes a unit that never had a seat; the units inside move up.
pub fn remove_unit(app: &mut App, context: &ViewContext, request: RemoveUnit) -> Result<Changed, Error> {
    let snapshot = account_of_unit(app, request.unit)?;
    let unit = must(&snapshot.units, request.unit, "unit")?;
    if snapshot.seats.iter().any(|one| one.unit == unit.id) {
        return Err(Error::refused("unit-held"));
    }
    if snapshot.units.iter().filter(|one| one.account == unit.account).count() == 1 {
        return Err(Error::refused("unit-last"));
    }
    let (_, changed) = app.transact(context.lang, "remove-unit", |tx| {
        for inside in snapshot.units.iter().filter(|one| one.parent == Some(unit.id)) {
            tx.put(&OrgUnit { parent: unit.parent, ..inside.clone() })?;
        }
        for link in snapshot.org_links.iter().filter(|one| one.from_unit == unit.id || one.to_unit == unit.id) {
            tx.remove::<OrgLink>(link.id)?;
        }
        tx.remove::<OrgUnit>(unit.id)?;
        Ok(())
    })?;
    Ok(changed)
}
