//! Who sits where, as the posts read it: places with names. Deliberately absent: checks, notes on broken rules, pins, and
//! proposals nobody keeps.

use super::super::{Ground, Said, kept};
use crate::engine::Reason;
use crate::engine::seating::{Chair, Furniture, PlacedSeat, SeatPlan, SeatSide, plan_of};
use crate::{Attendee, Convention, Day, SeatingKind, SeatingPlan, Snapshot, VisitId};

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
    /// The reader's own place.
    pub own: bool,
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

/// Widths of chairs tried, the widest first, mm: names keep their size while the drawing still fits a page.
const CHAIRS: [f32; 6] = [30.0, 26.0, 22.0, 19.0, 17.0, 15.0];
/// The widest chair where names are Chinese.
const DOMESTIC: f32 = 19.0;
/// The height of chairs for long names in two scripts, mm.
const TALL: f32 = 17.0;
/// The room of a drawing on A4, mm.
const PAGE: (f32, f32) = (168.0, 195.0);
/// The room of a table on a card, mm.
pub(in crate::engine::edition) const CARD: (f32, f32) = (87.0, 78.0);

pub(in crate::engine::edition) fn seats(from: &Ground) -> Vec<SeatSheet> {
    let sheet = |(record, plan): (&SeatingPlan, SeatPlan)| SeatSheet {
        kind: record.kind,
        name: kept(&record.name),
        rule: plan.rule,
        seats: plan.seats.iter().map(|seat| spot(from, seat)).collect(),
        furniture: plan.furniture,
        width: plan.width,
        height: plan.height,
    };
    kept_plans(from, PAGE).into_iter().map(sheet).collect()
}

/// The drawings somebody keeps, in their order, with chairs as wide as the room lets them be.
pub(in crate::engine::edition) fn kept_plans<'a>(
    from: &Ground<'a>,
    room: (f32, f32),
) -> Vec<(&'a SeatingPlan, SeatPlan)> {
    let mut kept: Vec<_> = from.snapshot.seating_plans.iter().filter(|one| one.visit == from.visit.id).collect();
    kept.sort_by_key(|one| (one.position, one.id));
    let foreign = from.visit.convention == Convention::Foreign;
    let most = if foreign { f32::MAX } else { DOMESTIC };
    let h = if foreign && room == PAGE { TALL } else { Chair::NARROW.h };
    let drawn = |record: &'a SeatingPlan| {
        let widths = CHAIRS.iter().filter(|one| **one <= most);
        let plans = widths.filter_map(|w| plan_of(from.snapshot, record, Chair { w: *w, h }));
        let mut last = None;
        for plan in plans {
            if plan.width <= room.0 && plan.height <= room.1 {
                return Some((record, plan));
            }
            last = Some(plan);
        }
        Some((record, last?))
    };
    kept.into_iter().filter_map(drawn).collect()
}

/// The name of somebody who may be named on a place.
pub(in crate::engine::edition) fn seated_name(from: &Ground, who: &Attendee) -> Option<Said> {
    match who {
        Attendee::Guest(id) => from.guest_name(*id),
        Attendee::Ours(id) => from.our_name(*id),
        Attendee::Named(name) => Some(Said { zh: Some(name.clone()), en: None }),
    }
}

pub(in crate::engine::edition) fn spot(from: &Ground, seat: &PlacedSeat) -> SeatSpot {
    let name = seat.occupant.as_ref().and_then(|one| seated_name(from, &one.who));
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
        own: false,
    }
}
