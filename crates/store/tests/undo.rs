//! One door for writes, and the way back: undo, redo, conflicts, rolled-back steps.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod support;

use domain::*;
use std::path::PathBuf;
use store::{Area, Committed, History, Store, StoreError};
use support::{AT, full, id, person, person_bare, step};
use tempfile::TempDir;

fn filled() -> (TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("样例.dianke");
    let mut store = Store::create(&path).unwrap();
    fill(&mut store, "import", &full());
    (folder, path, store)
}

fn fill(store: &mut Store, op: &str, all: &Snapshot) -> Committed<()> {
    store.transact::<_, StoreError>(step(op), |tx| tx.put_all(all)).unwrap()
}

fn rename(store: &mut Store, label: &str) -> Committed<()> {
    let op = format!("rename_{label}");
    let work = |tx: &mut store::Tx<'_>| {
        let mut one = tx.get::<Person>(id(62).into())?.ok_or(StoreError::Missing { what: "person" })?;
        one.label = Some(label.into());
        tx.put(&one)
    };
    store.transact(step(&op), work).unwrap()
}

fn undo(store: &mut Store) -> Option<String> {
    store.undo(AT, "u01", id(950_000)).unwrap().map(|one| one.op)
}

fn redo(store: &mut Store) -> Option<String> {
    store.redo(AT, "u01", id(950_000)).unwrap().map(|one| one.op)
}

fn history(undo: Option<&str>, redo: Option<&str>) -> History {
    History { undo: undo.map(str::to_owned), redo: redo.map(str::to_owned) }
}

#[test]
fn a_step_says_what_it_touched() {
    let (_folder, _path, mut store) = filled();
    let done = rename(&mut store, "信息中心");
    assert_eq!(done.tables, ["person"]);
    assert_eq!(done.areas(), [Area::People, Area::Map, Area::Court, Area::Visits]);
    let undone = store.undo(AT, "u01", id(950_000)).unwrap().unwrap();
    assert_eq!((undone.tables.as_slice(), undone.step), (["person"].as_slice(), done.step.unwrap()));
    assert_eq!(store.load_all().unwrap(), full());
}

#[test]
fn the_log_says_which_rows_changed_since_a_moment() {
    let (_folder, _path, mut store) = filled();
    let person: uuid::Uuid = id(62);
    let start = store.moment().unwrap();
    assert_eq!(store.changed_since(start, 5).unwrap().rows, Some(vec![]));
    let label = |tx: &mut store::Tx<'_>| {
        let mut one = tx.get::<Person>(id(62).into())?.ok_or(StoreError::Missing { what: "person" })?;
        one.label = Some("信息中心".into());
        tx.put(&one)
    };
    // Steps are told apart by their identities.
    store.transact(store::Step { id: id(950_001), ..step("label") }, label).unwrap();
    undo(&mut store);
    let both = store.changed_since(start, 5).unwrap();
    let rows = both.rows.unwrap();
    assert!(rows.len() == 2 && rows.iter().all(|one| one.table == "person" && one.ids.contains(&person)), "{rows:?}");
    assert_eq!(store.changed_since(both.until, 5).unwrap().rows, Some(vec![]));
    assert_eq!(store.changed_since(start, 1).unwrap().rows, None, "more than was asked for");
    assert_eq!(store.changed_since(0, 5).unwrap().rows, None);
    let gone = |tx: &mut store::Tx<'_>| tx.remove::<SavedView>(full().saved_views[0].id);
    let moment = store.moment().unwrap();
    let forget = store::Step { id: id(950_002), ..step("forget") };
    store.transact_for_good::<_, StoreError>(forget, &[], gone).unwrap();
    assert_eq!(store.changed_since(moment, 5).unwrap().rows, None, "what was forgotten is not told");
}

