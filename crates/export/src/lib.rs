//! Writers for documents: bytes out, no files, no database, no network, no clock.
//!
//! Owns: the typesetter and its fonts, the paper documents, pictures and decks. Deliberately absent: choosing what a document may show
//! (engines and redaction do that before a writer is called) and where its bytes go.

pub mod access;
pub mod briefing;
pub mod calendar;
pub mod edition;
pub mod handover;
pub mod list;
pub mod map_pdf;
pub mod map_png;
pub mod map_pptx;
pub mod map_svg;
mod pack;
pub mod palette;
pub mod paper;
pub mod review;
pub mod world;

pub use briefing::{BriefingSheet, Job, internal_paper, write_briefing};
pub use map_png::write_map_png;
pub use map_pptx::{PptxOptions, TemplateDeck, write_map_pptx};
pub use world::{Typeset, compile_pdf, typeset};

/// Why a document could not be written. Texts carry positions in our own templates and codes, never personal data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The typesetter refused the template: a fault of the program, not of the user.
    #[error("typesetting failed: {0}")]
    Typeset(String),
    /// A file name given to the typesetter is not a plain relative path.
    #[error("bad file name for the typesetter: {0}")]
    FileName(String),
    /// The values of a document could not be turned into JSON.
    #[error("document values cannot be encoded: {0}")]
    Encode(String),
    /// A briefing needs at least one guest.
    #[error("the visit has no guests")]
    NoGuests,
    /// The parts of a deck could not be packed.
    #[error("packing failed: {0}")]
    Package(String),
    /// A picture of this size is not made; `largest` is the largest scale that would be, in pixels per world unit.
    #[error("a picture of {width} × {height} pixels is too large; the largest scale is {largest}")]
    TooLarge { width: u64, height: u64, largest: String },
    /// The paper has no such page.
    #[error("there is no such page")]
    NoPage,
    /// No picture has this scale.
    #[error("the scale of a picture is a number above 0")]
    Scale,
    /// A sheet holds no more than `most` rows.
    #[error("{rows} rows are more than a sheet holds")]
    TooManyRows { rows: usize, most: usize },
    /// The picture could not be encoded.
    #[error("the picture cannot be encoded: {0}")]
    Picture(String),
}

impl ExportError {
    /// The sent form; the message is `error-export-<code>` in the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoGuests => "no_guests",
            Self::TooLarge { .. } => "picture_too_large",
            Self::Scale => "picture_scale",
            Self::NoPage => "no_page",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::Package(_) | Self::Picture(_) => "package",
            Self::Typeset(_) | Self::FileName(_) | Self::Encode(_) => "typeset",
        }
    }

    /// Arguments of the message, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { width, height, largest } => {
                vec![("width", width.to_string()), ("height", height.to_string()), ("largest", largest.clone())]
            }
            Self::TooManyRows { rows, most } => vec![("count", rows.to_string()), ("limit", most.to_string())],
            _ => Vec::new(),
        }
    }
}
