//! Files of every earlier schema open, are brought up to date, and keep their content and their history.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod support;

use domain::*;
use std::path::Path;
use store::{Store, StoreError};
use support::{full_of_schema_1, id, step};

fn old_file(path: &Path) {
    let conn = rusqlite::Connection::open(path).unwrap();
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    conn.execute_batch(include_str!("fixtures/schema_1.sql")).unwrap();
    conn.close().unwrap();
}

#[test]
fn a_file_of_schema_1_opens_with_all_it_had() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dianke");
    old_file(&path);
    let mut store = Store::open(&path).unwrap();
    let facts = store.facts().unwrap();
    assert_eq!(facts.schema, facts.known_schema);
    assert_eq!(store.check().unwrap(), []);
    let mut expected = full_of_schema_1();
    expected.facts.remove(0);
    assert_eq!(store.load_all().unwrap(), expected);

    assert_eq!(store.undo("", "", id(1)).unwrap().unwrap().op, "remove_fact");
    assert_eq!(store.load_all().unwrap(), full_of_schema_1(), "an old step can still be undone");
    let more = store.transact::<_, StoreError>(step("add"), |tx| tx.put(&support::person(9_000)));
    assert_eq!(more.unwrap().tables, ["person"]);
    assert_eq!(store.count::<Person>().unwrap(), 5);
    store.close().unwrap();
    Store::open_read_only(&path).unwrap();
}
