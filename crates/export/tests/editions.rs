//! All seven papers of the planned sample visits, in three languages, as PDF and as DOCX: the same words, nothing over
//! another thing, markup as plain text, and forty guests.

#![allow(clippy::unwrap_used, reason = "a sample that cannot be read must fail the test")]

mod common;

use std::collections::BTreeMap;
use std::process::Command;

use common::{Catalogue, briefing, day, pages_of, sample, visit};
use domain::engine::edition::{crew_edition, guest_edition, host_card_edition, places_edition, presenting_edition};
use domain::{Code, Lang, PaperName, Snapshot};
use export::briefing::internal_paper;
use export::edition::{board_paper, crew_paper, guest_paper, host_card_paper, plates_paper, presenting_paper};
use export::paper::{Block, Job, Page, Paper, Table, Width, write_docx, write_pdf};
use serde_json::json;

const VISITS: [&str; 3] = ["V07", "V04", "V01"];
/// What would be a command, a field or a tag if it were not text.
const EVIL: &str = r##"#import "x": * { MERGEFIELD n } $x$ *b* <w:p/> &amp; #(1)"##;
/// The narrowest a column that shares what is left may become, millimetres.
const SHARE: f32 = 22.0;

fn in_lang(snapshot: &Snapshot, name: &str, edition: PaperName, lang: Lang) -> Paper {
    let words = Catalogue::read(lang);
    let (id, on) = (visit(snapshot, name).id, day("2026-11-20"));
    match edition {
        PaperName::InternalFull => internal_paper(&briefing(snapshot, name), snapshot, &words),
        PaperName::HostCard => host_card_paper(&host_card_edition(snapshot, id, on).unwrap(), &words),
        PaperName::Crew => crew_paper(&crew_edition(snapshot, id, on).unwrap(), &words),
        PaperName::Guest => guest_paper(&guest_edition(snapshot, id, on).unwrap(), &words),
        PaperName::Presenting => presenting_paper(&presenting_edition(snapshot, id, on).unwrap(), &words),
        PaperName::NamePlates => plates_paper(&places_edition(snapshot, id, on).unwrap(), &words),
        PaperName::WelcomeBoard => board_paper(&places_edition(snapshot, id, on).unwrap(), &words),
    }
}

/// A visit's papers in every language, by `V07-crew-both`.
fn papers(snapshot: &Snapshot, name: &str) -> BTreeMap<String, Paper> {
    let mut all = BTreeMap::new();
    for edition in PaperName::ALL.iter().copied() {
        let (zh, en) = (in_lang(snapshot, name, edition, Lang::ZhCn), in_lang(snapshot, name, edition, Lang::En));
        let key = |lang: &str| format!("{name}-{}-{lang}", edition.code());
        all.insert(key("both"), zh.clone().beside(&en));
        all.insert(key("zh"), zh);
        all.insert(key("en"), en);
    }
    all
}

/// The texts LibreOffice sees in files, by their names; all in one go, for each start takes seconds.
fn read_by_office(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str, end: &str| folder.path().join(format!("{name}.{end}"));
    files.iter().for_each(|(name, bytes)| std::fs::write(at(name, "docx"), bytes).unwrap());
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let mut command = Command::new("soffice");
    command.args([&profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"]).arg(folder.path());
    let done = command.args(files.keys().map(|name| at(name, "docx"))).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let read = |name: &String| (name.clone(), std::fs::read_to_string(at(name, "txt")).unwrap());
    files.keys().map(read).collect()
}

fn docx_part(bytes: &[u8], part: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let Ok(mut file) = zip.by_name(part) else { return String::new() };
    let mut text = String::new();
    std::io::Read::read_to_string(&mut file, &mut text).unwrap();
    text
}

fn letters(text: &str) -> String {
    text.chars().filter(|one| one.is_alphabetic()).collect()
}

fn flat(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace() && *one != '\u{200b}').collect()
}

fn job() -> Job {
    Job { copy: Some("003".into()), holder: Some("罗绍川".into()), ..Job::default() }
}

#[test]
fn every_edition_says_in_docx_what_it_says_in_pdf() {
    let snapshot = sample();
    let papers: BTreeMap<String, Paper> = VISITS.iter().flat_map(|name| papers(&snapshot, name)).collect();
    assert_eq!(papers.len(), 63);
    let docx: BTreeMap<String, Vec<u8>> =
        papers.iter().map(|(name, one)| (name.clone(), write_docx(one, &job()).unwrap())).collect();
    let office = read_by_office(&docx);
    for (name, paper) in &papers {
        let pdf = pages_of(&write_pdf(paper, &job()).unwrap().pdf).join("\n");
        let around = ["word/header1.xml", "word/footer1.xml"].map(|part| docx_part(&docx[name], part)).concat();
        let said = letters(&(office[name].clone() + &around));
        let words: Vec<&str> =
            pdf.split(|one: char| !one.is_alphabetic()).filter(|word| word.chars().count() >= 3).collect();
        // The empty box of a photograph is drawn in the PDF alone.
        let frame = letters(&paper.marks.photo);
        let lost: Vec<&&str> =
            words.iter().filter(|word| !said.contains(**word) && !frame.contains(&letters(word))).collect();
        // A word that the PDF broke over two lines is not found as it stands; that happens to one in forty at most.
        assert!(lost.len() * 40 <= words.len(), "{name}: {} of {}: {lost:?}", lost.len(), words.len());
    }
}

/// Pairs of words drawn over one another, as poppler sees their boxes.
fn overprinted(pdf: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, pdf).unwrap();
    let done = Command::new("pdftotext").args(["-bbox", "-enc", "UTF-8"]).arg(&path).arg("-").output().unwrap();
    let text = String::from_utf8(done.stdout).unwrap();
    let mut found = Vec::new();
    for (number, page) in text.split("<page ").skip(1).enumerate() {
        let words: Vec<([f64; 4], &str)> = page.split("<word ").skip(1).map(boxed).collect();
        for (at, (one, said)) in words.iter().enumerate() {
            for (other, told) in &words[at + 1..] {
                let over = |from: usize| one[from + 2].min(other[from + 2]) - one[from].max(other[from]);
                let low = (one[3] - one[1]).min(other[3] - other[1]);
                // Full-width signs are set closer than their boxes say.
                let is_sign = |text: &str| text.chars().next().is_some_and(|one| !one.is_alphanumeric());
                if over(0) > 2.0 && over(1) > low * 0.55 && !is_sign(told) && !is_sign(said) {
                    found.push(format!("page {}: {said} over {told}", number + 1));
                }
            }
        }
    }
    found
}

