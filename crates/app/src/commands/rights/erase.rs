//! Erasing somebody for good: what it would do, doing it, and the certificate.
//!
//! Owns: the order of it. Deliberately absent: which records go (`engine::erasure`), what names somebody (`engine::mentions`),
//! and how the file forgets (`store`).

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Instant;

use domain::engine::erasure::{Erasure, about, copies_with, erasure, hold_on};
use domain::engine::mentions::Called;
use domain::engine::suppression::{Identity, Suppression, suppress_hash};
use domain::*;
use serde_json::Value;
use store::{Table, TextPlace, Tx};
use uuid::Uuid;

use super::audit::base;
use super::living;
use crate::commands::photo::remove_photos_of;
use crate::names;
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error, new_id, new_salt};

/// Operations that write a file somebody may keep; their lines of the audit tell what is left to call back.
pub(crate) const WRITES: &[&str] =
    &["export-workspace", "write-map", "write-handover", "write-review", "write-agenda", "write-access", "export-list"];

/// Everything about one erasure, worked out and not yet done.
pub(crate) struct Plan {
    /// For whom of us it was worded, and the day it is about.
    asked: ViewContext,
    person: Person,
    erasure: Erasure,
    mentions: Vec<(TextPlace, MentionRow)>,
    copies: Vec<CopyRow>,
    written: Vec<WrittenRow>,
    hold: Option<String>,
    undo_steps: u32,
}

/// What erasing somebody would do.
pub fn get_erasure(app: &mut App, context: &ViewContext, request: GetErasure) -> Result<ErasureView, Error> {
    let plan = plan(app, context, request.person)?;
    let speech = app.words().speak(context.lang);
    let (gone, kept) = (counts(&plan.erasure.gone, &speech), counts(&plan.erasure.put, &speech));
    let view = ErasureView {
        person: plan.person.id,
        name: names::bare_name(&plan.person, &speech),
        hold: plan.hold.clone(),
        gone,
        kept,
        mentions: plan.mentions.iter().map(|one| one.1.clone()).collect(),
        copies: plan.copies.clone(),
        written: plan.written.clone(),
        undo_steps: plan.undo_steps,
        barred: plan.erasure.put.people.iter().any(|one| one.suppress_hash.is_some()),
    };
    app.erasing = Some(plan);
    Ok(view)
}

/// Erases somebody for good.
pub fn erase_person(app: &mut App, context: &ViewContext, request: ErasePerson) -> Result<Erased, Error> {
    let began = Instant::now();
    // What was looked at and agreed to is what is done; it is worked out again when anything has changed since.
    let looked = app.erasing.take().filter(|one| one.person.id == request.person && one.asked == *context);
    let plan = match looked {
        Some(plan) => plan,
        None => plan(app, context, request.person)?,
    };
    let typed = request.name.trim();
    let called = [&plan.person.name_zh, &plan.person.name_en].into_iter().flatten().any(|one| one.trim() == typed);
    let unnamed = plan.person.name_zh.is_none() && plan.person.name_en.is_none();
    let shown = || typed == names::bare_name(&plan.person, &app.words().speak(context.lang));
    let agreed = called || (unnamed && shown());
    if !agreed {
        return Err(Error::refused("erase-name"));
    }
    if let Some(reason) = &plan.hold {
        return Err(Error::refused("erase-held").with("reason", reason));
    }
    let asked: HashSet<(&str, &str, &str)> =
        request.mentions.iter().map(|one| (&*one.table, &*one.column, &*one.record)).collect();
    let chosen = |one: &&(TextPlace, MentionRow)| asked.contains(&(&*one.1.table, &*one.1.column, &*one.1.record));
    let texts: Vec<(TextPlace, String)> =
        plan.mentions.iter().filter(chosen).map(|one| (one.0, one.1.after.clone())).collect();
    let whole = app.whole()?;
    let (id, called) = (Uuid::from(request.person), Called::of(&whole, &plan.person));
    let fulfilled = fulfilled(&plan.erasure.put, request.person, context.today);
    let (_, changed) = app.transact_erasing(context.lang, "erase-person", |tx| {
        remove_photos_of(tx, Sitter::Person(request.person))?;
        remove_all(tx, &plan.erasure.gone)?;
        tx.put_all(&plan.erasure.put)?;
        texts.iter().try_for_each(|(place, text)| tx.set_text_at(*place, text))?;
        // Why somebody looked at the person, in words: the line and its reason code stay.
        tx.forget_reasons(&mut |about, text| about == id || !called.find(text, false).is_empty())?;
        Ok(tx.put(&fulfilled)?)
    })?;
    let speech = app.words().speak(context.lang);
    let certificate = Certificate {
        person: request.person,
        erased_on: context.today,
        actor: app.actor.clone(),
        gone: counts(&plan.erasure.gone, &speech),
        kept: counts(&plan.erasure.put, &speech),
        mentions: texts.len() as u32,
        mentions_left: (plan.mentions.len() - texts.len()) as u32,
        undo_steps: plan.undo_steps,
        barred: plan.erasure.put.people.iter().any(|one| one.suppress_hash.is_some()),
        copies: plan.copies.into_iter().map(|one| CopyRow { holder: None, ..one }).collect(),
        written: plan.written,
        millis: u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX),
    };
    Ok(Erased { changed, certificate })
}

