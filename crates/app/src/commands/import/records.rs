//! From the rows of a people list to records: units, seats, people, lines, assignments, readings, facts.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::engine::units::{UnitsOn, unit_of};
use domain::*;
use intake::people::{PeopleField, PeopleList, PersonRow, SeatSaid};

use super::fields::folded;
use super::known::Known;
use super::remember::Sourcing;
use super::superiors::rehang;
use crate::commands::seat::{new_person, new_seat, reporting};
use crate::commands::{by_script, chain, next_position, place};
use crate::{Error, new_id};

/// What the rows are matched against, and where they go.
pub(super) struct Names<'a> {
    pub known: &'a Known<'a>,
    /// What names of ours stand for, where somebody said it.
    pub owners: &'a HashMap<String, Option<StaffId>>,
    /// An account to import into; else a new one of `account_name`.
    pub account: Option<AccountId>,
    pub account_name: Option<String>,
    /// What facts carry as their source, purpose and class.
    pub sourcing: Sourcing,
    /// Rows that are somebody known, and the fields taken from the file.
    pub same: HashMap<usize, (PersonId, BTreeSet<PeopleField>)>,
}

/// The records of a list. `skipped_owners`: colleagues the workspace does not know.
pub(super) struct Taken {
    pub records: Snapshot,
    pub account: AccountId,
    pub skipped_owners: usize,
    /// Rows whose person is there already; nothing of theirs was changed.
    pub known: usize,
    /// Rows whose person is there already and learned something.
    pub changed: usize,
    /// Rows of people nobody may approach: no seat was given to them.
    pub barred: usize,
    /// Rows of people who asked that their data is not used: nothing of theirs was changed.
    pub restricted: usize,
    /// Whom the list names, in its order.
    pub people: Vec<PersonId>,
    /// Whoever was there and learned something.
    pub learned: Vec<PersonId>,
    /// The people rows became.
    pub who: HashMap<u32, PersonId>,
    /// Photographs and the rows whose picture they are.
    pub pictures: Vec<(PhotoId, u32)>,
}

/// Turns a list into records.
///
/// # Errors
/// When neither an account nor a name for a new one is given.
pub(super) fn records_of(list: &PeopleList, names: &Names) -> Result<Taken, Error> {
    let mut making = Making::start(names)?;
    let seats: Vec<Option<SeatId>> =
        list.rows.iter().enumerate().map(|(index, row)| making.seat_of(index, row)).collect();
    let mut moves = Vec::new();
    for (index, (row, seat)) in list.rows.iter().zip(&seats).enumerate() {
        let Some(seat) = *seat else { continue };
        if !making.made.contains(&seat) {
            let above = row.superior.and_then(|at| seats.get(at).copied().flatten());
            let chosen = names.same.get(&index).is_some_and(|(_, fields)| fields.contains(&PeopleField::Superior));
            moves.extend(above.filter(|_| chosen).map(|above| (seat, above)));
            continue;
        }
        if let Some(above) =
            row.superior.and_then(|index| seats.get(index).copied().flatten()).filter(|one| *one != seat)
        {
            making.records.edges.push(reporting(making.account, seat, above, None));
        }
    }
    rehang(&mut making, &moves);
    let Making {
        records,
        account,
        skipped_owners,
        known,
        changed,
        barred,
        restricted,
        people,
        learned,
        who,
        pictures,
        ..
    } = making;
    Ok(Taken { records, account, skipped_owners, known, changed, barred, restricted, people, learned, who, pictures })
}

/// The records in the making.
pub(super) struct Making<'a> {
    pub names: &'a Names<'a>,
    pub records: Snapshot,
    pub account: AccountId,
    pub decision: DecisionId,
    root: UnitId,
    units: HashMap<String, UnitId>,
    next: i64,
    /// Seats of the account without a known holder, by unit and title: a row without a name is one of them.
    nameless: HashMap<(UnitId, String), SeatId>,
    /// Names in the account: somebody new of the same name is told apart by a label.
    taken_names: HashSet<String>,
    /// Contacts there are, by person and day.
    touched: HashSet<(PersonId, Day)>,
    /// Ties that were read, by both ends.
    pub tied: HashSet<(StaffId, PersonId)>,
    made: HashSet<SeatId>,
    skipped_owners: usize,
    pub known: usize,
    pub changed: usize,
    pub barred: usize,
    pub restricted: usize,
    pub people: Vec<PersonId>,
    pub learned: Vec<PersonId>,
    pub who: HashMap<u32, PersonId>,
    pictures: Vec<(PhotoId, u32)>,
}

