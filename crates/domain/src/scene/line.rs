//! Lines between cards (interface §5): solid, dotted, influence, at odds, one person in two seats. Owns: their look and
//! their words. Deliberately absent: the ways they take (route, curve).

use super::curve::{self, Taken};
use super::index::Index;
use super::mark::{dashed, num, rounded, stroke};
use super::measure::text_width;
use super::route::{self, Marks, Obstacles, Point, Track};
use super::{Anchor, LineKind, Prim, Rect, SceneLine, Stroke};
use crate::layout::Lane;
use crate::{Edge, EdgeKind, SeatId};

const ZIGZAG: f32 = 4.0;
const ZIGZAG_STEP: f32 = 6.0;

/// A line to draw between two placed cards.
pub(super) struct Link<'a> {
    pub edge: Option<&'a Edge>,
    pub ends: [(SeatId, Rect); 2],
    /// For the solid line of the drawn tree.
    pub lane: Option<Lane>,
}

pub(super) struct Lines<'a> {
    index: &'a Index<'a>,
    cards: &'a Obstacles,
    /// Free vertical lanes beside frames.
    gaps: Vec<f32>,
    taken: Taken,
    /// Labels and zigzags so far, which pills and labels keep clear of.
    marks: Marks,
    /// Lines across the tree so far.
    drawn: usize,
    /// Reporting lines go without words.
    pub brief: bool,
}

fn kind_of(link: &Link) -> LineKind {
    link.edge.map_or(LineKind::SamePerson, |edge| match edge.kind {
        EdgeKind::ReportsTo => LineKind::ReportsTo,
        EdgeKind::DottedReportsTo => LineKind::DottedReportsTo,
        EdgeKind::Influences => LineKind::Influences,
        EdgeKind::ConflictsWith => LineKind::ConflictsWith,
    })
}

fn strength_of(link: &Link) -> u8 {
    link.edge.and_then(|edge| edge.strength).unwrap_or(1).clamp(1, 3)
}

/// A line that has no way yet.
fn bare(link: &Link, label: String) -> SceneLine {
    let kind = kind_of(link);
    let weighs = matches!(kind, LineKind::Influences | LineKind::ConflictsWith);
    SceneLine {
        dimmed: false,
        edge: link.edge.map(|edge| edge.id),
        kind,
        from: link.ends[0].0,
        to: link.ends[1].0,
        strength: if weighs { strength_of(link) } else { 0 },
        bounds: Rect::default(),
        points: Vec::new(),
        prims: Vec::new(),
        quiet: kind == LineKind::ReportsTo && link.lane.is_some_and(|lane| lane.in_grid),
        label,
    }
}

/// A line of a large map: nobody has looked at its way yet. A plain line between two cards says nothing that they do not,
/// and such a map has thousands of them.
pub(super) fn unrouted(index: &Index, link: &Link) -> SceneLine {
    let plain = kind_of(link) == LineKind::ReportsTo;
    bare(link, if plain { String::new() } else { words(index, link) })
}

/// The person or, without one, the post at an end of a line.
fn end(index: &Index, seat: SeatId) -> String {
    let name = index.person_name(index.holder.get(&seat).copied());
    name.map_or_else(|| index.title(seat), str::to_owned)
}

fn words(index: &Index, link: &Link) -> String {
    let key = match kind_of(link) {
        LineKind::ReportsTo => "map-say-reports-to",
        LineKind::DottedReportsTo => "map-say-dotted-reports-to",
        LineKind::Influences => "map-say-influences",
        LineKind::ConflictsWith => "map-say-conflicts-with",
        LineKind::SamePerson => {
            let posts = link.ends.map(|(seat, _)| index.title(seat));
            let args = [("name", end(index, link.ends[0].0)), ("from", posts[0].clone()), ("to", posts[1].clone())];
            return index.words.text("map-say-same-person", &args);
        }
    };
    let [from, to] = link.ends.map(|(seat, _)| end(index, seat));
    index.words.text(key, &[("from", from), ("to", to), ("n", strength_of(link).to_string())])
}

