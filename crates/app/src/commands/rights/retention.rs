//! What is kept past its time: shown, kept longer with a reason, or deleted for good by somebody's decision.
//!
//! Deliberately absent: times (`engine::retention`), and erasing people, which has a page of its own.

use std::collections::HashSet;

use chrono::Days;
use domain::engine::retention::{Retained, retained};
use domain::scene::Wording;
use domain::*;
use store::{Table, Tx};

use super::request::person_name;
use crate::commands::{clean_text, must};
use crate::names;
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error, new_id};

/// How far ahead anybody may look, in days.
const FARTHEST: u32 = 366;
/// Rows of one answer.
const MOST: usize = 500;
/// Tables that must forget what is deleted here.
const TABLES: &[&str] = &[Fact::NAME, Photo::NAME, Picture::NAME, StanceReading::NAME, CompetitorSignal::NAME];

/// What is due, and what will be soon.
pub fn get_retention(app: &mut App, context: &ViewContext, request: GetRetention) -> Result<RetentionView, Error> {
    let whole = app.whole()?;
    let end = context.today.checked_add_days(Days::new(u64::from(request.ahead.min(FARTHEST)))).unwrap_or(Day::MAX);
    let speech = app.words().speak(context.lang);
    let all = retained(&whole, context.today, end);
    let due = all.iter().filter(|one| one.until < context.today).count() as u32;
    let stretch = all.iter().skip(request.offset as usize).take(MOST);
    let rows = stretch.map(|one| row(&whole, one, context.today, &speech)).collect();
    Ok(RetentionView { rows, due, total: all.len() as u32, offset: request.offset })
}

fn row(whole: &Snapshot, one: &Retained, today: Day, speech: &Speech) -> RetentionRow {
    let visit = one.visit.and_then(|id| whole.visit(id));
    let name = match (one.person, visit) {
        (Some(person), _) => person_name(whole, person, speech),
        (None, Some(visit)) => {
            let account = whole.account(visit.account).map(|one| names::account_name(one, speech.lang()));
            format!("{} {}", account.unwrap_or_default(), speech.day(visit.starts_on)).trim().to_owned()
        }
        _ => String::new(),
    };
    let fact = whole.facts.iter().find(|fact| fact.id.to_string() == one.object);
    let what = fact.map_or_else(|| speech.label("rights-retained", one.kind), |fact| speech.label("fact", fact.kind));
    RetentionRow {
        kind: one.kind,
        object: one.object.clone(),
        person: one.person,
        visit: one.visit,
        name,
        what,
        rule: speech.text(&format!("rights-rule-{}", one.kind.code()), &[("day", one.since.to_string())]),
        due_on: one.until,
        due: one.until < today,
        deletable: is_deletable(one.kind) && !one.held,
        held: one.held,
    }
}

/// Records that can go by themselves; people are erased, and a visit is cleaned, each on its own page.
fn is_deletable(kind: RetentionKind) -> bool {
    use RetentionKind as Kind;
    matches!(kind, Kind::Diet | Kind::Photo | Kind::Rumour | Kind::DatedFact | Kind::Stance)
}

/// The rows asked for, as they stand now.
fn chosen(
    app: &mut App,
    today: Day,
    rows: &[RetentionChoice],
) -> Result<(std::sync::Arc<Snapshot>, Vec<Retained>), Error> {
    let whole = app.whole()?;
    let asked: HashSet<(RetentionKind, &str)> = rows.iter().map(|one| (one.kind, one.object.as_str())).collect();
    let all = retained(&whole, today, Day::MAX).into_iter();
    let found: Vec<Retained> = all.filter(|one| asked.contains(&(one.kind, one.object.as_str()))).collect();
    if found.is_empty() || found.len() < asked.len() {
        return Err(Error::missing("line"));
    }
    Ok((whole, found))
}

/// Deletes what is past its time, for good. What is not past it, is held, or is no record by itself is refused.
pub fn delete_retained(app: &mut App, context: &ViewContext, request: DeleteRetained) -> Result<Changed, Error> {
    let (whole, rows) = chosen(app, context.today, &request.rows)?;
    if rows.iter().any(|one| one.held) {
        return Err(Error::refused("retention-held"));
    }
    if rows.iter().any(|one| !is_deletable(one.kind) || one.until >= context.today) {
        return Err(Error::refused("retention-early"));
    }
    let objects: HashSet<&str> = rows.iter().map(|one| one.object.as_str()).collect();
    let notes: Vec<RetentionNoteId> =
        whole.retention_notes.iter().filter(|one| objects.contains(one.object.as_str())).map(|one| one.id).collect();
    let (_, changed) = app.transact_for_good(context.lang, "delete-retained", TABLES, |tx| {
        rows.iter().try_for_each(|one| remove(tx, one))?;
        for id in notes {
            tx.remove::<RetentionNote>(id)?;
        }
        Ok(())
    })?;
    Ok(changed)
}

fn remove(tx: &mut Tx<'_>, one: &Retained) -> Result<(), Error> {
    let id = uuid::Uuid::parse_str(&one.object).map_err(|_| Error::missing("line"))?;
    match one.kind {
        RetentionKind::Photo => {
            for picture in tx.list_by::<Picture>("photo", id)? {
                tx.remove::<Picture>(picture.id)?;
            }
            tx.remove::<Photo>(id.into())?;
        }
        RetentionKind::Stance => {
            tx.remove::<StanceReading>(id.into())?;
        }
        _ => {
            if !tx.remove::<Fact>(id.into())? {
                tx.remove::<CompetitorSignal>(id.into())?;
            }
        }
    }
    Ok(())
}

/// Keeps it until a day, with a reason.
pub fn keep_retained(app: &mut App, context: &ViewContext, request: KeepRetained) -> Result<Changed, Error> {
    let reason = clean_text(&request.reason)?.ok_or(Error::refused("retention-reason"))?;
    if request.keep_until <= context.today {
        return Err(Error::refused("retention-day"));
    }
    let (whole, rows) = chosen(app, context.today, &request.rows)?;
    let note = |one: &Retained| {
        let before = whole.retention_notes.iter().find(|note| note.kind == one.kind && note.object == one.object);
        RetentionNote {
            id: before.map_or_else(new_id, |note| note.id),
            r#ref: None,
            kind: one.kind,
            object: one.object.clone(),
            keep_until: request.keep_until,
            reason: reason.clone(),
            decided_on: context.today,
            decided_by: None,
        }
    };
    let notes: Vec<RetentionNote> = rows.iter().map(note).collect();
    // A fact's own day moves too, so that warnings and papers agree.
    let dated = rows.iter().filter(|one| matches!(one.kind, RetentionKind::Diet | RetentionKind::DatedFact));
    let facts: Vec<Fact> = dated
        .map(|one| {
            let id = one.object.parse().map_err(|_| Error::missing("fact"))?;
            Ok(Fact { retain_until: Some(request.keep_until), ..must(&whole.facts, id, "fact")?.clone() })
        })
        .collect::<Result<_, Error>>()?;
    let (_, changed) = app.transact(context.lang, "keep-retained", |tx| {
        facts.iter().try_for_each(|one| tx.put(one))?;
        notes.iter().try_for_each(|one| tx.put(one))?;
        Ok(())
    })?;
    Ok(changed)
}
