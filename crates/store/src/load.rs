//! Whole snapshots: the workspace, or one account with what it needs. Deliberately absent: judgement over the rows.

use crate::error::Result;
use crate::open::Store;
use crate::rows;
use crate::table::{Table, reach};
use domain::*;
use rusqlite::{Connection, Statement};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Every record of the file.
pub(crate) fn load_all(conn: &Connection) -> Result<Snapshot> {
    let mut snapshot = Snapshot::default();
    macro_rules! each {
        ($field:ident, $record:ty) => {
            snapshot.$field = rows::list::<$record>(conn)?
        };
    }
    domain::for_each_record!(each);
    Ok(snapshot)
}

/// The records in reach of one account; see [`reach`].
pub(crate) fn load_account(conn: &Connection, account: AccountId) -> Result<Snapshot> {
    Ok(Snapshot { staff: rows::list::<Staff>(conn)?, ..load_alone(conn, account)? })
}

/// The same without our people, whom every account reaches.
fn load_alone(conn: &Connection, account: AccountId) -> Result<Snapshot> {
    Loader::new(conn).read(account)
}

/// Reads accounts one after the other: the fifty queries of an account are prepared once.
pub struct Loader<'a> {
    conn: &'a Connection,
    statements: HashMap<String, Statement<'a>>,
}

impl<'a> Loader<'a> {
    fn new(conn: &'a Connection) -> Self {
        Self { conn, statements: HashMap::new() }
    }

    /// As [`Store::load_account`] without staff.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn account_alone(&mut self, account: AccountId) -> Result<Snapshot> {
        let moment = self.conn.unchecked_transaction()?;
        let found = self.read(account)?;
        moment.commit()?;
        Ok(found)
    }

    fn read(&mut self, account: AccountId) -> Result<Snapshot> {
        self.conn.execute_batch(reach::SCRATCH)?;
        self.statement(reach::SCOPE.to_owned())?.execute([account.0.as_bytes()])?;
        let walk = self.walk()?;
        let mut snapshot = Snapshot::default();
        macro_rules! each {
            ($field:ident, $record:ty) => {
                if <$record as Table>::NAME != Staff::NAME {
                    snapshot.$field = self.in_reach::<$record>(account, walk)?
                }
            };
        }
        domain::for_each_record!(each);
        Ok(snapshot)
    }

    fn statement(&mut self, sql: String) -> Result<&mut Statement<'a>> {
        Ok(match self.statements.entry(sql) {
            Entry::Occupied(held) => held.into_mut(),
            Entry::Vacant(free) => {
                let statement = self.conn.prepare(free.key())?;
                free.insert(statement)
            }
        })
    }

    fn walk(&mut self) -> Result<Walk> {
        let in_scope: i64 =
            self.statement("SELECT count(*) FROM temp.scope_person".into())?.query_row([], |row| row.get(0))?;
        // Not counted to the end: a file of many accounts is loaded account by account.
        let most = in_scope.saturating_mul(4);
        let some = "SELECT count(*) FROM (SELECT 1 FROM person LIMIT ?1)";
        let found: i64 = self.statement(some.into())?.query_row([most], |row| row.get(0))?;
        Ok(if found < most { Walk::Scan } else { Walk::Index })
    }

    fn in_reach<T: Table>(&mut self, account: AccountId, walk: Walk) -> Result<Vec<T>> {
        // A plus before the first column keeps SQLite from using its index.
        let filter = if walk == Walk::Scan { format!("+{}", T::REACH) } else { T::REACH.to_owned() };
        let statement = self.statement(rows::select_sql::<T>(&filter))?;
        if filter.contains("?1") {
            rows::read_all(statement, [account.0.as_bytes()])
        } else {
            rows::read_all(statement, [])
        }
    }
}

/// How rows are found: by index, or by reading whole tables, which is twice as fast for an account that is much of the file.
#[derive(Clone, Copy, PartialEq)]
enum Walk {
    Index,
    Scan,
}

impl Store {
    /// Every record of the workspace, each kind ordered by identity (the order of making).
    pub fn load_all(&self) -> Result<Snapshot> {
        self.reading(load_all)
    }

    /// One account: its rows; the people who hold or held its seats, are guests of its visits or are named in its touches
    /// and matters, with all their facts, stances, ties and touches; and all staff, policies and the company. Tenures,
    /// seats and decisions of other accounts are not in it. An unknown account gives no account, but still staff and company.
    pub fn load_account(&self, account: AccountId) -> Result<Snapshot> {
        self.reading(|conn| load_account(conn, account))
    }

    /// As [`Store::load_account`] without staff, for those who read them once for many accounts.
    pub fn load_account_alone(&self, account: AccountId) -> Result<Snapshot> {
        self.reading(|conn| load_alone(conn, account))
    }

    /// For reading many accounts one after the other.
    pub fn loader(&self) -> Loader<'_> {
        Loader::new(&self.conn)
    }

    /// The record with this identity.
    pub fn get<T: Table>(&self, id: T::Id) -> Result<Option<T>> {
        rows::get(&self.conn, id)
    }

    /// Every record of this kind, ordered by identity.
    pub fn list<T: Table>(&self) -> Result<Vec<T>> {
        rows::list(&self.conn)
    }

    /// The records whose `column` holds the identity `of`: `list_by::<Seat>("account", account)`. `Missing` if the record has no such column.
    pub fn list_by<T: Table>(&self, column: &str, of: impl Into<uuid::Uuid>) -> Result<Vec<T>> {
        rows::list_by(&self.conn, column, of.into())
    }

    /// As [`Store::list_by`] for many identities, one after the other, with one query made for all of them; `id` is a column too.
    pub fn list_by_each<T: Table>(&self, column: &str, of: impl IntoIterator<Item = uuid::Uuid>) -> Result<Vec<T>> {
        rows::list_by_each(&self.conn, column, of)
    }

    /// The record another system knows by this name (`p101`); the oldest, should there be several.
    pub fn find_ref<T: Table>(&self, name: &str) -> Result<Option<T>> {
        rows::find_ref(&self.conn, name)
    }

    /// How many records of this kind there are.
    pub fn count<T: Table>(&self) -> Result<u64> {
        rows::count::<T>(&self.conn)
    }

    /// Runs several queries over one state of the file.
    fn reading<T>(&self, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let moment = self.conn.unchecked_transaction()?;
        let found = read(&moment)?;
        moment.commit()?;
        Ok(found)
    }
}