fn boxed(word: &str) -> ([f64; 4], &str) {
    let value = |key: &str| {
        let rest = word.split_once(&format!("{key}=\"")).unwrap().1;
        rest.split_once('"').unwrap().0.parse::<f64>().unwrap()
    };
    let text = word.split_once('>').unwrap().1.split_once("</word>").unwrap().0;
    (["xMin", "yMin", "xMax", "yMax"].map(value), text)
}

fn tables<'a>(blocks: &'a [Block], all: &mut Vec<&'a Table>) {
    for block in blocks {
        match block {
            Block::Table(table) => all.push(table),
            Block::Panel { blocks, .. } | Block::Captioned { blocks, .. } => tables(blocks, all),
            _ => {}
        }
    }
}

#[test]
fn nothing_is_printed_over_another_thing_and_no_column_is_squeezed() {
    let snapshot = sample();
    for name in VISITS {
        for (name, paper) in papers(&snapshot, name) {
            let mut all = Vec::new();
            paper.sections.iter().for_each(|one| tables(&one.blocks, &mut all));
            for table in all.iter().filter(|_| paper.page == Page::A4) {
                let fixed = |one: &export::paper::Column| if let Width::Mm(mm) = one.width { mm } else { 0.0 };
                let left = 170.0 - table.columns.iter().map(fixed).sum::<f32>();
                let shares = table.columns.iter().filter(|one| !matches!(one.width, Width::Mm(_))).count() as f32;
                let heads: Vec<String> = table.columns.iter().map(|one| one.head.words()).collect();
                assert!(left >= shares * SHARE, "{name}: {left} mm for {shares} of {heads:?}");
            }
            let done = write_pdf(&paper, &Job::default()).unwrap();
            assert_eq!(done.warnings, Vec::<String>::new(), "{name}");
            assert_eq!(overprinted(&done.pdf), Vec::<String>::new(), "{name}");
        }
    }
}

/// The text of a PDF in the order it was written, so that a cell of several lines stays together.
fn in_order(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, pdf).unwrap();
    let done = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&path).arg("-").output().unwrap();
    String::from_utf8(done.stdout).unwrap()
}

/// V07 with a hostile text wherever a person may type freely and every paper prints something of.
fn hostile() -> Snapshot {
    let mut all = sample();
    let id = visit(&all, "V07").id;
    all.seats.iter_mut().for_each(|one| (one.title_zh, one.title_en) = (Some(EVIL.into()), Some(EVIL.into())));
    for one in all.visit_texts.iter_mut().filter(|one| one.visit == id) {
        (one.text_zh, one.text_en) = (Some(EVIL.into()), Some(EVIL.into()));
    }
    all.talking_points.iter_mut().filter(|one| one.visit == id).for_each(|one| one.text = Some(EVIL.into()));
    for one in all.agenda_items.iter_mut().filter(|one| one.visit == id) {
        (one.title_zh, one.guest_title_zh, one.material) = (Some(EVIL.into()), Some(EVIL.into()), Some(EVIL.into()));
    }
    all
}

