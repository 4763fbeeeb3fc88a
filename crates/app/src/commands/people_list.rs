//! From the rows of a people list to records: units, seats, people, lines, assignments, readings, facts.

use std::collections::{HashMap, HashSet};

use domain::engine::asof::is_in_force;
use domain::engine::units::{UnitsOn, unit_of};
use domain::*;
use intake::people::{PeopleList, PersonRow, SeatSaid};

use super::fact::new_fact;
use super::seat::{new_person, new_seat, reporting};
use super::{by_script, next_position};
use crate::{Error, new_id};

/// What the rows are matched against, and where they go.
pub(crate) struct Names<'a> {
    pub whole: &'a Snapshot,
    /// An account to import into; else a new one of `account_name`.
    pub account: Option<AccountId>,
    pub account_name: Option<String>,
    pub today: Day,
    /// What facts name as their source.
    pub source: String,
}

/// The records of a list. `skipped_owners`: colleagues the workspace does not know.
pub(crate) struct Taken {
    pub records: Snapshot,
    pub account: AccountId,
    pub skipped_owners: usize,
    /// Rows whose person sits there already; nothing of theirs was changed.
    pub known: usize,
}

/// Turns a list into records.
///
/// # Errors
/// When neither an account nor a name for a new one is given.
pub(crate) fn records_of(list: &PeopleList, names: &Names) -> Result<Taken, Error> {
    let mut making = Making::start(names)?;
    let seats: Vec<SeatId> = list.rows.iter().enumerate().map(|(index, row)| making.seat_of(index, row)).collect();
    let made: HashSet<SeatId> = making.records.seats.iter().map(|one| one.id).collect();
    for (row, seat) in list.rows.iter().zip(&seats) {
        if let Some(above) = row.superior.and_then(|index| seats.get(index)).filter(|_| made.contains(seat)) {
            making.records.edges.push(reporting(making.account, *seat, *above, None));
        }
    }
    let Making { records, account, skipped_owners, known, .. } = making;
    Ok(Taken { records, account, skipped_owners, known })
}

struct Making<'a> {
    names: &'a Names<'a>,
    records: Snapshot,
    account: AccountId,
    decision: DecisionId,
    root: UnitId,
    units: HashMap<String, UnitId>,
    next: i64,
    /// Seats held already, by name, unit and title.
    held: HashMap<(String, UnitId, String), SeatId>,
    skipped_owners: usize,
    known: usize,
}

impl<'a> Making<'a> {
    fn start(names: &'a Names<'a>) -> Result<Self, Error> {
        let mut records = Snapshot::default();
        let (account, root) = match names.account {
            Some(id) => {
                names.whole.account(id).ok_or(Error::missing("account"))?;
                let there = UnitsOn::read(names.whole, id, names.today);
                (id, there.root().map(|one| one.id).ok_or(Error::missing("unit"))?)
            }
            None => new_account(&mut records, names)?,
        };
        let mut units = HashMap::new();
        for unit in UnitsOn::read(names.whole, account, names.today).all() {
            units.extend(unit.name_zh.iter().chain(&unit.name_en).map(|name| (name.clone(), unit.id)));
        }
        let decision = names.whole.main_decision(account).map(|one| one.id).unwrap_or_else(|| {
            let standing = super::chain::standing_decision(account);
            let id = standing.id;
            records.decisions.push(standing);
            id
        });
        let seats = names.whole.seats.iter().filter(|one| one.account == account);
        let next = next_position(seats.map(|one| one.position));
        let held = held_seats(names, account);
        Ok(Self { names, records, account, decision, root, units, next, held, skipped_owners: 0, known: 0 })
    }

    fn unit(&mut self, name: Option<&str>) -> UnitId {
        let Some(name) = name else { return self.root };
        if let Some(known) = self.units.get(name) {
            return *known;
        }
        let (name_zh, name_en) = by_script(name.to_owned());
        let unit = OrgUnit {
            parent: Some(self.root),
            name_zh,
            name_en,
            position: self.units.len() as i64 + 1,
            ..OrgUnit::bare(new_id(), self.account)
        };
        self.units.insert(name.to_owned(), unit.id);
        let id = unit.id;
        self.records.units.push(unit);
        id
    }

