//! Who follows in a seat, and seats that end.

use crate::wire::*;
use crate::{App, Error};

/// Not written yet.
pub fn fill_seat(_: &mut App, _: &ViewContext, _: FillSeat) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn end_seat(_: &mut App, _: &ViewContext, _: EndSeat) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn set_no_contact(_: &mut App, _: &ViewContext, _: SetNoContact) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}
