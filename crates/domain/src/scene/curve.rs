//! Curves of influence: from card to card, through gaps beside frames where that is free, else around everything with
//! round turns. Owns: their geometry. Deliberately absent: head, pill, width.

use super::Rect;
use super::mark::num;
use super::route::{Obstacles, Point, Track, around, length};
use crate::SeatId;
use crate::layout::GAP_X;
use std::collections::HashSet;
use std::fmt::Write;

/// Room between the tip of a head and the card.
const TIP: f32 = 3.0;
/// What a port already taken costs; lines should not leave from one point.
const TAKEN: f32 = 160.0;
/// Room a curve keeps from cards that are not its own.
const CLEAR: f32 = 7.0;
/// What a way around costs beyond its length; a free curve that is little longer looks better.
const AROUND: f32 = 240.0;
/// Radius of the turns on a way around; the inside of a turn comes a quarter of it nearer to a card.
const TURN: f32 = 18.0;
/// At most so many curves are looked at, the cheapest first.
const MOST_TRIES: usize = 56;

/// A place on a card's edge and the way out of it. `slot` names the port.
#[derive(Debug, Clone, Copy)]
struct Port {
    at: Point,
    out: Point,
    slot: u8,
}

/// Cubics one after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Curve {
    start: Point,
    parts: Vec<[Point; 3]>,
}

/// Ports on a card that lines already leave from or arrive at.
pub(super) type Taken = HashSet<(SeatId, u8)>;

impl Curve {
    pub fn path(&self) -> String {
        let mut d = format!("M{} {}", num(self.start.0), num(self.start.1));
        for [a, b, c] in &self.parts {
            let _ = write!(d, "C{} {} {} {} {} {}", num(a.0), num(a.1), num(b.0), num(b.1), num(c.0), num(c.1));
        }
        d
    }

    /// Points along the curve, so close that it strays from their chords by less than a unit.
    pub fn samples(&self) -> Vec<Point> {
        let mut all = Vec::new();
        self.walk(|point| {
            all.push(point);
            true
        });
        all
    }

    /// Goes along the points of `samples` as long as `on` says so; tells whether it came to the end.
    fn walk(&self, mut on: impl FnMut(Point) -> bool) -> bool {
        let mut from = self.start;
        if !on(from) {
            return false;
        }
        for &[a, b, c] in &self.parts {
            let long = length(&[from, a, b, c]);
            let steps = (long.sqrt() * 0.7).max(long / 40.0).ceil().max(4.0) as usize;
            let point = |n: usize| {
                let (t, u) = (n as f32 / steps as f32, 1.0 - n as f32 / steps as f32);
                let shares = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
                let mix = |all: [f32; 4]| all.iter().zip(shares).map(|(one, share)| one * share).sum::<f32>();
                (mix([from.0, a.0, b.0, c.0]), mix([from.1, a.1, b.1, c.1]))
            };
            if !(1..=steps).all(|n| on(point(n))) {
                return false;
            }
            from = c;
        }
        true
    }

    /// Whether it touches no third card and does not run back over the two it ties, on whose edges its ends stand.
    fn free(&self, ends: [(SeatId, Rect); 2], cards: &Obstacles) -> bool {
        let skip = ends.map(|end| end.0);
        let over = |(x, y): Point| {
            ends.iter().any(|(_, r)| x > r.x + 0.5 && x < r.x + r.w - 0.5 && y > r.y + 0.5 && y < r.y + r.h - 0.5)
        };
        let mut last = self.start;
        self.walk(|point| {
            let free = !over(point) && cards.clear(&[last, point], CLEAR, &skip);
            last = point;
            free
        })
    }

