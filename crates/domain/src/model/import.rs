//! Lists that were imported, remembered so that the next edition of one is read alike and compared with the last.
//!
//! Deliberately absent: values of the list. Whom it named is known by identity alone, so that an erased person leaves nothing
//! here but a mark without content.

use crate::{AccountId, DataClass, Day, ImportSourceId, PersonId};

/// A word of a list and what it stands for: a level, a scale, one of ours. Never a value about a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WordUse {
    /// As in the file.
    pub word: String,
    /// A code of the field, or the identity of one of ours; `none`: nothing is taken.
    pub meaning: String,
}

/// What a column of a list was taken for, and what its facts carry.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ColumnUse {
    /// As in the file.
    pub heading: String,
    /** Field code of the people list; `null`: left out. */
    pub field: Option<String>,
    /** `null`: as for the list. */
    pub source: Option<String>,
    /** `null`: as for the list. */
    pub purpose: Option<String>,
    /** `null`: the class of its kind. */
    pub class: Option<DataClass>,
    /// What its own words mean, as somebody said it once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<WordUse>,
}

record! {
    /// A list that was imported, told by its headings and the name of its file.
    ImportSource: ImportSourceId {
        /// Where its people went.
        account: Option<AccountId>,
        /// Name of the file without its end, numbers and days.
        name: String,
        columns: Vec<ColumnUse>,
        /// What facts of it name as their source, and what for they are kept; `null`: the words for any list.
        source: Option<String>, purpose: Option<String>,
        /// The day of the last import.
        last_on: Day,
        /// Whom the last edition named.
        people: Vec<PersonId>,
    }
}
