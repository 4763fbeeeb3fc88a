//! Records as things to be found, and by what. Deliberately absent: who may be found; the caller gives only such records.

use std::collections::{HashMap, HashSet};

use super::involved::Involved;
use domain::engine::asof::{has_left, is_in_force};
use domain::engine::rights::restricted_people;
use domain::engine::search::{Document, Kind, Part};
use domain::engine::units::unit_of;
use domain::*;
use uuid::Uuid;

/// Everything of these records that can be found on a day. Erased people are not in it, nor are the seats they left behind.
pub(super) fn documents(snapshot: &Snapshot, day: Day) -> Vec<Document<'_>> {
    let library = Library::new(snapshot, day);
    let people = snapshot.people.iter().filter_map(|one| library.person(one));
    let accounts = snapshot.accounts.iter().map(account);
    let visits = snapshot.visits.iter().map(|one| library.visit(one));
    let staff = snapshot.staff.iter().filter_map(staff);
    let seats = snapshot.seats.iter().filter_map(|one| library.seat(one));
    let promises = snapshot.commitments.iter().map(|one| library.promise(one));
    let units = snapshot.units.iter().filter_map(|one| library.unit(one));
    people.chain(accounts).chain(visits).chain(promises).chain(staff).chain(units).chain(seats).collect()
}

/// The records by what they hang together with.
struct Library<'a> {
    day: Day,
    seats: HashMap<SeatId, &'a Seat>,
    units: HashMap<UnitId, &'a OrgUnit>,
    accounts: HashMap<AccountId, &'a Account>,
    tenures: HashMap<PersonId, Vec<&'a Tenure>>,
    contacts: HashMap<PersonId, Vec<(Part, &'a str)>>,
    held: HashSet<SeatId>,
    restricted: HashSet<PersonId>,
    involved: Involved<'a>,
}

impl<'a> Library<'a> {
    fn new(snapshot: &'a Snapshot, day: Day) -> Self {
        let mut tenures: HashMap<PersonId, Vec<&Tenure>> = HashMap::new();
        for one in &snapshot.tenures {
            tenures.entry(one.person).or_default().push(one);
        }
        let mut contacts: HashMap<PersonId, Vec<(Part, &str)>> = HashMap::new();
        for one in snapshot.facts.iter().filter(|one| one.class != DataClass::P3) {
            let part = match one.kind {
                FactKind::Mobile | FactKind::Phone => Part::Phone,
                FactKind::Email => Part::Mail,
                _ => continue,
            };
            contacts.entry(one.person).or_default().extend(one.value.as_deref().map(|text| (part, text)));
        }
        let held = snapshot.tenures.iter().filter(|one| is_in_force(one.from_on, one.to_on, day)).map(|one| one.seat);
        Self {
            day,
            seats: snapshot.seats.iter().map(|one| (one.id, one)).collect(),
            units: snapshot.units.iter().map(|one| (one.id, one)).collect(),
            accounts: snapshot.accounts.iter().map(|one| (one.id, one)).collect(),
            held: held.collect(),
            restricted: restricted_people(snapshot, day),
            involved: Involved::of(snapshot),
            tenures,
            contacts,
        }
    }

