//! The drawings of a paper as pictures, for formats that cannot draw them.
//!
//! Owns: finding them and painting all in one go. Deliberately absent: the drawing itself (the PDF's template does it).

use super::{Block, Drawing, Job, Paper};
use crate::ExportError;
use crate::world::{encode_page, lay_out};

const MAIN: &str = "#import \"theme.typ\": *\n#import \"drawing.typ\": *\n#let all = json(\"drawings.json\")\n\
    #set text(font: sans, size: sz.body, fill: ink, lang: P)\n#for d in all {\n\
    page(width: d.w * 1mm, height: d.h * 1mm, margin: 0mm, fill: white, for s in d.shapes { shape(s, 1) })\n}\n";

/// Every drawing with a size, in the order of the paper.
pub(super) fn drawings(paper: &Paper) -> Vec<&Drawing> {
    let mut all = Vec::new();
    for section in &paper.sections {
        gather(&section.blocks, &mut all);
    }
    all
}

fn gather<'a>(blocks: &'a [Block], all: &mut Vec<&'a Drawing>) {
    for block in blocks {
        match block {
            Block::Seating(one) => all.push(&one.drawing),
            Block::Drawing { drawing } => all.push(drawing),
            Block::Panel { blocks, .. } | Block::Captioned { blocks, .. } => gather(blocks, all),
            Block::Columns { columns } => columns.iter().for_each(|one| gather(&one.blocks, all)),
            Block::Profile(one) => gather(&one.more, all),
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
    files.push(("drawings.json", encoded));
    let (document, _) = lay_out(MAIN, &files)?;
    document.pages().iter().take(all.len()).map(|page| encode_page(page, scale)).collect()
}
