//! Rights of a person over what is kept about them (F.4): access, correction, objection, restriction, erasure; consents, holds,
//! and what is kept too long. None of it is for a room: a presenting window can ask for nothing here.

pub mod access;
pub mod audit;
pub mod consent;
pub mod erase;
pub mod request;
pub mod retention;

use domain::*;

use crate::Error;

/// Somebody who is there and was not erased.
fn living(snapshot: &Snapshot, id: PersonId) -> Result<&Person, Error> {
    let person = super::must(&snapshot.people, id, "person")?;
    if person.status == PersonStatus::Erased { Err(Error::missing("person")) } else { Ok(person) }
}
