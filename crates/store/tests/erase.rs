//! Words wherever they stand, and a step after which nothing of them is left in the file.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod support;

use domain::*;
use std::collections::BTreeSet;
use store::{Store, StoreError, TextPlace};
use support::{AT, full, id, step};

fn filled() -> (tempfile::TempDir, std::path::PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dianke");
    let mut store = Store::create(&path).unwrap();
    store.transact::<_, StoreError>(step("import"), |tx| tx.put_all(&full())).unwrap();
    (folder, path, store)
}

#[test]
fn every_table_with_words_is_looked_through_and_codes_are_not_words() {
    let (_folder, _path, store) = filled();
    let mut seen = BTreeSet::new();
    store
        .each_text(&mut |cell| {
            seen.insert((cell.place.table, cell.place.column));
        })
        .unwrap();
    for place in [
        ("person", "name_zh"),
        ("person", "variants"),
        ("fact", "value"),
        ("fact", "ref"),
        ("stance_reading", "evidence"),
        ("touch", "summary"),
        ("vehicle", "riders"),
        ("seating_plan", "pins"),
        ("issued_copy", "holder"),
        ("rights_request", "note"),
        ("consent", "text"),
    ] {
        assert!(seen.contains(&place), "{place:?}");
    }
    for place in [("person", "status"), ("fact", "verified_on"), ("touch", "people"), ("vehicle", "leaves_at")] {
        assert!(!seen.contains(&place), "{place:?}");
    }
    assert_eq!(TextPlace::named("fact", "kind", id(1)), None);
    assert_eq!(TextPlace::named("nothing", "ref", id(1)), None);
}

#[test]
fn what_is_erased_is_in_no_page_no_step_and_no_journal() {
    let (_folder, path, mut store) = filled();
    // Many rows of one size, so that pages are split, and texts that change, so that steps keep them.
    let word = |n: u64| format!("金丝雀{n}号，住在河东，喜欢下棋");
    store
        .transact::<_, StoreError>(step("import"), |tx| {
            (0..2_000).try_for_each(|n| {
                // Not in the order of identities.
                let fact = Fact {
                    id: id(20_000 + (n * 7_919) % 2_000).into(),
                    r#ref: None,
                    value: Some(word(n)),
                    ..full().facts[0].clone()
                };
                tx.put(&fact)
            })
        })
        .unwrap();
    let place = TextPlace::named("fact", "value", id(20_007)).unwrap();
    store.transact::<_, StoreError>(step("edit"), |tx| tx.set_text_at(place, "改过的金丝雀")).unwrap();
    assert!(held(&path, "金丝雀"));
    let done = store.transact_erasing::<_, StoreError>(step("erase"), |tx| {
        assert_eq!(tx.text_at(place)?.as_deref(), Some("改过的金丝雀"));
        let gone = TextPlace { id: id(1), ..place };
        assert!(matches!(tx.set_text_at(gone, "无"), Err(StoreError::Missing { what: "fact" })));
        for n in 0..2_000 {
            tx.remove::<Fact>(id(20_000 + n).into())?;
        }
        Ok(())
    });
    assert_eq!(done.unwrap().tables, ["fact"]);
    assert!(!held(&path, "金丝雀"), "while it is open");
    assert!(store.undo(AT, "u01", id(2)).unwrap().is_none());
    assert_eq!(store.load_all().unwrap(), full());
    let lines = store.audit(|one| one.op == "erase").unwrap();
    assert_eq!(lines.len(), 1, "the audit stays");
    store.close().unwrap();
    assert!(!held(&path, "金丝雀"));
    assert_eq!(Store::open(&path).unwrap().check().unwrap(), []);
}

#[test]
fn the_audit_tells_which_steps_touched_a_record() {
    let (_folder, _path, mut store) = filled();
    let place = TextPlace::named("touch", "summary", full().touches[0].id.0).unwrap();
    let other = store::Step { id: id(900_001), ..step("edit") };
    store.transact::<_, StoreError>(other, |tx| tx.set_text_at(place, "样例")).unwrap();
    let seen = store::Seen { id: id(900_002), op: "see-access", at: AT, actor: "u01", about: place.id, why: None };
    store.see(&seen).unwrap();
    let steps = store.steps_about(&[place.id].into()).unwrap();
    assert_eq!(steps, [id(900_000), id(900_001)].into());
    assert_eq!(store.steps_about(&[id(777)].into()).unwrap(), [].into());
    let seen = store.audit(|one| one.about == place.id).unwrap();
    assert_eq!((seen.len(), seen[0].op.as_str(), seen[0].kind.as_str()), (1, "see-access", "saw"));
}

/// Whether the text is in the file or in what lies beside it.
fn held(path: &std::path::Path, text: &str) -> bool {
    let folder = std::fs::read_dir(path.parent().unwrap()).unwrap();
    folder.into_iter().any(|one| {
        let bytes = std::fs::read(one.unwrap().path()).unwrap();
        bytes.windows(text.len()).any(|part| part == text.as_bytes())
    })
}
