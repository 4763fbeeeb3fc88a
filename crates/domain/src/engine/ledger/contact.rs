//! When each stakeholder is to be met next, and whether our executives and theirs see each other, both ways (B.2.8).

use crate::engine::asof::is_in_force;
use crate::engine::cadence::executive_cadence_days;
use crate::engine::chain::Stakeholder;
use crate::{AccountId, Day, PersonId, SeatId, Snapshot, StaffId, Tenure, Touch, TouchId, TouchKind, VisitDirection};
use chrono::Days;

/// The rank from which somebody is an executive, on both sides (B.2.8).
pub const EXECUTIVE_RANK: u8 = 7;

/// When a stakeholder is to be met next.
#[derive(Debug, Clone, PartialEq)]
pub struct NextTouch {
    pub seat: SeatId,
    pub person: PersonId,
    pub weight: u8,
    pub cadence_days: i64,
    pub last: Option<Day>,
    /// Last touch and the cadence; somebody never met is due today.
    pub due: Day,
    /// Days past `due`; 0: not overdue. Somebody never met is not overdue.
    pub overdue_days: i64,
    /// The nearest plan from today on, and who goes.
    pub planned: Option<(Day, StaffId)>,
}

/// Everybody known and free to be met, those due first.
pub fn next_touches(snapshot: &Snapshot, account: AccountId, rows: &[Stakeholder], as_of: Day) -> Vec<NextTouch> {
    let plan_of = |person: PersonId| {
        let own = snapshot.planned_touches.iter().filter(|one| one.account == account && one.person == person);
        own.filter(|one| one.on >= as_of).min_by_key(|one| (one.on, one.id)).map(|one| (one.on, one.staff))
    };
    let free = rows.iter().filter(|row| row.is_named() && row.is_in_scope());
    let mut all: Vec<NextTouch> = free
        .filter_map(|row| {
            let person = row.person?;
            let cadence = u64::try_from(row.cadence_days).unwrap_or(0);
            let due = row.last_touch.and_then(|on| on.checked_add_days(Days::new(cadence))).unwrap_or(as_of);
            Some(NextTouch {
                seat: row.seat,
                person,
                weight: row.weight,
                cadence_days: row.cadence_days,
                last: row.last_touch,
                due,
                overdue_days: (as_of - due).num_days().max(0),
                planned: plan_of(person),
            })
        })
        .collect();
    all.sort_by_key(|one| (one.due, std::cmp::Reverse(one.weight), one.seat));
    all
}

codes! {
    /// Which way executives met. `elsewhere`: nobody noted who went to whom, or it was no meeting in person.
    ExchangeWay { ToThem = "to_them", ToUs = "to_us", Elsewhere = "elsewhere" }
}

/// A contact of executives: ours and theirs of rank 7 and more.
#[derive(Debug, Clone, PartialEq)]
pub struct ExchangeMeeting {
    pub touch: TouchId,
    pub on: Day,
    pub way: ExchangeWay,
    pub kind: TouchKind,
    pub ours: Vec<StaffId>,
    pub theirs: Vec<PersonId>,
}

/// How executives see each other on an account.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    /// Days between executive contacts; `None`: the tier asks for none.
    pub cadence_days: Option<i64>,
    /// All contacts of executives by the day, the latest first.
    pub meetings: Vec<ExchangeMeeting>,
    pub last: Option<Day>,
    /// When one is due; `None`: none is asked for, or there are no executives on their side to meet.
    pub due: Option<Day>,
    pub overdue_days: i64,
}

impl Exchange {
    /// The latest visit one way.
    pub fn last_way(&self, way: ExchangeWay) -> Option<&ExchangeMeeting> {
        self.meetings.iter().find(|one| one.way == way)
    }
}

/// Contacts of executives on an account by a day (B.2.8): from `Touch.direction`, else from the visit the touch belongs to.
/// Without any contact one is due today, when somebody of that rank is there.
pub fn executive_exchange(snapshot: &Snapshot, account: AccountId, as_of: Day) -> Exchange {
    let cadence_days = snapshot.account(account).and_then(|one| executive_cadence_days(one.tier));
    let own = snapshot.touches.iter().filter(|one| one.account == account && one.on <= as_of);
    let mut meetings: Vec<ExchangeMeeting> = own.filter_map(|touch| meeting(snapshot, account, touch)).collect();
    meetings.sort_by_key(|one| (std::cmp::Reverse(one.on), one.touch));
    let last = meetings.first().map(|one| one.on);
    let due = cadence_days.filter(|_| has_executives(snapshot, account, as_of)).and_then(|days| match last {
        Some(on) => on.checked_add_days(Days::new(u64::try_from(days).unwrap_or(0))),
        None => Some(as_of),
    });
    let overdue_days = due.map_or(0, |due| (as_of - due).num_days().max(0));
    Exchange { cadence_days, meetings, last, due, overdue_days }
}

/// Whether a post of rank 7 and more that may be met is held on the day.
fn has_executives(snapshot: &Snapshot, account: AccountId, as_of: Day) -> bool {
    let held = |seat: SeatId| {
        snapshot.tenures.iter().any(|one| one.seat == seat && is_in_force(one.from_on, one.to_on, as_of))
    };
    let senior = |rank: Option<u8>| rank.is_some_and(|rank| rank >= EXECUTIVE_RANK);
    snapshot.seats.iter().any(|one| {
        one.account == account
            && senior(one.rank_level)
            && !one.no_contact
            && is_in_force(one.from_on, one.to_on, as_of)
            && held(one.id)
    })
}

fn meeting(snapshot: &Snapshot, account: AccountId, touch: &Touch) -> Option<ExchangeMeeting> {
    let ours: Vec<StaffId> = touch
        .staff
        .iter()
        .copied()
        .filter(|id| snapshot.staff_member(*id).is_some_and(|one| one.rank_level >= EXECUTIVE_RANK))
        .collect();
    let theirs: Vec<PersonId> =
        touch.people.iter().copied().filter(|id| is_executive(snapshot, account, *id, touch.on)).collect();
    if ours.is_empty() || theirs.is_empty() {
        return None;
    }
    let visit = touch.visit.and_then(|id| snapshot.visit(id)).map(|one| one.direction);
    let way = match touch.direction.or(visit) {
        Some(VisitDirection::Outbound) => ExchangeWay::ToThem,
        Some(VisitDirection::Inbound) => ExchangeWay::ToUs,
        None => ExchangeWay::Elsewhere,
    };
    Some(ExchangeMeeting { touch: touch.id, on: touch.on, way, kind: touch.kind, ours, theirs })
}

/// Whether somebody held a post of rank 7 and more of the account on the day.
fn is_executive(snapshot: &Snapshot, account: AccountId, person: PersonId, on: Day) -> bool {
    let held = |one: &&Tenure| one.person == person && is_in_force(one.from_on, one.to_on, on);
    snapshot.tenures.iter().filter(held).any(|one| {
        snapshot
            .seat(one.seat)
            .is_some_and(|seat| seat.account == account && seat.rank_level.is_some_and(|rank| rank >= EXECUTIVE_RANK))
    })
}
