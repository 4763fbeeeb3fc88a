//! The audit as a chain: each line carries a hash over the line before it and over itself (F.4, point 9).
//!
//! Owns: what is hashed, writing a line behind the last one, and telling where the chain breaks. Deliberately absent: a secret.
//! Whoever can write the file and takes the trouble can write the whole chain anew; a head noted elsewhere shows that.

use crate::error::Result;
use crate::open::Store;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What the first line stands behind.
const NOTHING: [u8; 32] = [0; 32];

/// What is wrong with a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditFault {
    /// A line is not as it was written, or does not stand behind the line before it.
    Changed,
    /// Lines before this one are missing.
    Missing,
    /// The last lines are missing.
    Cut,
    /// Steps were taken that no line tells of.
    Unlogged,
}

/// Where a chain breaks first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditBreak {
    pub fault: AuditFault,
    /// The line at which it shows; with `Cut` the last one that is still there.
    pub sequence: i64,
    /// When that line says it was written, RFC 3339.
    pub at: String,
}

/// Whether the audit is as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditState {
    pub lines: u64,
    /// The hash of the last line, in hexadecimal digits; empty when there is none. Noted elsewhere, it shows later whether the
    /// chain was written anew.
    pub head: String,
    /// The first place where it breaks, and how many there are.
    pub broken: Option<AuditBreak>,
    pub breaks: u64,
}

/// One line of the audit, to be written.
pub(crate) struct AuditLine<'a> {
    pub id: Uuid,
    pub step: Uuid,
    pub kind: &'static str,
    pub op: &'a str,
    pub at: &'a str,
    pub actor: &'a str,
    /// Why, where something was only looked at.
    pub why: Option<Why<'a>>,
}

/// Why something was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Why<'a> {
    /// A code.
    pub code: &'a str,
    /// The words of whoever looked.
    pub text: Option<&'a str>,
    /// Random, made outside: without it the seal of a text that went could be found by guessing.
    pub salt: &'a str,
}

/// Writes a line behind the last one. Within a transaction: the line and the head belong together.
pub(crate) fn write(conn: &Connection, line: &AuditLine<'_>, tables: &[&str]) -> Result<()> {
    let (last, before) = head(conn)?.unwrap_or((0, NOTHING.to_vec()));
    let text = line.why.and_then(|one| Some((one.text?, one.salt)));
    let row = Row {
        sequence: last + 1,
        id: line.id.as_bytes().to_vec(),
        step: line.step.as_bytes().to_vec(),
        kind: line.kind.to_owned(),
        op: line.op.to_owned(),
        at: line.at.to_owned(),
        actor: line.actor.to_owned(),
        tables: tables.join(","),
        reason: line.why.map(|one| one.code.to_owned()),
        seal: text.map(|(text, salt)| seal(salt, text)),
    };
    let hash = row.hash(&before);
    let sql = "INSERT INTO audit (sequence, id, step, kind, op, at, actor, tables, reason, note, note_salt, note_seal, hash) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    conn.execute(
        sql,
        params![
            row.sequence,
            row.id,
            row.step,
            row.kind,
            row.op,
            row.at,
            row.actor,
            row.tables,
            row.reason,
            text.map(|one| one.0),
            text.map(|one| one.1),
            row.seal,
            hash
        ],
    )?;
    set_head(conn, row.sequence, &hash)
}

/// Chains the lines of a file from before there was a chain.
pub(crate) fn chain_all(conn: &Connection) -> Result<()> {
    let mut before = NOTHING.to_vec();
    let mut hashes = Vec::new();
    each_row(conn, |row, _, _| {
        before = row.hash(&before);
        hashes.push((row.sequence, before.clone()));
    })?;
    let mut put = conn.prepare("UPDATE audit SET hash = ?2 WHERE sequence = ?1")?;
    for (sequence, hash) in &hashes {
        put.execute(params![sequence, hash])?;
    }
    match hashes.last() {
        Some((sequence, hash)) => set_head(conn, *sequence, hash),
        None => Ok(()),
    }
}

