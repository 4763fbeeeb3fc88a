//! What a list says in its own way, by kind: rows without a name, words for levels, a scale of its own, days nobody can read, owners
//! we do not have, and matters that are not kept. Each line has a proposal and a choice; a person decides, one by one or a
//! kind at once, and the list is read as decided.
//!
//! Deliberately absent: the words a person sees (`view`), and rows that may be somebody known (`pairs`).

mod days;
mod owners;
mod sensitive;
mod view;
mod words;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::*;
use intake::people::{Mapping, PeopleField, PeopleList, ProblemCode, Proposal};

pub(super) use self::view::{fix_view, remark};
use crate::Error;
use crate::wire::{FixChoice, FixKind};

/// Nothing is taken of it.
pub(super) const NONE: &str = "none";
/// One of ours is made anew of the name.
const NEW: &str = "new";

/// Why a line is proposed as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    Plain,
    /// One of ours who has left.
    Left,
    /// Sounds or is called like one of ours.
    Like(StaffId),
    /// Several of ours may be meant.
    Several,
    /// Nobody of ours is called so.
    Nobody,
}

/// One thing to decide. `fallback` is what happens when nobody does.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub key: String,
    pub rows: Vec<u32>,
    /// As it stands in the list.
    pub text: String,
    pub hint: Hint,
    pub proposed: Option<String>,
    pub fallback: Option<String>,
    pub chosen: Option<String>,
}

impl Line {
    fn new(fix: &str, name: &str, text: &str) -> Self {
        Self {
            key: format!("{fix}/{name}"),
            rows: Vec::new(),
            text: text.to_owned(),
            hint: Hint::Plain,
            proposed: None,
            fallback: None,
            chosen: None,
        }
    }

    /// What holds: as chosen, else what happens by itself.
    fn holds(&self) -> Option<&str> {
        self.chosen.as_deref().or(self.fallback.as_deref())
    }
}

/// Lines of one kind and, where it is one, of one column.
#[derive(Debug, Clone)]
pub(super) struct Fix {
    pub kind: FixKind,
    pub key: &'static str,
    pub field: PeopleField,
    pub lines: Vec<Line>,
}

impl Fix {
    /// Lines nobody has decided.
    pub fn open(&self) -> usize {
        self.lines.iter().filter(|one| one.chosen.is_none()).count()
    }
}

/// What lines are found and settled with.
pub(super) struct Ground<'a> {
    pub whole: &'a Snapshot,
    pub today: Day,
    pub mapping: &'a Mapping,
    pub proposal: &'a Proposal,
    pub memory: Option<&'a ImportSource>,
    pub said: &'a [FixChoice],
}

impl Ground<'_> {
    fn field_at(&self, letter: &str) -> Option<PeopleField> {
        self.mapping.columns.get(letter).copied()
    }

    fn heading_of(&self, field: PeopleField) -> Option<&str> {
        let letter = self.mapping.columns.iter().find(|(_, one)| **one == field)?.0;
        self.proposal.columns.iter().find(|one| one.letter == *letter).map(|one| one.heading.as_str())
    }

    /// What was said of a word when the list was imported before.
    fn remembered(&self, field: PeopleField, word: &str) -> Option<String> {
        let columns = self.memory?.columns.iter().filter(|one| one.field.as_deref() == Some(field.code()));
        columns.flat_map(|one| &one.words).find(|one| one.word == word).map(|one| one.meaning.clone())
    }

    fn said(&self, key: &str) -> Option<&str> {
        self.said.iter().rev().find(|one| one.key == key).map(|one| one.choice.as_str())
    }
}

/// Everything of a list that is to be decided, and what was.
#[derive(Debug, Default)]
pub(super) struct Fixes {
    pub all: Vec<Fix>,
    /// What a name in a column of ours stands for; a name that is not here is looked up as it is.
    pub owners: HashMap<String, Option<StaffId>>,
    left_out: HashSet<u32>,
}

impl Fixes {
    /// Finds what is to be decided in a list, and reads the list as decided.
    ///
    /// # Errors
    /// A choice a line does not have; `forbidden` for a text that is not kept.
    pub fn settle(list: &mut Arc<PeopleList>, ground: &Ground) -> Result<Self, Error> {
        let mut all: Vec<Fix> = Vec::new();
        all.extend(nameless(list));
        all.extend(words::find(list, ground));
        all.extend(words::scale(list, ground));
        all.extend(days::find(list, ground));
        all.extend(owners::find(list, ground));
        all.extend(sensitive::find(list));
        for fix in &mut all {
            choose(fix, ground)?;
        }
        let mut fixes = Self { all, ..Self::default() };
        // A list in which nothing is to be decided stays the one that is held.
        if !fixes.all.is_empty() {
            fixes.take(Arc::make_mut(list), ground)?;
        }
        Ok(fixes)
    }

