//! Stakeholders with their contact data and facts, as rows and as contact cards. A fact leaves only if its own class does;
//! hearsay never leaves, nor contact data of whom nobody may approach.

use std::collections::{HashMap, HashSet};

use domain::engine::chain::Stakeholder;
use domain::engine::places::{dialect_name, full_place_name};
use domain::engine::units::unit_of;
use domain::scene::Wording;
use domain::*;
use export::list::{CardPhone, ContactCard, ListCell};

use super::super::court::{Scored, on_desk};
use super::super::person::attitude_key;
use super::super::photo::jpeg_of;
use super::super::rows::Desk;
use super::{Filling, Keyed, Withheld, joined};
use crate::names::{either, person_name, staff_name};
use crate::wire::{ViewContext, WriteList};
use crate::words::Speech;
use crate::{App, Error};

use DataClass::{P0, P1, P2, P3};

/// The columns with their classes. Those a list of people brings in have the headings the import knows.
const HEADS: [(&str, DataClass); 32] = [
    ("ref", P0),
    ("name", P0),
    ("name-en", P0),
    ("address", P0),
    ("account", P0),
    ("unit", P0),
    ("title", P0),
    ("superior", P0),
    ("mobile", P1),
    ("phone", P1),
    ("email", P1),
    ("messenger", P1),
    ("work-address", P1),
    ("owner", P1),
    ("backup", P1),
    ("sponsor", P1),
    ("last-touch", P1),
    ("rank", P1),
    ("role", P2),
    ("function", P2),
    ("power", P2),
    ("influence", P2),
    ("attitude", P2),
    ("native-place", P2),
    ("dialect", P2),
    ("school", P2),
    ("employer", P2),
    ("profession", P2),
    ("hobby", P2),
    ("birthday", P2),
    ("note", P2),
    ("diet", P3),
];

/// One row a seat, held or not.
pub(super) fn table(
    app: &mut App,
    context: &ViewContext,
    request: &WriteList,
    withheld: &Withheld,
) -> Result<Filling, Error> {
    let mut filling = Filling::with_heads(&app.words().speak(context.lang), &HEADS);
    for id in accounts(app, request)? {
        let rows = on_desk(app, context, id, |desk, scored| {
            let reading = Reading::new(desk, scored, request.class, withheld);
            let row = |one: &Stakeholder| (!withheld.has(one.person)).then(|| reading.row(one));
            scored.score.stakeholders.iter().map(|one| (one.seat, row(one))).collect::<Vec<_>>()
        })?;
        for (seat, row) in rows {
            match row {
                Some(row) => filling.push(seat, row),
                None => filling.keep_back(seat),
            }
        }
    }
    Ok(filling)
}

/// One card a person: of each held seat whose holder may be approached.
pub(super) fn cards(
    app: &mut App,
    context: &ViewContext,
    request: &WriteList,
    withheld: &Withheld,
) -> Result<(Vec<Keyed<ContactCard>>, HashSet<String>), Error> {
    let (mut cards, mut stays) = (Vec::new(), HashSet::new());
    for id in accounts(app, request)? {
        let mut seen = HashSet::new();
        let made = on_desk(app, context, id, |desk, scored| {
            let reading = Reading::new(desk, scored, request.class, withheld);
            let back = scored.score.stakeholders.iter().filter(|one| !one.no_contact && withheld.has(one.person));
            stays.extend(back.map(|one| one.seat.to_string()));
            let own = scored.score.stakeholders.iter().filter(|one| !one.no_contact);
            own.filter_map(|one| Some((one.seat, reading.person(one)?, one)))
                .filter(|(_, person, _)| !withheld.has(Some(person.id)) && seen.insert(person.id))
                .map(|(seat, person, one)| (seat, reading.photo(person), reading.card(one, person)))
                .collect::<Vec<_>>()
        })?;
        for (seat, photo, mut card) in made {
            card.photo = photo.map(|id| jpeg_of(app.store()?, id)).transpose()?.flatten();
            cards.push(Keyed { key: seat.to_string(), row: card });
        }
    }
    Ok((cards, stays))
}

fn accounts(app: &mut App, request: &WriteList) -> Result<Vec<AccountId>, Error> {
    match request.account {
        Some(id) => Ok(vec![id]),
        None => Ok(app.store()?.list::<Account>()?.into_iter().map(|one| one.id).collect()),
    }
}

/// One account as it is written for a class.
struct Reading<'a, 'd> {
    desk: &'a Desk<'d>,
    class: DataClass,
    facts: HashMap<PersonId, Vec<&'a Fact>>,
    units: HashMap<UnitId, &'a OrgUnit>,
    /// Whom each seat reports to.
    above: HashMap<SeatId, SeatId>,
    rows: HashMap<SeatId, &'a Stakeholder>,
    withheld: &'a Withheld,
}

