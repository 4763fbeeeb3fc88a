//! What is known of the guest for matching: rank, who of ours answers for them, and facts that may count.

use crate::engine::asof::is_in_force;
use crate::{AssignmentKind, Confidence, Convention, Day, Fact, FactKind, PersonId, SeatId, Snapshot, StaffId, Visit};

/// The guest as the nine dimensions see them.
pub(super) struct Guest<'a> {
    pub person: PersonId,
    pub rank: Option<u8>,
    /// Languages decide instead of dialects.
    pub foreign: bool,
    /// The visit has an interpreter.
    pub interpreter: bool,
    pub topic_owner: Option<StaffId>,
    pub owners: Vec<StaffId>,
    pub sponsors: Vec<StaffId>,
    facts: Vec<&'a Fact>,
    position: Option<&'a Fact>,
}

impl<'a> Guest<'a> {
    /// Reads the guest; `None` when the snapshot does not hold the person.
    pub(super) fn read(snapshot: &'a Snapshot, visit: &'a Visit, person: PersonId, as_of: Day) -> Option<Self> {
        snapshot.person(person)?;
        let seats = seats_of(snapshot, visit, person, as_of);
        let assigned = |kind| {
            let own = snapshot.assignments.iter().filter(|one| one.kind == kind && seats.contains(&one.seat));
            own.filter(|one| is_in_force(one.from_on, one.to_on, as_of)).map(|one| one.staff).collect()
        };
        let own = snapshot.facts.iter().filter(|one| one.person == person);
        let facts: Vec<&Fact> = own.filter(|one| may_count(one)).collect();
        let newest = facts.iter().filter(|one| one.kind == FactKind::Position).max_by_key(|one| one.verified_on);
        Some(Self {
            person,
            rank: seats.first().and_then(|id| snapshot.seat(*id)).and_then(|seat| seat.rank_level),
            foreign: visit.convention == Convention::Foreign,
            interpreter: visit.interpreter.as_ref().is_some_and(|one| one != "none"),
            topic_owner: visit.topic_owner,
            owners: assigned(AssignmentKind::Owner),
            sponsors: assigned(AssignmentKind::Sponsor),
            position: newest.copied(),
            facts,
        })
    }

    /// Facts of a kind that may count, with a value.
    pub(super) fn facts(&self, kind: FactKind) -> impl Iterator<Item = (&'a Fact, &'a str)> + '_ {
        let own = self.facts.iter().copied().filter(move |one| one.kind == kind);
        own.filter_map(|one| Some((one, one.value.as_deref()?)))
    }
    /// Whether anything is recorded of these kinds, even "asked: none".
    pub(super) fn knows(&self, kinds: &[FactKind]) -> bool {
        self.facts.iter().any(|one| kinds.contains(&one.kind))
    }
    /// Where the rank comes from.
    pub(super) fn rank_source(&self) -> Option<String> {
        self.position.and_then(|one| one.source.clone())
    }
}

/// Background counts from open sources or from the guest: reports of one indirect witness and rumours do not (B.2.10),
/// and sensitive facts never do (F.2).
fn may_count(fact: &Fact) -> bool {
    fact.class != crate::DataClass::P3 && matches!(fact.confidence, Confidence::Confirmed | Confidence::Reliable)
}

/// The guest's seats in the visiting account on the day, the primary one first.
fn seats_of(snapshot: &Snapshot, visit: &Visit, person: PersonId, as_of: Day) -> Vec<SeatId> {
    let held = |one: &&crate::Tenure| one.person == person && is_in_force(one.from_on, one.to_on, as_of);
    let mut tenures: Vec<_> = snapshot.tenures.iter().filter(held).collect();
    tenures.sort_by_key(|one| (!one.primary, one.id));
    let here = |id: &SeatId| snapshot.seat(*id).is_some_and(|seat| seat.account == visit.account);
    tenures.into_iter().map(|one| one.seat).filter(here).collect()
}
