//! Committee projection (B.4.3). Never suggests contacting anybody.

codes! {
    /// How the vote looks.
    Outlook { Secured = "secured", Open = "open", Lost = "lost" }
}

/// Votes needed and where they stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    pub body: crate::DecisionBodyId,
    pub need: u32,
    pub support: u32,
    pub oppose: u32,
    pub undecided_or_unknown: u32,
    pub outlook: Outlook,
}
