//! Decks as templates through the real child: what is kept of one, and what is refused with which word.
//! `own.pptx` is made by `files/make.py`; what is kept of it is what `crates/export` writes into in its tests.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

mod support;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use intake::{IntakeError, Limits, Template, read_template};
use support::{child, file_of, zip_of};

fn own() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/own.pptx")
}

fn read(path: &Path) -> Result<Template, IntakeError> {
    read_template(&child(), path, &Limits::default())
}

fn read_bytes(bytes: &[u8]) -> Result<Template, IntakeError> {
    read(file_of(bytes).path())
}

/// The parts of `own.pptx`.
fn parts() -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(std::fs::read(own()).unwrap())).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut entry = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            (entry.name().to_owned(), bytes)
        })
        .collect()
}

fn packed(parts: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    zip_of(&parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

/// `own.pptx` with one part rewritten as text.
fn changed(part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut parts = parts();
    let text = String::from_utf8(parts[part].clone()).unwrap();
    let new = change(text.clone());
    assert_ne!(text, new, "the change must take");
    parts.insert(part.to_owned(), new.into_bytes());
    packed(&parts)
}

#[test]
fn master_layouts_theme_and_pictures_are_kept_and_nothing_else() {
    let template = read(&own()).unwrap();
    assert_eq!((template.width, template.height), (9_144_000, 6_858_000));
    assert!(template.titled);
    assert_eq!(template.east_asian.as_deref(), Some("KaiTi"));
    let names: Vec<&str> = template.parts.iter().map(|one| one.0.as_str()).collect();
    let known = ["ppt/slideMasters/", "ppt/slideLayouts/", "ppt/theme/", "ppt/media/"];
    assert!(names.iter().all(|name| known.iter().any(|one| name.starts_with(one))), "{names:?}");
    assert_eq!(names.iter().filter(|name| name.starts_with("ppt/media/")).count(), 1);
    let layout = template.parts.iter().find(|one| one.0 == template.layout).unwrap();
    assert!(String::from_utf8_lossy(&layout.1).contains("type=\"titleOnly\""));
    for (name, bytes) in &template.parts {
        let text = String::from_utf8_lossy(bytes);
        for bad in ["CANARY", "example.com", "External", "hlinkClick", "notes"] {
            assert!(!text.contains(bad), "{bad} in {name}");
        }
    }
}

/// The export's tests write into this very template. `TEMPLATE_OUT=1` renews the file after a change.
#[test]
fn what_is_kept_is_what_the_export_is_tested_with() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../export/tests/files/template.json");
    let template = read(&own()).unwrap();
    if std::env::var_os("TEMPLATE_OUT").is_some() {
        std::fs::write(&file, serde_json::to_string(&template).unwrap()).unwrap();
    }
    let known: Template = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert!(known == template, "renew crates/export/tests/files/template.json");
}

#[test]
fn broken_decks_are_damaged() {
    let whole = std::fs::read(own()).unwrap();
    assert_eq!(read_bytes(&whole[..whole.len() / 2]), Err(IntakeError::TemplateDamaged));
    assert_eq!(read_bytes(b"PK\x03\x04 and then nothing"), Err(IntakeError::TemplateDamaged));
    let master = "ppt/slideMasters/slideMaster1.xml";
    assert_eq!(read_bytes(&changed(master, |text| text.replace("</p:cSld>", ""))), Err(IntakeError::TemplateDamaged));
    let entity = |text: String| text.replacen("<p:sldMaster", "<!DOCTYPE x [<!ENTITY y \"z\">]><p:sldMaster", 1);
    assert_eq!(read_bytes(&changed(master, entity)), Err(IntakeError::TemplateDamaged));
    let mut less = parts();
    less.remove("ppt/theme/theme1.xml");
    assert_eq!(read_bytes(&packed(&less)), Err(IntakeError::TemplateDamaged));
    let tiny = |text: String| text.replace("cx=\"9144000\"", "cx=\"9\"");
    assert_eq!(read_bytes(&changed("ppt/presentation.xml", tiny)), Err(IntakeError::TemplateDamaged));
}

#[test]
fn macros_are_refused_by_type_and_by_part() {
    let kind = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    let with = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml";
    let bytes = changed("[Content_Types].xml", |text| text.replace(kind, with));
    assert_eq!(read_bytes(&bytes), Err(IntakeError::TemplateMacros));
    let mut parts = parts();
    parts.insert("ppt/vbaProject.bin".into(), vec![1, 2, 3]);
    assert_eq!(read_bytes(&packed(&parts)), Err(IntakeError::TemplateMacros));
}

#[test]
fn passwords_old_formats_and_other_documents_are_told_apart() {
    let ole = |name: &str| {
        let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        bytes.resize(1_024, 0);
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    assert_eq!(read_bytes(&ole("EncryptedPackage")), Err(IntakeError::TemplateEncrypted));
    assert_eq!(read_bytes(&ole("PowerPoint Document")), Err(IntakeError::TemplateNotAPresentation));
    assert_eq!(read_bytes(b"%PDF-1.7"), Err(IntakeError::TemplateNotAPresentation));
    assert_eq!(read_bytes(b""), Err(IntakeError::Empty));
    let workbook = support::sample("people.xlsx");
    assert_eq!(read(&workbook), Err(IntakeError::TemplateNotAPresentation));
    assert_eq!(read(Path::new("/nowhere/at/all.pptx")), Err(IntakeError::Unreadable));
}

#[test]
fn bombs_are_refused_before_they_go_off() {
    let mut parts = parts();
    parts.insert("ppt/media/image9.png".into(), vec![0; 20 * 1024 * 1024]);
    assert_eq!(read_bytes(&packed(&parts)), Err(IntakeError::TemplateZipBomb));
    let many: Vec<(String, Vec<u8>)> = (0..2_100).map(|at| (format!("ppt/media/{at}.png"), vec![1])).collect();
    let mut crowd = self::parts();
    crowd.extend(many);
    assert_eq!(read_bytes(&packed(&crowd)), Err(IntakeError::TemplateZipBomb));
    let small = Limits { file_bytes: 1_000, ..Limits::default() };
    assert!(matches!(read_template(&child(), &own(), &small), Err(IntakeError::TemplateTooBig { .. })));
}

#[test]
fn outside_pictures_and_embedded_objects_leave_no_trace() {
    let master = "ppt/slideMasters/slideMaster1.xml";
    let bytes = changed(master, |text| {
        let bad = "<p:graphicFrame><p:oleObj r:id=\"rId99\"/></p:graphicFrame>\
                   <p:pic><p:nvPicPr><p:cNvPr id=\"77\" name=\"GONE\"/></p:nvPicPr><p:blipFill><a:blip r:link=\"rId98\"/></p:blipFill></p:pic>";
        text.replacen("</p:spTree>", &format!("{bad}</p:spTree>"), 1)
    });
    let template = read_bytes(&bytes).unwrap();
    let root = &template.parts.iter().find(|one| one.0 == template.master).unwrap().1;
    let text = String::from_utf8_lossy(root);
    for bad in ["oleObj", "GONE", "rId98", "rId99", "graphicFrame"] {
        assert!(!text.contains(bad), "{bad}");
    }
}
