//! The part of a row that says what somebody is in the decision and who of ours answers for them.

use std::collections::HashMap;

use domain::*;

use super::super::import::new_colleague;
use super::super::tidy_text;
use super::plan::{Reading, key};

/// Between several roles in one cell.
const BETWEEN: [char; 6] = ['、', ',', '，', ';', '；', '/'];

impl Reading<'_> {
    /// Roles by their names in the language of the screen, or by their codes.
    pub(super) fn roles(&mut self, row: u32, raw: &str) -> Vec<DecisionRole> {
        let mut roles = Vec::new();
        for word in raw.split(BETWEEN).map(tidy_text).filter(|one| !one.is_empty()) {
            let named = |one: &DecisionRole| key(&self.speech.label("code", *one)) == key(&word) || one.code() == word;
            match DecisionRole::ALL.iter().copied().find(named) {
                Some(one) if roles.contains(&one) => {}
                Some(one) => roles.push(one),
                None => self.tell(row, "role", "map-core-role-unknown", true, &[("name", word)]),
            }
        }
        roles
    }

    /// One of ours by name; a name nobody has becomes a new colleague.
    pub(super) fn owner(&mut self, ours: &mut Ours, row: u32, raw: &str) -> Option<StaffId> {
        let name = self.cell(row, "owner", raw)?;
        match ours.named.get(&key(&name)).map(Vec::as_slice) {
            Some([one]) => Some(*one),
            Some(more) if more.len() > 1 => {
                let args = [("name", name.clone()), ("count", more.len().to_string())];
                self.tell(row, "owner", "map-core-owner-twice", true, &args);
                None
            }
            _ => {
                if ours.any {
                    self.tell(row, "owner", "map-core-owner-new", false, &[("name", name.clone())]);
                }
                Some(ours.add(&name))
            }
        }
    }
}

/// Our people by name, and those the rows bring.
pub(super) struct Ours {
    named: HashMap<String, Vec<StaffId>>,
    /// Somebody is known already, so that a new name may be a slip.
    any: bool,
    pub new: Vec<Staff>,
}

impl Ours {
    pub fn of(snapshot: &Snapshot) -> Self {
        let mut named: HashMap<String, Vec<StaffId>> = HashMap::new();
        for one in snapshot.staff.iter().filter(|one| one.status != StaffStatus::Departed) {
            let mut spelt: Vec<String> =
                [&one.name_zh, &one.name_en].into_iter().flatten().map(|one| key(one)).collect();
            spelt.dedup();
            spelt.into_iter().for_each(|name| named.entry(name).or_default().push(one.id));
        }
        Self { any: !named.is_empty(), named, new: Vec::new() }
    }

    fn add(&mut self, name: &str) -> StaffId {
        let staff = new_colleague(name);
        let id = staff.id;
        self.named.insert(key(name), vec![id]);
        self.new.push(staff);
        id
    }
}
