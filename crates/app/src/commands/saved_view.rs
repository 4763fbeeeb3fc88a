//! Saved views.

use domain::*;

use super::{must, next_position, required_name};
use crate::wire::*;
use crate::{App, Error, new_id};

/// Legend keys a view can keep, and folds: far more than any map offers.
const MOST_KEYS: usize = 100;

/// Makes a view, last of the account's, or overwrites one. Seats that are gone are left out.
pub fn save_view(app: &mut App, context: &ViewContext, request: SaveView) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    let name = required_name(&request.name)?;
    if let Some(decision) = request.decision {
        must(&snapshot.decisions, decision, "decision")?;
    }
    let known = request.view.map(|id| must(&snapshot.saved_views, id, "view")).transpose()?;
    let here = |seat: &SeatId| snapshot.seat(*seat).is_some();
    let number = |value: Option<f64>| value.filter(|one| one.is_finite());
    let last = || next_position(snapshot.saved_views.iter().map(|one| one.position));
    let view = SavedView {
        id: known.map_or_else(new_id, |one| one.id),
        r#ref: known.and_then(|one| one.r#ref.clone()),
        account: request.account,
        name,
        decision: request.decision,
        lens: request.lens,
        as_of: request.as_of,
        compare: request.compare,
        filter: request.filter.into_iter().filter(|key| key.len() <= 80).take(MOST_KEYS).collect(),
        folded: request.folded.into_iter().filter(here).collect(),
        focus: request.focus.filter(here),
        zoom: number(request.zoom).filter(|one| *one > 0.0),
        centre_x: number(request.centre_x),
        centre_y: number(request.centre_y),
        position: known.map_or_else(last, |one| one.position),
    };
    let (_, changed) = app.transact(context.lang, "save-view", |tx| Ok(tx.put(&view)?))?;
    Ok(Changed { created: known.is_none().then(|| view.id.to_string()), ..changed })
}

/// Removes a view.
pub fn remove_view(app: &mut App, context: &ViewContext, request: RemoveView) -> Result<Changed, Error> {
    app.store()?.get::<SavedView>(request.view)?.ok_or(Error::missing("view"))?;
    let (_, changed) =
        app.transact(context.lang, "remove-view", |tx| Ok(tx.remove::<SavedView>(request.view).map(|_| ())?))?;
    Ok(changed)
}

/// The map a view shows; one without a day of its own shows today. Its filter is for who paints.
pub(crate) fn shown_by(view: &SavedView, today: Day) -> GetMap {
    GetMap {
        account: view.account,
        decision: view.decision,
        lens: view.lens,
        as_of: view.as_of.unwrap_or(today),
        compare: view.compare,
        folded: view.folded.clone(),
        focus: view.focus,
    }
}

/// The views of an account in their order.
pub(crate) fn views(snapshot: &Snapshot, account: AccountId) -> Vec<&SavedView> {
    let mut views: Vec<&SavedView> = snapshot.saved_views.iter().filter(|one| one.account == account).collect();
    views.sort_by_key(|one| (one.position, one.id));
    views
}
