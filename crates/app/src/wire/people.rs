//! The page of a person, the list of people, facts typed in one line, and what is too old.

use super::{Choice, FactRow, PlaceChoice, SeatLedger, SeatView, TouchRow, wire};
use domain::engine::completeness::CorePart;
use domain::engine::fact_line::FactAsk;
use domain::engine::fact_rank::FactGroup;
use domain::engine::forbidden::ForbiddenMatter;
use domain::engine::sensitive::SightReason;
use domain::*;

wire! {
    /// Which person, on which day.
    GetPerson { person: PersonId, as_of: Day }

    /// The page of a person. `homes`: the accounts they belong to, the one of the main post first; none: no account knows them.
    /// `sensitive_visit`: the visit within which sensitive facts may be looked at.
    PersonView {
        person: PersonId, r#ref: Option<String>, name: String, names: NameParts, namesakes: Vec<String>,
        status: PersonStatus, left_on: Option<Day>, no_contact: bool, erased: bool,
        /// Since when the person's data is kept and not used.
        restricted_on: Option<Day>,
        account: Option<AccountId>, account_name: Option<String>, posts: Vec<PostRow>, homes: Vec<PersonHome>, sensitive_visit: Option<VisitId>,
        facts: Vec<PersonFact>, spans: Vec<SpanRow>, judgements: Vec<JudgementRow>,
        visits: Vec<PersonVisit>, questions: Vec<PersonAsk>,
        core: CoreScore,
        birthday: Option<Birthday>, birthday_text: Option<String>,
        /// When it comes round next, by the solar calendar.
        birthday_next: Option<Day>, birthday_next_text: Option<String>,
    }
    /// What stands between us in one account. `seat`: the main seat there as the inspector shows it; `null`: holds none on the day.
    PersonHome { account: AccountId, account_name: String, seat: Option<SeatView>, ledger: SeatLedger, touches: Vec<TouchRow> }
    /// A name in its parts (C.3); nothing is derived by splitting.
    NameParts {
        name_zh: Option<String>, name_en: Option<String>, surname: Option<String>, given: Option<String>, middle: Option<String>, surname2: Option<String>,
        name_order: NameOrder, variants: Vec<NameVariant>, pronunciation: Option<String>, address_zh: Option<String>, address_en: Option<String>, label: Option<String>,
    }
    /// A post held on the day or before.
    PostRow { seat: SeatId, account: AccountId, account_name: String, title: String, unit_name: String, rank_level: Option<u8>, primary: bool, now: bool, from_on: Option<Day>, to_on: Option<Day>, source: Option<String> }
    /// A fact on the page. `contradicts`: another one says otherwise; the better source stands first.
    PersonFact { row: FactRow, group: FactGroup, retain_until: Option<Day>, stale: bool, contradicts: bool, rumour: bool }
    /// A bar of the tenure line, in years; `from` or `to` `null`: not known, or still. `who` `null`: the person; else one of ours who was there too.
    SpanRow { kind: String, who: Option<String>, label: String, from: Option<f64>, to: Option<f64>, now: bool, shared: bool, source: Option<String> }
    /// A judgement as it was written down, and by whom.
    JudgementRow { on: Day, kind: String, text: String, evidence: Option<String>, by: Option<String> }
    /// A visit the person is a guest of.
    PersonVisit { visit: VisitId, account_name: String, on: Day, date_text: String, purpose: String, days_left: i64, principal: bool, attended: Option<bool> }
    /// What is not known. `question` `null`: nobody took it yet; `visit`: it is a question of that visit and planned there.
    PersonAsk { question: Option<PersonQuestionId>, visit: Option<VisitId>, kind: Option<FactKind>, text: String, owner: Option<StaffId>, owner_name: Option<String>, due_on: Option<Day>, overdue: bool, note: Option<String> }
    /// How complete the core is (B.4.6): 0–100 with its parts. Background is counted, never scored.
    CoreScore { value: f64, parts: Vec<CorePartRow>, background_known: u32, background_all: u32 }
    /// A part of it: points it has and could have.
    CorePartRow { part: CorePart, label: String, points: f64, most: f64 }

    /// Looks at a sensitive fact for a visit. The reason is noted with who looked; `note`: in words of one's own, without name and value.
    ViewSensitive { fact: FactId, visit: VisitId, reason: SightReason, note: Option<String> }
    /// What it says, and for how many seconds it may stand open.
    SensitiveView { fact: FactId, value: String, seconds: u32 }

    /// Writes the parts of a name.
    SetName { person: PersonId, names: NameParts }

    /// Whether a text holds what is not kept about people. Nothing is changed.
    CheckText { text: String }
    /// What was caught, in the order it stands.
    TextCheck { caught: Vec<CaughtText> }
    /// `from` and `to` count characters. `elsewhere`: it may be kept, in its own place.
    CaughtText { matter: ForbiddenMatter, from: u32, to: u32, label: String, reason: String, instead: String, elsewhere: bool }

    /// Asks what a typed line says. `kind`: chosen by hand. Nothing is changed.
    ReadFact { person: PersonId, text: String, kind: Option<FactKind> }
    /// What would be kept. `asks`: what is still open, in words; `says`: facts of the kind that say something else.
    FactDraft {
        kind: Option<FactKind>, kind_text: Option<String>, value: Option<String>, shown: Option<String>, asked_none: bool, level: Option<String>, from_year: Option<i32>, to_year: Option<i32>,
        source: Option<String>, confidence: Confidence, confidence_text: String, class: Option<DataClass>, purpose: Option<String>, places: Vec<PlaceChoice>,
        asks: Vec<FactAskRow>, caught: Vec<CaughtText>, says: Vec<String>, again: bool, ready: bool,
    }
    /// Something open, and the words for it.
    FactAskRow { ask: FactAsk, text: String }
    /// A fact as it shall stand; `fact` `null`: a new one. `value` `null`: asked, none. `purpose` `null`: that of the kind.
    PutFact {
        fact: Option<FactId>, person: PersonId, kind: FactKind, value: Option<String>, level: Option<String>, from_year: Option<i32>, to_year: Option<i32>,
        source: String, confidence: Confidence, verified_on: Day, purpose: Option<String>,
    }

    /// Who finds out what about a person; `question` `null`: a new one.
    PutPersonQuestion { question: Option<PersonQuestionId>, person: PersonId, kind: Option<FactKind>, text: Option<String>, owner: Option<StaffId>, due_on: Option<Day> }
    /// Answered on a day; `on` `null`: open again.
    AnswerPersonQuestion { question: PersonQuestionId, on: Option<Day> }
    /// Takes a question back.
    RemovePersonQuestion { question: PersonQuestionId }

    /// People of one account or of all. `stale`: only those with facts too old; `source`: only those with a fact from there.
    ListPeople { account: Option<AccountId>, unit: Option<UnitId>, text: String, stale: bool, source: Option<String>, order: PeopleOrder, down: bool, offset: u32, limit: u32 }
    /// A stretch of the list: `total` match, the rows from `offset` on. What can be chosen is of the account asked for.
    PeopleList { total: u32, all: u32, offset: u32, rows: Vec<PeopleRow>, units: Vec<Choice>, sources: Vec<SourceCount>, accounts: Vec<Choice> }
    /// A person in the list.
    PeopleRow {
        person: PersonId, r#ref: Option<String>, name: String, reading: Option<String>, post: String, unit_name: String, account: Option<AccountId>, account_name: String, seat: Option<SeatId>, owner: Option<String>,
        facts: u32, stale: u32, verified_on: Option<Day>, last_touch: Option<Day>, no_contact: bool, status: PersonStatus,
        /// The person asked that what is kept of them is not used.
        restricted: bool,
    }
    /// Asks who stands beside a person in a list; `offset` and `limit` do not count.
    GetNeighbours { person: PersonId, list: ListPeople }
    /// `at` counts from 0; `null`: not in the list. Who stands before and after, if anybody.
    Neighbours { at: Option<u32>, total: u32, before: Option<PersonId>, after: Option<PersonId> }
    /// A source and how many facts come from it.
    SourceCount { source: String, count: u32 }

    /// Facts too old to rely on, of the people one of ours answers for; `staff` `null`: of everybody, or with `nobody` of those nobody
    /// answers for. A stretch of them.
    GetStale { account: Option<AccountId>, staff: Option<StaffId>, nobody: bool, as_of: Day, offset: u32, limit: u32 }
    /// The oldest first, within their weight, from `offset` on. `owners`: how many each has, nobody's at the end.
    StaleView { total: u32, offset: u32, rows: Vec<StaleRow>, owners: Vec<StaleOwner> }
    /// A fact too old.
    StaleRow { row: FactRow, person: PersonId, name: String, post: String, account: AccountId, account_name: String, seat: SeatId, owner: Option<StaffId>, owner_name: Option<String>, weight: u8 }
    /// One of ours with their stale facts; `staff` `null`: of people nobody answers for.
    StaleOwner { staff: Option<StaffId>, name: String, count: u32 }
}

/// In which order people are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PeopleOrder {
    Name,
    /// The highest by protocol first, those without a seat last.
    Rank,
    Account,
    Unit,
    Owner,
    Stale,
    Verified,
    Touch,
}
