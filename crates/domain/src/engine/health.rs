//! Relationship health (B.4.8).

use super::chain::Stakeholder;
use super::score::{Coverage, OpenRole, Support, coverage::total_weight};
use super::warnings::Warning;
use super::{Param, Reason, reason::Severity};
use crate::{AccountId, Day, RelationshipStage, Snapshot};

mod losses;
mod promises;

use losses::Cause;

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

/// Weights of the components (B.4.8).
const WEIGHTS: [(HealthPart, f64); 5] = [
    (HealthPart::Coverage, 0.25),
    (HealthPart::Support, 0.20),
    (HealthPart::Engagement, 0.20),
    (HealthPart::Promises, 0.20),
    (HealthPart::Business, 0.15),
];
/// The most a health may show with a red warning, and without a live tie to anybody of weight ≥ 3.
const CAP_RED: f64 = 59.0;
const CAP_NO_LIVE_TIE: f64 = 39.0;
/// Below this share of verified weight, percent, a screen shows no colour.
pub const CONFIDENT_SHARE: f64 = 40.0;

/// What health rests on, already computed for the account.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    pub account: AccountId,
    pub rows: &'a [Stakeholder],
    pub open: &'a [OpenRole],
    pub coverage: &'a Coverage,
    pub support: &'a Support,
}

/// Weighted mean of the components that apply, capped, with the three largest losses and their points on the raw value.
pub fn score_health(snapshot: &Snapshot, ground: &Ground, warnings: &[Warning], as_of: Day) -> Health {
    let total = total_weight(ground.rows, ground.open);
    let engaged = ground.rows.iter().filter(|row| row.is_scored() && is_in_cadence(row));
    let engagement = share(engaged.map(|row| f64::from(row.weight)).sum(), total);
    let promises = promises::promises(snapshot, ground.account, as_of);
    let business = promises::business(snapshot, ground.account, as_of);
    let support = ground.support.sufficient.then_some((ground.support.all + 100.0) / 2.0);
    let values = [
        Some(ground.coverage.value),
        support,
        Some(engagement),
        promises.as_ref().map(|part| part.value),
        business.as_ref().map(|part| part.value),
    ];
    let applicable: Vec<(HealthPart, f64, f64)> =
        WEIGHTS.iter().zip(values).filter_map(|((part, weight), value)| Some((*part, *weight, value?))).collect();
    let weights: f64 = applicable.iter().map(|one| one.1).sum();
    let raw = applicable.iter().map(|one| one.1 * one.2).sum::<f64>() / weights;
    let (shown, cap) = capped(raw, ground.rows, warnings);
    let scale = |part| applicable.iter().find(|one| one.0 == part).map_or(0.0, |one| one.1 / weights);
    let mut losses = losses::stakeholder_losses(ground, total, &scale);
    for (part, kind) in [(promises, HealthPart::Promises), (business, HealthPart::Business)] {
        let lost = part.map_or_else(Vec::new, |part| part.losses);
        losses.extend(lost.into_iter().map(|(reason, points)| (Cause::Said(reason), points * scale(kind))));
    }
    losses.extend(cap.map(|reason| (Cause::Said(reason), raw - shown)));
    losses.sort_by(|a, b| b.1.total_cmp(&a.1));
    losses.truncate(3);
    Health {
        raw,
        shown,
        band: band(shown, snapshot.account(ground.account).map(|one| one.stage)),
        parts: applicable.iter().map(|one| (one.0, one.2)).collect(),
        confidence: losses::verified_share(snapshot, ground, total, as_of),
        reasons: losses.into_iter().map(|(cause, points)| (cause.reason(), points)).collect(),
    }
}

/// Touched within the cadence: what engagement counts.
fn is_in_cadence(row: &Stakeholder) -> bool {
    row.days.is_some_and(|days| days <= row.cadence_days)
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { 100.0 * part / whole } else { 0.0 }
}

/// Band of a shown value; an account in development is `building` whatever the number (B.2.2).
pub fn band(shown: f64, stage: Option<RelationshipStage>) -> HealthBand {
    match shown {
        _ if stage == Some(RelationshipStage::Developing) => HealthBand::Building,
        value if value >= 80.0 => HealthBand::Healthy,
        value if value >= 60.0 => HealthBand::Watch,
        value if value >= 40.0 => HealthBand::Risk,
        _ => HealthBand::Critical,
    }
}

/// The shown value and the cap that lowered it, if one did.
fn capped(raw: f64, rows: &[Stakeholder], warnings: &[Warning]) -> (f64, Option<Reason>) {
    let live = rows.iter().any(|row| row.is_scored() && row.weight >= 3 && row.live_ties().next().is_some());
    let red = warnings.iter().filter(|one| one.severity == Severity::Red).count();
    if !live && raw > CAP_NO_LIVE_TIE {
        return (CAP_NO_LIVE_TIE, Some(Reason::new("no-live-key-tie")));
    }
    if red > 0 && raw > CAP_RED {
        return (CAP_RED, Some(Reason::new("red-warnings").with("count", Param::Int(red as i64))));
    }
    (raw, None)
}
