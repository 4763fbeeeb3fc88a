//! What is known of a list before it is read: how its columns were taken last time, and what its facts carry.

use std::collections::{BTreeSet, HashMap};

use domain::*;
use intake::people::{Mapping, PeopleField, Proposal, refused_heading};

use super::fields::{folded, kind_of};
use super::fixes::Fixes;
use crate::commands::clean_text;
use crate::commands::fact::{class_of, new_fact};
use crate::wire::ColumnNote;
use crate::{Error, new_id};

/// Least part of the headings, in percent, that an edition of a list shares with the one before.
const SAME_LIST: usize = 60;

/// The list this file is an edition of: the one with the same headings, else one of the same name with most of them.
pub(super) fn memory<'a>(whole: &'a Snapshot, file_name: &str, proposal: &Proposal) -> Option<&'a ImportSource> {
    let name = pattern(file_name);
    let headings: BTreeSet<String> = headings(proposal.columns.iter().map(|one| one.heading.as_str()));
    let share = |one: &ImportSource| {
        let own = self::headings(one.columns.iter().map(|column| column.heading.as_str()));
        let most = own.len().max(headings.len());
        (own.intersection(&headings).count() * 100).checked_div(most).unwrap_or(100)
    };
    let fits = |one: &&ImportSource| match share(one) {
        // Lists of two or three plain headings look all alike: then the name must agree too.
        100 if headings.len() > 3 => true,
        part => part >= SAME_LIST && one.name == name,
    };
    whole.import_sources.iter().filter(fits).max_by_key(|one| (one.name == name, share(one), one.last_on, one.id))
}

fn headings<'a>(all: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    all.map(folded).filter(|one| !one.is_empty()).collect()
}

/// Name of a file without its end, numbers and what parts them: editions of a list differ in those.
pub(super) fn pattern(file_name: &str) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let plain: String = stem.chars().filter(|c| c.is_alphabetic()).filter(|c| !"年月日".contains(*c)).collect();
    plain.to_lowercase()
}

/// The proposal with the columns taken as last time, by heading.
pub(super) fn recalled(proposal: &Proposal, memory: &ImportSource) -> Mapping {
    let mut mapping = proposal.mapping();
    let mut taken: BTreeSet<PeopleField> = BTreeSet::new();
    mapping.columns.clear();
    for (column, used) in proposal.columns.iter().map(|one| (one, use_of(memory, &one.heading))) {
        let field = match used {
            Some(used) => used.field.as_deref().and_then(PeopleField::from_code),
            None => column.field,
        };
        let field = field.filter(|_| refused_heading(&column.heading).is_none());
        if let Some(field) = field.filter(|one| taken.insert(*one) || one.takes_several()) {
            mapping.columns.insert(column.letter.clone(), field);
        }
    }
    mapping
}

/// How the column of this heading was taken last time.
pub(super) fn use_of<'a>(memory: &'a ImportSource, heading: &str) -> Option<&'a ColumnUse> {
    let wanted = folded(heading);
    memory.columns.iter().find(|one| !wanted.is_empty() && folded(&one.heading) == wanted)
}

/// What the facts of a list carry.
pub(super) struct Sourcing {
    pub source: String,
    pub purpose: String,
    notes: HashMap<PeopleField, ColumnNote>,
}

impl Sourcing {
    /// Of what a user noted for the list and its columns.
    ///
    /// # Errors
    /// A class below that of the kind of fact, or a text too long.
    pub fn read(
        source: String,
        purpose: String,
        proposal: &Proposal,
        mapping: &Mapping,
        notes: &[ColumnNote],
    ) -> Result<Self, Error> {
        let mut by_field = HashMap::new();
        for (column, note) in proposal.columns.iter().zip(notes) {
            let Some(field) = mapping.columns.get(&column.letter).copied() else { continue };
            if note.class.is_some_and(|class| least_class(field).is_none_or(|least| class < least)) {
                return Err(Error::refused("import-class").with("column", &column.letter));
            }
            let text = |one: &Option<String>| one.as_deref().map(clean_text).transpose().map(Option::flatten);
            let note = ColumnNote { source: text(&note.source)?, purpose: text(&note.purpose)?, class: note.class };
            by_field.insert(field, note);
        }
        Ok(Self { source, purpose, notes: by_field })
    }

    /// The source of values of a field.
    pub fn source_of(&self, field: PeopleField) -> &str {
        self.notes.get(&field).and_then(|one| one.source.as_deref()).unwrap_or(&self.source)
    }

    /// A value of a list as a fact, with all it must carry (F.4); `None` for a field that makes none.
    pub fn fact(&self, person: PersonId, field: PeopleField, value: Option<String>) -> Option<Fact> {
        let note = self.notes.get(&field);
        let bare = new_fact(person, kind_of(field)?, value, self.source_of(field), Confidence::Unverified, None);
        let purpose = note.and_then(|one| one.purpose.clone()).unwrap_or_else(|| self.purpose.clone());
        let class = note.and_then(|one| one.class).unwrap_or(bare.class);
        Some(Fact { purpose: Some(purpose), class, ..bare })
    }
}

/// The lowest class values of a field may have; `None`: it makes no fact.
pub(super) fn least_class(field: PeopleField) -> Option<DataClass> {
    kind_of(field).map(class_of)
}

/// The list as it will be remembered: in place of what is known of it, or new.
pub(super) fn remembered(
    memory: Option<&ImportSource>,
    file_name: &str,
    proposal: &Proposal,
    mapping: &Mapping,
    (sourcing, fixes): (&Sourcing, &Fixes),
) -> ImportSource {
    let columns = proposal.columns.iter().map(|one| {
        let field = mapping.columns.get(&one.letter).copied();
        let note = field.and_then(|field| sourcing.notes.get(&field)).cloned();
        let ColumnNote { source, purpose, class } =
            note.unwrap_or(ColumnNote { source: None, purpose: None, class: None });
        ColumnUse {
            heading: one.heading.clone(),
            field: field.map(|one| one.code().to_owned()),
            source,
            purpose,
            class,
            words: field.map_or_else(Vec::new, |field| fixes.words_of(field)),
        }
    });
    ImportSource {
        id: memory.map_or_else(new_id, |one| one.id),
        r#ref: memory.and_then(|one| one.r#ref.clone()),
        account: None,
        name: pattern(file_name),
        columns: columns.collect(),
        source: Some(sourcing.source.clone()),
        purpose: Some(sourcing.purpose.clone()),
        last_on: Day::MIN,
        people: Vec::new(),
    }
}
