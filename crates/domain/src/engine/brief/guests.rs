//! Guests in protocol order with what may be printed about them, and their diet for the dining part.
//!
//! Deliberately absent: phone numbers and mail addresses (a briefing needs none), sensitive facts, rumours, facts whose
//! time of keeping has run out.

use super::questions::{Question, QuestionCode};
use super::{Sources, ask_about};
use crate::engine::asof::is_in_force;
use crate::engine::freshness::{FreshWord, fresh_word, freshness, half_life};
use crate::engine::rights::{is_disputed, is_restricted};
use crate::{Confidence, DataClass, Day, Fact, FactKind, PersonId, SeatId, StaffId, TouchKind};

/// Earlier meetings printed per guest.
const MEETINGS: usize = 3;

/// When and how surely a post was last verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerifiedOn {
    pub on: Day,
    pub confidence: Confidence,
}

/// A fact fit for the profile.
#[derive(Debug, Clone, PartialEq)]
pub struct GuestFact {
    pub kind: FactKind,
    /// Asked and told that there is none: `None`.
    pub value: Option<String>,
    pub level: Option<String>,
    pub from_year: Option<i32>,
    pub to_year: Option<i32>,
    pub source: Option<String>,
    pub confidence: Confidence,
    pub verified_on: Option<Day>,
    /// Days since it was verified.
    pub age_days: Option<i64>,
    /// `None` when nobody wrote down when it was verified.
    pub fresh: Option<FreshWord>,
}

/// A meeting with a guest before this visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    pub on: Day,
    pub kind: TouchKind,
    pub staff: Vec<StaffId>,
    pub summary: Option<String>,
}

/// One guest.
#[derive(Debug, Clone, PartialEq)]
pub struct GuestLine {
    pub person: PersonId,
    pub order: u32,
    pub is_principal: bool,
    /// Role in the delegation.
    pub role: Option<String>,
    /// Seats held on the day, the post in which the guest travels first.
    pub seats: Vec<SeatId>,
    pub verified: Option<VerifiedOn>,
    pub facts: Vec<GuestFact>,
    /// Kinds of fact that are missing, each with its question.
    pub missing: Vec<(FactKind, u32)>,
    /// Latest first.
    pub meetings: Vec<Meeting>,
    pub ask_identity: Option<u32>,
    pub ask_role: Option<u32>,
    pub ask_attitude: Option<u32>,
    pub ask_owner: Option<u32>,
}

/// What is known of a guest's diet.
#[derive(Debug, Clone, PartialEq)]
pub enum Diet {
    NotAsked,
    /// Asked: no needs.
    None,
    Needs(Vec<String>),
}

/// A guest at table.
#[derive(Debug, Clone, PartialEq)]
pub struct DietLine {
    pub person: PersonId,
    pub order: u32,
    pub diet: Diet,
    /// The question about it, also when the need is known too loosely to cook for.
    pub ask: Option<u32>,
}

/// Whether a fact may be used in any briefing on the day.
fn is_usable(fact: &Fact, day: Day) -> bool {
    fact.confidence != Confidence::Rumour && fact.retain_until.is_none_or(|last| day <= last)
}

/// Whether a fact belongs in a profile: no diet, no sensitive class, no contact details.
fn is_profile(fact: &Fact) -> bool {
    use FactKind::{Diet, Email, Messenger, Mobile, Phone, Position, WorkAddress};
    fact.class != DataClass::P3
        && !matches!(fact.kind, Diet | Mobile | Phone | Email | Messenger | WorkAddress | Position)
}

/// Usable facts of one kind about a person.
pub(super) fn facts_of<'a>(from: &'a Sources, person: PersonId, kind: FactKind) -> impl Iterator<Item = &'a Fact> {
    let day = from.as_of;
    from.snapshot.facts.iter().filter(move |one| one.person == person && one.kind == kind && is_usable(one, day))
}

/// When the post of a person was last verified.
pub(super) fn verified(from: &Sources, person: PersonId) -> Option<VerifiedOn> {
    let dated =
        facts_of(from, person, FactKind::Position).filter_map(|one| one.verified_on.map(|on| (on, one.confidence)));
    dated.max_by_key(|one| one.0).map(|(on, confidence)| VerifiedOn { on, confidence })
}

