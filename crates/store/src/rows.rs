//! Rows of any table, read over one connection. One implementation for all records.

use crate::error::{Result, StoreError};
use crate::table::{Cells, Table, column_list};
use rusqlite::{Connection, OptionalExtension, Params, Statement};
use uuid::Uuid;

/// The record with this identity.
pub(crate) fn get<T: Table>(conn: &Connection, id: T::Id) -> Result<Option<T>> {
    let id: Uuid = id.into();
    Ok(select(conn, "\"id\" = ?1", [id.as_bytes()])?.pop())
}

/// Every record of this kind, oldest identity first.
pub(crate) fn list<T: Table>(conn: &Connection) -> Result<Vec<T>> {
    select(conn, "1", [])
}

/// The records whose column `column` holds the identity `of`, oldest identity first.
pub(crate) fn list_by<T: Table>(conn: &Connection, column: &str, of: Uuid) -> Result<Vec<T>> {
    list_by_each(conn, column, [of])
}

/// The records whose column `column` holds one of these identities, one after the other; the query is made once.
pub(crate) fn list_by_each<T: Table>(
    conn: &Connection,
    column: &str,
    of: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<T>> {
    if !T::COLUMNS.contains(&column) {
        return Err(StoreError::Missing { what: T::NAME });
    }
    let mut statement = conn.prepare(&select_sql::<T>(&format!("\"{column}\" = ?1")))?;
    let mut found = Vec::new();
    for id in of {
        found.extend(read_all::<T>(&mut statement, [id.as_bytes()])?);
    }
    Ok(found)
}

/// The oldest record another system knows by this name.
pub(crate) fn find_ref<T: Table>(conn: &Connection, name: &str) -> Result<Option<T>> {
    Ok(select(conn, "\"ref\" = ?1", [name])?.into_iter().next())
}

/// How many records of this kind there are.
pub(crate) fn count<T: Table>(conn: &Connection) -> Result<u64> {
    count_rows(conn, T::NAME)
}

/// How many rows the table has.
pub(crate) fn count_rows(conn: &Connection, table: &str) -> Result<u64> {
    let count: Option<i64> =
        conn.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get(0)).optional()?;
    Ok(count.unwrap_or(0).unsigned_abs())
}

/// The records for which `filter` holds, oldest identity first.
pub(crate) fn select<T: Table>(conn: &Connection, filter: &str, params: impl Params) -> Result<Vec<T>> {
    read_all(&mut conn.prepare(&select_sql::<T>(filter))?, params)
}

/// The query for records for which `filter` holds.
pub(crate) fn select_sql<T: Table>(filter: &str) -> String {
    format!("SELECT {} FROM \"{}\" WHERE {filter}", column_list(T::COLUMNS), T::NAME)
}

/// What a query made by [`select_sql`] finds, oldest identity first.
pub(crate) fn read_all<T: Table>(statement: &mut Statement, params: impl Params) -> Result<Vec<T>> {
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(T::read(&mut Cells::new(row, T::NAME, T::COLUMNS))?);
    }
    // Here and not in SQL: an index walk would otherwise be sorted with all its columns.
    if !found.is_sorted_by_key(|one: &T| one.id().into()) {
        found.sort_by_cached_key(|one: &T| -> Uuid { one.id().into() });
    }
    Ok(found)
}
