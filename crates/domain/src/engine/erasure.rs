//! What the records of a workspace are after a person was erased (F.4, point 7).
//!
//! Owns: which records go, which stay without their words, and what stays for the chain: seat, weight, posts and the visits
//! the person took part in. Deliberately absent: mentions in texts of others (`engine::mentions`), pictures (the store's), and
//! whether it may be done at all.

use std::collections::HashSet;

use uuid::Uuid;

use super::asof::is_in_force;
use crate::{
    ChainMember, Day, Decision, Edge, EdgeKind, IssuedCopy, LegalHold, Person, PersonId, PersonStatus, RightsKind,
    RightsRequest, RightsStatus, SeatId, SeatStatus, Snapshot, Task, Tenure, Touch, VisitGuest, VisitId, VisitLogEntry,
};

/// Records to write and records to remove; each bag holds only those.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Erasure {
    pub put: Snapshot,
    pub gone: Snapshot,
}

/// The hold that forbids deleting anything about a person on a day.
pub fn hold_on(snapshot: &Snapshot, person: PersonId, day: Day) -> Option<&LegalHold> {
    let own = |one: &&LegalHold| one.person == person && one.from_on <= day && one.to_on.is_none_or(|to| to >= day);
    snapshot.legal_holds.iter().find(own)
}

/// What erasing the person changes. `suppress_hash` is kept in place of everything else.
pub fn erasure(snapshot: &Snapshot, person: &Person, today: Day, suppress_hash: Option<String>) -> Erasure {
    let id = person.id;
    let mut done = Erasure::default();
    done.put.people.push(Person {
        status: PersonStatus::Erased,
        left_on: person.left_on,
        erased_on: Some(today),
        suppress_hash,
        ..Person::bare(id)
    });
    known(snapshot, id, &mut done.gone);
    posts(snapshot, id, today, &mut done.put);
    history(snapshot, id, &mut done);
    visits(snapshot, id, &mut done);
    requests(snapshot, id, today, &mut done);
    done
}

/// What is known and thought of the person goes.
fn known(s: &Snapshot, id: PersonId, gone: &mut Snapshot) {
    gone.facts = s.facts.iter().filter(|one| one.person == id).cloned().collect();
    gone.ties = s.ties.iter().filter(|one| one.person == id).cloned().collect();
    gone.stances = s.stances.iter().filter(|one| one.person == id).cloned().collect();
    gone.photos = s.photos.iter().filter(|one| one.person == Some(id)).cloned().collect();
    gone.planned_touches = s.planned_touches.iter().filter(|one| one.person == id).cloned().collect();
    let open = |one: &&Task| one.person == Some(id) && one.done_on.is_none();
    gone.tasks = s.tasks.iter().filter(open).cloned().collect();
    gone.warning_notes = s.warning_notes.iter().filter(|one| one.object.contains(&id.to_string())).cloned().collect();
    gone.retention_notes = s.retention_notes.iter().filter(|one| one.object == id.to_string()).cloned().collect();
}

