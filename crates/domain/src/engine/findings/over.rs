//! What is seen only over several accounts: how much each of ours owns (C5) and who is in two places at once (C3, B.4.5).
//!
//! Deliberately absent: judging anybody. A heavy load is a reason to hand something over, not a mark.

use super::{Finding, FindingCode};
use crate::engine::asof::Crew;
use crate::engine::chain::Stakeholder;
use crate::engine::{Param, Reason, reason::Severity};
use crate::{
    AccountId, AgendaItem, AgendaItemId, Day, PersonId, PlannedTouch, PlannedTouchId, Snapshot, StaffId, Visit, VisitId,
};
use std::collections::{HashMap, HashSet};

/// More rows than this are too many for one owner.
pub const MOST_ROWS: u32 = 30;
/// More weight than this, added up over the rows owned, is too much.
pub const MOST_WEIGHT: u32 = 60;

/// What one of ours owns over all accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    pub staff: StaffId,
    pub rows: u32,
    pub weight: u32,
    /// Rows owned by account, in the order in which accounts were added.
    pub accounts: Vec<(AccountId, u32)>,
}

impl Load {
    /// Whether it is beyond what one can do (C5).
    pub fn is_over(&self) -> bool {
        self.rows > MOST_ROWS || self.weight > MOST_WEIGHT
    }
}

/// Loads of all our people, added up account by account.
#[derive(Debug, Default)]
pub struct Loads(HashMap<StaffId, Load>);

impl Loads {
    /// Adds the rows of an account that need somebody. A row with two owners burdens both.
    pub fn add(&mut self, account: AccountId, rows: &[Stakeholder]) {
        for row in rows.iter().filter(|row| row.is_in_scope()) {
            for staff in &row.owners {
                let blank = || Load { staff: *staff, rows: 0, weight: 0, accounts: Vec::new() };
                let load = self.0.entry(*staff).or_insert_with(blank);
                (load.rows, load.weight) = (load.rows + 1, load.weight + u32::from(row.weight));
                match load.accounts.last_mut().filter(|one| one.0 == account) {
                    Some(one) => one.1 += 1,
                    None => load.accounts.push((account, 1)),
                }
            }
        }
    }

    /// Adds what others own, after what is known.
    pub fn join(&mut self, other: &Self) {
        for (staff, more) in &other.0 {
            let blank = || Load { staff: *staff, rows: 0, weight: 0, accounts: Vec::new() };
            let load = self.0.entry(*staff).or_insert_with(blank);
            (load.rows, load.weight) = (load.rows + more.rows, load.weight + more.weight);
            load.accounts.extend(&more.accounts);
        }
    }

    /// The load of one of ours; `None`: owns nothing.
    pub fn of(&self, staff: StaffId) -> Option<&Load> {
        self.0.get(&staff)
    }

    /// C5 of those at work, the heaviest first, each at the account where most of it lies.
    pub fn overloads(&self, snapshot: &Snapshot, as_of: Day) -> Vec<(AccountId, Finding)> {
        let crew = Crew::on(snapshot, as_of);
        let mut over: Vec<&Load> = self.0.values().filter(|one| one.is_over() && crew.is_active(one.staff)).collect();
        over.sort_by_key(|one| (std::cmp::Reverse((one.weight, one.rows)), one.staff));
        over.into_iter().filter_map(overload).collect()
    }
}

fn overload(load: &Load) -> Option<(AccountId, Finding)> {
    let most = load.accounts.iter().rev().max_by_key(|one| one.1)?;
    let reason = Reason::new("overload")
        .with("staff", Param::Staff(load.staff))
        .with("rows", Param::Int(load.rows.into()))
        .with("weight", Param::Int(load.weight.into()));
    Some((most.0, Finding { staff: vec![load.staff], ..Finding::of(FindingCode::Overload, Severity::Amber, reason) }))
}

/// Something that takes one of ours to a place: a plan with a time, a line of an agenda, or a visit without a time.
#[derive(Debug)]
struct Slot<'a> {
    staff: StaffId,
    on: Day,
    account: AccountId,
    /// Minutes after midnight, the end excluded; `None`: some time on the day.
    span: Option<(u16, u16)>,
    place: Option<&'a str>,
    touch: Option<&'a PlannedTouch>,
    item: Option<AgendaItemId>,
    visit: Option<VisitId>,
}

/// C3: one of ours is wanted in two places at once from the day on. Plans with a time and lines of agendas collide when
/// their times overlap; without a known end they hold the minute they begin. Somebody needed in person in two visits on one
/// day collides too, as long as one of the two has no agenda for them that day. Not in two places: one activity on one day, a
/// plan to meet a guest of the very visit, parallel lines of one visit in one room.
pub fn double_bookings(snapshot: &Snapshot, as_of: Day) -> Vec<(AccountId, Finding)> {
    let mut days: HashMap<(StaffId, Day), Vec<Slot>> = HashMap::new();
    for slot in slots(snapshot).into_iter().filter(|one| one.on >= as_of) {
        days.entry((slot.staff, slot.on)).or_default().push(slot);
    }
    let guests: HashSet<(VisitId, PersonId)> =
        snapshot.visit_guests.iter().map(|one| (one.visit, one.person)).collect();
    let mut found: Vec<((Day, StaffId), (AccountId, Finding))> = Vec::new();
    for (key, mut slots) in days.into_iter().filter(|one| one.1.len() > 1) {
        slots.sort_by_key(|one| (one.span.is_none(), one.span, one.visit, one.touch.map(|touch| touch.id), one.item));
        found.extend(booked_twice(&slots, &guests).map(|one| ((key.1, key.0), one)));
    }
    found.sort_by_key(|one| one.0);
    found.into_iter().map(|one| one.1).collect()
}

