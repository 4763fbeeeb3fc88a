//! From rows of the day to the scene. Owns: which seats, frames and lines are shown and in which order. Deliberately
//! absent: layout (crate::layout), the look of each part, redaction (rows and snapshot arrive as they may be seen).

use super::card::{CARD_H, CARD_W, Card, second_seat};
use super::index::{Index, current};
use super::line::{Lines, Link};
use super::measure::text_width;
use super::route::Obstacles;
use super::*;
use crate::engine::chain::{Holding, Stakeholder};
use crate::layout::{self, FRAME_PAD, GAP_X, Layout, PlacedSeat, SeatBox, UnitBox};
use crate::{AccountId, Day, DecisionId, Edge, EdgeKind, PersonStatus, Seat, SeatStatus, Snapshot};
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
    pub wording: &'a dyn Wording,
}

/// The other day of a comparison, with the stakeholders of that day.
#[derive(Clone, Copy)]
pub struct Compare<'a> {
    pub as_of: Day,
    pub rows: &'a [Stakeholder],
}

/// Draws the account's map as of the day. Seats without a row are drawn plain; a second post of a person already shown
/// becomes a small seat tied to the card by a dashed line. An account without seats gives its frames alone.
pub fn draw_map(input: &MapInput) -> Scene {
    let index = Index::new(input.snapshot, input.as_of, input.wording);
    let shown = Shown::new(input, &index);
    let edges: Vec<&Edge> = shown.edges(input);
    let layout = shown.place(input, &index, &edges);
    let rects = rects(&layout, &shown);
    let lines = lines(&index, &shown, &layout, &rects, &edges);
    let cards = cards(input, &index, &shown, &layout, &rects, &lines);
    let units = units(input, &index, &layout, &shown);
    let legend = legend::legend(&index, input.lens, &cards, &lines);
    Scene { width: layout.width, height: layout.height, units, lines, cards, legend }
}

/// Which seats are shown, and how.
struct Shown<'a> {
    seats: Vec<&'a Seat>,
    rows: HashMap<SeatId, &'a Stakeholder>,
    /// Rows of seats the caller gave none for.
    bare: HashMap<SeatId, Stakeholder>,
    /// Small seats and the seat of the person's card.
    second: HashMap<SeatId, SeatId>,
}

impl<'a> Shown<'a> {
    fn new(input: &MapInput<'a>, index: &Index) -> Self {
        let seats: Vec<&Seat> = input.snapshot.seats.iter().filter(|seat| seat.account == input.account).collect();
        let rows: HashMap<SeatId, &Stakeholder> = input.rows.iter().map(|row| (row.seat, row)).collect();
        let mut home: HashMap<_, SeatId> =
            input.rows.iter().filter_map(|row| row.person.map(|person| (person, row.seat))).collect();
        let (mut bare, mut second) = (HashMap::new(), HashMap::new());
        for seat in seats.iter().filter(|seat| !rows.contains_key(&seat.id)) {
            let person = index.holder.get(&seat.id).copied();
            match person.and_then(|person| home.get(&person).copied()) {
                Some(card) => {
                    second.insert(seat.id, card);
                }
                None => {
                    home.extend(person.map(|person| (person, seat.id)));
                    bare.insert(seat.id, bare_row(seat, person, index));
                }
            }
        }
        Self { seats, rows, bare, second }
    }

    fn row(&self, seat: SeatId) -> Option<&Stakeholder> {
        self.rows.get(&seat).copied().or_else(|| self.bare.get(&seat))
    }

