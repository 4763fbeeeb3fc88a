//! The stages of `cargo xtask test` and its smaller sisters.

use std::time::Instant;

use anyhow::{Result, bail};

use crate::install::{Need, install, solvers};
use crate::run::{command, finish, has, program, run, run_in, target};
use crate::tidy;

type Stage = (&'static str, fn() -> Result<()>);

/// Everything, cheap checks first; one build serves all stages.
const STAGES: &[Stage] = &[
    ("install", || install(Need::Test)),
    ("format", || run("cargo", &["fmt", "--all", "--check"])),
    ("tidy", tidy::tidy),
    ("page types", || run_in("ui", "npm", &["run", "check", "--silent"])),
    ("page tests", || run_in("ui", "npm", &["test", "--silent"])),
    ("page build", || run_in("ui", "npm", &["run", "build", "--silent"])),
    ("build", || run("cargo", &["build", "--workspace", "--all-targets", "--quiet"])),
    ("lints", || run("cargo", &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])),
    ("suites", || run("cargo", &["nextest", "run", "--workspace", "--no-fail-fast"])),
    ("office journey", || journey("office_journey")),
    ("window journey", || journey("window_journey")),
    ("browser journey", || journey("browser_journey")),
];

/// Runs all stages, prints a line each, and a summary.
///
/// # Errors
/// When a stage fails; the others still run, except after a failed install or build.
pub fn test() -> Result<()> {
    let mut lines = Vec::new();
    let mut failed = 0;
    for (name, stage) in STAGES {
        let start = Instant::now();
        let result = stage();
        let line = format!(
            "{:>7.1} s  {}  {name}",
            start.elapsed().as_secs_f64(),
            if result.is_ok() { "ok    " } else { "FAILED" }
        );
        println!("{line}");
        lines.push(line);
        if let Err(error) = result {
            eprintln!("{error:#}");
            failed += 1;
            if matches!(*name, "install" | "build" | "page build") {
                break;
            }
        }
    }
    println!("\n{}", lines.join("\n"));
    println!("{} passed, {failed} failed", lines.len() - failed);
    if failed > 0 {
        bail!("{failed} of {} stages failed", STAGES.len());
    }
    Ok(())
}

/// A journey is an ignored test of the suite: it needs the built programs and a display or a browser.
fn journey(name: &str) -> Result<()> {
    let binary = format!("binary({name})");
    // One after another: two windows would share a display, two browsers the cores a person's patience is measured by. A machine that
    // stalls makes a person's way fail where nothing is wrong: it may be walked again, and the summary says that it was.
    let arguments = [
        "nextest",
        "run",
        "--workspace",
        "--no-fail-fast",
        "-j",
        "1",
        "--retries",
        "2",
        "--run-ignored",
        "only",
        "-E",
        &binary,
    ];
    let display = name == "window_journey" && cfg!(target_os = "linux");
    let mut journey = if display {
        command("xvfb-run", &[&["-a", "-s", "-screen 0 1600x1000x24", "cargo"][..], &arguments[..]].concat())
    } else {
        command("cargo", &arguments)
    };
    finish(&mut journey)
}

/// Writes the TypeScript types and the interchange schema.
///
/// # Errors
/// When they cannot be built or written.
pub fn bindings() -> Result<()> {
    run(
        "cargo",
        &[
            "run",
            "--quiet",
            "--package",
            "suite",
            "--bin",
            "bindings",
            "--",
            "ui/src/generated",
            "docs/interchange.schema.json",
        ],
    )
}

/// Pictures of every screen.
///
/// # Errors
/// When the page or the programs cannot be built, or a screen fails.
pub fn shots() -> Result<()> {
    install(Need::Test)?;
    run_in("ui", "npm", &["run", "build", "--silent"])?;
    run("cargo", &["build", "--workspace", "--all-targets", "--quiet"])?;
    finish(command("node", &["tests/browser/shots.mjs"]).env("CARGO_TARGET_DIR", target()))
}

/// Measurements, ours first, then those of other libraries in the same run.
///
/// # Errors
/// When something cannot be built or measured.
pub fn bench() -> Result<()> {
    install(Need::Test)?;
    run_in("ui", "npm", &["run", "build", "--silent"])?;
    run_in(PEERS, "npm", &["ci", "--no-audit", "--no-fund", "--loglevel=error"])?;
    run(
        "cargo",
        &["build", "--release", "--quiet", "--package", "suite", "--package", "dianke", "--package", "desktop"],
    )?;
    let folder = target().join("bench");
    let path = |path: std::path::PathBuf| path.to_string_lossy().into_owned();
    run(&path(program("release", "bench")), &[&path(folder.clone())])?;
    let [dianke, desktop] = ["dianke", "dianke-desktop"].map(|name| path(program("release", name)));
    let page = path(crate::run::root().join("ui/dist"));
    let told = ["layout", "company", "hosts", "papers", "health", "search", "import"];
    let [ours, company, hosts, papers, health, search, list] =
        told.map(|name| path(folder.join(format!("{name}.json"))));
    let out = path(folder.join("peers.md"));
    let python = solvers()?;
    let arguments = ["run.mjs", "--dianke", &dianke, "--page", &page, "--ours", &ours, "--company", &company];
    let others = ["--hosts", &hosts, "--papers", &papers, "--health", &health, "--search", &search, "--import", &list];
    let tools = ["--python", &python, "--out", &out];
    let arguments = [&arguments[..], &others, &tools].concat();
    // The window's driver exists where the journey of the window runs.
    if cfg!(target_os = "linux") {
        let display = ["-a", "-s", "-screen 0 1600x1000x24", "node"];
        return run_in(PEERS, "xvfb-run", &[&display[..], &arguments[..], &["--desktop", &desktop]].concat());
    }
    run_in(PEERS, "node", &arguments)
}

/// The folder of the measurements of other libraries.
const PEERS: &str = "tests/bench/peers";

/// Installers for this system, made with Tauri's bundler.
///
/// # Errors
/// When the bundler fails.
pub fn package() -> Result<()> {
    install(Need::Build)?;
    let bundles = if cfg!(windows) {
        "nsis"
    } else if cfg!(target_os = "macos") {
        "app"
    } else {
        "deb"
    };
    if !has("cargo-tauri") {
        run("cargo", &["install", "tauri-cli", "--version", "^2", "--locked"])?;
    }
    run_in("src-tauri", "cargo", &["tauri", "build", "--bundles", bundles])
}