    /// A square way with round turns.
    fn rounded(way: &[Point]) -> Self {
        let mut curve = Curve { start: way.first().copied().unwrap_or_default(), parts: Vec::new() };
        let mut from = curve.start;
        for at in 1..way.len() {
            let here = way[at];
            let Some(&after) = way.get(at + 1) else {
                curve.straight(from, here);
                break;
            };
            let (into, out) = (length(&[way[at - 1], here]), length(&[here, after]));
            let r = TURN.min(into / 2.0).min(out / 2.0);
            let toward = |to: Point, whole: f32, by: f32| {
                (here.0 + (to.0 - here.0) / whole * by, here.1 + (to.1 - here.1) / whole * by)
            };
            let (begin, end) = (toward(way[at - 1], into, r), toward(after, out, r));
            curve.straight(from, begin);
            curve.parts.push([toward(way[at - 1], into, r / 3.0), toward(after, out, r / 3.0), end]);
            from = end;
        }
        curve
    }

    fn straight(&mut self, from: Point, to: Point) {
        let at = |t: f32| (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t);
        if length(&[from, to]) > 0.1 {
            self.parts.push([at(1.0 / 3.0), at(2.0 / 3.0), to]);
        }
    }

    fn join(start: Point, out: Point, end: Point, into: Point) -> Self {
        let mut curve = Curve { start, parts: Vec::new() };
        curve.to(start, out, end, into);
        curve
    }

    /// Adds a cubic that leaves along `out` and arrives along `into` (both unit vectors).
    fn to(&mut self, from: Point, out: Point, end: Point, into: Point) {
        let (dx, dy) = ((end.0 - from.0).abs(), (end.1 - from.1).abs());
        let reach = |way: Point| if way.0 != 0.0 { (dx * 0.6).max(12.0) } else { (dy * 0.55).max(12.0) };
        let (k, l) = (reach(out), reach(into));
        self.parts.push([(from.0 + out.0 * k, from.1 + out.1 * k), (end.0 - into.0 * l, end.1 - into.1 * l), end]);
    }
}

/// Ports on every side of a card, two on each.
fn ports(rect: &Rect, gap: f32) -> [Port; 8] {
    let (left, right, top, bottom) = (rect.x - gap, rect.x + rect.w + gap, rect.y - gap, rect.y + rect.h + gap);
    let (near, far) = (rect.x + rect.w * 0.18, rect.x + rect.w * 0.82);
    let (high, low) = (rect.y + rect.h * 0.3, rect.y + rect.h * 0.78);
    let port = |x: f32, y: f32, out: Point, slot: u8| Port { at: (x, y), out, slot };
    [
        port(near, top, (0.0, -1.0), 0),
        port(far, top, (0.0, -1.0), 1),
        port(near, bottom, (0.0, 1.0), 2),
        port(far, bottom, (0.0, 1.0), 3),
        port(left, high, (-1.0, 0.0), 4),
        port(left, low, (-1.0, 0.0), 5),
        port(right, high, (1.0, 0.0), 6),
        port(right, low, (1.0, 0.0), 7),
    ]
}

/// A curve worth trying, with the least it can cost.
struct Try {
    least: f32,
    leave: Port,
    arrive: Port,
    /// The vertical lane it takes.
    lane: Option<f32>,
}

/// The best curve from one card to another that touches no third. `gaps` are places of free vertical lanes between
/// frames; `track` keeps ways around apart.
pub(super) fn influence(
    ends: [(SeatId, Rect); 2],
    gaps: &[f32],
    track: Track,
    cards: &Obstacles,
    taken: &mut Taken,
) -> Curve {
    let [(from, a), (to, b)] = ends;
    let mut way = around([a, b], track, cards);
    if let [.., before, tip] = way.as_mut_slice() {
        let long = length(&[*before, *tip]).max(1.0);
        *tip = (tip.0 - (tip.0 - before.0) / long * TIP, tip.1 - (tip.1 - before.1) / long * TIP);
    }
    let price = length(&way) * 1.2 + AROUND + 30.0 * way.len() as f32 + cards.untidy(&way, CLEAR);
    let mut best = (price, Curve::rounded(&way), None);
    for one in tries(ends, gaps, taken, price) {
        if one.least >= best.0 {
            break;
        }
        let curve = one.curve();
        if !curve.free(ends, cards) {
            continue;
        }
        let points = curve.samples();
        let chord = length(&[one.leave.at, one.arrive.at]);
        let price = one.least + (length(&points) - chord) * 1.2 + cards.untidy(&points, CLEAR);
        if price < best.0 {
            best = (price, curve, Some([(from, one.leave.slot), (to, one.arrive.slot)]));
        }
    }
    taken.extend(best.2.into_iter().flatten());
    best.1
}

