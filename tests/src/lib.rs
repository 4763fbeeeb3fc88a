//! What the suites share: where the programs and samples are, and a workspace to work on.

pub mod generated;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result};
use app::App;
use app::wire::ViewContext;
use domain::{Day, Lang};

/// The twelve guests of the sample's delegation in protocol order.
pub const GUESTS: [&str; 12] = [
    "游承岳",
    "费思齐",
    "涂山月",
    "蔺守信",
    "欧阳川",
    "古兰香",
    "丘明远",
    "尚可为",
    "温庭",
    "鲁平安",
    "路遥知",
    "齐乐",
];

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A file of the samples.
pub fn sample(name: &str) -> PathBuf {
    root().join("samples").join(name)
}

/// A built program beside this test: tests lie in `<target>/<profile>/deps`.
///
/// # Errors
/// When the test does not lie in a target folder.
pub fn program(name: &str) -> Result<PathBuf> {
    let me = std::env::current_exe()?;
    let folder = me.ancestors().find(|one| one.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)).is_file());
    Ok(folder
        .with_context(|| format!("{name} is not built: cargo build --workspace"))?
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

/// Runs `dianke` with Chinese messages and gives back what it said.
///
/// # Errors
/// When it cannot be started.
pub fn dianke(arguments: &[&str]) -> Result<Output> {
    Ok(Command::new(program("dianke")?).args(["--lang", "zh-CN"]).args(arguments).stdin(Stdio::null()).output()?)
}

/// The day the sample was made for.
pub fn sample_day() -> Day {
    Day::from_ymd_opt(2026, 11, 20).unwrap_or_default()
}

/// The Chinese context on the sample's day.
pub fn context() -> ViewContext {
    ViewContext { lang: Lang::ZhCn, today: sample_day(), mode: domain::scene::DisplayMode::Internal }
}

/// An application open on a fresh sample workspace in `folder`.
///
/// # Errors
/// When it cannot be made.
pub fn sample_app(folder: &Path) -> Result<App> {
    let mut app = App::new(program("dianke")?, "test".into());
    app.create(&folder.join("sample.dianke"), true)?;
    Ok(app)
}

/// One Chinese copy of a paper as PDF, for nobody in particular.
pub fn paper(visit: domain::VisitId, edition: domain::PaperName) -> app::wire::WriteEdition {
    let (format, lang) = (domain::PaperFormat::Pdf, domain::PaperLang::ZhCn);
    app::wire::WriteEdition { visit, edition, format, lang, holder: None, copies: None }
}

/// Calls a command with JSON.
///
/// # Errors
/// What the command refuses.
pub fn call(app: &mut App, name: &str, request: serde_json::Value) -> Result<serde_json::Value, app::Error> {
    app::contract::call(app, name, &context(), request)
}
