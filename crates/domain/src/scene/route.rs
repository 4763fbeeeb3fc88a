//! Ways for lines: square ways, curves, and the choice among candidates by how many cards they would run behind.
//! Owns: geometry. Deliberately absent: what the lines mean and how they look.

use super::Rect;
use super::mark::num;
use crate::SeatId;
use crate::layout::{GAP_X, GAP_Y, GRID_GAP_Y, Lane};
use std::collections::HashMap;
use std::fmt::Write;

pub(super) type Point = (f32, f32);

/// Radius of turns.
const TURN: f32 = 6.0;
/// Lines begin a little inside the card's box, so that they still meet the smaller chip in its middle.
const INSIDE: f32 = 14.0;
/// What running behind one more sampled point costs, in world units of length.
const HIT: f32 = 600.0;
const CELL: f32 = 512.0;

/// Running behind a unit title is only untidy.
const TITLE_HIT: f32 = 90.0;

/// Cards and unit titles as obstacles, found by place.
#[derive(Default)]
pub(super) struct Obstacles {
    /// A title belongs to no seat.
    boxes: Vec<(Option<SeatId>, Rect)>,
    cells: HashMap<(i32, i32), Vec<usize>>,
}

fn cell(value: f32) -> i32 {
    (value / CELL).floor() as i32
}

impl Obstacles {
    pub fn new(boxes: Vec<(Option<SeatId>, Rect)>) -> Self {
        let mut cells: HashMap<(i32, i32), Vec<usize>> = HashMap::new();
        for (at, (_, rect)) in boxes.iter().enumerate() {
            for x in cell(rect.x - 8.0)..=cell(rect.x + rect.w + 8.0) {
                for y in cell(rect.y - 8.0)..=cell(rect.y + rect.h + 8.0) {
                    cells.entry((x, y)).or_default().push(at);
                }
            }
        }
        Self { boxes, cells }
    }

    fn found(&self, (x, y): Point, margin: f32) -> impl Iterator<Item = Option<SeatId>> {
        let near = self.cells.get(&(cell(x), cell(y))).map_or(&[][..], Vec::as_slice);
        let inside =
            move |r: &Rect| x > r.x - margin && x < r.x + r.w + margin && y > r.y - margin && y < r.y + r.h + margin;
        near.iter().map(|&at| self.boxes[at]).filter(move |(_, rect)| inside(rect)).map(|(seat, _)| seat)
    }

    /// Whether nothing, neither card nor title, stands at the point.
    pub fn free(&self, point: Point, margin: f32) -> bool {
        self.found(point, margin).next().is_none()
    }

    fn in_card(&self, point: Point, skip: &[SeatId]) -> bool {
        self.found(point, 3.0).flatten().any(|seat| !skip.contains(&seat))
    }

    /// Length of a way plus what it costs to run behind things within `margin`; `skip` are its own ends.
    pub fn cost(&self, points: &[Point], margin: f32, skip: &[SeatId]) -> f32 {
        let price = |seat: Option<SeatId>| match seat {
            None => TITLE_HIT,
            Some(seat) if skip.contains(&seat) => 0.0,
            Some(_) => HIT,
        };
        let prices = points.iter().map(|&point| self.found(point, margin).map(price).fold(0.0, f32::max));
        prices.sum::<f32>() + length(points)
    }

    fn blocks_down(&self, x: f32, from: f32, to: f32, skip: &[SeatId]) -> bool {
        samples(&[(x, from), (x, to)], 24.0).into_iter().any(|point| self.in_card(point, skip))
    }
}

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
    let fold =
        |pick: fn(&Point) -> f32, start: f32, best: fn(f32, f32) -> f32| points.iter().map(pick).fold(start, best);
    let (left, top) = (fold(|p| p.0, f32::INFINITY, f32::min), fold(|p| p.1, f32::INFINITY, f32::min));
    let (right, bottom) = (fold(|p| p.0, f32::NEG_INFINITY, f32::max), fold(|p| p.1, f32::NEG_INFINITY, f32::max));
    Rect { x: left - margin, y: top - margin, w: right - left + 2.0 * margin, h: bottom - top + 2.0 * margin }
}

/// Drops points that change nothing.
fn simple(points: &[Point]) -> Vec<Point> {
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

/// The solid reporting line, from the superior down to the report, along the lane the layout kept free.
pub(super) fn reporting(ends: [(SeatId, Rect); 2], lane: Lane, cards: &Obstacles) -> Vec<Point> {
    let [(boss_seat, boss), (seat, own)] = ends;
    let skip = [boss_seat, seat];
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
    if lane.from_grid || (first - leave > GAP_Y && cards.blocks_down(x, leave, first, &skip)) {
        let aside = |right: bool| if right { boss.x + boss.w + GAP_X / 2.0 } else { boss.x - GAP_X / 2.0 };
        x = aside(own_x >= boss_x || lane.from_grid);
        if !lane.from_grid && cards.blocks_down(x, leave, first, &skip) {
            x = aside(own_x < boss_x);
        }
        way.extend([(boss_x, leave + GRID_GAP_Y / 2.0), (x, leave + GRID_GAP_Y / 2.0)]);
    }
    if let Some((detour, y)) = lane.detour {
        way.extend([(x, y), (detour, y)]);
        x = detour;
    }
    way.push((x, lane.bus_y));
    if arrive - lane.bus_y > GAP_Y + 40.0 && cards.blocks_down(own_x, lane.bus_y, arrive, &skip) {
        let gap = own.x - GAP_X / 2.0;
        way.extend([(gap, lane.bus_y), (gap, arrive - GRID_GAP_Y / 2.0), (own_x, arrive - GRID_GAP_Y / 2.0)]);
    } else {
        way.push((own_x, lane.bus_y));
    }
    way.push((own_x, arrive + INSIDE));
    way
}

/// The best square way between two cards: straight where they share a row or column, else through a gap.
pub(super) fn connect(ends: [(SeatId, Rect); 2], cards: &Obstacles) -> Vec<Point> {
    let [(from, a), (to, b)] = ends;
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
    let cost = |way: &Vec<Point>| cards.cost(&samples(way, 16.0), 3.0, &[from, to]) + 20.0 * way.len() as f32;
    let starts_at_a = |way: &Vec<Point>| way.first().is_some_and(|p| cards_hold(&a, p));
    let mut best = ways.into_iter().min_by(|x, y| cost(x).total_cmp(&cost(y))).unwrap_or_default();
    if !starts_at_a(&best) {
        best.reverse();
    }
    best
}

fn cards_hold(rect: &Rect, &(x, y): &Point) -> bool {
    x >= rect.x - 1.0 && x <= rect.x + rect.w + 1.0 && y >= rect.y - 1.0 && y <= rect.y + rect.h + 1.0
}
