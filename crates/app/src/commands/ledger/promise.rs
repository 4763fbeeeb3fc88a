//! Promises written, delivered, read a second time, countersigned, withdrawn.

use std::sync::Arc;

use domain::engine::ledger::{PromiseStanding, conflicts, judge, may_countersign, standing};
use domain::engine::planning::internal_target;
use domain::*;

use super::super::workspace::staff_chip;
use super::super::{clean_text, must, required_name};
use super::{Reading, person_free, retold, staff_here};
use crate::wire::*;
use crate::{App, Error, new_id};

fn of_promise(app: &mut App, id: CommitmentId) -> Result<(Arc<Snapshot>, Commitment), Error> {
    let account = app.store()?.get::<Commitment>(id)?.ok_or(Error::missing("commitment"))?.account;
    let snapshot = app.account(account)?;
    let one = must(&snapshot.commitments, id, "commitment")?.clone();
    Ok((snapshot, one))
}

fn put(app: &mut App, context: &ViewContext, op: &'static str, one: &Commitment) -> Result<Changed, Error> {
    let (_, changed) = app.transact(context.lang, op, |tx| Ok(tx.put(one)?))?;
    Ok(changed)
}

/// The promise as it would stand; its days and people are checked, what it contradicts is not.
fn promise_of(snapshot: &Snapshot, context: &ViewContext, request: &PutPromise) -> Result<Commitment, Error> {
    let before = request.commitment.map(|id| must(&snapshot.commitments, id, "commitment")).transpose()?;
    if before.is_some_and(|one| one.account != request.account) {
        return Err(Error::missing("commitment"));
    }
    if request.made_on > context.today {
        return Err(Error::refused("day-ahead"));
    }
    if request.promised_on < request.made_on {
        return Err(Error::refused("promise-past"));
    }
    let target = request.internal_target_on.unwrap_or_else(|| internal_target(request.made_on, request.promised_on));
    if target > request.promised_on || target < request.made_on {
        return Err(Error::refused("target-late"));
    }
    if request.expected_value.is_some_and(|one| !(1..=5).contains(&one)) || request.progress > 100 {
        return Err(Error::refused("level-range"));
    }
    before.map_or(Ok(()), |one| stands(one.withdrawn_on))?;
    request.by_staff.map_or(Ok(()), |id| staff_here(snapshot, id, request.made_on))?;
    // The maker holds it anyhow; another one holds it from the day somebody says so.
    let kept = before.filter(|one| one.holder == request.holder);
    let holder = request.holder.filter(|id| kept.is_some() || Some(*id) != request.by_staff);
    let taken_on = holder.map(|_| kept.and_then(|one| one.taken_on).unwrap_or(context.today));
    if kept.is_none() {
        holder.map_or(Ok(()), |id| staff_here(snapshot, id, context.today))?;
    }
    request.to_person.map_or(Ok(()), |id| person_free(snapshot, id, context.today))?;
    let text = clean_text(&request.text)?.ok_or(Error::refused("name-empty"))?;
    let (text_zh, text_en) = retold(text, before.map(|one| (&one.text_zh, &one.text_en)), context.lang);
    // Other words or another day are another announcement: it is read again.
    let same = before.filter(|one| {
        request.announcement
            && (&one.text_zh, &one.text_en, one.promised_on) == (&text_zh, &text_en, request.promised_on)
    });
    Ok(Commitment {
        id: before.map_or_else(new_id, |one| one.id),
        r#ref: before.and_then(|one| one.r#ref.clone()),
        account: request.account,
        text_zh,
        text_en,
        topic: required_name(&request.topic)?,
        to_person: request.to_person,
        by_staff: request.by_staff,
        made_on: request.made_on,
        promised_on: request.promised_on,
        internal_target_on: Some(target),
        delivered_on: before.and_then(|one| one.delivered_on),
        expected_value: request.expected_value,
        perceived_value: before.and_then(|one| one.perceived_value),
        progress: request.progress,
        topic_kind: request.topic_kind,
        announcement: request.announcement,
        second_reader: same.and_then(|one| one.second_reader),
        second_read_on: same.and_then(|one| one.second_read_on),
        countersigned_by: before.and_then(|one| one.countersigned_by),
        holder,
        taken_on,
        withdrawn_on: None,
        withdrawn_why: None,
    })
}

/// What a promise would come to. Nothing is changed.
pub fn check_promise(app: &mut App, context: &ViewContext, request: PutPromise) -> Result<PromiseCheck, Error> {
    let snapshot = app.account(request.account)?;
    // What is still empty while somebody types is no reason to say nothing about days and topics.
    let filled = |text: &str| if text.trim().is_empty() { "…".to_owned() } else { text.to_owned() };
    let request = PutPromise { text: filled(&request.text), topic: filled(&request.topic), ..request };
    let one = promise_of(&snapshot, context, &request)?;
    let account = must(&snapshot.accounts, request.account, "account")?;
    let reading = Reading::new(&snapshot, account, app.words().speak(context.lang), context.today);
    let judged = judge(&snapshot, &one, context.today);
    let other = |id: CommitmentId| snapshot.commitments.iter().find(|one| one.id == id);
    let told = conflicts(&snapshot, &one, context.today).into_iter().filter_map(other).map(|one| reading.told(one));
    let asked = matches!(judged.standing, PromiseStanding::Beyond | PromiseStanding::Unknown);
    let mut signers: Vec<&Staff> = snapshot
        .staff
        .iter()
        .filter(|staff| asked && staff.status == StaffStatus::Active && may_countersign(&snapshot, &one, staff.id))
        .collect();
    signers.sort_by_key(|staff| (std::cmp::Reverse(staff.rank_level), staff.id));
    Ok(PromiseCheck {
        proposed_target: internal_target(one.made_on, one.promised_on),
        buffer: judged.buffer,
        least_days: judged.least_days,
        conflicts: told.collect(),
        standing: judged.standing,
        signers: signers.into_iter().map(|staff| staff_chip(staff, context.lang)).collect(),
    })
}

