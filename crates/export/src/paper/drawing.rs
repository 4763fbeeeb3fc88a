//! Drawings on paper: seats, tables, doors, cars as shapes in millimetres, with real text.
//!
//! Owns: the primitives both writers draw. Deliberately absent: who sits where (the seating engine decides).

use super::Text;
use serde::Serialize;

/// A place or a size in millimetres from the upper left corner of the drawing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Spot {
    pub x: f32,
    pub y: f32,
}

/// Colour by meaning; the same as on every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ink {
    Ink,
    Quiet,
    Hair,
    Open,
    /// Light fill: the guests' seats.
    Wash,
    White,
}

/// A line of some width in points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Pen {
    pub ink: Ink,
    pub width: f32,
    pub dashed: bool,
}

/// One shape, painted in order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Shape {
    Box {
        at: Spot,
        w: f32,
        h: f32,
        /// Corner radius in millimetres.
        round: f32,
        fill: Option<Ink>,
        pen: Option<Pen>,
    },
    Circle {
        centre: Spot,
        r: f32,
        fill: Option<Ink>,
        pen: Option<Pen>,
    },
    /// Straight pieces through the points.
    Path {
        points: Vec<Spot>,
        closed: bool,
        fill: Option<Ink>,
        pen: Option<Pen>,
    },
    /// Text centred in a box. Never larger than `size` points; set smaller when it would not fit.
    Label {
        at: Spot,
        w: f32,
        h: f32,
        size: f32,
        text: Text,
    },
}

/// A drawing of a size in millimetres; writers scale it down to the text width, never up.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Drawing {
    pub w: f32,
    pub h: f32,
    pub shapes: Vec<Shape>,
    /// What it shows, for those who cannot see it.
    pub alt: String,
}
