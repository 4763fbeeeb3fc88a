//! What records must satisfy beyond their types: scales, identities, references to records that are there.
//!
//! Deliberately absent: rules whose violation is a finding (two owners, two primary tenures); imports may carry them.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use domain::{Picture, Record, Snapshot};

use crate::read::picture::is_kept_form;
use crate::{IntakeError, JsonFault};

type Ids<R> = HashSet<<R as Record>::Id>;

fn invalid(kind: &str, at: usize, field: &str, fault: JsonFault) -> IntakeError {
    IntakeError::InvalidRecord { path: format!("records.{kind}[{at}].{field}"), line: 0, column: 0, fault }
}

/// The identities of one kind; refuses the second use of one.
fn ids<R: Record>(kind: &str, records: &[R]) -> Result<Ids<R>, IntakeError> {
    let mut seen = Ids::<R>::with_capacity(records.len());
    for (at, record) in records.iter().enumerate() {
        if !seen.insert(record.id()) {
            return Err(invalid(kind, at, "id", JsonFault::DuplicateId));
        }
    }
    Ok(seen)
}

/// Checks all records; the first fault in file order of kinds is told.
pub(super) fn check(records: &Snapshot) -> Result<(), IntakeError> {
    scales(records)?;
    macro_rules! unique {
        ($field:ident, $record:ty) => {
            ids(stringify!($field), &records.$field)?;
        };
    }
    domain::for_each_record!(unique);
    references_of_organisation(records)?;
    references_of_chain(records)?;
    references_of_matters(records)?;
    references_of_plans(records)?;
    references_of_court(records)?;
    references_of_rights(records)
}

/// Every `field` (an id, an optional id or a list of ids) of a kind must be among the known ones.
macro_rules! refer {
    ($records:ident . $kind:ident : $($field:ident -> $known:ident),+ $(,)?) => {
        for (at, record) in $records.$kind.iter().enumerate() {
            $(if !record.$field.listed().iter().all(|id| $known.contains(id)) {
                return Err(invalid(stringify!($kind), at, stringify!($field), JsonFault::DanglingReference));
            })+
        }
    };
}

/// One id, perhaps one, or several: all seen as a list.
trait Listed {
    type Id;
    fn listed(&self) -> &[Self::Id];
}
impl<T> Listed for Option<T> {
    type Id = T;
    fn listed(&self) -> &[T] {
        self.as_slice()
    }
}
impl<T> Listed for Vec<T> {
    type Id = T;
    fn listed(&self) -> &[T] {
        self
    }
}
macro_rules! listed_alone {
    ($($id:ident),+) => {$(impl Listed for domain::$id {
        type Id = Self;
        fn listed(&self) -> &[Self] { std::slice::from_ref(self) }
    })+};
}
listed_alone!(
    AccountId,
    UnitId,
    SeatId,
    PersonId,
    StaffId,
    DecisionId,
    VisitId,
    VehicleId,
    CommitmentId,
    ComplaintId,
    CustomerRequestId
);

fn references_of_organisation(records: &Snapshot) -> Result<(), IntakeError> {
    let policies = ids("policies", &records.policies)?;
    let accounts = ids("accounts", &records.accounts)?;
    let units = ids("units", &records.units)?;
    let people = ids("people", &records.people)?;
    let seats = ids("seats", &records.seats)?;
    let staff = ids("staff", &records.staff)?;
    refer!(records.accounts: policy -> policies);
    refer!(records.units: account -> accounts, parent -> units);
    refer!(records.org_links: account -> accounts, from_unit -> units, to_unit -> units);
    refer!(records.seats: account -> accounts, unit -> units);
    for (at, seat) in records.seats.iter().enumerate() {
        if !seat.former_units.iter().all(|one| units.contains(&one.unit)) {
            return Err(invalid("seats", at, "former_units", JsonFault::DanglingReference));
        }
    }
    refer!(records.tenures: seat -> seats, person -> people);
    refer!(records.edges: account -> accounts, from_seat -> seats, to_seat -> seats);
    refer!(records.facts: person -> people, verified_by -> staff);
    refer!(records.person_questions: person -> people, owner -> staff);
    refer!(records.photos: person -> people, staff -> staff);
    refer!(records.figures: account -> accounts);
    refer!(records.account_days: account -> accounts);
    refer!(records.import_sources: account -> accounts, people -> people);
    Ok(())
}

fn references_of_rights(records: &Snapshot) -> Result<(), IntakeError> {
    let staff = ids("staff", &records.staff)?;
    let people = ids("people", &records.people)?;
    refer!(records.rights_requests: person -> people, handled_by -> staff);
    refer!(records.consents: person -> people, staff -> staff);
    refer!(records.legal_holds: person -> people, set_by -> staff);
    refer!(records.retention_notes: decided_by -> staff);
    // A consent is somebody's, and of one alone.
    let of_one = |one: &domain::Consent| one.person.is_some() != one.staff.is_some();
    match records.consents.iter().position(|one| !of_one(one)) {
        Some(at) => Err(invalid("consents", at, "person", JsonFault::WrongValue)),
        None => Ok(()),
    }
}

