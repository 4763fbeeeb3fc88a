//! The people there as a list meets them: where they sit, what is noted of them, and the identifiers they can be told by.
//!
//! Erased people are not among them: nothing of theirs may be compared with.

use std::collections::{HashMap, HashSet};

use domain::engine::asof::is_in_force;
use domain::engine::duplicates::{Identity, Post};
use domain::engine::units::unit_of;
use domain::*;
use intake::people::{PeopleField, PersonRow, SeatSaid};

use super::fields::{COMPARED, Values, birthday_text, folded, holds_several, kind_of, number};
use crate::commands::search::readings;

/// Everybody who can be met, with what hangs on them looked up once.
pub(super) struct Known<'a> {
    pub whole: &'a Snapshot,
    pub today: Day,
    pub people: Vec<&'a Person>,
    at: HashMap<PersonId, usize>,
    facts: HashMap<PersonId, Vec<&'a Fact>>,
    seats: HashMap<PersonId, Vec<(&'a Tenure, &'a Seat)>>,
    units: HashMap<UnitId, &'a OrgUnit>,
    stances: HashMap<PersonId, &'a StanceReading>,
    owners: HashMap<SeatId, Vec<StaffId>>,
    members: HashMap<SeatId, &'a ChainMember>,
}

impl<'a> Known<'a> {
    pub fn read(whole: &'a Snapshot, account: Option<AccountId>, today: Day) -> Self {
        let people: Vec<&Person> = whole.people.iter().filter(|one| one.status != PersonStatus::Erased).collect();
        let at = people.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
        let mut facts: HashMap<PersonId, Vec<&Fact>> = HashMap::new();
        whole.facts.iter().for_each(|one| facts.entry(one.person).or_default().push(one));
        let by_id: HashMap<SeatId, &Seat> = whole.seats.iter().map(|one| (one.id, one)).collect();
        let mut seats: HashMap<PersonId, Vec<(&Tenure, &Seat)>> = HashMap::new();
        for tenure in whole.tenures.iter().filter(|one| is_in_force(one.from_on, one.to_on, today)) {
            let there = by_id.get(&tenure.seat).filter(|one| is_in_force(one.from_on, one.to_on, today));
            seats.entry(tenure.person).or_default().extend(there.map(|seat| (tenure, *seat)));
        }
        let decision = account.and_then(|id| whole.main_decision(id)).map(|one| one.id);
        let mut stances: HashMap<PersonId, &StanceReading> = HashMap::new();
        for one in whole.stances.iter().filter(|one| decision.is_some() && one.decision == decision) {
            let last = stances.entry(one.person).or_insert(one);
            if one.read_on >= last.read_on {
                *last = one;
            }
        }
        let mut owners: HashMap<SeatId, Vec<StaffId>> = HashMap::new();
        let owning =
            |one: &&Assignment| one.kind == AssignmentKind::Owner && is_in_force(one.from_on, one.to_on, today);
        for one in whole.assignments.iter().filter(owning) {
            owners.entry(one.seat).or_default().push(one.staff);
        }
        let own = whole.chain_members.iter().filter(|one| Some(one.decision) == decision);
        let members = own.map(|one| (one.seat, one)).collect();
        let units = whole.units.iter().map(|one| (one.id, one)).collect();
        Self { whole, today, people, at, facts, seats, units, stances, owners, members }
    }

    /// Whether the person asked that what is kept of them is not used: no list writes over it, and none of it is shown beside one.
    pub fn is_restricted(&self, person: PersonId) -> bool {
        domain::engine::rights::is_restricted(self.whole, person, self.today)
    }

    pub fn index_of(&self, person: PersonId) -> Option<usize> {
        self.at.get(&person).copied()
    }

    pub fn facts(&self, person: PersonId) -> &[&'a Fact] {
        self.facts.get(&person).map_or(&[], Vec::as_slice)
    }

    /// What the person holds today.
    pub fn held(&self, person: PersonId) -> &[(&'a Tenure, &'a Seat)] {
        self.seats.get(&person).map_or(&[], Vec::as_slice)
    }

    pub fn is_owned(&self, seat: SeatId) -> bool {
        self.owners.contains_key(&seat)
    }

