//! One account's records in maps, read once for a day, so that a row costs no search. Deliberately absent: any scoring.

use super::{Holding, TieNow};
use crate::engine::asof::{Crew, has_left, is_in_force};
use crate::engine::units::unit_of;
use crate::{
    AccountId, Assignment, AssignmentKind, ChainMember, Day, DecisionId, IdMap, IdSet, OrgUnit, Person, PersonId,
    PersonStatus, Seat, SeatId, SeatStatus, Snapshot, StaffId, StanceReading, Tenure, TieReading, UnitId,
};
use std::collections::BTreeMap;

/// Everything of one account that holds on the day.
pub(super) struct Index<'a> {
    homes: Vec<&'a Seat>,
    /// All seats of the stakeholder whose home seat is the key, home included.
    seats_of: IdMap<SeatId, Vec<SeatId>>,
    holders: IdMap<SeatId, PersonId>,
    people: IdMap<PersonId, &'a Person>,
    barred: IdSet<PersonId>,
    members: IdMap<SeatId, &'a ChainMember>,
    stances: IdMap<PersonId, &'a StanceReading>,
    ties: IdMap<PersonId, BTreeMap<StaffId, &'a TieReading>>,
    touches: IdMap<PersonId, Day>,
    assignments: IdMap<SeatId, Vec<&'a Assignment>>,
    units: IdMap<UnitId, usize>,
}

impl<'a> Index<'a> {
    pub(super) fn build(s: &'a Snapshot, account: AccountId, decision: Option<DecisionId>, day: Day) -> Self {
        let people: IdMap<_, _> = s.people.iter().map(|one| (one.id, one)).collect();
        let Seating { seats, tenures, home_of, units } = Seating::read(s, account, &people, day);
        let mut homes = Vec::new();
        let mut seats_of: IdMap<SeatId, Vec<SeatId>> = IdMap::default();
        for seat in &seats {
            let home = tenures.get(&seat.id).and_then(|one| home_of.get(&one.person)).copied().unwrap_or(seat.id);
            seats_of.entry(home).or_default().push(seat.id);
            if home == seat.id {
                homes.push(*seat);
            }
        }
        let members = s.chain_members.iter().filter(|one| Some(one.decision) == decision);
        Self {
            homes,
            seats_of,
            holders: tenures.iter().map(|(seat, one)| (*seat, one.person)).collect(),
            barred: barred_people(s, &people, day),
            people,
            members: members.map(|one| (one.seat, one)).collect(),
            stances: latest_stances(s, decision, day),
            ties: latest_ties(s, day),
            touches: latest_touches(s, account, day),
            assignments: assignments_by_seat(s, day),
            units,
        }
    }

    pub(super) fn homes(&self) -> impl Iterator<Item = &'a Seat> + '_ {
        self.homes.iter().copied()
    }
    pub(super) fn unit_order(&self, unit: UnitId) -> usize {
        self.units.get(&unit).copied().unwrap_or(usize::MAX)
    }
    pub(super) fn holder(&self, seat: SeatId) -> Option<PersonId> {
        self.holders.get(&seat).copied()
    }
    pub(super) fn holding(&self, seat: &Seat) -> Holding {
        match self.holder(seat.id).and_then(|id| self.people.get(&id)) {
            Some(person) if person.status == PersonStatus::Erased => Holding::Erased,
            Some(_) => Holding::Held,
            None => match seat.status {
                SeatStatus::Normal => Holding::Vacant,
                SeatStatus::Placeholder => Holding::Placeholder,
                SeatStatus::Erased => Holding::Erased,
            },
        }
    }
    pub(super) fn is_barred(&self, person: Option<PersonId>) -> bool {
        person.is_some_and(|id| self.barred.contains(&id))
    }
    pub(super) fn members_of(&self, home: SeatId) -> Vec<&'a ChainMember> {
        self.seats(home).filter_map(|seat| self.members.get(seat).copied()).collect()
    }
    pub(super) fn stance(&self, person: PersonId) -> Option<&'a StanceReading> {
        self.stances.get(&person).copied()
    }
    pub(super) fn last_touch(&self, person: PersonId) -> Option<Day> {
        self.touches.get(&person).copied()
    }
    pub(super) fn ties(&self, person: PersonId, crew: &Crew) -> Vec<TieNow> {
        let readings = self.ties.get(&person).into_iter().flat_map(BTreeMap::values);
        let mut ties: Vec<TieNow> = readings
            .map(|one| TieNow { staff: one.staff, level: one.level.min(5), active: crew.is_active(one.staff) })
            .collect();
        ties.sort_by_key(|tie| (std::cmp::Reverse(tie.level), tie.staff));
        ties
    }
    /// Who holds an assignment of this kind, in order of assignment, each once.
    pub(super) fn assigned(&self, home: SeatId, kind: AssignmentKind) -> Vec<StaffId> {
        let all = self.seats(home).filter_map(|seat| self.assignments.get(seat)).flatten();
        let mut found: Vec<&Assignment> = all.copied().filter(|one| one.kind == kind).collect();
        found.sort_by_key(|one| (one.from_on, one.id));
        let mut staff = Vec::new();
        super::extend_new(&mut staff, &found.iter().map(|one| one.staff).collect::<Vec<_>>());
        staff
    }
    fn seats(&self, home: SeatId) -> impl Iterator<Item = &SeatId> {
        self.seats_of.get(&home).into_iter().flatten()
    }
}

