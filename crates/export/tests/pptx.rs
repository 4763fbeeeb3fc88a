//! The map as a deck, read back part by part. With `MAP_OUT` set to a directory the decks are left there for the eye.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fall over")]
#![allow(dead_code, reason = "the common module serves other tests too")]

mod common;

use common::Catalogue;
use common::company::{by_span, company, drawn};
use common::deck::{Deck, Shape};
use domain::scene::{Lens, Scene};
use domain::{Lang, Snapshot};
use export::map_svg::MapTitle;
use export::{PptxOptions, TemplateDeck, write_map_pptx};
use std::collections::{HashMap, HashSet};

fn written(name: &str, scene: &Scene, title: &MapTitle, lang: Lang) -> Deck {
    written_into(name, scene, title, lang, None)
}

fn written_into(name: &str, scene: &Scene, title: &MapTitle, lang: Lang, template: Option<&TemplateDeck>) -> Deck {
    let words = Catalogue::read(lang);
    let bytes = write_map_pptx(scene, title, PptxOptions { words: &words, template }).unwrap();
    assert_eq!(bytes, write_map_pptx(scene, title, PptxOptions { words: &words, template }).unwrap(), "no clock");
    if let Some(out) = std::env::var_os("MAP_OUT") {
        std::fs::write(std::path::Path::new(&out).join(format!("{name}.pptx")), &bytes).unwrap();
    }
    let deck = Deck::read(&bytes);
    deck.check_package();
    deck
}

fn persons(shapes: &[Shape]) -> impl Iterator<Item = &Shape> {
    shapes.iter().filter(|one| one.preset == "roundRect" && !one.text.is_empty())
}

/// Where a connector's ends lie on the slide.
fn ends_of(one: &Shape) -> [(i64, i64); 2] {
    let [x, y, w, h] = one.at;
    let place = |px: i64, py: i64| {
        let px = if one.flips[0] { w - px } else { px };
        let py = if one.flips[1] { h - py } else { py };
        let (dx, dy) = (2 * px - w, 2 * py - h);
        let (dx, dy) = if one.turn == 5_400_000 { (-dy, dx) } else { (dx, dy) };
        ((2 * x + w + dx) / 2, (2 * y + h + dy) / 2)
    };
    [place(0, 0), place(w, h)]
}

fn site(shape: &Shape, idx: u32) -> (i64, i64) {
    let [x, y, w, h] = shape.at;
    [(x + w / 2, y), (x, y + h / 2), (x + w / 2, y + h), (x + w, y + h / 2)][idx as usize]
}

/// What holds for every deck: people once, glue, alt text, edition and day on every slide, nothing off the slide, no
/// two cards over each other, ids unique.
fn check(deck: &Deck, scene: &Scene, title: &MapTitle) {
    check_on(deck, scene, title, (12_192_000, 6_858_000));
}

fn check_on(deck: &Deck, scene: &Scene, title: &MapTitle, (wide, high): (i64, i64)) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for shapes in &deck.slides {
        let by_id: HashMap<u32, &Shape> = shapes.iter().map(|one| (one.id, one)).collect();
        assert_eq!(by_id.len(), shapes.len(), "ids are unique");
        assert!(shapes.iter().all(|one| !one.descr.is_empty()), "every shape has alternative text");
        assert!(shapes.iter().all(|one| one.text.is_empty() || one.ea), "every text names an East Asian face");
        for words in [&title.edition, &title.as_of] {
            assert!(shapes.iter().any(|one| one.text.trim() == words), "{words} on every slide");
        }
        for one in shapes {
            let [x, y, w, h] = one.at;
            if one.connector {
                assert_eq!(one.ends.len(), 2, "glued at both ends");
                for (end, (id, idx)) in ends_of(one).iter().zip(&one.ends) {
                    let to = site(by_id[id], *idx);
                    assert!((end.0 - to.0).abs() <= 12_701 && (end.1 - to.1).abs() <= 12_701, "{one:?} {to:?}");
                }
            } else {
                assert!(x >= 0 && y >= 0 && x + w <= wide && y + h <= high, "{one:?}");
            }
        }
        let cards: Vec<&Shape> = persons(shapes).collect();
        for (at, a) in cards.iter().enumerate() {
            *seen.entry(a.descr.clone()).or_default() += 1;
            assert!(a.at[2] >= 800_000, "cards stay readable: {:?}", a.at);
            for b in &cards[at + 1..] {
                let apart = a.at[0] + a.at[2] <= b.at[0] || b.at[0] + b.at[2] <= a.at[0];
                assert!(apart || a.at[1] + a.at[3] <= b.at[1] || b.at[1] + b.at[3] <= a.at[1], "{a:?} {b:?}");
            }
        }
    }
    let all: usize = seen.values().sum();
    assert_eq!(all, scene.cards.len(), "every person once");
    for card in &scene.cards {
        assert!(seen.keys().any(|descr| descr.starts_with(&card.label)), "{}", card.label);
    }
}

