//! Matters between us and the customer: promises, complaints, rivals.

use crate::{AccountId, CommitmentId, CompetitorSignalId, ComplaintId, Confidence, Day, PersonId, StaffId, Topic};

codes! {
    /// How bad a complaint is.
    ComplaintSeverity { Normal = "normal", Severe = "severe" }
}
codes! {
    /// Whether a complaint still needs an answer.
    ComplaintStatus { Open = "open", Closed = "closed" }
}

record! {
    /// A promise made to the customer (B.4.12). Values 1–5, progress in percent.
    Commitment: CommitmentId {
        account: AccountId, text_zh: Option<String>, text_en: Option<String>, topic: String, to_person: Option<PersonId>, by_staff: Option<StaffId>,
        made_on: Day, promised_on: Day, internal_target_on: Option<Day>, delivered_on: Option<Day>,
        expected_value: Option<u8>, perceived_value: Option<u8>, progress: u8,
        /// What kind of matter `topic` is; decides who may promise (B.4.5).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        topic_kind: Option<Topic>,
        /// Said to many at once; a second person of ours reads it first (B.4.12).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        announcement: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second_reader: Option<StaffId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second_read_on: Option<Day>,
        /// Who of those entitled signed a promise made beyond its maker's authority.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        countersigned_by: Option<StaffId>,
        /// Who answers for it instead of its maker, and from which day; `null`: the maker.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        holder: Option<StaffId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        taken_on: Option<Day>,
        /// The first day on which it no longer stands, and why; the record stays.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        withdrawn_on: Option<Day>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        withdrawn_why: Option<String>,
    }
}
record! {
    /// Dissatisfaction that needs an answer.
    Complaint: ComplaintId {
        account: AccountId, text_zh: Option<String>, text_en: Option<String>, by_person: Option<PersonId>,
        opened_on: Day, answered_on: Option<Day>, closed_on: Option<Day>, severity: ComplaintSeverity, status: ComplaintStatus, owner: Option<StaffId>,
        /// Who of ours heard it first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        first_asked: Option<StaffId>,
        /// From which day the owner answers for it; `null`: since it came in. Before, whoever was asked first does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        taken_on: Option<Day>,
        /// The first day on which it no longer stands, and why; the record stays.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        withdrawn_on: Option<Day>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        withdrawn_why: Option<String>,
    }
}

impl Commitment {
    /// Who answers for it on a day: whoever took it over by then, else its maker. `None`: nobody is noted.
    pub fn held_by(&self, on: Day) -> Option<StaffId> {
        self.holder.filter(|_| self.taken_on.is_none_or(|taken| taken <= on)).or(self.by_staff)
    }
    /// Whether it was withdrawn by a day.
    pub fn is_withdrawn(&self, on: Day) -> bool {
        self.withdrawn_on.is_some_and(|day| day <= on)
    }
}

impl Complaint {
    /// Who took it by a day. `None`: nobody yet, then whoever was asked first answers for it.
    pub fn taken_by(&self, on: Day) -> Option<StaffId> {
        self.owner.filter(|_| self.taken_on.is_none_or(|taken| taken <= on))
    }
    /// Whether it was withdrawn by a day.
    pub fn is_withdrawn(&self, on: Day) -> bool {
        self.withdrawn_on.is_some_and(|day| day <= on)
    }
}
record! {
    /// Lawfully learnt contact of a rival with the customer.
    CompetitorSignal: CompetitorSignalId { account: AccountId, text_zh: Option<String>, text_en: Option<String>, on: Day, lawful_source: String, confidence: Confidence, person: Option<PersonId> }
}
