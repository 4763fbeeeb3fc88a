//! The legend, which is also the filter. Owns: its entries, their counts and the keys cards are found by.

use super::describe::attitude_key;
use super::index::Index;
use super::line::{head, path, zigzag};
use super::mark::{self, Pen, dashed, rounded, stroke};
use super::{LegendEntry, Lens, LineKind, Prim, SceneCard, SceneLine, Stroke};
use crate::Code;
use crate::engine::chain::{Holding, Stakeholder};

/// Legend key of an attitude: `att:+2` … `att:-2`, `att:unknown`.
fn attitude(level: Option<i8>) -> String {
    level.map_or_else(
        || "att:unknown".into(),
        |level| if level > 0 { format!("att:+{level}") } else { format!("att:{level}") },
    )
}

/// What a card can be found by. Lines add `line:<kind>` later.
pub(super) fn card_keys(row: &Stakeholder) -> Vec<String> {
    let mut keys = Vec::new();
    if row.in_chain {
        keys.push("chain:in".into());
        keys.push(attitude(row.attitude));
        keys.extend(row.roles.iter().map(|role| format!("role:{}", role.code())));
        keys.extend(row.functions.iter().map(|one| format!("function:{}", one.code())));
        if row.owners.is_empty() && !row.no_contact {
            keys.push("owner:none".into());
        }
        keys.extend(row.owners.iter().map(|staff| format!("owner:{staff}")));
    } else {
        keys.push("chain:out".into());
    }
    if row.holding != Holding::Held {
        keys.push(format!("holding:{}", row.holding.code()));
    }
    if row.no_contact {
        keys.push("no-contact".into());
    }
    if super::card::overdue(row) {
        keys.push("overdue".into());
    }
    keys
}

/// Entries of the lens: six attitudes, or the kinds of lines there are.
pub(super) fn legend(index: &Index, lens: Lens, cards: &[SceneCard], lines: &[SceneLine]) -> Vec<LegendEntry> {
    match lens {
        Lens::Attitude => [Some(2), Some(1), Some(0), Some(-1), Some(-2), None]
            .map(|level| {
                let key = attitude(level);
                let count = cards.iter().filter(|card| card.keys.contains(&key)).count() as u32;
                let prims = vec![mark::attitude(Pen::new(1.0, 1.0, 1.0), level)];
                LegendEntry { label: index.word(attitude_key(level)), key, count, prims }
            })
            .to_vec(),
        Lens::Coverage | Lens::Ownership | Lens::Freshness | Lens::Change => Vec::new(),
        Lens::Structure => LineKind::ALL
            .iter()
            .filter_map(|&kind| {
                let count = lines.iter().filter(|line| line.kind == kind).count() as u32;
                let label = index.word(&format!("map-line-{}", kind.code()));
                (count > 0).then(|| LegendEntry { key: line_key(kind), label, count, prims: sample(kind) })
            })
            .collect(),
    }
}

pub(super) fn line_key(kind: LineKind) -> String {
    format!("line:{}", kind.code())
}

/// A short piece of the line.
fn sample(kind: LineKind) -> Vec<Prim> {
    let flat = |edge: Stroke| vec![path("M0 8H16".into(), edge)];
    match kind {
        LineKind::ReportsTo => flat(stroke("ink-4", 1.5)),
        LineKind::DottedReportsTo => flat(Stroke { dash: vec![0.1, 5.0], ..rounded("ink-3", 1.75) }),
        LineKind::SamePerson => flat(dashed("line-3", 1.0, &[6.0, 4.0])),
        LineKind::ConflictsWith => vec![path(zigzag(&[(-6.0, 8.0), (22.0, 8.0)]), rounded("ink-1", 1.25))],
        LineKind::Influences => vec![path("M0 8H10".into(), stroke("ink-1", 1.75)), head((0.0, 8.0), (15.0, 8.0))],
    }
}
