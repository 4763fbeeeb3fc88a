//! A square way between any two cards that touches no other, whatever stands between. Owns: walks and where they meet.
//! Deliberately absent: nicer ways; callers try those first.
//!
//! Cards grown by less than half the least gap do not overlap, so their edges are free. A walk that goes down and, where
//! a card stands in its way, along the card's edge to a corner and on, reaches every height; a walk to the right reaches
//! every column. Both ways on, the one divides the sheet into left and right and the other into above and below:
//! they always meet, and the way to the meeting and back along the other is free.

use super::obstacle::Obstacles;
use super::{Point, Rect, length, middle, simple};
use crate::layout::{GAP_X, GRID_GAP_Y};

/// Cards grown by this nowhere overlap: half a gap, less what rounding takes.
const PADS: [f32; 2] = [GAP_X / 2.0 - 1.0, GRID_GAP_Y / 2.0];
/// What a turn costs, in world units of length.
const CORNER: f32 = 28.0;
/// Far more turns than any sheet needs; a guard against boxes that overlap.
const MOST_TURNS: usize = 20_000;

/// Which of the lanes beside a card a line takes, so that lines do not run on top of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::scene) struct Track(usize);

impl Track {
    /// In the middle of the gaps.
    pub const MIDDLE: Track = Track(0);

    /// The track of the `n`th line.
    pub fn nth(n: usize) -> Self {
        Self(n % 4)
    }

    /// How far the line keeps from cards, beside and above.
    pub fn pad(self) -> [f32; 2] {
        PADS.map(|pad| pad - 2.0 * self.0 as f32)
    }

    fn shift(self) -> f32 {
        [0.0, 28.0, -28.0, 52.0][self.0]
    }
}

/// A place at a card to leave from or arrive at: on the edge, and free before it.
#[derive(Debug, Clone, Copy)]
struct Gate {
    edge: Point,
    free: Point,
    /// 1 when the line leaves up or down.
    axis: usize,
}

impl Gate {
    fn new(rect: &Rect, axis: usize, ahead: bool, track: Track) -> Self {
        let (x, y) = middle(rect);
        if axis == 1 {
            let x = x + track.shift().clamp(8.0 - rect.w / 2.0, rect.w / 2.0 - 8.0);
            let (y, out) = if ahead { (rect.y + rect.h, PADS[1]) } else { (rect.y, -PADS[1]) };
            return Self { edge: (x, y), free: (x, y + out), axis };
        }
        let y = (y + track.shift() / 2.0).clamp(rect.y + 8.0, rect.y + rect.h - 8.0).round();
        let (x, out) = if ahead { (rect.x + rect.w, PADS[0]) } else { (rect.x, -PADS[0]) };
        Self { edge: (x, y), free: (x + out, y), axis }
    }
}

/// The shortest of the ways that leave and arrive at the sides facing each other, from `a` to `b`.
pub(in crate::scene) fn around([a, b]: [Rect; 2], track: Track, cards: &Obstacles) -> Vec<Point> {
    let below = b.y >= a.y + a.h;
    let above = a.y >= b.y + b.h;
    let right = b.x >= a.x + a.w;
    let left = a.x >= b.x + b.w;
    // Side by side both take the same side; else the sides that face each other.
    let (va, vb) = (Gate::new(&a, 1, !above, track), Gate::new(&b, 1, !below, track));
    let (ha, hb) = (Gate::new(&a, 0, !left, track), Gate::new(&b, 0, !right, track));
    let pairs = [(va, hb), (ha, vb), (va, vb), (ha, hb)];
    let ways = pairs.iter().filter_map(|&(leave, arrive)| {
        let way = join(leave.free, arrive.free, leave.axis, track.pad(), cards)?;
        Some(simple(&[&[leave.edge], &way[..], &[arrive.edge]].concat()))
    });
    let priced = ways.map(|way| (price(&way) + cards.untidy(&way, 3.0), way));
    priced.min_by(|x, y| x.0.total_cmp(&y.0)).map_or_else(|| vec![va.edge, vb.edge], |(_, way)| way)
}

/// From below `upper` to above `lower`, as reporting lines run.
pub(super) fn down([upper, lower]: [Rect; 2], cards: &Obstacles) -> Option<Vec<Point>> {
    let leave = Gate::new(&upper, 1, true, Track::MIDDLE);
    let arrive = Gate::new(&lower, 1, false, Track::MIDDLE);
    let way = join(leave.free, arrive.free, 1, Track::MIDDLE.pad(), cards)?;
    Some([&[leave.edge], &way[..], &[arrive.edge]].concat())
}

/// What a square way costs.
pub(super) fn price(way: &[Point]) -> f32 {
    length(way) + CORNER * way.len() as f32
}

/// Joins two free points: the walk through `from` goes along `axis`, the one through `to` across it.
fn join(from: Point, to: Point, axis: usize, pad: [f32; 2], cards: &Obstacles) -> Option<Vec<Point>> {
    let (p, q) = ([from.0, from.1], [to.0, to.1]);
    let across = 1 - axis;
    let (ahead, back) = (q[axis] >= p[axis], p[across] >= q[across]);
    let one = |toward: bool| sweep(p, axis, toward == ahead, q[across], pad, cards);
    let other = |toward: bool| sweep(q, across, toward == back, p[axis], pad, cards);
    let (one_near, other_near) = (one(true)?, other(true)?);
    if let Some(way) = meet(&one_near, &other_near) {
        return Some(way);
    }
    let other_far = other(false)?;
    meet(&one_near, &other_far).or_else(|| {
        let one_far = one(false)?;
        meet(&one_far, &other_near).or_else(|| meet(&one_far, &other_far))
    })
}

/// The walk from a point along an axis to the end of the sheet; at a card it turns aside toward `target`.
fn sweep(
    from: [f32; 2],
    axis: usize,
    ahead: bool,
    target: f32,
    pad: [f32; 2],
    cards: &Obstacles,
) -> Option<Vec<[f32; 2]>> {
    let (mut at, across) = (from, 1 - axis);
    let mut way = vec![at];
    while let Some(card) = cards.first(at, axis, ahead, pad) {
        at[axis] = if ahead { card[axis] } else { card[axis + 2] };
        way.push(at);
        let long = |side: f32| (at[across] - side).abs() + (side - target).abs();
        let (low, high) = (card[across], card[across + 2]);
        at[across] = if long(low) <= long(high) { low } else { high };
        way.push(at);
        if way.len() > MOST_TURNS {
            return None;
        }
    }
    at[axis] = cards.end(axis, ahead);
    way.push(at);
    Some(way)
}

/// Along the first walk to where it meets the second, then back along the second to its start.
fn meet(one: &[[f32; 2]], other: &[[f32; 2]]) -> Option<Vec<Point>> {
    for (at, b) in other.windows(2).enumerate() {
        for (till, a) in one.windows(2).enumerate() {
            let common = |axis: usize| {
                let low = a[0][axis].min(a[1][axis]).max(b[0][axis].min(b[1][axis]));
                let high = a[0][axis].max(a[1][axis]).min(b[0][axis].max(b[1][axis]));
                (low <= high).then_some(low)
            };
            if let (Some(x), Some(y)) = (common(0), common(1)) {
                let there = one[..=till].iter().map(|point| (point[0], point[1]));
                let back = other[..=at].iter().rev().map(|point| (point[0], point[1]));
                return Some(there.chain([(x, y)]).chain(back).collect());
            }
        }
    }
    None
}
