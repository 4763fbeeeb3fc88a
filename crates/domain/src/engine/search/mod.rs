//! Finding people, accounts and visits by what somebody types: Chinese of any length, full pinyin, initials, mixtures, Latin,
//! figures of telephones, and Latin or pinyin with slips of the finger.
//!
//! [`Query`] says whether something typed fits a text, and where; [`Index`] answers the same over very many texts at once. The
//! index is derived: it holds no text that can be read out and is built anew or changed entry by entry from the records.
//! Deliberately absent: the records themselves, who may see what (the caller puts in only what may be found), words for people.

mod find;
mod fold;
mod index;
mod lexicon;
mod postings;
mod query;
mod rank;
mod sound;
mod typo;

pub use fold::plain;
pub use index::{Ask, Document, Index, Part};
pub use query::{Fit, How, Query};
pub use rank::{Hit, Kind};
pub use sound::{ReadAs, Spelling, readings, spelling};

#[cfg(test)]
mod tests;
