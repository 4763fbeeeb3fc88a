//! The quick-entry grid: many typed or pasted rows checked, then added in one step. Deliberately absent: files (import).

mod plan;

use domain::*;

use self::plan::{Plan, UnitChoice};
use super::chain::{joined, new_member};
use super::seat::{begins_on, new_seat, put_holder, reporting};
use crate::wire::*;
use crate::{App, Error};

/// Rows taken at once; more than that is a file.
const MOST_ROWS: usize = 2_000;

/// Says what would be added and what stands in the way.
pub fn check_rows(app: &mut App, context: &ViewContext, request: AddSeats) -> Result<QuickCheck, Error> {
    let snapshot = checked(app, &request, context.today)?;
    let plan = Plan::make(&snapshot, &app.words().speak(context.lang), &request, context.today);
    Ok(QuickCheck {
        people: plan.rows.iter().filter(|row| row.name.is_some()).count() as u32,
        seats: plan.rows.len() as u32,
        new_units: plan.new_units.iter().map(|one| plan::unit_name(one).to_owned()).collect(),
        problems: plan.problems,
    })
}

/// Adds the rows, or nothing when one of them cannot be added. They begin as [`begins_on`] says.
pub fn add_seats(app: &mut App, context: &ViewContext, request: AddSeats) -> Result<AddedSeats, Error> {
    let snapshot = checked(app, &request, context.today)?;
    let plan = Plan::make(&snapshot, &app.words().speak(context.lang), &request, context.today);
    let blocked = plan.problems.iter().filter(|one| one.blocking).count();
    if blocked > 0 {
        return Err(Error::refused("rows-blocked").with("count", blocked));
    }
    if plan.rows.is_empty() {
        return Err(Error::refused("nothing-chosen"));
    }
    let (decision, new_decision) = joined(&snapshot, request.account, request.decision, request.join)?;
    let first = super::next_position(snapshot.seats.iter().map(|one| one.position));
    let from_on = begins_on(&snapshot, request.account, context.today);
    let seats: Vec<Seat> = plan
        .rows
        .iter()
        .zip(0..)
        .map(|(row, more)| {
            let position = first.saturating_add(more);
            let unit = match row.unit {
                UnitChoice::Known(id) => id,
                UnitChoice::New(at) => plan.new_units[at].id,
            };
            let title = row.title.as_deref().unwrap_or_default();
            let mut seat = new_seat(request.account, unit, title, None, row.name.is_some(), position);
            seat.from_on = from_on;
            if title.is_empty() {
                (seat.title_zh, seat.title_en) = (None, None);
            }
            seat
        })
        .collect();
    let (_, changed) = app.transact(context.lang, "add-seats", |tx| {
        plan.new_units.iter().try_for_each(|one| tx.put(one))?;
        new_decision.iter().try_for_each(|one| tx.put(one))?;
        for (seat, row) in seats.iter().zip(&plan.rows) {
            tx.put(seat)?;
            row.name.iter().try_for_each(|name| put_holder(tx, seat, name))?;
            let above = match row.above {
                Some(plan::Above::Seat(id)) => Some(id),
                Some(plan::Above::Row(at)) => Some(seats[at].id),
                None => None,
            };
            above.iter().try_for_each(|above| tx.put(&reporting(request.account, seat.id, *above, from_on)))?;
            if let Some(decision) = decision {
                tx.put(&new_member(decision, seat.id, seat.position))?;
            }
        }
        Ok(())
    })?;
    Ok(AddedSeats { changed, seats: seats.iter().map(|one| one.id).collect() })
}

/// The account's records, when what the whole request names is there.
fn checked(app: &mut App, request: &AddSeats, today: Day) -> Result<std::sync::Arc<Snapshot>, Error> {
    if request.rows.len() > MOST_ROWS {
        return Err(Error::refused("too-many-rows").with("limit", MOST_ROWS).with("count", request.rows.len()));
    }
    let snapshot = app.account(request.account)?;
    if let Some(id) = request.decision {
        super::must(&snapshot.decisions, id, "decision")?;
    }
    if let Some(id) = request.unit {
        super::unit::unit_on(&snapshot, id, today)?;
    }
    if let Some(id) = request.superior {
        super::must(&snapshot.seats, id, "seat")?;
    }
    Ok(snapshot)
}
