//! The map as an editable deck: one native shape per person, connectors glued at both ends. Parts are written with
//! `quick-xml` and `zip`; a typed schema of all of OOXML took longer to build than everything else together.
//!
//! Owns: one slide or many, the overview and the links between slides. Deliberately absent: what may be shown (the scene
//! arrives redacted), where the bytes go, reading of templates (the intake hands over clean parts).

mod arrange;
mod compose;
mod connector;
mod drawing;
mod fit;
mod overview;
mod package;
mod page;
mod shape;
mod split;
mod xml;

use crate::ExportError;
use crate::map_svg::MapTitle;
use arrange::{Arranged, squeeze};
use compose::{Cast, Placed, emu};
use domain::scene::{Scene, Wording};
use page::{Deck, Page, Slide};
use shape::{Frame, Stand, Voice};
use split::{ABOVE, BELOW, Tree, split};

/// Up to this scale a map that fits one slide is enlarged.
const LARGEST: f32 = 1.0;
const EAST_ASIAN: &str = "Microsoft YaHei";

/// Master, layouts, theme and their pictures of a deck to write into; clean already: no part points outside these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateDeck {
    /// Parts by name without the leading `/`, their `.rels` parts among them.
    pub parts: Vec<(String, Vec<u8>)>,
    /// Content type of each part but the `.rels`.
    pub content_types: Vec<(String, String)>,
    pub master: String,
    /// Id of the master in the presentation, above all ids of its layouts or below them.
    pub master_id: u32,
    /// The layout slides use.
    pub layout: String,
    pub theme: String,
    /// Size of a slide, EMU.
    pub width: i64,
    pub height: i64,
    /// The layout has a title to fill.
    pub titled: bool,
    /// East Asian face of the theme, if it names one.
    pub east_asian: Option<String>,
}

/// How a deck is written.
#[derive(Clone, Copy)]
pub struct PptxOptions<'a> {
    /// Words of the links between slides (`slides-…`).
    pub words: &'a dyn Wording,
    /// The user's own deck; `None`: a plain one of 16:9.
    pub template: Option<&'a TemplateDeck>,
}

/// Writes the map as a deck. A map that stays readable on one slide keeps the places of the scene; a larger one is cut
/// by branch, with an overview first. Every person is one shape exactly once outside the overview.
///
/// # Errors
/// [`ExportError::Package`] when the parts cannot be packed.
pub fn write_map_pptx(scene: &Scene, title: &MapTitle, options: PptxOptions) -> Result<Vec<u8>, ExportError> {
    let plain = package::plain();
    let deck_parts = options.template.unwrap_or(&plain);
    let chinese = title.lang.starts_with("zh");
    let ea = deck_parts.east_asian.as_deref().filter(|one| !one.is_empty()).unwrap_or(EAST_ASIAN);
    let deck = Deck {
        size: (deck_parts.width, deck_parts.height),
        scene,
        title,
        words: options.words,
        voice: Voice { lang: if chinese { "zh-CN" } else { "en-US" }, ea: ea.to_owned() },
        ruler: fit::Ruler,
        titled: deck_parts.titled,
    };
    let slides = match whole(&deck) {
        Some(slide) => vec![slide],
        None => many(&deck),
    };
    package::pack(deck_parts, &slides, &options.words.text("slides-document", &[]))
}

