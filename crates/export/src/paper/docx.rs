//! A paper as an editable document: the same sections, blocks and words as the PDF, in styles a person can work with.
//!
//! Owns: page, head and foot, how a section begins, the order of pieces. Deliberately absent: choosing what is said, and what
//! a word processor has no form for: ruled space to the end of the page, a plate's second face turned round, watermarks.

mod blocks;
mod finish;
mod pen;
mod people;
mod table;

use docx_rs::{
    AlignmentType, Docx, Footer, Header, PageMargin, PageNum, Paragraph, Run as DocxRun, RunFonts, Style as DocxStyle,
    StyleType, Tab, TabValueType, Table as Grid,
};

use super::{Furnish, Furniture, Head, Job, Paper, Section, Text, picture};
use crate::ExportError;
use pen::{Look, Pen};

/// The faces named in the file: every office has them, ours cannot be taken along.
const LATIN: &str = "Arial";
const EAST_ASIAN: &str = "Microsoft YaHei";
const EAST_ASIAN_SERIF: &str = "SimSun";
const LATIN_SERIF: &str = "Times New Roman";

/// Pixels of a drawing per point of the page: sharp in print.
const SHARP: f32 = 3.0;

const INK: &str = "1D1B18";
const QUIET: &str = "57524A";
const HAIR: &str = "CBC4B6";
const WASH: &str = "F7F4ED";
const CINNABAR: &str = "B0322A";

/// A paragraph or a table: what a body, a cell and a panel are made of.
enum Piece {
    Line(Box<Paragraph>),
    Grid(Box<Grid>),
}

/// Writes a paper as DOCX. The same paper and job give the same bytes.
///
/// # Errors
/// [`ExportError::Package`] when the file cannot be put together; [`ExportError::Typeset`] when a drawing cannot be painted.
pub fn write_docx(paper: &Paper, job: &Job) -> Result<Vec<u8>, ExportError> {
    let mut pen = Pen::new(paper, picture::paint(paper, SHARP)?);
    let mut body = Vec::new();
    let mut after_cover = true;
    for section in &paper.sections {
        begin(&mut pen, section, after_cover, &mut body);
        blocks::blocks(&mut pen, &section.blocks, &mut body);
        after_cover = section.head == Head::Cover;
        if after_cover {
            body.push(pen.page_break());
        }
    }
    let docx = styled(&mut pen, paper, job);
    let docx = body.into_iter().fold(docx, |docx, piece| match piece {
        Piece::Line(one) => docx.add_paragraph(*one),
        Piece::Grid(one) => docx.add_table(*one),
    });
    finish::pack(docx, paper, &pen.pictures)
}

/// The heading of a section, on a page of its own where the paper wants that.
fn begin(pen: &mut Pen, section: &Section, new_page: bool, body: &mut Vec<Piece>) {
    let breaks = section.starts_page && !new_page;
    if matches!(section.head, Head::Hidden | Head::Cover) {
        if breaks {
            body.push(pen.page_break());
        }
        return;
    }
    let look = Look { size: pen.sizes.h1, serif: true, strong: true, ..Look::default() };
    let mut line = pen.empty().style("Heading1").keep_next(true).page_break_before(breaks);
    if !section.number.is_empty() && section.head != Head::Plain {
        let number = Look { color: CINNABAR, ..look };
        line = line.add_run(pen.words(&format!("{}  ", section.number), number));
    }
    for (at, title) in section.title.lines.iter().enumerate() {
        let gap = if at > 0 { " " } else { "" };
        line = pen.runs(line.add_run(pen.words(gap, look)), &title.runs, look);
        if !title.second.is_empty() {
            let second = Look { size: pen.sizes.h2, color: QUIET, ..look };
            line = pen.runs(line.add_run(pen.words("  ", second)), &title.second, second);
        }
    }
    body.push(Piece::Line(Box::new(pen::rule_under(line, INK, 6))));
    let note = pen.note();
    body.extend(pen.text(&section.aside, note));
}

