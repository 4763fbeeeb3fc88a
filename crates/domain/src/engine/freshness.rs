//! How old knowledge may be (B.4.7). Touches age by cadence instead, see `cadence`.

use crate::FactKind;

codes! {
    /// Word for a freshness: ≥ 0.7, ≥ 0.5, ≥ 0.25, below.
    FreshWord { Fresh = "fresh", Ageing = "ageing", Stale = "stale", Expired = "expired" }
}

/// Half-life of an attitude, days.
pub const ATTITUDE: f64 = 90.0;
/// Half-life of a tie level, days.
pub const TIE: f64 = 120.0;
/// Half-life of an influence level, days.
pub const INFLUENCE: f64 = 180.0;
/// Half-life of a reporting line, days.
pub const ORG_CHART: f64 = 180.0;
/// Half-life of news about a rival, days.
pub const COMPETITOR: f64 = 90.0;
/// Half-life of an itinerary, days.
pub const ITINERARY: f64 = 7.0;

/// Half-life of a fact in days; `None`: it does not age (origin, schools, past employers).
///
/// The prose names no half-life for style, gift wishes and notes: the first two age like diet and hobby, notes like aims.
pub fn half_life(kind: FactKind) -> Option<f64> {
    match kind {
        FactKind::Position | FactKind::Duty | FactKind::Concern | FactKind::Note => Some(180.0),
        FactKind::Mobile | FactKind::Phone | FactKind::Email | FactKind::Messenger | FactKind::WorkAddress => {
            Some(365.0)
        }
        FactKind::Diet | FactKind::Hobby | FactKind::GiftAvoid | FactKind::Style => Some(730.0),
        FactKind::NativePlace
        | FactKind::BirthPlace
        | FactKind::GrewUp
        | FactKind::Dialect
        | FactKind::Language
        | FactKind::School
        | FactKind::Employer
        | FactKind::Profession
        | FactKind::Served => None,
    }
}

/// `0.5 ^ (age / half_life)`, 0–1. A future date counts as today; no half-life is always fresh.
pub fn freshness(age_days: i64, half_life: Option<f64>) -> f64 {
    match half_life {
        Some(days) if days > 0.0 => 0.5_f64.powf(age_days.max(0) as f64 / days),
        _ => 1.0,
    }
}

/// The word for a freshness.
pub fn fresh_word(freshness: f64) -> FreshWord {
    if freshness >= 0.7 {
        FreshWord::Fresh
    } else if freshness >= 0.5 {
        FreshWord::Ageing
    } else if freshness >= 0.25 {
        FreshWord::Stale
    } else {
        FreshWord::Expired
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_half_life_halves() {
        assert!((freshness(180, half_life(FactKind::Position)) - 0.5).abs() < 1e-9);
        assert!((freshness(132, Some(180.0)) - 0.6015).abs() < 1e-3, "the worked sentence says 60 %");
        assert_eq!(freshness(-5, Some(7.0)), 1.0);
        assert_eq!(freshness(20_000, half_life(FactKind::School)), 1.0);
    }

    #[test]
    fn words_change_at_their_thresholds() {
        let at = |value| fresh_word(value);
        assert_eq!((at(0.7), at(0.699)), (FreshWord::Fresh, FreshWord::Ageing));
        assert_eq!((at(0.5), at(0.499)), (FreshWord::Ageing, FreshWord::Stale));
        assert_eq!((at(0.25), at(0.249)), (FreshWord::Stale, FreshWord::Expired));
    }
}
