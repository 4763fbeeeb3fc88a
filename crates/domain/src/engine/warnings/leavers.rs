//! W07: a supporter leaves or changes post (B.4.11).

use super::{MEMORY_DAYS, Warning, WarningCode, WarningObject, warning};
use crate::engine::{Param, Reason, reason::Severity};
use crate::{
    AccountId, ChainMember, Day, DecisionId, IdMap, IdSet, InformalFunction, Person, PersonId, PersonStatus, SeatId,
    Snapshot, Tenure,
};
use std::collections::BTreeMap;

/// People whose primary tenure in the account ended within the last 180 days while they supported us.
///
/// What a leaver weighed is read from the decisions still open when he left: the seat's place in a chain that was closed
/// earlier says nothing about him, and a successor's place in the same chain is the seat's place too.
pub(super) fn supporters_left(snapshot: &Snapshot, account: AccountId, as_of: Day) -> Vec<Warning> {
    let seats: IdSet<SeatId> = snapshot.seats.iter().filter(|one| one.account == account).map(|one| one.id).collect();
    let people: IdMap<PersonId, &Person> = snapshot.people.iter().map(|one| (one.id, one)).collect();
    let mut left: BTreeMap<(Day, PersonId), &Tenure> = BTreeMap::new();
    for tenure in snapshot.tenures.iter().filter(|one| one.primary && seats.contains(&one.seat)) {
        let Some(person) = people.get(&tenure.person).filter(|one| one.status != PersonStatus::Erased) else {
            continue;
        };
        let gone = person.left_on.filter(|_| person.status == PersonStatus::Departed);
        let Some(ended) = tenure.to_on.into_iter().chain(gone).min() else { continue };
        if (1..=MEMORY_DAYS).contains(&(as_of - ended).num_days()) {
            left.insert((ended, tenure.person), tenure);
        }
    }
    if left.is_empty() {
        return Vec::new();
    }
    let closed: IdMap<DecisionId, Option<Day>> =
        snapshot.decisions.iter().filter(|one| one.account == account).map(|one| (one.id, one.closed_on)).collect();
    left.into_iter()
        .filter(|((ended, person), tenure)| !stayed(snapshot, tenure, *person, *ended))
        .filter_map(|((ended, person), tenure)| {
            let was_open =
                |one: &&ChainMember| closed.get(&one.decision).is_some_and(|on| on.is_none_or(|on| on >= ended));
            let members = snapshot.chain_members.iter().filter(|one| one.seat == tenure.seat).filter(was_open);
            (attitude(snapshot, person, as_of)? >= 1).then(|| leaver(person, ended, members))
        })
        .collect()
}

/// Whether the person went on in the same seat (a renewed term is not a departure).
fn stayed(snapshot: &Snapshot, old: &Tenure, person: PersonId, ended: Day) -> bool {
    let later = |one: &&Tenure| one.person == person && one.seat == old.seat && one.id != old.id;
    snapshot.tenures.iter().filter(later).any(|one| one.to_on.is_none_or(|to| to > ended))
}

fn attitude(snapshot: &Snapshot, person: PersonId, as_of: Day) -> Option<i8> {
    let own = snapshot.stances.iter().filter(|one| one.person == person && one.read_on <= as_of);
    own.max_by_key(|one| (one.read_on, one.id))?.level
}

/// Red for weight ≥ 3 or a coach or champion, else amber.
fn leaver<'a>(person: PersonId, ended: Day, members: impl Iterator<Item = &'a ChainMember>) -> Warning {
    let (mut weight, mut coach) = (0, false);
    for one in members {
        weight = weight.max(one.formal_power).max(one.influence_level.unwrap_or(0));
        coach |= one.functions.iter().any(|f| matches!(f, InformalFunction::Coach | InformalFunction::Champion));
    }
    let severity = if coach || weight >= 3 { Severity::Red } else { Severity::Amber };
    let reason = Reason::new(if coach { "coach-left" } else { "supporter-left" })
        .with("who", Param::Person(person))
        .with("day", Param::Day(ended));
    let base = warning(WarningCode::SupporterLeft, severity, WarningObject::Person(person), reason);
    Warning { since: ended.succ_opt(), ..base }
}
