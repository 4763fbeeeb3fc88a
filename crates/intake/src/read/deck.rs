//! PPTX as a template: master, layouts, theme and their pictures, cleaned and renamed. Owns: finding the parts and
//! building their relationships anew. Deliberately absent: slides, notes, comments, properties, embedded objects,
//! anything that acts or leads outside; none of it is read.

use std::collections::HashMap;

use super::container::{self, Container};
use super::tree::{self, Broken, Element};
use crate::{IntakeError, Limits, Template};

const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.presentationml";
const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
/// Layouts kept; no deck needs more to put a map in.
const LAYOUTS: usize = 60;
/// Pictures and XML kept, in bytes.
const KEPT: u64 = 64 * 1024 * 1024;
/// Bounds of a slide's side, EMU (1 to 56 inches).
const SIDE: std::ops::RangeInclusive<i64> = 914_400..=51_206_400;
/// Pictures by ending, with their types.
const PICTURES: [(&str, &str); 9] = [
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("bmp", "image/bmp"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("emf", "image/x-emf"),
    ("wmf", "image/x-wmf"),
];

impl From<Broken> for IntakeError {
    fn from(_: Broken) -> Self {
        IntakeError::TemplateDamaged
    }
}

pub(super) fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Template, IntakeError> {
    if bytes.starts_with(&OLE) {
        let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = bytes.windows(wide.len()).any(|window| window == wide);
        return Err(if locked { IntakeError::TemplateEncrypted } else { IntakeError::TemplateNotAPresentation });
    }
    if bytes.is_empty() {
        return Err(IntakeError::Empty);
    }
    if !bytes.starts_with(b"PK") {
        return Err(IntakeError::TemplateNotAPresentation);
    }
    let mut macros = false;
    let zip = container::open(bytes, limits, |name| macros |= name.ends_with("vbaproject.bin"))?;
    if macros {
        return Err(IntakeError::TemplateMacros);
    }
    Source { zip }.template()
}

/// The file being read.
struct Source {
    zip: Container,
}

/// A relationship of a part: kind, and the part it leads to.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

/// What is kept so far.
#[derive(Default)]
struct Kept {
    parts: Vec<(String, Vec<u8>)>,
    types: Vec<(String, String)>,
    /// Pictures by their old names.
    pictures: HashMap<String, String>,
    bytes: u64,
}

impl Kept {
    fn add(&mut self, name: &str, kind: Option<String>, bytes: Vec<u8>) -> Result<(), IntakeError> {
        self.bytes += bytes.len() as u64;
        if self.bytes > KEPT {
            return Err(IntakeError::TooBig { limit_mb: KEPT / (1024 * 1024) });
        }
        self.types.extend(kind.map(|kind| (name.to_owned(), kind)));
        self.parts.push((name.to_owned(), bytes));
        Ok(())
    }
}

impl Source {
    fn template(mut self) -> Result<Template, IntakeError> {
        let main = self.main_part()?;
        let presentation = self.xml(&main)?;
        let relations = self.relations(&main)?;
        let find = |kind: &str, id: Option<&str>| {
            relations
                .iter()
                .find(|one| one.kind == kind && id.is_none_or(|id| one.id == id))
                .map(|one| one.target.clone())
        };
        let entry = presentation.all("sldMasterId").first().map(|one| (number(one, "id"), relation_id(one)));
        let (master_id, id) = entry.ok_or(IntakeError::TemplateDamaged)?;
        let master = find("slideMaster", id.as_deref()).ok_or(IntakeError::TemplateDamaged)?;
        let size = presentation.all("sldSz").first().map(|one| (number(one, "cx"), number(one, "cy")));
        let (width, height) = size.unwrap_or((Some(9_144_000), Some(6_858_000)));
        let (Some(width), Some(height)) = (width, height) else { return Err(IntakeError::TemplateDamaged) };
        if !SIDE.contains(&width) || !SIDE.contains(&height) {
            return Err(IntakeError::TemplateDamaged);
        }
        self.build(&master, master_id, (width, height))
    }

    /// The presentation, by the root relationships; macro-enabled and other documents are refused by their type.
    fn main_part(&mut self) -> Result<String, IntakeError> {
        let types = self.xml("[Content_Types].xml")?;
        let kinds: Vec<String> =
            types.elements().filter_map(|one| one.get("ContentType")).map(str::to_ascii_lowercase).collect();
        if kinds.iter().any(|one| one.contains("macroenabled") || one.contains("vbaproject")) {
            return Err(IntakeError::TemplateMacros);
        }
        let relations = self.relations("")?;
        let main = relations.iter().find(|one| one.kind == "officeDocument").map(|one| one.target.clone());
        let main = main.ok_or(IntakeError::TemplateNotAPresentation)?;
        let part = format!("/{main}");
        let kind =
            types.elements().find(|one| one.get("PartName").is_some_and(|name| name.eq_ignore_ascii_case(&part)));
        let kind = kind.and_then(|one| one.get("ContentType")).unwrap_or_default();
        let known = ["presentation", "template", "slideshow"].map(|one| format!("{MAIN}.{one}.main+xml"));
        if known.iter().any(|one| one == kind) { Ok(main) } else { Err(IntakeError::TemplateNotAPresentation) }
    }

    fn bytes(&mut self, name: &str) -> Result<Vec<u8>, IntakeError> {
        container::unpack(&mut self.zip, name)?.ok_or(IntakeError::TemplateDamaged)
    }

    fn xml(&mut self, name: &str) -> Result<Element, IntakeError> {
        Ok(tree::parse(&self.bytes(name)?)?)
    }

    /// Inner relationships of a part (`""`: of the package); those that lead outside are not seen at all.
    fn relations(&mut self, part: &str) -> Result<Vec<Relation>, IntakeError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
        let Some(bytes) = container::unpack(&mut self.zip, &name)? else { return Ok(Vec::new()) };
        let root = tree::parse(&bytes)?;
        let inner = root.elements().filter(|one| one.get("TargetMode") != Some("External"));
        let relation = |one: &Element| {
            let kind = one.get("Type")?.rsplit('/').next()?.to_owned();
            Some(Relation { id: one.get("Id")?.to_owned(), kind, target: resolved(folder, one.get("Target")?)? })
        };
        Ok(inner.filter_map(relation).collect())
    }

    fn build(&mut self, master: &str, id: Option<i64>, (width, height): (i64, i64)) -> Result<Template, IntakeError> {
        let mut kept = Kept::default();
        let relations = self.relations(master)?;
        let mut root = self.xml(master)?;
        let theme = relations.iter().find(|one| one.kind == "theme").ok_or(IntakeError::TemplateDamaged)?;
        let east_asian = self.theme(&theme.target, &mut kept)?;
        let order: Vec<String> = root.all("sldLayoutId").iter().filter_map(|one| relation_id(one)).collect();
        let layouts =
            order.iter().filter_map(|id| relations.iter().find(|one| one.id == *id && one.kind == "slideLayout"));
        let layouts: Vec<(String, String)> =
            layouts.take(LAYOUTS).map(|one| (one.id.clone(), one.target.clone())).collect();
        let mut rels = vec![("theme".to_owned(), "../theme/theme1.xml".to_owned())];
        let mut ids = HashMap::new();
        let mut choice: Vec<(u32, String, bool)> = Vec::new();
        for (at, (id, part)) in layouts.iter().enumerate() {
            let name = format!("slideLayout{}.xml", at + 1);
            let (rank, titled) = self.layout(part, &name, &mut kept)?;
            choice.push((rank, format!("ppt/slideLayouts/{name}"), titled));
            rels.push(("slideLayout".into(), format!("../slideLayouts/{name}")));
            ids.insert(id.clone(), format!("rId{}", rels.len()));
        }
        self.pictures(&relations, &mut rels, &mut ids, &mut kept)?;
        tree::clean(&mut root, &ids)?;
        let taken: Vec<i64> = root.all("sldLayoutId").iter().filter_map(|one| number(one, "id")).collect();
        let titled = has_title(&root);
        let name = "ppt/slideMasters/slideMaster1.xml";
        kept.add(name, Some(format!("{MAIN}.slideMaster+xml")), tree::write(&root))?;
        kept.add("ppt/slideMasters/_rels/slideMaster1.xml.rels", None, written(&rels))?;
        let (_, layout, own) = choice.into_iter().min_by_key(|one| one.0).ok_or(IntakeError::TemplateDamaged)?;
        Ok(Template {
            parts: kept.parts,
            content_types: kept.types,
            master: name.into(),
            master_id: master_id(id, &taken),
            layout,
            theme: "ppt/theme/theme1.xml".into(),
            width,
            height,
            titled: titled && own,
            east_asian,
        })
    }

    /// Keeps the theme and returns its East Asian face.
    fn theme(&mut self, part: &str, kept: &mut Kept) -> Result<Option<String>, IntakeError> {
        let mut root = self.xml(part)?;
        let relations = self.relations(part)?;
        let (mut rels, mut ids) = (Vec::new(), HashMap::new());
        self.pictures(&relations, &mut rels, &mut ids, kept)?;
        tree::clean(&mut root, &ids)?;
        let minor = root.all("minorFont").first().map(|one| (*one).clone()).unwrap_or_default();
        let east = minor.elements().find(|one| one.local() == "ea").and_then(|one| one.get("typeface"));
        let script = minor.elements().find(|one| one.get("script") == Some("Hans")).and_then(|one| one.get("typeface"));
        let face = east.filter(|one| !one.is_empty()).or(script).map(str::to_owned);
        kept.add("ppt/theme/theme1.xml", Some(THEME.into()), tree::write(&root))?;
        if !rels.is_empty() {
            kept.add("ppt/theme/_rels/theme1.xml.rels", None, written(&rels))?;
        }
        Ok(face)
    }

    /// Keeps a layout and returns how well it suits (0 best) and whether it has a title.
    fn layout(&mut self, part: &str, name: &str, kept: &mut Kept) -> Result<(u32, bool), IntakeError> {
        let mut root = self.xml(part)?;
        let relations = self.relations(part)?;
        let mut rels = vec![("slideMaster".to_owned(), "../slideMasters/slideMaster1.xml".to_owned())];
        let mut ids = HashMap::new();
        self.pictures(&relations, &mut rels, &mut ids, kept)?;
        tree::clean(&mut root, &ids)?;
        let titled = has_title(&root);
        let rank = match root.get("type") {
            Some("titleOnly") => 0,
            Some("blank") => 1,
            _ => 2 + u32::from(!titled) * 100 + root.all("ph").len().min(90) as u32,
        };
        let whole = format!("ppt/slideLayouts/{name}");
        kept.add(&whole, Some(format!("{MAIN}.slideLayout+xml")), tree::write(&root))?;
        kept.add(&format!("ppt/slideLayouts/_rels/{name}.rels"), None, written(&rels))?;
        Ok((rank, titled))
    }

    /// Keeps the pictures among `relations`.
    fn pictures(
        &mut self,
        relations: &[Relation],
        rels: &mut Vec<(String, String)>,
        ids: &mut HashMap<String, String>,
        kept: &mut Kept,
    ) -> Result<(), IntakeError> {
        for one in relations.iter().filter(|one| one.kind == "image") {
            let end = one.target.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
            let Some((_, kind)) = PICTURES.iter().find(|known| known.0 == end) else { continue };
            if !kept.pictures.contains_key(&one.target) {
                let Some(bytes) = container::unpack(&mut self.zip, &one.target)? else { continue };
                let name = format!("picture{}.{end}", kept.pictures.len() + 1);
                kept.add(&format!("ppt/media/{name}"), Some((*kind).into()), bytes)?;
                kept.pictures.insert(one.target.clone(), name);
            }
            rels.push(("image".into(), format!("../media/{}", kept.pictures[&one.target])));
            ids.insert(one.id.clone(), format!("rId{}", rels.len()));
        }
        Ok(())
    }
}

