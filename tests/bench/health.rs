//! The court and the health of many accounts: 500 × 200 people with 2,000 of ours, at once and after one edit (P-11).

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use app::App;
use domain::*;
use serde_json::{Value, json};

use crate::company::{company, id};
use crate::measure;

/// Accounts, people of each, and of ours.
const LARGE: (usize, usize, usize) = (500, 200, 2_000);

/// Measures over a generated workspace. With a folder the file stays there, to be opened and scrolled.
///
/// # Errors
/// When the file cannot be written.
pub fn health(folder: &Path, given: Option<&Path>) -> Result<()> {
    let (accounts, people, ours) = size();
    let path = write(given.unwrap_or(folder), accounts, people, ours)?;
    let mut app = App::new(suite::program("dianke")?, "bench".into());
    app.open(&path)?;
    let context = suite::context();
    let label = |what: &str| format!("{what}, {accounts} x {people} people, {ours} of ours");
    let ask = |app: &mut App, name: &str, request: Value| app::contract::answer(app, name, &context, request);
    let court = || json!({"accounts": [], "as_of": "2026-11-20"});
    let mut bytes = 0;
    measure(&label("court, the first time"), 1, || {
        bytes = ask(&mut app, "get_court", court()).map_or(0, |text| text.len())
    })
    .print();
    measure(&label("court again"), 3, || ask(&mut app, "get_court", court())).print();
    measure(&label("list of accounts with health"), 3, || ask(&mut app, "list_accounts", json!({}))).print();
    measure(&label("load of everybody"), 3, || ask(&mut app, "get_load", json!({"as_of": "2026-11-20"}))).print();
    let some: Vec<AccountId> = (0..20.min(accounts)).map(|at| id(1, at)).collect();
    measure("rows of 20 accounts", 5, || {
        ask(&mut app, "get_court_rows", json!({"accounts": some, "as_of": "2026-11-20"}))
    })
    .print();
    let (mut saved, mut told) = (Vec::new(), Vec::new());
    for turn in 0..3 {
        let seat: SeatId = id(4, 7);
        let staff: StaffId = id(11, 40 + turn);
        let start = Instant::now();
        ask(&mut app, "assign", json!({"seat": seat, "staff": staff, "kind": "owner", "on": "2026-11-20"}))?;
        saved.push(start.elapsed());
        let start = Instant::now();
        ask(&mut app, "get_court", court())?;
        told.push(start.elapsed());
    }
    crate::Row { task: "one row given to another, durable".into(), runs: saved }.print();
    crate::Row { task: label("court after one edit"), runs: told }.print();
    println!("\nbytes of the court without rows {bytes}\n");
    Ok(())
}

/// `DIANKE_BENCH_ACCOUNTS=50,200,200` makes it smaller.
fn size() -> (usize, usize, usize) {
    let given = std::env::var("DIANKE_BENCH_ACCOUNTS").unwrap_or_default();
    let parts: Vec<usize> = given.split(',').filter_map(|one| one.parse().ok()).collect();
    match parts[..] {
        [accounts, people, ours] => (accounts, people, ours),
        _ => LARGE,
    }
}

/// A workspace of many accounts as one file.
fn write(folder: &Path, accounts: usize, people: usize, ours: usize) -> Result<PathBuf> {
    let path = folder.join("company-many.dianke");
    for end in ["", "-wal", "-shm", ".lock"] {
        let _ = std::fs::remove_file(format!("{}{end}", path.display()));
    }
    let mut store = store::Store::create(&path)?;
    let step = |number: u128| store::Step {
        id: uuid::Uuid::from_u128(number),
        op: "bench",
        params: Value::Null,
        at: "2026-11-20T00:00:00Z".into(),
        actor: "bench".into(),
    };
    let staff = Snapshot { staff: (0..ours).map(colleague).collect(), ..Snapshot::default() };
    store.transact(step(1), |tx| tx.put_all(&staff))?;
    for at in 0..accounts {
        let one = account(at, people, ours).context("account")?;
        store.transact(step(2 + at as u128), |tx| tx.put_all(&one))?;
    }
    store.close()?;
    Ok(path)
}