/// Posts end and stay; of the seat the person leaves, what was said about its holder goes, its power and influence stay.
fn posts(s: &Snapshot, id: PersonId, today: Day, put: &mut Snapshot) {
    let mut left: HashSet<SeatId> = HashSet::new();
    for one in s.tenures.iter().filter(|one| one.person == id) {
        let open = one.to_on.is_none_or(|to| to > today);
        if open {
            left.insert(one.seat);
        }
        let to_on = if open { Some(one.from_on.map_or(today, |from| from.max(today))) } else { one.to_on };
        put.tenures.push(Tenure { r#ref: None, to_on, source: None, ..one.clone() });
    }
    let other = |one: &&Tenure| one.person != id && is_in_force(one.from_on, one.to_on, today);
    let held: HashSet<SeatId> = s.tenures.iter().filter(other).map(|one| one.seat).collect();
    left.retain(|seat| !held.contains(seat));
    for seat in s.seats.iter().filter(|one| left.contains(&one.id)) {
        put.seats.push(crate::Seat { status: SeatStatus::Erased, ..seat.clone() });
    }
    let spoken_of = |one: &&ChainMember| left.contains(&one.seat);
    put.chain_members = s.chain_members.iter().filter(spoken_of).map(silent_member).collect();
    let drawn = |one: &&Edge| {
        let about = left.contains(&one.from_seat) || left.contains(&one.to_seat);
        about && matches!(one.kind, EdgeKind::Influences | EdgeKind::ConflictsWith) && one.evidence.is_some()
    };
    put.edges = s.edges.iter().filter(drawn).map(|one| Edge { evidence: None, ..one.clone() }).collect();
}

fn silent_member(one: &ChainMember) -> ChainMember {
    ChainMember { functions: Vec::new(), function_evidence: None, ..one.clone() }
}

/// Contacts and matters stay as history; words of a contact with this person alone go.
fn history(s: &Snapshot, id: PersonId, done: &mut Erasure) {
    let alone = |one: &&Touch| one.people == [id];
    done.put.touches =
        s.touches.iter().filter(alone).map(|one| Touch { r#ref: None, summary: None, ..one.clone() }).collect();
    let over = |one: &&Task| one.person == Some(id) && one.done_on.is_some();
    done.put.tasks = s.tasks.iter().filter(over).map(|one| Task { text: None, ..one.clone() }).collect();
}

/// Visits keep place and part; what was planned, noted and felt about the guest goes.
fn visits(s: &Snapshot, id: PersonId, done: &mut Erasure) {
    let bare = |one: &VisitGuest| VisitGuest {
        role: one.role.clone(),
        part: one.part,
        official_order: one.official_order,
        counterpart: one.counterpart,
        attended: one.attended,
        ..VisitGuest::bare(one.id, one.visit, one.person, one.protocol_order)
    };
    done.put.visit_guests = s.visit_guests.iter().filter(|one| one.person == id).map(bare).collect();
    let log = |one: &VisitLogEntry| VisitLogEntry { r#ref: None, text: None, ..one.clone() };
    done.put.visit_log = s.visit_log.iter().filter(|one| one.person == Some(id)).map(log).collect();
    done.gone.lodgings = s.lodgings.iter().filter(|one| one.person == id).cloned().collect();
    done.gone.talking_points = s.talking_points.iter().filter(|one| one.about == Some(id)).cloned().collect();
    let asked = s.planned_questions.iter().filter(|one| one.subject.contains(&id.to_string()));
    done.gone.planned_questions = asked.cloned().collect();
}

/// That a right was asked for and answered stays without the words; consents go. With everything gone there is nothing left
/// to object to: what was open is answered. The request for the erasure itself is for whoever carries it out.
fn requests(s: &Snapshot, id: PersonId, today: Day, done: &mut Erasure) {
    let moot = |one: &RightsRequest| one.status == RightsStatus::Open && one.kind != RightsKind::Erasure;
    let bare = |one: &RightsRequest| RightsRequest {
        r#ref: None,
        status: if moot(one) { RightsStatus::Granted } else { one.status },
        closed_on: if moot(one) { Some(today) } else { one.closed_on },
        channel: None,
        subject: None,
        note: None,
        answer: None,
        ..one.clone()
    };
    done.put.rights_requests = s.rights_requests.iter().filter(|one| one.person == id).map(bare).collect();
    done.gone.consents = s.consents.iter().filter(|one| one.person == Some(id)).cloned().collect();
    done.gone.legal_holds = s.legal_holds.iter().filter(|one| one.person == id).cloned().collect();
}

/// Copies that left the desk and may hold the person: those of visits the person is a guest of or named in.
pub fn copies_with(snapshot: &Snapshot, person: PersonId) -> Vec<&IssuedCopy> {
    let visits = visits_of(snapshot, person);
    snapshot.issued_copies.iter().filter(|one| visits.contains(&one.visit)).collect()
}

fn visits_of(s: &Snapshot, id: PersonId) -> HashSet<VisitId> {
    let guests = s.visit_guests.iter().filter(|one| one.person == id).map(|one| one.visit);
    let principal = s.visits.iter().filter(|one| one.principal_guest == Some(id)).map(|one| one.id);
    let named = s.talking_points.iter().filter(|one| one.about == Some(id)).map(|one| one.visit);
    guests.chain(principal).chain(named).collect()
}

/// Records that are about the person, whatever they say: a short name in one of them means the person.
pub fn about(s: &Snapshot, id: PersonId) -> HashSet<Uuid> {
    let mut all: HashSet<Uuid> = HashSet::from([id.into()]);
    macro_rules! add {
        ($($list:ident : |$one:ident| $is:expr),+ $(,)?) => {
            $(all.extend(s.$list.iter().filter(|$one| $is).map(|one| Uuid::from(one.id)));)+
        };
    }
    let seats: HashSet<SeatId> = s.tenures.iter().filter(|one| one.person == id).map(|one| one.seat).collect();
    let visits = visits_of(s, id);
    let decisions: HashSet<_> =
        s.chain_members.iter().filter(|one| seats.contains(&one.seat)).map(|one| one.decision).collect();
    add! {
        touches: |one| one.people.contains(&id), planned_touches: |one| one.person == id, commitments: |one| one.to_person == Some(id),
        complaints: |one| one.by_person == Some(id), competitor_signals: |one| one.person == Some(id),
        customer_requests: |one| one.from_person == Some(id), tasks: |one| one.person == Some(id),
        visits: |one| visits.contains(&one.id), agenda_items: |one| visits.contains(&one.visit), travel_legs: |one| visits.contains(&one.visit),
        vehicles: |one| visits.contains(&one.visit), meals: |one| visits.contains(&one.visit), tour_stops: |one| visits.contains(&one.visit),
        talking_points: |one| visits.contains(&one.visit), visit_duties: |one| visits.contains(&one.visit), visit_contacts: |one| visits.contains(&one.visit),
        checklist_items: |one| visits.contains(&one.visit), contingencies: |one| visits.contains(&one.visit), visit_texts: |one| visits.contains(&one.visit),
        visit_log: |one| visits.contains(&one.visit), planned_questions: |one| visits.contains(&one.visit), seating_plans: |one| visits.contains(&one.visit),
        visit_guests: |one| visits.contains(&one.visit), cost_lines: |one| visits.contains(&one.visit),
        seats: |one| seats.contains(&one.id), chain_members: |one| seats.contains(&one.seat), edges: |one| seats.contains(&one.from_seat) || seats.contains(&one.to_seat),
        tenures: |one| one.person == id,
    }
    let named = |one: &&Decision| decisions.contains(&one.id);
    all.extend(s.decisions.iter().filter(named).map(|one| Uuid::from(one.id)));
    all
}
