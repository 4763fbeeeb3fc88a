//! The hand-over pack as a file: `handover`.

use anyhow::{Result, bail};
use app::report;
use domain::{PaperFormat, PaperLang};

use crate::args::{Arguments, HandoverArguments, Language};
use crate::run::{Session, language, write};

/// Writes the pack; the file's ending says as what.
///
/// # Errors
/// The refusal, in words; an ending that is neither `.pdf` nor `.docx`.
pub fn handover(arguments: &Arguments, asked: &HandoverArguments) -> Result<()> {
    let format = match asked.out.extension().and_then(|end| end.to_str()) {
        Some("pdf") => PaperFormat::Pdf,
        Some("docx") => PaperFormat::Docx,
        _ => bail!("--out: .pdf or .docx"),
    };
    let lang = match arguments.lang {
        Some(Language::Both) => PaperLang::Both,
        other if language(other) == domain::Lang::En => PaperLang::En,
        _ => PaperLang::ZhCn,
    };
    let mut session = Session::open(arguments, &asked.workspace, asked.as_of)?;
    let file = report::handover(&mut session.app, &session.context, &asked.staff, asked.to.as_deref(), format, lang);
    write(&asked.out, &session.told(file)?.bytes)
}
