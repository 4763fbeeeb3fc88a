//! The days on which something changed, for the time bar. Deliberately absent: what changed; see `changes_between`.

use crate::{AccountId, Day, DecisionId, PersonId, SeatId, Snapshot, StanceReading};
use std::collections::{BTreeSet, HashMap, HashSet};

codes! {
    /// What a change is about: a person, or the structure of seats and lines.
    About { Person = "person", Structure = "structure" }
}

/// A day something changed. One entry for a day, a subject, a seat and a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    pub on: Day,
    pub about: About,
    pub seat: Option<SeatId>,
    /// Who changed; `None`: the structure around the seat did.
    pub person: Option<PersonId>,
}

/// All days of an account on which a person came, went or was judged otherwise, or a seat or line began or ended or a seat
/// went into another unit; in order of time. What ends is seen on the first day without it. A reading of the same attitude is no change.
pub fn moments(snapshot: &Snapshot, account: AccountId, decision: Option<DecisionId>) -> Vec<Moment> {
    let decision = decision.or_else(|| snapshot.main_decision(account).map(|one| one.id));
    let own = Own::read(snapshot, account);
    let mut found: BTreeSet<Moment> = BTreeSet::new();
    let mut note = |on: Option<Day>, seat: SeatId, person: Option<PersonId>| {
        let about = if person.is_some() { About::Person } else { About::Structure };
        found.extend(on.map(|on| Moment { on, about, seat: Some(seat), person }));
    };
    for seat in snapshot.seats.iter().filter(|one| one.account == account) {
        note(seat.from_on, seat.id, None);
        note(gone_on(seat.to_on), seat.id, None);
        seat.former_units.iter().for_each(|one| note(gone_on(Some(one.to_on)), seat.id, None));
    }
    for edge in snapshot.edges.iter().filter(|one| one.account == account) {
        note(edge.from_on, edge.from_seat, None);
        note(gone_on(edge.to_on), edge.from_seat, None);
    }
    for tenure in snapshot.tenures.iter().filter(|one| own.seats.contains(&one.seat)) {
        note(tenure.from_on, tenure.seat, Some(tenure.person));
        note(gone_on(tenure.to_on), tenure.seat, Some(tenure.person));
    }
    for person in &snapshot.people {
        if let Some(seat) = own.home.get(&person.id) {
            note(gone_on(person.left_on), *seat, Some(person.id));
            note(person.erased_on, *seat, Some(person.id));
        }
    }
    for reading in turning_points(snapshot, decision) {
        if let Some(seat) = own.home.get(&reading.person) {
            note(Some(reading.read_on), *seat, Some(reading.person));
        }
    }
    found.into_iter().collect()
}

/// The first day without what lasted until a day, that day included.
fn gone_on(last: Option<Day>) -> Option<Day> {
    last?.succ_opt()
}

/// The earliest day anything of the account is dated, what ended included: no moment of any decision lies before it.
/// `None` when nothing is dated.
pub fn first_record(snapshot: &Snapshot, account: AccountId) -> Option<Day> {
    let own = Own::read(snapshot, account);
    let known = |person: &PersonId| own.home.contains_key(person);
    let changed = moments(snapshot, account, None).into_iter().map(|one| one.on);
    let assigned = snapshot.assignments.iter().filter(|one| own.seats.contains(&one.seat));
    let stances = snapshot.stances.iter().filter(|one| known(&one.person)).map(|one| one.read_on);
    let ties = snapshot.ties.iter().filter(|one| known(&one.person)).map(|one| one.read_on);
    let touches = snapshot.touches.iter().filter(|one| one.account == account).map(|one| one.on);
    let units = snapshot.units.iter().filter(|one| one.account == account).flat_map(|one| [one.from_on, one.to_on]);
    let assigned = assigned.filter_map(|one| one.from_on);
    changed.chain(units.flatten()).chain(assigned).chain(stances).chain(ties).chain(touches).min()
}

/// The account's seats, and one seat of everybody who ever sat there: a primary tenure before others, the latest first.
struct Own {
    seats: HashSet<SeatId>,
    home: HashMap<PersonId, SeatId>,
}

impl Own {
    fn read(snapshot: &Snapshot, account: AccountId) -> Self {
        let seats: HashSet<SeatId> =
            snapshot.seats.iter().filter(|one| one.account == account).map(|one| one.id).collect();
        let mut held: Vec<_> = snapshot.tenures.iter().filter(|one| seats.contains(&one.seat)).collect();
        held.sort_by_key(|one| (one.primary, one.from_on, one.id));
        Self { home: held.iter().map(|one| (one.person, one.seat)).collect(), seats }
    }
}

/// Readings that differ from the one before, general and about the decision together.
fn turning_points(snapshot: &Snapshot, decision: Option<DecisionId>) -> Vec<&StanceReading> {
    let about = |one: &&StanceReading| one.decision.is_none() || one.decision == decision;
    let mut readings: Vec<&StanceReading> = snapshot.stances.iter().filter(about).collect();
    readings.sort_by_key(|one| (one.person, one.read_on, one.decision.is_some(), one.id));
    let mut last: HashMap<PersonId, Option<i8>> = HashMap::new();
    let turns = |one: &&StanceReading| last.insert(one.person, one.level).flatten() != one.level;
    readings.into_iter().filter(turns).collect()
}
