//! Measurements, not tests: `cargo xtask bench`. Prints a table with the machine; medians and the slowest of the runs.
//!
//! Deliberately absent: limits. A number here never fails a build.

#![allow(clippy::print_stdout, reason = "a measurement speaks on its standard output")]

mod company;
mod health;
mod hosts;
mod import;
mod many;
mod people;
mod search;

use std::hint::black_box;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use app::wire::{ApplyImport, MapFormat, WriteMap};
use app::{App, files};
use domain::PaperName;
use domain::Snapshot;
use domain::layout::{SeatBox, UnitBox, place};
use domain::scene::{Detail, Lens};

struct Row {
    task: String,
    runs: Vec<Duration>,
}

/// Runs `work` as often as said and keeps the times.
fn measure<T>(task: &str, runs: usize, mut work: impl FnMut() -> T) -> Row {
    let mut times = Vec::with_capacity(runs);
    for _ in 0..runs {
        let start = Instant::now();
        black_box(work());
        times.push(start.elapsed());
    }
    Row { task: task.to_owned(), runs: times }
}

impl Row {
    /// Median and 95th percentile in milliseconds.
    fn middle_and_late(&self) -> (f64, f64) {
        let mut sorted: Vec<f64> = self.runs.iter().map(|time| time.as_secs_f64() * 1000.0).collect();
        sorted.sort_by(f64::total_cmp);
        let at = |share: usize| sorted.get(sorted.len() * share / 100).copied().unwrap_or(0.0);
        (at(50), at(95))
    }
    /// A line of the table beside the peers.
    fn line(&self, task: &str, people: usize, note: &str) -> serde_json::Value {
        self.named("Dianke", task, people, note)
    }
    /// The same of somebody else.
    fn named(&self, peer: &str, task: &str, people: usize, note: &str) -> serde_json::Value {
        let (median, late) = self.middle_and_late();
        let runs = self.runs.len();
        serde_json::json!({"task": task, "peer": peer, "people": people, "median_ms": median, "p95_ms": late, "runs": runs, "note": note})
    }
    fn print(mut self) {
        self.runs.sort();
        let ms = |time: &Duration| time.as_secs_f64() * 1000.0;
        let median = self.runs.get(self.runs.len() / 2).map_or(0.0, ms);
        println!("| {} | {:.2} | {:.2} | {} |", self.task, median, self.runs.last().map_or(0.0, ms), self.runs.len());
    }
}

/// Measures something in a folder of its own.
type Part = fn(&std::path::Path) -> Result<()>;

fn main() -> Result<()> {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    println!(
        "{} {}, {cores} cores, {}",
        std::env::consts::OS,
        std::env::consts::ARCH,
        if cfg!(debug_assertions) { "debug" } else { "release" }
    );
    println!("\n| task | median ms | slowest ms | runs |\n|---|---|---|---|");
    let folder = tempfile::tempdir()?;
    if wanted("health") {
        health::health(folder.path(), given().as_deref())?;
    }
    if wanted("search") {
        search::search(folder.path(), given().as_deref())?;
    }
    if wanted("layout") {
        let lines: String = [100, 1_000, 5_000].map(layout).concat();
        beside(&lines)?;
    }
    let parts: [(&str, Part); 5] = [
        ("people", people::people),
        ("hosts", |_| hosts::hosts(given().as_deref())),
        ("map", map),
        ("briefing", briefing),
        ("import", import::import),
    ];
    parts.into_iter().filter(|one| wanted(one.0)).try_for_each(|(_, part)| part(folder.path()))
}

/// Whether a part is to be measured: all are, or those named behind the folder, with commas between them.
fn wanted(part: &str) -> bool {
    std::env::args().nth(2).is_none_or(|named| named.split(',').any(|one| one == part))
}

/// Measures the layout and answers a line for the table of the peers.
fn layout(people: usize) -> String {
    let snapshot = company::company(people);
    let (seats, units) = boxes(&snapshot);
    let row = measure(&format!("layout of {people} people"), 50, || place(&seats, &units));
    let (median, late) = row.middle_and_late();
    let line = serde_json::json!({"task": "P-02", "peer": "Dianke", "people": people, "median_ms": median, "p95_ms": late,
        "runs": row.runs.len(), "note": ""});
    row.print();
    format!("{line}\n")
}

