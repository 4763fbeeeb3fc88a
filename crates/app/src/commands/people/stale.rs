//! Facts too old to rely on (B.4.7), by who answers for the person. Deliberately absent: sensitive values, and facts of people
//! nobody may approach: there is nobody to ask.

use std::collections::HashMap;

use domain::engine::chain::Stakeholder;
use domain::engine::fact_rank::is_stale;
use domain::*;

use super::facts::FactReader;
use crate::names::{account_name, person_name, post_of, staff_name};
use crate::wire::{GetStale, StaleOwner, StaleRow, StaleView, ViewContext};
use crate::words::Speech;
use crate::{App, Error};

/// Most facts sent at once.
const MOST: usize = 300;

/// The facts too old, those of weighty people first.
pub fn get_stale(app: &mut App, context: &ViewContext, request: GetStale) -> Result<StaleView, Error> {
    let ids: Vec<AccountId> = app.store()?.list::<Account>()?.into_iter().map(|one| one.id).collect();
    let mut rows = Vec::new();
    for id in ids {
        let snapshot = app.account(id)?;
        let scored = app.score(id, request.as_of)?;
        let speech = app.words().speak(context.lang);
        let reading = Reading { snapshot: &snapshot, speech: &speech, today: request.as_of };
        let held = scored.score.stakeholders.iter().filter(|row| !row.no_contact);
        rows.extend(held.flat_map(|row| reading.rows(id, row)));
    }
    let owners = owners(&rows);
    if let Some(staff) = request.staff {
        rows.retain(|one: &StaleRow| one.owner == Some(staff));
    }
    rows.sort_by(|one, other| {
        let fresh = |row: &StaleRow| row.row.freshness.unwrap_or(0.0);
        other.weight.cmp(&one.weight).then(fresh(one).total_cmp(&fresh(other))).then(one.person.cmp(&other.person))
    });
    let total = rows.len() as u32;
    rows.truncate(MOST);
    Ok(StaleView { total, rows, owners })
}

struct Reading<'a> {
    snapshot: &'a Snapshot,
    speech: &'a Speech<'a>,
    today: Day,
}

impl Reading<'_> {
    fn rows(&self, account: AccountId, row: &Stakeholder) -> Vec<StaleRow> {
        let Some(person) = row.person.and_then(|id| self.snapshot.person(id)) else { return Vec::new() };
        let lang = domain::scene::Wording::lang(self.speech);
        let owner = row.owners.first().copied();
        let seat = self.snapshot.seat(row.seat);
        let reader = FactReader { snapshot: self.snapshot, speech: self.speech, today: self.today, seat };
        let told =
            |one: &&Fact| one.person == person.id && one.confidence != Confidence::Rumour && one.class != DataClass::P3;
        let stale = self.snapshot.facts.iter().filter(told).filter(|one| is_stale(one, self.today));
        let line = |fact: &Fact| StaleRow {
            row: reader.row(fact),
            person: person.id,
            name: person_name(person, self.speech),
            post: post_of(self.snapshot, person.id, self.today, lang),
            account,
            account_name: self.snapshot.account(account).map_or_else(String::new, |one| account_name(one, lang)),
            seat: row.seat,
            owner,
            owner_name: owner.map(|id| staff_name(self.snapshot, id, lang)),
            weight: row.weight,
        };
        stale.map(line).collect()
    }
}

/// How many each has, most first; nobody's at the end.
fn owners(rows: &[StaleRow]) -> Vec<StaleOwner> {
    let mut counts: HashMap<Option<StaffId>, StaleOwner> = HashMap::new();
    for one in rows {
        let blank = || StaleOwner { staff: one.owner, name: one.owner_name.clone().unwrap_or_default(), count: 0 };
        counts.entry(one.owner).or_insert_with(blank).count += 1;
    }
    let mut owners: Vec<StaleOwner> = counts.into_values().collect();
    owners.sort_by_key(|one| (one.staff.is_none(), std::cmp::Reverse(one.count), one.staff));
    owners
}
