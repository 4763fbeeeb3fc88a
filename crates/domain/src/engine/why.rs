//! Reasons that several engines give in the same words. Deliberately absent: wording (catalogue `reason-…`).

use super::{Param, Reason, chain::Holding, chain::Stakeholder};

/// The stakeholder as a fact: the person, or the seat when nobody is known there.
pub(super) fn who(row: &Stakeholder) -> Param {
    match row.person {
        Some(person) if row.is_named() => Param::Person(person),
        _ => Param::Seat(row.seat),
    }
}

/// The code of an attitude inside a reason; unknown has one of its own.
pub(super) fn attitude_code(level: Option<i8>) -> &'static str {
    match level {
        Some(2..) => "attitude-p2",
        Some(1) => "attitude-p1",
        Some(0) => "attitude-0",
        Some(-1) => "attitude-n1",
        Some(..=-2) => "attitude-n2",
        None => "attitude-unknown",
    }
}

/// Why a stakeholder's cover is below 1: the nearest cause first (B.4.1).
pub(super) fn shortfall(row: &Stakeholder) -> Reason {
    let about = |code| Reason::new(code).with("who", who(row));
    match (row.holding, row.days) {
        (Holding::Placeholder | Holding::Vacant, _) => about("seat-unnamed"),
        (Holding::Erased, _) => about("seat-erased"),
        (Holding::Held, None) => about("never-touched"),
        (Holding::Held, Some(days)) if days > row.cadence_days => {
            about("touch-lapsed").with("days", Param::Int(days)).with("cadence", Param::Int(row.cadence_days))
        }
        _ if row.level == 0 => about("no-tie"),
        _ => about("tie-below-target")
            .with("level", Param::Int(row.level.into()))
            .with("target", Param::Int(row.weight.into())),
    }
}

/// Rounds for display inside a reason: one decimal.
pub(super) fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
