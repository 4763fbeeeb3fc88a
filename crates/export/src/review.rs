//! The weekly review as a paper and as a workbook, both of one sheet in words.
//!
//! Owns: the sheet and how each file lays it out. Deliberately absent: the records and the choice of what is told; a
//! writer here cannot print what the sheet does not hold, so the copy for a joint meeting is safe by its sheet.

mod workbook;

pub use workbook::write_workbook;

use domain::scene::Wording;

use crate::briefing::{clean, furniture_words};
use crate::paper::{
    Block, Column, Density, Furnish, Furniture, Head, MarkWords, Page, Paper, Rank, Section, Style, Table, Text, Tongue,
};

/// How many columns a line has: mark, what, why, who, day.
pub const COLUMNS: usize = 5;

/// One line, worded.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewLine {
    /// New, still open, gone; with the severity.
    pub mark: String,
    pub what: String,
    pub why: String,
    /// Of ours.
    pub who: String,
    pub day: String,
    /// Set in weight: somebody has to act.
    pub strong: bool,
}

/// Lines of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewPart {
    pub title: String,
    pub lines: Vec<ReviewLine>,
}

/// One account.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewAccount {
    pub name: String,
    /// `覆盖 42.9 → 33.3`; empty for the room.
    pub figures: Vec<String>,
    pub parts: Vec<ReviewPart>,
}

/// A review in words.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewSheet {
    pub title: String,
    pub company: String,
    /// The days it is about.
    pub span: String,
    /// Counts in one sentence; empty for the room.
    pub summary: String,
    /// Name and class of the edition, on every page.
    pub edition: String,
    pub class: String,
    /// Heads of the columns.
    pub heads: [String; COLUMNS],
    pub accounts: Vec<ReviewAccount>,
    /// Accounts in which nothing happened, in one line; empty: none.
    pub quiet: String,
    /// Said under the title.
    pub note: String,
    /// ISO day of the records.
    pub as_of: String,
}

impl ReviewLine {
    fn cells(&self) -> [&str; COLUMNS] {
        [&self.mark, &self.what, &self.why, &self.who, &self.day]
    }
}

/// The review in the language of `wording`.
pub fn review_paper(sheet: &ReviewSheet, wording: &dyn Wording) -> Paper {
    let doc = |key: &str| clean(&wording.text(&format!("doc-{key}"), &[]));
    let mut sections = vec![head(sheet)];
    sections.extend(sheet.accounts.iter().enumerate().map(|(at, one)| account(at, one, sheet)));
    if !sheet.quiet.is_empty() {
        let quiet = Section { id: "quiet".into(), ..Section::numbered("", "") }.head(Head::Hidden);
        sections.push(quiet.blocks(vec![Block::Rule, Block::note(clean(&sheet.quiet))]));
    }
    Paper {
        tongue: Tongue::only(wording.lang()),
        page: Page::A4,
        title: Text::of(clean(&sheet.title)),
        furniture: Furniture {
            furnish: Furnish::Full,
            company: Text::of(clean(&sheet.company)),
            short: Text::of(clean(&sheet.span)),
            edition: Text::of(clean(&sheet.edition)),
            class: Text::of(clean(&sheet.class)),
            draft: None,
            as_of: sheet.as_of.clone(),
            expires: None,
            watermark: false,
            words: furniture_words(wording),
        },
        marks: MarkWords {
            unknown: doc("unknown"),
            ask: doc("q"),
            answer: doc("answer"),
            photo: doc("photo-none"),
            contents: doc("toc"),
        },
        sections,
        pictures: crate::paper::Pictures::default(),
    }
}

fn head(sheet: &ReviewSheet) -> Section {
    let mut blocks =
        vec![Block::text(Rank::Display, clean(&sheet.title)), Block::Stroke, Block::body(clean(&sheet.span))];
    if !sheet.summary.is_empty() {
        blocks.extend([Block::text(Rank::Lead, clean(&sheet.summary)), Block::note(clean(&sheet.note))]);
    }
    Section { id: "head".into(), ..Section::numbered("", clean(&sheet.title)) }.head(Head::Hidden).blocks(blocks)
}

fn account(at: usize, one: &ReviewAccount, sheet: &ReviewSheet) -> Section {
    let mut blocks = Vec::new();
    if !one.figures.is_empty() {
        let figures = one.figures.iter().fold(Text::default(), |text, figure| match text.is_empty() {
            true => Text::of(clean(figure)),
            false => text.dot().and(clean(figure), Style::PLAIN),
        });
        blocks.push(Block::body(figures));
    }
    for part in &one.parts {
        blocks.push(Block::sub(clean(&part.title)));
        if !part.lines.is_empty() {
            blocks.push(Block::Table(table(part, sheet)));
        }
    }
    let section = Section { id: format!("a{at}"), ..Section::numbered("", clean(&one.name)) };
    section.head(Head::Plain).needs(60.0).blocks(blocks)
}

/// A table of the columns that hold anything in this part.
fn table(part: &ReviewPart, sheet: &ReviewSheet) -> Table {
    let shown: Vec<usize> =
        (0..COLUMNS).filter(|at| *at == 1 || part.lines.iter().any(|one| !one.cells()[*at].is_empty())).collect();
    let width = |at: usize| match at {
        0 => Column::mm(clean(&sheet.heads[0]), 20.0),
        1 => Column::share(clean(&sheet.heads[1]), 1.0),
        2 => Column::share(clean(&sheet.heads[2]), 1.2),
        3 => Column::mm(clean(&sheet.heads[3]), 28.0),
        _ => Column::mm(clean(&sheet.heads[4]), 20.0),
    };
    let row = |line: &ReviewLine| {
        let style = |at: usize| if at == 1 && line.strong { Style::STRONG } else { Style::PLAIN };
        shown.iter().map(|at| Text::styled(clean(line.cells()[*at]), style(*at))).collect()
    };
    Table::new(shown.iter().map(|at| width(*at)).collect())
        .density(Density::Tight)
        .rows(part.lines.iter().map(row).collect())
}
