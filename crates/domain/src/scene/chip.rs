//! The two smaller levels of detail: name chip (22–67 %) and seat cell (below 22 %). Both fill the card's box in world
//! units, so that zooming never re-lays the map. Deliberately absent: when the screen fades from one to the other.

use super::index::Index;
use super::lens::{self, ChipMark, KEY_WEIGHT, Look, Part, TagLook, unnamed};
use super::mark::{self, Pen, dashed, stroke};
use super::measure::{fit, text_width};
use super::{Anchor, Prim, Rect, Token};
use crate::engine::chain::{Holding, Stakeholder};

/// World units per pixel of the chip's drawing: 88 px are one card's width.
pub(super) const CHIP: f32 = 240.0 / 88.0;
/// World units per pixel of the cell's drawing: 15 × 7 px in one card.
pub(super) const CELL_W: f32 = 240.0 / 15.0;
pub(super) const CELL_H: f32 = 104.0 / 7.0;

/// The chip, 88 × 38 drawn at 36 %: the card's whole box, because lines end at its edges.
pub(super) fn mid(index: &Index, row: &Stakeholder, look: &Look, rect: Rect) -> Vec<Prim> {
    let (pen, height) = (Pen::new(rect.x, rect.y, CHIP), rect.h / CHIP);
    let middle = height / 2.0;
    let key = row.in_chain && row.weight >= KEY_WEIGHT;
    let edge = if look.open {
        dashed(look.edge, 1.0, &[3.0, 3.0])
    } else {
        stroke(if key && look.edge == "line-2" { "line-3" } else { look.edge }, 1.0)
    };
    let mut prims = vec![pen.rect(0.5, 0.5, 87.0, height - 1.0, 4.0, Some(look.fill), Some(edge))];
    if let Some((share, token)) = look.bar {
        prims.push(pen.rect(1.0, height - 5.0, 86.0, 4.0, 0.0, Some("line-1"), None));
        prims.push(pen.rect(1.0, height - 5.0, 86.0 * share, 4.0, 0.0, Some(token), None));
    }
    let left = 8.0 + left_mark(&mut prims, pen, row, look, middle);
    let mut right = 82.0 - right_note(&mut prims, pen, look, middle);
    if look.chip_note.is_none() && key && row.owners.is_empty() && !row.no_contact {
        right -= 9.0;
        prims.push(mark::diamond(Pen::new(pen.x + 75.0 * CHIP, pen.y + (middle - 2.5) * CHIP, CHIP * 5.0 / 12.0)));
    }
    let strong = key && !unnamed(row);
    let style = Style { sizes: [12.0, 11.0], strong, fill: if unnamed(row) { "ink-2" } else { "ink-1" } };
    prims.extend(name(pen, &chip_name(index, row), (left, right), middle, &style));
    if index.waiting(row).is_some() {
        prims.push(mark::letter(Pen::new(pen.x + 78.0 * CHIP, pen.y + CHIP, CHIP * 8.0 / 14.0)));
    }
    if let Some(word) = &look.badge {
        prims.extend(lens::badge(rect.x + 2.0, rect.y + 2.0, 8.0 * CHIP, word));
    }
    prims
}

/// Draws what stands at the left and returns the room it takes.
fn left_mark(prims: &mut Vec<Prim>, pen: Pen, row: &Stakeholder, look: &Look, middle: f32) -> f32 {
    let at = |size: f32| Pen::new(pen.x + 8.0 * CHIP, pen.y + (middle - 5.5) * CHIP, CHIP * 11.0 / size);
    match look.chip_mark {
        ChipMark::Attitude if row.in_chain && (row.weight > 1 || row.attitude.is_some()) => {
            prims.push(mark::attitude(at(14.0), row.attitude));
            16.0
        }
        ChipMark::Freshness => {
            prims.extend(mark::freshness(at(12.0), row.days));
            16.0
        }
        ChipMark::Attitude | ChipMark::None => 0.0,
    }
}

/// Draws what stands at the right and returns the room it takes.
fn right_note(prims: &mut Vec<Prim>, pen: Pen, look: &Look, middle: f32) -> f32 {
    let Some(note) = &look.chip_note else { return 0.0 };
    let (size, strong) = (11.0, matches!(note.look, TagLook::Bare(_)));
    let word = text_width(&note.text, size, strong);
    let w = word + if strong { 0.0 } else { 6.0 };
    let (fill, edge, ink) = match note.look {
        TagLook::Solid(colour) => (Some(colour), None, "ink-on"),
        TagLook::Missing(colour) => (None, Some(dashed(colour, 1.0, &[3.0, 2.0])), colour),
        TagLook::Edged(colour) => (None, Some(stroke(colour, 1.0)), "ink-1"),
        TagLook::Bare(ink) => (None, None, ink),
        TagLook::Outlined | TagLook::Filled => (None, None, "ink-2"),
    };
    if fill.is_some() || edge.is_some() {
        prims.push(pen.rect(82.0 - w, middle - 8.0, w, 16.0, 3.0, fill, edge));
    }
    prims.push(Prim::Text {
        x: pen.x + (82.0 - w + (w - word) / 2.0) * CHIP,
        y: pen.y + (middle + size * 0.37) * CHIP,
        size: size * CHIP,
        strong,
        fill: ink,
        anchor: Anchor::Start,
        text: note.text.clone(),
    });
    w + 4.0
}

/// Name for a chip: the short word when there is no name.
fn chip_name(index: &Index, row: &Stakeholder) -> String {
    match row.holding {
        Holding::Erased => index.word("map-erased-short"),
        Holding::Vacant => index.word("map-vacant-name"),
        Holding::Held | Holding::Placeholder => {
            index.person_name(row.person).map_or_else(|| index.word("map-unknown-short"), str::to_owned)
        }
    }
}

/// The chip of a second post: the title alone.
pub(super) fn mid_second(title: &str, rect: Rect) -> Vec<Prim> {
    let (pen, width) = (Pen::new(rect.x, rect.y, CHIP), rect.w / CHIP);
    let height = rect.h / CHIP;
    let frame = pen.rect(0.5, 0.5, width - 1.0, height - 1.0, 3.0, Some("paper-canvas"), Some(stroke("line-2", 1.0)));
    let style = Style { sizes: [9.0, 7.5], strong: false, fill: "ink-3" };
    std::iter::once(frame).chain(name(pen, title, (5.0, width - 4.0), height / 2.0, &style)).collect()
}

/// How a name stands in the chip: the size of one line and of each of two.
pub(super) struct Style {
    pub sizes: [f32; 2],
    pub strong: bool,
    pub fill: Token,
}

/// A name in the chip around `middle`: one line, or two somewhat smaller ones before anything is cut.
pub(super) fn name(pen: Pen, name: &str, (left, right): (f32, f32), middle: f32, look: &Style) -> Vec<Prim> {
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

/// The cell: the parts the lens names, stretched over the card's box.
pub(super) fn far(look: &Look, rect: Rect) -> Vec<Prim> {
    let part = |&([x, y, w, h], fill, edge): &Part| Prim::Rect {
        x: rect.x + x * CELL_W,
        y: rect.y + y * CELL_H,
        w: w * CELL_W,
        h: h * CELL_H,
        r: 0.0,
        fill,
        stroke: edge.map(|token| stroke(token, CELL_H)),
    };
    look.cell.iter().map(part).collect()
}

/// The cell of a second post.
pub(super) fn far_second(rect: Rect) -> Vec<Prim> {
    vec![Prim::Rect { x: rect.x, y: rect.y, w: rect.w, h: rect.h, r: 0.0, fill: Some("line-1"), stroke: None }]
}
