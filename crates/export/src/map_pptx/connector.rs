//! Connectors glued at both ends. Owns: which sites they join, their geometry, so that no program has to route them
//! again, and the XML of `p:cxnSp`. Deliberately absent: which lines there are.

use super::shape::{Edge, Frame, edged, identity};
use super::xml::Xml;

/// The sides of a box in the order of its connection sites (rectangles, round ones too).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Side {
    Top = 0,
    Left = 1,
    Bottom = 2,
    Right = 3,
}

/// One end: the box, its shape id and the side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub shape: u32,
    pub at: Frame,
    pub side: Side,
}

impl End {
    /// The connection site.
    pub fn point(&self) -> (i64, i64) {
        let Frame { x, y, w, h } = self.at;
        match self.side {
            Side::Top => (x + w / 2, y),
            Side::Left => (x, y + h / 2),
            Side::Bottom => (x + w / 2, y + h),
            Side::Right => (x + w, y + h / 2),
        }
    }
}

/// A way between two sites: a preset with its box, turn, flips and adjustment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    pub preset: &'static str,
    pub at: Frame,
    /// Quarter turn clockwise.
    pub turned: bool,
    pub flip_h: bool,
    pub flip_v: bool,
    /// Place of the middle part, in 1/100,000 of the way along the first direction.
    pub adjust: Option<i64>,
}

/// PowerPoint's own extent for a way whose ends are level: adjustments are shares of it, so it cannot be 0.
const LEVEL: i64 = 12_700;

/// The way from `from` to `to`, `middle` being the coordinate of its middle part (y between horizontal sides, x between
/// vertical ones). Sides are level with each other or one is vertical and one horizontal.
pub(super) fn way(from: &End, to: &End, middle: i64, curved: bool) -> Way {
    let upright = |side: Side| matches!(side, Side::Top | Side::Bottom);
    let (start, end) = (from.point(), to.point());
    match (upright(from.side), upright(to.side)) {
        (true, true) => bent(start, end, middle, true, curved),
        (false, false) => bent(start, end, middle, false, curved),
        (first, _) => corner(start, end, first, curved),
    }
}

/// A box around two points; quarter-turned boxes lie across their middle.
fn around(start: (i64, i64), end: (i64, i64), turned: bool) -> Frame {
    let (w, h) = ((end.0 - start.0).abs(), (end.1 - start.1).abs());
    let (x, y) = (start.0.min(end.0), start.1.min(end.1));
    if turned { Frame { x: x + (w - h) / 2, y: y + (h - w) / 2, w: h, h: w } } else { Frame { x, y, w, h } }
}

/// Flips of a way that runs to `end`: in its own frame it runs right and down.
fn flips(start: (i64, i64), end: (i64, i64), turned: bool) -> (bool, bool) {
    // A quarter turn makes right down, and down left.
    if turned { (end.1 < start.1, end.0 > start.0) } else { (end.0 < start.0, end.1 < start.1) }
}

fn bent(start: (i64, i64), end: (i64, i64), middle: i64, upright: bool, curved: bool) -> Way {
    let (from, mut to) = if upright { (start.1, end.1) } else { (start.0, end.0) };
    let across = if upright { end.0 - start.0 } else { end.1 - start.1 };
    if across == 0 && !curved && (from..=to).contains(&middle) | (to..=from).contains(&middle) {
        let (flip_h, flip_v) = flips(start, end, false);
        let at = around(start, end, false);
        return Way { preset: "straightConnector1", at, turned: false, flip_h, flip_v, adjust: None };
    }
    if (to - from).abs() < LEVEL {
        to = from + if to < from || (to == from && middle < from) { -LEVEL } else { LEVEL };
    }
    let end = if upright { (end.0, to) } else { (to, end.1) };
    let adjust = (middle - from) as i128 * 100_000 / (to - from) as i128;
    let (flip_h, flip_v) = flips(start, end, upright);
    Way {
        preset: if curved { "curvedConnector3" } else { "bentConnector3" },
        at: around(start, end, upright),
        turned: upright,
        flip_h,
        flip_v,
        adjust: Some(adjust as i64),
    }
}

/// One turn: first along the side the way leaves by.
fn corner(start: (i64, i64), end: (i64, i64), upright: bool, curved: bool) -> Way {
    let (flip_h, flip_v) = flips(start, end, upright);
    let preset = if curved { "curvedConnector2" } else { "bentConnector2" };
    Way { preset, at: around(start, end, upright), turned: upright, flip_h, flip_v, adjust: None }
}

