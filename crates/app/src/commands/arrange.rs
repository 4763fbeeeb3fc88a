//! Order, room and moves of many seats.

use crate::wire::*;
use crate::{App, Error};

/// Not written yet.
pub fn move_seats(_: &mut App, _: &ViewContext, _: MoveSeats) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn order_seat(_: &mut App, _: &ViewContext, _: OrderSeat) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn nudge_seats(_: &mut App, _: &ViewContext, _: NudgeSeats) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn tidy_seats(_: &mut App, _: &ViewContext, _: TidySeats) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}
