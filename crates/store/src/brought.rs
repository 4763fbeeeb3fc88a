//! What the change log keeps of a step: the changeset of its session, and of rows that a large step brought their identities and
//! a fingerprint, because their values stand in the tables already. Deliberately absent: when a step is taken back (`history`).

use crate::error::{Result, StoreError};
use crate::table::{Binder, Table, TableFacts, bring_sql, column_list, tables};
use crate::transact::Tx;
use domain::*;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};
use uuid::Uuid;

/// Steps that bring fewer records than this are told value by value.
const FEWEST: usize = 2_000;

/// What an entry with brought rows begins with: no changeset does (SQLite writes `T`), then the form it is written in.
const MARK: [u8; 2] = [0xD1, 1];

/// Length of an identity.
const ID: usize = 16;

/// What a row holds, so that a change of it is noticed. It guards against accidents of one's own, not against an adversary: who
/// can write the file can write the fingerprint.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    /// A word more: multiplied to twice its width and folded, so that every bit reaches every other.
    fn word(&mut self, word: u64) {
        let wide = u128::from(self.0 ^ word) * u128::from(0x9E37_79B9_7F4A_7C15_u64);
        self.0 = (wide as u64) ^ ((wide >> 64) as u64) ^ word.rotate_left(23);
    }

    /// A cell more. Kind and length go in, so that no two rows share their bytes.
    pub fn cell(&mut self, cell: ValueRef<'_>) {
        match cell {
            ValueRef::Null => self.word(1),
            ValueRef::Integer(number) => {
                self.word(2);
                self.word(number as u64);
            }
            ValueRef::Real(number) => {
                self.word(3);
                self.word(number.to_bits());
            }
            ValueRef::Text(bytes) => self.bytes(4, bytes),
            ValueRef::Blob(bytes) => self.bytes(5, bytes),
        }
    }

    fn bytes(&mut self, kind: u64, bytes: &[u8]) {
        self.word(kind);
        self.word(bytes.len() as u64);
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|one| self.word(u64::from_le_bytes(*one)));
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.word(u64::from_le_bytes(last));
    }
}

/// Rows of one table in the order they were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rows {
    table: String,
    /// Columns the table had then; what was appended since is none of the step's.
    columns: u16,
    print: Fingerprint,
    ids: Vec<[u8; ID]>,
}

impl Rows {
    pub fn of<T: Table>() -> Self {
        let columns = u16::try_from(T::COLUMNS.len()).unwrap_or(u16::MAX);
        Self { table: T::NAME.to_owned(), columns, print: Fingerprint::default(), ids: Vec::new() }
    }

    /// The fingerprint before a row, with which the row is written.
    pub fn print(&self) -> Fingerprint {
        self.print
    }

    /// A row was written.
    pub fn add(&mut self, id: Uuid, print: Fingerprint) {
        self.ids.push(id.into_bytes());
        self.print = print;
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Removes the rows, which must be as they were brought.
    fn take_back(&self, conn: &Connection, table: &TableFacts) -> Result<()> {
        let columns = table.columns.get(..usize::from(self.columns)).ok_or(StoreError::Conflict)?;
        let sql = format!("SELECT {} FROM \"{}\" WHERE \"id\" = ?1", column_list(columns), table.name);
        let mut there = conn.prepare(&sql)?;
        let mut remove = conn.prepare(&format!("DELETE FROM \"{}\" WHERE \"id\" = ?1", table.name))?;
        let mut print = Fingerprint::default();
        for id in &self.ids {
            let mut found = there.query(params![id])?;
            let row = found.next()?.ok_or(StoreError::Conflict)?;
            for at in 0..columns.len() {
                print.cell(row.get_ref(at)?);
            }
            drop(found);
            remove.execute(params![id])?;
        }
        if print == self.print { Ok(()) } else { Err(StoreError::Conflict) }
    }
}

/// What the log keeps of one step.
#[derive(Debug, Default)]
pub(crate) struct Logged<'a> {
    /// Parents first.
    pub brought: Vec<Rows>,
    /// All else the step did, before or after.
    pub changeset: &'a [u8],
}

