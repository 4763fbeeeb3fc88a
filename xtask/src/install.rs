//! What the build and the tests need on this machine, and how it gets there.
//!
//! On Debian and Ubuntu it is installed; elsewhere it is said exactly what to install.

use anyhow::{Context, Result, bail};

use crate::run::{command, finish, has, output, root, run_in, target};

/// Packages the app needs to be built.
const BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libgtk-3-dev",
    "libxdo-dev",
    "librsvg2-dev",
    "libayatana-appindicator3-dev",
    "libssl-dev",
    "libclang-dev",
];
/// Packages the window, browser and document tests need on top.
const TEST: &[&str] = &[
    "xvfb",
    "xauth",
    "dbus",
    "dbus-x11",
    "x11-utils",
    "xdotool",
    "webkit2gtk-driver",
    "imagemagick",
    "fonts-noto-cjk",
    "poppler-utils",
    "chromium",
    "libreoffice-impress-nogui",
    "python3-venv",
];
/// Reads decks back, in a Python environment of its own inside the target folder.
const DECK_READER: &str = "python-pptx==1.0.2";
/// Assign guests to hosts beside our own assignment, in the measurements alone.
/// The others there compute health over tables, write papers, and save whole files.
const SOLVERS: &[&str] = &[
    "numpy==2.4.6",
    "scipy==1.17.1",
    "ortools==9.15.6755",
    "weasyprint==66.0",
    "python-docx==1.2.0",
    "pandas==3.1.1",
    "openpyxl==3.1.5",
    "polars==2.1.0",
    "tantivy==0.27.0",
];
/// The driver between the tests and the window; its major version follows Tauri's.
const DRIVER: &str = "^2";

/// What is going to be done on this machine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Build,
    Test,
}

/// Installs what is missing.
///
/// # Errors
/// When a package cannot be installed, or this system needs a person to do it.
pub fn install(need: Need) -> Result<()> {
    if cfg!(target_os = "linux") {
        packages(need)?;
    } else {
        told()?;
    }
    node()?;
    modules()?;
    if need == Need::Test {
        tools()?;
    }
    Ok(())
}

fn packages(need: Need) -> Result<()> {
    if !has("dpkg-query") {
        bail!("This is neither Debian nor Ubuntu. Please install the equivalents of: {}", BUILD.join(" "));
    }
    let wanted = BUILD.iter().chain(if need == Need::Test { TEST } else { &[] });
    let missing: Vec<&str> = wanted.copied().filter(|one| !is_installed(one)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("installing: {}", missing.join(" "));
    apt(&["update", "-qq"])?;
    apt(&[&["install", "-y", "-qq", "--no-install-recommends"][..], &missing[..]].concat())
}

fn is_installed(package: &str) -> bool {
    output("dpkg-query", &["-W", "-f=${Status}", package]).is_some_and(|status| status.contains("install ok installed"))
}

fn apt(arguments: &[&str]) -> Result<()> {
    let root = output("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    let mut apt = if root {
        command("apt-get", arguments)
    } else {
        command("sudo", &[&["-E", "apt-get"][..], arguments].concat())
    };
    finish(apt.env("DEBIAN_FRONTEND", "noninteractive").stdout(std::process::Stdio::null()))
        .context("packages need root or sudo")
}

/// Says what a person has to install on macOS and Windows.
fn told() -> Result<()> {
    let missing = if cfg!(target_os = "macos") && output("xcode-select", &["-p"]).is_none() {
        Some("Xcode command line tools: xcode-select --install")
    } else if cfg!(windows) && !has("perl") {
        Some(
            "Strawberry Perl and NASM (for the bundled OpenSSL), Visual Studio Build Tools with C++, WebView2 (part of Windows 11)",
        )
    } else {
        None
    };
    missing.map_or(Ok(()), |text| bail!("Please install, then run this again:\n  {text}"))
}

fn node() -> Result<()> {
    let major = output("node", &["--version"])
        .and_then(|text| text.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    match major {
        Some(20..) => Ok(()),
        _ if cfg!(target_os = "linux") && major.is_none() => {
            apt(&["install", "-y", "-qq", "--no-install-recommends", "nodejs", "npm"])
        }
        _ => bail!("Node.js 20 or newer is needed (https://nodejs.org)"),
    }
}

/// The page's packages, exactly as in the lock file; again only when the lock file changed.
fn modules() -> Result<()> {
    let lock = std::fs::read(root().join("ui/package-lock.json")).context("ui/package-lock.json")?;
    let stamp = root().join("ui/node_modules/.dianke-lock");
    if std::fs::read(&stamp).is_ok_and(|known| known == lock) {
        return Ok(());
    }
    run_in("ui", "npm", &["ci", "--no-audit", "--no-fund", "--loglevel=error"])?;
    std::fs::write(stamp, lock)?;
    Ok(())
}

fn tools() -> Result<()> {
    if !has("cargo-nextest") {
        finish(&mut command("cargo", &["install", "cargo-nextest", "--locked"]))?;
    }
    if cfg!(target_os = "linux") && !has("tauri-driver") {
        finish(&mut command("cargo", &["install", "tauri-driver", "--version", DRIVER, "--locked"]))?;
    }
    if cfg!(target_os = "linux") { deck_reader() } else { Ok(()) }
}

fn deck_reader() -> Result<()> {
    python("office", "pptx", &[DECK_READER]).map(|_| ())
}

/// The Python environment of the solvers the assignment is measured beside.
///
/// # Errors
/// When a package cannot be installed.
pub fn solvers() -> Result<String> {
    // The one that came last: an environment of an earlier version is filled up.
    python("solvers", "tantivy", SOLVERS)
}

/// A Python environment of its own inside the target folder; answers with its interpreter.
fn python(name: &str, module: &str, packages: &[&str]) -> Result<String> {
    let folder = target().join(name);
    let python = folder.join("bin/python").to_string_lossy().into_owned();
    if output(&python, &["-c", &format!("import {module}; print({module}.__version__)")]).is_some() {
        return Ok(python);
    }
    finish(&mut command("python3", &["-m", "venv", &folder.to_string_lossy()]))?;
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    finish(&mut command(&python, &[&install[..], packages].concat()))?;
    Ok(python)
}