fn slots(snapshot: &Snapshot) -> Vec<Slot<'_>> {
    let visits: HashMap<VisitId, &Visit> = snapshot.visits.iter().map(|one| (one.id, one)).collect();
    let mut slots: Vec<Slot> = snapshot.planned_touches.iter().filter_map(slot_of_touch).collect();
    let mut timed: HashSet<(VisitId, StaffId, Day)> = HashSet::new();
    for (item, visit) in snapshot.agenda_items.iter().filter_map(|one| Some((one, *visits.get(&one.visit)?))) {
        let mut staff: Vec<StaffId> = item.ours.clone();
        staff.extend(item.lead.filter(|lead| !item.ours.contains(lead)));
        timed.extend(staff.iter().map(|one| (visit.id, *one, item.on)));
        slots.extend(staff.into_iter().map(|one| slot_of_item(item, visit, one)));
    }
    for visit in &snapshot.visits {
        for (on, staff) in visit_days(visit).flat_map(|on| needed(visit).into_iter().map(move |one| (on, one))) {
            if !timed.contains(&(visit.id, staff, on)) {
                let (account, id) = (visit.account, Some(visit.id));
                slots.push(Slot { staff, on, account, span: None, place: None, touch: None, item: None, visit: id });
            }
        }
    }
    slots
}

fn visit_days(visit: &Visit) -> impl Iterator<Item = Day> {
    visit.starts_on.iter_days().take(visit.days.clamp(1, 31) as usize)
}

/// Who must be at a visit in person: host, coordinator and business lead.
fn needed(visit: &Visit) -> Vec<StaffId> {
    let mut staff: Vec<StaffId> = Vec::new();
    for one in [visit.host, visit.coordinator, visit.business_lead].into_iter().flatten() {
        if !staff.contains(&one) {
            staff.push(one);
        }
    }
    staff
}

fn slot_of_touch(touch: &PlannedTouch) -> Option<Slot<'_>> {
    let from = touch.at?.minutes();
    let until = from.saturating_add(touch.minutes.unwrap_or(1).clamp(1, 24 * 60) as u16);
    let (staff, on, account) = (touch.staff, touch.on, touch.account);
    let place = touch.place.as_deref();
    Some(Slot { staff, on, account, span: Some((from, until)), place, touch: Some(touch), item: None, visit: None })
}

fn slot_of_item<'a>(item: &'a AgendaItem, visit: &Visit, staff: StaffId) -> Slot<'a> {
    let from = item.starts_at.minutes();
    let until = item.ends_at.map_or(from, |end| end.minutes()).max(from.saturating_add(1));
    let place = item.place_zh.as_deref().or(item.place_en.as_deref());
    let (on, account) = (item.on, visit.account);
    Slot {
        staff,
        on,
        account,
        span: Some((from, until)),
        place,
        touch: None,
        item: Some(item.id),
        visit: Some(visit.id),
    }
}

/// One finding a day, naming everything of the first pair and what else collides with either.
fn booked_twice(slots: &[Slot], guests: &HashSet<(VisitId, PersonId)>) -> Option<(AccountId, Finding)> {
    let pairs = slots.iter().enumerate().flat_map(|(at, a)| slots[at + 1..].iter().map(move |b| (a, b)));
    let mut pairs = pairs.filter(|(a, b)| collide(a, b, guests));
    let (first, second) = pairs.next()?;
    let (mut touches, mut agenda, mut visits): (Vec<PlannedTouchId>, Vec<_>, Vec<_>) = Default::default();
    for one in [(first, second)].into_iter().chain(pairs).flat_map(|(a, b)| [a, b]) {
        touches.extend(one.touch.map(|touch| touch.id).filter(|id| !touches.contains(id)));
        agenda.extend(one.item.filter(|id| !agenda.contains(id)));
        visits.extend(one.visit.filter(|id| !visits.contains(id)));
    }
    let code = if first.span.and(second.span).is_some() { "double-booking" } else { "double-booking-day" };
    let reason = Reason::new(code)
        .with("staff", Param::Staff(first.staff))
        .with("day", Param::Day(first.on))
        .with("first", Param::Account(first.account))
        .with("second", Param::Account(second.account));
    let staff = vec![first.staff];
    let finding =
        Finding { staff, touches, agenda, visits, ..Finding::of(FindingCode::DoubleBooking, Severity::Red, reason) };
    Some((first.account, finding))
}

fn collide(a: &Slot, b: &Slot, guests: &HashSet<(VisitId, PersonId)>) -> bool {
    let at_once = match (a.span, b.span) {
        (Some(a), Some(b)) => a.0 < b.1 && b.0 < a.1,
        // Without a time only two different visits are known to need the same day.
        _ => a.visit.is_some() && b.visit.is_some() && a.visit != b.visit,
    };
    at_once && !is_one_place(a, b, guests)
}

fn is_one_place(a: &Slot, b: &Slot, guests: &HashSet<(VisitId, PersonId)>) -> bool {
    let same_activity = |a: &PlannedTouch, b: &PlannedTouch| a.activity.is_some() && a.activity == b.activity;
    match (a.touch, b.touch) {
        (Some(a), Some(b)) => same_activity(a, b),
        (Some(touch), None) => b.visit.is_some_and(|visit| guests.contains(&(visit, touch.person))),
        (None, Some(touch)) => a.visit.is_some_and(|visit| guests.contains(&(visit, touch.person))),
        (None, None) => a.visit == b.visit && (a.place == b.place || a.place.is_none() || b.place.is_none()),
    }
}
