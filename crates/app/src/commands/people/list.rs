//! The list of people: filtered, ordered and sent in stretches, so that a hundred thousand can be scrolled. Deliberately absent:
//! judgements, and writing the list to a file.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use domain::engine::asof::is_in_force;
use domain::engine::fact_rank::is_stale;
use domain::engine::search::{Query, ReadAs};
use domain::engine::units::unit_of;
use domain::*;

use crate::commands::search::{people_found, sound};
use crate::names::{account_name, either, is_there, person_name, staff_name};
use crate::wire::{Choice, ListPeople, PeopleList, PeopleOrder, PeopleRow, SourceCount, ViewContext};
use crate::words::Speech;
use crate::{App, Error};

/// Most rows in one stretch.
const MOST: u32 = 500;
/// Sources offered to choose from, the most frequent ones.
const MOST_SOURCES: usize = 40;

/// A stretch of the list.
pub fn list_people(app: &mut App, context: &ViewContext, request: ListPeople) -> Result<PeopleList, Error> {
    let found = people_found(app, context, &request.text)?;
    let whole = app.whole()?;
    let speech = app.words().speak(context.lang);
    let book = Book::of(&whole, context.today);
    let within = |one: &&Person| book.is_within(one, &request);
    let all: Vec<&Person> =
        whole.people.iter().filter(|one| one.status != PersonStatus::Erased).filter(within).collect();
    let sources = sources(&all, &book);
    let query = Query::new(&request.text);
    // A post that is only told, of somebody without a seat, is a fact and not in the index.
    let told = |one: &Person| {
        let post = if book.seats.contains_key(&one.id) { String::new() } else { book.post(one.id, &speech) };
        query.as_ref().is_some_and(|query| !query.all_on(&post, ReadAs::Phrase).is_empty())
    };
    let named = |one: &Person| found.as_ref().is_none_or(|all| all.contains(&one.id.into()) || told(one));
    let wanted = |one: &&&Person| book.is_wanted(one, &request) && named(one);
    let mut kept: Vec<Keyed> = all.iter().filter(wanted).map(|one| book.keyed(one, request.order, &speech)).collect();
    kept.sort_by(|one, other| {
        let order = one.key.cmp(&other.key);
        if request.down { order.reverse() } else { order }.then_with(|| one.person.id.cmp(&other.person.id))
    });
    let from = (request.offset as usize).min(kept.len());
    let to = from.saturating_add(request.limit.min(MOST) as usize).min(kept.len());
    Ok(PeopleList {
        total: kept.len() as u32,
        all: all.len() as u32,
        offset: from as u32,
        rows: kept[from..to].iter().map(|one| book.row(one.person, &speech)).collect(),
        units: units(&whole, request.account, context.lang),
        sources,
        accounts: accounts(&whole, context.lang),
    })
}

/// What a row is ordered by: a number, then words.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key(i64, String, String);

struct Keyed<'a> {
    person: &'a Person,
    key: Key,
}

/// Everything about people that is looked up once for all of them.
struct Book<'a> {
    snapshot: &'a Snapshot,
    today: Day,
    seats: HashMap<PersonId, &'a Seat>,
    units: HashMap<UnitId, &'a OrgUnit>,
    accounts: HashMap<AccountId, &'a Account>,
    facts: HashMap<PersonId, Vec<&'a Fact>>,
    owners: HashMap<SeatId, StaffId>,
    touched: HashMap<PersonId, Day>,
    barred: HashSet<PersonId>,
}

