//! Import: look at a file first, change the mapping, then say yes. One undoable step; nothing is written before the yes.

use std::path::Path;

use domain::engine::reason::Severity;
use domain::scene::Wording;
use domain::*;
use intake::interchange::Interchange;
use intake::people::{Mapping, PeopleField, PeopleList, Proposal, Why, propose, read_people};
use intake::{Foreign, Limits, Table};

use super::people_list::{Names, Taken, records_of};
use crate::wire::{
    AccountChoice, ApplyImport, Changed, Choice, DropImport, ImportColumn, ImportProblem, ImportRow, ImportView,
    Imported, Nothing, RecordCount, RemapImport, ViewContext,
};
use crate::words::Speech;
use crate::{App, Error, names};

/// The sample workspace as an interchange file.
const SAMPLE: &str = include_str!("../../../../samples/workspace.json");
/// Rows of the preview.
const PREVIEW_ROWS: usize = 50;
/// Problems that are listed; the count covers all.
const LISTED_PROBLEMS: usize = 500;

/// A file that waits for a yes.
pub struct Pending {
    file_name: String,
    content: Content,
}

enum Content {
    Table { table: Box<Table>, proposal: Box<Proposal> },
    Interchange(Box<Interchange>),
}

/// Reads a file in the limited child and proposes what to do with it. Writes nothing.
///
/// # Errors
/// Everything the reader refuses.
pub fn look_at_import(app: &mut App, context: &ViewContext, path: &Path) -> Result<ImportView, Error> {
    app.store()?;
    let content = match intake::read_file(&app.reader, path, &Limits::default())? {
        Foreign::Table(table) => Content::Table { proposal: Box::new(propose(&table)), table: Box::new(table) },
        Foreign::Interchange(whole) => Content::Interchange(whole),
    };
    let file_name = path.file_name().map_or_else(String::new, |one| one.to_string_lossy().into_owned());
    let token = uuid::Uuid::now_v7().to_string();
    app.pending.insert(token.clone(), Pending { file_name, content });
    view(app, context, &token, None)
}

/// The same file with another mapping.
pub fn remap_import(app: &mut App, context: &ViewContext, request: RemapImport) -> Result<ImportView, Error> {
    view(app, context, &request.token, Some(&request.mapping))
}

/// Forgets the file.
pub fn drop_import(app: &mut App, _: &ViewContext, request: DropImport) -> Result<Nothing, Error> {
    app.pending.remove(&request.token);
    Ok(Nothing {})
}

fn pending<'a>(app: &'a App, token: &str) -> Result<&'a Pending, Error> {
    app.pending.get(token).ok_or(Error::refused("import-gone"))
}

fn view(
    app: &mut App,
    context: &ViewContext,
    token: &str,
    mapping: Option<&[Option<String>]>,
) -> Result<ImportView, Error> {
    let whole = app.whole()?;
    let file = pending(app, token)?;
    let speech = app.words().speak(context.lang);
    let accounts = whole
        .accounts
        .iter()
        .map(|one| AccountChoice { account: one.id, name: names::account_name(one, context.lang) })
        .collect();
    let account_name = file.file_name.rsplit_once('.').map_or(file.file_name.clone(), |(stem, _)| stem.to_owned());
    let base = ImportView {
        token: token.to_owned(),
        file_name: file.file_name.clone(),
        kind: "table".into(),
        sheet: None,
        header_row: 0,
        columns: vec![],
        fields: fields(&speech),
        rows: vec![],
        problems: vec![],
        total: 0,
        good: 0,
        records: vec![],
        account_name,
        accounts,
    };
    match &file.content {
        Content::Interchange(whole) => {
            let records = counts(&whole.records);
            let total = records.iter().map(|one| one.count).sum();
            Ok(ImportView { kind: "interchange".into(), records, total, good: total, ..base })
        }
        Content::Table { table, proposal } => {
            let mapping = mapping_of(proposal, mapping)?;
            let list = read_people(table, &mapping);
            Ok(table_view(base, table, proposal, &mapping, &list, &speech))
        }
    }
}

fn fields(speech: &Speech) -> Vec<Choice> {
    let field = |one: &PeopleField| Choice {
        code: one.code().into(),
        label: speech.say(&format!("intake-field-{}", one.code().replace('_', "-"))),
    };
    PeopleField::ALL.iter().map(field).collect()
}

