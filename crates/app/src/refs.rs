//! Finding records by what scripts know them as: an external `ref`, or an identity.

use domain::{Record, Snapshot};
use uuid::Uuid;

use crate::Error;

/// The record whose `ref` or identity is `key`.
pub(crate) fn find<'a, R: Record>(list: &'a [R], key: &str, what: &str) -> Result<&'a R, Error> {
    let id = Uuid::parse_str(key).ok();
    let is = |one: &&R| one.external_ref() == Some(key) || id.is_some_and(|id| one.id().into() == id);
    list.iter().find(is).ok_or_else(|| Error::missing(what).with("key", key))
}

/// The `ref` of a record, or its identity when it has none.
pub(crate) fn name_of<R: Record>(list: &[R], id: R::Id) -> String {
    let found = list.iter().find(|one| one.id() == id);
    found.and_then(|one| one.external_ref()).map_or_else(|| id.into().to_string(), str::to_owned)
}

/// The `ref` of a stakeholder: of the person if there is one, else of the seat.
pub(crate) fn stakeholder(snapshot: &Snapshot, seat: domain::SeatId, person: Option<domain::PersonId>) -> String {
    match person {
        Some(person) => name_of(&snapshot.people, person),
        None => name_of(&snapshot.seats, seat),
    }
}