impl<'a> Lines<'a> {
    pub fn new(index: &'a Index<'a>, cards: &'a Obstacles, gaps: Vec<f32>) -> Self {
        Self { index, cards, gaps, taken: Taken::default(), marks: Marks::default(), drawn: 0, brief: false }
    }

    /// Finds the way of a line and draws it.
    pub fn draw(&mut self, link: &Link) -> SceneLine {
        let (kind, strength) = (kind_of(link), strength_of(link));
        let (points, prims) = match kind {
            LineKind::ReportsTo => self.reports(link),
            LineKind::DottedReportsTo => {
                let dots = Stroke { dash: vec![0.1, 5.0], ..rounded("ink-3", 1.75) };
                self.square(link, dots)
            }
            LineKind::SamePerson => self.square(link, dashed("line-3", 1.0, &[6.0, 4.0])),
            LineKind::Influences => self.influence(link, strength),
            LineKind::ConflictsWith => self.at_odds(link, strength),
        };
        let plain = self.brief && kind == LineKind::ReportsTo;
        let label = if plain { String::new() } else { words(self.index, link) };
        SceneLine { bounds: route::bounds(&points, 24.0), points, prims, ..bare(link, label) }
    }

    fn reports(&mut self, link: &Link) -> (Vec<Point>, Vec<Prim>) {
        let [own, boss] = link.ends;
        let mut points = match link.lane {
            Some(lane) => route::reporting([boss, own], lane, self.cards),
            None => route::connect(link.ends, self.track(), self.cards),
        };
        let prims = vec![path(route::square_path(&points), stroke("ink-4", 1.5))];
        if link.lane.is_some() {
            points.reverse();
        }
        (points, prims)
    }

    fn square(&mut self, link: &Link, edge: Stroke) -> (Vec<Point>, Vec<Prim>) {
        let points = route::connect(link.ends, self.track(), self.cards);
        let prims = vec![path(route::square_path(&points), edge)];
        (points, prims)
    }

    fn influence(&mut self, link: &Link, strength: u8) -> (Vec<Point>, Vec<Prim>) {
        let track = self.track();
        let curve = curve::influence(link.ends, &self.gaps, track, self.cards, &mut self.taken);
        let points = curve.samples();
        let width = [1.0, 1.75, 2.5][usize::from(strength - 1)];
        let mut prims = vec![path(curve.path(), stroke("ink-1", width))];
        if let [.., before, tip] = points.as_slice() {
            prims.push(head(*before, *tip));
        }
        let (x, y) = self.free_spot(&points, 0.45, (20.0, 12.0));
        let left = link.ends[1].1.x < link.ends[0].1.x;
        prims.extend(pill(x, y, strength, left));
        (points, prims)
    }

    fn at_odds(&mut self, link: &Link, strength: u8) -> (Vec<Point>, Vec<Prim>) {
        let way = route::connect(link.ends, self.track(), self.cards);
        let points = route::samples(&way, 8.0);
        let mut prims = vec![path(zigzag(&way), rounded("ink-1", 1.25))];
        let words = self.index.with("map-at-odds", "n", strength);
        let w = (text_width(&words, 12.0, false) + 20.0).ceil();
        let (x, y) = self.free_spot(&points, 0.35, (w / 2.0 + 4.0, 13.0));
        way.windows(2).for_each(|pair| self.marks.add(route::bounds(pair, 6.0)));
        prims.push(Prim::Rect {
            x: x - w / 2.0,
            y: y - 11.0,
            w,
            h: 22.0,
            r: 3.0,
            fill: Some("paper-canvas"),
            stroke: Some(stroke("ink-1", 1.0)),
        });
        prims.push(Prim::Text {
            x,
            y: y + 4.4,
            size: 12.0,
            strong: false,
            fill: "ink-1",
            anchor: Anchor::Middle,
            text: words,
        });
        (way, prims)
    }

