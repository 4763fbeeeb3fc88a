//! What a lens makes of a card: ground, tags, foot bar, badge, cell, keys and a sentence. One file per lens with own looks.
//! Deliberately absent: geometry (card, chip) and where cards stand: position never moves between lenses.

mod change;
mod coverage;
mod freshness;
mod ownership;

use super::draw::MapInput;
use super::index::Index;
use super::mark::Pen;
use super::{Anchor, DisplayMode, LegendEntry, Lens, Prim, Token};
use crate::engine::chain::{Holding, Stakeholder};
use crate::{EdgeId, SeatId};
use change::Changes;
use coverage::Coverage;
use ownership::Ownership;
use std::collections::HashMap;

/// A chain seat of this weight needs an owner before all others.
pub(super) const KEY_WEIGHT: u8 = 3;

/// Whether nobody with a name is shown in this seat.
pub(super) fn unnamed(row: &Stakeholder) -> bool {
    row.holding != Holding::Held
}

/// How a tag is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum TagLook {
    /// Formal role.
    Outlined,
    /// Informal function, or what changed.
    Filled,
    /// Strong text alone, in this ink.
    Bare(Token),
    /// Filled with a colour of its own.
    Solid(Token),
    /// Outlined in a colour.
    Edged(Token),
    /// Dashed and written in a colour: something is missing.
    Missing(Token),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tag {
    pub text: String,
    pub look: TagLook,
}

/// What stands at the left of the name chip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum ChipMark {
    Attitude,
    Freshness,
    None,
}

/// A piece of the seat cell, in units of 15 × 7.
pub(super) type Part = ([f32; 4], Option<Token>, Option<Token>);

pub(super) struct Look {
    pub fill: Token,
    pub edge: Token,
    /// Dashed frame: unknown.
    pub open: bool,
    /// In place of roles and functions.
    pub tags: Option<Vec<Tag>>,
    /// Share of the foot bar, 0–1, and its colour.
    pub bar: Option<(f32, Token)>,
    pub badge: Option<String>,
    pub chip_mark: ChipMark,
    /// At the right of the chip: an owner's short name, a number.
    pub chip_note: Option<Tag>,
    pub cell: Vec<Part>,
    /// Legend keys beside those every lens gives.
    pub keys: Vec<String>,
    /// What the lens says, in words; empty: nothing.
    pub says: String,
}

impl Look {
    /// The plain card, without judgement in its ground.
    fn plain(row: &Stakeholder) -> Self {
        let open = unnamed(row);
        Self {
            fill: if open { "paper-canvas" } else { "paper-surface" },
            edge: if open { "line-3" } else { "line-2" },
            open,
            tags: None,
            bar: None,
            badge: None,
            chip_mark: ChipMark::Attitude,
            chip_note: None,
            cell: attitude_cell(row),
            keys: Vec::new(),
            says: String::new(),
        }
    }

    /// On a wash, paper tones would look stained: veils of ink take their place.
    pub fn washed(&self) -> bool {
        !matches!(self.fill, "paper-surface" | "paper-canvas")
    }
}

/// Cells covered whole.
fn solid(token: Token) -> Vec<Part> {
    vec![([0.0, 0.0, 15.0, 7.0], Some(token), None)]
}

/// Cells outlined.
fn hollow(fill: Token, token: Token) -> Vec<Part> {
    vec![([0.5, 0.5, 14.0, 6.0], Some(fill), Some(token))]
}

/// Shape before colour, pale for light weights, an edge where the name is missing.
fn attitude_cell(row: &Stakeholder) -> Vec<Part> {
    let blocks = |token| [0.0, 9.0].map(|x| ([x, 0.0, 6.0, 7.0], Some(token), None)).to_vec();
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
        (Some(0), _) => vec![([0.0, 2.0, 15.0, 3.0], Some(if key { "att-0" } else { "att-0-line" }), None)],
        (Some(-1), true) => [0.5, 9.5].map(|x| ([x, 0.5, 5.0, 6.0], Some("att-n1-wash"), Some("att-n1"))).to_vec(),
        (Some(..=-2), true) => blocks("att-n2"),
        (Some(..=-1), false) => blocks("att-n1-line"),
    }
}

