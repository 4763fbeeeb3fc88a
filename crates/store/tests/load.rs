//! Snapshots: the whole, one account, and the checks and copies made from them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod support;

use domain::*;
use store::{Problem, Store, StoreError};
use support::{full, id, step};

fn filled(all: &Snapshot) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("a.dianke")).unwrap();
    store.transact::<_, StoreError>(step("import"), |tx| tx.put_all(all)).unwrap();
    (folder, store)
}

#[test]
fn what_goes_in_comes_out() {
    let (_folder, store) = filled(&full());
    assert_eq!(store.load_all().unwrap(), full());
    assert_eq!(store.list_by::<Seat>("account", id(31)).unwrap().len(), 2);
    assert!(matches!(store.list_by::<Seat>("account; --", id(31)), Err(StoreError::Missing { what: "seat" })));
}

#[test]
fn an_account_comes_with_its_people_and_ours_and_without_the_others() {
    let all = full();
    let (_folder, mut store) = filled(&all);
    let one = store.load_account(id(31).into()).unwrap();
    let mut expected = all.clone();
    expected.accounts.truncate(1);
    // How lists were read belongs to the file, not to an account.
    expected.import_sources.clear();
    expected.units.retain(|it| it.account == id(31).into());
    expected.seats.retain(|it| it.account == id(31).into());
    expected.tenures.truncate(2);
    expected.people.retain(|it| it.id != id(63).into());
    expected.stances.retain(|it| it.person != id(63).into());
    expected.facts.retain(|it| it.person != id(63).into());
    // Touches of account 32: nobody of 31 ever held a seat there, so they are not searched for.
    expected.touches.retain(|it| it.account == id(31).into());
    assert_eq!(one, expected);

    // Among many strangers the rows are found by index instead of by reading the tables; with the same result.
    let strangers = Snapshot { people: (10_000..10_100).map(support::person).collect(), ..Snapshot::default() };
    store.transact::<_, StoreError>(step("import_list"), |tx| tx.put_all(&strangers)).unwrap();
    assert_eq!(store.load_account(id(31).into()).unwrap(), expected);
}

#[test]
fn touches_follow_a_person_from_account_to_account() {
    let mut all = full();
    let before = Tenure { id: id(114).into(), seat: id(103).into(), ..all.tenures[0].clone() };
    all.tenures.push(before);
    let (_folder, store) = filled(&all);
    let touches = store.load_account(id(31).into()).unwrap().touches;
    assert_eq!(touches, all.touches[..2], "the one with p61 comes along, the one with others does not");
}

#[test]
fn an_account_of_nobody_has_only_our_side() {
    let all = full();
    let (_folder, store) = filled(&all);
    let none = store.load_account(id(777).into()).unwrap();
    // What names no account holds for every one: rules, limits, who may promise, and tasks of nobody's account.
    let expected = Snapshot {
        companies: all.companies,
        policies: all.policies,
        staff: all.staff,
        photos: all.photos[1..].to_vec(),
        consents: all.consents[1..].to_vec(),
        retention_notes: all.retention_notes,
        coverage_rules: all.coverage_rules[1..].to_vec(),
        commitment_authorities: all.commitment_authorities,
        warning_thresholds: all.warning_thresholds,
        tasks: all.tasks[1..].to_vec(),
        ..Snapshot::default()
    };
    assert_eq!(none, expected);
}

#[test]
fn guests_and_people_named_in_matters_belong_to_the_account() {
    let mut all = full();
    all.people.push(support::person_bare(65));
    all.complaints[0].by_person = Some(id(65).into());
    let (_folder, store) = filled(&all);
    let people: Vec<PersonId> = store.load_account(id(31).into()).unwrap().people.iter().map(|one| one.id).collect();
    assert_eq!(people, [id(61), id(62), id(64), id(65)].map(PersonId), "64 is only a guest, 65 only complained");
}

#[test]
fn the_check_tells_what_points_at_nothing_or_cannot_be_read() {
    let mut all = full();
    all.touches[0].people.push(id(888).into());
    all.seats[1].former_units.push(FormerUnit { unit: id(889).into(), to_on: support::day(3, 31) });
    let (folder, store) = filled(&all);
    let path = store.path().to_owned();
    let dangling = |table: &str, column: &str, parent: &str, count: u64| Problem::Dangling {
        table: table.into(),
        column: column.into(),
        parent: parent.into(),
        count,
    };
    let units = dangling("seat", "former_units", "org_unit", 1);
    let lists = dangling("touch", "people", "person", 1);
    assert_eq!(store.check().unwrap(), [lists.clone(), units.clone()]);
    store.close().unwrap();

    let around = rusqlite::Connection::open(&path).unwrap();
    around.execute_batch("PRAGMA foreign_keys = OFF; UPDATE seat SET unit = randomblob(16)").unwrap();
    around.execute_batch("UPDATE policy SET alcohol = 'sometimes'").unwrap();
    around.close().unwrap();
    let store = Store::open_read_only(&path).unwrap();
    let seats = dangling("seat", "unit", "org_unit", 3);
    let value = Problem::BadValue { table: "policy", column: "alcohol" };
    assert_eq!(store.check().unwrap(), [seats, lists, units, value]);
    drop(folder);
}

#[test]
fn a_copy_is_a_workspace_with_its_history() {
    let (folder, mut store) = filled(&full());
    store.transact::<_, StoreError>(step("remove_fact"), |tx| tx.remove::<Fact>(id(251).into())).unwrap();
    let path = folder.path().join("copy.dianke");
    store.backup_to(&path).unwrap();
    let mut copy = Store::open(&path).unwrap();
    assert_eq!(copy.load_all().unwrap(), store.load_all().unwrap());
    assert_eq!(copy.undo("", "", id(1)).unwrap().unwrap().op, "remove_fact");
    assert_eq!(copy.load_all().unwrap(), full());
    assert_eq!(copy.check().unwrap(), []);
    let facts = copy.facts().unwrap();
    assert_eq!((facts.schema, facts.steps), (facts.known_schema, 2));
    assert!(facts.rows.contains(&("touch", 3)));
}
