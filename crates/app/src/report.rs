//! Answers for scripts, with external refs in place of identities. `score` uses the keys of the golden values.

mod court;
mod drill;
mod hosts;
mod map;
mod person;
mod ready;
mod rights;
mod seating;
mod watch;

use domain::engine::committee::Projection;
use domain::engine::score::score_account;
use domain::*;
use serde_json::{Value, json};

use crate::names::Directory;
use crate::refs::{find, name_of, stakeholder};
use crate::wire::ViewContext;
use crate::{App, Error};

pub use self::court::court;
pub use self::drill::{drill, handover};
pub use self::hosts::{HostsFor, hosts};
pub use self::map::{AskedMap, map, paths, write_map};
pub use self::person::person;
pub use self::ready::ready;
pub use self::rights::{audit, erase, erasure, person_id, third_parties};
pub use self::seating::seats;
pub use self::watch::warnings;

/// One decimal, halves away from zero, as scores are shown.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// All accounts with tier, stage and how many people are known.
///
/// # Errors
/// When no workspace is open.
pub fn accounts(app: &mut App, context: &ViewContext) -> Result<Value, Error> {
    let list = crate::commands::home::list_accounts(app, context, crate::wire::Nothing {})?.accounts;
    let row = |one: &crate::wire::AccountRow| {
        json!({"ref": one.r#ref, "id": one.account, "name": one.name, "tier": one.tier, "stage": one.stage,
            "coverage": tenth(one.coverage), "ownership_pct": one.ownership_pct.round(), "health": one.health.map(tenth), "band": one.band})
    };
    Ok(list.iter().map(row).collect())
}

/// The scores of one account.
///
/// # Errors
/// When there is no such account.
pub fn score(app: &mut App, context: &ViewContext, account: &str) -> Result<Value, Error> {
    let account = account_id(app, account)?;
    let snapshot = app.account(account)?;
    let score = score_account(&snapshot, account, None, context.today);
    let speech = app.words().speak(context.lang);
    let book = Directory::new(&snapshot, context.today);
    let person = |id: PersonId| name_of(&snapshot.people, id);
    let finding = |one: &engine::findings::Finding| {
        let subject = match (one.seat, one.role) {
            (Some(seat), _) => {
                let row = score.stakeholders.iter().find(|row| row.seat == seat);
                stakeholder(&snapshot, seat, row.and_then(|row| row.person))
            }
            (_, Some(role)) => role.code().to_owned(),
            _ => one.commitments.iter().map(|id| name_of(&snapshot.commitments, *id)).collect::<Vec<_>>().join("/"),
        };
        json!({"code": one.code, "subject": subject, "severity": one.severity, "reason": speech.reason(&one.reason, &book)})
    };
    let warning = |one: &engine::warnings::Warning| {
        let subjects: Vec<String> = one
            .people
            .iter()
            .map(|id| person(*id))
            .chain(one.commitment.map(|id| name_of(&snapshot.commitments, id)))
            .chain(one.complaint.map(|id| name_of(&snapshot.complaints, id)))
            .collect();
        json!({"code": one.code, "severity": one.severity, "subjects": subjects, "reason": speech.reason(&one.reason, &book)})
    };
    let reasons = |list: &[engine::Reason]| list.iter().map(|one| speech.reason(one, &book)).collect::<Vec<_>>();
    Ok(json!({
        "account": name_of(&snapshot.accounts, account),
        "as_of": context.today,
        "coverage": tenth(score.coverage.value),
        "support_known": tenth(score.support.known),
        "support_all": tenth(score.support.all),
        "known_share": score.support.known_share.round(),
        "single_thread": score.single_thread.risk,
        "worst_loss_ours": score.single_thread.worst_loss_ours.map(|(id, loss)| json!([name_of(&snapshot.staff, id), tenth(loss)])),
        "worst_loss_theirs": score.single_thread.worst_loss_theirs.map(|(id, loss)| json!([person(id), tenth(loss)])),
        "thin": score.single_thread.thin.iter().map(|id| person(*id)).collect::<Vec<_>>(),
        "ownership_pct": score.ownership_pct.round(),
        "findings": score.findings.iter().map(finding).collect::<Vec<_>>(),
        "health_raw": tenth(score.health.raw),
        "health_shown": tenth(score.health.shown),
        "health_band": score.health.band,
        "warnings": score.warnings.iter().map(warning).collect::<Vec<_>>(),
        "committee": score.committee.as_ref().map(projection),
        "reasons": {
            "coverage": reasons(&score.coverage.reasons), "support": reasons(&score.support.reasons), "single_thread": reasons(&score.single_thread.reasons),
            "health": score.health.reasons.iter().map(|(reason, lost)| json!([speech.reason(reason, &book), tenth(*lost)])).collect::<Vec<_>>(),
        },
    }))
}

fn projection(one: &Projection) -> Value {
    json!({"need": one.need, "support": one.support, "oppose": one.oppose, "undecided_or_unknown": one.undecided_or_unknown, "outlook": one.outlook})
}

/// Matches of a text, of one account or of all. On the presenting face an account must be named, and only what the room may see
/// is searched.
///
/// # Errors
/// When no workspace is open, or there is no such account.
pub fn search(app: &mut App, context: &ViewContext, text: &str, account: Option<&str>) -> Result<Value, Error> {
    let account = account.map(|key| account_id(app, key)).transpose()?;
    let request =
        crate::wire::FindText { text: text.into(), account, limit: 50, recent: None, kinds: None, offers: None };
    let found = crate::commands::search::find_text(app, context, request)?;
    let whole = app.whole()?;
    let row = |one: &crate::wire::Found| {
        let key = one
            .person
            .map(|id| name_of(&whole.people, id))
            .or(one.visit.map(|id| name_of(&whole.visits, id)))
            .or(one.promise.map(|id| name_of(&whole.commitments, id)))
            .or(one.staff.map(|id| name_of(&whole.staff, id)))
            .or(one.seat.map(|id| name_of(&whole.seats, id)))
            .or(one.account.map(|id| name_of(&whole.accounts, id)));
        json!({"kind": one.kind, "ref": key, "title": one.title, "reading": one.reading, "detail": one.detail, "marks": one.marks,
            "reading_marks": one.reading_marks, "detail_marks": one.detail_marks, "former": one.former})
    };
    Ok(found.hits.iter().map(row).collect())
}

/// The identity behind an account's ref, or behind its name when only one account has it.
///
/// # Errors
/// When there is none.
pub fn account_id(app: &mut App, key: &str) -> Result<AccountId, Error> {
    let whole = app.whole()?;
    let called = |one: &&Account| one.name_zh.as_deref() == Some(key) || one.name_en.as_deref() == Some(key);
    let mut named = whole.accounts.iter().filter(called);
    match (find(&whole.accounts, key, "account"), named.next(), named.next()) {
        (Ok(account), _, _) | (Err(_), Some(account), None) => Ok(account.id),
        (Err(error), _, _) => Err(error),
    }
}

/// The identity behind a visit's ref.
///
/// # Errors
/// When there is none.
pub fn visit_id(app: &mut App, key: &str) -> Result<VisitId, Error> {
    Ok(find(&app.whole()?.visits, key, "visit")?.id)
}
