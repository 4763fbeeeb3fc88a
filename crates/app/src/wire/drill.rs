//! The departure drill: what falls, who could take over, and what a person accepts of it.

use super::{CourtCell, StaffChip, wire};
use domain::engine::chain::Holding;
use domain::engine::drill::MatterKind;
use domain::engine::score::Risk;
use domain::*;

/// How a plan is taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum TakeOver {
    /// The heirs are backups from today; the one who leaves still owns.
    BackupNow,
    /// The heirs hold it from the first day without the one who leaves.
    OwnerFrom,
}

wire! {
    /// Who leaves: some of ours (`team`: with everybody below them), some of theirs. A rehearsal; nothing is written.
    GetDrill { staff: Vec<StaffId>, #[serde(default)] team: bool, #[serde(default)] people: Vec<PersonId>, as_of: Day }

    /// Those who leave, as elsewhere asked about: a court and the figures of a map without them.
    Leaving { staff: Vec<StaffId>, #[serde(default)] team: bool, #[serde(default)] people: Vec<PersonId> }

    /// The figures of a map on a day without those who leave.
    GetFiguresWithout { account: AccountId, #[serde(default)] decision: Option<DecisionId>, without: Leaving, as_of: Day }

    /// What falls, by account, the greatest loss first.
    DrillView {
        as_of: Day, leavers: Vec<DrillLeaver>, columns: Vec<StaffChip>, accounts: Vec<DrillAccount>,
        /// Rows without owner, people nobody knows any more, and matters without holder because of it.
        unowned: u32, untied: u32, promises: u32, matters: u32,
        impacts: Vec<DrillImpact>, staff: Vec<StaffChip>,
    }

    /// One who leaves. `team`: how many work under one of ours, directly or not.
    DrillLeaver { staff: Option<StaffId>, person: Option<PersonId>, name: String, title: String, team: u32 }

    /// How an account stands; shares 0–1, `support` `null`: too little is known.
    DrillFigures { coverage: f64, support: Option<f64>, risk: Risk, our_share: f64, their_share: f64, thin: u32, ownership_pct: f64 }

    /// One account before and after. `shielded`: leavers of theirs of whom nothing is counted or proposed. `pale`: seats a map of the drill pales.
    DrillAccount { account: AccountId, name: String, tier: AccountTier, before: DrillFigures, after: DrillFigures, rows: Vec<DrillRow>, matters: Vec<DrillMatter>, shielded: u32, pale: Vec<SeatId> }

    /// A stakeholder whom a leaver holds or knows, or who leaves. `loss` in points of coverage; `note`: contact and tie in words; `told`: what else goes with them.
    DrillRow {
        seat: SeatId, name: String, post: String, holding: Holding, formal_power: u8, influence_level: Option<u8>, weight: u8, cells: Vec<CourtCell>,
        loss: f64, lost: Vec<AssignmentKind>, untied: bool, leaves: bool, note: String, told: Vec<String>, proposals: Vec<DrillProposal>, meet: Option<StaffId>,
    }

    /// Who could hold it, best first.
    DrillProposal { kind: AssignmentKind, heirs: Vec<DrillHeir> }

    /// A candidate with what speaks for and against them. `introducer`: who brings them together.
    DrillHeir { staff: StaffId, name: String, level: u8, reasons: Vec<String>, introducer: Option<StaffId> }

    /// A promise, complaint, request, visit, topic, task or planned contact that loses its holder.
    DrillMatter { kind: MatterKind, id: String, title: String, detail: String, holder: StaffId, due: Option<Day>, heirs: Vec<DrillHeir> }

    /// What one departure would cost, in points of coverage of the account where it costs most.
    DrillImpact { staff: Option<StaffId>, person: Option<PersonId>, name: String, account: AccountId, account_name: String, loss: f64 }

    /// A responsibility and who takes it.
    RowHeir { seat: SeatId, kind: AssignmentKind, staff: StaffId }

    /// A matter and who takes it.
    MatterHeir { kind: MatterKind, id: String, staff: StaffId }

    /// One of ours meets one of theirs who leaves, for a successor.
    SuccessorMeeting { seat: SeatId, staff: StaffId }

    /// Makes the chosen proposals assignments and tasks in one step. `on`: the first day without those who leave.
    AcceptDrill {
        staff: Vec<StaffId>, #[serde(default)] team: bool, #[serde(default)] people: Vec<PersonId>, mode: TakeOver, on: Day,
        rows: Vec<RowHeir>, matters: Vec<MatterHeir>, #[serde(default)] meetings: Vec<SuccessorMeeting>,
    }

    /// Writes the hand-over pack of one of ours. `holder`: who takes it; background and judgements are in it only for accounts they work for.
    WriteHandover { staff: StaffId, #[serde(default)] holder: Option<StaffId>, format: PaperFormat, lang: PaperLang }
}
