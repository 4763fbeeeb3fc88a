//! `dianke export`: the whole workspace, or one list of it.

use std::path::Path;

use anyhow::{Context, Result, bail};
use app::wire::{ExportReason, ListFormat, ListKind, WriteList};
use app::{files, report};
use domain::scene::Wording;
use domain::{Code, DataClass};

use crate::args::{Arguments, ExportArguments};
use crate::run::{Session, say};

/// Writes the file; its end says what it is.
///
/// # Errors
/// The refusal, in words; an end that no list is written as.
pub fn export(arguments: &Arguments, asked: &ExportArguments) -> Result<()> {
    let end = asked.out.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    let format = match (end.as_str(), asked.vcard.as_str()) {
        ("xlsx", _) => ListFormat::Xlsx,
        ("csv", _) => ListFormat::Csv,
        ("vcf", "3.0") => ListFormat::Vcard3,
        ("vcf", _) => ListFormat::Vcard4,
        // Without an end that names a list it is the whole workspace, as it always was.
        _ if asked.list.is_none() => return whole(arguments, asked),
        _ => bail!("--list: {} is not .xlsx, .csv or .vcf", asked.out.display()),
    };
    let mut session = Session::open(arguments, &asked.workspace, asked.as_of)?;
    let account = asked.account.as_ref().map(|key| report::account_id(&mut session.app, key)).transpose();
    let account = session.told(account)?;
    let request = WriteList {
        list: asked.list.as_deref().and_then(ListKind::from_code).unwrap_or(ListKind::People),
        format,
        class: DataClass::from_code(&asked.class).context("--class")?,
        reason: asked.reason.as_deref().and_then(ExportReason::from_code),
        account,
        as_of: session.context.today,
        keys: None,
    };
    let outgoing = files::write_list(&mut session.app, &session.context, &request);
    save(session, outgoing, &asked.out)
}

fn whole(arguments: &Arguments, asked: &ExportArguments) -> Result<()> {
    let mut session = Session::open(arguments, &asked.workspace, None)?;
    let outgoing = files::export_workspace(&mut session.app);
    save(session, outgoing, &asked.out)
}

fn save(mut session: Session, outgoing: Result<files::Outgoing, app::Error>, out: &Path) -> Result<()> {
    let outgoing = session.told(outgoing)?;
    if outgoing.withheld > 0 {
        let rows = [("rows", outgoing.withheld.to_string())];
        say!("{}", session.app.words().speak(session.context.lang).text("list-withheld", &rows));
    }
    let saved = files::save_outgoing(&mut session.app, &outgoing, out);
    session.told(saved).with_context(|| out.display().to_string())
}
