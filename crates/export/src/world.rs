//! Typst as a library: embedded fonts, files from memory, nothing else.
//!
//! Owns: the fonts (parsed once) and the compile call. Deliberately absent: system fonts, file access, packages, a
//! clock. A document that needs a date receives it in its values, so the same input gives the same bytes.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::ExportError;

/// The shipped faces (OFL, see `assets/fonts/README.md`).
const FACES: [&[u8]; 3] = [
    include_bytes!("../../../assets/fonts/NotoSansCJKsc-Regular-subset.otf"),
    include_bytes!("../../../assets/fonts/NotoSansCJKsc-Bold-subset.otf"),
    include_bytes!("../../../assets/fonts/NotoSerifCJKsc-Bold-subset.otf"),
];
/// Memoised layout of documents not seen in this many compilations is dropped.
const MEMO_AGE: usize = 4;
/// Templates kept parsed: twice those we ship.
const MOST_PARSED: usize = 24;
const MAIN: &str = "main.typ";

/// What every compilation shares.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

fn shared() -> &'static Shared {
    static SHARED: OnceLock<Shared> = OnceLock::new();
    SHARED.get_or_init(|| {
        let fonts: Vec<Font> = FACES.iter().flat_map(|face| Font::iter(Bytes::new(*face))).collect();
        Shared {
            library: LazyHash::new(<Library as LibraryExt>::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
        }
    })
}

/// A template as the typesetter reads it. The same few are asked for many times in every compilation, and parsed once.
fn parsed(id: FileId, text: &str) -> Source {
    static PARSED: Mutex<Vec<Source>> = Mutex::new(Vec::new());
    let mut known = PARSED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(at) = known.iter().position(|one| one.id() == id && one.text() == text) {
        return known[at].clone();
    }
    if known.len() >= MOST_PARSED {
        known.remove(0);
    }
    let source = Source::new(id, text.to_owned());
    known.push(source.clone());
    source
}

/// The world of one compilation.
struct Desk {
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    fn new<N: AsRef<str>>(main_source: &str, files: &[(N, Vec<u8>)]) -> Result<Self, ExportError> {
        let main = file_id(MAIN)?;
        let mut held = HashMap::from([(main, Bytes::from_string(main_source.to_owned()))]);
        for (name, bytes) in files {
            held.insert(file_id(name.as_ref())?, Bytes::new(bytes.clone()));
        }
        Ok(Self { main, files: held })
    }

    /// `file:line message` of a diagnostic.
    fn locate(&self, diagnostic: &SourceDiagnostic) -> String {
        let Some(id) = diagnostic.span.id() else { return diagnostic.message.to_string() };
        let line = self
            .source(id)
            .ok()
            .zip(self.range(diagnostic.span))
            .and_then(|(source, range)| source.lines().byte_to_line(range.start));
        let line = line.map_or(0, |line| line + 1);
        format!("{}:{line} {}", id.get().vpath().get_without_slash(), diagnostic.message)
    }

    fn locate_all<'a>(&self, all: impl IntoIterator<Item = &'a SourceDiagnostic>) -> Vec<String> {
        all.into_iter().map(|one| self.locate(one)).collect()
    }
}

fn file_id(name: &str) -> Result<FileId, ExportError> {
    let path = VirtualPath::new(name).map_err(|_| ExportError::FileName(name.to_owned()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &shared().library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &shared().book
    }
    fn main(&self) -> FileId {
        self.main
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        let bytes = self.file(id)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| FileError::InvalidUtf8)?;
        Ok(parsed(id, text))
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| FileError::NotFound(id.get().vpath().get_without_slash().into()))
    }
    fn font(&self, index: usize) -> Option<Font> {
        shared().fonts.get(index).cloned()
    }
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A typeset document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typeset {
    pub pdf: Vec<u8>,
    /// Pages in the document.
    pub pages: usize,
    /// `file:line message`; empty for every template we ship (tests insist on it).
    pub warnings: Vec<String>,
}

/// Typesets `main_source`. `files` are what the source may `#import`, `json()` or `image()`, by relative path.
/// A document date must be set by the source; there is no clock.
///
/// # Errors
/// [`ExportError::Typeset`] with the first diagnostics, [`ExportError::FileName`] for a name that is no plain path.
pub fn typeset(main_source: &str, files: &[(&str, Vec<u8>)]) -> Result<Typeset, ExportError> {
    let (document, warnings) = lay_out(main_source, files)?;
    let pdf = write_document(&document)?;
    Ok(Typeset { pdf, pages: document.pages().len(), warnings })
}

/// The pages, and what the typesetter warns of.
pub(crate) fn lay_out<N: AsRef<str>>(
    main_source: &str,
    files: &[(N, Vec<u8>)],
) -> Result<(PagedDocument, Vec<String>), ExportError> {
    let desk = Desk::new(main_source, files)?;
    let compiled = typst::compile::<PagedDocument>(&desk);
    typst::comemo::evict(MEMO_AGE);
    let warnings = desk.locate_all(&compiled.warnings);
    let fault = |all: &[SourceDiagnostic]| ExportError::Typeset(desk.locate_all(all.iter().take(3)).join("; "));
    compiled.output.map(|document| (document, warnings)).map_err(|all| fault(&all))
}

/// A document as PDF.
///
/// # Errors
/// [`ExportError::Typeset`] when it cannot be written.
pub(crate) fn write_document(document: &PagedDocument) -> Result<Vec<u8>, ExportError> {
    let options = PdfOptions { creator: Smart::Custom(Some("Dianke".into())), ..PdfOptions::default() };
    typst_pdf::pdf(document, &options).map_err(|all| {
        let texts: Vec<_> = all.iter().take(3).map(|one| one.message.to_string()).collect();
        ExportError::Typeset(texts.join("; "))
    })
}

/// A page as PNG at `scale` pixels per point.
///
/// # Errors
/// [`ExportError::Picture`] when the picture cannot be encoded.
pub(crate) fn encode_page(page: &typst_layout::Page, scale: f32) -> Result<Vec<u8>, ExportError> {
    let options = typst_render::RenderOptions { pixel_per_pt: f64::from(scale).into(), ..Default::default() };
    let picture = typst_render::render(page, &options);
    picture.encode_png().map_err(|fault| ExportError::Picture(fault.to_string()))
}

/// The first page as PNG, at `pixels` per point.
///
/// # Errors
/// As [`typeset`]; [`ExportError::Picture`] when the picture cannot be encoded.
pub(crate) fn compile_png(main_source: &str, files: &[(&str, Vec<u8>)], pixels: f32) -> Result<Vec<u8>, ExportError> {
    let (document, _) = lay_out(main_source, files)?;
    let page = document.pages().first().ok_or_else(|| ExportError::Typeset("no page".into()))?;
    encode_page(page, pixels)
}

/// [`typeset`], keeping only the PDF.
///
/// # Errors
/// As [`typeset`].
pub fn compile_pdf(main_source: &str, files: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, ExportError> {
    typeset(main_source, files).map(|done| done.pdf)
}
