//! How often a stakeholder must be met (B.2.8), and how a touch ages against that rhythm (B.4.1).

use crate::AccountTier;

/// Rank from which a contact counts as executive, on both sides (B.2.8).
pub const EXECUTIVE_RANK: u8 = 7;

/// Days within which a stakeholder of this weight should be met again (B.2.8). Weights outside 1–4 count as the nearest.
pub fn cadence_days(tier: AccountTier, weight: u8) -> i64 {
    let row = match tier {
        AccountTier::S => [180, 90, 45, 30],
        AccountTier::A => [240, 120, 60, 45],
        AccountTier::B => [365, 180, 90, 60],
        AccountTier::C => [730, 365, 180, 120],
    };
    row[usize::from(weight.clamp(1, 4)) - 1]
}

/// Days between executive contacts (rank ≥ 7 on both sides, B.2.8); `None` for tier C.
pub fn executive_cadence_days(tier: AccountTier) -> Option<i64> {
    match tier {
        AccountTier::S => Some(100),
        AccountTier::A => Some(180),
        AccountTier::B => Some(365),
        AccountTier::C => None,
    }
}

/// 1 up to one cadence, 0 from three cadences, straight in between (B.4.1). Never touched: 0.
pub fn touch_fresh(days: Option<i64>, cadence: i64) -> f64 {
    let Some(days) = days else { return 0.0 };
    let cadence = cadence.max(1) as f64;
    ((3.0 * cadence - days as f64) / (2.0 * cadence)).clamp(0.0, 1.0)
}

/// Whether `days` is beyond `tenths`/10 cadences; whole numbers keep the threshold exact.
pub fn is_beyond(days: i64, cadence: i64, tenths: i64) -> bool {
    days * 10 > cadence * tenths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cadence_follows_the_table_and_clamps_the_weight() {
        assert_eq!(cadence_days(AccountTier::S, 4), 30);
        assert_eq!(cadence_days(AccountTier::A, 3), 60);
        assert_eq!(cadence_days(AccountTier::B, 2), 180);
        assert_eq!(cadence_days(AccountTier::C, 1), 730);
        assert_eq!(cadence_days(AccountTier::C, 0), 730);
        assert_eq!(cadence_days(AccountTier::S, 9), 30);
        assert_eq!(executive_cadence_days(AccountTier::B), Some(365));
        assert_eq!(executive_cadence_days(AccountTier::C), None);
    }

    #[test]
    fn touch_is_fresh_to_one_cadence_half_at_two_gone_at_three() {
        for (days, expected) in [(0, 1.0), (30, 1.0), (45, 0.75), (60, 0.5), (90, 0.0), (400, 0.0)] {
            assert!((touch_fresh(Some(days), 30) - expected).abs() < 1e-9, "{days}");
        }
        assert!(touch_fresh(Some(31), 30) < 1.0 && touch_fresh(Some(89), 30) > 0.0);
        assert_eq!(touch_fresh(None, 30), 0.0);
    }

    #[test]
    fn lapse_needs_more_than_the_threshold() {
        assert!(!is_beyond(67, 45, 15) && is_beyond(68, 45, 15));
        assert!(!is_beyond(60, 30, 20) && is_beyond(61, 30, 20));
    }
}