fn sample() -> Snapshot {
    common::sample()
}

#[test]
fn the_sample_accounts_are_one_slide_with_every_line_glued() {
    let snapshot = sample();
    for account in ["A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08"] {
        for (lens, lang) in [(Lens::Attitude, Lang::ZhCn), (Lens::Structure, Lang::En)] {
            let (scene, title) = drawn(&snapshot, account, lens, lang);
            let deck = written(&format!("{account}-{lang:?}"), &scene, &title, lang);
            check(&deck, &scene, &title);
            let lines: usize = deck.slides.iter().flatten().filter(|one| one.connector).count();
            if deck.slides.len() == 1 {
                assert_eq!(lines, scene.lines.len(), "{account}");
            }
        }
    }
}

#[test]
fn a_large_map_is_cut_by_branch_with_links_there_and_back() {
    for people in [60, 1_000] {
        let snapshot = company(people, by_span(7), |number| format!("样例{number}"));
        let (scene, title) = drawn(&snapshot, "G01", Lens::Attitude, Lang::ZhCn);
        let deck = written(&format!("G{people}"), &scene, &title, Lang::ZhCn);
        check(&deck, &scene, &title);
        check_links(&deck, people);
    }
}

/// Blocks lead to every branch slide and count all people; every branch slide leads back; superiors elsewhere are linked.
fn check_links(deck: &Deck, people: usize) {
    let target = |slide: usize, id: &str| common::deck::relations(&deck.parts, &deck.slide_part(slide))[id].clone();
    let first = deck.slides.iter().position(|shapes| persons(shapes).next().is_some()).unwrap();
    assert!(first > 0, "an overview comes first");
    let mut led: HashSet<String> = HashSet::new();
    let mut counted = 0usize;
    for at in 0..first {
        for block in deck.slides[at].iter().filter(|one| one.text.contains("席 ·")) {
            led.insert(target(at, block.link.as_ref().unwrap()));
            counted += block.text.lines().last().unwrap().split('席').next().unwrap().parse::<usize>().unwrap();
        }
    }
    assert_eq!(counted, people);
    for at in first..deck.slides.len() {
        assert!(led.contains(&deck.slide_part(at)), "slide {at} is led to");
        let back = deck.slides[at].iter().find(|one| one.text.contains("回到概览")).unwrap();
        assert_eq!(target(at, back.link.as_ref().unwrap()), deck.slide_part(0));
        for up in deck.slides[at].iter().filter(|one| one.descr.starts_with("↑")) {
            let page: usize = up.descr.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
            assert_eq!(target(at, up.link.as_ref().unwrap()), deck.slide_part(page - 1));
        }
    }
}

#[test]
fn odd_shapes_of_accounts_lose_nobody() {
    type Above = Box<dyn Fn(usize) -> Option<usize>>;
    let shapes: [(&str, usize, Above); 5] = [
        ("one", 1, Box::new(|_| None)),
        ("chain", 200, Box::new(|number| number.checked_sub(1))),
        ("flat", 300, Box::new(|number| (number > 0).then_some(0))),
        ("loose", 250, Box::new(|_| None)),
        ("lopsided", 400, Box::new(|number| (number > 0).then(|| if number % 3 == 0 { 0 } else { number - 1 }))),
    ];
    for (name, people, above) in shapes {
        let snapshot = company(people, above, |number| format!("样例{number}"));
        let (scene, title) = drawn(&snapshot, "G01", Lens::Structure, Lang::ZhCn);
        let deck = written(name, &scene, &title, Lang::ZhCn);
        check(&deck, &scene, &title);
    }
}

