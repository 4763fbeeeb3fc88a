//! What steps changed since a moment, row by row, for those who keep something derived from the records. Deliberately absent:
//! what follows from it.

use crate::brought::Logged;
use crate::error::Result;
use crate::open::Store;
use crate::rows;
use domain::Fact;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::session::{ChangesetItem, ChangesetIter};
use rusqlite::types::ValueRef;
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
        let sql = "SELECT c.changeset FROM audit a LEFT JOIN change_log c ON c.id = a.step WHERE a.sequence > ?1 AND a.kind <> 'saw'";
        let mut statement = self.conn.prepare(sql)?;
        let mut steps = statement.query([moment])?;
        let mut all = Vec::new();
        while let Some(step) = rusqlite::Rows::next(&mut steps)? {
            let changeset: Option<Vec<u8>> = step.get(0)?;
            let Some(changeset) = changeset.filter(|one| !one.is_empty()) else {
                return Ok(Changes { until, rows: None });
            };
            let entry = Logged::read(&changeset)?;
            if !entry.brought.is_empty() || !read(entry.changeset, most, &mut all)? {
                return Ok(Changes { until, rows: None });
            }
        }
        Ok(Changes { until, rows: Some(all) })
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