    /// Lines of the day between shown seats, in order of identity.
    fn edges(&self, input: &MapInput<'a>) -> Vec<&'a Edge> {
        let known: HashSet<SeatId> = self.seats.iter().map(|seat| seat.id).collect();
        let shown = |edge: &&Edge| {
            edge.account == input.account
                && edge.from_seat != edge.to_seat
                && known.contains(&edge.from_seat)
                && known.contains(&edge.to_seat)
                && current(edge.from_on, edge.to_on, input.as_of)
        };
        let mut edges: Vec<&Edge> = input.snapshot.edges.iter().filter(shown).collect();
        edges.sort_by_key(|edge| edge.id);
        edges
    }

    fn place(&self, input: &MapInput, index: &Index, edges: &[&Edge]) -> Layout {
        let mut superior: HashMap<SeatId, SeatId> = HashMap::new();
        for edge in edges.iter().filter(|edge| edge.kind == EdgeKind::ReportsTo) {
            superior.entry(edge.from_seat).or_insert(edge.to_seat);
        }
        let seats: Vec<SeatBox> = self
            .seats
            .iter()
            .map(|seat| SeatBox {
                id: seat.id,
                unit: seat.unit,
                superior: superior.get(&seat.id).copied(),
                position: seat.position,
                w: if self.second.contains_key(&seat.id) { SECOND_W } else { CARD_W },
                h: CARD_H,
                nudge: (seat.nudge_x.unwrap_or(0.0).max(0.0) as f32, seat.nudge_y.unwrap_or(0.0).max(0.0) as f32),
            })
            .collect();
        let units: Vec<UnitBox> = input
            .snapshot
            .units
            .iter()
            .filter(|unit| unit.account == input.account)
            .map(|unit| UnitBox {
                id: unit.id,
                parent: unit.parent,
                position: unit.position,
                min_w: text_width(&index.unit_name(unit.id), 12.0, true).ceil() + 80.0,
            })
            .collect();
        layout::place(&seats, &units)
    }
}

/// A seat nobody gave a row for: no judgement, no chain.
fn bare_row(seat: &Seat, person: Option<crate::PersonId>, index: &Index) -> Stakeholder {
    let erased = index.person(person).is_some_and(|person| person.status == PersonStatus::Erased);
    let holding = match (person, seat.status) {
        (_, SeatStatus::Erased) => Holding::Erased,
        (Some(_), _) if erased => Holding::Erased,
        (Some(_), _) => Holding::Held,
        (None, SeatStatus::Placeholder) => Holding::Placeholder,
        (None, SeatStatus::Normal) => Holding::Vacant,
    };
    let barred = index.person(person).is_some_and(|person| person.no_contact);
    Stakeholder {
        seat: seat.id,
        person,
        holding,
        no_contact: seat.no_contact || barred,
        rank_level: seat.rank_level,
        in_chain: false,
        roles: Vec::new(),
        functions: Vec::new(),
        formal_power: 1,
        influence_level: None,
        weight: 1,
        attitude: None,
        attitude_on: None,
        attitude_evidence: None,
        ties: Vec::new(),
        level: 0,
        last_touch: None,
        days: None,
        cadence_days: 90,
        touch_fresh: 0.0,
        cover: 0.0,
        owners: Vec::new(),
        backups: Vec::new(),
        supporters: Vec::new(),
        sponsors: Vec::new(),
    }
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

/// Judgement lines last: they run above reporting lines.
fn lines(
    index: &Index,
    shown: &Shown,
    layout: &Layout,
    rects: &HashMap<SeatId, Rect>,
    edges: &[&Edge],
) -> Vec<SceneLine> {
    let titles = layout.units.iter().map(|unit| {
        let w = text_width(&index.unit_name(unit.id), 12.0, true) + 44.0;
        (None, Rect { x: unit.rect.x + 8.0, y: unit.rect.y + 8.0, w, h: 16.0 })
    });
    let boxes = layout.seats.iter().map(|placed| (Some(placed.id), rects[&placed.id]));
    let obstacles = Obstacles::new(boxes.chain(titles).collect());
    let placed: HashMap<SeatId, &PlacedSeat> = layout.seats.iter().map(|placed| (placed.id, placed)).collect();
    let mut links: Vec<Link> = Vec::new();
    for edge in edges {
        let tree = edge.kind == EdgeKind::ReportsTo && placed[&edge.from_seat].superior == Some(edge.to_seat);
        links.push(Link {
            edge: Some(edge),
            ends: [edge.from_seat, edge.to_seat].map(|seat| (seat, rects[&seat])),
            lane: placed[&edge.from_seat].lane.filter(|_| tree),
        });
    }
    for placed in &layout.seats {
        if let Some(&card) = shown.second.get(&placed.id) {
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
    let mut lines = Lines::new(index, &obstacles, gaps(layout));
    links.iter().map(|link| lines.draw(link)).collect()
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

fn cards(
    input: &MapInput,
    index: &Index,
    shown: &Shown,
    layout: &Layout,
    rects: &HashMap<SeatId, Rect>,
    lines: &[SceneLine],
) -> Vec<SceneCard> {
    let mut tied: HashMap<SeatId, HashSet<LineKind>> = HashMap::new();
    for line in lines {
        tied.entry(line.from).or_default().insert(line.kind);
        tied.entry(line.to).or_default().insert(line.kind);
    }
    let draw = |placed: &PlacedSeat| {
        let rect = rects[&placed.id];
        let mut card = match shown.row(placed.id).filter(|_| !shown.second.contains_key(&placed.id)) {
            Some(row) => full(input, index, row, rect),
            None => second(index, placed.id, rect),
        };
        card.parent = placed.superior.or_else(|| shown.second.get(&placed.id).copied());
        let mut kinds: Vec<_> = tied.get(&placed.id).into_iter().flatten().copied().collect();
        kinds.sort_unstable();
        card.keys.extend(kinds.into_iter().map(legend::line_key));
        card
    };
    layout.seats.iter().map(draw).collect()
}

fn full(input: &MapInput, index: &Index, row: &Stakeholder, rect: Rect) -> SceneCard {
    SceneCard {
        seat: row.seat,
        rect,
        near: Card { index, row, rect, lens: input.lens }.near(),
        mid: chip::mid(index, row, rect, input.lens),
        far: chip::far(row, rect),
        keys: legend::card_keys(row),
        parent: None,
        label: describe::words(index, row),
        folded: 0,
        text: CardText::default(),
    }
}

fn second(index: &Index, seat: SeatId, rect: Rect) -> SceneCard {
    let title = index.title(seat);
    let name = index.person_name(index.holder.get(&seat).copied()).unwrap_or_default();
    SceneCard {
        seat,
        rect,
        near: second_seat(index, seat, rect),
        mid: chip::mid_second(&title, rect),
        far: chip::far_second(rect),
        keys: vec!["seat:second".into()],
        parent: None,
        label: index.words.text("map-say-second", &[("post", title), ("name", name.to_owned())]),
        folded: 0,
        text: CardText::default(),
    }
}

/// Frames from the outside in, each with the seats in it and in the units inside it.
fn units(input: &MapInput, index: &Index, layout: &Layout, shown: &Shown) -> Vec<SceneUnit> {
    let cut: HashSet<UnitId> = layout.broken_units.iter().copied().collect();
    let parents: HashMap<UnitId, Option<UnitId>> =
        input.snapshot.units.iter().map(|unit| (unit.id, unit.parent.filter(|_| !cut.contains(&unit.id)))).collect();
    let mut counts: HashMap<UnitId, u32> = HashMap::new();
    for seat in &shown.seats {
        for unit in std::iter::successors(Some(seat.unit), |unit| parents.get(unit).copied().flatten()) {
            *counts.entry(unit).or_default() += 1;
        }
    }
    let count = |unit: UnitId| counts.get(&unit).copied().unwrap_or(0);
    let frame = |unit: &layout::PlacedUnit| {
        let r = unit.rect;
        let edge = mark::stroke(if unit.depth < 2 { "line-2" } else { "line-1" }, 1.0);
        SceneUnit {
            unit: unit.id,
            rect: r,
            depth: unit.depth,
            title: index.unit_name(unit.id),
            count: count(unit.id),
            count_label: match count(unit.id) {
                1 => index.word("map-seats-one"),
                n => index.with("map-seats", "n", n),
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
