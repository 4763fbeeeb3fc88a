//! Which seats, units and lines of the account are on the map: those of the day, less folded branches, or one branch alone.
//! Deliberately absent: where they stand and how they look.

use super::DisplayMode;
use super::bare::bare_row;
use super::draw::MapInput;
use super::index::Index;
use crate::engine::asof::is_in_force;
use crate::engine::chain::Stakeholder;
use crate::engine::units::{UnitsOn, unit_of};
use crate::{Edge, EdgeKind, OrgUnit, Seat, SeatId, UnitId};
use std::collections::{HashMap, HashSet};

/// A line of the day between two shown seats; its ends may differ from those of the record where a seat is hidden.
#[derive(Clone, Copy)]
pub(super) struct Tie<'a> {
    pub edge: &'a Edge,
    pub from: SeatId,
    pub to: SeatId,
}

pub(super) struct Shown<'a> {
    /// In the order of the records.
    pub seats: Vec<&'a Seat>,
    /// Units of the day, all of the account.
    pub units: UnitsOn<'a>,
    /// Those of them that are drawn.
    pub frames: Vec<&'a OrgUnit>,
    /// In order of identity of the records.
    pub ties: Vec<Tie<'a>>,
    /// Small seats and the seat of the person's card.
    pub second: HashMap<SeatId, SeatId>,
    /// Seats hidden below a folded one.
    pub folded: HashMap<SeatId, u32>,
    /// Seats of the day in each unit and the units inside it, hidden ones too.
    pub counts: HashMap<UnitId, u32>,
    rows: HashMap<SeatId, &'a Stakeholder>,
    /// Rows of seats the caller gave none for.
    bare: HashMap<SeatId, Stakeholder>,
}

impl<'a> Shown<'a> {
    pub fn new(input: &MapInput<'a>, index: &Index) -> Self {
        let all: Vec<&Seat> = input.snapshot.seats.iter().filter(|seat| index.seats.contains_key(&seat.id)).collect();
        let edges = edges(input);
        let tree = Tree::new(&edges, &all);
        let (hidden, folded) = tree.hidden(input, &all);
        let seats: Vec<&Seat> = all.iter().copied().filter(|seat| !hidden.contains(&seat.id)).collect();
        let known: HashSet<SeatId> = seats.iter().map(|seat| seat.id).collect();
        let internal = input.mode == DisplayMode::Internal;
        // What comes with a room-safe drawing is not trusted to be redacted.
        let rows: HashMap<SeatId, &Stakeholder> =
            input.rows.iter().filter(|_| internal).map(|row| (row.seat, row)).collect();
        let (mut bare, mut second) = (HashMap::new(), HashMap::new());
        for seat in seats.iter().filter(|seat| !rows.contains_key(&seat.id)) {
            let card = index.home_of(seat.id);
            if card == seat.id {
                bare.insert(seat.id, bare_row(seat, index.holder.get(&seat.id).copied(), index));
            } else {
                second.insert(seat.id, card);
            }
        }
        let units = UnitsOn::read(input.snapshot, input.account, input.as_of);
        let whole = counts(&all, &units);
        let left = counts(&seats, &units);
        let focused = input.focus.is_some_and(|focus| known.contains(&focus));
        let stays = |unit: &&OrgUnit| left.contains_key(&unit.id) || (!focused && !whole.contains_key(&unit.id));
        let frames = units.all().filter(stays).collect();
        let ties = tree.ties(&edges, &known);
        Self { seats, units, frames, ties, second, folded, counts: whole, rows, bare }
    }

    pub fn row(&self, seat: SeatId) -> Option<&Stakeholder> {
        self.rows.get(&seat).copied().or_else(|| self.bare.get(&seat))
    }
}

/// Lines of the day, in order of identity.
fn edges<'a>(input: &MapInput<'a>) -> Vec<&'a Edge> {
    let wanted = |edge: &&Edge| {
        let formal = matches!(edge.kind, EdgeKind::ReportsTo | EdgeKind::DottedReportsTo);
        edge.account == input.account
            && edge.from_seat != edge.to_seat
            && is_in_force(edge.from_on, edge.to_on, input.as_of)
            && (formal || input.mode == DisplayMode::Internal)
    };
    let mut edges: Vec<&Edge> = input.snapshot.edges.iter().filter(wanted).collect();
    edges.sort_by_key(|edge| edge.id);
    edges
}

/// Seats in each unit and the units inside it; a circle of units ends where it closes.
fn counts(seats: &[&Seat], units: &UnitsOn) -> HashMap<UnitId, u32> {
    let mut own: HashMap<UnitId, u32> = HashMap::new();
    for seat in seats {
        *own.entry(unit_of(seat, units.day())).or_default() += 1;
    }
    let mut counts: HashMap<UnitId, u32> = HashMap::new();
    for (&unit, &n) in &own {
        let mut met = HashSet::new();
        let mut next = Some(unit);
        while let Some(unit) = next.filter(|unit| met.insert(*unit)) {
            *counts.entry(unit).or_default() += n;
            next = units.get(unit).and_then(|unit| units.parent(unit));
        }
    }
    counts
}

