//! Human beings on the customer's side. A person is not a seat and not a name.

use crate::{Day, PersonId};

codes! {
    /// Which part of the name comes first (C.3); never derived by splitting a string.
    NameOrder { SurnameFirst = "surnameFirst", GivenFirst = "givenFirst" }
}
codes! {
    /// What became of the person.
    PersonStatus { Active = "active", Departed = "departed", Erased = "erased" }
}
codes! {
    /// Calendar of a birthday.
    Calendar { Solar = "solar", Lunar = "lunar" }
}

/// The same name in another script.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct NameVariant {
    /** BCP 47 tag, e.g. `zh-Hant`. */
    pub script: String,
    pub text: String,
}

codes! {
    /// How we know a birthday.
    BirthdaySource { Told = "told", Published = "published" }
}

/// Day of birth without the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Birthday {
    pub calendar: Calendar,
    pub month: u8,
    pub day: u8,
    /** Lunar leap month. */
    pub leap: bool,
    /** `null`: not noted, and then it is no reason to greet (E.3). */
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<BirthdaySource>,
}

record! {
    /// A human being; identity survives changes of post. An erased person has no name, ties or facts.
    Person: PersonId {
        /// Name as printed in Chinese and in Latin script.
        name_zh: Option<String>, name_en: Option<String>,
        given: Option<String>, middle: Option<String>, surname: Option<String>, surname2: Option<String>,
        name_order: NameOrder, variants: Vec<NameVariant>,
        /// Reading, e.g. `Yùchí Ān`.
        pronunciation: Option<String>,
        /// Form of address, spoken.
        address_zh: Option<String>, address_en: Option<String>,
        /// What tells two people of one name apart: `信息中心`.
        label: Option<String>,
        status: PersonStatus, left_on: Option<Day>, erased_on: Option<Day>,
        /// Salted hash that stops a re-import after erasure.
        suppress_hash: Option<String>,
        /// We must not approach this person (glossary 37).
        no_contact: bool,
        birthday: Option<Birthday>,
        /// Legal regime, e.g. `PIPL`, `GDPR`.
        legal: Option<String>,
    }
}