/// The map on one slide, where its cards stay readable there.
fn whole(deck: &Deck) -> Option<Slide> {
    let (scene, zone) = (deck.scene, deck.zone());
    let (w, h) = (scene.width.max(1.0), scene.height.max(1.0));
    let scale = (zone.w as f32 / emu(1.0) / w).min(zone.h as f32 / emu(1.0) / h).min(LARGEST);
    if scale < arrange::LEAST_SCALE && !scene.cards.is_empty() {
        return None;
    }
    let k = emu(scale);
    let long = |pixels: f32| (pixels * k) as i64;
    let origin = (zone.x + (zone.w - long(w)) / 2, zone.y + (zone.h - long(h)) / 2);
    let place = |(card, one): (usize, &domain::scene::SceneCard)| Placed {
        card,
        at: Frame {
            x: origin.0 + long(one.rect.x),
            y: origin.1 + long(one.rect.y),
            w: long(one.rect.w),
            h: long(one.rect.h),
        },
        hang: None,
        shape: 0,
    };
    let mut page = Page::new(deck, &deck.title.title);
    let placed = scene.cards.iter().enumerate().map(place).collect();
    let cast = Cast::new(&mut page, placed, k, Some(origin));
    let titles = compose::frames(&mut page, &cast);
    compose::lines(&mut page, &cast, titles);
    compose::cards(&mut page, &cast);
    Some(page.done((1, 1), false))
}

/// One slide of a cut map.
pub(crate) struct Part {
    roots: Vec<usize>,
    /// Cards on it, superiors first.
    members: Vec<usize>,
    /// The part with the superior of its first head.
    above: Option<usize>,
}

fn many(deck: &Deck) -> Vec<Slide> {
    let zone = deck.zone();
    let (w, h) = (zone.w as f32 / emu(1.0), zone.h as f32 / emu(1.0));
    let mut tree = Tree::new(deck.scene);
    let slides = split(&mut tree, w, h);
    let mut part_of = vec![0; deck.scene.cards.len()];
    let mut parts: Vec<Part> = Vec::new();
    for roots in slides {
        let members = tree.members(&roots);
        members.iter().for_each(|&card| part_of[card] = parts.len());
        parts.push(Part { roots, members, above: None });
    }
    for part in &mut parts {
        part.above = part.roots.first().and_then(|&root| tree.parent[root]).map(|up| part_of[up]);
    }
    let plan = overview::Plan::new(&parts, w, h);
    let first = plan.slides.len();
    let total = first + parts.len();
    let mut done = overview::slides(deck, &tree, &parts, &plan, total);
    let book = Book { tree: &tree, part_of: &part_of, first, total };
    done.extend(parts.iter().enumerate().map(|(at, part)| branch(deck, &book, part, at, (w, h))));
    done
}

/// Where everybody stands.
struct Book<'a> {
    tree: &'a Tree,
    part_of: &'a [usize],
    /// Slide of the first part, from 0.
    first: usize,
    total: usize,
}

impl Book<'_> {
    fn slide(&self, card: usize) -> usize {
        self.first + self.part_of[card]
    }
}

fn branch(deck: &Deck, book: &Book, part: &Part, at: usize, (w, h): (f32, f32)) -> Slide {
    let (title, name) = (deck.title.title.clone(), overview::heading(deck, book.tree, part));
    let mut page = Page::new(deck, &deck.words.text("slides-heading", &[("title", title), ("part", name)]));
    let set = squeeze(&book.tree.items, &part.roots, w, h).unwrap_or(Arranged {
        spots: Vec::new(),
        w,
        h,
        scale: arrange::LEAST_SCALE,
    });
    let (k, origin) = centred(deck, &set);
    let placed = set.spots.iter().map(|spot| {
        let item = &book.tree.items[spot.item];
        let at = Frame {
            x: origin.0 + (spot.x * k) as i64,
            y: origin.1 + (spot.y * k) as i64,
            w: (item.w * k) as i64,
            h: (item.h * k) as i64,
        };
        Placed { card: spot.item, at, hang: Some(spot.hang), shape: 0 }
    });
    let placed = placed.collect();
    let cast = Cast::new(&mut page, placed, k, None);
    compose::lines(&mut page, &cast, Vec::new());
    compose::cards(&mut page, &cast);
    let mut said = None;
    for &root in &part.roots {
        if let Some(placed) = cast.cards.iter().find(|one| one.card == root) {
            above(&mut page, book, placed, k, &mut said);
        }
    }
    for placed in &cast.cards {
        below(&mut page, book, &cast, placed, k);
    }
    page.done((book.first + at + 1, book.total), true)
}

