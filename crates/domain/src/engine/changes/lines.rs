//! Lines that began or ended. Deliberately absent: reporting lines that a move, a new seat or an ended one explains.

use super::{Between, Change, ChangeKind, Value};
use crate::engine::{Param, Reason};
use crate::{Edge, EdgeKind, SeatId};
use std::collections::HashSet;

pub(super) fn changed(between: &Between, known: &[Change]) -> Vec<Change> {
    use ChangeKind::{LineAdded, LineRemoved, Moved, SeatAdded, SeatRemoved};
    let told = |kinds: &[ChangeKind]| -> HashSet<SeatId> {
        known.iter().filter(|one| kinds.contains(&one.kind)).filter_map(|one| one.seat).collect()
    };
    // A move tells of the line upward alone; those who report to the seat did not move with it.
    let (moved, made) = (told(&[Moved]), told(&[SeatAdded, SeatRemoved]));
    let explained = |one: &Edge| {
        let ends = made.contains(&one.from_seat) || made.contains(&one.to_seat);
        one.kind == EdgeKind::ReportsTo && (ends || moved.contains(&one.from_seat))
    };
    let (old, new) = (&between.old.edges, &between.new.edges);
    let added: Vec<&Edge> = new.values().copied().filter(|one| !old.contains_key(&one.id) && !explained(one)).collect();
    let removed: Vec<&Edge> =
        old.values().copied().filter(|one| !new.contains_key(&one.id) && !explained(one)).collect();
    // A line written anew with the same ends and strength is no change to anybody who looks at the map.
    let look = |one: &Edge| (one.kind, one.from_seat, one.to_seat, one.strength);
    let looks = |edges: &[&Edge]| -> HashSet<_> { edges.iter().map(|one| look(one)).collect() };
    let (was, is) = (looks(&removed), looks(&added));
    let added = added.iter().filter(|one| !was.contains(&look(one))).map(|edge| line(LineAdded, edge));
    let removed = removed.iter().filter(|one| !is.contains(&look(one))).map(|edge| line(LineRemoved, edge));
    added.chain(removed).collect()
}

fn line(kind: ChangeKind, edge: &Edge) -> Change {
    let added = kind == ChangeKind::LineAdded;
    let code = match (edge.kind, added) {
        (EdgeKind::ReportsTo, true) => "change-reports-added",
        (EdgeKind::ReportsTo, false) => "change-reports-removed",
        (EdgeKind::DottedReportsTo, true) => "change-dotted-added",
        (EdgeKind::DottedReportsTo, false) => "change-dotted-removed",
        (EdgeKind::Influences, true) => "change-influence-added",
        (EdgeKind::Influences, false) => "change-influence-removed",
        (EdgeKind::ConflictsWith, true) => "change-conflict-added",
        (EdgeKind::ConflictsWith, false) => "change-conflict-removed",
    };
    let judged = matches!(edge.kind, EdgeKind::Influences | EdgeKind::ConflictsWith);
    let strength = if judged { edge.strength.unwrap_or(1).clamp(1, 3) } else { 0 };
    let reason = Reason::new(code)
        .with("from", Param::Seat(edge.from_seat))
        .with("to", Param::Seat(edge.to_seat))
        .with("strength", Param::Int(strength.into()));
    let value = Some(Value::Line(strength));
    let (before, after) = if added { (None, value) } else { (value, None) };
    Change {
        kind,
        seat: Some(edge.from_seat),
        person: None,
        edge: Some(edge.id),
        before,
        after,
        on: if added { edge.from_on } else { edge.to_on },
        reason,
    }
}
