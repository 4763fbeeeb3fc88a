//! A table read under a mapping, with all that is known of the people in it.

use std::rc::Rc;
use std::sync::Arc;

use domain::*;
use intake::people::{Mapping, PeopleField, PeopleList, Proposal, refused_heading};

use super::fixes::{Fixes, Ground};
use super::held::Held;
use super::known::Known;
use super::pairs::{Pair, pairs_of};
use super::remember::{memory, recalled};
use super::suppressed::Bars;
use crate::Error;
use crate::wire::FixChoice;

/// A list as it would be imported.
pub(super) struct Look<'a> {
    pub known: Rc<Known<'a>>,
    /// The list was imported before.
    pub memory: Option<&'a ImportSource>,
    pub mapping: Mapping,
    pub list: Arc<PeopleList>,
    pub pairs: Vec<Pair<'a>>,
    pub account: Option<AccountId>,
    pub suppression: Bars,
    /// What the list says in its own way, as decided.
    pub fixes: Fixes,
}

/// Where a list goes.
#[derive(Clone, Copy)]
pub(super) enum Target {
    /// Where its last edition went, else the account of its name.
    Proposed,
    Account(AccountId),
    New,
}

impl<'a> Look<'a> {
    /// Reads a table as `sent` maps it, or as it was mapped last time, or as proposed.
    ///
    /// # Errors
    /// A mapping with an unknown field, a field twice or a column that is not taken in; a choice a line does not have.
    pub fn read(
        whole: &'a Snapshot,
        today: Day,
        (table, proposal, file_name): (&Held, &Proposal, &str),
        (sent, said): (Option<&[Option<String>]>, &[FixChoice]),
        target: Target,
    ) -> Result<Self, Error> {
        let memory = memory(whole, file_name, proposal);
        let mapping = match (sent, memory) {
            (None, Some(memory)) => recalled(proposal, memory),
            _ => mapping_of(proposal, sent)?,
        };
        let mut list = table.people(&mapping);
        let fixes = Fixes::settle(&mut list, &Ground { whole, today, mapping: &mapping, proposal, memory, said })?;
        let account = match target {
            Target::Account(id) => Some(whole.account(id).ok_or(Error::missing("account"))?.id),
            Target::New => None,
            Target::Proposed => proposed(whole, memory, file_name),
        };
        let known = Rc::new(Known::read(whole, account, today));
        // Another account than last time: nobody of the last edition is missed there.
        let memory_here = memory.filter(|one| one.account.is_none() || one.account == account);
        let pairs = pairs_of(&list, &known, account, memory_here);
        let suppression = Bars::read(whole, account);
        Ok(Self { known, memory: memory_here, mapping, list, pairs, account, suppression, fixes })
    }

    /// Whether a row stays out: somebody erased, or left out by choice.
    pub fn bars(&self, at: usize) -> bool {
        let row = &self.list.rows[at];
        self.fixes.leaves_out(row.row) || self.suppression.bars(row)
    }
}

fn proposed(whole: &Snapshot, memory: Option<&ImportSource>, file_name: &str) -> Option<AccountId> {
    let last = memory.and_then(|one| one.account).and_then(|id| whole.account(id));
    let name = stem(file_name);
    let named =
        || whole.accounts.iter().find(|one| [&one.name_zh, &one.name_en].into_iter().flatten().any(|own| own == name));
    last.or_else(named).map(|one| one.id)
}

/// The name of a file without its end: what a new account is called.
pub(super) fn stem(file_name: &str) -> &str {
    file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem)
}

/// The mapping a user sent, by column, or the one proposed.
fn mapping_of(proposal: &Proposal, sent: Option<&[Option<String>]>) -> Result<Mapping, Error> {
    let mut mapping = proposal.mapping();
    let Some(sent) = sent else { return Ok(mapping) };
    mapping.columns.clear();
    for (column, code) in proposal.columns.iter().zip(sent) {
        let Some(code) = code else { continue };
        let field = PeopleField::from_code(code).ok_or_else(|| Error::refused("import-field").with("field", code))?;
        if refused_heading(&column.heading).is_some() {
            return Err(Error::refused("import-not-taken").with("column", &column.letter));
        }
        if !field.takes_several() && mapping.columns.values().any(|one| *one == field) {
            return Err(Error::refused("import-twice-field").with("field", code));
        }
        mapping.columns.insert(column.letter.clone(), field);
    }
    Ok(mapping)
}
