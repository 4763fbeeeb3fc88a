//! Photographs of persons. The record says whose it is, where it came from and what it may be used for; the picture lies
//! apart, so that whoever reads an account does not carry every picture along.
//!
//! Deliberately absent: what is in a picture. No face is compared, measured or recognised.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::{DataClass, Day, PersonId, PersonStatus, PhotoId, PictureId, Snapshot, StaffId};

/// Width and height of every kept picture in pixels: the photo box of the papers, 3:4.
pub const PHOTO_SIZE: (u32, u32) = (480, 640);

record! {
    /// The photograph of one person: of a guest or of one of ours, never of both. Somebody has at most one.
    Photo: PhotoId {
        person: Option<PersonId>, staff: Option<StaffId>,
        /// Where it came from: `本人提供`, `公司官网`. None is kept without (F.4).
        source: String,
        taken_on: Option<Day>,
        /// The day it was kept here.
        added_on: Day,
        /// The day the person agreed to its being printed for their reception; `null`: not asked, and then no paper
        /// shows it.
        consent_on: Option<Day>,
        /// P2 unless chosen otherwise (F.2): the account team and the host. P0: may also be shown to the crew.
        class: DataClass,
    }
}
record! {
    /// The bytes of a photograph. Not part of a snapshot; read by the photograph's identity when it is shown.
    Picture: PictureId { photo: PhotoId, jpeg: Jpeg }
}

/// A small JPEG as our own reader writes it: upright, of [`PHOTO_SIZE`], without any metadata. As text it is base64.
#[derive(Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "bindings", ts(type = "string"), schemars(with = "String"))]
pub struct Jpeg(pub Vec<u8>);

impl Jpeg {
    /// The picture as base64.
    pub fn to_text(&self) -> String {
        STANDARD.encode(&self.0)
    }
}

/// Its length alone: a picture is no text for logs.
impl fmt::Debug for Jpeg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Jpeg({} bytes)", self.0.len())
    }
}

impl serde::Serialize for Jpeg {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.to_text())
    }
}

impl<'de> serde::Deserialize<'de> for Jpeg {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        STANDARD.decode(text).map(Self).map_err(|_| serde::de::Error::custom("not base64"))
    }
}

/// Whom a photograph shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sitter {
    Person(PersonId),
    Staff(StaffId),
}

impl Photo {
    /// Whom it shows; `None` for a record that names nobody or two.
    pub fn sitter(&self) -> Option<Sitter> {
        match (self.person, self.staff) {
            (Some(person), None) => Some(Sitter::Person(person)),
            (None, Some(staff)) => Some(Sitter::Staff(staff)),
            _ => None,
        }
    }

    /// Whether a paper for the account team and the host may show it: with permission only (C.2, section 3).
    pub fn may_print(&self) -> bool {
        self.consent_on.is_some() && self.class != DataClass::P3
    }

    /// Whether a paper for those who only look after the guests may show it: with permission, and of public class (F.2).
    pub fn may_print_for_crew(&self) -> bool {
        self.consent_on.is_some() && self.class == DataClass::P0
    }
}

impl Snapshot {
    /// The photograph of somebody: the one kept last, should a file from elsewhere have brought several. Of an erased
    /// person there is none.
    pub fn photo_of(&self, sitter: Sitter) -> Option<&Photo> {
        if let Sitter::Person(id) = sitter
            && self.person(id).is_some_and(|one| one.status == PersonStatus::Erased)
        {
            return None;
        }
        self.photos.iter().filter(|one| one.sitter() == Some(sitter)).max_by_key(|one| (one.added_on, one.id))
    }
}
