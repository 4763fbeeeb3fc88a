//! What stays open after a list: rows that may be somebody known, owners nobody could name, people no longer listed. Each becomes a
//! question about a person, with whoever can find it out and a day.

use std::collections::{HashMap, HashSet};

use chrono::Days;
use domain::engine::asof::is_in_force;
use domain::scene::Wording;
use domain::*;
use intake::people::PeopleList;

use super::fixes::Fixes;
use super::look::Look;
use super::pairs::Other;
use crate::new_id;
use crate::words::Speech;

/// Days somebody has to find it out.
const DUE: u64 = 14;

/// What questions are made of.
pub(super) struct Left<'a> {
    pub look: &'a Look<'a>,
    /// The people rows became.
    pub who: &'a HashMap<u32, PersonId>,
    /// Rows put off, by their number, and whom they may be.
    pub later: &'a [(usize, Other)],
    /// People no longer listed who may have left.
    pub asked: &'a [PersonId],
    /// The list as the user knows it.
    pub name: &'a str,
}

/// A question for everything that stayed open; nothing is asked twice.
pub(super) fn questions(left: &Left, list: &PeopleList, speech: &Speech) -> Vec<PersonQuestion> {
    let mut all = Vec::new();
    let known = &left.look.known;
    let mut asked: HashSet<(PersonId, String)> = known
        .whole
        .person_questions
        .iter()
        .filter(|one| one.answered_on.is_none())
        .filter_map(|one| Some((one.person, one.text.clone()?)))
        .collect();
    let mut ask = |person: PersonId, owner: Option<StaffId>, text: String| {
        if asked.insert((person, text.clone())) {
            all.push(PersonQuestion {
                id: new_id(),
                r#ref: None,
                person,
                kind: None,
                text: Some(text),
                owner,
                due_on: known.today.checked_add_days(Days::new(DUE)),
                answered_on: None,
            });
        }
    };
    let whole = &left.look.list;
    for (row, other) in left.later {
        let person = match other {
            Other::Person(id) => Some(*id),
            Other::Row(at) => left.who.get(&whole.rows[*at].row).copied(),
        };
        let row = &whole.rows[*row];
        let post = row.unit.iter().chain(&row.title).cloned().collect::<Vec<_>>().join(" ");
        let args = [("list", left.name.to_owned()), ("row", row.row.to_string()), ("post", post)];
        if let Some(person) = person {
            ask(person, left.owner_of(person), speech.text("core-import-ask-same", &args));
        }
    }
    for row in list.rows.iter().filter(|row| row.owners.iter().any(|one| unknown(&left.look.fixes, one))) {
        let Some(person) = left.who.get(&row.row) else { continue };
        let names: Vec<String> = row.owners.iter().filter(|one| unknown(&left.look.fixes, one)).cloned().collect();
        let args = [("list", left.name.to_owned()), ("name", names.join(&speech.say("app-list-comma")))];
        let backup = row.backup.iter().chain(&row.sponsor).find_map(|name| left.staff(name));
        ask(*person, backup.or_else(|| left.owner_of(*person)), speech.text("core-import-ask-owner", &args));
    }
    for person in left.asked {
        let args = [("list", left.name.to_owned())];
        ask(*person, left.owner_of(*person), speech.text("core-import-ask-gone", &args));
    }
    all
}

/// Whether it was left open whom a name of ours means.
fn unknown(fixes: &Fixes, name: &str) -> bool {
    matches!(fixes.owners.get(name), Some(None))
}

impl Left<'_> {
    fn staff(&self, name: &str) -> Option<StaffId> {
        if let Some(meant) = self.look.fixes.owners.get(name) {
            return *meant;
        }
        let staff = self.look.known.whole.staff.iter().filter(|one| one.status != StaffStatus::Departed);
        let mut called =
            staff.filter(|one| one.name_zh.as_deref() == Some(name) || one.name_en.as_deref() == Some(name));
        called.next().map(|one| one.id)
    }

    /// Who answers for a seat of theirs today, else whoever answers for most seats of the account.
    fn owner_of(&self, person: PersonId) -> Option<StaffId> {
        let known = &self.look.known;
        let current =
            |one: &&Assignment| one.kind == AssignmentKind::Owner && is_in_force(one.from_on, one.to_on, known.today);
        let held: Vec<SeatId> = known.held(person).iter().map(|(_, seat)| seat.id).collect();
        let own = known.whole.assignments.iter().filter(current).find(|one| held.contains(&one.seat));
        own.map(|one| one.staff).or_else(|| {
            let here: HashSet<SeatId> = known
                .whole
                .seats
                .iter()
                .filter(|one| Some(one.account) == self.look.account)
                .map(|one| one.id)
                .collect();
            let mut load: HashMap<StaffId, usize> = HashMap::new();
            let of_account = known.whole.assignments.iter().filter(current).filter(|one| here.contains(&one.seat));
            of_account.for_each(|one| *load.entry(one.staff).or_default() += 1);
            load.into_iter().max_by_key(|(staff, count)| (*count, std::cmp::Reverse(*staff))).map(|(staff, _)| staff)
        })
    }
}
