//! Files in and out: the bytes a host saves where the user said, and the file a host was told to read.
//!
//! Deliberately absent: choosing a path. A host asks the user; a page never names one.

mod access;
mod certificate;
pub(crate) mod edition;
mod handover;
mod list;
mod map;
mod review;

use std::io::Write;
use std::path::Path;

use domain::Lang;
use domain::scene::Wording;

pub use self::access::write_access;
pub use self::certificate::certificate_file;
pub use self::edition::{
    Prepared, edition_warnings, issue_to, paper_name, prepare_edition, print_edition, write_agenda, write_edition,
};
pub use self::handover::write_handover;
pub use self::list::{Outgoing, export_workspace, save_outgoing, write_list};
pub use self::map::{drop_template, set_template, write_map};
pub use self::review::write_review;
use crate::Error;
pub use crate::commands::import::{
    ReadFile, apply_import as apply, look_at_import, look_at_read, read_dropped, read_import, remap_import as remap,
};

/// A file ready to be saved, with the name to propose.
pub struct NamedFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What a check found, in words.
pub struct CheckReport {
    pub whole: bool,
    pub text: String,
    pub verdict: String,
}

/// Checks a workspace file without changing it.
///
/// # Errors
/// When it cannot be opened as a workspace at all.
pub fn check_workspace(path: &Path, words: &crate::Words, lang: Lang) -> Result<CheckReport, Error> {
    let store = store::Store::open_read_only(path)?;
    let facts = store.facts()?;
    let problems = store.check()?;
    let speech = words.speak(lang);
    let mut lines = vec![speech.text(
        "check-facts",
        &[("schema", facts.schema.to_string()), ("bytes", facts.bytes.to_string()), ("steps", facts.steps.to_string())],
    )];
    lines.extend(facts.rows.iter().filter(|(_, count)| *count > 0).map(|(table, count)| format!("  {table} {count}")));
    lines.extend(problems.iter().map(|one| format!("  {one:?}")));
    let verdict = speech.text("check-problems", &[("count", problems.len().to_string())]);
    if problems.is_empty() {
        lines.push(speech.say("check-whole"));
    }
    Ok(CheckReport { whole: problems.is_empty(), text: lines.join("\n"), verdict })
}

/// Writes a file whole or not at all: first beside it, then under its name.
///
/// # Errors
/// What the file system refuses; an older file of that name is then untouched.
pub fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if is_workspace(path) {
        return Err(std::io::ErrorKind::AlreadyExists.into());
    }
    let folder = path.parent().filter(|one| !one.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().ok_or(std::io::ErrorKind::InvalidInput)?;
    let beside = folder.join(format!(".{}.part", name.to_string_lossy()));
    let written = std::fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let done = written.and_then(|()| std::fs::rename(&beside, path));
    if done.is_err() {
        // The half file is of no use to anybody; the first error is the one to report.
        let _ = std::fs::remove_file(&beside);
    }
    done
}

/// Whether a workspace lies there: a document must never take its place. Told by its lock file, so that the file itself
/// is not opened, which would release the locks SQLite holds on it in this process.
fn is_workspace(path: &Path) -> bool {
    let ends = path.extension().is_some_and(|end| end == "dianke");
    let mut lock = path.as_os_str().to_owned();
    lock.push(".lock");
    path.exists() && (ends || Path::new(&lock).exists())
}

/// Takes out what file systems refuse.
fn plain_file_name(name: &str) -> String {
    let plain: String = name.chars().filter(|c| !c.is_control() && !"/\\:*?\"<>|".contains(*c)).collect();
    plain.trim().to_owned()
}

/// A name short enough to leave room for the day in a file name.
fn short_name(name: &str) -> String {
    name.chars().take(40).collect()
}
