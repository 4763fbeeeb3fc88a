//! What stands beside the full cards: the small seat of a second post, and the count on a folded branch. Deliberately
//! absent: when a branch is folded (shown).

use super::card::{PAD, SMALL};
use super::chip::{CELL_H, CELL_W, CHIP};
use super::index::Index;
use super::mark::{Pen, stroke, text};
use super::measure::{fit, text_width};
use super::{Anchor, Prim, Rect, SceneCard};
use crate::SeatId;

/// The small plain seat of a second post: 192 × 56, title above “苗国梁兼任”; `sizes` of both lines.
pub(super) fn second_seat(title: &str, by: Option<&str>, rect: Rect, sizes: [f32; 2]) -> Vec<Prim> {
    let pen = Pen::new(rect.x, rect.y, 1.0);
    let room = rect.w - 2.0 * PAD;
    let frame = pen.rect(0.5, 0.5, rect.w - 1.0, rect.h - 1.0, 5.5, Some("paper-canvas"), Some(stroke("line-2", 1.0)));
    let middle = if by.is_some() { 19.0 } else { rect.h / 2.0 };
    let title = text(rect.x + PAD, rect.y + middle, sizes[0], "ink-1", fit(title, sizes[0], false, room));
    let by = by.map(|by| text(rect.x + PAD, rect.y + 37.0, sizes[1], "ink-3", fit(by, sizes[1], false, room)));
    [frame, title].into_iter().chain(by).collect()
}

/// Marks a card whose branch is folded: how many seats are hidden, at its foot in every level of detail.
pub(super) fn mark_folded(index: &Index, card: &mut SceneCard, hidden: u32) {
    card.folded = hidden;
    let word = index.number("map-folded", "n", i64::from(hidden));
    let Rect { x, y, w, h } = card.rect;
    let (middle, foot) = (x + w / 2.0, y + h);
    card.near.extend(pill(middle, foot + 4.0, 1.0, &word));
    card.mid.extend(pill(middle, foot + 16.0, CHIP * 0.9, &word));
    let (wide, high) = (5.0 * CELL_W, 2.0 * CELL_H);
    card.far.push(Prim::Rect {
        x: middle - wide / 2.0,
        y: foot - high / 2.0,
        w: wide,
        h: high,
        r: 0.0,
        fill: Some("ink-3"),
        stroke: None,
    });
    card.label = index.words.text("map-say-folded", &[("card", card.label.clone()), ("n", hidden.to_string())]);
    card.keys.push("folded".into());
}

/// A pill around a point at the lower edge.
fn pill(x: f32, y: f32, scale: f32, word: &str) -> [Prim; 2] {
    let size = SMALL * scale;
    let (w, h) = (text_width(word, size, false) + 14.0 * scale, 20.0 * scale);
    let edge = stroke("line-3", scale);
    let plate =
        Pen::new(x - w / 2.0, y - h / 2.0, 1.0).rect(0.0, 0.0, w, h, h / 2.0, Some("paper-surface"), Some(edge));
    let word = Prim::Text {
        x,
        y: y + size * 0.37,
        size,
        strong: false,
        fill: "ink-2",
        anchor: Anchor::Middle,
        text: word.to_owned(),
    };
    [plate, word]
}

/// The line “苗国梁兼任”.
pub(super) fn held_by(index: &Index, seat: SeatId) -> String {
    let name = index.person_name(index.holder.get(&seat).copied());
    index.with("map-held-by", "name", name.map_or_else(|| index.word("map-erased-name"), str::to_owned))
}
