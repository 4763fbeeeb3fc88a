//! Seats nobody gave a row for. Deliberately absent: any judgement.

use super::index::Index;
use crate::engine::chain::{Holding, Stakeholder};
use crate::{PersonId, PersonStatus, Seat, SeatStatus};

/// A row without judgement and without a part in any chain.
pub(super) fn bare_row(seat: &Seat, person: Option<PersonId>, index: &Index) -> Stakeholder {
    let erased = index.person(person).is_some_and(|person| person.status == PersonStatus::Erased);
    let holding = match (person, seat.status) {
        (_, SeatStatus::Erased) => Holding::Erased,
        (Some(_), _) if erased => Holding::Erased,
        (Some(_), _) => Holding::Held,
        (None, SeatStatus::Placeholder) => Holding::Placeholder,
        (None, SeatStatus::Normal) => Holding::Vacant,
    };
    let barred = person.is_some_and(|person| index.barred.contains(&person));
    Stakeholder {
        seat: seat.id,
        person,
        holding,
        no_contact: seat.no_contact || barred,
        rank_level: seat.rank_level,
        in_chain: false,
        roles: Vec::new(),
        functions: Vec::new(),
        formal_power: 1,
        influence_level: None,
        weight: 1,
        attitude: None,
        attitude_on: None,
        attitude_evidence: None,
        ties: Vec::new(),
        level: 0,
        last_touch: None,
        days: None,
        cadence_days: 90,
        touch_fresh: 0.0,
        cover: 0.0,
        owners: Vec::new(),
        backups: Vec::new(),
        supporters: Vec::new(),
        sponsors: Vec::new(),
    }
}
