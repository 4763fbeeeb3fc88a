//! In whose reach the rows of a step are, read from its changeset, so that what is kept of all others can stay.
//!
//! Careful by construction: a table that everybody reaches, or whose reach is not known here, changes everything. Deliberately
//! absent: what anybody keeps.

use crate::brought::Logged;
use crate::error::Result;
use crate::table::{TableFacts, reach, tables};
use domain::{AccountId, PersonId};
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeSet;
use std::io::Read;
use uuid::Uuid;

/// More changed rows than this are not looked at one by one.
const MOST_ROWS: usize = 2_000;

/// Whose records a step changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extent {
    /// Every account may read differently now.
    Everything,
    /// These accounts may, and all that have one of these people in reach (their people, and those named in their touches).
    Within {
        /// Accounts that rows belong to.
        accounts: BTreeSet<AccountId>,
        /// People whom rows are about, wherever they are in reach.
        people: BTreeSet<PersonId>,
    },
}

impl Extent {
    /// No account reads differently.
    pub fn nothing() -> Self {
        Self::Within { accounts: BTreeSet::new(), people: BTreeSet::new() }
    }

    /// Of an entry of the log that has been applied to `conn` already. Brought rows are many: they may be anybody's.
    pub(crate) fn of(conn: &Connection, entry: &Logged<'_>) -> Result<Self> {
        if !entry.brought.is_empty() {
            return Ok(Self::Everything);
        }
        let known = tables();
        let mut rest = entry.changeset;
        let input: &mut dyn Read = &mut rest;
        let mut changes = ChangesetIter::start_strm(&input)?;
        let mut found = Found { conn, accounts: BTreeSet::new(), people: BTreeSet::new() };
        let mut rows = 0;
        while let Some(item) = changes.next()? {
            rows += 1;
            let operation = item.op()?;
            let table = known.iter().find(|one| one.name == operation.table_name());
            let taken = match table {
                Some(table) if rows <= MOST_ROWS => {
                    found.take(&Changed { conn, table, item, action: operation.code() })?
                }
                _ => false,
            };
            if !taken {
                return Ok(Self::Everything);
            }
        }
        Ok(Self::Within { accounts: found.accounts, people: found.people })
    }
}

struct Found<'a> {
    conn: &'a Connection,
    accounts: BTreeSet<AccountId>,
    people: BTreeSet<PersonId>,
}

impl Found<'_> {
    /// Adds what a row belongs to; `false`: to everybody, or nobody knows.
    fn take(&mut self, row: &Changed) -> Result<bool> {
        match row.table.reach {
            reach::OWN => self.own(row)?,
            reach::OWN_OR_ALL => {
                if row.values("account")?.contains(&Value::Null) {
                    return Ok(false);
                }
                self.own(row)?;
            }
            reach::ITSELF => self.accounts.extend(row.ids("id")?.map(AccountId)),
            reach::BY_SEAT => self.through(row, "seat")?,
            reach::BY_DECISION => self.through(row, "decision")?,
            reach::BY_VISIT => self.through(row, "visit")?,
            reach::PEOPLE => self.named(row, "person")?,
            reach::PEOPLE_ID => self.named(row, "id")?,
            reach::PLANNED => {
                self.own(row)?;
                self.named(row, "person")?;
            }
            reach::TOUCHES => {
                self.own(row)?;
                for list in row.values("people")? {
                    let Some(people) = list_of_people(&list) else { return Ok(false) };
                    self.people.extend(people);
                }
            }
            reach::NOBODY => {}
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn own(&mut self, row: &Changed) -> Result<()> {
        self.accounts.extend(row.ids("account")?.map(AccountId));
        Ok(())
    }

    fn named(&mut self, row: &Changed, column: &str) -> Result<()> {
        self.people.extend(row.ids(column)?.map(PersonId));
        Ok(())
    }

    /// The accounts of the seats, decisions or visits a row hangs on. One that is gone was removed in the same step, and its
    /// own row tells its account. A tenure also brings a person into reach, whose touches then show elsewhere.
    fn through(&mut self, row: &Changed, table: &str) -> Result<()> {
        let sql = format!("SELECT account FROM \"{table}\" WHERE id = ?1");
        for id in row.ids(table)? {
            let account: Option<[u8; 16]> =
                self.conn.prepare(&sql)?.query_row([id.as_bytes()], |row| row.get(0)).optional()?;
            self.accounts.extend(account.map(|bytes| AccountId(Uuid::from_bytes(bytes))));
        }
        if row.table.columns.contains(&"person") { self.named(row, "person") } else { Ok(()) }
    }
}

fn list_of_people(list: &Value) -> Option<Vec<PersonId>> {
    match list {
        Value::Text(text) => serde_json::from_str(text).ok(),
        _ => None,
    }
}

/// One row of a changeset.
struct Changed<'a> {
    conn: &'a Connection,
    table: &'a TableFacts,
    item: &'a ChangesetItem,
    action: Action,
}

