//! Committee projection (B.4.3). Never suggests contacting anybody.

use super::{
    asof::is_in_force,
    chain::{RowsBy, Stakeholder},
};
use crate::{Day, DecisionBody, DecisionId, PersonId, SeatId, Snapshot, VotingRule};
use std::collections::{HashMap, HashSet};

codes! {
    /// How the vote looks.
    Outlook { Secured = "secured", Open = "open", Lost = "lost" }
}

/// Votes needed and where they stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    pub body: crate::DecisionBodyId,
    pub need: u32,
    pub support: u32,
    pub oppose: u32,
    pub undecided_or_unknown: u32,
    pub outlook: Outlook,
}

/// Projects the first body of a decision; `None` when it has none. Members nobody may approach count as unknown.
pub fn project_committee(
    snapshot: &Snapshot,
    decision: DecisionId,
    rows: &[Stakeholder],
    as_of: Day,
) -> Option<Projection> {
    let body = snapshot.decision_bodies.iter().find(|one| one.decision == decision)?;
    let rows_by = RowsBy::of(rows);
    let holders = holders_of(snapshot, body, as_of);
    let vote = |seat: &SeatId| {
        let row = rows_by.seat.get(seat).or_else(|| rows_by.person.get(holders.get(seat)?))?;
        row.attitude.filter(|_| !row.no_contact)
    };
    let votes: Vec<Option<i8>> = match body.rule {
        VotingRule::ChairDecides => vec![body.chair.as_ref().and_then(vote)],
        _ => body.members.iter().map(vote).collect(),
    };
    let (support, oppose) = (count(&votes, |level| level > 0), count(&votes, |level| level < 0));
    let seats = match body.rule {
        VotingRule::ChairDecides => 1,
        _ => body.seat_count.max(u32::try_from(votes.len()).unwrap_or(u32::MAX)),
    };
    let need = votes_needed(body.rule, seats);
    let undecided_or_unknown = seats - support - oppose;
    let outlook = if support >= need {
        Outlook::Secured
    } else if support + undecided_or_unknown < need {
        Outlook::Lost
    } else {
        Outlook::Open
    };
    Some(Projection { body: body.id, need, support, oppose, undecided_or_unknown, outlook })
}

/// Votes a rule asks for among `seats`: majority ⌊n/2⌋+1, two thirds ⌈2n/3⌉, unanimous n, chair 1.
pub fn votes_needed(rule: VotingRule, seats: u32) -> u32 {
    match rule {
        VotingRule::Majority => seats / 2 + 1,
        VotingRule::TwoThirds => (2 * seats).div_ceil(3),
        VotingRule::Unanimous => seats,
        VotingRule::ChairDecides => 1,
    }
}

fn count(votes: &[Option<i8>], is: impl Fn(i8) -> bool) -> u32 {
    votes.iter().flatten().filter(|level| is(**level)).count() as u32
}

/// Who sits in the members' seats: a member named by a second post of a person is still that person.
fn holders_of(snapshot: &Snapshot, body: &DecisionBody, as_of: Day) -> HashMap<SeatId, PersonId> {
    let members: HashSet<SeatId> = body.members.iter().copied().chain(body.chair).collect();
    let tenures = snapshot.tenures.iter().filter(|one| members.contains(&one.seat));
    tenures.filter(|one| is_in_force(one.from_on, one.to_on, as_of)).map(|one| (one.seat, one.person)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_asks_for_its_votes() {
        let needs = |rule| [1, 6, 7, 9].map(|seats| votes_needed(rule, seats));
        assert_eq!(needs(VotingRule::Majority), [1, 4, 4, 5]);
        assert_eq!(needs(VotingRule::TwoThirds), [1, 4, 5, 6]);
        assert_eq!(needs(VotingRule::Unanimous), [1, 6, 7, 9]);
        assert_eq!(needs(VotingRule::ChairDecides), [1, 1, 1, 1]);
    }
}
