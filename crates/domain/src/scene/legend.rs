//! The legend, which is also the filter. Owns: its entries, their counts and the keys cards are found by.

use super::describe::attitude_key;
use super::draw::MapInput;
use super::index::Index;
use super::lens::Glass;
use super::line::{head, path, zigzag};
use super::mark::{self, Pen, dashed, rounded, stroke};
use super::{DisplayMode, LegendEntry, Lens, LineKind, Prim, SceneCard, SceneLine, Stroke};
use crate::engine::chain::{Holding, Stakeholder};
use crate::{Code, DecisionBody, DecisionBodyId};
use std::collections::HashMap;

/// Legend key of an attitude: `att:+2` … `att:-2`, `att:unknown`.
fn attitude(level: Option<i8>) -> String {
    level.map_or_else(
        || "att:unknown".into(),
        |level| if level > 0 { format!("att:+{level}") } else { format!("att:{level}") },
    )
}

/// What a card can be found by. Lines add `line:<kind>` later.
pub(super) fn card_keys(row: &Stakeholder) -> Vec<String> {
    let mut keys = Vec::with_capacity(8);
    if row.in_chain {
        keys.push("chain:in".into());
        keys.push(attitude(row.attitude));
        keys.extend(row.roles.iter().map(|role| format!("role:{}", role.code())));
        keys.extend(row.functions.iter().map(|one| format!("function:{}", one.code())));
        if row.owners.is_empty() && !row.no_contact {
            keys.push("owner:none".into());
        }
    } else {
        keys.push("chain:out".into());
    }
    keys.extend(row.owners.iter().map(|staff| format!("owner:{staff}")));
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

/// Cards and changed lines by key.
pub(super) struct Counts(HashMap<String, u32>);

impl Counts {
    /// Counts once over all cards, before lines lend their keys to the cards at their ends.
    pub fn new(cards: &[SceneCard], changed: &[&'static str]) -> Self {
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for key in cards.iter().flat_map(|card| card.keys.iter().map(String::as_str)).chain(changed.iter().copied()) {
            *counts.entry(key).or_default() += 1;
        }
        Self(counts.into_iter().map(|(key, n)| (key.to_owned(), n)).collect())
    }

    fn of(&self, key: &str) -> u32 {
        self.0.get(key).copied().unwrap_or(0)
    }
}

/// Entries of the lens: its own, six attitudes, or the kinds of lines there are; then committees and a blackout.
pub(super) fn legend(
    input: &MapInput,
    index: &Index,
    glass: &Glass,
    counts: &Counts,
    lines: &[SceneLine],
) -> Vec<LegendEntry> {
    if input.mode == DisplayMode::Presenting {
        return kinds(index, lines);
    }
    if let Some(mut entries) = glass.legend(index, &|key| counts.of(key)) {
        entries.extend(waiting(index, counts));
        return entries;
    }
    let mut entries = match input.lens {
        Lens::Attitude => attitudes(index, counts),
        _ => kinds(index, lines),
    };
    entries.extend(bodies(input, index, counts));
    entries.extend(waiting(index, counts));
    if index.is_blackout(input.as_of) {
        let prims = vec![mark::hand(0.0, 0.0)];
        let count = counts.of(BLACKOUT);
        entries.push(LegendEntry { key: BLACKOUT.into(), label: index.word("map-blackout"), count, prims });
    }
    entries
}

/// The letter, while something waits about anybody on the map.
fn waiting(index: &Index, counts: &Counts) -> Option<LegendEntry> {
    let count = Some(counts.of(WAITING)).filter(|count| *count > 0)?;
    let prims = vec![mark::letter(Pen::new(1.0, 1.0, 1.0))];
    Some(LegendEntry { key: WAITING.into(), label: index.word("map-waiting"), count, prims })
}

/// Key of people about whom something waits.
pub(super) const WAITING: &str = "waiting";

/// Key of chain seats while contact is barred.
pub(super) const BLACKOUT: &str = "blackout";

pub(super) fn body_key(body: DecisionBodyId) -> String {
    format!("body:{body}")
}

fn bodies(input: &MapInput, index: &Index, counts: &Counts) -> Vec<LegendEntry> {
    let own = |one: &&DecisionBody| index.decision.is_some_and(|decision| decision.id == one.decision);
    let entry = |body: &DecisionBody| {
        let key = body_key(body.id);
        let pen = Pen::new(0.0, 0.0, 1.0);
        let seat = |x, y| pen.rect(x, y, 3.0, 3.0, 1.0, Some("ink-2"), None);
        let table = pen.rect(4.5, 5.5, 7.0, 5.0, 1.0, None, Some(stroke("ink-2", 1.0)));
        let prims = vec![table, seat(4.0, 1.0), seat(9.0, 1.0), seat(4.0, 12.0), seat(9.0, 12.0)];
        LegendEntry { label: index.body_name(body), count: counts.of(&key), key, prims }
    };
    input.snapshot.decision_bodies.iter().filter(own).map(entry).collect()
}

fn attitudes(index: &Index, counts: &Counts) -> Vec<LegendEntry> {
    let entry = |level| {
        let key = attitude(level);
        let prims = vec![mark::attitude(Pen::new(1.0, 1.0, 1.0), level)];
        LegendEntry { label: index.word(attitude_key(level)), count: counts.of(&key), key, prims }
    };
    [Some(2), Some(1), Some(0), Some(-1), Some(-2), None].map(entry).to_vec()
}

fn kinds(index: &Index, lines: &[SceneLine]) -> Vec<LegendEntry> {
    let mut counts = [0u32; LineKind::ALL.len()];
    lines.iter().for_each(|line| counts[line.kind as usize] += 1);
    let entry = |&kind: &LineKind| {
        let count = counts[kind as usize];
        let label = || index.words.text(&format!("map-line-{}", kind.code()), &[]);
        (count > 0).then(|| LegendEntry { key: line_key(kind).into(), label: label(), count, prims: sample(kind) })
    };
    LineKind::ALL.iter().filter_map(entry).collect()
}

pub(super) fn line_key(kind: LineKind) -> &'static str {
    match kind {
        LineKind::ReportsTo => "line:reports_to",
        LineKind::DottedReportsTo => "line:dotted_reports_to",
        LineKind::Influences => "line:influences",
        LineKind::ConflictsWith => "line:conflicts_with",
        LineKind::SamePerson => "line:same_person",
    }
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