/// Writes a promise. One that contradicts an open one is named first and needs a second yes (C4).
pub fn put_promise(app: &mut App, context: &ViewContext, request: PutPromise) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    let one = promise_of(&snapshot, context, &request)?;
    let against = conflicts(&snapshot, &one, context.today);
    if let Some(first) = against.first().filter(|_| !request.despite_conflict) {
        let first = must(&snapshot.commitments, *first, "commitment")?;
        let refusal = Error::refused("promise-conflict").with("topic", one.topic.trim());
        return Err(refusal.with("day", first.promised_on).with("count", against.len()));
    }
    let changed = put(app, context, "put-promise", &one)?;
    Ok(Changed { created: request.commitment.is_none().then(|| one.id.to_string()), ..changed })
}

/// Notes that a promise was delivered, or that it was not after all.
pub fn deliver_promise(app: &mut App, context: &ViewContext, request: DeliverPromise) -> Result<Changed, Error> {
    let (_, mut one) = of_promise(app, request.commitment)?;
    stands(one.withdrawn_on)?;
    if request.perceived_value.is_some_and(|value| !(1..=5).contains(&value)) {
        return Err(Error::refused("level-range"));
    }
    match request.delivered_on {
        Some(on) if on > context.today => return Err(Error::refused("day-ahead")),
        Some(on) if on < one.made_on => return Err(Error::refused("delivered-before")),
        None if request.perceived_value.is_some() => return Err(Error::refused("value-early")),
        Some(_) => one.progress = 100,
        None => {}
    }
    (one.delivered_on, one.perceived_value) = (request.delivered_on, request.perceived_value);
    put(app, context, "deliver-promise", &one)
}

/// From when a promise no longer stands, and why. The record stays, with the tasks and the lines of visits that name it.
pub fn withdraw_promise(app: &mut App, context: &ViewContext, request: WithdrawPromise) -> Result<Changed, Error> {
    let (_, mut one) = of_promise(app, request.commitment)?;
    (one.withdrawn_on, one.withdrawn_why) = withdrawal(request.on, request.reason, one.made_on, context.today)?;
    put(app, context, "withdraw-promise", &one)
}

/// Day and reason of a withdrawal: not ahead, not before it began, and never without a reason.
pub(super) fn withdrawal(
    on: Option<Day>,
    reason: Option<String>,
    begun: Day,
    today: Day,
) -> Result<(Option<Day>, Option<String>), Error> {
    let Some(on) = on else { return Ok((None, None)) };
    if on > today {
        return Err(Error::refused("day-ahead"));
    }
    if on < begun {
        return Err(Error::refused("matter-before"));
    }
    let reason = reason.as_deref().map(clean_text).transpose()?.flatten().ok_or(Error::refused("withdraw-reason"))?;
    Ok((Some(on), Some(reason)))
}

/// Refuses what is done to something that was withdrawn.
pub(super) fn stands(withdrawn_on: Option<Day>) -> Result<(), Error> {
    if withdrawn_on.is_some() { Err(Error::refused("matter-withdrawn")) } else { Ok(()) }
}

/// Notes who of ours read an announcement before it goes out.
pub fn read_promise(app: &mut App, context: &ViewContext, request: ReadPromise) -> Result<Changed, Error> {
    let (snapshot, mut one) = of_promise(app, request.commitment)?;
    if let Some(staff) = request.staff {
        if !one.announcement {
            return Err(Error::refused("not-announcement"));
        }
        if one.by_staff == Some(staff) {
            return Err(Error::refused("reader-self"));
        }
        if request.on > context.today {
            return Err(Error::refused("day-ahead"));
        }
        staff_here(&snapshot, staff, request.on)?;
    }
    one.second_reader = request.staff;
    one.second_read_on = request.staff.map(|_| request.on.max(one.made_on));
    put(app, context, "read-promise", &one)
}

/// One who may promise on the topic signs for one who may not.
pub fn countersign_promise(
    app: &mut App,
    context: &ViewContext,
    request: CountersignPromise,
) -> Result<Changed, Error> {
    let (snapshot, mut one) = of_promise(app, request.commitment)?;
    if let Some(staff) = request.staff {
        if matches!(standing(&snapshot, &one), PromiseStanding::Free | PromiseStanding::Within) {
            return Err(Error::refused("sign-not-needed"));
        }
        staff_here(&snapshot, staff, context.today)?;
        if !may_countersign(&snapshot, &one, staff) {
            return Err(Error::refused("sign-not-entitled"));
        }
    }
    one.countersigned_by = request.staff;
    put(app, context, "countersign-promise", &one)
}
