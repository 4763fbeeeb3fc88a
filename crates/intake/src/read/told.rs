//! How many rows were read so far, for whoever waits. One number for the whole process: the child reads one file and ends.

use std::sync::atomic::{AtomicU32, Ordering};

static ROWS: AtomicU32 = AtomicU32::new(0);

/// Another row has text.
pub(super) fn row() {
    ROWS.fetch_add(1, Ordering::Relaxed);
}

/// Rows with text up to now; cards, in a file of cards.
pub(crate) fn rows() -> u32 {
    ROWS.load(Ordering::Relaxed)
}
