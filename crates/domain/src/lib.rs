//! The model of key-account work and the engines over it.
//!
//! Owns: terms, records, invariants, formulae, layout and scene. Deliberately absent: files, clocks, SQL, windows,
//! JSON text. Every engine is a function of `(snapshot, as_of, settings)` and says why it answered as it did.

#[macro_use]
mod macros;
pub mod engine;
pub mod id;
pub mod idmap;
pub mod layout;
pub mod model;
pub mod scene;
pub mod snapshot;

pub use id::*;
pub use idmap::{IdMap, IdSet};
pub use model::*;
pub use snapshot::{Snapshot, by_id};

/// A calendar day in the account's time zone; never a moment.
pub type Day = chrono::NaiveDate;
