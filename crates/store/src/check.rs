//! What is wrong with a file, what it is, and a copy of it. Deliberately absent: repair.

use crate::chain::AuditBreak;
use crate::error::{Result, StoreError};
use crate::lock::beside;
use crate::open::Store;
use crate::table::{ID_LISTS, Table, tables};
use crate::{migrate, rows};
use domain::*;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::path::Path;

/// One thing that is wrong with a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// SQLite found the file damaged; its own words (pages, tables, indexes; no content).
    Damaged { detail: String },
    /// Rows of `table.column` point at rows of `parent` that are not there.
    Dangling { table: String, column: String, parent: String, count: u64 },
    /// A row of the table holds a value this version cannot read.
    BadValue { table: &'static str, column: &'static str },
    /// The audit is not as it was written; the first place where that shows.
    AuditBroken(AuditBreak),
}

/// What a workspace was written by and holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionFacts {
    /// Schema of the file and the newest this version knows.
    pub schema: u32,
    pub known_schema: u32,
    /// Version of the linked SQLite.
    pub sqlite: &'static str,
    /// Bytes of the file without its log.
    pub bytes: u64,
    /// Steps in the change log, also those taken back.
    pub steps: u64,
    /// Rows a table, parents first.
    pub rows: Vec<(&'static str, u64)>,
}

impl Store {
    /// Reads the whole file and says what is wrong with it; empty: nothing.
    pub fn check(&self) -> Result<Vec<Problem>> {
        let mut problems = damage(&self.conn)?;
        if problems.is_empty() {
            problems.extend(dangling(&self.conn)?);
            problems.extend(dangling_lists(&self.conn)?);
            problems.extend(unreadable(&self.conn)?);
            problems.extend(self.audit_state()?.broken.map(Problem::AuditBroken));
        }
        Ok(problems)
    }

    /// Versions and sizes.
    pub fn facts(&self) -> Result<VersionFacts> {
        let pages: i64 = self.conn.pragma_query_value(None, "page_count", |row| row.get(0))?;
        let page: i64 = self.conn.pragma_query_value(None, "page_size", |row| row.get(0))?;
        let counted = tables().into_iter().map(|one| Ok((one.name, rows::count_rows(&self.conn, one.name)?)));
        Ok(VersionFacts {
            schema: migrate::schema(&self.conn)?,
            known_schema: migrate::known(),
            sqlite: rusqlite::version(),
            bytes: (pages * page).unsigned_abs(),
            steps: rows::count_rows(&self.conn, "change_log")?,
            rows: counted.collect::<Result<_>>()?,
        })
    }

    /// Copies the workspace as it is now, history included, to a file that must not exist yet. The copy gets its name
    /// only when it is whole.
    pub fn backup_to(&self, path: &Path) -> Result<()> {
        if path.exists() {
            return Err(StoreError::AlreadyExists);
        }
        let part = beside(path, ".part");
        let made = copy(&self.conn, &part).and_then(|()| Ok(std::fs::rename(&part, path)?));
        if made.is_err() {
            // The failure itself is what the caller needs to hear of.
            let _ = std::fs::remove_file(&part);
        }
        made
    }
}

fn copy(from: &Connection, path: &Path) -> Result<()> {
    // Made by hand first: it says more clearly than SQLite why a folder will not do.
    std::fs::File::create(path)?;
    let mut to = Connection::open(path)?;
    // No journal: half a copy is thrown away, never rolled back.
    to.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;")?;
    let step = Backup::new(from, &mut to)?.step(-1)?;
    if step != StepResult::Done {
        return Err(StoreError::Busy);
    }
    to.close().map_err(|(_, cause)| cause.into())
}

fn damage(conn: &Connection) -> Result<Vec<Problem>> {
    let mut statement = conn.prepare("PRAGMA integrity_check(100)")?;
    let mut found = statement.query([])?;
    let mut problems = Vec::new();
    loop {
        match found.next() {
            Ok(Some(row)) => {
                let detail: String = row.get(0)?;
                if detail != "ok" {
                    problems.push(Problem::Damaged { detail });
                }
            }
            Ok(None) => return Ok(problems),
            Err(cause) => match StoreError::from(cause) {
                StoreError::NotAWorkspace => {
                    problems.push(Problem::Damaged { detail: "unreadable pages".into() });
                    return Ok(problems);
                }
                other => return Err(other),
            },
        }
    }
}

fn dangling(conn: &Connection) -> Result<Vec<Problem>> {
    let mut statement = conn.prepare(
        "SELECT c.\"table\", f.\"from\", c.parent, count(*) FROM pragma_foreign_key_check c \
         JOIN pragma_foreign_key_list(c.\"table\") f ON f.id = c.fkid GROUP BY 1, 2, 3 ORDER BY 1, 2",
    )?;
    let rows = statement.query_map([], |row| {
        let count: i64 = row.get(3)?;
        Ok(Problem::Dangling {
            table: row.get(0)?,
            column: row.get(1)?,
            parent: row.get(2)?,
            count: count.unsigned_abs(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn dangling_lists(conn: &Connection) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    for (table, column, place, parent) in ID_LISTS {
        // A bare identity is no JSON text, only what stands inside an object can be looked into.
        let id = if place == "$" { "j.value".to_owned() } else { format!("j.value ->> '{place}'") };
        let sql = format!(
            "SELECT count(DISTINCT t.id) FROM \"{table}\" t, json_each(t.\"{column}\") j \
             WHERE NOT EXISTS (SELECT 1 FROM \"{parent}\" p WHERE p.id = unhex(replace({id}, '-', '')))"
        );
        let count: i64 = conn.query_row(&sql, [], |row| row.get(0))?;
        if count > 0 {
            let (table, column, parent) = (table.into(), column.into(), parent.into());
            problems.push(Problem::Dangling { table, column, parent, count: count.unsigned_abs() });
        }
    }
    Ok(problems)
}

/// Reads every row as its record; the first unreadable one of each table is told.
fn unreadable(conn: &Connection) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    macro_rules! each {
        ($field:ident, $record:ty) => {
            problems.extend(unreadable_row::<$record>(conn)?)
        };
    }
    domain::for_each_record!(each);
    each!(pictures, Picture);
    Ok(problems)
}

fn unreadable_row<T: Table>(conn: &Connection) -> Result<Option<Problem>> {
    match rows::list::<T>(conn) {
        Ok(_) => Ok(None),
        Err(StoreError::BadValue { table, column }) => Ok(Some(Problem::BadValue { table, column })),
        Err(other) => Err(other),
    }
}

/// `Dangling` for the first column that points at nothing. Reads every reference: only for migrations and after a refused commit.
pub(crate) fn refuse_dangling(conn: &Connection) -> Result<()> {
    match dangling(conn)?.into_iter().next() {
        Some(Problem::Dangling { table, column, count, .. }) => Err(StoreError::Dangling { table, column, count }),
        _ => Ok(()),
    }
}