fn references_of_chain(records: &Snapshot) -> Result<(), IntakeError> {
    let staff = ids("staff", &records.staff)?;
    let accounts = ids("accounts", &records.accounts)?;
    let people = ids("people", &records.people)?;
    let seats = ids("seats", &records.seats)?;
    let decisions = ids("decisions", &records.decisions)?;
    refer!(records.decisions: account -> accounts);
    refer!(records.chain_members: decision -> decisions, seat -> seats);
    refer!(records.chain_vacancies: decision -> decisions);
    refer!(records.decision_bodies: decision -> decisions, members -> seats, chair -> seats);
    refer!(records.stances: person -> people, decision -> decisions);
    refer!(records.ties: staff -> staff, person -> people, confirmed_by -> staff);
    refer!(records.assignments: seat -> seats, staff -> staff, confirmed_by -> staff);
    refer!(records.saved_views: account -> accounts, decision -> decisions);
    Ok(())
}

fn references_of_matters(records: &Snapshot) -> Result<(), IntakeError> {
    let staff = ids("staff", &records.staff)?;
    let accounts = ids("accounts", &records.accounts)?;
    let people = ids("people", &records.people)?;
    let visits = ids("visits", &records.visits)?;
    refer!(records.visits: account -> accounts, principal_guest -> people, topic_owner -> staff, host -> staff,
        coordinator -> staff, business_lead -> staff, approver -> staff, gift_approver -> staff, gift_receivers -> people);
    refer!(records.visit_guests: visit -> visits, person -> people, counterpart -> staff);
    refer!(records.visit_hosts: visit -> visits, staff -> staff);
    refer!(records.touches: account -> accounts, staff -> staff, people -> people, visit -> visits);
    refer!(records.planned_touches: account -> accounts, staff -> staff, person -> people);
    refer!(records.commitments: account -> accounts, to_person -> people, by_staff -> staff, second_reader -> staff, countersigned_by -> staff, holder -> staff);
    refer!(records.complaints: account -> accounts, by_person -> people, owner -> staff, first_asked -> staff);
    refer!(records.competitor_signals: account -> accounts, person -> people);
    Ok(())
}

fn references_of_plans(records: &Snapshot) -> Result<(), IntakeError> {
    let staff = ids("staff", &records.staff)?;
    let people = ids("people", &records.people)?;
    let visits = ids("visits", &records.visits)?;
    let vehicles = ids("vehicles", &records.vehicles)?;
    let commitments = ids("commitments", &records.commitments)?;
    refer!(records.agenda_items: visit -> visits, lead -> staff, ours -> staff, theirs -> people);
    refer!(records.vehicles: visit -> visits);
    refer!(records.travel_legs: visit -> visits, greeter -> staff, people -> people);
    refer!(records.lodgings: visit -> visits, person -> people);
    refer!(records.meals: visit -> visits, hosts -> staff);
    refer!(records.tour_stops: visit -> visits, guide -> staff);
    refer!(records.talking_points: visit -> visits, speaker -> staff, about -> people);
    refer!(records.visit_duties: visit -> visits, staff -> staff);
    refer!(records.visit_contacts: visit -> visits);
    refer!(records.checklist_items: visit -> visits, owner -> staff);
    refer!(records.cost_lines: visit -> visits);
    refer!(records.contingencies: visit -> visits, owner -> staff);
    refer!(records.visit_texts: visit -> visits);
    refer!(records.visit_log: visit -> visits, person -> people, staff -> staff, commitment -> commitments);
    refer!(records.planned_questions: visit -> visits, owner -> staff);
    refer!(records.seating_plans: visit -> visits, vehicle -> vehicles, ours -> staff, guests -> people);
    refer!(records.issued_copies: visit -> visits);
    Ok(())
}

fn references_of_court(records: &Snapshot) -> Result<(), IntakeError> {
    let accounts = ids("accounts", &records.accounts)?;
    let units = ids("units", &records.units)?;
    let staff = ids("staff", &records.staff)?;
    let people = ids("people", &records.people)?;
    let seats = ids("seats", &records.seats)?;
    let commitments = ids("commitments", &records.commitments)?;
    let complaints = ids("complaints", &records.complaints)?;
    let requests = ids("customer_requests", &records.customer_requests)?;
    let visits = ids("visits", &records.visits)?;
    refer!(records.team_members: account -> accounts, staff -> staff);
    refer!(records.coverage_rules: account -> accounts, unit -> units);
    refer!(records.topic_assignments: account -> accounts, staff -> staff);
    refer!(records.customer_requests: account -> accounts, from_person -> people, first_asked -> staff, holder -> staff);
    refer!(records.warning_notes: account -> accounts, owner -> staff);
    refer!(records.tasks: account -> accounts, staff -> staff, with_staff -> staff, person -> people, seat -> seats, commitment -> commitments, complaint -> complaints, request -> requests, visit -> visits);
    refer!(records.contracts: account -> accounts);
    refer!(records.incidents: account -> accounts, owner -> staff);
    refer!(records.budget_lines: account -> accounts);
    refer!(records.staff: superior -> staff);
    Ok(())
}

