//! Rights of a person from the command line: `access` writes everything held, `erase` deletes for good.

use std::path::Path;

use anyhow::{Context, Result, bail};
use app::wire::{AccessFormat, ErasePerson, ErasureView, MentionChoice, WriteAccess};
use app::{files, report};
use domain::{AuditKind, Code, PaperLang};

use crate::args::{AccessArguments, Arguments, EraseArguments, Language};
use crate::run::{Session, language, say, write};

/// Writes the pack as PDF and JSON into a folder. Lines that name somebody else are blackened; nobody has reviewed it, and it
/// says so.
///
/// # Errors
/// The refusal, in words.
pub fn access(arguments: &Arguments, asked: &AccessArguments) -> Result<()> {
    let mut session = Session::open(arguments, &asked.workspace, asked.as_of)?;
    let person = report::person_id(&mut session.app, &asked.r#ref);
    let person = session.told(person)?;
    let lang = match arguments.lang {
        Some(Language::Both) => PaperLang::Both,
        other if language(other) == domain::Lang::En => PaperLang::En,
        _ => PaperLang::ZhCn,
    };
    let named = report::third_parties(&mut session.app, &session.context, person);
    let blackened = session.told(named)?;
    std::fs::create_dir_all(&asked.out).with_context(|| asked.out.display().to_string())?;
    for format in [AccessFormat::Pdf, AccessFormat::Json] {
        let request = WriteAccess { person, format, lang, blackened: blackened.clone(), request: None };
        let file = files::write_access(&mut session.app, &session.context, request);
        let file = session.told(file)?;
        let path = asked.out.join(&file.name);
        write(&path, &file.bytes)?;
        say!("{}", path.display());
    }
    Ok(())
}

/// Tells what would go; with `--yes` deletes it for good and writes the certificate.
///
/// # Errors
/// The refusal, in words; without `--yes`, that nothing was done.
pub fn erase(arguments: &Arguments, asked: &EraseArguments) -> Result<()> {
    let mut session = Session::open(arguments, &asked.workspace, asked.as_of)?;
    let person = report::person_id(&mut session.app, &asked.r#ref);
    let person = session.told(person)?;
    let view = report::erasure(&mut session.app, &session.context, person);
    let view = session.told(view)?;
    if asked.json {
        say!("{}", serde_json::to_string_pretty(&view)?);
    } else {
        tell(&view);
    }
    if !asked.yes {
        bail!("--yes");
    }
    let chosen = view.mentions.iter().filter(|one| one.sure || asked.all_mentions);
    let mentions = chosen
        .map(|one| MentionChoice { table: one.table.clone(), column: one.column.clone(), record: one.record.clone() })
        .collect();
    let request = ErasePerson { person, name: view.name.clone(), mentions };
    let erased = report::erase(&mut session.app, &session.context, request);
    let erased = session.told(erased)?;
    let file = files::certificate_file(&session.app, &erased.certificate);
    let path = asked.certificate.clone().unwrap_or_else(|| asked.workspace.with_file_name(&file.name));
    write(&path, &file.bytes)?;
    say!("{}", path.display());
    Ok(())
}

/// Tells the log, the latest line first, and whether it is as it was written.
///
/// # Errors
/// The refusal, in words; that the log is broken, with the place.
pub fn audit(
    arguments: &Arguments,
    workspace: &Path,
    (key, kind, limit): (Option<&str>, Option<&str>, Option<usize>),
    json: bool,
) -> Result<()> {
    let mut session = Session::open(arguments, workspace, None)?;
    let log = report::audit(&mut session.app, &session.context, key, kind.and_then(AuditKind::from_code), limit);
    let (check, rows) = session.told(log)?;
    if json {
        say!("{}", serde_json::to_string_pretty(&serde_json::json!({ "check": check, "lines": rows }))?);
    } else {
        for one in &rows {
            let more = one.about.iter().chain(&one.reason).cloned().collect::<Vec<_>>().join(" · ");
            say!("{} {} {} {} {more}", one.sequence, one.at, one.actor, one.what);
        }
        say!("{} {}", check.lines, check.head);
    }
    match check.broken {
        Some(broken) => bail!("{broken}"),
        None => Ok(()),
    }
}

fn tell(view: &ErasureView) {
    view.gone.iter().for_each(|one| say!("- {} {}", one.label, one.count));
    view.kept.iter().for_each(|one| say!("~ {} {}", one.label, one.count));
    for one in &view.mentions {
        say!("{} {}: {} → {}", if one.sure { "+" } else { "?" }, one.place, one.before, one.after);
    }
    view.copies.iter().for_each(|one| say!("! {} {} {}", one.visit, one.edition, one.number));
    view.written.iter().for_each(|one| say!("! {} {} {}", one.at, one.op, one.actor));
}
