//! Today: what is near, what needs a decision, how the accounts stand.

use super::{MendAct, wire};
use domain::engine::findings::FindingCode;
use domain::engine::health::HealthBand;
use domain::engine::readiness::Light;
use domain::engine::reason::Severity;
use domain::*;

wire! {
    /// The home screen on a day.
    HomeView {
        today: Day,
        /// `11月20日`, `星期五`, `十月十二` (lunar, Chinese only).
        date_text: String, weekday_text: String, lunar_text: Option<String>,
        /// One sentence on what is due.
        summary: String,
        visits: Vec<VisitLine>,
        /// The worst findings, at most 200, and how many there are.
        findings: Vec<FindingRow>, findings_total: u32,
        matters: Vec<MatterRow>, accounts: Vec<AccountRow>,
        seats: u32, placeholders: u32,
        /// Visits and blackouts of the coming six weeks.
        calendar: Vec<CalendarMark>,
        /// Festivals, birthdays and days of customers of the coming thirty days, by the day to begin.
        greetings: Vec<GreetingRow>,
    }

    /// Something that comes round: `on` the day itself, `from` and `to` the days to greet or prepare. A festival stands for `accounts` accounts;
    /// anything else for `account`. `held`: why it must not go out as things are. `text_only`: words, no gift. `marked`: a fifth, tenth … year.
    GreetingRow {
        kind: GreetingKind, on: Day, from: Day, to: Day, days_left: i64, title: String, detail: String, held: Option<String>,
        account: Option<AccountId>, seat: Option<SeatId>,
        /// Whose birthday it is, also of somebody without a seat.
        person: Option<PersonId>,
        accounts: u32, marked: bool, text_only: bool,
    }

    /// Which account's yearly days.
    GetAccountDays { account: AccountId }
    /// Yearly days of an account, by month and day.
    AccountDayList { days: Vec<AccountDay> }
    /// Notes a yearly day of an account; with `id` one that is there is changed.
    PutAccountDay { id: Option<AccountDayId>, account: AccountId, kind: AccountDayKind, month: u8, day: u8, year: Option<i32>, name: Option<String>, source: Option<String> }
    /// Removes a yearly day.
    RemoveAccountDay { id: AccountDayId }

    /// A visit with its readiness.
    VisitLine {
        visit: VisitId, r#ref: Option<String>, account: AccountId, account_name: String, starts_on: Day, date_text: String, days_left: i64, purpose: String,
        guests: u32, level: VisitLevel, direction: VisitDirection, score: f64, expected: f64, light: Light, gates_failed: u32, detail: String,
    }

    /// A mark on the calendar: a visit (`kind` inbound/outbound) or a blackout span.
    CalendarMark { kind: String, from: Day, to: Day, label: String, visit: Option<VisitId> }

    /// A gap or collision with what would mend it.
    FindingRow {
        code: FindingCode, severity: Severity, title: String, detail: String, account: AccountId, account_name: String,
        seat: Option<SeatId>, role: Option<DecisionRole>, topic: Option<Topic>, visit: Option<VisitId>, mends: Vec<Mend>,
    }

    /// One way to mend a finding; `apply_mend` does it. Undoable.
    Mend { label: String, act: MendAct }

    /// A promise or complaint that needs somebody.
    MatterRow { severity: Severity, title: String, detail: String, account: AccountId, account_name: String, seat: Option<SeatId> }

    /// An account as a row: worst health first. `health` `null`: in development or too little known.
    AccountRow {
        account: AccountId, r#ref: Option<String>, name: String, tier: AccountTier, stage: RelationshipStage, stage_text: String, detail: String,
        health: Option<f64>, band: HealthBand, band_text: String, reason: String, coverage: f64, ownership_pct: f64, lead: Option<String>, next_visit: Option<VisitLine>,
    }

    /// All accounts.
    AccountList { accounts: Vec<AccountRow> }
}

/// What comes round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum GreetingKind {
    Festival,
    Birthday,
    Anniversary,
}
