//! Which job role the coverage rules give a stakeholder (B.4.5), for ranking heirs. Deliberately absent: findings about rules.

use crate::engine::chain::Stakeholder;
use crate::engine::units::unit_of;
use crate::{AccountId, CoverageRule, Day, JobRole, OrgUnit, Snapshot, UnitId};

/// The role of the first rule that fits the row, in the order of the rules.
pub(super) fn role_by_rule(s: &Snapshot, account: AccountId, row: &Stakeholder, day: Day) -> Option<JobRole> {
    let mut rules: Vec<&CoverageRule> =
        s.coverage_rules.iter().filter(|one| one.account.is_none_or(|id| id == account)).collect();
    rules.sort_by_key(|one| (one.position, one.id));
    let seat = s.seat(row.seat)?;
    let units = units_around(s, unit_of(seat, day));
    let words: Vec<&str> = [&seat.title_zh, &seat.title_en].into_iter().filter_map(|one| one.as_deref()).collect();
    let fits = |rule: &&&CoverageRule| {
        let rank = |bound: Option<u8>, holds: fn(u8, u8) -> bool| {
            bound.is_none_or(|bound| row.rank_level.is_some_and(|rank| holds(rank, bound)))
        };
        let named = units.first().into_iter().flat_map(|one| [&one.name_zh, &one.name_en]);
        let said = |word: &String| {
            let mut names = named.clone().filter_map(|one| one.as_deref()).chain(words.iter().copied());
            names.any(|name| name.contains(word.as_str()))
        };
        rule.unit.is_none_or(|unit| units.iter().any(|one| one.id == unit))
            && rule.function.as_ref().is_none_or(said)
            && rank(rule.rank_from, |rank, bound| rank >= bound)
            && rank(rule.rank_to, |rank, bound| rank <= bound)
            && rule.decision_role.is_none_or(|role| row.roles.contains(&role))
    };
    rules.iter().find(fits).map(|one| one.job_role)
}

/// The unit and those around it, the innermost first; a circle of units is walked once.
fn units_around(s: &Snapshot, unit: UnitId) -> Vec<&OrgUnit> {
    let mut found: Vec<&OrgUnit> = Vec::new();
    let mut next = Some(unit);
    while let Some(one) = next.and_then(|id| s.units.iter().find(|one| one.id == id)) {
        if found.iter().any(|known| known.id == one.id) {
            break;
        }
        found.push(one);
        next = one.parent;
    }
    found
}
