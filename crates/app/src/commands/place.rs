//! Typed native places become codes, or are asked about; never chosen silently. Deliberately absent: the tables (domain).

use domain::engine::places::{PlaceFound, full_place_name, resolve_place as resolved};
use domain::*;

use super::clean_text;
use crate::wire::{Changed, ChoosePlace, PlaceAnswer, PlaceChoice, ResolvePlace, ViewContext};
use crate::{App, Error};

/// Whether facts of this kind are places.
pub(crate) fn is_place(kind: FactKind) -> bool {
    matches!(kind, FactKind::NativePlace | FactKind::BirthPlace | FactKind::GrewUp)
}

/// A typed value as it is kept: the code of the place meant. What is not known stays as it was typed.
///
/// # Errors
/// `place-several` when several places are called so.
pub(crate) fn kept_place(text: String) -> Result<String, Error> {
    match resolved(&text) {
        PlaceFound::Known(code) => Ok(code),
        PlaceFound::Ambiguous(_) => Err(Error::refused("place-several")),
        PlaceFound::Unknown => Ok(text),
    }
}

/// The same for a list nobody sits before: what may be several places stays as typed, to be asked.
pub(super) fn kept_or_asked(text: String) -> String {
    match resolved(&text) {
        PlaceFound::Known(code) => code,
        PlaceFound::Ambiguous(_) | PlaceFound::Unknown => text,
    }
}

/// The places a kept value may mean, when it is not clear.
pub(crate) fn choices(kind: FactKind, value: Option<&str>, lang: Lang) -> Vec<PlaceChoice> {
    match value.filter(|_| is_place(kind)).map(resolved) {
        Some(PlaceFound::Ambiguous(codes)) => codes.into_iter().map(|code| choice(code, lang)).collect(),
        _ => Vec::new(),
    }
}

pub(super) fn choice(code: String, lang: Lang) -> PlaceChoice {
    PlaceChoice { label: full_place_name(&code, lang).unwrap_or_else(|| code.clone()), code }
}

/// What a typed place is.
pub fn resolve_place(_: &mut App, context: &ViewContext, request: ResolvePlace) -> Result<PlaceAnswer, Error> {
    let text = clean_text(&request.text)?.unwrap_or_default();
    let one = |code| choice(code, context.lang);
    Ok(match resolved(&text) {
        _ if text.is_empty() => PlaceAnswer { known: None, several: Vec::new() },
        PlaceFound::Known(code) => PlaceAnswer { known: Some(one(code)), several: Vec::new() },
        PlaceFound::Ambiguous(codes) => PlaceAnswer { known: None, several: codes.into_iter().map(one).collect() },
        PlaceFound::Unknown => PlaceAnswer { known: None, several: Vec::new() },
    })
}

/// A person says which of several places a fact means.
pub fn choose_place(app: &mut App, context: &ViewContext, request: ChoosePlace) -> Result<Changed, Error> {
    let fact = app.store()?.get::<Fact>(request.fact)?.ok_or(Error::missing("fact"))?;
    let offered = choices(fact.kind, fact.value.as_deref(), context.lang);
    if !offered.iter().any(|one| one.code == request.code) {
        return Err(Error::missing("place"));
    }
    let (_, changed) =
        app.transact(context.lang, "choose-place", |tx| Ok(tx.put(&Fact { value: Some(request.code), ..fact })?))?;
    Ok(changed)
}