/// Direct curves and curves through lanes that may cost less than `limit`, the cheapest first.
fn tries(ends: [(SeatId, Rect); 2], gaps: &[f32], taken: &Taken, limit: f32) -> Vec<Try> {
    let [(from, a), (to, b)] = ends;
    let beside = [a, b].into_iter().flat_map(|r| [r.x - GAP_X / 2.0, r.x + r.w + GAP_X / 2.0]);
    let gaps: Vec<f32> = gaps.iter().copied().chain(beside).collect();
    let arrivals = ports(&b, TIP);
    let mut tries: Vec<Try> = Vec::new();
    for leave in ports(&a, 0.0) {
        for arrive in arrivals {
            let used = u8::from(taken.contains(&(from, leave.slot))) + u8::from(taken.contains(&(to, arrive.slot)));
            let chord = length(&[leave.at, arrive.at]);
            let base = bend(leave, arrive) + TAKEN * f32::from(used) + chord * 1.2;
            if base >= limit {
                continue;
            }
            tries.push(Try { least: base, leave, arrive, lane: None });
            let lanes = gaps.iter().filter(|&&x| passes(leave, x, arrive)).map(|&x| {
                let there = (x - leave.at.0).abs() + (arrive.at.1 - leave.at.1).abs() + (arrive.at.0 - x).abs();
                Try { least: base + 90.0 + (there - chord).max(0.0) * 0.6, leave, arrive, lane: Some(x) }
            });
            tries.extend(lanes.filter(|one| one.least < limit));
        }
    }
    if tries.len() > MOST_TRIES {
        tries.select_nth_unstable_by(MOST_TRIES, |x, y| x.least.total_cmp(&y.least));
        tries.truncate(MOST_TRIES);
    }
    tries.sort_by(|x, y| x.least.total_cmp(&y.least));
    tries
}

impl Try {
    fn curve(&self) -> Curve {
        let (leave, arrive) = (self.leave, self.arrive);
        match self.lane {
            Some(x) => through(leave, x, arrive),
            None => Curve::join(leave.at, leave.out, arrive.at, (-arrive.out.0, -arrive.out.1)),
        }
    }
}

/// Ports that face away from the other end make ugly loops.
fn bend(leave: Port, arrive: Port) -> f32 {
    let (dx, dy) = (arrive.at.0 - leave.at.0, arrive.at.1 - leave.at.1);
    let away = leave.out.0 * dx + leave.out.1 * dy < 0.0;
    let behind = arrive.out.0 * dx + arrive.out.1 * dy > 0.0;
    f32::from(u8::from(away) + u8::from(behind)) * 260.0
}

/// Whether a curve that leaves up or down can run along the lane at `x`.
fn passes(leave: Port, x: f32, arrive: Port) -> bool {
    let down = arrive.at.1 - leave.at.1;
    leave.out.1 == down.signum()
        && down.abs() >= 240.0
        && (arrive.out.0 == 0.0 || arrive.out.0 * (x - arrive.at.0) >= 10.0)
}

/// From a top or bottom into a vertical lane, down or up along it, then into the other card.
fn through(leave: Port, x: f32, arrive: Port) -> Curve {
    let sign = (arrive.at.1 - leave.at.1).signum();
    let (turn, back) = ((x, leave.at.1 + sign * 110.0), (x, arrive.at.1 - sign * 90.0));
    let mut curve = Curve::join(leave.at, leave.out, turn, (0.0, sign));
    curve.parts.push([(x, turn.1 + (back.1 - turn.1) / 3.0), (x, turn.1 + (back.1 - turn.1) / 1.5), back]);
    curve.to(back, (0.0, sign), arrive.at, (-arrive.out.0, -arrive.out.1));
    curve
}
