//! Every word of a workspace, wherever it stands: looked through, and one of them written over.
//!
//! Owns: which cells hold words (by the type of the field, so that a new field cannot be forgotten). Deliberately absent:
//! what is looked for.

use crate::column::Words;
use crate::error::{Result, StoreError};
use crate::open::Store;
use crate::table::{TableFacts, column_list, tables};
use crate::transact::Tx;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// Where words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPlace {
    pub table: &'static str,
    pub column: &'static str,
    /// Identity of the record.
    pub id: Uuid,
}

impl TextPlace {
    /// The place of these names, if words can stand there.
    pub fn named(table: &str, column: &str, id: Uuid) -> Option<Self> {
        let all = tables();
        let TableFacts { name, texts, .. } = all.into_iter().find(|one| one.name == table)?;
        let (column, _) = texts.into_iter().find(|one| one.0 == column)?;
        Some(Self { table: name, column, id })
    }
}

/// Words and where they stand.
#[derive(Debug, Clone, Copy)]
pub struct TextCell<'a> {
    pub place: TextPlace,
    pub text: &'a str,
    /// The text is JSON, and the words are strings in it.
    pub listed: bool,
}

impl Store {
    /// Shows every text of every record, table by table.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn each_text(&self, see: &mut dyn FnMut(TextCell<'_>)) -> Result<()> {
        tables().iter().try_for_each(|table| look(&self.conn, table, see))
    }
}

fn look(conn: &Connection, table: &TableFacts, see: &mut dyn FnMut(TextCell<'_>)) -> Result<()> {
    let columns: Vec<&str> = table.texts.iter().map(|one| one.0).collect();
    let sql = format!("SELECT \"id\", {} FROM \"{}\"", column_list(&columns), table.name);
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let bytes: [u8; 16] = row.get(0)?;
        let id = Uuid::from_bytes(bytes);
        for (at, (column, words)) in table.texts.iter().enumerate() {
            if let ValueRef::Text(bytes) = row.get_ref(at + 1)?
                && let Ok(text) = std::str::from_utf8(bytes)
                && !matches!(text, "" | "[]")
            {
                see(TextCell {
                    place: TextPlace { table: table.name, column, id },
                    text,
                    listed: *words == Words::Listed,
                });
            }
        }
    }
    Ok(())
}

impl Tx<'_> {
    /// The words that stand there now; `None`: no record, or no words.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn text_at(&self, place: TextPlace) -> Result<Option<String>> {
        let sql = format!("SELECT \"{}\" FROM \"{}\" WHERE \"id\" = ?1", place.column, place.table);
        let found = self.conn().query_row(&sql, [place.id.as_bytes()], |row| row.get::<_, Option<String>>(0));
        Ok(found.optional()?.flatten())
    }

    /// Writes words over those that stand there.
    ///
    /// # Errors
    /// `Missing` when the record is not there.
    pub fn set_text_at(&mut self, place: TextPlace, text: &str) -> Result<()> {
        let sql = format!("UPDATE \"{}\" SET \"{}\" = ?2 WHERE \"id\" = ?1", place.table, place.column);
        match self.watched_conn()?.execute(&sql, params![place.id.as_bytes(), text])? {
            0 => Err(StoreError::Missing { what: place.table }),
            _ => Ok(()),
        }
    }
}
