//! Decisions, their members and committees.

use crate::wire::*;
use crate::{App, Error};

/// Not written yet.
pub fn add_decision(_: &mut App, _: &ViewContext, _: AddDecision) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn edit_decision(_: &mut App, _: &ViewContext, _: EditDecision) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn remove_decision(_: &mut App, _: &ViewContext, _: RemoveDecision) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn remove_members(_: &mut App, _: &ViewContext, _: RemoveMembers) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn set_body(_: &mut App, _: &ViewContext, _: SetBody) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}

/// Not written yet.
pub fn remove_body(_: &mut App, _: &ViewContext, _: RemoveBody) -> Result<Changed, Error> {
    Err(Error::Request("not written".into()))
}