impl<'a> Logged<'a> {
    /// Reads what [`written`] wrote, or a bare changeset.
    ///
    /// # Errors
    /// `Conflict` for what cannot be read: nothing is taken back by guessing.
    pub fn read(bytes: &'a [u8]) -> Result<Self> {
        let Some(rest) = bytes.strip_prefix(&MARK) else { return Ok(Self { brought: Vec::new(), changeset: bytes }) };
        let mut input = Input(rest);
        let count = input.number::<2>()?;
        let brought = (0..count).map(|_| input.rows()).collect::<Result<_>>()?;
        Ok(Self { brought, changeset: input.0 })
    }

    pub fn is_empty(&self) -> bool {
        self.brought.is_empty() && self.changeset.is_empty()
    }

    /// Names of the tables of brought rows.
    pub fn brought_tables(&self) -> impl Iterator<Item = &str> {
        self.brought.iter().map(|one| one.table.as_str())
    }

    /// Identities of brought rows, in the order they were written.
    pub fn ids(&self) -> impl Iterator<Item = Uuid> {
        self.brought.iter().flat_map(|one| &one.ids).map(|id| Uuid::from_bytes(*id))
    }

    /// Whether a row of one of these identities was brought.
    pub fn brings(&self, wanted: impl Fn(Uuid) -> bool) -> bool {
        self.ids().any(wanted)
    }

    /// Removes all brought rows.
    ///
    /// # Errors
    /// `Conflict` when one is not as it was brought.
    pub fn take_back(&self, conn: &Connection) -> Result<()> {
        let known = tables();
        for rows in self.brought.iter().rev() {
            let table = known.iter().find(|one| one.name == rows.table).ok_or(StoreError::Conflict)?;
            rows.take_back(conn, table)?;
        }
        Ok(())
    }
}

/// The bytes of an entry; the changeset alone when nothing was brought.
pub(crate) fn written(brought: &[Rows], changeset: Vec<u8>) -> Vec<u8> {
    if brought.is_empty() {
        return changeset;
    }
    let ids: usize = brought.iter().map(|one| one.ids.len() * ID + 64).sum();
    let mut bytes = Vec::with_capacity(ids + changeset.len() + 16);
    bytes.extend(MARK);
    bytes.extend((brought.len() as u16).to_le_bytes());
    for rows in brought {
        bytes.extend((rows.table.len() as u16).to_le_bytes());
        bytes.extend(rows.table.as_bytes());
        bytes.extend(rows.columns.to_le_bytes());
        bytes.extend(rows.print.0.to_le_bytes());
        bytes.extend((rows.ids.len() as u64).to_le_bytes());
        bytes.extend(rows.ids.as_flattened());
    }
    bytes.extend(changeset);
    bytes
}

