//! The day of a visit and the days after: attendance, thanks, promises, what was learnt, closing and cleaning.

use super::{Changed, wire};
use domain::*;

wire! {
    /// Whether a guest came; `null`: not noted.
    SetAttended { visit: VisitId, person: PersonId, attended: Option<bool> }
    /// How much a guest expected and found, 1–5, as told; `null`: not told.
    SetFeedback { visit: VisitId, person: PersonId, expected: Option<u8>, perceived: Option<u8> }
    /// The guest was thanked on `on`; `null`: not yet.
    MarkThanked { visit: VisitId, person: PersonId, on: Option<Day> }

    /// Puts a promise of the log into the ledger. `by` `null`: whoever the entry names. Without `internal_target_on` the day by the rule of the buffer (B.4.12).
    PromiseFromLog { entry: VisitLogEntryId, text: String, topic: String, promised_on: Day, by: Option<StaffId>, internal_target_on: Option<Day>, expected_value: Option<u8> }
    /// Asks for minutes drafted from agenda and log. Nothing is changed.
    DraftMinutes { visit: VisitId }
    /// Asks for words of thanks to a guest. Nothing is changed.
    ThankYou { visit: VisitId, person: PersonId, lang: Lang }
    /// Words somebody may take over, change or throw away.
    DraftText { text_zh: Option<String>, text_en: Option<String> }

    /// Asks what the log says about guests that could be kept as facts.
    OfferFacts { visit: VisitId }
    /// What could be kept. Nothing is kept until somebody says so.
    FactOffers { rows: Vec<FactOffer> }
    /// Words of a guest, with kind and source proposed. `barred`: touches a matter that is never kept.
    FactOffer { entry: VisitLogEntryId, person: PersonId, name: String, text: String, kind: FactKind, source: String, on: Day, barred: bool }
    /// Keeps something learnt about a guest as a fact, in the words somebody chose.
    KeepFact { entry: VisitLogEntryId, kind: FactKind, value: String, source: String, confidence: Confidence }

    /// Records the contact with the guests who came and those of ours who met them. Once.
    CloseVisit { visit: VisitId, summary: Option<String>, minutes: Option<u32> }
    /// Plans the next contact.
    PlanTouch { visit: VisitId, staff: StaffId, person: PersonId, on: Day, activity: Option<String> }

    /// Asks what temporary data a visit still has.
    GetTemporary { visit: VisitId }
    /// Temporary data: flight and room numbers, plates, drivers, meeting points, Wi-Fi; diet answers past their day. `undo_steps`: steps that can be undone now and no longer after cleaning.
    TemporaryView { due_on: Day, due: bool, values: u32, facts: u32, undo_steps: u32, cleaned_on: Option<Day>, note: String }
    /// Deletes temporary data for good: from the records and from the steps kept for undo. It cannot be undone, and neither can what was done before.
    CleanVisit { visit: VisitId }
    /// What was deleted.
    CleanedVisit { changed: Changed, values: u32, facts: u32 }
}