impl Changed<'_> {
    /// What a column held before and holds now; what did not change is not in a changeset and is read from the row.
    fn values(&self, column: &str) -> Result<Vec<Value>> {
        let Some(at) = self.table.columns.iter().position(|one| *one == column) else { return Ok(Vec::new()) };
        let old = (self.action != Action::SQLITE_INSERT).then(|| self.item.old_value(at).ok()).flatten();
        let new = (self.action != Action::SQLITE_DELETE).then(|| self.item.new_value(at).ok()).flatten();
        let mut values = Vec::new();
        for value in [old, new].into_iter().flatten() {
            values.push(Value::try_from(value).map_err(rusqlite::Error::from)?);
        }
        if values.is_empty() {
            let id = Value::try_from(self.item.old_value(0)?).map_err(rusqlite::Error::from)?;
            let sql = format!("SELECT \"{column}\" FROM \"{}\" WHERE id = ?1", self.table.name);
            values.extend(self.conn.prepare(&sql)?.query_row([id], |row| row.get(0)).optional()?);
        }
        Ok(values)
    }

    /// The identities among them.
    fn ids(&self, column: &str) -> Result<impl Iterator<Item = Uuid> + use<>> {
        let blob = |value| match value {
            Value::Blob(bytes) => Uuid::from_slice(&bytes).ok(),
            _ => None,
        };
        Ok(self.values(column)?.into_iter().filter_map(blob))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::StoreError;
    use crate::table::Table;
    use crate::transact::Committed;
    use crate::{Store, sample};
    use domain::*;
    use std::collections::HashMap;

    /// Every account as it is loaded, with the people whom the words of `Extent::Within` mean.
    type Loaded = HashMap<AccountId, (Snapshot, BTreeSet<PersonId>)>;

    fn loaded(store: &Store) -> Loaded {
        let (accounts, mut loader) = (store.list::<Account>().unwrap(), store.loader());
        let one = |account: &Account| {
            let snapshot = loader.account_alone(account.id).unwrap();
            let named = snapshot.touches.iter().flat_map(|touch| touch.people.iter().copied());
            let people = snapshot.people.iter().map(|one| one.id).chain(named).collect();
            (account.id, (snapshot, people))
        };
        accounts.iter().map(one).collect()
    }

    /// Accounts outside of the extent must read as before. Answers how many were outside.
    fn stays(before: &Loaded, after: &Loaded, extent: &Extent, what: &str) -> usize {
        let Extent::Within { accounts, people } = extent else { return 0 };
        let outside = before.iter().filter(|(id, (_, reached))| !accounts.contains(id) && reached.is_disjoint(people));
        let mut count = 0;
        for (id, (snapshot, _)) in outside {
            assert_eq!(after.get(id).map(|one| &one.0), Some(snapshot), "{what}: an account outside of {extent:?}");
            count += 1;
        }
        count
    }

    struct Turns {
        store: Store,
        outside: usize,
    }

    impl Turns {
        /// A step, its undo and its redo, each judged.
        fn run(&mut self, what: &str, work: impl FnOnce(&mut crate::Tx) -> Result<()>) {
            let first = loaded(&self.store);
            let done: Result<Committed<()>> = self.store.transact::<_, StoreError>(sample::step("step"), work);
            let Ok(done) = done else { return };
            let second = loaded(&self.store);
            self.outside += stays(&first, &second, &done.extent, what);
            if done.step.is_none() {
                return;
            }
            let undone = self.store.undo("now", "me", Uuid::now_v7()).unwrap().unwrap();
            let third = loaded(&self.store);
            assert_eq!(third, first, "{what}");
            self.outside += stays(&second, &third, &undone.extent, what);
            let redone = self.store.redo("now", "me", Uuid::now_v7()).unwrap().unwrap();
            let fourth = loaded(&self.store);
            self.outside += stays(&third, &fourth, &redone.extent, what);
            self.store.undo("now", "me", Uuid::now_v7()).unwrap();
        }
    }

    fn many() -> Turns {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.keep().join("a.dianke")).unwrap();
        store.transact::<_, StoreError>(sample::step("fill"), |tx| tx.put_all(&sample::full())).unwrap();
        Turns { store, outside: 0 }
    }

    #[test]
    fn whatever_record_changes_or_goes_the_others_read_as_before() {
        let mut turns = many();
        let all = sample::full();
        macro_rules! each {
            ($field:ident, $record:ty) => {
                for one in &all.$field {
                    let name = <$record as Table>::NAME;
                    let mut renamed = one.clone();
                    renamed.r#ref = Some("another".into());
                    turns.run(name, |tx| tx.put(&renamed));
                    turns.run(name, |tx| tx.remove::<$record>(one.id()).map(drop));
                }
            };
        }
        domain::for_each_record!(each);
        assert!(turns.outside > 100, "most steps leave most accounts alone: {}", turns.outside);
    }

    #[test]
    fn a_row_that_moves_from_one_account_to_another_changes_both() {
        let mut turns = many();
        let all = sample::full();
        let (first, second) = (all.accounts[0].id, all.accounts[1].id);
        for touch in &all.touches {
            let to = if touch.account == first { second } else { first };
            turns.run("touch", |tx| tx.put(&Touch { account: to, ..touch.clone() }));
            let nobody = Touch { people: vec![], ..touch.clone() };
            turns.run("touch of nobody", |tx| tx.put(&nobody));
        }
        for tenure in &all.tenures {
            for seat in &all.seats {
                turns.run("tenure", |tx| tx.put(&Tenure { seat: seat.id, ..tenure.clone() }));
            }
        }
        for plan in &all.planned_touches {
            turns.run("plan", |tx| tx.put(&PlannedTouch { account: second, ..plan.clone() }));
        }
    }
}
