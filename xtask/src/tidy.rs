//! Rules of the house that no compiler checks: fences between crates, equal catalogues, sizes, words.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::run::{command, output, root};

/// `(crate, what it must never depend on)`.
const FENCES: &[(&str, &[&str])] = &[
    ("domain", &["rusqlite", "tauri", "tokio", "serde_json", "typst", "calamine", "store", "intake", "export", "app"]),
    ("store", &["tauri", "typst", "calamine", "intake", "export", "app"]),
    ("intake", &["tauri", "rusqlite", "typst", "store", "export", "app"]),
    ("export", &["tauri", "rusqlite", "calamine", "store", "intake", "app"]),
    ("app", &["tauri"]),
    ("dianke", &["tauri"]),
    ("xtask", &["tauri", "rusqlite", "domain"]),
];
/// Beginnings of keys that are put together while running, mostly with a code of the records.
const DYNAMIC: &[&str] = &[
    "app-month-",
    "app-weekday-",
    "attitude-",
    "audit-how-",
    "audit-kind-",
    "audit-reason-",
    "band-",
    "block-",
    "check-",
    "code-",
    "court-backup",
    "court-legend-",
    "court-make-",
    "court-mark-",
    "court-missing-",
    "court-owner",
    "court-sponsor",
    "court-supporter",
    "doc-",
    "error-",
    "fact-",
    "finding-",
    "gate-",
    "host-",
    "import-record-",
    "intake-",
    "language-",
    "level-",
    "map-core-difference-",
    "map-core-outlook-",
    "map-core-vote-",
    "map-function-",
    "map-line-",
    "map-role-",
    "mend-",
    "month-",
    "photo-class-",
    "planner-agenda-kind-",
    "planner-agenda-state-",
    "planner-cost-",
    "planner-direction-",
    "planner-duty-",
    "planner-meal-kind-",
    "planner-point-kind-",
    "planner-role-",
    "planner-text-",
    "planner-vehicle-kind-",
    "planner-weekday-",
    "policy-",
    "question-",
    "reason-",
    "person-core-",
    "rights-consent-text-",
    "rights-edge-",
    "rights-field-",
    "rights-kind-",
    "rights-log-",
    "rights-paper-",
    "rights-part-",
    "rights-person-",
    "rights-retained-",
    "rights-rule-",
    "rights-scope-",
    "rights-status-",
    "rights-table-",
    "risk-",
    "shell-group-",
    "step-",
    "tie-",
    "touch-",
    "visit-block-",
    "warning-",
    "weekday-",
];
/// Longest file, in lines; tests may be longer.
const LONGEST: usize = 500;
/// Longest component, in lines.
const LONGEST_COMPONENT: usize = 320;

/// Checks every rule and lists all that are broken.
///
/// # Errors
/// When any rule is broken.
pub fn tidy() -> Result<()> {
    let mut broken = Vec::new();
    fences(&mut broken);
    catalogues(&mut broken)?;
    unused(&mut broken)?;
    files(&mut broken)?;
    if broken.is_empty() {
        return Ok(());
    }
    bail!("{} rules broken:\n  {}", broken.len(), broken.join("\n  "))
}

fn fences(broken: &mut Vec<String>) {
    for (package, forbidden) in FENCES {
        let arguments = ["tree", "--package", package, "--edges", "normal", "--prefix", "none", "--format", "{p}"];
        let Some(tree) = output("cargo", &arguments) else {
            broken.push(format!("cargo tree failed for {package}"));
            continue;
        };
        let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
        broken.extend(
            forbidden.iter().filter(|one| names.contains(**one)).map(|one| format!("{package} depends on {one}")),
        );
    }
}

/// Key → the files it stands in, each with the variables it uses there.
type Keys = BTreeMap<String, Vec<(String, BTreeSet<String>)>>;

/// Keys of every message in the files of a language, with the file they stand in.
fn keys(folder: &Path) -> Result<Keys> {
    let mut keys = Keys::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let file = path.file_name().map(|one| one.to_string_lossy().into_owned()).unwrap_or_default();
        let text = std::fs::read_to_string(&path)?;
        let mut current: Option<String> = None;
        for line in text.lines() {
            let starts = line.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
            if starts && let Some((key, _)) = line.split_once('=') {
                let key = key.trim().to_owned();
                keys.entry(key.clone()).or_default().push((file.clone(), BTreeSet::new()));
                current = Some(key);
            }
            if let Some(places) = current.as_ref().and_then(|key| keys.get_mut(key)) {
                let variables = line.match_indices('$').map(|(at, _)| {
                    line[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
                });
                if let Some(last) = places.last_mut() {
                    last.1.extend(variables);
                }
            }
        }
    }
    Ok(keys)
}

