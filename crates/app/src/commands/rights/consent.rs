//! Consents: given in words that are kept, withdrawn with effect at once (F.4, point 2).
//!
//! Whether a use is allowed stands in one place a scope: `Photo.consent_on`, `Staff.bg_ok`, the diet fact itself. A consent is the
//! proof of it; giving and withdrawing one writes both in one step, so that the two cannot tell different things.

use domain::engine::rights::is_agreed;
use domain::*;
use store::Tx;

use super::living;
use super::request::consent_row;
use crate::commands::{clean_name, clean_paragraphs, clean_text, must};
use crate::names;
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
        refused_on: None,
    };
    let (_, changed) = app.transact(context.lang, "give-consent", |tx| {
        allow(tx, &consent, Some(consent.given_on))?;
        Ok(tx.put(&consent)?)
    })?;
    Ok(Changed { created: Some(consent.id.to_string()), ..changed })
}

/// Notes that one of ours was asked whether what is known of them may be used, and said no. Whatever was allowed before ends; they
/// stay among the hosts, by post and free days alone.
pub fn refuse_consent(app: &mut App, context: &ViewContext, request: RefuseConsent) -> Result<Changed, Error> {
    if request.on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    let whole = app.whole()?;
    must(&whole.staff, request.staff, "staff")?;
    let refused = Consent {
        id: new_id(),
        r#ref: None,
        person: None,
        staff: Some(request.staff),
        scope: ConsentScope::HostBackground,
        version: clean_name(&request.version)?.ok_or(Error::refused("consent-text"))?,
        text: clean_paragraphs(&request.text)?.ok_or(Error::refused("consent-text"))?,
        channel: clean_text(&request.channel)?.ok_or(Error::refused("consent-text"))?,
        given_on: request.on,
        until_on: None,
        withdrawn_on: None,
        refused_on: Some(request.on),
    };
    let before = in_force(&whole, request.staff, context.today);
    let (_, changed) = app.transact(context.lang, "refuse-consent", |tx| {
        before.iter().try_for_each(|one| tx.put(&Consent { withdrawn_on: Some(request.on), ..one.clone() }))?;
        allow(tx, &refused, None)?;
        Ok(tx.put(&refused)?)
    })?;
    Ok(Changed { created: Some(refused.id.to_string()), ..changed })
}

/// One of ours takes back that what is known of them may be used, whether or not a text of it is on record: it is used no more at
/// once.
pub fn end_own_consent(app: &mut App, context: &ViewContext, request: EndOwnConsent) -> Result<Changed, Error> {
    if request.on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    let whole = app.whole()?;
    let staff = must(&whole.staff, request.staff, "staff")?.clone();
    let before = in_force(&whole, staff.id, context.today);
    if before.iter().any(|one| request.on < one.given_on) {
        return Err(Error::refused("day-ahead"));
    }
    let (_, changed) = app.transact(context.lang, "withdraw-consent", |tx| {
        before.iter().try_for_each(|one| tx.put(&Consent { withdrawn_on: Some(request.on), ..one.clone() }))?;
        Ok(tx.put(&Staff { bg_ok: false, ..staff })?)
    })?;
    Ok(changed)
}

/// Whether what is known of one of ours is used for matching, since when, in which words, and how much is noted of them.
pub fn get_own_consent(app: &mut App, context: &ViewContext, request: GetOwnConsent) -> Result<OwnConsentView, Error> {
    let whole = app.whole()?;
    let staff = must(&whole.staff, request.staff, "staff")?;
    let speech = app.words().speak(context.lang);
    let own = |one: &&Consent| one.staff == Some(staff.id) && one.scope == ConsentScope::HostBackground;
    let mut rows: Vec<ConsentRow> =
        whole.consents.iter().filter(own).map(|one| consent_row(&whole, one, context.today, &speech)).collect();
    rows.sort_by_key(|one| std::cmp::Reverse((one.consent.given_on, one.consent.id)));
    Ok(OwnConsentView {
        staff: staff.id,
        name: names::staff_name(&whole, staff.id, context.lang),
        allowed: staff.bg_ok,
        here: staff.status != StaffStatus::Departed,
        noted: noted(staff),
        rows,
    })
}

/// Matters of background noted of one of ours; what they are is not told here.
fn noted(staff: &Staff) -> u32 {
    let lists = [
        !staff.dialects.is_empty(),
        !staff.schools.is_empty(),
        !staff.employers.is_empty(),
        !staff.hobbies.is_empty(),
        staff.native_place.is_some(),
        staff.profession.is_some(),
        staff.served,
    ];
    lists.into_iter().filter(|one| *one).count() as u32
}

fn in_force(whole: &Snapshot, staff: StaffId, day: Day) -> Vec<Consent> {
    let own = |one: &&Consent| one.staff == Some(staff) && one.scope == ConsentScope::HostBackground;
    whole.consents.iter().filter(own).filter(|one| is_agreed(one, day)).cloned().collect()
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
