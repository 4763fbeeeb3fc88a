//! Relationship health (B.4.8).

use super::Reason;

codes! {
    /// Band of the shown value: ≥ 80, ≥ 60, ≥ 40, below. `building` for accounts in development.
    HealthBand { Healthy = "healthy", Watch = "watch", Risk = "risk", Critical = "critical", Building = "building" }
}
codes! {
    /// The five components.
    HealthPart { Coverage = "coverage", Support = "support", Engagement = "engagement", Promises = "promises", Business = "business" }
}

/// `raw` and `shown` 0–100. `parts` holds the applicable components with their value. Reasons: the three worst.
#[derive(Debug, Clone, PartialEq)]
pub struct Health {
    pub raw: f64,
    pub shown: f64,
    pub band: HealthBand,
    pub parts: Vec<(HealthPart, f64)>,
    /** 0–100: share of weight with verified facts. */
    pub confidence: f64,
    pub reasons: Vec<(Reason, f64)>,
}