fn counts(snapshot: &Snapshot) -> Vec<RecordCount> {
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

/// The mapping a user sent, by column, or the one proposed.
fn mapping_of(proposal: &Proposal, sent: Option<&[Option<String>]>) -> Result<Mapping, Error> {
    let mut mapping = proposal.mapping();
    let Some(sent) = sent else { return Ok(mapping) };
    mapping.columns.clear();
    for (column, code) in proposal.columns.iter().zip(sent) {
        let Some(code) = code else { continue };
        let field = PeopleField::from_code(code).ok_or_else(|| Error::refused("import-field").with("field", code))?;
        if !field.takes_several() && mapping.columns.values().any(|one| *one == field) {
            return Err(Error::refused("import-twice-field").with("field", code));
        }
        mapping.columns.insert(column.letter.clone(), field);
    }
    Ok(mapping)
}

fn table_view(
    base: ImportView,
    table: &Table,
    proposal: &Proposal,
    mapping: &Mapping,
    list: &PeopleList,
    speech: &Speech,
) -> ImportView {
    let column = |one: &intake::people::ColumnProposal| ImportColumn {
        letter: one.letter.clone(),
        heading: one.heading.clone(),
        samples: one.samples.clone(),
        field: mapping.columns.get(&one.letter).map(|field| field.code().to_owned()),
        certain: one.certainty == Some(intake::people::Certainty::Certain),
        why: one.why.map_or_else(String::new, |why| speech.say(why_key(why))),
    };
    let bad: std::collections::BTreeSet<u32> =
        list.problems.iter().filter(|one| one.severity == intake::people::Severity::Error).map(|one| one.row).collect();
    let read: std::collections::BTreeMap<u32, &intake::people::PersonRow> =
        list.rows.iter().filter(|one| !one.from_superior_column).map(|one| (one.row, one)).collect();
    // Headings of sections are neither imported nor wrong: they are not shown.
    let shown = |row: &&intake::Row| read.contains_key(&row.number) || bad.contains(&row.number);
    // A unit merged over several rows is written once and meant for all of them.
    let cell = |row: &intake::Row, column: &intake::people::ColumnProposal| -> String {
        let written = row.cell(column.column);
        let is_unit = mapping.columns.get(&column.letter) == Some(&PeopleField::Unit);
        let meant = if is_unit { read.get(&row.number).and_then(|one| one.unit.as_deref()) } else { None };
        meant.unwrap_or(written).chars().take(60).collect()
    };
    let cells = |row: &intake::Row| proposal.columns.iter().map(|one| cell(row, one)).collect();
    let sheet = table.sheets.get(mapping.sheet);
    ImportView {
        sheet: Some(proposal.sheet_name.clone()).filter(|name| !name.is_empty()),
        header_row: mapping.header_rows.1,
        columns: proposal.columns.iter().map(column).collect(),
        rows: sheet.map_or_else(Vec::new, |sheet| {
            let rows = sheet.rows.iter().filter(shown).take(PREVIEW_ROWS);
            rows.map(|row| ImportRow { row: row.number, cells: cells(row), good: !bad.contains(&row.number) }).collect()
        }),
        problems: list.problems.iter().take(LISTED_PROBLEMS).map(|one| problem(one, speech)).collect(),
        total: list.rows_read,
        good: list.rows.iter().filter(|one| !one.from_superior_column).count() as u32,
        ..base
    }
}

fn why_key(why: Why) -> &'static str {
    match why {
        Why::Heading => "intake-why-heading",
        Why::HeadingPart => "intake-why-heading-part",
        Why::Content => "intake-why-content",
        Why::HeadingAndContent => "intake-why-heading-and-content",
        Why::Format => "intake-why-format",
    }
}

fn problem(one: &intake::people::Problem, speech: &Speech) -> ImportProblem {
    let rows: Vec<String> = one.rows.iter().take(12).map(u32::to_string).collect();
    let heading = one.column.as_ref().map_or_else(String::new, |column| column.heading.clone());
    let args = [
        ("value", one.value.clone().unwrap_or_default()),
        ("rows", rows.join(&speech.say("app-list-comma"))),
        ("column", heading),
    ];
    ImportProblem {
        row: one.row,
        column: one.column.as_ref().map_or_else(String::new, |column| column.letter.clone()),
        severity: if one.severity == intake::people::Severity::Error { Severity::Red } else { Severity::Amber },
        text: speech.text(&format!("intake-problem-{}", one.code.code().replace('_', "-")), &args),
    }
}

