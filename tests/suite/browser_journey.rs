//! The page in a browser: runs `tests/browser/journey.mjs` against the built host and the built page.
//!
//! Absent: what the journey does, which is written where the browser is driven.

use std::process::Command;

use anyhow::{Context, Result};

#[test]
#[ignore = "needs the built page and a browser"]
fn a_day_in_the_browser() -> Result<()> {
    let program = suite::program("dianke")?;
    let target = program.parent().and_then(|profile| profile.parent()).context("no target folder")?;
    let output = Command::new("node")
        .arg("tests/browser/journey.mjs")
        .current_dir(suite::root())
        .env("CARGO_TARGET_DIR", target)
        .output()
        .context("node is needed")?;
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
    println!("{said}");
    Ok(())
}
