//! What is planned for a visit, line by line: the day, the ways, rooms and meals, what is said, who does what, what it costs.
//!
//! Texts guests read stand in both languages; what only we read stands once. Deliberately absent: facts about people (diet
//! is a fact) and anything computed.

use crate::{
    AgendaItemId, ChecklistItemId, Clock, CommitmentId, ContingencyId, CostLineId, Day, IssuedCopyId, JobRole, Lang,
    LodgingId, MealId, PersonId, PlannedQuestionId, SeatingPlanId, StaffId, TalkingPointId, TourStopId, TravelLegId,
    VehicleId, VisitContactId, VisitDutyId, VisitId, VisitLogEntryId, VisitTextId,
};

codes! {
    /// What happens in a line of the agenda.
    AgendaKind {
        Arrival = "arrival", Movement = "movement", Courtesy = "courtesy", Talks = "talks", Tour = "tour", Meal = "meal",
        Signing = "signing", Photo = "photo", Ceremony = "ceremony", Rest = "rest", Departure = "departure", Other = "other",
    }
}
codes! {
    /// Whether the guest's office has agreed.
    AgendaState { Draft = "draft", Agreed = "agreed" }
}
codes! {
    /// Kind of car, for the order of seats (C.4.8).
    VehicleKind { Sedan = "sedan", Offroad = "offroad", Suv7 = "suv7", Mpv = "mpv", Bus = "bus" }
}
codes! {
    /// Which way somebody travels.
    TravelDirection { Arrival = "arrival", Departure = "departure" }
}
codes! {
    /// Which meal.
    MealKind { Breakfast = "breakfast", Lunch = "lunch", Tea = "tea", Dinner = "dinner" }
}
codes! {
    /// What a talking point is for (C.2, sections 17–19).
    TalkingPointKind { Opener = "opener", Point = "point", Sensitive = "sensitive", Speech = "speech" }
}
codes! {
    /// What one of ours does during the visit.
    Duty {
        Coordinator = "coordinator", BusinessLead = "business_lead", Companion = "companion", Greeter = "greeter", Guide = "guide",
        Interpreter = "interpreter", NoteTaker = "note_taker", Vehicles = "vehicles", Rooms = "rooms", Dining = "dining",
        Venue = "venue", Gifts = "gifts", Security = "security", Photographer = "photographer", Other = "other",
    }
}
codes! {
    /// What money goes into (C.2, section 27).
    CostCategory {
        Transport = "transport", Lodging = "lodging", Dining = "dining", Gift = "gift", Venue = "venue", Interpreter = "interpreter",
        Material = "material", Other = "other",
    }
}
codes! {
    /// A text of the plan that has no record of its own.
    VisitTextKind {
        WhyNow = "why_now", Objective = "objective", Outcome = "outcome", Ask = "ask", Welcome = "welcome", Signboard = "signboard",
        Hotel = "hotel", Venue = "venue", Wifi = "wifi", Interpreter = "interpreter", Dress = "dress", Weather = "weather",
        Security = "security", Secrecy = "secrecy", Minutes = "minutes", Review = "review",
    }
}
codes! {
    /// What was noted on the day.
    LogKind { Arrived = "arrived", Absent = "absent", Said = "said", Asked = "asked", Promised = "promised", Changed = "changed", Note = "note" }
}
codes! {
    /// Drawings of seats (C.4.1–C.4.8).
    SeatingKind {
        Rostrum = "rostrum", TableBroadside = "table_broadside", TableEndOn = "table_end_on", Sofas = "sofas",
        RoundTables = "round_tables", Signing = "signing", Photo = "photo", Car = "car",
    }
}
codes! {
    /// For whom a copy of the briefing is made (C.1).
    Edition { InternalFull = "internal_full", HostCard = "host_card", Crew = "crew", Guest = "guest", Presenting = "presenting" }
}
codes! {
    /// A paper of a visit: the editions, and what stands on tables and at the entrance.
    PaperName {
        InternalFull = "internal_full", HostCard = "host_card", Crew = "crew", Guest = "guest", Presenting = "presenting",
        NamePlates = "name_plates", WelcomeBoard = "welcome_board",
    }
}
impl PaperName {
    /// The edition whose copies are counted; plates and boards are not.
    pub fn edition(self) -> Option<Edition> {
        <Edition as crate::Code>::from_code(crate::Code::code(self))
    }
}
codes! {
    /// The file of a copy.
    PaperFormat { Pdf = "pdf", Docx = "docx" }
}
codes! {
    /// Languages of a paper: one, or both with Chinese first.
    PaperLang { ZhCn = "zh-CN", En = "en", Both = "both" }
}

