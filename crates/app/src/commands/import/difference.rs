//! What a list says now that it did not say last time: who is new, who changed, whom it no longer names.

use std::collections::HashSet;

use domain::*;
use intake::people::PeopleList;

use super::known::Known;
use super::pairs::{FieldNote, Other, Pair};
use super::suppressed::Bars;
use crate::names::{person_name, post_of};
use crate::wire::{GonePerson, ImportDifference, ListedRow};
use crate::words::Speech;

/// Rows that are listed; the counts cover all.
const LISTED: usize = 500;

/// Compares a list with its last edition.
pub(super) fn difference(
    list: &PeopleList,
    pairs: &[Pair],
    memory: &ImportSource,
    known: &Known,
    barred: &Bars,
    speech: &Speech,
) -> ImportDifference {
    let mut view = ImportDifference {
        last_on: memory.last_on,
        fresh: 0,
        changed: 0,
        same: 0,
        new_rows: vec![],
        changed_rows: vec![],
        gone: gone(pairs, memory, known).into_iter().map(|one| gone_view(one, known, speech)).collect(),
    };
    let mut met: Vec<Option<&Pair>> = vec![None; list.rows.len()];
    for pair in pairs.iter().filter(|one| matches!(one.other, Other::Person(_))) {
        met[pair.row].get_or_insert(pair);
    }
    for (row, pair) in list.rows.iter().zip(met).filter(|(row, _)| row.any_name().is_some() && !barred.bars(row)) {
        let line = |what: String| ListedRow {
            row: row.row,
            name: row.any_name().unwrap_or_default().to_owned(),
            post: row.title.clone().unwrap_or_default(),
            what,
        };
        match pair {
            None => {
                view.fresh += 1;
                view.new_rows
                    .extend((view.new_rows.len() < LISTED).then(|| line(row.unit.clone().unwrap_or_default())));
            }
            Some(pair) if pair.tells() => {
                view.changed += 1;
                let fields = changed_fields(pair, speech);
                view.changed_rows.extend((view.changed_rows.len() < LISTED).then(|| line(fields)));
            }
            Some(_) => view.same += 1,
        }
    }
    view
}

fn changed_fields(pair: &Pair, speech: &Speech) -> String {
    let changed = pair.fields().iter().filter(|one| !matches!(one.note, FieldNote::Same | FieldNote::Kept));
    let label = |code: &str| speech.say(&format!("intake-field-{}", code.replace('_', "-")));
    changed.map(|one| label(one.field.code())).collect::<Vec<_>>().join(&speech.say("app-list-comma"))
}

/// Whom the last edition named and this one does not, as far as they are still there.
pub(super) fn gone<'a>(pairs: &[Pair], memory: &ImportSource, known: &Known<'a>) -> Vec<&'a Person> {
    let named: HashSet<PersonId> = pairs
        .iter()
        .filter_map(|one| match one.other {
            Other::Person(id) => Some(id),
            Other::Row(_) => None,
        })
        .collect();
    let left = memory.people.iter().filter(|id| !named.contains(id));
    let there = left.filter_map(|id| known.index_of(*id)).map(|at| known.people[at]);
    let mut seen = HashSet::new();
    there
        .filter(|one| one.status == PersonStatus::Active && seen.insert(one.id))
        .filter(|one| known.held(one.id).iter().any(|(_, seat)| memory.account == Some(seat.account)))
        .collect()
}

fn gone_view(person: &Person, known: &Known, speech: &Speech) -> GonePerson {
    let post = match known.held(person.id) {
        [(_, seat), ..] => crate::names::either(&seat.title_zh, &seat.title_en, speech.lang()),
        [] => post_of(known.whole, person.id, known.today, speech.lang()),
    };
    GonePerson { person: person.id, name: person_name(person, speech), post }
}
