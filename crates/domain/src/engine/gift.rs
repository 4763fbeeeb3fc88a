//! A gift against the policy (F.3): the limit for each receiver and the limit for each receiver within a year.
//!
//! Deliberately absent: who of ours gives. Sums run over all of ours.

use crate::{Day, PersonId, Policy, Snapshot, Visit, VisitId};

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
    /// To whom too much is given, where that is known.
    pub receiver: Option<PersonId>,
}

/// Which limit the visit's gift breaks; `None`: none. Of several receivers the one who gets most is told.
pub fn broken_limit(snapshot: &Snapshot, visit: &Visit, policy: &Policy) -> Option<Broken> {
    let value = worth_each(visit)?;
    let receivers = receivers(visit);
    let first = receivers.first().copied();
    let broken = |breach, value, limit, receiver| Some(Broken { breach, value, limit, receiver });
    if policy.gift_max <= 0.0 {
        return broken(GiftBreach::NoneAllowed, value, policy.gift_max, first);
    }
    if value > policy.gift_max {
        return broken(GiftBreach::Piece, value, policy.gift_max, first);
    }
    let limit = policy.gift_annual_max?;
    let years = receivers.iter().map(|one| (*one, most_in_a_year(snapshot, visit, *one)));
    let (receiver, year) = years.max_by(|a, b| a.1.total_cmp(&b.1)).unzip();
    // A gift to nobody known yet is at least itself.
    let year = year.unwrap_or(value);
    if year > limit { broken(GiftBreach::Year, year, limit, receiver) } else { None }
}

/// Whether somebody named allowed the gift in writing, where that is possible.
pub fn is_excepted(visit: &Visit, broken: &Broken) -> bool {
    broken.breach != GiftBreach::NoneAllowed && visit.gift_approver.is_some() && visit.gift_exception.is_some()
}

/// To whom the visit's gift goes: those named, else the principal guest.
pub fn receivers(visit: &Visit) -> Vec<PersonId> {
    if visit.gift_receivers.is_empty() {
        visit.principal_guest.into_iter().collect()
    } else {
        visit.gift_receivers.clone()
    }
}

/// What one receiver gets: the pieces shared out, a started share counted whole, times the value of a piece. `None`: no gift,
/// or not priced.
pub fn worth_each(visit: &Visit) -> Option<f64> {
    let value = visit.gift_value.filter(|_| visit.gift_decided && visit.gift_item.is_some())?;
    let heads = u32::try_from(receivers(visit).len()).unwrap_or(u32::MAX).max(1);
    Some(value * f64::from(visit.gift_quantity.unwrap_or(heads).div_ceil(heads).max(1)))
}

/// The most a receiver gets within twelve months that hold this visit: gifts of earlier visits, and of later ones planned
/// already, whose year this gift falls into.
fn most_in_a_year(snapshot: &Snapshot, visit: &Visit, receiver: PersonId) -> f64 {
    let gifts: Vec<(VisitId, Day, f64)> = (snapshot.visits.iter().filter(|one| one.id != visit.id).chain([visit]))
        .filter(|one| receivers(one).contains(&receiver))
        .filter_map(|one| Some((one.id, one.starts_on, worth_each(one)?)))
        .collect();
    let since = |end: Day| end.checked_sub_months(chrono::Months::new(12)).unwrap_or(Day::MIN);
    let years = gifts.iter().filter(|(_, end, _)| *end >= visit.starts_on && since(*end) < visit.starts_on);
    years
        .map(|(_, end, _)| {
            let within = |on: Day| since(*end) < on && on <= *end;
            gifts.iter().filter(|(_, on, _)| within(*on)).map(|(_, _, value)| value).sum()
        })
        .fold(0.0, f64::max)
}
