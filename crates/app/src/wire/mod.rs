//! What crosses the border between `app` and a window, script or test. Plain shapes, already worded where a person reads them.

mod after;
mod changes;
mod counterparts;
mod court;
mod drill;
mod edition;
mod export;
mod guests;
mod home;
mod import;
mod ledger;
mod map;
mod map_edit;
mod people;
mod person;
mod photo;
mod plan;
mod planning;
mod review;
mod rights;
mod room;
mod seating;
mod visit;
mod visit_setup;
mod watch;
mod workspace;

pub use after::*;
pub(crate) use changes::areas;
pub use changes::*;
pub use counterparts::*;
pub use court::*;
pub use drill::*;
pub use edition::*;
pub use export::*;
pub use guests::*;
pub use home::*;
pub use import::*;
pub use ledger::*;
pub use map::*;
pub use map_edit::*;
pub use people::*;
pub use person::*;
pub use photo::*;
pub(crate) use plan::for_each_line;
pub use plan::*;
pub use planning::*;
pub use review::*;
pub use rights::*;
pub use room::*;
pub use seating::*;
pub use visit::*;
pub use visit_setup::*;
pub use watch::*;
pub use workspace::*;

use domain::scene::DisplayMode;
use domain::{Day, Lang, StaffId};

/// A shape on the wire.
macro_rules! wire {
    ($($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident : $ty:ty),* $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub struct $name { $($(#[$fmeta])* pub $field: $ty),* }
    )+};
}
/// A shape that is only sent out: it holds a scene, which is written but never read.
macro_rules! wire_out {
    ($($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident : $ty:ty),* $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
        pub struct $name { $($(#[$fmeta])* pub $field: $ty),* }
    )+};
}
pub(crate) use {wire, wire_out};

wire! {
    /// Who asks, in which language, and which day counts as today. `mode` is set by the host for each window and never read
    /// from a page: a page cannot ask for a face it was not given.
    ViewContext { lang: Lang, today: Day, #[serde(skip, default = "internal")] #[ts(skip)] mode: DisplayMode }

    /// No input.
    Nothing {}

    /// One of ours in a list: name in full, short name for a pill, post.
    StaffChip { id: StaffId, name: String, short: String, title: String, active: bool, sound: String }

    /// A code with its label in the language asked for.
    Choice { code: String, label: String }
}

fn internal() -> DisplayMode {
    DisplayMode::Internal
}
