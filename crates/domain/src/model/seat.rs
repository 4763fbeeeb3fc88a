//! Seats, who holds them when, and the lines between them.

use crate::{AccountId, Day, EdgeId, PersonId, SeatId, TenureId, UnitId};

codes! {
    /// What a seat is on a day when nobody is known to hold it. `normal`: simply vacant.
    SeatStatus { Normal = "normal", Placeholder = "placeholder", Erased = "erased" }
}
codes! {
    /// Lines between seats (glossary 12, 35, 5 in the interface).
    EdgeKind { ReportsTo = "reports_to", DottedReportsTo = "dotted_reports_to", Influences = "influences", ConflictsWith = "conflicts_with" }
}

/// A unit a seat was in before, until a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormerUnit {
    pub unit: UnitId,
    /// Last day there.
    pub to_on: Day,
}

record! {
    /// A place in the organisation that exists with or without a known holder.
    Seat: SeatId {
        account: AccountId,
        /// The unit it is in now, or will be in last; for a day ask `engine::units::unit_of`.
        unit: UnitId,
        title_zh: Option<String>, title_en: Option<String>,
        /// Rank 1–10 (B.2.9); unknown is `null`.
        rank_level: Option<u8>,
        status: SeatStatus,
        /// Nobody may approach whoever sits here (tender experts).
        no_contact: bool,
        /// Order among siblings on the map.
        position: i64,
        /// First and last day the seat exists; unknown is `null`: since ever, still.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from_on: Option<Day>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to_on: Option<Day>,
        /// Room a person gave this branch on the map beside and above its computed place, in world units; `null`: none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nudge_x: Option<f64>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nudge_y: Option<f64>,
        /// The units it was in before, each until its last day there; the last of them ends where `unit` begins.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        former_units: Vec<FormerUnit>,
    }
}
record! {
    /// One person in one seat from a day to a day. `from_on` unknown: since ever; `to_on` unknown: still.
    /// At most one primary tenure per person and day (a violation is a finding).
    Tenure: TenureId { seat: SeatId, person: PersonId, from_on: Option<Day>, to_on: Option<Day>, primary: bool, source: Option<String> }
}
record! {
    /// A dated line between two seats. Reporting runs from the report (`from_seat`) to the superior (`to_seat`).
    Edge: EdgeId {
        account: AccountId, kind: EdgeKind, from_seat: SeatId, to_seat: SeatId,
        /// 1–3 for influence and conflict; `null` for reporting lines.
        strength: Option<u8>,
        from_on: Option<Day>, to_on: Option<Day>, evidence: Option<String>,
    }
}
