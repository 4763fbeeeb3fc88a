//! Papers of a visit as files and as pages to look at, and the record of copies that left the desk.
//!
//! Deliberately absent: what an edition may hold (`domain::engine::edition`) and how it looks (`export`).

use std::path::Path;
use std::sync::Arc;

use domain::engine::brief::brief_visit;
use domain::engine::edition::{
    self as outward, DraftReason, crew_edition, draft_reasons, guest_edition, host_card_edition, places_edition,
    presenting_edition,
};
use domain::engine::host::last_day;
use domain::scene::{DisplayMode, Wording};
use domain::*;
use export::briefing::internal_paper;
use export::edition::{board_paper, crew_paper, guest_paper, host_card_paper, plates_paper, presenting_paper};
use export::paper::{Job, Paper, Pictures, fingerprint, write_docx, write_pdf};

use super::{NamedFile, plain_file_name, short_name, write_whole};
use crate::commands::clean_name;
use crate::commands::photo::jpeg_of;
use crate::wire::{ViewContext, WriteEdition};
use crate::words::Speech;
use crate::{App, Error, names, new_id};

/// Days after the visit when copies are returned (C.5, T+7).
const EXPIRES_AFTER: i64 = 7;

/// A paper in both languages, and what its content is known by.
pub(crate) struct Drawn {
    zh: Paper,
    en: Paper,
    pub fingerprint: String,
}

impl Drawn {
    /// The paper in one language, or Chinese over English.
    pub fn in_lang(self, lang: PaperLang) -> Paper {
        match lang {
            PaperLang::ZhCn => self.zh,
            PaperLang::En => self.en,
            PaperLang::Both => self.zh.beside(&self.en),
        }
    }
}

/// A paper ready to leave the desk. It has no number yet: that is given when it is issued.
pub struct Prepared {
    /// The name to propose for the file.
    pub name: String,
    request: WriteEdition,
    paper: Paper,
    fingerprint: String,
    /// Days on which the copy is made and returned.
    issued_on: Day,
    expires_on: Day,
}

/// The paper of a code.
///
/// # Errors
/// When there is no such edition.
pub fn paper_name(code: &str) -> Result<PaperName, Error> {
    PaperName::from_code(code).ok_or_else(|| Error::refused("edition-unknown").with("edition", code))
}

/// One copy of a paper, recorded as issued.
///
/// # Errors
/// As [`prepare_edition`], and when the copy cannot be recorded.
pub fn write_edition(app: &mut App, context: &ViewContext, request: WriteEdition) -> Result<NamedFile, Error> {
    let prepared = prepare_edition(app, context, request)?;
    let bytes = issue(app, context, &prepared, Ok)?;
    Ok(NamedFile { name: prepared.name, bytes })
}

/// A paper as it is now. A host may ask where to save it before [`issue_to`], and be told nowhere.
///
/// # Errors
/// In presenting anything but the edition for the screen; a card, a briefing or plates without guests; a holder that is no
/// name.
pub fn prepare_edition(app: &mut App, context: &ViewContext, mut request: WriteEdition) -> Result<Prepared, Error> {
    allowed(context, request.edition)?;
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = snapshot.visit(request.visit).ok_or(Error::missing("visit"))?;
    request.holder = request.holder.as_deref().map(clean_name).transpose()?.flatten();
    let drawn = draw(&snapshot, visit, context.today, request.edition, app)?;
    let speech = app.words().speak(request.lang.primary());
    let end = match request.format {
        PaperFormat::Pdf => "pdf",
        PaperFormat::Docx => "docx",
    };
    let name = plain_file_name(&file_name(&snapshot, visit, request.edition, &speech));
    Ok(Prepared {
        name: format!("{name}.{end}"),
        fingerprint: drawn.fingerprint.clone(),
        paper: drawn.in_lang(request.lang),
        issued_on: context.today,
        expires_on: last_day(visit).checked_add_signed(chrono::Duration::days(EXPIRES_AFTER)).unwrap_or(Day::MAX),
        request,
    })
}

/// One copy for the printer: a PDF, whatever was asked for, numbered and marked as a saved one. It is counted when `lay` has
/// laid it where the printer's program finds it.
///
/// # Errors
/// As [`prepare_edition`]; what `lay` or the store refuses.
pub fn print_edition(
    app: &mut App,
    context: &ViewContext,
    request: WriteEdition,
    lay: impl FnOnce(NamedFile) -> Result<(), Error>,
) -> Result<(), Error> {
    let prepared = prepare_edition(app, context, WriteEdition { format: PaperFormat::Pdf, ..request })?;
    let name = prepared.name.clone();
    issue(app, context, &prepared, |bytes| lay(NamedFile { name, bytes }))
}

/// Issues a copy into a file: written and recorded, or neither.
///
/// # Errors
/// As [`prepare_edition`]; what the file system or the store refuses.
pub fn issue_to(app: &mut App, context: &ViewContext, prepared: &Prepared, path: &Path) -> Result<(), Error> {
    let mut written = false;
    let issued = issue(app, context, prepared, |bytes| {
        write_whole(path, &bytes)?;
        written = true;
        Ok(())
    });
    if issued.is_err() && written {
        // A copy nobody counted must not lie about; the refusal is what is told.
        let _ = std::fs::remove_file(path);
    }
    issued
}

