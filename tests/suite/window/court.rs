//! The court in the real window: a drill run and its pack written, the weekly review written for the team.
//!
//! Absent: every finer point of the tabs (`tests/browser`) and what the papers hold (`tests/suite/commands`).

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use thirtyfour::prelude::*;

use super::driver::{click, in_window, keys, reads, sample, see, until, written};

/// Whose leaving costs most in the sample.
const LEAVER: &str = "林采薇";

/// Takes an option of the open list by its words.
async fn take(window: &WebDriver, words: &str) -> Result<()> {
    let option = By::XPath(format!("//*[@role='option'][contains(., '{words}')]"));
    Ok(window.query(option).first().await?.click().await?)
}

/// The words of a PDF, without any space, read by another program.
fn words(file: &Path) -> Result<String> {
    let read = Command::new("pdftotext").args(["-layout", &file.to_string_lossy(), "-"]).output()?;
    Ok(String::from_utf8(read.stdout)?.split_whitespace().collect())
}

async fn drilled(window: &WebDriver, folder: &Path) -> Result<()> {
    click(window, "nav-court").await?;
    click(window, "court-tab-drill").await?;
    see(window, "drill-worst").await?;
    click(window, "drill-who").await?;
    take(window, LEAVER).await?;
    see(window, "drill-matrix").await?;
    reads(window, "drill-rehearsal", "没有改动任何数据").await?;
    click(window, "drill-pack").await?;
    click(window, "pack-write").await?;
    let pack = written(folder, "pdf").await?;
    ensure!(words(&pack)?.contains(LEAVER), "the pack tells whose it is");
    ensure!(!pack.to_string_lossy().contains(LEAVER), "its name does not");
    std::fs::remove_file(pack)?;
    until("the dialog gone", async || Ok(window.find_all(super::driver::css("pack-dialog")).await?.is_empty())).await?;
    keys(window, Key::Escape + "").await
}

async fn reviewed(window: &WebDriver, folder: &Path) -> Result<()> {
    click(window, "court-tab-review").await?;
    see(window, "review").await?;
    click(window, "review-pdf").await?;
    let sheet = written(folder, "pdf").await?;
    ensure!(words(&sheet)?.contains("责任周报"), "the sheet says what it is");
    click(window, "review-xlsx").await?;
    let book = written(folder, "xlsx").await?;
    ensure!(std::fs::metadata(&book).context("the workbook")?.len() > 1000, "the workbook holds something");
    Ok(())
}

#[test]
#[ignore = "needs a display and the window's driver: cargo xtask test"]
fn a_drill_and_a_review_in_the_window() -> Result<()> {
    let (folder, workspace) = sample()?;
    in_window(folder.path(), &workspace, "court", async |window, folder| {
        drilled(window, folder).await?;
        reviewed(window, folder).await
    })
}