/// Page, styles, head and foot.
fn styled(pen: &mut Pen, paper: &Paper, job: &Job) -> Docx {
    let (width, height) = paper.page.size();
    let [left, right, top, bottom] = paper.page.margins().map(pen::twips);
    let margin = PageMargin::new().left(left).right(right).top(top).bottom(bottom).header(top / 2).footer(bottom / 2);
    let fonts = RunFonts::new().ascii(LATIN).hi_ansi(LATIN).east_asia(EAST_ASIAN).cs(LATIN);
    let heading = DocxStyle::new("Heading1", StyleType::Paragraph).name("heading 1").size(pen.sizes.h1).outline_lvl(0);
    let sub = DocxStyle::new("Heading2", StyleType::Paragraph).name("heading 2").size(pen.sizes.h2).outline_lvl(1);
    let docx = Docx::new()
        .page_size(pen::twips(width).unsigned_abs(), pen::twips(height).unsigned_abs())
        .page_margin(margin)
        .default_size(pen.sizes.body)
        .default_fonts(fonts)
        .add_style(heading)
        .add_style(sub);
    match paper.furniture.furnish {
        Furnish::Bare => docx,
        _ => docx.header(head(pen, &paper.furniture)).footer(foot(pen, &paper.furniture, job)),
    }
}

/// Company and visit at the left; edition, class and draft at the right.
fn head(pen: &mut Pen, furniture: &Furniture) -> Header {
    let look = pen.micro();
    let open = Look { color: CINNABAR, ..look };
    let left: Vec<&Text> = match furniture.furnish {
        Furnish::Short => vec![&furniture.short],
        Furnish::Booklet => vec![&furniture.company],
        _ => vec![&furniture.company, &furniture.short],
    };
    let mut right: Vec<(&Text, Look)> = Vec::new();
    if furniture.furnish != Furnish::Booklet {
        right.extend([(&furniture.edition, look), (&furniture.class, open)]);
    }
    right.extend(furniture.draft.iter().map(|draft| (draft, open)));
    let left = left.into_iter().map(|one| (one, look)).collect::<Vec<_>>();
    let line = pen.empty().add_tab(Tab::new().val(TabValueType::Right).pos(pen.width as usize));
    let line = joined(pen, line, &left);
    let line = joined(pen, line.add_run(DocxRun::new().add_tab()), &right);
    Header::new().add_paragraph(pen::rule_under(line, HAIR, 4))
}

/// The words of several texts on one line, with dots between them.
fn joined(pen: &mut Pen, line: Paragraph, parts: &[(&Text, Look)]) -> Paragraph {
    let said = parts.iter().filter(|(text, _)| !text.is_empty());
    said.enumerate().fold(line, |line, (at, (text, look))| {
        let line = if at > 0 { line.add_run(pen.words(" · ", pen.micro())) } else { line };
        text.lines.iter().fold(line, |line, one| pen.runs(line, &one.runs, *look))
    })
}

/// Copy, holder and expiry; page; who printed it, version, day of the records.
fn foot(pen: &mut Pen, furniture: &Furniture, job: &Job) -> Footer {
    let look = pen.micro();
    let number = |line: Paragraph| line.add_page_num(PageNum::new());
    if furniture.furnish == Furnish::Booklet {
        return Footer::new().add_paragraph(number(pen.empty().align(AlignmentType::Center)));
    }
    let short = furniture.furnish == Furnish::Short;
    let words = &furniture.words;
    let of = |total: &Option<String>| total.as_ref().map_or_else(String::new, |all| format!("/{all}"));
    let copy = job.copy.as_ref().map(|one| format!("{} {one}{}", words.copy, of(&job.copies)));
    let holder = job.holder.as_ref().map(|one| if short { one.clone() } else { format!("{} {one}", words.holder) });
    let comma = if pen.chinese { "，" } else { ", " };
    let until = job.expires.as_ref().or(furniture.expires.as_ref()).map(|day| match short {
        true => format!("{} {day}", words.expires),
        false => format!("{} {day}{comma}{}", words.expires, words.destroy),
    });
    let join = |parts: [Option<String>; 3]| parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let line = pen.empty().add_tab(Tab::new().val(TabValueType::Right).pos(pen.width as usize));
    let line = line.add_run(pen.words(&join([copy, holder, until]), look)).add_run(DocxRun::new().add_tab());
    let foot = Footer::new().add_paragraph(number(line));
    if short {
        return foot;
    }
    let printed = job.printed_by.as_ref().map(|by| {
        let at = job.printed_at.as_deref().unwrap_or_default();
        format!("{by} {at} {}", words.printed)
    });
    let version = job.version.as_ref().map(|one| format!("{} {one}", words.version));
    let as_of = Some(format!("{} {}", words.as_of, furniture.as_of));
    let second = pen.empty();
    foot.add_paragraph(second.add_run(pen.words(&join([printed, version, as_of]), look)))
}
