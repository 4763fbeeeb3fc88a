//! The map as drawn: one list of primitives that screen, SVG and PDF paint alike. World units are CSS pixels at 100 %.
//!
//! Owns: the primitives and `draw_map`, which turns rows of the day into them. Deliberately absent: painting, files,
//! words (they come through `Wording`) and the rules behind the marks (they come as `Stakeholder`).
//! All coordinates are world coordinates, those inside a card too.

mod bare;
mod card;
mod chip;
mod curve;
mod describe;
mod draw;
mod index;
mod legend;
mod lens;
mod line;
mod mark;
pub mod measure;
mod plain;
mod route;
mod shown;
mod small;
mod spotlight;
#[cfg(test)]
mod tests;

pub use draw::{Compare, Detail, MapInput, draw_cards, draw_lines, draw_map};
pub use spotlight::DIMMED;

use crate::{EdgeId, SeatId, UnitId};
use serde::Serialize;

/// What a colour means; the painter looks the value up in the theme (`--ink-1` …).
pub type Token = &'static str;

/// Axis-aligned box in world units.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

/// A line to draw.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Stroke {
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub token: Token,
    pub width: f32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dash: Vec<f32>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    /// Round caps and joins (dots are dashes of almost no length).
    pub round: bool,
}

codes! {
    /// Where text hangs on its x.
    Anchor { Start = "start", Middle = "middle", End = "end" }
}

/// One primitive. Text is already cut to its box; `y` is the baseline.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Prim {
    Rect {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        r: f32,
        #[cfg_attr(feature = "bindings", ts(type = "string | null"))]
        fill: Option<Token>,
        stroke: Option<Stroke>,
    },
    /// `d` is an SVG path.
    Path {
        d: String,
        #[cfg_attr(feature = "bindings", ts(type = "string | null"))]
        fill: Option<Token>,
        stroke: Option<Stroke>,
    },
    Text {
        x: f32,
        y: f32,
        size: f32,
        strong: bool,
        #[cfg_attr(feature = "bindings", ts(type = "string"))]
        fill: Token,
        anchor: Anchor,
        text: String,
    },
}

/// A person or seat on the map, at three levels of detail over one box.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SceneCard {
    pub seat: SeatId,
    pub rect: Rect,
    /// Zoom from 67 %.
    pub near: Vec<Prim>,
    /// 22–67 %.
    pub mid: Vec<Prim>,
    /// Below 22 %.
    pub far: Vec<Prim>,
    /// Legend entries this card belongs to, for spotlighting.
    pub keys: Vec<String>,
    /// Superior on the drawn tree, for moving by arrow keys.
    pub parent: Option<SeatId>,
    /// The card in words, uncut: for screen readers and the outline, whose rows carry them to a window.
    #[serde(skip)]
    pub label: String,
    /// Seats hidden below this one because its branch is folded; 0: nothing is hidden.
    pub folded: u32,
    /// Left out by the legend filter of a file: written pale. A window keeps its own filter and is never told.
    #[serde(skip)]
    pub dimmed: bool,
    /// What is written on the card, uncut; for writers of files, never sent to a window.
    #[serde(skip)]
    pub text: CardText,
}

/// The words of a card, uncut, for surfaces that set text themselves (slides). Empty lines are left out by the writer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CardText {
    /// Sign of the lens before the name, a word of one character (`▲`); empty without a judgement.
    pub sign: String,
    pub name: String,
    pub post: String,
    /// Roles and functions.
    pub tags: Vec<String>,
    /// What the lens says of the card, in words; empty in the room-safe face.
    pub note: String,
}

/// A unit frame. `prims` is the frame alone; title and count are drawn at constant size on screen, from
/// `(x + 12, y + 8)`, on a pad of the canvas colour.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SceneUnit {
    pub unit: UnitId,
    pub rect: Rect,
    pub depth: u32,
    pub title: String,
    pub count: u32,
    /// The count in words: `3席`.
    pub count_label: String,
    pub prims: Vec<Prim>,
}

codes! {
    /// What a line says: the kinds of `EdgeKind`, and one person in two seats.
    LineKind { ReportsTo = "reports_to", DottedReportsTo = "dotted_reports_to", Influences = "influences", ConflictsWith = "conflicts_with", SamePerson = "same_person" }
}

/// A line of any kind, routed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SceneLine {
    pub edge: Option<EdgeId>,
    pub kind: LineKind,
    pub from: SeatId,
    pub to: SeatId,
    /// 1–3 for influence and conflict, else 0.
    pub strength: u8,
    /// The way the line takes, from `from` to `to`, corners only; never sent to a window, which has `prims`.
    #[serde(skip)]
    pub points: Vec<(f32, f32)>,
    /// Empty as long as nobody has asked for the way of a line of a large map, as `prims` are.
    pub bounds: Rect,
    pub prims: Vec<Prim>,
    /// As `SceneCard::dimmed`.
    #[serde(skip)]
    pub dimmed: bool,
    /// Drawn on hover and selection of either end only (reporting lines inside a grid).
    pub quiet: bool,
    /// The line in words.
    pub label: String,
}

/// One legend entry, drawn at the origin in a 16×16 box; `key` matches `SceneCard::keys`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LegendEntry {
    pub key: String,
    pub label: String,
    pub count: u32,
    pub prims: Vec<Prim>,
}

/// The whole map. Painting order: `units`, `lines`, `cards`, then unit titles.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Scene {
    pub width: f32,
    pub height: f32,
    pub units: Vec<SceneUnit>,
    pub lines: Vec<SceneLine>,
    pub cards: Vec<SceneCard>,
    pub legend: Vec<LegendEntry>,
}

codes! {
    /// What the map shows; position never moves between lenses.
    Lens { Structure = "structure", Attitude = "attitude", Coverage = "coverage", Ownership = "ownership", Freshness = "freshness", Change = "change" }
}

codes! {
    /// For whom a view or file is made (F.4). In `presenting` nothing but names, formal posts, units and reporting lines exists.
    DisplayMode { Internal = "internal", Presenting = "presenting" }
}

/// The words a drawing or document needs, from the one catalogue. `args` are Fluent arguments.
pub trait Wording {
    /// The language spoken.
    fn lang(&self) -> crate::Lang;
    /// The text for a catalogue key; the key itself when it is missing.
    fn text(&self, key: &str, args: &[(&str, String)]) -> String;
}
