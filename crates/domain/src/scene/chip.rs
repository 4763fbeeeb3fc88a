//! The two smaller levels of detail: name chip (22–67 %) and seat cell (below 22 %). Both fill the card's box in world
//! units, so that zooming never re-lays the map. Deliberately absent: when the screen fades from one to the other.

use super::card::{KEY_WEIGHT, chip_name, ground, unnamed};
use super::index::Index;
use super::mark::{self, Pen, dashed, stroke};
use super::measure::{fit, text_width};
use super::{Anchor, Lens, Prim, Rect, Token};
use crate::engine::chain::Stakeholder;

/// World units per pixel of the chip's drawing: 88 px are one card's width.
const CHIP: f32 = 240.0 / 88.0;
/// World units per pixel of the cell's drawing: 15 × 7 px in one card.
const CELL_W: f32 = 240.0 / 15.0;
const CELL_H: f32 = 104.0 / 7.0;

/// The chip, 88 × 38 drawn at 36 %: the card's whole box, because lines end at its edges.
pub(super) fn mid(index: &Index, row: &Stakeholder, rect: Rect, lens: Lens) -> Vec<Prim> {
    let (pen, height) = (Pen::new(rect.x, rect.y, CHIP), rect.h / CHIP);
    let middle = height / 2.0;
    let key = row.in_chain && row.weight >= KEY_WEIGHT;
    let (fill, edge) = if unnamed(row) {
        ("paper-canvas", dashed("line-3", 1.0, &[3.0, 3.0]))
    } else {
        let (fill, edge) = ground(row, lens);
        (fill, stroke(if key && fill == "paper-surface" { "line-3" } else { edge }, 1.0))
    };
    let mut prims = vec![pen.rect(0.5, 0.5, 87.0, height - 1.0, 4.0, Some(fill), Some(edge))];
    let (mut left, mut right) = (8.0, 82.0);
    if row.in_chain && (row.weight > 1 || row.attitude.is_some()) {
        let mark = Pen::new(pen.x + 8.0 * CHIP, pen.y + (middle - 5.5) * CHIP, CHIP * 11.0 / 14.0);
        prims.push(mark::attitude(mark, row.attitude));
        left += 16.0;
    }
    if key && row.owners.is_empty() && !row.no_contact {
        right -= 9.0;
        prims.push(mark::diamond(Pen::new(pen.x + 75.0 * CHIP, pen.y + (middle - 2.5) * CHIP, CHIP * 5.0 / 12.0)));
    }
    let strong = key && !unnamed(row);
    let look = Look { sizes: [12.0, 11.0], strong, fill: if unnamed(row) { "ink-2" } else { "ink-1" } };
    prims.extend(name(pen, &chip_name(index, row), (left, right), middle, &look));
    prims
}

/// The chip of a second post: the title alone.
pub(super) fn mid_second(title: &str, rect: Rect) -> Vec<Prim> {
    let (pen, width) = (Pen::new(rect.x, rect.y, CHIP), rect.w / CHIP);
    let height = rect.h / CHIP;
    let frame = pen.rect(0.5, 0.5, width - 1.0, height - 1.0, 3.0, Some("paper-canvas"), Some(stroke("line-2", 1.0)));
    let look = Look { sizes: [9.0, 7.5], strong: false, fill: "ink-3" };
    std::iter::once(frame).chain(name(pen, title, (5.0, width - 4.0), height / 2.0, &look)).collect()
}

/// How a name stands in the chip: the size of one line and of each of two.
struct Look {
    sizes: [f32; 2],
    strong: bool,
    fill: Token,
}