#[test]
fn five_thousand_people_take_seconds() {
    let snapshot = company(5_000, by_span(7), |number| format!("样例{number}"));
    let (scene, title) = drawn(&snapshot, "G01", Lens::Attitude, Lang::ZhCn);
    let words = Catalogue::read(Lang::ZhCn);
    let start = std::time::Instant::now();
    write_map_pptx(&scene, &title, PptxOptions { words: &words, template: None }).unwrap();
    // Unoptimised and beside other tests; optimised it is a tenth of this.
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
    println!("5,000 people: {:?}", start.elapsed());
    let deck = written("G5000", &scene, &title, Lang::ZhCn);
    let all: usize = deck.slides.iter().map(|shapes| persons(shapes).count()).sum();
    assert_eq!(all, 5_000);
    check_links(&deck, 5_000);
}

#[test]
fn hostile_names_stay_text() {
    let names = |number: usize| match number % 6 {
        0 => format!("<&\"'{number}>"),
        1 => format!("👩‍👩‍👧‍👦🧑🏽‍💻样例{number}"),
        2 => format!("شركة المثال {number}"),
        3 => format!("坏\u{1}\u{b}\u{c}字{number}"),
        4 => format!("{}{number}", "很长的名字".repeat(60)),
        _ => format!("样例{number}]]>"),
    };
    let snapshot = company(18, by_span(4), names);
    let (scene, mut title) = drawn(&snapshot, "G01", Lens::Attitude, Lang::ZhCn);
    title.title = "三百字标题".repeat(60);
    let deck = written("hostile", &scene, &title, Lang::ZhCn);
    let text: String = deck.slides.iter().flatten().map(|one| one.text.as_str()).collect();
    assert!(text.contains("<&\"'0>") && text.contains("]]>") && text.contains("شركة"));
    assert!(text.contains('…'), "what is too long is cut");
    assert!(deck.slides.iter().flatten().any(|one| one.descr == title.title), "and whole in the alternative text");
    for bytes in deck.parts.values() {
        assert!(!bytes.contains(&1) || !bytes.starts_with(b"<?xml"), "control characters are dropped");
    }
}

/// The cleaned template the intake's tests read from a real deck of 4:3.
fn own_template() -> TemplateDeck {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/template.json");
    let value: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let text = |key: &str| value[key].as_str().unwrap().to_owned();
    let pairs = |key: &str| -> Vec<(String, String)> { serde_json::from_value(value[key].clone()).unwrap() };
    let bytes = |digits: &str| {
        let digit = |one: u8| char::from(one).to_digit(16).unwrap() as u8;
        digits.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
    };
    TemplateDeck {
        parts: pairs("parts").into_iter().map(|(name, digits)| (name, bytes(&digits))).collect(),
        content_types: pairs("content_types"),
        master: text("master"),
        master_id: u32::try_from(value["master_id"].as_u64().unwrap()).unwrap(),
        layout: text("layout"),
        theme: text("theme"),
        width: value["width"].as_i64().unwrap(),
        height: value["height"].as_i64().unwrap(),
        titled: value["titled"].as_bool().unwrap(),
        east_asian: value["east_asian"].as_str().map(str::to_owned),
    }
}

#[test]
fn the_users_own_deck_keeps_its_size_theme_and_picture() {
    let template = own_template();
    for (name, snapshot, account) in
        [("own-A01", sample(), "A01"), ("own-G60", company(60, by_span(7), |number| format!("样例{number}")), "G01")]
    {
        let (scene, title) = drawn(&snapshot, account, Lens::Attitude, Lang::ZhCn);
        let deck = written_into(name, &scene, &title, Lang::ZhCn, Some(&template));
        check_on(&deck, &scene, &title, (9_144_000, 6_858_000));
        assert!(deck.parts.keys().any(|one| one.starts_with("ppt/media/")));
        for at in 0..deck.slides.len() {
            let layout = common::deck::relations(&deck.parts, &deck.slide_part(at))["rId1"].clone();
            assert_eq!(layout, template.layout);
            let xml = String::from_utf8_lossy(&deck.parts[&deck.slide_part(at)]).into_owned();
            assert!(xml.contains("<a:ea typeface=\"KaiTi\"/>") && xml.contains("<p:ph type=\"title\"/>"));
        }
    }
}

#[test]
fn properties_name_nobody() {
    let snapshot = sample();
    let (scene, title) = drawn(&snapshot, "A01", Lens::Attitude, Lang::ZhCn);
    let deck = written("properties", &scene, &title, Lang::ZhCn);
    let core = String::from_utf8(deck.parts["docProps/core.xml"].clone()).unwrap();
    assert!(core.contains("组织关系图") && !core.contains("creator") && !core.contains("朔澜"), "{core}");
}
