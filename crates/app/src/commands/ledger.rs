//! The ledger as it is read: promises judged, what came in with its clock, who is to be met, how executives see each other.
//!
//! Deliberately absent: what changes it; one file each in `ledger/`.

mod calendar;
mod draft;
mod line;
mod matter;
mod promise;
mod rows;
mod touch;
mod who;

pub use calendar::{apply_calendar, read_calendar};
pub use draft::read_touch;
pub use matter::{answer_matter, close_matter, put_complaint, put_request, take_matter, withdraw_matter};
pub use promise::{check_promise, countersign_promise, deliver_promise, put_promise, read_promise, withdraw_promise};
pub use touch::{put_planned_touch, put_touch, remove_planned_touch, remove_touch};

use std::sync::Arc;

use domain::engine::ledger::ContactStep;
use domain::engine::reason::Severity;
use domain::scene::Wording;
use domain::*;

use self::rows::Reading;
use super::must;
use super::workspace::staff_chips;
use crate::names::{either, is_shielded, tenure_of};
use crate::wire::*;
use crate::{App, Error};

/// Contacts listed, the latest ones.
const MOST_TOUCHES: usize = 200;
/// People due listed, the most overdue ones.
const MOST_DUE: usize = 200;
/// How far ahead somebody counts as due, in days.
const DUE_AHEAD: i64 = 14;

/// The accounts asked for, each with its records.
fn accounts(app: &mut App, only: Option<AccountId>) -> Result<Vec<(AccountId, Arc<Snapshot>)>, Error> {
    let ids: Vec<AccountId> = match only {
        Some(id) => vec![id],
        None => app.store()?.list::<Account>()?.into_iter().map(|one| one.id).collect(),
    };
    ids.into_iter().map(|id| Ok((id, app.account(id)?))).collect()
}

/// The ledger of one account or of all.
pub fn get_ledger(app: &mut App, context: &ViewContext, request: GetLedger) -> Result<LedgerView, Error> {
    let all = accounts(app, request.account)?;
    let speech = app.words().speak(context.lang);
    let mut view = LedgerView {
        promises: Vec::new(),
        matters: Vec::new(),
        due: Vec::new(),
        exchange: Vec::new(),
        touches: Vec::new(),
        plans: Vec::new(),
        topics: speech.choices::<Topic>("code"),
        staff: Vec::new(),
        counts: LedgerCounts { overdue: 0, ownerless: 0, waiting: 0 },
    };
    for (id, snapshot) in &all {
        let reading = Reading::new(snapshot, must(&snapshot.accounts, *id, "account")?, speech, request.as_of);
        view.promises.extend(reading.promises());
        view.matters.extend(reading.matters());
        view.due.extend(reading.dues());
        view.exchange.push(reading.exchange());
        view.plans.extend(reading.plans(None));
        let mut touches: Vec<&Touch> =
            snapshot.touches.iter().filter(|one| one.account == *id && one.on <= request.as_of).collect();
        touches.sort_by_key(|one| std::cmp::Reverse((one.on, one.id)));
        view.touches.extend(touches.into_iter().take(MOST_TOUCHES).map(|one| reading.touch(one)));
        let counts = reading.counts();
        view.counts.overdue += counts.overdue;
        view.counts.ownerless += counts.ownerless;
        view.counts.waiting += counts.waiting;
    }
    order(&mut view, request.account.is_some(), request.as_of);
    let whole = app.whole()?;
    view.staff = staff_chips(&whole, context.lang);
    Ok(view)
}

fn order(view: &mut LedgerView, one_account: bool, today: Day) {
    let open = |row: &PromiseRow| row.record.delivered_on.is_some() || row.record.withdrawn_on.is_some();
    view.promises
        .sort_by_key(|row| (open(row), std::cmp::Reverse(row.severity), row.record.promised_on, row.record.id));
    view.matters
        .sort_by_key(|row| (row.step == ContactStep::Done, std::cmp::Reverse(row.severity), row.due, row.asked_on));
    view.touches.sort_by_key(|row| std::cmp::Reverse((row.record.on, row.record.id)));
    view.touches.truncate(MOST_TOUCHES);
    view.plans.sort_by_key(|row| (row.record.on, row.record.at, row.record.id));
    if !one_account {
        view.due.retain(|row| (row.due - today).num_days() <= DUE_AHEAD);
    }
    view.due.sort_by_key(|row| (std::cmp::Reverse(row.overdue_days), row.due, std::cmp::Reverse(row.weight), row.seat));
    view.due.truncate(MOST_DUE);
    view.exchange.sort_by_key(|row| (std::cmp::Reverse(row.overdue_days), row.due, row.tier));
}

/// How much waits on an account today.
pub fn count_matters(app: &mut App, context: &ViewContext, request: CountMatters) -> Result<LedgerCounts, Error> {
    let Some(account) = app.store()?.get::<Account>(request.account)? else {
        return Ok(LedgerCounts { overdue: 0, ownerless: 0, waiting: 0 });
    };
    let snapshot = app.account(request.account)?;
    Ok(Reading::new(&snapshot, &account, app.words().speak(context.lang), context.today).counts())
}

