//! Guests from a pasted list: read first, added after somebody looked.

use super::wire;
use domain::*;

wire! {
    /// Reads a pasted list of names and titles against the people of a visit's account, or of an account. Nothing is changed.
    ReadGuests { visit: Option<VisitId>, account: Option<AccountId>, text: String }
    /// What the list says, row by row, and how many rows are of each kind. `ready`: can be added as they stand.
    GuestPreview { rows: Vec<PastedRow>, ready: u32, to_decide: u32, left_out: u32 }
    /// One row. `person` is set when it is clear who is meant, or likely (`similar`); `candidates` are those to choose from. `dropped`: something personal that is not kept was left out.
    PastedRow {
        line: u32, text: String, name: String, title: Option<String>, part: GuestPart, state: PastedState, note: String,
        person: Option<PersonId>, candidates: Vec<GuestCandidate>, dropped: bool,
    }
    /// Somebody a row may mean.
    GuestCandidate { person: PersonId, name: String, post: String }
    /// Adds guests behind those who are there, in this order, in one step. `source` says where the list came from; needed when a person is new.
    AddGuests { visit: VisitId, source: Option<String>, rows: Vec<NewGuest> }
    /// A known person, or a new one with `name` and `title`. `official_order`: place in the visitor's own list.
    NewGuest { person: Option<PersonId>, name: String, title: Option<String>, role: Option<String>, #[serde(default)] part: GuestPart, official_order: Option<u32> }
}

/// What a row of a pasted list turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PastedState {
    /// Clear who is meant.
    Known,
    /// Sounds alike, or was called so elsewhere: one person, to be looked at.
    Similar,
    /// Several people may be meant.
    Ambiguous,
    /// Nobody known: can be added as a new person.
    New,
    /// The same person stands further up in the list.
    Double,
    /// A guest already.
    Already,
    /// Nobody may approach this person.
    Barred,
    /// Left the customer.
    Left,
    /// No name was found in it.
    NoName,
}
