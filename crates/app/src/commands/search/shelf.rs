//! The index an open workspace has, kept as the records are: read once, then changed by what each step changed. It is never on
//! disk. Deliberately absent: a hook in the door for writes; the log of the file says what changed, whoever changed it.

use std::collections::BTreeSet;

use domain::engine::search::{Hit, Index, Kind, Part};
use domain::*;
use store::{ChangedRow, Store};
use uuid::Uuid;

use super::documents::documents;
use crate::{App, Error};

/// Most rows and people after which everything is read anew.
const MOST: usize = 400;

/// The index, the day it holds for and the moment it knows of.
pub(crate) struct Shelf {
    pub(super) index: Index,
    day: Day,
    moment: i64,
}

impl Shelf {
    /// The shelf of the open workspace as its records are now; put it back after use.
    pub(super) fn fresh(app: &mut App, day: Day) -> Result<Self, Error> {
        let store = app.store.as_ref().ok_or(Error::refused("no-workspace"))?;
        let Some(mut held) = app.search.take().filter(|one| one.day == day && !one.index.is_worn()) else {
            return Self::read(store, day);
        };
        let changes = store.changed_since(held.moment, MOST)?;
        let touched = match changes.rows {
            Some(rows) if rows.is_empty() => return Ok(held),
            Some(rows) => touched(store, &rows)?,
            None => None,
        };
        let Some(touched) = touched else { return Self::read(store, day) };
        held.moment = changes.until;
        held.change(&gather(store, &touched, &touched.people)?, &touched);
        Ok(held)
    }

    fn read(store: &Store, day: Day) -> Result<Self, Error> {
        let moment = store.moment()?;
        let records = Snapshot {
            people: store.list()?,
            tenures: store.list()?,
            seats: store.list()?,
            units: store.list()?,
            accounts: store.list()?,
            visits: store.list()?,
            visit_guests: store.list()?,
            commitments: store.list()?,
            staff: store.list()?,
            facts: store.list_contacts()?,
            rights_requests: store.list()?,
            ..Snapshot::default()
        };
        Ok(Self { index: Index::new(documents(&records, day)), day, moment })
    }

    /// Takes out what was touched and puts in what is there of it.
    fn change(&mut self, records: &Snapshot, touched: &Touched) {
        for (kind, ids) in touched.all() {
            ids.iter().for_each(|id| self.index.remove(kind, *id));
        }
        for document in documents(records, self.day) {
            if touched.holds(document.kind, document.id) {
                self.index.put(&document);
            }
        }
    }
}

/// Entries to be made anew.
#[derive(Default)]
struct Touched {
    people: BTreeSet<Uuid>,
    visits: BTreeSet<Uuid>,
    staff: BTreeSet<Uuid>,
    seats: BTreeSet<Uuid>,
    accounts: BTreeSet<Uuid>,
    promises: BTreeSet<Uuid>,
    units: BTreeSet<Uuid>,
}

impl Touched {
    fn all(&self) -> [(Kind, &BTreeSet<Uuid>); 7] {
        [
            (Kind::Person, &self.people),
            (Kind::Visit, &self.visits),
            (Kind::Staff, &self.staff),
            (Kind::Seat, &self.seats),
            (Kind::Account, &self.accounts),
            (Kind::Promise, &self.promises),
            (Kind::Unit, &self.units),
        ]
    }

    fn holds(&self, kind: Kind, id: Uuid) -> bool {
        self.all().iter().any(|(own, ids)| *own == kind && ids.contains(&id))
    }
}

/// Whose entries these rows change; `None`: of too many. Whatever a row points or pointed at is taken for touched: an identity
/// of another kind finds nothing and does no harm.
fn touched(store: &Store, rows: &[ChangedRow]) -> Result<Option<Touched>, Error> {
    let mut all = Touched::default();
    for row in rows {
        // Its name is in the entries of all its people.
        if row.table == "account" {
            return Ok(None);
        }
        touch(store, row, &mut all)?;
        if all.people.len() + all.seats.len() > MOST {
            return Ok(None);
        }
    }
    for seat in all.seats.clone() {
        all.people.extend(store.list_by::<Tenure>("seat", seat)?.iter().map(|one| Uuid::from(one.person)));
    }
    Ok((all.people.len() <= MOST).then_some(all))
}

fn touch(store: &Store, row: &ChangedRow, all: &mut Touched) -> Result<(), Error> {
    match row.table.as_str() {
        "person" | "fact" | "rights_request" => all.people.extend(&row.ids),
        "tenure" => {
            all.people.extend(&row.ids);
            all.seats.extend(&row.ids);
        }
        "seat" => all.seats.extend(&row.ids),
        "org_unit" => all.units.extend(&row.ids),
        "visit" | "visit_guest" => all.visits.extend(&row.ids),
        "commitment" => all.promises.extend(&row.ids),
        "staff" => all.staff.extend(&row.ids),
        _ => {}
    }
    row.ids.iter().try_for_each(|id| touch_beside(store, row, *id, all))
}

