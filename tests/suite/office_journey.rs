//! Maps as files in other programs: decks read back shape by shape, and every format opened by a program of another maker.
//!
//! Absent: what a deck has to hold, which `tests/office/check_pptx.py` says, and what no room-safe file may hold in the
//! fields of a workspace (`canary.rs`).

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use suite::{program, root};

const DAY: &str = "2026-11-20";
const ACCOUNTS: [&str; 8] = ["A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08"];
const LANGUAGES: [&str; 2] = ["zh-CN", "en"];
/// People of the generated account, whose deck has more than one slide.
const MANY: usize = 120;

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// What a program prints; it must succeed.
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{command:?}\n{}{}", said(&output.stdout), said(&output.stderr));
    said(&output.stdout)
}

fn dianke(lang: &str, arguments: &[&str]) -> String {
    run(Command::new(program("dianke").unwrap()).args(["--lang", lang]).args(arguments))
}

/// The sentence that marks an internal edition.
fn mark(lang: &str) -> String {
    let catalogue = std::fs::read_to_string(root().join("locales").join(lang).join("core.ftl")).unwrap();
    let line = catalogue.lines().find_map(|line| line.strip_prefix("file-internal = ")).unwrap();
    line.trim().to_owned()
}

/// A map of a workspace: who is on it, and the ways to write it.
struct Map<'a> {
    workspace: &'a str,
    account: &'a str,
    mode: &'a str,
    lang: &'a str,
}

impl Map<'_> {
    fn ask(&self, more: &[&str]) -> String {
        let base = ["map", self.workspace, "--account", self.account, "--mode", self.mode, "--as-of", DAY];
        dianke(self.lang, &[&base[..], more].concat())
    }

    fn write(&self, folder: &Path, end: &str) -> PathBuf {
        let path = folder.join(format!("{}-{}-{}.{end}", self.account, self.mode, self.lang));
        self.ask(&["--out", &text(&path)]);
        path
    }

    /// The cards: how many, and the names on them. What tells two of one name apart in a list stands beside a card.
    fn people(&self) -> (usize, Vec<String>) {
        let scene: Value = serde_json::from_str(&self.ask(&["--json"])).unwrap();
        let cards = scene["cards"].as_array().unwrap();
        let names = cards.iter().filter_map(|card| card["name"].as_str()?.split(['（', '(']).next());
        (cards.len(), names.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect())
    }

    /// The deck, read back; how many slides it has.
    fn check_deck(&self, folder: &Path) -> usize {
        let deck = self.write(folder, "pptx");
        let (people, names) = self.people();
        let target = program("dianke").unwrap().ancestors().nth(2).unwrap().to_path_buf();
        let mut check = Command::new(target.join("office/bin/python"));
        check.arg(root().join("tests/office/check_pptx.py")).arg(&deck);
        check.args(["--people", &people.to_string()]);
        let mark = mark(self.lang);
        check.args(if self.mode == "internal" { ["--internal", &mark] } else { ["--without", &mark] });
        check.arg("--names").args(&names);
        let found = run(&mut check);
        let slides = found.split("slides ").nth(1).and_then(|rest| rest.split(',').next());
        slides.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{found}"))
    }
}

fn sample(folder: &Path) -> String {
    let workspace = text(&folder.join("sample.dianke"));
    dianke(LANGUAGES[0], &["new", &workspace, "--sample"]);
    workspace
}

/// An account of `MANY` people, eight to a superior, by way of a list.
fn generated(folder: &Path) -> String {
    let (list, workspace) = (folder.join("list.csv"), text(&folder.join("generated.dianke")));
    let mut rows = "部门,姓名,职务,上级\n总部,样例1,总经理,\n".to_owned();
    for at in 2..=MANY {
        let superior = (at + 6) / 8;
        writeln!(rows, "部门{superior},样例{at},职务{at},样例{superior}").unwrap();
    }
    std::fs::write(&list, rows).unwrap();
    dianke(LANGUAGES[0], &["new", &workspace]);
    dianke(LANGUAGES[0], &["import", &workspace, &text(&list), "--account-name", "样例集团"]);
    workspace
}