/// Both languages have the same keys with the same variables, in the same file, once.
fn catalogues(broken: &mut Vec<String>) -> Result<()> {
    let (zh, en) = (keys(&root().join("locales/zh-CN"))?, keys(&root().join("locales/en"))?);
    let all: BTreeSet<&String> = zh.keys().chain(en.keys()).collect();
    for key in all {
        match (zh.get(key), en.get(key)) {
            (Some(one), Some(other)) => {
                if one.len() > 1 || other.len() > 1 {
                    broken.push(format!("{key} stands twice"));
                } else if one[0].0 != other[0].0 {
                    broken.push(format!("{key} stands in {} and {}", one[0].0, other[0].0));
                } else if one[0].1 != other[0].1 {
                    broken.push(format!("{key} has other variables in the other language"));
                }
            }
            (None, _) => broken.push(format!("{key} is missing in zh-CN")),
            (_, None) => broken.push(format!("{key} is missing in en")),
        }
    }
    Ok(())
}

/// Every key is asked for somewhere: by its name in a source, or by a beginning that is put together.
fn unused(broken: &mut Vec<String>) -> Result<()> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mut asked: BTreeSet<String> = BTreeSet::new();
    for path in tracked()? {
        let name = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let end = path.extension().and_then(|one| one.to_str()).unwrap_or_default();
        let place = ["ui/src/", "crates/", "src-tauri/", "locales/zh-CN/"].iter().any(|one| name.starts_with(one));
        if !place || !matches!(end, "rs" | "ts" | "svelte" | "typ" | "ftl") || name == "ui/src/i18n/keys.ts" {
            continue;
        }
        for line in std::fs::read_to_string(&path)?.lines() {
            // In a catalogue, what stands before the sign is the key itself.
            let text = if end == "ftl" { line.split_once('=').map_or(line, |one| one.1) } else { line };
            asked.extend(text.split(|c| !word(c)).map(str::to_owned));
        }
    }
    for key in keys(&root().join("locales/zh-CN"))?.into_keys() {
        // A word that ends with a hyphen is the beginning of keys that are put together where it stands.
        let begun = key.match_indices('-').any(|(at, _)| asked.contains(&key[..=at]));
        if !asked.contains(&key) && !begun && !DYNAMIC.iter().any(|one| key.starts_with(one)) {
            broken.push(format!("{key} is a key nobody asks for"));
        }
    }
    Ok(())
}

/// Files git knows or would know.
fn tracked() -> Result<Vec<PathBuf>> {
    let listed = command("git", &["ls-files", "--cached", "--others", "--exclude-standard"]).output()?;
    Ok(String::from_utf8_lossy(&listed.stdout)
        .lines()
        .map(|line| root().join(line))
        .filter(|path| path.is_file())
        .collect())
}

fn files(broken: &mut Vec<String>) -> Result<()> {
    for path in tracked()? {
        let name = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let end = path.extension().and_then(|one| one.to_str()).unwrap_or_default();
        if !matches!(end, "rs" | "ts" | "svelte" | "mjs") || name.starts_with("ui/src/generated/") {
            continue;
        }
        let text = std::fs::read_to_string(&path)?;
        let lines = text.lines().count();
        let test = name.starts_with("tests/")
            || name.contains("/tests/")
            || name.ends_with("tests.rs")
            || name.contains(".test.");
        let limit = if end == "svelte" { LONGEST_COMPONENT } else { LONGEST };
        if lines > limit && !test {
            broken.push(format!("{name} has {lines} lines"));
        }
        if end == "rs" && !text.trim_start().starts_with("//!") {
            broken.push(format!("{name} does not say what it owns (//!)"));
        }
        if text.contains("@tauri-apps/")
            && end != "mjs"
            && name.starts_with("ui/src/")
            && name != "ui/src/host/tauri.ts"
        {
            broken.push(format!("{name} imports @tauri-apps outside the host"));
        }
    }
    Ok(())
}
