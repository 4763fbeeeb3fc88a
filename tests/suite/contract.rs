//! The generated files are what the Rust types say; the catalogue has a text for every code.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing expectation is what a test is for")]

use std::collections::BTreeMap;
use std::path::Path;

use domain::Lang;

fn files(folder: &Path) -> BTreeMap<String, String> {
    let read = |path: std::path::PathBuf| {
        (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap())
    };
    std::fs::read_dir(folder).unwrap().map(|one| read(one.unwrap().path())).collect()
}

#[test]
fn types_of_the_page_are_fresh() {
    let folder = tempfile::tempdir().unwrap();
    suite::generated::write_types(&folder.path().join("new")).unwrap();
    let (new, old) = (files(&folder.path().join("new")), files(&suite::root().join("ui/src/generated")));
    let stale: Vec<&String> = new.keys().chain(old.keys()).filter(|name| new.get(*name) != old.get(*name)).collect();
    assert!(stale.is_empty(), "run `cargo xtask bindings`; stale: {stale:?}");
}

#[test]
fn schema_of_the_interchange_is_fresh() {
    let old = std::fs::read_to_string(suite::root().join("docs/interchange.schema.json")).unwrap();
    let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert!(parse(&suite::generated::schema().unwrap()) == parse(&old), "run `cargo xtask bindings`");
}

/// Every key the core can ask for exists: a missing one would show as its key.
#[test]
fn every_refusal_has_words_in_both_languages() {
    let words = app::Words::new();
    let mut codes: Vec<String> =
        intake::IntakeError::CODES.iter().map(|code| format!("intake-{}", code.replace('_', "-"))).collect();
    let mut source = vec![suite::root().join("crates/app/src")];
    while let Some(path) = source.pop() {
        if path.is_dir() {
            source.extend(std::fs::read_dir(&path).unwrap().map(|one| one.unwrap().path()));
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        codes.extend(text.split("refused(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    }
    assert!(codes.len() > 40);
    for lang in [Lang::ZhCn, Lang::En] {
        for code in &codes {
            let view = app::ErrorView { code: code.clone(), params: BTreeMap::new(), cause: None };
            let text = words.error(lang, &view);
            assert!(!text.starts_with("error-"), "{lang:?} {code}");
        }
    }
}