    /// Who answers for a seat today.
    pub fn owner_of(&self, seat: SeatId) -> Option<StaffId> {
        self.owners.get(&seat)?.first().copied()
    }

    pub fn is_member(&self, seat: SeatId) -> bool {
        self.members.contains_key(&seat)
    }

    pub fn stance(&self, person: PersonId) -> Option<&'a StanceReading> {
        self.stances.get(&person).copied()
    }

    /// The seat a row of an account's list speaks of: the one of that post, else the main one there.
    pub fn seat_for(&self, person: PersonId, account: Option<AccountId>, row: &PersonRow) -> Option<&'a Seat> {
        let own = || self.held(person).iter().filter(|(_, seat)| Some(seat.account) == account);
        let titled = |seat: &Seat| row.title.is_some() && [&seat.title_zh, &seat.title_en].contains(&&row.title);
        let named = own().find(|(_, seat)| titled(seat));
        named.or_else(|| own().max_by_key(|(tenure, _)| tenure.primary)).map(|(_, seat)| *seat)
    }

    /// Names of the unit a seat is in today; none for the one unit everything is in, which lists do not name.
    pub fn unit_names(&self, seat: &Seat) -> Vec<&'a str> {
        let unit = self.units.get(&unit_of(seat, self.today));
        unit.filter(|one| one.parent.is_some())
            .map_or(vec![], |one| one.name_zh.iter().chain(&one.name_en).map(String::as_str).collect())
    }

    /// What is noted of a person and the seat a row speaks of.
    pub fn values(&self, person: &Person, seat: Option<&Seat>) -> Values {
        use PeopleField as F;
        let mut values = Values::new();
        let mut put = |field: F, text: Option<String>| {
            values.extend(text.filter(|text| !text.is_empty()).map(|text| (field, vec![text])));
        };
        put(F::Name, person.name_zh.clone());
        put(F::NameEn, person.name_en.clone());
        put(F::Pronunciation, person.pronunciation.clone());
        put(F::Address, person.address_zh.clone());
        put(F::Ref, person.r#ref.clone());
        put(F::Birthday, person.birthday.map(birthday_text));
        if let Some(seat) = seat {
            put(F::Unit, self.unit_names(seat).first().map(|one| (*one).to_owned()));
            put(F::Title, seat.title_zh.clone().or_else(|| seat.title_en.clone()));
            put(F::Rank, seat.rank_level.map(|rank| rank.to_string()));
        }
        put(F::Attitude, self.stance(person.id).and_then(|one| one.level).map(|level| level.to_string()));
        for (field, list) in seat.map_or(vec![], |seat| self.worked_on(seat)) {
            values.insert(field, list);
        }
        for field in COMPARED {
            let Some(kind) = kind_of(field).filter(|_| field != F::Title) else { continue };
            let mut own: Vec<&Fact> = self.facts(person.id).iter().filter(|one| one.kind == kind).copied().collect();
            own.sort_by_key(|one| std::cmp::Reverse((one.verified_on, one.id)));
            let texts: Vec<String> = own.iter().map(|one| one.value.clone().unwrap_or_default()).collect();
            let kept = if holds_several(field) || field.takes_several() { texts.len() } else { 1 };
            values.extend((!texts.is_empty()).then(|| (field, texts.into_iter().take(kept).collect())));
        }
        values
    }

    /// Who answers for a seat and its part in the decision.
    fn worked_on(&self, seat: &Seat) -> Vec<(PeopleField, Vec<String>)> {
        let name = |id: &StaffId| {
            self.whole.staff_member(*id).and_then(|one| one.name_zh.clone().or_else(|| one.name_en.clone()))
        };
        let owners = self.owners.get(&seat.id).map(|list| list.iter().filter_map(name).collect());
        let roles = self.members.get(&seat.id).map(|one| {
            let roles = one.roles.iter().map(|role| role.code().to_owned());
            roles.chain(one.functions.iter().map(|one| one.code().to_owned())).collect::<Vec<String>>()
        });
        let roles = roles.filter(|list| !list.is_empty());
        owners
            .map(|list| (PeopleField::Owner, list))
            .into_iter()
            .chain(roles.map(|list| (PeopleField::Role, list)))
            .collect()
    }

    /// Everybody by what tells them apart. `listed`: whom an earlier edition of the list named.
    pub fn identities(&self, listed: &HashSet<PersonId>) -> Vec<Identity> {
        self.people.iter().map(|one| self.identity(one, listed.contains(&one.id))).collect()
    }

    fn identity(&self, person: &Person, listed: bool) -> Identity {
        let printed: Vec<&str> = person.name_zh.iter().chain(&person.name_en).map(String::as_str).collect();
        let composed = match (&person.surname, &person.given) {
            (Some(surname), Some(given)) => vec![format!("{given} {surname}"), format!("{surname} {given}")],
            _ => vec![],
        };
        let spelt: Vec<&str> = person.variants.iter().map(|one| one.text.as_str()).collect();
        let of = |kind: FactKind| {
            let own = self.facts(person.id).iter().filter(move |one| one.kind == kind);
            own.filter_map(|one| one.value.as_deref())
        };
        let mut posts = Vec::new();
        for (_, seat) in self.held(person.id) {
            posts.extend(posts_of(seat, &self.unit_names(seat)));
        }
        Identity {
            names: printed.iter().copied().chain(composed.iter().map(String::as_str)).map(folded).collect(),
            former: spelt.iter().copied().map(folded).collect(),
            sounds: printed.iter().copied().chain(spelt.iter().copied()).flat_map(sounds).collect(),
            posts,
            mobiles: of(FactKind::Mobile).map(number).filter(|one| !one.is_empty()).collect(),
            phones: of(FactKind::Phone).map(number).filter(|one| !one.is_empty()).collect(),
            mails: of(FactKind::Email).map(str::to_lowercase).collect(),
            refs: person.r#ref.iter().cloned().collect(),
            listed,
        }
    }
}

