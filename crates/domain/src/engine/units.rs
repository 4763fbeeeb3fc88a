//! Units of a day: which there are, what holds them, and which one a seat is in. Deliberately absent: dates of names and of
//! nesting, which are those of today on every day.

use super::asof::is_in_force;
use crate::{AccountId, Day, FormerUnit, IdMap, IdSet, OrgUnit, Seat, Snapshot, UnitId};

/// The unit a seat is in on a day: the former one that ends first on the day or after it, else the one it is in now.
pub fn unit_of(seat: &Seat, day: Day) -> UnitId {
    let then = seat.former_units.iter().filter(|one| day <= one.to_on).min_by_key(|one| one.to_on);
    then.map_or(seat.unit, |one| one.unit)
}

/// The first day of the stay that `unit_of` answers for a day; `None`: since ever.
pub fn entered(seat: &Seat, day: Day) -> Option<Day> {
    seat.former_units.iter().map(|one| one.to_on).filter(|last| *last < day).max().and_then(|last| last.succ_opt())
}

/// The seat in another unit from a day on, with what came before that day kept. A move on the day of another one takes
/// its place, and one back to where the seat was leaves no trace. On days before its first a seat was nowhere.
pub fn moved_on(seat: &Seat, unit: UnitId, on: Day) -> Seat {
    let Some(last) = on.pred_opt() else { return Seat { unit, former_units: vec![], ..seat.clone() } };
    let before = unit_of(seat, last);
    let mut former_units = seat.former_units.clone();
    former_units.retain(|one| one.to_on < last);
    if before != unit && seat.from_on.is_none_or(|from| from <= last) {
        former_units.push(FormerUnit { unit: before, to_on: last });
    }
    Seat { unit, former_units, ..seat.clone() }
}

/// The units of an account as they stand on a day: those that exist then, and any other that a seat of the day is in.
#[derive(Debug)]
pub struct UnitsOn<'a> {
    day: Day,
    there: Vec<&'a OrgUnit>,
    known: IdMap<UnitId, (&'a OrgUnit, bool)>,
}

impl<'a> UnitsOn<'a> {
    /// Reads units and seats once.
    pub fn read(snapshot: &'a Snapshot, account: AccountId, day: Day) -> Self {
        let seats = snapshot.seats.iter().filter(|one| one.account == account);
        let held: IdSet<UnitId> =
            seats.filter(|one| is_in_force(one.from_on, one.to_on, day)).map(|one| unit_of(one, day)).collect();
        let own = || snapshot.units.iter().filter(|one| one.account == account);
        let is_there = |one: &OrgUnit| is_in_force(one.from_on, one.to_on, day) || held.contains(&one.id);
        Self {
            day,
            there: own().filter(|one| is_there(one)).collect(),
            known: own().map(|one| (one.id, (one, is_there(one)))).collect(),
        }
    }

    /// The day.
    pub fn day(&self) -> Day {
        self.day
    }

    /// The units, in the order of the records.
    pub fn all(&self) -> impl Iterator<Item = &'a OrgUnit> + '_ {
        self.there.iter().copied()
    }

    /// The unit, if it is there on the day.
    pub fn get(&self, id: UnitId) -> Option<&'a OrgUnit> {
        self.known.get(&id).filter(|one| one.1).map(|one| one.0)
    }

    /// The unit it lies in on the day: the nearest one outward that is there. `None` for an outermost one, and where
    /// units lie in each other in a circle of which none is there.
    pub fn parent(&self, unit: &OrgUnit) -> Option<UnitId> {
        let mut at = unit.parent;
        for _ in 0..=self.known.len() {
            let (one, there) = self.known.get(&at?)?;
            if *there {
                return at;
            }
            at = one.parent;
        }
        None
    }

    /// The first outermost unit.
    pub fn root(&self) -> Option<&'a OrgUnit> {
        self.all().find(|one| self.parent(one).is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::fixture::{day, id, seat, seated, unit};

    fn former(seat: &Seat) -> Vec<(u128, String)> {
        seat.former_units.iter().map(|one| (one.unit.0.as_u128(), one.to_on.to_string())).collect()
    }

    #[test]
    fn a_seat_is_on_each_day_where_it_was_then() {
        let first = moved_on(&seat(20, 10, "样例"), id(11), day("2026-03-01"));
        let second = moved_on(&first, id(12), day("2026-09-01"));
        let then = |on: &str| (unit_of(&second, day(on)).0.as_u128(), entered(&second, day(on)));
        assert_eq!(then("2026-02-28"), (10, None));
        assert_eq!(then("2026-03-01"), (11, Some(day("2026-03-01"))));
        assert_eq!(then("2026-08-31"), (11, Some(day("2026-03-01"))));
        assert_eq!(then("2026-09-01"), (12, Some(day("2026-09-01"))));
    }

    #[test]
    fn a_move_on_the_day_of_another_takes_its_place() {
        let today = day("2026-11-20");
        let once = moved_on(&seat(20, 10, "样例"), id(11), today);
        let twice = moved_on(&once, id(12), today);
        assert_eq!((twice.unit, former(&twice)), (id(12), vec![(10, "2026-11-19".into())]));
        let back = moved_on(&twice, id(10), today);
        assert_eq!((back.unit, former(&back)), (id(10), vec![]), "a move there and back leaves no trace");
        let new = Seat { from_on: Some(today), ..seat(20, 10, "样例") };
        assert_eq!(former(&moved_on(&new, id(11), today)), [], "it was nowhere before");
    }

    #[test]
    fn a_move_told_late_or_ahead_keeps_the_days_apart() {
        let known = moved_on(&seat(20, 10, "样例"), id(11), day("2026-09-01"));
        let late = moved_on(&known, id(12), day("2026-06-01"));
        assert_eq!((late.unit, former(&late)), (id(12), vec![(10, "2026-05-31".into())]));
        let ahead = moved_on(&known, id(12), day("2027-01-01"));
        assert_eq!(unit_of(&ahead, day("2026-11-20")), id(11));
        assert_eq!(former(&ahead), [(10, "2026-08-31".into()), (11, "2026-12-31".into())]);
    }

    #[test]
    fn units_of_a_day_are_those_that_exist_or_hold_a_seat_then() {
        let mut all = seated(1);
        all.units.push(OrgUnit { to_on: Some(day("2026-11-19")), ..unit(11, Some(10), "样例一部") });
        all.units.push(unit(12, Some(11), "样例二部"));
        all.units.push(OrgUnit { from_on: Some(day("2026-11-20")), ..unit(13, Some(10), "样例三部") });
        let on = |all: &Snapshot, text: &str| {
            let units = UnitsOn::read(all, id(1), day(text));
            units
                .all()
                .map(|one| (one.id.0.as_u128(), units.parent(one).map(|one| one.0.as_u128())))
                .collect::<Vec<_>>()
        };
        assert_eq!(on(&all, "2026-11-19"), [(10, None), (11, Some(10)), (12, Some(11))]);
        assert_eq!(
            on(&all, "2026-11-20"),
            [(10, None), (12, Some(10)), (13, Some(10))],
            "up to the next that is there"
        );
        all.seats[0].unit = id(13);
        assert_eq!(on(&all, "2026-11-19").len(), 4, "a seat is never without its unit");
        assert_eq!(UnitsOn::read(&all, id(1), day("2026-11-20")).root().map(|one| one.id), Some(id(10)));
        all.units[0].parent = Some(id(12));
        assert!(UnitsOn::read(&all, id(1), day("2026-11-20")).root().is_none(), "a circle has no outermost unit");
    }
}