/// The diet of a person, asked or not.
pub(super) fn diet_of(from: &Sources, person: PersonId) -> Diet {
    let told: Vec<_> = facts_of(from, person, FactKind::Diet).collect();
    let needs: Vec<String> = told.iter().filter_map(|one| one.value.clone()).collect();
    match (told.is_empty(), needs.is_empty()) {
        (true, _) => Diet::NotAsked,
        (false, true) => Diet::None,
        (false, false) => Diet::Needs(needs),
    }
}

pub(super) fn guest_lines(from: &Sources, questions: &[Question]) -> Vec<GuestLine> {
    from.invited
        .iter()
        .map(|guest| {
            let ask = |code| ask_about(questions, code, guest.person);
            GuestLine {
                person: guest.person,
                order: guest.protocol_order,
                is_principal: from.visit.principal_guest == Some(guest.person),
                role: guest.role.clone(),
                seats: seats_of(from, guest.person),
                verified: verified(from, guest.person),
                facts: profile(from, guest.person),
                missing: missing(questions, guest.person),
                meetings: meetings(from, guest.person),
                ask_identity: ask(QuestionCode::Identity),
                ask_role: ask(QuestionCode::DelegationRole),
                ask_attitude: ask(QuestionCode::Attitude),
                ask_owner: ask(QuestionCode::Owner),
            }
        })
        .collect()
}

/// Seats held on the day, the primary one first.
fn seats_of(from: &Sources, person: PersonId) -> Vec<SeatId> {
    let day = from.as_of;
    let tenures =
        from.snapshot.tenures.iter().filter(|one| one.person == person && is_in_force(one.from_on, one.to_on, day));
    let mut held: Vec<_> = tenures.map(|one| (!one.primary, one.seat)).collect();
    held.sort_by_key(|one| one.0);
    held.into_iter().map(|one| one.1).collect()
}

fn profile(from: &Sources, person: PersonId) -> Vec<GuestFact> {
    // What is restricted is kept and not printed; what is disputed is not printed until it is settled.
    let open = !is_restricted(from.snapshot, person, from.as_of);
    let usable = |one: &&Fact| one.person == person && open && !is_disputed(from.snapshot, one);
    let own = from.snapshot.facts.iter().filter(usable);
    let mut facts: Vec<_> = own
        .filter(|one| is_usable(one, from.as_of) && is_profile(one))
        .map(|one| guest_fact(from.as_of, one))
        .collect();
    facts.sort_by_key(|one| one.kind);
    facts
}

fn guest_fact(day: Day, fact: &Fact) -> GuestFact {
    let age_days = fact.verified_on.map(|on| (day - on).num_days().max(0));
    GuestFact {
        kind: fact.kind,
        value: fact.value.clone(),
        level: fact.level.clone(),
        from_year: fact.from_year,
        to_year: fact.to_year,
        source: fact.source.clone(),
        confidence: fact.confidence,
        verified_on: fact.verified_on,
        age_days,
        fresh: age_days.map(|age| fresh_word(freshness(age, half_life(fact.kind)))),
    }
}

fn missing(questions: &[Question], person: PersonId) -> Vec<(FactKind, u32)> {
    let about = questions.iter().filter(|one| one.code == QuestionCode::Background && one.people.contains(&person));
    about.flat_map(|one| one.kinds.iter().map(|kind| (*kind, one.number))).collect()
}

fn meetings(from: &Sources, person: PersonId) -> Vec<Meeting> {
    let touches = from.snapshot.touches.iter().filter(|one| one.on <= from.as_of && one.people.contains(&person));
    let mut met: Vec<_> = touches
        .map(|one| Meeting { on: one.on, kind: one.kind, staff: one.staff.clone(), summary: one.summary.clone() })
        .collect();
    met.sort_by_key(|one| std::cmp::Reverse(one.on));
    met.truncate(MEETINGS);
    met
}

pub(super) fn diet_lines(from: &Sources, questions: &[Question]) -> Vec<DietLine> {
    let ask = |person| {
        ask_about(questions, QuestionCode::Diet, person)
            .or_else(|| ask_about(questions, QuestionCode::DietKind, person))
    };
    let line = |person, order| DietLine { person, order, diet: diet_of(from, person), ask: ask(person) };
    from.invited.iter().map(|guest| line(guest.person, guest.protocol_order)).collect()
}
