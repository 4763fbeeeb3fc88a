//! The sample workspace, the shipped catalogues, and a PDF reader that is not ours.
#![allow(dead_code, reason = "shared by several test programs, none of which needs all of it")]

pub mod blocks;
pub mod company;
pub mod deck;
pub mod plan;

use std::path::{Path, PathBuf};
use std::process::Command;

use domain::engine::brief::{Briefing, brief_visit};
use domain::scene::Wording;
use domain::{Code, Day, Lang, Snapshot, Visit};
use export::briefing::{BriefingSheet, internal_paper, word_briefing};
use export::paper::Paper;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The shipped catalogues of one language.
pub struct Catalogue {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    pub fn read(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new(vec![lang.code().parse().unwrap()]);
        bundle.set_use_isolating(false);
        let mut files: Vec<_> = std::fs::read_dir(root().join("locales").join(lang.code()))
            .unwrap()
            .map(|one| one.unwrap().path())
            .collect();
        files.sort();
        for file in files {
            let resource =
                FluentResource::try_new(std::fs::read_to_string(&file).unwrap()).expect("a catalogue must parse");
            bundle.add_resource(resource).expect("a key must be unique");
        }
        Self { lang, bundle }
    }
}

impl Wording for Catalogue {
    fn lang(&self) -> Lang {
        self.lang
    }
    fn text(&self, key: &str, args: &[(&str, String)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|one| one.value()) else { return key.to_owned() };
        let args: FluentArgs = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned();
        assert!(faults.is_empty(), "{key}: {faults:?}");
        text
    }
}

pub fn sample() -> Snapshot {
    let text = std::fs::read_to_string(root().join("samples/workspace.json")).unwrap();
    let mut whole: serde_json::Value = serde_json::from_str(&text).unwrap();
    serde_json::from_value(whole["records"].take()).unwrap()
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn visit<'a>(snapshot: &'a Snapshot, name: &str) -> &'a Visit {
    snapshot.visits.iter().find(|one| one.r#ref.as_deref() == Some(name)).unwrap()
}

pub fn briefing(snapshot: &Snapshot, name: &str) -> Briefing {
    brief_visit(snapshot, visit(snapshot, name).id, day("2026-11-20")).unwrap()
}

pub fn sheet(snapshot: &Snapshot, name: &str, lang: Lang) -> BriefingSheet {
    word_briefing(&briefing(snapshot, name), snapshot, &Catalogue::read(lang))
}

pub fn paper(snapshot: &Snapshot, name: &str, lang: Lang) -> Paper {
    internal_paper(&briefing(snapshot, name), snapshot, &Catalogue::read(lang))
}

/// The text of a PDF as poppler reads it, one string per page.
pub fn pages_of(pdf: &[u8]) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("out.pdf");
    std::fs::write(&file, pdf).unwrap();
    let out = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(&file)
        .arg("-")
        .output()
        .expect("poppler-utils must be installed");
    assert!(out.status.success());
    let text = String::from_utf8(out.stdout).unwrap();
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}
