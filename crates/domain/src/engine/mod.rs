//! Pure functions over a snapshot: each takes `(snapshot, …, as_of)` and answers with reasons. No clock, no I/O.

pub mod asof;
pub mod brief;
pub mod budget;
pub mod business;
pub mod cadence;
pub mod calendar;
pub mod chain;
pub mod changes;
pub mod checklist;
pub mod committee;
pub mod drill;
pub mod duplicates;
pub mod edition;
pub mod entity;
pub mod findings;
#[cfg(test)]
pub(crate) mod fixture;
pub mod freshness;
pub mod gift;
pub mod health;
pub mod host;
pub mod ledger;
pub mod paths;
pub mod places;
pub mod planning;
pub mod protocol;
pub mod readiness;
pub mod reason;
pub mod review;
pub mod rules;
pub mod score;
pub mod seams;
pub mod seating;
pub mod seniors;
pub mod suppression;
pub mod units;
pub mod warnings;
mod why;

pub use reason::{Param, Reason};
