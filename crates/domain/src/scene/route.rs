//! Ways for lines: square ways that look well where they are free, and the one that is always free. Owns: geometry.
//! Deliberately absent: what the lines mean and how they look; what stands in the way (obstacle) and the way that
//! always exists (around).

mod around;
mod obstacle;

pub(super) use around::{Track, around};
pub(super) use obstacle::{Marks, Obstacles};

use super::Rect;
use super::mark::num;
use crate::SeatId;
use crate::layout::{GAP_X, GRID_GAP_Y, Lane};
use std::fmt::Write;

pub(super) type Point = (f32, f32);

/// Radius of turns.
const TURN: f32 = 6.0;
/// Lines begin a little inside the card's box, so that they still meet the smaller chip in its middle.
const INSIDE: f32 = 14.0;
/// Room a square way keeps from cards that are not its own.
const CLEAR: f32 = 3.0;

pub(super) fn length(points: &[Point]) -> f32 {
    points.windows(2).map(|pair| (pair[1].0 - pair[0].0).hypot(pair[1].1 - pair[0].1)).sum()
}

/// Points along a way at most `step` apart, ends included.
pub(super) fn samples(points: &[Point], step: f32) -> Vec<Point> {
    let mut all = Vec::new();
    for pair in points.windows(2) {
        let count = (length(pair) / step).ceil().max(1.0) as usize;
        let at = |n: usize| {
            let t = n as f32 / count as f32;
            (pair[0].0 + (pair[1].0 - pair[0].0) * t, pair[0].1 + (pair[1].1 - pair[0].1) * t)
        };
        all.extend((0..count).map(at));
    }
    all.extend(points.last());
    all
}

/// The box around points, grown by `margin`.
pub(super) fn bounds(points: &[Point], margin: f32) -> Rect {
    let (mut low, mut high) = ((f32::INFINITY, f32::INFINITY), (f32::NEG_INFINITY, f32::NEG_INFINITY));
    for point in points {
        low = (low.0.min(point.0), low.1.min(point.1));
        high = (high.0.max(point.0), high.1.max(point.1));
    }
    let (w, h) = (high.0 - low.0 + 2.0 * margin, high.1 - low.1 + 2.0 * margin);
    Rect { x: low.0 - margin, y: low.1 - margin, w, h }
}

/// Drops points that change nothing.
pub(super) fn simple(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for &point in points {
        if kept.last().is_some_and(|last| (last.0 - point.0).abs() + (last.1 - point.1).abs() < 0.5) {
            continue;
        }
        if let [.., a, b] = kept.as_slice() {
            let straight = (a.0 == b.0 && b.0 == point.0) || (a.1 == b.1 && b.1 == point.1);
            if straight {
                kept.pop();
            }
        }
        kept.push(point);
    }
    kept
}

/// A square way as an SVG path with round turns.
pub(super) fn square_path(points: &[Point]) -> String {
    let points = simple(points);
    let mut d = String::new();
    for (at, &(x, y)) in points.iter().enumerate() {
        let (Some(&after), true) = (points.get(at + 1), at > 0) else {
            let _ = write!(d, "{}{} {}", if at == 0 { 'M' } else { 'L' }, num(x), num(y));
            continue;
        };
        let before = points[at - 1];
        let (into, out) = (length(&[before, (x, y)]), length(&[(x, y), after]));
        let r = TURN.min(into / 2.0).min(out / 2.0);
        let toward = |to: Point, whole: f32| (x + (to.0 - x) / whole * r, y + (to.1 - y) / whole * r);
        let (a, b) = (toward(before, into), toward(after, out));
        let _ = write!(d, "L{} {}Q{} {} {} {}", num(a.0), num(a.1), num(x), num(y), num(b.0), num(b.1));
    }
    d
}

fn middle(rect: &Rect) -> Point {
    (rect.x + rect.w / 2.0, rect.y + rect.h / 2.0)
}

/// The solid reporting line, from the superior down to the report: along the lane the layout kept, or around.
pub(super) fn reporting(ends: [(SeatId, Rect); 2], lane: Lane, cards: &Obstacles) -> Vec<Point> {
    let [(boss_seat, boss), (seat, own)] = ends;
    let skip = [boss_seat, seat];
    let toward = middle(&own).0 >= middle(&boss).0;
    let asides = [None, Some(toward), Some(!toward)];
    let mut ways =
        [false, true].into_iter().flat_map(|beside| asides.map(|aside| along([boss, own], lane, aside, beside)));
    if let Some(way) = ways.find(|way| cards.clear(way, CLEAR, &skip)) {
        return way;
    }
    let mut way = around::down([boss, own], cards).unwrap_or_default();
    if let [first, .., last] = way.as_mut_slice() {
        (first.1, last.1) = (first.1 - INSIDE, last.1 + INSIDE);
    }
    way
}

