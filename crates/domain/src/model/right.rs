//! The rights of a person over what is kept about them: requests, consents, holds, and what is kept longer with a reason (F.4).
//!
//! Deliberately absent: the erasure itself (`engine::erasure`), and what a right stops (`engine::rights`).

use crate::{ConsentId, Day, LegalHoldId, PersonId, RetentionNoteId, RightsRequestId, StaffId};

codes! {
    /// What a person asked of us (PIPL 44–47, GDPR 15–21).
    RightsKind { Access = "access", Correction = "correction", Objection = "objection", Restriction = "restriction", Erasure = "erasure" }
}
codes! {
    /// What came of it.
    RightsStatus { Open = "open", Granted = "granted", Refused = "refused" }
}
codes! {
    /// What a consent is for (F.4, point 2). One consent, one use.
    ConsentScope { PhotoOnPaper = "photo_on_paper", DietForCatering = "diet_for_catering", HostBackground = "host_background" }
}
codes! {
    /// What is kept for a time only (F.4, point 8).
    RetentionKind {
        VisitLogistics = "visit_logistics", Diet = "diet", Photo = "photo", Rumour = "rumour", DatedFact = "dated_fact",
        Silent = "silent", Departed = "departed", Stance = "stance",
    }
}

codes! {
    /// What a line of the audit is about (F.4, point 9): something was looked at, left the desk, the face of a window changed, much was
    /// done at once, one thing was changed, or a step was taken back or done again.
    AuditKind { View = "view", Export = "export", Mode = "mode", Bulk = "bulk", Change = "change", Turn = "turn" }
}

record! {
    /// A person asked for something they have a right to: when, by when it must be done, and what came of it. Objection and
    /// restriction hold from the day they came in until they are refused or end.
    RightsRequest: RightsRequestId {
        person: PersonId, kind: RightsKind, received_on: Day,
        /// By when it must be answered: a month where nothing else was agreed.
        due_on: Day,
        status: RightsStatus,
        /// How it reached us: mail, letter, in person.
        channel: Option<String>,
        /// When we made sure that it came from the person.
        verified_on: Option<Day>,
        /// When somebody read the pack before it left (access).
        reviewed_on: Option<Day>,
        closed_on: Option<Day>,
        /// Until when an objection or restriction holds; `null`: for good.
        ended_on: Option<Day>,
        handled_by: Option<StaffId>,
        /// What a correction is about: the identity of a fact. `null`: everything.
        subject: Option<String>,
        /// What the person says, or what it was corrected to.
        note: Option<String>,
        /// What was answered, or why it was refused.
        answer: Option<String>,
    }
}
record! {
    /// That somebody agreed to one use of what is known of them, in which words, and until when. Whether a use is allowed
    /// now stands in one place for each scope (`Photo.consent_on`, `Staff.bg_ok`, the diet fact itself); this is the proof.
    Consent: ConsentId {
        person: Option<PersonId>, staff: Option<StaffId>, scope: ConsentScope,
        /// The version of the text and the text as it was read.
        version: String, text: String,
        /// How it was given: form, mail, in person.
        channel: String,
        given_on: Day, until_on: Option<Day>, withdrawn_on: Option<Day>,
        /// Asked in these words and answered no, on that day: nothing was ever allowed, and nothing else follows from it.
        refused_on: Option<Day>,
    }
}
record! {
    /// Why nothing about a person may be deleted for the time being: a dispute, an investigation.
    LegalHold: LegalHoldId { person: PersonId, reason: String, from_on: Day, to_on: Option<Day>, set_by: Option<StaffId> }
}
record! {
    /// Something whose time was over is kept until a day, and why.
    RetentionNote: RetentionNoteId {
        kind: RetentionKind,
        /// The identity of the record it is about.
        object: String,
        keep_until: Day, reason: String, decided_on: Day, decided_by: Option<StaffId>,
    }
}
