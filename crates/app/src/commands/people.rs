//! The page of one person: who they are, what is known, judged, promised, planned and not known. Deliberately absent: what
//! changes any of it.

pub(crate) mod facts;
pub mod list;
pub mod names;
pub mod sensitive;
mod span;
pub mod stale;
mod unknown;

use std::sync::Arc;

use domain::engine::asof::is_in_force;
use domain::engine::calendar::{BirthdayRules, birthdays};
use domain::engine::completeness::{BACKGROUND, Known, completeness};
use domain::engine::rights::standing;
use domain::engine::units::unit_of;
use domain::scene::Wording;
use domain::*;

use self::facts::FactReader;
use super::person::{attitude_key, get_seat};
use crate::names::{account_name, either, is_shielded, person_name, staff_name};
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error};

/// How far ahead the next birthday is looked for, in days: a lunar one comes at most 13 months later.
const BIRTHDAY_AHEAD: u64 = 400;
/// Contacts shown, the latest ones.
const MOST_TOUCHES: usize = 60;

/// The page of a person.
pub fn get_person(app: &mut App, context: &ViewContext, request: GetPerson) -> Result<PersonView, Error> {
    let person = app.store()?.get::<Person>(request.person)?.ok_or(Error::missing("person"))?;
    app.opened(person.id)?;
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let homes = homes_of(app, &person, request.as_of)?;
    let account = homes.first().copied();
    let snapshot = match account {
        Some(id) => app.account(id)?,
        None => app.whole()?,
    };
    let seat = main_seat(&snapshot, person.id, request.as_of);
    let between =
        homes.iter().map(|one| home_of(app, context, *one, person.id, request.as_of)).collect::<Result<_, _>>()?;
    let core = core_score(app, &snapshot, &person, account, context, request.as_of)?;
    let mut posts = Vec::new();
    for home in &homes {
        let own = app.account(*home)?;
        posts.extend(posts_of(&own, *home, &person, app.words().speak(context.lang).lang(), request.as_of));
    }
    posts.sort_by_key(|one| (!one.now, !one.primary, std::cmp::Reverse(one.to_on.or(one.from_on))));
    let questions = unknown::asks(app, &person, &snapshot, &day)?;
    let namesakes = namesakes(app, &person, context.lang, request.as_of)?;
    let sensitive_visit = sensitive::visit_of(app, person.id, request.as_of)?;
    let visits = visits_of(app, &person, &day)?;
    let speech = app.words().speak(context.lang);
    let page = Page { snapshot: &snapshot, person: &person, speech: &speech, today: request.as_of };
    let spans = span::spans(&page);
    Ok(PersonView {
        person: person.id,
        r#ref: person.r#ref.clone(),
        name: person_name(&person, &speech),
        names: names::parts_of(&person),
        namesakes,
        status: person.status,
        left_on: person.left_on,
        no_contact: is_shielded(&snapshot, person.id, request.as_of),
        erased: person.status == PersonStatus::Erased,
        restricted_on: standing(&snapshot, person.id, RightsKind::Restriction, request.as_of)
            .map(|one| one.received_on),
        account,
        account_name: account.and_then(|id| snapshot.account(id)).map(|one| account_name(one, context.lang)),
        posts,
        homes: between,
        sensitive_visit,
        facts: page.reader(seat).full(person.id),
        judgements: page.judgements(),
        spans,
        visits,
        questions,
        core,
        birthday: person.birthday,
        birthday_text: person.birthday.map(|one| super::birthday::text(one, &speech)),
        birthday_next: next_birthday(&person, request.as_of),
        birthday_next_text: next_birthday(&person, request.as_of).map(|day| speech.full_day(day)),
    })
}

/// What stands between us and a person in one of their accounts.
fn home_of(
    app: &mut App,
    context: &ViewContext,
    account: AccountId,
    person: PersonId,
    as_of: Day,
) -> Result<PersonHome, Error> {
    let snapshot = app.account(account)?;
    let held = main_seat(&snapshot, person, as_of);
    let seat = held.map(|seat| get_seat(app, context, GetSeat { seat, decision: None, as_of })).transpose()?;
    Ok(PersonHome {
        account,
        account_name: snapshot.account(account).map_or_else(String::new, |one| account_name(one, context.lang)),
        seat,
        ledger: super::ledger::ledger_with(app, context, account, person, as_of)?,
        touches: super::ledger::touches_with(app, context, account, person, as_of, MOST_TOUCHES)?,
    })
}

