//! The sample: a photograph of a person and one of ours, and their bytes.

use super::{day, id, some};
use domain::*;

pub(super) fn photos(all: &mut Snapshot) {
    let full = Photo {
        id: id(571).into(),
        r#ref: some("ph1"),
        person: Some(id(61).into()),
        staff: None,
        source: "本人提供".into(),
        taken_on: Some(day(3, 1)),
        added_on: day(11, 20),
        consent_on: Some(day(11, 19)),
        class: DataClass::P2,
    };
    let bare = Photo {
        id: id(572).into(),
        r#ref: None,
        person: None,
        staff: Some(id(21).into()),
        taken_on: None,
        consent_on: None,
        class: DataClass::P0,
        ..full.clone()
    };
    all.photos = vec![full, bare];
}

/// The bytes of a photograph, `size` of them, all different enough to be found again.
pub fn picture(number: u64, photo: u64, size: usize) -> Picture {
    let jpeg = (0..size).map(|at| (at as u64 * 31 + at as u64 / 251 + number) as u8).collect();
    Picture { id: id(number).into(), r#ref: None, photo: id(photo).into(), jpeg: Jpeg(jpeg) }
}
