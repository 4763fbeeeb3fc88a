//! How well the owner a list names knows a person: a first reading, never over one that was taken here.

use domain::*;
use intake::people::{PeopleField, PersonRow};

use super::records::Making;
use crate::new_id;

impl Making<'_> {
    /// The tie of a row's owner, unless one is read already.
    pub fn tie(&mut self, row: &PersonRow, person: PersonId) {
        let Some(level) = row.relation else { return };
        let Some(staff) = row.owners.first().and_then(|name| self.staff(name)) else { return };
        let known = self.names.known;
        if !self.tied.insert((staff, person)) {
            return;
        }
        self.records.ties.push(TieReading {
            id: new_id(),
            r#ref: None,
            staff,
            person,
            level,
            read_on: row.last_touch.filter(|day| *day <= known.today).unwrap_or(known.today),
            evidence: Some(self.names.sourcing.source_of(PeopleField::Relation).to_owned()),
            confirmed_by: None,
        });
    }
}
