//! Lists of people over a whole company: the list of people and the facts too old, first, again, scrolled and after a step.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use app::App;
use serde_json::{Value, json};

use crate::Row;

/// How often what is kept is asked.
const RUNS: usize = 20;

fn timed(app: &mut App, task: &str, name: &str, requests: &[Value]) -> Result<()> {
    let context = suite::context();
    let mut runs = Vec::new();
    let mut bytes = 0;
    for request in requests {
        let start = Instant::now();
        bytes = app::contract::answer(app, name, &context, request.clone())?.len();
        runs.push(start.elapsed());
    }
    Row { task: format!("{task}, {} KiB", bytes / 1024), runs }.print();
    Ok(())
}

fn list(order: &str, text: &str, offset: usize) -> Value {
    json!({"account": null, "unit": null, "text": text, "stale": false, "source": null, "order": order, "down": false, "offset": offset, "limit": 200})
}

fn stale(offset: usize) -> Value {
    json!({"account": null, "staff": null, "nobody": false, "as_of": "2029-01-01", "offset": offset, "limit": 100})
}

/// Measures both lists over 100,000 people of 500 accounts.
pub fn people(folder: &Path) -> Result<()> {
    let app = &mut crate::search::filled(folder)?;
    let scrolled: Vec<Value> = (1..=RUNS).map(|at| list("name", "", at * 4_000)).collect();
    timed(app, "list_people, the first", "list_people", &[list("name", "", 0)])?;
    timed(app, "list_people, scrolled", "list_people", &scrolled)?;
    timed(
        app,
        "list_people, another order",
        "list_people",
        &[list("owner", "", 0), list("stale", "", 0), list("unit", "", 0)],
    )?;
    timed(
        app,
        "list_people, typed",
        "list_people",
        &["王", "王建", "王建国", "zhangw"].map(|one| list("name", one, 0)),
    )?;
    timed(app, "get_stale, the first", "get_stale", &[stale(0)])?;
    timed(app, "get_stale, scrolled", "get_stale", &(1..=RUNS).map(|at| stale(at * 100)).collect::<Vec<_>>())?;
    let seat: domain::SeatId = crate::company::id(4, 7);
    let context = suite::context();
    app::contract::answer(
        app,
        "rename_seat",
        &context,
        json!({"seat": seat, "name": "样例改名", "title": "样例职务"}),
    )?;
    timed(app, "list_people, the first after a step", "list_people", &[list("name", "", 0)])?;
    timed(app, "get_stale, the first after a step", "get_stale", &[stale(0)])
}