/// The seats of an account that exist on a day, who sits in them, and where each person is shown.
pub(crate) struct Seating<'a> {
    /// In the order of the map.
    pub(crate) seats: Vec<&'a Seat>,
    pub(crate) tenures: IdMap<SeatId, &'a Tenure>,
    pub(crate) home_of: IdMap<PersonId, SeatId>,
    units: IdMap<UnitId, usize>,
}

impl<'a> Seating<'a> {
    pub(crate) fn read(
        s: &'a Snapshot,
        account: AccountId,
        people: &IdMap<PersonId, &'a Person>,
        day: Day,
    ) -> Seating<'a> {
        let units = unit_order(s, account);
        let exists = |one: &&Seat| one.account == account && is_in_force(one.from_on, one.to_on, day);
        let mut seats: Vec<&Seat> = s.seats.iter().filter(exists).collect();
        seats.sort_by_key(|one| (units.get(&unit_of(one, day)).copied().unwrap_or(usize::MAX), one.position, one.id));
        let tenures = tenures_by_seat(s, &seats, people, day);
        let home_of = home_seats(&seats, &tenures);
        Seating { seats, tenures, home_of, units }
    }
}

/// Units in tree order, siblings by position. A unit whose parent is missing or in a cycle comes last.
fn unit_order(s: &Snapshot, account: AccountId) -> IdMap<UnitId, usize> {
    let mut children: IdMap<Option<UnitId>, Vec<&OrgUnit>> = IdMap::default();
    for unit in s.units.iter().filter(|one| one.account == account) {
        children.entry(unit.parent).or_default().push(unit);
    }
    for siblings in children.values_mut() {
        siblings.sort_by_key(|one| std::cmp::Reverse((one.position, one.id)));
    }
    let mut order = IdMap::default();
    let mut open = children.remove(&None).unwrap_or_default();
    while let Some(unit) = open.pop() {
        order.insert(unit.id, order.len());
        open.extend(children.remove(&Some(unit.id)).unwrap_or_default());
    }
    order
}

/// Who sits where on the day. Two holders of one seat: the primary tenure, then the newer one.
fn tenures_by_seat<'a>(
    s: &'a Snapshot,
    seats: &[&Seat],
    people: &IdMap<PersonId, &'a Person>,
    day: Day,
) -> IdMap<SeatId, &'a Tenure> {
    let own: IdSet<SeatId> = seats.iter().map(|one| one.id).collect();
    let mut found: IdMap<SeatId, &Tenure> = IdMap::default();
    for tenure in s.tenures.iter().filter(|one| own.contains(&one.seat) && is_in_force(one.from_on, one.to_on, day)) {
        if people.get(&tenure.person).is_none_or(|one| has_left(one, day)) {
            continue;
        }
        let better = |old: &&Tenure| (old.primary, old.from_on, old.id) < (tenure.primary, tenure.from_on, tenure.id);
        if found.get(&tenure.seat).is_none_or(better) {
            found.insert(tenure.seat, tenure);
        }
    }
    found
}

