//! What becomes of each row: the choices a user made, and the proposal where none was made.

use std::collections::{BTreeSet, HashMap};

use domain::PersonId;
use intake::people::{PeopleField, PeopleList};

use super::fields::{copy, only_fills};
use super::pairs::{Other, Pair};
use crate::Error;
use crate::wire::{GroupChoice, PairChoice, PairDecision};

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    New,
    /// Is this person; these fields are taken from the file.
    Same(PersonId, BTreeSet<PeopleField>),
    /// Is the person of an earlier row; these fields are taken from the later one.
    Into(usize, BTreeSet<PeopleField>),
    Skip,
    /// Put off: it stays out, and a question is noted.
    Later(Other),
}

/// The list as decided: rows that stay, and which of them are somebody known.
pub(super) struct Decided {
    pub list: PeopleList,
    pub same: HashMap<usize, (PersonId, BTreeSet<PeopleField>)>,
    /// Rows left out by choice.
    pub skipped: usize,
    /// Rows that became one with an earlier one.
    pub joined: usize,
    /// Rows put off, by their place in the list as read, and whom they may be.
    pub later: Vec<(usize, Other)>,
}

/// Applies choices to pairs. `barred` rows are left out whatever was chosen.
///
/// # Errors
/// A choice for a pair there is not, or a field it does not have.
pub(super) fn decide(
    list: PeopleList,
    pairs: &[Pair],
    (choices, groups): (&[PairChoice], &[GroupChoice]),
    barred: &dyn Fn(usize) -> bool,
) -> Result<Decided, Error> {
    let together: HashMap<&str, PairDecision> = groups.iter().map(|one| (one.group.as_str(), one.decision)).collect();
    let chosen = read(&list, pairs, choices)?;
    let mut fates = vec![Fate::New; list.rows.len()];
    for pair in pairs {
        // Most lists come without a choice: then no pair needs its name.
        let own = if chosen.is_empty() { None } else { chosen.get(&pair.key(&list)) };
        let grouped = || if together.is_empty() { None } else { together.get(pair.group().as_str()).copied() };
        let fate = match own.map(|(decision, _)| *decision).or_else(grouped) {
            Some(PairDecision::Same) => same(pair, own.map_or_else(|| pair.proposed(), |(_, fields)| fields.clone())),
            Some(PairDecision::Another) => Fate::New,
            Some(PairDecision::Skip) => Fate::Skip,
            Some(PairDecision::Later) => Fate::Later(pair.other),
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
        Fate::Skip | Fate::Later(_) => 1,
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
            Fate::Skip | Fate::Later(_) => place[at] = None,
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
    let put_off = fates.iter().enumerate().filter_map(|(at, fate)| match fate {
        Fate::Later(other) => Some((at, *other)),
        _ => None,
    });
    let later = put_off.collect();
    Decided { list: PeopleList { rows, ..list }, same, skipped, joined, later }
}

fn join(list: &mut PeopleList, from: usize, to: usize, fields: &BTreeSet<PeopleField>) {
    let row = list.rows[from].clone();
    let target = &mut list.rows[to];
    fields.iter().for_each(|field| copy(&row, target, *field));
    let taken = row.superior.filter(|_| fields.contains(&PeopleField::Superior));
    target.superior = taken.or(target.superior).or(row.superior);
    target.last_touch = target.last_touch.max(row.last_touch);
    // Two rows of one person need nothing to tell them apart any more.
    let name = target.any_name().map(str::to_owned);
    let namesakes = list.rows.iter().enumerate().filter(|(at, one)| *at != from && one.any_name() == name.as_deref());
    if namesakes.count() < 2 {
        list.rows[to].label = None;
    }
}
