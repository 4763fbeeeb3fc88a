//! From rows of the day to the scene. Owns: the order of the drawing and what each card is made of. Deliberately absent:
//! which seats and lines are shown (shown), layout (crate::layout), the look of each part, redaction (rows and snapshot
//! arrive as they may be seen).

use super::card::{CARD_H, CARD_W, Card, Said};
use super::index::Index;
use super::lens::Glass;
use super::line::{Lines, Link};
use super::measure::text_width;
use super::route::Obstacles;
use super::shown::Shown;
use super::*;
use crate::engine::chain::Stakeholder;
use crate::engine::units::unit_of;
use crate::layout::{self, FRAME_PAD, GAP_X, Layout, PlacedSeat, SeatBox, UnitBox};
use crate::{AccountId, Day, DecisionId, EdgeKind, Snapshot};
use std::collections::{HashMap, HashSet};

const SECOND_W: f32 = 192.0;
const SECOND_H: f32 = 56.0;

/// What the map is drawn from. `rows` are the stakeholders of `decision` on the day.
pub struct MapInput<'a> {
    pub snapshot: &'a Snapshot,
    pub account: AccountId,
    /// The decision `rows` were made for; `None`: the main one. Without any decision all cards are plain.
    pub decision: Option<DecisionId>,
    pub as_of: Day,
    pub lens: Lens,
    /// In `Presenting`, `snapshot` must already be redacted and `rows` empty; the drawing is then plain and alike for all.
    pub mode: DisplayMode,
    /// The earlier or later day the map is compared with.
    pub compare: Option<Compare<'a>>,
    /// Seats whose branch below is hidden.
    pub folded: &'a [SeatId],
    /// Shows this seat's branch and its superiors only.
    pub focus: Option<SeatId>,
    pub rows: &'a [Stakeholder],
    pub detail: Detail,
    pub wording: &'a dyn Wording,
}

impl<'a> MapInput<'a> {
    /// The internal map of an account on a day, whole, through the lens of structure, without rows.
    pub fn new(snapshot: &'a Snapshot, account: AccountId, as_of: Day, wording: &'a dyn Wording) -> Self {
        Self {
            snapshot,
            account,
            decision: None,
            as_of,
            lens: Lens::Structure,
            mode: DisplayMode::Internal,
            compare: None,
            folded: &[],
            focus: None,
            rows: &[],
            detail: Detail::Whole,
            wording,
        }
    }
}

/// How much of each card is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// All levels, and the words for writers of files.
    #[default]
    Whole,
    /// The smallest level alone and lines without ways, for large maps in a window; `draw_cards` and `draw_lines` give the
    /// rest where somebody looks.
    Coarse,
}

/// The other day of a comparison, with the stakeholders of that day.
#[derive(Clone, Copy)]
pub struct Compare<'a> {
    pub as_of: Day,
    pub rows: &'a [Stakeholder],
}

/// Draws the account's map as of the day. Seats without a row are drawn plain; a second post of a person already shown
/// becomes a small seat tied to the card by a dashed line. An account without seats gives its frames alone.
///
/// Seats that do not exist on the day, branches below folded seats and, with a focus, everything beside its branch and
/// superiors are left out; a focus that is not there is ignored.
pub fn draw_map(input: &MapInput) -> Scene {
    let index = Index::new(input);
    let shown = Shown::new(input, &index);
    let glass = Glass::new(input, &index);
    let layout = place(&index, &shown);
    let rects = rects(&layout, &shown);
    let whole = input.detail == Detail::Whole;
    let mut lines = routed(input, &index, &shown, &layout, &rects, whole);
    let mut cards = cards(input, &Ground { index: &index, shown: &shown, glass: &glass, rects: &rects }, &layout.seats);
    let changed = mark_lines(&glass, &mut lines);
    let counts = legend::Counts::new(&cards, &changed.iter().map(|one| one.1).collect::<Vec<_>>());
    lend_keys(&mut cards, &lines, &changed);
    let units = units(input, &index, &layout, &shown);
    let legend = legend::legend(input, &index, &glass, &counts, &lines);
    Scene { width: layout.width, height: layout.height, units, lines, cards, legend }
}

