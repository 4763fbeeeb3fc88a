//! From schema to schema: one SQL file a version, each in one transaction. Deliberately absent: ways back.

use crate::chain;
use crate::error::{Result, StoreError};
use rusqlite::{Connection, Transaction, TransactionBehavior};

/// `migrations[n]` leads from schema n to n + 1. Columns are only appended, so that older changesets stay applicable.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_first.sql"),
    include_str!("../migrations/0002_map.sql"),
    include_str!("../migrations/0003_visit.sql"),
    include_str!("../migrations/0004_units.sql"),
    include_str!("../migrations/0005_court.sql"),
    include_str!("../migrations/0006_photo.sql"),
    include_str!("../migrations/0007_visit.sql"),
    include_str!("../migrations/0008_import.sql"),
    include_str!("../migrations/0009_person.sql"),
    include_str!("../migrations/0010_rights.sql"),
    include_str!("../migrations/0011_court.sql"),
    include_str!("../migrations/0012_audit.sql"),
];

/// The schema from which on the audit is a chain: SQLite has no hashes of its own.
const CHAINED: u32 = 12;

/// The schema this version writes.
pub(crate) fn known() -> u32 {
    MIGRATIONS.len() as u32
}

/// The schema of the file.
pub(crate) fn schema(conn: &Connection) -> Result<u32> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Runs what the file lacks and says whether it lacked anything. A failing one leaves the schema before it. `NewerSchema` touches nothing.
/// Enforcement of references must be off, or tables could not be rebuilt; they are checked before each commit instead.
pub(crate) fn run(conn: &Connection, migrations: &[&str]) -> Result<bool> {
    let found = schema(conn)?;
    let known = migrations.len() as u32;
    if found > known {
        return Err(StoreError::NewerSchema { found, known });
    }
    for (sql, to) in migrations.iter().zip(1_u32..).skip(found as usize) {
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
        transaction.execute_batch(sql).map_err(|cause| lacking(cause, found))?;
        if to == CHAINED {
            chain::chain_all(&transaction)?;
        }
        crate::check::refuse_dangling(&transaction)?;
        transaction.pragma_update(None, "user_version", to)?;
        transaction.commit()?;
    }
    Ok(found < known)
}

/// A file marked as ours in which a table is missing that its own schema has: somebody else made it, or damaged it.
fn lacking(cause: rusqlite::Error, found: u32) -> StoreError {
    let missing = |text: &str| text.starts_with("no such table") || text.starts_with("no such column");
    match &cause {
        rusqlite::Error::SqliteFailure(_, Some(text)) if found > 0 && missing(text) => StoreError::NotAWorkspace,
        rusqlite::Error::SqlInputError { msg, .. } if found > 0 && missing(msg) => StoreError::NotAWorkspace,
        _ => cause.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "CREATE TABLE a (id INTEGER PRIMARY KEY, t TEXT); INSERT INTO a VALUES (1, 'x');";
    const TWO: &str = "ALTER TABLE a ADD COLUMN u TEXT NOT NULL DEFAULT 'y';";
    const BROKEN: &str = "ALTER TABLE a ADD COLUMN v TEXT; INSERT INTO nowhere VALUES (1);";

    #[test]
    fn a_file_is_brought_up_step_by_step() {
        let conn = Connection::open_in_memory().unwrap();
        assert!(run(&conn, &[ONE]).unwrap());
        assert!(run(&conn, &[ONE, TWO]).unwrap());
        assert!(!run(&conn, &[ONE, TWO]).unwrap());
        assert_eq!(schema(&conn).unwrap(), 2);
        let kept: (String, String) =
            conn.query_row("SELECT t, u FROM a", [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert_eq!(kept, ("x".into(), "y".into()));
    }

    #[test]
    fn a_failing_migration_leaves_the_schema_before_it() {
        let conn = Connection::open_in_memory().unwrap();
        assert!(run(&conn, &[ONE, TWO, BROKEN]).is_err());
        assert_eq!(schema(&conn).unwrap(), 2);
        assert!(conn.is_autocommit());
        assert!(conn.prepare("SELECT v FROM a").is_err());
    }

    #[test]
    fn a_newer_schema_is_refused() {
        let conn = Connection::open_in_memory().unwrap();
        conn.pragma_update(None, "user_version", 3).unwrap();
        assert!(matches!(run(&conn, &[ONE]), Err(StoreError::NewerSchema { found: 3, known: 1 })));
    }
}
