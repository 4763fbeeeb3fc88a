//! Papers of every kind, read back by poppler: the planned briefing, the host's card, the booklet, plates and board.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a sample that cannot be read must fail the test")]

mod common;

use common::blocks::{EVIL, every_block};
use common::plan::planned;
use common::{Catalogue, briefing, pages_of, paper, sample};
use domain::Code;
use domain::engine::edition::{PlacesEdition, places_edition};
use domain::{Lang, Snapshot};
use export::edition::{board_paper, plates_paper};
use export::paper::*;
use export::world::Typeset;

/// Typeset without a warning; `KEEP_PDF=folder` leaves the file there to be looked at.
fn typeset(name: &str, paper: &Paper, job: &Job) -> (Typeset, Vec<String>) {
    let done = write_pdf(paper, job).unwrap();
    if let Ok(folder) = std::env::var("KEEP_PDF") {
        std::fs::write(format!("{folder}/{name}.pdf"), &done.pdf).unwrap();
        std::fs::write(format!("{folder}/{name}.json"), serde_json::to_vec(paper).unwrap()).unwrap();
    }
    assert_eq!(done.warnings, Vec::<String>::new(), "{name}");
    let pages = pages_of(&done.pdf);
    assert_eq!(pages.len(), done.pages, "{name}");
    (done, pages)
}

fn job() -> Job {
    let text = |text: &str| Some(text.to_owned());
    Job {
        copy: text("003"),
        copies: text("008"),
        holder: text("罗绍川"),
        printed_by: text("宋嘉树"),
        printed_at: text("2026-11-20 14:32"),
        version: text("0.4"),
        expires: None,
    }
}

fn both(name: &str) -> Paper {
    let snapshot = planned();
    paper(&snapshot, name, Lang::ZhCn).beside(&paper(&snapshot, name, Lang::En))
}

/// The text without spaces: poppler puts some between words of different faces.
fn flat(pages: &[String]) -> String {
    pages.concat().split_whitespace().collect()
}

#[test]
fn a_planned_visit_prints_every_section_of_the_manual() {
    for (name, made) in [
        ("planned-zh", paper(&planned(), "V07", Lang::ZhCn)),
        ("planned-en", paper(&planned(), "V07", Lang::En)),
        ("planned-both", both("V07")),
    ] {
        let (_, pages) = typeset(name, &made, &job());
        let text = flat(&pages);
        for section in &made.sections {
            let title: String = section.title.words().split_whitespace().collect();
            assert!(text.contains(&title), "{name}: {title}");
        }
        let numbers: Vec<u32> = made.sections.iter().filter_map(|one| one.number.parse().ok()).collect();
        let planned = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29];
        assert_eq!(numbers, planned, "{name}");
        for told in ["139 0000 0101", "5,220", "T−14", "12:00–13:00"] {
            assert!(text.contains(&told.replace(' ', "")), "{name}: {told}");
        }
    }
}

#[test]
fn every_block_prints_on_every_page_and_markup_prints_as_text() {
    for edition in [Edition::InternalFull, Edition::Crew, Edition::HostCard, Edition::Guest, Edition::Presenting] {
        let made = every_block(edition);
        let (done, pages) = typeset(&format!("blocks-{}", edition.code()), &made, &job());
        let text = flat(&pages);
        let evil: String = EVIL.split_whitespace().collect();
        assert!(text.contains(&evil), "{edition:?}: {text}");
        for word in ["未知问7", "→问12", "尉迟安", "José", "欢迎溪桥市考察团"] {
            assert!(text.contains(word), "{edition:?}: {word}");
        }
        if edition == Edition::Guest {
            assert!(!text.contains("宋嘉树") && !text.contains("003/008"), "guests get no copy mark");
        } else {
            assert!(text.contains("003/008") && text.contains("2026‑12‑11"), "{edition:?}");
        }
        assert_eq!(write_pdf(&made, &job()).unwrap().pdf, done.pdf, "{edition:?}: same paper, same bytes");
    }
}

#[test]
fn a_booklet_is_imposed_for_folding() {
    let made = every_block(Edition::Guest);
    let preview = Preview::new(&made, &job()).unwrap();
    assert_eq!(preview.pages() % 4, 0);
    let (w, h) = preview.page_size(0).unwrap();
    assert!((w - 419.53).abs() < 0.5 && (h - 595.28).abs() < 0.5, "pages are read as A5: {w} × {h}");
    let (done, pages) = typeset("booklet", &made, &Job::default());
    assert_eq!(done.pages, preview.pages() / 2);
    // The first side holds the back at the left and the cover at the right.
    let first = &pages[0];
    let line = |word: &str| first.lines().find_map(|line| line.find(word)).unwrap_or_else(|| panic!("{word}: {first}"));
    assert!(line("愿此行顺遂") < line("澜衡总部"), "{first}");
}

