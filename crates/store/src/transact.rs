//! The one door for writes: one transaction, one undo step, one audit entry, and the tables it touched.

use crate::area::{Area, areas_of};
use crate::brought::{Logged, Rows, written};
use crate::chain::{self, AuditLine};
use crate::error::{Result, StoreError};
use crate::extent::Extent;
use crate::open::Store;
use crate::table::{Binder, Table, put_sql, tables};
use crate::{check, load, rows};
use domain::*;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::session::{ChangesetIter, Session};
use rusqlite::{Connection, Statement, Transaction, TransactionBehavior, ffi, params};
use std::collections::{HashMap, hash_map::Entry};
use std::io::Read;
use uuid::Uuid;

/// What is about to be done, for the change log and the audit.
#[derive(Debug, Clone)]
pub struct Step<'a> {
    /// Identity of the step (UUIDv7, made outside).
    pub id: Uuid,
    /// Code of the operation, e.g. `rename_seat`; what a user is offered to undo.
    pub op: &'a str,
    /// What it was done with: identities and codes, never names or other personal content.
    pub params: serde_json::Value,
    /// The moment, RFC 3339.
    pub at: String,
    /// Who did it: a staff identity or a name of the machine's account.
    pub actor: String,
}

/// What a step did.
#[derive(Debug, Clone, PartialEq)]
pub struct Committed<T> {
    /// What the closure returned.
    pub value: T,
    /// The tables in which rows are now different, parents first; empty when nothing changed.
    pub tables: Vec<&'static str>,
    /// Whose records those are.
    pub extent: Extent,
    /// The step in the change log; `None` when nothing changed and so nothing was written.
    pub step: Option<Uuid>,
}

impl<T> Committed<T> {
    /// The parts of the screen to reload.
    pub fn areas(&self) -> Vec<Area> {
        areas_of(&self.tables)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Verb {
    Put,
    Remove,
}

/// A step in the making. It sees its own writes; nobody else does until it is committed.
pub struct Tx<'conn> {
    pub(crate) conn: &'conn Connection,
    statements: HashMap<(&'static str, Verb), Statement<'conn>>,
    /// Watches every change but that of brought rows; there is none before the first change.
    pub(crate) session: Option<Session<'conn>>,
    pub(crate) brought: Vec<Rows>,
    /// Something may have been removed, so that a row that is not there may have been there.
    pub(crate) removed: bool,
}

impl<'conn> Tx<'conn> {
    /// For words written over in place.
    pub(crate) fn watched_conn(&mut self) -> Result<&'conn Connection> {
        self.watched()?;
        Ok(self.conn)
    }

    pub(crate) fn conn(&self) -> &'conn Connection {
        self.conn
    }

    /// What the log keeps of the step.
    fn log(self) -> Result<Vec<u8>> {
        Ok(written(&self.brought, self.session.map_or(Ok(Vec::new()), changeset)?))
    }

    /// From here on changes are watched.
    fn watched(&mut self) -> Result<()> {
        match &mut self.session {
            Some(session) => session.set_enabled(true),
            None => self.session = Some(watch(self.conn)?),
        }
        Ok(())
    }

