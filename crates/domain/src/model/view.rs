//! Saved views of a map.

use crate::scene::Lens;
use crate::{AccountId, Day, DecisionId, SavedViewId, SeatId};

record! {
    /// A named way to look at the map of an account: used at the desk, in presenting and in files.
    SavedView: SavedViewId {
        account: AccountId, name: String, decision: Option<DecisionId>, lens: Lens,
        /// The day shown; `null`: today, whenever that is.
        as_of: Option<Day>,
        /// The day compared with; `null`: none.
        compare: Option<Day>,
        /// Legend keys in the spotlight; empty: all.
        filter: Vec<String>,
        /// Seats whose branch is folded.
        folded: Vec<SeatId>,
        /// The branch shown alone; `null`: the whole map.
        focus: Option<SeatId>,
        /// Zoom (1 is 100 %) and the world point in the middle of the window; `null`: the whole map fitted in.
        zoom: Option<f64>, centre_x: Option<f64>, centre_y: Option<f64>,
        /// Order in lists and when presenting.
        position: i64,
    }
}
