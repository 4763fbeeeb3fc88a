//! Codes and values of seating (C.4). Deliberately absent: who sits where by rule; that is the engine's.

use crate::{PersonId, StaffId};

codes! {
    /// Drawings of seats (C.4.1–C.4.8).
    SeatingKind {
        Rostrum = "rostrum", TableBroadside = "table_broadside", TableEndOn = "table_end_on", Sofas = "sofas",
        RoundTables = "round_tables", Signing = "signing", Photo = "photo", Car = "car",
    }
}
codes! {
    /// Kind of car, for the order of seats (C.4.8).
    VehicleKind { Sedan = "sedan", Offroad = "offroad", Suv7 = "suv7", Mpv = "mpv", Bus = "bus" }
}
codes! {
    /// Which of the two centre places of a rostrum with an even number is number 1's (C.4.1).
    RostrumEvenRule { A = "A", B = "B" }
}
codes! {
    /// Where honour sits in a car with two captain's chairs (C.4.8).
    MpvRule { MiddleRowFirst = "middle_row_first", RearRowFirst = "rear_row_first" }
}
codes! {
    /// Where number 2 sits at talks with interpreters (C.4.2).
    SecondSeat { BeyondInterpreter = "beyond_interpreter", FreeSide = "free_side" }
}

/// Somebody of a visit: a guest, one of ours, or somebody named for this visit alone (a hired interpreter).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Attendee {
    Guest(PersonId),
    Ours(StaffId),
    Named(String),
}

/// Somebody put on a place by hand. Places are named by the drawing: `far:3`, `table1:4`, `RR`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SeatPin {
    pub place: String,
    pub who: Attendee,
}