    /// The seat the row speaks of: one that is held by this person already, or a new one.
    fn seat_of(&mut self, index: usize, row: &PersonRow) -> SeatId {
        let unit = self.unit(row.unit.as_deref());
        let key = |name: &str| (name.to_owned(), unit, row.title.clone().unwrap_or_default());
        match row.any_name().and_then(|name| self.held.get(&key(name))) {
            Some(seat) => {
                self.known += 1;
                *seat
            }
            None => self.row(index, row, unit),
        }
    }

    fn row(&mut self, index: usize, row: &PersonRow, unit: UnitId) -> SeatId {
        let position = self.next.saturating_add(index as i64);
        let mut seat = new_seat(
            self.account,
            unit,
            row.title.as_deref().unwrap_or_default(),
            row.rank,
            row.said != SeatSaid::Unknown || row.any_name().is_some(),
            position,
        );
        seat.title_zh = seat.title_zh.filter(|text| !text.is_empty());
        seat.title_en = seat.title_en.filter(|text| !text.is_empty());
        if let Some(name) = row.any_name() {
            self.person(row, name, seat.id);
        }
        self.member(row, seat.id, position);
        self.assignments(row, seat.id);
        let id = seat.id;
        self.records.seats.push(seat);
        id
    }

    fn person(&mut self, row: &PersonRow, name: &str, seat: SeatId) {
        let mut person = new_person(name);
        person.name_en = row.name_en.clone().or(person.name_en);
        person.r#ref = row.external_ref.clone();
        person.surname = row.surname.clone();
        person.given = row.given.clone();
        person.pronunciation = row.pronunciation.clone();
        person.label = row.label.clone();
        person.address_zh = row.address.clone();
        person.birthday = row.birthday;
        self.records
            .tenures
            .push(Tenure { source: Some(self.names.source.clone()), ..Tenure::bare(new_id(), seat, person.id) });
        self.facts(row, person.id);
        if let Some(level) = row.attitude {
            let reading = StanceReading {
                id: new_id(),
                r#ref: None,
                person: person.id,
                decision: Some(self.decision),
                level: Some(level),
                read_on: row.last_touch.filter(|day| *day <= self.names.today).unwrap_or(self.names.today),
                evidence: self.names.source.clone(),
                read_by: None,
            };
            self.records.stances.push(reading);
        }
        if let Some(on) = row.last_touch.filter(|day| *day <= self.names.today) {
            let staff = row.owners.first().and_then(|name| self.staff(name)).into_iter().collect();
            self.records.touches.push(Touch {
                direction: None,
                id: new_id(),
                r#ref: None,
                account: self.account,
                on,
                kind: TouchKind::Other,
                staff,
                people: vec![person.id],
                summary: None,
                minutes: None,
                visit: None,
            });
        }
        self.records.people.push(person);
    }

    fn facts(&mut self, row: &PersonRow, person: PersonId) {
        use FactKind as Kind;
        let one = |kind: Kind, value: &Option<String>| value.clone().map(|value| (kind, Some(value)));
        let many = |kind: Kind, values: &[String]| -> Vec<(Kind, Option<String>)> {
            values.iter().map(|value| (kind, Some(value.clone()))).collect()
        };
        // An empty list of wishes means "asked: none", which is a fact too.
        let asked = |kind: Kind, values: &Option<Vec<String>>| match values {
            Some(list) if list.is_empty() => vec![(kind, None)],
            Some(list) => list.iter().map(|value| (kind, Some(value.clone()))).collect(),
            None => vec![],
        };
        let single = [
            one(Kind::Position, &row.title),
            one(Kind::NativePlace, &row.native_place.clone().map(super::place::kept_or_asked)),
            one(Kind::Profession, &row.profession),
            one(Kind::Note, &row.note),
        ];
        let mut values: Vec<(Kind, Option<String>)> = single.into_iter().flatten().collect();
        values.extend(many(Kind::Mobile, &row.mobiles));
        values.extend(many(Kind::Phone, &row.phones));
        values.extend(many(Kind::Email, &row.emails));
        values.extend(many(Kind::WorkAddress, &row.work_addresses));
        values.extend(many(Kind::Dialect, &row.dialects));
        values.extend(many(Kind::School, &row.schools));
        values.extend(many(Kind::Employer, &row.employers));
        values.extend(asked(Kind::Hobby, &row.hobbies));
        values.extend(asked(Kind::Diet, &row.diet));
        for (kind, value) in values {
            let fact = new_fact(person, kind, value, &self.names.source, Confidence::Unverified, None);
            self.records.facts.push(fact);
        }
    }

