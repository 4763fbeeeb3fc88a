//! Pictures lie beside the records: kept, undone and forgotten with them, and in no snapshot.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod support;

use domain::*;
use std::path::PathBuf;
use store::{Area, Problem, Store, StoreError};
use support::{AT, full, id, picture, step};
use tempfile::TempDir;

const SIZE: usize = 40_000;

fn filled() -> (TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("样例.dianke");
    let mut store = Store::create(&path).unwrap();
    store.transact::<_, StoreError>(step("import"), |tx| tx.put_all(&full())).unwrap();
    store.transact::<_, StoreError>(step("set_photo"), |tx| tx.put(&picture(581, 571, SIZE))).unwrap();
    (folder, path, store)
}

fn pictures(store: &Store, photo: u64) -> Vec<Picture> {
    store.list_by::<Picture>("photo", id(photo)).unwrap()
}

/// Another photograph of the same person takes the place of the first.
fn replace(store: &mut Store) {
    let done = store.transact::<_, StoreError>(step("set_photo"), |tx| {
        tx.remove::<Picture>(id(581).into())?;
        let photo = tx.get::<Photo>(id(571).into())?.unwrap();
        tx.remove::<Photo>(photo.id)?;
        tx.put(&Photo { id: id(573).into(), r#ref: None, ..photo })?;
        tx.put(&picture(583, 573, SIZE / 2))
    });
    let done = done.unwrap();
    assert_eq!(done.tables, ["photo", "picture"]);
    assert_eq!(done.areas(), [Area::People, Area::Visits, Area::Staff]);
}

#[test]
fn bytes_come_back_as_they_went_and_are_in_no_snapshot() {
    let (_folder, _path, store) = filled();
    assert_eq!(pictures(&store, 571), [picture(581, 571, SIZE)]);
    assert_eq!(store.load_all().unwrap(), full());
    let account = store.load_account(id(31).into()).unwrap();
    assert_eq!(account.photos, full().photos, "of a person in reach and of ours");
    assert!(format!("{account:?}").len() < 100_000 && !format!("{account:?}").contains("Picture"));
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn undo_brings_the_earlier_picture_back() {
    let (_folder, path, mut store) = filled();
    replace(&mut store);
    assert_eq!((pictures(&store, 571), pictures(&store, 573)), (vec![], vec![picture(583, 573, SIZE / 2)]));
    store.close().unwrap();
    let mut store = Store::open(&path).unwrap();
    assert_eq!(store.undo(AT, "u01", id(1)).unwrap().unwrap().tables, ["photo", "picture"]);
    assert_eq!(pictures(&store, 571), [picture(581, 571, SIZE)]);
    assert_eq!(store.load_all().unwrap(), full());
    assert!(store.redo(AT, "u01", id(2)).unwrap().is_some());
    assert_eq!(pictures(&store, 573), [picture(583, 573, SIZE / 2)]);
}

#[test]
fn a_picture_without_its_record_is_refused() {
    let (_folder, _path, mut store) = filled();
    let alone = store.transact::<_, StoreError>(step("remove_photo"), |tx| tx.remove::<Photo>(id(571).into()));
    assert!(matches!(alone, Err(StoreError::Dangling { ref table, .. }) if table == "picture"));
    let of_nobody = Photo { person: None, ..full().photos[0].clone() };
    assert!(store.transact::<_, StoreError>(step("set_photo"), |tx| tx.put(&of_nobody)).is_err());
    let of_two = Photo { staff: Some(id(21).into()), ..full().photos[0].clone() };
    assert!(store.transact::<_, StoreError>(step("set_photo"), |tx| tx.put(&of_two)).is_err());
    assert_eq!(pictures(&store, 571).len(), 1);
}

#[test]
fn what_is_removed_for_good_is_in_no_page_and_in_no_step() {
    let (_folder, path, mut store) = filled();
    replace(&mut store);
    let (old, new) = (picture(581, 571, SIZE).jpeg.0, picture(583, 573, SIZE / 2).jpeg.0);
    assert!(found(&path, &old) && found(&path, &new), "the earlier one is kept by undo");
    let done = store.transact_for_good::<_, StoreError>(step("erase_photo"), &["photo", "picture"], |tx| {
        tx.remove::<Picture>(id(583).into())?;
        tx.remove::<Photo>(id(573).into())
    });
    assert_eq!(done.unwrap().tables, ["photo", "picture"]);
    assert!(store.undo(AT, "u01", id(1)).unwrap().is_none());
    store.close().unwrap();
    assert!(!found(&path, &old) && !found(&path, &new));
    assert_eq!(Store::open_read_only(&path).unwrap().check().unwrap(), Vec::<Problem>::new());
}

/// Whether any piece of the bytes that fits a page is in the file or its journal.
fn found(path: &std::path::Path, bytes: &[u8]) -> bool {
    let mut all = std::fs::read(path).unwrap();
    let mut journal = path.as_os_str().to_owned();
    journal.push("-wal");
    all.extend(std::fs::read(journal).unwrap_or_default());
    bytes.chunks(64).skip(2).step_by(7).any(|part| part.len() == 64 && all.windows(64).any(|one| one == part))
}
