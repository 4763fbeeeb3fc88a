//! The child's side: the host's own executable, started with a hidden argument, limited, reads one file and answers.
//!
//! Deliberately absent: any other input than the request line and, when that names no file, the bytes behind it; any output
//! than lines with the number of rows read so far, and one answer. The child never writes files.

use std::ffi::OsString;
use std::io::{BufRead, BufWriter, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use domain::Jpeg;
use serde::{Deserialize, Serialize};

use crate::{Calendar, CalendarWish, Crop, Foreign, IntakeError, Limits, Sight, Template, calendar, read};

/// The hidden argument. Hosts look for it before anything else they do.
pub const INTAKE_CHILD_ARG: &str = "--intake-child";

/// How often the number of rows is told.
const PACE: Duration = Duration::from_millis(100);

/// One line on the child's standard input.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Request {
    /// The file to read; without one its bytes follow on the standard input.
    pub path: Option<PathBuf>,
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
    /// A picture of a person, from a file of this name.
    Photo { name: String },
    /// A part of a picture that was looked at.
    Cut(Crop),
    /// A calendar, whose text follows.
    Calendar(CalendarWish),
}

/// The end of the child's standard output. Before it stand lines of digits: how many rows were read so far.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Answer {
    Done(Foreign),
    Template(Box<Template>),
    Sight(Box<Sight>),
    Cut(Jpeg),
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
    let telling = Telling::start();
    let answer = answer(&request, input).unwrap_or_else(Answer::Refused);
    telling.end();
    let mut out = BufWriter::with_capacity(256 * 1024, std::io::stdout().lock());
    serde_json::to_writer(&mut out, &answer).ok()?;
    out.flush().ok()
}

/// Tells how many rows were read, until it is ended: after that the standard output is the answer's.
struct Telling {
    over: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Telling {
    fn start() -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&over);
        let thread = std::thread::spawn(move || {
            let mut told = 0;
            while !flag.load(Ordering::Acquire) {
                std::thread::park_timeout(PACE);
                let rows = read::told::rows();
                if rows != told {
                    told = rows;
                    let mut out = std::io::stdout().lock();
                    // Who no longer listens will end this process.
                    let _ = writeln!(out, "{rows}").and_then(|()| out.flush());
                }
            }
        });
        Self { over, thread }
    }

    fn end(self) {
        self.over.store(true, Ordering::Release);
        self.thread.thread().unpark();
        // It cannot panic; and if it did, the answer would still be right.
        let _ = self.thread.join();
    }
}

fn answer(request: &Request, input: impl Read) -> Result<Answer, IntakeError> {
    let limits = &request.limits;
    let path = || request.path.as_deref().ok_or(IntakeError::Unreadable);
    match &request.want {
        Want::Records => match &request.path {
            Some(path) => read::read(path, limits),
            None => read::read_bytes(
                bytes(input, limits.file_bytes.max(limits.json_bytes).max(limits.card_bytes) + 1)?,
                limits,
            ),
        }
        .map(Answer::Done),
        Want::Template => read::read_template(path()?, limits).map(|one| Answer::Template(Box::new(one))),
        Want::Photo { name } => read::picture::look(name, &bytes(input, limits.photo_bytes)?, limits)
            .map(|one| Answer::Sight(Box::new(one))),
        Want::Cut(crop) => read::picture::cut(&bytes(input, limits.photo_bytes)?, *crop, limits).map(Answer::Cut),
        Want::Calendar(wish) => {
            let text =
                String::from_utf8(bytes(input, limits.calendar_bytes)?).map_err(|_| IntakeError::NotACalendar)?;
            calendar::parse(&text, wish, limits).map(Answer::Calendar)
        }
    }
}

/// What follows the request; whoever asks has looked at its size.
fn bytes(input: impl Read, most: u64) -> Result<Vec<u8>, IntakeError> {
    let mut bytes = Vec::new();
    input.take(most).read_to_end(&mut bytes).map_err(|_| IntakeError::Unreadable)?;
    Ok(bytes)
}
