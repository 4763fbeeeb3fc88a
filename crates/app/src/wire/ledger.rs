//! The ledger: promises, what came in, contacts logged and planned, and calendars that are read.

use super::{Changed, Choice, StaffChip, wire};
use domain::engine::ledger::{ContactStep, ExchangeWay, PromiseBuffer, PromiseOutcome, PromiseStanding};
use domain::engine::reason::Severity;
use domain::*;

/// Something that came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum MatterKey {
    Request(CustomerRequestId),
    Complaint(ComplaintId),
    Promise(CommitmentId),
}

/// What can be done with an event of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum CalendarState {
    /// Can be taken over.
    Ready,
    /// Is here already.
    Known,
    /// Names people of several accounts.
    Accounts,
    /// None of ours is in it.
    NoneOurs,
    /// Nobody of a customer is in it.
    NoneTheirs,
    /// Names somebody nobody may approach, or lies in a blackout.
    Barred,
    Cancelled,
}

wire! {
    /// Asks for the ledger of an account; `null`: of all.
    GetLedger { account: Option<AccountId>, as_of: Day }
    /// Promises and what came in, open and overdue ones first; contacts due; visits of executives; the latest contacts and all plans.
    LedgerView {
        promises: Vec<PromiseRow>, matters: Vec<MatterLine>, due: Vec<DueRow>, exchange: Vec<ExchangeRow>, touches: Vec<TouchRow>, plans: Vec<PlanRow>,
        topics: Vec<Choice>, staff: Vec<StaffChip>, counts: LedgerCounts,
    }
    /// How much waits: past its day, held by nobody, and either of both.
    LedgerCounts { overdue: u32, ownerless: u32, waiting: u32 }
    /// Asks how much waits on an account.
    CountMatters { account: AccountId }
    /// Asks for what concerns the stakeholder in a seat.
    GetSeatLedger { seat: SeatId, as_of: Day }
    /// Promises to them, what came from them, when they are to be met next. `due` `null`: nobody is known there or they must not be approached.
    SeatLedger { promises: Vec<PromiseRow>, matters: Vec<MatterLine>, due: Option<DueRow>, plans: Vec<PlanRow> }

    /// A promise judged. Days as in B.4.12; texts are worded.
    PromiseRow {
        record: Commitment, account_name: String, text: String, topic_kind: Option<String>, to: Option<String>, seat: Option<SeatId>, by: Option<String>,
        buffer: PromiseBuffer, buffer_days: Option<i64>, least_days: i64, delivery_delta: Option<i64>, value_gap: Option<i64>, outcome: PromiseOutcome,
        overdue_days: Option<i64>, needs_reader: bool, reader: Option<String>, standing: PromiseStanding, signer: Option<String>,
        /// Who answers for it now; `null`: nobody who is here. `taken`: another one than its maker.
        holder: Option<String>, taken: bool, ownerless: bool,
        /// Who could take it where nobody holds it: whoever owns the stakeholder it was made to.
        proposed: Option<StaffChip>,
        /// Open promises it contradicts, in words.
        conflicts: Vec<String>,
        severity: Option<Severity>,
    }
    /// A request or a complaint with its clock.
    MatterLine {
        key: MatterKey, account: AccountId, account_name: String, text: String, topic: Option<String>, from: Option<String>, seat: Option<SeatId>,
        asked_on: Day, asked_at: Option<Clock>, first_asked: Option<String>, holder: Option<String>, taken_on: Option<Day>, answered_on: Option<Day>, closed_on: Option<Day>, answer: Option<String>,
        step: ContactStep, by_first: bool, ownerless: bool, due: Option<Day>, overdue_days: i64, grave: bool, severity: Option<Severity>,
        /// Who could take it where nobody has: whoever owns the stakeholder it came from.
        proposed: Option<StaffChip>, withdrawn_on: Option<Day>, withdrawn_why: Option<String>,
        request: Option<CustomerRequest>, complaint: Option<Complaint>,
    }
    /// When somebody is to be met next.
    DueRow { account: AccountId, account_name: String, seat: SeatId, person: PersonId, name: String, post: String, weight: u8, cadence_days: i64, last: Option<Day>, due: Day, overdue_days: i64, planned_on: Option<Day>, planned_staff: Option<String>, owner: Option<String> }
    /// How executives of an account and ours see each other, both ways.
    ExchangeRow { account: AccountId, account_name: String, tier: AccountTier, cadence_days: Option<i64>, last: Option<Day>, due: Option<Day>, overdue_days: i64, to_them: Option<ExchangeLine>, to_us: Option<ExchangeLine>, elsewhere: Option<ExchangeLine> }
    /// The latest contact of executives one way.
    ExchangeLine { touch: TouchId, on: Day, way: ExchangeWay, ours: Vec<String>, theirs: Vec<String> }
    /// A contact that took place.
    TouchRow { record: Touch, account_name: String, staff: Vec<String>, people: Vec<String>, kind_text: String }
    /// A contact that is planned.
    PlanRow { record: PlannedTouch, account_name: String, staff: String, person: String }

    /// A promise as it shall stand. `commitment` `null`: a new one. Without `internal_target_on` the day by the rule of the buffer.
    /// `despite_conflict`: it contradicts an open promise and is meant so.
    PutPromise {
        commitment: Option<CommitmentId>, account: AccountId, text: String, topic: String, topic_kind: Option<Topic>, to_person: Option<PersonId>, by_staff: Option<StaffId>,
        made_on: Day, promised_on: Day, internal_target_on: Option<Day>, expected_value: Option<u8>, progress: u8, announcement: bool, despite_conflict: bool,
        /// Who answers for it instead of its maker.
        #[serde(default)]
        holder: Option<StaffId>,
    }
    /// What a promise would come to. `signers`: who may countersign where the maker may not promise.
    PromiseCheck { proposed_target: Day, buffer: PromiseBuffer, least_days: i64, conflicts: Vec<String>, standing: PromiseStanding, signers: Vec<StaffChip> }
    /// Delivered on a day, and what they say they got, 1–5. `delivered_on` `null`: not yet after all.
    DeliverPromise { commitment: CommitmentId, delivered_on: Option<Day>, perceived_value: Option<u8> }
    /// A promise no longer stands from a day on, and why; the record stays. `on` `null`: it stands after all.
    WithdrawPromise { commitment: CommitmentId, on: Option<Day>, reason: Option<String> }
    /// A second of ours has read an announcement; `staff` `null`: not after all.
    ReadPromise { commitment: CommitmentId, staff: Option<StaffId>, on: Day }
    /// One who may promise on the topic signs; `staff` `null`: takes the signature back.
    CountersignPromise { commitment: CommitmentId, staff: Option<StaffId> }

    /// A request as it shall stand; `request` `null`: a new one.
    PutRequest { request: Option<CustomerRequestId>, account: AccountId, topic: Option<Topic>, text: String, from_person: Option<PersonId>, asked_on: Day, asked_at: Option<Clock>, first_asked: Option<StaffId>, holder: Option<StaffId>, due_on: Option<Day> }
    /// A complaint as it shall stand; `complaint` `null`: a new one.
    PutComplaint { complaint: Option<ComplaintId>, account: AccountId, text: String, by_person: Option<PersonId>, opened_on: Day, severity: ComplaintSeverity, first_asked: Option<StaffId>, owner: Option<StaffId> }
    /// One of ours takes it from `on`; whoever held it no longer does.
    TakeMatter { matter: MatterKey, staff: StaffId, on: Day }
    /// Answered on a day; `on` `null`: not after all.
    AnswerMatter { matter: MatterKey, on: Option<Day>, answer: Option<String> }
    /// Closed on a day; `on` `null`: open again.
    CloseMatter { matter: MatterKey, on: Option<Day> }
    /// What came in no longer stands from a day on, and why; the record stays. `on` `null`: it stands after all.
    WithdrawMatter { matter: MatterKey, on: Option<Day>, reason: Option<String> }

    /// A contact as it took place; `touch` `null`: a new one.
    PutTouch { touch: Option<TouchId>, account: AccountId, on: Day, kind: TouchKind, staff: Vec<StaffId>, people: Vec<PersonId>, summary: Option<String>, minutes: Option<u32>, direction: Option<VisitDirection>, visit: Option<VisitId> }
    /// Removes a contact that never was.
    RemoveTouch { touch: TouchId }
    /// A contact to come: each of ours with each of theirs. `plan` `null`: a new one.
    PutPlannedTouch { plan: Option<PlannedTouchId>, account: AccountId, on: Day, at: Option<Clock>, minutes: Option<u32>, place: Option<String>, staff: Vec<StaffId>, people: Vec<PersonId>, activity: Option<String> }
    /// Removes a plan.
    RemovePlannedTouch { plan: PlannedTouchId }

    /// Asks what a typed line means. `people`: who is meant without being named. Nothing is changed.
    ReadTouch { text: String, account: Option<AccountId>, people: Vec<PersonId>, visit: Option<VisitId> }
    /// What was understood. `planned`: the day is ahead. `asks`: what is still open, in words.
    TouchDraft {
        on: Day, day_text: String, planned: bool, at: Option<Clock>, kind: TouchKind, kind_text: String, direction: Option<VisitDirection>, minutes: Option<u32>, place: Option<String>, who: Vec<DraftWho>,
        summary: String, account: Option<AccountId>, account_name: Option<String>, asks: Vec<String>, ready: bool,
    }
    /// Words that name somebody, and whom they may mean. `proposed`: not named, put forward by us.
    DraftWho { words: String, options: Vec<DraftOption>, chosen: Option<u32>, proposed: bool }
    /// Somebody who may be meant: one of theirs or one of ours.
    DraftOption { person: Option<PersonId>, staff: Option<StaffId>, account: Option<AccountId>, name: String, detail: String }

    /// Reads the text of a calendar in the limited reader. Nothing is changed.
    ReadCalendar { text: String }
    /// Its events, those that can be taken over first; `hidden`: more of the others than are listed.
    CalendarPreview { rows: Vec<CalendarRow>, ready: u32, known: u32, hidden: u32, broken: u32, left_out: u32 }
    /// An event. `note`: why it cannot be taken over, or what to look at.
    CalendarRow {
        r#ref: String, on: Day, at: Option<Clock>, minutes: Option<u32>, summary: String, place: String, planned: bool, state: CalendarState, note: Option<String>,
        account: Option<AccountId>, account_name: Option<String>, staff: Vec<CalendarMatch>, people: Vec<CalendarMatch>, others: u32,
    }
    /// Somebody found in an event, and by what.
    CalendarMatch { id: String, name: String, how: String }
    /// Takes chosen events over in one step: past ones as contacts, others as plans.
    ApplyCalendar { rows: Vec<CalendarTake> }
    /// One event as it is taken over.
    CalendarTake { r#ref: String, on: Day, at: Option<Clock>, minutes: Option<u32>, summary: String, place: String, account: AccountId, staff: Vec<StaffId>, people: Vec<PersonId> }
    /// What was taken over; `known` were here already.
    CalendarTaken { changed: Changed, touches: u32, plans: u32, known: u32 }
}
