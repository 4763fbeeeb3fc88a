//! Paragraphs and runs: how a text of the paper looks in a document. Deliberately absent: blocks.

use docx_rs::{
    AlignmentType, BorderType, BreakType, LineSpacing, Paragraph, ParagraphBorder, ParagraphBorderPosition,
    ParagraphBorders, Run as DocxRun, RunFonts, TextBorder,
};

use super::{CINNABAR, EAST_ASIAN, EAST_ASIAN_SERIF, HAIR, INK, LATIN, LATIN_SERIF, Piece, QUIET};
use crate::paper::{MarkWords, Page, Paper, Run, Style, Text, Tone};
use domain::Lang;

/// Millimetres as twentieths of a point.
pub(super) fn twips(millimetres: f32) -> i32 {
    (millimetres * 56.692_9).round() as i32
}

/// Sizes in half points, by the page that is read.
#[derive(Clone, Copy)]
pub(super) struct Sizes {
    pub display: usize,
    pub h1: usize,
    pub h2: usize,
    pub lead: usize,
    pub body: usize,
    pub table: usize,
    pub note: usize,
    pub micro: usize,
}

impl Sizes {
    fn of(page: Page) -> Self {
        match page {
            Page::A4 | Page::Plate => {
                Self { display: 56, h1: 32, h2: 23, lead: 23, body: 20, table: 18, note: 16, micro: 14 }
            }
            Page::A6 => Self { display: 30, h1: 30, h2: 21, lead: 21, body: 21, table: 18, note: 16, micro: 14 },
            Page::A5Booklet => Self { display: 64, h1: 34, h2: 22, lead: 23, body: 19, table: 18, note: 17, micro: 14 },
            Page::Screen | Page::Board => {
                Self { display: 88, h1: 54, h2: 38, lead: 40, body: 34, table: 30, note: 26, micro: 20 }
            }
        }
    }
}

/// How a run looks before its own style has its say.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub size: usize,
    pub serif: bool,
    pub strong: bool,
    pub color: &'static str,
    pub align: AlignmentType,
    /// Space after the paragraph, in twentieths of a point.
    pub after: u32,
}

impl Default for Look {
    fn default() -> Self {
        Self { size: 20, serif: false, strong: false, color: INK, align: AlignmentType::Left, after: 40 }
    }
}

/// What a paper is written with.
pub(super) struct Pen<'a> {
    pub sizes: Sizes,
    pub chinese: bool,
    pub marks: &'a MarkWords,
    pub paper: &'a Paper,
    /// Text width in twentieths of a point.
    pub width: u32,
    /// What each picture shows, in the order of the document.
    pub pictures: Vec<String>,
    /// Pictures not yet placed, in the same order.
    pub painted: std::vec::IntoIter<Vec<u8>>,
    paragraphs: u32,
}

impl<'a> Pen<'a> {
    pub(super) fn new(paper: &'a Paper, painted: Vec<Vec<u8>>) -> Self {
        let [left, right, ..] = paper.page.margins();
        Self {
            sizes: Sizes::of(paper.page),
            chinese: paper.tongue.first == Lang::ZhCn,
            marks: &paper.marks,
            paper,
            width: twips(paper.page.size().0 - left - right).unsigned_abs(),
            pictures: Vec::new(),
            painted: painted.into_iter(),
            paragraphs: 0,
        }
    }

    /// An empty paragraph, numbered by its place so that the same paper gives the same bytes.
    pub(super) fn empty(&mut self) -> Paragraph {
        self.paragraphs += 1;
        Paragraph::new().id(format!("{:08X}", self.paragraphs))
    }

    /// Name of the picture described last.
    pub(super) fn picture_id(&self) -> String {
        format!("rIdDrawing{}", self.pictures.len())
    }

    pub(super) fn look(&self, size: usize) -> Look {
        Look { size, ..Look::default() }
    }
    pub(super) fn note(&self) -> Look {
        Look { color: QUIET, ..self.look(self.sizes.note) }
    }
    pub(super) fn micro(&self) -> Look {
        Look { color: QUIET, ..self.look(self.sizes.micro) }
    }

