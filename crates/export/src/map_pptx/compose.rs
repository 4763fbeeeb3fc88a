//! Cards and lines on one slide. Owns: the native shape of a person with its words, unit frames, and the connectors
//! between shapes that stand on the same slide. Deliberately absent: places; they come from the scene or from arrange.

use super::arrange::{Hang, TRUNK};
use super::connector::{self, End, Side, Stroke, corners};
use super::drawing::preset;
use super::fit::{LEADING, LEAST, card_lines};
use super::page::Page;
use super::shape::{Edge, Frame, Line, Look, PIXEL, POINT, Paint, Stand};
use domain::SeatId;
use domain::scene::measure::text_width;
use domain::scene::{DIMMED, LineKind, Prim, SceneCard, SceneLine, SceneUnit};
use std::collections::{HashMap, HashSet};

/// A card with its place on the slide.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    /// Index in the scene.
    pub card: usize,
    pub at: Frame,
    /// How it hangs on its superior; `None` where the scene's own ways hold.
    pub hang: Option<Hang>,
    pub shape: u32,
}

/// A slide's cards with their scale, EMU per pixel of the scene.
pub(super) struct Cast {
    pub cards: Vec<Placed>,
    pub by_seat: HashMap<SeatId, usize>,
    pub emu: f32,
    /// Where the scene's origin lies, when the scene's own places hold.
    pub origin: Option<(i64, i64)>,
}

impl Cast {
    /// Gives every card its shape id.
    pub fn new(page: &mut Page, mut cards: Vec<Placed>, emu: f32, origin: Option<(i64, i64)>) -> Self {
        cards.iter_mut().for_each(|one| one.shape = page.id());
        let scene = page.deck.scene;
        let by_seat = cards.iter().enumerate().map(|(at, one)| (scene.cards[one.card].seat, at)).collect();
        Self { cards, by_seat, emu, origin }
    }

    fn long(&self, pixels: f32) -> i64 {
        (pixels * self.emu) as i64
    }
}

/// Unit frames at the scene's own places, behind everything else.
/// Returns where their titles stand.
pub(super) fn frames(page: &mut Page, cast: &Cast) -> Vec<Frame> {
    let Some((x, y)) = cast.origin else { return Vec::new() };
    let scene = page.deck.scene;
    let mut titles = Vec::new();
    for unit in &scene.units {
        let rect = &unit.rect;
        let at =
            Frame { x: x + cast.long(rect.x), y: y + cast.long(rect.y), w: cast.long(rect.w), h: cast.long(rect.h) };
        titles.push(frame(page, unit, at, cast.emu));
    }
    titles
}

fn frame(page: &mut Page, unit: &SceneUnit, at: Frame, emu: f32) -> Frame {
    let label = format!("{} {}", unit.title, unit.count_label);
    let edge = Edge { paint: Paint::Token("line-2"), width: 0.75, dash: None };
    page.shape(&Look { edge: Some(edge), ..Look::words(&label, &label, at) }, &[]);
    // The band above the cards is 32 pixels high.
    let size = (12.0 * emu / POINT).clamp(LEAST, 11.0);
    let band = Frame {
        x: at.x + (10.0 * emu) as i64,
        y: at.y + (4.0 * emu) as i64,
        w: at.w - (20.0 * emu) as i64,
        h: (24.0 * emu) as i64,
    };
    let line = page.deck.line(&label, size, true, band.w);
    let wide = (page.deck.ruler.width(&line.text, size, true) * POINT) as i64;
    page.shape(&Look::words(&label, &label, band), &[line]);
    Frame { w: wide, ..band }
}

/// Cards, each with its words cut to it and all of them in the alternative text. Lines that lead to cards of other
/// slides are said there too.
pub(super) fn cards(page: &mut Page, cast: &Cast) {
    let scene = page.deck.scene;
    let mut away: HashMap<SeatId, Vec<&str>> = HashMap::new();
    for line in &scene.lines {
        if cast.by_seat.contains_key(&line.from) != cast.by_seat.contains_key(&line.to) {
            away.entry(line.from).or_default().push(&line.label);
            away.entry(line.to).or_default().push(&line.label);
        }
    }
    for placed in &cast.cards {
        let card = &scene.cards[placed.card];
        let more = away.get(&card.seat).map_or(&[][..], Vec::as_slice);
        page.xml.opacity = ink(card.dimmed);
        person(page, card, placed, cast.emu, more);
    }
    page.xml.opacity = ink(false);
}