/// Solid lines of the day, also through seats that do not exist on it.
struct Tree {
    /// By every record.
    superior: HashMap<SeatId, SeatId>,
    /// Among seats of the day: the nearest one above.
    above: HashMap<SeatId, SeatId>,
    below: HashMap<SeatId, Vec<SeatId>>,
}

impl Tree {
    fn new(edges: &[&Edge], seats: &[&Seat]) -> Self {
        let mut superior: HashMap<SeatId, SeatId> = HashMap::new();
        for edge in edges.iter().filter(|edge| edge.kind == EdgeKind::ReportsTo) {
            superior.entry(edge.from_seat).or_insert(edge.to_seat);
        }
        let known: HashSet<SeatId> = seats.iter().map(|seat| seat.id).collect();
        let mut tree = Self { superior, above: HashMap::new(), below: HashMap::new() };
        for seat in seats {
            if let Some(above) = tree.superior.get(&seat.id).and_then(|to| tree.nearest(*to, &known)) {
                tree.above.insert(seat.id, above);
                tree.below.entry(above).or_default().push(seat.id);
            }
        }
        tree
    }

    /// The seat itself or the nearest one above it that is among `known`.
    fn nearest(&self, seat: SeatId, known: &HashSet<SeatId>) -> Option<SeatId> {
        let mut met = HashSet::new();
        let mut next = Some(seat);
        while let Some(seat) = next.filter(|seat| met.insert(*seat)) {
            if known.contains(&seat) {
                return Some(seat);
            }
            next = self.superior.get(&seat).copied();
        }
        None
    }

    /// Everything below a seat, without itself.
    fn branch(&self, seat: SeatId) -> HashSet<SeatId> {
        let mut found = HashSet::new();
        let mut open = vec![seat];
        while let Some(next) = open.pop() {
            for &below in self.below.get(&next).into_iter().flatten() {
                if below != seat && found.insert(below) {
                    open.push(below);
                }
            }
        }
        found
    }

    /// Everything above a seat, without itself.
    fn superiors(&self, seat: SeatId) -> HashSet<SeatId> {
        let mut found = HashSet::new();
        let mut next = self.above.get(&seat);
        while let Some(above) = next.filter(|above| **above != seat && found.insert(**above)) {
            next = self.above.get(above);
        }
        found
    }

    /// Seats left out, and how many each folded seat hides. Superiors of the branch in focus are never folded over it.
    fn hidden(&self, input: &MapInput, seats: &[&Seat]) -> (HashSet<SeatId>, HashMap<SeatId, u32>) {
        let mut hidden = HashSet::new();
        let mut open = HashSet::new();
        if let Some(focus) = input.focus.filter(|focus| seats.iter().any(|seat| seat.id == *focus)) {
            open = self.superiors(focus);
            let branch = self.branch(focus);
            let kept = |seat: SeatId| seat == focus || branch.contains(&seat) || open.contains(&seat);
            hidden.extend(seats.iter().map(|seat| seat.id).filter(|&seat| !kept(seat)));
        }
        let mut folded = HashMap::new();
        for seat in input.folded.iter().filter(|seat| !open.contains(seat)) {
            let branch = self.branch(*seat);
            if !branch.is_empty() {
                folded.insert(*seat, branch.len() as u32);
                hidden.extend(branch);
            }
        }
        (hidden, folded)
    }

    /// Lines between shown seats. A reporting line to a hidden superior hangs on the nearest shown one; other lines to
    /// hidden seats are left out.
    fn ties<'a>(&self, edges: &[&'a Edge], known: &HashSet<SeatId>) -> Vec<Tie<'a>> {
        let shown = |edge: &Edge| known.contains(&edge.from_seat) && known.contains(&edge.to_seat);
        let solid = |edge: &&&Edge| edge.kind == EdgeKind::ReportsTo && shown(edge);
        let mut solid: HashSet<(SeatId, SeatId)> =
            edges.iter().filter(solid).map(|edge| (edge.from_seat, edge.to_seat)).collect();
        let mut tie = |edge: &&'a Edge| {
            let (from, to) = (edge.from_seat, edge.to_seat);
            if shown(edge) {
                return Some(Tie { edge, from, to });
            }
            if edge.kind != EdgeKind::ReportsTo || !known.contains(&from) {
                return None;
            }
            let to = self.nearest(to, known).filter(|to| *to != from)?;
            solid.insert((from, to)).then_some(Tie { edge, from, to })
        };
        edges.iter().filter_map(&mut tie).collect()
    }
}
