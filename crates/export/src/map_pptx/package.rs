//! The package: parts, content types, relationships. Owns: the order and names of parts and the deck we bring when the
//! user has none. Deliberately absent: what stands on the slides.

use super::TemplateDeck;
use super::page::Slide;
use super::xml::Xml;
use crate::ExportError;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const THEME: &str = include_str!("../../templates/deck/theme.xml");
const MASTER: &str = include_str!("../../templates/deck/master.xml");
const LAYOUT: &str = include_str!("../../templates/deck/layout.xml");
/// Wide slides, 13⅓ × 7½ inches.
const WIDE: (i64, i64) = (12_192_000, 6_858_000);

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PRESENTATION: &str = "application/vnd.openxmlformats-officedocument.presentationml";

/// Declared types of the parts we name ourselves.
const OWN: [(&str, &str); 2] =
    [("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml")];

/// The deck we bring.
pub(super) fn plain() -> TemplateDeck {
    let rels = |all: &[(&str, &str)]| relations(all.iter().map(|(kind, to)| (office(kind), (*to).to_owned())));
    let part = |name: &str, bytes: Vec<u8>| (name.to_owned(), bytes);
    TemplateDeck {
        parts: vec![
            part("ppt/theme/theme1.xml", THEME.into()),
            part("ppt/slideMasters/slideMaster1.xml", MASTER.into()),
            part(
                "ppt/slideMasters/_rels/slideMaster1.xml.rels",
                rels(&[("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")]),
            ),
            part("ppt/slideLayouts/slideLayout1.xml", LAYOUT.into()),
            part(
                "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
                rels(&[("slideMaster", "../slideMasters/slideMaster1.xml")]),
            ),
        ],
        content_types: vec![
            ("ppt/theme/theme1.xml".into(), "application/vnd.openxmlformats-officedocument.theme+xml".into()),
            ("ppt/slideMasters/slideMaster1.xml".into(), format!("{PRESENTATION}.slideMaster+xml")),
            ("ppt/slideLayouts/slideLayout1.xml".into(), format!("{PRESENTATION}.slideLayout+xml")),
        ],
        master: "ppt/slideMasters/slideMaster1.xml".into(),
        master_id: 2_147_483_648,
        layout: "ppt/slideLayouts/slideLayout1.xml".into(),
        theme: "ppt/theme/theme1.xml".into(),
        width: WIDE.0,
        height: WIDE.1,
        titled: true,
        east_asian: None,
    }
}

/// Packs slides with their deck. `name` is the title in the properties.
pub(super) fn pack(deck: &TemplateDeck, slides: &[Slide], name: &str) -> Result<Vec<u8>, ExportError> {
    let mut pack = Pack { zip: zip::ZipWriter::new(Cursor::new(Vec::new())) };
    pack.part("[Content_Types].xml", &content_types(deck, slides.len()))?;
    let root = [
        (office("officeDocument"), "ppt/presentation.xml".to_owned()),
        (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties".to_owned(),
            "docProps/core.xml".to_owned(),
        ),
        (office("extended-properties"), "docProps/app.xml".to_owned()),
    ];
    pack.part("_rels/.rels", &relations(root.into_iter()))?;
    pack.part("docProps/core.xml", &core(name))?;
    pack.part("docProps/app.xml", &app())?;
    pack.part("ppt/presentation.xml", &presentation(deck, slides.len()))?;
    let below = |part: &str| part.strip_prefix("ppt/").unwrap_or(part).to_owned();
    let master = [(office("slideMaster"), below(&deck.master)), (office("theme"), below(&deck.theme))];
    let each = (1..=slides.len()).map(|at| (office("slide"), format!("slides/slide{at}.xml")));
    pack.part("ppt/_rels/presentation.xml.rels", &relations(master.into_iter().chain(each)))?;
    for (name, bytes) in &deck.parts {
        pack.part(name, bytes)?;
    }
    let layout = format!("../{}", below(&deck.layout));
    for (slide, at) in slides.iter().zip(1..) {
        pack.part(&format!("ppt/slides/slide{at}.xml"), &slide.xml)?;
        let links = slide.links.iter().map(|to| (office("slide"), format!("slide{}.xml", to + 1)));
        let all = std::iter::once((office("slideLayout"), layout.clone())).chain(links);
        pack.part(&format!("ppt/slides/_rels/slide{at}.xml.rels"), &relations(all))?;
    }
    let done = pack.zip.finish().map_err(|fault| ExportError::Package(fault.to_string()))?;
    Ok(done.into_inner())
}

