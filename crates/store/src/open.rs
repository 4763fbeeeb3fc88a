//! Making, opening and closing a workspace file. What is foreign, damaged or newer is refused before a byte is written.

use crate::error::{Result, StoreError};
use crate::lock::{Lock, beside};
use crate::{lock, migrate, table};
use rusqlite::{Connection, OpenFlags};
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// "Dian": marks our files in the header's application id.
pub(crate) const APPLICATION: i32 = 0x4469_616e;

/// Older ones can corrupt a write-ahead log.
const OLDEST_SQLITE: i32 = 3_051_003;

/// How long to wait for a reader that holds the file.
const PATIENCE: Duration = Duration::from_secs(2);

/// An open workspace. Move it between threads, share it behind a lock: it is one connection.
#[derive(Debug)]
pub struct Store {
    pub(crate) conn: Connection,
    path: PathBuf,
    _lock: Option<Lock>,
}

impl Store {
    /// Makes a new workspace at `path`, where nothing or an empty file may stand.
    ///
    /// `AlreadyExists`, `Missing { "folder" }`, `ReadOnlyFolder`, `UnsuitableFolder`, `AlreadyOpen`, `DiskFull`. On an
    /// error no file is left.
    pub fn create(path: &Path) -> Result<Self> {
        refuse_old_sqlite()?;
        refuse_existing(path)?;
        let lock = Lock::write(path)?;
        // Again, now that nobody else can be making one: what fails below is removed.
        refuse_existing(path)?;
        let made = build(path);
        match made {
            Ok(conn) => Ok(Self { conn, path: path.to_owned(), _lock: Some(lock) }),
            Err(cause) => {
                // The file was ours and never whole; the cause is worth more than a failure to clear up.
                for ending in ["", "-journal", "-wal", "-shm", ".lock"] {
                    let _ = std::fs::remove_file(beside(path, ending));
                }
                Err(cause)
            }
        }
    }

    /// Opens a workspace for reading and writing and brings an older one up to date. Reads nothing but the schema.
    ///
    /// `Missing { "file" }`, `NotAWorkspace`, `NewerSchema`, `ReadOnly`, `ReadOnlyFolder`, `AlreadyOpen`, `DiskFull`.
    pub fn open(path: &Path) -> Result<Self> {
        refuse_old_sqlite()?;
        if lock::is_held(path) {
            return Err(StoreError::AlreadyOpen);
        }
        inspect(path)?;
        refuse_read_only_file(path)?;
        let lock = Lock::write(path)?;
        let conn = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
        if conn.is_readonly("main")? {
            return Err(StoreError::ReadOnly);
        }
        settle(&conn)?;
        refuse_foreign(&conn)?;
        let found = migrate::schema(&conn)?;
        if found > migrate::known() {
            return Err(StoreError::NewerSchema { found, known: migrate::known() });
        }
        write_ahead(&conn)?;
        if migrate::run(&conn, migrate::MIGRATIONS)? {
            // The header in the file itself shall tell the schema, also to a version that reads only that.
            conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        refuse_incomplete(&conn)?;
        conn.pragma_update(None, "foreign_keys", true)?;
        Ok(Self { conn, path: path.to_owned(), _lock: Some(lock) })
    }

    /// Opens a workspace for reading; every write is refused with `ReadOnly`. Beside a writer it sees what is committed;
    /// without one it keeps writers out (`AlreadyOpen` for them) until it is closed, and leaves the file untouched.
    ///
    /// `Missing { "file" }`, `NotAWorkspace`, `NewerSchema`, `OlderSchema`, `ReadOnlyFolder`.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        refuse_old_sqlite()?;
        if !lock::is_held(path) {
            inspect(path)?;
        }
        let lock = match Lock::read(path) {
            Ok(lock) => Some(lock),
            Err(StoreError::AlreadyOpen | StoreError::ReadOnlyFolder) => None,
            Err(other) => return Err(other),
        };
        // SQLite makes its log files even for reading, and would leave them. When nobody writes and none is there from
        // a crash, the file is all there is, and stays so: we hold the lock, or nobody can make one.
        let alone = lock.is_some() || !lock::is_held(path);
        let conn = read_only(path, alone && !beside(path, "-wal").exists())?;
        let (found, known) = (migrate::schema(&conn)?, migrate::known());
        match found.cmp(&known) {
            std::cmp::Ordering::Greater => Err(StoreError::NewerSchema { found, known }),
            std::cmp::Ordering::Less => Err(StoreError::OlderSchema { found, known }),
            std::cmp::Ordering::Equal => {
                refuse_incomplete(&conn)?;
                Ok(Self { conn, path: path.to_owned(), _lock: lock })
            }
        }
    }