/// Scale in EMU per pixel and the corner of a set of places in the middle of the zone.
fn centred(deck: &Deck, set: &Arranged) -> (f32, (i64, i64)) {
    let (zone, k) = (deck.zone(), emu(set.scale));
    let gap = |room: i64, used: f32| ((room - (used * k) as i64) / 2).max(0);
    (k, (zone.x + gap(zone.w, set.w), zone.y + gap(zone.h, set.h)))
}

/// Unit and slide of the superior above the head of a tree. `said` is the unit of the head before, not said again.
fn above(page: &mut Page, book: &Book, placed: &Placed, k: f32, said: &mut Option<usize>) {
    let (deck, card, at) = (page.deck, placed.card, placed.at);
    if book.tree.items[card].above <= 0.0 {
        return;
    }
    let band = (ABOVE * k) as i64;
    let unit = book.tree.unit[card];
    if let Some(unit) = unit.filter(|_| unit != *said) {
        let unit = &deck.scene.units[unit].title;
        let line = deck.line(unit, fit::LEAST, true, at.w);
        let place = Frame { y: at.y - band, h: band / 2, ..at };
        page.shape(&shape::Look::words(unit, unit, place), &[line]);
    }
    *said = unit;
    if let Some(up) = book.tree.parent[card] {
        let slide = book.slide(up);
        let text = deck.words.text("slides-superior", &[("page", (slide + 1).to_string())]);
        page.pointer(&text, Frame { y: at.y - band / 2, h: band / 2, ..at }, Stand::Left, slide);
    }
}

/// Slides of the reports below a card whose branches are cut; clear of the line that leaves the card in its middle.
fn below(page: &mut Page, book: &Book, cast: &Cast, placed: &Placed, k: f32) {
    let (deck, card, at) = (page.deck, placed.card, placed.at);
    if book.tree.items[card].below <= 0.0 {
        return;
    }
    let own = book.part_of[card];
    let cut = |child: &usize| book.tree.parent[*child] == Some(card) && book.part_of[*child] != own;
    let mut slides: Vec<usize> =
        book.tree.order.iter().filter(|child| cut(child)).map(|&child| book.slide(child)).collect();
    slides.sort_unstable();
    slides.dedup();
    let Some(&first) = slides.first() else { return };
    let between = if deck.voice.lang == "zh-CN" { "、" } else { ", " };
    let text = deck.words.text("slides-reports", &[("pages", ranges(&slides, between))]);
    let kept = &book.tree.items[card].children;
    let bracket = |one: &&Placed| kept.contains(&one.card) && one.hang == Some(arrange::Hang::Bracket);
    let (x, w) = match kept.len() {
        0 => (at.x, at.w),
        _ if cast.cards.iter().any(|one| bracket(&one)) => (at.x, at.w),
        1 => (at.x + at.w / 2 + 60_000, at.w / 2 - 60_000),
        // Two reports or more make the block wider than the card.
        _ => (at.x + at.w / 2 + 60_000, at.w - 60_000),
    };
    let place = Frame { x, y: at.bottom() + 20_000, w, h: (BELOW * k) as i64 - 20_000 };
    page.pointer(&text, place, Stand::Left, first);
}

/// Numbers of slides (from 0) in ascending order as people write them: `3–5、8`.
fn ranges(slides: &[usize], between: &str) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &slide in slides {
        match runs.last_mut() {
            Some(run) if run.1 + 1 == slide => run.1 = slide,
            _ => runs.push((slide, slide)),
        }
    }
    let run = |&(from, to): &(usize, usize)| {
        if from == to { (from + 1).to_string() } else { format!("{}–{}", from + 1, to + 1) }
    };
    runs.iter().map(run).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_slides_are_one_range() {
        assert_eq!(ranges(&[2, 3, 4, 7], "、"), "3–5、8");
        assert_eq!(ranges(&[2], "、"), "3");
    }
}
