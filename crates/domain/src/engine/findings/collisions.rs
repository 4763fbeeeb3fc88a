//! Two of ours in each other's way: C2 visits near one day, C4 promises that contradict (B.4.5).

use super::{Finding, FindingCode, on_row};
use crate::engine::chain::{RowsBy, Stakeholder};
use crate::engine::warnings::matters::is_open;
use crate::engine::{Param, Reason, reason::Severity, why};
use crate::{AccountId, Commitment, Day, IdMap, PersonId, PlannedTouch, Snapshot};
use std::collections::BTreeMap;

/// Days within which two plans for one person collide, both ends included.
pub const COLLISION_DAYS: i64 = 3;

/// C2: different people of ours plan to meet one stakeholder at most three days apart, not in the same activity.
/// Plans of the past no longer collide. One finding per stakeholder, naming everyone involved.
pub(super) fn schedule_collisions(
    snapshot: &Snapshot,
    account: AccountId,
    rows: &[Stakeholder],
    as_of: Day,
) -> Vec<Finding> {
    let mut plans: IdMap<PersonId, Vec<&PlannedTouch>> = IdMap::default();
    for plan in snapshot.planned_touches.iter().filter(|one| one.account == account && one.on >= as_of) {
        plans.entry(plan.person).or_default().push(plan);
    }
    if plans.is_empty() {
        return Vec::new();
    }
    let rows_by = RowsBy::of(rows);
    let mut found: Vec<(usize, Finding)> = Vec::new();
    let place: IdMap<_, usize> = rows.iter().enumerate().map(|(at, row)| (row.seat, at)).collect();
    for (person, mut list) in plans {
        list.sort_by_key(|one| (one.on, one.id));
        let Some(row) = rows_by.person.get(&person) else { continue };
        found.extend(collision_of(row, &list).map(|finding| (place[&row.seat], finding)));
    }
    found.sort_by_key(|one| one.0);
    found.into_iter().map(|one| one.1).collect()
}

fn collision_of(row: &Stakeholder, plans: &[&PlannedTouch]) -> Option<Finding> {
    let near = |a: &PlannedTouch, b: &PlannedTouch| (b.on - a.on).num_days() <= COLLISION_DAYS;
    let joint = |a: &PlannedTouch, b: &PlannedTouch| a.on == b.on && a.activity.is_some() && a.activity == b.activity;
    let mut pairs = plans.iter().enumerate().flat_map(|(at, a)| {
        let rest = plans[at + 1..].iter().take_while(move |b| near(a, b));
        rest.filter(move |b| a.staff != b.staff && !joint(a, b)).map(move |b| (*a, *b))
    });
    let (first, second) = pairs.next()?;
    let (mut staff, mut touches) = (Vec::new(), Vec::new());
    for one in [(first, second)].into_iter().chain(pairs).flat_map(|(a, b)| [a, b]) {
        push_new(&mut staff, one.staff);
        push_new(&mut touches, one.id);
    }
    let reason = Reason::new("visits-collide")
        .with("who", why::who(row))
        .with("first", Param::Staff(first.staff))
        .with("first-day", Param::Day(first.on))
        .with("second", Param::Staff(second.staff))
        .with("second-day", Param::Day(second.on));
    Some(Finding { staff, touches, ..on_row(FindingCode::ScheduleCollision, Severity::Amber, row, reason) })
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

/// C4: open promises on one topic name different days. One finding per topic, in order of the first promise.
pub(super) fn message_collisions(snapshot: &Snapshot, account: AccountId, as_of: Day) -> Vec<Finding> {
    let mut topics: BTreeMap<&str, Vec<&Commitment>> = BTreeMap::new();
    for one in snapshot.commitments.iter().filter(|one| one.account == account && is_open(one, as_of)) {
        topics.entry(one.topic.trim()).or_default().push(one);
    }
    let mut found: Vec<Finding> = topics.into_values().filter_map(contradiction).collect();
    found.sort_by_key(|one| one.commitments.first().copied());
    found
}

fn contradiction(mut promises: Vec<&Commitment>) -> Option<Finding> {
    promises.sort_by_key(|one| one.id);
    let first = *promises.first()?;
    let second = promises.iter().find(|one| one.promised_on != first.promised_on)?;
    let reason = Reason::new("promises-conflict")
        .with("topic", Param::Text(first.topic.clone()))
        .with("first-day", Param::Day(first.promised_on))
        .with("second-day", Param::Day(second.promised_on))
        .with("count", Param::Int(promises.len() as i64));
    let mut staff = Vec::new();
    promises.iter().filter_map(|one| one.by_staff).for_each(|one| push_new(&mut staff, one));
    let commitments = promises.iter().map(|one| one.id).collect();
    let topic = promises.iter().find_map(|one| one.topic_kind);
    Some(Finding { staff, commitments, topic, ..Finding::of(FindingCode::MessageCollision, Severity::Red, reason) })
}
