//! Files that are not ours, are newer, damaged, locked or in the wrong place: refused, and left as they are.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod support;

use domain::*;
use std::fs;
use std::path::{Path, PathBuf};
use store::{Problem, Store, StoreError};
use support::{full, id, step};
use tempfile::TempDir;

fn filled() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dianke");
    let mut store = Store::create(&path).unwrap();
    store.transact::<_, StoreError>(step("import"), |tx| tx.put_all(&full())).unwrap();
    store.close().unwrap();
    (folder, path)
}

/// Both ways of opening refuse with the wanted error, and not a byte has changed.
fn refused(path: &Path, wanted: fn(&StoreError) -> bool) {
    let before = fs::read(path).unwrap();
    for opened in [Store::open(path), Store::open_read_only(path)] {
        let cause = opened.unwrap_err();
        assert!(wanted(&cause), "{cause:?}");
    }
    assert!(fs::read(path).unwrap() == before, "the file was touched");
}

fn not_a_workspace(cause: &StoreError) -> bool {
    matches!(cause, StoreError::NotAWorkspace)
}

#[test]
fn a_closed_workspace_is_one_file_and_its_lock() {
    let (folder, _path) = filled();
    let mut names: Vec<_> = fs::read_dir(&folder).unwrap().map(|one| one.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.dianke", "a.dianke.lock"]);
}

#[test]
fn reading_leaves_nothing_beside_the_file() {
    let (folder, path) = filled();
    let before = fs::read(&path).unwrap();
    let store = Store::open_read_only(&path).unwrap();
    assert_eq!(store.check().unwrap(), []);
    drop(store);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    assert!(fs::read(&path).unwrap() == before);
}

/// Windows knows fewer names.
#[cfg(unix)]
#[test]
fn any_name_a_file_may_have_will_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("客户 100%?mode=rw#a&b'\"+%41.dianke");
    Store::create(&path).unwrap().close().unwrap();
    assert_eq!(Store::open_read_only(&path).unwrap().check().unwrap(), []);
    Store::open(&path).unwrap().close().unwrap();
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

#[test]
fn foreign_files_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dianke");
    let noise: Vec<u8> = (0..9000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for content in [b"".as_slice(), b"x", b"SQLite format 3\0", &noise, "姓名,部门\n".repeat(400).as_bytes()] {
        fs::write(&path, content).unwrap();
        refused(&path, not_a_workspace);
    }
    assert!(not_a_workspace(&Store::open(folder.path()).unwrap_err()), "a folder");
}

#[test]
fn a_database_of_somebody_else_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dianke");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE person (id); INSERT INTO person VALUES (1)").unwrap();
    other.close().unwrap();
    refused(&path, not_a_workspace);
    let marked = rusqlite::Connection::open(&path).unwrap();
    marked.execute_batch("PRAGMA application_id = 0x4469616e; PRAGMA user_version = 1").unwrap();
    marked.close().unwrap();
    let cause = Store::open(&path).unwrap_err();
    assert!(not_a_workspace(&cause), "marked as ours but without our tables: {cause:?}");
}

#[test]
fn damaged_workspaces_are_refused() {
    let (_folder, path) = filled();
    let whole = fs::read(&path).unwrap();
    for keep in [50, 100, 4096, whole.len() / 2, whole.len() - 4096] {
        fs::write(&path, &whole[..keep]).unwrap();
        refused(&path, not_a_workspace);
    }
    let mut scribbled = whole.clone();
    scribbled[100..4096].fill(0x5a);
    fs::write(&path, &scribbled).unwrap();
    refused(&path, not_a_workspace);
    fs::write(&path, &whole).unwrap();
    assert_eq!(Store::open(&path).unwrap().load_all().unwrap(), full(), "the file itself was good");
}

#[test]
fn damage_deep_inside_is_found_by_the_check() {
    let (_folder, path) = filled();
    let mut bytes = fs::read(&path).unwrap();
    let last = bytes.len() - 4096 * 3;
    bytes[last..last + 2048].fill(0xa5);
    fs::write(&path, &bytes).unwrap();
    let found = Store::open_read_only(&path).map(|store| store.check());
    let Ok(Ok(problems)) = found else { panic!("{found:?}") };
    assert!(problems.iter().any(|one| matches!(one, Problem::Damaged { .. })), "{problems:?}");
}