    /// One run of plain words.
    pub(super) fn words(&self, text: &str, look: Look) -> DocxRun {
        let (latin, east) = if look.serif { (LATIN_SERIF, EAST_ASIAN_SERIF) } else { (LATIN, EAST_ASIAN) };
        let fonts = RunFonts::new().ascii(latin).hi_ansi(latin).east_asia(east).cs(latin);
        let run = DocxRun::new().fonts(fonts).size(look.size).color(look.color);
        let run = if look.strong { run.bold() } else { run };
        // Characters no XML may hold would make the file unreadable.
        let plain: String = text.chars().filter(|one| !one.is_control() || *one == '\t').collect();
        run.add_text(plain)
    }

    /// Adds runs to a paragraph.
    pub(super) fn runs(&self, line: Paragraph, runs: &[Run], look: Look) -> Paragraph {
        runs.iter().fold(line, |line, run| line.add_run(self.run(run, look)))
    }

    fn run(&self, run: &Run, look: Look) -> DocxRun {
        let open = Look { color: CINNABAR, ..look };
        let asked = |number: u32| format!("{} {number}", self.marks.ask);
        match run {
            Run::Words { text, style } | Run::Name { text, style } => self.words(text, styled(look, *style)),
            Run::Unknown { ask } => {
                let number = ask.map_or_else(String::new, |one| format!(" {}", asked(one)));
                let border = TextBorder::new().color(CINNABAR).size(4);
                self.words(&format!("{}{number}", self.marks.unknown), open).text_border(border)
            }
            Run::Ask { ask } => self.words(&format!(" → {}", asked(*ask)), Look { size: self.sizes.note, ..open }),
            Run::Mark(mark) => self.words(&mark.glyphs(), look),
            Run::Dot => self.words(" · ", look),
        }
    }

    /// A paragraph per line, the second language under the first.
    pub(super) fn lines(&mut self, text: &Text, look: Look) -> Vec<Paragraph> {
        let mut out = Vec::new();
        for line in &text.lines {
            let both = !line.second.is_empty();
            let first = self.spaced(Look { after: if both { 0 } else { look.after }, ..look });
            out.push(self.runs(first, &line.runs, look));
            if both {
                let second = Look { size: (look.size * 43 / 50).max(14), color: QUIET, strong: false, ..look };
                let under = self.spaced(second);
                out.push(self.runs(under, &line.second, second));
            }
        }
        out
    }

    pub(super) fn text(&mut self, text: &Text, look: Look) -> Vec<Piece> {
        self.lines(text, look).into_iter().map(|one| Piece::Line(Box::new(one))).collect()
    }

    /// An empty paragraph with the look's alignment and space.
    pub(super) fn spaced(&mut self, look: Look) -> Paragraph {
        self.empty().align(look.align).line_spacing(LineSpacing::new().after(look.after))
    }

    pub(super) fn page_break(&mut self) -> Piece {
        Piece::Line(Box::new(self.empty().add_run(DocxRun::new().add_break(BreakType::Page))))
    }

    /// A line to write on.
    pub(super) fn writing_line(&mut self) -> Piece {
        let line = self.empty().line_spacing(LineSpacing::new().before(160).after(0));
        Piece::Line(Box::new(rule_under(line, HAIR, 4)))
    }
}

/// The run's own style over the look of its place.
fn styled(look: Look, style: Style) -> Look {
    let color = match style.tone {
        Tone::Ink => look.color,
        Tone::Quiet => QUIET,
        Tone::Open => CINNABAR,
    };
    let size = if style.small { look.size * 22 / 25 } else { look.size };
    Look { color, size, serif: look.serif || style.serif, strong: look.strong || style.strong || style.serif, ..look }
}

/// A rule under a paragraph, `size` in eighths of a point.
pub(super) fn rule_under(mut line: Paragraph, color: &str, size: usize) -> Paragraph {
    let border =
        ParagraphBorder::new(ParagraphBorderPosition::Bottom).val(BorderType::Single).size(size).space(1).color(color);
    line.property = line.property.set_borders(ParagraphBorders::with_empty().set(border));
    line
}
