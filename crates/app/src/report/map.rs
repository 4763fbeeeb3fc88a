//! The map for scripts: the same scene, figures, changes and ways in as on screen, by refs. A room-safe answer has no refs,
//! which are ours, but the identities of seats.

use std::collections::{HashMap, HashSet};

use domain::scene::{DisplayMode, Lens, Rect, Scene, SceneLine};
use domain::*;
use serde_json::{Value, json};

use super::{account_id, tenth};
use crate::commands::saved_view::shown_by;
use crate::files::NamedFile;
use crate::names::tenure_of;
use crate::refs::{find, name_of, stakeholder};
use crate::wire::{GetMap, GetPaths, GetRoom, MapFormat, MapView, PathList, ViewContext, WriteMap};
use crate::{App, Error};

/// A map as a script asks for it: everything by ref or name.
#[derive(Debug, Clone)]
pub struct AskedMap<'a> {
    pub account: &'a str,
    pub decision: Option<&'a str>,
    pub lens: Lens,
    pub as_of: Day,
    pub compare: Option<Day>,
    pub folded: Vec<&'a str>,
    pub focus: Option<&'a str>,
    /// A saved view by name; it takes the place of decision, lens, days, folds and focus.
    pub view: Option<&'a str>,
    pub mode: DisplayMode,
}

/// The same with identities, and the legend entries a saved view keeps in full ink.
fn found(app: &mut App, context: &ViewContext, asked: &AskedMap) -> Result<(GetMap, Vec<String>), Error> {
    let account = account_id(app, asked.account)?;
    let snapshot = app.account(account)?;
    if let Some(key) = asked.view {
        let view = named_view(&snapshot, key)?;
        return Ok((shown_by(view, context.today), view.filter.clone()));
    }
    let request = GetMap {
        account,
        decision: asked.decision.map(|key| decision_id(&snapshot, key)).transpose()?,
        lens: asked.lens,
        as_of: asked.as_of,
        compare: asked.compare,
        folded: asked.folded.iter().map(|key| seat_id(&snapshot, key, asked.as_of)).collect::<Result<_, _>>()?,
        focus: asked.focus.map(|key| seat_id(&snapshot, key, asked.as_of)).transpose()?,
    };
    Ok((request, vec![]))
}

fn named_view<'a>(snapshot: &'a Snapshot, key: &str) -> Result<&'a SavedView, Error> {
    let called = snapshot.saved_views.iter().find(|one| one.name == key);
    called.map_or_else(|| find(&snapshot.saved_views, key, "view"), Ok)
}

fn decision_id(snapshot: &Snapshot, key: &str) -> Result<DecisionId, Error> {
    let is = |one: &&Decision| one.name_zh.as_deref() == Some(key) || one.name_en.as_deref() == Some(key);
    match snapshot.decisions.iter().find(is) {
        Some(one) => Ok(one.id),
        None => find(&snapshot.decisions, key, "decision").map(|one| one.id),
    }
}

/// The seat behind a ref of a seat, or of the person who sits there on the day: the main post.
fn seat_id(snapshot: &Snapshot, key: &str, day: Day) -> Result<SeatId, Error> {
    if let Ok(seat) = find(&snapshot.seats, key, "seat") {
        return Ok(seat.id);
    }
    let person = find(&snapshot.people, key, "seat")?.id;
    let held = snapshot.tenures.iter().filter(|one| one.person == person);
    let mut held: Vec<&Tenure> =
        held.filter(|one| tenure_of(snapshot, one.seat, day).is_some_and(|now| now.id == one.id)).collect();
    held.sort_by_key(|one| !one.primary);
    held.first().map(|one| one.seat).ok_or_else(|| Error::missing("seat").with("key", key))
}

/// How a script knows each seat: the first seat of a person by the person's ref.
fn keys(snapshot: &Snapshot, day: Day, scene: &Scene) -> HashMap<SeatId, String> {
    let mut seen = HashSet::new();
    let key = |seat: SeatId| {
        let person = tenure_of(snapshot, seat, day).map(|one| one.person).filter(|one| seen.insert(*one));
        (seat, stakeholder(snapshot, seat, person))
    };
    scene.cards.iter().map(|card| card.seat).map(key).collect()
}

fn boxed(rect: &Rect) -> Value {
    json!([rect.x, rect.y, rect.w, rect.h])
}