#[test]
fn a_newer_schema_is_refused_untouched() {
    let (folder, path) = filled();
    let newer = rusqlite::Connection::open(&path).unwrap();
    newer.pragma_update(None, "user_version", 999).unwrap();
    newer.close().unwrap();
    refused(&path, |cause| matches!(cause, StoreError::NewerSchema { found: 999, known } if *known < 999));
    fs::remove_file(folder.path().join("a.dianke.lock")).unwrap();
    Store::open(&path).unwrap_err();
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing was put beside it");
}

#[test]
fn the_second_to_open_is_refused() {
    let (_folder, path) = filled();
    let mut first = Store::open(&path).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::AlreadyOpen)));
    assert!(matches!(Store::create(&path), Err(StoreError::AlreadyExists)));
    let reader = Store::open_read_only(&path).unwrap();
    assert_eq!(reader.check().unwrap(), [], "reading beside the writer is fine");
    first.transact::<_, StoreError>(step("remove"), |tx| tx.remove::<Fact>(id(251).into())).unwrap();
    assert_eq!(reader.count::<Fact>().unwrap(), 2);
    drop(reader);
    first.close().unwrap();

    let reader = Store::open_read_only(&path).unwrap();
    Store::open_read_only(&path).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::AlreadyOpen)), "nobody writes under a reader");
    reader.close().unwrap();
    assert_eq!(Store::open(&path).unwrap().count::<Fact>().unwrap(), 2);
}

#[test]
fn reading_only_refuses_every_write() {
    let (_folder, path) = filled();
    let mut store = Store::open_read_only(&path).unwrap();
    let write = store.transact::<_, StoreError>(step("remove"), |tx| tx.remove::<Fact>(id(251).into()));
    assert!(matches!(write, Err(StoreError::ReadOnly)), "{write:?}");
    assert!(matches!(store.undo("", "", id(1)), Err(StoreError::ReadOnly)));
    assert_eq!(store.load_all().unwrap(), full());
    assert_eq!(store.load_account(id(32).into()).unwrap().seats.len(), 1);
}

#[test]
fn places_that_cannot_hold_a_workspace_are_named() {
    let (folder, path) = filled();
    for nowhere in [folder.path().join("none/a.dianke"), path.join("a.dianke")] {
        assert!(matches!(Store::create(&nowhere), Err(StoreError::Missing { what: "folder" })));
        assert!(matches!(Store::open(&nowhere), Err(StoreError::Missing { what: "file" })));
        assert!(matches!(Store::open_read_only(&nowhere), Err(StoreError::Missing { what: "file" })));
    }
    assert!(matches!(Store::create(folder.path()), Err(StoreError::AlreadyExists)));
    let store = Store::open(&path).unwrap();
    assert!(matches!(store.backup_to(&path), Err(StoreError::AlreadyExists)));
    assert!(matches!(store.backup_to(&folder.path().join("none/b")), Err(StoreError::Missing { what: "folder" })));
}

/// `/sys` is a folder in which nobody, not even root, can make a file.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_named() {
    let nobody = Path::new("/sys/a.dianke");
    let cause = Store::create(nobody).unwrap_err();
    assert!(matches!(cause, StoreError::ReadOnlyFolder), "{cause:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_place_can_be_read_but_not_opened() {
    use std::process::Command;
    let (folder, path) = filled();
    fs::remove_file(folder.path().join("a.dianke.lock")).unwrap();
    let bind =
        |args: &[&str]| Command::new("mount").args(args).arg(folder.path()).status().is_ok_and(|it| it.success());
    let here = folder.path().to_str().unwrap();
    if !bind(&["--bind", here]) {
        eprintln!("skipped: needs the right to mount");
        return;
    }
    let frozen = bind(&["-o", "remount,ro,bind"]);
    let opened = Store::open(&path).map(drop);
    let created = Store::create(&folder.path().join("b.dianke")).map(drop);
    let content = Store::open_read_only(&path).and_then(|store| store.load_all());
    Command::new("umount").arg(folder.path()).status().unwrap();
    assert!(frozen);
    assert!(matches!(opened, Err(StoreError::ReadOnly)), "{opened:?}");
    assert!(matches!(created, Err(StoreError::ReadOnlyFolder)), "{created:?}");
    assert_eq!(content.ok(), Some(full()));
}
