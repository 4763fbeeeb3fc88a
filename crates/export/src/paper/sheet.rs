//! The paper as a whole: edition, languages, page, what stands on every page, sections.

use std::sync::Arc;

use super::{Block, Face, Text};
pub use domain::PaperName as Edition;
use domain::{Jpeg, Lang, PhotoId};
use serde::Serialize;

/// The language of a paper; bilingual papers carry the second under the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tongue {
    pub first: Lang,
    pub second: Option<Lang>,
}

impl Tongue {
    pub fn only(first: Lang) -> Self {
        Self { first, second: None }
    }
    /// Chinese over English.
    pub fn both(first: Lang) -> Self {
        Self { first, second: Some(if first == Lang::En { Lang::ZhCn } else { Lang::En }) }
    }
}

/// Page and margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Page {
    A4,
    /// Portrait, read in the hand.
    A6,
    /// A5 pages, printed two on an A4 landscape sheet in the order of a folded booklet; padded to a multiple of four.
    A5Booklet,
    /// 16:9, for a projector.
    Screen,
    /// A4 folded in three: two faces and a foot.
    Plate,
    /// 16:9, for the screen or stand at the entrance.
    Board,
}

impl Page {
    /// The sheet a paper is printed on.
    pub fn of(paper: Edition) -> Self {
        match paper {
            Edition::InternalFull | Edition::Crew => Self::A4,
            Edition::HostCard => Self::A6,
            Edition::Guest => Self::A5Booklet,
            Edition::Presenting => Self::Screen,
            Edition::NamePlates => Self::Plate,
            Edition::WelcomeBoard => Self::Board,
        }
    }
    /// Width and height in millimetres of one page as it is read.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 | Self::Plate => (210.0, 297.0),
            Self::A6 => (105.0, 148.0),
            Self::A5Booklet => (148.0, 210.0),
            Self::Screen | Self::Board => (338.7, 190.5),
        }
    }
    /// Left, right, top, bottom in millimetres.
    pub fn margins(self) -> [f32; 4] {
        match self {
            Self::A4 => [22.0, 18.0, 25.0, 23.0],
            Self::A6 => [8.0, 8.0, 12.0, 12.5],
            Self::A5Booklet => [17.0, 17.0, 21.0, 19.0],
            Self::Screen => [24.0, 24.0, 22.0, 18.0],
            Self::Plate => [10.0, 10.0, 8.0, 8.0],
            Self::Board => [28.0, 28.0, 24.0, 20.0],
        }
    }
}

/// How much stands at head and foot of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Furnish {
    /// Head: company, visit | edition, class, draft. Foot: copy, holder | expiry | page; printed, version, as of.
    Full,
    /// The same in one line, for A6.
    Short,
    /// Guests' booklet: company | proof; page number alone.
    Booklet,
    /// Nothing at all.
    Bare,
}

/// The words of head and foot, and the values that are the same in every copy.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Furniture {
    pub furnish: Furnish,
    pub company: Text,
    /// The visit in a few words.
    pub short: Text,
    pub edition: Text,
    /// Company words (内部资料 限持有人), never a state grade.
    pub class: Text,
    /// Printed on every page while a gate fails or the copy is a proof.
    pub draft: Option<Text>,
    /// `2026-11-20`: the records as of this day; also the date of the file.
    pub as_of: String,
    /// Copies are void after this day; a [`super::Job`] may set an earlier one.
    pub expires: Option<String>,
    /// Diagonal mark of who printed it; only with a [`super::Job`] that names the printer.
    pub watermark: bool,
    pub words: FurnitureWords,
}

/// Labels of the foot.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FurnitureWords {
    pub copy: String,
    pub holder: String,
    pub expires: String,
    /// Said after the day: returned and destroyed.
    pub destroy: String,
    pub printed: String,
    pub version: String,
    pub as_of: String,
}

/// Words of the marks in the first language; marks are not printed twice.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MarkWords {
    /// 未知
    pub unknown: String,
    /// 问, before the number.
    pub ask: String,
    /// 答, over the line for the answer.
    pub answer: String,
    /// 照片未征得, in a photo box.
    pub photo: String,
    /// 目录
    pub contents: String,
}

/// How a section begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Head {
    /// Number in cinnabar, title, rule.
    Numbered,
    /// The number is the tag of a post: 岗位 2.
    Post,
    /// Title with a short cinnabar stroke (booklet) or a rule (card).
    Plain,
    /// No heading on the page; the title still stands in the contents.
    Hidden,
    /// A page of its own without running head, e.g. a cover; no heading.
    Cover,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Stable name, for bookmarks and tests: `s5`.
    pub id: String,
    /// C.2 number, the same in every internal copy; `1–2`, `29`; with [`Head::Post`] the tag.
    pub number: String,
    pub title: Text,
    /// At the right of the heading.
    pub aside: Text,
    pub head: Head,
    /// Begins a page, so that a changed page can be swapped.
    pub starts_page: bool,
    /// Otherwise begins a page unless this much is free, in millimetres.
    pub needs: Option<f32>,
    pub blocks: Vec<Block>,
}

impl Section {
    /// A numbered section of the manual.
    pub fn numbered(number: &str, title: impl Into<Text>) -> Self {
        Self {
            id: format!("s{number}"),
            number: number.to_owned(),
            title: title.into(),
            aside: Text::default(),
            head: Head::Numbered,
            starts_page: false,
            needs: None,
            blocks: Vec::new(),
        }
    }
    #[must_use]
    pub fn head(mut self, head: Head) -> Self {
        self.head = head;
        self
    }
    #[must_use]
    pub fn aside(mut self, aside: impl Into<Text>) -> Self {
        self.aside = aside.into();
        self
    }
    #[must_use]
    pub fn new_page(mut self) -> Self {
        self.starts_page = true;
        self
    }
    #[must_use]
    pub fn needs(mut self, millimetres: f32) -> Self {
        self.needs = Some(millimetres);
        self
    }
    #[must_use]
    pub fn blocks(mut self, blocks: Vec<Block>) -> Self {
        self.blocks = blocks;
        self
    }
}

/// A paper in words, ready for a writer. Made in one language; [`Paper::beside`] puts a second under it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Paper {
    #[serde(serialize_with = "codes")]
    pub tongue: Tongue,
    pub page: Page,
    /// Title of the file.
    pub title: Text,
    pub furniture: Furniture,
    pub marks: MarkWords,
    pub sections: Vec<Section>,
    /// Pictures of the photographs the paper shows; what is not here shows as the surname.
    pub pictures: Pictures,
}

/// Pictures by their photograph. Written down as names alone: the bytes go to the writers beside the values.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pictures(pub Vec<(PhotoId, Arc<Jpeg>)>);

impl Serialize for Pictures {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.iter().map(|(photo, _)| photo))
    }
}

impl Pictures {
    /// The picture of a box, if its photograph is here.
    pub fn of(&self, face: &Face) -> Option<&Jpeg> {
        let photo = face.photo?;
        self.0.iter().find(|(one, _)| *one == photo).map(|(_, jpeg)| &**jpeg)
    }
}

fn codes<S: serde::Serializer>(tongue: &Tongue, to: S) -> Result<S::Ok, S::Error> {
    use domain::Code;
    [Some(tongue.first.code()), tongue.second.map(|one| one.code())].serialize(to)
}
