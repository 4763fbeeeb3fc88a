//! The photograph on a card: its bytes, and the way through the reader of pictures under the same limits as any other.
//! Deliberately absent: fetching pictures from elsewhere.

use std::time::{Duration, Instant};

use domain::Jpeg;

use super::property::Property;
use crate::people::ProblemCode;
use crate::read::picture;
use crate::{IntakeError, Limits};

/// The picture's own bytes.
pub(super) fn bytes_of(property: &Property<'_>) -> Result<Vec<u8>, ProblemCode> {
    if property.cut {
        return Err(ProblemCode::PhotoTooBig);
    }
    property.picture().ok_or(ProblemCode::PhotoElsewhere)
}

/// Makes photographs into what is kept, as long as there is time.
pub(super) struct Photos<'a> {
    limits: &'a Limits,
    until: Instant,
}

impl<'a> Photos<'a> {
    pub fn new(limits: &'a Limits) -> Self {
        // The rest of the time is for the names: a list without some photographs is better than none.
        Self { limits, until: Instant::now() + Duration::from_millis(limits.time_ms / 2) }
    }

    /// The middle of the picture in the kept size; `None`: there was no time left.
    pub fn kept(&mut self, bytes: &[u8]) -> Result<Option<Jpeg>, ProblemCode> {
        if Instant::now() > self.until {
            return Ok(None);
        }
        if bytes.len() as u64 > self.limits.photo_bytes {
            return Err(ProblemCode::PhotoTooBig);
        }
        picture::proposed(bytes, self.limits).map(Some).map_err(|error| match error {
            IntakeError::PhotoTooManyPixels { .. } | IntakeError::PhotoTooBig { .. } => ProblemCode::PhotoTooBig,
            _ => ProblemCode::PhotoUnreadable,
        })
    }
}
