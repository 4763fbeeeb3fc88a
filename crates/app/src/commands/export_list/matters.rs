//! Promises, what came in, early warnings and visits as lists.

use domain::*;
use export::list::ListCell;

use super::super::ledger::get_ledger;
use super::super::visit::list_visits;
use super::super::watch::get_warnings;
use super::ours::tenth;
use super::{Filling, Withheld};
use crate::wire::{
    GetLedger, GetWarnings, ListKind, MatterKey, Nothing, ViewContext, VisitLine, WarningFilter, WarningRow, WriteList,
};
use crate::words::Speech;
use crate::{App, Error};

use DataClass::{P0, P1, P2};

/// Promises judged as the ledger has them.
pub(super) fn promises(
    app: &mut App,
    context: &ViewContext,
    account: Option<AccountId>,
    withheld: &Withheld,
) -> Result<Filling, Error> {
    let view = get_ledger(app, context, GetLedger { account, as_of: context.today })?;
    let speech = app.words().speak(context.lang);
    let heads = [
        ("account", P0),
        ("promise", P1),
        ("topic", P1),
        ("promised-to", P1),
        ("promised-by", P1),
        ("made-on", P1),
        ("promised-on", P1),
        ("target-on", P1),
        ("delivered-on", P1),
        ("overdue-days", P1),
        ("progress", P1),
        ("signed-by", P1),
        ("value", P2),
        ("outcome", P2),
    ];
    let mut filling = Filling::with_heads(&speech, &heads);
    for one in view.promises {
        let record = &one.record;
        if withheld.has(record.to_person) {
            filling.keep_back(record.id);
            continue;
        }
        let row = vec![
            ListCell::text(one.account_name),
            ListCell::text(one.text),
            ListCell::text(one.topic_kind.unwrap_or_else(|| record.topic.clone())),
            ListCell::text(one.to.unwrap_or_default()),
            ListCell::text(one.by.unwrap_or_default()),
            ListCell::Day(record.made_on),
            ListCell::Day(record.promised_on),
            ListCell::day(record.internal_target_on),
            ListCell::day(record.delivered_on),
            ListCell::whole(one.overdue_days.filter(|days| *days > 0)),
            ListCell::Whole(record.progress.into()),
            ListCell::text(one.signer.unwrap_or_default()),
            ListCell::whole(record.perceived_value),
            ListCell::text(speech.label("ledger-outcome", one.outcome)),
        ];
        filling.push(record.id, row);
    }
    Ok(filling)
}

/// Requests or complaints with their clocks.
pub(super) fn came_in(
    app: &mut App,
    context: &ViewContext,
    request: &WriteList,
    withheld: &Withheld,
) -> Result<Filling, Error> {
    let complaints = request.list == ListKind::Complaints;
    let view = get_ledger(app, context, GetLedger { account: request.account, as_of: context.today })?;
    let speech = app.words().speak(context.lang);
    let heads = [
        ("account", P0),
        ("asked", P1),
        ("topic", P1),
        ("from", P1),
        ("asked-on", P1),
        ("first-asked", P1),
        ("holder", P1),
        ("due-on", P1),
        ("overdue-days", P1),
        ("answered-on", P1),
        ("answer", P1),
        ("closed-on", P1),
    ];
    let mut filling = Filling::with_heads(&speech, &heads);
    for one in view.matters {
        let (is_complaint, key) = match one.key {
            MatterKey::Request(id) => (false, id.to_string()),
            MatterKey::Complaint(id) => (true, id.to_string()),
            MatterKey::Promise(_) => continue,
        };
        if is_complaint != complaints {
            continue;
        }
        let from = one.request.as_ref().and_then(|one| one.from_person);
        if withheld.has(from.or(one.complaint.as_ref().and_then(|one| one.by_person))) {
            filling.keep_back(key);
            continue;
        }
        let row = vec![
            ListCell::text(one.account_name),
            ListCell::text(one.text),
            ListCell::text(one.topic.unwrap_or_default()),
            ListCell::text(one.from.unwrap_or_default()),
            ListCell::Day(one.asked_on),
            ListCell::text(one.first_asked.unwrap_or_default()),
            ListCell::text(one.holder.unwrap_or_default()),
            ListCell::day(one.due),
            if one.overdue_days > 0 { ListCell::Whole(one.overdue_days) } else { ListCell::Blank },
            ListCell::day(one.answered_on),
            ListCell::text(one.answer.unwrap_or_default()),
            ListCell::day(one.closed_on),
        ];
        filling.push(key, row);
    }
    Ok(filling)
}