#[test]
fn a_chain_of_steps_goes_back_and_forth_also_after_reopening() {
    let (_folder, path, mut store) = filled();
    let mut states = vec![Snapshot::default(), store.load_all().unwrap()];
    for label in ["a", "b", "c"] {
        rename(&mut store, label);
        states.push(store.load_all().unwrap());
    }
    assert_eq!(undo(&mut store).as_deref(), Some("rename_c"));
    store.close().unwrap();

    let mut store = Store::open(&path).unwrap();
    assert_eq!(store.history().unwrap(), history(Some("rename_b"), Some("rename_c")));
    for (op, state) in [("rename_b", 3 - 1), ("rename_a", 1), ("import", 0)] {
        assert_eq!(undo(&mut store).as_deref(), Some(op));
        assert_eq!(store.load_all().unwrap(), states[state], "after undo of {op}");
    }
    assert_eq!(undo(&mut store), None);
    drop(store);

    let mut store = Store::open(&path).unwrap();
    assert_eq!(store.history().unwrap(), history(None, Some("import")));
    for (op, state) in [("import", 1), ("rename_a", 2), ("rename_b", 3), ("rename_c", 4)] {
        assert_eq!(redo(&mut store).as_deref(), Some(op));
        assert_eq!(store.load_all().unwrap(), states[state], "after redo of {op}");
    }
    assert_eq!(redo(&mut store), None);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_new_step_ends_what_could_be_redone() {
    let (_folder, _path, mut store) = filled();
    rename(&mut store, "a");
    rename(&mut store, "b");
    undo(&mut store);
    undo(&mut store);
    rename(&mut store, "c");
    assert_eq!(store.history().unwrap(), history(Some("rename_c"), None));
    assert_eq!(redo(&mut store), None);
    assert_eq!(undo(&mut store).as_deref(), Some("rename_c"));
    assert_eq!(undo(&mut store).as_deref(), Some("import"), "steps that were dropped are not undone again");
    assert_eq!(store.facts().unwrap().steps, 4, "dropped steps stay in the log");
}

#[test]
fn an_import_of_many_rows_is_one_step() {
    let (_folder, _path, mut store) = filled();
    let many = Snapshot { people: (10_000..30_000).map(person).collect(), ..Snapshot::default() };
    assert_eq!(fill(&mut store, "import_list", &many).tables, ["person"]);
    assert_eq!(store.count::<Person>().unwrap(), 20_004);
    assert_eq!(undo(&mut store).as_deref(), Some("import_list"));
    assert_eq!(store.load_all().unwrap(), full());
    assert_eq!(redo(&mut store).as_deref(), Some("import_list"));
    assert_eq!(store.list::<Person>().unwrap()[4..], many.people);
}

#[test]
fn an_error_of_the_caller_takes_everything_back() {
    #[derive(Debug)]
    enum Refusal {
        Rule,
        Store(#[allow(dead_code, reason = "shown when the test fails")] StoreError),
    }
    impl From<StoreError> for Refusal {
        fn from(cause: StoreError) -> Self {
            Self::Store(cause)
        }
    }
    let (_folder, _path, mut store) = filled();
    let refused = store.transact(step("bad"), |tx| {
        tx.put(&person_bare(700))?;
        tx.remove::<Fact>(id(251).into())?;
        assert_eq!(tx.list::<Person>()?.len(), 5);
        Err::<(), _>(Refusal::Rule)
    });
    assert!(matches!(refused, Err(Refusal::Rule)));
    assert_eq!(store.load_all().unwrap(), full());
    assert_eq!(store.history().unwrap(), history(Some("import"), None));
    rename(&mut store, "still_works");
}

#[test]
fn a_panic_of_the_caller_takes_everything_back() {
    let (_folder, _path, mut store) = filled();
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.transact::<(), StoreError>(step("bad"), |tx| {
            tx.put(&person_bare(700))?;
            panic!("on purpose")
        })
    }));
    assert!(caught.is_err());
    assert_eq!(store.load_all().unwrap(), full());
    rename(&mut store, "still_works");
}

#[test]
fn a_row_may_not_point_at_nothing() {
    let (_folder, _path, mut store) = filled();
    let refused = store.transact::<_, StoreError>(step("remove_seat"), |tx| tx.remove::<Seat>(id(103).into()));
    let Err(StoreError::Dangling { table, column, count }) = refused else { panic!("{refused:?}") };
    assert_eq!((table.as_str(), column.as_str(), count), ("tenure", "seat", 1));
    assert_eq!(store.load_all().unwrap(), full());

    let whole = store.transact::<_, StoreError>(step("remove_seat"), |tx| {
        tx.remove::<Seat>(id(103).into())?;
        tx.remove::<Tenure>(id(113).into())
    });
    assert_eq!(whole.unwrap().tables, ["seat", "tenure"], "order within a step does not matter");
    assert_eq!(undo(&mut store).as_deref(), Some("remove_seat"));
    assert_eq!(store.load_all().unwrap(), full());
}

#[test]
fn what_changed_meanwhile_is_a_conflict_and_stays() {
    let (_folder, path, mut store) = filled();
    rename(&mut store, "a");
    store.close().unwrap();
    let around = rusqlite::Connection::open(&path).unwrap();
    around.execute("UPDATE person SET label = 'around' WHERE id = ?1", [id(62).as_bytes()]).unwrap();
    drop(around);

    let mut store = Store::open(&path).unwrap();
    let before = store.load_all().unwrap();
    assert!(matches!(store.undo(AT, "u01", id(950_000)), Err(StoreError::Conflict)));
    assert_eq!(store.load_all().unwrap(), before);
    assert_eq!(store.history().unwrap(), history(Some("rename_a"), None));
}

