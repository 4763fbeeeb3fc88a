//! Early warnings for scripts, with external refs in place of identities.

use domain::*;
use serde_json::{Value, json};

use super::account_id;
use crate::refs::name_of;
use crate::wire::{GetWarnings, ViewContext, WarningFilter, WarningRow};
use crate::{App, Error};

/// Warnings of one account, or of all; closed and silent ones as well.
///
/// # Errors
/// When there is no such account.
pub fn warnings(app: &mut App, context: &ViewContext, account: Option<&str>) -> Result<Value, Error> {
    let account = account.map(|key| account_id(app, key)).transpose()?;
    let whole = app.whole()?;
    let request = GetWarnings { as_of: context.today, account, owner: None, filter: WarningFilter::All };
    let view = crate::commands::watch::get_warnings(app, context, request)?;
    let row = |one: &WarningRow| {
        json!({"code": one.code, "severity": one.severity, "account": name_of(&whole.accounts, one.account), "object": object(&whole, &one.object),
            "title": one.title, "reason": one.detail, "holds": one.holds, "since": one.since, "first_seen": one.first_seen, "status": one.status,
            "reopened": one.reopened, "owner": one.owner.map(|id| name_of(&whole.staff, id)), "snoozed_until": one.snoozed_until, "note": one.reason,
            "escalated": one.escalated, "escalated_to": (!one.escalated_to.is_empty()).then_some(&one.escalated_to)})
    };
    Ok(json!({
        "as_of": context.today, "due": view.counts.due, "red": view.counts.red, "amber": view.counts.amber, "escalated": view.counts.escalated,
        "warnings": view.warnings.iter().map(row).collect::<Vec<_>>(),
    }))
}

/// The ref of what a warning is about; the identity of one without, and nothing for the account itself.
fn object(whole: &Snapshot, key: &str) -> Option<String> {
    let id = uuid::Uuid::parse_str(key).ok()?;
    macro_rules! among {
        ($($field:ident),+) => {
            [$(whole.$field.iter().find(|one| one.id.0 == id).and_then(|one| one.external_ref())),+]
        };
    }
    let found = among!(
        people,
        seats,
        commitments,
        complaints,
        competitor_signals,
        contracts,
        incidents,
        budget_lines,
        visits,
        planned_touches
    );
    Some(found.into_iter().flatten().next().map_or_else(|| key.to_owned(), str::to_owned))
}
