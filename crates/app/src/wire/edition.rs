//! Papers of a visit: which edition, for whom, as what, and how its pages look.

use super::wire;
use domain::*;

/// A paper of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperName {
    InternalFull,
    HostCard,
    Crew,
    Guest,
    Presenting,
    NamePlates,
    WelcomeBoard,
}

impl PaperName {
    pub const ALL: [Self; 7] = [
        Self::InternalFull,
        Self::HostCard,
        Self::Crew,
        Self::Guest,
        Self::Presenting,
        Self::NamePlates,
        Self::WelcomeBoard,
    ];
    /// The edition whose copies are counted; plates and boards are not.
    pub fn edition(self) -> Option<Edition> {
        match self {
            Self::InternalFull => Some(Edition::InternalFull),
            Self::HostCard => Some(Edition::HostCard),
            Self::Crew => Some(Edition::Crew),
            Self::Guest => Some(Edition::Guest),
            Self::Presenting => Some(Edition::Presenting),
            Self::NamePlates | Self::WelcomeBoard => None,
        }
    }
    /// The sent form: `host_card`.
    pub fn code(self) -> &'static str {
        match self {
            Self::NamePlates => "name_plates",
            Self::WelcomeBoard => "welcome_board",
            Self::InternalFull => Edition::InternalFull.code(),
            Self::HostCard => Edition::HostCard.code(),
            Self::Crew => Edition::Crew.code(),
            Self::Guest => Edition::Guest.code(),
            Self::Presenting => Edition::Presenting.code(),
        }
    }
}

wire! {
    /// Writes one copy of a paper. `copies`: how many there are to be, printed behind the number.
    WriteEdition {
        visit: VisitId, edition: PaperName, format: PaperFormat, lang: PaperLang,
        #[serde(default)] holder: Option<String>, #[serde(default)] copies: Option<u32>,
    }

    /// Writes the agenda as a calendar: all lines, or those for guests in their wording.
    WriteAgenda { visit: VisitId, lang: Lang, #[serde(default)] for_guests: bool }

    /// Looks at pages of a paper, counted from 1, at `scale` pixels per point; no page: only how many there are.
    PreviewEdition { visit: VisitId, edition: PaperName, lang: PaperLang, pages: Vec<u32>, #[serde(default)] scale: Option<f64> }

    /// A page as a data address. Sizes in points.
    PageImage { number: u32, width: f64, height: f64, image: String }

    /// Pages of a paper. `draft` says in words why it is a draft; empty: it is not. `absent`: what this edition never holds.
    EditionPreview { count: u32, pages: Vec<PageImage>, version: u32, draft: Vec<String>, absent: Vec<String> }
}
