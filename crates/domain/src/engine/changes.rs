//! What changed between two days: people, seats, lines, judgements, each with the day and the reason. Deliberately absent:
//! drawing, and facts without a date of their own (titles, chain roles): of two days they cannot differ.

use super::chain::{Stakeholder, stakeholders};
use super::units::{entered, unit_of};
use super::{Param, Reason, why};
use crate::{AccountId, Day, DecisionId, DecisionRole, EdgeId, InformalFunction, PersonId, SeatId, Snapshot, UnitId};
use std::collections::HashSet;

mod lines;
mod moments;
mod side;
#[cfg(test)]
mod tests;

pub use moments::{About, Moment, first_record, moments};
use side::Side;

codes! {
    /// What kind of change.
    ChangeKind { Joined = "joined", Left = "left", Moved = "moved", StanceChanged = "stance_changed", RoleChanged = "role_changed", SeatAdded = "seat_added", SeatRemoved = "seat_removed", LineAdded = "line_added", LineRemoved = "line_removed" }
}

/// What was or is, for showing both side by side.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// −2…+2; `None` is unknown.
    Stance(Option<i8>),
    /// Parts in the decision.
    Part(Vec<DecisionRole>, Vec<InformalFunction>),
    /// The seat a person is shown in.
    Seat(SeatId),
    /// All seats of a person.
    Posts(Vec<SeatId>),
    /// The superior's seat.
    Superior(SeatId),
    /// The unit a seat is in.
    Unit(UnitId),
    /// A line's strength, 1–3; 0 for reporting.
    Line(u8),
}

/// One change. `seat` is where it is seen on the map: of the later day, or of the earlier one when it is gone by then.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub kind: ChangeKind,
    /// For a line, the seat it starts from.
    pub seat: Option<SeatId>,
    pub person: Option<PersonId>,
    pub edge: Option<EdgeId>,
    pub before: Option<Value>,
    pub after: Option<Value>,
    /// First day of what began, last day of what ended, day of the reading; `None`: unknown.
    pub on: Option<Day>,
    pub reason: Reason,
}

/// All changes between two days, told forward in time whichever day is given first; newest first, undated ones last.
pub fn changes_between(
    snapshot: &Snapshot,
    account: AccountId,
    decision: Option<DecisionId>,
    from: Day,
    to: Day,
) -> Vec<Change> {
    let [from, to] = [from, to].map(|day| (day, stakeholders(snapshot, account, decision, day)));
    changes_among(snapshot, account, (from.0, &from.1), (to.0, &to.1))
}

/// As [`changes_between`], over the rows of both days already at hand.
pub fn changes_among(
    snapshot: &Snapshot,
    account: AccountId,
    one: (Day, &[Stakeholder]),
    other: (Day, &[Stakeholder]),
) -> Vec<Change> {
    let (from, to) = if one.0 <= other.0 { (one, other) } else { (other, one) };
    let between =
        Between { old: Side::read(snapshot, account, from.0, from.1), new: Side::read(snapshot, account, to.0, to.1) };
    let mut changes = between.seats();
    changes.extend(between.people());
    let elsewhere: HashSet<SeatId> =
        changes.iter().filter(|one| one.kind == ChangeKind::Moved).filter_map(|one| one.seat).collect();
    changes.extend(between.superiors(&elsewhere));
    changes.extend(between.units(&elsewhere));
    changes.extend(lines::changed(&between, &changes));
    changes.sort_by_key(|one| (one.on.is_none(), one.on.map(std::cmp::Reverse), one.kind, one.seat, one.edge));
    changes
}

pub(super) struct Between<'a> {
    old: Side<'a>,
    new: Side<'a>,
}

fn change(kind: ChangeKind, seat: SeatId, person: Option<PersonId>, on: Option<Day>, reason: Reason) -> Change {
    Change { kind, seat: Some(seat), person, edge: None, before: None, after: None, on, reason }
}

