//! A whole workspace as an interchange file: put in as it is, never over what is there.

use domain::scene::Wording;
use domain::*;
use intake::interchange::Interchange;

use super::summary::nobody;
use crate::progress::{Phase, Progress};
use crate::wire::{Imported, RecordCount, ViewContext};
use crate::{App, Error};

/// The sample workspace as an interchange file.
const SAMPLE: &str = include_str!("../../../../../samples/workspace.json");

/// How many records of each kind there are.
pub(super) fn counts(snapshot: &Snapshot) -> Vec<RecordCount> {
    let mut list = Vec::new();
    macro_rules! count {
        ($field:ident, $record:ty) => {
            if !snapshot.$field.is_empty() {
                list.push(RecordCount { kind: stringify!($field).into(), count: snapshot.$field.len() as u32 });
            }
        };
    }
    domain::for_each_record!(count);
    list
}

/// Puts everything in, in one step.
///
/// # Errors
/// When a record is there already.
pub(super) fn put_interchange(app: &mut App, context: &ViewContext, file: &Interchange) -> Result<Imported, Error> {
    let (whole, snapshot) = (app.whole()?, &file.records);
    if clashes(&whole, snapshot) || any_kept(app.store()?, &file.pictures)? {
        return Err(Error::refused("import-same"));
    }
    // One workspace, one company: in an empty workspace the file's takes the place of what is there.
    let replaced: Vec<_> = if whole.accounts.is_empty() && !snapshot.companies.is_empty() {
        whole.companies.iter().map(|one| one.id).collect()
    } else {
        vec![]
    };
    let fresh = whole.accounts.is_empty();
    let known: std::collections::HashSet<PolicyId> = whole.policies.iter().map(|one| one.id).collect();
    let progress = app.progress();
    let (_, changed) = app.transact(context.lang, "import", |tx| {
        for id in replaced {
            tx.remove::<Company>(id)?;
        }
        let mut records = snapshot.clone();
        // Into an empty workspace the file brings its own rules; elsewhere ours stay.
        records.policies.retain(|one| fresh || !known.contains(&one.id));
        records.companies.retain(|_| fresh);
        put_stepwise(tx, &records, &progress)?;
        Ok(file.pictures.iter().try_for_each(|one| tx.put(one))?)
    })?;
    let (people, seats) = (snapshot.people.len() as u32, snapshot.seats.len() as u32);
    let args = [("people", people.to_string()), ("seats", seats.to_string()), ("skipped", "0".to_owned())];
    let text = app.words().speak(context.lang).text("core-import-done", &args);
    let account = snapshot.accounts.first().map(|one| one.id);
    Ok(Imported { account, people, seats, text, ..nobody(changed) })
}

/// Whether the bytes of any of these photographs are already there.
fn any_kept(store: &store::Store, pictures: &[Picture]) -> Result<bool, Error> {
    for one in pictures {
        if store.get::<Picture>(one.id)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether any record but a policy is already there: it would be overwritten without a word.
fn clashes(whole: &Snapshot, file: &Snapshot) -> bool {
    let mut known = std::collections::HashSet::new();
    let mut clash = false;
    macro_rules! note {
        ($field:ident, $record:ty) => {
            known.extend(whole.$field.iter().map(|one| uuid::Uuid::from(one.id)));
        };
    }
    macro_rules! compare {
        ($field:ident, $record:ty) => {
            clash |= file.$field.iter().any(|one| known.contains(&uuid::Uuid::from(one.id)));
        };
    }
    domain::for_each_record!(note);
    for policy in &whole.policies {
        known.remove(&uuid::Uuid::from(policy.id));
    }
    domain::for_each_record!(compare);
    clash
}

/// Fills a new workspace with the fictional sample accounts. This text is built in, so it needs no limited reader.
pub(crate) fn fill_with_sample(app: &mut App) -> Result<(), Error> {
    let sample = intake::interchange::read(SAMPLE)?;
    lay_ground(app, "sample", &sample.records)
}

/// Gives a new, empty workspace the policies every account kind refers to.
pub(crate) fn fill_with_policies(app: &mut App) -> Result<(), Error> {
    let sample = intake::interchange::read(SAMPLE)?;
    let basis = Snapshot { policies: sample.records.policies, ..Snapshot::default() };
    lay_ground(app, "policies", &basis)
}

/// Puts in what a new workspace starts with; undo does not go back behind it.
fn lay_ground(app: &mut App, op: &'static str, records: &Snapshot) -> Result<(), Error> {
    app.transact(Lang::ZhCn, op, |tx| Ok(tx.put_all(records)?))?;
    Ok(app.store_mut()?.settle()?)
}

/// Puts records one by one, so that a long import can be followed and stopped; stopped, nothing of it is kept.
pub(super) fn put_stepwise(tx: &mut store::Tx, records: &Snapshot, progress: &Progress) -> Result<(), Error> {
    progress.enter(Phase::Writing, counts(records).iter().map(|one| one.count).sum());
    tx.bring(records, || progress.step())
}