/// What the legend's filter leaves out is pale.
fn ink(dimmed: bool) -> f32 {
    if dimmed { DIMMED } else { 1.0 }
}

fn person(page: &mut Page, card: &SceneCard, placed: &Placed, emu: f32, more: &[&str]) {
    let deck = page.deck;
    let name = (15.0 * emu / POINT).clamp(LEAST, 14.0);
    let small = (12.0 * emu / POINT).clamp(LEAST, 11.0);
    let inset = ((9.0 * emu) as i64).max(27_000);
    let (fill, edge, r) = ground(card);
    let high = placed.at.h as f32 / POINT - 2.0;
    let most = 1 + ((high - name * LEADING) / (small * LEADING)).floor().max(0.0) as usize;
    let words = card_lines(&card.text, &card.label, deck.voice.lang == "zh-CN", most);
    let room = placed.at.w - 2 * inset;
    let line = |(at, text): (usize, &String)| {
        let (size, token) = if at == 0 { (name, "ink-1") } else { (small, "ink-2") };
        Line { paint: Paint::Token(token), ..deck.line(text, size, at == 0, room) }
    };
    let lines: Vec<Line> = words.iter().enumerate().map(line).collect();
    let descr = std::iter::once(card.label.as_str()).chain(more.iter().copied()).collect::<Vec<_>>();
    let descr = descr.join(if deck.voice.lang == "zh-CN" { "；" } else { "; " });
    let called = if card.text.name.is_empty() { &card.label } else { &card.text.name };
    let look = Look {
        preset: "roundRect",
        adjust: Some((r / card.rect.w.min(card.rect.h) * 100_000.0) as i64),
        fill,
        edge,
        inset,
        ..Look::words(called, &descr, placed.at)
    };
    super::shape::write(&mut page.xml, placed.shape, &look, &lines, &deck.voice);
}

/// Fill, edge and radius of the card's own frame.
fn ground(card: &SceneCard) -> (Option<Paint>, Option<Edge>, f32) {
    for prim in &card.near {
        if let Prim::Rect { r, fill, stroke, .. } = prim {
            let edge = stroke.as_ref().map(|stroke| Edge {
                paint: Paint::Token(stroke.token),
                width: stroke.width * 0.75,
                dash: preset(&stroke.dash),
            });
            return (fill.map(Paint::Token), edge, *r);
        }
    }
    let edge = Edge { paint: Paint::Token("line-2"), width: 0.75, dash: None };
    (Some(Paint::Token("paper-surface")), Some(edge), 5.5)
}

/// Connectors behind the cards, words of lines at odds where they cover nothing; `marks` is covered already.
pub(super) fn lines(page: &mut Page, cast: &Cast, mut marks: Vec<Frame>) {
    let scene = page.deck.scene;
    let here = scene
        .lines
        .iter()
        .filter_map(|line| Some((line, *cast.by_seat.get(&line.from)?, *cast.by_seat.get(&line.to)?)));
    let mut taken: Taken = HashSet::new();
    for (line, from, to) in here {
        let (ends, middle) = join(page, cast, line, [&cast.cards[from], &cast.cards[to]], &taken);
        taken.extend(ends.map(|end| (end.shape, end.side)));
        let id = page.id();
        page.xml.opacity = ink(line.dimmed);
        connector::write(&mut page.xml, id, ends, middle, &look(line));
        if line.kind == LineKind::ConflictsWith {
            words_on(page, cast, line, &corners(&ends[0], &ends[1], middle), &mut marks);
        }
    }
    page.xml.opacity = ink(false);
}

/// Sites that lines already join; two lines from one site are hard to tell apart.
type Taken = HashSet<(u32, Side)>;