impl<'a> Book<'a> {
    fn of(snapshot: &'a Snapshot, today: Day) -> Self {
        let by_id: HashMap<SeatId, &Seat> = snapshot.seats.iter().map(|one| (one.id, one)).collect();
        let people: HashMap<PersonId, &Person> = snapshot.people.iter().map(|one| (one.id, one)).collect();
        let mut seats: HashMap<PersonId, (&Seat, bool)> = HashMap::new();
        let mut barred: HashSet<PersonId> =
            snapshot.people.iter().filter(|one| one.no_contact).map(|one| one.id).collect();
        for one in snapshot.tenures.iter().filter(|one| is_in_force(one.from_on, one.to_on, today)) {
            let there = people.get(&one.person).is_some_and(|person| is_there(person, today));
            let Some(seat) = by_id.get(&one.seat).filter(|_| there) else { continue };
            if seat.no_contact {
                barred.insert(one.person);
            }
            if one.primary || !seats.contains_key(&one.person) {
                seats.insert(one.person, (seat, one.primary));
            }
        }
        let mut facts: HashMap<PersonId, Vec<&Fact>> = HashMap::new();
        for one in snapshot.facts.iter().filter(|one| one.confidence != Confidence::Rumour) {
            facts.entry(one.person).or_default().push(one);
        }
        let owns = |one: &&Assignment| one.kind == AssignmentKind::Owner && is_in_force(one.from_on, one.to_on, today);
        let mut touched: HashMap<PersonId, Day> = HashMap::new();
        for one in snapshot.touches.iter().filter(|one| one.on <= today) {
            for person in &one.people {
                let last = touched.entry(*person).or_insert(one.on);
                *last = (*last).max(one.on);
            }
        }
        Self {
            snapshot,
            today,
            seats: seats.into_iter().map(|(person, (seat, _))| (person, seat)).collect(),
            units: snapshot.units.iter().map(|one| (one.id, one)).collect(),
            accounts: snapshot.accounts.iter().map(|one| (one.id, one)).collect(),
            facts,
            owners: snapshot.assignments.iter().filter(owns).map(|one| (one.seat, one.staff)).collect(),
            touched,
            barred,
        }
    }

    fn facts(&self, person: PersonId) -> &[&'a Fact] {
        self.facts.get(&person).map_or(&[], |one| one)
    }

    fn is_within(&self, person: &Person, request: &ListPeople) -> bool {
        let seat = self.seats.get(&person.id);
        let account = request.account.is_none_or(|id| seat.is_some_and(|one| one.account == id));
        let unit = request.unit.is_none_or(|id| seat.is_some_and(|one| self.is_inside(unit_of(one, self.today), id)));
        account && unit
    }

    /// Whether a unit is another one or lies in it.
    fn is_inside(&self, unit: UnitId, outer: UnitId) -> bool {
        let mut at = Some(unit);
        let mut steps = 0;
        while let Some(id) = at.filter(|_| steps < 100) {
            if id == outer {
                return true;
            }
            at = self.units.get(&id).and_then(|one| one.parent);
            steps += 1;
        }
        false
    }

    fn is_wanted(&self, person: &Person, request: &ListPeople) -> bool {
        let facts = self.facts(person.id);
        if request.stale && !facts.iter().any(|one| is_stale(one, self.today)) {
            return false;
        }
        let from = |source: &String| facts.iter().any(|one| one.source.as_ref() == Some(source));
        request.source.as_ref().is_none_or(from)
    }

    fn post(&self, person: PersonId, speech: &Speech) -> String {
        let lang = speech.lang();
        let told = || {
            let own = self.facts(person).iter().filter(|one| one.kind == FactKind::Position);
            own.max_by_key(|one| one.verified_on).and_then(|one| one.value.clone()).unwrap_or_default()
        };
        self.seats.get(&person).map_or_else(told, |one| either(&one.title_zh, &one.title_en, lang))
    }

    fn account(&self, person: PersonId, lang: Lang) -> String {
        let account = self.seats.get(&person).and_then(|one| self.accounts.get(&one.account));
        account.map_or_else(String::new, |one| account_name(one, lang))
    }

    fn unit(&self, person: PersonId, lang: Lang) -> String {
        let unit = self.seats.get(&person).and_then(|one| self.units.get(&unit_of(one, self.today)));
        unit.map_or_else(String::new, |one| either(&one.name_zh, &one.name_en, lang))
    }

    fn owner(&self, person: PersonId) -> Option<StaffId> {
        self.seats.get(&person).and_then(|seat| self.owners.get(&seat.id)).copied()
    }

