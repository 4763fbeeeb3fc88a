//! Papers of a visit: which edition, for whom, as what, and how its pages look.

use super::wire;
use domain::*;

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

    /// A page as a data address. Sizes in points. `title`: the part of the paper on it, in the language of the paper; may be empty.
    PageImage { number: u32, title: String, width: f64, height: f64, image: String }

    /// Pages of a paper. `draft` says in words why it is a draft; empty: it is not. `absent`: what this edition never holds.
    EditionPreview { count: u32, pages: Vec<PageImage>, version: u32, draft: Vec<String>, absent: Vec<String> }
}
