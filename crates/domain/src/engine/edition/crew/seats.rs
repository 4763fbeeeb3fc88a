//! Who sits where, as the posts read it: places with names. Deliberately absent: checks, notes on broken rules, pins, and
//! proposals nobody keeps.

use super::super::{Ground, Said, kept};
use crate::engine::Reason;
use crate::engine::seating::{Chair, Furniture, PlacedSeat, SeatSide, seats_of_visit};
use crate::{Attendee, Convention, Day, SeatingKind, Snapshot, VisitId};

/// A place in millimetres from the upper left corner, and who sits there; nobody, or nobody who may be named: free.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatSpot {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
    /// A guest's place; else ours.
    pub guest: bool,
    pub principal: bool,
    /// Rank on the own side, from 1.
    pub number: Option<u32>,
    pub name: Option<Said>,
}

/// A drawing somebody keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatSheet {
    pub kind: SeatingKind,
    pub name: Option<String>,
    pub rule: Vec<Reason>,
    pub seats: Vec<SeatSpot>,
    pub furniture: Vec<Furniture>,
    pub width: f32,
    pub height: f32,
}

/// The drawings somebody keeps for a visit; none when there is no such visit.
pub fn seat_sheets(snapshot: &Snapshot, visit: VisitId, as_of: Day) -> Vec<SeatSheet> {
    Ground::read(snapshot, visit, as_of).map_or_else(Vec::new, |from| seats(&from))
}

pub(super) fn seats(from: &Ground) -> Vec<SeatSheet> {
    let chair = if from.visit.convention == Convention::Foreign { Chair::WIDE } else { Chair::NARROW };
    let stored = seats_of_visit(from.snapshot, from.visit.id, chair).into_iter().filter(|one| one.stored);
    let sheet = |one: crate::engine::seating::VisitSeats| SeatSheet {
        kind: one.record.kind,
        name: kept(&one.record.name),
        rule: one.plan.rule,
        seats: one.plan.seats.iter().map(|seat| spot(from, seat)).collect(),
        furniture: one.plan.furniture,
        width: one.plan.width,
        height: one.plan.height,
    };
    stored.map(sheet).collect()
}

fn spot(from: &Ground, seat: &PlacedSeat) -> SeatSpot {
    let name = seat.occupant.as_ref().and_then(|one| match &one.who {
        Attendee::Guest(id) => from.guest_name(*id),
        Attendee::Ours(id) => from.our_name(*id),
        Attendee::Named(name) => Some(Said { zh: Some(name.clone()), en: None }),
    });
    let side = seat.occupant.as_ref().map(|one| one.side).or(seat.kept_for);
    SeatSpot {
        x: seat.x,
        y: seat.y,
        w: seat.w,
        h: seat.h,
        guest: side == Some(SeatSide::Guest),
        principal: seat.principal && name.is_some(),
        number: seat.number.filter(|_| name.is_some()),
        name,
    }
}
