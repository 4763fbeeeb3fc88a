//! Grids for many seats and shelves for many boxes. Deliberately absent: which seats and boxes; nest decides that.

use super::{GAP_X, GAP_Y, GRID_GAP_Y};

/// Aspect a large map aims at, width over height, so that it fills a wide window.
const ASPECT: f32 = 1.6;
/// Up to this many boxes stay in one row.
const ROW_BOXES: usize = 4;
/// Up to this width boxes stay in one row.
const ROW_WIDTH: f32 = 3_600.0;

/// Boxes set in rows: left and top of each, the row it stands in, and the outer size.
#[derive(Debug, Default)]
pub(super) struct Packed {
    pub places: Vec<(f32, f32)>,
    pub rows: Vec<usize>,
    pub w: f32,
    pub h: f32,
}

/// A box to pack: width, height, and room beside and above it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub size: (f32, f32),
    pub room: (f32, f32),
}

/// Equal cells as large as the largest box, row by row. Room beside or above a box is given to its whole column or row,
/// so that the gaps between cards stay straight.
pub(super) fn grid(slots: &[Slot]) -> Packed {
    let cell_w = slots.iter().map(|slot| slot.size.0).fold(0.0, f32::max);
    let cell_h = slots.iter().map(|slot| slot.size.1).fold(0.0, f32::max);
    let (step_x, step_y) = (cell_w + GAP_X, cell_h + GRID_GAP_Y);
    let columns = ((slots.len() as f32 * ASPECT * step_y / step_x).sqrt().ceil() as usize).max(1);
    let (mut beside, mut above) = (vec![0.0f32; columns], vec![0.0f32; slots.len().div_ceil(columns)]);
    for (at, slot) in slots.iter().enumerate() {
        beside[at % columns] = beside[at % columns].max(slot.room.0);
        above[at / columns] = above[at / columns].max(slot.room.1);
    }
    let starts = |rooms: &[f32], step: f32| -> Vec<f32> {
        let mut sum = 0.0;
        let start = |(at, room): (usize, &f32)| {
            sum += room;
            at as f32 * step + sum
        };
        rooms.iter().enumerate().map(start).collect()
    };
    let (left, top) = (starts(&beside, step_x), starts(&above, step_y));
    let mut packed = Packed::default();
    for (at, slot) in slots.iter().enumerate() {
        let (x, y) = (left[at % columns], top[at / columns]);
        packed.places.push((x, y));
        packed.rows.push(at / columns);
        packed.w = packed.w.max(x + slot.size.0);
        packed.h = packed.h.max(y + slot.size.1);
    }
    packed
}

/// Whether boxes of these widths are too many for one row.
pub(super) fn needs_shelves(widths: impl ExactSizeIterator<Item = f32>) -> bool {
    widths.len() > ROW_BOXES && widths.map(|w| w + GAP_X).sum::<f32>() > ROW_WIDTH
}

/// Boxes in their order, a new row whenever the row is full; room makes rows longer and higher, never fuller.
pub(super) fn shelves(slots: &[Slot]) -> Packed {
    let area: f32 = slots.iter().map(|slot| (slot.size.0 + GAP_X) * (slot.size.1 + GAP_Y)).sum();
    let widest = slots.iter().map(|slot| slot.size.0).fold(0.0, f32::max);
    let limit = (area * ASPECT).sqrt().max(widest);
    let mut packed = Packed::default();
    let (mut used, mut x, mut y, mut row, mut row_h) = (0.0f32, 0.0f32, 0.0f32, 0, 0.0f32);
    for Slot { size, room } in slots {
        if used > 0.0 && used + size.0 > limit {
            (used, x, y, row, row_h) = (0.0, 0.0, y + row_h + GAP_Y, row + 1, 0.0);
        }
        x += room.0;
        packed.places.push((x, y + room.1));
        packed.rows.push(row);
        packed.w = packed.w.max(x + size.0);
        row_h = row_h.max(room.1 + size.1);
        packed.h = packed.h.max(y + row_h);
        (used, x) = (used + size.0 + GAP_X, x + size.0 + GAP_X);
    }
    packed
}
