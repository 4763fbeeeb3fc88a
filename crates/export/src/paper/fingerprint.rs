//! By what a paper's content is known. Owns: the hash. Deliberately absent: the day it was made on and what differs from
//! copy to copy, so that the same content printed tomorrow is the same version.

use super::Paper;
use crate::ExportError;

/// The fingerprint of papers together, e.g. of one edition in its languages, as 32 hexadecimal digits.
///
/// # Errors
/// [`ExportError::Encode`] when a value cannot be written down.
pub fn fingerprint(papers: &[&Paper]) -> Result<String, ExportError> {
    let mut text = String::new();
    for paper in papers {
        let mut paper = (*paper).clone();
        paper.furniture.as_of.clear();
        text.push_str(&serde_json::to_string(&paper).map_err(|fault| ExportError::Encode(fault.to_string()))?);
    }
    Ok(format!("{:032x}", typst::utils::hash128(&text)))
}
