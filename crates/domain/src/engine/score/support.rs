//! Support (B.4.2). Unknown is left out of `known` and pulls `all` toward 0; it is never a 0 of its own.

use super::{Support, coverage::total_weight, roles::OpenRole};
use crate::DecisionRole;
use crate::engine::{Param, Reason, chain::Stakeholder, why};

/// Least share of known weight, percent, at which a number may be shown.
pub const SUFFICIENT_SHARE: f64 = 50.0;

/// Weighted attitude of the chain, with the flags that no average may hide.
pub fn score_support(rows: &[Stakeholder], open: &[OpenRole]) -> Support {
    let scored: Vec<&Stakeholder> = rows.iter().filter(|row| row.is_scored()).collect();
    let total = total_weight(rows, open);
    let (mut known_weight, mut sum) = (0.0, 0.0);
    for row in &scored {
        if let Some(attitude) = row.attitude {
            known_weight += f64::from(row.weight);
            sum += f64::from(row.weight) * f64::from(attitude) / 2.0;
        }
    }
    let share = |part: f64, whole: f64| if whole > 0.0 { 100.0 * part / whole } else { 0.0 };
    let known_share = share(known_weight, total);
    let flags = flags(&scored);
    Support {
        known: share(sum, known_weight),
        all: share(sum, total),
        known_share,
        sufficient: known_share >= SUFFICIENT_SHARE,
        reasons: reasons(&scored, &flags, known_share),
        flags,
    }
}

/// Warnings beside the number (B.4.2): a decisive opponent, nobody to release money, key players not with us, and
/// "nobody is against us", which asks to look again.
fn flags(scored: &[&Stakeholder]) -> Vec<&'static str> {
    let mut flags = Vec::new();
    if scored.iter().any(|row| row.weight == 4 && row.attitude == Some(-2)) {
        flags.push("decisive_opponent");
    }
    let pays = |row: &&&Stakeholder| row.is_named() && row.roles.contains(&DecisionRole::EconomicBuyer);
    if scored.iter().filter(pays).count() == 0 {
        flags.push("no_economic_buyer");
    }
    let key: Vec<_> = scored.iter().filter(|row| row.weight >= 3).collect();
    let below = key.iter().filter(|row| row.attitude.is_none_or(|level| level < 1)).count();
    if below * 2 > key.len() {
        flags.push("key_players_not_supporting");
    }
    let known = scored.iter().any(|row| row.attitude.is_some());
    if known && scored.iter().all(|row| row.attitude.is_none_or(|level| level >= 0)) {
        flags.push("no_opponent_found");
    }
    flags
}

fn reasons(scored: &[&Stakeholder], flags: &[&'static str], known_share: f64) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if known_share < SUFFICIENT_SHARE {
        reasons.push(Reason::new("support-insufficient").with("share", Param::Int(known_share.round() as i64)));
    }
    for row in scored.iter().filter(|row| row.attitude.is_some_and(|level| level < 0)) {
        let code = if row.attitude == Some(-2) { "opposes" } else { "objects" };
        let on = row.attitude_on.map(Param::Day);
        let reason = Reason::new(code).with("who", why::who(row));
        reasons.push(on.map_or(reason.clone(), |on| reason.with("day", on)));
    }
    for row in scored.iter().filter(|row| row.attitude.is_none() && row.is_named()) {
        reasons.push(Reason::new("attitude-unknown").with("who", why::who(row)));
    }
    reasons.extend(flags.iter().filter_map(|flag| flag_reason(flag)).map(Reason::new));
    reasons
}

fn flag_reason(flag: &str) -> Option<&'static str> {
    match flag {
        "decisive_opponent" => Some("decisive-opponent"),
        "no_economic_buyer" => Some("no-economic-buyer"),
        "key_players_not_supporting" => Some("key-players-not-supporting"),
        "no_opponent_found" => Some("no-opponent-found"),
        _ => None,
    }
}
