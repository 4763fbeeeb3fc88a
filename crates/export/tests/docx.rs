//! Papers as DOCX, read back by LibreOffice and by their parts: the same words as the PDF, and a file a person can work with.

#![allow(clippy::unwrap_used, reason = "a sample that cannot be read must fail the test")]

mod common;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::process::Command;

use common::{pages_of, paper, sample};
use domain::Lang;
use export::paper::{Block, Drawing, Ink, Job, Paper, Seating, Section, Shape, Spot, Text, write_docx, write_pdf};

fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut raw = Vec::new();
        file.read_to_end(&mut raw).unwrap();
        all.insert(file.name().to_owned(), String::from_utf8_lossy(&raw).into_owned());
    }
    all
}

/// Letters and Han characters alone, since marks are drawn on one and written on the other, and lines break elsewhere.
fn bare(text: &str) -> String {
    text.chars().filter(|one| one.is_alphabetic()).collect()
}

/// The text LibreOffice sees.
fn read_by_office(docx: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.docx");
    std::fs::write(&file, docx).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .args([folder.path(), &file])
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    std::fs::read_to_string(folder.path().join("a.txt")).unwrap()
}

/// Words of three letters or more of the PDF that the document does not hold.
fn missing(pdf: &str, docx: &str) -> Vec<String> {
    let docx = bare(docx);
    let lines = pdf.lines().flat_map(|line| line.split(|one: char| !one.is_alphabetic()));
    let words = lines.filter(|word| word.chars().count() >= 3);
    words.filter(|word| !docx.contains(*word)).map(str::to_owned).collect()
}

#[test]
fn the_internal_briefing_says_in_docx_what_it_says_in_pdf() {
    let snapshot = sample();
    for (name, lang) in [("V07", Lang::ZhCn), ("V04", Lang::En)] {
        let paper = paper(&snapshot, name, lang);
        let job = Job { copy: Some("003".into()), holder: Some("罗绍川".into()), ..Job::default() };
        let docx = write_docx(&paper, &job).unwrap();
        assert_eq!(docx, write_docx(&paper, &job).unwrap(), "the same paper gives the same bytes");
        let pdf = pages_of(&write_pdf(&paper, &job).unwrap().pdf).join("\n");
        let heads = parts(&docx)["word/header1.xml"].clone() + &parts(&docx)["word/footer1.xml"];
        let office = read_by_office(&docx) + &heads;
        // A word the PDF broke over two lines is not found as it stands; that may happen to one in a hundred.
        let lost = missing(&pdf, &office);
        assert!(lost.len() * 100 <= pdf.split_whitespace().count(), "{name}: {lost:?}");
        assert!(bare(&office).chars().count() * 10 >= bare(&pdf).chars().count() * 7, "{name}");
    }
}

#[test]
fn heads_repeat_rows_stay_whole_and_chinese_has_its_font() {
    let docx = write_docx(&paper(&sample(), "V07", Lang::ZhCn), &Job::default()).unwrap();
    let parts = parts(&docx);
    let document = &parts["word/document.xml"];
    assert!(document.matches("<w:tblHeader />").count() >= 5);
    assert!(document.matches("<w:cantSplit").count() > 50);
    assert!(!document.contains("gridBefore"));
    assert!(document.contains(r#"w:eastAsia="Microsoft YaHei""#));
    assert!(parts["word/styles.xml"].contains(r#"<w:lang w:val="en-US" w:eastAsia="zh-CN" />"#));
    assert!(parts["docProps/core.xml"].contains("<dc:title>"));
    assert!(!parts["docProps/core.xml"].contains("unknown"));
    assert!(document.matches("Heading1").count() >= 6);
}

#[test]
fn field_codes_and_markup_print_as_plain_text() {
    let mut paper = paper(&sample(), "V07", Lang::ZhCn);
    let hostile = "#import \"x\": * { MERGEFIELD name } <w:p/> &amp; $x$ \u{7} 完";
    paper.sections = vec![Section::numbered("9", hostile).blocks(vec![Block::body(hostile)])];
    let docx = write_docx(&paper, &Job::default()).unwrap();
    let document = &parts(&docx)["word/document.xml"];
    assert!(!document.contains("fldSimple") && !document.contains("instrText") && !document.contains("<w:p/>"));
    let read = read_by_office(&docx);
    let plain = "#import \"x\": * { MERGEFIELD name } <w:p/> &amp; $x$";
    assert_eq!(read.matches(plain).count(), 2, "{read}");
}

#[test]
fn a_drawing_of_seats_is_a_picture_with_words_and_its_rows_are_text() {
    let mut paper: Paper = paper(&sample(), "V07", Lang::ZhCn);
    let seat =
        Shape::Box { at: Spot { x: 1.0, y: 1.0 }, w: 20.0, h: 9.0, round: 2.0, fill: Some(Ink::Wash), pen: None };
    let name = Shape::Label { at: Spot { x: 1.0, y: 1.0 }, w: 20.0, h: 9.0, size: 9.0, text: Text::name("游承岳") };
    let drawing = Drawing { w: 60.0, h: 30.0, shapes: vec![seat, name], alt: "会谈座次，\"主宾\"居中".into() };
    let seating =
        Seating { title: "会谈".into(), rule: "左手为尊".into(), drawing, rows: vec!["客：游承岳".into()] };
    paper.sections = vec![Section::numbered("15", "座次").blocks(vec![Block::Seating(seating)])];
    let docx = write_docx(&paper, &Job::default()).unwrap();
    let parts = parts(&docx);
    assert!(parts["word/document.xml"].contains("descr=\"会谈座次，&quot;主宾&quot;居中\""));
    assert!(parts.keys().any(|name| name.starts_with("word/media/") && name.ends_with(".png")), "{:?}", parts.keys());
    let read = read_by_office(&docx);
    assert!(read.contains("客：游承岳") && read.contains("左手为尊"), "{read}");
}
