//! Protocol order (C.3): the visitor's own list decides; where it is silent, rank, weight, day of appointment, name.
//!
//! Deliberately absent: order by strokes of the surname, for which there is no table here; the name's own order ends a tie.

use super::asof::is_in_force;
use super::chain::stakeholders;
use crate::{Code, Day, GuestPart, PersonId, Snapshot, VisitGuest, VisitId};
use std::cmp::Reverse;

codes! {
    /// What put a guest in their place.
    OrderBasis { Official = "official", Part = "part", Rank = "rank", Weight = "weight", Appointment = "appointment", Name = "name" }
}

/// A guest's place as proposed, beside the place they have.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    pub person: PersonId,
    /// Place now, from 1.
    pub now: u32,
    /// Place proposed, from 1.
    pub proposed: u32,
    /// What sets this guest apart from the one before; of the first one, what is known first.
    pub basis: OrderBasis,
    /// Highest rank among the posts held that day.
    pub rank_level: Option<u8>,
    /// Out of the proposed order: moving these guests alone would restore it.
    pub deviates: bool,
}

/// What guests are sorted by, strongest first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    official: (bool, u32),
    part: usize,
    rank: Reverse<Option<u8>>,
    weight: Reverse<u8>,
    appointed: (bool, Option<Day>),
    name: String,
}

/// The proposed order of a visit's guests, in that order; empty when there is no such visit.
pub fn propose_order(snapshot: &Snapshot, visit: VisitId, as_of: Day) -> Vec<Placed> {
    let Some(record) = snapshot.visit(visit) else { return Vec::new() };
    let rows = stakeholders(snapshot, record.account, None, as_of);
    let weight = |person| rows.iter().find(|row| row.person == Some(person)).map_or(0, |row| row.weight);
    let mut guests: Vec<&VisitGuest> = snapshot.visit_guests.iter().filter(|one| one.visit == visit).collect();
    guests.sort_by_key(|one| (one.protocol_order, one.id));
    let mut keyed: Vec<(Key, u32, &VisitGuest)> = guests
        .iter()
        .zip(1..)
        .map(|(guest, now)| (key(snapshot, guest, weight(guest.person), as_of), now, *guest))
        .collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
    let order: Vec<u32> = keyed.iter().map(|one| one.1).collect();
    let kept = longest_rise(&order);
    let basis = |at: usize| match at.checked_sub(1) {
        Some(before) => apart(&keyed[before].0, &keyed[at].0),
        None => first_known(&keyed[at].0),
    };
    let placed = |(at, (key, now, guest)): (usize, &(Key, u32, &VisitGuest))| Placed {
        person: guest.person,
        now: *now,
        proposed: at as u32 + 1,
        basis: basis(at),
        rank_level: key.rank.0,
        deviates: !kept.contains(now),
    };
    keyed.iter().enumerate().map(placed).collect()
}

fn key(snapshot: &Snapshot, guest: &VisitGuest, weight: u8, as_of: Day) -> Key {
    let held =
        snapshot.tenures.iter().filter(|one| one.person == guest.person && is_in_force(one.from_on, one.to_on, as_of));
    let tenures: Vec<_> = held.collect();
    let rank = tenures.iter().filter_map(|one| snapshot.seat(one.seat)).filter_map(|seat| seat.rank_level).max();
    let main = tenures.iter().find(|one| one.primary).or(tenures.first());
    let appointed = main.and_then(|one| one.from_on);
    let person = snapshot.person(guest.person);
    let name = person.and_then(|one| one.pronunciation.clone().or(one.name_zh.clone()).or(one.name_en.clone()));
    Key {
        official: (guest.official_order.is_none(), guest.official_order.unwrap_or(0)),
        part: GuestPart::ALL.iter().position(|one| *one == guest.part).unwrap_or(0),
        rank: Reverse(rank),
        weight: Reverse(weight),
        appointed: (appointed.is_none(), appointed),
        name: name.unwrap_or_default(),
    }
}

fn apart(before: &Key, after: &Key) -> OrderBasis {
    if before.official != after.official {
        OrderBasis::Official
    } else if before.part != after.part {
        OrderBasis::Part
    } else if before.rank != after.rank {
        OrderBasis::Rank
    } else if before.weight != after.weight {
        OrderBasis::Weight
    } else if before.appointed != after.appointed {
        OrderBasis::Appointment
    } else {
        OrderBasis::Name
    }
}

fn first_known(key: &Key) -> OrderBasis {
    match key {
        Key { official: (false, _), .. } => OrderBasis::Official,
        Key { rank: Reverse(Some(_)), .. } => OrderBasis::Rank,
        _ => OrderBasis::Name,
    }
}

/// The longest list of places that rises: who stands in it need not move. Guests are few, so the plain quadratic way.
fn longest_rise(places: &[u32]) -> Vec<u32> {
    let mut best: Vec<Vec<u32>> = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let before = (0..at).filter(|one| places[*one] < *place).map(|one| best[one].clone());
        // Of equals the first: whoever stands further up stays.
        let mut rise = before.fold(Vec::new(), |kept: Vec<u32>, one| if one.len() > kept.len() { one } else { kept });
        rise.push(*place);
        best.push(rise);
    }
    best.into_iter().fold(Vec::new(), |kept, one| if one.len() > kept.len() { one } else { kept })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_who_must_move_deviate() {
        assert_eq!(longest_rise(&[1, 2, 3]), [1, 2, 3]);
        assert_eq!(longest_rise(&[2, 3, 4, 1]), [2, 3, 4], "one went to the front, three did not move");
        assert_eq!(longest_rise(&[]), Vec::<u32>::new());
    }
}
