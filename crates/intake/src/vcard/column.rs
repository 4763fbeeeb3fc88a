//! The columns every card has, and the names under which the rest is counted. Deliberately absent: values.

use std::collections::BTreeMap;

use crate::people::PeopleField::{self, *};

/// What each column is and the property it comes from.
const COLUMNS: [(PeopleField, &str); 18] = [
    (Name, "FN"),
    (NameEn, "FN"),
    (Surname, "N"),
    (Given, "N"),
    (Pronunciation, "X-PHONETIC"),
    (Company, "ORG"),
    (Unit, "ORG"),
    (Title, "TITLE"),
    (Superior, "MANAGER"),
    (Mobile, "TEL CELL"),
    (Phone, "TEL"),
    (Email, "EMAIL"),
    (Messenger, "IMPP"),
    (WorkAddress, "ADR"),
    (Birthday, "BDAY"),
    (Note, "NOTE"),
    (Photo, "PHOTO"),
    (Uid, "UID"),
];
/// How many columns there are.
pub(super) const WIDTH: usize = COLUMNS.len();
/// Names counted; a file of nothing but invented names must not fill the memory.
const MOST_NAMES: usize = 200;
/// Characters of a counted name.
const MOST_CHARS: usize = 40;

/// The columns in order.
pub(super) fn fields() -> Vec<PeopleField> {
    COLUMNS.iter().map(|one| one.0).collect()
}

/// The property a column comes from, as its heading.
pub(crate) fn heading(field: PeopleField) -> &'static str {
    COLUMNS.iter().find(|one| one.0 == field).map_or("", |one| one.1)
}

/// The place of a column; `None`: cards have none for it.
pub(super) fn at(field: PeopleField) -> Option<usize> {
    COLUMNS.iter().position(|one| one.0 == field)
}

/// Counts what is not taken.
pub(super) fn leave_out(counts: &mut BTreeMap<String, u32>, name: &str) {
    let name: String = name.chars().take(MOST_CHARS).collect();
    if counts.len() < MOST_NAMES || counts.contains_key(&name) {
        let count = counts.entry(name).or_default();
        *count = count.saturating_add(1);
    }
}
