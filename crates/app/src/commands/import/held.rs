//! The table of a file that waits, and its people as they were read last: saying yes does not read them a second time.
//! Deliberately absent: who they may be; that also hangs on what was written meanwhile.

use std::cell::RefCell;
use std::ops::Deref;
use std::sync::Arc;

use intake::Table;
use intake::people::{Mapping, PeopleList, read_people};

/// A table and what was read of it.
pub(super) struct Held {
    table: Table,
    read: RefCell<Option<(Mapping, Arc<PeopleList>)>>,
}

impl Held {
    pub fn new(table: Table) -> Self {
        Self { table, read: RefCell::default() }
    }

    /// The people of the table under a mapping.
    pub fn people(&self, mapping: &Mapping) -> Arc<PeopleList> {
        let mut read = self.read.borrow_mut();
        if let Some((_, list)) = read.as_ref().filter(|(own, _)| own == mapping) {
            return list.clone();
        }
        // What was read under another mapping goes first: a large list is not held twice.
        read.take();
        let list = Arc::new(read_people(&self.table, mapping));
        *read = Some((mapping.clone(), list.clone()));
        list
    }

    /// Forgets the people; whoever holds them goes on.
    pub fn let_go(&self) {
        self.read.take();
    }
}

impl Deref for Held {
    type Target = Table;

    fn deref(&self) -> &Table {
        &self.table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use intake::people::propose;

    #[test]
    fn people_are_read_once_a_mapping() {
        let row = |number: u32, cells: [&str; 2]| intake::Row { number, cells: cells.map(str::to_owned).to_vec() };
        let rows = vec![row(1, ["姓名", "职务"]), row(2, ["样例一", "处长"]), row(3, ["样例二", "科长"])];
        let held = Held::new(Table { sheets: vec![intake::Sheet { rows, ..Default::default() }], ..Table::default() });
        let mapping = propose(&held).mapping();
        let first = held.people(&mapping);
        assert_eq!((first.rows.len(), first.rows[0].title.as_deref()), (2, Some("处长")));
        assert!(Arc::ptr_eq(&first, &held.people(&mapping)));
        let mut bare = mapping.clone();
        bare.columns.pop_last();
        assert_eq!(held.people(&bare).rows[0].title, None, "another mapping is read anew");
        assert!(!Arc::ptr_eq(&first, &held.people(&mapping)));
        held.let_go();
        assert_eq!(held.people(&mapping), first);
    }
}