/// The corners the way takes on the slide, ends included; curves by the corners that draw them.
pub(super) fn corners(from: &End, to: &End, middle: i64) -> Vec<(i64, i64)> {
    let (start, end) = (from.point(), to.point());
    let upright = |side: Side| matches!(side, Side::Top | Side::Bottom);
    match (upright(from.side), upright(to.side)) {
        (true, true) => vec![start, (start.0, middle), (end.0, middle), end],
        (false, false) => vec![start, (middle, start.1), (middle, end.1), end],
        (true, false) => vec![start, (start.0, end.1), end],
        (false, true) => vec![start, (end.0, start.1), end],
    }
}

/// What a connector looks and sounds like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke<'a> {
    pub edge: Edge,
    pub head: Option<&'static str>,
    pub curved: bool,
    /// Name and alternative text.
    pub label: &'a str,
}

/// Writes a connector from `from` to `to`.
pub(super) fn write(xml: &mut Xml, id: u32, ends: [End; 2], middle: i64, stroke: &Stroke) {
    let [from, to] = ends;
    let way = way(&from, &to, middle, stroke.curved);
    xml.open("p:cxnSp", &[]);
    xml.open("p:nvCxnSpPr", &[]);
    identity(xml, id, stroke.label, stroke.label, None);
    xml.open("p:cNvCxnSpPr", &[]);
    xml.leaf("a:stCxn", &[("id", &from.shape), ("idx", &(from.side as u8))]);
    xml.leaf("a:endCxn", &[("id", &to.shape), ("idx", &(to.side as u8))]);
    xml.close("p:cNvCxnSpPr");
    xml.leaf("p:nvPr", &[]);
    xml.close("p:nvCxnSpPr");
    xml.open("p:spPr", &[]);
    let (rot, flip_h, flip_v) = (if way.turned { 5_400_000 } else { 0 }, u8::from(way.flip_h), u8::from(way.flip_v));
    xml.open("a:xfrm", &[("rot", &rot), ("flipH", &flip_h), ("flipV", &flip_v)]);
    xml.leaf("a:off", &[("x", &way.at.x), ("y", &way.at.y)]);
    xml.leaf("a:ext", &[("cx", &way.at.w), ("cy", &way.at.h)]);
    xml.close("a:xfrm");
    xml.open("a:prstGeom", &[("prst", &way.preset)]);
    xml.open("a:avLst", &[]);
    if let Some(value) = way.adjust {
        xml.leaf("a:gd", &[("name", &"adj1"), ("fmla", &format!("val {value}"))]);
    }
    xml.close("a:avLst");
    xml.close("a:prstGeom");
    edged(xml, Some(stroke.edge), stroke.head);
    xml.close("p:spPr");
    xml.close("p:cxnSp");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(x: i64, y: i64, side: Side) -> End {
        End { shape: 2, at: Frame { x, y, w: 200, h: 100 }, side }
    }

    /// Where the preset's start and end lie on the slide: flipped, then turned about the middle.
    fn ends_of(way: &Way) -> [(i64, i64); 2] {
        let Frame { x, y, w, h } = way.at;
        let place = |px: i64, py: i64| {
            let px = if way.flip_h { w - px } else { px };
            let py = if way.flip_v { h - py } else { py };
            let (dx, dy) = (2 * px - w, 2 * py - h);
            let (dx, dy) = if way.turned { (-dy, dx) } else { (dx, dy) };
            ((2 * x + w + dx) / 2, (2 * y + h + dy) / 2)
        };
        [place(0, 0), place(w, h)]
    }

    #[test]
    fn every_way_starts_and_ends_at_its_sites() {
        let sides = [Side::Top, Side::Left, Side::Bottom, Side::Right];
        for (x, y) in [(100_000, 70_000), (-90_000, 40_000), (30_000, -80_000), (-20_000, -60_000), (0, 50_000)] {
            for a in sides {
                for b in sides {
                    let (from, to) = (end(0, 0, a), end(x, y, b));
                    let way = way(&from, &to, 20_000, false);
                    let [start, stop] = ends_of(&way);
                    let near = |p: (i64, i64), q: (i64, i64)| (p.0 - q.0).abs() <= LEVEL && (p.1 - q.1).abs() <= LEVEL;
                    assert!(near(start, from.point()) && near(stop, to.point()), "{a:?} {b:?} {way:?}");
                }
            }
        }
    }

    #[test]
    fn the_middle_part_lies_where_it_was_asked_for() {
        let way = way(&end(0, 0, Side::Bottom), &end(5_000, 100_000, Side::Top), 25_100, false);
        assert_eq!((way.preset, way.adjust, way.turned), ("bentConnector3", Some(25_025), true));
    }

    #[test]
    fn ends_on_one_height_go_round() {
        let way = way(&end(0, 0, Side::Bottom), &end(500_000, 0, Side::Bottom), 50_100, false);
        assert_eq!(way.at.w, LEVEL);
        assert_eq!(way.adjust, Some(50_000 * 100_000 / LEVEL));
    }
}
