//! What steps changed since a moment, row by row, for those who keep something derived from the records. Deliberately absent:
//! what follows from it.

use crate::brought::Logged;
use crate::error::Result;
use crate::open::Store;
use crate::rows;
use domain::Fact;
use rusqlite::OptionalExtension;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::session::{ChangesetItem, ChangesetIter};
use rusqlite::types::ValueRef;
use std::collections::HashSet;
use std::io::Read;
use uuid::Uuid;

/// One row that a step wrote or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRow {
    pub table: String,
    /// Every identity in what is known of the row before and after: its own and, where they were told, those it points at.
    pub ids: Vec<Uuid>,
}

/// What changed since a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The moment until which this tells; the next question begins there.
    pub until: i64,
    /// `None`: more than was asked for, or the log no longer holds it; then everything is read anew.
    pub rows: Option<Vec<ChangedRow>>,
}

/// What the log keeps of a step; the latest steps are looked through first, because they are asked for most.
const LOG_OF_STEP: &str = "SELECT changeset FROM change_log WHERE id = ?1 ORDER BY sequence DESC LIMIT 1";

impl Store {
    /// The moment of now, as a number that rises with every step, undo and redo.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn moment(&self) -> Result<i64> {
        Ok(self.conn.query_row("SELECT ifnull(max(sequence), 0) FROM audit", [], |row| row.get(0))?)
    }

    /// The rows that differ since a moment, at most so many.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn changed_since(&self, moment: i64, most: usize) -> Result<Changes> {
        let until = self.moment()?;
        if until == moment {
            return Ok(Changes { until, rows: Some(Vec::new()) });
        }
        // Not one query over both: SQLite would make an index of the log for it, and copy every changeset there is.
        let mut steps = self.conn.prepare("SELECT step FROM audit WHERE sequence > ?1 AND kind <> 'saw'")?;
        let mut log = self.conn.prepare(LOG_OF_STEP)?;
        let steps: Vec<[u8; 16]> = steps.query_map([moment], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let mut all = Vec::new();
        for step in steps {
            let log: Option<Vec<u8>> = log.query_row([step], |row| row.get(0)).optional()?;
            let Some(log) = log.filter(|one| !one.is_empty()) else {
                return Ok(Changes { until, rows: None });
            };
            let logged = Logged::read(&log)?;
            if !logged.brought.is_empty() || !read(logged.changeset, most, &mut all)? {
                return Ok(Changes { until, rows: None });
            }
        }
        Ok(Changes { until, rows: Some(all) })
    }

    /// Every identity in the rows of a step, at most so many rows, as far as the log still holds what it changed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn ids_of_step(&self, step: Uuid, most: usize) -> Result<Vec<Uuid>> {
        let log: Option<Vec<u8>> = self.conn.query_row(LOG_OF_STEP, [step.as_bytes()], |row| row.get(0)).optional()?;
        let log = log.unwrap_or_default();
        let logged = Logged::read(&log)?;
        let mut rows = Vec::new();
        read(logged.changeset, most, &mut rows)?;
        let mut met = HashSet::new();
        let all = logged.ids().take(most).chain(rows.into_iter().flat_map(|one| one.ids));
        Ok(all.filter(|id| met.insert(*id)).collect())
    }

    /// Telephone numbers and mail addresses of everybody, without the other facts.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn list_contacts(&self) -> Result<Vec<Fact>> {
        rows::select(&self.conn, "\"kind\" IN ('mobile', 'phone', 'email') AND \"value\" IS NOT NULL", [])
    }
}

/// Adds the rows of a changeset; false when there are more than wanted.
fn read(changeset: &[u8], most: usize, all: &mut Vec<ChangedRow>) -> Result<bool> {
    let mut rest = changeset;
    let input: &mut dyn Read = &mut rest;
    let mut changes = ChangesetIter::start_strm(&input)?;
    while let Some(change) = changes.next()? {
        if all.len() >= most {
            return Ok(false);
        }
        let operation = change.op()?;
        let columns = operation.number_of_columns();
        let table = operation.table_name().to_owned();
        all.push(ChangedRow { table, ids: ids(change, columns) });
    }
    Ok(true)
}

fn ids(change: &ChangesetItem, columns: i32) -> Vec<Uuid> {
    let both = (0..columns as usize).flat_map(|at| [change.old_value(at), change.new_value(at)]);
    let id = |value: ValueRef<'_>| match value {
        ValueRef::Blob(bytes) => Uuid::from_slice(bytes).ok(),
        _ => None,
    };
    let mut found: Vec<Uuid> = both.flatten().filter_map(id).collect();
    found.sort_unstable();
    found.dedup();
    found
}
