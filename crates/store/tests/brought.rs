//! Large steps: what the log keeps of them, the way back and forth, and that nothing of somebody erased stays.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod support;

use domain::*;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use store::{Committed, Extent, Store, StoreError, Tx};
use support::{AT, full, id, step};
use tempfile::TempDir;
use uuid::Uuid;

const PEOPLE: u64 = 5_000;
const CANARY: &str = "金丝雀四七一一";

fn new_person(n: u64) -> Person {
    Person { name_zh: Some(format!("样例{n}")), ..Person::bare(id(n).into()) }
}

type Change = fn(&mut Tx<'_>) -> Result<(), StoreError>;

/// Many people with a fact each, and the sample they join: one of its people under a new label.
fn many() -> Snapshot {
    let mut all = Snapshot { people: (100_000..100_000 + PEOPLE).map(new_person).collect(), ..Snapshot::default() };
    all.people[7].name_zh = Some(CANARY.into());
    let known = Person { label: Some("信息中心".into()), ..full().people[0].clone() };
    all.people.push(known);
    let pattern = full().facts[0].clone();
    let fact = |n: u64| Fact { id: id(200_000 + n).into(), person: id(100_000 + n).into(), ..pattern.clone() };
    all.facts = (0..PEOPLE).map(fact).collect();
    all.facts[7].value = Some(CANARY.into());
    all
}

fn filled() -> (TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("样例.dianke");
    let mut store = Store::create(&path).unwrap();
    store.transact::<_, StoreError>(step("fill"), |tx| tx.put_all(&full())).unwrap();
    (folder, path, store)
}

fn bring(store: &mut Store, all: &Snapshot) -> Committed<()> {
    let import = store::Step { id: id(900_001), ..step("import") };
    store.transact::<_, StoreError>(import, |tx| tx.bring(all, || Ok(()))).unwrap()
}

fn undo(store: &mut Store) -> Option<String> {
    store.undo(AT, "u01", id(950_000)).unwrap().map(|one| one.op)
}

fn redo(store: &mut Store) -> Option<String> {
    store.redo(AT, "u01", id(950_000)).unwrap().map(|one| one.op)
}

fn change(store: &mut Store, op: &str, work: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError>) {
    store.transact::<_, StoreError>(step(op), work).unwrap();
}

/// Times the canary stands in the file and its log.
fn canaries(path: &Path) -> usize {
    let wal = PathBuf::from(format!("{}-wal", path.display()));
    let bytes =
        [path.to_owned(), wal].iter().flat_map(|one| std::fs::read(one).unwrap_or_default()).collect::<Vec<_>>();
    bytes.windows(CANARY.len()).filter(|one| *one == CANARY.as_bytes()).count()
}

#[test]
fn a_large_step_goes_back_and_forth_and_every_record_is_as_it_was() {
    let (_folder, path, mut store) = filled();
    let done = bring(&mut store, &many());
    assert_eq!((done.tables.as_slice(), done.extent), (["person", "fact"].as_slice(), Extent::Everything));
    let after = store.load_all().unwrap();
    assert_eq!(after.people.len() as u64, PEOPLE + full().people.len() as u64);
    for _ in 0..2 {
        let undone = store.undo(AT, "u01", id(950_000)).unwrap().unwrap();
        assert_eq!((undone.tables.as_slice(), undone.extent), (["person", "fact"].as_slice(), Extent::Everything));
        assert_eq!(store.load_all().unwrap(), full(), "the known one has its label of before, too");
        drop(store);
        store = Store::open(&path).unwrap();
        assert_eq!(redo(&mut store).as_deref(), Some("import"));
        assert_eq!(store.load_all().unwrap(), after);
    }
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn the_log_keeps_the_values_of_a_large_step_only_while_it_is_taken_back() {
    let (_folder, _path, mut store) = filled();
    let size = |store: &Store| store.facts().unwrap().bytes;
    let before = size(&store);
    bring(&mut store, &many());
    let values = size(&store) - before;
    undo(&mut store);
    redo(&mut store);
    assert!(size(&store) - before > values + values / 4, "told by value after a turn: {} of {values}", size(&store));
}

#[test]
fn steps_upon_a_large_one_go_back_first_and_in_their_order() {
    let (_folder, _path, mut store) = filled();
    bring(&mut store, &many());
    let after = store.load_all().unwrap();
    let label = |text: &str| Person { label: Some(text.into()), ..new_person(100_003) };
    change(&mut store, "rename", |tx| tx.put(&label("甲")));
    change(&mut store, "remove", |tx| {
        tx.remove::<Fact>(id(200_004).into())?;
        tx.remove::<Person>(id(100_004).into()).map(drop)
    });
    assert_eq!([undo(&mut store).as_deref(), undo(&mut store).as_deref()], [Some("remove"), Some("rename")]);
    assert_eq!(store.load_all().unwrap(), after);
    assert_eq!(undo(&mut store).as_deref(), Some("import"));
    assert_eq!(store.load_all().unwrap(), full());
}

#[test]
fn what_changed_beyond_undo_is_a_conflict_and_stays() {
    let changes: [Change; 4] = [
        |tx| tx.put(&Person { label: Some("乙".into()), ..new_person(100_009) }),
        |tx| tx.remove::<Fact>(id(200_009).into()).map(drop),
        |tx| tx.put(&Fact { level: Some("本科".into()), ..tx.get::<Fact>(id(200_009).into())?.unwrap() }),
        // Somebody new hangs on one who would go.
        |tx| tx.put(&Fact { id: id(300_000).into(), person: id(100_009).into(), ..full().facts[0].clone() }),
    ];
    for (at, work) in changes.into_iter().enumerate() {
        let (_folder, _path, mut store) = filled();
        bring(&mut store, &many());
        store.transact_beyond_undo::<_, StoreError>(step("issue"), work).unwrap();
        let before = store.load_all().unwrap();
        let refused = store.undo(AT, "u01", id(950_000));
        assert!(matches!(refused, Err(StoreError::Conflict)), "{at}: {refused:?}");
        assert_eq!(store.load_all().unwrap(), before, "{at}");
        assert_eq!(store.history().unwrap().undo.as_deref(), Some("import"), "{at}");
    }
}

#[test]
fn rows_written_before_and_after_in_one_step_go_back_with_it() {
    let (_folder, _path, mut store) = filled();
    let all = many();
    let mixed = |tx: &mut Tx<'_>| {
        // A person the facts hang on, written for itself before; one brought is renamed, one removed, one comes again.
        tx.put(&all.people[0])?;
        tx.bring::<StoreError>(&all, || Ok(()))?;
        tx.put(&Person { label: Some("丙".into()), ..all.people[1].clone() })?;
        tx.remove::<Fact>(all.facts[2].id)?;
        tx.remove::<Fact>(all.facts[3].id)?;
        tx.put(&all.facts[3])
    };
    store.transact::<_, StoreError>(step("import"), mixed).unwrap();
    let after = store.load_all().unwrap();
    assert_eq!(after.facts.len(), full().facts.len() + all.facts.len() - 1);
    for _ in 0..2 {
        assert_eq!(undo(&mut store).as_deref(), Some("import"));
        assert_eq!(store.load_all().unwrap(), full());
        assert_eq!(redo(&mut store).as_deref(), Some("import"));
        assert_eq!(store.load_all().unwrap(), after);
    }
}

#[test]
fn a_later_row_on_one_written_for_itself_is_a_conflict_too() {
    let (_folder, _path, mut store) = filled();
    let all = many();
    let mixed = |tx: &mut Tx<'_>| {
        tx.put(&new_person(99_000))?;
        tx.bring::<StoreError>(&all, || Ok(()))
    };
    store.transact::<_, StoreError>(step("import"), mixed).unwrap();
    let later = Fact { id: id(300_000).into(), person: id(99_000).into(), ..full().facts[0].clone() };
    store.transact_beyond_undo::<_, StoreError>(step("issue"), |tx| tx.put(&later)).unwrap();
    let before = store.load_all().unwrap();
    assert!(matches!(store.undo(AT, "u01", id(950_000)), Err(StoreError::Conflict)));
    assert_eq!(store.load_all().unwrap(), before);
}

