//! The first rows as they will stand, with their figures, before anything is written.

use intake::people::PersonRow;

use super::look::Look;
use super::superiors;
use crate::names::{short_name, staff_name};
use crate::wire::ImportAfter;
use crate::words::Speech;

/// Rows that are shown.
const SHOWN: usize = 8;

/// The first rows that go in.
pub(super) fn after(look: &Look, speech: &Speech) -> Vec<ImportAfter> {
    let rows = look.list.rows.iter().enumerate().filter(|(at, one)| !one.from_superior_column && !look.bars(*at));
    rows.take(SHOWN).map(|(at, row)| line(at, row, look, speech)).collect()
}

fn line(at: usize, row: &PersonRow, look: &Look, speech: &Speech) -> ImportAfter {
    let last = row.last_touch.filter(|day| *day <= look.known.today);
    let roles = row.roles.iter().map(|one| speech.label("code", *one));
    let functions = row.functions.iter().map(|one| speech.label("code", *one));
    ImportAfter {
        row: row.row,
        name: row.any_name().map(str::to_owned),
        title: row.title.clone().unwrap_or_default(),
        superior: superiors::listed(&look.list, at).map(str::to_owned),
        roles: roles.chain(functions).collect(),
        power: row.power,
        influence: row.influence,
        attitude: row.attitude,
        relation: row.relation,
        owner: row.owners.first().and_then(|name| owner(name, look, speech)),
        last_touch: last,
        days: last.map(|day| (look.known.today - day).num_days()),
    }
}

fn owner(name: &str, look: &Look, speech: &Speech) -> Option<String> {
    match look.fixes.owners.get(name) {
        Some(meant) => meant.map(|id| short_name(&staff_name(look.known.whole, id, speech.lang()))),
        None => Some(short_name(name)),
    }
}
