//! P-08: a list of 50,000 people as XLSX, from the file to the disk: read in the limited child, every row checked, compared
//! with all the others, written with its facts and indexes, durable.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use app::{App, files};
use intake::Foreign;
use intake::people::{propose, read_people};

use crate::{company, given, measure};

/// People of the list.
const ROWS: u32 = 50_000;
const RUNS: usize = 5;

/// The whole task, its parts, and the memory of a process that does nothing else.
pub fn import(folder: &Path) -> Result<()> {
    let beside = given();
    let file = beside.as_deref().unwrap_or(folder).join("people.xlsx");
    std::fs::create_dir_all(file.parent().context("folder")?)?;
    company::list(&file, ROWS)?;
    let mut run = 0;
    let mut faults = Vec::new();
    let row = measure("import of a 50,000-row XLSX, durable", RUNS, || {
        run += 1;
        faults.extend(whole(&folder.join(format!("list-{run}.dianke")), &file).err());
    });
    if let Some(fault) = faults.pop() {
        return Err(fault);
    }
    parts(folder, &file)?;
    let most = memory(folder, &file)?;
    let line = row.line("P-08", ROWS as usize, "own process and reading child; facts, undo step and audit written too");
    row.print();
    println!("\nmemory of `dianke import` and its child at their largest: {most:.0} MB\n");
    let Some(beside) = beside else { return Ok(()) };
    let mut line = line;
    line["memory_mb"] = most.into();
    let told = serde_json::json!({"xlsx": file, "rows": ROWS, "lines": [line]});
    Ok(std::fs::write(beside.join("import.json"), told.to_string())?)
}

fn whole(workspace: &Path, file: &Path) -> Result<()> {
    let mut app = App::new(suite::program("dianke")?, "bench".into());
    app.create(workspace, false)?;
    let view = files::look_at_import(&mut app, &suite::context(), file)?;
    let mapping: Vec<_> = view.columns.iter().map(|one| one.field.clone()).collect();
    let request =
        serde_json::json!({"token": view.token, "mapping": mapping, "account": null, "account_name": "样例客户"});
    let done = files::apply(&mut app, &suite::context(), serde_json::from_value(request)?)?;
    anyhow::ensure!(done.people == ROWS, "{} people", done.people);
    Ok(())
}

/// Where the time goes.
fn parts(folder: &Path, file: &Path) -> Result<()> {
    let child = suite::program("dianke")?;
    let limits = intake::Limits::default();
    let read = || intake::read_file(&child, file, &limits);
    measure("- read in the child", RUNS, read).print();
    let Foreign::Table(table) = read()? else { anyhow::bail!("a table was expected") };
    measure("- mapping proposed", RUNS, || propose(&table)).print();
    let mapping = propose(&table).mapping();
    measure("- rows checked and compared", RUNS, || read_people(&table, &mapping)).print();
    let mut app = App::new(child.clone(), "bench".into());
    app.create(&folder.join("parts.dianke"), false)?;
    measure("- file looked at: the three together, and the preview", RUNS, || {
        files::look_at_import(&mut app, &suite::context(), file)
    })
    .print();
    Ok(())
}

/// The most memory that a command line import and its child hold together, in MB, looked at every few milliseconds.
fn memory(folder: &Path, file: &Path) -> Result<f64> {
    let workspace = folder.join("memory.dianke").to_string_lossy().into_owned();
    let program = suite::program("dianke")?;
    std::process::Command::new(&program).args(["new", &workspace]).status()?;
    let list = file.to_string_lossy();
    let arguments = ["import", &workspace, &list];
    let mut running =
        std::process::Command::new(&program).args(arguments).stdout(std::process::Stdio::null()).spawn()?;
    let (id, over) = (running.id(), Arc::new(AtomicBool::new(false)));
    let done = Arc::clone(&over);
    let watch = std::thread::spawn(move || {
        let mut most = 0;
        while !done.load(Ordering::Relaxed) {
            most = most.max(resident(id) + children(id).into_iter().map(resident).sum::<u64>());
            std::thread::sleep(Duration::from_millis(4));
        }
        most
    });
    let status = running.wait()?;
    over.store(true, Ordering::Relaxed);
    anyhow::ensure!(status.success(), "dianke import: {status}");
    let kib = watch.join().map_err(|_| anyhow::anyhow!("the watching thread ended"))?;
    Ok(kib as f64 / 1024.0)
}

/// Resident memory of a process in KiB; 0 where the system does not tell or the process is gone.
fn resident(id: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|text| text.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

fn children(id: u32) -> Vec<u32> {
    let tasks = std::fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let lists = tasks.filter_map(|one| std::fs::read_to_string(one.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().filter_map(|one| one.parse().ok()).collect::<Vec<_>>()).collect()
}
