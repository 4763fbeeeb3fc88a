//! Import: look at a file first, change the mapping, decide who is who, then say yes. One undoable step; nothing is written
//! before the yes.

mod after;
mod apply;
mod decide;
mod difference;
mod fields;
mod fixes;
mod held;
mod known;
mod look;
mod merge;
mod pairs;
mod questions;
mod records;
mod relation;
mod remember;
mod summary;
mod superiors;
mod suppressed;
mod view;
mod whole;

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::*;
use intake::interchange::Interchange;
use intake::people::{Proposal, propose, propose_for};
use intake::{Foreign, Limits};

use self::held::Held;
use self::look::{Look, Target, stem};
pub(crate) use self::records::new_colleague;
pub(crate) use self::whole::{fill_with_policies, fill_with_sample};
use crate::progress::{Phase, Progress};
use crate::wire::{
    AccountChoice, ApplyImport, DropImport, FixChoice, ImportView, Imported, Nothing, RemapImport, ViewContext,
};
use crate::{App, Error, names};

/// A file that waits for a yes.
pub struct Pending {
    file_name: String,
    content: Content,
}

enum Content {
    Table { table: Box<Held>, proposal: Box<Proposal> },
    Interchange(Box<Interchange>),
}

/// A file that was read and not yet looked at.
pub struct ReadFile(Pending);

/// Reads a file in the limited child. Needs no application, so that a host can go on meanwhile; stopped by `progress`.
///
/// # Errors
/// Everything the reader refuses; `intake-cancelled` when the user stopped it.
pub fn read_import(reader: &Path, progress: &Progress, path: &Path) -> Result<ReadFile, Error> {
    let file_name = path.file_name().map_or_else(String::new, |one| one.to_string_lossy().into_owned());
    read_with(progress, file_name, || intake::read_file_cancellable(reader, path, &Limits::default(), progress.watch()))
}

/// The same for a file a page was handed: its bytes as base64, and its name for the title alone.
///
/// # Errors
/// As [`read_import`].
pub fn read_dropped(reader: &Path, progress: &Progress, name: &str, bytes: &str) -> Result<ReadFile, Error> {
    let bytes = STANDARD.decode(bytes).map_err(|_| Error::Request("not base64".into()))?;
    let plain = name.rsplit(['/', '\\']).next().unwrap_or_default().chars().take(120).collect();
    read_with(progress, plain, || intake::read_bytes(reader, &bytes, &Limits::default(), progress.watch()))
}

fn read_with(
    progress: &Progress,
    file_name: String,
    read: impl FnOnce() -> Result<Foreign, intake::IntakeError>,
) -> Result<ReadFile, Error> {
    progress.begin(Phase::Reading, 0);
    let read = read();
    progress.rest();
    let content = match read? {
        Foreign::Table(table) => {
            Content::Table { proposal: Box::new(propose(&table)), table: Box::new(Held::new(table)) }
        }
        Foreign::Interchange(whole) => Content::Interchange(whole),
    };
    Ok(ReadFile(Pending { file_name, content }))
}

/// Reads a file in the limited child and proposes what to do with it. Writes nothing.
///
/// # Errors
/// Everything the reader refuses.
pub fn look_at_import(app: &mut App, context: &ViewContext, path: &Path) -> Result<ImportView, Error> {
    app.store()?;
    let read = read_import(&app.reader, &app.progress(), path)?;
    look_at_read(app, context, read)
}

/// Proposes what to do with a file that was read. Writes nothing.
///
/// # Errors
/// When no workspace is open.
pub fn look_at_read(app: &mut App, context: &ViewContext, read: ReadFile) -> Result<ImportView, Error> {
    app.store()?;
    let token = uuid::Uuid::now_v7().to_string();
    app.pending.insert(token.clone(), read.0);
    view(app, context, &token, &Asked { mapping: None, target: Target::Proposed, fixes: &[], pairs_from: 0 })
}

