//! A deck read back: parts, shapes and connectors, by a reader of its own.
#![allow(dead_code, reason = "each test file uses its part")]

use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, HashMap};
use std::io::{Cursor, Read};

#[derive(Debug, Clone, Default)]
pub struct Shape {
    pub id: u32,
    pub name: String,
    pub descr: String,
    pub preset: String,
    /// x, y, width, height.
    pub at: [i64; 4],
    pub text: String,
    /// Relationship of the click.
    pub link: Option<String>,
    pub connector: bool,
    /// Shape id and site of both ends.
    pub ends: Vec<(u32, u32)>,
    pub turn: i64,
    pub flips: [bool; 2],
    pub ea: bool,
}

pub struct Deck {
    pub parts: BTreeMap<String, Vec<u8>>,
    /// By slide, in order.
    pub slides: Vec<Vec<Shape>>,
}

pub fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.try_get_attribute(name).unwrap()?;
    let raw = found.value.to_string();
    Some(quick_xml::escape::unescape(&raw).unwrap().into_owned())
}

pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        assert!(parts.insert(entry.name().to_owned(), bytes).is_none(), "{} twice", entry.name());
    }
    parts
}

/// Relationships of a part: id to resolved target.
pub fn relations(parts: &BTreeMap<String, Vec<u8>>, part: &str) -> HashMap<String, String> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let Some(bytes) = parts.get(&name) else { return HashMap::new() };
    let mut all = HashMap::new();
    each(bytes, |event| {
        if let Event::Empty(start) | Event::Start(start) = event
            && start.local_name().as_ref() == "Relationship"
        {
            assert_ne!(attribute(start, "TargetMode").as_deref(), Some("External"), "{part}");
            let target = attribute(start, "Target").unwrap();
            all.insert(attribute(start, "Id").unwrap(), resolved(folder, &target));
        }
    });
    all
}

fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|one| !one.is_empty()).collect();
    for piece in target.split('/') {
        if piece == ".." { path.pop().map_or((), |_| ()) } else { path.push(piece) }
    }
    path.join("/")
}

pub fn each(bytes: &[u8], mut see: impl FnMut(&Event)) {
    let mut reader = quick_xml::Reader::from_str(std::str::from_utf8(bytes).unwrap());
    let mut depth = 0i32;
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => break assert_eq!(depth, 0),
            _ => {}
        }
        see(&event);
    }
}

impl Deck {
    pub fn read(bytes: &[u8]) -> Self {
        let parts = parts(bytes);
        let slides = relations(&parts, "ppt/presentation.xml");
        let mut order = Vec::new();
        each(&parts["ppt/presentation.xml"], |event| {
            if let Event::Empty(start) = event
                && start.name().as_ref() == "p:sldId"
            {
                order.push(slides[&attribute(start, "r:id").unwrap()].clone());
            }
        });
        let slides = order.iter().map(|name| shapes(&parts[name])).collect();
        Self { parts, slides }
    }

    pub fn slide_part(&self, at: usize) -> String {
        format!("ppt/slides/slide{}.xml", at + 1)
    }

    /// Every relationship leads to a part, every part has a type, every `r:id` a relationship.
    pub fn check_package(&self) {
        let mut types = HashMap::new();
        let mut defaults = HashMap::new();
        each(&self.parts["[Content_Types].xml"], |event| {
            if let Event::Empty(start) = event {
                let kind = attribute(start, "ContentType");
                match start.name().as_ref() {
                    "Override" => types.insert(attribute(start, "PartName").unwrap(), kind),
                    "Default" => defaults.insert(attribute(start, "Extension").unwrap(), kind),
                    _ => None,
                };
            }
        });
        for part in types.keys() {
            assert!(self.parts.contains_key(part.trim_start_matches('/')), "{part} is typed and missing");
        }
        for (name, bytes) in &self.parts {
            let end = name.rsplit('.').next().unwrap();
            assert!(types.contains_key(&format!("/{name}")) || defaults.contains_key(end), "{name} has no type");
            if end != "xml" || name == "[Content_Types].xml" {
                continue;
            }
            let known = relations(&self.parts, name);
            for (id, target) in &known {
                assert!(self.parts.contains_key(target), "{name} {id} leads to {target}");
            }
            each(bytes, |event| {
                if let Event::Empty(start) | Event::Start(start) = event {
                    for one in start.attributes().map(Result::unwrap) {
                        if one.key.as_ref().starts_with("r:") {
                            let id = one.value.to_string();
                            assert!(known.contains_key(&id), "{name}: {id}");
                        }
                    }
                }
            });
        }
    }
}

fn shapes(bytes: &[u8]) -> Vec<Shape> {
    let mut all: Vec<Shape> = Vec::new();
    let mut inside = false;
    let mut in_text = false;
    each(bytes, |event| match event {
        Event::Start(start) | Event::Empty(start) => {
            let name = start.name();
            let get = |key: &str| attribute(start, key);
            let number = |key: &str| get(key).and_then(|one| one.parse::<i64>().ok()).unwrap_or(0);
            match name.as_ref() {
                "p:sp" | "p:cxnSp" => {
                    inside = true;
                    all.push(Shape { connector: name.as_ref() == "p:cxnSp", ..Shape::default() });
                }
                _ if !inside => {}
                other => {
                    let shape = all.last_mut().unwrap();
                    match other {
                        "p:cNvPr" => {
                            shape.id = number("id") as u32;
                            shape.name = get("name").unwrap();
                            shape.descr = get("descr").unwrap_or_default();
                        }
                        "a:hlinkClick" => shape.link = get("r:id"),
                        "a:off" => (shape.at[0], shape.at[1]) = (number("x"), number("y")),
                        "a:ext" => (shape.at[2], shape.at[3]) = (number("cx"), number("cy")),
                        "a:xfrm" => {
                            shape.turn = number("rot");
                            shape.flips = [number("flipH") == 1, number("flipV") == 1];
                        }
                        "a:prstGeom" => shape.preset = get("prst").unwrap(),
                        "a:stCxn" | "a:endCxn" => shape.ends.push((number("id") as u32, number("idx") as u32)),
                        "a:ea" => shape.ea = true,
                        "a:t" => in_text = true,
                        _ => {}
                    }
                }
            }
        }
        Event::End(end) => match end.name().as_ref() {
            "p:sp" | "p:cxnSp" => inside = false,
            "a:t" => {
                in_text = false;
                all.last_mut().unwrap().text.push('\n');
            }
            _ => {}
        },
        Event::Text(text) if in_text => {
            let raw = &**text;
            all.last_mut().unwrap().text.push_str(&quick_xml::escape::unescape(raw).unwrap());
        }
        Event::GeneralRef(one) if in_text => {
            let raw = format!("&{};", &**one);
            all.last_mut().unwrap().text.push_str(&quick_xml::escape::unescape(&raw).unwrap());
        }
        _ => {}
    });
    all
}