/// Yes: imports what is good, in one undoable step.
pub fn apply_import(app: &mut App, context: &ViewContext, request: ApplyImport) -> Result<Imported, Error> {
    let file = app.pending.remove(&request.token).ok_or(Error::refused("import-gone"))?;
    let result = apply(app, context, &request, &file);
    if result.is_err() {
        // Refused: the file waits on, so that the user can mend the mapping.
        app.pending.insert(request.token, file);
    }
    result
}

fn apply(app: &mut App, context: &ViewContext, request: &ApplyImport, file: &Pending) -> Result<Imported, Error> {
    match &file.content {
        Content::Interchange(file) => put_interchange(app, context, file),
        Content::Table { table, proposal } => {
            let sent = (!request.mapping.is_empty()).then_some(request.mapping.as_slice());
            let mapping = mapping_of(proposal, sent)?;
            let mapped: Vec<PeopleField> = mapping.columns.values().copied().collect();
            if !mapped.iter().any(|one| {
                matches!(
                    one,
                    PeopleField::Name
                        | PeopleField::NameEn
                        | PeopleField::Surname
                        | PeopleField::Given
                        | PeopleField::Title
                )
            }) {
                return Err(Error::refused("import-no-name"));
            }
            let list = read_people(table, &mapping);
            put_people(app, context, request, &list, &file.file_name)
        }
    }
}

fn put_people(
    app: &mut App,
    context: &ViewContext,
    request: &ApplyImport,
    list: &PeopleList,
    file_name: &str,
) -> Result<Imported, Error> {
    if list.rows.is_empty() {
        return Err(Error::refused("import-nothing"));
    }
    let whole = app.whole()?;
    let speech = app.words().speak(context.lang);
    let names = Names {
        whole: &whole,
        account: request.account,
        account_name: super::clean_name(&request.account_name)?,
        today: context.today,
        source: source_of(&speech, file_name),
    };
    let Taken { records, account, skipped_owners, known } = records_of(list, &names)?;
    if records.seats.is_empty() {
        return Err(Error::refused("import-all-known").with("known", known));
    }
    let skipped = list.errors() as u32;
    let args = [
        ("people", records.people.len().to_string()),
        ("seats", records.seats.len().to_string()),
        ("skipped", skipped.to_string()),
        ("owners", skipped_owners.to_string()),
    ];
    let done = speech.text(if skipped_owners > 0 { "core-import-done-owners" } else { "core-import-done" }, &args);
    let told = (known > 0).then(|| speech.text("core-import-known", &[("known", known.to_string())]));
    let staff = records.staff.len();
    let hired = (staff > 0).then(|| speech.text("core-import-staff", &[("staff", staff.to_string())]));
    let text =
        [Some(done), hired, told].into_iter().flatten().collect::<Vec<_>>().join(&speech.say("app-sentence-gap"));
    let (people, seats) = (records.people.len() as u32, records.seats.len() as u32);
    let (_, changed) = app.transact(context.lang, "import", |tx| Ok(tx.put_all(&records)?))?;
    Ok(Imported {
        changed: Changed { created: Some(account.to_string()), ..changed },
        account: Some(account),
        people,
        seats,
        skipped,
        text,
    })
}

/// The source written into facts: the list and its day, never a path.
fn source_of(speech: &Speech, file_name: &str) -> String {
    speech.text("core-import-source", &[("file", file_name.chars().take(60).collect())])
}

fn put_interchange(app: &mut App, context: &ViewContext, file: &Interchange) -> Result<Imported, Error> {
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
    let (_, changed) = app.transact(context.lang, "import", |tx| {
        for id in replaced {
            tx.remove::<Company>(id)?;
        }
        let mut records = snapshot.clone();
        // Into an empty workspace the file brings its own rules; elsewhere ours stay.
        records.policies.retain(|one| fresh || !known.contains(&one.id));
        records.companies.retain(|_| fresh);
        tx.put_all(&records)?;
        Ok(file.pictures.iter().try_for_each(|one| tx.put(one))?)
    })?;
    let (people, seats) = (snapshot.people.len() as u32, snapshot.seats.len() as u32);
    let args = [("people", people.to_string()), ("seats", seats.to_string()), ("skipped", "0".to_owned())];
    let text = app.words().speak(context.lang).text("core-import-done", &args);
    Ok(Imported { account: snapshot.accounts.first().map(|one| one.id), changed, people, seats, skipped: 0, text })
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
