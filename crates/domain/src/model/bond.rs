//! What binds our people to theirs: ties, touches, plans, assignments.

use crate::{
    AccountId, AssignmentId, Clock, Day, PersonId, PlannedTouchId, SeatId, StaffId, TieReadingId, TouchId,
    VisitDirection, VisitId,
};

codes! {
    /// One of ours answers for a stakeholder in one of these ways (glossary 44–47).
    AssignmentKind { Owner = "owner", Backup = "backup", Supporter = "supporter", Sponsor = "sponsor" }
}
codes! {
    /// What kind of two-way contact it was.
    TouchKind { Meeting = "meeting", Call = "call", Message = "message", Dinner = "dinner", Workshop = "workshop", Visit = "visit", Other = "other" }
}

record! {
    /// How well one of ours and one of theirs know each other, read on a day (B.2.6). The tie is the pair; its level is the latest reading.
    TieReading: TieReadingId {
        staff: StaffId, person: PersonId,
        /// 0–5.
        level: u8,
        read_on: Day, evidence: Option<String>,
        /// Levels of 4 and more need a second person of ours.
        confirmed_by: Option<StaffId>,
    }
}
record! {
    /// A two-way contact with named people (glossary 60).
    Touch: TouchId {
        account: AccountId, on: Day, kind: TouchKind, staff: Vec<StaffId>, people: Vec<PersonId>, summary: Option<String>, minutes: Option<u32>, visit: Option<VisitId>,
        /// Inbound: they came to us; outbound: we went to them; `null`: neither, or not noted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        direction: Option<VisitDirection>,
    }
}
record! {
    /// A touch that is planned; two of ours near one day collide (C2).
    PlannedTouch: PlannedTouchId {
        account: AccountId, on: Day, staff: StaffId, person: PersonId,
        /// Plans of several people of ours with one activity on one day are one meeting.
        activity: Option<String>,
        /// When and how long, minutes, and where; unknown is `null`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Clock>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
    }
}
record! {
    /// One of ours answers for the stakeholder in a seat, from a day to a day.
    Assignment: AssignmentId {
        seat: SeatId, staff: StaffId, kind: AssignmentKind, from_on: Option<Day>, to_on: Option<Day>,
        /// Chosen by a person, not by a rule.
        manual: bool,
        /// A person saw that a rule says otherwise and let it stand (C6); who, and when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        confirmed_by: Option<StaffId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        confirmed_on: Option<Day>,
    }
}
