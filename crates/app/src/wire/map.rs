//! The decision-chain map of one account.

use super::{StaffChip, wire, wire_out};
use domain::engine::committee::Outlook;
use domain::engine::score::Risk;
use domain::scene::{DisplayMode, Lens, Prim, Scene, SceneCard, SceneLine, SceneUnit};
use domain::*;

wire! {
    /// Which map: `decision` `null` is the main decision; `as_of` the day shown, `compare` the day it is compared with; `folded` seats whose branch
    /// is hidden; `focus` the branch shown alone.
    GetMap { account: AccountId, decision: Option<DecisionId>, lens: Lens, as_of: Day, compare: Option<Day>, folded: Vec<SeatId>, focus: Option<SeatId> }

    /// The same map, told as a difference from the drawing the page has: `since` is its `MapView::drawing`.
    GetMapChange { map: GetMap, since: u32 }

    /// A decision of the account. `name` is the kind when it has no name of its own; `in_blackout`: the day shown lies in its blackout period.
    DecisionRow { decision: DecisionId, name: String, kind: DecisionKind, kind_text: String, blackout_from: Option<Day>, blackout_to: Option<Day>, closed_on: Option<Day>, in_blackout: bool, members: u32 }

    /// A committee of the decision shown, with its projection (B.4.3). `vote`: `support`, `oppose` or `unknown`.
    BodyRow {
        body: DecisionBodyId, name: String, rule: VotingRule, rule_text: String, seat_count: u32, members: Vec<BodyMember>, chair: Option<SeatId>,
        need: u32, support: u32, oppose: u32, undecided: u32, outlook: Outlook, outlook_text: String,
    }

    /// One vote. `no_contact`: must not be approached and counts as unknown; `ended`: on the day shown the seat is no more or not yet, its vote is open
    /// until the committee is changed.
    BodyMember { seat: SeatId, name: String, post: String, vote: String, vote_text: String, no_contact: bool, ended: bool }

    /// A line that is not the solid reporting line, for its panel.
    LineRow { edge: EdgeId, kind: EdgeKind, kind_text: String, from_seat: SeatId, to_seat: SeatId, from_name: String, to_name: String, strength: Option<u8>, from_on: Option<Day>, evidence: Option<String> }

    /// One difference between the day compared with and the day shown. `kind`: `joined`, `left`, `moved`, `changed`, `line`; `seat` is where to jump.
    DifferenceRow { kind: String, kind_text: String, seat: Option<SeatId>, name: String, post: String, text: String, on: Option<Day> }

    /// A day on the time bar when something changed. `structure`: about seats and lines, else about a person.
    MomentRow { on: Day, structure: bool, count: u32, text: String }

    /// A saved view.
    ViewRow {
        view: SavedViewId, name: String, decision: Option<DecisionId>, lens: Lens, as_of: Option<Day>, compare: Option<Day>, filter: Vec<String>,
        folded: Vec<SeatId>, focus: Option<SeatId>, zoom: Option<f64>, centre_x: Option<f64>, centre_y: Option<f64>,
    }

    /// Ways to a person (B.4.13).
    GetPaths { account: AccountId, decision: Option<DecisionId>, target: SeatId, as_of: Day }

    /// Up to three ways, best first; `none_text` says why there is none.
    PathList { target: SeatId, target_name: String, paths: Vec<PathRow>, none_text: Option<String> }

    /// One way in: `value` 0–1, who of ours opens it, and the seats from the first to the target. `edges` are the lines walked, for drawing.
    PathRow { value: f64, value_text: String, text: String, opener: Option<StaffChip>, steps: Vec<PathStep>, edges: Vec<EdgeId> }

    /// A seat on the way; `link_text` says how the next one is reached and is `null` for the target.
    PathStep { seat: SeatId, name: String, post: String, link_text: Option<String> }

    /// Cards of the map that `map` asked for, at the levels nearer than the smallest; `near` `false`: without the nearest. `lines` are places in
    /// `scene.lines` of that map; with `ways` the answer tells where all of them run.
    GetCards { map: GetMap, seats: Vec<SeatId>, near: bool, lines: Vec<u32>, ways: bool }

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
    /// `reports` counts direct reports, also hidden ones; `hidden` all seats that folding hides below; `room_x` and `room_y` are the room given to
    /// the branch by hand, in world units, 0 when none was.
    OutlineRow { seat: SeatId, unit: UnitId, depth: u32, parent: Option<SeatId>, name: String, post: String, words: String, in_chain: bool, reports: u32, hidden: u32, room_x: f64, room_y: f64,
        /// The person asked that what is kept of them is not used: found by the whole name alone.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")] #[ts(optional, as = "Option<bool>")] restricted: bool }

    /// A unit, for choosers. `depth` counts from the root.
    UnitRow { unit: UnitId, parent: Option<UnitId>, name: String, depth: u32, people: u32 }

    /// A required role without anybody.
    VacantRole { role: DecisionRole, label: String, weight: u8 }
}

wire_out! {
    /// Cards and lines as asked for; what is not on the map is left out. `ways`, when asked for: the box around each line of
    /// the map, as left, top, width and height, in the order of `scene.lines`.
    CardList { cards: Vec<SceneCard>, lines: Vec<LineDrawing>, ways: Vec<[f32; 4]> }

    /// The drawing of the line at a place in `scene.lines`.
    LineDrawing { at: u32, prims: Vec<Prim> }

    /// Everything the map screen shows, for one face and language.
    MapView {
        account: AccountHead, decisions: Vec<DecisionRow>, decision: Option<DecisionId>, figures: MapFigures,
        /// The figures of the day compared with, without their reasons; `null` without one.
        compared: Option<MapFigures>,
        scene: Scene,
        outline: Vec<OutlineRow>, units: Vec<UnitRow>, vacant_roles: Vec<VacantRole>, bodies: Vec<BodyRow>, lines: Vec<LineRow>,
        /// Differences to the day compared with, newest first; empty without one.
        changes: Vec<DifferenceRow>,
        /// Days of the time bar, oldest first.
        moments: Vec<MomentRow>,
        /// The first day anything is known of; `null`: nothing is dated.
        first_record: Option<Day>,
        views: Vec<ViewRow>,
        /// Past days are read only.
        read_only: bool,
        /// The cards came with their smallest drawing alone and the lines with none; `get_cards` brings the others.
        coarse: bool,
        /// Which drawing this is, for `get_map_change`.
        drawing: u32,
    }

    /// A map as it differs from the drawing named. `rest` is the map without its long lists; `ways` are the lines of its scene, `frames` its units.
    MapChange {
        rest: MapView, cards: Vec<Piece<SceneCard>>, ways: Vec<Piece<SceneLine>>, frames: Vec<Piece<SceneUnit>>, outline: Vec<Piece<OutlineRow>>,
        lines: Vec<Piece<LineRow>>,
    }
}

/// A part of a list told as a difference: so many of the list before from a place on, or what was not in it like this.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
#[serde(untagged)]
pub enum Piece<T> {
    Same(u32, u32),
    New(T),
}

wire! {
    /// Writes the map as a file. `mode` chooses the edition; `view` takes lens, day, folds, focus and filter from a saved view; `filter` are
    /// the legend entries in full ink, the rest is pale (none: all are), in the internal edition alone; `scale` is the resolution of
    /// a PNG in pixels per world unit (`null`: 2).
    WriteMap {
        account: AccountId, decision: Option<DecisionId>, lens: Lens, as_of: Day, compare: Option<Day>, folded: Vec<SeatId>, focus: Option<SeatId>,
        #[serde(default)]
        filter: Vec<String>,
        view: Option<SavedViewId>, mode: DisplayMode, format: MapFormat, scale: Option<f64>,
    }
}

/// File format of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum MapFormat {
    Svg,
    Pdf,
    Png,
    Pptx,
}
