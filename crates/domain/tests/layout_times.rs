//! How long layout, routing and drawing take: a measurement, not a check. By hand:
//! `cargo test -p domain --release --test layout_times -- --ignored --nocapture`

#![allow(clippy::unwrap_used, clippy::panic, reason = "a measurement that cannot be made must fail")]
#![allow(clippy::print_stdout, reason = "the measurement is what this prints")]

mod support;

use domain::EdgeKind;
use std::time::{Duration, Instant};

/// Time this thread has worked, where the system tells it; else time gone by.
fn worked(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = told.split(' ').next().and_then(|first| first.parse().ok());
    nanos.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// Work of one run, the least of several; each lasts long enough for the system's coarse count.
fn best(people: usize, mut run: impl FnMut()) -> Duration {
    let (since, times) = (Instant::now(), (20_000 / people) as u32);
    let timed = |_| {
        let started = worked(since);
        (0..times).for_each(|_| run());
        (worked(since) - started) / times
    };
    (0..7).map(timed).min().unwrap()
}

#[test]
#[ignore = "a measurement, not a check"]
fn drawing_times() {
    for people in [100, 1_000, 5_000] {
        let plain = {
            let mut plain = support::group(people);
            plain.snapshot.edges.retain(|edge| edge.kind == EdgeKind::ReportsTo);
            plain
        };
        let mut bare = support::group(people);
        bare.snapshot.edges.clear();
        let full = support::group(people);
        let influence = {
            let mut one = support::group(people);
            one.snapshot.edges.retain(|edge| matches!(edge.kind, EdgeKind::ReportsTo | EdgeKind::Influences));
            one
        };
        let none = best(people, || drop(std::hint::black_box(bare.draw())));
        let tree = best(people, || drop(std::hint::black_box(plain.draw())));
        let all = best(people, || drop(std::hint::black_box(full.draw())));
        let tenth = best(people, || drop(std::hint::black_box(influence.draw())));
        println!("{people}: without lines {none:?}, tree {tree:?}, with influence {tenth:?}, with all lines {all:?}");
    }
}
