//! What is known of the guest for matching: rank, who of ours answers for them, whom they met, and facts that may count.

use crate::engine::asof::is_in_force;
use crate::engine::entity::{Aliases, EntityKey, fold};
use crate::engine::places::settled;
use crate::engine::rights::{is_disputed, may_please};
use crate::{
    AssignmentKind, Confidence, Convention, Day, Fact, FactKind, PersonId, SeatId, Snapshot, StaffId, TouchKind, Visit,
};
use std::collections::HashMap;
use std::sync::Arc;

/// Years in which meetings count (B.4.9).
const MEETING_YEARS: u32 = 3;
/// Where a guest is from, was born, grew up: kept apart, the best counts.
const ORIGINS: [FactKind; 3] = [FactKind::NativePlace, FactKind::BirthPlace, FactKind::GrewUp];

/// A fact that may count, with its source shared by every line that rests on it.
pub(super) struct Told<'a> {
    pub fact: &'a Fact,
    /// The value; `None` is "asked: none".
    pub value: Option<&'a str>,
    pub source: Option<Arc<str>>,
}

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
    /// Meetings with one of ours in the last three years, from the log of touches.
    pub met: HashMap<StaffId, u32>,
    /// Notes on meetings are about the principal.
    pub principal: bool,
    pub rank_source: Option<Arc<str>>,
    /// Settled codes of places.
    pub origins: Vec<(Told<'a>, String)>,
    pub dialects: Vec<Told<'a>>,
    pub languages: Vec<Told<'a>>,
    pub schools: Vec<(Told<'a>, EntityKey)>,
    pub employers: Vec<(Told<'a>, EntityKey)>,
    /// Service in the forces that the guest made known.
    pub served: Option<Told<'a>>,
    pub professions: Vec<(Told<'a>, String)>,
    pub hobbies: Vec<(Told<'a>, String)>,
    kinds: Vec<FactKind>,
}

impl<'a> Guest<'a> {
    /// Reads the guest; `None` when the snapshot does not hold the person.
    pub(super) fn read(
        snapshot: &'a Snapshot,
        visit: &'a Visit,
        person: PersonId,
        as_of: Day,
        names: &mut Aliases,
    ) -> Option<Self> {
        snapshot.person(person)?;
        let seats = seats_of(snapshot, visit, person, as_of);
        let assigned = |kind| {
            let own = snapshot.assignments.iter().filter(|one| one.kind == kind && seats.contains(&one.seat));
            own.filter(|one| is_in_force(one.from_on, one.to_on, as_of)).map(|one| one.staff).collect()
        };
        // Nobody is courted by a background they do not want used.
        let open = may_please(snapshot, person, as_of);
        let usable =
            |one: &&Fact| may_count(one) && (open || one.kind == FactKind::Position) && !is_disputed(snapshot, one);
        let counted: Vec<&Fact> = snapshot.facts.iter().filter(|one| one.person == person).filter(usable).collect();
        let told = |kind: FactKind| counted.iter().copied().filter(move |one| one.kind == kind).map(Told::of);
        let mut stays = |kind| -> Vec<(Told<'a>, EntityKey)> {
            told(kind).filter_map(|one| one.value.and_then(|text| names.learn(text)).map(|key| (one, key))).collect()
        };
        let folded = |kind| told(kind).filter_map(|one| one.value.map(fold).map(|text| (one, text))).collect();
        let newest = counted.iter().filter(|one| one.kind == FactKind::Position).max_by_key(|one| one.verified_on);
        Some(Self {
            person,
            rank: seats.first().and_then(|id| snapshot.seat(*id)).and_then(|seat| seat.rank_level),
            foreign: visit.convention == Convention::Foreign,
            interpreter: visit.interpreter.as_ref().is_some_and(|one| one != "none"),
            topic_owner: visit.topic_owner,
            owners: assigned(AssignmentKind::Owner),
            sponsors: assigned(AssignmentKind::Sponsor),
            met: meetings(snapshot, person, as_of),
            principal: visit.principal_guest == Some(person),
            rank_source: newest.and_then(|one| one.source.as_deref().map(Arc::from)),
            origins: ORIGINS
                .into_iter()
                .flat_map(told)
                .filter_map(|one| one.value.map(settled).map(|code| (one, code)))
                .collect(),
            dialects: told(FactKind::Dialect).collect(),
            languages: told(FactKind::Language).collect(),
            schools: stays(FactKind::School),
            employers: stays(FactKind::Employer),
            served: told(FactKind::Served).find(|one| one.value.is_some() && one.source.is_some()),
            professions: folded(FactKind::Profession),
            hobbies: folded(FactKind::Hobby),
            kinds: counted.iter().map(|one| one.kind).collect(),
        })
    }

    /// Whether anything is recorded of these kinds, even "asked: none".
    pub(super) fn knows(&self, kinds: &[FactKind]) -> bool {
        self.kinds.iter().any(|one| kinds.contains(one))
    }
    /// Whether anything is recorded of where they come from.
    pub(super) fn knows_origin(&self) -> bool {
        self.knows(&ORIGINS)
    }
}

impl<'a> Told<'a> {
    fn of(fact: &'a Fact) -> Self {
        Self { fact, value: fact.value.as_deref(), source: fact.source.as_deref().map(Arc::from) }
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

/// Face to face, not calls and messages.
fn is_meeting(kind: TouchKind) -> bool {
    matches!(kind, TouchKind::Meeting | TouchKind::Dinner | TouchKind::Workshop | TouchKind::Visit)
}

fn meetings(snapshot: &Snapshot, person: PersonId, as_of: Day) -> HashMap<StaffId, u32> {
    let since = as_of.checked_sub_months(chrono::Months::new(12 * MEETING_YEARS)).unwrap_or(Day::MIN);
    let mut met = HashMap::new();
    let own = snapshot.touches.iter().filter(|one| one.people.contains(&person) && is_meeting(one.kind));
    for touch in own.filter(|one| since <= one.on && one.on <= as_of) {
        for staff in &touch.staff {
            *met.entry(*staff).or_default() += 1;
        }
    }
    met
}
