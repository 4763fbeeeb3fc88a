//! One workspace, one file: open, migrate, read, write, undo, check, copy.
//!
//! Owns: the SQLite file `*.dianke`, its schema, its change log and its audit. Deliberately absent: rules of the model
//! (domain), clocks and random numbers (moments and identities are passed in), texts for users, foreign formats.
//!
//! References between rows are enforced when a transaction ends (deferred foreign keys): a command that forgets the rows
//! hanging on a removed one is refused with [`StoreError::Dangling`] and nothing is lost. Identities inside lists
//! (`touch.people`, `decision_body.members` …) cannot be enforced by SQLite; [`Store::check`] reports them.

mod area;
mod audit;
mod brought;
mod chain;
mod changed;
mod check;
mod column;
mod error;
mod extent;
mod history;
mod load;
mod lock;
mod migrate;
mod open;
mod rows;
mod table;
mod texts;
mod transact;

pub use area::{Area, areas_of};
pub use audit::{AuditEntry, Seen};
pub use chain::{AuditBreak, AuditFault, AuditState, Why};
pub use changed::{ChangedRow, Changes};
pub use check::{Problem, VersionFacts};
pub use column::{Column, Unfit, Words};
pub use error::StoreError;
pub use extent::Extent;
pub use history::{History, Turned};
pub use load::Loader;
pub use open::Store;
pub use table::Table;
pub use texts::{TextCell, TextPlace};
pub use transact::{Committed, Step, Tx};

// So that the sample of the tests names things alike from inside and outside.
#[cfg(test)]
extern crate self as store;

#[cfg(test)]
#[path = "../tests/support/mod.rs"]
mod sample;
