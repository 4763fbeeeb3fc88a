//! Readers for files that others made: spreadsheets of people, business cards, the interchange of a whole workspace, a deck as a
//! template, a picture of a person, a calendar.
//!
//! Owns: telling formats apart by content, limits, the child process that parses, the interchange text, the proposal
//! of a column mapping and the reading of a people list. Deliberately absent: the database, matching against what is
//! already there, and any decision to import — callers get rows and problems and ask the user.

pub mod calendar;
pub mod child;
pub mod error;
pub mod interchange;
pub mod limits;
mod line;
mod parent;
pub mod people;
pub mod photo;
mod read;
pub mod table;
pub mod template;
mod vcard;

pub use calendar::{Calendar, CalendarEvent, CalendarPerson, CalendarWish, read_calendar};
pub use child::{INTAKE_CHILD_ARG, run_child_if_asked};
pub use error::{IntakeError, JsonFault};
pub use limits::Limits;
pub use parent::{Watch, read_bytes, read_file, read_file_cancellable};
pub use photo::{Crop, Sight, cut_photo, look_at_photo};
pub use table::{
    CardPhoto, Cards, Fault, Foreign, Merge, Row, Sheet, Table, TextEncoding, column_letter, column_number,
};
pub use template::{Template, read_template};
