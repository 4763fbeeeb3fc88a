//! The child's side: the host's own executable, started with a hidden argument, limited, reads one file and answers.
//!
//! Deliberately absent: any other input than the request line and the text that comes with it, any output than one answer. The child never writes files.

use std::ffi::OsString;
use std::io::{BufRead, BufWriter, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use serde::{Deserialize, Serialize};

use crate::{Calendar, CalendarWish, Foreign, IntakeError, Limits, Template, calendar, read};

/// The hidden argument. Hosts look for it before anything else they do.
pub const INTAKE_CHILD_ARG: &str = "--intake-child";

/// One line on the child's standard input.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Request {
    pub path: PathBuf,
    pub limits: Limits,
    pub want: Want,
}

/// What the file is to be read as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Want {
    /// Records, by what the file is.
    Records,
    /// A deck to write into.
    Template,
    /// A calendar, whose text of so many bytes follows the line on standard input.
    Calendar { wish: CalendarWish, bytes: u64 },
}

/// All of the child's standard output.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Answer {
    Done(Foreign),
    Template(Box<Template>),
    Calendar(Calendar),
    Refused(IntakeError),
}

/// If the first argument asks for it, acts as the reading child and returns the code to exit with.
///
/// Hosts call this first in `main`, with the arguments after the program name and a setter for the cap of their
/// allocator: `run_child_if_asked(std::env::args_os().skip(1), |bytes| ALLOC.set_limit(bytes).is_ok())`.
/// The setter gets bytes and says whether the cap is set; without a cap nothing is parsed.
pub fn run_child_if_asked(
    args: impl IntoIterator<Item = OsString>,
    set_memory_limit: impl FnOnce(usize) -> bool,
) -> Option<ExitCode> {
    if args.into_iter().next()? != INTAKE_CHILD_ARG {
        return None;
    }
    // A panic is answered by the exit code; its text could carry contents of the file.
    std::panic::set_hook(Box::new(|_| {}));
    Some(match std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| serve(set_memory_limit))) {
        Ok(Some(())) => ExitCode::SUCCESS,
        Ok(None) => ExitCode::from(2),
        Err(_) => ExitCode::from(3),
    })
}

fn serve(set_memory_limit: impl FnOnce(usize) -> bool) -> Option<()> {
    let mut line = String::new();
    let mut input = std::io::stdin().lock();
    input.by_ref().take(64 * 1024).read_line(&mut line).ok()?;
    let request: Request = serde_json::from_str(&line).ok()?;
    if !set_memory_limit(usize::try_from(request.limits.memory_bytes).unwrap_or(usize::MAX)) {
        return None;
    }
    let answer = match request.want {
        Want::Records => read::read(&request.path, &request.limits).map(Answer::Done),
        Want::Template => {
            read::read_template(&request.path, &request.limits).map(|one| Answer::Template(Box::new(one)))
        }
        Want::Calendar { wish, bytes } => {
            let mut text = String::new();
            input.take(bytes).read_to_string(&mut text).ok()?;
            calendar::parse(&text, &wish, &request.limits).map(Answer::Calendar)
        }
    };
    let answer = answer.unwrap_or_else(Answer::Refused);
    let mut out = BufWriter::with_capacity(256 * 1024, std::io::stdout().lock());
    serde_json::to_writer(&mut out, &answer).ok()?;
    out.flush().ok()
}
