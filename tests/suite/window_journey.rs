//! The main job in the real window, driven through the platform's WebDriver.
//!
//! Open the sample, open an account, change a stance with evidence, take it back, open a visit, write the briefing, and
//! read the file back with another program. Needs the built page, a display, `tauri-driver` and WebKitWebDriver.

#![cfg(target_os = "linux")]

#[path = "window/court.rs"]
mod court;
#[path = "window/driver.rs"]
mod driver;
#[path = "window/map.rs"]
mod map;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use driver::{click, in_window, press, reads, sample, see, text, until, written};
use suite::GUESTS;
use thirtyfour::prelude::*;

const ACCOUNT: &str = "account-row-A01";

async fn journey(window: &WebDriver, folder: &Path) -> Result<()> {
    click(window, "nav-accounts").await?;
    press(window, ACCOUNT).await?;
    see(window, "map-canvas").await?;
    let search = see(window, "map-search").await?;
    search.send_keys("阎秀芝").await?;
    search.send_keys(Key::Enter + "").await?;
    see(window, "inspector").await?;
    reads(window, "attitude-now", "不支持").await?;
    click(window, "stance-1").await?;
    see(window, "stance-evidence").await?.send_keys("例会上主动问接口方案").await?;
    click(window, "stance-save").await?;
    until("another stance", async || Ok(!text(window, "attitude-now").await?.contains("不支持"))).await?;
    click(window, "undo").await?;
    reads(window, "attitude-now", "不支持").await?;
    click(window, "nav-visits").await?;
    press(window, "visit-row-V07").await?;
    click(window, "write-briefing").await?;
    // The window must stay open until the file is whole.
    written(folder, "pdf").await?;
    Ok(())
}

#[test]
#[ignore = "needs a display and the window's driver: cargo xtask test"]
fn the_main_job_in_the_window() -> Result<()> {
    let (folder, workspace) = sample()?;
    let mut file = None;
    in_window(folder.path(), &workspace, "journey", async |window, folder| {
        journey(window, folder).await?;
        file = Some(written(folder, "pdf").await?);
        Ok(())
    })?;
    let file = file.context("a briefing")?;
    let read = Command::new("pdftotext").args(["-layout", &file.to_string_lossy(), "-"]).output()?;
    let text = String::from_utf8(read.stdout)?.replace(' ', "");
    let mut from = 0;
    for guest in GUESTS {
        let at = text[from..].find(guest).with_context(|| format!("{guest} is missing or out of order"))?;
        from += at;
    }
    Ok(())
}
