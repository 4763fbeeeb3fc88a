//! What is not kept about people (F.5), refused at the door and shown while it is typed. Deliberately absent: the words that are
//! caught (`engine::forbidden`).

use domain::Code as _;
use domain::engine::forbidden::{Caught, caught};

use crate::wire::{CaughtText, CheckText, TextCheck, ViewContext};
use crate::words::Speech;
use crate::{App, Error};

/// The text as given, or the refusal `forbidden` with the first matter in it.
pub(crate) fn allowed(text: &str) -> Result<(), Error> {
    match caught(text).first() {
        Some(one) => Err(Error::refused("forbidden").with("matter", one.matter.code())),
        None => Ok(()),
    }
}

/// The same for a text that may be missing.
pub(crate) fn allowed_in(text: Option<&String>) -> Result<(), Error> {
    text.map_or(Ok(()), |text| allowed(text))
}

/// What was caught, in words.
pub(crate) fn told(text: &str, speech: &Speech) -> Vec<CaughtText> {
    let row = |one: Caught| {
        let key = |end: &str| format!("forbidden-{}{end}", one.matter.code());
        CaughtText {
            matter: one.matter,
            from: one.from as u32,
            to: one.to as u32,
            label: speech.say(&key("")),
            reason: speech.say(&key("-why")),
            instead: speech.say(&key("-instead")),
            elsewhere: one.has_a_place(),
        }
    };
    caught(text).into_iter().map(row).collect()
}

/// Whether a text holds what is not kept.
pub fn check_text(app: &mut App, context: &ViewContext, request: CheckText) -> Result<TextCheck, Error> {
    Ok(TextCheck { caught: told(&request.text, &app.words().speak(context.lang)) })
}
