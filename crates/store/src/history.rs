//! Undo and redo: the change log walked back and forth. Deliberately absent: undo of a single step out of order.

use crate::area::{Area, areas_of};
use crate::brought::Logged;
use crate::chain::{self, AuditLine};
use crate::check;
use crate::error::{Result, StoreError};
use crate::extent::Extent;
use crate::open::Store;
use crate::transact::{begin, changeset, commit, touched, watch};
use rusqlite::session::{ConflictAction, ConflictType, invert_strm};
use rusqlite::{Connection, ErrorCode, OptionalExtension, params};
use uuid::Uuid;

/// What can be undone and redone now: codes of the operations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    pub undo: Option<String>,
    pub redo: Option<String>,
}

/// A step that was undone or redone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// The step in the change log.
    pub step: Uuid,
    /// Code of its operation.
    pub op: String,
    /// The tables in which rows are now different, parents first.
    pub tables: Vec<&'static str>,
    /// Whose records those are.
    pub extent: Extent,
}

impl Turned {
    /// The parts of the screen to reload.
    pub fn areas(&self) -> Vec<Area> {
        areas_of(&self.tables)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Undo,
    Redo,
}

/// The step a turn would take: the last one done, or the first one undone.
struct Next {
    sequence: i64,
    step: Uuid,
    op: String,
}

impl Store {
    /// Takes the last step back, also one of an earlier session. `None`: there is nothing to take back.
    /// `Conflict` changes nothing. `at`, `actor` and `id` (UUIDv7) go into the audit.
    pub fn undo(&mut self, at: &str, actor: &str, id: Uuid) -> Result<Option<Turned>> {
        turn(&self.conn, Turn::Undo, at, actor, id)
    }

    /// Does the step again that was taken back last. `None`: there is none, or a new step came between.
    pub fn redo(&mut self, at: &str, actor: &str, id: Uuid) -> Result<Option<Turned>> {
        turn(&self.conn, Turn::Redo, at, actor, id)
    }

    /// Makes what was done so far the ground: it stays in the log but can no longer be undone.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn settle(&mut self) -> Result<()> {
        self.conn.execute("UPDATE change_log SET dead = 1 WHERE dead = 0", [])?;
        Ok(())
    }

    /// How many steps can be undone now, one after the other.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn undoable(&self) -> Result<u32> {
        let sql = "SELECT count(*) FROM change_log WHERE dead = 0 AND undone = 0";
        Ok(self.conn.query_row(sql, [], |row| row.get(0))?)
    }

    /// What can be undone and redone now.
    pub fn history(&self) -> Result<History> {
        let op = |turn| Ok::<_, StoreError>(next(&self.conn, turn)?.map(|one| one.op));
        Ok(History { undo: op(Turn::Undo)?, redo: op(Turn::Redo)? })
    }
}

fn next(conn: &Connection, turn: Turn) -> Result<Option<Next>> {
    let sql = match turn {
        Turn::Undo => {
            "SELECT sequence, id, op FROM change_log WHERE dead = 0 AND undone = 0 ORDER BY sequence DESC LIMIT 1"
        }
        Turn::Redo => "SELECT sequence, id, op FROM change_log WHERE dead = 0 AND undone = 1 ORDER BY sequence LIMIT 1",
    };
    let found = conn.query_row(sql, [], |row| {
        let id: [u8; 16] = row.get(1)?;
        Ok(Next { sequence: row.get(0)?, step: Uuid::from_bytes(id), op: row.get(2)? })
    });
    Ok(found.optional()?)
}

fn turn(conn: &Connection, turn: Turn, at: &str, actor: &str, id: Uuid) -> Result<Option<Turned>> {
    let transaction = begin(conn)?;
    let Some(Next { sequence, step, op }) = next(&transaction, turn)? else {
        return Ok(None);
    };
    let done: Vec<u8> =
        transaction.query_row("SELECT changeset FROM change_log WHERE sequence = ?1", [sequence], |row| row.get(0))?;
    let entry = Logged::read(&done)?;
    if turn == Turn::Redo {
        apply(&transaction, entry.changeset, Alone::Yes)?;
    } else if entry.brought.is_empty() {
        apply(&transaction, &inverted(&done)?, Alone::Yes)?;
    } else {
        take_back(&transaction, sequence, &entry)?;
    }
    let (tables, extent) = (touched(&entry)?, Extent::of(&transaction, &entry)?);
    let undone = turn == Turn::Undo;
    transaction.execute("UPDATE change_log SET undone = ?2 WHERE sequence = ?1", params![sequence, undone])?;
    let kind = if undone { "undo" } else { "redo" };
    chain::write(&transaction, &AuditLine { id, step, kind, op: &op, at, actor, why: None }, &tables)?;
    commit(transaction).map_err(conflict)?;
    Ok(Some(Turned { step, op, tables, extent }))
}

/// Takes back a step that brought rows. Their values leave the tables here, so the log keeps them from now on: by a changeset, as
/// of every step, with which the step can be done again.
fn take_back(conn: &Connection, sequence: i64, entry: &Logged<'_>) -> Result<()> {
    let session = watch(conn)?;
    if entry.changeset.is_empty() {
        entry.take_back(conn)?;
    } else {
        apply(conn, &inverted(entry.changeset)?, Alone::No)?;
        entry.take_back(conn)?;
        // What a changeset left dangling, SQLite does not ask for again when the transaction ends.
        check::refuse_dangling(conn).map_err(conflict)?;
    }
    let done = inverted(&changeset(session)?)?;
    conn.execute("UPDATE change_log SET changeset = ?2 WHERE sequence = ?1", params![sequence, done])?;
    Ok(())
}

fn inverted(changeset: &[u8]) -> Result<Vec<u8>> {
    let (mut input, mut output) = (changeset, Vec::with_capacity(changeset.len()));
    invert_strm(&mut input, &mut output)?;
    Ok(output)
}

/// A row made later, beyond undo, points at one that would go.
fn conflict(cause: StoreError) -> StoreError {
    match cause {
        StoreError::Dangling { .. } => StoreError::Conflict,
        other => other,
    }
}

/// Whether a changeset is all there is to a step; else the rest of it may take the row that dangles.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alone {
    Yes,
    No,
}

/// All of it or none: a row that is not as the changeset left it stops everything.
fn apply(conn: &Connection, changes: &[u8], alone: Alone) -> Result<()> {
    let mut input = changes;
    let stop = move |conflict, _| match conflict {
        ConflictType::SQLITE_CHANGESET_FOREIGN_KEY if alone == Alone::No => ConflictAction::SQLITE_CHANGESET_OMIT,
        _ => ConflictAction::SQLITE_CHANGESET_ABORT,
    };
    match conn.apply_strm(&mut input, None::<fn(&str) -> bool>, stop) {
        // The second: a row made later, beyond undo, points at one that would go.
        Err(rusqlite::Error::SqliteFailure(failure, _))
            if matches!(failure.code, ErrorCode::OperationAborted | ErrorCode::ConstraintViolation) =>
        {
            Err(StoreError::Conflict)
        }
        other => Ok(other?),
    }
}
