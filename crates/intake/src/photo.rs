//! A photograph of a person: asking the child to look at a foreign picture, and to cut the part that is kept. Owns: the
//! shapes and their way over the process border. Deliberately absent: decoding (the child's) and keeping (the store's).

use std::path::Path;
use std::sync::atomic::AtomicBool;

use domain::{Jpeg, PHOTO_SIZE};
use serde::{Deserialize, Serialize};

use crate::child::{Answer, Want};
use crate::parent::{self, From};
use crate::{IntakeError, Limits};

/// A part of a picture in its pixels, from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crop {
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}

impl Crop {
    /// The largest part in the shape of the photo box: in the middle, and nearer the top, where heads are.
    pub fn proposed(width: u32, height: u32) -> Self {
        let (across, down) = PHOTO_SIZE;
        let part = width.min(u32::try_from(u64::from(height) * u64::from(across) / u64::from(down)).unwrap_or(width));
        let tall = height.min(u32::try_from(u64::from(part) * u64::from(down) / u64::from(across)).unwrap_or(height));
        Self { x: (width - part) / 2, y: (height - tall) / 6, width: part, height: tall }
    }

    /// Whether it lies in a picture of this size and has the shape of the photo box, but for a rounded pixel.
    pub fn fits(self, width: u32, height: u32) -> bool {
        let inside = |from: u32, long: u32, all: u32| from.checked_add(long).is_some_and(|end| end <= all);
        let (across, down) = PHOTO_SIZE;
        let shape = (u64::from(self.width) * u64::from(down)).abs_diff(u64::from(self.height) * u64::from(across));
        self.width > 0
            && self.height > 0
            && inside(self.x, self.width, width)
            && inside(self.y, self.height, height)
            && shape <= u64::from(down.max(across)) * 2
    }
}

/// A foreign picture as it may be looked at: upright, small, without metadata.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sight {
    pub width: u32,
    pub height: u32,
    pub jpeg: Jpeg,
    /// The part proposed.
    pub crop: Crop,
}

/// Looks at a foreign picture in a child process made of `exe` (the host's own executable). `name` is the name of its
/// file, which must not claim another format than the bytes have.
///
/// # Errors
/// [`IntakeError::PhotoEmpty`], [`IntakeError::PhotoNotAPicture`], [`IntakeError::PhotoNameDiffers`],
/// [`IntakeError::PhotoDamaged`], [`IntakeError::PhotoTooManyPixels`], [`IntakeError::PhotoTooSmall`],
/// [`IntakeError::PhotoTooBig`], or a refusal of any file ([`IntakeError::TimedOut`] …).
pub fn look_at_photo(exe: &Path, name: &str, bytes: &[u8], limits: &Limits) -> Result<Sight, IntakeError> {
    match ask(exe, bytes, Want::Photo { name: name.to_owned() }, limits)? {
        Answer::Sight(sight) => Ok(*sight),
        _ => Err(IntakeError::Crashed),
    }
}

/// Cuts the part out of what [`look_at_photo`] gave, in the size and form that is kept.
///
/// # Errors
/// [`IntakeError::PhotoCrop`] for a part outside the picture or of another shape; otherwise as [`look_at_photo`].
pub fn cut_photo(exe: &Path, sight: &Sight, crop: Crop, limits: &Limits) -> Result<Jpeg, IntakeError> {
    match ask(exe, &sight.jpeg.0, Want::Cut(crop), limits)? {
        Answer::Cut(jpeg) => Ok(jpeg),
        _ => Err(IntakeError::Crashed),
    }
}

fn ask(exe: &Path, bytes: &[u8], want: Want, limits: &Limits) -> Result<Answer, IntakeError> {
    if bytes.len() as u64 > limits.photo_bytes {
        return Err(IntakeError::PhotoTooBig { limit_mb: limits.photo_bytes / (1024 * 1024) });
    }
    let answer = parent::ask(exe, From::Memory(bytes), want, limits, &AtomicBool::new(false));
    match answer.map_err(of_photo)? {
        Answer::Refused(error) => Err(of_photo(error)),
        other => Ok(other),
    }
}

/// The refusals of any file in the words of pictures.
fn of_photo(error: IntakeError) -> IntakeError {
    match error {
        IntakeError::TooBig { limit_mb } => IntakeError::PhotoTooBig { limit_mb },
        IntakeError::Crashed => IntakeError::PhotoDamaged,
        other => other,
    }
}
