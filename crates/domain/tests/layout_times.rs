//! How long layout, routing and drawing take: a measurement, not a check. By hand:
//! `cargo test -p domain --release --test layout_times -- --ignored --nocapture`

#![allow(clippy::unwrap_used, clippy::panic, reason = "a measurement that cannot be made must fail")]
#![allow(clippy::print_stdout, reason = "the measurement is what this prints")]

mod support;

use std::time::{Duration, Instant};

/// The best of several runs: what the work itself takes on a machine that does other things besides.
fn best(mut run: impl FnMut()) -> Duration {
    let timed = |_| {
        let started = Instant::now();
        run();
        started.elapsed()
    };
    (0..15).map(timed).min().unwrap()
}

#[test]
#[ignore = "a measurement, not a check"]
fn drawing_times() {
    for people in [100, 1_000, 5_000] {
        let plain = {
            let mut plain = support::group(people);
            plain.snapshot.edges.retain(|edge| edge.kind == domain::EdgeKind::ReportsTo);
            plain
        };
        let mut bare = support::group(people);
        bare.snapshot.edges.clear();
        let full = support::group(people);
        let none = best(|| drop(std::hint::black_box(bare.draw())));
        let tree = best(|| drop(std::hint::black_box(plain.draw())));
        let all = best(|| drop(std::hint::black_box(full.draw())));
        println!("{people}: without lines {none:?}, tree {tree:?}, with cross lines {all:?}");
    }
}