/// Whom nobody may approach on the day: their own mark, or the mark of any seat they hold then.
pub(crate) fn barred_people(s: &Snapshot, people: &IdMap<PersonId, &Person>, day: Day) -> IdSet<PersonId> {
    let closed: IdSet<SeatId> = s.seats.iter().filter(|one| one.no_contact).map(|one| one.id).collect();
    let held = |one: &&Tenure| closed.contains(&one.seat) && is_in_force(one.from_on, one.to_on, day);
    let there = |id: &PersonId| people.get(id).is_some_and(|one| !has_left(one, day));
    let seated = s.tenures.iter().filter(held).map(|one| one.person).filter(there);
    people.values().filter(|one| one.no_contact).map(|one| one.id).chain(seated).collect()
}

/// The seat a person is shown in: the primary tenure, else the first seat on the map.
fn home_seats(seats: &[&Seat], tenures: &IdMap<SeatId, &Tenure>) -> IdMap<PersonId, SeatId> {
    let mut home = IdMap::default();
    for primary in [true, false] {
        for tenure in seats.iter().filter_map(|seat| tenures.get(&seat.id)).filter(|one| one.primary == primary) {
            home.entry(tenure.person).or_insert(tenure.seat);
        }
    }
    home
}

/// The latest reading on or before the day; on one day a reading about this decision outranks a general one.
fn latest_stances(s: &Snapshot, decision: Option<DecisionId>, day: Day) -> IdMap<PersonId, &StanceReading> {
    let mut found: IdMap<PersonId, &StanceReading> = IdMap::default();
    for one in read_by(s, decision, day) {
        if found.get(&one.person).is_none_or(|old| age(old) < age(one)) {
            found.insert(one.person, one);
        }
    }
    found
}

/// Readings on or before a day, about this decision or about none.
fn read_by(s: &Snapshot, decision: Option<DecisionId>, day: Day) -> impl Iterator<Item = &StanceReading> {
    let about = move |one: &&StanceReading| one.decision.is_none() || one.decision == decision;
    s.stances.iter().filter(move |one| one.read_on <= day).filter(about)
}

/// Of two readings the one that counts is later; of one day that about the decision.
fn age(one: &StanceReading) -> (Day, bool, crate::StanceReadingId) {
    (one.read_on, one.decision.is_some(), one.id)
}

/// The reading that counts for somebody on a day; the same as in [`latest_stances`].
pub fn stance_of(s: &Snapshot, person: PersonId, decision: Option<DecisionId>, day: Day) -> Option<&StanceReading> {
    read_by(s, decision, day).filter(|one| one.person == person).max_by_key(|one| age(one))
}

fn latest_ties(s: &Snapshot, day: Day) -> IdMap<PersonId, BTreeMap<StaffId, &TieReading>> {
    let mut found: IdMap<PersonId, BTreeMap<StaffId, &TieReading>> = IdMap::default();
    for one in s.ties.iter().filter(|one| one.read_on <= day) {
        let slot = found.entry(one.person).or_default().entry(one.staff).or_insert(one);
        if (slot.read_on, slot.id) < (one.read_on, one.id) {
            *slot = one;
        }
    }
    found
}

fn latest_touches(s: &Snapshot, account: AccountId, day: Day) -> IdMap<PersonId, Day> {
    let mut found: IdMap<PersonId, Day> = IdMap::default();
    for touch in s.touches.iter().filter(|one| one.account == account && one.on <= day) {
        for person in &touch.people {
            let slot = found.entry(*person).or_insert(touch.on);
            *slot = (*slot).max(touch.on);
        }
    }
    found
}

fn assignments_by_seat(s: &Snapshot, day: Day) -> IdMap<SeatId, Vec<&Assignment>> {
    let mut found: IdMap<SeatId, Vec<&Assignment>> = IdMap::default();
    for one in s.assignments.iter().filter(|one| is_in_force(one.from_on, one.to_on, day)) {
        found.entry(one.seat).or_default().push(one);
    }
    found
}
