//! How records that hold from a day to a day end. Deliberately absent: people and seats, whose end is more than a day.

use domain::{Assignment, Day, Edge, OrgLink, Tenure, TopicAssignment};
use store::{Table, Tx};

use crate::Error;

/// A record with a first and a last day.
pub(crate) trait Dated: Table {
    /// Its first day; `None`: since ever.
    fn first(&self) -> Option<Day>;
    /// Sets its last day.
    fn set_last(&mut self, last: Option<Day>);
}

macro_rules! dated {
    ($($record:ty),+) => {$(
        impl Dated for $record {
            fn first(&self) -> Option<Day> {
                self.from_on
            }
            fn set_last(&mut self, last: Option<Day>) {
                self.to_on = last;
            }
        }
    )+};
}
dated!(Assignment, Edge, OrgLink, Tenure, TopicAssignment);

/// Ends a record: `on` is the first day without it. One that begins then or later never was.
pub(crate) fn end<R: Dated>(tx: &mut Tx, mut record: R, on: Day) -> Result<(), Error> {
    if record.first().is_some_and(|from| from >= on) {
        tx.remove::<R>(record.id())?;
        return Ok(());
    }
    record.set_last(on.pred_opt());
    Ok(tx.put(&record)?)
}