/// A seat once for every name of its unit and every wording of its title.
fn posts_of(seat: &Seat, units: &[&str]) -> Vec<Post> {
    let account = seat.account.to_string();
    let units: Vec<Option<String>> =
        if units.is_empty() { vec![None] } else { units.iter().map(|one| Some(folded(one))).collect() };
    let titles: Vec<Option<String>> = if seat.title_zh.is_none() && seat.title_en.is_none() {
        vec![None]
    } else {
        seat.title_zh.iter().chain(&seat.title_en).map(|one| Some(folded(one))).collect()
    };
    let post = |unit: &Option<String>, title: &Option<String>| Post {
        account: account.clone(),
        unit: unit.clone(),
        title: title.clone(),
    };
    units.iter().flat_map(|unit| titles.iter().map(|title| post(unit, title)).collect::<Vec<_>>()).collect()
}

/// A row as one of those it may be. Without an account of its own a new one is meant.
pub(super) fn row_identity(row: &PersonRow, account: Option<AccountId>) -> Identity {
    if row.said != SeatSaid::Held && row.any_name().is_none() {
        return Identity::default();
    }
    let printed: Vec<&str> = row.name.iter().chain(&row.name_en).map(String::as_str).collect();
    let post = Post {
        account: account.map(|id| id.to_string()).unwrap_or_default(),
        unit: row.unit.as_deref().map(folded),
        title: row.title.as_deref().map(folded),
    };
    Identity {
        names: printed.iter().copied().map(folded).collect(),
        former: Vec::new(),
        sounds: printed.iter().copied().flat_map(sounds).collect(),
        posts: vec![post],
        mobiles: row.mobiles.iter().map(|one| number(one)).collect(),
        phones: row.phones.iter().map(|one| number(one)).collect(),
        mails: row.emails.iter().map(|one| one.to_lowercase()).collect(),
        refs: row.external_ref.iter().chain(&row.uid).cloned().collect(),
        listed: false,
    }
}

/// How a name sounds, a Latin one also with the surname first: `Hai Wang` is `wanghai` too.
fn sounds(name: &str) -> Vec<String> {
    let whole: String = readings(name).into_iter().flatten().collect();
    let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let mut all = vec![plain(&whole)];
    let words: Vec<&str> = name.split_whitespace().collect();
    if name.is_ascii() && (2..=3).contains(&words.len()) {
        let (last, first) = (words[words.len() - 1], words[..words.len() - 1].concat());
        all.push(plain(&format!("{last}{first}").to_lowercase()));
    }
    all.retain(|one| one.len() > 2);
    all
}