fn plan(app: &mut App, context: &ViewContext, id: PersonId) -> Result<Plan, Error> {
    let whole = app.whole()?;
    let person = living(&whole, id)?.clone();
    let list = Suppression::of(&whole.people);
    let salt = list.salt().map_or_else(new_salt, str::to_owned);
    let hash = suppress_hash(&salt, &Identity::of(&whole, &person));
    let erasure = erasure(&whole, &person, context.today, hash);
    let speech = app.words().speak(context.lang);
    let hold = hold_on(&whole, id, context.today).map(|one| one.reason.clone());
    let copies = copies_with(&whole, id).into_iter().map(|one| copy_row(&whole, one, &speech)).collect();
    let mentions = mentions(app, &whole, &person, &erasure, context.lang)?;
    let written = written(app, &whole, id)?;
    let undo_steps = app.store()?.undoable()?;
    Ok(Plan { asked: context.clone(), person, erasure, mentions, copies, written, hold, undo_steps })
}

/// Files somebody wrote that may hold the person: of the whole workspace, or of an account the person holds or held a post in.
pub(super) fn written(app: &App, whole: &Snapshot, id: PersonId) -> Result<Vec<WrittenRow>, Error> {
    let seats: HashSet<SeatId> = whole.tenures.iter().filter(|one| one.person == id).map(|one| one.seat).collect();
    let accounts: HashSet<Uuid> =
        whole.seats.iter().filter(|one| seats.contains(&one.id)).map(|one| one.account.into()).collect();
    let near = |about: Uuid| about.is_nil() || about == Uuid::from(id) || accounts.contains(&about);
    let wrote = |op: &str| WRITES.contains(&base(op));
    let is = |one: &store::AuditEntry| one.kind == "saw" && wrote(&one.op) && near(one.about);
    let found = app.store()?.audit(is)?;
    Ok(found.into_iter().map(|one| WrittenRow { op: base(&one.op).to_owned(), at: one.at, actor: one.actor }).collect())
}

/// Every text that names the person and would still be there afterwards.
fn mentions(
    app: &App,
    whole: &Snapshot,
    person: &Person,
    erasure: &Erasure,
    lang: Lang,
) -> Result<Vec<(TextPlace, MentionRow)>, Error> {
    let called = Called::of(whole, person);
    if called.is_empty() {
        return Ok(Vec::new());
    }
    let (gone, put) = (ids(&erasure.gone), after(&erasure.put));
    let own = about(whole, person.id);
    let [zh, en] = [Lang::ZhCn, Lang::En].map(|lang| app.words().speak(lang).say("rights-erased-word"));
    let speech = app.words().speak(lang);
    let mut found = Vec::new();
    app.store()?.each_text(&mut |cell| {
        let id = cell.place.id;
        // What goes anyway needs no writing over, and of what is written anew only what will stand there counts.
        let text = match put.get(&id).map(|fields| fields.get(cell.place.column)) {
            _ if gone.contains(&id) => return,
            None => Cow::Borrowed(cell.text),
            Some(None | Some(Value::Null)) => return,
            Some(Some(Value::String(text))) => Cow::Borrowed(text.as_str()),
            Some(Some(other)) => Cow::Owned(other.to_string()),
        };
        let word = if text.chars().any(is_han) { &zh } else { &en };
        let about = own.contains(&id);
        let said =
            if cell.listed { without_listed(&called, &text, about, word) } else { called.without(&text, about, word) };
        if let Some((after, sure)) = said {
            let row = MentionRow {
                table: cell.place.table.into(),
                column: cell.place.column.into(),
                record: id.to_string(),
                place: table_label(cell.place.table, &speech),
                before: text.into_owned(),
                after,
                sure,
            };
            found.push((cell.place, row));
        }
    })?;
    Ok(found)
}

