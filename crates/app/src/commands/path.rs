//! Ways to a person.

use crate::wire::*;
use crate::{App, Error};

/// Not written yet.
pub fn get_paths(_: &mut App, _: &ViewContext, _: GetPaths) -> Result<PathList, Error> {
    Err(Error::Request("not written".into()))
}
