//! Records as tables: one trait, one macro, one generic way to read and write. Deliberately absent: SQL per record.

mod account;
mod bond;
mod chain;
mod company;
mod court;
mod fact;
mod import;
mod matter;
mod person;
mod photo;
mod plan;
pub(crate) mod reach;
mod right;
mod seat;
mod view;
mod visit;

use crate::area::Area;
use crate::brought::Fingerprint;
use crate::column::{Column, Words};
use crate::error::{Result, StoreError};
use domain::*;
use rusqlite::types::ToSqlOutput;
use rusqlite::{Row, Statement};

/// A record that has a table. Implemented by `table!` for every record of the domain.
pub trait Table: Record + Sized {
    /// Name of the table: the record's name in snake case.
    const NAME: &'static str;
    /// Columns in the order they are read and written; the names of the fields, `id` first.
    const COLUMNS: &'static [&'static str];
    /// Where the table shows.
    const AREAS: &'static [Area];
    /// SQL condition for "belongs to account `?1`"; see [`reach`].
    #[doc(hidden)]
    const REACH: &'static str;
    /// The columns words can stand in: typed ones, and `ref`, which comes from outside.
    #[doc(hidden)]
    fn texts() -> Vec<(&'static str, Words)>;
    /// Puts the cells into a statement, in the order of the columns.
    #[doc(hidden)]
    fn write(&self, cells: &mut Binder<'_, '_>) -> Result<()>;
    /// Takes a record from a row, in the order of the columns.
    #[doc(hidden)]
    fn read(cells: &mut Cells<'_, '_>) -> Result<Self>;
}

