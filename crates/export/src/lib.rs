//! Writers for documents: bytes out, no files, no database, no network, no clock.
//!
//! Owns: the typesetter and its fonts, the paper documents. Deliberately absent: choosing what a document may show
//! (engines and redaction do that before a writer is called) and where its bytes go.

pub mod briefing;
pub mod map_pdf;
pub mod map_svg;
pub mod palette;
pub mod world;

pub use briefing::{BriefingSheet, Job, write_briefing};
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
}
