//! The checklist of a visit, T−14 … T+7 (C.5): which lines a visit needs by level, direction and kind, who does them, by when.
//!
//! Deliberately absent: words (`check-<key>` in the catalogue) and what is done already, which the records know.

use super::asof::{Crew, is_in_force};
use super::host::last_day;
use crate::{AccountKind, Convention, Day, JobRole, Snapshot, StaffId, Visit, VisitDirection, VisitLevel};
use chrono::Duration;

/// Which visits need a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum For {
    All,
    Inbound,
    Outbound,
    /// Foreign guests received here.
    Foreign,
    /// Guests from government received here.
    Official,
    /// Where an interpreter is needed or not yet ruled out.
    Interpreted,
}

/// Who does a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Role(JobRole),
    Coordinator,
}

/// A line of the scheme: key, days from the first day (after the visit: from the last), who, lowest level, which visits.
struct Scheme(&'static str, i32, By, VisitLevel, For);

const AR: By = By::Role(JobRole::Ar);
const SR: By = By::Role(JobRole::Sr);
const FR: By = By::Role(JobRole::Fr);
const LAW: By = By::Role(JobRole::Compliance);
const OFFICE: By = By::Role(JobRole::Other);

use VisitLevel::{A, B, C};

const SCHEME: &[Scheme] = &[
    Scheme("intent", -14, AR, C, For::All),
    Scheme("official-letter", -14, AR, C, For::Official),
    Scheme("blackout", -14, LAW, C, For::All),
    Scheme("coordinator", -14, AR, B, For::All),
    Scheme("budget", -14, AR, B, For::All),
    Scheme("official-list", -12, AR, C, For::Inbound),
    Scheme("passport-names", -12, AR, C, For::Foreign),
    Scheme("our-list", -12, AR, C, For::Outbound),
    Scheme("travel", -12, AR, B, For::Inbound),
    Scheme("host", -12, By::Coordinator, C, For::Inbound),
    Scheme("counterparts", -10, AR, A, For::Inbound),
    Scheme("agenda-draft", -10, AR, B, For::All),
    Scheme("diet", -10, AR, C, For::Inbound),
    Scheme("agenda", -7, OFFICE, C, For::All),
    Scheme("cars", -7, OFFICE, B, For::Inbound),
    Scheme("rooms", -7, OFFICE, B, For::Inbound),
    Scheme("meals", -7, OFFICE, C, For::Inbound),
    Scheme("own-travel", -7, OFFICE, C, For::Outbound),
    Scheme("interpreter", -7, OFFICE, C, For::Interpreted),
    Scheme("letters", -7, OFFICE, C, For::Foreign),
    Scheme("issues", -7, FR, C, For::All),
    Scheme("points", -5, SR, C, For::All),
    Scheme("material", -5, SR, B, For::All),
    Scheme("rehearsal", -5, SR, A, For::All),
    Scheme("gift", -5, AR, C, For::All),
    Scheme("gift-approval", -5, LAW, B, For::All),
    Scheme("names", -3, OFFICE, C, For::Inbound),
    Scheme("seats", -3, OFFICE, B, For::Inbound),
    Scheme("plates", -3, OFFICE, A, For::Inbound),
    Scheme("menu", -3, OFFICE, B, For::Inbound),
    Scheme("prebrief", -3, By::Coordinator, B, For::All),
    Scheme("card", -3, By::Coordinator, A, For::All),
    Scheme("route", -2, OFFICE, A, For::Inbound),
    Scheme("spare-car", -2, OFFICE, A, For::Inbound),
    Scheme("equipment", -2, OFFICE, B, For::Inbound),
    Scheme("ready", -1, By::Coordinator, C, For::All),
    Scheme("weather", -1, By::Coordinator, B, For::All),
    Scheme("final-list", -1, By::Coordinator, B, For::Inbound),
    Scheme("log", 0, AR, C, For::All),
    Scheme("reports", 0, OFFICE, A, For::Inbound),
    Scheme("attendance", 0, AR, B, For::All),
    Scheme("meal-onsite", 0, OFFICE, A, For::Inbound),
    Scheme("thanks", 1, AR, C, For::All),
    Scheme("minutes", 1, AR, C, For::All),
    Scheme("ledger", 1, AR, C, For::All),
    Scheme("photos", 2, AR, B, For::All),
    Scheme("costs", 2, OFFICE, B, For::All),
    Scheme("review", 3, AR, B, For::All),
    Scheme("chain", 3, AR, C, For::All),
    Scheme("value", 3, AR, A, For::All),
    Scheme("promises", 7, AR, C, For::All),
    Scheme("next-touch", 7, AR, C, For::All),
    Scheme("clean", 7, AR, C, For::All),
];

/// Every key of the scheme, for catalogues.
pub fn check_keys() -> impl Iterator<Item = &'static str> {
    SCHEME.iter().map(|one| one.0)
}

