//! Photographs on paper: the picture in its box, a box of the same size for everybody else, and nothing without a picture.

#![allow(clippy::unwrap_used, reason = "a sample that cannot be read must fail the test")]

mod common;

use std::io::{Cursor, Read};
use std::sync::Arc;

use common::blocks::{card, paper, profile};
use domain::{Jpeg, PhotoId};
use export::paper::*;

fn photo(end: u8) -> PhotoId {
    format!("01890a5d-ac96-774b-bcce-b302099a80{end:02x}").parse().unwrap()
}

/// A drawing in the form that is kept.
fn jpeg() -> Jpeg {
    Jpeg(include_bytes!("files/drawn.jpg").to_vec())
}

fn with_photo(name: &str, number: u32, photo: Option<PhotoId>) -> Block {
    let Block::Card(mut one) = card(number, name) else { panic!("a card") };
    one.face.photo = photo;
    Block::Card(one)
}

/// Three cards: with a photograph, without, and with one whose picture is not there.
fn cards() -> Paper {
    let blocks = [
        with_photo("样例一", 1, Some(photo(1))),
        with_photo("样例二", 2, None),
        with_photo("样例三", 3, Some(photo(3))),
    ];
    let section = |(at, block): (usize, Block)| {
        Section::numbered(&format!("{at}"), "卡").head(Head::Hidden).new_page().blocks(vec![block])
    };
    let sections = blocks.into_iter().enumerate().map(section).collect();
    let mut made = paper(Edition::HostCard, sections);
    made.pictures = Pictures(vec![(photo(1), Arc::new(jpeg()))]);
    made
}

fn document(docx: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_picture_that_is_not_there_is_a_surname_and_no_fault() {
    let made = cards();
    assert_eq!(made.photos(), [photo(1), photo(3)]);
    let written = write_pdf(&made, &Job::default()).unwrap();
    assert_eq!((written.pages, written.warnings), (3, Vec::<String>::new()));
    let bare = Paper { pictures: Pictures::default(), ..made.clone() };
    assert!(write_pdf(&bare, &Job::default()).unwrap().warnings.is_empty());
    assert_ne!(fingerprint(&[&made]).unwrap(), fingerprint(&[&bare]).unwrap(), "another content");
    assert_eq!(write_docx(&made, &Job::default()).unwrap(), write_docx(&made, &Job::default()).unwrap());
}

#[test]
fn boxes_in_a_document_are_of_one_size_and_every_cell_ends_in_a_paragraph() {
    let text = document(&write_docx(&cards(), &Job::default()).unwrap());
    assert_eq!((text.matches("<w:drawing>").count(), text.matches(r#"w:hRule="exact""#).count()), (1, 2));
    // 23 mm wide: 828,000 units of the picture, 1,304 twentieths of a point of the box.
    assert!(text.contains(r#"cx="828000" cy="1104000""#) && text.contains(r#"<w:tcW w:w="1304""#), "{text}");
    assert!(text.contains(r#"descr="样例一""#));
    assert!(!text.contains("</w:tbl></w:tc>"), "a reader would take the next cell for a part of this one");
    let bare = document(&write_docx(&Paper { pictures: Pictures::default(), ..cards() }, &Job::default()).unwrap());
    assert!(!bare.contains(r#"w:hRule="exact""#), "no boxes where nobody has a photograph");
}

#[test]
fn the_box_and_the_facts_of_a_profile_stay_two_tables() {
    let sections = vec![Section::numbered("4", "简介").blocks(vec![profile(ProfileSize::Third, 1)])];
    let made = Paper { pictures: cards().pictures, ..paper(Edition::InternalFull, sections) };
    let text = document(&write_docx(&made, &Job::default()).unwrap());
    assert!(text.matches("<w:tbl>").count() > 3 && !text.contains("</w:tbl><w:tbl>"));
}
