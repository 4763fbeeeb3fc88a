//! Curves of influence: from card to card, through gaps where cards stand in the way, and the choice of the best one.
//! Owns: their geometry. Deliberately absent: head, pill, width.

use super::Rect;
use super::mark::num;
use super::route::{Obstacles, Point, length};
use crate::SeatId;
use crate::layout::GAP_X;
use std::collections::HashSet;
use std::fmt::Write;

/// Room between the tip of a head and the card.
const TIP: f32 = 3.0;
/// What a port already taken costs; lines should not leave from one point.
const TAKEN: f32 = 160.0;
/// Points per cubic when sampling.
const STEPS: usize = 24;

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

    pub fn samples(&self) -> Vec<Point> {
        let mut all = vec![self.start];
        let mut from = self.start;
        for &[a, b, c] in &self.parts {
            all.extend((1..=STEPS).map(|n| {
                let (t, u) = (n as f32 / STEPS as f32, 1.0 - n as f32 / STEPS as f32);
                let mix = |p: f32, q: f32, r: f32, s: f32| {
                    u * u * u * p + 3.0 * u * u * t * q + 3.0 * u * t * t * r + t * t * t * s
                };
                (mix(from.0, a.0, b.0, c.0), mix(from.1, a.1, b.1, c.1))
            }));
            from = c;
        }
        all
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

/// The best curve from one card to another. `gaps` are heights of free vertical lanes between frames.
pub(super) fn influence(ends: [(SeatId, Rect); 2], gaps: &[f32], cards: &Obstacles, taken: &mut Taken) -> Curve {
    let [(from, a), (to, b)] = ends;
    let mut best: Option<(f32, Curve, [u8; 2])> = None;
    let beside = [a, b].into_iter().flat_map(|r| [r.x - GAP_X / 2.0, r.x + r.w + GAP_X / 2.0]);
    let gaps: Vec<f32> = gaps.iter().copied().chain(beside).collect();
    for leave in ports(&a, 0.0) {
        for arrive in ports(&b, TIP) {
            let into = (-arrive.out.0, -arrive.out.1);
            let direct = Curve::join(leave.at, leave.out, arrive.at, into);
            let around = gaps.iter().filter_map(|&x| through(leave, x, arrive));
            for (extra, curve) in std::iter::once((0.0, direct)).chain(around.map(|curve| (90.0, curve))) {
                let mut price = extra + bend(leave, arrive);
                price += if taken.contains(&(from, leave.slot)) { TAKEN } else { 0.0 };
                price += if taken.contains(&(to, arrive.slot)) { TAKEN } else { 0.0 };
                if best.as_ref().is_some_and(|best| price + chord(leave, arrive) >= best.0) {
                    continue;
                }
                let points = curve.samples();
                // The ends count as obstacles too, but for the points at the edges.
                price += cards.cost(&points[3..points.len() - 3], 7.0, &[]) + length(&points) * 0.2;
                if best.as_ref().is_none_or(|best| price < best.0) {
                    best = Some((price, curve, [leave.slot, arrive.slot]));
                }
            }
        }
    }
    let Some((_, curve, slots)) = best else { return Curve::default() };
    taken.extend([(from, slots[0]), (to, slots[1])]);
    curve
}

fn chord(leave: Port, arrive: Port) -> f32 {
    length(&[leave.at, arrive.at]) * 1.2
}

/// Ports that face away from the other end make ugly loops.
fn bend(leave: Port, arrive: Port) -> f32 {
    let (dx, dy) = (arrive.at.0 - leave.at.0, arrive.at.1 - leave.at.1);
    let away = leave.out.0 * dx + leave.out.1 * dy < 0.0;
    let behind = arrive.out.0 * dx + arrive.out.1 * dy > 0.0;
    f32::from(u8::from(away) + u8::from(behind)) * 260.0
}

/// From a top or bottom into a vertical lane, down or up along it, then into the other card.
fn through(leave: Port, x: f32, arrive: Port) -> Option<Curve> {
    let down = arrive.at.1 - leave.at.1;
    let sign = down.signum();
    if leave.out.1 != sign || down.abs() < 240.0 || (arrive.out.0 != 0.0 && arrive.out.0 * (x - arrive.at.0) < 10.0) {
        return None;
    }
    let (turn, back) = ((x, leave.at.1 + sign * 110.0), (x, arrive.at.1 - sign * 90.0));
    let mut curve = Curve::join(leave.at, leave.out, turn, (0.0, sign));
    curve.parts.push([(x, turn.1 + (back.1 - turn.1) / 3.0), (x, turn.1 + (back.1 - turn.1) / 1.5), back]);
    curve.to(back, (0.0, sign), arrive.at, (-arrive.out.0, -arrive.out.1));
    Some(curve)
}
