//! The court: stakeholders × our people.

use super::{FindingRow, StaffChip, wire};
use domain::engine::chain::Holding;
use domain::engine::reason::Severity;
use domain::*;

wire! {
    /// Which accounts; empty means all.
    GetCourt { accounts: Vec<AccountId>, as_of: Day }

    /// Rows by account, columns for ours, and what is to be mended.
    CourtView { columns: Vec<CourtColumn>, accounts: Vec<CourtAccount>, findings: Vec<FindingRow>, gaps: u32, collisions: u32, unused: Vec<StaffChip>, staff: Vec<StaffChip> }

    /// One of ours with the number of rows they own.
    CourtColumn { staff: StaffId, name: String, title: String, owns: u32, active: bool }

    /// An account's block of rows.
    CourtAccount { account: AccountId, name: String, tier: AccountTier, ownership_pct: f64, seats: u32, red: u32, amber: u32, rows: Vec<CourtRow> }

    /// A stakeholder. `collision`: more than one active owner.
    CourtRow {
        seat: SeatId, name: String, post: String, holding: Holding, formal_power: u8, influence_level: Option<u8>, weight: u8, in_chain: bool, no_contact: bool,
        cells: Vec<CourtCell>, missing: Vec<MissingKind>, collision: bool,
    }

    /// What one of ours is to this stakeholder.
    CourtCell { staff: StaffId, kinds: Vec<AssignmentKind>, level: Option<u8> }

    /// A kind that nobody holds although the rules want it.
    MissingKind { kind: AssignmentKind, severity: Severity }
}