impl PaperLang {
    /// The language that leads: order, punctuation, dates.
    pub fn primary(self) -> Lang {
        if self == Self::En { Lang::En } else { Lang::ZhCn }
    }
}

/// Somebody of a visit: a guest, one of ours, or somebody named for this visit alone (a hired interpreter).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Attendee {
    Guest(PersonId),
    Ours(StaffId),
    Named(String),
}

/// Somebody put on a place by hand. Places are named by the drawing: `far:3`, `table1:4`, `RR`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct SeatPin {
    pub place: String,
    pub who: Attendee,
}

/// A table of a banquet: how many places, and who of ours leads and closes it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct TableSetting {
    pub seats: u32,
    pub host: Option<StaffId>,
    pub co_host: Option<StaffId>,
}

record! {
    /// A line of the agenda: a content slot or a movement between places.
    AgendaItem: AgendaItemId {
        visit: VisitId, on: Day, starts_at: Clock, ends_at: Option<Clock>, kind: AgendaKind,
        title_zh: Option<String>, title_en: Option<String>, place_zh: Option<String>, place_en: Option<String>,
        /// The guests' own wording; `null`: as above.
        guest_title_zh: Option<String>, guest_title_en: Option<String>,
        lead: Option<StaffId>,
        /// Who of ours is needed.
        ours: Vec<StaffId>,
        /// Which guests take part; empty: all.
        theirs: Vec<PersonId>,
        material: Option<String>, state: AgendaState,
        /// Whether guests read this line.
        for_guests: bool,
    }
}
record! {
    /// A car or bus. Number plate, driver and telephone are temporary data.
    Vehicle: VehicleId {
        visit: VisitId, kind: VehicleKind, name: Option<String>, plate: Option<String>, driver: Option<String>, driver_phone: Option<String>,
        /// One of ours drives: the front seat is then the place of honour.
        host_drives: bool, right_hand_drive: bool, spare: bool,
        route: Option<String>, leaves_on: Option<Day>, leaves_at: Option<Clock>, riders: Vec<Attendee>, position: i64,
    }
}
record! {
    /// How guests come or go. Number and place are temporary data.
    TravelLeg: TravelLegId {
        visit: VisitId, direction: TravelDirection, number: Option<String>, place_zh: Option<String>, place_en: Option<String>,
        on: Day, at: Option<Clock>, meeting_point: Option<String>, greeter: Option<StaffId>,
        /// Who travels so; empty: all.
        people: Vec<PersonId>,
        note: Option<String>,
    }
}
record! {
    /// A room for a guest. The room number is temporary data.
    Lodging: LodgingId {
        visit: VisitId, person: PersonId, hotel_zh: Option<String>, hotel_en: Option<String>, room_kind: Option<String>, room_number: Option<String>,
        from_on: Option<Day>, to_on: Option<Day>, note: Option<String>,
    }
}
record! {
    /// A meal. What somebody does not eat is a fact about them, not part of the meal.
    Meal: MealId {
        visit: VisitId, kind: MealKind, on: Day, at: Option<Clock>, place_zh: Option<String>, place_en: Option<String>,
        /// In the company's currency.
        per_head: Option<f64>,
        tables: u32, menu: Option<String>, toast: Option<String>, alcohol: bool, hosts: Vec<StaffId>, note: Option<String>,
    }
}
record! {
    /// A stop of the exhibition route.
    TourStop: TourStopId {
        visit: VisitId, title_zh: Option<String>, title_en: Option<String>, minutes: u32, guide: Option<StaffId>,
        /// The one message of this stop.
        message: Option<String>,
        photo_allowed: bool, gear: Option<String>,
        /// Left out when the visit runs late.
        skip_when_late: bool,
        position: i64,
    }
}
record! {
    /// Something to say, to be asked, or not to say.
    TalkingPoint: TalkingPointId {
        visit: VisitId, kind: TalkingPointKind, topic: Option<String>,
        /// Our message; of a sensitive topic: what to avoid; of a speech: its words.
        text: Option<String>,
        proof: Option<String>, question: Option<String>, expected_question: Option<String>,
        /// What to say when asked.
        answer: Option<String>,
        /// Who says it, or whom to hand over to.
        speaker: Option<StaffId>,
        about: Option<PersonId>,
        /// Printed on the host's card.
        on_card: bool,
        minutes: Option<u32>, position: i64,
    }
}
record! {
    /// What one of ours does for the visit. One person may have several duties.
    VisitDuty: VisitDutyId { visit: VisitId, staff: StaffId, duty: Duty, text: Option<String>, phone: Option<String>, position: i64 }
}
record! {
    /// A telephone number of the visit: hotline, hotel, hospital.
    VisitContact: VisitContactId {
        visit: VisitId, function_zh: Option<String>, function_en: Option<String>, name: Option<String>, phone: Option<String>,
        /// Printed for guests too.
        for_guests: bool,
        position: i64,
    }
}
record! {
    /// A line of the checklist (C.5): of the list for the level (`key`), or one's own (`text`).
    ChecklistItem: ChecklistItemId {
        visit: VisitId, key: Option<String>, text: Option<String>,
        /// Days from the first day of the visit: −14 … +7.
        offset_days: i32,
        due_on: Day, role: Option<JobRole>, owner: Option<StaffId>, done_on: Option<Day>, evidence: Option<String>, position: i64,
    }
}
record! {
    /// A line of the cost plan, amounts in the company's currency.
    CostLine: CostLineId {
        visit: VisitId, category: CostCategory, text: Option<String>, planned: Option<f64>, actual: Option<f64>, funding: Option<String>, position: i64,
    }
}
record! {
    /// What happens if: a case of the list (`key`) or one's own, what to do and who does it.
    Contingency: ContingencyId { visit: VisitId, key: Option<String>, trigger: Option<String>, action: Option<String>, owner: Option<StaffId>, position: i64 }
}
record! {
    /// A text of the plan.
    VisitText: VisitTextId { visit: VisitId, kind: VisitTextKind, text_zh: Option<String>, text_en: Option<String>, position: i64 }
}
record! {
    /// What happened on the day, as noted then.
    VisitLogEntry: VisitLogEntryId {
        visit: VisitId, on: Day, at: Clock, kind: LogKind, person: Option<PersonId>, staff: Option<StaffId>, text: Option<String>,
        /// The promise this became in the ledger.
        commitment: Option<CommitmentId>,
    }
}
record! {
    /// Who finds out what we do not know, and by when. `subject` is the question's own key.
    PlannedQuestion: PlannedQuestionId { visit: VisitId, subject: String, owner: Option<StaffId>, due_on: Option<Day>, note: Option<String> }
}
record! {
    /// A drawing of seats as decided: who takes part, the tables, and who was put where by hand.
    SeatingPlan: SeatingPlanId {
        visit: VisitId, kind: SeatingKind, name: Option<String>,
        /// The car, for a drawing of a car.
        vehicle: Option<VehicleId>,
        /// Ours in order; empty: those with duties, the host first.
        ours: Vec<StaffId>,
        /// Guests in order; empty: all in protocol order.
        guests: Vec<PersonId>,
        our_interpreter: Option<Attendee>, their_interpreter: Option<Attendee>,
        tables: Vec<TableSetting>,
        /// Rows of a rostrum or photograph.
        rows: u32,
        pins: Vec<SeatPin>, note: Option<String>, position: i64,
    }
}
record! {
    /// A copy that left the desk.
    IssuedCopy: IssuedCopyId {
        visit: VisitId, edition: Edition, format: PaperFormat, lang: PaperLang, version: u32, number: u32, holder: Option<String>,
        issued_on: Day, expires_on: Day,
        /// Of the content, without what differs from copy to copy: another one means another version.
        fingerprint: String,
    }
}