    /// Prepared once a step: an import writes thousands of rows of one kind.
    fn statement<T: Table>(&mut self, verb: Verb) -> Result<&mut Statement<'conn>> {
        match self.statements.entry((T::NAME, verb)) {
            Entry::Occupied(held) => Ok(held.into_mut()),
            Entry::Vacant(free) => {
                let sql = match verb {
                    Verb::Put => put_sql::<T>(),
                    Verb::Remove => format!("DELETE FROM \"{}\" WHERE \"id\" = ?1", T::NAME),
                };
                Ok(free.insert(self.conn.prepare(&sql)?))
            }
        }
    }

    /// Writes the record: new, or over the one with the same identity.
    pub fn put<T: Table>(&mut self, record: &T) -> Result<()> {
        self.watched()?;
        let statement = self.statement::<T>(Verb::Put)?;
        record.write(&mut Binder::new::<T>(statement))?;
        statement.raw_execute()?;
        Ok(())
    }

    /// Writes every record of the snapshot; what the snapshot does not hold stays as it is.
    pub fn put_all(&mut self, snapshot: &Snapshot) -> Result<()> {
        macro_rules! each {
            ($field:ident, $record:ty) => {
                for record in &snapshot.$field {
                    self.put::<$record>(record)?;
                }
            };
        }
        domain::for_each_record!(each);
        Ok(())
    }

    /// Removes the record and says whether it was there. Rows that point at it must be removed or changed in the same
    /// step, or the step is refused with `Dangling`.
    pub fn remove<T: Table>(&mut self, id: T::Id) -> Result<bool> {
        let id: Uuid = id.into();
        self.watched()?;
        self.removed = true;
        Ok(self.statement::<T>(Verb::Remove)?.execute([id.as_bytes()])? > 0)
    }

    /// The record with this identity.
    pub fn get<T: Table>(&self, id: T::Id) -> Result<Option<T>> {
        rows::get(self.conn, id)
    }

    /// Every record of this kind, ordered by identity.
    pub fn list<T: Table>(&self) -> Result<Vec<T>> {
        rows::list(self.conn)
    }

    /// The records whose `column` holds the identity `of`.
    pub fn list_by<T: Table>(&self, column: &str, of: impl Into<Uuid>) -> Result<Vec<T>> {
        rows::list_by(self.conn, column, of.into())
    }

    /// The record another system knows by this name; the oldest, should there be several.
    pub fn find_ref<T: Table>(&self, name: &str) -> Result<Option<T>> {
        rows::find_ref(self.conn, name)
    }

    /// The words of reasons in the audit go where `which` says so of the record looked at and the words; lines, codes and the
    /// chain stay. For a step that erases. Returns how many went.
    pub fn forget_reasons(&self, which: &mut dyn FnMut(Uuid, &str) -> bool) -> Result<u32> {
        chain::forget_words(self.conn, which)
    }

    /// Every record, with the changes of this step.
    pub fn load_all(&self) -> Result<Snapshot> {
        load::load_all(self.conn)
    }

    /// One account as [`Store::load_account`] gives it, with the changes of this step.
    pub fn load_account(&self, account: AccountId) -> Result<Snapshot> {
        load::load_account(self.conn, account)
    }
}