/// Numbers a copy, writes its bytes, hands them to `save`, and records it, all behind the door for writes: two copies never
/// share a number, and what was not saved is not counted. A number that was given does not come back by undo, because the
/// paper that bears it does not either. Plates and boards are not counted.
fn issue<T>(
    app: &mut App,
    context: &ViewContext,
    prepared: &Prepared,
    save: impl FnOnce(Vec<u8>) -> Result<T, Error>,
) -> Result<T, Error> {
    let Some(edition) = prepared.request.edition.edition() else {
        return save(prepared.bytes(&Job::default())?);
    };
    let actor = app.actor.clone();
    let (saved, _) = app.transact_beyond_undo(context.lang, "issue-copy", |tx| {
        let visit = prepared.request.visit;
        tx.get::<Visit>(visit)?.ok_or(Error::missing("visit"))?;
        let copies: Vec<IssuedCopy> = tx.list_by("visit", visit)?;
        let copy = prepared.copy(edition, next(&copies, edition, &prepared.fingerprint));
        let saved = save(prepared.bytes(&job(&copy, &prepared.request, &actor))?)?;
        tx.put(&copy)?;
        Ok::<_, Error>(saved)
    })?;
    Ok(saved)
}

impl Prepared {
    fn bytes(&self, job: &Job) -> Result<Vec<u8>, Error> {
        Ok(match self.request.format {
            PaperFormat::Pdf => write_pdf(&self.paper, job)?.pdf,
            PaperFormat::Docx => write_docx(&self.paper, job)?,
        })
    }

    fn copy(&self, edition: Edition, (version, number): (u32, u32)) -> IssuedCopy {
        let request = &self.request;
        IssuedCopy {
            id: new_id(),
            r#ref: None,
            visit: request.visit,
            edition,
            format: request.format,
            lang: request.lang,
            version,
            number,
            holder: request.holder.clone(),
            issued_on: self.issued_on,
            expires_on: self.expires_on,
            fingerprint: self.fingerprint.clone(),
        }
    }
}

/// Why a visit's papers are drafts, in words.
///
/// # Errors
/// When there is no such visit.
pub fn edition_warnings(app: &mut App, context: &ViewContext, visit: VisitId) -> Result<Vec<String>, Error> {
    let snapshot = app.account_of_visit(visit)?;
    let speech = app.words().speak(context.lang);
    Ok(draft_reasons(&snapshot, visit, context.today).into_iter().map(|one| warning(one, &speech)).collect())
}

pub(crate) fn warning(reason: DraftReason, speech: &Speech) -> String {
    speech.label("edition-draft", reason)
}

/// Whether a window may have this paper at all.
pub(crate) fn allowed(context: &ViewContext, edition: PaperName) -> Result<(), Error> {
    if context.mode == DisplayMode::Presenting && edition != PaperName::Presenting {
        return Err(Error::not_presenting());
    }
    Ok(())
}

/// The paper in both languages.
pub(crate) fn draw(
    snapshot: &Snapshot,
    visit: &Visit,
    today: Day,
    edition: PaperName,
    app: &App,
) -> Result<Drawn, Error> {
    let invited = snapshot.visit_guests.iter().any(|one| one.visit == visit.id);
    let needs = matches!(edition, PaperName::InternalFull | PaperName::HostCard | PaperName::NamePlates);
    if needs && !invited {
        return Err(Error::refused("no-guests"));
    }
    let in_lang = |lang| {
        let speech = app.words().speak(lang);
        compose(snapshot, visit.id, today, edition, &speech).ok_or(Error::missing("visit"))
    };
    let (mut zh, mut en) = (in_lang(Lang::ZhCn)?, in_lang(Lang::En)?);
    for paper in [&mut zh, &mut en] {
        paper.pictures = pictures(app.store()?, paper)?;
    }
    let fingerprint = fingerprint(&[&zh, &en])?;
    Ok(Drawn { zh, en, fingerprint })
}

/// The pictures a paper may show, and no others.
fn pictures(store: &store::Store, paper: &Paper) -> Result<Pictures, Error> {
    let read = |photo: PhotoId| Ok(jpeg_of(store, photo)?.map(|jpeg| (photo, Arc::new(jpeg))));
    let found: Result<Vec<Option<_>>, Error> = paper.photos().into_iter().map(read).collect();
    Ok(Pictures(found?.into_iter().flatten().collect()))
}