/// How a line is drawn, as on the map; a zigzag becomes dashes and dots.
fn look(line: &SceneLine) -> Stroke<'_> {
    let (token, width, dash) = match line.kind {
        LineKind::ReportsTo if line.quiet => ("line-2", 0.75, None),
        LineKind::ReportsTo => ("ink-4", 1.125, None),
        LineKind::DottedReportsTo => ("ink-3", 1.5, Some("sysDot")),
        LineKind::SamePerson => ("line-3", 0.75, Some("dash")),
        LineKind::ConflictsWith => ("ink-1", 1.25, Some("lgDashDotDot")),
        LineKind::Influences => ("ink-1", [1.0, 1.75, 2.5][usize::from(line.strength.clamp(1, 3) - 1)], None),
    };
    let influence = line.kind == LineKind::Influences;
    Stroke {
        edge: Edge { paint: Paint::Token(token), width, dash },
        head: influence.then_some("triangle"),
        curved: influence,
        label: &line.label,
    }
}

/// Sides and middle of a line.
fn join(page: &Page, cast: &Cast, line: &SceneLine, [from, to]: [&Placed; 2], taken: &Taken) -> ([End; 2], i64) {
    let end = |placed: &Placed, side: Side| End { shape: placed.shape, at: placed.at, side };
    let scene = page.deck.scene;
    let tree = line.kind == LineKind::ReportsTo && scene.cards[from.card].parent == Some(line.to);
    if tree && from.at.y >= to.at.bottom() {
        if let (None, Some(origin)) = (from.hang, cast.origin) {
            let ends = [end(from, Side::Top), end(to, Side::Bottom)];
            let cost = |middle: i64| price(cast, [from.card, to.card], &corners(&ends[0], &ends[1], middle));
            let (half, bus) = ((to.at.bottom() + from.at.y) / 2, bus(cast, line, origin, from, to));
            return (ends, if cost(half) <= cost(bus) { half } else { bus });
        }
        return hung(end(from, Side::Top), end(to, Side::Bottom), from.hang.unwrap_or(Hang::Below), cast.emu);
    }
    let mut best: Option<(i64, [End; 2], i64)> = None;
    for (a, b, middle) in ways(&from.at, &to.at, cast.long(12.0)) {
        let ends = [end(from, a), end(to, b)];
        let shared = ends.iter().filter(|end| taken.contains(&(end.shape, end.side))).count() as i64;
        let way = price(cast, [from.card, to.card], &corners(&ends[0], &ends[1], middle));
        let price = way + shared * cast.long(160.0);
        if best.as_ref().is_none_or(|best| price < best.0) {
            best = Some((price, ends, middle));
        }
    }
    best.map_or(([end(from, Side::Top), end(to, Side::Bottom)], from.at.y), |best| (best.1, best.2))
}

/// The ends and the middle of a line between arranged boxes, `emu` per pixel of the scene.
pub(super) fn hung(from: End, to: End, hang: Hang, emu: f32) -> ([End; 2], i64) {
    let side = |end: End, side: Side| End { side, ..end };
    match hang {
        // Half way, where programs that route lines themselves put it too.
        Hang::Below => ([from, to], (to.at.bottom() + from.at.y) / 2),
        Hang::Right => ([side(from, Side::Left), to], 0),
        Hang::Left => ([side(from, Side::Right), to], 0),
        Hang::Bracket => {
            let middle = to.at.x - (TRUNK / 4.0 * emu) as i64;
            ([side(from, Side::Left), side(to, Side::Left)], middle)
        }
    }
}

/// Height of the way's level part just above the report, as the map has it.
fn bus(cast: &Cast, line: &SceneLine, (_, y): (i64, i64), from: &Placed, to: &Placed) -> i64 {
    let level = line.points.windows(2).filter(|pair| pair[0].1 == pair[1].1 && pair[0].0 != pair[1].0);
    let heights = level.map(|pair| y + cast.long(pair[0].1));
    let (low, high) = (to.at.bottom(), from.at.y);
    heights.filter(|&one| one > low && one < high).max().unwrap_or((low + high) / 2)
}