/// The folder for what the peers are measured with.
fn given() -> Option<std::path::PathBuf> {
    std::env::args_os().nth(1).map(std::path::PathBuf::from)
}

/// What the peers are measured with, when a folder for it is given: the same company, and our lines of the table.
fn beside(lines: &str) -> Result<()> {
    let Some(folder) = given() else { return Ok(()) };
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("layout.json"), lines)?;
    std::fs::write(folder.join("company.json"), intake::interchange::write(&company::company(5_000), &[]))?;
    Ok(())
}

fn boxes(snapshot: &Snapshot) -> (Vec<SeatBox>, Vec<UnitBox>) {
    let above: std::collections::HashMap<_, _> =
        snapshot.edges.iter().map(|one| (one.from_seat, one.to_seat)).collect();
    let seat = |one: &domain::Seat| SeatBox {
        id: one.id,
        unit: one.unit,
        superior: above.get(&one.id).copied(),
        position: one.position,
        w: 240.0,
        h: 104.0,
        nudge: (0.0, 0.0),
    };
    let unit = |one: &domain::OrgUnit| UnitBox { id: one.id, parent: one.parent, position: one.position, min_w: 120.0 };
    (snapshot.seats.iter().map(seat).collect(), snapshot.units.iter().map(unit).collect())
}

/// From the command to the bytes, over a real workspace file.
fn map(folder: &std::path::Path) -> Result<()> {
    let snapshot = company::company(5_000);
    let file = folder.join("company.json");
    std::fs::write(&file, intake::interchange::write(&snapshot, &[]))?;
    let mut app = App::new(suite::program("dianke")?, "bench".into());
    app.create(&folder.join("company.dianke"), false)?;
    let view = files::look_at_import(&mut app, &suite::context(), &file)?;
    files::apply(&mut app, &suite::context(), ApplyImport::as_proposed(view.token, vec![], None, String::new()))?;
    let account = snapshot.accounts.first().context("account")?.id;
    for (format, name) in [(MapFormat::Svg, "SVG"), (MapFormat::Pdf, "PDF")] {
        let request = || WriteMap {
            account,
            decision: None,
            lens: Lens::Attitude,
            as_of: suite::sample_day(),
            compare: None,
            folded: vec![],
            focus: None,
            filter: vec![],
            view: None,
            mode: domain::scene::DisplayMode::Internal,
            format,
            scale: None,
        };
        let row = measure(&format!("map command to {name} bytes, 5,000 people"), 3, || {
            files::write_map(&mut app, &suite::context(), request()).map(|file| file.bytes.len())
        });
        row.print();
    }
    stages(folder, account)?;
    steps(&mut app, account)
}

/// The map for the window: the text of the answer, whole and as a difference after a step.
fn steps(app: &mut App, account: domain::AccountId) -> Result<()> {
    let context = suite::context();
    let map = serde_json::json!({"account": account, "decision": null, "lens": "attitude", "as_of": "2026-11-20", "compare": null,
        "folded": [], "focus": null});
    let mut bytes = (0, 0);
    measure("map for the window, 5,000 people", 5, || {
        bytes.0 = app::contract::answer(app, "get_map", &context, map.clone()).map_or(0, |text| text.len());
    })
    .print();
    let mut view = suite::call(app, "get_map", map.clone())?;
    let seat = |number: u128| company::id::<domain::SeatId>(4, number as usize);
    let mut to = [3, 4].into_iter().cycle();
    let (mut moved, mut told) = (Vec::new(), Vec::new());
    for _ in 0..6 {
        let above = seat(to.next().unwrap_or_default());
        let request = serde_json::json!({"seat": seat(8), "superior": above, "unit": null, "on": "2026-11-20"});
        let start = Instant::now();
        app::contract::answer(app, "move_seat", &context, request)?;
        moved.push(start.elapsed());
        let request = serde_json::json!({"map": map, "since": view["drawing"]});
        let start = Instant::now();
        let text = app::contract::answer(app, "get_map_change", &context, request)?;
        told.push(start.elapsed());
        bytes.1 = text.len();
        view = serde_json::from_str::<serde_json::Value>(&text)?["rest"].take();
    }
    Row { task: "a branch of 400 moved, durable".into(), runs: moved }.print();
    Row { task: "the map after it, as a difference".into(), runs: told }.print();
    println!("\nbytes of the map {}, of the difference {}\n", bytes.0, bytes.1);
    Ok(())
}

