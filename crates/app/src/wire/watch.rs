//! Early warnings with what people decided about them, and the records some of them rest on.

use super::{StaffChip, wire};
use domain::engine::reason::Severity;
use domain::engine::warnings::{LimitCode, LimitOrder, LimitUnit, WarningCode};
use domain::*;

/// Which warnings: those that ask for somebody, those nobody took in time, silent ones, closed ones, or all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum WarningFilter {
    #[default]
    Due,
    Escalated,
    Snoozed,
    Closed,
    All,
}

/// What one click does about a warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum WarningStep {
    /// Log a contact with whom sits in `seat`.
    LogTouch,
    /// Make somebody owner of `seat`.
    Assign,
    /// Confirm the `fact`.
    Verify,
    OpenVisit,
    /// Open the `seat` on the map.
    OpenSeat,
    OpenMap,
    /// Promises and complaints of the account.
    OpenMatters,
    /// The contract, incident or budget line of this identity.
    OpenLine,
}

macro_rules! shapes {
    ($($record:ident $field:ident),+ $(,)?) => {
        /// A record that early warnings rest on.
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(tag = "kind", content = "line", rename_all = "snake_case")]
        pub enum WatchLine { $($record($record)),+ }

        /// Which kind of it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "snake_case")]
        pub enum WatchLineKind { $($record),+ }
    };
}
shapes!(Contract contracts, Incident incidents, BudgetLine budget_lines, WarningThreshold warning_thresholds);

wire! {
    /// Warnings of a day: of one account or all, of one owner or all. The severest come first, at most 500.
    GetWarnings { as_of: Day, account: Option<AccountId>, #[serde(default)] owner: Option<StaffId>, #[serde(default)] filter: WarningFilter }

    /// `total`: how many there are under the filter; the counts are of the account and owner asked for, whatever the filter.
    WarningsView { warnings: Vec<WarningRow>, total: u32, counts: WarningCounts, staff: Vec<StaffChip> }

    /// How many of each. `red` and `amber` are among those due.
    WarningCounts { due: u32, red: u32, amber: u32, escalated: u32, snoozed: u32, closed: u32 }

    /// A warning. `holds` false: nothing warns any more, only the note is left, and somebody has to say what came of it.
    WarningRow {
        code: WarningCode, severity: Severity, holds: bool, title: String, detail: String,
        account: AccountId, account_name: String, tier: AccountTier,
        /// What it is about: an identity, or empty for the account.
        object: String,
        seat: Option<SeatId>, visit: Option<VisitId>, fact: Option<FactId>, line: Option<WatchLineKind>,
        /// First day of the present severity, as far as the records tell; and first seen at all.
        since: Option<Day>, first_seen: Option<Day>,
        status: WarningStatus, reopened: bool, due: bool,
        owner: Option<StaffId>, owner_name: String, owner_set: bool,
        snoozed_until: Option<Day>, reason: Option<String>,
        /// Nobody took it in time; to whom it goes then, empty where nobody is above.
        escalated: bool, escalated_to: String,
        step: WarningStep,
    }

    /// What people decide about a warning, all of it: `owner` `null` follows whoever answers for it. A silence needs a day ahead
    /// and a reason, and ends when the warning is closed.
    SetWarning { account: AccountId, code: WarningCode, object: String, status: WarningStatus, owner: Option<StaffId>, snoozed_until: Option<Day>, reason: Option<String> }

    /// The records of an account that warnings rest on, and the limits of all rules.
    GetWatchLines { account: Option<AccountId>, as_of: Day }

    /// Thresholds set, and the limit of each rule by the standard.
    WatchLines { contracts: Vec<Contract>, incidents: Vec<Incident>, budgets: Vec<BudgetRow>, thresholds: Vec<WarningThreshold>, limits: Vec<LimitRow>, currency: String }

    /// A budget line and how it stands (B.4.10). Shares in percent; `null` where nothing was approved or the period has not begun.
    BudgetRow { line: BudgetLine, used: f64, used_share: Option<f64>, forecast: f64, variance: f64, pace: Option<f64> }

    /// A rule with a number. `code` is `W06S` for severe complaints.
    LimitRow { code: LimitCode, unit: LimitUnit, order: LimitOrder, amber: f64, red: f64 }

    /// Overwrites the record with the same identity; with `new` one is added, whose identity the core gives.
    PutWatchLine { #[serde(flatten)] line: WatchLine, #[serde(default)] new: bool }

    /// Removes a record.
    RemoveWatchLine { kind: WatchLineKind, id: String }
}
