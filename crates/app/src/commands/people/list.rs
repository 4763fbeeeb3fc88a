//! The list of people: filtered, ordered and sent in stretches, so that a hundred thousand can be scrolled. Deliberately absent:
//! judgements, and writing the list to a file.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use domain::engine::asof::is_in_force;
use domain::engine::fact_rank::is_stale;
use domain::engine::rights::restricted_people;
use domain::engine::search::{Query, ReadAs};
use domain::engine::units::unit_of;
use domain::*;
use uuid::Uuid;

use crate::commands::search::{people_found, sound};
use crate::names::{account_name, either, is_there, person_name, staff_name};
use crate::wire::{
    Choice, GetNeighbours, ListPeople, Neighbours, PeopleList, PeopleOrder, PeopleRow, SourceCount, ViewContext,
};
use crate::words::Speech;
use crate::{App, Error};

/// Most rows in one stretch.
const MOST: u32 = 500;
/// Lists kept at once: the one scrolled, and the one a page walks along.
const MOST_LISTS: usize = 3;
/// Sources offered to choose from, the most frequent ones.
const MOST_SOURCES: usize = 40;

/// A list as it was asked for, in its order: kept until something changes, so that scrolling reads the rows in sight alone.
pub(crate) struct Listed {
    asked: (ListPeople, Lang, Day),
    /// Places in the records, in the order of the list.
    kept: Vec<u32>,
    all: u32,
    units: Vec<Choice>,
    sources: Vec<SourceCount>,
    accounts: Vec<Choice>,
}

/// A stretch of the list.
pub fn list_people(app: &mut App, context: &ViewContext, request: ListPeople) -> Result<PeopleList, Error> {
    let (whole, list) = listed(app, context, &request)?;
    let from = (request.offset as usize).min(list.kept.len());
    let to = from.saturating_add(request.limit.min(MOST) as usize).min(list.kept.len());
    let shown: Vec<&Person> = list.kept[from..to].iter().map(|at| &whole.people[*at as usize]).collect();
    let only: HashSet<PersonId> = shown.iter().map(|one| one.id).collect();
    let speech = app.words().speak(context.lang);
    let book = Book::of(&whole, context.today, Some(&only));
    Ok(PeopleList {
        total: list.kept.len() as u32,
        all: list.all,
        offset: from as u32,
        rows: shown.iter().map(|one| book.row(one, &speech)).collect(),
        units: list.units.clone(),
        sources: list.sources.clone(),
        accounts: list.accounts.clone(),
    })
}

/// Where a person stands in a list, and who stands beside them.
pub fn get_neighbours(app: &mut App, context: &ViewContext, request: GetNeighbours) -> Result<Neighbours, Error> {
    let (whole, list) = listed(app, context, &request.list)?;
    let id = |at: usize| list.kept.get(at).map(|at| whole.people[*at as usize].id);
    let at = list.kept.iter().position(|at| whole.people[*at as usize].id == request.person);
    Ok(Neighbours {
        at: at.map(|at| at as u32),
        total: list.kept.len() as u32,
        before: at.and_then(|at| at.checked_sub(1)).and_then(id),
        after: at.and_then(|at| id(at + 1)),
    })
}

fn listed(app: &mut App, context: &ViewContext, request: &ListPeople) -> Result<(Arc<Snapshot>, Arc<Listed>), Error> {
    let whole = app.whole()?;
    let asked = (ListPeople { offset: 0, limit: 0, ..request.clone() }, context.lang, context.today);
    if let Some(known) = app.known.list.iter().find(|one| one.asked == asked) {
        return Ok((whole, known.clone()));
    }
    let found = people_found(app, context, &request.text)?;
    let list = Arc::new(made(app, &whole, asked, found.as_ref()));
    app.known.list.push_back(list.clone());
    if app.known.list.len() > MOST_LISTS {
        app.known.list.pop_front();
    }
    Ok((whole, list))
}

