//! The sample accounts' maps as SVG and PDF: drawn by the real engines, layout, catalogue and typesetter.
//! With `MAP_OUT` set to a directory the drawings are left there for the eye.

#![allow(clippy::unwrap_used, reason = "a test may fall over")]
#![allow(dead_code, reason = "the common module serves other tests too")]

mod common;

use domain::engine::chain::stakeholders;
use domain::scene::{Lens, MapInput, Prim, Scene, Wording, draw_map};
use domain::{Code, Day, Lang, Snapshot};
use export::map_pdf::write_map_pdf;
use export::map_svg::{MapTitle, write_map_svg};
use export::palette;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The shipped catalogue; a missing key fails the test that asks for it.
struct Catalogue {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    fn new(lang: Lang) -> Self {
        let text = std::fs::read_to_string(root().join(format!("locales/{}/map.ftl", lang.code()))).unwrap();
        let mut bundle = FluentBundle::new(vec![lang.code().parse::<unic_langid::LanguageIdentifier>().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(FluentResource::try_new(text).unwrap()).unwrap();
        Self { lang, bundle }
    }
}

impl Wording for Catalogue {
    fn lang(&self) -> Lang {
        self.lang
    }
    fn text(&self, key: &str, args: &[(&str, String)]) -> String {
        let pattern =
            self.bundle.get_message(key).and_then(|one| one.value()).unwrap_or_else(|| panic!("no word for {key}"));
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, value.clone());
        }
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut faults).into_owned();
        assert!(faults.is_empty(), "{key}: {faults:?}");
        text
    }
}

fn day() -> Day {
    Day::from_ymd_opt(2026, 11, 20).unwrap()
}

fn sample() -> Snapshot {
    let text = std::fs::read_to_string(root().join("samples/workspace.json")).unwrap();
    let mut file: serde_json::Value = serde_json::from_str(&text).unwrap();
    serde_json::from_value(file["records"].take()).unwrap()
}

