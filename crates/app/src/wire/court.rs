//! The court: stakeholders and topics × our people, rules, load, seams, and ways to mend.

use super::{FindingRow, Leaving, StaffChip, wire};
use domain::engine::chain::Holding;
use domain::engine::reason::Severity;
use domain::engine::rules::RuleVerdict;
use domain::*;

wire! {
    /// Which accounts; empty means all. `without`: as if these had left, for a drill; findings then come without mends.
    GetCourt { accounts: Vec<AccountId>, as_of: Day, #[serde(default)] without: Option<Leaving> }

    /// Rows by account, columns for ours, and what is to be mended. Of many accounts only the heads come, `loaded` false; their
    /// rows are asked for when somebody looks (`get_court_rows`).
    CourtView {
        columns: Vec<CourtColumn>, accounts: Vec<CourtAccount>,
        /// The worst, at most 300, and how many there are.
        findings: Vec<FindingRow>, findings_total: u32, gaps: u32, collisions: u32, unused: Vec<StaffChip>, staff: Vec<StaffChip>,
    }

    /// Rows of some accounts, at most 40 of them.
    GetCourtRows { accounts: Vec<AccountId>, as_of: Day, #[serde(default)] without: Option<Leaving> }

    /// The accounts with their rows.
    CourtRows { accounts: Vec<CourtAccount> }

    /// One of ours with the number of rows they own.
    CourtColumn { staff: StaffId, name: String, title: String, role: String, owns: u32, active: bool }

    /// An account's block of rows. `topic_rows` counts the relevant topics, which stand behind the stakeholders.
    CourtAccount {
        account: AccountId, name: String, tier: AccountTier, ownership_pct: f64, seats: u32, red: u32, amber: u32, topic_rows: u32, loaded: bool,
        rows: Vec<CourtRow>, topics: Vec<CourtTopic>,
    }

    /// A stakeholder. `collision`: more than one active owner.
    CourtRow {
        seat: SeatId, name: String, post: String, holding: Holding, formal_power: u8, influence_level: Option<u8>, weight: u8, in_chain: bool, no_contact: bool,
        /// The person asked that what is kept of them is not used.
        restricted: bool,
        cells: Vec<CourtCell>, missing: Vec<MissingKind>, collision: bool,
        /// The owner whom the rules name, where another one or nobody owns.
        proposed: Option<StaffId>,
        /// Key people only: which of our executives met them.
        senior: Option<SeniorLine>,
    }

    /// Who of our executives met a key person last, and when; both `null`: nobody yet. `late`: beyond the executive cadence.
    SeniorLine { staff: Option<StaffId>, name: Option<String>, on: Option<Day>, days: Option<i64>, late: bool }

    /// A topic of an account. `relevant`: something is open on it, or somebody once answered for it.
    CourtTopic { topic: Topic, label: String, relevant: bool, cells: Vec<CourtCell>, missing: Vec<MissingKind>, collision: bool }

    /// What one of ours is to this stakeholder or topic.
    CourtCell { staff: StaffId, kinds: Vec<AssignmentKind>, level: Option<u8> }

    /// A kind that nobody holds although the rules want it.
    MissingKind { kind: AssignmentKind, severity: Severity }

    /// Makes one of ours answer for a topic of an account from `on`; a new owner ends the ownership of the others.
    AssignTopic { account: AccountId, topic: Topic, staff: StaffId, kind: AssignmentKind, on: Day }
    /// Ends it; `on` is the first day without.
    EndTopic { account: AccountId, topic: Topic, staff: StaffId, kind: AssignmentKind, on: Day }

    /// Does one mend of a finding on a day; one step that can be undone.
    ApplyMend { act: MendAct, on: Day }

    /// What each of ours owns over all accounts.
    GetLoad { as_of: Day }
    /// Everybody who owns something or is at work, the heaviest first, with the limits of C5.
    LoadView { lines: Vec<LoadLine>, most_rows: u32, most_weight: u32 }
    /// One of ours. `topics` counts topics owned.
    LoadLine { staff: StaffId, name: String, title: String, active: bool, rows: u32, weight: u32, accounts: u32, topics: u32, over: bool }

    /// All stakeholders of one of ours over all accounts.
    GetColleague { staff: StaffId, as_of: Day }
    /// The rows, account by account.
    ColleagueView { staff: StaffId, name: String, title: String, rows: Vec<ColleagueRow> }
    /// A stakeholder one of ours answers for. `findings` are codes of B.4.5.
    ColleagueRow {
        account: AccountId, account_name: String, seat: SeatId, name: String, post: String, weight: u8, kinds: Vec<AssignmentKind>, level: Option<u8>,
        days: Option<i64>, cadence_days: i64, findings: Vec<String>,
    }

    /// The seams that one of ours makes in some accounts; empty means all.
    GetSeams { staff: StaffId, accounts: Vec<AccountId>, as_of: Day }
    /// What adding one of ours changes: rows reached, and rows shared with or beside each other one of ours.
    SeamsView { staff: StaffId, name: String, reached: u32, lines: Vec<SeamLine>, pairs_before: u32, pairs_after: u32 }
    /// One seam. Names are those of the stakeholders.
    SeamLine { staff: StaffId, name: String, shared: Vec<String>, adjacent: Vec<String> }

    /// The lines of the court of one account, or of all when `null`: teams, rules, topics, authority.
    GetCourtLines { account: Option<AccountId>, as_of: Day }
    /// Those lines with what one chooses from. `units` are those of the account, or those the rules name.
    CourtLines {
        team_members: Vec<TeamMember>, coverage_rules: Vec<CoverageRule>, topic_assignments: Vec<TopicAssignment>, commitment_authorities: Vec<CommitmentAuthority>,
        /// How far each rule reaches, in their order.
        reaches: Vec<RuleReachLine>,
        job_roles: Vec<super::Choice>, topics: Vec<super::Choice>, units: Vec<super::Choice>, staff: Vec<StaffChip>,
    }

    /// How far a rule that need not be written yet would reach among the stakeholders of its account, or of all.
    PreviewRule { rule: CoverageRule, as_of: Day }
    /// `fits`: rows whose conditions hold; `decides`: those no earlier rule takes; `names`: the first of them; `owners`: who of the teams that is.
    RuleReachLine { rule: CoverageRuleId, verdict: RuleVerdict, fits: u32, decides: u32, rows: u32, names: Vec<String>, owners: Vec<String> }

    /// Overwrites the line with the same identity; with `new` a line is added, whose identity the core gives.
    PutCourtLine { #[serde(flatten)] line: CourtLine, #[serde(default)] new: bool }
    /// Removes a line.
    RemoveCourtLine { kind: CourtLineKind, id: String }
}

/// Says for each kind of line of the court its record and the list of the snapshot it lives in.
macro_rules! for_each_court_line {
    ($each:ident) => {
        $each! {
            TeamMember team_members, CoverageRule coverage_rules, TopicAssignment topic_assignments, CommitmentAuthority commitment_authorities,
        }
    };
}
pub(crate) use for_each_court_line;

macro_rules! shapes {
    ($($record:ident $field:ident),+ $(,)?) => {
        /// A line of the court.
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(tag = "kind", content = "line", rename_all = "snake_case")]
        pub enum CourtLine { $($record($record)),+ }

        /// Which kind of line.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "snake_case")]
        pub enum CourtLineKind { $($record),+ }
    };
}
for_each_court_line!(shapes);

/// What a mend does.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum MendAct {
    /// Makes `staff` answer for the seat; as owner the others end. `by_rule`: as a rule names it, not chosen by hand.
    Assign { seat: SeatId, staff: StaffId, kind: AssignmentKind, by_rule: bool },
    /// Lets the owner chosen by hand stand against the rule (C6). `by`: who of ours confirms; a mend comes without, a person says who.
    Confirm {
        seat: SeatId,
        staff: StaffId,
        #[serde(default)]
        by: Option<StaffId>,
    },
    /// Makes one activity on one day of several plans (C2).
    Merge { touches: Vec<PlannedTouchId>, on: Day },
    /// Moves a plan to another day (C2, C3).
    Move { touch: PlannedTouchId, on: Day },
    /// Plans that `staff` meets the person of a row (G5); the finding stays until they met.
    Plan { seat: SeatId, staff: StaffId, on: Day },
    /// Asks one entitled to say which of the promised days holds (C4): a task, until then the finding stays.
    AskDate { commitments: Vec<CommitmentId>, staff: StaffId },
    /// `staff` was in touch with the person of a row on the day (G5): a contact is logged. `kind`: how; a mend comes without, a person says
    /// how and when.
    Log {
        seat: SeatId,
        staff: StaffId,
        #[serde(default)]
        kind: Option<TouchKind>,
    },
    /// Puts a seat with a role into the chain whose holder is still to be found, owned by `staff`, with the task to find out (G6).
    Seek { account: AccountId, role: DecisionRole, staff: StaffId },
    /// Withdraws a promise because it contradicts another (C4). It stays in the ledger, with day and reason.
    Withdraw { commitment: CommitmentId },
    /// Makes `staff` the owner of a topic (G7).
    AssignTopic { account: AccountId, topic: Topic, staff: StaffId },
}