struct Pack {
    zip: zip::ZipWriter<Cursor<Vec<u8>>>,
}

impl Pack {
    fn part(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let fault = |fault: String| ExportError::Package(fault);
        self.zip.start_file(name, SimpleFileOptions::default()).map_err(|one| fault(one.to_string()))?;
        self.zip.write_all(bytes).map_err(|one| fault(one.to_string()))
    }
}

fn office(kind: &str) -> String {
    format!("{OFFICE}/{kind}")
}

/// A relationships part; ids count from `rId1`.
fn relations(all: impl Iterator<Item = (String, String)>) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("Relationships", &[("xmlns", &RELATIONSHIPS)]);
    for ((kind, target), at) in all.zip(1..) {
        xml.leaf("Relationship", &[("Id", &format!("rId{at}")), ("Type", &kind), ("Target", &target)]);
    }
    xml.close("Relationships");
    xml.done()
}

fn content_types(deck: &TemplateDeck, slides: usize) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("Types", &[("xmlns", &TYPES)]);
    for (end, kind) in OWN {
        xml.leaf("Default", &[("Extension", &end), ("ContentType", &kind)]);
    }
    let mut part = |name: &str, kind: &str| {
        xml.leaf("Override", &[("PartName", &format!("/{name}")), ("ContentType", &kind)]);
    };
    part("ppt/presentation.xml", &format!("{PRESENTATION}.presentation.main+xml"));
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    for (name, kind) in &deck.content_types {
        part(name, kind);
    }
    for at in 1..=slides {
        part(&format!("ppt/slides/slide{at}.xml"), &format!("{PRESENTATION}.slide+xml"));
    }
    xml.close("Types");
    xml.done()
}

/// Title alone: no author, no moment.
fn core(name: &str) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", &"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
        ],
    );
    xml.text("dc:title", name);
    xml.close("cp:coreProperties");
    xml.done()
}

fn app() -> Vec<u8> {
    let mut xml = Xml::part();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.open("Properties", &[("xmlns", &space)]);
    xml.text("Application", "Dianke");
    xml.close("Properties");
    xml.done()
}

fn presentation(deck: &TemplateDeck, slides: usize) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open(
        "p:presentation",
        &[
            ("xmlns:a", &"http://schemas.openxmlformats.org/drawingml/2006/main"),
            ("xmlns:r", &OFFICE),
            ("xmlns:p", &"http://schemas.openxmlformats.org/presentationml/2006/main"),
        ],
    );
    xml.open("p:sldMasterIdLst", &[]);
    xml.leaf("p:sldMasterId", &[("id", &deck.master_id), ("r:id", &"rId1")]);
    xml.close("p:sldMasterIdLst");
    xml.open("p:sldIdLst", &[]);
    for at in 0..slides {
        xml.leaf("p:sldId", &[("id", &(256 + at)), ("r:id", &format!("rId{}", at + 3))]);
    }
    xml.close("p:sldIdLst");
    xml.leaf("p:sldSz", &[("cx", &deck.width), ("cy", &deck.height)]);
    xml.leaf("p:notesSz", &[("cx", &6_858_000), ("cy", &9_144_000)]);
    xml.close("p:presentation");
    xml.done()
}
