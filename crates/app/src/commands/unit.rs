//! Units: rename, nest, remove.

use crate::wire::*;
use crate::{App, Error};

/// Not written yet.
pub fn rename_unit(_: &mut App, _: &ViewContext, _: RenameUnit) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn move_unit(_: &mut App, _: &ViewContext, _: MoveUnit) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn remove_unit(_: &mut App, _: &ViewContext, _: RemoveUnit) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}