/// Makes a record a table. The field list must be complete (the compiler sees to it) and is the column list.
macro_rules! table {
    ($record:ident : $name:literal, [$($area:ident),+], $reach:expr => $($field:ident),+ $(,)?) => {
        impl $crate::table::Table for $record {
            const NAME: &'static str = $name;
            const COLUMNS: &'static [&'static str] = &["id", "ref", $(stringify!($field)),+];
            const AREAS: &'static [$crate::area::Area] = &[$($crate::area::Area::$area),+];
            const REACH: &'static str = $reach;
            fn texts() -> Vec<(&'static str, $crate::column::Words)> {
                let mut all = vec![("ref", $crate::column::Words::Plain)];
                $(all.push((stringify!($field), $crate::table::words_of(|one: &Self| &one.$field)));)+
                all.retain(|one| one.1 != $crate::column::Words::None);
                all
            }
            fn write(&self, cells: &mut $crate::table::Binder<'_, '_>) -> $crate::error::Result<()> {
                cells.put(&self.id)?;
                cells.put(&self.r#ref)?;
                $(cells.put(&self.$field)?;)+
                Ok(())
            }
            fn read(cells: &mut $crate::table::Cells<'_, '_>) -> $crate::error::Result<Self> {
                Ok(Self { id: cells.take()?, r#ref: cells.take()?, $($field: cells.take()?),+ })
            }
        }
    };
}
use table;

/// How words stand in a field; it is told by how it is reached.
pub(crate) fn words_of<R, C: Column>(_: fn(&R) -> &C) -> Words {
    C::WORDS
}

/// A row being read from left to right.
pub struct Cells<'row, 'stmt> {
    row: &'row Row<'stmt>,
    at: usize,
    table: &'static str,
    columns: &'static [&'static str],
}

impl<'row, 'stmt> Cells<'row, 'stmt> {
    pub(crate) fn new(row: &'row Row<'stmt>, table: &'static str, columns: &'static [&'static str]) -> Self {
        Self { row, at: 0, table, columns }
    }
    /// The next cell.
    pub(crate) fn take<C: Column>(&mut self) -> Result<C> {
        let cell = self.row.get_ref(self.at)?;
        let column = self.columns[self.at];
        self.at += 1;
        C::read(cell).map_err(|_| StoreError::BadValue { table: self.table, column })
    }
}

/// A statement being filled from left to right.
pub struct Binder<'a, 'conn> {
    statement: &'a mut Statement<'conn>,
    at: usize,
    table: &'static str,
    columns: &'static [&'static str],
    /// What was filled in so far, for rows that are told by it.
    print: Option<Fingerprint>,
}

impl<'a, 'conn> Binder<'a, 'conn> {
    pub(crate) fn new<T: Table>(statement: &'a mut Statement<'conn>) -> Self {
        Self { statement, at: 0, table: T::NAME, columns: T::COLUMNS, print: None }
    }
    /// The same, continuing a fingerprint.
    pub(crate) fn printing<T: Table>(statement: &'a mut Statement<'conn>, print: Fingerprint) -> Self {
        Self { print: Some(print), ..Self::new::<T>(statement) }
    }
    /// The fingerprint with all that was filled in.
    pub(crate) fn print(self) -> Fingerprint {
        self.print.unwrap_or_default()
    }
    /// Fills the next parameter.
    pub(crate) fn put<C: Column>(&mut self, value: &C) -> Result<()> {
        let column = self.columns[self.at];
        let cell = value.write().map_err(|_| StoreError::BadValue { table: self.table, column })?;
        self.at += 1;
        if let Some(print) = &mut self.print {
            match &cell {
                ToSqlOutput::Borrowed(cell) => print.cell(*cell),
                ToSqlOutput::Owned(cell) => print.cell(cell.into()),
                _ => return Err(StoreError::BadValue { table: self.table, column }),
            }
        }
        Ok(self.statement.raw_bind_parameter(self.at, cell)?)
    }
}

/// `"id", "ref", …`
pub(crate) fn column_list(columns: &[&str]) -> String {
    columns.iter().map(|one| format!("\"{one}\"")).collect::<Vec<_>>().join(", ")
}

/// Insert, or overwrite the row with the same identity.
pub(crate) fn put_sql<T: Table>() -> String {
    let overwrite =
        T::COLUMNS[1..].iter().map(|one| format!("\"{one}\" = excluded.\"{one}\"")).collect::<Vec<_>>().join(", ");
    format!("{} ON CONFLICT (\"id\") DO UPDATE SET {overwrite}", insert_sql::<T>())
}

/// Insert, or leave the row with the same identity as it is.
pub(crate) fn bring_sql<T: Table>() -> String {
    format!("{} ON CONFLICT (\"id\") DO NOTHING", insert_sql::<T>())
}

fn insert_sql<T: Table>() -> String {
    let places = (1..=T::COLUMNS.len()).map(|at| format!("?{at}")).collect::<Vec<_>>().join(", ");
    format!("INSERT INTO \"{}\" ({}) VALUES ({places})", T::NAME, column_list(T::COLUMNS))
}

/// A table as seen without its record.
pub(crate) struct TableFacts {
    pub name: &'static str,
    pub columns: &'static [&'static str],
    pub areas: &'static [Area],
    pub reach: &'static str,
    pub texts: Vec<(&'static str, Words)>,
}

/// Every table of user records, parents before children.
pub(crate) fn tables() -> Vec<TableFacts> {
    let mut all = Vec::new();
    macro_rules! each {
        ($field:ident, $record:ty) => {
            all.push(TableFacts {
                name: <$record>::NAME,
                columns: <$record>::COLUMNS,
                areas: <$record>::AREAS,
                reach: <$record>::REACH,
                texts: <$record>::texts(),
            })
        };
    }
    domain::for_each_record!(each);
    // Not in snapshots, but watched, undone and checked like every other.
    each!(pictures, Picture);
    all
}

/// Columns that hold lists of identities, where in each entry they stand, and the table they are of; SQLite cannot enforce
/// them.
pub(crate) const ID_LISTS: [(&str, &str, &str, &str); 11] = [
    ("touch", "staff", "$", "staff"),
    ("touch", "people", "$", "person"),
    ("decision_body", "members", "$", "seat"),
    ("agenda_item", "ours", "$", "staff"),
    ("agenda_item", "theirs", "$", "person"),
    ("travel_leg", "people", "$", "person"),
    ("meal", "hosts", "$", "staff"),
    ("seating_plan", "ours", "$", "staff"),
    ("seating_plan", "guests", "$", "person"),
    ("seat", "former_units", "$.unit", "org_unit"),
    ("import_source", "people", "$", "person"),
];

#[cfg(test)]
pub(crate) use tests::round_trip;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Step, Store, sample};

    fn step<'a>(op: &'a str) -> Step<'a> {
        sample::step(op)
    }

    /// Writes the whole sample, reads this kind back in every way, then overwrites, removes and puts back one record.
    pub(crate) fn round_trip<T: Table + Clone + PartialEq + std::fmt::Debug>(pick: fn(&Snapshot) -> &Vec<T>) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("a.dianke")).unwrap();
        let all = sample::full();
        let mine = pick(&all).clone();
        assert!(mine.len() >= 2, "the sample needs a full and a bare record");
        store.transact::<_, StoreError>(step("fill"), |tx| tx.put_all(&all)).unwrap();
        assert_eq!(store.list::<T>().unwrap(), mine);
        assert_eq!(store.count::<T>().unwrap(), mine.len() as u64);
        for one in &mine {
            assert_eq!(store.get::<T>(one.id()).unwrap().as_ref(), Some(one));
        }
        let named = mine.iter().find(|one| one.external_ref().is_some()).unwrap();
        assert_eq!(store.find_ref::<T>(named.external_ref().unwrap()).unwrap().as_ref(), Some(named));
        assert_eq!(store.find_ref::<T>("nobody").unwrap(), None);

        let same = store.transact::<_, StoreError>(step("again"), |tx| tx.put(named)).unwrap();
        assert!(same.tables.is_empty() && same.step.is_none(), "putting what is there is no change");
        let gone = store.transact::<_, StoreError>(step("remove"), |tx| {
            tx.remove::<T>(named.id())?;
            assert!(!tx.remove::<T>(named.id())?);
            assert_eq!(tx.get::<T>(named.id())?, None);
            tx.put(named)?;
            tx.get::<T>(named.id())
        });
        assert_eq!(gone.unwrap().value.as_ref(), Some(named));
        assert_eq!(store.list::<T>().unwrap(), mine);
    }

    #[test]
    fn the_schema_has_just_the_columns_of_the_records() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("a.dianke")).unwrap();
        for table in tables() {
            let mut statement = store.conn.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
            let found: Vec<String> = statement.query_map([table.name], |row| row.get(0)).unwrap().flatten().collect();
            assert_eq!(found, table.columns, "{}", table.name);
        }
    }

    #[test]
    fn a_value_that_cannot_be_kept_is_refused_by_column() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("a.dianke")).unwrap();
        let mut all = sample::full();
        all.figures[0].overdue = Some(f64::NAN);
        let refused = store.transact::<_, StoreError>(step("fill"), |tx| tx.put_all(&all)).unwrap_err();
        assert!(matches!(refused, StoreError::BadValue { table: "figures", column: "overdue" }));
        assert_eq!(store.load_all().unwrap(), Snapshot::default());
    }
}