/// Draws some cards of the map at all levels, exactly as `draw_map` would with the same input, without its lines: their keys lack those
/// that lines lend. Seats that are not shown are left out.
pub fn draw_cards(input: &MapInput, seats: &HashSet<SeatId>) -> Vec<SceneCard> {
    let index = Index::new(input);
    let shown = Shown::new(input, &index);
    let glass = Glass::new(input, &index);
    let layout = place(&index, &shown);
    let rects = rects(&layout, &shown);
    let wanted: Vec<PlacedSeat> = layout.seats.into_iter().filter(|placed| seats.contains(&placed.id)).collect();
    cards(input, &Ground { index: &index, shown: &shown, glass: &glass, rects: &rects }, &wanted)
}

/// Draws the lines of the map as `draw_map` would with every detail, in the order of its lines; reporting lines go without words.
pub fn draw_lines(input: &MapInput) -> Vec<SceneLine> {
    let index = Index::new(input);
    let shown = Shown::new(input, &index);
    let glass = Glass::new(input, &index);
    let layout = place(&index, &shown);
    let mut lines = routed(input, &index, &shown, &layout, &rects(&layout, &shown), true);
    mark_lines(&glass, &mut lines);
    lines
}

/// What every card of one drawing stands on.
struct Ground<'a, 'b> {
    index: &'b Index<'a>,
    shown: &'b Shown<'a>,
    glass: &'b Glass,
    rects: &'b HashMap<SeatId, Rect>,
}

fn place(index: &Index, shown: &Shown) -> Layout {
    let mut superior: HashMap<SeatId, SeatId> = HashMap::new();
    for tie in shown.ties.iter().filter(|tie| tie.edge.kind == EdgeKind::ReportsTo) {
        superior.entry(tie.from).or_insert(tie.to);
    }
    let seat = |seat: &&crate::Seat| SeatBox {
        id: seat.id,
        unit: unit_of(seat, shown.units.day()),
        superior: superior.get(&seat.id).copied(),
        position: seat.position,
        w: if shown.second.contains_key(&seat.id) { SECOND_W } else { CARD_W },
        h: CARD_H,
        nudge: (seat.nudge_x.unwrap_or(0.0).max(0.0) as f32, seat.nudge_y.unwrap_or(0.0).max(0.0) as f32),
    };
    let unit = |unit: &crate::OrgUnit| UnitBox {
        id: unit.id,
        parent: shown.units.parent(unit),
        position: unit.position,
        min_w: text_width(&index.unit_name(unit.id), 12.0, true).ceil() + 80.0,
    };
    let seats: Vec<SeatBox> = shown.seats.iter().map(seat).collect();
    let units: Vec<UnitBox> = shown.frames.iter().copied().map(unit).collect();
    layout::place(&seats, &units)
}

/// Boxes as drawn: small seats stand in the middle of the row.
fn rects(layout: &Layout, shown: &Shown) -> HashMap<SeatId, Rect> {
    let drawn = |placed: &PlacedSeat| {
        let small = shown.second.contains_key(&placed.id);
        if small {
            Rect { y: placed.rect.y + (CARD_H - SECOND_H) / 2.0, h: SECOND_H, ..placed.rect }
        } else {
            placed.rect
        }
    };
    layout.seats.iter().map(|placed| (placed.id, drawn(placed))).collect()
}

/// Judgement lines last: they run above reporting lines. Their ways are found only when asked for.
fn routed(
    input: &MapInput,
    index: &Index,
    shown: &Shown,
    layout: &Layout,
    rects: &HashMap<SeatId, Rect>,
    ways: bool,
) -> Vec<SceneLine> {
    let links = links(input, shown, layout, rects);
    if !ways {
        return links.iter().map(|link| line::unrouted(index, link)).collect();
    }
    let titles = layout.units.iter().map(|unit| {
        let w = text_width(&index.unit_name(unit.id), 12.0, true) + 44.0;
        (None, Rect { x: unit.rect.x + 8.0, y: unit.rect.y + 8.0, w, h: 16.0 })
    });
    let boxes = layout.seats.iter().map(|placed| (Some(placed.id), rects[&placed.id]));
    let obstacles = Obstacles::new(boxes.chain(titles).collect());
    let mut lines = Lines::new(index, &obstacles, gaps(layout));
    lines.brief = input.detail == Detail::Coarse;
    links.iter().map(|link| lines.draw(link)).collect()
}