/// The 12 guests of the sample; the first run of a process is the cold one.
fn briefing(folder: &std::path::Path) -> Result<()> {
    let mut app = suite::sample_app(folder)?;
    let visits = suite::call(&mut app, "list_visits", serde_json::json!({}))?;
    let twelve =
        visits["visits"].as_array().and_then(|list| list.iter().find(|one| one["guests"] == 12)).context("visit")?;
    let visit = serde_json::from_value(twelve["visit"].clone())?;
    let request = || suite::paper(visit, PaperName::InternalFull);
    let program = suite::program("dianke")?;
    let workspace = folder.join("cold.dianke");
    std::process::Command::new(&program).args(["new", &workspace.to_string_lossy(), "--sample"]).status()?;
    let out = folder.join("briefing.pdf");
    let (workspace, out) = (workspace.to_string_lossy().into_owned(), out.to_string_lossy().into_owned());
    let cold = || {
        std::process::Command::new(&program)
            .args(["brief", &workspace, "--visit", "V07", "--out", &out, "--as-of", "2026-11-20"])
            .status()
    };
    let cold = measure("briefing PDF of 12 guests, whole process", 7, cold);
    let warm = measure("briefing PDF of 12 guests, running application", 7, || {
        files::write_edition(&mut app, &suite::context(), request()).map(|file| file.bytes.len())
    });
    let as_docx = || app::wire::WriteEdition { format: domain::PaperFormat::Docx, ..request() };
    let docx = files::write_edition(&mut app, &suite::context(), as_docx())?.bytes;
    let written = measure("briefing DOCX of 12 guests, running application", 7, || {
        files::write_edition(&mut app, &suite::context(), as_docx()).map(|file| file.bytes.len())
    });
    let rows = [("P-06", &cold), ("P-06 after an edit", &warm), ("P-07", &written)];
    let lines: Vec<_> = rows.map(|(task, row)| row.line(task, 12, "from the records, with seats and furniture")).into();
    if let Some(beside) = given() {
        std::fs::write(beside.join("briefing.docx"), docx)?;
        let told = serde_json::json!({"docx": beside.join("briefing.docx"), "lines": lines});
        std::fs::write(beside.join("papers.json"), told.to_string())?;
    }
    [cold, warm, written].into_iter().for_each(Row::print);
    Ok(())
}

/// Where the time of a large map goes.
fn stages(folder: &std::path::Path, account: domain::AccountId) -> Result<()> {
    let copy = folder.join("stages.dianke");
    std::fs::copy(folder.join("company.dianke"), &copy)?;
    let store = store::Store::open_read_only(&copy)?;
    measure("- load the account from the file", 5, || store.load_account(account)).print();
    let snapshot = store.load_account(account)?;
    let day = suite::sample_day();
    measure("- stakeholders", 5, || domain::engine::chain::stakeholders(&snapshot, account, None, day)).print();
    measure("- scores", 5, || domain::engine::score::score_account(&snapshot, account, None, day)).print();
    let rows = domain::engine::chain::stakeholders(&snapshot, account, None, day);
    let words = app::Words::new();
    let speech = words.speak(domain::Lang::ZhCn);
    let draw = |detail| {
        domain::scene::draw_map(&domain::scene::MapInput {
            lens: Lens::Attitude,
            rows: &rows,
            detail,
            ..domain::scene::MapInput::new(&snapshot, account, day, &speech)
        })
    };
    measure("- draw, all levels of every card", 5, || draw(Detail::Whole)).print();
    measure("- draw, smallest level", 5, || draw(Detail::Coarse)).print();
    let scene = draw(Detail::Whole);
    measure("- scene to JSON, all levels", 5, || serde_json::to_string(&scene).map(|text| text.len())).print();
    Ok(())
}