/// What the parts of the page are made from.
struct Page<'a> {
    snapshot: &'a Snapshot,
    person: &'a Person,
    speech: &'a Speech<'a>,
    today: Day,
}

impl Page<'_> {
    fn reader(&self, seat: Option<SeatId>) -> FactReader<'_> {
        let seat = seat.and_then(|id| self.snapshot.seat(id));
        FactReader { snapshot: self.snapshot, speech: self.speech, today: self.today, seat }
    }

    fn staff(&self, id: Option<StaffId>) -> Option<String> {
        id.map(|id| staff_name(self.snapshot, id, self.speech.lang()))
    }

    /// Stances and ties as they were written, newest first.
    fn judgements(&self) -> Vec<JudgementRow> {
        let own = self.person.id;
        let stance = |one: &StanceReading| JudgementRow {
            on: one.read_on,
            kind: "attitude".into(),
            text: self.speech.say(&attitude_key(one.level)),
            evidence: Some(one.evidence.clone()).filter(|text| !text.is_empty()),
            by: self.staff(one.read_by),
        };
        let tie = |one: &TieReading| JudgementRow {
            on: one.read_on,
            kind: "tie".into(),
            text: format!("{} {}", one.level, self.speech.say(&format!("tie-{}", one.level))),
            evidence: one.evidence.clone(),
            by: self.staff(Some(one.staff)),
        };
        let stances = self.snapshot.stances.iter().filter(|one| one.person == own).map(stance);
        let ties = self.snapshot.ties.iter().filter(|one| one.person == own).map(tie);
        let mut rows: Vec<JudgementRow> = stances.chain(ties).filter(|one| one.on <= self.today).collect();
        rows.sort_by_key(|one| std::cmp::Reverse(one.on));
        rows
    }
}

/// The accounts a person belongs to, the one of the main post first; those of former posts and visits at the end.
pub(super) fn homes_of(app: &App, person: &Person, day: Day) -> Result<Vec<AccountId>, Error> {
    let mut tenures = app.store()?.list_by::<Tenure>("person", person.id)?;
    tenures
        .sort_by_key(|one| (!is_in_force(one.from_on, one.to_on, day), !one.primary, std::cmp::Reverse(one.from_on)));
    let mut homes: Vec<AccountId> = Vec::new();
    for one in tenures {
        if let Some(seat) = app.store()?.get::<Seat>(one.seat)? {
            homes.push(seat.account);
        }
    }
    for one in app.store()?.list_by::<VisitGuest>("person", person.id)? {
        if let Some(visit) = app.store()?.get::<Visit>(one.visit)? {
            homes.push(visit.account);
        }
    }
    let mut seen = std::collections::HashSet::new();
    homes.retain(|one| seen.insert(*one));
    Ok(homes)
}

/// The seat somebody sits in on the day, the main one first. Who has left sits nowhere.
fn main_seat(snapshot: &Snapshot, person: PersonId, day: Day) -> Option<SeatId> {
    let there = snapshot.person(person).is_some_and(|one| crate::names::is_there(one, day));
    let held = |one: &&Tenure| there && one.person == person && is_in_force(one.from_on, one.to_on, day);
    snapshot.tenures.iter().filter(held).max_by_key(|one| one.primary).map(|one| one.seat)
}

fn posts_of(snapshot: &Snapshot, account: AccountId, person: &Person, lang: Lang, day: Day) -> Vec<PostRow> {
    let home = snapshot.account(account).map_or_else(String::new, |one| account_name(one, lang));
    let post = |one: &Tenure| {
        let seat = snapshot.seat(one.seat).filter(|seat| seat.account == account)?;
        let unit = unit_of(seat, day);
        let unit = snapshot.units.iter().find(|one| one.id == unit);
        Some(PostRow {
            seat: seat.id,
            account,
            account_name: home.clone(),
            title: either(&seat.title_zh, &seat.title_en, lang),
            unit_name: unit.map_or_else(String::new, |one| either(&one.name_zh, &one.name_en, lang)),
            rank_level: seat.rank_level,
            primary: one.primary,
            now: is_in_force(one.from_on, one.to_on, day) && crate::names::is_there(person, day),
            from_on: one.from_on,
            to_on: one.to_on,
            source: one.source.clone(),
        })
    };
    snapshot.tenures.iter().filter(|one| one.person == person.id).filter_map(post).collect()
}