impl Tx<'_> {
    /// As [`Tx::put_all`], for a snapshot of which most is new. Of a large one the log keeps the new rows by identity and
    /// fingerprint in place of every value. `each` is called after every record and stops it all with an error.
    ///
    /// # Errors
    /// Of the store, or of `each`.
    pub fn bring<E: From<StoreError>>(
        &mut self,
        snapshot: &Snapshot,
        mut each: impl FnMut() -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut count = 0;
        macro_rules! sum {
            ($field:ident, $record:ty) => {
                count += snapshot.$field.len();
            };
        }
        domain::for_each_record!(sum);
        // A row that was removed and comes again is a change, which the session alone can tell.
        let large = count >= FEWEST && !self.removed;
        macro_rules! all {
            ($field:ident, $record:ty) => {
                if large {
                    self.bring_kind::<$record, E>(&snapshot.$field, &mut each)?;
                } else {
                    for record in &snapshot.$field {
                        self.put::<$record>(record)?;
                        each()?;
                    }
                }
            };
        }
        domain::for_each_record!(all);
        Ok(())
    }

    fn bring_kind<T: Table, E: From<StoreError>>(
        &mut self,
        records: &[T],
        each: &mut impl FnMut() -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        if records.is_empty() {
            return Ok(());
        }
        let mut statement = self.conn.prepare(&bring_sql::<T>()).map_err(StoreError::from)?;
        let mut rows = Rows::of::<T>();
        for record in records {
            if let Some(session) = &mut self.session {
                session.set_enabled(false);
            }
            let mut binder = Binder::printing::<T>(&mut statement, rows.print());
            record.write(&mut binder)?;
            let print = binder.print();
            if statement.raw_execute().map_err(StoreError::from)? > 0 {
                rows.add(record.id().into(), print);
            } else {
                self.put(record)?;
            }
            each()?;
        }
        if !rows.is_empty() {
            self.brought.push(rows);
        }
        Ok(())
    }
}

/// Bytes still to be read.
struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(StoreError::Conflict)?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number of so many bytes, the lowest first.
    fn number<const N: usize>(&mut self) -> Result<u64> {
        let mut all = [0; 8];
        all[..N].copy_from_slice(self.take(N)?);
        Ok(u64::from_le_bytes(all))
    }

    fn rows(&mut self) -> Result<Rows> {
        let length = self.number::<2>()? as usize;
        let table = String::from_utf8(self.take(length)?.to_vec()).map_err(|_| StoreError::Conflict)?;
        let columns = self.number::<2>()? as u16;
        let print = Fingerprint(self.number::<8>()?);
        let count = usize::try_from(self.number::<8>()?).ok().and_then(|count| count.checked_mul(ID));
        let ids = self.take(count.ok_or(StoreError::Conflict)?)?;
        Ok(Rows { table, columns, print, ids: ids.as_chunks::<ID>().0.to_vec() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Person;

    fn of(cells: &[ValueRef<'_>]) -> Fingerprint {
        let mut print = Fingerprint::default();
        cells.iter().for_each(|one| print.cell(*one));
        print
    }

    #[test]
    fn what_stands_in_another_cell_or_kind_is_another_row() {
        let text = |one: &'static str| ValueRef::Text(one.as_bytes());
        let all = [
            of(&[text("样例"), ValueRef::Null]),
            of(&[ValueRef::Null, text("样例")]),
            of(&[text("样"), text("例")]),
            of(&[ValueRef::Blob("样例".as_bytes()), ValueRef::Null]),
            of(&[text("样例"), text("")]),
            of(&[ValueRef::Integer(1), ValueRef::Null]),
            of(&[ValueRef::Real(1.0), ValueRef::Null]),
            of(&[text("样例\0"), ValueRef::Null]),
            of(&[]),
        ];
        for (at, one) in all.iter().enumerate() {
            assert!(all[at + 1..].iter().all(|other| other != one), "{at}");
        }
    }

    #[test]
    fn an_entry_comes_back_as_it_was_written_and_half_of_it_does_not() {
        let mut rows = Rows::of::<Person>();
        let print = of(&[ValueRef::Integer(7)]);
        (0..3).for_each(|n| rows.add(crate::sample::id(n), print));
        let bytes = written(std::slice::from_ref(&rows), b"T rest".to_vec());
        let entry = Logged::read(&bytes).unwrap();
        assert_eq!((entry.brought.as_slice(), entry.changeset), ([rows].as_slice(), b"T rest".as_slice()));
        assert!(entry.brings(|id| id == crate::sample::id(2)) && !entry.brings(|id| id == crate::sample::id(3)));
        for short in 2..bytes.len() - b"T rest".len() {
            assert!(Logged::read(&bytes[..short]).is_err(), "{short}");
        }
        assert_eq!(Logged::read(b"T bare").unwrap().changeset, b"T bare");
    }
}
