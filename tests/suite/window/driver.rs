//! A window under the platform's WebDriver: started, asked, typed into, and ended on every way out.
//!
//! Absent: what is done in it (`window_journey.rs`, `map.rs`).

use std::future::Future;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use suite::{program, root};
use thirtyfour::prelude::*;

/// How long anything may take before it counts as failed.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is looked again.
const PACE: Duration = Duration::from_millis(50);

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
            .env("DIANKE_TEMPLATE", root().join("crates/intake/tests/files/own.pptx"))
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

/// A fresh sample workspace in a folder of its own.
pub fn sample() -> Result<(tempfile::TempDir, PathBuf)> {
    let folder = tempfile::tempdir()?;
    let workspace = folder.path().join("sample.dianke");
    ensure!(suite::dianke(&["new", &workspace.to_string_lossy(), "--sample"])?.status.success());
    Ok((folder, workspace))
}

/// Opens the window on `workspace`, does `work` in it and ends it; a picture of the moment is kept when it fails.
pub fn in_window(
    folder: &Path,
    workspace: &Path,
    name: &str,
    work: impl AsyncFnOnce(&WebDriver, &Path) -> Result<()>,
) -> Result<()> {
    let driver = Driver::start(folder, workspace)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let window = connect(&driver).await?;
        let result = work(&window, folder).await;
        if result.is_err() {
            // The picture of the moment is worth more than the words.
            let _ = window.screenshot(&std::env::temp_dir().join(format!("dianke-window-{name}.png"))).await;
        }
        window.quit().await?;
        result
    })
}

/// Waits until `holds` says yes; what is said when it does not come names what was seen last.
pub async fn until<F: Future<Output = Result<bool>>>(what: &str, mut holds: impl FnMut() -> F) -> Result<()> {
    let start = Instant::now();
    loop {
        let found = holds().await;
        if matches!(found, Ok(true)) {
            return Ok(());
        }
        ensure!(start.elapsed() < PATIENCE, "did not come: {what} ({found:?})");
        tokio::time::sleep(PACE).await;
    }
}

/// The selector of a test id.
pub fn css(id: &str) -> By {
    By::Css(format!("[data-testid=\"{id}\"]"))
}

/// The element with a test id, once it is there.
pub async fn see(window: &WebDriver, id: &str) -> Result<WebElement> {
    let found = window.query(css(id)).wait(PATIENCE, PACE).first().await;
    found.with_context(|| format!("not on the screen: {id}"))
}

/// How many elements have a test id now.
pub async fn count(window: &WebDriver, id: &str) -> Result<usize> {
    Ok(window.find_all(css(id)).await?.len())
}

pub async fn click(window: &WebDriver, id: &str) -> Result<()> {
    let element = see(window, id).await?;
    element.scroll_into_view().await?;
    element.click().await.with_context(|| format!("cannot be clicked: {id}"))
}

/// Clicks the name inside a table row: a row itself has no box of its own for the driver.
pub async fn press(window: &WebDriver, row: &str) -> Result<()> {
    let row = see(window, row).await?;
    Ok(row.query(By::Tag("button")).first().await?.click().await?)
}

/// Types with the keyboard, wherever the focus is.
pub async fn keys(window: &WebDriver, text: impl Into<TypingData>) -> Result<()> {
    Ok(window.action_chain().send_keys(text.into()).perform().await?)
}

/// One key while another is held.
pub async fn chord(window: &WebDriver, held: Key, key: impl Into<char>) -> Result<()> {
    let key = key.into();
    Ok(window.action_chain().key_down(held.clone()).key_down(key).key_up(key).key_up(held).perform().await?)
}

/// What an element says.
pub async fn text(window: &WebDriver, id: &str) -> Result<String> {
    Ok(see(window, id).await?.prop("innerText").await?.unwrap_or_default())
}

/// Waits until the text of an element holds `words`; the driver itself hears none of what may be cut off.
pub async fn reads(window: &WebDriver, id: &str, words: &str) -> Result<()> {
    until(&format!("{words} in {id}"), async || Ok(text(window, id).await?.contains(words))).await
}

/// A file with this end, once it is whole: it is written aside and then named.
pub async fn written(folder: &Path, end: &str) -> Result<PathBuf> {
    let find = || {
        let files = std::fs::read_dir(folder).ok()?;
        files.flatten().map(|one| one.path()).find(|path| path.extension().is_some_and(|found| found == end))
    };
    until(&format!("a file .{end}"), async || Ok(find().is_some())).await?;
    find().context("the file is gone")
}

/// What a script of the page answers.
pub async fn ask(window: &WebDriver, script: &str) -> Result<serde_json::Value> {
    Ok(window.execute(script, Vec::new()).await?.json().clone())
}