fn drawn(snapshot: &Snapshot, account: &str, lens: Lens, lang: Lang) -> (Scene, MapTitle) {
    let account = snapshot.accounts.iter().find(|one| one.r#ref.as_deref() == Some(account)).unwrap();
    let words = Catalogue::new(lang);
    let rows = stakeholders(snapshot, account.id, None, day());
    let scene = draw_map(&MapInput { lens, rows: &rows, ..MapInput::new(snapshot, account.id, day(), &words) });
    let name = domain::pick(account.name_zh.as_deref(), account.name_en.as_deref(), lang).unwrap().to_owned();
    let decision = snapshot.main_decision(account.id);
    let subtitle = decision.and_then(|one| domain::pick(one.name_zh.as_deref(), one.name_en.as_deref(), lang));
    let title = MapTitle {
        title: words.text("map-title-chain", &[("account", name)]),
        subtitle: subtitle.unwrap_or_default().to_owned(),
        edition: "内部版".into(),
        as_of: words.text("map-as-of", &[("day", day().to_string())]),
        lang: lang.code().into(),
    };
    (scene, title)
}

fn keep(name: &str, bytes: &[u8]) {
    if let Some(out) = std::env::var_os("MAP_OUT") {
        std::fs::write(Path::new(&out).join(name), bytes).unwrap();
    }
}

#[test]
fn every_sample_account_is_drawn_with_words_and_known_colours() {
    let snapshot = sample();
    for account in ["A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08"] {
        for (lens, lang) in [
            (Lens::Attitude, Lang::ZhCn),
            (Lens::Structure, Lang::ZhCn),
            (Lens::Attitude, Lang::En),
            (Lens::Structure, Lang::En),
        ] {
            let (scene, title) = drawn(&snapshot, account, lens, lang);
            let all = scene.cards.iter().flat_map(|card| card.near.iter().chain(&card.mid).chain(&card.far));
            let all = all.chain(scene.lines.iter().flat_map(|line| &line.prims));
            for prim in all
                .chain(scene.units.iter().flat_map(|unit| &unit.prims))
                .chain(scene.legend.iter().flat_map(|one| &one.prims))
            {
                let tokens = match prim {
                    Prim::Rect { fill, stroke, .. } | Prim::Path { fill, stroke, .. } => {
                        [*fill, stroke.as_ref().map(|one| one.token)]
                    }
                    Prim::Text { fill, .. } => [Some(*fill), None],
                };
                for token in tokens.into_iter().flatten() {
                    assert!(palette::colour(token).is_some(), "{token}");
                }
            }
            let svg = write_map_svg(&scene, &title);
            for card in &scene.cards {
                assert!(svg.contains(&card.label.replace('&', "&amp;")), "{}", card.label);
            }
            keep(&format!("{account}-{}-{}.svg", lens.code(), lang.code()), svg.as_bytes());
            keep(
                &format!("{account}-{}-{}.mid.svg", lens.code(), lang.code()),
                write_map_svg(&level(&scene, |card| card.mid.clone()), &title).as_bytes(),
            );
            keep(
                &format!("{account}-{}-{}.far.svg", lens.code(), lang.code()),
                write_map_svg(&level(&scene, |card| card.far.clone()), &title).as_bytes(),
            );
        }
    }
}

/// The same scene with another level of detail in the place of the cards.
fn level(scene: &Scene, pick: impl Fn(&domain::scene::SceneCard) -> Vec<Prim>) -> Scene {
    let mut scene = scene.clone();
    for card in &mut scene.cards {
        card.near = pick(card);
    }
    scene
}

#[test]
fn the_pdf_is_one_page_with_text_that_can_be_read_out() {
    let snapshot = sample();
    for (account, lang, words) in [
        ("A01", Lang::ZhCn, ["苗国梁", "姓名待查", "无责任人", "集团副总工程师", "朔澜能源集团 决策链", "有分歧 2/3"]),
        ("A01", Lang::En, ["Miao Guoliang", "Name unknown", "No owner", "Decider", "As of 2026-11-20", "At odds 2/3"]),
    ] {
        let (scene, title) = drawn(&snapshot, account, Lens::Attitude, lang);
        let pdf = write_map_pdf(&scene, &title).unwrap();
        assert_eq!(pdf, write_map_pdf(&scene, &title).unwrap(), "the same scene gives the same bytes");
        let name = format!("{account}-{}.pdf", lang.code());
        keep(&name, &pdf);
        let Some(text) = read_out(&pdf) else { continue };
        for word in words {
            assert!(text.contains(word), "{word} is not in {text}");
        }
        assert_eq!(text.matches('\u{c}').count(), 1, "one page");
    }
}

/// Text by pdftotext; `None` where the tool is not installed.
fn read_out(pdf: &[u8]) -> Option<String> {
    let file = std::env::temp_dir().join(format!("dianke-map-{}.pdf", std::process::id()));
    std::fs::write(&file, pdf).unwrap();
    let out =
        std::process::Command::new("pdftotext").args(["-layout".as_ref(), file.as_os_str(), "-".as_ref()]).output();
    std::fs::remove_file(&file).unwrap();
    out.ok().map(|out| String::from_utf8(out.stdout).unwrap())
}

#[test]
fn a_very_large_map_is_still_one_page() {
    let snapshot = common::company::company(1_000, common::company::by_span(7), |number| format!("样例{number}"));
    let (scene, title) = common::company::drawn(&snapshot, "G01", Lens::Attitude, Lang::ZhCn);
    let pdf = write_map_pdf(&scene, &title).unwrap();
    keep("G1000.pdf", &pdf);
    let Some(text) = read_out(&pdf) else { return };
    assert_eq!(text.matches('\u{c}').count(), 1, "one page");
    for name in ["样例0", "样例999", &title.edition, &title.as_of] {
        assert!(text.contains(name), "{name}");
    }
}