/// What hangs on one of the identities of a row and has its words.
fn touch_beside(store: &Store, row: &ChangedRow, id: Uuid, all: &mut Touched) -> Result<(), Error> {
    match row.table.as_str() {
        "person" => {
            all.visits.extend(store.list_by::<VisitGuest>("person", id)?.iter().map(|one| Uuid::from(one.visit)));
            all.visits.extend(ids(&store.list_by::<Visit>("principal_guest", id)?));
            all.promises.extend(ids(&store.list_by::<Commitment>("to_person", id)?));
        }
        "fact" => all.people.extend(store.get::<Fact>(id.into())?.map(|one| Uuid::from(one.person))),
        // From the day of a restriction somebody is found by the full name alone.
        "rights_request" => {
            all.people.extend(store.get::<RightsRequest>(id.into())?.map(|one| Uuid::from(one.person)));
        }
        "tenure" => {
            if let Some(one) = store.get::<Tenure>(id.into())? {
                all.people.insert(one.person.into());
                all.seats.insert(one.seat.into());
            }
        }
        "org_unit" => all.seats.extend(ids(&store.list_by::<Seat>("unit", id)?)),
        "visit_guest" => all.visits.extend(store.get::<VisitGuest>(id.into())?.map(|one| Uuid::from(one.visit))),
        "staff" => {
            for role in ["host", "business_lead", "coordinator"] {
                all.visits.extend(ids(&store.list_by::<Visit>(role, id)?));
            }
            for role in ["by_staff", "holder"] {
                all.promises.extend(ids(&store.list_by::<Commitment>(role, id)?));
            }
        }
        _ => {}
    }
    Ok(())
}

fn ids<T: Record>(records: &[T]) -> Vec<Uuid> {
    records.iter().map(|one| one.id().into()).collect()
}

/// The records behind hits, and what they hang on.
pub(super) fn records_of(store: &Store, hits: &[Hit]) -> Result<Snapshot, Error> {
    let mut all = Touched::default();
    // Contacts are shown where they are what fits.
    let called = |one: &&Hit| matches!(one.part, Part::Phone | Part::Mail);
    let called: BTreeSet<Uuid> = hits.iter().filter(called).map(|one| one.id).collect();
    for hit in hits {
        match hit.kind {
            Kind::Person => all.people.insert(hit.id),
            Kind::Visit => all.visits.insert(hit.id),
            Kind::Staff => all.staff.insert(hit.id),
            Kind::Seat => all.seats.insert(hit.id),
            Kind::Account => all.accounts.insert(hit.id),
            Kind::Promise => all.promises.insert(hit.id),
            Kind::Unit => all.units.insert(hit.id),
        };
    }
    let mut found = gather(store, &all, &called)?;
    found.stances = store.list_by_each("person", all.people.iter().copied())?;
    // Which decision is the main one matters only where a reading is about one.
    let decisions: BTreeSet<DecisionId> = found.stances.iter().filter_map(|one| one.decision).collect();
    let mut accounts = BTreeSet::new();
    for id in decisions {
        accounts.extend(store.get::<Decision>(id)?.map(|one| one.account));
    }
    for id in accounts {
        found.decisions.extend(store.list_by::<Decision>("account", id)?);
    }
    Ok(found)
}

/// A part of the records: these, with the seats, units and accounts they hang on, and the facts of those who are named besides.
fn gather(store: &Store, touched: &Touched, with_facts: &BTreeSet<Uuid>) -> Result<Snapshot, Error> {
    let mut found = Snapshot::default();
    let mut seats = touched.seats.clone();
    let mut accounts = touched.accounts.clone();
    let people = || touched.people.iter().copied();
    found.people = store.list_by_each("id", people())?;
    found.tenures = store.list_by_each("person", people())?;
    seats.extend(found.tenures.iter().map(|one| Uuid::from(one.seat)));
    found.facts = store.list_by_each("person", people().filter(|one| with_facts.contains(one)))?;
    found.tenures.extend(store.list_by_each::<Tenure>("seat", touched.seats.iter().copied())?);
    found.rights_requests = store.list_by_each("person", people())?;
    found.tenures.sort_by_key(|one| one.id);
    found.tenures.dedup_by_key(|one| one.id);
    involved(store, touched, &mut found)?;
    seats.extend(ids(&store.list_by_each::<Seat>("unit", touched.units.iter().copied())?));
    found.seats = store.list_by_each("id", seats)?;
    let mut units: BTreeSet<UnitId> =
        found.seats.iter().flat_map(|one| one.former_units.iter().map(|was| was.unit).chain([one.unit])).collect();
    units.extend(touched.units.iter().map(|one| UnitId::from(*one)));
    found.units = store.list_by_each("id", units.into_iter().map(Uuid::from))?;
    accounts.extend(found.seats.iter().map(|one| Uuid::from(one.account)));
    accounts.extend(found.units.iter().map(|one| Uuid::from(one.account)));
    accounts.extend(found.visits.iter().map(|one| Uuid::from(one.account)));
    accounts.extend(found.commitments.iter().map(|one| Uuid::from(one.account)));
    found.accounts = store.list_by_each("id", accounts)?;
    Ok(found)
}

/// Visits and promises, with everybody of theirs and ours who takes part.
fn involved(store: &Store, touched: &Touched, found: &mut Snapshot) -> Result<(), Error> {
    let mut staff = touched.staff.clone();
    let mut people = BTreeSet::new();
    found.visits = store.list_by_each("id", touched.visits.iter().copied())?;
    found.visit_guests = store.list_by_each("visit", touched.visits.iter().copied())?;
    found.commitments = store.list_by_each("id", touched.promises.iter().copied())?;
    people.extend(found.visit_guests.iter().map(|one| Uuid::from(one.person)));
    people.extend(found.visits.iter().filter_map(|one| one.principal_guest).map(Uuid::from));
    people.extend(found.commitments.iter().filter_map(|one| one.to_person).map(Uuid::from));
    let hosts = found.visits.iter().flat_map(|one| [one.host, one.business_lead, one.coordinator]);
    let makers = found.commitments.iter().flat_map(|one| [one.by_staff, one.holder]);
    staff.extend(hosts.chain(makers).flatten().map(Uuid::from));
    found.people.extend(store.list_by_each::<Person>("id", people.difference(&touched.people).copied())?);
    found.staff = store.list_by_each("id", staff)?;
    Ok(())
}