    fn take(&mut self, list: &mut PeopleList, ground: &Ground) -> Result<(), Error> {
        let at = rows_of(list);
        for fix in &self.all {
            match fix.kind {
                FixKind::NoName => {
                    let skipped = fix.lines.iter().filter(|one| one.holds() == Some(NONE));
                    self.left_out.extend(skipped.flat_map(|one| one.rows.iter().copied()));
                }
                FixKind::Scale => words::take_scale(fix, list),
                FixKind::Words => words::take(fix, list, &at),
                FixKind::Days => days::take(fix, list, &at),
                FixKind::Owners => self.owners = owners::meant(fix, ground),
                FixKind::Sensitive => sensitive::take(fix, list),
            }
        }
        Ok(())
    }

    /// Whether a row was left out by choice.
    pub fn leaves_out(&self, row: u32) -> bool {
        self.left_out.contains(&row)
    }

    /// Refuses choices for lines there are not.
    ///
    /// # Errors
    /// The record is missing.
    pub fn check(&self, said: &[FixChoice]) -> Result<(), Error> {
        let known: HashSet<&str> = self.all.iter().flat_map(|one| &one.lines).map(|one| one.key.as_str()).collect();
        let there = |one: &FixChoice| one.key.ends_with("/*") || known.contains(one.key.as_str());
        if said.iter().all(there) { Ok(()) } else { Err(Error::missing("fix")) }
    }

    /// What words of a field were said to mean, for the next edition.
    pub fn words_of(&self, field: PeopleField) -> Vec<WordUse> {
        let kept =
            |one: &&Fix| one.field == field && matches!(one.kind, FixKind::Words | FixKind::Scale | FixKind::Owners);
        let lines = self.all.iter().filter(kept).flat_map(|one| &one.lines);
        let chosen = lines.filter_map(|one| Some((one, one.chosen.clone()?)));
        // A colleague made anew is found by name next time.
        chosen
            .filter(|(_, meaning)| meaning != NEW)
            .map(|(one, meaning)| WordUse { word: one.text.clone(), meaning })
            .collect()
    }
}

/// Takes what was said of each line, or of its kind at once, or remembered.
fn choose(fix: &mut Fix, ground: &Ground) -> Result<(), Error> {
    let at_once = ground.said(&format!("{}/*", fix.key)).is_some();
    let (kind, field) = (fix.kind, fix.field);
    for line in &mut fix.lines {
        let by_hand = ground.said(&line.key).filter(|one| !one.is_empty()).map(str::to_owned);
        if let Some(choice) = &by_hand {
            allowed(kind, field, line, choice, ground)?;
        }
        // One of ours may have left since it was remembered.
        let remembers = matches!(kind, FixKind::Words | FixKind::Scale | FixKind::Owners);
        let before = ground.remembered(field, &line.text).filter(|_| remembers && by_hand.is_none());
        let before = before.filter(|one| allowed(kind, field, line, one, ground).is_ok());
        line.chosen = by_hand.or(before).or_else(|| line.proposed.clone().filter(|_| at_once));
    }
    Ok(())
}

fn allowed(kind: FixKind, field: PeopleField, line: &Line, choice: &str, ground: &Ground) -> Result<(), Error> {
    let fits = match kind {
        FixKind::NoName => matches!(choice, "seat" | NONE),
        FixKind::Scale => matches!(choice, "10" | "5" | NONE),
        FixKind::Words => choice == NONE || words::fits(field, choice),
        FixKind::Days => choice == NONE || days::fits(field, choice, ground.today),
        FixKind::Owners => matches!(choice, NONE | NEW) || owners::in_post(ground.whole, choice).is_some(),
        FixKind::Sensitive => return sensitive::allowed(&line.text, choice),
    };
    if fits { Ok(()) } else { Err(Error::refused("import-fix").with("value", &line.text)) }
}

/// Index of each row of the file.
fn rows_of(list: &PeopleList) -> HashMap<u32, usize> {
    let own = list.rows.iter().enumerate().filter(|(_, one)| !one.from_superior_column);
    own.map(|(at, one)| (one.row, at)).collect()
}

/// Rows with a post and no name: seats whose holder is found out later.
fn nameless(list: &PeopleList) -> Option<Fix> {
    let missing = list.problems.iter().filter(|one| one.code == ProblemCode::NameMissing);
    let titles: HashMap<u32, &str> =
        list.rows.iter().map(|one| (one.row, one.title.as_deref().unwrap_or_default())).collect();
    let lines: Vec<Line> = missing
        .map(|one| Line {
            rows: vec![one.row],
            proposed: Some("seat".into()),
            fallback: Some("seat".into()),
            ..Line::new("name", &one.row.to_string(), titles.get(&one.row).copied().unwrap_or_default())
        })
        .collect();
    (!lines.is_empty()).then_some(Fix { kind: FixKind::NoName, key: "name", field: PeopleField::Name, lines })
}

/// Lines of one text each, in the order they are met.
#[derive(Default)]
struct Gathered {
    lines: Vec<Line>,
    at: HashMap<String, usize>,
}

impl Gathered {
    /// The line of a text; `true` when it was made now.
    fn line(&mut self, fix: &str, text: &str) -> (&mut Line, bool) {
        let next = self.lines.len();
        let at = *self.at.entry(text.to_owned()).or_insert(next);
        if at == next {
            self.lines.push(Line::new(fix, text, text));
        }
        (&mut self.lines[at], at == next)
    }
}
