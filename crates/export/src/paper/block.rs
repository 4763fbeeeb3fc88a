//! The blocks a paper is made of.
//!
//! Owns: the closed list of blocks and their values. Deliberately absent: fonts, paddings, page numbers (writers), and
//! choosing what a block says (editions).

use super::{Drawing, Pair, Table, Text};
use domain::PhotoId;
use serde::Serialize;

/// Rank of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// The name of the paper on its cover.
    Display,
    /// A heading inside a section; stays with what follows.
    Sub,
    /// What an executive reads first.
    Lead,
    Body,
    /// A remark under a table.
    Note,
}

/// The mark before each item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bullet {
    Dash,
    /// 1 2 3 in cinnabar serif.
    Number,
    /// × in cinnabar: do not.
    Cross,
}

/// How a panel is set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Frame {
    /// Light ground.
    Wash,
    /// Cinnabar bar at the left: do not, still missing.
    Bar,
    /// Box around: the text of a sign.
    Box,
    /// Hairlines above and below.
    Rules,
    /// A cinnabar rule above: a risk.
    Top,
}

/// One of several columns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Share of the width.
    pub share: f32,
    pub blocks: Vec<Block>,
}

/// What stands in a photo box: the photograph, else surname or initials. Both boxes are of one size.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Face {
    pub initials: String,
    /// A photograph with permission to be printed here; shown when the paper holds its picture.
    pub photo: Option<PhotoId>,
}

/// A person with photo box on the cover.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Portrait {
    pub face: Face,
    pub name: Text,
    pub post: Text,
    pub note: Text,
}

/// A number from 0 to 100 on a bar, with the expected one as a stroke.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gauge {
    pub value: u32,
    pub expected: Option<u32>,
    /// Beside the number.
    pub beside: Text,
    /// Under the bar.
    pub under: Text,
}

/// One line of section 29, or of "still missing" on a post's page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionLine {
    pub number: u32,
    pub question: Text,
    /// What it blocks, who asks, how, by when.
    pub about: Text,
}

/// How much of a page a profile takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProfileSize {
    /// The principal: a page.
    Full,
    /// A third.
    Third,
    /// A quarter.
    Quarter,
    /// A fifth: little is known.
    Compact,
}

/// A guest's profile: photo box, name, facts, space for notes, place in the chain.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Profile {
    pub size: ProfileSize,
    /// Protocol order.
    pub number: u32,
    pub face: Face,
    pub name: Text,
    /// The name in the other script, or its reading.
    pub second: Text,
    pub posts: Text,
    /// Under the photo box: forms of address.
    pub address: Text,
    pub facts: Option<Table>,
    /// Earlier meetings, points in common.
    pub more: Vec<Block>,
    /// Label of the ruled space.
    pub jot: Text,
    /// Place in the chain, weight, attitude, owners; empty for one who is not in the chain.
    pub strip: Vec<Pair>,
    /// Printed in place of the strip when it is empty.
    pub no_strip: Text,
}

/// A list of a host's card: label, lines, mark.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CardList {
    pub label: Text,
    pub items: Vec<Text>,
    pub bullet: Bullet,
}

/// A guest on the host's card: one A6 page each.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Card {
    pub number: u32,
    pub face: Face,
    pub name: Text,
    /// Name in the other script.
    pub second: Text,
    /// How to say it; with its label.
    pub reading: Text,
    pub post: Text,
    /// Label and form of address.
    pub address: Pair,
    /// What is easily got wrong about the name.
    pub note: Text,
    /// In common, to talk about, do not.
    pub lists: Vec<CardList>,
}

/// A stretch of the day strip, in minutes since midnight.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DayItem {
    pub from: u32,
    pub to: u32,
    pub label: Text,
    pub strong: bool,
}

/// A day as a strip. `from` and `to` are full hours in minutes since midnight.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DayStrip {
    pub from: u32,
    pub to: u32,
    pub items: Vec<DayItem>,
}