/// The lines there are, in painting order.
fn links<'a>(input: &MapInput, shown: &Shown<'a>, layout: &Layout, rects: &HashMap<SeatId, Rect>) -> Vec<Link<'a>> {
    let placed: HashMap<SeatId, &PlacedSeat> = layout.seats.iter().map(|placed| (placed.id, placed)).collect();
    let mut links: Vec<Link> = Vec::new();
    for tie in &shown.ties {
        let tree = tie.edge.kind == EdgeKind::ReportsTo && placed[&tie.from].superior == Some(tie.to);
        links.push(Link {
            edge: Some(tie.edge),
            ends: [tie.from, tie.to].map(|seat| (seat, rects[&seat])),
            lane: placed[&tie.from].lane.filter(|_| tree),
        });
    }
    // The room-safe face knows reporting lines alone.
    for placed in layout.seats.iter().filter(|_| input.mode == DisplayMode::Internal) {
        if let Some(&card) = shown.second.get(&placed.id).filter(|card| rects.contains_key(card)) {
            links.push(Link { edge: None, ends: [placed.id, card].map(|seat| (seat, rects[&seat])), lane: None });
        }
    }
    links.sort_by_key(|link| match link.edge.map(|edge| edge.kind) {
        Some(EdgeKind::ReportsTo) => 0,
        None => 1,
        Some(EdgeKind::DottedReportsTo) => 2,
        Some(EdgeKind::ConflictsWith) => 3,
        Some(EdgeKind::Influences) => 4,
    });
    links
}

/// Vertical lanes beside the outer frames, a few only: each is tried for every curve.
fn gaps(layout: &Layout) -> Vec<f32> {
    let mut gaps: Vec<f32> = Vec::new();
    for unit in layout.units.iter().filter(|unit| unit.depth <= 2) {
        for x in [unit.rect.x - FRAME_PAD / 2.0, unit.rect.x + unit.rect.w + GAP_X / 2.0] {
            if gaps.iter().all(|gap| (gap - x).abs() > 12.0) {
                gaps.push(x);
            }
        }
    }
    gaps.truncate(24);
    gaps
}

/// Badges on lines that changed, away from their labels; the lines with their legend keys.
fn mark_lines(glass: &Glass, lines: &mut [SceneLine]) -> Vec<(usize, &'static str)> {
    let mut changed = Vec::new();
    for (at, line) in lines.iter_mut().enumerate() {
        let Some((word, key)) = line.edge.and_then(|edge| glass.line(edge)) else { continue };
        let points = route::samples(&line.points, 4.0);
        if let Some(&(x, y)) = points.get(points.len() * 3 / 4) {
            line.prims.extend(lens::badge(x, y, 11.0, word));
        }
        line.label = format!("{word} {}", line.label);
        changed.push((at, key));
    }
    changed
}

