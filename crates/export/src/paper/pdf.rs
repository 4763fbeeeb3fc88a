//! A paper as PDF and as pictures of its pages.
//!
//! Owns: the templates, padding and imposing of booklets, the open preview. Deliberately absent: anything a paper says;
//! values reach the typesetter as JSON, never as markup.

use std::borrow::Cow;

use typst_layout::{Page as Sheet, PagedDocument};

use super::{Job, Page, Paper};
use crate::ExportError;
use crate::world::{Typeset, encode_page, lay_out, write_document};

const MAIN: &str = include_str!("../../templates/paper/main.typ");
const TEMPLATES: [(&str, &str); 5] = [
    ("theme.typ", include_str!("../../templates/paper/theme.typ")),
    ("furniture.typ", include_str!("../../templates/paper/furniture.typ")),
    ("drawing.typ", include_str!("../../templates/paper/drawing.typ")),
    ("blocks.typ", include_str!("../../templates/paper/blocks.typ")),
    ("people.typ", include_str!("../../templates/paper/people.typ")),
];
/// Pages on one sheet of a folded booklet.
const FOLD: usize = 4;

/// Writes a paper as PDF. Same paper and job: same bytes. A booklet comes imposed on A4 landscape, two pages on each
/// side, to be printed on both sides over the short edge, folded and stapled once.
///
/// # Errors
/// [`ExportError::Typeset`] for a fault in the template; nothing a paper can say makes one.
pub fn write_pdf(paper: &Paper, job: &Job) -> Result<Typeset, ExportError> {
    let preview = Preview::new(paper, job)?;
    let booklet = paper.page == Page::A5Booklet;
    let document = if booklet { impose(&preview.document) } else { preview.document };
    let pdf = write_document(&document)?;
    Ok(Typeset { pdf, pages: document.pages().len(), warnings: preview.warnings })
}

/// One page of a paper as PNG, counted from 0, at `scale` pixels per point. To look at several, keep a [`Preview`].
///
/// # Errors
/// As [`write_pdf`]; [`ExportError::NoPage`] when there is no such page.
pub fn render_page_png(paper: &Paper, job: &Job, page: usize, scale: f32) -> Result<Vec<u8>, ExportError> {
    Preview::new(paper, job)?.page_png(page, scale)
}

/// A typeset paper kept open, so that its pages can be looked at one by one. After an edit make a new one: what did not
/// change is not laid out again.
#[derive(Debug)]
pub struct Preview {
    document: PagedDocument,
    warnings: Vec<String>,
    titles: Vec<String>,
}

impl Preview {
    /// Typesets the paper. Booklets are shown page by page as they are read.
    ///
    /// # Errors
    /// [`ExportError::Typeset`] for a fault in the template.
    pub fn new(paper: &Paper, job: &Job) -> Result<Self, ExportError> {
        let (document, warnings) = lay_out(MAIN, &files(paper, job, 0)?)?;
        let missing = document.pages().len().next_multiple_of(FOLD) - document.pages().len();
        if paper.page != Page::A5Booklet || missing == 0 {
            return Ok(Self::of(document, warnings, paper));
        }
        let (document, warnings) = lay_out(MAIN, &files(paper, job, missing)?)?;
        Ok(Self::of(document, warnings, paper))
    }
    fn of(document: PagedDocument, warnings: Vec<String>, paper: &Paper) -> Self {
        let titles = super::titles::titles(&document, paper);
        Self { document, warnings, titles }
    }
    /// Number of pages.
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }
    /// What the part of the paper on a page is called; empty for pages without one.
    pub fn page_title(&self, page: usize) -> &str {
        self.titles.get(page).map_or("", String::as_str)
    }
    /// Width and height of a page in points.
    pub fn page_size(&self, page: usize) -> Option<(f64, f64)> {
        let size = self.document.pages().get(page)?.frame.size();
        Some((size.x.to_pt(), size.y.to_pt()))
    }
    /// `file:line message` of the typesetter; empty for every template we ship.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }
    /// A page as PNG, counted from 0, at `scale` pixels per point.
    ///
    /// # Errors
    /// [`ExportError::NoPage`], [`ExportError::Scale`] for a scale that is no number in 0 … 8, [`ExportError::Picture`].
    pub fn page_png(&self, page: usize, scale: f32) -> Result<Vec<u8>, ExportError> {
        if !scale.is_finite() || scale <= 0.0 || scale > 8.0 {
            return Err(ExportError::Scale);
        }
        let sheet = self.document.pages().get(page).ok_or(ExportError::NoPage)?;
        encode_page(sheet, scale)
    }
}

/// What a template may read: name and bytes.
type File = (Cow<'static, str>, Vec<u8>);

pub(super) fn files(paper: &Paper, job: &Job, pad: usize) -> Result<Vec<File>, ExportError> {
    let encode = |fault: serde_json::Error| ExportError::Encode(fault.to_string());
    let mut files: Vec<_> = TEMPLATES.iter().map(|(name, text)| (Cow::from(*name), text.as_bytes().to_vec())).collect();
    files.push(("paper.json".into(), serde_json::to_vec(paper).map_err(encode)?));
    let mut job = serde_json::to_value(job).map_err(encode)?;
    job["pad"] = pad.into();
    files.push(("job.json".into(), serde_json::to_vec(&job).map_err(encode)?));
    let pictures = paper.pictures.0.iter().map(|(photo, jpeg)| (format!("photo-{photo}.jpg").into(), jpeg.0.clone()));
    files.extend(pictures);
    Ok(files)
}

/// Page numbers (from 0) of the left and right half of each side, in printing order.
fn halves(pages: usize) -> Vec<(usize, usize)> {
    let sheets = 0..pages / FOLD;
    let sides = sheets.flat_map(|at| [(pages - 1 - 2 * at, 2 * at), (2 * at + 1, pages - 2 - 2 * at)]);
    sides.collect()
}

/// The pages two by two on A4 landscape, in the order of a folded booklet.
fn impose(document: &PagedDocument) -> PagedDocument {
    use typst::layout::{Abs, Frame, Point, Size};
    let sheet = Size::new(Abs::mm(297.0), Abs::mm(210.0));
    let pages = document.pages();
    let side = |(left, right): (usize, usize)| {
        let mut frame = Frame::hard(sheet);
        for (at, page) in [(0.0, left), (148.5, right)] {
            frame.push_frame(Point::with_x(Abs::mm(at)), pages[page].frame.clone());
        }
        Sheet { frame, ..pages[left].clone() }
    };
    let sides = halves(pages.len()).into_iter().map(side).collect();
    let mut document = document.clone();
    PagedDocument::new(sides, document.info_mut().clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folded_booklet_reads_in_order() {
        assert_eq!(halves(4), [(3, 0), (1, 2)]);
        assert_eq!(halves(8), [(7, 0), (1, 6), (5, 2), (3, 4)]);
    }
}