impl<'a> Making<'a> {
    fn start(names: &'a Names<'a>) -> Result<Self, Error> {
        let mut records = Snapshot::default();
        let (whole, today) = (names.known.whole, names.known.today);
        let (account, root) = match names.account {
            Some(id) => {
                whole.account(id).ok_or(Error::missing("account"))?;
                let there = UnitsOn::read(whole, id, today);
                (id, there.root().map(|one| one.id).ok_or(Error::missing("unit"))?)
            }
            None => new_account(&mut records, names)?,
        };
        let mut units = HashMap::new();
        for unit in UnitsOn::read(whole, account, today).all() {
            units.extend(unit.name_zh.iter().chain(&unit.name_en).map(|name| (name.clone(), unit.id)));
        }
        let decision = whole.main_decision(account).map(|one| one.id).unwrap_or_else(|| {
            let standing = chain::standing_decision(account);
            let id = standing.id;
            records.decisions.push(standing);
            id
        });
        let seats = whole.seats.iter().filter(|one| one.account == account);
        let next = next_position(seats.map(|one| one.position));
        let (nameless, taken_names) = there(names.known, account);
        let met = whole.touches.iter().flat_map(|one| one.people.iter().map(|person| (*person, one.on)));
        Ok(Self {
            names,
            records,
            account,
            decision,
            root,
            units,
            next,
            nameless,
            taken_names,
            touched: met.collect(),
            tied: whole.ties.iter().map(|one| (one.staff, one.person)).collect(),
            made: HashSet::new(),
            skipped_owners: 0,
            known: 0,
            changed: 0,
            barred: 0,
            restricted: 0,
            people: Vec::new(),
            learned: Vec::new(),
            who: HashMap::new(),
            pictures: Vec::new(),
        })
    }

