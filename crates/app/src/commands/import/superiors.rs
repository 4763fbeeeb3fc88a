//! Whom people report to, as a list and the records say it: compared like any other value, and moved where that was chosen.

use std::collections::HashMap;

use domain::engine::asof::is_in_force;
use domain::*;
use intake::people::PeopleList;

use super::fields::folded;
use super::known::Known;
use super::pairs::FieldNote;
use super::records::Making;
use crate::commands::seat::reporting;

/// The solid lines of today and who sits above.
pub(super) struct Superiors<'a> {
    lines: HashMap<SeatId, &'a Edge>,
    holders: HashMap<SeatId, PersonId>,
    seats: HashMap<SeatId, &'a Seat>,
}

impl<'a> Superiors<'a> {
    pub fn read(known: &Known<'a>) -> Self {
        let held = known.people.iter().flat_map(|one| known.held(one.id).iter().map(|(_, seat)| (seat.id, one.id)));
        Self {
            holders: held.collect(),
            lines: lines(known.whole, known.today).map(|one| (one.from_seat, one)).collect(),
            seats: known.whole.seats.iter().map(|one| (one.id, one)).collect(),
        }
    }

    /// The name of whom a seat reports to, in the writing of `listed` if they have it.
    pub fn of(&self, seat: SeatId, known: &Known, listed: &str) -> Option<String> {
        let above = self.lines.get(&seat)?.to_seat;
        let person = self.holders.get(&above).and_then(|id| known.index_of(*id)).map(|at| known.people[at]);
        let names = person.map_or(vec![], |one| one.name_zh.iter().chain(&one.name_en).collect::<Vec<&String>>());
        let same = names.iter().find(|one| folded(one) == folded(listed));
        let title = || self.seats.get(&above).and_then(|one| one.title_zh.as_ref().or(one.title_en.as_ref()));
        same.or(names.first()).copied().or_else(title).cloned()
    }

    /// What speaks for which of two superiors: a line drawn here since the last edition is newer than the list's.
    pub fn note(&self, seat: SeatId, since: Option<Day>) -> FieldNote {
        let begun = self.lines.get(&seat).and_then(|one| one.from_on);
        match (begun, since) {
            (Some(on), Some(last)) if on > last => FieldNote::Drawn(on),
            (_, Some(_)) => FieldNote::Updated,
            _ => FieldNote::Differs,
        }
    }
}

fn lines(whole: &Snapshot, today: Day) -> impl Iterator<Item = &Edge> {
    whole.edges.iter().filter(move |one| one.kind == EdgeKind::ReportsTo && is_in_force(one.from_on, one.to_on, today))
}

/// The name of whom a row reports to.
pub(super) fn listed(list: &PeopleList, row: usize) -> Option<&str> {
    list.rows.get(list.rows[row].superior?)?.any_name()
}

/// Hangs seats that were there on other superiors from today; what would close a circle stays as it was.
pub(super) fn rehang(making: &mut Making, moves: &[(SeatId, SeatId)]) {
    let (whole, today) = (making.names.known.whole, making.names.known.today);
    let drawn: Vec<Edge> = making.records.edges.clone();
    let mut up: HashMap<SeatId, SeatId> =
        lines(whole, today).chain(&drawn).map(|one| (one.from_seat, one.to_seat)).collect();
    let own: HashMap<SeatId, &Edge> = lines(whole, today).map(|one| (one.from_seat, one)).collect();
    for (seat, above) in moves.iter().filter(|(seat, above)| seat != above) {
        if up.get(seat) == Some(above) || closes_circle(&up, *seat, *above) {
            continue;
        }
        up.insert(*seat, *above);
        match own.get(seat) {
            // A line that begins today never was: it is drawn anew.
            Some(line) if line.from_on.is_some_and(|from| from >= today) => {
                making.records.edges.push(Edge { to_seat: *above, ..(*line).clone() });
            }
            Some(line) => {
                making.records.edges.push(Edge { to_on: today.pred_opt(), ..(*line).clone() });
                making.records.edges.push(reporting(making.account, *seat, *above, Some(today)));
            }
            None => making.records.edges.push(reporting(making.account, *seat, *above, None)),
        }
    }
}

fn closes_circle(up: &HashMap<SeatId, SeatId>, seat: SeatId, above: SeatId) -> bool {
    let mut at = above;
    for _ in 0..=up.len() {
        match up.get(&at) {
            _ if at == seat => return true,
            Some(next) => at = *next,
            None => return false,
        }
    }
    true
}
