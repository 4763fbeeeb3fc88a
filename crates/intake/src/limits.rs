//! How much of a foreign file we are willing to look at. Defaults are the product's; tests and hosts may narrow them.

use serde::{Deserialize, Serialize};

const MIB: u64 = 1024 * 1024;

/// Limits of one reading. Sizes in bytes, times in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Size of a spreadsheet file as it lies on the disk.
    pub file_bytes: u64,
    /// Size of an interchange file; larger, because it is text and holds a whole workspace.
    pub json_bytes: u64,
    /// Size of a file of business cards; larger, because it holds photographs as text.
    pub card_bytes: u64,
    /// Sum of the declared unpacked sizes in a spreadsheet container.
    pub unpacked_bytes: u64,
    /// Entries in the container.
    pub entries: u64,
    /// Unpacked to packed size of one entry, for entries of `ratio_from_bytes` and more.
    pub ratio: u64,
    /// Entries smaller than this (unpacked) may be packed as tightly as they like.
    pub ratio_from_bytes: u64,
    /// Cells over all sheets, empty ones that the file names included.
    pub cells: u64,
    /// Characters in one cell (Excel itself stops at 32,767).
    pub cell_chars: u64,
    /// Bytes of text over all cells; repeated shared strings count each time.
    pub text_bytes: u64,
    /// Rightmost used column.
    pub columns: u32,
    /// Sheets with cells.
    pub sheets: u32,
    /// Size of a picture file.
    pub photo_bytes: u64,
    /// Pixels a picture may declare.
    pub photo_pixels: u64,
    /// Text of a calendar.
    pub calendar_bytes: u64,
    /// Events of a calendar, each day of a series one.
    pub calendar_events: u64,
    /// What the child may allocate.
    pub memory_bytes: u64,
    /// What the child may answer.
    pub output_bytes: u64,
    /// From start to answer; then the child is ended.
    pub time_ms: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 50 * MIB,
            json_bytes: 100 * MIB,
            card_bytes: 100 * MIB,
            unpacked_bytes: 300 * MIB,
            entries: 2_000,
            ratio: 100,
            ratio_from_bytes: 8 * MIB,
            cells: 5_000_000,
            cell_chars: 32 * 1024,
            text_bytes: 100 * MIB,
            columns: 500,
            sheets: 200,
            photo_bytes: 30 * MIB,
            photo_pixels: 50_000_000,
            calendar_bytes: 20 * MIB,
            calendar_events: 20_000,
            memory_bytes: 512 * MIB,
            output_bytes: 256 * MIB,
            time_ms: 9_000,
        }
    }
}