impl Between<'_> {
    /// Seats that began or ended.
    fn seats(&self) -> Vec<Change> {
        let post = |code, seat| Reason::new(code).with("post", Param::Post(seat));
        let added = self.new.seats.values().filter(|seat| !self.old.seats.contains_key(&seat.id));
        let added = added
            .map(|seat| change(ChangeKind::SeatAdded, seat.id, None, seat.from_on, post("change-seat-added", seat.id)));
        let removed = self.old.seats.values().filter(|seat| !self.new.seats.contains_key(&seat.id));
        let removed = removed.map(|seat| {
            change(ChangeKind::SeatRemoved, seat.id, None, seat.to_on, post("change-seat-removed", seat.id))
        });
        added.chain(removed).collect()
    }

    /// People who came, went, sit elsewhere or are judged otherwise.
    fn people(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for (person, row) in &self.new.people {
            match self.old.people.get(person) {
                Some(old) => self.stayed(*person, old, row, &mut changes),
                None => {
                    let reason = Reason::new("change-joined")
                        .with("who", Param::Person(*person))
                        .with("post", Param::Post(row.seat));
                    let on = self.new.since(row.seat);
                    changes.push(change(ChangeKind::Joined, row.seat, Some(*person), on, reason));
                }
            }
        }
        for (person, row) in self.old.people.iter().filter(|one| !self.new.people.contains_key(one.0)) {
            let reason = Reason::new("change-left").with("who", self.gone(*person, row.seat));
            let reason = reason.with("post", Param::Post(row.seat));
            changes.push(change(ChangeKind::Left, row.seat, Some(*person), self.old.until(row.seat, *person), reason));
        }
        changes
    }

    /// Who left is named, unless erased.
    fn gone(&self, person: PersonId, seat: SeatId) -> Param {
        if self.new.is_erased(person) { Param::Seat(seat) } else { Param::Person(person) }
    }

    fn stayed(&self, person: PersonId, old: &Stakeholder, new: &Stakeholder, changes: &mut Vec<Change>) {
        let about = |code| Reason::new(code).with("who", why::who(new));
        let mut push = |kind, on, before, after, reason| {
            let plain = change(kind, new.seat, Some(person), on, reason);
            changes.push(Change { before: Some(before), after: Some(after), ..plain });
        };
        if old.seat != new.seat {
            let reason = about("change-moved").with("from", Param::Post(old.seat)).with("to", Param::Post(new.seat));
            let on = self.new.since(new.seat);
            push(ChangeKind::Moved, on, Value::Seat(old.seat), Value::Seat(new.seat), reason);
        } else {
            let [before, after] = [&self.old, &self.new].map(|side| side.posts(person));
            if before != after {
                let on = self.post_day(&before, &after, person);
                let reason = about("change-posts");
                push(ChangeKind::RoleChanged, on, Value::Posts(before), Value::Posts(after), reason);
            }
        }
        if old.attitude != new.attitude {
            let [from, to] = [old.attitude, new.attitude].map(|level| Param::Code(why::attitude_code(level)));
            let reason = about("change-stance").with("from", from).with("to", to);
            let values = (Value::Stance(old.attitude), Value::Stance(new.attitude));
            push(ChangeKind::StanceChanged, new.attitude_on, values.0, values.1, reason);
        }
        if (&old.roles, &old.functions) != (&new.roles, &new.functions) {
            let [before, after] = [old, new].map(|row| Value::Part(row.roles.clone(), row.functions.clone()));
            push(ChangeKind::RoleChanged, None, before, after, about("change-role"));
        }
    }

    /// The day of the newest post taken up, else of the last one given up.
    fn post_day(&self, before: &[SeatId], after: &[SeatId], person: PersonId) -> Option<Day> {
        let taken = after.iter().filter(|seat| !before.contains(seat)).filter_map(|seat| self.new.since(*seat)).max();
        let given = before.iter().filter(|seat| !after.contains(seat));
        taken.or_else(|| given.filter_map(|seat| self.old.until(*seat, person)).max())
    }

    /// Seats with another superior, unless their holder moved there anyhow.
    fn superiors(&self, moved: &HashSet<SeatId>) -> Vec<Change> {
        let changed = self.new.superior.iter().filter_map(|(seat, new)| {
            let old = self.old.superior.get(seat)?;
            let other = old.0 != new.0 && self.old.seats.contains_key(seat) && !moved.contains(seat);
            other.then(|| {
                let person = self.new.rows.get(seat).and_then(|row| row.person);
                let reason = Reason::new("change-superior")
                    .with("who", Param::Seat(*seat))
                    .with("from", Param::Seat(old.0))
                    .with("to", Param::Seat(new.0));
                Change {
                    before: Some(Value::Superior(old.0)),
                    after: Some(Value::Superior(new.0)),
                    ..change(ChangeKind::Moved, *seat, person, new.1, reason)
                }
            })
        });
        changed.collect()
    }

    /// Seats in another unit, unless their holder moved there anyhow.
    fn units(&self, moved: &HashSet<SeatId>) -> Vec<Change> {
        let changed = self.new.seats.values().filter_map(|seat| {
            let old = unit_of(self.old.seats.get(&seat.id)?, self.old.day);
            let new = unit_of(seat, self.new.day);
            (old != new && !moved.contains(&seat.id)).then(|| {
                let person = self.new.rows.get(&seat.id).and_then(|row| row.person);
                let reason = Reason::new("change-unit")
                    .with("who", Param::Seat(seat.id))
                    .with("from", Param::Unit(old))
                    .with("to", Param::Unit(new));
                Change {
                    before: Some(Value::Unit(old)),
                    after: Some(Value::Unit(new)),
                    ..change(ChangeKind::Moved, seat.id, person, entered(seat, self.new.day), reason)
                }
            })
        });
        changed.collect()
    }
}