impl<'a, 'd> Reading<'a, 'd> {
    fn new(desk: &'a Desk<'d>, scored: &'a Scored, class: DataClass, withheld: &'a Withheld) -> Self {
        let snapshot = desk.snapshot;
        let mut facts: HashMap<PersonId, Vec<&Fact>> = HashMap::new();
        let leaves = |one: &&Fact| one.class <= class && one.confidence != Confidence::Rumour;
        snapshot.facts.iter().filter(leaves).for_each(|one| facts.entry(one.person).or_default().push(one));
        let line = |one: &&Edge| {
            one.kind == EdgeKind::ReportsTo && domain::engine::asof::is_in_force(one.from_on, one.to_on, desk.today)
        };
        Self {
            desk,
            class,
            facts,
            units: snapshot.units.iter().map(|one| (one.id, one)).collect(),
            above: snapshot.edges.iter().filter(line).map(|one| (one.from_seat, one.to_seat)).collect(),
            rows: scored.score.stakeholders.iter().map(|one| (one.seat, one)).collect(),
            withheld,
        }
    }

    fn lang(&self) -> Lang {
        self.desk.speech.lang()
    }

    fn speech(&self) -> &Speech<'d> {
        &self.desk.speech
    }

    fn person(&self, row: &Stakeholder) -> Option<&'a Person> {
        self.desk.book.person(row.person?).filter(|one| one.status != PersonStatus::Erased)
    }

    fn row(&self, row: &Stakeholder) -> Vec<ListCell> {
        let person = self.person(row);
        let seat = self.desk.snapshot.seat(row.seat);
        let (name, name_en) = self.names(row, person);
        let staff = |ids: &[StaffId]| {
            joined(self.speech(), ids.iter().map(|id| staff_name(self.desk.snapshot, *id, self.lang())))
        };
        let contact = |kind: FactKind| if row.no_contact { ListCell::Blank } else { self.facts(person, kind) };
        let told = |kind: FactKind| self.facts(person, kind);
        let address = person.and_then(|one| pick(one.address_zh.as_deref(), one.address_en.as_deref(), self.lang()));
        vec![
            ListCell::text(person.and_then(|one| one.r#ref.clone()).unwrap_or_default()),
            name,
            name_en,
            ListCell::text(address.unwrap_or_default()),
            ListCell::text(crate::names::account_name(self.desk.account, self.lang())),
            ListCell::text(self.unit(row.seat)),
            ListCell::text(self.desk.book.seat_title(row.seat, self.lang())),
            ListCell::text(self.superior(row.seat)),
            contact(FactKind::Mobile),
            contact(FactKind::Phone),
            contact(FactKind::Email),
            contact(FactKind::Messenger),
            contact(FactKind::WorkAddress),
            staff(&row.owners),
            staff(&row.backups),
            staff(&row.sponsors),
            ListCell::day(row.last_touch),
            ListCell::whole(seat.and_then(|one| one.rank_level)),
            joined(self.speech(), row.roles.iter().map(|one| self.speech().label("code", *one))),
            joined(self.speech(), row.functions.iter().map(|one| self.speech().label("code", *one))),
            if row.in_chain { ListCell::Whole(row.formal_power.into()) } else { ListCell::Blank },
            ListCell::whole(row.influence_level),
            row.attitude.map_or(ListCell::Blank, |level| ListCell::text(self.speech().say(&attitude_key(Some(level))))),
            told(FactKind::NativePlace),
            told(FactKind::Dialect),
            told(FactKind::School),
            told(FactKind::Employer),
            told(FactKind::Profession),
            told(FactKind::Hobby),
            ListCell::text(person.and_then(|one| one.birthday).map(|one| self.birthday(one)).unwrap_or_default()),
            told(FactKind::Note),
            told(FactKind::Diet),
        ]
    }

    /// The name as lists have it, and the English one. What stands for nobody stands in the first column alone.
    fn names(&self, row: &Stakeholder, person: Option<&Person>) -> (ListCell, ListCell) {
        let Some(person) = person else {
            let seat = self.desk.snapshot.seat(row.seat);
            let key = match seat.map(|one| one.status) {
                Some(SeatStatus::Placeholder) => "app-unknown-person",
                Some(SeatStatus::Erased) => "app-erased-person",
                _ => "app-vacant",
            };
            return (ListCell::text(self.speech().say(key)), ListCell::Blank);
        };
        let first = person.name_zh.clone().or_else(|| person.name_en.clone()).unwrap_or_default();
        (ListCell::text(first), ListCell::text(person.name_en.clone().unwrap_or_default()))
    }

    fn unit(&self, seat: SeatId) -> String {
        let unit = self.desk.snapshot.seat(seat).and_then(|one| self.units.get(&unit_of(one, self.desk.today)));
        unit.map_or_else(String::new, |one| either(&one.name_zh, &one.name_en, self.lang()))
    }

    /// Who sits above, told apart from namesakes; the post while nobody is known.
    fn superior(&self, seat: SeatId) -> String {
        let Some(above) = self.above.get(&seat) else { return String::new() };
        let named = |row: &&&Stakeholder| !self.withheld.has(row.person);
        match self.rows.get(above).filter(named).and_then(|row| self.person(row)) {
            Some(person) => person_name(person, self.speech()),
            None => self.desk.book.seat_title(*above, self.lang()),
        }
    }

    fn facts(&self, person: Option<&Person>, kind: FactKind) -> ListCell {
        joined(self.speech(), self.values(person, kind))
    }

    /// What is known of a kind; "asked: none" is an answer too.
    fn values(&self, person: Option<&Person>, kind: FactKind) -> Vec<String> {
        let own = person.and_then(|one| self.facts.get(&one.id));
        let mut values: Vec<String> = Vec::new();
        for fact in own.into_iter().flatten().filter(|one| one.kind == kind) {
            let value = match &fact.value {
                None => self.speech().say("list-none"),
                Some(value) => self.worded(kind, value),
            };
            if !values.contains(&value) {
                values.push(value);
            }
        }
        values
    }

    fn worded(&self, kind: FactKind, value: &str) -> String {
        match kind {
            FactKind::NativePlace => full_place_name(value, self.lang()).unwrap_or_else(|| value.to_owned()),
            FactKind::Dialect => dialect_name(value, self.lang()).unwrap_or(value).to_owned(),
            _ => value.to_owned(),
        }
    }

    fn birthday(&self, birthday: Birthday) -> String {
        let key = match (birthday.calendar, birthday.leap) {
            (Calendar::Solar, _) => "app-birthday-solar",
            (Calendar::Lunar, false) => "app-birthday-lunar",
            (Calendar::Lunar, true) => "app-birthday-lunar-leap",
        };
        let args = [("month", birthday.month.to_string()), ("day", birthday.day.to_string())];
        self.speech().text(key, &args)
    }

    /// The photograph, if the person agreed to its being shown and its class may leave.
    fn photo(&self, person: &Person) -> Option<PhotoId> {
        let photo = self.desk.snapshot.photo_of(domain::Sitter::Person(person.id))?;
        (photo.may_print() && photo.class <= self.class).then_some(photo.id)
    }

    fn card(&self, row: &Stakeholder, person: &Person) -> ContactCard {
        let shown = either(&person.name_zh, &person.name_en, self.lang());
        let other = match self.lang() {
            Lang::ZhCn => (Lang::En, &person.name_en),
            Lang::En => (Lang::ZhCn, &person.name_zh),
        };
        let other_name = other.1.clone().filter(|one| *one != shown).map(|one| (other.0, one));
        let of = |kind: FactKind| self.values(Some(person), kind);
        let phone = |mobile: bool| move |number: String| CardPhone { number, mobile };
        let phones = of(FactKind::Mobile).into_iter().map(phone(true));
        // Whom nobody may approach, or whose data is not used, is on no card, not even on another's.
        let may_leave = |one: &&&Stakeholder| !one.no_contact && !self.withheld.has(one.person);
        let above = self.above.get(&row.seat).and_then(|seat| self.rows.get(seat)).filter(may_leave);
        let superior = above.and_then(|one| self.person(one)).map(|one| person_name(one, self.speech()));
        let unit = self.unit(row.seat);
        let account = crate::names::account_name(self.desk.account, self.lang());
        let title = self.desk.book.seat_title(row.seat, self.lang());
        ContactCard {
            uid: person.id.to_string(),
            name: shown,
            other_name,
            surname: person.surname.clone(),
            given: person.given.clone(),
            middle: person.middle.clone(),
            reading: person.pronunciation.clone(),
            title: Some(title).filter(|one| !one.is_empty()),
            superior,
            // The unit of the whole account says nothing more than the account.
            organisation: if unit == account { vec![account] } else { vec![account, unit] },
            phones: phones.chain(of(FactKind::Phone).into_iter().map(phone(false))).collect(),
            emails: of(FactKind::Email),
            messengers: of(FactKind::Messenger),
            addresses: of(FactKind::WorkAddress),
            birthday: person.birthday.filter(|_| self.class >= P2),
            // A note may say anything: as in the table, it leaves with the background.
            notes: if self.class >= P2 { of(FactKind::Note) } else { Vec::new() },
            photo: None,
        }
    }
}
