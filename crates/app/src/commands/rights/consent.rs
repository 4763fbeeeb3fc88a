//! Consents: given in words that are kept, withdrawn with effect at once (F.4, point 2).
//!
//! Whether a use is allowed stands in one place a scope: `Photo.consent_on`, `Staff.bg_ok`, the diet fact itself. A consent is the
//! proof of it; giving and withdrawing one writes both in one step, so that the two cannot tell different things.

use domain::*;
use store::Tx;

use super::living;
use crate::commands::{clean_name, clean_paragraphs, clean_text, must};
use crate::wire::*;
use crate::{App, Error, new_id};

/// Notes a consent.
pub fn give_consent(app: &mut App, context: &ViewContext, request: GiveConsent) -> Result<Changed, Error> {
    if request.given_on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    let whole = app.whole()?;
    match (request.person, request.staff, request.scope) {
        (Some(person), None, ConsentScope::PhotoOnPaper | ConsentScope::DietForCatering) => {
            living(&whole, person)?;
        }
        (None, Some(staff), ConsentScope::PhotoOnPaper | ConsentScope::HostBackground) => {
            must(&whole.staff, staff, "staff")?;
        }
        _ => return Err(Error::refused("consent-whom")),
    }
    let consent = Consent {
        id: new_id(),
        r#ref: None,
        person: request.person,
        staff: request.staff,
        scope: request.scope,
        version: clean_name(&request.version)?.ok_or(Error::refused("consent-text"))?,
        text: clean_paragraphs(&request.text)?.ok_or(Error::refused("consent-text"))?,
        channel: clean_text(&request.channel)?.ok_or(Error::refused("consent-text"))?,
        given_on: request.given_on,
        until_on: request.until_on,
        withdrawn_on: None,
    };
    let (_, changed) = app.transact(context.lang, "give-consent", |tx| {
        allow(tx, &consent, Some(consent.given_on))?;
        Ok(tx.put(&consent)?)
    })?;
    Ok(Changed { created: Some(consent.id.to_string()), ..changed })
}

/// Withdraws a consent: the use stops at once. Diet answers go, as there is nothing else they may be kept for.
pub fn withdraw_consent(app: &mut App, context: &ViewContext, request: WithdrawConsent) -> Result<Changed, Error> {
    let before = app.store()?.get::<Consent>(request.consent)?.ok_or(Error::missing("consent"))?;
    if request.on > context.today || request.on < before.given_on {
        return Err(Error::refused("day-ahead"));
    }
    let after = Consent { withdrawn_on: Some(request.on), ..before };
    let (_, changed) = app.transact(context.lang, "withdraw-consent", |tx| {
        allow(tx, &after, None)?;
        Ok(tx.put(&after)?)
    })?;
    Ok(changed)
}

/// Sets what the scope allows from a day, or takes it away.
fn allow(tx: &mut Tx<'_>, consent: &Consent, from: Option<Day>) -> Result<(), Error> {
    match consent.scope {
        ConsentScope::PhotoOnPaper => {
            let mut photos = match consent.person {
                Some(person) => tx.list_by::<Photo>("person", person)?,
                None => Vec::new(),
            };
            if let Some(staff) = consent.staff {
                photos.extend(tx.list_by::<Photo>("staff", staff)?);
            }
            for photo in photos {
                tx.put(&Photo { consent_on: from, ..photo })?;
            }
        }
        ConsentScope::HostBackground => {
            let staff = consent.staff.map(|id| tx.get::<Staff>(id)).transpose()?.flatten();
            if let Some(staff) = staff {
                tx.put(&Staff { bg_ok: from.is_some(), ..staff })?;
            }
        }
        ConsentScope::DietForCatering => {
            let Some(person) = consent.person.filter(|_| from.is_none()) else { return Ok(()) };
            for fact in tx.list_by::<Fact>("person", person)? {
                if fact.kind == FactKind::Diet {
                    tx.remove::<Fact>(fact.id)?;
                }
            }
        }
    }
    Ok(())
}