/// The same file with another mapping, or for another account.
pub fn remap_import(app: &mut App, context: &ViewContext, request: RemapImport) -> Result<ImportView, Error> {
    let target = match request.account {
        Some(account) => Target::Account(account),
        None if request.fresh => Target::New,
        None => Target::Proposed,
    };
    let Some(sheet) = request.sheet else {
        let (fixes, pairs_from) = (&request.fixes[..], request.pairs_from);
        return view(
            app,
            context,
            &request.token,
            &Asked { mapping: Some(&request.mapping), target, fixes, pairs_from },
        );
    };
    let file = app.pending.get_mut(&request.token).ok_or(Error::refused("import-gone"))?;
    if let Content::Table { table, proposal } = &mut file.content {
        **proposal = propose_for(table, sheet as usize);
    }
    view(app, context, &request.token, &Asked { mapping: None, target, fixes: &[], pairs_from: 0 })
}

/// How a file is to be looked at.
struct Asked<'a> {
    mapping: Option<&'a [Option<String>]>,
    target: Target,
    fixes: &'a [FixChoice],
    pairs_from: u32,
}

/// Forgets the file.
pub fn drop_import(app: &mut App, _: &ViewContext, request: DropImport) -> Result<Nothing, Error> {
    app.pending.remove(&request.token);
    Ok(Nothing {})
}

fn view(app: &mut App, context: &ViewContext, token: &str, asked: &Asked) -> Result<ImportView, Error> {
    let whole = app.whole()?;
    let file = app.pending.get(token).ok_or(Error::refused("import-gone"))?;
    let speech = app.words().speak(context.lang);
    let base = bare_view(token, &file.file_name, &whole, context.lang);
    match &file.content {
        Content::Interchange(whole) => {
            let records = whole::counts(&whole.records);
            let total = records.iter().map(|one| one.count).sum();
            Ok(ImportView { kind: "interchange".into(), records, total, good: total, ..base })
        }
        Content::Table { table, proposal } => {
            let progress = app.progress();
            progress.enter(Phase::Comparing, 0);
            let look = Look::read(
                &whole,
                context.today,
                (table, proposal, &file.file_name),
                (asked.mapping, asked.fixes),
                asked.target,
            );
            progress.rest();
            let look = look?;
            let base = ImportView {
                account: look.account,
                fields: view::fields(&speech),
                source: apply::source_of(&speech, &file.file_name, look.memory),
                purpose: apply::purpose_of(&speech, look.memory),
                ..base
            };
            let shown = view::table_view(base, table, proposal, &look, &speech);
            Ok(view::with_people(shown, &look, asked.pairs_from, &speech))
        }
    }
}

fn bare_view(token: &str, file_name: &str, whole: &Snapshot, lang: Lang) -> ImportView {
    let choice = |one: &Account| AccountChoice { account: one.id, name: names::account_name(one, lang) };
    ImportView {
        token: token.to_owned(),
        file_name: file_name.to_owned(),
        kind: "table".into(),
        sheet: None,
        header_row: 0,
        columns: vec![],
        fields: vec![],
        rows: vec![],
        problems: vec![],
        total: 0,
        good: 0,
        records: vec![],
        account_name: stem(file_name).to_owned(),
        accounts: whole.accounts.iter().map(choice).collect(),
        account: None,
        source: String::new(),
        purpose: String::new(),
        pairs: vec![],
        pairs_from: 0,
        pair_groups: vec![],
        fixes: vec![],
        after: vec![],
        sample_row: 0,
        pair_count: 0,
        unsure: 0,
        known: 0,
        suppressed: 0,
        difference: None,
        sheets: vec![],
        left_out: vec![],
    }
}

/// Yes: imports what is good, in one undoable step.
pub fn apply_import(app: &mut App, context: &ViewContext, request: ApplyImport) -> Result<Imported, Error> {
    let file = app.pending.remove(&request.token).ok_or(Error::refused("import-gone"))?;
    let progress = app.progress();
    progress.begin(Phase::Comparing, 0);
    let result = match &file.content {
        Content::Interchange(file) => whole::put_interchange(app, context, file),
        Content::Table { table, proposal } => {
            apply::put_people(app, context, &request, (table, proposal, &file.file_name))
        }
    };
    progress.rest();
    if result.is_err() {
        // Refused: the file waits on, so that the user can mend the mapping.
        app.pending.insert(request.token, file);
    }
    result
}