/// Early warnings. Without rows from the screen those that ask for somebody, of every account.
pub(super) fn warnings(
    app: &mut App,
    context: &ViewContext,
    request: &WriteList,
    withheld: &Withheld,
) -> Result<Filling, Error> {
    let ids: Vec<AccountId> = match request.account {
        Some(id) => vec![id],
        None => app.store()?.list::<Account>()?.into_iter().map(|one| one.id).collect(),
    };
    let filter = if request.keys.is_some() { WarningFilter::All } else { WarningFilter::Due };
    let mut rows: Vec<WarningRow> = Vec::new();
    for id in ids {
        let asked = GetWarnings { as_of: context.today, account: Some(id), owner: None, filter };
        rows.extend(get_warnings(app, context, asked)?.warnings);
    }
    rows.sort_by_key(|one| (std::cmp::Reverse(one.severity), std::cmp::Reverse(one.escalated), one.tier, one.since));
    let speech = app.words().speak(context.lang);
    // What a warning says may judge a person.
    let heads = [
        ("severity", P2),
        ("account", P0),
        ("warning", P2),
        ("reason", P2),
        ("since", P1),
        ("status", P1),
        ("owner", P1),
        ("snoozed-until", P1),
        ("noted", P2),
    ];
    let mut filling = Filling::with_heads(&speech, &heads);
    for one in rows {
        let key = format!("{} {} {}", one.account, one.code.code(), one.object);
        let seat = one.seat.map(|id| id.to_string());
        if withheld.names(&one.object) || seat.is_some_and(|id| withheld.names(&id)) {
            filling.keep_back(key);
            continue;
        }
        let row = vec![
            ListCell::text(speech.label("shell-severity", one.severity)),
            ListCell::text(one.account_name),
            ListCell::text(one.title),
            ListCell::text(one.detail),
            ListCell::day(one.since),
            ListCell::text(speech.label("watch-status", one.status)),
            ListCell::text(one.owner_name),
            ListCell::day(one.snoozed_until),
            ListCell::text(one.reason.unwrap_or_default()),
        ];
        filling.push(key, row);
    }
    Ok(filling)
}

/// Visits, coming ones first.
pub(super) fn visits(app: &mut App, context: &ViewContext, account: Option<AccountId>) -> Result<Filling, Error> {
    let view = list_visits(app, context, Nothing {})?;
    let speech = app.words().speak(context.lang);
    let heads = [
        ("ref", P0),
        ("starts-on", P1),
        ("account", P0),
        ("purpose", P1),
        ("direction", P1),
        ("guests", P1),
        ("level", P1),
        ("readiness", P1),
        ("expected", P1),
        ("gates", P1),
    ];
    let mut filling = Filling::with_heads(&speech, &heads);
    for one in view.visits.into_iter().filter(|one| account.is_none_or(|id| id == one.account)) {
        let (key, row) = (one.visit, visit(&speech, one));
        filling.push(key, row);
    }
    Ok(filling)
}

fn visit(speech: &Speech, one: VisitLine) -> Vec<ListCell> {
    vec![
        ListCell::text(one.r#ref.unwrap_or_default()),
        ListCell::Day(one.starts_on),
        ListCell::text(one.account_name),
        ListCell::text(one.purpose),
        ListCell::text(speech.label("home", one.direction)),
        ListCell::Whole(one.guests.into()),
        ListCell::text(speech.label("level", one.level)),
        ListCell::Number(tenth(one.score)),
        ListCell::Number(tenth(one.expected)),
        ListCell::Whole(one.gates_failed.into()),
    ]
}