/// An outward paper is made of its edition alone; only the internal one reads the records.
fn compose(snapshot: &Snapshot, visit: VisitId, day: Day, edition: PaperName, speech: &Speech) -> Option<Paper> {
    Some(match edition {
        PaperName::InternalFull => internal_paper(&brief_visit(snapshot, visit, day)?, snapshot, speech),
        PaperName::HostCard => host_card_paper(&host_card_edition(snapshot, visit, day)?, speech),
        PaperName::Crew => crew_paper(&crew_edition(snapshot, visit, day)?, speech),
        PaperName::Guest => guest_paper(&guest_edition(snapshot, visit, day)?, speech),
        PaperName::Presenting => presenting_paper(&presenting_edition(snapshot, visit, day)?, speech),
        PaperName::NamePlates => plates_paper(&places_edition(snapshot, visit, day)?, speech),
        PaperName::WelcomeBoard => board_paper(&places_edition(snapshot, visit, day)?, speech),
    })
}

/// Version and number of the next copy of an edition, of a visit's `copies`: the version goes up when the content is another
/// one.
pub(crate) fn next(copies: &[IssuedCopy], edition: Edition, fingerprint: &str) -> (u32, u32) {
    let own = || copies.iter().filter(|one| one.edition == edition);
    let number = own().map(|one| one.number).max().unwrap_or(0).saturating_add(1);
    let latest = own().max_by_key(|one| (one.version, one.number));
    let version = match latest {
        Some(one) if one.fingerprint == fingerprint => one.version,
        Some(one) => one.version.saturating_add(1),
        None => 1,
    };
    (version, number)
}

/// What differs from copy to copy. Guests and the room are shown neither numbers nor who printed it.
fn job(copy: &IssuedCopy, request: &WriteEdition, actor: &str) -> Job {
    if matches!(copy.edition, Edition::Guest | Edition::Presenting) {
        return Job::default();
    }
    Job {
        copy: Some(format!("{:03}", copy.number)),
        copies: request.copies.filter(|all| *all >= copy.number).map(|all| format!("{all:03}")),
        holder: copy.holder.clone(),
        printed_by: Some(actor.to_owned()),
        printed_at: Some(copy.issued_on.to_string()),
        version: Some(copy.version.to_string()),
        expires: Some(copy.expires_on.to_string()),
    }
}

/// A name that may be read by anybody in the room: whom it concerns, which paper, which day.
fn file_name(snapshot: &Snapshot, visit: &Visit, edition: PaperName, speech: &Speech) -> String {
    let account =
        snapshot.account(visit.account).map_or_else(String::new, |one| names::account_name(one, speech.lang()));
    let paper = speech.say(&format!("edition-name-{}", edition.code().replace('_', "-")));
    let facts = [("account", short_name(&account)), ("edition", paper), ("day", visit.starts_on.to_string())];
    speech.text("edition-file", &facts)
}

/// What an edition never holds, in words, for whoever hands it out.
pub(crate) fn absent(edition: PaperName, speech: &Speech) -> Vec<String> {
    let kinds: &[&str] = match edition {
        PaperName::InternalFull => &[],
        PaperName::HostCard => &["judgement", "host-reason", "diet", "gift", "background"],
        PaperName::Crew => &["judgement", "host-reason", "diet-reason", "money", "background"],
        PaperName::Guest | PaperName::Presenting | PaperName::NamePlates | PaperName::WelcomeBoard => {
            &["judgement", "host-reason", "diet", "money", "background", "talking"]
        }
    };
    kinds.iter().map(|kind| speech.say(&format!("edition-absent-{kind}"))).collect()
}

/// The agenda as a calendar file.
///
/// # Errors
/// In presenting always; when there is no such visit.
pub fn write_agenda(
    app: &mut App,
    context: &ViewContext,
    request: crate::wire::WriteAgenda,
) -> Result<NamedFile, Error> {
    if context.mode == DisplayMode::Presenting {
        return Err(Error::not_presenting());
    }
    let snapshot = app.account_of_visit(request.visit)?;
    app.saw("write-agenda", snapshot.visit(request.visit).map(|one| one.account.into()))?;
    let visit = snapshot.visit(request.visit).ok_or(Error::missing("visit"))?;
    let events = outward::events(&snapshot, visit.id, request.for_guests).ok_or(Error::missing("visit"))?;
    let said = |text: &outward::Said| text.pick(request.lang).unwrap_or_default().to_owned();
    let event = |one: &outward::Event| export::calendar::CalendarEvent {
        uid: format!("{}@dianke", one.id),
        on: one.line.on,
        at: one.line.at,
        ends: one.line.ends,
        summary: said(&one.line.what),
        place: said(&one.line.place),
    };
    let events: Vec<_> = events.iter().map(event).collect();
    let zone = snapshot.companies.first().map(|one| one.time_zone.as_str());
    let text = export::calendar::write_calendar(context.today, zone, &events);
    let speech = app.words().speak(request.lang);
    let account =
        snapshot.account(visit.account).map_or_else(String::new, |one| names::account_name(one, request.lang));
    let key = if request.for_guests { "edition-file-agenda-guests" } else { "edition-file-agenda" };
    let name = speech.text(key, &[("account", short_name(&account)), ("day", visit.starts_on.to_string())]);
    Ok(NamedFile { name: format!("{}.ics", plain_file_name(&name)), bytes: text.into_bytes() })
}