#[test]
fn what_is_only_witnessed_is_in_the_audit_and_no_step() {
    let (_folder, path, mut store) = filled();
    rename(&mut store, "a");
    let before = (store.history().unwrap(), store.facts().unwrap().steps);
    let entered = store::Seen {
        id: id(960_000),
        op: "enter-presenting:key",
        at: "2026-11-20T08:00:00Z",
        actor: "u01",
        about: uuid::Uuid::nil(),
        why: None,
    };
    store.see(&entered).unwrap();
    assert_eq!((store.history().unwrap(), store.facts().unwrap().steps), before);
    undo(&mut store);
    store.close().unwrap();
    let reader = rusqlite::Connection::open(&path).unwrap();
    let mut lines = reader.prepare("SELECT kind || ' ' || op || ' ' || actor || tables FROM audit").unwrap();
    let lines: Vec<String> = lines.query_map([], |row| row.get(0)).unwrap().flatten().collect();
    assert!(lines.contains(&"saw enter-presenting:key u01".to_owned()), "{lines:?}");
}

#[test]
fn every_turn_is_in_the_audit() {
    let (_folder, path, mut store) = filled();
    rename(&mut store, "a");
    undo(&mut store);
    redo(&mut store);
    store.close().unwrap();
    let reader = rusqlite::Connection::open(&path).unwrap();
    let mut lines = reader.prepare("SELECT kind || ' ' || op || ' ' || actor || ' ' || tables FROM audit").unwrap();
    let lines: Vec<String> = lines.query_map([], |row| row.get(0)).unwrap().flatten().collect();
    assert_eq!(lines[1..], ["do rename_a u01 person", "undo rename_a u01 person", "redo rename_a u01 person"]);
    assert!(lines[0].starts_with("do import u01 company,policy,staff,account,"));
}

#[test]
fn a_step_beyond_undo_stays_while_those_before_it_go() {
    let (_folder, path, mut store) = filled();
    rename(&mut store, "before");
    let number = 7_000;
    let done = store.transact_beyond_undo::<_, StoreError>(step("issue"), |tx| tx.put(&person(number))).unwrap();
    assert_eq!(done.tables, ["person"]);
    assert_eq!(store.history().unwrap(), history(Some("rename_before"), None));
    store.close().unwrap();
    let mut store = Store::open(&path).unwrap();
    assert_eq!(undo(&mut store).as_deref(), Some("rename_before"));
    assert!(store.get::<Person>(id(number).into()).unwrap().is_some());
    // Like every step it ends what could be redone.
    store.transact_beyond_undo::<_, StoreError>(step("issue"), |tx| tx.put(&person(number + 1))).unwrap();
    assert_eq!(store.history().unwrap(), history(Some("import"), None));
    // What the copy rests on cannot be taken from under it.
    let visit = full().visits[0].id;
    let copy = IssuedCopy { id: id(7_100).into(), visit, ..full().issued_copies[0].clone() };
    store.transact_beyond_undo::<_, StoreError>(step("issue"), |tx| tx.put(&copy)).unwrap();
    let refused = store.undo(AT, "u01", id(950_001));
    assert!(matches!(refused, Err(StoreError::Conflict)), "{refused:?}");
    assert_eq!(store.get::<IssuedCopy>(copy.id).unwrap(), Some(copy));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn of_an_erased_guest_the_file_keeps_the_place_and_no_letter_of_the_name() {
    let (_folder, path, mut store) = filled();
    let mut guest = full().visit_guests[0].clone();
    let name = "欧阳样例删除";
    let named = Person { name_zh: Some(name.into()), ..person(7_200) };
    (guest.id, guest.person) = (id(7_201).into(), named.id);
    store.transact::<_, StoreError>(step("add"), |tx| tx.put(&named).and_then(|()| tx.put(&guest))).unwrap();
    let erased = Person { status: PersonStatus::Erased, ..Person::bare(named.id) };
    store.transact_for_good::<_, StoreError>(step("erase"), &["person"], |tx| tx.put(&erased)).unwrap();
    assert_eq!(store.get::<VisitGuest>(guest.id).unwrap(), Some(guest));
    store.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows(name.len()).any(|part| part == name.as_bytes()));
    let mut store = Store::open(&path).unwrap();
    assert_eq!(undo(&mut store), None);
    assert_eq!(store.get::<Person>(erased.id).unwrap(), Some(erased));
}