    /// Roles, power, influence or a stance make the seat part of the standing chain.
    fn member(&mut self, row: &PersonRow, seat: SeatId, position: i64) {
        let said = !row.roles.is_empty()
            || !row.functions.is_empty()
            || row.power.is_some()
            || row.influence.is_some()
            || row.attitude.is_some();
        if said {
            let blank = super::chain::new_member(self.decision, seat, position);
            self.records.chain_members.push(ChainMember {
                roles: row.roles.clone(),
                functions: row.functions.clone(),
                formal_power: row.power.unwrap_or(1),
                influence_level: row.influence,
                ..blank
            });
        }
    }

    fn assignments(&mut self, row: &PersonRow, seat: SeatId) {
        let owners = row.owners.iter().map(|name| (AssignmentKind::Owner, name));
        let others = [(AssignmentKind::Backup, &row.backup), (AssignmentKind::Sponsor, &row.sponsor)];
        let others = others.into_iter().filter_map(|(kind, name)| name.as_ref().map(|name| (kind, name)));
        for (kind, name) in owners.chain(others) {
            match self.staff(name) {
                Some(staff) => self.records.assignments.push(Assignment {
                    confirmed_by: None,
                    confirmed_on: None,
                    id: new_id(),
                    r#ref: None,
                    seat,
                    staff,
                    kind,
                    from_on: None,
                    to_on: None,
                    manual: true,
                }),
                None => self.skipped_owners += 1,
            }
        }
    }

    /// One of ours by name. A name nobody has becomes a new colleague; a name several have is left to a person.
    fn staff(&mut self, name: &str) -> Option<StaffId> {
        let same = |one: &&Staff| {
            one.name_zh.as_deref() == Some(name)
                || one.name_en.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name))
        };
        let ours = self.names.whole.staff.iter().chain(&self.records.staff);
        let mut found = ours.filter(|one| one.status != StaffStatus::Departed).filter(same);
        match (found.next(), found.next()) {
            (Some(one), None) => Some(one.id),
            (Some(_), Some(_)) => None,
            (None, _) => {
                let new = new_colleague(name);
                let id = new.id;
                self.records.staff.push(new);
                Some(id)
            }
        }
    }
}

/// A colleague known by name only: rank of a manager until somebody says better, no consent to use a background.
pub(crate) fn new_colleague(name: &str) -> Staff {
    let (name_zh, name_en) = by_script(name.to_owned());
    Staff { name_zh, name_en, ..Staff::bare(new_id(), 4, JobRole::Other) }
}

/// Who sits where in the account today, by name, unit and title as a list would have them.
fn held_seats(names: &Names, account: AccountId) -> HashMap<(String, UnitId, String), SeatId> {
    let people: HashMap<PersonId, &Person> = names.whole.people.iter().map(|one| (one.id, one)).collect();
    let seats: HashMap<SeatId, &Seat> =
        names.whole.seats.iter().filter(|one| one.account == account).map(|one| (one.id, one)).collect();
    let mut held = HashMap::new();
    for tenure in names.whole.tenures.iter().filter(|one| is_in_force(one.from_on, one.to_on, names.today)) {
        let (Some(person), Some(seat)) = (people.get(&tenure.person), seats.get(&tenure.seat)) else { continue };
        let unit = unit_of(seat, names.today);
        for name in person.name_zh.iter().chain(&person.name_en) {
            let titles = [&seat.title_zh, &seat.title_en];
            let written = titles.into_iter().flatten().cloned();
            let blank = titles.iter().all(|one| one.is_none()).then(String::new);
            held.extend(written.chain(blank).map(|title| ((name.clone(), unit, title), seat.id)));
        }
    }
    held
}

fn new_account(records: &mut Snapshot, names: &Names) -> Result<(AccountId, UnitId), Error> {
    let name = names.account_name.clone().ok_or(Error::refused("name-empty"))?;
    let (kind, tier, stage) = (AccountKind::Private, AccountTier::B, RelationshipStage::Developing);
    let (account, root) = super::account::account_with_root(&names.whole.policies, name, kind, tier, stage);
    let ids = (account.id, root.id);
    records.accounts.push(account);
    records.units.push(root);
    Ok(ids)
}
