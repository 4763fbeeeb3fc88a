//! XML of a foreign part as a tree, and what of it may go on. Owns: parsing without entities, the list of what is
//! dropped, pictures that are gone. Deliberately absent: which relationships are kept.

use std::collections::{HashMap, HashSet};

use quick_xml::Reader;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::encoding;

/// Deeper nesting is no slide.
const DEPTH: usize = 200;
const RELATIONSHIPS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];
/// What acts, embeds, links or belongs to somebody; also extensions, which may hold any of these.
const DROPPED: [&str; 22] = [
    "AlternateContent",
    "audioCd",
    "audioFile",
    "contentPart",
    "control",
    "controls",
    "custDataLst",
    "extLst",
    "graphicFrame",
    "hlinkClick",
    "hlinkHover",
    "hlinkMouseOver",
    "legacyDrawing",
    "oleObj",
    "quickTimeFile",
    "snd",
    "sndAc",
    "tags",
    "timing",
    "transition",
    "videoFile",
    "wavAudioFile",
];

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Element {
    /// With its prefix.
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

/// The XML is not well-formed, defines entities, or is nested beyond all measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken;

impl Element {
    /// Name without the prefix.
    pub fn local(&self) -> &str {
        local(&self.name)
    }

    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|one| one.0 == attribute).map(|one| one.1.as_str())
    }

    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|one| match one {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// All elements below with this local name, in order.
    pub fn all<'a>(&'a self, name: &str) -> Vec<&'a Element> {
        let (mut found, mut stack) = (Vec::new(), vec![self]);
        while let Some(one) = stack.pop() {
            if one.local() == name {
                found.push(one);
            }
            let from = stack.len();
            stack.extend(one.elements());
            stack[from..].reverse();
        }
        found
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Parses a part; comments and instructions are left out.
pub(super) fn parse(bytes: &[u8]) -> Result<Element, Broken> {
    let text = encoding::decode_unicode(bytes).map_err(|_| Broken)?;
    let mut reader = Reader::from_str(&text);
    let mut open: Vec<Element> = Vec::new();
    loop {
        match reader.read_event().map_err(|_| Broken)? {
            Event::Start(start) => {
                if open.len() >= DEPTH {
                    return Err(Broken);
                }
                open.push(element(&start)?);
            }
            Event::Empty(start) => {
                let leaf = element(&start)?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(Node::Element(leaf)),
                    None => return Ok(leaf),
                }
            }
            Event::End(_) => {
                let done = open.pop().ok_or(Broken)?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(Node::Element(done)),
                    None => return Ok(done),
                }
            }
            Event::Text(text) => add_text(&mut open, &text),
            Event::CData(text) => add_text(&mut open, &text),
            Event::GeneralRef(one) => {
                let raw = format!("&{};", &*one);
                let text = quick_xml::escape::unescape(&raw).map_err(|_| Broken)?.into_owned();
                add_text(&mut open, &text);
            }
            Event::DocType(_) | Event::Eof => return Err(Broken),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
        }
    }
}

fn add_text(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else { return };
    match parent.children.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => parent.children.push(Node::Text(text.to_owned())),
    }
}

fn element(start: &BytesStart) -> Result<Element, Broken> {
    let mut attributes = Vec::new();
    for one in start.attributes() {
        let one = one.map_err(|_| Broken)?;
        let value = quick_xml::escape::unescape(&one.value).map_err(|_| Broken)?.into_owned();
        attributes.push((one.key.as_ref().to_owned(), value));
    }
    Ok(Element { name: start.name().as_ref().to_owned(), attributes, children: Vec::new() })
}

/// Writes a part.
pub(super) fn write(root: &Element) -> Vec<u8> {
    let mut out = Writer::new(Vec::new());
    // Writing to memory does not fail.
    let _ = out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
    put(&mut out, root);
    out.into_inner()
}

fn put(out: &mut Writer<Vec<u8>>, element: &Element) {
    let mut start = BytesStart::new(element.name.as_str());
    for (key, value) in &element.attributes {
        start.push_attribute((key.as_str(), value.as_str()));
    }
    if element.children.is_empty() {
        let _ = out.write_event(Event::Empty(start));
        return;
    }
    let _ = out.write_event(Event::Start(start));
    for child in &element.children {
        match child {
            Node::Element(child) => put(out, child),
            Node::Text(text) => {
                let _ = out.write_event(Event::Text(BytesText::new(text)));
            }
        }
    }
    let _ = out.write_event(Event::End(BytesEnd::new(element.name.as_str())));
}

