//! The pictures of a paper: its drawings, painted for formats that cannot draw them, and which photographs it shows.
//!
//! Owns: finding them and painting all in one go. Deliberately absent: the drawing itself (the PDF's template does it).

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use domain::PhotoId;

use super::{Block, Drawing, Job, Page, Paper, Tongue};
use crate::ExportError;
use crate::world::{encode_page, lay_out};

const MAIN: &str = "#import \"theme.typ\": *\n#import \"drawing.typ\": *\n#let all = json(\"drawings.json\")\n\
    #set text(font: sans, size: sz.body, fill: ink, lang: P)\n#for d in all {\n\
    page(width: d.w * 1mm, height: d.h * 1mm, margin: 0mm, fill: white, for s in d.shapes { shape(s, 1) })\n}\n";

/// Every drawing with a size, in the order of the paper.
pub(super) fn drawings(paper: &Paper) -> Vec<&Drawing> {
    let mut all = Vec::new();
    each(paper, &mut |block| match block {
        Block::Seating(one) => all.push(&one.drawing),
        Block::Drawing { drawing } => all.push(drawing),
        _ => {}
    });
    all
}

impl Paper {
    /// The photographs its boxes could show, each once.
    pub fn photos(&self) -> Vec<PhotoId> {
        let mut all = Vec::new();
        each(self, &mut |block| {
            all.extend(match block {
                Block::Portrait(one) => one.face.photo,
                Block::Profile(one) => one.face.photo,
                Block::Card(one) => one.face.photo,
                _ => None,
            });
        });
        let mut seen = HashSet::new();
        all.retain(|one| seen.insert(*one));
        all
    }
}

/// Every block of a paper in its order, those inside others behind the one they are in.
fn each<'a>(paper: &'a Paper, see: &mut impl FnMut(&'a Block)) {
    paper.sections.iter().for_each(|one| walk(&one.blocks, see));
}

fn walk<'a>(blocks: &'a [Block], see: &mut impl FnMut(&'a Block)) {
    for block in blocks {
        see(block);
        match block {
            Block::Panel { blocks, .. } | Block::Captioned { blocks, .. } => walk(blocks, see),
            Block::Columns { columns } => columns.iter().for_each(|one| walk(&one.blocks, see)),
            Block::Profile(one) => walk(&one.more, see),
            _ => {}
        }
    }
}

/// Whether there is anything to paint.
pub(super) fn has_size(drawing: &Drawing) -> bool {
    drawing.w > 0.0 && drawing.h > 0.0
}

/// All that pictures depend on.
#[derive(PartialEq)]
struct Key {
    drawn: Vec<u8>,
    words: Vec<u8>,
    page: Page,
    tongue: Tongue,
    scale: f32,
}

/// Pictures of one paper.
type Painted = Arc<Vec<Vec<u8>>>;

/// The drawings of this many papers are kept: those of the paper somebody works on, in its languages.
const KEPT: usize = 3;

/// The drawings that have a size as PNG, `scale` pixels per point, in the order of [`drawings`]. What was painted for the
/// last few papers is not painted again: from copy to copy seats seldom change.
///
/// # Errors
/// [`ExportError::Typeset`] for a fault in the template, [`ExportError::Picture`] when one cannot be encoded.
pub(super) fn paint(paper: &Paper, scale: f32) -> Result<Vec<Vec<u8>>, ExportError> {
    static KNOWN: Mutex<Vec<(Key, Painted)>> = Mutex::new(Vec::new());
    let all: Vec<&Drawing> = drawings(paper).into_iter().filter(|one| has_size(one)).collect();
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let encode = |fault: serde_json::Error| ExportError::Encode(fault.to_string());
    let drawn = serde_json::to_vec(&all).map_err(encode)?;
    // Of the paper the template takes its page, its languages and the words of its marks.
    let words = serde_json::to_vec(&paper.marks).map_err(encode)?;
    let key = Key { drawn: drawn.clone(), words, page: paper.page, tongue: paper.tongue, scale };
    let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let found = known().iter().find(|one| one.0 == key).map(|one| Arc::clone(&one.1));
    if let Some(painted) = found {
        return Ok(painted.to_vec());
    }
    let painted = Arc::new(paint_all(paper, drawn, all.len(), scale)?);
    let mut kept = known();
    kept.truncate(KEPT - 1);
    kept.insert(0, (key, Arc::clone(&painted)));
    Ok(painted.to_vec())
}

fn paint_all(paper: &Paper, drawings: Vec<u8>, count: usize, scale: f32) -> Result<Vec<Vec<u8>>, ExportError> {
    let mut files = super::pdf::files(paper, &Job::default(), 0)?;
    files.push(("drawings.json".into(), drawings));
    let (document, _) = lay_out(MAIN, &files)?;
    document.pages().iter().take(count).map(|page| encode_page(page, scale)).collect()
}
