//! The room-safe face: every card alike, with name and formal post alone (interface §8). Deliberately absent: roles, marks,
//! owners, judgements, states of the seat; this file takes no row and could not draw them.

use super::chip::{CHIP, Style, far_second, name};
use super::index::Index;
use super::mark::{Pen, stroke};
use super::measure::fit;
use super::{Anchor, CardText, Prim, Rect, SceneCard, small};
use crate::{Lang, SeatId};

const NAME: f32 = 20.0;
const POST: f32 = 15.0;
const PAD: f32 = 12.0;

/// The card of a seat. Without a name the post stands alone; without a title, nothing does.
pub(super) fn card(index: &Index, seat: SeatId, rect: Rect) -> SceneCard {
    let name = index.person_name(index.holder.get(&seat).copied()).unwrap_or_default();
    let post = index.own_title(seat).unwrap_or_default();
    SceneCard {
        dimmed: false,
        seat,
        rect,
        near: near(name, post, rect),
        mid: mid(if name.is_empty() { post } else { name }, rect),
        far: far_second(rect),
        keys: Vec::new(),
        parent: None,
        label: label(index, seat, &[name, post]),
        folded: 0,
        text: CardText { name: name.to_owned(), post: post.to_owned(), ..CardText::default() },
    }
}

/// The small seat of a second post. Of an erased holder nothing is said.
pub(super) fn second(index: &Index, seat: SeatId, rect: Rect) -> SceneCard {
    let post = index.own_title(seat).unwrap_or_default();
    let by = index.person_name(index.holder.get(&seat).copied()).map(|_| small::held_by(index, seat));
    SceneCard {
        dimmed: false,
        seat,
        rect,
        near: small::second_seat(post, by.as_deref(), rect, [POST, 13.0]),
        mid: super::chip::mid_second(post, rect),
        far: far_second(rect),
        keys: vec!["seat:second".into()],
        parent: None,
        label: label(index, seat, &[post, by.as_deref().unwrap_or_default()]),
        folded: 0,
        text: CardText { name: post.to_owned(), post: by.unwrap_or_default(), ..CardText::default() },
    }
}

fn near(name: &str, post: &str, rect: Rect) -> Vec<Prim> {
    let (room, middle) = (rect.w - 2.0 * PAD, rect.y + rect.h / 2.0);
    let frame = Pen::new(rect.x, rect.y, 1.0).rect(
        0.5,
        0.5,
        rect.w - 1.0,
        rect.h - 1.0,
        5.5,
        Some("paper-surface"),
        Some(stroke("line-3", 1.0)),
    );
    let line = |words: &str, at: f32, size: f32, strong: bool| {
        let text = fit(words, size, strong, room);
        let (x, y) = (rect.x + rect.w / 2.0, at + size * 0.37);
        Prim::Text { x, y, size, strong, fill: "ink-1", anchor: Anchor::Middle, text }
    };
    let mut prims = vec![frame];
    match (name.is_empty(), post.is_empty()) {
        (false, false) => {
            prims.push(line(name, middle - 13.0, NAME, true));
            prims.push(line(post, middle + 15.0, POST, false));
        }
        (false, true) => prims.push(line(name, middle, NAME, true)),
        (true, false) => prims.push(line(post, middle, POST, false)),
        (true, true) => {}
    }
    prims
}

fn mid(words: &str, rect: Rect) -> Vec<Prim> {
    let (pen, height) = (Pen::new(rect.x, rect.y, CHIP), rect.h / CHIP);
    let frame = pen.rect(0.5, 0.5, 87.0, height - 1.0, 4.0, Some("paper-surface"), Some(stroke("line-3", 1.0)));
    let style = Style { sizes: [14.0, 11.5], strong: false, fill: "ink-1" };
    std::iter::once(frame).chain(name(pen, words, (6.0, 84.0), height / 2.0, &style)).collect()
}

/// Name, post and unit: what is not known is not mentioned.
fn label(index: &Index, seat: SeatId, words: &[&str]) -> String {
    let unit = index.unit_name_of(seat).unwrap_or_default();
    let parts: Vec<&str> = words.iter().copied().chain([unit.as_str()]).filter(|part| !part.is_empty()).collect();
    parts.join(if index.lang() == Lang::ZhCn { "；" } else { "; " })
}
