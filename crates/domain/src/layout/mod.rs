//! Where every seat and unit frame of an account stands. Owns: the pure tidy tree over solid reporting lines, nested by
//! units, with grids for large units, and the order of siblings, which nothing added to their units changes.
//! Deliberately absent: dates, people, drawing; callers pass lines current as of a day.
//!
//! Units are boxes inside boxes: each lays its own seats and the finished boxes of its child units as one tidy forest,
//! so frames never overlap by construction. A line between two units makes one box hang under the other.

mod link;
mod nest;
mod pack;
#[cfg(test)]
mod tests;
mod tidy;

use crate::scene::Rect;
use crate::{SeatId, UnitId};

/// Room between siblings.
pub const GAP_X: f32 = 32.0;
/// Room between a superior and its reports.
pub const GAP_Y: f32 = 52.0;
/// Room between the rows of a grid.
pub const GRID_GAP_Y: f32 = 28.0;
/// Height of a frame's title band.
pub const TITLE_BAND: f32 = 32.0;
/// Room between a frame and what it encloses.
pub const FRAME_PAD: f32 = 16.0;
/// Room around the whole map.
pub const MARGIN: f32 = 24.0;
/// A unit with more leaf seats than this is packed in a grid.
pub const GRID_ABOVE: usize = 12;

/// A seat to place.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatBox {
    pub id: SeatId,
    pub unit: UnitId,
    /// Superior by the solid line of the day.
    pub superior: Option<SeatId>,
    /// Order among siblings; the id breaks ties.
    pub position: i64,
    pub w: f32,
    pub h: f32,
    /// Room a person wants beside (`0`) and above (`1`) this branch beyond the computed place, in world units, never negative.
    /// Being room, it survives every new layout and cannot make cards overlap. The seat a unit hangs by gives it to the
    /// unit's frame; in a grid the whole column and row get it, so that the gaps stay straight.
    pub nudge: (f32, f32),
}

/// A unit to frame.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitBox {
    pub id: UnitId,
    pub parent: Option<UnitId>,
    pub position: i64,
    /// Least width, so that the title fits.
    pub min_w: f32,
}

/// How the line to the superior may run without crossing cards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lane {
    /// Height of the bus above the seat or above the outermost frame that separates it from its superior.
    pub bus_y: f32,
    /// A detour `(x, y)`: leave the superior at height `y`, go down along `x`, then follow the bus.
    pub detour: Option<(f32, f32)>,
    /// The superior stands in a grid: leave it through the gap at its right.
    pub from_grid: bool,
    /// Both stand in one grid: such lines are drawn on hover and selection only.
    pub in_grid: bool,
}

/// A seat with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedSeat {
    pub id: SeatId,
    pub rect: Rect,
    /// The superior after breaking cycles.
    pub superior: Option<SeatId>,
    /// Present when there is a superior.
    pub lane: Option<Lane>,
}

/// A unit frame with its place; 0 is the outermost depth.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedUnit {
    pub id: UnitId,
    pub rect: Rect,
    pub depth: u32,
}

/// All places. Seats keep the order of the input; units come outer before inner.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    pub width: f32,
    pub height: f32,
    pub seats: Vec<PlacedSeat>,
    pub units: Vec<PlacedUnit>,
    /// Seats whose line was ignored because it closed a circle (the lowest id of each circle).
    pub broken_seats: Vec<SeatId>,
    /// Units whose parent was ignored for the same reason.
    pub broken_units: Vec<UnitId>,
}

/// Places seats and frames. Superiors and units that are not in the input count as none.
pub fn place(seats: &[SeatBox], units: &[UnitBox]) -> Layout {
    // Sums of coordinates and ties depend on the order met; identity gives one order to every input.
    let (mut seats, mut units) = (seats.to_vec(), units.to_vec());
    seats.sort_by_key(|one| one.id);
    units.sort_by_key(|one| one.id);
    nest::Nest::new(&seats, &units).place()
}
