//! The commands that write papers: `brief` and `agenda` of a visit, and the weekly `review`.

use anyhow::{Result, bail};
use app::wire::{ReviewFormat, WriteAgenda, WriteEdition, WriteReview};
use app::{files, report};
use domain::{PaperFormat, PaperLang};

use crate::args::{AgendaArguments, Arguments, BriefArguments, FormatName, Language, ReviewArguments};
use crate::run::{Session, language, write};

/// Writes one copy of an edition and records it; says on the error stream why it is still a draft.
///
/// # Errors
/// The refusal, in words.
pub fn brief(arguments: &Arguments, asked: &BriefArguments) -> Result<()> {
    let mut session = Session::open(arguments, &asked.workspace, asked.as_of)?;
    let visit = report::visit_id(&mut session.app, &asked.visit);
    let visit = session.told(visit)?;
    let edition = session.told(files::paper_name(&asked.edition))?;
    let format = match asked.format {
        FormatName::Pdf => PaperFormat::Pdf,
        FormatName::Docx => PaperFormat::Docx,
    };
    let lang = match arguments.lang {
        Some(Language::Both) => PaperLang::Both,
        other if language(other) == domain::Lang::En => PaperLang::En,
        _ => PaperLang::ZhCn,
    };
    let (holder, copies) = (asked.holder.clone(), asked.copies);
    let request = WriteEdition { visit, edition, format, lang, holder, copies };
    let prepared = files::prepare_edition(&mut session.app, &session.context, request);
    let prepared = session.told(prepared)?;
    let issued = files::issue_to(&mut session.app, &session.context, &prepared, &asked.out);
    session.told(issued)?;
    let warnings = files::edition_warnings(&mut session.app, &session.context, visit);
    session.told(warnings)?.iter().for_each(|one| eprint(one));
    Ok(())
}

/// Writes the agenda of a visit as a calendar file.
///
/// # Errors
/// The refusal, in words.
pub fn agenda(arguments: &Arguments, asked: &AgendaArguments) -> Result<()> {
    let mut session = Session::open(arguments, &asked.workspace, asked.as_of)?;
    let visit = report::visit_id(&mut session.app, &asked.visit);
    let visit = session.told(visit)?;
    let request = WriteAgenda { visit, lang: session.context.lang, for_guests: asked.guests };
    let file = files::write_agenda(&mut session.app, &session.context, request);
    write(&asked.out, &session.told(file)?.bytes)
}

/// Writes the weekly review.
///
/// # Errors
/// The refusal, in words; a file name that ends with neither `.pdf` nor `.xlsx`.
pub fn review(arguments: &Arguments, asked: &ReviewArguments) -> Result<()> {
    let format = match asked.out.extension().and_then(|end| end.to_str()) {
        Some("pdf") => ReviewFormat::Pdf,
        Some("xlsx") => ReviewFormat::Xlsx,
        _ => bail!("--out: .pdf / .xlsx"),
    };
    let mut session = Session::open(arguments, &asked.workspace, asked.as_of)?;
    let mut accounts = Vec::new();
    for key in &asked.account {
        let id = report::account_id(&mut session.app, key);
        accounts.push(session.told(id)?);
    }
    let (since, until, lang) = (asked.since, session.context.today, session.context.lang);
    let request = WriteReview { accounts, since, until, format, lang, room: asked.room };
    let file = files::write_review(&mut session.app, &session.context, request);
    write(&asked.out, &session.told(file)?.bytes)
}

/// A remark beside the answer; a reader who closed the stream is no error.
fn eprint(text: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "{text}");
}
