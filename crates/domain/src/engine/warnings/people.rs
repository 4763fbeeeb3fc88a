//! W03, W10, W14, W20: silence, falling attitudes, stale posts, and data kept too long (B.4.11).

use super::limits::{LimitCode, day_before, day_beyond, reached, silence};
use super::{Ground, Warning, WarningCode, WarningObject, warning};
use crate::engine::chain::Stakeholder;
use crate::engine::{Param, Reason, reason::Severity, why};
use crate::{Confidence, Day, FactKind, IdMap, IdSet, PersonId, StanceReading};
use std::collections::BTreeMap;

/// Days before a visit from which the posts of its guests must be verified anew (W14).
const VISIT_NEAR: i64 = 7;

fn object(row: &Stakeholder) -> WarningObject {
    row.person.map_or(WarningObject::Seat(row.seat), WarningObject::Person)
}

/// W03: weight ≥ 3, days > 1.5 × cadence amber, > 2 × red. Somebody never touched has no contact to lapse.
pub(super) fn touch_lapse(ground: &Ground) -> Vec<Warning> {
    let (amber, red) = ground.limits.get(LimitCode::TouchLapse);
    let lapse = |row: &Stakeholder| {
        let days = row.days.filter(|_| row.is_in_scope() && row.weight >= 3)?;
        let cadence = row.cadence_days as f64;
        let (severity, since) = silence(row.last_touch?, (amber * cadence, red * cadence), ground.as_of)?;
        let reason = Reason::new("touch-lapsed")
            .with("who", why::who(row))
            .with("days", Param::Int(days))
            .with("cadence", Param::Int(row.cadence_days));
        Some(Warning { since: Some(since), ..warning(WarningCode::TouchLapse, severity, object(row), reason) })
    };
    ground.rows.iter().filter_map(lapse).collect()
}

/// W10: weight ≥ 3, the attitude fell one level amber; two or more, or to −2, red. It falls over all readings that go down
/// in a row; a reading that goes up ends it, and one that is unknown says nothing.
pub(super) fn attitude_drop(ground: &Ground) -> Vec<Warning> {
    let heavy: IdSet<PersonId> = heavy(ground, 3).filter_map(|row| row.person).collect();
    let mut readings: IdMap<PersonId, Vec<&StanceReading>> = IdMap::default();
    let about = |one: &&StanceReading| one.decision.is_none() || one.decision == ground.decision;
    for one in ground.snapshot.stances.iter().filter(|one| one.read_on <= ground.as_of).filter(about) {
        if heavy.contains(&one.person) {
            readings.entry(one.person).or_default().push(one);
        }
    }
    heavy_fall(ground, readings)
}

fn heavy_fall(ground: &Ground, mut readings: IdMap<PersonId, Vec<&StanceReading>>) -> Vec<Warning> {
    let limits = ground.limits.get(LimitCode::AttitudeDrop);
    let fall = |row: &Stakeholder| {
        let own = readings.get_mut(&row.person?)?;
        own.sort_by_key(|one| (one.read_on, one.decision.is_some(), one.id));
        let known: Vec<(Day, i8)> = own.iter().filter_map(|one| Some((one.read_on, one.level?))).collect();
        own.last()?.level?;
        let (from, to, on) = fallen(&known)?;
        let drop = f64::from(from - to);
        let severity = reached(drop, limits)?;
        if !ground.is_recent(on) {
            return None;
        }
        let severity = if to <= -2 { Severity::Red } else { severity };
        let reason = Reason::new("attitude-fell")
            .with("who", why::who(row))
            .with("from", Param::Code(why::attitude_code(Some(from))))
            .with("to", Param::Code(why::attitude_code(Some(to))))
            .with("day", Param::Day(on));
        Some(Warning { since: Some(on), ..warning(WarningCode::AttitudeDrop, severity, object(row), reason) })
    };
    ground.rows.iter().filter(|row| is_heavy(row, 3)).filter_map(fall).collect()
}

/// The run of readings that go down to the latest: where it began, where it ended, and the day it got there.
fn fallen(known: &[(Day, i8)]) -> Option<(i8, i8, Day)> {
    let (mut on, to) = *known.last()?;
    let mut from = to;
    for (day, level) in known.iter().rev().skip(1) {
        if *level < from {
            break;
        }
        if *level == to {
            on = *day;
        }
        from = *level;
    }
    (from > to).then_some((from, to, on))
}

fn is_heavy(row: &Stakeholder, weight: u8) -> bool {
    row.is_in_scope() && row.is_named() && row.weight >= weight
}

fn heavy<'a>(ground: &'a Ground, weight: u8) -> impl Iterator<Item = &'a Stakeholder> {
    ground.rows.iter().filter(move |row| is_heavy(row, weight))
}

