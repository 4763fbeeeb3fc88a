//! What crosses the border between `app` and a window, script or test. Plain shapes, already worded where a person reads them.

mod changes;
mod court;
mod home;
mod import;
mod map;
mod person;
mod visit;
mod workspace;

pub(crate) use changes::areas;
pub use changes::*;
pub use court::*;
pub use home::*;
pub use import::*;
pub use map::*;
pub use person::*;
pub use visit::*;
pub use workspace::*;

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
    /// Who asks, in which language, and which day counts as today.
    ViewContext { lang: Lang, today: Day }

    /// No input.
    Nothing {}

    /// One of ours in a list: name in full, short name for a pill, post.
    StaffChip { id: StaffId, name: String, short: String, title: String, active: bool }

    /// A code with its label in the language asked for.
    Choice { code: String, label: String }
}