fn places(snapshot: &Snapshot, name: &str) -> PlacesEdition {
    let brief = briefing(snapshot, name);
    places_edition(snapshot, brief.visit, brief.as_of).unwrap()
}

#[test]
fn plates_carry_the_name_twice_and_nothing_that_is_judged() {
    let snapshot = planned();
    let plates = |lang| plates_paper(&places(&snapshot, "V07"), &Catalogue::read(lang));
    for (name, made) in
        [("plates-zh", plates(Lang::ZhCn)), ("plates-both", plates(Lang::ZhCn).beside(&plates(Lang::En)))]
    {
        let (_, pages) = typeset(name, &made, &Job::default());
        assert!(pages.len() > 12 + 3, "guests and ours: {}", pages.len());
        assert_eq!(flat(&pages[..1]).matches("游承岳").count(), 2, "{}", pages[0]);
        let text = flat(&pages);
        assert!(text.contains("市委常委、常务副市长") && text.contains("罗绍川"));
        for word in ["未知", "态度", "准备度", "份号"] {
            assert!(!text.contains(word), "{word}");
        }
        assert_eq!(text.contains("YouChengyue"), name == "plates-both", "{name}");
    }
    let v04 = places(&snapshot, "V04");
    let zh = plates_paper(&v04, &Catalogue::read(Lang::ZhCn));
    let en = plates_paper(&v04, &Catalogue::read(Lang::En));
    let (_, pages) = typeset("plates-foreign", &en.beside(&zh), &Job::default());
    assert!(pages[0].contains("Ingrid Solheim Aasen") && pages[0].contains("英格丽·奥森"), "{}", pages[0]);
}

#[test]
fn the_board_says_what_the_sign_says_or_greets_the_guests() {
    let (planned, bare) = (planned(), sample());
    let board = |snapshot, lang| board_paper(&places(snapshot, "V07"), &Catalogue::read(lang));
    let both = board(&planned, Lang::ZhCn).beside(&board(&planned, Lang::En));
    let (done, pages) = typeset("board-both", &both, &Job::default());
    assert_eq!(done.pages, 1);
    assert!(pages[0].contains("欢迎溪桥市考察团") && pages[0].contains("Xiqiao Delegation"), "{}", pages[0]);
    let (done, pages) = typeset("board-plain", &board(&bare, Lang::ZhCn), &Job::default());
    assert_eq!(done.pages, 1);
    assert!(pages[0].contains("欢迎") && pages[0].contains("溪桥市"), "{}", pages[0]);
}

#[test]
fn a_page_is_shown_without_writing_the_file() {
    let made = paper(&sample(), "V07", Lang::ZhCn);
    let preview = Preview::new(&made, &job()).unwrap();
    let bytes = preview.page_png(0, 1.0).unwrap();
    let reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
    assert_eq!((reader.info().width, reader.info().height), (595, 842));
    assert_eq!(bytes, render_page_png(&made, &job(), 0, 1.0).unwrap());
    assert_eq!(preview.page_png(preview.pages(), 1.0), Err(export::ExportError::NoPage));
    assert_eq!(preview.page_png(0, f32::NAN), Err(export::ExportError::Scale));
}

/// `cargo nextest run … --run-ignored all -E 'test(how_long_papers_take)' --no-capture`: the measured numbers.
#[test]
#[ignore = "measures"]
fn how_long_papers_take() {
    let mut snapshot = planned();
    let took = |what: &str, from: std::time::Instant| {
        std::io::Write::write_all(&mut std::io::stderr(), format!("{what}: {:?}\n", from.elapsed()).as_bytes())
            .unwrap();
    };
    let made = paper(&snapshot, "V07", Lang::ZhCn);
    let from = std::time::Instant::now();
    let done = write_pdf(&made, &job()).unwrap();
    took(&format!("cold PDF, {} pages, {} bytes", done.pages, done.pdf.len()), from);
    for edit in 0..4 {
        snapshot.visit_texts[0].text_zh = Some(format!("改动 {edit}"));
        let from = std::time::Instant::now();
        let made = paper(&snapshot, "V07", Lang::ZhCn);
        took("words after an edit", from);
        let from = std::time::Instant::now();
        let preview = Preview::new(&made, &job()).unwrap();
        took("layout after an edit", from);
        let from = std::time::Instant::now();
        let bytes = preview.page_png(0, 1.5).unwrap();
        took(&format!("picture, {} bytes", bytes.len()), from);
        let from = std::time::Instant::now();
        write_pdf(&made, &job()).unwrap();
        took("PDF again", from);
    }
}
