//! From a table to a list of people: propose which column means what, then read rows and list what is wrong with them.
//!
//! Pure functions. Deliberately absent: records with identities, matching with people already there, codes of places
//! and dialects (text stays text), and any choice the user should make.

mod clean;
mod contact;
mod content;
mod date;
mod field;
mod header;
mod heading;
mod list;
mod problem;
mod propose;
mod read;
mod refused;
mod row;
mod superior;
mod words;

pub(crate) use clean::is_han;
pub use date::{read_birthday, read_day};
pub use field::PeopleField;
pub use list::{PeopleList, PersonRow, SeatSaid};
pub use problem::{Problem, ProblemCode, ProblemColumn, Severity};
pub use propose::{Certainty, ColumnProposal, Mapping, Proposal, SheetChoice, Why, propose, propose_for};
pub use read::{MAX_NAME_CHARS, read_people};
pub use refused::{RefusedMatter, refused_heading};