/// Straight down to the bus and down to the report; `aside` first through the gap at a side of the superior, `beside`
/// at last through the gap left of the report.
fn along([boss, own]: [Rect; 2], lane: Lane, aside: Option<bool>, beside: bool) -> Vec<Point> {
    let ((boss_x, _), (own_x, _)) = (middle(&boss), middle(&own));
    let (leave, arrive) = (boss.y + boss.h, own.y);
    let mut way = vec![(boss_x, leave - INSIDE)];
    let mut x = boss_x;
    let first = lane.detour.map_or(lane.bus_y, |(_, y)| y);
    if first < leave + 4.0 {
        // The report stands beside or above: around through the gap next to it.
        let gap = own.x + if own_x > boss_x { -GAP_X / 2.0 } else { own.w + GAP_X / 2.0 };
        way.extend([(x, leave + GRID_GAP_Y / 2.0), (gap, leave + GRID_GAP_Y / 2.0), (gap, arrive - GRID_GAP_Y / 2.0)]);
        way.extend([(own_x, arrive - GRID_GAP_Y / 2.0), (own_x, arrive + INSIDE)]);
        return way;
    }
    if let Some(right) = aside.or(lane.from_grid.then_some(true)) {
        x = if right { boss.x + boss.w + GAP_X / 2.0 } else { boss.x - GAP_X / 2.0 };
        way.extend([(boss_x, leave + GRID_GAP_Y / 2.0), (x, leave + GRID_GAP_Y / 2.0)]);
    }
    if let Some((detour, y)) = lane.detour {
        way.extend([(x, y), (detour, y)]);
        x = detour;
    }
    way.push((x, lane.bus_y));
    if beside {
        let gap = own.x - GAP_X / 2.0;
        way.extend([(gap, lane.bus_y), (gap, arrive - GRID_GAP_Y / 2.0), (own_x, arrive - GRID_GAP_Y / 2.0)]);
    } else {
        way.push((own_x, lane.bus_y));
    }
    way.push((own_x, arrive + INSIDE));
    way
}

/// The best square way between two cards: straight where they share a row or column, else through a gap, else around.
pub(super) fn connect(ends: [(SeatId, Rect); 2], track: Track, cards: &Obstacles) -> Vec<Point> {
    let [(from, a), (to, b)] = ends;
    let mut ways: Vec<(f32, Vec<Point>)> = candidates(a, b).into_iter().map(|way| (cost(&way), way)).collect();
    ways.sort_by(|x, y| x.0.total_cmp(&y.0));
    let mut best: Option<(f32, Vec<Point>)> = None;
    for (price, way) in ways {
        if best.as_ref().is_some_and(|best| price >= best.0) {
            break;
        }
        // A zigzag swings about its way.
        if !cards.clear(&way, CLEAR + 4.0, &[from, to]) {
            continue;
        }
        let price = price + cards.untidy(&way, CLEAR);
        if best.as_ref().is_none_or(|best| price < best.0) {
            best = Some((price, way));
        }
    }
    let Some((_, mut way)) = best else { return around([a, b], track, cards) };
    if !way.first().is_some_and(|point| holds(&a, point)) {
        way.reverse();
    }
    way
}

fn cost(way: &[Point]) -> f32 {
    length(way) + 20.0 * way.len() as f32
}

/// Ways worth trying, in either direction.
fn candidates(a: Rect, b: Rect) -> Vec<Vec<Point>> {
    let mut ways: Vec<Vec<Point>> = Vec::new();
    let (top, bottom) = (a.y.max(b.y), (a.y + a.h).min(b.y + b.h));
    if bottom - top >= 12.0 {
        let right = a.x < b.x;
        for y in [(top + bottom) / 2.0, bottom - 11.0, top + 11.0] {
            ways.push(if right { vec![(a.x + a.w, y), (b.x, y)] } else { vec![(a.x, y), (b.x + b.w, y)] });
        }
    }
    let (upper, lower) = if a.y <= b.y { (a, b) } else { (b, a) };
    let (under, over) = (upper.y + upper.h, lower.y);
    let ports = |r: &Rect| [r.x + r.w / 2.0 + 24.0, r.x + r.w / 2.0 - 24.0, r.x + 32.0, r.x + r.w - 32.0];
    if over > under {
        let (left, right) = (upper.x.max(lower.x) + 24.0, (upper.x + upper.w).min(lower.x + lower.w) - 24.0);
        if left <= right {
            ways.push(vec![(left, under), (left, over)]);
            ways.push(vec![(right, under), (right, over)]);
        }
        for x in ports(&upper) {
            for end in ports(&lower) {
                ways.extend([under + 12.0, over - 12.0].map(|y| vec![(x, under), (x, y), (end, y), (end, over)]));
            }
        }
    }
    let (ya, yb) = (middle(&a).1, middle(&b).1);
    let (left, right) = (a.x.min(b.x) - GAP_X / 2.0, (a.x + a.w).max(b.x + b.w) + GAP_X / 2.0);
    ways.push(vec![(a.x + a.w, ya), (right, ya), (right, yb), (b.x + b.w, yb)]);
    ways.push(vec![(a.x, ya), (left, ya), (left, yb), (b.x, yb)]);
    let above = a.y.min(b.y) - GRID_GAP_Y / 2.0;
    let (xa, xb) = (middle(&a).0 + 40.0, middle(&b).0 - 40.0);
    ways.push(vec![(xa, a.y), (xa, above), (xb, above), (xb, b.y)]);
    ways
}

fn holds(rect: &Rect, &(x, y): &Point) -> bool {
    x >= rect.x - 1.0 && x <= rect.x + rect.w + 1.0 && y >= rect.y - 1.0 && y <= rect.y + rect.h + 1.0
}
