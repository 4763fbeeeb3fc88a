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

wire_out! {
    /// What a presenting window shows. `title` is `组织架构`, `month` the month shown; `branches` are the seats of the number keys, in order.
    RoomView { account_name: String, title: String, month: String, scene: Scene, outline: Vec<RoomRow>, branches: Vec<SeatId>, stops: Vec<RoomStop> }
}
