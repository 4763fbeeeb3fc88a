//! The room-safe face.

use crate::wire::*;
use crate::{App, Error};

/// Not written yet.
pub fn get_room(_: &mut App, _: &ViewContext, _: GetRoom) -> Result<RoomView, Error> {
    Err(Error::Request("not written".into()))
}
