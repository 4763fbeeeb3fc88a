//! Facts about a person: each with source, confidence, age, purpose and class.

use crate::{Day, FactId, PersonId, PersonQuestionId, StaffId};

codes! {
    /// How sure we are (B.2.10).
    Confidence { Confirmed = "confirmed", Reliable = "reliable", Unverified = "unverified", Rumour = "rumour" }
}
codes! {
    /// Data class (F.2): public business, business contact, background, sensitive.
    DataClass { P0 = "P0", P1 = "P1", P2 = "P2", P3 = "P3" }
}
codes! {
    /// What a fact is about. Forbidden matters (religion, health, ethnicity …) have no code.
    FactKind {
        Position = "position", Duty = "duty", Concern = "concern", Style = "style",
        Mobile = "mobile", Phone = "phone", Email = "email",
        /// An account of a messenger, the service first: `WeChat peng-yue`.
        Messenger = "messenger", WorkAddress = "work_address",
        NativePlace = "native_place", BirthPlace = "birth_place", GrewUp = "grew_up", Dialect = "dialect", Language = "language",
        School = "school", Employer = "employer", Profession = "profession", Hobby = "hobby",
        /// Service in the forces, only when the person made it known.
        Served = "served",
        Diet = "diet", GiftAvoid = "gift_avoid", Note = "note",
    }
}

record! {
    /// One fact. `value` `null` means "asked: none"; no record at all means "not asked".
    /// Codes: native places by GB/T 2260 or ISO country, dialects by `group.subgroup.piece`, languages by ISO 639-1.
    Fact: FactId {
        person: PersonId, kind: FactKind, value: Option<String>,
        /// CEFR level of a language.
        level: Option<String>,
        /// Years of a school or employer, both ends included.
        from_year: Option<i32>, to_year: Option<i32>,
        source: Option<String>, confidence: Confidence, verified_on: Option<Day>, purpose: Option<String>, class: DataClass, retain_until: Option<Day>,
        /// Who of ours said last that it still holds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        verified_by: Option<StaffId>,
    }
}
record! {
    /// What we do not know about a person outside any visit: who finds it out, and by when. Answered, it is gone from the list.
    PersonQuestion: PersonQuestionId {
        person: PersonId,
        /// What is missing; `null`: something else, said in `text`.
        kind: Option<FactKind>,
        text: Option<String>,
        owner: Option<StaffId>, due_on: Option<Day>, answered_on: Option<Day>,
    }
}