/// A seating plan: heading, the rule it follows, the drawing, and each row in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Seating {
    pub title: Text,
    pub rule: Text,
    pub drawing: Drawing,
    pub rows: Vec<Text>,
}

/// A speech: it is read aloud, so it is set large.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Speech {
    pub speaker: Text,
    pub place: Text,
    /// A line is a paragraph.
    pub words: Text,
}

/// A line of a timetable for reading standing or for guests.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DayLine {
    pub time: Text,
    pub what: Text,
    pub place: Text,
    /// One the reader must be at.
    pub own: bool,
}

/// A name plate: printed twice on one sheet, head to head, to be folded. `foot` is for whoever sets the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plate {
    pub name: Text,
    pub post: Text,
    pub foot: Text,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Block {
    Text {
        rank: Rank,
        text: Text,
    },
    Pairs {
        rows: Vec<Pair>,
    },
    Table(Table),
    List {
        bullet: Bullet,
        items: Vec<Text>,
    },
    /// Blocks set apart; never broken over two pages.
    Panel {
        frame: Frame,
        blocks: Vec<Block>,
    },
    /// Blocks under a small label.
    Captioned {
        label: Text,
        blocks: Vec<Block>,
    },
    /// Side by side.
    Columns {
        columns: Vec<Column>,
    },
    Portrait(Portrait),
    Gauge(Gauge),
    /// Section 29: each with a line for the answer; the last three stay together.
    Questions {
        rows: Vec<QuestionLine>,
    },
    /// Questions of one post, without room for an answer.
    Missing {
        label: Text,
        rows: Vec<QuestionLine>,
    },
    Profile(Box<Profile>),
    Card(Box<Card>),
    /// Other guests of the card: number, name with reading and post, form of address.
    Roster {
        rows: Vec<[Text; 4]>,
    },
    DayStrip(DayStrip),
    /// A day as lines: time, item, place.
    Day {
        label: Text,
        lines: Vec<DayLine>,
    },
    Seating(Seating),
    Drawing {
        drawing: Drawing,
    },
    Speech(Speech),
    /// Lines for handwriting: as many as `lines`, or what is left of the page.
    Ruled {
        label: Text,
        lines: Option<u32>,
    },
    /// The contents: sections with page numbers, made by the writer.
    Contents,
    /// The seal of the edition, two or four characters; decoration, the edition is always also in words.
    Seal {
        signs: String,
    },
    Plate(Plate),
    /// Words in the middle of a welcome board: the greeting, who is greeted, under it day and company.
    Board {
        greeting: Text,
        whom: Text,
        under: Text,
    },
    /// A signature: right-aligned name and post.
    Signed {
        name: Text,
        post: Text,
    },
    /// A short cinnabar stroke under a title.
    Stroke,
    /// A hairline over the whole width.
    Rule,
    /// Free space: several on a page share what is left by weight.
    Space {
        weight: f32,
    },
    /// What follows starts a page.
    NewPage,
}

impl Block {
    pub fn text(rank: Rank, text: impl Into<Text>) -> Self {
        Self::Text { rank, text: text.into() }
    }
    pub fn sub(text: impl Into<Text>) -> Self {
        Self::text(Rank::Sub, text)
    }
    pub fn body(text: impl Into<Text>) -> Self {
        Self::text(Rank::Body, text)
    }
    pub fn note(text: impl Into<Text>) -> Self {
        Self::text(Rank::Note, text)
    }
    pub fn captioned(label: impl Into<Text>, blocks: Vec<Self>) -> Self {
        Self::Captioned { label: label.into(), blocks }
    }
    /// Columns of these shares.
    pub fn columns(columns: Vec<(f32, Vec<Self>)>) -> Self {
        Self::Columns { columns: columns.into_iter().map(|(share, blocks)| Column { share, blocks }).collect() }
    }
}
