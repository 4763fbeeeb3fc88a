//! A visit: guests, host match, readiness.

use super::{ClashRow, MissingItem, StaffChip, VisitLine, wire};
use domain::engine::host::{HostBand, HostDimension};
use domain::engine::readiness::{Gate, GateState, Light};
use domain::*;

wire! {
    /// All visits, next first.
    VisitList { visits: Vec<VisitLine> }
    /// Which visit.
    GetVisit { visit: VisitId }

    /// The planner's content on the day of the context.
    VisitView {
        visit: VisitId, r#ref: Option<String>, account: AccountId, account_name: String, starts_on: Day, date_text: String, days: u32, days_left: i64,
        level: VisitLevel, direction: VisitDirection, place: String, purpose: String, convention: Convention, convention_text: String, policy_text: String,
        topic_owner: Option<StaffId>, topic_owner_name: Option<String>,
        guests: Vec<GuestRow>,
        /// People of the account who are not guests yet.
        others: Vec<GuestRow>,
        hosts: Option<HostView>, host: Option<StaffId>, host_name: Option<String>, host_reason: Option<String>,
        readiness: ReadinessView, gift_item: Option<String>, gift_value: Option<f64>, gift_decided: bool, gift_max: Option<f64>, staff: Vec<StaffChip>,
        /// What cannot be as it is planned, worst first.
        clashes: Vec<ClashRow>,
        /// Its last day is over.
        past: bool,
        /// The day of the contact it was closed with; `null`: not closed.
        closed_on: Option<Day>,
        /// Whether lines of the plan have days that move with the visit.
        dated_lines: bool,
    }

    /// A guest in protocol order. `sound`: the name in pinyin, a space between characters, for choosers.
    GuestRow { person: PersonId, seat: Option<SeatId>, order: u32, name: String, post: String, rank_level: Option<u8>, principal: bool, diet: DietState, attitude: Option<i8>, role: Option<String>, sound: String }

    /// Ranked hosts. `note` says when judgement must decide.
    HostView { guest: PersonId, guest_name: String, guest_rank: Option<u8>, note: Option<String>, dimensions: Vec<DimensionHead>, candidates: Vec<HostRow>, removed: Vec<RemovedRow> }

    /// A column of the host table.
    DimensionHead { dimension: HostDimension, label: String, max: u32 }

    /// A candidate with all nine lines in column order.
    HostRow { staff: StaffId, name: String, title: String, total: u32, band: HostBand, band_text: String, near_tie: bool, lines: Vec<HostLineRow> }

    /// Points with both facts in words and both sources.
    HostLineRow { dimension: HostDimension, label: String, points: u32, max: u32, text: String, sources: String, unknown: bool }

    /// Filtered out, and why.
    RemovedRow { staff: StaffId, name: String, text: String }

    /// Score against the curve, gates and blocks.
    ReadinessView { score: f64, expected: f64, days_left: i64, light: Light, summary: String, gates: Vec<GateRow>, blocks: Vec<BlockRow>, companions_max: Option<u32> }

    /// A gate with its state in words and the people it waits for.
    GateRow { gate: Gate, state: GateState, name: String, text: String, people: Vec<PersonId>, missing: Vec<MissingItem> }

    /// A block of preparation: the mark somebody set, the state that follows from the records, and what is missing.
    BlockRow { block: ReadinessBlock, label: String, weight: u32, state: BlockState, proposed: BlockState, missing: Vec<MissingItem> }
}

/// Whether the diet question was asked; the wish itself is sensitive and not sent here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DietState {
    NotAsked,
    None,
    HasNeeds,
}