/// What concerns the stakeholder in a seat. Of a seat that an undo took back, while a panel still asks, there is nothing.
pub fn get_seat_ledger(app: &mut App, context: &ViewContext, request: GetSeatLedger) -> Result<SeatLedger, Error> {
    let nothing = SeatLedger { promises: Vec::new(), matters: Vec::new(), due: None, plans: Vec::new() };
    let Some(seat) = app.store()?.get::<Seat>(request.seat)? else { return Ok(nothing) };
    let snapshot = app.account(seat.account)?;
    match tenure_of(&snapshot, seat.id, request.as_of).map(|one| one.person) {
        Some(person) => ledger_with(app, context, seat.account, person, request.as_of),
        None => Ok(nothing),
    }
}

/// What concerns one person in one account, whether they hold a seat there or not.
pub(super) fn ledger_with(
    app: &mut App,
    context: &ViewContext,
    account: AccountId,
    person: PersonId,
    as_of: Day,
) -> Result<SeatLedger, Error> {
    let snapshot = app.account(account)?;
    let home = must(&snapshot.accounts, account, "account")?;
    let reading = Reading::new(&snapshot, home, app.words().speak(context.lang), as_of);
    let mut promises = reading.promises();
    promises.retain(|row| row.record.to_person == Some(person));
    let mut matters = reading.matters();
    let from = |row: &MatterLine| {
        row.request.as_ref().and_then(|one| one.from_person).or(row.complaint.as_ref().and_then(|one| one.by_person))
    };
    matters.retain(|row| from(row) == Some(person));
    let due = reading.dues().into_iter().find(|row| row.person == person);
    Ok(SeatLedger { promises, matters, due, plans: reading.plans(Some(person)) })
}

/// Contacts with one person, the latest first.
pub(super) fn touches_with(
    app: &mut App,
    context: &ViewContext,
    account: AccountId,
    person: PersonId,
    day: Day,
    most: usize,
) -> Result<Vec<TouchRow>, Error> {
    let snapshot = app.account(account)?;
    let home = must(&snapshot.accounts, account, "account")?;
    let reading = Reading::new(&snapshot, home, app.words().speak(context.lang), day);
    let mut own: Vec<&Touch> = snapshot
        .touches
        .iter()
        .filter(|one| one.account == account && one.people.contains(&person) && one.on <= day)
        .collect();
    own.sort_by_key(|one| std::cmp::Reverse((one.on, one.id)));
    Ok(own.into_iter().take(most).map(|one| reading.touch(one)).collect())
}

/// What came in and waits, for Home: held by nobody, or a request past its day (late promises and complaints are warned of,
/// W05 and W06).
pub(super) fn pressing(desk: &super::rows::Desk) -> Vec<MatterRow> {
    // Home asks every account: where nothing came in there is nothing to look up.
    let none = desk.snapshot.customer_requests.is_empty() && desk.snapshot.complaints.is_empty();
    if none && desk.snapshot.commitments.is_empty() {
        return Vec::new();
    }
    let reading = Reading::new(desk.snapshot, desk.account, desk.speech, desk.today);
    let waits = |row: &MatterLine| row.ownerless || (row.request.is_some() && row.overdue_days > 0);
    let title = |row: &MatterLine| match row.ownerless {
        true => desk.speech.say("ledger-home-ownerless"),
        false => desk.speech.text("ledger-home-overdue", &[("days", row.overdue_days.to_string())]),
    };
    let row = |row: MatterLine| MatterRow {
        severity: Severity::Red,
        title: title(&row),
        detail: row.text,
        account: row.account,
        account_name: row.account_name,
        seat: row.seat,
    };
    let promise = |row: PromiseRow| MatterRow {
        severity: Severity::Red,
        title: desk.speech.say("ledger-home-promise-ownerless"),
        detail: row.text,
        account: row.record.account,
        account_name: row.account_name,
        seat: row.seat,
    };
    let promises = reading.ownerless_promises().into_iter().map(promise);
    reading.matters().into_iter().filter(waits).map(row).chain(promises).collect()
}

/// One of ours who was still here on a day.
fn staff_here(snapshot: &Snapshot, id: StaffId, on: Day) -> Result<(), Error> {
    let one = must(&snapshot.staff, id, "staff")?;
    let left = one.status == StaffStatus::Departed && one.left_on.is_none_or(|left| left < on);
    if left { Err(Error::refused("staff-left")) } else { Ok(()) }
}

/// Somebody of theirs who is known and may be approached.
fn person_free(snapshot: &Snapshot, id: PersonId, on: Day) -> Result<(), Error> {
    let one = must(&snapshot.people, id, "person")?;
    if one.status == PersonStatus::Erased {
        return Err(Error::missing("person"));
    }
    if is_shielded(snapshot, id, on) { Err(Error::refused("no-contact")) } else { Ok(()) }
}

/// A text in both fields: unchanged words keep the other language, new ones go where they belong.
fn retold(
    text: String,
    before: Option<(&Option<String>, &Option<String>)>,
    lang: Lang,
) -> (Option<String>, Option<String>) {
    match before {
        Some((zh, en)) if either(zh, en, lang) == text => (zh.clone(), en.clone()),
        _ => super::by_script(text),
    }
}