/// A name in the chip around `middle`: one line, or two somewhat smaller ones before anything is cut.
fn name(pen: Pen, name: &str, (left, right): (f32, f32), middle: f32, look: &Look) -> Vec<Prim> {
    let room = right - left;
    let [single, double] = look.sizes;
    let (size, lines) = if text_width(name, single, look.strong) <= room {
        (single, vec![name.to_owned()])
    } else {
        let (first, rest) = broken(name, double, look.strong, room);
        (double, [first, rest].into_iter().map(|part| fit(part, double, look.strong, room)).collect())
    };
    let (lead, gaps) = (size * 1.15, lines.len().saturating_sub(1) as f32);
    let top = middle + size * 0.37 - gaps * lead / 2.0;
    let lines = lines.into_iter().enumerate().filter(|(_, text)| !text.is_empty());
    lines
        .map(|(at, text)| Prim::Text {
            x: pen.x + left * CHIP,
            y: pen.y + (top + at as f32 * lead) * CHIP,
            size: size * CHIP,
            strong: look.strong,
            fill: look.fill,
            anchor: Anchor::Start,
            text,
        })
        .collect()
}

/// A text in two: after the last space that leaves the first part inside `room`; Chinese without spaces before an opening
/// bracket or, failing that, anywhere. A first word that is too long stays whole, to be cut by the caller.
fn broken(text: &str, size: f32, strong: bool, room: f32) -> (&str, &str) {
    let last = |places: &[usize]| {
        let fits = |at: &&usize| text_width(text[..**at].trim_end(), size, strong) <= room;
        places.iter().rev().find(fits).copied()
    };
    let places = |wanted: fn(char) -> bool| -> Vec<usize> {
        text.char_indices().skip(1).filter(|&(_, one)| wanted(one)).map(|(at, _)| at).collect()
    };
    let spaces = places(|one| one == ' ');
    let at = last(&spaces).or(spaces.first().copied());
    let at = at.or_else(|| last(&places(|one| one == '（'))).or_else(|| last(&places(|one| one >= '\u{2e80}')));
    let (first, rest) = text.split_at(at.unwrap_or(text.len()));
    (first, rest.trim_start())
}

/// The cell: shape before colour, pale for light weights, an edge where the name is missing.
pub(super) fn far(row: &Stakeholder, rect: Rect) -> Vec<Prim> {
    let part = |x: f32, y: f32, w: f32, h: f32, fill: Option<Token>, edge: Option<Token>| Prim::Rect {
        x: rect.x + x * CELL_W,
        y: rect.y + y * CELL_H,
        w: w * CELL_W,
        h: h * CELL_H,
        r: 0.0,
        fill,
        stroke: edge.map(|token| stroke(token, CELL_H)),
    };
    let solid = |token| vec![part(0.0, 0.0, 15.0, 7.0, Some(token), None)];
    let hollow = |fill, token| vec![part(0.5, 0.5, 14.0, 6.0, Some(fill), Some(token))];
    let blocks = |token| [0.0, 9.0].map(|x| part(x, 0.0, 6.0, 7.0, Some(token), None)).to_vec();
    let key = row.weight >= KEY_WEIGHT;
    if !row.in_chain {
        return solid("line-1");
    }
    if key && unnamed(row) {
        return hollow("paper-canvas", "cinnabar");
    }
    match (row.attitude, key) {
        (None, true) => hollow("paper-canvas", "ink-3"),
        (None, false) => solid("line-2"),
        (Some(2..), true) => solid("att-p2"),
        (Some(1), true) => hollow("att-p1-wash", "att-p1"),
        (Some(1..), false) => solid("att-p1-line"),
        (Some(0), _) => vec![part(0.0, 2.0, 15.0, 3.0, Some(if key { "att-0" } else { "att-0-line" }), None)],
        (Some(-1), true) => [0.5, 9.5].map(|x| part(x, 0.5, 5.0, 6.0, Some("att-n1-wash"), Some("att-n1"))).to_vec(),
        (Some(..=-2), true) => blocks("att-n2"),
        (Some(..=-1), false) => blocks("att-n1-line"),
    }
}

/// The cell of a second post.
pub(super) fn far_second(rect: Rect) -> Vec<Prim> {
    vec![Prim::Rect { x: rect.x, y: rect.y, w: rect.w, h: rect.h, r: 0.0, fill: Some("line-1"), stroke: None }]
}
