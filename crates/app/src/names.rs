//! How people, seats and accounts are called on screen. Names are for display; nothing is keyed on them.

use std::collections::HashMap;

use domain::engine::asof::{has_left, is_in_force};
use domain::{
    Account, Confidence, Day, Fact, FactKind, Lang, Person, PersonId, PersonStatus, Seat, SeatId, SeatStatus, Snapshot,
    StaffId, Tenure, pick,
};

use crate::words::Speech;
use domain::scene::Wording;

/// The text in the language, or the other one.
pub fn either(zh: &Option<String>, en: &Option<String>, lang: Lang) -> String {
    pick(zh.as_deref(), en.as_deref(), lang).unwrap_or_default().to_owned()
}

/// A person's name, without what tells namesakes apart.
pub fn bare_name(person: &Person, speech: &Speech) -> String {
    match person.status {
        PersonStatus::Erased => speech.say("app-erased-person"),
        _ => pick(person.name_zh.as_deref(), person.name_en.as_deref(), speech.lang())
            .map_or_else(|| speech.say("app-unknown-person"), str::to_owned),
    }
}

/// A person's name; namesakes carry their label (C.3).
pub fn person_name(person: &Person, speech: &Speech) -> String {
    let name = bare_name(person, speech);
    match &person.label {
        Some(label) if !label.contains(&name) => {
            speech.text("app-labelled", &[("name", name), ("label", label.clone())])
        }
        Some(label) if speech.lang() == Lang::ZhCn => label.clone(),
        _ => name,
    }
}

/// One of ours.
pub fn staff_name(snapshot: &Snapshot, id: StaffId, lang: Lang) -> String {
    snapshot.staff_member(id).map_or_else(String::new, |one| either(&one.name_zh, &one.name_en, lang))
}

/// The pill form: the given name in Chinese, initials otherwise.
pub fn short_name(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let chinese = chars.iter().all(|c| ('\u{3400}'..='\u{9fff}').contains(c));
    match (chinese, chars.len()) {
        (true, 0..=2) => name.to_owned(),
        (true, n) => chars[n - 2..].iter().collect(),
        (false, _) => name.split_whitespace().filter_map(|part| part.chars().next()).take(3).collect(),
    }
}

/// An account.
pub fn account_name(account: &Account, lang: Lang) -> String {
    either(&account.name_zh, &account.name_en, lang)
}

/// Whether nobody may approach this person on a day: their own mark, or the mark of a seat they hold.
pub fn is_shielded(snapshot: &Snapshot, person: PersonId, day: Day) -> bool {
    let marked = snapshot.person(person).is_some_and(|one| one.no_contact);
    let held = |one: &&Tenure| one.person == person && is_in_force(one.from_on, one.to_on, day);
    let seat = |one: &Tenure| snapshot.seat(one.seat).is_some_and(|seat| seat.no_contact);
    marked || snapshot.tenures.iter().filter(held).any(seat)
}

/// Whether a person can hold posts on a day, the last day there included. Of erased ones nothing is known, on no day.
pub fn is_there(person: &Person, day: Day) -> bool {
    person.status != PersonStatus::Erased && !has_left(person, day)
}

/// The tenure of a seat on a day.
pub fn tenure_of(snapshot: &Snapshot, seat: SeatId, day: Day) -> Option<&Tenure> {
    let held = |one: &&Tenure| one.seat == seat && is_in_force(one.from_on, one.to_on, day);
    let active = |one: &&Tenure| snapshot.person(one.person).is_some_and(|person| is_there(person, day));
    snapshot.tenures.iter().filter(held).find(active)
}

/// The post a person travels in on a day: the main one, else any, else as told; empty when none is known.
pub fn post_of(snapshot: &Snapshot, person: PersonId, day: Day, lang: Lang) -> String {
    let held = |one: &&Tenure| one.person == person && is_in_force(one.from_on, one.to_on, day);
    let main = snapshot.tenures.iter().filter(held).max_by_key(|one| one.primary);
    let seat = main.and_then(|one| snapshot.seat(one.seat));
    let told = || {
        let own = |one: &&Fact| one.person == person && one.kind == FactKind::Position;
        let facts = snapshot.facts.iter().filter(own).filter(|one| one.confidence != Confidence::Rumour);
        facts.max_by_key(|one| one.verified_on).and_then(|one| one.value.clone()).unwrap_or_default()
    };
    seat.map_or_else(told, |one| either(&one.title_zh, &one.title_en, lang))
}

/// Who is who and who sits where, looked up once for many names.
pub struct Directory<'a> {
    pub snapshot: &'a Snapshot,
    people: HashMap<PersonId, &'a Person>,
    seats: HashMap<SeatId, &'a Seat>,
    holders: HashMap<SeatId, &'a Person>,
}

impl<'a> Directory<'a> {
    /// Reads the records once, as they hold on a day.
    pub fn new(snapshot: &'a Snapshot, day: Day) -> Self {
        let people: HashMap<_, _> = snapshot.people.iter().map(|one| (one.id, one)).collect();
        let seats = snapshot.seats.iter().map(|one| (one.id, one)).collect();
        let open = snapshot.tenures.iter().filter(|one| is_in_force(one.from_on, one.to_on, day));
        let held = open.filter_map(|one| Some((one.seat, *people.get(&one.person)?)));
        let holders = held.filter(|(_, person)| is_there(person, day)).collect();
        Self { snapshot, people, seats, holders }
    }

    /// The person, if it is there.
    pub fn person(&self, id: PersonId) -> Option<&'a Person> {
        self.people.get(&id).copied()
    }

    /// The title of a seat, whoever sits there; empty when there is none.
    pub fn seat_title(&self, id: SeatId, lang: Lang) -> String {
        self.seats.get(&id).map_or_else(String::new, |seat| either(&seat.title_zh, &seat.title_en, lang))
    }

    /// Who sits there today, or what the seat is called while nobody does.
    pub fn seat_name(&self, id: SeatId, speech: &Speech) -> String {
        match (self.holders.get(&id), self.seats.get(&id)) {
            (Some(person), _) => person_name(person, speech),
            (None, Some(seat)) => {
                let title = either(&seat.title_zh, &seat.title_en, speech.lang());
                let key = match seat.status {
                    SeatStatus::Erased => "app-erased-seat",
                    SeatStatus::Placeholder => "app-unknown-seat",
                    SeatStatus::Normal => "app-vacant-seat",
                };
                speech.text(key, &[("title", title)])
            }
            _ => speech.say("app-unknown-person"),
        }
    }
}