/// A lens made ready for one drawing.
pub(super) enum Glass {
    Structure,
    Attitude,
    Coverage(Coverage),
    Ownership(Ownership),
    Freshness,
    /// Without a day to compare with there is nothing to show.
    Change(Option<Changes>),
}

impl Glass {
    pub fn new(input: &MapInput, index: &Index) -> Self {
        match input.lens {
            _ if input.mode == DisplayMode::Presenting => Self::Structure,
            Lens::Structure => Self::Structure,
            Lens::Attitude => Self::Attitude,
            Lens::Coverage => Self::Coverage(Coverage::new(input, index)),
            Lens::Ownership => Self::Ownership(Ownership::new(input)),
            Lens::Freshness => Self::Freshness,
            Lens::Change => Self::Change(input.compare.map(|compare| Changes::new(input, &compare, index))),
        }
    }

    pub fn look(&self, index: &Index, row: &Stakeholder) -> Look {
        match self {
            Self::Structure => Look::plain(row),
            Self::Attitude => attitude(index, row),
            Self::Coverage(coverage) => coverage.look(index, row),
            Self::Ownership(ownership) => ownership.look(index, row),
            Self::Freshness => freshness::look(index, row),
            Self::Change(changes) => change::look(changes.as_ref(), index, row),
        }
    }

    /// Entries of lenses with own legends; `None`: the legend of marks or lines.
    pub fn legend(&self, index: &Index, count: &dyn Fn(&str) -> u32) -> Option<Vec<LegendEntry>> {
        match self {
            Self::Structure | Self::Attitude => None,
            Self::Coverage(coverage) => Some(coverage.legend(index, count)),
            Self::Ownership(ownership) => Some(ownership.legend(index, count)),
            Self::Freshness => Some(freshness::legend(index, count)),
            Self::Change(changes) => Some(change::legend(changes.as_ref(), index, count)),
        }
    }

    /// Badge and legend key of a line that changed.
    pub fn line(&self, edge: EdgeId) -> Option<(&str, &'static str)> {
        match self {
            Self::Change(Some(changes)) => changes.line(edge),
            _ => None,
        }
    }

    /// Badge and legend key of a small seat that changed.
    pub fn seat(&self, seat: SeatId) -> Option<(&str, &'static str)> {
        match self {
            Self::Change(Some(changes)) => changes.seat(seat),
            _ => None,
        }
    }
}

fn attitude(index: &Index, row: &Stakeholder) -> Look {
    let mut look = Look::plain(row);
    if !row.in_chain {
        return look;
    }
    look.says = index.word(super::describe::attitude_key(row.attitude));
    if let (Some(level), false) = (row.attitude, look.open) {
        (look.fill, look.edge) = match level {
            2.. => ("att-p2-wash", "att-p2-line"),
            1 => ("att-p1-wash", "att-p1-line"),
            0 => ("att-0-wash", "att-0-line"),
            -1 => ("att-n1-wash", "att-n1-line"),
            ..=-2 => ("att-n2-wash", "att-n2-line"),
        };
    }
    look
}

/// A round badge around a point: something changed here.
pub(super) fn badge(x: f32, y: f32, radius: f32, text: &str) -> [Prim; 2] {
    let size = radius * 12.0 / 11.0;
    let pen = Pen::new(x, y, 1.0);
    let disc = pen.rect(-radius, -radius, 2.0 * radius, 2.0 * radius, radius, Some("ink-fill"), None);
    let word = Prim::Text {
        x,
        y: y + size * 0.37,
        size,
        strong: false,
        fill: "ink-on",
        anchor: Anchor::Middle,
        text: text.to_owned(),
    };
    [disc, word]
}

/// Counts by key, for entries that name cards.
fn entry(key: &str, label: String, count: &dyn Fn(&str) -> u32, prims: Vec<Prim>) -> LegendEntry {
    LegendEntry { key: key.to_owned(), label, count: count(key), prims }
}

/// A square sample of a colour.
fn swatch(fill: Option<Token>, edge: Option<super::Stroke>) -> Vec<Prim> {
    vec![Pen::new(1.0, 1.0, 1.0).rect(0.5, 0.5, 13.0, 13.0, 3.0, fill, edge)]
}

/// What a lens looks up by the seat of a card.
type BySeat<T> = HashMap<SeatId, T>;
