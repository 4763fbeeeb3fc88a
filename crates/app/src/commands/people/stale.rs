//! Facts too old to rely on (B.4.7), by who answers for the person. Deliberately absent: sensitive values, and facts of people
//! nobody may approach: there is nobody to ask.

use std::collections::HashMap;

use domain::engine::fact_rank::is_stale;
use domain::engine::freshness::{freshness, half_life};
use domain::*;

use super::facts::FactReader;
use crate::commands::court::Scored;
use crate::commands::must;
use crate::commands::rows::Desk;
use crate::names::{account_name, either, person_name, post_of};
use crate::tell::Told;
use crate::wire::{GetStale, StaleOwner, StaleRow, StaleView, ViewContext};
use crate::{App, Error};

/// Most facts in one stretch.
const MOST: u32 = 300;

/// What is kept of an account until it changes: which facts are too old. They are worded when somebody looks.
struct StaleHere(Vec<Light>);

#[derive(Clone, Copy)]
struct Light {
    account: AccountId,
    fact: FactId,
    person: PersonId,
    seat: SeatId,
    owner: Option<StaffId>,
    weight: u8,
    freshness: f64,
}

/// 0–1 (B.4.7); what was never verified comes first.
fn left_of(fact: &Fact, today: Day) -> f64 {
    let age = fact.verified_on.map(|day| (today - day).num_days().max(0));
    age.zip(half_life(fact.kind)).map_or(0.0, |(age, half)| freshness(age, Some(half)))
}

impl Told for StaleHere {
    type Ground = Day;

    fn ground(context: &ViewContext) -> Day {
        context.today
    }

    fn of(today: &Day, desk: &Desk, scored: &Scored) -> Self {
        let mut facts: HashMap<PersonId, Vec<&Fact>> = HashMap::new();
        let told = |one: &&Fact| one.confidence != Confidence::Rumour && one.class != DataClass::P3;
        for one in desk.snapshot.facts.iter().filter(told).filter(|one| is_stale(one, *today)) {
            facts.entry(one.person).or_default().push(one);
        }
        let held = scored.score.stakeholders.iter().filter(|row| !row.no_contact);
        let light = held.flat_map(|row| {
            let own = row.person.and_then(|person| facts.get(&person)).map_or(&[][..], |own| own);
            own.iter().map(move |fact| Light {
                account: desk.account.id,
                fact: fact.id,
                person: fact.person,
                seat: row.seat,
                owner: row.owners.first().copied(),
                weight: row.weight,
                freshness: left_of(fact, *today),
            })
        });
        Self(light.collect())
    }
}

/// A stretch of the facts too old, those of weighty people first.
pub fn get_stale(app: &mut App, context: &ViewContext, request: GetStale) -> Result<StaleView, Error> {
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let told = app.tell::<StaleHere>(&day)?;
    let mut all: Vec<Light> = told.iter().flat_map(|(_, one)| one.0.iter().copied()).collect();
    all.retain(|one| request.account.is_none_or(|id| one.account == id));
    let staff = app.staff()?;
    let owners = owners(&all, &staff, context.lang);
    all.retain(|one| match (request.staff, request.nobody) {
        (Some(staff), _) => one.owner == Some(staff),
        (None, nobody) => !nobody || one.owner.is_none(),
    });
    all.sort_by(|one, other| {
        let weight = other.weight.cmp(&one.weight).then(one.freshness.total_cmp(&other.freshness));
        weight.then(one.person.cmp(&other.person)).then(one.fact.cmp(&other.fact))
    });
    let from = (request.offset as usize).min(all.len());
    let to = from.saturating_add(request.limit.min(MOST) as usize).min(all.len());
    let rows = all[from..to].iter().map(|one| worded(app, &day, one, &staff)).collect::<Result<_, _>>()?;
    Ok(StaleView { total: all.len() as u32, offset: from as u32, rows, owners })
}

fn worded(app: &mut App, day: &ViewContext, one: &Light, staff: &[Staff]) -> Result<StaleRow, Error> {
    let snapshot = app.account(one.account)?;
    let speech = app.words().speak(day.lang);
    let seat = snapshot.seat(one.seat);
    let reader = FactReader { snapshot: &snapshot, speech: &speech, today: day.today, seat };
    let person = must(&snapshot.people, one.person, "person")?;
    Ok(StaleRow {
        row: reader.row(must(&snapshot.facts, one.fact, "fact")?),
        person: one.person,
        name: person_name(person, &speech),
        post: post_of(&snapshot, one.person, day.today, day.lang),
        account: one.account,
        account_name: snapshot.account(one.account).map_or_else(String::new, |one| account_name(one, day.lang)),
        seat: one.seat,
        owner: one.owner,
        owner_name: one.owner.map(|id| named(staff, id, day.lang)),
        weight: one.weight,
    })
}

fn named(staff: &[Staff], id: StaffId, lang: Lang) -> String {
    domain::by_id(staff, id).map_or_else(String::new, |one| either(&one.name_zh, &one.name_en, lang))
}

/// How many each has, most first; nobody's at the end.
fn owners(all: &[Light], staff: &[Staff], lang: Lang) -> Vec<StaleOwner> {
    let mut counts: HashMap<Option<StaffId>, u32> = HashMap::new();
    for one in all {
        *counts.entry(one.owner).or_default() += 1;
    }
    let row = |(staff_id, count): (Option<StaffId>, u32)| StaleOwner {
        staff: staff_id,
        name: staff_id.map_or_else(String::new, |id| named(staff, id, lang)),
        count,
    };
    let mut owners: Vec<StaleOwner> = counts.into_iter().map(row).collect();
    owners.sort_by_key(|one| (one.staff.is_none(), std::cmp::Reverse(one.count), one.staff));
    owners
}
