//! Who hangs under whom: indices, circles, and lines lifted to the level where two boxes meet. Deliberately absent: sizes.

use super::{SeatBox, UnitBox};
use std::collections::HashMap;

/// More room than this on one side of a branch is a slip.
const MOST_ROOM: f32 = 100_000.0;

/// Seats are items `0..n`, units `n..n+m`; container `m` is the sheet itself.
#[derive(Debug)]
pub(super) struct Links {
    pub seats: usize,
    /// Container of each seat.
    pub unit_of: Vec<usize>,
    /// Container of each unit.
    pub parent_unit: Vec<usize>,
    /// Depth of each container; the sheet has 0, outermost units 1.
    pub depth: Vec<u32>,
    pub superior: Vec<Option<usize>>,
    /// Where the line to the superior leaves the common container: own item and the superior's item.
    pub meet: Vec<Option<(usize, usize)>>,
    /// Parent item inside the same container.
    pub above: Vec<Option<usize>>,
    /// Room beside and above each item. A box has that of the seat it hangs by, which then keeps none for itself.
    pub room: Vec<(f32, f32)>,
    pub broken_seats: Vec<usize>,
    pub broken_units: Vec<usize>,
}

impl Links {
    pub fn new(seats: &[SeatBox], units: &[UnitBox]) -> Self {
        let sheet = units.len();
        let unit_at: HashMap<_, _> = units.iter().enumerate().map(|(at, unit)| (unit.id, at)).collect();
        let seat_at: HashMap<_, _> = seats.iter().enumerate().map(|(at, seat)| (seat.id, at)).collect();
        let mut parents: Vec<Option<usize>> =
            units.iter().map(|unit| unit.parent.and_then(|id| unit_at.get(&id).copied())).collect();
        let broken_units = break_circles(&mut parents, |at| units[at].id);
        let mut superior: Vec<Option<usize>> =
            seats.iter().map(|seat| seat.superior.and_then(|id| seat_at.get(&id).copied())).collect();
        let broken_seats = break_circles(&mut superior, |at| seats[at].id);
        let depth = depths(&parents);
        let mut links = Links {
            seats: seats.len(),
            unit_of: seats.iter().map(|seat| unit_at.get(&seat.unit).copied().unwrap_or(sheet)).collect(),
            parent_unit: parents.iter().map(|parent| parent.unwrap_or(sheet)).collect(),
            depth: depth.iter().map(|depth| depth + 1).chain([0]).collect(),
            meet: Vec::new(),
            above: vec![None; seats.len() + units.len()],
            room: vec![(0.0, 0.0); seats.len() + units.len()],
            superior,
            broken_seats,
            broken_units,
        };
        links.meet = (0..seats.len()).map(|seat| links.superior[seat].map(|boss| links.lift(seat, boss))).collect();
        links.hang(seats, units);
        links
    }

    /// The two items, inside the innermost container of both, that hold `seat` and `boss`.
    fn lift(&self, seat: usize, boss: usize) -> (usize, usize) {
        let (mut a, mut b) = (self.unit_of[seat], self.unit_of[boss]);
        let (mut item_a, mut item_b) = (seat, boss);
        while a != b {
            if self.depth[a] >= self.depth[b] {
                (item_a, a) = (self.seats + a, self.parent_unit[a]);
            } else {
                (item_b, b) = (self.seats + b, self.parent_unit[b]);
            }
        }
        (item_a, item_b)
    }

    /// A box may hold seats with different superiors: the highest seat decides where it hangs.
    fn hang(&mut self, seats: &[SeatBox], units: &[UnitBox]) {
        let rank = depths(&self.superior);
        let key = |seat: usize| (rank[seat], seats[seat].position, seats[seat].id);
        let mut decided: Vec<Option<usize>> = vec![None; self.above.len()];
        for seat in 0..self.seats {
            let Some((item, over)) = self.meet[seat] else { continue };
            if decided[item].is_none_or(|other| key(seat) < key(other)) {
                decided[item] = Some(seat);
                self.above[item] = Some(over);
            }
        }
        for (at, seat) in seats.iter().enumerate() {
            let decides = self.meet[at].filter(|&(item, _)| decided[item] == Some(at));
            self.room[decides.map_or(at, |(item, _)| item)] = room(seat.nudge);
        }
        let n = self.seats;
        // Every circle left has a box in it; cutting there keeps superiors above their reports.
        let key = |item: usize| if item < n { (1, seats[item].id.0) } else { (0, units[item - n].id.0) };
        break_circles(&mut self.above, key);
    }
}

/// Whole units, so that places stay whole; nothing below 0 and nothing absurd.
fn room((beside, above): (f32, f32)) -> (f32, f32) {
    let whole = |room: f32| if room.is_finite() { room.clamp(0.0, MOST_ROOM).round() } else { 0.0 };
    (whole(beside), whole(above))
}

/// Cuts every circle at its lowest key and returns the places cut, in order.
pub(super) fn break_circles<K: Ord>(parents: &mut [Option<usize>], key: impl Fn(usize) -> K) -> Vec<usize> {
    let mut seen = vec![0usize; parents.len()];
    let mut cut = Vec::new();
    for start in 0..parents.len() {
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = start + 1;
            match parents[at] {
                Some(next) => at = next,
                None => break,
            }
        }
        if seen[at] != start + 1 || parents[at].is_none() {
            continue;
        }
        let (mut lowest, mut walk) = (at, parents[at]);
        while let Some(node) = walk.filter(|&node| node != at) {
            if key(node) < key(lowest) {
                lowest = node;
            }
            walk = parents[node];
        }
        parents[lowest] = None;
        cut.push(lowest);
    }
    cut.sort_unstable();
    cut
}

/// Steps to the root for each node of a forest.
fn depths(parents: &[Option<usize>]) -> Vec<u32> {
    let mut depth = vec![u32::MAX; parents.len()];
    let mut path = Vec::new();
    for start in 0..parents.len() {
        let mut at = start;
        while depth[at] == u32::MAX {
            path.push(at);
            match parents[at] {
                Some(next) => at = next,
                None => break,
            }
        }
        let mut below = if depth[at] == u32::MAX { 0 } else { depth[at] + 1 };
        while let Some(node) = path.pop() {
            depth[node] = below;
            below += 1;
        }
    }
    depth
}
