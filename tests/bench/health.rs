//! Health and court of many accounts: 500 × 200 people with 2,000 of ours, at once and after one edit (P-11), and one edit until it
//! is durable beside a bare flush (P-12).

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use app::App;
use domain::engine::health::HealthPart;
use domain::engine::score::{AccountScore, score_account};
use domain::*;
use serde_json::{Value, json};

use crate::company::id;
use crate::many::{account, colleague, tables, write};
use crate::{Row, measure};

/// Accounts, people of each, and of ours.
const LARGE: (usize, usize, usize) = (500, 200, 2_000);
/// Edits measured.
const EDITS: usize = 40;
/// A page of the file.
const PAGE: usize = 4096;

/// Measures over a generated workspace. With a folder the file stays there, to be opened and scrolled, and what the peers need.
///
/// # Errors
/// When a file cannot be written.
pub fn health(folder: &Path, given: Option<&Path>) -> Result<()> {
    let (accounts, people, ours) = size();
    let folder = given.unwrap_or(folder);
    std::fs::create_dir_all(folder)?;
    let path = write(folder, accounts, people, ours)?;
    let label = |what: &str| format!("{what}, {accounts} x {people} people, {ours} of ours");
    let engines = engines(folder, given.is_some())?;
    let opened = opened(&path, 3)?;
    let mut app = App::new(suite::program("dianke")?, "bench".into());
    app.open(&path)?;
    let first = measure(&label("list of accounts with health, the first time"), 1, || {
        ask(&mut app, "list_accounts", json!({}))
    });
    let again =
        measure(&label("list of accounts with health, again"), 10, || ask(&mut app, "list_accounts", json!({})));
    let mut bytes = 0;
    measure(&label("court, the first time"), 1, || {
        bytes = ask(&mut app, "get_court", court()).map_or(0, |text| text.len())
    })
    .print();
    measure(&label("court again"), 10, || ask(&mut app, "get_court", court())).print();
    measure(&label("load of everybody"), 10, || ask(&mut app, "get_load", json!({"as_of": "2026-11-20"}))).print();
    measure(&label("warnings of all"), 3, || {
        ask(&mut app, "get_warnings", json!({"account": null, "as_of": "2026-11-20", "filter": "due"}))
    })
    .print();
    let some: Vec<AccountId> = (0..20.min(accounts)).map(|at| id(1, at)).collect();
    measure("rows of 20 accounts", 5, || {
        ask(&mut app, "get_court_rows", json!({"accounts": some, "as_of": "2026-11-20"}))
    })
    .print();
    let flush = flushes(folder)?;
    let (saved, told) = edits(&mut app, accounts, people)?;
    let lines = [
        engines.line("P-11", accounts * people, "records in memory; all scores, findings, warnings and reasons"),
        told[1].line("P-11 after an edit", accounts * people, "the account read again, all rows told"),
        first.line("P-11 from the file", accounts * people, "read, scored and told as text"),
        flush.named("one flush", "P-12", accounts * people, "a page written and fsynced in the same folder"),
        saved.line(
            "P-12",
            accounts * people,
            "an owner given to a row: checked, written, in the change log and the audit, durable",
        ),
    ];
    if given.is_some() {
        let all = json!({"lines": lines, "tables": folder.join("health-tables.json")});
        std::fs::write(folder.join("health.json"), all.to_string())?;
    }
    [engines, first, again, flush, saved].into_iter().chain(opened).chain(told).for_each(Row::print);
    println!("\nbytes of the court without rows {bytes}\n");
    Ok(())
}

fn ask(app: &mut App, name: &str, request: Value) -> Result<String, app::Error> {
    app::contract::answer(app, name, &suite::context(), request)
}

