//! How far a long import is, and the way to stop it. Shared with the host, which may look and cancel while the application works.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, Ordering};

use crate::Error;
use crate::wire::ImportProgress;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Idle,
    Reading,
    Comparing,
    Writing,
}

/// Counters a host may read at any time.
#[derive(Debug, Default)]
pub struct Progress {
    phase: AtomicU8,
    done: AtomicU32,
    total: AtomicU32,
    cancelled: AtomicBool,
}

impl Progress {
    /// A new piece of work begins; an earlier wish to stop is forgotten.
    pub fn begin(&self, phase: Phase, total: u32) {
        self.cancelled.store(false, Ordering::Relaxed);
        self.enter(phase, total);
    }

    /// The next part of the same work.
    pub fn enter(&self, phase: Phase, total: u32) {
        self.total.store(total, Ordering::Relaxed);
        self.done.store(0, Ordering::Relaxed);
        self.phase.store(phase as u8, Ordering::Relaxed);
    }

    /// Nothing is being done.
    pub fn rest(&self) {
        self.enter(Phase::Idle, 0);
    }

    /// One more is done.
    ///
    /// # Errors
    /// When the user wishes to stop.
    pub fn step(&self) -> Result<(), Error> {
        self.done.fetch_add(1, Ordering::Relaxed);
        if self.cancelled.load(Ordering::Relaxed) { Err(Error::refused("import-cancelled")) } else { Ok(()) }
    }

    /// The user wishes to stop. Without work under way nothing happens.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Looked at and filled by a reader in its own process: the flag, and rows read so far.
    pub fn watch(&self) -> intake::Watch<'_> {
        intake::Watch { cancel: &self.cancelled, rows: Some(&self.done) }
    }

    /// How far it is.
    pub fn view(&self) -> ImportProgress {
        let phase = match self.phase.load(Ordering::Relaxed) {
            1 => "reading",
            2 => "comparing",
            3 => "writing",
            _ => "idle",
        };
        ImportProgress {
            phase: phase.into(),
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
        }
    }
}
