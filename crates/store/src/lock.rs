//! One writer a workspace: an empty file beside it, locked by the system for as long as the process lives.
//!
//! The lock dies with the process, also when it is killed; a lock file left behind means nothing. It is not removed on
//! closing, since between removing and making it anew two writers could each hold a different one.

use crate::error::{Result, StoreError};
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

/// Held while a workspace is open for writing.
#[derive(Debug)]
pub(crate) struct WriterLock {
    _file: File,
}

impl WriterLock {
    /// Locks the workspace or says `AlreadyOpen`; `ReadOnlyFolder` when the lock file cannot be made.
    pub(crate) fn take(workspace: &Path) -> Result<Self> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path(workspace))?;
        // Named in full: the standard library has grown a method of the same name.
        match fs4::FileExt::try_lock(&file) {
            Ok(()) => Ok(Self { _file: file }),
            Err(fs4::TryLockError::WouldBlock) => Err(StoreError::AlreadyOpen),
            Err(fs4::TryLockError::Error(cause)) => Err(cause.into()),
        }
    }
}

fn path(workspace: &Path) -> PathBuf {
    beside(workspace, ".lock")
}

/// The workspace's path with something after its name.
pub(crate) fn beside(workspace: &Path, ending: &str) -> PathBuf {
    let mut name = workspace.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
