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

/// Equal cells as large as the largest box, row by row.
pub(super) fn grid(sizes: &[(f32, f32)]) -> Packed {
    let cell_w = sizes.iter().map(|size| size.0).fold(0.0, f32::max);
    let cell_h = sizes.iter().map(|size| size.1).fold(0.0, f32::max);
    let (step_x, step_y) = (cell_w + GAP_X, cell_h + GRID_GAP_Y);
    let columns = ((sizes.len() as f32 * ASPECT * step_y / step_x).sqrt().ceil() as usize).max(1);
    let mut packed = Packed::default();
    for (at, size) in sizes.iter().enumerate() {
        let (x, y) = ((at % columns) as f32 * step_x, (at / columns) as f32 * step_y);
        packed.places.push((x, y));
        packed.rows.push(at / columns);
        packed.w = packed.w.max(x + size.0);
        packed.h = packed.h.max(y + size.1);
    }
    packed
}

/// Whether boxes of these widths are too many for one row.
pub(super) fn needs_shelves(widths: impl ExactSizeIterator<Item = f32>) -> bool {
    widths.len() > ROW_BOXES && widths.map(|w| w + GAP_X).sum::<f32>() > ROW_WIDTH
}

/// Boxes in their order, a new row whenever the row is full.
pub(super) fn shelves(sizes: &[(f32, f32)]) -> Packed {
    let area: f32 = sizes.iter().map(|size| (size.0 + GAP_X) * (size.1 + GAP_Y)).sum();
    let widest = sizes.iter().map(|size| size.0).fold(0.0, f32::max);
    let limit = (area * ASPECT).sqrt().max(widest);
    let mut packed = Packed::default();
    let (mut x, mut y, mut row, mut row_h) = (0.0f32, 0.0f32, 0, 0.0f32);
    for size in sizes {
        if x > 0.0 && x + size.0 > limit {
            (x, y, row, row_h) = (0.0, y + row_h + GAP_Y, row + 1, 0.0);
        }
        packed.places.push((x, y));
        packed.rows.push(row);
        packed.w = packed.w.max(x + size.0);
        row_h = row_h.max(size.1);
        packed.h = packed.h.max(y + row_h);
        x += size.0 + GAP_X;
    }
    packed
}
