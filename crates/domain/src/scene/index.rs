//! What is shown of each seat on the day: holder, names, posts, committees. Owns: look-ups over the snapshot and the words
//! said on many cards, each made once per drawing. Deliberately absent: judgements; they come as `Stakeholder`.

use super::DisplayMode;
use super::draw::MapInput;
use crate::engine::chain::{Holding, Seating, Stakeholder, barred_people};
use crate::engine::ledger::{Waiting, waiting_by_person};
use crate::engine::rights::restricted_people;
use crate::engine::units::unit_of;
use crate::scene::Wording;
use crate::{
    Code, Day, Decision, DecisionBody, DecisionRole, IdMap, IdSet, InformalFunction, Lang, OrgUnit, Person, PersonId,
    PersonStatus, Seat, SeatId, Staff, StaffId, UnitId, pick,
};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

pub(super) struct Index<'a> {
    pub words: &'a dyn Wording,
    /// Words said before, by key and number (0: none).
    said: RefCell<HashMap<(&'static str, i64), String>>,
    pub seats: IdMap<SeatId, &'a Seat>,
    units: IdMap<UnitId, &'a OrgUnit>,
    people: IdMap<PersonId, &'a Person>,
    /// Whom nobody may approach on the day.
    pub barred: IdSet<PersonId>,
    /// Whose data is kept and not used on the day; nobody in presenting.
    restricted: HashSet<PersonId>,
    staff: IdMap<StaffId, &'a Staff>,
    /// Who holds a seat on the day.
    pub holder: IdMap<SeatId, PersonId>,
    /// The seat a person's card stands in.
    pub home: IdMap<PersonId, SeatId>,
    /// Seats of each person on the day.
    posts: IdMap<PersonId, Vec<SeatId>>,
    /// Committees by the card of their members; whether they chair it.
    bodies: IdMap<SeatId, Vec<(&'a DecisionBody, bool)>>,
    pub decision: Option<&'a Decision>,
    /// Matters past their day or held by nobody, by person; nothing in the room.
    waiting: HashMap<PersonId, Waiting>,
    day: Day,
}

impl<'a> Index<'a> {
    pub fn new(input: &MapInput<'a>) -> Self {
        let snapshot = input.snapshot;
        let people: IdMap<_, _> = snapshot.people.iter().map(|one| (one.id, one)).collect();
        let Seating { seats, tenures, home_of, .. } = Seating::read(snapshot, input.account, &people, input.as_of);
        let mut posts: IdMap<PersonId, Vec<SeatId>> = IdMap::default();
        for seat in &seats {
            if let Some(tenure) = tenures.get(&seat.id) {
                posts.entry(tenure.person).or_default().push(seat.id);
            }
        }
        let decision = match input.decision {
            Some(id) => snapshot.decisions.iter().find(|one| one.id == id),
            None => snapshot.main_decision(input.account),
        };
        let mut index = Index {
            words: input.wording,
            said: RefCell::default(),
            seats: seats.iter().map(|one| (one.id, *one)).collect(),
            units: snapshot.units.iter().map(|one| (one.id, one)).collect(),
            staff: snapshot.staff.iter().map(|one| (one.id, one)).collect(),
            holder: tenures.iter().map(|one| (*one.0, one.1.person)).collect(),
            home: home_of,
            barred: barred_people(snapshot, &people, input.as_of),
            restricted: match input.mode {
                DisplayMode::Internal => restricted_people(snapshot, input.as_of),
                DisplayMode::Presenting => HashSet::new(),
            },
            people,
            posts,
            bodies: IdMap::default(),
            decision,
            waiting: match input.mode {
                DisplayMode::Internal => waiting_by_person(snapshot, input.account, input.as_of),
                DisplayMode::Presenting => HashMap::new(),
            },
            day: input.as_of,
        };
        for body in snapshot.decision_bodies.iter().filter(|one| decision.is_some_and(|own| own.id == one.decision)) {
            index.seat_body(body);
        }
        index
    }

    fn seat_body(&mut self, body: &'a DecisionBody) {
        for seat in body.members.iter().copied().chain(body.chair) {
            let card = self.home_of(seat);
            let chair = body.chair.map(|chair| self.home_of(chair)) == Some(card);
            let slot = self.bodies.entry(card).or_default();
            if slot.iter().all(|one| one.0.id != body.id) {
                slot.push((body, chair));
            }
        }
    }

    /// The card a seat's holder is shown in.
    pub fn home_of(&self, seat: SeatId) -> SeatId {
        self.holder.get(&seat).and_then(|person| self.home.get(person)).copied().unwrap_or(seat)
    }

    pub fn bodies(&self, card: SeatId) -> &[(&'a DecisionBody, bool)] {
        self.bodies.get(&card).map_or(&[], Vec::as_slice)
    }

    /// Whether contact outside the official channel is barred on the day.
    pub fn is_blackout(&self, day: Day) -> bool {
        self.decision.is_some_and(|one| one.is_blackout_on(day))
    }

    /// Whether what is kept of whoever holds a row is not used.
    pub fn is_restricted(&self, row: &Stakeholder) -> bool {
        row.person.is_some_and(|id| self.restricted.contains(&id))
    }

    pub fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// How many matters of whoever holds a row are past their day or held by nobody.
    pub fn waiting(&self, row: &Stakeholder) -> Option<Waiting> {
        self.waiting.get(&row.person?).copied()
    }

    /// What was made for this key and number, made at most once.
    pub fn once(&self, key: &'static str, number: i64, make: impl FnOnce() -> String) -> String {
        if let Some(text) = self.said.borrow().get(&(key, number)) {
            return text.clone();
        }
        let text = make();
        self.said.borrow_mut().insert((key, number), text.clone());
        text
    }

    /// A catalogue text without arguments.
    pub fn word(&self, key: &'static str) -> String {
        self.once(key, 0, || self.words.text(key, &[]))
    }

    /// A catalogue text with one number.
    pub fn number(&self, key: &'static str, name: &str, number: i64) -> String {
        self.once(key, number, || self.with(key, name, number))
    }

    /// A catalogue text with one argument.
    pub fn with(&self, key: &str, name: &str, value: impl ToString) -> String {
        self.words.text(key, &[(name, value.to_string())])
    }

    pub fn role(&self, role: DecisionRole) -> String {
        self.once("map-role", role as i64, || self.words.text(&format!("map-role-{}", role.code()), &[]))
    }

    pub fn function(&self, one: InformalFunction) -> String {
        self.once("map-function", one as i64, || self.words.text(&format!("map-function-{}", one.code()), &[]))
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

    /// The title of a seat, if it has one.
    pub fn own_title(&self, seat: SeatId) -> Option<&'a str> {
        let seat = self.seats.get(&seat)?;
        pick(seat.title_zh.as_deref(), seat.title_en.as_deref(), self.lang())
    }

    pub fn title(&self, seat: SeatId) -> String {
        self.own_title(seat).map_or_else(|| self.word("map-no-title"), str::to_owned)
    }

    /// The name of the unit a seat of the day is in then.
    pub fn unit_name_of(&self, seat: SeatId) -> Option<String> {
        self.seats.get(&seat).map(|seat| self.unit_name(unit_of(seat, self.day)))
    }

    pub fn unit_name(&self, unit: UnitId) -> String {
        let name =
            self.units.get(&unit).and_then(|unit| pick(unit.name_zh.as_deref(), unit.name_en.as_deref(), self.lang()));
        name.map_or_else(|| self.word("map-no-unit-name"), str::to_owned)
    }

    pub fn body_name(&self, body: &DecisionBody) -> String {
        let name = pick(body.name_zh.as_deref(), body.name_en.as_deref(), self.lang());
        name.map_or_else(|| self.word("map-no-body-name"), str::to_owned)
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

    /// The names of some of ours, in one text.
    pub fn staff_names(&self, ids: &[StaffId]) -> String {
        let names: Vec<String> = ids.iter().map(|&staff| self.staff_name(staff)).collect();
        names.join(self.between())
    }

    /// What stands between the members of a list.
    pub fn between(&self) -> &'static str {
        if self.lang() == Lang::ZhCn { "、" } else { ", " }
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
