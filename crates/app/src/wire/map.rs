//! The decision-chain map of one account.

use super::{Choice, wire, wire_out};
use domain::engine::score::Risk;
use domain::scene::{Lens, Scene};
use domain::*;

wire! {
    /// Which map: `decision` `null` is the main decision; `as_of` the day shown.
    GetMap { account: AccountId, decision: Option<DecisionId>, lens: Lens, as_of: Day }

    /// The account in the bar above the map.
    AccountHead { id: AccountId, r#ref: Option<String>, name: String, tier: AccountTier, stage_text: String, visits: u32, people: u32 }

    /// Figures of B.4.1–4 with their reasons.
    MapFigures {
        coverage: f64, support: Option<f64>, known_share: f64, ownership_pct: f64, risk: Risk, risk_text: String, health: Option<f64>, band_text: String,
        reasons: Vec<FigureReason>,
    }

    /// One reason beneath a figure (`coverage`, `support`, `ownership`, `single_thread`, `health`); `seat` is where to jump.
    FigureReason { figure: String, text: String, seat: Option<SeatId> }

    /// A row of the outline that mirrors the map. `words` is the whole card in words.
    OutlineRow { seat: SeatId, unit: UnitId, depth: u32, parent: Option<SeatId>, name: String, post: String, words: String, in_chain: bool }

    /// A unit, for choosers. `depth` counts from the root.
    UnitRow { unit: UnitId, parent: Option<UnitId>, name: String, depth: u32, people: u32 }

    /// A required role without anybody.
    VacantRole { role: DecisionRole, label: String, weight: u8 }
}

wire_out! {
    /// Everything the map screen shows, for one face and language.
    MapView {
        account: AccountHead, decisions: Vec<Choice>, decision: Option<DecisionId>, figures: MapFigures, scene: Scene,
        outline: Vec<OutlineRow>, units: Vec<UnitRow>, vacant_roles: Vec<VacantRole>,
        /// Past days are read only.
        read_only: bool,
    }
}

wire! {
    /// Writes the map as a file.
    WriteMap { account: AccountId, decision: Option<DecisionId>, lens: Lens, as_of: Day, format: MapFormat }
}

/// File format of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MapFormat {
    Svg,
    Pdf,
}
