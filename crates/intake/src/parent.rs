//! The host's side: start the child, feed it, wait with a limit, end it if need be, and judge how it ended.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use wait_timeout::ChildExt;

use crate::child::{Answer, INTAKE_CHILD_ARG, Request, Want};
use crate::{Foreign, IntakeError, Limits};

/// Bytes of a line with a number of rows.
const LONGEST_COUNT: u64 = 16;
/// How often the wait looks at the cancel flag.
const SLICE: Duration = Duration::from_millis(25);

/// Whoever started a reading, looking on from another thread.
#[derive(Debug, Clone, Copy)]
pub struct Watch<'a> {
    /// Set, it ends the child within a few hundredths of a second.
    pub cancel: &'a AtomicBool,
    /// Where the number of rows read so far is put, some ten times a second.
    pub rows: Option<&'a AtomicU32>,
}

impl<'a> std::convert::From<&'a AtomicBool> for Watch<'a> {
    fn from(cancel: &'a AtomicBool) -> Self {
        Self { cancel, rows: None }
    }
}

/// Reads a foreign file in a child process made of `exe` (the host's own executable).
///
/// # Errors
/// A refusal; nothing outside the child was touched. See [`IntakeError`] for which and why.
pub fn read_file(exe: &Path, path: &Path, limits: &Limits) -> Result<Foreign, IntakeError> {
    read_file_cancellable(exe, path, limits, &AtomicBool::new(false))
}

/// [`read_file`] with somebody looking on; ended early with [`IntakeError::Cancelled`] once they wish so.
///
/// # Errors
/// As [`read_file`].
pub fn read_file_cancellable<'a>(
    exe: &Path,
    path: &Path,
    limits: &Limits,
    watch: impl Into<Watch<'a>>,
) -> Result<Foreign, IntakeError> {
    match ask(exe, From::File(path), Want::Records, limits, watch)? {
        Answer::Done(foreign) => Ok(foreign),
        Answer::Refused(error) => Err(error),
        _ => Err(IntakeError::Crashed),
    }
}

/// The same for a file that somebody was handed and that lies nowhere: its bytes go to the child and never touch the disk.
///
/// # Errors
/// As [`read_file`].
pub fn read_bytes<'a>(
    exe: &Path,
    bytes: &[u8],
    limits: &Limits,
    watch: impl Into<Watch<'a>>,
) -> Result<Foreign, IntakeError> {
    if bytes.is_empty() {
        return Err(IntakeError::Empty);
    }
    match ask(exe, From::Memory(bytes), Want::Records, limits, watch)? {
        Answer::Done(foreign) => Ok(foreign),
        Answer::Refused(error) => Err(error),
        _ => Err(IntakeError::Crashed),
    }
}

/// Where the bytes to read are.
#[derive(Clone, Copy)]
pub(crate) enum From<'a> {
    /// The child opens the file itself.
    File(&'a Path),
    /// A page handed them over: they never lie on the disk.
    Memory(&'a [u8]),
}

/// Starts a child, asks it for one file and returns its answer.
pub(crate) fn ask<'a>(
    exe: &Path,
    from: From<'_>,
    want: Want,
    limits: &Limits,
    watch: impl Into<Watch<'a>>,
) -> Result<Answer, IntakeError> {
    let (path, bytes) = match from {
        From::File(path) => (Some(path.to_path_buf()), Vec::new()),
        From::Memory(bytes) => (None, bytes.to_vec()),
    };
    let request =
        serde_json::to_string(&Request { path, limits: limits.clone(), want }).map_err(|_| IntakeError::Unreadable)?;
    let mut running = Running::start(exe, limits)?;
    running.feed(&request, bytes)?;
    let status = running.wait(Duration::from_millis(limits.time_ms), watch.into())?;
    let (out, err) = running.outputs();
    if out.len() as u64 > limits.output_bytes {
        return Err(too_big(limits));
    }
    if !status.success() {
        return Err(judge(status, &err, limits));
    }
    serde_json::from_slice(&out).map_err(|_| IntakeError::Crashed)
}

