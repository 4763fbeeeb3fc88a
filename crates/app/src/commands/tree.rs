//! The solid lines of a day as a tree: superiors, siblings, loops, and lines that end or move. Deliberately absent:
//! commands, and any other kind of line.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::engine::asof::is_in_force;
use domain::*;
use store::Tx;

use super::dated::end;
use super::seat::reporting;
use crate::Error;

/// Who reports to whom on a day.
pub(crate) struct Tree<'a> {
    snapshot: &'a Snapshot,
    on: Day,
    up: HashMap<SeatId, SeatId>,
}

impl<'a> Tree<'a> {
    /// Reads the solid lines of the day; of two lines of one seat the older one counts.
    pub fn of(snapshot: &'a Snapshot, on: Day) -> Self {
        let mut up = HashMap::new();
        let solid = |one: &&Edge| one.kind == EdgeKind::ReportsTo && is_in_force(one.from_on, one.to_on, on);
        for line in snapshot.edges.iter().filter(solid) {
            up.entry(line.from_seat).or_insert(line.to_seat);
        }
        Self { snapshot, on, up }
    }

    /// The superior of a seat.
    pub fn superior(&self, seat: SeatId) -> Option<SeatId> {
        self.up.get(&seat).copied()
    }

    /// How many report to each seat directly.
    pub fn reports(&self) -> HashMap<SeatId, u32> {
        let mut counts = HashMap::new();
        self.up.values().for_each(|above| *counts.entry(*above).or_default() += 1);
        counts
    }

    /// Whether a loop would close if all of `seats` hung on `above`.
    pub fn would_loop(&self, seats: &[SeatId], above: SeatId) -> bool {
        let moved: HashSet<SeatId> = seats.iter().copied().collect();
        let mut at = above;
        for _ in 0..=self.up.len() {
            if moved.contains(&at) {
                return true;
            }
            match self.up.get(&at) {
                Some(next) => at = *next,
                None => return false,
            }
        }
        true
    }

    /// Whether a loop would close, on the day or on any later one, if all of `seats` hung on `above` from the day on. Each
    /// hangs there until its next known line begins.
    pub fn ever_loops(&self, seats: &[SeatId], above: SeatId) -> bool {
        if self.would_loop(seats, above) {
            return true;
        }
        let solid = || self.snapshot.edges.iter().filter(|one| one.kind == EdgeKind::ReportsTo);
        // Only a line that begins can close a loop, one that ends cannot.
        let days: BTreeSet<Day> = solid().filter_map(|one| one.from_on).filter(|from| *from > self.on).collect();
        days.into_iter().any(|day| {
            let still = |seat: &&SeatId| self.next_line(**seat).is_none_or(|next| next > day);
            let held: Vec<SeatId> = seats.iter().filter(still).copied().collect();
            !held.is_empty() && Tree::of(self.snapshot, day).would_loop(&held, above)
        })
    }

    /// The day after this one on which a known solid line of the seat begins.
    fn next_line(&self, seat: SeatId) -> Option<Day> {
        let own = self.snapshot.edges.iter().filter(|one| one.kind == EdgeKind::ReportsTo && one.from_seat == seat);
        own.filter_map(|one| one.from_on).filter(|from| *from > self.on).min()
    }

    /// Seats of one superior, or those without, in the order they are drawn.
    pub fn siblings(&self, account: AccountId, above: Option<SeatId>) -> Vec<&'a Seat> {
        let here = |one: &&Seat| {
            one.account == account && self.superior(one.id) == above && is_in_force(one.from_on, one.to_on, self.on)
        };
        let mut list: Vec<&Seat> = self.snapshot.seats.iter().filter(here).collect();
        list.sort_by_key(|one| (one.position, one.id));
        list
    }

    /// The lines that hold a seat up on the day.
    pub fn lines_up(&self, seat: SeatId) -> Vec<Edge> {
        let own = |one: &&Edge| {
            one.kind == EdgeKind::ReportsTo && one.from_seat == seat && is_in_force(one.from_on, one.to_on, self.on)
        };
        self.snapshot.edges.iter().filter(own).cloned().collect()
    }

    /// Hangs a report on the superior of its superior from the day on, for as long as both lines were to hold.
    pub fn inherit(&self, tx: &mut Tx, report: &Seat, above: Option<&Edge>) -> Result<(), Error> {
        let old = self.lines_up(report.id);
        let until = old.iter().filter_map(|one| one.to_on).chain(above.and_then(|one| one.to_on)).min();
        for line in old {
            end(tx, line, self.on)?;
        }
        let Some(above) = above.map(|one| one.to_seat).filter(|one| *one != report.id) else { return Ok(()) };
        let line = reporting(report.account, report.id, above, Some(self.on));
        Ok(tx.put(&Edge { to_on: until, ..line })?)
    }

    /// Hangs a seat on another superior from the day on: the lines of the day end, a new one begins and holds until the
    /// next one that is known already.
    pub fn rehang(&self, tx: &mut Tx, seat: &Seat, above: Option<SeatId>) -> Result<(), Error> {
        for line in self.lines_up(seat.id) {
            end(tx, line, self.on)?;
        }
        let Some(above) = above else { return Ok(()) };
        let line = Edge {
            to_on: self.next_line(seat.id).and_then(|day| day.pred_opt()),
            ..reporting(seat.account, seat.id, above, Some(self.on))
        };
        Ok(tx.put(&line)?)
    }
}

/// Numbers a list upward, leaving every seat that already follows its predecessor; gives back the seats that changed.
pub(crate) fn renumber<'a>(order: impl IntoIterator<Item = &'a Seat>) -> Vec<Seat> {
    let mut last: Option<i64> = None;
    let mut changed = Vec::new();
    for seat in order {
        let position = match last {
            Some(last) if seat.position <= last => last.saturating_add(1),
            _ => seat.position,
        };
        if position != seat.position {
            changed.push(Seat { position, ..seat.clone() });
        }
        last = Some(position);
    }
    changed
}