fn made(app: &App, whole: &Snapshot, asked: (ListPeople, Lang, Day), found: Option<&BTreeSet<Uuid>>) -> Listed {
    let (request, lang, today) = &asked;
    let speech = app.words().speak(*lang);
    let book = Book::of(whole, *today, None);
    let here = |one: &(u32, &Person)| one.1.status != PersonStatus::Erased && book.is_within(one.1, request);
    let all: Vec<(u32, &Person)> = (0..).zip(&whole.people).filter(here).collect();
    let sources = sources(&all, &book);
    let query = Query::new(&request.text);
    // A post that is only told, of somebody without a seat, is a fact and not in the index.
    let told = |one: &Person| {
        let post = if book.seats.contains_key(&one.id) { String::new() } else { book.post(one.id, &speech) };
        query.as_ref().is_some_and(|query| !query.all_on(&post, ReadAs::Phrase).is_empty())
    };
    let named = |one: &Person| found.is_none_or(|all| all.contains(&one.id.into()) || told(one));
    let wanted = |one: &&(u32, &Person)| book.is_wanted(one.1, request) && named(one.1);
    let mut kept: Vec<Keyed> =
        all.iter().filter(wanted).map(|(at, one)| book.keyed((*at, one), request.order, &speech)).collect();
    kept.sort_by(|one, other| {
        let order = one.key.cmp(&other.key);
        // Records stand in the order of their identities.
        if request.down { order.reverse() } else { order }.then_with(|| one.at.cmp(&other.at))
    });
    Listed {
        kept: kept.iter().map(|one| one.at).collect(),
        all: all.len() as u32,
        units: units(whole, request.account, *lang),
        sources,
        accounts: accounts(whole, *lang),
        asked,
    }
}

/// What a row is ordered by: a number, then words.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key(i64, String, String);

struct Keyed {
    at: u32,
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
    restricted: HashSet<PersonId>,
}

impl<'a> Book<'a> {
    /// `only`: the people whose rows are asked for; without, all.
    fn of(snapshot: &'a Snapshot, today: Day, only: Option<&HashSet<PersonId>>) -> Self {
        let asked = |person: &PersonId| only.is_none_or(|only| only.contains(person));
        let by_id: HashMap<SeatId, &Seat> = snapshot.seats.iter().map(|one| (one.id, one)).collect();
        let people: HashMap<PersonId, &Person> = snapshot.people.iter().map(|one| (one.id, one)).collect();
        let mut seats: HashMap<PersonId, (&Seat, bool)> = HashMap::new();
        let mut barred: HashSet<PersonId> =
            snapshot.people.iter().filter(|one| one.no_contact).map(|one| one.id).collect();
        let held = snapshot.tenures.iter().filter(|one| asked(&one.person));
        for one in held.filter(|one| is_in_force(one.from_on, one.to_on, today)) {
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
        let told = snapshot.facts.iter().filter(|one| asked(&one.person));
        for one in told.filter(|one| one.confidence != Confidence::Rumour) {
            facts.entry(one.person).or_default().push(one);
        }
        let owns = |one: &&Assignment| one.kind == AssignmentKind::Owner && is_in_force(one.from_on, one.to_on, today);
        let mut touched: HashMap<PersonId, Day> = HashMap::new();
        for one in snapshot.touches.iter().filter(|one| one.on <= today) {
            for person in one.people.iter().filter(|one| asked(one)) {
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
            restricted: restricted_people(snapshot, today),
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

    fn keyed(&self, (at, person): (u32, &Person), order: PeopleOrder, speech: &Speech) -> Keyed {
        let lang = speech.lang();
        let name = person_name(person, speech);
        let spelt = |text: &str| {
            let sound = sound(text);
            if sound.is_empty() { text.to_lowercase() } else { sound }
        };
        let days = |day: Option<Day>| day.map_or(i64::MIN, |day| (day - Day::MIN).num_days());
        let (number, word) = match order {
            PeopleOrder::Name => (0, String::new()),
            PeopleOrder::Rank => {
                let rank = self.seats.get(&person.id).and_then(|one| one.rank_level);
                (rank.map_or(i64::MAX, |rank| -i64::from(rank)), String::new())
            }
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
        Keyed { at, key: Key(number, word, spelt(&name)) }
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
            restricted: self.restricted.contains(&person.id),
        }
    }
}

fn sources(people: &[(u32, &Person)], book: &Book) -> Vec<SourceCount> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for fact in people.iter().flat_map(|(_, one)| book.facts(one.id)) {
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