#[test]
fn what_was_removed_and_comes_again_in_a_large_step_is_a_change() {
    let (_folder, _path, mut store) = filled();
    let mut all = many();
    let again = Person { label: Some("丁".into()), ..new_person(99_999) };
    change(&mut store, "add", |tx| tx.put(&new_person(99_999)));
    let before = store.load_all().unwrap();
    all.people.push(again.clone());
    let work = |tx: &mut Tx<'_>| {
        tx.remove::<Person>(again.id)?;
        tx.bring::<StoreError>(&all, || Ok(()))
    };
    store.transact::<_, StoreError>(step("import"), work).unwrap();
    assert_eq!(store.get::<Person>(again.id).unwrap().as_ref(), Some(&again));
    assert_eq!(undo(&mut store).as_deref(), Some("import"));
    assert_eq!(store.load_all().unwrap(), before);
}

#[test]
fn a_large_step_that_dangles_or_is_stopped_leaves_nothing() {
    let (_folder, _path, mut store) = filled();
    let mut all = many();
    all.facts[100].person = id(1).into();
    let refused = store.transact::<_, StoreError>(step("import"), |tx| tx.bring(&all, || Ok(())));
    assert!(matches!(refused, Err(StoreError::Dangling { count: 1, .. })), "{refused:?}");
    let mut left = 3_000;
    let mut stop = || {
        left -= 1;
        if left == 0 { Err(StoreError::Busy) } else { Ok(()) }
    };
    let refused = store.transact::<_, StoreError>(step("import"), |tx| tx.bring(&many(), &mut stop));
    assert!(matches!(refused, Err(StoreError::Busy)), "{refused:?}");
    assert_eq!(store.load_all().unwrap(), full());
}

