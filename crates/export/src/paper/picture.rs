//! The pictures of a paper: its drawings, painted for formats that cannot draw them, and which photographs it shows.
//!
//! Owns: finding them and painting all in one go. Deliberately absent: the drawing itself (the PDF's template does it).

use std::collections::HashSet;

use domain::PhotoId;

use super::{Block, Drawing, Job, Paper};
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

/// The drawings that have a size as PNG, `scale` pixels per point, in the order of [`drawings`].
///
/// # Errors
/// [`ExportError::Typeset`] for a fault in the template, [`ExportError::Picture`] when one cannot be encoded.
pub(super) fn paint(paper: &Paper, scale: f32) -> Result<Vec<Vec<u8>>, ExportError> {
    let all: Vec<&Drawing> = drawings(paper).into_iter().filter(|one| has_size(one)).collect();
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let mut files = super::pdf::files(paper, &Job::default(), 0)?;
    let encoded = serde_json::to_vec(&all).map_err(|fault| ExportError::Encode(fault.to_string()))?;
    files.push(("drawings.json".into(), encoded));
    let (document, _) = lay_out(MAIN, &files)?;
    document.pages().iter().take(all.len()).map(|page| encode_page(page, scale)).collect()
}
