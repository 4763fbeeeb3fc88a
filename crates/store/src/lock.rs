//! One writer a workspace, or some readers: an empty file beside it, locked by the system for as long as the process lives.
//!
//! The lock dies with the process, also when it is killed; a lock file left behind means nothing. It is not removed on
//! closing, since between removing and making it anew two writers could each hold a different one.

use crate::error::{Result, StoreError};
use fs4::TryLockError;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

/// Held while a workspace is open: alone for writing, together with other readers for reading.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// For writing. `AlreadyOpen`; `ReadOnlyFolder` when the lock file cannot be made.
    pub(crate) fn write(workspace: &Path) -> Result<Self> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path(workspace))?;
        // Named in full: the standard library has grown a method of the same name.
        let got = fs4::FileExt::try_lock(&file);
        Self::held(file, got)
    }

    /// For reading a file that nobody writes. `AlreadyOpen`: somebody writes; `ReadOnlyFolder`: nobody can.
    pub(crate) fn read(workspace: &Path) -> Result<Self> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path(workspace))?;
        let got = fs4::FileExt::try_lock_shared(&file);
        Self::held(file, got)
    }

    fn held(file: File, got: std::result::Result<(), TryLockError>) -> Result<Self> {
        match got {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::AlreadyOpen),
            Err(TryLockError::Error(cause)) => Err(cause.into()),
        }
    }
}

/// Whether somebody, perhaps this process, has the workspace open for writing. Makes no file.
///
/// Must be asked before the workspace is opened by anything but SQLite: on Unix, closing a plain file handle drops every
/// lock the process holds on that file, those of an open connection too.
pub(crate) fn is_held(workspace: &Path) -> bool {
    let Ok(file) = OpenOptions::new().write(true).open(path(workspace)) else {
        return false;
    };
    matches!(fs4::FileExt::try_lock_shared(&file), Err(TryLockError::WouldBlock))
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
