//! The parts of a name and the form of address (C.3), written as a person says them. Deliberately absent: splitting and joining names.

use domain::*;

use crate::commands::clean_name;
use crate::commands::fact_line::person_of;
use crate::wire::{Changed, NameParts, SetName, ViewContext};
use crate::{App, Error};

/// Most names in other scripts.
const MOST_VARIANTS: usize = 8;

/// The parts as they are kept.
pub(super) fn parts_of(one: &Person) -> NameParts {
    NameParts {
        name_zh: one.name_zh.clone(),
        name_en: one.name_en.clone(),
        surname: one.surname.clone(),
        given: one.given.clone(),
        middle: one.middle.clone(),
        surname2: one.surname2.clone(),
        name_order: one.name_order,
        variants: one.variants.clone(),
        pronunciation: one.pronunciation.clone(),
        address_zh: one.address_zh.clone(),
        address_en: one.address_en.clone(),
        label: one.label.clone(),
    }
}

/// Writes the parts of a name. There is a name at least in one script.
pub fn set_name(app: &mut App, context: &ViewContext, request: SetName) -> Result<Changed, Error> {
    let before = person_of(app, request.person)?;
    let said = request.names;
    let clean = |text: &Option<String>| -> Result<Option<String>, Error> {
        Ok(text.as_deref().map(clean_name).transpose()?.flatten())
    };
    let (name_zh, name_en) = (clean(&said.name_zh)?, clean(&said.name_en)?);
    if name_zh.is_none() && name_en.is_none() {
        return Err(Error::refused("name-empty"));
    }
    if said.variants.len() > MOST_VARIANTS {
        return Err(Error::refused("too-many").with("limit", MOST_VARIANTS));
    }
    let mut variants = Vec::new();
    for one in &said.variants {
        let (script, text) = (clean_name(&one.script)?, clean_name(&one.text)?);
        if let (Some(script), Some(text)) = (script, text) {
            variants.push(NameVariant { script, text });
        }
    }
    let person = Person {
        name_zh,
        name_en,
        surname: clean(&said.surname)?,
        given: clean(&said.given)?,
        middle: clean(&said.middle)?,
        surname2: clean(&said.surname2)?,
        name_order: said.name_order,
        variants,
        pronunciation: clean(&said.pronunciation)?,
        address_zh: clean(&said.address_zh)?,
        address_en: clean(&said.address_en)?,
        label: clean(&said.label)?,
        ..before
    };
    let (_, changed) = app.transact(context.lang, "set-name", |tx| Ok(tx.put(&person)?))?;
    Ok(changed)
}
