//! What can be done next about somebody who was found: what their leaving would cost, and the visit they could be invited to.
//! Asked only for the one that is marked. Deliberately absent: doing it.

use domain::scene::Wording;
use domain::*;

use crate::commands::court::on_desk;
use crate::commands::rows::Desk;
use crate::names::is_shielded;
use crate::wire::{GetPersonSteps, PersonSteps, StepVisit, ViewContext};
use crate::{App, Error};

/// The next steps about somebody of an account.
pub fn get_person_steps(app: &mut App, context: &ViewContext, request: GetPersonSteps) -> Result<PersonSteps, Error> {
    let day = ViewContext { today: request.as_of, ..context.clone() };
    on_desk(app, &day, request.account, |desk, scored| {
        let barred = is_shielded(desk.snapshot, request.person, desk.today);
        PersonSteps {
            loss: scored.score.loss_without(request.person).filter(|_| !barred),
            barred,
            visit: next_visit(desk, request.person).filter(|_| !barred),
        }
    })
}

/// The account's next visit that is not over.
fn next_visit(desk: &Desk, person: PersonId) -> Option<StepVisit> {
    let own = desk.snapshot.visits.iter().filter(|one| one.account == desk.account.id);
    let visit = own.filter(|one| one.starts_on >= desk.today).min_by_key(|one| (one.starts_on, one.id))?;
    let guest = desk.snapshot.visit_guests.iter().any(|one| one.visit == visit.id && one.person == person);
    let day = desk.speech.day(visit.starts_on);
    let label = match visit.purpose.as_deref() {
        Some(purpose) => desk.speech.text("search-visit", &[("day", day), ("purpose", purpose.to_owned())]),
        None => day,
    };
    Some(StepVisit { visit: visit.id, label, guest })
}