impl Store {
    /// Reads the whole audit and says whether it is as it was written.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn audit_state(&self) -> Result<AuditState> {
        let mut breaks: Vec<AuditBreak> = Vec::new();
        let (mut lines, mut last, mut before, mut at) = (0, 0, NOTHING.to_vec(), String::new());
        each_row(&self.conn, |row, hash, text| {
            let told = text.is_none_or(|(text, salt)| row.seal.as_deref() == Some(&*seal(salt, text)));
            if hash != row.hash(&before) || !told {
                let fault = if row.sequence == last + 1 { AuditFault::Changed } else { AuditFault::Missing };
                breaks.push(AuditBreak { fault, sequence: row.sequence, at: row.at.clone() });
            }
            (lines, last, before, at) = (lines + 1, row.sequence, hash, row.at);
        })?;
        let end = head(&self.conn)?.unwrap_or((0, NOTHING.to_vec()));
        if end != (last, before.clone()) {
            breaks.push(AuditBreak { fault: AuditFault::Cut, sequence: last, at: at.clone() });
        }
        if self.is_a_step_unlogged()? {
            breaks.push(AuditBreak { fault: AuditFault::Unlogged, sequence: last, at });
        }
        let head = if lines == 0 { String::new() } else { hex(&before) };
        Ok(AuditState { lines, head, breaks: breaks.len() as u64, broken: breaks.into_iter().next() })
    }

    fn is_a_step_unlogged(&self) -> Result<bool> {
        let sql =
            "SELECT EXISTS (SELECT 1 FROM change_log c WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.step = c.id))";
        Ok(self.conn.query_row(sql, [], |row| row.get(0))?)
    }
}

/// The words of reasons go where `which` says so of the record and the words; the lines and the chain stay.
pub(crate) fn forget_words(conn: &Connection, which: &mut dyn FnMut(Uuid, &str) -> bool) -> Result<u32> {
    let mut gone = Vec::new();
    {
        let mut statement = conn.prepare("SELECT sequence, step, note FROM audit WHERE note IS NOT NULL")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rusqlite::Rows::next(&mut rows)? {
            let (sequence, about, text): (i64, [u8; 16], String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if which(Uuid::from_bytes(about), &text) {
                gone.push(sequence);
            }
        }
    }
    for sequence in &gone {
        conn.execute("UPDATE audit SET note = NULL, note_salt = NULL WHERE sequence = ?1", [sequence])?;
    }
    Ok(gone.len() as u32)
}

fn head(conn: &Connection) -> Result<Option<(i64, Vec<u8>)>> {
    let found = conn.query_row("SELECT sequence, hash FROM audit_head", [], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?)
}

fn set_head(conn: &Connection, sequence: i64, hash: &[u8]) -> Result<()> {
    let sql = "INSERT INTO audit_head (\"only\", sequence, hash) VALUES (1, ?1, ?2) \
               ON CONFLICT (\"only\") DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash";
    conn.execute(sql, params![sequence, hash])?;
    Ok(())
}

/// What of a line is hashed.
struct Row {
    sequence: i64,
    id: Vec<u8>,
    step: Vec<u8>,
    kind: String,
    op: String,
    at: String,
    actor: String,
    tables: String,
    reason: Option<String>,
    seal: Option<Vec<u8>>,
}

impl Row {
    /// SHA-256 over the hash before and every field with its length, so that no two lines read alike.
    fn hash(&self, before: &[u8]) -> Vec<u8> {
        let mut sum = Sha256::new();
        let mut add = |part: Option<&[u8]>| {
            // Nothing is not an empty text.
            let length = part.map_or(u64::MAX, |one| one.len() as u64);
            sum.update(length.to_be_bytes());
            sum.update(part.unwrap_or_default());
        };
        add(Some(before));
        add(Some(&self.sequence.to_be_bytes()));
        [&self.id, &self.step].into_iter().for_each(|one| add(Some(one)));
        let texts = [&self.kind, &self.op, &self.at, &self.actor, &self.tables];
        texts.into_iter().for_each(|one| add(Some(one.as_bytes())));
        add(self.reason.as_deref().map(str::as_bytes));
        add(self.seal.as_deref());
        sum.finalize().to_vec()
    }
}

/// What stands in the chain for words.
fn seal(salt: &str, text: &str) -> Vec<u8> {
    let mut sum = Sha256::new();
    sum.update((salt.len() as u64).to_be_bytes());
    sum.update(salt.as_bytes());
    sum.update(text.as_bytes());
    sum.finalize().to_vec()
}

/// Every line in its order with the hash it carries, and the words and salt of its reason where they still are.
fn each_row(conn: &Connection, mut look: impl FnMut(Row, Vec<u8>, Option<(&str, &str)>)) -> Result<()> {
    let sql = "SELECT sequence, id, step, kind, op, at, actor, tables, reason, note_seal, hash, note, note_salt \
               FROM audit ORDER BY sequence";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rusqlite::Rows::next(&mut rows)? {
        let held = Row {
            sequence: row.get(0)?,
            id: row.get(1)?,
            step: row.get(2)?,
            kind: row.get(3)?,
            op: row.get(4)?,
            at: row.get(5)?,
            actor: row.get(6)?,
            tables: row.get(7)?,
            reason: row.get(8)?,
            seal: row.get(9)?,
        };
        let (text, salt): (Option<String>, Option<String>) = (row.get(11)?, row.get(12)?);
        look(held, row.get(10)?, text.as_deref().map(|text| (text, salt.as_deref().unwrap_or_default())));
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|one| format!("{one:02x}")).collect()
}
