//! `cargo xtask start`: the main job, in a window or without one.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::install::{Need, install};
use crate::run::{finish, output, program, root, run, run_in};

/// The account and the visit of the main job.
const ACCOUNT: &str = "A01";
const VISIT: &str = "V07";
/// What the account made from the sample list is called.
const LIST: &str = "云樟装备集团";
/// The day the sample data was made for.
const SAMPLE_DAY: &str = "2026-11-20";

/// Sets up, builds, makes the sample workspace when there is none, and opens the app on it.
///
/// # Errors
/// When set-up, build or the job fails.
pub fn start() -> Result<()> {
    install(Need::Build)?;
    run_in("ui", "npm", &["run", "build"])?;
    run("cargo", &["build", "--workspace", "--all-targets"])?;
    let out = root().join("out");
    std::fs::create_dir_all(&out)?;
    let workspace = out.join("sample.dianke");
    if !workspace.exists() {
        dianke(&["new", &text(&workspace), "--sample"])?;
    }
    if has_display() {
        println!("opening {}", workspace.display());
        return finish(Command::new(program("debug", "dianke-desktop")).arg(&workspace));
    }
    println!("There is no display here, so the same job runs without a window.");
    headless(&out, &workspace)
}

fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// A spreadsheet becomes a map, the map and a briefing become files.
fn headless(out: &Path, workspace: &Path) -> Result<()> {
    let (svg, pdf, briefing) = (out.join("map.svg"), out.join("map.pdf"), out.join("briefing.pdf"));
    let (list_svg, list_pdf) = (out.join("people.svg"), out.join("people.pdf"));
    let imported = out.join("people.dianke");
    for end in ["", "-wal", "-shm", ".lock"] {
        // A fresh import each time; what is not there need not be removed.
        let _ = std::fs::remove_file(format!("{}{end}", imported.display()));
    }
    let workspace = text(workspace);
    dianke(&["new", &text(&imported)])?;
    dianke(&["import", &text(&imported), &text(&root().join("samples/people.xlsx")), "--account-name", LIST])?;
    for file in [&list_svg, &list_pdf] {
        dianke(&["map", &text(&imported), "--account", LIST, "--out", &text(file)])?;
    }
    dianke(&["map", &workspace, "--account", ACCOUNT, "--out", &text(&svg), "--as-of", SAMPLE_DAY])?;
    dianke(&["map", &workspace, "--account", ACCOUNT, "--out", &text(&pdf), "--as-of", SAMPLE_DAY])?;
    dianke(&["brief", &workspace, "--visit", VISIT, "--out", &text(&briefing), "--as-of", SAMPLE_DAY])?;
    dianke(&["score", &workspace, "--account", ACCOUNT, "--as-of", SAMPLE_DAY])?;
    println!();
    for (path, what) in [
        (&imported, "the imported list of people, as a workspace"),
        (&list_svg, "their map"),
        (&list_pdf, "the same as PDF"),
        (&svg, "the decision-chain map of a sample account"),
        (&pdf, "the same as PDF"),
        (&briefing, "the briefing of the visit"),
    ] {
        let pages = output("pdfinfo", &[&text(path)])
            .and_then(|info| info.lines().find(|line| line.starts_with("Pages")).map(|line| line.replace("  ", "")));
        println!("{}  {} bytes  {what}  {}", path.display(), std::fs::metadata(path)?.len(), pages.unwrap_or_default());
    }
    Ok(())
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn dianke(arguments: &[&str]) -> Result<()> {
    finish(Command::new(program("debug", "dianke")).args(arguments))
}
