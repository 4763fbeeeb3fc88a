//! The first slides of a cut map: a block for every part, with its people and a link. Owns: blocks and their names.
//! Deliberately absent: persons; a block is no person's shape.

use super::arrange::{Arranged, Hang, Item, fits, squeeze};
use super::connector::{self, End, Side, Stroke};
use super::fit::LEAST;
use super::page::{Deck, Page, Slide};
use super::shape::{Edge, Frame, Line, Look, POINT, Paint};
use super::split::Tree;
use super::{Part, centred};

const BLOCK_W: f32 = 240.0;
const BLOCK_H: f32 = 92.0;

/// Blocks by overview slide: one tree where all fit, else rows of blocks.
pub(super) struct Plan {
    items: Vec<Item>,
    /// Heads on each overview slide.
    pub slides: Vec<Vec<usize>>,
    tied: bool,
    page: (f32, f32),
}

impl Plan {
    pub fn new(parts: &[Part], w: f32, h: f32) -> Self {
        let block = Item { w: BLOCK_W, h: BLOCK_H, above: 0.0, below: 0.0, children: Vec::new() };
        let mut items = vec![block; parts.len()];
        for (at, part) in parts.iter().enumerate() {
            // Superiors come first, so nothing goes in circles.
            if let Some(above) = part.above.filter(|&above| above < at) {
                items[above].children.push(at);
            }
        }
        let roots: Vec<usize> =
            (0..parts.len()).filter(|&at| parts[at].above.is_none_or(|above| above >= at)).collect();
        if fits(&items, &roots, w, h) {
            return Self { items, slides: vec![roots], tied: true, page: (w, h) };
        }
        items.iter_mut().for_each(|item| item.children.clear());
        let mut slides: Vec<Vec<usize>> = vec![Vec::new()];
        for at in 0..parts.len() {
            if let Some(last) = slides.last_mut() {
                last.push(at);
                if last.len() > 1 && !fits(&items, last, w, h) {
                    last.pop();
                    slides.push(vec![at]);
                }
            }
        }
        Self { items, slides, tied: false, page: (w, h) }
    }
}

/// What a part is called: its unit, else its head.
pub(super) fn name(deck: &Deck, tree: &Tree, part: &Part) -> String {
    let Some(&head) = part.roots.first() else { return String::new() };
    let unit = tree.unit[head].map(|unit| deck.scene.units[unit].title.clone());
    unit.filter(|one| !one.is_empty()).unwrap_or_else(|| head_name(deck, head))
}

/// The unit and the head: no two slides are called alike.
pub(super) fn heading(deck: &Deck, tree: &Tree, part: &Part) -> String {
    let (name, head) = (name(deck, tree, part), part.roots.first().map(|&head| head_name(deck, head)));
    match head {
        Some(head) if head != name => format!("{name} · {head}"),
        _ => name,
    }
}

fn head_name(deck: &Deck, card: usize) -> String {
    let card = &deck.scene.cards[card];
    if card.text.name.is_empty() { card.label.clone() } else { card.text.name.clone() }
}

/// Writes the overview.
pub(super) fn slides(deck: &Deck, tree: &Tree, parts: &[Part], plan: &Plan, total: usize) -> Vec<Slide> {
    let one = |(at, roots): (usize, &Vec<usize>)| {
        let words = [("title", deck.title.title.clone()), ("part", deck.words.text("slides-overview", &[]))];
        let mut page = Page::new(deck, &deck.words.text("slides-heading", &words));
        if let Some(set) = squeeze(&plan.items, roots, plan.page.0, plan.page.1) {
            draw(&mut page, tree, parts, plan, &set);
        }
        page.done((at + 1, total), at > 0)
    };
    plan.slides.iter().enumerate().map(one).collect()
}

fn draw(page: &mut Page, tree: &Tree, parts: &[Part], plan: &Plan, set: &Arranged) {
    let (k, origin) = centred(page.deck, set);
    let ids: Vec<u32> = set.spots.iter().map(|_| page.id()).collect();
    let mut ends: Vec<Option<(u32, Frame, Hang)>> = vec![None; parts.len()];
    for (spot, &id) in set.spots.iter().zip(&ids) {
        let at = Frame {
            x: origin.0 + (spot.x * k) as i64,
            y: origin.1 + (spot.y * k) as i64,
            w: (BLOCK_W * k) as i64,
            h: (BLOCK_H * k) as i64,
        };
        ends[spot.item] = Some((id, at, spot.hang));
    }
    if plan.tied {
        for (at, part) in parts.iter().enumerate() {
            let (Some(own), Some(Some(above))) = (ends[at], part.above.map(|above| ends[above])) else { continue };
            tie(page, own, above, &name(page.deck, tree, part), k);
        }
    }
    for spot in &set.spots {
        if let Some((id, at, _)) = ends[spot.item] {
            block(page, tree, &parts[spot.item], plan.slides.len() + spot.item, id, at, k);
        }
    }
}

fn tie(page: &mut Page, own: (u32, Frame, Hang), above: (u32, Frame, Hang), label: &str, k: f32) {
    let from = End { shape: own.0, at: own.1, side: Side::Top };
    let to = End { shape: above.0, at: above.1, side: Side::Bottom };
    let (ends, middle) = super::compose::hung(from, to, own.2, k);
    let edge = Edge { paint: Paint::Token("ink-4"), width: 1.125, dash: None };
    let id = page.id();
    connector::write(&mut page.xml, id, ends, middle, &Stroke { edge, head: None, curved: false, label });
}

fn block(page: &mut Page, tree: &Tree, part: &Part, slide: usize, id: u32, at: Frame, k: f32) {
    let deck = page.deck;
    let heads: Vec<String> = part.roots.iter().map(|&root| head_name(deck, root)).collect();
    let heads = heads.join(if deck.voice.lang == "zh-CN" { "、" } else { ", " });
    let args = [("n", part.members.len().to_string()), ("page", (slide + 1).to_string())];
    let count = deck.words.text("slides-count", &args);
    let name = name(deck, tree, part);
    let size = (13.0 * k / POINT).clamp(LEAST, 12.0);
    let inset = 50_000;
    let room = at.w - 2 * inset;
    let line = |text: &str, strong: bool, token| Line {
        paint: Paint::Token(token),
        ..deck.line(text, if strong { size } else { size.min(10.0) }, strong, room)
    };
    let lines = [line(&name, true, "ink-1"), line(&heads, false, "ink-2"), line(&count, false, "focus")];
    let descr = [name.as_str(), &heads, &count].join(if deck.voice.lang == "zh-CN" { "；" } else { "; " });
    let link = page.link(slide);
    let look = Look {
        fill: Some(Paint::Token("paper-surface")),
        edge: Some(Edge { paint: Paint::Token("line-3"), width: 1.0, dash: None }),
        inset,
        link: Some(&link),
        ..Look::words(&name, &descr, at)
    };
    super::shape::write(&mut page.xml, id, &look, &lines, &deck.voice);
}
