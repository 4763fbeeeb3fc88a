//! One of the two days compared, in maps. Deliberately absent: comparing.

use crate::engine::asof::is_in_force;
use crate::engine::chain::{Seating, Stakeholder};
use crate::{
    AccountId, Day, Edge, EdgeId, EdgeKind, IdMap, Person, PersonId, PersonStatus, Seat, SeatId, Snapshot, Tenure,
};
use std::collections::BTreeMap;

pub(super) struct Side<'a> {
    pub day: Day,
    pub seats: BTreeMap<SeatId, &'a Seat>,
    pub rows: IdMap<SeatId, &'a Stakeholder>,
    /// Named people and the row they are shown in.
    pub people: BTreeMap<PersonId, &'a Stakeholder>,
    tenures: IdMap<SeatId, &'a Tenure>,
    posts: IdMap<PersonId, Vec<SeatId>>,
    records: IdMap<PersonId, &'a Person>,
    /// Superior by the first solid line, and since when.
    pub superior: BTreeMap<SeatId, (SeatId, Option<Day>)>,
    pub edges: BTreeMap<EdgeId, &'a Edge>,
}

impl<'a> Side<'a> {
    pub fn read(snapshot: &'a Snapshot, account: AccountId, day: Day, rows: &'a [Stakeholder]) -> Self {
        let records: IdMap<PersonId, &Person> = snapshot.people.iter().map(|one| (one.id, one)).collect();
        let seating = Seating::read(snapshot, account, &records, day);
        let seats: BTreeMap<SeatId, &Seat> = seating.seats.iter().map(|seat| (seat.id, *seat)).collect();
        let current = |one: &&Edge| {
            one.account == account
                && one.from_seat != one.to_seat
                && is_in_force(one.from_on, one.to_on, day)
                && seats.contains_key(&one.from_seat)
                && seats.contains_key(&one.to_seat)
        };
        let edges: BTreeMap<EdgeId, &Edge> = snapshot.edges.iter().filter(current).map(|one| (one.id, one)).collect();
        let mut superior = BTreeMap::new();
        for edge in edges.values().filter(|edge| edge.kind == EdgeKind::ReportsTo) {
            superior.entry(edge.from_seat).or_insert((edge.to_seat, edge.from_on));
        }
        let mut posts: IdMap<PersonId, Vec<SeatId>> = IdMap::default();
        for seat in seats.keys() {
            if let Some(tenure) = seating.tenures.get(seat) {
                posts.entry(tenure.person).or_default().push(*seat);
            }
        }
        Self {
            day,
            rows: rows.iter().map(|row| (row.seat, row)).collect(),
            people: rows.iter().filter(|row| row.is_named()).filter_map(|row| Some((row.person?, row))).collect(),
            tenures: seating.tenures,
            posts,
            seats,
            records,
            superior,
            edges,
        }
    }

    /// Since when the seat's holder sits there.
    pub fn since(&self, seat: SeatId) -> Option<Day> {
        self.tenures.get(&seat)?.from_on
    }

    /// The last day of a holder in a seat: the end of the tenure, else the day the person left or was erased, else the
    /// last day of the seat itself.
    pub fn until(&self, seat: SeatId, person: PersonId) -> Option<Day> {
        let tenure = self.tenures.get(&seat).and_then(|one| one.to_on);
        let record = || self.records.get(&person).and_then(|one| one.left_on.or(one.erased_on));
        tenure.or_else(record).or_else(|| self.seats.get(&seat).and_then(|one| one.to_on))
    }

    /// All seats of a person, in order of identity.
    pub fn posts(&self, person: PersonId) -> Vec<SeatId> {
        self.posts.get(&person).cloned().unwrap_or_default()
    }

    pub fn is_erased(&self, person: PersonId) -> bool {
        self.records.get(&person).is_some_and(|one| one.status == PersonStatus::Erased)
    }
}
