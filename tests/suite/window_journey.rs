//! The main job in the real window, driven through the platform's WebDriver.
//!
//! Open the sample, open an account, change a stance with evidence, take it back, open a visit, write the briefing, and
//! read the file back with another program. Needs the built page, a display, `tauri-driver` and WebKitWebDriver.

#![cfg(target_os = "linux")]

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use suite::{GUESTS, program};
use thirtyfour::prelude::*;

const ACCOUNT: &str = "account-row-A01";

/// The driver; asked to end on every way out, because a killed one leaves its helper on the port.
struct Driver {
    child: Child,
    address: String,
}

impl Driver {
    fn start(folder: &Path, workspace: &Path) -> Result<Self> {
        let (port, native) = (free_port()?, free_port()?);
        let child = Command::new("tauri-driver")
            .args(["--port", &port.to_string(), "--native-port", &native.to_string()])
            .env("DIANKE_OUT", folder)
            .env("DIANKE_TODAY", "2026-11-20")
            .env("DIANKE_WORKSPACE", workspace)
            .env("LANG", "zh_CN.UTF-8")
            .env("LC_ALL", "zh_CN.UTF-8")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("tauri-driver")?;
        Ok(Self { child, address: format!("http://127.0.0.1:{port}") })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

async fn connect(driver: &Driver) -> Result<WebDriver> {
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", json!("wry"))?;
    capabilities.set("tauri:options", json!({"application": program("dianke-desktop")?}))?;
    let start = Instant::now();
    loop {
        match WebDriver::new(&driver.address, capabilities.clone()).await {
            Ok(session) => return Ok(session),
            Err(error) if start.elapsed() > Duration::from_secs(30) => bail!("no session: {error}"),
            Err(_) => tokio::time::sleep(Duration::from_millis(200)).await,
        }
    }
}

/// The element with a test id, once it is there.
async fn see(window: &WebDriver, id: &str) -> Result<WebElement> {
    let css = format!("[data-testid=\"{id}\"]");
    let found = window.query(By::Css(&css)).wait(Duration::from_secs(15), Duration::from_millis(100)).first().await;
    found.with_context(|| format!("not on the screen: {id}"))
}

async fn click(window: &WebDriver, id: &str) -> Result<()> {
    let element = see(window, id).await?;
    element.scroll_into_view().await?;
    element.click().await.with_context(|| format!("cannot be clicked: {id}"))
}

/// Clicks the name inside a table row: a row itself has no box of its own for the driver.
async fn press(window: &WebDriver, row: &str) -> Result<()> {
    let row = see(window, row).await?;
    Ok(row.query(By::Tag("button")).first().await?.click().await?)
}

/// Waits until the text of an element holds `words`.
async fn reads(window: &WebDriver, id: &str, words: &str) -> Result<()> {
    let start = Instant::now();
    loop {
        let text = see(window, id).await?.text().await.unwrap_or_default();
        if text.contains(words) {
            return Ok(());
        }
        ensure!(start.elapsed() < Duration::from_secs(10), "{id} reads {text:?}, not {words:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

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
    let start = Instant::now();
    while see(window, "attitude-now").await?.text().await?.contains("不支持") {
        ensure!(start.elapsed() < Duration::from_secs(10), "the stance did not change");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    click(window, "undo").await?;
    reads(window, "attitude-now", "不支持").await?;
    click(window, "nav-visits").await?;
    press(window, "visit-row-V07").await?;
    click(window, "write-briefing").await?;
    // The window must stay open until the file is whole.
    written(folder)?;
    Ok(())
}

fn written(folder: &Path) -> Result<PathBuf> {
    let start = Instant::now();
    loop {
        let pdf = std::fs::read_dir(folder)?
            .flatten()
            .map(|one| one.path())
            .find(|path| path.extension().is_some_and(|end| end == "pdf"));
        match pdf {
            Some(path) => return Ok(path),
            None if start.elapsed() > Duration::from_secs(20) => bail!("no PDF was written"),
            None => std::thread::sleep(Duration::from_millis(100)),
        }
    }
}

#[test]
#[ignore = "needs a display and the window's driver: cargo xtask test"]
fn the_main_job_in_the_window() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let workspace = folder.path().join("sample.dianke");
    ensure!(suite::dianke(&["new", &workspace.to_string_lossy(), "--sample"])?.status.success());
    let driver = Driver::start(folder.path(), &workspace)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let result = runtime.block_on(async {
        let window = connect(&driver).await?;
        let result = journey(&window, folder.path()).await;
        if result.is_err() {
            // The picture of the moment is worth more than the words.
            let _ = window.screenshot(&std::env::temp_dir().join("dianke-window-journey.png")).await;
        }
        window.quit().await?;
        result
    });
    drop(driver);
    result?;
    let text = Command::new("pdftotext").args(["-layout", &written(folder.path())?.to_string_lossy(), "-"]).output()?;
    let text = String::from_utf8(text.stdout)?.replace(' ', "");
    let mut from = 0;
    for guest in GUESTS {
        let at = text[from..].find(guest).with_context(|| format!("{guest} is missing or out of order"))?;
        from += at;
    }
    Ok(())
}
