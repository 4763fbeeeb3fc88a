//! What a card of a real program must give, and the comparison with what was read.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::path::Path;

use intake::Table;
use intake::people::{PeopleList, PersonRow};

use super::{people, read, table};

/// What one card must give; what is not named must be unknown.
#[derive(Debug, Default)]
pub struct Card {
    pub name: &'static str,
    /// Surname and given names, where the program told them apart.
    pub parts: (&'static str, &'static str),
    pub mobiles: &'static [&'static str],
    pub phones: &'static [&'static str],
    pub emails: &'static [&'static str],
    pub messengers: &'static [&'static str],
    pub company: &'static str,
    pub unit: &'static str,
    pub title: &'static str,
    pub superior: &'static str,
    pub address: &'static [&'static str],
    /// Month and day.
    pub born: (u8, u8),
    pub reading: &'static str,
    /// The note begins with this.
    pub note: &'static str,
    pub photo: bool,
}

pub fn cards(name: &str) -> (Table, PeopleList) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/vcard/public").join(format!("{name}.vcf"));
    let table = table(read(&path));
    let (_, _, list) = people(&table);
    (table, list)
}

/// The same shape as [`Card`], of a row that was read.
fn seen(table: &Table, list: &PeopleList, row: &PersonRow) -> String {
    let superior = row.superior.and_then(|at| list.rows[at].any_name()).unwrap_or_default();
    let born = row.birthday.map_or((0, 0), |one| (one.month, one.day));
    let or_none = |text: &Option<String>| text.clone().unwrap_or_default();
    let parts = (or_none(&row.surname), or_none(&row.given));
    let photo = row.photo && table.photo(row.row).is_some();
    format!(
        "name {:?} parts {parts:?} mobiles {:?} phones {:?} emails {:?} messengers {:?} company {:?} unit {:?} title {:?} superior {superior:?} address {:?} born {born:?} reading {:?} photo {photo}",
        row.any_name().unwrap_or_default(),
        row.mobiles,
        row.phones,
        row.emails,
        row.messengers,
        or_none(&row.company),
        or_none(&row.unit),
        or_none(&row.title),
        row.work_addresses,
        or_none(&row.pronunciation),
    )
}

fn wanted(card: &Card) -> String {
    format!(
        "name {:?} parts {:?} mobiles {:?} phones {:?} emails {:?} messengers {:?} company {:?} unit {:?} title {:?} superior {:?} address {:?} born {:?} reading {:?} photo {}",
        card.name,
        card.parts,
        card.mobiles,
        card.phones,
        card.emails,
        card.messengers,
        card.company,
        card.unit,
        card.title,
        card.superior,
        card.address,
        card.born,
        card.reading,
        card.photo,
    )
}

/// Every person of the file, in order.
pub fn gives(name: &str, wants: &[Card]) {
    let (table, list) = cards(name);
    let found: Vec<&PersonRow> = list.rows.iter().filter(|one| !one.from_superior_column).collect();
    for (row, card) in found.iter().zip(wants) {
        assert_eq!(seen(&table, &list, row), wanted(card), "{name}, card {}", row.row);
        let note = row.note.as_deref().unwrap_or_default();
        assert!(note.starts_with(card.note) && note.is_empty() == card.note.is_empty(), "{name}: {note:?}");
    }
    assert_eq!(found.len(), wants.len(), "{name}: {:?}", list.problems);
}
