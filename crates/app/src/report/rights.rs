//! Rights of a person for scripts: who is meant by a ref, what would go, what must be blackened.

use domain::PersonId;

use crate::commands::rights::{access::get_access, erase};
use crate::refs::find;
use crate::wire::{ErasePerson, Erased, ErasureView, GetAccess, GetErasure, ViewContext};
use crate::{App, Error};

/// The person known by a ref or identity.
///
/// # Errors
/// When there is none.
pub fn person_id(app: &mut App, key: &str) -> Result<PersonId, Error> {
    Ok(find(&app.whole()?.people, key, "person")?.id)
}

/// What erasing somebody would do.
///
/// # Errors
/// When there is no such person.
pub fn erasure(app: &mut App, context: &ViewContext, person: PersonId) -> Result<ErasureView, Error> {
    erase::get_erasure(app, context, GetErasure { person })
}

/// Erases somebody for good.
///
/// # Errors
/// When the name is another one, or a hold forbids it.
pub fn erase(app: &mut App, context: &ViewContext, request: ErasePerson) -> Result<Erased, Error> {
    erase::erase_person(app, context, request)
}

/// Keys of the lines of an access pack that name somebody else.
///
/// # Errors
/// When there is no such person.
pub fn third_parties(app: &mut App, context: &ViewContext, person: PersonId) -> Result<Vec<String>, Error> {
    let view = get_access(app, context, GetAccess { person })?;
    let lines = view.parts.into_iter().flat_map(|one| one.lines);
    Ok(lines.filter(|one| one.third).map(|one| one.key).collect())
}