/// The child with the threads that drain its outputs; ended when dropped, so that no way out leaves it behind.
struct Running {
    child: Child,
    out: Option<JoinHandle<Vec<u8>>>,
    /// Rows the child says it has read.
    rows: Arc<AtomicU32>,
    err: Option<JoinHandle<Vec<u8>>>,
}

impl Running {
    fn start(exe: &Path, limits: &Limits) -> Result<Self, IntakeError> {
        let mut command = Command::new(exe);
        command.arg(INTAKE_CHILD_ARG).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        without_window(&mut command);
        let mut child = command.spawn().map_err(|_| IntakeError::ChildFailed)?;
        // One byte more than allowed, so that "exactly full" and "too much" differ.
        let rows = Arc::new(AtomicU32::new(0));
        let (told, limit) = (Arc::clone(&rows), limits.output_bytes + 1);
        let out = child.stdout.take().map(|pipe| std::thread::spawn(move || answered(pipe, limit, &told)));
        let err = child.stderr.take().map(|pipe| std::thread::spawn(move || drain(pipe, 4096)));
        Ok(Self { child, out, rows, err })
    }

    fn feed(&mut self, request: &str, bytes: Vec<u8>) -> Result<(), IntakeError> {
        let mut stdin = self.child.stdin.take().ok_or(IntakeError::ChildFailed)?;
        writeln!(stdin, "{request}").map_err(|_| IntakeError::ChildFailed)?;
        if !bytes.is_empty() {
            // Aside, so that a child which does not read is ended in time. One that is gone tells why by how it ended.
            std::thread::spawn(move || stdin.write_all(&bytes));
        }
        Ok(())
    }

    fn wait(&mut self, limit: Duration, watch: Watch<'_>) -> Result<ExitStatus, IntakeError> {
        let until = Instant::now() + limit;
        loop {
            if let Some(rows) = watch.rows {
                rows.store(self.rows.load(Ordering::Relaxed), Ordering::Relaxed);
            }
            if watch.cancel.load(Ordering::Relaxed) {
                return Err(IntakeError::Cancelled);
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(IntakeError::TimedOut);
            }
            match self.child.wait_timeout(left.min(SLICE)) {
                Ok(Some(status)) => return Ok(status),
                Ok(None) => {}
                Err(_) => return Err(IntakeError::ChildFailed),
            }
        }
    }

    fn outputs(&mut self) -> (Vec<u8>, Vec<u8>) {
        let join = |one: Option<JoinHandle<Vec<u8>>>| one.and_then(|it| it.join().ok()).unwrap_or_default();
        (join(self.out.take()), join(self.err.take()))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only for a child that is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The answer, after the lines that say how many rows were read.
fn answered(pipe: impl Read, limit: u64, rows: &AtomicU32) -> Vec<u8> {
    let mut pipe = BufReader::with_capacity(256 * 1024, pipe);
    while pipe.fill_buf().is_ok_and(|ahead| ahead.first().is_some_and(u8::is_ascii_digit)) {
        let mut line = String::new();
        let read = pipe.by_ref().take(LONGEST_COUNT).read_line(&mut line);
        match line.trim_end().parse() {
            Ok(count) if read.is_ok() => rows.store(count, Ordering::Relaxed),
            // No child of ours: what it says is no answer either.
            _ => return Vec::new(),
        }
    }
    drain(pipe, limit)
}

fn drain(pipe: impl Read, limit: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A broken pipe leaves what came before; the caller finds it incomplete.
    let _ = pipe.take(limit).read_to_end(&mut bytes);
    bytes
}

/// An allocation that failed aborts with a fixed line on standard error; everything else is a crash.
fn judge(status: ExitStatus, err: &[u8], limits: &Limits) -> IntakeError {
    if status.code() == Some(2) {
        return IntakeError::ChildFailed;
    }
    let out_of_memory = b"memory allocation of";
    if err.windows(out_of_memory.len()).any(|window| window == out_of_memory) {
        return too_big(limits);
    }
    IntakeError::Crashed
}

fn too_big(limits: &Limits) -> IntakeError {
    IntakeError::TooBig { limit_mb: limits.memory_bytes / (1024 * 1024) }
}

#[cfg(windows)]
fn without_window(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    /// `CREATE_NO_WINDOW`: a console host must not flash up.
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_window(_: &mut Command) {}