    /// The point nearest to a share of the way where a mark of this half size keeps clear of everything; then taken.
    fn free_spot(&mut self, points: &[Point], share: f32, (w, h): (f32, f32)) -> Point {
        let wish = (points.len().saturating_sub(1)) as f32 * share;
        let around = |(x, y): Point| Rect { x: x - w, y: y - h, w: 2.0 * w, h: 2.0 * h };
        let free = |point: &Point| self.cards.free(&around(*point)) && self.marks.free(&around(*point));
        let start = (wish.round() as usize).min(points.len().saturating_sub(1));
        let outward = (0..points.len()).flat_map(|by| [start.checked_sub(by), start.checked_add(by)]);
        let mut near = outward.flatten().filter_map(|at| points.get(at).copied());
        let spot = near.find(free).or(points.get(start).copied()).unwrap_or_default();
        self.marks.add(around(spot));
        spot
    }

    /// Lines next to each other in order take different tracks.
    fn track(&mut self) -> Track {
        self.drawn += 1;
        Track::nth(self.drawn)
    }
}

pub(super) fn path(d: String, edge: Stroke) -> Prim {
    Prim::Path { d, fill: None, stroke: Some(edge) }
}

/// A head of 9 px at `tip`, in the direction of travel.
pub(super) fn head(before: Point, tip: Point) -> Prim {
    let (dx, dy) = (tip.0 - before.0, tip.1 - before.1);
    let long = dx.hypot(dy).max(0.01);
    let (ux, uy) = (dx / long, dy / long);
    let at = |along: f32, across: f32| {
        format!("{} {}", num(tip.0 - ux * along - uy * across), num(tip.1 - uy * along + ux * across))
    };
    Prim::Path {
        d: format!("M{}L{}L{}Z", at(8.0, 4.0), at(-1.0, 0.0), at(8.0, -4.0)),
        fill: Some("ink-1"),
        stroke: None,
    }
}

/// The pill on an influence line: as many dark chevrons as the strength, pointing the way of the line.
fn pill(x: f32, y: f32, strength: u8, left: bool) -> Vec<Prim> {
    let mut prims = vec![Prim::Rect {
        x: x - 16.0,
        y: y - 10.0,
        w: 32.0,
        h: 20.0,
        r: 10.0,
        fill: Some("paper-canvas"),
        stroke: Some(stroke("ink-1", 1.0)),
    }];
    let sign = if left { -1.0 } else { 1.0 };
    for at in 0..3u8 {
        let token = if at < strength { "ink-1" } else { "line-2" };
        let from = x + sign * (f32::from(at) * 7.0 - 9.0);
        let d = format!(
            "M{} {}L{} {}L{} {}",
            num(from),
            num(y - 4.0),
            num(from + sign * 4.0),
            num(y),
            num(from),
            num(y + 4.0)
        );
        prims.push(path(d, rounded(token, 1.6)));
    }
    prims
}

/// A zigzag along a way, starting and ending on it.
pub(super) fn zigzag(way: &[Point]) -> String {
    let points = route::samples(&trimmed(way, 6.0), ZIGZAG_STEP);
    let mut d = String::new();
    for (at, &(x, y)) in points.iter().enumerate() {
        let ends = points.get(at.wrapping_sub(1)).zip(points.get(at + 1));
        let swing = [0.0, -ZIGZAG, 0.0, ZIGZAG][at % 4];
        let (nx, ny) = ends.map_or((0.0, 0.0), |(a, b)| {
            let long = (b.0 - a.0).hypot(b.1 - a.1).max(0.01);
            (-(b.1 - a.1) / long, (b.0 - a.0) / long)
        });
        d.push(if at == 0 { 'M' } else { 'L' });
        d.push_str(&num(x + nx * swing));
        d.push(' ');
        d.push_str(&num(y + ny * swing));
    }
    d
}

/// The way without `cut` at both ends, so that a line without a head does not touch the cards.
fn trimmed(way: &[Point], cut: f32) -> Vec<Point> {
    let mut way = way.to_vec();
    for _ in 0..2 {
        if let [a, b, ..] = *way.as_slice() {
            let long = (b.0 - a.0).hypot(b.1 - a.1);
            if long > 2.0 * cut {
                way[0] = (a.0 + (b.0 - a.0) / long * cut, a.1 + (b.1 - a.1) / long * cut);
            }
        }
        way.reverse();
    }
    way
}