    /// The same file once more, for reading on another thread beside this one; what this one commits later it sees too.
    ///
    /// # Errors
    /// When the file cannot be opened again.
    pub fn beside(&self) -> Result<Self> {
        Ok(Self { conn: read_only(&self.path, false)?, path: self.path.clone(), _lock: None })
    }

    /// Where the workspace is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Closes the workspace and folds the write-ahead log into the file. Dropping does the same but cannot tell of a failure.
    pub fn close(self) -> Result<()> {
        self.conn.close().map_err(|(_, cause)| cause.into())
    }
}

fn flags(access: OpenFlags) -> OpenFlags {
    access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE
}

fn refuse_existing(path: &Path) -> Result<()> {
    let taken = std::fs::metadata(path).is_ok_and(|there| there.len() > 0 || there.is_dir());
    if taken { Err(StoreError::AlreadyExists) } else { Ok(()) }
}

/// Marks and schema are in one place before the log is switched on, so the header alone tells what the file is.
fn build(path: &Path) -> Result<Connection> {
    let access = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let conn = Connection::open_with_flags(path, flags(access))?;
    settle(&conn)?;
    conn.pragma_update(None, "application_id", APPLICATION)?;
    migrate::run(&conn, migrate::MIGRATIONS)?;
    write_ahead(&conn)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    Ok(conn)
}

fn read_only(path: &Path, frozen: bool) -> Result<Connection> {
    let conn = if frozen {
        let access = flags(OpenFlags::SQLITE_OPEN_READ_ONLY) | OpenFlags::SQLITE_OPEN_URI;
        Connection::open_with_flags(frozen_uri(path), access)?
    } else {
        Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_ONLY))?
    };
    settle(&conn)?;
    refuse_foreign(&conn)?;
    Ok(conn)
}

/// `file:` address that tells SQLite nothing changes the file meanwhile.
fn frozen_uri(path: &Path) -> String {
    let mut uri = String::from(if cfg!(windows) && path.is_absolute() { "file:///" } else { "file:" });
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => uri.push(char::from(*byte)),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri + "?immutable=1"
}

fn refuse_old_sqlite() -> Result<()> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(StoreError::OldSqlite { found: rusqlite::version() });
    }
    Ok(())
}

/// Looks at the first hundred bytes by plain reading: what is surely not ours is not even opened as a database.
fn inspect(path: &Path) -> Result<()> {
    let mut head = [0_u8; 100];
    let mut file = File::open(path).map_err(|cause| match cause.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => StoreError::Missing { what: "file" },
        _ => cause.into(),
    })?;
    match file.read_exact(&mut head) {
        Ok(()) => {}
        Err(cause) if matches!(cause.kind(), ErrorKind::UnexpectedEof | ErrorKind::IsADirectory) => {
            return Err(StoreError::NotAWorkspace);
        }
        Err(cause) => return Err(cause.into()),
    }
    let number = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    if &head[..16] != b"SQLite format 3\0" || number(68) != APPLICATION as u32 {
        return Err(StoreError::NotAWorkspace);
    }
    let (found, known) = (number(60), migrate::known());
    if found > known { Err(StoreError::NewerSchema { found, known }) } else { Ok(()) }
}

/// SQLite would silently open such a file for reading.
fn refuse_read_only_file(path: &Path) -> Result<()> {
    match OpenOptions::new().write(true).open(path) {
        Ok(_) => Ok(()),
        Err(cause) if matches!(cause.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
            Err(StoreError::ReadOnly)
        }
        Err(cause) => Err(cause.into()),
    }
}

/// How every connection is set: nothing from the file is trusted, nothing deleted stays readable, nothing goes to a
/// temporary file, and what was acknowledged is on the disk.
fn settle(conn: &Connection) -> Result<()> {
    conn.busy_timeout(PATIENCE)?;
    conn.execute_batch(
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON; PRAGMA cache_size = -16000;",
    )?;
    Ok(())
}

fn write_ahead(conn: &Connection) -> Result<()> {
    let mode: String = conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode == "wal" { Ok(()) } else { Err(StoreError::UnsuitableFolder) }
}

fn refuse_foreign(conn: &Connection) -> Result<()> {
    let mark: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if mark == APPLICATION { Ok(()) } else { Err(StoreError::NotAWorkspace) }
}

/// A file of ours in which a table or column is missing has been damaged by somebody.
fn refuse_incomplete(conn: &Connection) -> Result<()> {
    let mut columns = conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
    for table in table::tables() {
        let found: Vec<String> = columns.query_map([table.name], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        if !table.columns.iter().all(|one| found.iter().any(|name| name == one)) {
            return Err(StoreError::NotAWorkspace);
        }
    }
    for own in ["change_log", "audit", "audit_head"] {
        if !conn.table_exists(None, own)? {
            return Err(StoreError::NotAWorkspace);
        }
    }
    Ok(())
}