    /// Posts of a day, the main one first; of somebody without one the last.
    fn posts(&self, person: PersonId) -> Vec<&'a Seat> {
        posts(self.tenures.get(&person).map_or(&[], Vec::as_slice), self.day)
            .into_iter()
            .filter_map(|one| self.seats.get(&one.seat).copied())
            .collect()
    }

    fn person(&self, person: &'a Person) -> Option<Document<'a>> {
        if person.status == PersonStatus::Erased {
            return None;
        }
        let mut parts = both(Part::Name, &person.name_zh, &person.name_en);
        if self.restricted.contains(&person.id) {
            return Some(plain(Kind::Person, person.id.into(), None, parts));
        }
        parts.extend(person.variants.iter().map(|one| (Part::Name, one.text.as_str())));
        if person.name_zh.is_none() {
            parts.extend(person.pronunciation.as_deref().map(|text| (Part::Name, text)));
        }
        parts.extend(person.label.as_deref().map(|text| (Part::Label, text)));
        parts.extend(person.r#ref.as_deref().map(|text| (Part::Ref, text)));
        parts.extend(self.contacts.get(&person.id).into_iter().flatten().copied());
        let posts = self.posts(person.id);
        posts.iter().for_each(|seat| self.place(seat, &mut parts));
        Some(Document {
            kind: Kind::Person,
            id: person.id.into(),
            group: posts.first().map(|seat| seat.account.into()),
            former: person.status == PersonStatus::Departed || has_left(person, self.day),
            parts: once(parts),
            told: person.pronunciation.as_deref(),
        })
    }

    /// Post, unit and account of a seat.
    fn place(&self, seat: &'a Seat, parts: &mut Vec<(Part, &'a str)>) {
        parts.extend(both(Part::Post, &seat.title_zh, &seat.title_en));
        let unit = self.units.get(&unit_of(seat, self.day));
        parts.extend(unit.into_iter().flat_map(|one| both(Part::Unit, &one.name_zh, &one.name_en)));
        let account = self.accounts.get(&seat.account);
        parts.extend(account.into_iter().flat_map(|one| both(Part::Account, &one.name_zh, &one.name_en)));
    }

    /// A post nobody is known to hold.
    fn seat(&self, seat: &'a Seat) -> Option<Document<'a>> {
        let there = is_in_force(seat.from_on, seat.to_on, self.day) && !self.held.contains(&seat.id);
        if !there || seat.status == SeatStatus::Erased {
            return None;
        }
        let mut parts = Vec::new();
        self.place(seat, &mut parts);
        Some(plain(Kind::Seat, seat.id.into(), Some(seat.account.into()), parts))
    }

    fn visit(&self, visit: &'a Visit) -> Document<'a> {
        // A purpose is a sentence: it stands where posts do, behind names.
        let own = [(Part::Post, &visit.purpose), (Part::Ref, &visit.r#ref), (Part::Unit, &visit.place)];
        let mut parts: Vec<_> = own.into_iter().filter_map(|(part, text)| Some((part, text.as_deref()?))).collect();
        let account = self.accounts.get(&visit.account);
        parts.extend(account.into_iter().flat_map(|one| both(Part::Account, &one.name_zh, &one.name_en)));
        parts.extend(self.involved.in_visit(visit).flat_map(|one| one.names()).map(|text| (Part::With, text)));
        plain(Kind::Visit, visit.id.into(), Some(visit.account.into()), parts)
    }
}

impl<'a> Library<'a> {
    /// A promise; one that is kept or withdrawn stands behind those that are open.
    fn promise(&self, one: &'a Commitment) -> Document<'a> {
        let topic = [(Part::Unit, one.topic.as_str())].into_iter().filter(|(_, text)| !text.is_empty());
        let mut parts = both(Part::Post, &one.text_zh, &one.text_en);
        parts.extend(one.r#ref.as_deref().map(|text| (Part::Ref, text)));
        parts.extend(topic);
        let account = self.accounts.get(&one.account);
        parts.extend(account.into_iter().flat_map(|one| both(Part::Account, &one.name_zh, &one.name_en)));
        parts.extend(self.involved.in_promise(one).flat_map(|one| one.names()).map(|text| (Part::With, text)));
        let former = one.delivered_on.is_some() || one.is_withdrawn(self.day);
        Document { former, ..plain(Kind::Promise, one.id.into(), Some(one.account.into()), parts) }
    }

    /// A unit of the day. The outermost one that is called as its account is the account.
    fn unit(&self, unit: &'a OrgUnit) -> Option<Document<'a>> {
        let account = self.accounts.get(&unit.account);
        let same = account.is_some_and(|one| one.name_zh == unit.name_zh && one.name_en == unit.name_en);
        if same || !is_in_force(unit.from_on, unit.to_on, self.day) {
            return None;
        }
        let mut parts = both(Part::UnitName, &unit.name_zh, &unit.name_en);
        parts.extend(account.into_iter().flat_map(|one| both(Part::Account, &one.name_zh, &one.name_en)));
        Some(plain(Kind::Unit, unit.id.into(), Some(unit.account.into()), parts))
    }
}

/// Tenures in force on a day, the main one first; without one the last that ended.
pub(super) fn posts<'a>(tenures: &[&'a Tenure], day: Day) -> Vec<&'a Tenure> {
    let mut now: Vec<&Tenure> =
        tenures.iter().filter(|one| is_in_force(one.from_on, one.to_on, day)).copied().collect();
    now.sort_by_key(|one| !one.primary);
    if now.is_empty() {
        now.extend(tenures.iter().filter(|one| one.to_on.is_some_and(|end| end < day)).max_by_key(|one| one.to_on));
    }
    now
}

fn account(one: &Account) -> Document<'_> {
    let mut parts = both(Part::Name, &one.name_zh, &one.name_en);
    parts.extend(one.r#ref.as_deref().map(|text| (Part::Ref, text)));
    plain(Kind::Account, one.id.into(), None, parts)
}

fn staff(one: &Staff) -> Option<Document<'_>> {
    let mut parts = both(Part::Name, &one.name_zh, &one.name_en);
    parts.extend(one.r#ref.as_deref().map(|text| (Part::Ref, text)));
    parts.extend(both(Part::Post, &one.title_zh, &one.title_en));
    (one.status != StaffStatus::Departed).then(|| plain(Kind::Staff, one.id.into(), None, parts))
}

fn plain(kind: Kind, id: Uuid, group: Option<Uuid>, parts: Vec<(Part, &str)>) -> Document<'_> {
    Document { kind, id, group, former: false, parts: once(parts), told: None }
}

fn both<'a>(part: Part, zh: &'a Option<String>, en: &'a Option<String>) -> Vec<(Part, &'a str)> {
    [zh, en].into_iter().flatten().map(|text| (part, text.as_str())).collect()
}

/// The same text twice, as of two posts in one unit, once.
fn once<'a>(mut parts: Vec<(Part, &'a str)>) -> Vec<(Part, &'a str)> {
    let mut seen: Vec<(Part, &'a str)> = Vec::with_capacity(parts.len());
    parts.retain(|one| {
        !seen.contains(one) && {
            seen.push(*one);
            true
        }
    });
    parts
}