fn court() -> Value {
    json!({"accounts": [], "as_of": "2026-11-20"})
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

/// All scores of all accounts with the records in memory, on every core; writes the tables of the peers.
fn engines(folder: &Path, beside: bool) -> Result<Row> {
    let (accounts, people, ours) = size();
    let mut snapshots: Vec<Snapshot> = (0..accounts).filter_map(|at| account(at, people, ours)).collect();
    let staff: Vec<Staff> = (0..ours).map(colleague).collect();
    let mut scores = Vec::new();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let runs: Vec<Duration> = (0..5)
        .map(|_| {
            let start = Instant::now();
            scores = on_all_cores(&mut snapshots, &staff, threads);
            start.elapsed()
        })
        .collect();
    if beside {
        tables(&folder.join("health-tables.json"), &snapshots, &scores.iter().map(figures).collect::<Vec<_>>())?;
    }
    Ok(Row { task: format!("health, records in memory, {accounts} x {people} people"), runs })
}

/// Coverage, engagement and ownership, as the peers compute them.
fn figures(score: &AccountScore) -> (f64, f64, f64) {
    let engagement = score.health.parts.iter().find(|one| one.0 == HealthPart::Engagement).map_or(0.0, |one| one.1);
    (score.coverage.value, engagement, score.ownership_pct)
}

/// Scores in the order of accounts. Ours go from one account to the next, as they do in the application.
fn on_all_cores(snapshots: &mut [Snapshot], staff: &[Staff], threads: usize) -> Vec<AccountScore> {
    let size = snapshots.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let score = |part: &mut [Snapshot]| -> Vec<AccountScore> {
            let mut ours = staff.to_vec();
            let day = suite::sample_day();
            part.iter_mut()
                .filter_map(|one| {
                    let account = one.accounts.first()?.id;
                    one.staff = std::mem::take(&mut ours);
                    let score = score_account(one, account, None, day);
                    ours = std::mem::take(&mut one.staff);
                    Some(score)
                })
                .collect()
        };
        let parts: Vec<_> = snapshots.chunks_mut(size).map(|part| scope.spawn(move || score(part))).collect();
        parts.into_iter().flat_map(|one| one.join().unwrap_or_default()).collect()
    })
}

/// From nothing open to Home, and Home again.
fn opened(path: &Path, runs: usize) -> Result<[Row; 2]> {
    let (mut first, mut again) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        let mut app = App::new(suite::program("dianke")?, "bench".into());
        let start = Instant::now();
        app.open(path)?;
        ask(&mut app, "get_home", json!({}))?;
        first.push(start.elapsed());
        let start = Instant::now();
        ask(&mut app, "get_home", json!({}))?;
        again.push(start.elapsed());
        app.close();
    }
    Ok([Row { task: "from the open file to Home".into(), runs: first }, Row { task: "Home again".into(), runs: again }])
}

/// What the disk takes for one page: written where nothing is read from, and flushed.
fn flushes(folder: &Path) -> Result<Row> {
    let path = folder.join("flush.bin");
    let mut file = File::create(&path)?;
    let mut runs = Vec::new();
    for _ in 0..EDITS {
        let start = Instant::now();
        file.write_all(&[7; PAGE])?;
        file.sync_all()?;
        runs.push(start.elapsed());
    }
    std::fs::remove_file(path)?;
    Ok(Row { task: "one page flushed".into(), runs })
}

/// Rows given to others: until durable, and until list and court tell it.
fn edits(app: &mut App, accounts: usize, people: usize) -> Result<(Row, [Row; 3])> {
    let (mut saved, mut court_told, mut list_told, mut home_told) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for turn in 0..EDITS {
        let seat: SeatId = id(4, (turn % accounts) * people + 7);
        let staff: StaffId = id(11, 40 + turn);
        let mut timed = |times: &mut Vec<Duration>, name: &str, request: Value| -> Result<()> {
            let start = Instant::now();
            ask(app, name, request)?;
            times.push(start.elapsed());
            Ok(())
        };
        // The window has the account open that is edited.
        timed(&mut Vec::new(), "get_seat", json!({"seat": seat, "decision": null, "as_of": "2026-11-20"}))?;
        timed(&mut saved, "assign", json!({"seat": seat, "staff": staff, "kind": "owner", "on": "2026-11-20"}))?;
        timed(&mut list_told, "list_accounts", json!({}))?;
        timed(&mut court_told, "get_court", court())?;
        timed(&mut home_told, "get_home", json!({}))?;
    }
    let row = |task: &str, runs| Row { task: task.into(), runs };
    Ok((
        row("one row given to another, durable", saved),
        [
            row("court after one edit", court_told),
            row("list of accounts after one edit", list_told),
            row("Home after one edit", home_told),
        ],
    ))
}
