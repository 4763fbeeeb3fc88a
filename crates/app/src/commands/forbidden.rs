//! What is not kept about people (F.5): refused at the one door every command comes through, and shown while it is typed.
//! Deliberately absent: the words that are caught (`engine::forbidden`).

use domain::Code as _;
use domain::engine::forbidden::{Caught, ForbiddenMatter as Matter, caught};
use serde_json::{Map, Value};

use crate::wire::{CaughtText, CheckText, TextCheck, ViewContext};
use crate::words::Speech;
use crate::{App, Error};

/// How commands begin that ask and keep nothing: looking for a word is not keeping it.
const ASKING: &[&str] = &[
    "get_", "list_", "find_", "check_", "read_", "look_at_", "preview_", "propose_", "draft_", "offer_", "resolve_",
    "thank_",
];

/// Commands that must be able to say what is not kept: what somebody asks to have deleted, a consent, a hold; and those that
/// name columns of a file.
const APART: &[&str] = &[
    "add_rights_request",
    "move_rights_request",
    "set_legal_hold",
    "give_consent",
    "keep_retained",
    "erase_person",
    "remap_import",
    "apply_import",
    "drop_import",
];

/// Fields that name somebody, a place or a thing: names are what they are. `label`, which tells namesakes apart, is our own word.
const NAMES: &[&str] = &[
    "name",
    "name_zh",
    "name_en",
    "title",
    "guest_title_zh",
    "guest_title_en",
    "surname",
    "surname2",
    "given",
    "middle",
    "variants",
    "pronunciation",
    "address_zh",
    "address_en",
    "unit",
    "superior",
    "owner",
    "place",
    "place_zh",
    "place_en",
    "hotel_zh",
    "hotel_en",
    "driver",
    "named",
    "route",
    "meeting_point",
    "token",
    "ref",
    "filter",
];

/// Lines of a visit in which a matter is care for everybody, or words said before all, and no record about one person. They go with
/// what else is temporary of the visit.
const CARE: &[(&str, &[Matter])] = &[
    ("meal", &[Matter::Diet]),
    ("checklist_item", &[Matter::Diet]),
    ("planned_question", &[Matter::Diet]),
    ("contingency", &[Matter::Diet, Matter::Health]),
    ("visit_text", &[Matter::Family]),
    // The command says itself where it belongs.
    ("diet", &[Matter::Diet]),
];

/// Lets a request pass, or refuses it as `forbidden` with the first matter found in any text of it. Every command comes through
/// here before it is read, so that none can forget to ask.
pub(crate) fn door(command: &str, request: &Value) -> Result<(), Error> {
    if ASKING.iter().any(|one| command.starts_with(one)) || APART.contains(&command) {
        return Ok(());
    }
    // Where diet is asked and answered it has its place.
    let own: &[Matter] = if matches!(command, "answer_diet" | "plan_question") { &[Matter::Diet] } else { &[] };
    look(request, own)
}

/// A text that comes through another door: as given, or refused with the first matter in it.
pub(crate) fn allowed(text: &str) -> Result<(), Error> {
    refuse(text, &[])
}

/// The same for a text that may be missing.
pub(crate) fn allowed_in(text: Option<&String>) -> Result<(), Error> {
    text.map_or(Ok(()), |text| allowed(text))
}

fn look(value: &Value, spared: &[Matter]) -> Result<(), Error> {
    match value {
        Value::String(text) => refuse(text, spared),
        Value::Array(all) => all.iter().try_for_each(|one| look(one, spared)),
        Value::Object(fields) => {
            let spared = care(fields).unwrap_or(spared);
            let words = fields.iter().filter(|(key, _)| !NAMES.contains(&key.as_str()));
            words.into_iter().try_for_each(|(_, one)| look(one, spared))
        }
        _ => Ok(()),
    }
}

fn care(fields: &Map<String, Value>) -> Option<&'static [Matter]> {
    let kind = fields.get("kind").and_then(Value::as_str)?;
    CARE.iter().find(|(one, _)| *one == kind).map(|(_, matters)| *matters)
}

fn refuse(text: &str, spared: &[Matter]) -> Result<(), Error> {
    // An identity is no number of anybody's, whatever its digits look like.
    if uuid::Uuid::try_parse(text).is_ok() {
        return Ok(());
    }
    match caught(text).iter().find(|one| !spared.contains(&one.matter)) {
        Some(one) => Err(Error::refused("forbidden").with("matter", one.matter.code())),
        None => Ok(()),
    }
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