/// A line a visit needs, with the owner proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckLine {
    /// Key in the scheme; words are `check-<key>`.
    pub key: &'static str,
    pub offset_days: i32,
    pub due_on: Day,
    pub role: JobRole,
    pub owner: Option<StaffId>,
}

/// The checklist a visit needs, in order. On short notice lines keep their order and none is due in the past.
pub fn checklist(snapshot: &Snapshot, visit: &Visit, today: Day) -> Vec<CheckLine> {
    let team = Team::of(snapshot, visit, today);
    let needed = |one: &&Scheme| visit.level <= one.3 && applies(snapshot, visit, one.4);
    let line = |one: &Scheme| {
        let role = match one.2 {
            By::Role(role) => role,
            By::Coordinator => JobRole::Ar,
        };
        let coordinator = visit.coordinator.filter(|_| one.2 == By::Coordinator);
        CheckLine {
            key: one.0,
            offset_days: one.1,
            due_on: due(visit, one.1, today),
            role,
            owner: coordinator.or_else(|| team.owner(role)),
        }
    };
    SCHEME.iter().filter(needed).map(line).collect()
}

/// When a line is due: days before count from the first day, days after from the last, never in the past.
pub fn due(visit: &Visit, offset_days: i32, today: Day) -> Day {
    let from = if offset_days > 0 { last_day(visit) } else { visit.starts_on };
    from.checked_add_signed(Duration::days(offset_days.into())).unwrap_or(from).max(today)
}

fn applies(snapshot: &Snapshot, visit: &Visit, which: For) -> bool {
    let inbound = visit.direction == VisitDirection::Inbound;
    let official = || snapshot.account(visit.account).is_some_and(|one| one.kind == AccountKind::Government);
    match which {
        For::All => true,
        For::Inbound => inbound,
        For::Outbound => !inbound,
        For::Foreign => inbound && visit.convention == Convention::Foreign,
        For::Official => inbound && official(),
        For::Interpreted => match visit.interpreter.as_deref() {
            Some(pair) => pair != "none",
            None => visit.convention == Convention::Foreign,
        },
    }
}

/// Who of ours works for the account, the busiest there first.
struct Team<'a> {
    staff: Vec<(usize, &'a crate::Staff)>,
    fallback: Option<StaffId>,
}

impl<'a> Team<'a> {
    fn of(snapshot: &'a Snapshot, visit: &Visit, today: Day) -> Self {
        let crew = Crew::on(snapshot, today);
        let own = |one: &&crate::Assignment| {
            is_in_force(one.from_on, one.to_on, today)
                && snapshot.seat(one.seat).is_some_and(|seat| seat.account == visit.account)
        };
        let held: Vec<StaffId> = snapshot.assignments.iter().filter(own).map(|one| one.staff).collect();
        let mut staff: Vec<(usize, &crate::Staff)> = snapshot
            .staff
            .iter()
            .filter(|one| crew.is_active(one.id))
            .map(|one| (held.iter().filter(|id| **id == one.id).count(), one))
            .collect();
        staff.sort_by_key(|(count, one)| (std::cmp::Reverse(*count), one.rank_level, one.id));
        let active = |id: &StaffId| crew.is_active(*id);
        Self { staff, fallback: visit.coordinator.or(visit.topic_owner).filter(active) }
    }

    /// One of the account's own with this role; compliance and service also from elsewhere; else whoever coordinates.
    fn owner(&self, role: JobRole) -> Option<StaffId> {
        let elsewhere = matches!(role, JobRole::Compliance | JobRole::Service | JobRole::Finance);
        let fits = |(count, one): &&(usize, &crate::Staff)| one.job_role == role && (*count > 0 || elsewhere);
        let own = self.staff.iter().find(fits).map(|(_, one)| one.id);
        let service = || {
            self.staff.iter().find(|(count, one)| *count > 0 && one.job_role == JobRole::Service).map(|(_, one)| one.id)
        };
        let own = if role == JobRole::Fr { own.or_else(service) } else { own };
        let busiest = || self.staff.iter().find(|(count, _)| *count > 0).map(|(_, one)| one.id);
        own.or(self.fallback).or_else(busiest)
    }
}

/// Days of preparation a visit has, when its checklist says it was begun late: from the first line's day to the visit.
/// `None`: not squeezed, or no checklist was made.
pub fn short_notice(snapshot: &Snapshot, visit: &Visit) -> Option<i64> {
    let lines = snapshot.checklist_items.iter().filter(|one| one.visit == visit.id && one.key.is_some());
    let first = lines.map(|one| one.due_on).min()?;
    let notice = (visit.starts_on - first).num_days();
    (1..14).contains(&notice).then_some(notice)
}