/// The same for strings inside JSON, whose own words must stay.
fn without_listed(called: &Called, text: &str, about: bool, word: &str) -> Option<(String, bool)> {
    let mut value: Value = serde_json::from_str(text).ok()?;
    let mut found = None;
    write_over(&mut value, &mut |one| {
        let (after, sure) = called.without(one, about, word)?;
        found = Some(found.unwrap_or(true) && sure);
        Some(after)
    });
    Some((value.to_string(), found?))
}

fn write_over(value: &mut Value, over: &mut dyn FnMut(&str) -> Option<String>) {
    match value {
        Value::String(text) => {
            if let Some(after) = over(text) {
                *text = after;
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|one| write_over(one, over)),
        Value::Object(map) => map.values_mut().for_each(|one| write_over(one, over)),
        _ => {}
    }
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

/// Identities of all records of a bag.
fn ids(bag: &Snapshot) -> HashSet<Uuid> {
    let mut all = HashSet::new();
    macro_rules! each {
        ($field:ident, $record:ty) => {
            all.extend(bag.$field.iter().map(|one| Uuid::from(one.id)))
        };
    }
    domain::for_each_record!(each);
    all
}

/// The fields records will have.
fn after(put: &Snapshot) -> HashMap<Uuid, Value> {
    let mut all = HashMap::new();
    macro_rules! each {
        ($field:ident, $record:ty) => {
            all.extend(put.$field.iter().filter_map(|one| Some((Uuid::from(one.id), serde_json::to_value(one).ok()?))))
        };
    }
    domain::for_each_record!(each);
    all
}

/// Removes every record of a bag; photographs go with their pictures elsewhere.
fn remove_all(tx: &mut Tx<'_>, gone: &Snapshot) -> Result<(), Error> {
    macro_rules! each {
        ($field:ident, $record:ty) => {
            for one in &gone.$field {
                tx.remove::<$record>(one.id)?;
            }
        };
    }
    domain::for_each_record!(each);
    Ok(())
}

/// How many records of each kind a bag holds.
fn counts(bag: &Snapshot, speech: &Speech) -> Vec<CountRow> {
    let mut all: BTreeMap<&str, u32> = BTreeMap::new();
    macro_rules! each {
        ($field:ident, $record:ty) => {
            if !bag.$field.is_empty() {
                *all.entry(<$record as Table>::NAME).or_default() += bag.$field.len() as u32;
            }
        };
    }
    domain::for_each_record!(each);
    let row = |(kind, count): (&str, u32)| CountRow { kind: kind.into(), label: table_label(kind, speech), count };
    all.into_iter().map(row).collect()
}

/// What a table holds, in words.
pub(super) fn table_label(table: &str, speech: &Speech) -> String {
    let key = format!("rights-table-{}", table.replace('_', "-"));
    let said = speech.say(&key);
    if said == key { speech.say("rights-table-other") } else { said }
}

/// The request for erasure that this answers: the open one, or one noted now.
fn fulfilled(put: &Snapshot, person: PersonId, today: Day) -> RightsRequest {
    let open = |one: &&RightsRequest| one.kind == RightsKind::Erasure && one.status == RightsStatus::Open;
    let before = put.rights_requests.iter().find(open).cloned();
    let before = before.unwrap_or_else(|| RightsRequest::bare(new_id(), person, RightsKind::Erasure, today));
    RightsRequest { status: RightsStatus::Granted, closed_on: Some(today), ..before }
}

/// A copy with the visit it is of.
pub(super) fn copy_row(whole: &Snapshot, copy: &IssuedCopy, speech: &Speech) -> CopyRow {
    let visit = whole.visit(copy.visit);
    let account = visit.and_then(|one| whole.account(one.account));
    let account = account.map(|one| names::account_name(one, speech.lang())).unwrap_or_default();
    let day = visit.map(|one| speech.day(one.starts_on)).unwrap_or_default();
    CopyRow {
        visit: format!("{account} {day}").trim().to_owned(),
        edition: speech.say(&format!("edition-name-{}", copy.edition.code().replace('_', "-"))),
        number: copy.number,
        version: copy.version,
        format: copy.format.code().into(),
        holder: copy.holder.clone(),
        issued_on: copy.issued_on,
    }
}
