//! The rights of a person: what erasing would do, doing it, requests with their days, consents, holds, what is kept too long.

use super::{Changed, wire};
use domain::*;

wire! {
    /// Asks what erasing somebody would do. Nothing is changed.
    GetErasure { person: PersonId }

    /// What erasing would do. `hold`: why it is refused for now. `undo_steps`: steps that can be undone now and no longer after.
    /// `copies` and `written` are what left this file and must be called back or deleted by hand.
    ErasureView { person: PersonId, name: String, hold: Option<String>, gone: Vec<CountRow>, kept: Vec<CountRow>, mentions: Vec<MentionRow>,
        copies: Vec<CopyRow>, written: Vec<WrittenRow>, undo_steps: u32, barred: bool }

    /// How many records of a kind; `label` in words.
    CountRow { kind: String, label: String, count: u32 }

    /// A text that names the person, and the text without the name. `sure`: it can mean nobody else, and is chosen beforehand.
    MentionRow { table: String, column: String, record: String, place: String, before: String, after: String, sure: bool }

    /// A numbered copy of a paper that holds the person.
    CopyRow { visit: String, edition: String, number: u32, version: u32, format: String, holder: Option<String>, issued_on: Day }

    /// A file somebody wrote from this workspace while the person was in it: which command, when, by whom.
    WrittenRow { op: String, at: String, actor: String }

    /// A text that is to be written without the name.
    MentionChoice { table: String, column: String, record: String }

    /// Erases somebody for good. `name` must be the person's name as it is shown: nobody does this by a slip. `mentions`: the
    /// texts to be written without the name. No step before can be undone any more.
    ErasePerson { person: PersonId, name: String, mentions: Vec<MentionChoice> }

    /// What was done. The certificate holds no word about the person.
    Erased { changed: Changed, certificate: Certificate }

    /// That somebody was erased: which record, when, by whom, how much went, what is left to call back by hand. `barred`: whoever
    /// is known by the same number, address, or name and place of work is not let in again.
    Certificate { person: PersonId, erased_on: Day, actor: String, gone: Vec<CountRow>, kept: Vec<CountRow>, mentions: u32, mentions_left: u32,
        undo_steps: u32, barred: bool, copies: Vec<CopyRow>, written: Vec<WrittenRow>, millis: u32 }

    /// Asks for everything the rights view shows of a person; without one, of all.
    GetRights { person: Option<PersonId> }

    /// Requests with their days, consents, holds. `waiting`: requests that are open.
    RightsView { requests: Vec<RequestRow>, consents: Vec<ConsentRow>, holds: Vec<HoldRow>, waiting: u32, overdue: u32 }

    /// A request with its days. `state` in words; `stops`: what it stops now, in words.
    RequestRow { request: RightsRequest, name: String, kind_text: String, status_text: String, overdue: bool, days_left: i64, stops: Option<String> }

    /// A consent; `in_force` today.
    ConsentRow { consent: Consent, name: String, scope_text: String, in_force: bool }

    /// A hold; `in_force` today.
    HoldRow { hold: LegalHold, name: String, in_force: bool }

    /// Notes that somebody asked for a right. The day it is due is a month later unless another was agreed.
    AddRightsRequest { person: PersonId, kind: RightsKind, received_on: Day, due_on: Option<Day>, channel: Option<String>, subject: Option<FactId>, note: Option<String> }

    /// Moves a request on: verified, reviewed, granted or refused, ended. What is `null` stays.
    MoveRightsRequest { request: RightsRequestId, verified_on: Option<Day>, reviewed_on: Option<Day>, status: Option<RightsStatus>, ended_on: Option<Day>,
        handled_by: Option<StaffId>, answer: Option<String> }

    /// Notes a consent in the words that were read. It sets what the scope allows (photo on paper, background of one of ours).
    GiveConsent { person: Option<PersonId>, staff: Option<StaffId>, scope: ConsentScope, version: String, text: String, channel: String, given_on: Day, until_on: Option<Day> }

    /// A consent is withdrawn: the use stops at once.
    WithdrawConsent { consent: ConsentId, on: Day }

    /// One of ours was asked whether what is known of them may be used for matching hosts, in these words, and said no.
    RefuseConsent { staff: StaffId, version: String, text: String, channel: String, on: Day }

    /// One of ours takes back that what is known of them may be used for matching hosts.
    EndOwnConsent { staff: StaffId, on: Day }

    /// Asks whether what is known of one of ours may be used for matching hosts.
    GetOwnConsent { staff: StaffId }

    /// `allowed`: it is used now. `noted`: how many matters of background are noted. `rows`: answers on record, the latest first.
    OwnConsentView { staff: StaffId, name: String, allowed: bool, here: bool, noted: u32, rows: Vec<ConsentRow> }

    /// Notes that somebody was found by the search and opened; what was typed is not sent.
    NoteFound { person: PersonId }

    /// Asks for a stretch of the audit, the latest line first: all of it, or what is about a person, of one kind.
    GetAudit { person: Option<PersonId>, kind: Option<AuditKind>, offset: u32, limit: u32 }

    /// A stretch of the audit. `total` lines match. `name`: of the person asked for.
    AuditView { total: u32, offset: u32, name: Option<String>, rows: Vec<AuditRow> }

    /// Who did what when. `about`: the person, account or visit it was about, as far as that is still known; `reason`: why something was
    /// looked at, in words.
    AuditRow {
        sequence: i64, at: String, actor: String, kind: AuditKind, kind_text: String, what: String,
        about: Option<String>, person: Option<PersonId>, account: Option<AccountId>, visit: Option<VisitId>, reason: Option<String>,
    }

    /// Whether the audit is as it was written: each line is sealed with the one before. `broken`: where it breaks first, in words;
    /// `head`: the seal of the last line, to be compared with one noted elsewhere.
    AuditCheck { lines: u32, head: String, breaks: u32, broken: Option<String> }

    /// Forbids deleting anything about somebody, with the reason.
    SetLegalHold { person: PersonId, reason: String, from_on: Day }
    /// The hold ends: `on` is the first day without it.
    EndLegalHold { hold: LegalHoldId, on: Day }

    /// Asks what is kept past its time, or will be within `ahead` days.
    GetRetention { ahead: u32, #[serde(default)] offset: u32 }

    /// A stretch of what is due, first due first. `due`: those past their day; `total`: all of them.
    RetentionView { rows: Vec<RetentionRow>, due: u32, total: u32, offset: u32 }

    /// Something kept for a time only. `rule`: why its time is over. `deletable` here and now; people are erased on their own page.
    RetentionRow { kind: RetentionKind, object: String, person: Option<PersonId>, visit: Option<VisitId>, name: String, what: String, rule: String, due_on: Day, due: bool,
        deletable: bool, held: bool }

    /// One of the rows.
    RetentionChoice { kind: RetentionKind, object: String }

    /// Deletes what is past its time, for good. No step before can be undone any more.
    DeleteRetained { rows: Vec<RetentionChoice> }

    /// Keeps it until a day, with a reason.
    KeepRetained { rows: Vec<RetentionChoice>, keep_until: Day, reason: String }

    /// Asks for everything held about a person, as the person may read it.
    GetAccess { person: PersonId }

    /// Writes the access pack: PDF and JSON. `blackened`: keys of the lines whose words are blackened. `request`: the request it answers;
    /// without a review noted there the papers are marked as a draft.
    WriteAccess { person: PersonId, format: AccessFormat, lang: PaperLang, blackened: Vec<String>, request: Option<RightsRequestId> }

    /// Everything held about a person, in parts.
    AccessView { person: PersonId, name: String, parts: Vec<AccessPart>, third: u32 }

    /// A part of it: the person, facts, judgements, contacts, visits, matters, recipients, log.
    AccessPart { part: String, label: String, lines: Vec<AccessRow> }

    /// One thing held: what, since when, from where. `third`: names somebody else, so that a person must look before it leaves.
    AccessRow { key: String, label: String, value: String, on: Option<Day>, source: Option<String>, third: bool }
}

/// As what the access pack is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum AccessFormat {
    Pdf,
    Json,
}