/// Others of the same name, each with what tells them apart, or their post. Of all records only the names are read.
fn namesakes(app: &App, person: &Person, lang: Lang, day: Day) -> Result<Vec<String>, Error> {
    let speech = app.words().speak(lang);
    let same = |one: &&Person| {
        one.id != person.id
            && one.status != PersonStatus::Erased
            && ((person.name_zh.is_some() && one.name_zh == person.name_zh)
                || (person.name_zh.is_none() && person.name_en.is_some() && one.name_en == person.name_en))
    };
    let mut told = Vec::new();
    for one in app.store()?.list::<Person>()?.iter().filter(same) {
        let name = person_name(one, &speech);
        let post = if one.label.is_none() { post_of(app, one.id, lang, day)? } else { None };
        told.push(match post {
            Some(post) => speech.text("app-labelled", &[("name", name), ("label", post)]),
            None => name,
        });
    }
    Ok(told)
}

fn post_of(app: &App, person: PersonId, lang: Lang, day: Day) -> Result<Option<String>, Error> {
    let tenures = app.store()?.list_by::<Tenure>("person", person)?;
    let held = tenures.iter().filter(|one| is_in_force(one.from_on, one.to_on, day)).max_by_key(|one| one.primary);
    let seat = match held {
        Some(one) => app.store()?.get::<Seat>(one.seat)?,
        None => None,
    };
    Ok(seat.map(|one| either(&one.title_zh, &one.title_en, lang)).filter(|title| !title.is_empty()))
}

fn core_score(
    app: &mut App,
    snapshot: &Arc<Snapshot>,
    person: &Person,
    account: Option<AccountId>,
    context: &ViewContext,
    day: Day,
) -> Result<CoreScore, Error> {
    let scored = account.map(|id| app.score(id, day)).transpose()?;
    let rows = scored.as_ref().map(|one| &one.score.stakeholders[..]).unwrap_or_default();
    let row = rows.iter().find(|row| row.person == Some(person.id));
    let facts: Vec<&Fact> = snapshot.facts.iter().filter(|one| one.person == person.id).collect();
    let reports = row.is_some_and(|row| {
        let solid = |one: &&Edge| one.kind == EdgeKind::ReportsTo && is_in_force(one.from_on, one.to_on, day);
        let mut lines = snapshot.edges.iter().filter(solid);
        lines.any(|one| one.from_seat == row.seat || one.to_seat == row.seat)
    });
    let score = completeness(&Known { person, facts: &facts, row, reports, as_of: day });
    let speech = app.words().speak(context.lang);
    let part = |(part, points, most): &(domain::engine::completeness::CorePart, f64, f64)| CorePartRow {
        part: *part,
        label: speech.label("person-core", *part),
        points: *points,
        most: *most,
    };
    Ok(CoreScore {
        value: score.value,
        parts: score.parts.iter().map(part).collect(),
        background_known: score.background_known,
        background_all: BACKGROUND.len() as u32,
    })
}

fn visits_of(app: &mut App, person: &Person, day: &ViewContext) -> Result<Vec<PersonVisit>, Error> {
    let guests = app.store()?.list_by::<VisitGuest>("person", person.id)?;
    let mut rows = Vec::new();
    for guest in guests {
        let Some(visit) = app.store()?.get::<Visit>(guest.visit)? else { continue };
        let account = app.store()?.get::<Account>(visit.account)?;
        let speech = app.words().speak(day.lang);
        rows.push(PersonVisit {
            visit: visit.id,
            account_name: account.map_or_else(String::new, |one| account_name(&one, day.lang)),
            on: visit.starts_on,
            date_text: speech.day(visit.starts_on),
            purpose: visit.purpose.clone().unwrap_or_default(),
            days_left: (visit.starts_on - day.today).num_days(),
            principal: visit.principal_guest == Some(person.id),
            attended: guest.attended,
        });
    }
    rows.sort_by_key(|one| (one.days_left < 0, one.days_left.abs()));
    Ok(rows)
}

fn next_birthday(person: &Person, day: Day) -> Option<Day> {
    let to = day.checked_add_days(chrono::Days::new(BIRTHDAY_AHEAD))?;
    birthdays(person.birthday?, day, to, BirthdayRules::default()).into_iter().min()
}