fn colleague(number: usize) -> Staff {
    const ROLES: [JobRole; 6] = [JobRole::Ar, JobRole::Sr, JobRole::Fr, JobRole::Service, JobRole::Kam, JobRole::Exec];
    let role = ROLES[number % ROLES.len()];
    let rank = if role == JobRole::Exec { 8 } else { 4 };
    Staff { name_zh: Some(format!("我方{number}")), ..Staff::bare(id(11, number), rank, role) }
}

/// The company of the other measurements as account `at`, with owners, backups, ties and touches by numbers.
fn account(at: usize, people: usize, ours: usize) -> Option<Snapshot> {
    let mut one = shifted(company(people), at, people);
    let account = one.accounts.first()?.id;
    let who = |n: usize| id::<StaffId>(11, (at * 4 + n) % ours);
    let day = suite::sample_day();
    for number in 0..people {
        let whole = at * people + number;
        let (seat, person): (SeatId, PersonId) = (id(4, whole), id(5, whole));
        if number % 5 > 0 {
            one.assignments.push(assignment(whole * 2, seat, who(number % 4), AssignmentKind::Owner));
        }
        if number % 3 == 0 {
            one.assignments.push(assignment(whole * 2 + 1, seat, who((number + 1) % 4), AssignmentKind::Backup));
        }
        one.ties.push(TieReading {
            id: id(13, whole),
            r#ref: None,
            staff: who(number % 4),
            person,
            level: 3,
            read_on: day,
            evidence: None,
            confirmed_by: None,
        });
        let on = day.checked_sub_days(chrono::Days::new((number % 200) as u64))?;
        one.touches.push(Touch {
            id: id(14, whole),
            r#ref: None,
            account,
            on,
            kind: TouchKind::Meeting,
            staff: vec![who(number % 4)],
            people: vec![person],
            summary: None,
            minutes: None,
            visit: None,
            direction: None,
        });
    }
    Some(one)
}

fn assignment(number: usize, seat: SeatId, staff: StaffId, kind: AssignmentKind) -> Assignment {
    let (from_on, to_on, manual) = (None, None, true);
    Assignment {
        id: id(12, number),
        r#ref: None,
        seat,
        staff,
        kind,
        from_on,
        to_on,
        manual,
        confirmed_by: None,
        confirmed_on: None,
    }
}

/// The same records under numbers of their own.
fn shifted(mut one: Snapshot, at: usize, people: usize) -> Snapshot {
    let base = at * people;
    let number = |value: uuid::Uuid| (value.as_u128() & 0xffff_ffff) as usize;
    let account: AccountId = id(1, at);
    let decision: DecisionId = id(2, at);
    for one in &mut one.accounts {
        (one.id, one.r#ref, one.name_zh) = (account, Some(format!("G{at:03}")), Some(format!("样例客户{at}")));
    }
    one.decisions.iter_mut().for_each(|one| (one.id, one.account) = (decision, account));
    for one in &mut one.units {
        one.parent = one.parent.map(|parent| id(3, base + number(parent.into())));
        (one.id, one.account) = (id(3, base + number(one.id.into())), account);
    }
    for one in &mut one.seats {
        one.unit = id(3, base + number(one.unit.into()));
        (one.id, one.account) = (id(4, base + number(one.id.into())), account);
    }
    one.people.iter_mut().for_each(|one| one.id = id(5, base + number(one.id.into())));
    for one in &mut one.tenures {
        let plain = number(one.id.into());
        (one.id, one.seat, one.person) = (id(6, base + plain), id(4, base + plain), id(5, base + plain));
    }
    for one in &mut one.chain_members {
        one.seat = id(4, base + number(one.seat.into()));
        (one.id, one.decision) = (id(7, base + number(one.id.into())), decision);
    }
    for one in &mut one.edges {
        let kind = uuid::Uuid::from(one.id).as_u128() >> 96;
        (one.from_seat, one.to_seat) =
            (id(4, base + number(one.from_seat.into())), id(4, base + number(one.to_seat.into())));
        (one.id, one.account) = (id(kind, base + number(one.id.into())), account);
    }
    one
}
