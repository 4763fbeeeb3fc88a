//! Temporary data of a visit (C.5, T+7): what there is, and its deletion for good.
//!
//! Owns: which fields are temporary. Deliberately absent: files that left the desk, which nobody here can reach.

use chrono::Duration;
use domain::engine::host::last_day;
use domain::scene::Wording;
use domain::*;
use store::{Table, Tx};

use super::must;
use crate::wire::*;
use crate::{App, Error};

/// Days after the visit when temporary data goes (T+7).
const KEPT: i64 = 7;
/// Days a diet answer is kept after the visit, unless another day was agreed (F.4).
const DIET_KEPT: i64 = 30;

/// Tables whose former rows must be gone too, also those removed before.
pub(super) const TEMPORARY: &[&str] = &[TravelLeg::NAME, Vehicle::NAME, Lodging::NAME, VisitText::NAME, Fact::NAME];

/// What a visit's records hold that is temporary, already emptied.
struct Cleaning {
    legs: Vec<TravelLeg>,
    vehicles: Vec<Vehicle>,
    lodgings: Vec<Lodging>,
    gone_texts: Vec<VisitTextId>,
    gone_facts: Vec<FactId>,
    /// Diet answers without a day until which they may be kept.
    dated: Vec<Fact>,
    values: u32,
}

impl Cleaning {
    fn of(snapshot: &Snapshot, visit: &Visit, today: Day) -> Self {
        let mut values = 0;
        let mut forget = |field: &mut Option<String>| values += u32::from(field.take().is_some());
        let mut legs: Vec<TravelLeg> =
            snapshot.travel_legs.iter().filter(|one| one.visit == visit.id).cloned().collect();
        for one in &mut legs {
            [&mut one.number, &mut one.place_zh, &mut one.place_en, &mut one.meeting_point, &mut one.note]
                .into_iter()
                .for_each(&mut forget);
        }
        let mut vehicles: Vec<Vehicle> =
            snapshot.vehicles.iter().filter(|one| one.visit == visit.id).cloned().collect();
        for one in &mut vehicles {
            [&mut one.plate, &mut one.driver, &mut one.driver_phone].into_iter().for_each(&mut forget);
        }
        let mut lodgings: Vec<Lodging> =
            snapshot.lodgings.iter().filter(|one| one.visit == visit.id).cloned().collect();
        for one in &mut lodgings {
            [&mut one.room_number, &mut one.note].into_iter().for_each(&mut forget);
        }
        let wifi = snapshot.visit_texts.iter().filter(|one| one.visit == visit.id && one.kind == VisitTextKind::Wifi);
        let gone_texts: Vec<VisitTextId> = wifi.map(|one| one.id).collect();
        let guests: Vec<PersonId> =
            snapshot.visit_guests.iter().filter(|one| one.visit == visit.id).map(|one| one.person).collect();
        let diets = || snapshot.facts.iter().filter(|one| one.kind == FactKind::Diet && guests.contains(&one.person));
        let past = |one: &&Fact| one.retain_until.is_some_and(|until| until < today);
        let until = Some(days_after(visit, DIET_KEPT));
        let undated = diets().filter(|one| one.retain_until.is_none());
        values += gone_texts.len() as u32;
        Self {
            legs,
            vehicles,
            lodgings,
            gone_texts,
            gone_facts: diets().filter(past).map(|one| one.id).collect(),
            dated: undated.map(|one| Fact { retain_until: until, ..one.clone() }).collect(),
            values,
        }
    }

    fn write(&self, tx: &mut Tx) -> Result<(), Error> {
        self.legs.iter().try_for_each(|one| tx.put(one))?;
        self.vehicles.iter().try_for_each(|one| tx.put(one))?;
        self.lodgings.iter().try_for_each(|one| tx.put(one))?;
        self.dated.iter().try_for_each(|one| tx.put(one))?;
        for id in &self.gone_texts {
            tx.remove::<VisitText>(*id)?;
        }
        for id in &self.gone_facts {
            tx.remove::<Fact>(*id)?;
        }
        Ok(())
    }
}

/// So many days after the visit.
fn days_after(visit: &Visit, days: i64) -> Day {
    last_day(visit).checked_add_signed(Duration::days(days)).unwrap_or(Day::MAX)
}

/// What temporary data a visit still has, and when it goes.
pub fn get_temporary(app: &mut App, context: &ViewContext, request: GetTemporary) -> Result<TemporaryView, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = must(&snapshot.visits, request.visit, "visit")?;
    let cleaning = Cleaning::of(&snapshot, visit, context.today);
    let due_on = days_after(visit, KEPT);
    let facts = cleaning.gone_facts.len() as u32;
    let left = cleaning.values + facts;
    let undo_steps = app.store()?.undoable()?;
    let note = app.words().speak(context.lang).text("plan-clean-note", &[("steps", undo_steps.to_string())]);
    Ok(TemporaryView {
        due_on,
        due: due_on <= context.today && (visit.cleaned_on.is_none() || left > 0),
        values: cleaning.values,
        facts,
        undo_steps,
        cleaned_on: visit.cleaned_on,
        note,
    })
}

/// Deletes temporary data for good.
pub fn clean_visit(app: &mut App, context: &ViewContext, request: CleanVisit) -> Result<CleanedVisit, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = must(&snapshot.visits, request.visit, "visit")?;
    if last_day(visit) >= context.today {
        return Err(Error::refused("clean-early"));
    }
    let cleaning = Cleaning::of(&snapshot, visit, context.today);
    let cleaned = Visit { cleaned_on: Some(context.today), ..visit.clone() };
    let (_, changed) = app.transact_for_good(context.lang, "clean-visit", TEMPORARY, |tx| {
        cleaning.write(tx)?;
        Ok(tx.put(&cleaned)?)
    })?;
    Ok(CleanedVisit { changed, values: cleaning.values, facts: cleaning.gone_facts.len() as u32 })
}