    fn keyed<'p>(&self, person: &'p Person, order: PeopleOrder, speech: &Speech) -> Keyed<'p> {
        let lang = speech.lang();
        let name = person_name(person, speech);
        let spelt = |text: &str| {
            let sound = sound(text);
            if sound.is_empty() { text.to_lowercase() } else { sound }
        };
        let days = |day: Option<Day>| day.map_or(i64::MIN, |day| (day - Day::MIN).num_days());
        let (number, word) = match order {
            PeopleOrder::Name => (0, String::new()),
            PeopleOrder::Account => (0, spelt(&self.account(person.id, lang))),
            PeopleOrder::Unit => {
                (0, format!("{} {}", spelt(&self.account(person.id, lang)), spelt(&self.unit(person.id, lang))))
            }
            PeopleOrder::Owner => {
                let owner = self.owner(person.id).map(|id| staff_name(self.snapshot, id, lang));
                (i64::from(owner.is_none()), owner.map_or_else(String::new, |name| spelt(&name)))
            }
            PeopleOrder::Stale => (-i64::from(self.stale(person.id)), String::new()),
            PeopleOrder::Verified => {
                (days(self.facts(person.id).iter().filter_map(|one| one.verified_on).max()), String::new())
            }
            PeopleOrder::Touch => (days(self.touched.get(&person.id).copied()), String::new()),
        };
        Keyed { person, key: Key(number, word, spelt(&name)) }
    }

    fn stale(&self, person: PersonId) -> u32 {
        self.facts(person).iter().filter(|one| is_stale(one, self.today)).count() as u32
    }

    fn row(&self, person: &Person, speech: &Speech) -> PeopleRow {
        let lang = speech.lang();
        let seat = self.seats.get(&person.id);
        PeopleRow {
            person: person.id,
            r#ref: person.r#ref.clone(),
            name: person_name(person, speech),
            reading: person.pronunciation.clone(),
            post: self.post(person.id, speech),
            unit_name: self.unit(person.id, lang),
            account: seat.map(|one| one.account),
            account_name: self.account(person.id, lang),
            seat: seat.map(|one| one.id),
            owner: self.owner(person.id).map(|id| staff_name(self.snapshot, id, lang)),
            facts: self.facts(person.id).len() as u32,
            stale: self.stale(person.id),
            verified_on: self.facts(person.id).iter().filter_map(|one| one.verified_on).max(),
            last_touch: self.touched.get(&person.id).copied(),
            no_contact: self.barred.contains(&person.id),
            status: person.status,
        }
    }
}

fn sources(people: &[&Person], book: &Book) -> Vec<SourceCount> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for fact in people.iter().flat_map(|one| book.facts(one.id)) {
        if let Some(source) = fact.source.as_deref() {
            *counts.entry(source).or_default() += 1;
        }
    }
    let mut rows: Vec<SourceCount> =
        counts.into_iter().map(|(source, count)| SourceCount { source: source.to_owned(), count }).collect();
    rows.sort_by(|one, other| match other.count.cmp(&one.count) {
        Ordering::Equal => one.source.cmp(&other.source),
        order => order,
    });
    rows.truncate(MOST_SOURCES);
    rows
}

fn units(snapshot: &Snapshot, account: Option<AccountId>, lang: Lang) -> Vec<Choice> {
    let mut own: Vec<&OrgUnit> = snapshot.units.iter().filter(|one| Some(one.account) == account).collect();
    own.sort_by_key(|one| one.position);
    own.into_iter()
        .map(|one| Choice { code: one.id.to_string(), label: either(&one.name_zh, &one.name_en, lang) })
        .collect()
}

fn accounts(snapshot: &Snapshot, lang: Lang) -> Vec<Choice> {
    let mut all: Vec<&Account> = snapshot.accounts.iter().collect();
    all.sort_by_key(|one| one.tier);
    all.into_iter().map(|one| Choice { code: one.id.to_string(), label: account_name(one, lang) }).collect()
}
