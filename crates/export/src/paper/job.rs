//! What differs from copy to copy. Owns: nothing else; what is the same in all copies is in the paper.

use serde::{Deserialize, Serialize};

/// One copy. All of it is optional; nothing is printed for what is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Job {
    /// Number of this copy, e.g. `003`.
    pub copy: Option<String>,
    /// How many there are.
    pub copies: Option<String>,
    /// Who may hold this copy.
    pub holder: Option<String>,
    /// Who printed it; with it comes the watermark.
    pub printed_by: Option<String>,
    /// When, as it should read.
    pub printed_at: Option<String>,
    /// Version of the document.
    pub version: Option<String>,
    /// Void after this day (ISO), in place of the paper's own.
    pub expires: Option<String>,
}