#[test]
fn a_large_step_tells_whom_it_was_about_and_that_all_is_to_be_read_anew() {
    let (_folder, _path, mut store) = filled();
    let moment = store.moment().unwrap();
    bring(&mut store, &many());
    assert_eq!(store.changed_since(moment, usize::MAX).unwrap().rows, None);
    let about = |n: u64| store.steps_about(&HashSet::from([id(n)])).unwrap();
    assert_eq!(about(100_007), HashSet::from([id(900_001)]));
    assert_eq!(about(99_000), HashSet::<Uuid>::new());
}

#[test]
fn of_somebody_erased_after_a_large_step_nothing_is_left() {
    for turns in [0, 1] {
        let (_folder, path, mut store) = filled();
        bring(&mut store, &many());
        for _ in 0..turns {
            undo(&mut store);
            redo(&mut store);
        }
        assert!(canaries(&path) >= 2, "the canary is heard");
        let erase = |tx: &mut Tx<'_>| {
            tx.remove::<Fact>(id(200_007).into())?;
            tx.put(&new_person(100_007))
        };
        store.transact_erasing::<_, StoreError>(step("erase"), erase).unwrap();
        assert_eq!(canaries(&path), 0, "after {turns} turns");
        assert_eq!(undo(&mut store), None);
        assert_eq!(store.check().unwrap(), []);
    }
}

#[test]
fn temporary_data_of_a_large_step_is_forgotten_for_good() {
    let (_folder, path, mut store) = filled();
    bring(&mut store, &many());
    undo(&mut store);
    redo(&mut store);
    let gone = |tx: &mut Tx<'_>| {
        tx.remove::<Fact>(id(200_007).into())?;
        tx.remove::<Person>(id(100_007).into()).map(drop)
    };
    store.transact_for_good::<_, StoreError>(step("remove"), &["person", "fact"], gone).unwrap();
    drop(store);
    let store = Store::open(&path).unwrap();
    assert!(store.steps_about(&HashSet::from([id(100_007)])).unwrap().is_empty());
    assert_eq!(store.undoable().unwrap(), 0);
}
