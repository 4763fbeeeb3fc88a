//! Points that stakeholders cost health, told person by person, and the share of weight that rests on verified facts.

use super::{Ground, HealthPart, is_in_cadence, share};
use crate::engine::chain::Stakeholder;
use crate::engine::freshness::{freshness, half_life};
use crate::engine::{Param, Reason, why};
use crate::{Code, Confidence, Day, DecisionRole, FactKind, IdMap, PersonId, Snapshot};

/// Freshness from which a verified position counts as verified.
const VERIFIED_FRESHNESS: f64 = 0.5;

/// Coverage and engagement lost per stakeholder and open role, and support lost to those against us (against neutral:
/// nobody owes us support). `scale` is a component's share of the raw value.
pub(super) fn stakeholder_losses<'a>(
    ground: &Ground<'a>,
    total: f64,
    scale: &dyn Fn(HealthPart) -> f64,
) -> Vec<(Cause<'a>, f64)> {
    let (cover, engage) = (scale(HealthPart::Coverage), scale(HealthPart::Engagement));
    let mut losses = Vec::new();
    for row in ground.rows.iter().filter(|row| row.is_scored()) {
        let weight = share(f64::from(row.weight), total);
        let absent = if is_in_cadence(row) { 0.0 } else { engage };
        losses.push((Cause::Short(row), weight * (cover * (1.0 - row.cover) + absent)));
        if let Some(against) = row.attitude.filter(|level| *level < 0) {
            losses.push((Cause::Against(row), weight * scale(HealthPart::Support) * f64::from(-against) / 4.0));
        }
    }
    for open in ground.open {
        losses.push((Cause::Open(open.role), share(f64::from(open.weight), total) * (cover + engage)));
    }
    losses.retain(|one| one.1 > 1e-9);
    losses
}

/// What took points. There are hundreds, and three are told: only those become reasons.
pub(super) enum Cause<'a> {
    /// Not covered or not met.
    Short(&'a Stakeholder),
    /// Known to be against us.
    Against(&'a Stakeholder),
    /// A role nobody has.
    Open(DecisionRole),
    /// Told already.
    Said(Reason),
}

impl Cause<'_> {
    pub(super) fn reason(self) -> Reason {
        match self {
            Self::Short(row) => shortfall(row),
            Self::Against(row) => {
                let code = if row.attitude == Some(-2) { "opposes" } else { "objects" };
                let mut reason = Reason::new(code).with("who", why::who(row));
                reason.params.extend(row.attitude_on.map(|on| ("day", Param::Day(on))));
                reason
            }
            Self::Open(role) => Reason::new("role-open").with("role", Param::Code(role.code())),
            Self::Said(reason) => reason,
        }
    }
}

/// A named stakeholder nobody has met and nobody owns is first of all without an owner.
fn shortfall(row: &Stakeholder) -> Reason {
    if row.is_named() && row.days.is_none() && row.owners.is_empty() {
        let weight = Param::Int(row.weight.into());
        return Reason::new("no-owner").with("who", why::who(row)).with("weight", weight);
    }
    why::shortfall(row)
}

/// Percent of the chain's weight whose holder's position was verified, at least reliably, within its half-life.
pub(super) fn verified_share(snapshot: &Snapshot, ground: &Ground, total: f64, as_of: Day) -> f64 {
    let mut verified: IdMap<PersonId, Day> = IdMap::default();
    let sure = |confidence| matches!(confidence, Confidence::Confirmed | Confidence::Reliable);
    for fact in snapshot.facts.iter().filter(|one| one.kind == FactKind::Position && sure(one.confidence)) {
        if let Some(on) = fact.verified_on.filter(|on| *on <= as_of) {
            let slot = verified.entry(fact.person).or_insert(on);
            *slot = (*slot).max(on);
        }
    }
    let is_verified = |row: &&Stakeholder| {
        let on = row.person.filter(|_| row.is_named()).and_then(|id| verified.get(&id));
        let fresh = |on: &Day| freshness((as_of - *on).num_days(), half_life(FactKind::Position));
        on.is_some_and(|on| fresh(on) >= VERIFIED_FRESHNESS)
    };
    let rows = ground.rows.iter().filter(|row| row.is_scored());
    share(rows.filter(is_verified).map(|row| f64::from(row.weight)).sum(), total)
}
