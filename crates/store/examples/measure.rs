//! Prints how long the store takes for an account of 5,000 people: `cargo run --release -p store --example measure`.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use domain::*;
use std::time::Instant;
use store::{Step, Store, StoreError};
use uuid::Uuid;

const PEOPLE: u64 = 5_000;

fn id(kind: u64, n: u64) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(1_790_000_000_000 + kind * 1_000_000 + n, &[0; 10]).into_uuid()
}

fn day() -> Day {
    Day::from_ymd_opt(2026, 11, 20).unwrap_or_default()
}

fn account() -> Snapshot {
    let mut all = Snapshot::default();
    let name = |n: u64| Some(format!("样例{n}"));
    let own = id(1, 0).into();
    all.accounts.push(Account {
        id: own,
        r#ref: None,
        name_zh: name(0),
        name_en: None,
        kind: AccountKind::Soe,
        policy: None,
        tier: AccountTier::S,
        stage: RelationshipStage::Stable,
        is_key: true,
    });
    all.units.push(OrgUnit { name_zh: name(0), ..OrgUnit::bare(id(2, 0).into(), own) });
    all.staff.push(ours());
    all.decisions.push(Decision { name_zh: name(0), ..Decision::bare(id(5, 0).into(), own, DecisionKind::Standing) });
    for n in 0..PEOPLE {
        chart(&mut all, own, n, name(n));
        known(&mut all, n);
    }
    all
}

fn ours() -> Staff {
    Staff { name_zh: Some("样例".into()), bg_ok: true, ..Staff::bare(id(3, 0).into(), 5, JobRole::Kam) }
}

fn chart(all: &mut Snapshot, account: AccountId, n: u64, name: Option<String>) {
    let (seat, person) = (id(10, n).into(), id(11, n).into());
    all.people.push(Person {
        r#ref: Some(format!("p{n}")),
        name_zh: name.clone(),
        name_en: Some("Yangli".into()),
        given: Some("例".into()),
        surname: Some("样".into()),
        address_zh: Some("样总".into()),
        legal: Some("PIPL".into()),
        ..Person::bare(person)
    });
    all.seats.push(Seat {
        title_zh: name,
        rank_level: Some(5),
        position: n as i64,
        ..Seat::bare(seat, account, id(2, 0).into())
    });
    all.tenures.push(Tenure { from_on: Some(day()), ..Tenure::bare(id(12, n).into(), seat, person) });
    if n > 0 {
        all.edges.push(Edge::bare(id(13, n).into(), account, EdgeKind::ReportsTo, seat, id(10, (n - 1) / 8).into()));
    }
}

/// Five facts, a stance and a tie a person; every tenth is in the chain and has an owner.
fn known(all: &mut Snapshot, n: u64) {
    let person = id(11, n).into();
    for (at, kind) in [FactKind::Mobile, FactKind::Email, FactKind::NativePlace, FactKind::School, FactKind::Hobby]
        .into_iter()
        .enumerate()
    {
        all.facts.push(Fact {
            id: id(14, n * 5 + at as u64).into(),
            r#ref: None,
            person,
            kind,
            value: Some("样例值".into()),
            level: None,
            from_year: None,
            to_year: None,
            source: Some("card".into()),
            confidence: Confidence::Reliable,
            verified_on: Some(day()),
            purpose: None,
            class: DataClass::P1,
            retain_until: None,
            verified_by: None,
        });
    }
    all.stances.push(StanceReading {
        id: id(15, n).into(),
        r#ref: None,
        person,
        decision: None,
        level: Some(1),
        read_on: day(),
        evidence: "样例".into(),
        read_by: None,
    });
    all.ties.push(TieReading {
        id: id(16, n).into(),
        r#ref: None,
        staff: id(3, 0).into(),
        person,
        level: 2,
        read_on: day(),
        evidence: None,
        confirmed_by: None,
    });
    if n.is_multiple_of(10) {
        all.chain_members.push(ChainMember {
            roles: vec![DecisionRole::User],
            formal_power: 2,
            position: n as i64,
            ..ChainMember::bare(id(17, n).into(), id(5, 0).into(), id(10, n).into())
        });
        all.assignments.push(Assignment {
            confirmed_by: None,
            confirmed_on: None,
            id: id(18, n).into(),
            r#ref: None,
            seat: id(10, n).into(),
            staff: id(3, 0).into(),
            kind: AssignmentKind::Owner,
            from_on: None,
            to_on: None,
            manual: false,
        });
    }
}

fn step(op: &str) -> Step<'_> {
    Step { id: id(99, 0), op, params: serde_json::Value::Null, at: String::new(), actor: String::new() }
}

fn timed<T>(what: &str, run: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    let start = Instant::now();
    let value = run()?;
    println!("{what:<28} {:>9.2} ms", start.elapsed().as_secs_f64() * 1e3);
    Ok(value)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("measure.dianke");
    let all = account();
    let mut store = timed("create", || Store::create(&path))?;
    timed("import as one step", || store.transact::<_, StoreError>(step("import"), |tx| tx.put_all(&all)))?;
    timed("close", || store.close())?;
    let mut store = timed("open", || Store::open(&path))?;
    for _ in 0..5 {
        timed("load account", || store.load_account(id(1, 0).into()))?;
    }
    timed("load an empty account", || store.load_account(id(1, 1).into()))?;
    timed("load all", || store.load_all())?;
    let mut one = all.people[77].clone();
    for n in 0..3 {
        one.label = Some(n.to_string());
        timed("save one edit", || store.transact::<_, StoreError>(step("edit"), |tx| tx.put(&one)))?;
    }
    timed("undo one edit", || store.undo("", "", id(99, 1)))?;
    let same = store.load_account(id(1, 0).into())?;
    println!("{:?}", (same.people.len(), same.facts.len(), same.edges.len()));
    photographs(&mut store)?;
    Ok(())
}

/// Everybody gets a photograph of the usual size: what it costs that their bytes are not in the snapshot, and what it spares.
fn photographs(store: &mut Store) -> Result<(), StoreError> {
    const BYTES: usize = 30_000;
    timed("keep 5,000 photographs", || {
        store.transact::<_, StoreError>(step("set_photo"), |tx| {
            (0..PEOPLE).try_for_each(|n| {
                let photo = id(20, n).into();
                let (person, source) = (Some(id(11, n).into()), "样例".into());
                let (added_on, class) = (day(), DataClass::P2);
                let (staff, taken_on, consent_on) = (None, None, None);
                tx.put(&Photo {
                    id: photo,
                    r#ref: None,
                    person,
                    staff,
                    source,
                    taken_on,
                    added_on,
                    consent_on,
                    class,
                })?;
                let jpeg = Jpeg((0..BYTES).map(|at| (at as u64 * 31 + n) as u8).collect());
                tx.put(&Picture { id: id(21, n).into(), r#ref: None, photo, jpeg })
            })
        })
    })?;
    timed("load account, no bytes", || store.load_account(id(1, 0).into()))?;
    let all = timed("load every picture", || store.list::<Picture>())?;
    println!("{:<28} {:>9} MB", "which a snapshot would hold", all.len() * BYTES / 1_000_000);
    timed("load one picture", || store.list_by::<Picture>("photo", id(20, 77)))?;
    timed("load twelve pictures", || {
        (0..12).try_for_each(|n| store.list_by::<Picture>("photo", id(20, n * 400)).map(drop))
    })
}