    pub fn unit(&mut self, name: Option<&str>) -> UnitId {
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

    /// The seat the row speaks of: one that is there already, or a new one.
    fn seat_of(&mut self, index: usize, row: &PersonRow) -> Option<SeatId> {
        if let Some((person, fields)) = self.names.same.get(&index) {
            return self.merge(index, row, *person, fields);
        }
        let unit = self.unit(row.unit.as_deref());
        let post = (unit, row.title.as_deref().map(folded).unwrap_or_default());
        if row.any_name().is_none()
            && let Some(seat) = self.nameless.get(&post)
        {
            self.known += 1;
            return Some(*seat);
        }
        let seat = self.new_seat(index, row, unit);
        if let Some(name) = row.any_name() {
            self.person(row, name, seat);
        }
        Some(seat)
    }

    /// A new seat with its part in the decision and those of ours who answer for it.
    pub fn new_seat(&mut self, index: usize, row: &PersonRow, unit: UnitId) -> SeatId {
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
        let id = seat.id;
        self.made.insert(id);
        self.member(row, id, position);
        self.assignments(row, id);
        self.records.seats.push(seat);
        id
    }

    fn person(&mut self, row: &PersonRow, name: &str, seat: SeatId) {
        let mut person = new_person(name);
        person.name_en = row.name_en.clone().or(person.name_en);
        // A card keeps its identity in every export.
        person.r#ref = row.external_ref.clone().or_else(|| row.uid.clone());
        person.pronunciation = row.pronunciation.clone();
        person.surname = row.surname.clone();
        person.given = row.given.clone();
        person.label = row.label.clone();
        person.address_zh = row.address.clone();
        person.birthday = row.birthday;
        if person.label.is_none() && self.taken_names.contains(&folded(name)) {
            person.label = row.unit.clone().or_else(|| row.title.clone()).or_else(|| Some(row.row.to_string()));
        }
        let source = Some(self.names.sourcing.source.clone());
        self.records.tenures.push(Tenure { source, ..Tenure::bare(new_id(), seat, person.id) });
        self.facts(row, person.id);
        self.stance(row, person.id);
        self.touch(row, person.id);
        self.photo(row, person.id);
        self.tie(row, person.id);
        self.who.insert(row.row, person.id);
        self.people.push(person.id);
        self.records.people.push(person);
    }

    /// What the list says of somebody's attitude.
    pub fn stance(&mut self, row: &PersonRow, person: PersonId) {
        let Some(level) = row.attitude else { return };
        let today = self.names.known.today;
        self.records.stances.push(StanceReading {
            id: new_id(),
            r#ref: None,
            person,
            decision: Some(self.decision),
            level: Some(level),
            read_on: row.last_touch.filter(|day| *day <= today).unwrap_or(today),
            evidence: self.names.sourcing.source_of(PeopleField::Attitude).to_owned(),
            read_by: None,
        });
    }

    /// The last contact, unless it is known.
    pub fn touch(&mut self, row: &PersonRow, person: PersonId) {
        let Some(on) = row.last_touch.filter(|day| *day <= self.names.known.today) else { return };
        if !self.touched.insert((person, on)) {
            return;
        }
        let staff = row.owners.first().and_then(|name| self.staff(name)).into_iter().collect();
        self.records.touches.push(Touch {
            direction: None,
            id: new_id(),
            r#ref: None,
            account: self.account,
            on,
            kind: TouchKind::Other,
            staff,
            people: vec![person],
            summary: None,
            minutes: None,
            visit: None,
        });
    }

    /// A photograph of the file, for somebody who has none yet: it waits for permission like every other.
    pub fn photo(&mut self, row: &PersonRow, person: PersonId) {
        if !row.photo || self.names.known.whole.photo_of(Sitter::Person(person)).is_some() {
            return;
        }
        let source = self.names.sourcing.source_of(PeopleField::Photo).to_owned();
        let id: PhotoId = new_id();
        self.records.photos.push(Photo {
            id,
            r#ref: None,
            person: Some(person),
            staff: None,
            source,
            taken_on: None,
            added_on: self.names.known.today,
            consent_on: None,
            class: DataClass::P2,
        });
        self.pictures.push((id, row.row));
    }

    fn facts(&mut self, row: &PersonRow, person: PersonId) {
        for (field, value) in said(row) {
            self.records.facts.extend(self.names.sourcing.fact(person, field, value));
        }
    }

    /// Roles, power, influence or a stance make the seat part of the standing chain.
    pub fn member(&mut self, row: &PersonRow, seat: SeatId, position: i64) {
        let said = !row.roles.is_empty()
            || !row.functions.is_empty()
            || row.power.is_some()
            || row.influence.is_some()
            || row.attitude.is_some();
        if said {
            let blank = chain::new_member(self.decision, seat, position);
            self.records.chain_members.push(ChainMember {
                roles: row.roles.clone(),
                functions: row.functions.clone(),
                formal_power: row.power.unwrap_or(1),
                influence_level: row.influence,
                ..blank
            });
        }
    }

    pub fn assignments(&mut self, row: &PersonRow, seat: SeatId) {
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
    pub fn staff(&mut self, name: &str) -> Option<StaffId> {
        if let Some(meant) = self.names.owners.get(name) {
            return *meant;
        }
        let same = |one: &&Staff| {
            one.name_zh.as_deref() == Some(name)
                || one.name_en.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name))
        };
        let ours = self.names.known.whole.staff.iter().chain(&self.records.staff);
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

/// Seats without a known holder by unit and title, and the names of those who sit in an account today.
fn there(known: &Known, account: AccountId) -> (HashMap<(UnitId, String), SeatId>, HashSet<String>) {
    let mut held = HashSet::new();
    let mut names = HashSet::new();
    for person in &known.people {
        for (_, seat) in known.held(person.id).iter().filter(|(_, seat)| seat.account == account) {
            held.insert(seat.id);
            names.extend(person.name_zh.iter().chain(&person.name_en).map(|one| folded(one)));
        }
    }
    let mut nameless = HashMap::new();
    for seat in known.whole.seats.iter().filter(|one| one.account == account && !held.contains(&one.id)) {
        for title in seat.title_zh.iter().chain(&seat.title_en) {
            nameless.insert((unit_of(seat, known.today), folded(title)), seat.id);
        }
    }
    (nameless, names)
}

/// What a row says as facts, a value each; without a value it was asked and there is none.
pub(super) fn said(row: &PersonRow) -> Vec<(PeopleField, Option<String>)> {
    use PeopleField as F;
    let one = |field: F, value: &Option<String>| value.clone().map(|value| (field, Some(value)));
    let place = row.native_place.clone().map(place::kept_or_asked);
    let single = [
        one(F::Title, &row.title),
        one(F::NativePlace, &place),
        one(F::Profession, &row.profession),
        one(F::Note, &row.note),
    ];
    let mut values: Vec<(F, Option<String>)> = single.into_iter().flatten().collect();
    let several = [
        (F::Mobile, &row.mobiles),
        (F::Phone, &row.phones),
        (F::Email, &row.emails),
        (F::Messenger, &row.messengers),
        (F::WorkAddress, &row.work_addresses),
        (F::Dialect, &row.dialects),
        (F::School, &row.schools),
        (F::Employer, &row.employers),
    ];
    for (field, list) in several {
        values.extend(list.iter().map(|value| (field, Some(value.clone()))));
    }
    for (field, list) in [(F::Hobby, &row.hobbies), (F::Diet, &row.diet)] {
        match list {
            // An empty list of wishes means "asked: none", which is a fact too.
            Some(list) if list.is_empty() => values.push((field, None)),
            Some(list) => values.extend(list.iter().map(|value| (field, Some(value.clone())))),
            None => {}
        }
    }
    values
}

fn new_account(records: &mut Snapshot, names: &Names) -> Result<(AccountId, UnitId), Error> {
    let name = names.account_name.clone().ok_or(Error::refused("name-empty"))?;
    let (kind, tier, stage) = (AccountKind::Private, AccountTier::B, RelationshipStage::Developing);
    let (account, root) =
        crate::commands::account::account_with_root(&names.known.whole.policies, name, kind, tier, stage);
    let ids = (account.id, root.id);
    records.accounts.push(account);
    records.units.push(root);
    Ok(ids)
}