/// W14: the post of somebody of weight 4 not verified for > 180 days amber; for > 30 days with a visit at most 7 days away
/// that this person is a guest of, red. A post nobody ever verified is as old as can be.
pub(super) fn info_stale(ground: &Ground) -> Vec<Warning> {
    let sure = |one: &Confidence| matches!(one, Confidence::Confirmed | Confidence::Reliable);
    let top: IdSet<PersonId> = heavy(ground, 4).filter_map(|row| row.person).collect();
    if top.is_empty() {
        return Vec::new();
    }
    let mut verified: IdMap<PersonId, Day> = IdMap::default();
    let posts = ground.snapshot.facts.iter().filter(|one| one.kind == FactKind::Position && top.contains(&one.person));
    for one in posts.filter(|one| sure(&one.confidence)) {
        if let Some(on) = one.verified_on.filter(|on| *on <= ground.as_of) {
            let slot = verified.entry(one.person).or_insert(on);
            *slot = on.max(*slot);
        }
    }
    let near = near_guests(ground);
    let (limit, near_limit) = ground.limits.get(LimitCode::InfoStale);
    let stale = |row: &Stakeholder| {
        let person = row.person?;
        let on = verified.get(&person).copied();
        let past =
            |limit| on.map_or(Some(None), |on| day_beyond(on, limit).filter(|day| *day <= ground.as_of).map(Some));
        let visit = near.get(&person).and_then(|day| day_before(*day, VISIT_NEAR as f64));
        let (severity, since) = match (visit, past(near_limit), past(limit)) {
            (Some(visit), Some(since), _) => (Severity::Red, since.max(Some(visit))),
            (_, _, Some(since)) => (Severity::Amber, since),
            _ => return None,
        };
        let reason = match on {
            Some(on) => Reason::new("post-stale").with("days", Param::Int((ground.as_of - on).num_days())),
            None => Reason::new("post-never-verified"),
        };
        let reason = reason.with("who", why::who(row));
        Some(Warning { since, ..warning(WarningCode::InfoStale, severity, object(row), reason) })
    };
    heavy(ground, 4).filter_map(stale).collect()
}

/// Guests of visits that begin within seven days, with the first of those days.
fn near_guests(ground: &Ground) -> IdMap<PersonId, Day> {
    let mut near = IdMap::default();
    let own = ground.snapshot.visits.iter().filter(|one| one.account == ground.account);
    for visit in own.filter(|one| (0..=VISIT_NEAR).contains(&(one.starts_on - ground.as_of).num_days())) {
        let guests = ground.snapshot.visit_guests.iter().filter(|one| one.visit == visit.id).map(|one| one.person);
        for person in guests.chain(visit.principal_guest) {
            let slot = near.entry(person).or_insert(visit.starts_on);
            *slot = visit.starts_on.min(*slot);
        }
    }
    near
}

/// W20: what may be kept about a person until a day: ≤ 30 days left amber, passed red; one warning a person, with the
/// first of the days. Of the account are those who hold or held its seats and the guests of its visits.
pub(super) fn retention(ground: &Ground) -> Vec<Warning> {
    let (amber, red) = ground.limits.get(LimitCode::Retention);
    let horizon = day_beyond(ground.as_of, amber);
    let is_near = |day: &Day| horizon.is_none_or(|end| *day < end);
    let dated = ground.snapshot.facts.iter().filter_map(|one| Some((one, one.retain_until.filter(is_near)?)));
    let mut first: BTreeMap<PersonId, (Day, i64)> = BTreeMap::new();
    for (fact, day) in dated {
        let slot = first.entry(fact.person).or_insert((day, 0));
        *slot = (slot.0.min(day), slot.1 + 1);
    }
    if first.is_empty() {
        return Vec::new();
    }
    let own = people_of(ground);
    let warned = first.into_iter().filter(|one| own.contains(&one.0)).map(|(person, (day, count))| {
        let left = (day - ground.as_of).num_days();
        let passed = (left as f64) < red;
        let (severity, code) =
            if passed { (Severity::Red, "retention-passed") } else { (Severity::Amber, "retention-near") };
        let since = if passed { day_before(day, red).and_then(|day| day.succ_opt()) } else { day_before(day, amber) };
        let reason = Reason::new(code)
            .with("who", Param::Person(person))
            .with("count", Param::Int(count))
            .with("day", Param::Day(day));
        Warning { since, ..warning(WarningCode::Retention, severity, WarningObject::Person(person), reason) }
    });
    warned.collect()
}

fn people_of(ground: &Ground) -> IdSet<PersonId> {
    let snapshot = ground.snapshot;
    let seats: IdSet<_> = snapshot.seats.iter().filter(|one| one.account == ground.account).map(|one| one.id).collect();
    let visits: IdSet<_> =
        snapshot.visits.iter().filter(|one| one.account == ground.account).map(|one| one.id).collect();
    let holders = snapshot.tenures.iter().filter(|one| seats.contains(&one.seat)).map(|one| one.person);
    let guests = snapshot.visit_guests.iter().filter(|one| visits.contains(&one.visit)).map(|one| one.person);
    holders.chain(guests).collect()
}
