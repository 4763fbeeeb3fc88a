//! A full disk and a killed process: what was acknowledged is there, what was not has left no trace.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod support;

use domain::*;
use rusqlite::types::Value;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use store::{Store, StoreError};
use support::{full, id, person, step};

/// Every cell of every table, the change log and the audit included.
fn dump(path: &Path) -> Vec<(String, Vec<Vec<Value>>)> {
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut names = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().flatten().collect();
    let rows = |name: &String| {
        let mut all = conn.prepare(&format!("SELECT * FROM \"{name}\" ORDER BY 1")).unwrap();
        let width = all.column_count();
        let cells = all.query_map([], |row| (0..width).map(|at| row.get::<_, Value>(at)).collect());
        cells.unwrap().map(Result::unwrap).collect()
    };
    names.iter().map(|name| (name.clone(), rows(name))).collect()
}

fn people(from: u64, count: u64) -> Snapshot {
    Snapshot { people: (from..from + count).map(person).collect(), ..Snapshot::default() }
}

/// A real file system of three megabytes, if this user may mount one.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn make() -> Option<Self> {
        let folder = tempfile::tempdir().ok()?;
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=3m", "tmpfs"]).arg(folder.path());
        mount.status().is_ok_and(|it| it.success()).then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_takes_back_the_step_and_no_more() {
    let Some(disk) = SmallDisk::make() else {
        eprintln!("skipped: needs the right to mount; the page limit test in the crate covers the same path");
        return;
    };
    let path = disk.0.path().join("a.dianke");
    let mut store = Store::create(&path).unwrap();
    store.transact::<_, StoreError>(step("import"), |tx| tx.put_all(&full())).unwrap();
    store.close().unwrap();
    let before = dump(&path);

    let mut store = Store::open(&path).unwrap();
    let big = store.transact::<_, StoreError>(step("import_list"), |tx| tx.put_all(&people(10_000, 20_000)));
    assert!(matches!(big, Err(StoreError::DiskFull)), "{:?}", big.map(|done| done.tables));
    assert_eq!(store.load_all().unwrap(), full(), "the open workspace shows what was before");
    store.close().unwrap();
    assert!(dump(&path) == before, "content differs after the refused step");

    let mut store = Store::open(&path).unwrap();
    let small = store.transact::<_, StoreError>(step("add_person"), |tx| tx.put(&person(9_000))).unwrap();
    assert_eq!(small.tables, ["person"], "what fits still works");
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn no_room_for_a_new_workspace_or_a_copy_leaves_nothing_behind() {
    let Some(disk) = SmallDisk::make() else {
        eprintln!("skipped: needs the right to mount");
        return;
    };
    let home = tempfile::tempdir().unwrap();
    let mut store = Store::create(&home.path().join("a.dianke")).unwrap();
    store.transact::<_, StoreError>(step("import"), |tx| tx.put_all(&people(10_000, 20_000))).unwrap();
    let copied = store.backup_to(&disk.0.path().join("copy.dianke"));
    assert!(matches!(copied, Err(StoreError::DiskFull)), "{copied:?}");
    assert_eq!(std::fs::read_dir(disk.0.path()).unwrap().count(), 0);

    std::fs::write(disk.0.path().join("ballast"), vec![1; 1 << 21]).ok();
    let made = Store::create(&disk.0.path().join("b.dianke"));
    assert!(matches!(made, Err(StoreError::DiskFull)), "{made:?}");
    assert_eq!(std::fs::read_dir(disk.0.path()).unwrap().count(), 1, "only the ballast");
}

/// Run as a child by the tests below: adds a person a step, saying so after each, and in the last stops in the middle.
#[test]
#[ignore = "the child process of the tests that kill it"]
fn child() {
    let Ok(path) = std::env::var("STORE_TEST_WORKSPACE") else { return };
    let steps: u64 = std::env::var("STORE_TEST_STEPS").unwrap().parse().unwrap();
    let mut store = Store::open(Path::new(&path)).unwrap();
    let say = |word: String| {
        let mut out = std::io::stdout();
        writeln!(out, "\n{word}").unwrap();
        out.flush().unwrap();
    };
    for n in 0..steps {
        store.transact::<_, StoreError>(step("add_person"), |tx| tx.put(&person(20_000 + n))).unwrap();
        say(format!("done {}", n + 1));
    }
    let _ = store.transact::<_, StoreError>(step("import_list"), |tx| {
        tx.put_all(&people(100_000, 30_000))?;
        tx.remove::<Fact>(id(251).into())?;
        say("middle".into());
        std::thread::sleep(std::time::Duration::from_secs(60));
        Ok(())
    });
}

fn spawn(path: &Path, steps: u64) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "child", "--nocapture"])
        .env("STORE_TEST_WORKSPACE", path)
        .env("STORE_TEST_STEPS", steps.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Reads what the child says until `stop`, and returns the steps it acknowledged; then kills it.
fn kill_at(mut child: Child, stop: &str) -> u64 {
    let mut acknowledged = 0;
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        if let Some(count) = line.strip_prefix("done ") {
            acknowledged = count.parse().unwrap();
        }
        if line == stop {
            break;
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    acknowledged
}

fn survivor(stop: &str, steps: u64) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dianke");
    let mut store = Store::create(&path).unwrap();
    store.transact::<_, StoreError>(step("import"), |tx| tx.put_all(&full())).unwrap();
    store.close().unwrap();
    let acknowledged = kill_at(spawn(&path, steps), stop);
    assert!(acknowledged > 0, "the child never got to work");

    let mut store = Store::open(&path).unwrap();
    let found = store.count::<Person>().unwrap() - full().people.len() as u64;
    // The child may have finished one more step between its last word and its death.
    assert!((acknowledged..=acknowledged + 1).contains(&found), "{found} of {acknowledged}");
    assert_eq!(store.facts().unwrap().steps, found + 1, "one entry a step");
    assert_eq!(store.count::<Fact>().unwrap(), full().facts.len() as u64);
    assert_eq!(store.check().unwrap(), []);
    while store.undo("", "", id(950_000)).unwrap().is_some() {}
    assert_eq!(store.load_all().unwrap(), Snapshot::default());
}

#[test]
fn killed_in_the_middle_of_a_step_the_step_is_gone_and_the_rest_is_there() {
    survivor("middle", 5);
}

#[test]
fn killed_at_any_moment_every_acknowledged_step_is_there() {
    for stop in ["done 3", "done 17", "done 40"] {
        survivor(stop, 10_000);
    }
}