/// Photographs show one person each, and each has its bytes, in the form we keep: small, upright, without metadata.
/// Anything else inside a picture could be what the import of a file takes out.
pub(super) fn pictures(records: &Snapshot, pictures: &[Picture]) -> Result<(), IntakeError> {
    if let Some(at) = records.photos.iter().position(|one| one.sitter().is_none()) {
        return Err(invalid("photos", at, "person", JsonFault::WrongValue));
    }
    let fault = |at: usize, field: &str, fault| IntakeError::InvalidRecord {
        path: format!("pictures[{at}].{field}"),
        line: 0,
        column: 0,
        fault,
    };
    let photos = ids("photos", &records.photos)?;
    let (mut known, mut shown) = (HashSet::new(), HashSet::new());
    for (at, one) in pictures.iter().enumerate() {
        if !known.insert(one.id) {
            return Err(fault(at, "id", JsonFault::DuplicateId));
        }
        if !photos.contains(&one.photo) || !shown.insert(one.photo) {
            return Err(fault(at, "photo", JsonFault::DanglingReference));
        }
        if !is_kept_form(&one.jpeg) {
            return Err(fault(at, "jpeg", JsonFault::WrongValue));
        }
    }
    let bare = records.photos.iter().position(|one| !shown.contains(&one.id));
    bare.map_or(Ok(()), |at| Err(invalid("photos", at, "id", JsonFault::DanglingReference)))
}

/// Highest position in an order, and with a minus the lowest.
const PLACE: i64 = 1_000_000_000;

/// Numbers on closed scales (B.2.4–B.2.6, B.2.9, B.4.12).
fn scales(records: &Snapshot) -> Result<(), IntakeError> {
    macro_rules! within {
        ($kind:ident . $field:ident : $range:expr) => {
            for (at, record) in records.$kind.iter().enumerate() {
                let value = ScaleValue::from(record.$field).0;
                if !value.is_none_or(|value| RangeInclusive::contains(&$range, &value)) {
                    return Err(invalid(stringify!($kind), at, stringify!($field), JsonFault::OutOfRange));
                }
            }
        };
    }
    within!(staff.rank_level: 1..=10);
    within!(seats.rank_level: 1..=10);
    // Room to put things before and behind without end.
    within!(units.position: -PLACE..=PLACE);
    within!(seats.position: -PLACE..=PLACE);
    within!(chain_members.position: -PLACE..=PLACE);
    within!(saved_views.position: -PLACE..=PLACE);
    within!(edges.strength: 1..=3);
    within!(chain_members.formal_power: 1..=4);
    within!(chain_members.influence_level: 1..=4);
    within!(chain_vacancies.weight: 1..=4);
    within!(stances.level: -2..=2);
    within!(ties.level: 0..=5);
    within!(commitments.expected_value: 1..=5);
    within!(commitments.perceived_value: 1..=5);
    within!(commitments.progress: 0..=100);
    within!(visits.days: 1..=366);
    within!(visit_guests.expected_value: 1..=5);
    within!(visit_guests.perceived_value: 1..=5);
    within!(checklist_items.offset_days: -366..=366);
    within!(tour_stops.minutes: 0..=1_440);
    within!(seating_plans.rows: 1..=20);
    within!(meals.tables: 0..=200);
    within!(coverage_rules.rank_from: 1..=10);
    within!(coverage_rules.rank_to: 1..=10);
    within!(coverage_rules.position: -PLACE..=PLACE);
    within!(decision_bodies.seat_count: 1..=10_000);
    Ok(())
}

/// A number of any width, present or not.
struct ScaleValue(Option<i64>);

impl From<u8> for ScaleValue {
    fn from(value: u8) -> Self {
        Self(Some(value.into()))
    }
}
impl From<u32> for ScaleValue {
    fn from(value: u32) -> Self {
        Self(Some(value.into()))
    }
}
impl From<i32> for ScaleValue {
    fn from(value: i32) -> Self {
        Self(Some(value.into()))
    }
}
impl From<i64> for ScaleValue {
    fn from(value: i64) -> Self {
        Self(Some(value))
    }
}
impl From<Option<u8>> for ScaleValue {
    fn from(value: Option<u8>) -> Self {
        Self(value.map(Into::into))
    }
}
impl From<Option<i8>> for ScaleValue {
    fn from(value: Option<i8>) -> Self {
        Self(value.map(Into::into))
    }
}
