//! The audit is a chain: whatever is done to it around the application shows, and erasing leaves it whole.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod support;

use domain::*;
use std::path::{Path, PathBuf};
use store::{AuditFault, Problem, Seen, Store, StoreError, Why};
use support::{AT, full, id, step};

/// A file with six lines: an import, four looks and an undone step make seven.
fn logged() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dianke");
    let mut store = Store::create(&path).unwrap();
    assert_eq!(store.audit_state().unwrap().lines, 0);
    store.transact::<_, StoreError>(step("import"), |tx| tx.put_all(&full())).unwrap();
    for n in 0..4 {
        let why = (n == 2).then_some(Why { code: "catering", text: Some("为样例一订餐"), salt: "5a17" });
        let about = full().people[0].id.into();
        let line = id(900_100 + n);
        store.see(&Seen { id: line, op: "view-p3", at: AT, actor: "u01", about, why }).unwrap();
    }
    store.undo(AT, "u01", id(900_200)).unwrap().unwrap();
    store.close().unwrap();
    (folder, path)
}

/// Does something to the file that the application would not, and tells what is found.
fn around(path: &Path, sql: &str) -> Option<(AuditFault, i64)> {
    let conn = rusqlite::Connection::open(path).unwrap();
    conn.execute_batch(sql).unwrap();
    conn.close().unwrap();
    let store = Store::open_read_only(path).unwrap();
    let state = store.audit_state().unwrap();
    let listed = store.check().unwrap().into_iter().any(|one| matches!(one, Problem::AuditBroken(_)));
    assert_eq!(listed, state.broken.is_some());
    state.broken.map(|one| (one.fault, one.sequence))
}

#[test]
fn an_audit_left_alone_holds_and_goes_on() {
    let (_folder, path) = logged();
    let mut store = Store::open(&path).unwrap();
    let before = store.audit_state().unwrap();
    assert_eq!((before.lines, before.breaks, &before.broken), (6, 0, &None));
    assert_eq!(before.head.len(), 64);
    store.see(&Seen { id: id(900_300), op: "see-access", at: AT, actor: "u01", about: id(1), why: None }).unwrap();
    let after = store.audit_state().unwrap();
    assert_eq!((after.lines, after.breaks), (7, 0));
    assert_ne!(after.head, before.head);
    let entries = store.audit(|one| one.reason.is_some()).unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!((entries[0].sequence, entries[0].reason.as_deref()), (4, Some("catering")));
    assert_eq!(entries[0].note.as_deref(), Some("为样例一订餐"));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn what_is_done_to_a_line_shows_where() {
    for sql in [
        "UPDATE audit SET actor = 'u99' WHERE sequence = 3",
        "UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE sequence = 3",
        "UPDATE audit SET op = 'get-map' WHERE sequence = 3",
        "UPDATE audit SET step = x'00000000000000000000000000000000' WHERE sequence = 3",
        "UPDATE audit SET kind = 'do', tables = '' WHERE sequence = 3",
        "UPDATE audit SET reason = 'safety' WHERE sequence = 3",
        "UPDATE audit SET hash = x'00' WHERE sequence = 3",
    ] {
        let (_folder, path) = logged();
        assert_eq!(around(&path, sql), Some((AuditFault::Changed, 3)), "{sql}");
    }
    let (_folder, path) = logged();
    let sql = "UPDATE audit SET note = '别的事由' WHERE sequence = 4";
    assert_eq!(around(&path, sql), Some((AuditFault::Changed, 4)), "words that were put in for others");
}

#[test]
fn lines_that_are_missing_show_also_at_the_end() {
    let (_folder, path) = logged();
    assert_eq!(around(&path, "DELETE FROM audit WHERE sequence IN (2, 3)"), Some((AuditFault::Missing, 4)));
    let (_folder, path) = logged();
    let sql = "DELETE FROM audit WHERE sequence = 2; UPDATE audit SET sequence = sequence - 1 WHERE sequence > 2";
    assert_eq!(around(&path, sql).map(|one| one.1), Some(2), "moved up into the gap");
    let (_folder, path) = logged();
    assert_eq!(around(&path, "DELETE FROM audit WHERE sequence > 4"), Some((AuditFault::Cut, 4)));
    // Going on afterwards does not heal it.
    let mut store = Store::open(&path).unwrap();
    let entered =
        Seen { id: id(900_400), op: "enter-presenting:key", at: AT, actor: "u01", about: uuid::Uuid::nil(), why: None };
    store.see(&entered).unwrap();
    let broken = store.audit_state().unwrap().broken.unwrap();
    assert_eq!((broken.fault, broken.sequence), (AuditFault::Missing, 7));
    drop(store);
    let (_folder, path) = logged();
    let sql = "DELETE FROM audit; DELETE FROM audit_head";
    assert_eq!(around(&path, sql), Some((AuditFault::Unlogged, 0)), "the steps are still there");
    let (_folder, path) = logged();
    assert_eq!(around(&path, "DELETE FROM audit"), Some((AuditFault::Cut, 0)));
}

#[test]
fn words_go_with_the_person_and_the_chain_holds() {
    let (_folder, path) = logged();
    let mut store = Store::open(&path).unwrap();
    let before = store.audit_state().unwrap();
    let who = full().people[0].id;
    let done = store.transact_erasing::<_, StoreError>(step("erase"), |tx| {
        assert_eq!(tx.forget_reasons(&mut |about, text| about == who.0 && text.contains("样例一"))?, 1);
        tx.put(&Person::bare(who))
    });
    done.unwrap();
    let state = store.audit_state().unwrap();
    assert_eq!((state.lines, state.broken), (before.lines + 1, None));
    let entries = store.audit(|one| one.reason.is_some()).unwrap();
    assert_eq!((entries[0].reason.as_deref(), &entries[0].note), (Some("catering"), &None));
    store.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows("为样例一订餐".len()).any(|part| part == "为样例一订餐".as_bytes()));
}

#[test]
fn lines_of_an_older_file_are_chained() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dianke");
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    conn.execute_batch(include_str!("fixtures/schema_1.sql")).unwrap();
    let lines: u64 = conn.query_row("SELECT count(*) FROM audit", [], |row| row.get::<_, i64>(0)).unwrap() as u64;
    assert!(lines > 1);
    conn.close().unwrap();
    let state = Store::open(&path).unwrap().audit_state().unwrap();
    assert_eq!((state.lines, state.broken), (lines, None));
    assert_eq!(around(&path, "UPDATE audit SET op = 'x' WHERE sequence = 1").map(|one| one.1), Some(1));
}