/// A line's keys find the cards at its ends too.
fn lend_keys(cards: &mut [SceneCard], lines: &[SceneLine], changed: &[(usize, &'static str)]) {
    let mut lent: HashMap<SeatId, Vec<&str>> = HashMap::new();
    let mut lend = |line: &SceneLine, key: &'static str| {
        for seat in [line.from, line.to] {
            let keys = lent.entry(seat).or_default();
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    };
    lines.iter().for_each(|line| lend(line, legend::line_key(line.kind)));
    changed.iter().for_each(|&(at, key)| lend(&lines[at], key));
    for card in cards {
        let mut keys = lent.remove(&card.seat).unwrap_or_default();
        keys.retain(|key| card.keys.iter().all(|own| own != key));
        keys.sort_unstable();
        card.keys.extend(keys.into_iter().map(str::to_owned));
    }
}

fn cards(input: &MapInput, ground: &Ground, placed: &[PlacedSeat]) -> Vec<SceneCard> {
    let Ground { index, shown, glass, rects } = *ground;
    let plain = input.mode == DisplayMode::Presenting;
    let blackout = index.is_blackout(input.as_of);
    let draw = |placed: &PlacedSeat| {
        let rect = rects[&placed.id];
        let mut card = match shown.row(placed.id) {
            Some(_) if plain => plain::card(index, placed.id, rect),
            None if plain => plain::second(index, placed.id, rect),
            Some(row) => full(input, index, glass, row, rect),
            None => second(index, glass, placed.id, rect),
        };
        if blackout && !plain && shown.row(placed.id).is_some_and(|row| row.in_chain) {
            card.keys.push(legend::BLACKOUT.into());
        }
        if let Some(&hidden) = shown.folded.get(&placed.id) {
            small::mark_folded(index, &mut card, hidden);
        }
        if input.detail == Detail::Coarse {
            (card.near, card.mid) = (Vec::new(), Vec::new());
        }
        card.parent = placed.superior.or_else(|| shown.second.get(&placed.id).copied());
        card
    };
    placed.iter().map(draw).collect()
}

fn full(input: &MapInput, index: &Index, glass: &Glass, row: &Stakeholder, rect: Rect) -> SceneCard {
    let (said, look) = (Said::new(index, row), glass.look(index, row));
    let mut keys = legend::card_keys(row);
    keys.extend(look.keys.iter().cloned());
    keys.extend(index.waiting(row).map(|_| legend::WAITING.to_owned()));
    for (body, chair) in index.bodies(row.seat) {
        keys.push(legend::body_key(body.id));
        keys.extend(chair.then(|| format!("chair:{}", body.id)));
    }
    // Most of the work of a drawing; a large map in a window asks for it card by card.
    let whole = input.detail == Detail::Whole;
    let parts = whole.then(|| {
        let near = Card { index, row, said: &said, look: &look, rect }.near();
        (near, chip::mid(index, row, &look, rect))
    });
    let (near, mid) = parts.unwrap_or_default();
    SceneCard {
        dimmed: false,
        seat: row.seat,
        rect,
        near,
        mid,
        far: chip::far(&look, rect),
        keys,
        parent: None,
        label: describe::words(index, row, &said, &look),
        folded: 0,
        text: if whole { describe::text(index, row, said, &look, input.lens) } else { CardText::default() },
    }
}

fn second(index: &Index, glass: &Glass, seat: SeatId, rect: Rect) -> SceneCard {
    let (title, by) = (index.title(seat), small::held_by(index, seat));
    let name = index.person_name(index.holder.get(&seat).copied()).unwrap_or_default();
    let mut card = SceneCard {
        dimmed: false,
        seat,
        rect,
        near: small::second_seat(&title, Some(&by), rect, [13.0, 12.0]),
        mid: chip::mid_second(&title, rect),
        far: chip::far_second(rect),
        keys: vec!["seat:second".into()],
        parent: None,
        label: index.words.text("map-say-second", &[("post", title.clone()), ("name", name.to_owned())]),
        folded: 0,
        text: CardText { name: title, post: by, ..CardText::default() },
    };
    if let Some((word, key)) = glass.seat(seat) {
        card.near.extend(lens::badge(rect.x + 1.0, rect.y + 1.0, 11.0, word));
        card.keys.push(key.to_owned());
    }
    card
}

/// Frames from the outside in, each with the seats in it and in the units inside it.
fn units(input: &MapInput, index: &Index, layout: &Layout, shown: &Shown) -> Vec<SceneUnit> {
    let plain = input.mode == DisplayMode::Presenting;
    let frame = |unit: &layout::PlacedUnit| {
        let r = unit.rect;
        let edge = mark::stroke(if unit.depth < 2 { "line-2" } else { "line-1" }, 1.0);
        let count = if plain { 0 } else { shown.counts.get(&unit.id).copied().unwrap_or(0) };
        SceneUnit {
            unit: unit.id,
            rect: r,
            depth: unit.depth,
            title: index.unit_name(unit.id),
            count,
            // How many seats a unit has is for the desk alone (interface §8).
            count_label: match count {
                _ if plain => String::new(),
                1 => index.word("map-seats-one"),
                n => index.number("map-seats", "n", n.into()),
            },
            prims: vec![Prim::Rect {
                x: r.x + 0.5,
                y: r.y + 0.5,
                w: r.w - 1.0,
                h: r.h - 1.0,
                r: 7.5,
                fill: None,
                stroke: Some(edge),
            }],
        }
    };
    layout.units.iter().map(frame).collect()
}
