//! Drawings of seats: what is painted, who sits where, why, and what is wrong with it.

use super::{wire, wire_out};
use domain::engine::seating::{SeatDrawing, SeatSide};
use domain::*;

wire! {
    /// Which visit.
    GetSeating { visit: VisitId }

    /// A place: its code for pins, its name for people, and whoever sits there.
    SeatPlaceRow {
        place: String, place_text: String,
        /// `null`: the place is free.
        who: Option<Attendee>,
        name: String, post: String, side: Option<SeatSide>,
        /// Rank on the own side, from 1.
        number: Option<u32>,
        /// As written on the chair: `客3`.
        tag: String,
        principal: bool,
        /// Put here by a person.
        pinned: bool,
        /// What rule a pin breaks.
        note: Option<String>,
    }

    /// One check in words.
    SeatCheckRow { passed: bool, text: String }
}

wire_out! {
    /// All drawings of a visit: stored ones in their order, then what the rules propose for the kinds and cars without one.
    SeatingView {
        visit: VisitId, convention: Convention, convention_text: String, rostrum_even_rule: RostrumEvenRule, mpv_rule: MpvRule, second_seat: SecondSeat,
        drawings: Vec<SeatingDrawingView>,
    }

    /// One drawing. To keep a proposal or a change, `record` goes back through `put_line`, as new when it is not stored;
    /// who is dragged to a place becomes one of its `pins`.
    SeatingDrawingView {
        record: SeatingPlan, stored: bool, title: String, summary: String, drawing: SeatDrawing,
        /// In page order; tables clockwise from the host, cars in order of honour.
        seats: Vec<SeatPlaceRow>,
        rule: Vec<String>, checks: Vec<SeatCheckRow>,
    }
}