impl Store {
    /// Runs `work` as one step: all of it is durable when this returns, or none of it happened.
    ///
    /// An error of the closure, `DiskFull`, `Dangling`, `ReadOnly`, `Busy` or a crash leave the content as it was. A step
    /// that changes nothing is not recorded. What was undone before can no longer be redone after a step.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        step: Step<'_>,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Committed<T>, E> {
        self.run(step, work, |_, _| Ok(()))
    }

    /// Runs `work` as [`Store::transact`] does, for good: neither this step nor any before it can be undone, and what the
    /// log kept of the tables it touched, and of those named in `forget`, is forgotten. The audit and the names of steps stay.
    ///
    /// The file is written so that nothing of it is left in its pages (`secure_delete`, and the journal is emptied). Copies
    /// of the file made before still hold what they held.
    ///
    /// # Errors
    /// As [`Store::transact`].
    pub fn transact_for_good<T, E: From<StoreError>>(
        &mut self,
        step: Step<'_>,
        forget: &[&str],
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Committed<T>, E> {
        let done = self.run(step, work, |conn, touched| forget_steps(conn, &[forget, touched].concat()))?;
        // Somebody reading may keep the journal; it is emptied when the file is next opened or written.
        let _ = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        Ok(done)
    }

    /// Runs `work` as [`Store::transact_for_good`] does and forgets every earlier state of every table: words about somebody may
    /// have stood anywhere. Afterwards the file is written anew, because pages that were split keep pieces of rows where no row
    /// is any more, and its journal is empty.
    ///
    /// # Errors
    /// As [`Store::transact`]. When the file cannot be written anew (no room for it), the step is done and that error is told;
    /// [`Store::rewrite`] ends it.
    pub fn transact_erasing<T, E: From<StoreError>>(
        &mut self,
        step: Step<'_>,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Committed<T>, E> {
        let done = self.run(step, work, |conn, _| {
            conn.execute("UPDATE change_log SET changeset = x'' WHERE length(changeset) > 0", [])?;
            conn.execute("UPDATE change_log SET dead = 1 WHERE dead = 0", [])?;
            Ok(())
        })?;
        self.rewrite()?;
        Ok(done)
    }

    /// Writes the file anew, without anything between its rows, and empties the journal.
    ///
    /// # Errors
    /// `DiskFull`, `Busy`; the content is then as it was.
    pub fn rewrite(&mut self) -> Result<()> {
        self.conn.execute_batch("VACUUM")?;
        let _ = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        Ok(())
    }

    /// Runs `work` as [`Store::transact`] does, beyond undo: the step is in the log and in the audit, but undo passes it by
    /// and takes back the step before it. For what has happened outside and no undo can take back.
    ///
    /// # Errors
    /// As [`Store::transact`].
    pub fn transact_beyond_undo<T, E: From<StoreError>>(
        &mut self,
        step: Step<'_>,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Committed<T>, E> {
        self.run(step, work, |conn, touched| {
            // A step that changed nothing is not in the log; the last one there is another.
            if !touched.is_empty() {
                let last = "UPDATE change_log SET dead = 1 WHERE sequence = (SELECT max(sequence) FROM change_log)";
                conn.execute(last, [])?;
            }
            Ok(())
        })
    }

    fn run<T, E: From<StoreError>>(
        &mut self,
        step: Step<'_>,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
        also: impl FnOnce(&Connection, &[&'static str]) -> Result<()>,
    ) -> std::result::Result<Committed<T>, E> {
        // Dropped before it is committed, also by a panic of `work`, the transaction rolls back.
        let transaction = begin(&self.conn)?;
        let mut tx =
            Tx { conn: &transaction, statements: HashMap::new(), session: None, brought: Vec::new(), removed: false };
        let value = work(&mut tx)?;
        let log = tx.log()?;
        let entry = Logged::read(&log)?;
        if entry.is_empty() {
            // What must be forgotten is forgotten also when no row is left to change.
            also(&transaction, &[])?;
            commit(transaction)?;
            return Ok(Committed { value, tables: Vec::new(), extent: Extent::nothing(), step: None });
        }
        let tables = touched(&entry)?;
        let extent = Extent::of(&transaction, &entry)?;
        record(&transaction, &step, &log, &tables)?;
        also(&transaction, &tables)?;
        commit(transaction)?;
        Ok(Committed { value, tables, extent, step: Some(step.id) })
    }
}

/// Makes every step the ground, and empties those that hold rows of these tables.
fn forget_steps(conn: &Connection, tables: &[&str]) -> Result<()> {
    let mut held = Vec::new();
    {
        let mut statement = conn.prepare("SELECT sequence, changeset FROM change_log WHERE length(changeset) > 0")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rusqlite::Rows::next(&mut rows)? {
            let (sequence, changes): (i64, Vec<u8>) = (row.get(0)?, row.get(1)?);
            if touched(&Logged::read(&changes)?)?.iter().any(|one| tables.contains(one)) {
                held.push(sequence);
            }
        }
    }
    for sequence in held {
        conn.execute("UPDATE change_log SET changeset = x'' WHERE sequence = ?1", [sequence])?;
    }
    conn.execute("UPDATE change_log SET dead = 1 WHERE dead = 0", [])?;
    Ok(())
}

/// Takes the write lock at once, so that a step never fails half way for another writer.
pub(crate) fn begin(conn: &Connection) -> Result<Transaction<'_>> {
    Ok(Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?)
}

/// A session that watches every table of records.
pub(crate) fn watch(conn: &Connection) -> Result<Session<'_>> {
    let mut session = Session::new(conn)?;
    for table in tables() {
        session.attach(Some(table.name))?;
    }
    Ok(session)
}

