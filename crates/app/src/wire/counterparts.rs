//! Counterparts: the proposal of one of ours for each guest.

use super::{HostView, wire};
use domain::engine::host::HostBand;
use domain::{PersonId, StaffId, VisitId};

wire! {
    /// Proposes counterparts for the guests of a visit.
    GetCounterparts { visit: VisitId }

    /// Counterparts in protocol order. `total`: sum of the points; `free`: of ours who may face somebody and are not needed.
    CounterpartsView { visit: VisitId, summary: String, total: u32, rows: Vec<CounterpartRow>, free: Vec<FreeRow> }

    /// A guest and who of ours is proposed. `fixed`: chosen by a person. `near`: free and within 5 points. `hosts` holds the
    /// proposal, those near it and the best others with all points, and everybody who was filtered out.
    CounterpartRow {
        guest: PersonId, order: u32, guest_name: String, guest_post: String, guest_rank: Option<u8>, principal: bool,
        staff: Option<StaffId>, staff_name: Option<String>, total: Option<u32>, band: Option<HostBand>, fixed: bool,
        near: Vec<NearRow>, notes: Vec<String>, hosts: HostView,
    }

    /// Somebody as good within judgement.
    NearRow { staff: StaffId, name: String, total: u32 }

    /// Somebody of ours who is not needed.
    FreeRow { staff: StaffId, name: String, title: String }
}