fn has_title(root: &Element) -> bool {
    root.all("ph").iter().any(|one| matches!(one.get("type"), Some("title" | "ctrTitle")))
}

fn number(element: &Element, attribute: &str) -> Option<i64> {
    element.get(attribute).and_then(|one| one.parse().ok())
}

/// The relationship an element names, whatever the prefix.
fn relation_id(element: &Element) -> Option<String> {
    element.attributes.iter().find(|one| one.0.ends_with(":id") && !one.0.starts_with("xmlns")).map(|one| one.1.clone())
}

/// The old id where no layout has it; ids of masters and layouts share one range.
fn master_id(old: Option<i64>, taken: &[i64]) -> u32 {
    const FIRST: i64 = 2_147_483_648;
    let old = old.filter(|one| (FIRST..=i64::from(u32::MAX)).contains(one) && !taken.contains(one));
    let free = old.or_else(|| (FIRST..).find(|one| !taken.contains(one))).unwrap_or(FIRST);
    u32::try_from(free).unwrap_or(u32::MAX)
}

/// A target against the folder of its part; `None` when it leaves the package.
fn resolved(folder: &str, target: &str) -> Option<String> {
    if let Some(whole) = target.strip_prefix('/') {
        return Some(whole.to_owned());
    }
    let mut path: Vec<&str> = folder.split('/').filter(|one| !one.is_empty()).collect();
    for piece in target.split('/') {
        match piece {
            ".." => drop(path.pop()?),
            "." | "" => {}
            piece => path.push(piece),
        }
    }
    Some(path.join("/"))
}

fn written(rels: &[(String, String)]) -> Vec<u8> {
    let relation = |(at, (kind, target)): (usize, &(String, String))| {
        let attributes = [
            ("Id".to_owned(), format!("rId{}", at + 1)),
            ("Type".to_owned(), format!("{OFFICE}/{kind}")),
            ("Target".to_owned(), target.clone()),
        ];
        tree::Node::Element(Element {
            name: "Relationship".into(),
            attributes: attributes.into(),
            children: Vec::new(),
        })
    };
    tree::write(&Element {
        name: "Relationships".into(),
        attributes: vec![("xmlns".into(), PACKAGE.into())],
        children: rels.iter().enumerate().map(relation).collect(),
    })
}
