//! What stays open after a list: rows that may be somebody known, owners nobody could name, people no longer listed. Each becomes a
//! question about a person, with whoever can find it out and a day.

use std::collections::{HashMap, HashSet};

use chrono::Days;
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

/// Questions noted of one name of ours: that more seats have no owner is seen where owners are.
const OF_ONE_NAME: usize = 50;

/// What questions are made of.
pub(super) struct Left<'a> {
    pub look: &'a Look<'a>,
    /// What the list made.
    pub made: &'a Snapshot,
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
    let known = &left.look.known;
    let open = known.whole.person_questions.iter().filter(|one| one.answered_on.is_none());
    let mut asking = Asking {
        all: Vec::new(),
        asked: open.filter_map(|one| Some((one.person, one.text.clone()?))).collect(),
        lead: left.lead(),
        due_on: known.today.checked_add_days(Days::new(DUE)),
    };
    left.put_off(speech, &mut asking);
    left.unowned(list, speech, &mut asking);
    for person in left.asked {
        let text = speech.text("core-import-ask-gone", &[("list", left.name.to_owned())]);
        asking.ask(*person, left.owner_of(*person), text);
    }
    asking.all
}

struct Asking {
    all: Vec<PersonQuestion>,
    asked: HashSet<(PersonId, String)>,
    /// Who is asked when nobody answers for the person.
    lead: Option<StaffId>,
    due_on: Option<Day>,
}

impl Asking {
    fn ask(&mut self, person: PersonId, owner: Option<StaffId>, text: String) {
        if !self.asked.insert((person, text.clone())) {
            return;
        }
        self.all.push(PersonQuestion {
            id: new_id(),
            r#ref: None,
            person,
            kind: None,
            text: Some(text),
            owner: owner.or(self.lead),
            due_on: self.due_on,
            answered_on: None,
        });
    }
}

/// Whether it was left open whom a name of ours means.
fn unknown(fixes: &Fixes, name: &str) -> bool {
    matches!(fixes.owners.get(name), Some(None))
}

impl Left<'_> {
    /// Rows put off: whom they may be is asked about that person.
    fn put_off(&self, speech: &Speech, asking: &mut Asking) {
        let rows = &self.look.list.rows;
        for (row, other) in self.later {
            let person = match other {
                Other::Person(id) => Some(*id),
                Other::Row(at) => self.who.get(&rows[*at].row).copied(),
            };
            let Some(person) = person else { continue };
            let row = &rows[*row];
            let post = row.unit.iter().chain(&row.title).cloned().collect::<Vec<_>>().join(" ");
            let args = [("list", self.name.to_owned()), ("row", row.row.to_string()), ("post", post)];
            asking.ask(person, self.owner_of(person), speech.text("core-import-ask-same", &args));
        }
    }

    /// People whose owner nobody could name.
    fn unowned(&self, list: &PeopleList, speech: &Speech, asking: &mut Asking) {
        let mut named: HashMap<&str, usize> = HashMap::new();
        for row in &list.rows {
            let names: Vec<&str> =
                row.owners.iter().map(String::as_str).filter(|one| unknown(&self.look.fixes, one)).collect();
            let (Some(first), Some(person)) = (names.first(), self.who.get(&row.row)) else { continue };
            let count = named.entry(first).or_default();
            *count += 1;
            if *count > OF_ONE_NAME {
                continue;
            }
            let args = [("list", self.name.to_owned()), ("name", names.join(&speech.say("app-list-comma")))];
            let other = row.backup.iter().chain(&row.sponsor).find_map(|name| self.staff(name));
            let owner = other.or_else(|| self.owner_of(*person));
            asking.ask(*person, owner, speech.text("core-import-ask-owner", &args));
        }
    }

    fn staff(&self, name: &str) -> Option<StaffId> {
        if let Some(meant) = self.look.fixes.owners.get(name) {
            return *meant;
        }
        let staff = self.look.known.whole.staff.iter().filter(|one| one.status != StaffStatus::Departed);
        let mut called =
            staff.filter(|one| one.name_zh.as_deref() == Some(name) || one.name_en.as_deref() == Some(name));
        called.next().map(|one| one.id)
    }

    /// Who answers for a seat of theirs today.
    fn owner_of(&self, person: PersonId) -> Option<StaffId> {
        let known = &self.look.known;
        known.held(person).iter().find_map(|(_, seat)| known.owner_of(seat.id))
    }

    /// Whoever answers for most seats of the account, new ones among them.
    fn lead(&self) -> Option<StaffId> {
        let known = &self.look.known;
        let mut load: HashMap<StaffId, usize> = HashMap::new();
        let here = known.whole.seats.iter().filter(|one| Some(one.account) == self.look.account);
        let new = self.made.assignments.iter().filter(|one| one.kind == AssignmentKind::Owner).map(|one| one.staff);
        let all = here.filter_map(|one| known.owner_of(one.id)).chain(new);
        all.for_each(|staff| *load.entry(staff).or_default() += 1);
        load.into_iter().max_by_key(|(staff, count)| (*count, std::cmp::Reverse(*staff))).map(|(staff, _)| staff)
    }
}
