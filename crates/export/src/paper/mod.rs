//! One paper model for all editions of a visit; PDF and DOCX are written from it and so carry the same text.
//!
//! Owns: the types between what an edition says and how a format prints it. An edition is a function from its own
//! projection of the records to a [`Paper`] in one language; [`Paper::beside`] makes a bilingual one of two.
//! Deliberately absent: the records (a writer never sees them), words (catalogues), measures of a format.
//!
//! Rules for both writers: text is printed as it stands, never as markup; a [`Run::Name`] is never broken; table rows are
//! never split and heads repeat; [`Rank::Sub`] and section heads stay with what follows; unknown is a boxed mark with the
//! number of its question; nothing is printed that the paper does not hold.
//!
//! An edition writes, for example: `Section::numbered("9", words.say("paper-s9")).needs(130.0).blocks(vec![Block::Table(
//! Table::new(vec![Column::mm("时间", 23.0), Column::share("事项", 1.0)]).rows(rows))])`, cells being
//! `Text::of("会谈").under(Text::styled("一号楼", Style::NOTE))`, `Text::name("游承岳")`, `Text::unknown(Some(4))`.

mod beside;
mod block;
mod docx;
mod drawing;
mod fingerprint;
mod job;
mod pdf;
mod picture;
mod sheet;
mod table;
mod text;
mod titles;

pub use block::{
    Block, Bullet, Card, CardList, Column as BlockColumn, DayItem, DayLine, DayStrip, Face, Frame, Gauge, Plate,
    Portrait, Profile, ProfileSize, QuestionLine, Rank, Seating, Speech,
};
pub use docx::write_docx;
pub use drawing::{Drawing, Ink, Pen, Shape, Spot};
pub use fingerprint::fingerprint;
pub use job::Job;
pub use pdf::{Preview, render_page_png, write_pdf};
pub use sheet::{Edition, Furnish, Furniture, FurnitureWords, Head, MarkWords, Page, Paper, Pictures, Section, Tongue};
pub use table::{Column, Density, Pair, Table, Width};
pub use text::{Line, Mark, Run, Style, Text, Tick, Tone};
