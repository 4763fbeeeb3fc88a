//! The hand-over pack as a file. Deliberately absent: what a reader may see of it (`domain::engine::drill::pack`) and how it
//! looks (`export::handover`).

use domain::engine::drill::pack::{Pack, account_pack, pack};
use domain::scene::{DisplayMode, Wording};
use domain::*;
use export::handover::handover_paper;
use export::paper::{Job, write_docx, write_pdf};

use super::{NamedFile, plain_file_name};
use crate::commands::must;
use crate::wire::{ViewContext, WriteHandover};
use crate::{App, Error, names};

/// The pack of one of ours for one reader, in one language or both.
///
/// # Errors
/// In presenting always; when there is no such colleague; when the paper cannot be typeset.
pub fn write_handover(app: &mut App, context: &ViewContext, request: WriteHandover) -> Result<NamedFile, Error> {
    if context.mode == DisplayMode::Presenting {
        return Err(Error::not_presenting());
    }
    let (packed, holder) = gather(app, context, &request)?;
    let in_lang = |lang| handover_paper(&packed, &app.words().speak(lang));
    let paper = match request.lang {
        PaperLang::ZhCn => in_lang(Lang::ZhCn),
        PaperLang::En => in_lang(Lang::En),
        PaperLang::Both => in_lang(Lang::ZhCn).beside(&in_lang(Lang::En)),
    };
    let job = Job {
        holder,
        printed_by: Some(app.actor.clone()),
        printed_at: Some(context.today.to_string()),
        ..Job::default()
    };
    let (bytes, end) = match request.format {
        PaperFormat::Pdf => (write_pdf(&paper, &job)?.pdf, "pdf"),
        PaperFormat::Docx => (write_docx(&paper, &job)?, "docx"),
    };
    let speech = app.words().speak(request.lang.primary());
    // Whose pack it is stands inside: no name of a person in the name of a file.
    let name = plain_file_name(&speech.text("drill-paper-file", &[("day", context.today.to_string())]));
    Ok(NamedFile { name: format!("{name}.{end}"), bytes })
}

/// The parts of all accounts, those of high tier first.
fn gather(app: &mut App, context: &ViewContext, request: &WriteHandover) -> Result<(Pack, Option<String>), Error> {
    let whole = app.whole()?;
    must(&whole.staff, request.staff, "staff")?;
    let holder = request.holder.map(|id| must(&whole.staff, id, "staff")).transpose()?;
    let ids: Vec<AccountId> = whole.accounts.iter().map(|one| one.id).collect();
    let mut parts = Vec::new();
    for id in ids {
        let snapshot = app.account(id)?;
        parts.extend(account_pack(&snapshot, id, request.staff, request.holder, context.today));
    }
    parts.sort_by_key(|one| one.tier);
    let lang = request.lang.primary();
    let holder_name = holder.map(|one| names::either(&one.name_zh, &one.name_en, lang));
    Ok((pack(&whole, request.staff, request.holder, context.today, parts), holder_name))
}
