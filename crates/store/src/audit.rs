//! The audit: who did what when, and who looked at what and why. Owns the lines that change no row, and reading all of them.
//! Deliberately absent: lines of steps (`transact`, `history`), the hashes (`chain`), and taking anything out of it.

use crate::brought::Logged;
use crate::chain::{self, AuditLine, Why};
use crate::error::Result;
use crate::open::Store;
use crate::transact::begin;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::session::ChangesetIter;
use rusqlite::types::ValueRef;
use std::collections::HashSet;
use std::io::Read;
use uuid::Uuid;

/// Something that changed no row: looked at, exported, or the face of a window changed.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// Identity of the line (UUIDv7, made outside).
    pub id: Uuid,
    /// Code of what was done.
    pub op: &'a str,
    /// RFC 3339.
    pub at: &'a str,
    pub actor: &'a str,
    /// The record it was about; nil for none.
    pub about: Uuid,
    pub why: Option<Why<'a>>,
}

/// One line of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its place, counted from 1.
    pub sequence: i64,
    /// `do`, `undo`, `redo`, or `saw` for what changed nothing.
    pub kind: String,
    /// Code of the operation.
    pub op: String,
    /// RFC 3339.
    pub at: String,
    pub actor: String,
    /// The step, or the record something was seen of.
    pub about: Uuid,
    /// Code of the reason, where one was given.
    pub reason: Option<String>,
    /// The words of the reason; `None` also when they went with the person they were about.
    pub note: Option<String>,
}

impl Store {
    /// Writes one line about something that changed no row: no step, nothing to undo.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn see(&mut self, seen: &Seen<'_>) -> Result<()> {
        let Seen { id, op, at, actor, about, why } = *seen;
        let transaction = begin(&self.conn)?;
        chain::write(&transaction, &AuditLine { id, step: about, kind: "saw", op, at, actor, why }, &[])?;
        Ok(transaction.commit()?)
    }

    /// The whole audit, oldest first, without the lines `keep` says no to.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn audit(&self, mut keep: impl FnMut(&AuditEntry) -> bool) -> Result<Vec<AuditEntry>> {
        let sql = "SELECT kind, op, at, actor, step, sequence, reason, note FROM audit ORDER BY sequence";
        let mut statement = self.conn.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rusqlite::Rows::next(&mut rows)? {
            let step: [u8; 16] = row.get(4)?;
            let entry = AuditEntry {
                sequence: row.get(5)?,
                kind: row.get(0)?,
                op: row.get(1)?,
                at: row.get(2)?,
                actor: row.get(3)?,
                about: Uuid::from_bytes(step),
                reason: row.get(6)?,
                note: row.get(7)?,
            };
            if keep(&entry) {
                found.push(entry);
            }
        }
        Ok(found)
    }

    /// The steps that touched a row of these identities, as far as the log still holds what they changed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn steps_about(&self, records: &HashSet<Uuid>) -> Result<HashSet<Uuid>> {
        let mut statement = self.conn.prepare("SELECT id, changeset FROM change_log WHERE length(changeset) > 0")?;
        let mut rows = statement.query([])?;
        let mut found = HashSet::new();
        while let Some(row) = rusqlite::Rows::next(&mut rows)? {
            let (step, changes): ([u8; 16], Vec<u8>) = (row.get(0)?, row.get(1)?);
            if holds(&changes, records)? {
                found.insert(Uuid::from_bytes(step));
            }
        }
        Ok(found)
    }
}

/// Whether an entry of the log has a row of one of these identities; the identity is the first column of every table.
fn holds(log: &[u8], records: &HashSet<Uuid>) -> Result<bool> {
    let entry = Logged::read(log)?;
    if entry.brings(|one| records.contains(&one)) {
        return Ok(true);
    }
    let mut rest = entry.changeset;
    let input: &mut dyn Read = &mut rest;
    let mut changes = ChangesetIter::start_strm(&input)?;
    while let Some(change) = changes.next()? {
        let id = change.old_value(0).or_else(|_| change.new_value(0))?;
        if let ValueRef::Blob(bytes) = id
            && Uuid::from_slice(bytes).is_ok_and(|one| records.contains(&one))
        {
            return Ok(true);
        }
    }
    Ok(false)
}
