//! Seating by C.4: who sits where, why, and what is wrong with it. All drawings are seen from above with the door or the
//! audience at the bottom of the page; left and right in rules are the seated person's own hands.
//!
//! Owns: the rules of order, their places in millimetres, pins of a person over the rule, checks, and the drawing made of
//! the map's primitives. Deliberately absent: words (catalogue `seating`) and the choice of who takes part.
//!
//! Places have codes that do not move when somebody joins: `far:3` is the third place of the far side in order of honour,
//! `table1:4` the fifth chair clockwise from the host's, `RR` the rear right of a car.

mod car;
mod draw;
mod fill;
mod lay;
mod name;
mod plan;
mod round;
mod rows;
mod signing;
mod talks;
#[cfg(test)]
mod tests;

use super::Reason;
use crate::{Attendee, Convention, MpvRule, RostrumEvenRule, SeatPin, SeatingKind, SecondSeat, VehicleKind};

pub use draw::{SeatBox, SeatDrawing, draw};
pub use name::place_text;
pub use plan::{VisitSeats, plan_of, proposal, seats_of_visit};

codes! {
    /// Whose side somebody is on.
    SeatSide { Guest = "guest", Ours = "ours" }
}
codes! {
    /// As what somebody takes part; everything but the first two has places of its own.
    SeatRole { Principal = "principal", Ordinary = "ordinary", Interpreter = "interpreter", NoteTaker = "note_taker", Signer = "signer", Assistant = "assistant" }
}
codes! {
    /// The seated person's own hand.
    Hand { Left = "left", Right = "right" }
}
codes! {
    /// Where somebody looks on the page; the door is down.
    Facing { Down = "down", Up = "up", Left = "left", Right = "right" }
}
codes! {
    /// What else stands in the drawing.
    FurnitureKind {
        Table = "table", Round = "round", SigningTable = "signing_table", TeaTable = "tea_table", Door = "door", Audience = "audience",
        Camera = "camera", Car = "car", Driver = "driver", Label = "label",
    }
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occupant {
    pub who: Attendee,
    pub side: SeatSide,
    pub role: SeatRole,
}

/// The settings of a visit that its seats obey (C.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatRules {
    pub convention: Convention,
    pub rostrum_even_rule: RostrumEvenRule,
    pub mpv_rule: MpvRule,
    pub second_seat: SecondSeat,
}

impl SeatRules {
    /// The rules of a convention with every other setting at its default.
    pub fn of(convention: Convention) -> Self {
        Self {
            convention,
            rostrum_even_rule: RostrumEvenRule::A,
            mpv_rule: MpvRule::MiddleRowFirst,
            second_seat: SecondSeat::BeyondInterpreter,
        }
    }
    /// The honoured hand at rostrum, talks, sofas and photograph; banquets, signing and cars always honour the right.
    pub fn hand(self) -> Hand {
        if self.convention == Convention::GovDomestic { Hand::Left } else { Hand::Right }
    }
}

/// A round table: places, and who of ours was chosen to lead and to close it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundTable {
    pub seats: u32,
    pub host: Option<Attendee>,
    pub co_host: Option<Attendee>,
}

/// A car to be seated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Car {
    pub kind: VehicleKind,
    /// The first of ours drives.
    pub host_drives: bool,
    pub right_hand_drive: bool,
}

/// Width and height of a chair's box in mm: names in Latin script need wider ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chair {
    pub w: f32,
    pub h: f32,
}

impl Chair {
    /// For Chinese names.
    pub const NARROW: Self = Self { w: 15.0, h: 13.0 };
    /// For names in Latin script.
    pub const WIDE: Self = Self { w: 30.0, h: 13.0 };
    /// As wide as the longest of these names needs, between the two.
    pub fn fitting<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let widest = names.map(draw::width_of).fold(0.0, f32::max);
        Self { w: widest.clamp(Self::NARROW.w, Self::WIDE.w), h: Self::NARROW.h }
    }
}

/// What a plan is made from. Both lists are in order of rank, the first one leads unless somebody is marked `Principal`.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatingAsk {
    pub kind: SeatingKind,
    pub rules: SeatRules,
    pub guests: Vec<Occupant>,
    pub ours: Vec<Occupant>,
    /// Of a banquet, the main one first; empty: as many as are needed.
    pub tables: Vec<RoundTable>,
    /// Of a drawing of a car; `None`: the smallest that takes all.
    pub car: Option<Car>,
    /// Of a rostrum or photograph; 0: as many as are needed.
    pub rows: u32,
    pub pins: Vec<SeatPin>,
    /// Most of ours at table (C.6).
    pub companions_max: Option<u32>,
    pub chair: Chair,
}

/// One place with whoever sits there. `x`, `y` are its upper left corner in mm.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedSeat {
    pub place: String,
    /// `None`: the place is free.
    pub occupant: Option<Occupant>,
    /// Rank on the own side, from 1; interpreters have none.
    pub number: Option<u32>,
    /// The side the rule keeps this place for; `None`: for either.
    pub kept_for: Option<SeatSide>,
    pub principal: bool,
    /// Somebody put them here.
    pub pinned: bool,
    /// `host` or `co_host` of a table, `driver`; else `None`.
    pub post: Option<&'static str>,
    /// What rule a pin breaks.
    pub note: Option<Reason>,
    pub facing: Facing,
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl PlacedSeat {
    /// Guests' places have round corners.
    pub fn is_round(&self) -> bool {
        let side = self.occupant.as_ref().map(|one| one.side).or(self.kept_for);
        side == Some(SeatSide::Guest)
    }
}

/// Something in the drawing that is no seat, in mm. `label` is a code of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Furniture {
    pub kind: FurnitureKind,
    pub label: Option<Reason>,
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

/// Which hand is honoured, shown as a bracket between the places of number 1 and number 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Honour {
    pub hand: Hand,
    pub first: String,
    pub second: String,
}

/// One check; `passed` ones say what is right.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatCheck {
    pub passed: bool,
    pub reason: Reason,
}

/// Who sits where. Codes of reasons are keys of the catalogue `seating` without their prefix.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatPlan {
    pub kind: SeatingKind,
    /// In page order: rows from the top, each from the left; tables and cars in order of their places.
    pub seats: Vec<PlacedSeat>,
    pub furniture: Vec<Furniture>,
    pub honour: Option<Honour>,
    pub rule: Vec<Reason>,
    pub checks: Vec<SeatCheck>,
    /// Size of the drawing in mm.
    pub width: f32,
    pub height: f32,
}

impl SeatPlan {
    /// The place with this code.
    pub fn at(&self, place: &str) -> Option<&PlacedSeat> {
        self.seats.iter().find(|one| one.place == place)
    }
}

/// Seats everybody by the rules of C.4; pins hold, the others take what is left in order.
pub fn seat(ask: &SeatingAsk) -> SeatPlan {
    let roll = lay::Roll::of(ask);
    let room = match ask.kind {
        SeatingKind::Rostrum => rows::rostrum(ask, &roll),
        SeatingKind::Photo => rows::photo(ask, &roll),
        SeatingKind::TableBroadside => talks::broadside(ask, &roll),
        SeatingKind::TableEndOn => talks::end_on(ask, &roll),
        SeatingKind::Sofas => talks::sofas(ask, &roll),
        SeatingKind::RoundTables => round::tables(ask, &roll),
        SeatingKind::Signing => signing::signing(ask, &roll),
        SeatingKind::Car => car::car(ask, &roll),
    };
    fill::fill(ask, &roll, room)
}