/// Sides and middles worth trying between two boxes.
fn ways(a: &Frame, b: &Frame, off: i64) -> Vec<(Side, Side, i64)> {
    let mut ways = Vec::new();
    let mut facing = |first: (Side, Side), low: i64, high: i64| {
        if high > low {
            let off = off.min((high - low) / 2);
            // Half way first: where programs that route lines themselves put it.
            ways.extend([(low + high) / 2, low + off, high - off].map(|middle| (first.0, first.1, middle)));
        }
    };
    facing((Side::Right, Side::Left), a.right(), b.x);
    facing((Side::Left, Side::Right), b.right(), a.x);
    facing((Side::Bottom, Side::Top), a.bottom(), b.y);
    facing((Side::Top, Side::Bottom), b.bottom(), a.y);
    ways.push((Side::Right, Side::Right, a.right().max(b.right()) + off));
    ways.push((Side::Left, Side::Left, a.x.min(b.x) - off));
    ways.push((Side::Top, Side::Top, a.y.min(b.y) - off));
    ways.push((Side::Bottom, Side::Bottom, a.bottom().max(b.bottom()) + off));
    ways
}

/// Length of a way plus what it costs to run behind cards.
fn price(cast: &Cast, own: [usize; 2], way: &[(i64, i64)]) -> i64 {
    let mut price = 0;
    for pair in way.windows(2) {
        let (x, y) = (pair[0].0.min(pair[1].0), pair[0].1.min(pair[1].1));
        let part = Frame { x, y, w: (pair[0].0 - pair[1].0).abs().max(1), h: (pair[0].1 - pair[1].1).abs().max(1) };
        let hits = cast.cards.iter().filter(|one| !own.contains(&one.card) && one.at.meets(&part)).count() as i64;
        price += part.w + part.h + hits * cast.long(700.0);
    }
    price + cast.long(30.0) * way.len() as i64
}

/// The words of a line at odds, in a small box on its way where no card and no other words stand; else they are in the
/// alternative text alone.
fn words_on(page: &mut Page, cast: &Cast, line: &SceneLine, way: &[(i64, i64)], marks: &mut Vec<Frame>) {
    let text = line.prims.iter().find_map(|prim| match prim {
        Prim::Text { text, .. } => Some(text.clone()),
        _ => None,
    });
    let Some(text) = text else { return };
    let deck = page.deck;
    let wide = ((text_width(&text, LEAST, false).max(deck.ruler.width(&text, LEAST, false)) + 8.0) * POINT) as i64;
    let high = ((LEAST * LEADING + 2.0) * POINT) as i64;
    let zone = deck.zone();
    let free = |&(x, y): &(i64, i64)| {
        let at = Frame { x: x - wide / 2, y: y - high / 2, w: wide, h: high };
        let inside = at.x >= zone.x && at.right() <= zone.right() && at.y >= zone.y && at.bottom() <= zone.bottom();
        let clear = !cast.cards.iter().any(|one| one.at.meets(&at)) && !marks.iter().any(|one| one.meets(&at));
        (inside && clear).then_some(at)
    };
    let Some(at) = spots(way).iter().find_map(free) else { return };
    marks.push(at);
    let edge = Edge { paint: Paint::Token("ink-1"), width: 0.75, dash: None };
    let fill = Some(Paint::Token("paper-canvas"));
    let words = Line { paint: Paint::Token("ink-1"), ..deck.line(&text, LEAST, false, wide) };
    let look = Look { fill, edge: Some(edge), stand: Stand::Middle, ..Look::words(&text, &line.label, at) };
    page.shape(&look, &[words]);
}

/// Places on a way, the middle of its longest part first.
fn spots(way: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut parts: Vec<&[(i64, i64)]> = way.windows(2).collect();
    parts.sort_by_key(|pair| -((pair[0].0 - pair[1].0).abs() + (pair[0].1 - pair[1].1).abs()));
    let shares = [50, 35, 65, 20, 80, 10, 90];
    let at = |pair: &[(i64, i64)], share: i64| {
        (pair[0].0 + (pair[1].0 - pair[0].0) * share / 100, pair[0].1 + (pair[1].1 - pair[0].1) * share / 100)
    };
    parts.into_iter().flat_map(|pair| shares.map(|share| at(pair, share))).collect()
}

/// EMU per pixel of the scene at a scale.
pub(super) fn emu(scale: f32) -> f32 {
    scale * PIXEL
}