/// Cleans a part in place. `kept` maps ids of relationships that stay to their new ids; whatever refers to another is
/// dropped, fills by pictures that are gone become none.
pub(super) fn clean(root: &mut Element, kept: &HashMap<String, String>) -> Result<(), Broken> {
    let prefixes = prefixes(root);
    match scrub(root, kept, &prefixes) {
        Fate::Stays => Ok(()),
        Fate::Goes | Fate::TakesAlong => Err(Broken),
    }
}

/// Prefixes bound to the namespace of relationships anywhere in the part.
fn prefixes(root: &Element) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut stack = vec![root];
    while let Some(one) = stack.pop() {
        for (key, value) in &one.attributes {
            if let Some(prefix) = key.strip_prefix("xmlns:").filter(|_| RELATIONSHIPS.contains(&value.as_str())) {
                found.insert(format!("{prefix}:"));
            }
        }
        stack.extend(one.elements());
    }
    found
}

enum Fate {
    Stays,
    Goes,
    /// Goes, and what it is a needful part of too.
    TakesAlong,
}

fn scrub(element: &mut Element, kept: &HashMap<String, String>, prefixes: &HashSet<String>) -> Fate {
    if DROPPED.contains(&element.local()) {
        return Fate::Goes;
    }
    let refers = |key: &str| prefixes.iter().any(|prefix| key.starts_with(prefix.as_str()));
    element.attributes.retain(|(key, _)| !(refers(key) && local(key) == "link"));
    let mut gone = element.local() == "blip" && !element.attributes.iter().any(|one| refers(&one.0));
    for (_, value) in element.attributes.iter_mut().filter(|one| refers(&one.0)) {
        match kept.get(value) {
            Some(new) => value.clone_from(new),
            None => gone = true,
        }
    }
    let mut children = std::mem::take(&mut element.children);
    children.retain_mut(|child| match child {
        Node::Text(_) => true,
        Node::Element(child) => match scrub(child, kept, prefixes) {
            Fate::Stays => true,
            Fate::Goes => false,
            Fate::TakesAlong => {
                gone = true;
                false
            }
        },
    });
    element.children = children;
    match (gone, element.name.as_str(), element.local()) {
        (false, ..) => Fate::Stays,
        (true, "a:blipFill", _) => {
            *element = Element { name: "a:noFill".into(), ..Element::default() };
            Fate::Stays
        }
        (true, _, "pic" | "buBlip" | "sldLayoutId") => Fate::Goes,
        (true, ..) => Fate::TakesAlong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(xml: &str, kept: &[(&str, &str)]) -> Result<String, Broken> {
        let mut root = parse(xml.as_bytes())?;
        let kept = kept.iter().map(|one| (one.0.to_owned(), one.1.to_owned())).collect();
        clean(&mut root, &kept)?;
        let text = String::from_utf8(write(&root)).map_err(|_| Broken)?;
        Ok(text.split_once("?>").map(|one| one.1.to_owned()).unwrap_or_default())
    }

    const R: &str = "xmlns:q=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    #[test]
    fn links_go_pictures_that_stay_are_renamed_and_others_take_their_shape_along() {
        let xml = format!(
            "<p:m {R}><p:pic><p:blipFill><a:blip q:embed=\"a\" q:link=\"x\"/></p:blipFill></p:pic>\
             <p:pic><p:blipFill><a:blip q:embed=\"b\"/></p:blipFill></p:pic>\
             <a:blipFill><a:blip q:link=\"x\"/></a:blipFill><a:r><a:hlinkClick q:id=\"x\"/>A&amp;B</a:r></p:m>"
        );
        let clean = cleaned(&xml, &[("a", "rId1")]);
        let wanted = format!(
            "<p:m {R}><p:pic><p:blipFill><a:blip q:embed=\"rId1\"/></p:blipFill></p:pic><a:noFill/><a:r>A&amp;B</a:r></p:m>"
        );
        assert_eq!(clean, Ok(wanted));
    }

    #[test]
    fn entities_and_endless_nesting_are_refused() {
        assert_eq!(parse(b"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), Err(Broken));
        assert_eq!(parse(b"<a>&b;</a>"), Err(Broken));
        assert_eq!(parse("<a>".repeat(1_000).as_bytes()), Err(Broken));
        assert_eq!(parse(b"<a><b></a>"), Err(Broken));
    }
}
