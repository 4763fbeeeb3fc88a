//! People who were erased are not brought back by a list (F.4, point 7): rows that their marks bar are left out and counted.
//! The one seam between the import and erasure.

use domain::engine::suppression::{Identity, Suppression};
use domain::{AccountId, Snapshot};
use intake::people::{PeopleList, PersonRow};

/// Marks left by erasures, and what the account the list goes to is called: a name counts together with a place.
pub(super) struct Bars {
    marks: Suppression,
    places: Vec<String>,
}

impl Bars {
    pub fn read(whole: &Snapshot, account: Option<AccountId>) -> Self {
        let account = account.and_then(|id| whole.account(id));
        let places = account.map_or_else(Vec::new, |one| one.name_zh.iter().chain(&one.name_en).cloned().collect());
        Self { marks: Suppression::of(&whole.people), places }
    }

    /// Whether a row is of somebody erased.
    pub fn bars(&self, row: &PersonRow) -> bool {
        !self.marks.is_empty() && row.any_name().is_some() && self.marks.bars(&self.identity(row))
    }

    /// Rows of the list that are left out.
    pub fn count(&self, list: &PeopleList) -> u32 {
        list.rows.iter().filter(|row| self.bars(row)).count() as u32
    }

    fn identity(&self, row: &PersonRow) -> Identity {
        Identity {
            names: row.name.iter().chain(&row.name_en).cloned().collect(),
            places: self.places.iter().chain(&row.unit).chain(&row.company).cloned().collect(),
            phones: row.mobiles.iter().chain(&row.phones).cloned().collect(),
            mails: row.emails.clone(),
            messengers: row.messengers.clone(),
            refs: row.external_ref.iter().chain(&row.uid).cloned().collect(),
        }
    }
}
