//! What a list says now that it did not say last time: who is new, who changed, whom it no longer names.

use std::collections::{HashMap, HashSet};

use domain::scene::Wording;
use domain::*;
use intake::people::{PeopleField, PeopleList, PersonRow};

use super::fields::folded;
use super::known::Known;
use super::pairs::{Compared, FieldNote, Other, Pair};
use super::suppressed::Bars;
use crate::names::{person_name, post_of};
use crate::wire::{GonePerson, ImportDifference, ListedRow};
use crate::words::Speech;

/// Rows that are listed; the counts cover all.
const LISTED: usize = 500;

/// Rows of one title that are looked at: a title hundreds have names no successor.
const OF_ONE_TITLE: usize = 40;

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
        gone: gone_views(gone(pairs, memory, known), list, known, speech),
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
    let line = |one: &Compared| {
        let label = speech.say(&format!("intake-field-{}", one.field.code().replace('_', "-")));
        match (one.field, one.ours.first(), one.file.first()) {
            // Who reports to whom draws the map: both are told at once.
            (PeopleField::Superior, Some(ours), Some(file)) => {
                let args = [("field", label), ("ours", ours.clone()), ("file", file.clone())];
                speech.text("core-import-moved", &args)
            }
            _ => label,
        }
    };
    changed.map(line).collect::<Vec<_>>().join(&speech.say("app-list-comma"))
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

/// Rows by their title, as it is compared.
type Posts<'a> = HashMap<String, Vec<&'a PersonRow>>;

fn gone_views(gone: Vec<&Person>, list: &PeopleList, known: &Known, speech: &Speech) -> Vec<GonePerson> {
    let mut posts = Posts::new();
    for row in list.rows.iter().filter(|_| !gone.is_empty()) {
        let Some(title) = row.title.as_deref().filter(|_| row.any_name().is_some()) else { continue };
        let of_title = posts.entry(folded(title)).or_default();
        if of_title.len() < OF_ONE_TITLE {
            of_title.push(row);
        }
    }
    gone.into_iter().map(|one| gone_view(one, &posts, known, speech)).collect()
}

fn gone_view(person: &Person, posts: &Posts, known: &Known, speech: &Speech) -> GonePerson {
    let post = match known.held(person.id) {
        [(_, seat), ..] => crate::names::either(&seat.title_zh, &seat.title_en, speech.lang()),
        [] => post_of(known.whole, person.id, known.today, speech.lang()),
    };
    let next = successor(person, posts, known);
    let why = match &next {
        Some(name) => speech.text("core-import-gone-next", &[("name", name.clone())]),
        None => speech.say("core-import-gone-ask"),
    };
    GonePerson { person: person.id, name: person_name(person, speech), post, ends: next.is_some(), why }
}

/// Whom the list names in the post of somebody it no longer names.
fn successor(person: &Person, posts: &Posts, known: &Known) -> Option<String> {
    let (_, seat) = known.held(person.id).first()?;
    let units = known.unit_names(seat);
    let here =
        |row: &&&PersonRow| row.unit.as_deref().is_none_or(|unit| units.iter().any(|own| folded(own) == folded(unit)));
    let titles = seat.title_zh.iter().chain(&seat.title_en);
    let rows = titles.filter_map(|title| posts.get(&folded(title))).flatten();
    rows.filter(here).find_map(|row| row.any_name()).map(str::to_owned)
}
