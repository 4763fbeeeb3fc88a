//! Whose leaving would cost most, as things stand (B.4.4): the loss of every single departure.

use crate::engine::chain::Stakeholder;
use crate::engine::score::{OpenRole, coverage::total_weight};
use crate::{AccountId, PersonId, StaffId};
use std::collections::HashMap;

/// One who might leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leaver {
    Ours(StaffId),
    Theirs(PersonId),
}

/// What one departure costs an account, in points of coverage.
#[derive(Debug, Clone, PartialEq)]
pub struct Impact {
    pub who: Leaver,
    pub account: AccountId,
    pub loss: f64,
}

/// Below this nothing is lost.
const NOTHING: f64 = 1e-9;

/// Every single departure that would cost something, greatest first, the first in the chain of equals. As in B.4.4 only
/// those with a live tie are asked: a tie that is merely known is no thread that could tear.
pub(super) fn impacts(rows: &[Stakeholder], open: &[OpenRole], account: AccountId) -> Vec<Impact> {
    let chain: Vec<&Stakeholder> = rows.iter().filter(|row| row.is_scored()).collect();
    let total = total_weight(rows, open).max(1.0);
    let mut ours: Vec<StaffId> = Vec::new();
    for tie in chain.iter().flat_map(|row| row.live_ties()) {
        if !ours.contains(&tie.staff) {
            ours.push(tie.staff);
        }
    }
    let without = |row: &Stakeholder, staff| row.cover - row.cover_at(row.level_without(Some(staff)));
    let cost = |staff: StaffId| chain.iter().map(|row| f64::from(row.weight) * without(row, staff)).sum::<f64>();
    let of_ours = ours.iter().map(|staff| (Leaver::Ours(*staff), cost(*staff)));
    let theirs = chain.iter().filter(|row| row.live_ties().next().is_some());
    let of_theirs = theirs.filter_map(|row| Some((Leaver::Theirs(row.person?), f64::from(row.weight) * row.cover)));
    let all = of_ours.chain(of_theirs).map(|(who, cost)| Impact { who, account, loss: 100.0 * cost / total });
    let mut all: Vec<Impact> = all.filter(|one| one.loss > NOTHING).collect();
    all.sort_by(|a, b| rounded(b.loss).total_cmp(&rounded(a.loss)));
    all
}

/// Sums of fractions differ in the last digits; equals must stay in their order.
fn rounded(loss: f64) -> f64 {
    (loss * 1e6).round()
}

/// For each the account where it costs most, greatest first.
pub(super) fn worst_each(all: Vec<Impact>) -> Vec<Impact> {
    let mut place: HashMap<Leaver, usize> = HashMap::new();
    let mut worst: Vec<Impact> = Vec::new();
    for one in all {
        match place.get(&one.who) {
            Some(at) if worst[*at].loss >= one.loss => {}
            Some(at) => worst[*at] = one,
            None => {
                place.insert(one.who, worst.len());
                worst.push(one);
            }
        }
    }
    worst.sort_by(|a, b| rounded(b.loss).total_cmp(&rounded(a.loss)));
    worst
}
