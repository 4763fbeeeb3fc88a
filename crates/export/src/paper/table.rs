//! Tables and label–value pairs. Owns: columns and rows. Deliberately absent: lines and paddings (one look for all).

use super::Text;
use serde::Serialize;

/// Width of a column.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Width {
    /// Millimetres on A4; narrower papers scale them down together.
    Mm(f32),
    /// A share of what is left.
    Share(f32),
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    pub head: Text,
    pub width: Width,
    /// Numbers stand at the right.
    pub right: bool,
}

impl Column {
    pub fn mm(head: impl Into<Text>, width: f32) -> Self {
        Self { head: head.into(), width: Width::Mm(width), right: false }
    }
    pub fn share(head: impl Into<Text>, share: f32) -> Self {
        Self { head: head.into(), width: Width::Share(share), right: false }
    }
    /// Aligned right.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.right = true;
        self
    }
}

/// How close the rows stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Density {
    /// Lists that are read standing: guest lists, timetables.
    Loose,
    #[default]
    Normal,
    /// Many columns: chain, talking points, checklist.
    Tight,
}

/// A table with a header row, repeated on every page. Rows are never split; up to 12 rows stay on one page.
/// Every row has as many cells as there are columns.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Text>>,
    pub density: Density,
    /// The last row is a total: set apart by weight.
    pub total: bool,
}

impl Table {
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, ..Self::default() }
    }
    #[must_use]
    pub fn density(mut self, density: Density) -> Self {
        self.density = density;
        self
    }
    #[must_use]
    pub fn rows(mut self, rows: Vec<Vec<Text>>) -> Self {
        self.rows = rows;
        self
    }
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pair {
    pub label: Text,
    pub value: Text,
}

impl Pair {
    pub fn new(label: impl Into<Text>, value: impl Into<Text>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}