/// What a session saw.
pub(crate) fn changeset(mut session: Session<'_>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    session.changeset_strm(&mut bytes)?;
    Ok(bytes)
}

/// The user tables an entry of the log has rows of, parents first.
pub(crate) fn touched(entry: &Logged<'_>) -> Result<Vec<&'static str>> {
    let mut rest = entry.changeset;
    let input: &mut dyn Read = &mut rest;
    let mut changes = ChangesetIter::start_strm(&input)?;
    let mut found: Vec<String> = entry.brought_tables().map(str::to_owned).collect();
    while let Some(change) = changes.next()? {
        let operation = change.op()?;
        let name = operation.table_name();
        // A changeset keeps the rows of a table together.
        if found.last().is_none_or(|last| last != name) {
            found.push(name.to_owned());
        }
    }
    Ok(tables().into_iter().map(|one| one.name).filter(|name| found.iter().any(|one| one == name)).collect())
}

fn record(conn: &Connection, step: &Step<'_>, log: &[u8], tables: &[&str]) -> Result<()> {
    conn.execute("UPDATE change_log SET dead = 1 WHERE dead = 0 AND undone = 1", [])?;
    conn.execute(
        "INSERT INTO change_log (id, op, params, at, actor, changeset) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![step.id.as_bytes(), step.op, step.params.to_string(), step.at, step.actor, log],
    )?;
    let line =
        AuditLine { id: step.id, step: step.id, kind: "do", op: step.op, at: &step.at, actor: &step.actor, why: None };
    chain::write(conn, &line, tables)
}

/// Commits; when references dangle, says which before the transaction is rolled back.
pub(crate) fn commit(transaction: Transaction<'_>) -> Result<()> {
    match transaction.execute_batch("COMMIT") {
        Ok(()) => Ok(()),
        Err(rusqlite::Error::SqliteFailure(failure, text))
            if failure.extended_code == ffi::SQLITE_CONSTRAINT_FOREIGNKEY =>
        {
            check::refuse_dangling(&transaction)?;
            Err(rusqlite::Error::SqliteFailure(failure, text).into())
        }
        Err(cause) => Err(cause.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    /// SQLite's own limit stands in for a full disk where no small one can be mounted.
    #[test]
    fn no_more_pages_takes_back_the_step_and_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("a.dianke")).unwrap();
        store.transact::<_, StoreError>(sample::step("fill"), |tx| tx.put_all(&sample::full())).unwrap();
        let pages: i64 = store.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        store.conn.pragma_update_and_check(None, "max_page_count", pages + 8, |_| Ok(())).unwrap();
        let refused = store.transact::<_, StoreError>(sample::step("import"), |tx| {
            (5_000..9_000).try_for_each(|n| tx.put(&sample::person(n)))
        });
        assert!(matches!(refused, Err(StoreError::DiskFull)));
        assert_eq!(store.load_all().unwrap(), sample::full());
        assert_eq!(store.facts().unwrap().steps, 1);
        store.transact::<_, StoreError>(sample::step("add"), |tx| tx.put(&sample::person(4_000))).unwrap();
        assert_eq!(store.history().unwrap().undo.as_deref(), Some("add"));
    }

    #[test]
    fn a_store_moves_between_threads() {
        fn moves<T: Send + 'static>() {}
        moves::<Store>();
    }

    #[test]
    fn every_connection_is_set_to_keep_what_it_acknowledged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dianke");
        Store::create(&path).unwrap().close().unwrap();
        let store = Store::open(&path).unwrap();
        let set = |name: &str| store.conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        let wanted = [
            ("synchronous", 2),
            ("fullfsync", 1),
            ("checkpoint_fullfsync", 1),
            ("secure_delete", 1),
            ("temp_store", 2),
            ("trusted_schema", 0),
            ("foreign_keys", 1),
        ];
        for (name, value) in wanted {
            assert_eq!(set(name), value, "{name}");
        }
        let mode: String = store.conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(mode, "wal");
    }
}
