//! The room-safe face (F.4): the only shapes a presenting window ever receives. Names, formal posts, units, reporting lines, month; nothing else.

use super::{wire, wire_out};
use domain::scene::Scene;
use domain::*;

wire! {
    /// Which map to present; judgements cannot be asked for.
    GetRoom { account: AccountId, as_of: Day, folded: Vec<SeatId>, focus: Option<SeatId> }

    /// A row of the outline, for screen readers and for finding.
    RoomRow { seat: SeatId, depth: u32, parent: Option<SeatId>, name: String, post: String }

    /// A saved view without its name and lens: number, day, folds, viewport.
    RoomStop { number: u32, as_of: Option<Day>, folded: Vec<SeatId>, focus: Option<SeatId>, zoom: Option<f64>, centre_x: Option<f64>, centre_y: Option<f64> }
}

/// What lies over a presented map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum RoomCover {
    None,
    /// Nothing is shown.
    Black,
    /// A plain page in place of the map.
    Page,
}

wire! {
    /// What the presenter tells a room-safe window: identities, numbers and days, never a word. `view` `null`: the whole map fitted in; `spotlight` is the
    /// card in the light.
    RoomState { account: AccountId, as_of: Day, folded: Vec<SeatId>, focus: Option<SeatId>, view: Option<RoomViewport>, spotlight: Option<SeatId>, cover: RoomCover }

    /// Zoom (1 is 100 %) and the world point in the middle of the window.
    RoomViewport { k: f64, x: f64, y: f64 }
}

wire_out! {
    /// What a presenting window shows. `title` is `组织架构`, `month` the month shown; `branches` are the seats of the number keys, in order.
    RoomView { account_name: String, title: String, month: String, scene: Scene, outline: Vec<RoomRow>, branches: Vec<SeatId>, stops: Vec<RoomStop> }
}
