//! What can go wrong with a workspace file. Texts hold codes, tables and columns, never content.

use rusqlite::{Error, ErrorCode, ffi};
use std::io::ErrorKind;

/// Why the store refused. After any of these the content of the file is what it was before the call.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file is not a workspace of ours, or is damaged.
    #[error("the file is not a workspace, or it is damaged")]
    NotAWorkspace,
    /// The file was written by a newer version; it was not touched.
    #[error("the workspace has schema {found}, this version knows {known}")]
    NewerSchema { found: u32, known: u32 },
    /// The file is older and was opened for reading only, so it cannot be brought up to date.
    #[error("the workspace has schema {found}, reading needs {known}; open it for writing once")]
    OlderSchema { found: u32, known: u32 },
    /// The folder does not let us write the workspace and the files beside it.
    #[error("the folder cannot be written to")]
    ReadOnlyFolder,
    /// The file, or the way it was opened, does not allow writing.
    #[error("the workspace cannot be written to")]
    ReadOnly,
    /// The folder's file system cannot keep a write-ahead log (network and some synced folders).
    #[error("the folder's file system cannot keep a workspace safely")]
    UnsuitableFolder,
    /// No room left; the step was taken back.
    #[error("the disk is full")]
    DiskFull,
    /// Another instance has the workspace open.
    #[error("the workspace is already open elsewhere")]
    AlreadyOpen,
    /// Creating or copying would overwrite a file.
    #[error("there is already a file of that name")]
    AlreadyExists,
    /// The file is in use for the moment; try again.
    #[error("the workspace is busy")]
    Busy,
    /// Undo or redo would overwrite a later change; nothing was changed.
    #[error("the step cannot be turned, the rows have changed since")]
    Conflict,
    /// What was asked for is not there: `file`, `folder`, or the name of a table.
    #[error("there is no such {what}")]
    Missing { what: &'static str },
    /// A step would leave a row pointing at nothing; it was taken back.
    #[error("{count} rows of {table}.{column} point at nothing")]
    Dangling { table: String, column: String, count: u64 },
    /// A value cannot be stored in, or read from, its column.
    #[error("a value does not fit {table}.{column}")]
    BadValue { table: &'static str, column: &'static str },
    /// The linked SQLite is too old to be trusted with a write-ahead log (needs 3.51.3).
    #[error("SQLite {found} is too old")]
    OldSqlite { found: &'static str },
    /// Anything else SQLite said.
    #[error("database: {0}")]
    Sqlite(#[source] Error),
    /// Anything else the file system said.
    #[error("file system: {0}")]
    Io(#[source] std::io::Error),
}

impl From<Error> for StoreError {
    fn from(cause: Error) -> Self {
        let Error::SqliteFailure(failure, _) = &cause else {
            return Self::Sqlite(cause);
        };
        match (failure.code, failure.extended_code) {
            (_, ffi::SQLITE_READONLY_DIRECTORY) => Self::ReadOnlyFolder,
            // The shared-memory file could not grow: there was no room for it.
            (_, ffi::SQLITE_IOERR_SHMSIZE) => Self::DiskFull,
            (ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt, _) => Self::NotAWorkspace,
            (ErrorCode::DiskFull, _) => Self::DiskFull,
            (ErrorCode::ReadOnly, _) => Self::ReadOnly,
            (ErrorCode::CannotOpen | ErrorCode::PermissionDenied, _) => Self::ReadOnlyFolder,
            (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Self::Busy,
            _ => Self::Sqlite(cause),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(cause: std::io::Error) -> Self {
        match cause.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing { what: "folder" },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyFolder,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::AlreadyExists => Self::AlreadyExists,
            _ => Self::Io(cause),
        }
    }
}

/// The result of everything here.
pub type Result<T> = std::result::Result<T, StoreError>;
