//! Saved views.

use crate::wire::*;
use crate::{App, Error};

/// Not written yet.
pub fn save_view(_: &mut App, _: &ViewContext, _: SaveView) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn remove_view(_: &mut App, _: &ViewContext, _: RemoveView) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}