/// The map of an account: cards, lines, units, figures, and the changes when two days are compared.
///
/// # Errors
/// When there is no such account, decision, view or seat.
pub fn map(app: &mut App, context: &ViewContext, asked: &AskedMap) -> Result<Value, Error> {
    let (request, _) = found(app, context, asked)?;
    if asked.mode == DisplayMode::Presenting {
        return room(app, context, request);
    }
    let day = request.as_of;
    let snapshot = app.account(request.account)?;
    let mut view = crate::commands::map::get_map(app, context, request.clone())?;
    if view.coarse {
        view.scene.lines = crate::commands::map::ways(app, context, &request)?;
    }
    let keys = keys(&snapshot, day, &view.scene);
    let key = |seat: &SeatId| keys.get(seat).cloned().unwrap_or_else(|| name_of(&snapshot.seats, *seat));
    let rows: HashMap<SeatId, &crate::wire::OutlineRow> = view.outline.iter().map(|row| (row.seat, row)).collect();
    let card = |one: &domain::scene::SceneCard| {
        let row = rows.get(&one.seat);
        json!({"ref": key(&one.seat), "name": row.map(|row| &row.name), "post": row.map(|row| &row.post),
            "superior": one.parent.as_ref().map(key), "in_chain": row.map(|row| row.in_chain), "words": one.label,
            "hidden": one.folded, "box": boxed(&one.rect)})
    };
    let line = |one: &SceneLine| json!({"kind": one.kind, "from": key(&one.from), "to": key(&one.to), "strength": one.strength, "points": one.points});
    let unit = |one: &domain::scene::SceneUnit| json!({"ref": name_of(&snapshot.units, one.unit), "name": one.title, "seats": one.count, "box": boxed(&one.rect)});
    let change = |one: &crate::wire::DifferenceRow| json!({"kind": one.kind, "ref": one.seat.as_ref().map(key), "name": one.name, "text": one.text, "on": one.on});
    Ok(json!({
        "account": name_of(&snapshot.accounts, view.account.id),
        "as_of": day,
        "decision": view.decision.map(|id| name_of(&snapshot.decisions, id)),
        "figures": figures(&view),
        "size": [view.scene.width, view.scene.height],
        "units": view.scene.units.iter().map(unit).collect::<Vec<_>>(),
        "cards": view.scene.cards.iter().map(card).collect::<Vec<_>>(),
        "lines": view.scene.lines.iter().map(line).collect::<Vec<_>>(),
        "changes": view.changes.iter().map(change).collect::<Vec<_>>(),
        "first_record": view.first_record,
    }))
}

fn figures(view: &MapView) -> Value {
    let one = &view.figures;
    json!({"coverage": tenth(one.coverage), "support": one.support.map(tenth), "known_share": one.known_share.round(),
        "ownership_pct": one.ownership_pct.round(), "single_thread": one.risk, "health": one.health.map(tenth)})
}

fn room(app: &mut App, context: &ViewContext, request: GetMap) -> Result<Value, Error> {
    let asked =
        GetRoom { account: request.account, as_of: request.as_of, folded: request.folded, focus: request.focus };
    let view = crate::commands::room::get_room(app, context, asked)?;
    let rows: HashMap<SeatId, &crate::wire::RoomRow> = view.outline.iter().map(|row| (row.seat, row)).collect();
    let card = |one: &domain::scene::SceneCard| {
        let row = rows.get(&one.seat);
        json!({"id": one.seat, "name": row.map(|row| &row.name), "post": row.map(|row| &row.post), "superior": one.parent,
            "box": boxed(&one.rect)})
    };
    let line = |one: &SceneLine| json!({"kind": one.kind, "from": one.from, "to": one.to, "points": one.points});
    let unit = |one: &domain::scene::SceneUnit| json!({"name": one.title, "box": boxed(&one.rect)});
    Ok(json!({
        "account": view.account_name,
        "month": view.month,
        "size": [view.scene.width, view.scene.height],
        "units": view.scene.units.iter().map(unit).collect::<Vec<_>>(),
        "cards": view.scene.cards.iter().map(card).collect::<Vec<_>>(),
        "lines": view.scene.lines.iter().map(line).collect::<Vec<_>>(),
    }))
}

/// The best ways to a stakeholder, or why there is none.
///
/// # Errors
/// When there is no such account, decision or stakeholder.
pub fn paths(
    app: &mut App,
    context: &ViewContext,
    account: &str,
    decision: Option<&str>,
    to: &str,
) -> Result<Value, Error> {
    let account = account_id(app, account)?;
    let snapshot = app.account(account)?;
    let day = context.today;
    let target = seat_id(&snapshot, to, day)?;
    let decision = decision.map(|key| decision_id(&snapshot, key)).transpose()?;
    let request = GetPaths { account, decision, target, as_of: day };
    let list = crate::commands::path::get_paths(app, context, request)?;
    let key = |seat: SeatId| stakeholder(&snapshot, seat, tenure_of(&snapshot, seat, day).map(|one| one.person));
    Ok(told(&snapshot, &list, key))
}

fn told(snapshot: &Snapshot, list: &PathList, key: impl Fn(SeatId) -> String) -> Value {
    let path = |one: &crate::wire::PathRow| {
        json!({"value": one.value, "opener": one.opener.as_ref().map(|staff| name_of(&snapshot.staff, staff.id)),
            "steps": one.steps.iter().map(|step| key(step.seat)).collect::<Vec<_>>(),
            "names": one.steps.iter().map(|step| &step.name).collect::<Vec<_>>(), "why": one.text})
    };
    json!({"to": key(list.target), "name": list.target_name, "paths": list.paths.iter().map(path).collect::<Vec<_>>(),
        "none": list.none_text})
}

/// The map as a file.
///
/// # Errors
/// As [`map`], and what the writers refuse.
pub fn write_map(
    app: &mut App,
    context: &ViewContext,
    asked: &AskedMap,
    format: MapFormat,
    scale: Option<f64>,
) -> Result<NamedFile, Error> {
    let (one, filter) = found(app, context, asked)?;
    let request = WriteMap {
        account: one.account,
        decision: one.decision,
        lens: one.lens,
        as_of: one.as_of,
        compare: one.compare,
        folded: one.folded,
        focus: one.focus,
        filter,
        view: None,
        mode: asked.mode,
        format,
        scale,
    };
    crate::files::write_map(app, context, request)
}
