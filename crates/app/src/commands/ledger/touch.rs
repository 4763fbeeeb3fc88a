//! Contacts logged and planned, with several people in one.

use domain::*;

use super::super::{clean_text, must};
use super::{person_free, staff_here};
use crate::wire::*;
use crate::{App, Error, new_id};

/// The most people in one contact, each side.
const MOST: usize = 200;
/// The longest contact, in minutes.
const LONGEST: u32 = 24 * 60;

/// Who meets whom; each named once.
pub(super) struct Party {
    pub staff: Vec<StaffId>,
    pub people: Vec<PersonId>,
}

/// Refuses a contact without both sides, with somebody gone, or with one nobody may approach.
pub(super) fn party(snapshot: &Snapshot, staff: &[StaffId], people: &[PersonId], on: Day) -> Result<Party, Error> {
    if staff.is_empty() {
        return Err(Error::refused("touch-none-ours"));
    }
    if people.is_empty() {
        return Err(Error::refused("touch-none-theirs"));
    }
    if staff.len() > MOST || people.len() > MOST {
        return Err(Error::refused("too-many").with("limit", MOST));
    }
    staff.iter().try_for_each(|id| staff_here(snapshot, *id, on))?;
    people.iter().try_for_each(|id| person_free(snapshot, *id, on))?;
    Ok(Party { staff: once(staff), people: once(people) })
}

fn once<T: Copy + PartialEq>(all: &[T]) -> Vec<T> {
    let mut one_each: Vec<T> = Vec::with_capacity(all.len());
    for one in all {
        if !one_each.contains(one) {
            one_each.push(*one);
        }
    }
    one_each
}

/// A length somebody may note: at most a day; nothing is `null`.
pub(super) fn length(minutes: Option<u32>) -> Option<u32> {
    minutes.filter(|one| *one > 0).map(|one| one.min(LONGEST))
}

/// A contact as it would stand. One ahead of today is refused with the way out: plan it.
pub(super) fn touch_of(snapshot: &Snapshot, today: Day, request: &PutTouch) -> Result<Touch, Error> {
    let before = request.touch.map(|id| must(&snapshot.touches, id, "touch")).transpose()?;
    if before.is_some_and(|one| one.account != request.account) {
        return Err(Error::missing("touch"));
    }
    if request.on > today {
        return Err(Error::refused("touch-ahead"));
    }
    let visit = request.visit.or(before.and_then(|one| one.visit));
    if visit.is_some_and(|id| snapshot.visit(id).is_none_or(|one| one.account != request.account)) {
        return Err(Error::missing("visit"));
    }
    let Party { staff, people } = party(snapshot, &request.staff, &request.people, request.on)?;
    let summary = request.summary.as_deref().map(clean_text).transpose()?.flatten();
    Ok(Touch {
        id: before.map_or_else(new_id, |one| one.id),
        r#ref: before.and_then(|one| one.r#ref.clone()),
        account: request.account,
        on: request.on,
        kind: request.kind,
        staff,
        people,
        summary,
        minutes: length(request.minutes),
        visit,
        direction: request.direction,
    })
}

/// Writes a contact that took place.
pub fn put_touch(app: &mut App, context: &ViewContext, request: PutTouch) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    let one = touch_of(&snapshot, context.today, &request)?;
    let op = if request.touch.is_some() { "edit-touch" } else { "log-touch" };
    let (_, changed) = app.transact(context.lang, op, |tx| Ok(tx.put(&one)?))?;
    Ok(Changed { created: request.touch.is_none().then(|| one.id.to_string()), ..changed })
}

/// Removes a contact that never was.
pub fn remove_touch(app: &mut App, context: &ViewContext, request: RemoveTouch) -> Result<Changed, Error> {
    app.store()?.get::<Touch>(request.touch)?.ok_or(Error::missing("touch"))?;
    let (_, changed) = app.transact(context.lang, "remove-touch", |tx| {
        tx.remove::<Touch>(request.touch)?;
        Ok(())
    })?;
    Ok(changed)
}

/// Refuses a day in the blackout of an open decision of the account.
pub(super) fn outside_blackout(snapshot: &Snapshot, account: AccountId, on: Day) -> Result<(), Error> {
    let day = Visit::bare(new_id(), account, on, VisitLevel::C, Convention::Business);
    super::super::plan::outside_blackout(snapshot, &day)
}

/// Plans as they would stand: each of ours with each of theirs. Several of them share an activity, so that they are one meeting.
pub(super) fn plans_of(
    snapshot: &Snapshot,
    today: Day,
    request: &PutPlannedTouch,
    together: &str,
) -> Result<Vec<PlannedTouch>, Error> {
    let before = request.plan.map(|id| must(&snapshot.planned_touches, id, "plan")).transpose()?;
    if before.is_some_and(|one| one.account != request.account) {
        return Err(Error::missing("plan"));
    }
    if request.on < today {
        return Err(Error::refused("touch-past"));
    }
    let Party { staff, people } = party(snapshot, &request.staff, &request.people, today)?;
    staff.iter().try_for_each(|id| {
        let left = must(&snapshot.staff, *id, "staff")?.status == StaffStatus::Departed;
        if left { Err(Error::refused("staff-left")) } else { Ok(()) }
    })?;
    outside_blackout(snapshot, request.account, request.on)?;
    let activity = request.activity.as_deref().map(clean_text).transpose()?.flatten();
    let several = staff.len() * people.len() > 1;
    let activity = activity.or_else(|| several.then(|| together.to_owned()));
    let place = request.place.as_deref().map(clean_text).transpose()?.flatten();
    let pairs = staff.iter().flat_map(|staff| people.iter().map(move |person| (*staff, *person)));
    let plan = |(at, (staff, person)): (usize, (StaffId, PersonId))| PlannedTouch {
        // The plan that is changed becomes the first of them.
        id: before.filter(|_| at == 0).map_or_else(new_id, |one| one.id),
        r#ref: before.filter(|_| at == 0).and_then(|one| one.r#ref.clone()),
        account: request.account,
        on: request.on,
        staff,
        person,
        activity: activity.clone(),
        at: request.at,
        minutes: length(request.minutes),
        place: place.clone(),
    };
    Ok(pairs.enumerate().map(plan).collect())
}

/// Writes a contact that is planned.
pub fn put_planned_touch(app: &mut App, context: &ViewContext, request: PutPlannedTouch) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    let together = app.words().speak(context.lang).label("touch", TouchKind::Meeting);
    let plans = plans_of(&snapshot, context.today, &request, &together)?;
    let op = if request.plan.is_some() { "edit-plan" } else { "plan-touch" };
    let (_, changed) = app.transact(context.lang, op, |tx| Ok(plans.iter().try_for_each(|one| tx.put(one))?))?;
    let created = plans.first().filter(|_| request.plan.is_none()).map(|one| one.id.to_string());
    Ok(Changed { created, ..changed })
}

/// Removes a plan.
pub fn remove_planned_touch(
    app: &mut App,
    context: &ViewContext,
    request: RemovePlannedTouch,
) -> Result<Changed, Error> {
    app.store()?.get::<PlannedTouch>(request.plan)?.ok_or(Error::missing("plan"))?;
    let (_, changed) = app.transact(context.lang, "remove-plan", |tx| {
        tx.remove::<PlannedTouch>(request.plan)?;
        Ok(())
    })?;
    Ok(changed)
}
