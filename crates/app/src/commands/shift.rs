//! A visit moved to another day takes its lines along. Deliberately absent: whether it may be moved, and what has happened
//! already (log, copies, what is done).

use chrono::Duration;
use domain::*;

use super::plan::outside_blackout;
use crate::Error;
use crate::wire::PlanLine;

/// The lines of a visit that have days, `by` days later (or earlier), where that changes them.
///
/// What is still to do by a day is never moved into the past: it is then due today.
///
/// # Errors
/// When a line would come to lie in the blackout of an open decision.
pub(super) fn shifted(snapshot: &Snapshot, visit: &Visit, by: i64, today: Day) -> Result<Vec<PlanLine>, Error> {
    let lines = with_days(snapshot, visit, by, today);
    for line in &lines {
        if let PlanLine::AgendaItem(AgendaItem { on, .. })
        | PlanLine::Meal(Meal { on, .. })
        | PlanLine::TravelLeg(TravelLeg { on, .. }) = line
        {
            outside_blackout(snapshot, &Visit { starts_on: *on, days: 1, ..visit.clone() })?;
        }
    }
    Ok(lines)
}

/// The lines of a visit that have days, `by` days later.
pub(super) fn with_days(snapshot: &Snapshot, visit: &Visit, by: i64, today: Day) -> Vec<PlanLine> {
    let own = |id: VisitId| id == visit.id;
    let moved = |on: Day| on.checked_add_signed(Duration::days(by)).unwrap_or(on);
    let due = |on: Day| if on < today { on } else { moved(on).max(today) };
    let mut lines: Vec<PlanLine> = Vec::new();
    let agenda = snapshot.agenda_items.iter().filter(|one| own(one.visit));
    lines.extend(agenda.map(|one| PlanLine::AgendaItem(AgendaItem { on: moved(one.on), ..one.clone() })));
    let meals = snapshot.meals.iter().filter(|one| own(one.visit));
    lines.extend(meals.map(|one| PlanLine::Meal(Meal { on: moved(one.on), ..one.clone() })));
    let legs = snapshot.travel_legs.iter().filter(|one| own(one.visit));
    lines.extend(legs.map(|one| PlanLine::TravelLeg(TravelLeg { on: moved(one.on), ..one.clone() })));
    let rooms = snapshot.lodgings.iter().filter(|one| own(one.visit) && (one.from_on.or(one.to_on)).is_some());
    lines.extend(rooms.map(|one| {
        PlanLine::Lodging(Lodging { from_on: one.from_on.map(moved), to_on: one.to_on.map(moved), ..one.clone() })
    }));
    let cars = snapshot.vehicles.iter().filter(|one| own(one.visit) && one.leaves_on.is_some());
    lines.extend(cars.map(|one| PlanLine::Vehicle(Vehicle { leaves_on: one.leaves_on.map(moved), ..one.clone() })));
    let open = snapshot.checklist_items.iter().filter(|one| own(one.visit) && one.done_on.is_none());
    lines.extend(open.map(|one| PlanLine::ChecklistItem(ChecklistItem { due_on: due(one.due_on), ..one.clone() })));
    let asked = snapshot.planned_questions.iter().filter(|one| own(one.visit) && one.due_on.is_some());
    lines.extend(
        asked.map(|one| PlanLine::PlannedQuestion(PlannedQuestion { due_on: one.due_on.map(due), ..one.clone() })),
    );
    lines
}
