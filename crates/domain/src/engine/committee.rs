//! Committee projection (B.4.3). Never suggests contacting anybody.

use super::{
    asof::is_in_force,
    chain::{RowsBy, Stakeholder},
};
use crate::{Day, DecisionBody, DecisionBodyId, DecisionId, IdMap, IdSet, PersonId, SeatId, Snapshot, VotingRule};

codes! {
    /// How the vote looks.
    Outlook { Secured = "secured", Open = "open", Lost = "lost" }
}

/// How one member is expected to vote.
#[derive(Debug, Clone, PartialEq)]
pub struct Vote {
    pub seat: SeatId,
    /// Who sits there, when known.
    pub person: Option<PersonId>,
    /// −2…+2; `None` is unknown, always so for members nobody may approach.
    pub level: Option<i8>,
    pub no_contact: bool,
    pub chair: bool,
}

/// Votes needed and where they stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    pub body: DecisionBodyId,
    /// Every member in the order of the body; a chair outside the members comes last.
    pub votes: Vec<Vote>,
    pub need: u32,
    pub support: u32,
    pub oppose: u32,
    pub undecided_or_unknown: u32,
    pub outlook: Outlook,
}

/// Projects the first body of a decision; `None` when it has none.
pub fn project_committee(
    snapshot: &Snapshot,
    decision: DecisionId,
    rows: &[Stakeholder],
    as_of: Day,
) -> Option<Projection> {
    let body = snapshot.decision_bodies.iter().find(|one| one.decision == decision)?;
    Some(project_body(snapshot, body, rows, as_of))
}

/// Projects one body on a day. `rows` are the stakeholders of its decision on that day. Members nobody may approach count
/// as unknown, and so do seats of the body that are not named as members.
pub fn project_body(snapshot: &Snapshot, body: &DecisionBody, rows: &[Stakeholder], as_of: Day) -> Projection {
    let votes = votes(snapshot, body, rows, as_of);
    let decides = |one: &&Vote| match body.rule {
        VotingRule::ChairDecides => one.chair,
        _ => body.members.contains(&one.seat),
    };
    let levels: Vec<i8> = votes.iter().filter(decides).filter_map(|one| one.level).collect();
    let count = |is: fn(&i8) -> bool| levels.iter().filter(|level| is(level)).count() as u32;
    let (support, oppose) = (count(|level| *level > 0), count(|level| *level < 0));
    let seats = match body.rule {
        VotingRule::ChairDecides => 1,
        _ => body.seat_count.max(u32::try_from(body.members.len()).unwrap_or(u32::MAX)),
    };
    let need = votes_needed(body.rule, seats);
    let undecided_or_unknown = seats.saturating_sub(support + oppose);
    let outlook = if support >= need {
        Outlook::Secured
    } else if support + undecided_or_unknown < need {
        Outlook::Lost
    } else {
        Outlook::Open
    };
    Projection { body: body.id, votes, need, support, oppose, undecided_or_unknown, outlook }
}

fn votes(snapshot: &Snapshot, body: &DecisionBody, rows: &[Stakeholder], as_of: Day) -> Vec<Vote> {
    let rows_by = RowsBy::of(rows);
    let holders = holders_of(snapshot, body, as_of);
    let chair = body.chair.filter(|chair| !body.members.contains(chair));
    let vote = |&seat: &SeatId| {
        let own = rows_by.seat.get(&seat);
        let row = own.or_else(|| rows_by.person.get(holders.get(&seat)?));
        let barred = snapshot.seat(seat).is_some_and(|one| one.no_contact);
        let no_contact = barred || row.is_some_and(|row| row.no_contact);
        Vote {
            seat,
            person: row.and_then(|row| row.person),
            level: row.and_then(|row| row.attitude).filter(|_| !no_contact),
            no_contact,
            chair: body.chair == Some(seat),
        }
    };
    body.members.iter().chain(&chair).map(vote).collect()
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

/// Who sits in the members' seats: a member named by a second post of a person is still that person.
fn holders_of(snapshot: &Snapshot, body: &DecisionBody, as_of: Day) -> IdMap<SeatId, PersonId> {
    let members: IdSet<SeatId> = body.members.iter().copied().chain(body.chair).collect();
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
