//! A gift against the policy (F.3): the limit for a piece and the limit for a year.

use crate::{Policy, Snapshot, Visit};

codes! {
    /// Which limit a gift breaks. `none_allowed`: the recipient's rules allow no gift at all, and no exception.
    GiftBreach { NoneAllowed = "none_allowed", Piece = "piece", Year = "year" }
}

/// A broken limit: what is given and what is allowed, in the company's currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Broken {
    pub breach: GiftBreach,
    pub value: f64,
    pub limit: f64,
}

/// Which limit the visit's gift breaks; `None`: none.
pub fn broken_limit(snapshot: &Snapshot, visit: &Visit, policy: &Policy) -> Option<Broken> {
    let value = visit.gift_value.filter(|_| visit.gift_item.is_some())?;
    let year = given_in_a_year(snapshot, visit);
    match policy.gift_annual_max {
        _ if policy.gift_max <= 0.0 => Some(Broken { breach: GiftBreach::NoneAllowed, value, limit: policy.gift_max }),
        _ if value > policy.gift_max => Some(Broken { breach: GiftBreach::Piece, value, limit: policy.gift_max }),
        Some(limit) if year > limit => Some(Broken { breach: GiftBreach::Year, value: year, limit }),
        _ => None,
    }
}

/// Whether somebody named allowed the gift in writing, where that is possible.
pub fn is_excepted(visit: &Visit, broken: &Broken) -> bool {
    broken.breach != GiftBreach::NoneAllowed && visit.gift_approver.is_some() && visit.gift_exception.is_some()
}

/// Worth of the gifts to this visit's principal on visits of the twelve months that end with it, this one included.
fn given_in_a_year(snapshot: &Snapshot, visit: &Visit) -> f64 {
    let first = visit.starts_on - chrono::Months::new(12);
    let same = |one: &&Visit| {
        one.id != visit.id && one.principal_guest == visit.principal_guest && one.account == visit.account
    };
    let within = |one: &&Visit| first < one.starts_on && one.starts_on <= visit.starts_on;
    let given = snapshot.visits.iter().filter(|one| one.gift_decided).filter(same).filter(within);
    given.filter_map(|one| one.gift_value).sum::<f64>() + visit.gift_value.unwrap_or(0.0)
}
