//! What becomes of each row: the choices a user made, and the proposal where none was made.

use std::collections::{BTreeSet, HashMap};

use domain::PersonId;
use intake::people::{PeopleField, PeopleList};

use super::fields::{copy, only_fills};
use super::pairs::{Other, Pair};
use crate::Error;
use crate::wire::{PairChoice, PairDecision};

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    New,
    /// Is this person; these fields are taken from the file.
    Same(PersonId, BTreeSet<PeopleField>),
    /// Is the person of an earlier row; these fields are taken from the later one.
    Into(usize, BTreeSet<PeopleField>),
    Skip,
}

/// The list as decided: rows that stay, and which of them are somebody known.
pub(super) struct Decided {
    pub list: PeopleList,
    pub same: HashMap<usize, (PersonId, BTreeSet<PeopleField>)>,
    /// Rows left out by choice.
    pub skipped: usize,
    /// Rows that became one with an earlier one.
    pub joined: usize,
}

/// Applies choices to pairs. `barred` rows are left out whatever was chosen.
///
/// # Errors
/// A choice for a pair there is not, or a field it does not have.
pub(super) fn decide(
    list: PeopleList,
    pairs: &[Pair],
    choices: &[PairChoice],
    barred: &dyn Fn(usize) -> bool,
) -> Result<Decided, Error> {
    let chosen = read(&list, pairs, choices)?;
    let mut fates = vec![Fate::New; list.rows.len()];
    for pair in pairs {
        // Most lists come without a choice: then no pair needs its name.
        let own = if chosen.is_empty() { None } else { chosen.get(&pair.key(&list)) };
        let fate = match own {
            Some((PairDecision::Same, fields)) => same(pair, fields.clone()),
            Some((PairDecision::Another, _)) => Fate::New,
            Some((PairDecision::Skip, _)) => Fate::Skip,
            None if pair.certain => same(pair, pair.proposed()),
            None => Fate::New,
        };
        let own = &mut fates[pair.row];
        if rank(&fate) > rank(own) {
            *own = fate;
        }
    }
    (0..fates.len()).filter(|at| barred(*at)).for_each(|at| fates[at] = Fate::Skip);
    Ok(settle(list, fates))
}

type Chosen = HashMap<String, (PairDecision, BTreeSet<PeopleField>)>;

fn read(list: &PeopleList, pairs: &[Pair], choices: &[PairChoice]) -> Result<Chosen, Error> {
    if choices.is_empty() {
        return Ok(Chosen::new());
    }
    let there: HashMap<String, &Pair> = pairs.iter().map(|one| (one.key(list), one)).collect();
    let mut chosen = Chosen::new();
    for choice in choices {
        let pair = there.get(&choice.key).ok_or(Error::missing("pair"))?;
        let mut fields = BTreeSet::new();
        for code in &choice.file {
            let own = pair.fields().iter().find(|one| one.field.code() == code);
            let field = own.ok_or_else(|| Error::refused("import-field").with("field", code))?.field;
            fields.extend((!only_fills(field) || own.is_some_and(|one| one.ours.is_empty())).then_some(field));
        }
        chosen.insert(choice.key.clone(), (choice.decision, fields));
    }
    Ok(chosen)
}

fn same(pair: &Pair, fields: BTreeSet<PeopleField>) -> Fate {
    match pair.other {
        Other::Person(id) => Fate::Same(id, fields),
        Other::Row(at) => Fate::Into(at, fields),
    }
}

/// A row with several pairs: being somebody known says most, leaving it out more than a new person.
fn rank(fate: &Fate) -> u8 {
    match fate {
        Fate::New => 0,
        Fate::Skip => 1,
        Fate::Into(..) => 2,
        Fate::Same(..) => 3,
    }
}

/// Joins rows, takes out those left out, and keeps who reports to whom.
fn settle(mut list: PeopleList, fates: Vec<Fate>) -> Decided {
    let mut place: Vec<Option<usize>> = (0..fates.len()).map(Some).collect();
    let mut joined = 0;
    for (at, fate) in fates.iter().enumerate() {
        match fate {
            Fate::Into(other, fields) => {
                // Earlier rows are settled already, so one step leads to the row that stays.
                let target = place[*other];
                if let Some(target) = target {
                    join(&mut list, at, target, fields);
                    joined += 1;
                }
                place[at] = target;
            }
            Fate::Skip => place[at] = None,
            Fate::New | Fate::Same(..) => {}
        }
    }
    let stays = (0..fates.len()).filter(|at| place[*at] == Some(*at));
    let now: HashMap<usize, usize> = stays.enumerate().map(|(new, old)| (old, new)).collect();
    let moved = |old: usize| place.get(old).copied().flatten().and_then(|one| now.get(&one).copied());
    let mut rows = Vec::with_capacity(now.len());
    let mut same = HashMap::new();
    for (old, mut row) in list.rows.into_iter().enumerate().filter(|(old, _)| place[*old] == Some(*old)) {
        let new = rows.len();
        row.superior = row.superior.and_then(moved).filter(|above| *above != new);
        rows.push(row);
        if let Fate::Same(person, fields) = &fates[old] {
            same.insert(new, (*person, fields.clone()));
        }
    }
    let skipped = fates.iter().filter(|one| **one == Fate::Skip).count();
    Decided { list: PeopleList { rows, problems: list.problems, rows_read: list.rows_read }, same, skipped, joined }
}

fn join(list: &mut PeopleList, from: usize, to: usize, fields: &BTreeSet<PeopleField>) {
    let row = list.rows[from].clone();
    let target = &mut list.rows[to];
    fields.iter().for_each(|field| copy(&row, target, *field));
    target.superior = target.superior.or(row.superior);
    target.last_touch = target.last_touch.max(row.last_touch);
    // Two rows of one person need nothing to tell them apart any more.
    let name = target.any_name().map(str::to_owned);
    let namesakes = list.rows.iter().enumerate().filter(|(at, one)| *at != from && one.any_name() == name.as_deref());
    if namesakes.count() < 2 {
        list.rows[to].label = None;
    }
}
