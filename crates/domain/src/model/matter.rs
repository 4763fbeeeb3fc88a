//! Matters between us and the customer: promises, complaints, rivals.

use crate::{AccountId, CommitmentId, CompetitorSignalId, ComplaintId, Confidence, Day, PersonId, StaffId};

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
    }
}
record! {
    /// Dissatisfaction that needs an answer.
    Complaint: ComplaintId {
        account: AccountId, text_zh: Option<String>, text_en: Option<String>, by_person: Option<PersonId>,
        opened_on: Day, answered_on: Option<Day>, closed_on: Option<Day>, severity: ComplaintSeverity, status: ComplaintStatus, owner: Option<StaffId>,
    }
}
record! {
    /// Lawfully learnt contact of a rival with the customer.
    CompetitorSignal: CompetitorSignalId { account: AccountId, text_zh: Option<String>, text_en: Option<String>, on: Day, lawful_source: String, confidence: Confidence, person: Option<PersonId> }
}
