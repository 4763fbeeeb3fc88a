//! The quick-entry grid.

use crate::wire::*;
use crate::{App, Error};

/// Not written yet.
pub fn check_rows(_: &mut App, _: &ViewContext, _: AddSeats) -> Result<QuickCheck, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn add_seats(_: &mut App, _: &ViewContext, _: AddSeats) -> Result<AddedSeats, Error> {
    Err(Error::Request("not written".into()))
}
