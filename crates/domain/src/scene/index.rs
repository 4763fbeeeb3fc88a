//! What is shown of each seat on the day: holder, names, posts. Owns: look-ups over the snapshot, made once per drawing.
//! Deliberately absent: judgements; they come as `Stakeholder`.

use crate::engine::chain::{Holding, Stakeholder};
use crate::scene::Wording;
use crate::{Day, Lang, OrgUnit, Person, PersonId, PersonStatus, Seat, SeatId, Snapshot, Staff, StaffId, UnitId, pick};
use std::collections::HashMap;

/// Whether a dated record holds on the day; both ends belong to it, no end means still.
pub(super) fn current(from_on: Option<Day>, to_on: Option<Day>, day: Day) -> bool {
    from_on.is_none_or(|from| from <= day) && to_on.is_none_or(|to| to >= day)
}

pub(super) struct Index<'a> {
    pub words: &'a dyn Wording,
    pub seats: HashMap<SeatId, &'a Seat>,
    units: HashMap<UnitId, &'a OrgUnit>,
    people: HashMap<PersonId, &'a Person>,
    staff: HashMap<StaffId, &'a Staff>,
    /// Who holds a seat on the day.
    pub holder: HashMap<SeatId, PersonId>,
    /// Seats of each person on the day, the primary one first.
    posts: HashMap<PersonId, Vec<SeatId>>,
}

impl<'a> Index<'a> {
    pub fn new(snapshot: &'a Snapshot, as_of: Day, words: &'a dyn Wording) -> Self {
        let people: HashMap<_, _> = snapshot.people.iter().map(|one| (one.id, one)).collect();
        let mut held: Vec<_> = snapshot
            .tenures
            .iter()
            .filter(|one| current(one.from_on, one.to_on, as_of))
            .filter(|one| {
                people.get(&one.person).is_none_or(|person| {
                    person.status != PersonStatus::Departed || person.left_on.is_some_and(|left| left > as_of)
                })
            })
            .collect();
        held.sort_by_key(|one| (!one.primary, one.seat));
        let mut posts: HashMap<PersonId, Vec<SeatId>> = HashMap::new();
        for one in &held {
            posts.entry(one.person).or_default().push(one.seat);
        }
        Index {
            words,
            seats: snapshot.seats.iter().map(|one| (one.id, one)).collect(),
            units: snapshot.units.iter().map(|one| (one.id, one)).collect(),
            staff: snapshot.staff.iter().map(|one| (one.id, one)).collect(),
            holder: held.iter().rev().map(|one| (one.seat, one.person)).collect(),
            people,
            posts,
        }
    }

    pub fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// A catalogue text without arguments.
    pub fn word(&self, key: &str) -> String {
        self.words.text(key, &[])
    }

    /// A catalogue text with one argument.
    pub fn with(&self, key: &str, name: &str, value: impl ToString) -> String {
        self.words.text(key, &[(name, value.to_string())])
    }

    pub fn person(&self, id: Option<PersonId>) -> Option<&'a Person> {
        self.people.get(&id?).copied()
    }

    /// The person's name as printed; nothing when erased or unnamed.
    pub fn person_name(&self, id: Option<PersonId>) -> Option<&'a str> {
        let person = self.person(id).filter(|person| person.status != PersonStatus::Erased)?;
        pick(person.name_zh.as_deref(), person.name_en.as_deref(), self.lang())
    }

    /// What stands where the name stands: the name, or the word for why there is none.
    pub fn name(&self, row: &Stakeholder) -> String {
        let named = || self.person_name(row.person).map(str::to_owned);
        match row.holding {
            Holding::Erased => self.word("map-erased-name"),
            Holding::Vacant => self.word("map-vacant-name"),
            Holding::Held | Holding::Placeholder => named().unwrap_or_else(|| self.word("map-unknown-name")),
        }
    }

    pub fn title(&self, seat: SeatId) -> String {
        let title = self
            .seats
            .get(&seat)
            .and_then(|seat| pick(seat.title_zh.as_deref(), seat.title_en.as_deref(), self.lang()));
        title.map_or_else(|| self.word("map-no-title"), str::to_owned)
    }

    pub fn unit_name(&self, unit: UnitId) -> String {
        let name =
            self.units.get(&unit).and_then(|unit| pick(unit.name_zh.as_deref(), unit.name_en.as_deref(), self.lang()));
        name.map_or_else(|| self.word("map-no-unit-name"), str::to_owned)
    }

    /// The post in the seat shown, and what else the person holds.
    pub fn post(&self, row: &Stakeholder) -> String {
        let own = self.title(row.seat);
        let all = row.person.and_then(|person| self.posts.get(&person));
        let others: Vec<SeatId> = all.into_iter().flatten().copied().filter(|&seat| seat != row.seat).collect();
        match others.as_slice() {
            [] => own,
            [other] => self.words.text("map-post-and", &[("post", own), ("other", self.title(*other))]),
            more => self.words.text("map-post-more", &[("post", own), ("n", more.len().to_string())]),
        }
    }

    pub fn staff_name(&self, id: StaffId) -> String {
        let name =
            self.staff.get(&id).and_then(|staff| pick(staff.name_zh.as_deref(), staff.name_en.as_deref(), self.lang()));
        name.map_or_else(|| self.word("map-no-staff-name"), str::to_owned)
    }

    /// Two characters for the owner pill: the given name in Chinese, initials in Latin script.
    pub fn staff_short(&self, id: StaffId) -> String {
        let name = self.staff_name(id);
        if name.is_ascii() || name.split(' ').count() > 1 {
            return name.split([' ', '-']).filter_map(|part| part.chars().next()).take(3).collect();
        }
        let surname = if COMPOUND.iter().any(|two| name.starts_with(two)) { 2 } else { 1 };
        let given: String = name.chars().skip(surname).collect();
        if given.chars().count() < 2 { name } else { given }
    }
}

/// Surnames of two characters that leave one for the given name.
const COMPOUND: [&str; 16] = [
    "欧阳", "司马", "上官", "诸葛", "尉迟", "皇甫", "司徒", "令狐", "慕容", "夏侯", "东方", "公孙", "独孤", "南宫",
    "长孙", "宇文",
];