#[test]
fn markup_and_field_codes_are_plain_text_in_every_edition_and_format() {
    let snapshot = hostile();
    let papers = papers(&snapshot, "V07");
    let docx: BTreeMap<String, Vec<u8>> =
        papers.iter().map(|(name, one)| (name.clone(), write_docx(one, &job()).unwrap())).collect();
    let office = read_by_office(&docx);
    for (name, paper) in &papers {
        let pdf = write_pdf(paper, &job()).unwrap();
        assert_eq!(pdf.warnings, Vec::<String>::new(), "{name}");
        assert!(flat(&in_order(&pdf.pdf)).contains(&flat(EVIL)), "{name}.pdf");
        let document = docx_part(&docx[name], "word/document.xml");
        assert!(!document.contains("fldSimple") && !document.contains("instrText"), "{name}.docx has a field");
        assert!(flat(&office[name]).contains(&flat(EVIL)), "{name}.docx: {:.400}", office[name]);
    }
}

/// V07 with forty guests, the new ones without a plan of their own.
fn forty() -> (Snapshot, Vec<String>) {
    let mut all = sample();
    let of = visit(&all, "V07").clone();
    let known = all.visit_guests.iter().filter(|one| one.visit == of.id).count();
    let record = |kind: u128, n: usize| uuid::Uuid::from_u128((kind << 96) | (0x7000 << 64) | (8 << 60) | n as u128);
    let mut names = Vec::new();
    for n in known..40 {
        let name = format!("样例{}", ["甲", "乙", "丙", "丁", "戊"][n % 5].repeat(n / 5));
        let person = json!({"id": record(31, n), "name_zh": name, "name_en": format!("Guest Number {n}"),
            "name_order": "surnameFirst", "variants": [], "status": "active", "no_contact": false});
        all.people.push(serde_json::from_value(person).unwrap());
        let guest = json!({"id": record(32, n), "visit": of.id, "person": record(31, n), "protocol_order": n + 1, "part": "guest"});
        all.visit_guests.push(serde_json::from_value(guest).unwrap());
        names.push(name);
    }
    // The drawings take everybody.
    all.seating_plans.iter_mut().filter(|one| one.visit == of.id).for_each(|one| {
        one.guests.clear();
        one.tables.clear();
    });
    (all, names)
}

#[test]
fn forty_guests_are_all_there_and_nobody_is_printed_over_another() {
    let (snapshot, names) = forty();
    for edition in PaperName::ALL.iter().copied().filter(|one| *one != PaperName::WelcomeBoard) {
        for lang in [Lang::ZhCn, Lang::En] {
            let paper = in_lang(&snapshot, "V07", edition, lang);
            let done = write_pdf(&paper, &Job::default()).unwrap();
            assert_eq!(done.warnings, Vec::<String>::new(), "{edition:?}");
            let office = docx_part(&write_docx(&paper, &Job::default()).unwrap(), "word/document.xml");
            let text = flat(&pages_of(&done.pdf).concat());
            for (at, name) in names.iter().enumerate() {
                let said = if lang == Lang::En { format!("Guest Number {}", at + 12) } else { name.clone() };
                assert!(text.contains(&flat(&said)), "{edition:?} {lang:?}: {said}");
                assert!(flat(&office).contains(&flat(&said)), "{edition:?} {lang:?} DOCX: {said}");
            }
            assert_eq!(overprinted(&done.pdf), Vec::<String>::new(), "{edition:?} {lang:?}");
        }
    }
}

#[test]
fn pages_are_called_by_the_part_on_them() {
    let snapshot = sample();
    let preview = |edition, lang| {
        let paper = in_lang(&snapshot, "V07", edition, lang);
        let open = export::paper::Preview::new(&paper, &Job::default()).unwrap();
        (0..open.pages()).map(|page| open.page_title(page).to_owned()).collect::<Vec<_>>()
    };
    let card = preview(PaperName::HostCard, Lang::ZhCn);
    assert_eq!((card[0].as_str(), card[1].as_str()), ("日程一览", "游承岳"), "{card:?}");
    let plates = preview(PaperName::NamePlates, Lang::En);
    assert_eq!(plates[0], "You Chengyue");
    let whole = preview(PaperName::InternalFull, Lang::ZhCn);
    assert!(whole.iter().all(|title| !title.is_empty()), "{whole:?}");
    let talk = whole.iter().position(|one| one == "交谈要点").unwrap();
    let paper = in_lang(&snapshot, "V07", PaperName::InternalFull, Lang::ZhCn);
    let pdf = pages_of(&write_pdf(&paper, &Job::default()).unwrap().pdf);
    assert!(pdf[talk].contains("交谈要点"), "{}", pdf[talk]);
}