/// Opens files with LibreOffice, with a profile of its own, and gives back them as PDF.
fn in_office(folder: &Path, files: &[PathBuf]) -> Vec<PathBuf> {
    let made = folder.join("made");
    let mut office = Command::new("soffice");
    office.arg(format!("-env:UserInstallation=file://{}", text(&folder.join("profile"))));
    office.args(["--headless", "--convert-to", "pdf", "--outdir", &text(&made)]).args(files);
    run(&mut office);
    files.iter().map(|file| made.join(file.file_stem().unwrap()).with_extension("pdf")).collect()
}

fn pages(pdf: &Path) -> usize {
    let facts = run(Command::new("pdfinfo").arg(pdf));
    let line = facts.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap_or_else(|| panic!("{facts}"));
    line.trim().parse().unwrap()
}

/// Every name stands in the file, whole or as much of it as fits a card; spaces are the reader's own.
fn assert_names(pdf: &Path, names: &[String]) {
    let mut read: String = run(Command::new("pdftotext").args(["-raw", &text(pdf), "-"]));
    read.retain(|c| !c.is_whitespace());
    for name in names {
        let letters: Vec<char> = name.chars().filter(|c| !c.is_whitespace()).collect();
        let part = |end: usize| letters[..end].iter().collect::<String>();
        let cut = (2..letters.len()).any(|end| read.contains(&format!("{}…", part(end))));
        assert!(cut || read.contains(&part(letters.len())), "{name} is missing in {}\n{read}", pdf.display());
    }
}

#[test]
#[ignore = "needs python-pptx: cargo xtask test"]
fn every_deck_of_the_samples_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample(folder.path());
    for lang in LANGUAGES {
        for mode in ["internal", "presenting"] {
            for account in ACCOUNTS {
                let slides = Map { workspace: &workspace, account, mode, lang }.check_deck(folder.path());
                assert!(slides > 0, "{account} {mode} {lang}");
            }
        }
    }
}

#[test]
#[ignore = "needs LibreOffice and python-pptx: cargo xtask test"]
fn decks_open_in_another_office() {
    let folder = tempfile::tempdir().unwrap();
    let (small, large) = (sample(folder.path()), generated(folder.path()));
    let maps = [
        Map { workspace: &small, account: "A01", mode: "internal", lang: "zh-CN" },
        Map { workspace: &small, account: "A04", mode: "presenting", lang: "en" },
        Map { workspace: &large, account: "样例集团", mode: "presenting", lang: "zh-CN" },
    ];
    let slides: Vec<usize> = maps.iter().map(|map| map.check_deck(folder.path())).collect();
    assert!(slides[2] > 1, "a large map is split over slides");
    let decks: Vec<PathBuf> =
        maps.iter().map(|map| folder.path().join(format!("{}-{}-{}.pptx", map.account, map.mode, map.lang))).collect();
    for ((map, pdf), slides) in maps.iter().zip(in_office(folder.path(), &decks)).zip(slides) {
        assert_eq!(pages(&pdf), slides, "{}", pdf.display());
        assert_names(&pdf, &map.people().1);
    }
}

#[test]
#[ignore = "needs LibreOffice, poppler and ImageMagick: cargo xtask test"]
fn drawings_and_pictures_open_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample(folder.path());
    for mode in ["internal", "presenting"] {
        let map = Map { workspace: &workspace, account: "A07", mode, lang: "zh-CN" };
        let names = map.people().1;
        let pdf = map.write(folder.path(), "pdf");
        assert_eq!(pages(&pdf), 1);
        assert_names(&pdf, &names);
        let svg = map.write(folder.path(), "svg");
        let drawn = std::fs::read_to_string(&svg).unwrap();
        let width = drawn.split("width=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let width: f64 = width.parse().unwrap();
        let again = in_office(&folder.path().join(mode), &[svg]);
        assert_names(&again[0], &names);
        let png = map.write(folder.path(), "png");
        let found = run(Command::new("identify").args(["-format", "%m %w"]).arg(&png));
        assert_eq!(found, format!("PNG {}", (width * 2.0).ceil()), "two pixels to a unit without a wish");
    }
}
