//! Where the lines of a plan contradict each other, the day, or the policy. Deliberately absent: holidays, leave
//! and other visits of the same day, which `calendar::clashes` knows.

use super::{Mend, PlanPanel, cost_sum};
use crate::engine::host::last_day;
use crate::engine::readiness::{companions_max, guests_of, policy_of};
use crate::engine::reason::{Param, Reason, Severity};
use crate::{
    AgendaItem, AgendaKind, AlcoholRule, Clock, CostCategory, Day, Policy, Snapshot, StaffId, Vehicle, VehicleKind,
    Visit, VisitId,
};
use std::collections::BTreeSet;

codes! {
    /// What clashes.
    ClashCode {
        TwiceAtOnce = "twice_at_once", OutsideDays = "outside_days", Companions = "companions",
        MealOver = "meal_over", Alcohol = "alcohol", CarFull = "car_full", MovementTime = "movement_time", CostsOver = "costs_over",
        CostsNear = "costs_near", OtherCost = "other_cost",
    }
}

/// A clash: how bad, why, and where it is mended.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    pub code: ClashCode,
    pub severity: Severity,
    pub reason: Reason,
    pub mend: Mend,
}

/// Length of an agenda line whose end is open, minutes.
const OPEN_LINE: u16 = 30;

/// The clashes of a visit's plan, worst first; none when there is no such visit.
pub fn plan_clashes(snapshot: &Snapshot, visit: VisitId, as_of: Day) -> Vec<Clash> {
    let Some(record) = snapshot.visit(visit) else { return Vec::new() };
    let mut look = Look { snapshot, visit: record, found: Vec::new() };
    look.people();
    look.days();
    look.meals();
    look.cars();
    look.movements();
    look.costs(as_of);
    look.found.sort_by_key(|one| std::cmp::Reverse(one.severity));
    look.found
}

struct Look<'a> {
    snapshot: &'a Snapshot,
    visit: &'a Visit,
    found: Vec<Clash>,
}

fn needed(item: &AgendaItem) -> BTreeSet<StaffId> {
    item.ours.iter().chain(&item.lead).copied().collect()
}

fn end(item: &AgendaItem) -> Clock {
    item.ends_at.unwrap_or_else(|| item.starts_at.later(OPEN_LINE))
}

impl<'a> Look<'a> {
    fn agenda(&self) -> Vec<&'a AgendaItem> {
        let mut items: Vec<_> = self.snapshot.agenda_items.iter().filter(|one| one.visit == self.visit.id).collect();
        items.sort_by_key(|one| (one.on, one.starts_at, one.id));
        items
    }

    fn add(&mut self, code: ClashCode, severity: Severity, reason: Reason, mend: Mend) {
        self.found.push(Clash { code, severity, reason, mend });
    }

    /// One of ours, or a guest, in two lines of the agenda at once.
    fn people(&mut self) {
        let items = self.agenda();
        for (at, first) in items.iter().enumerate() {
            for second in items[at + 1..].iter().filter(|one| one.on == first.on && one.starts_at < end(first)) {
                for staff in needed(first).intersection(&needed(second)) {
                    let reason = Reason::new("clash-twice")
                        .with("staff", Param::Staff(*staff))
                        .with("first", Param::Text(first.starts_at.to_string()))
                        .with("second", Param::Text(second.starts_at.to_string()));
                    let mend = Mend::at(PlanPanel::Agenda).line(second.id).staff(*staff);
                    self.add(ClashCode::TwiceAtOnce, Severity::Red, reason, mend);
                }
                for person in first.theirs.iter().filter(|one| second.theirs.contains(one)) {
                    let reason = Reason::new("clash-guest-twice")
                        .with("who", Param::Person(*person))
                        .with("first", Param::Text(first.starts_at.to_string()))
                        .with("second", Param::Text(second.starts_at.to_string()));
                    let mend = Mend::at(PlanPanel::Agenda).line(second.id).person(*person);
                    self.add(ClashCode::TwiceAtOnce, Severity::Red, reason, mend);
                }
            }
        }
    }

    fn days(&mut self) {
        let inside = |day: Day| self.visit.starts_on <= day && day <= last_day(self.visit);
        let own = self.visit.id;
        let agenda = self
            .snapshot
            .agenda_items
            .iter()
            .filter(|one| one.visit == own)
            .map(|one| (one.on, Mend::at(PlanPanel::Agenda).line(one.id)));
        let meals = self
            .snapshot
            .meals
            .iter()
            .filter(|one| one.visit == own)
            .map(|one| (one.on, Mend::at(PlanPanel::Meals).line(one.id)));
        let outside: Vec<_> = agenda.chain(meals).filter(|(day, _)| !inside(*day)).collect();
        for (day, mend) in outside {
            self.add(
                ClashCode::OutsideDays,
                Severity::Amber,
                Reason::new("clash-outside").with("day", Param::Day(day)),
                mend,
            );
        }
    }

    fn meals(&mut self) {
        let Some(policy) = policy_of(self.snapshot, self.visit) else { return };
        let guests = guests_of(self.snapshot, self.visit).len();
        let most = companions_max(policy.companion_rule, guests);
        for meal in self.snapshot.meals.iter().filter(|one| one.visit == self.visit.id) {
            let mend = || Mend::at(PlanPanel::Meals).line(meal.id);
            let ours = meal.hosts.iter().collect::<BTreeSet<_>>().len();
            if let Some(most) = most.filter(|most| ours > *most as usize) {
                let reason = Reason::new("clash-companions")
                    .with("count", Param::Int(ours as i64))
                    .with("most", Param::Int(i64::from(most)));
                self.found.push(Clash { code: ClashCode::Companions, severity: Severity::Red, reason, mend: mend() });
            }
            if let (Some(value), Some(limit)) = (meal.per_head, policy.meal_per_head_max)
                && value > limit
            {
                let reason =
                    Reason::new("clash-meal").with("value", Param::Number(value)).with("limit", Param::Number(limit));
                self.found.push(Clash { code: ClashCode::MealOver, severity: Severity::Red, reason, mend: mend() });
            }
            if let Some((severity, reason)) = alcohol(policy).filter(|_| meal.alcohol) {
                self.found.push(Clash { code: ClashCode::Alcohol, severity, reason, mend: mend() });
            }
        }
    }

    fn cars(&mut self) {
        for car in self.snapshot.vehicles.iter().filter(|one| one.visit == self.visit.id) {
            let (riders, most) = (car.riders.len(), places(car));
            if most.is_some_and(|most| riders > most) {
                let reason = Reason::new("clash-car")
                    .with("count", Param::Int(riders as i64))
                    .with("most", Param::Int(most.unwrap_or(0) as i64));
                self.found.push(Clash {
                    code: ClashCode::CarFull,
                    severity: Severity::Red,
                    reason,
                    mend: Mend::at(PlanPanel::Vehicles).line(car.id),
                });
            }
        }
    }

    /// A movement takes time; from one place to another one has to get somehow.
    fn movements(&mut self) {
        let items = self.agenda();
        for item in items.iter().filter(|one| one.kind == AgendaKind::Movement) {
            if item.ends_at.is_none_or(|end| end <= item.starts_at) {
                let reason = Reason::new("clash-movement").with("time", Param::Text(item.starts_at.to_string()));
                self.add(ClashCode::MovementTime, Severity::Amber, reason, Mend::at(PlanPanel::Agenda).line(item.id));
            }
        }
        for pair in items.windows(2).filter(|pair| pair[0].on == pair[1].on) {
            let (Some(from), Some(to)) = (&pair[0].place_zh, &pair[1].place_zh) else { continue };
            let still = pair.iter().all(|one| one.kind != AgendaKind::Movement);
            if still && from != to && end(pair[0]) >= pair[1].starts_at {
                let reason = Reason::new("clash-no-way").with("time", Param::Text(pair[1].starts_at.to_string()));
                self.add(
                    ClashCode::MovementTime,
                    Severity::Amber,
                    reason,
                    Mend::at(PlanPanel::Agenda).line(pair[1].id),
                );
            }
        }
    }

    fn costs(&mut self, as_of: Day) {
        let Some(sum) = cost_sum(self.snapshot, self.visit.id, as_of) else { return };
        let share = |used: f64| Reason::new("clash-costs").with("share", Param::Int((used * 100.0).round() as i64));
        match sum.used {
            Some(used) if used > 1.0 => {
                self.add(ClashCode::CostsOver, Severity::Red, share(used), Mend::at(PlanPanel::Costs))
            }
            Some(used) if used >= 0.8 => {
                self.add(ClashCode::CostsNear, Severity::Amber, share(used), Mend::at(PlanPanel::Costs))
            }
            _ => {}
        }
        let silent = |one: &&crate::CostLine| {
            one.visit == self.visit.id && one.category == CostCategory::Other && one.text.is_none()
        };
        let lines: Vec<_> = self.snapshot.cost_lines.iter().filter(silent).map(|one| one.id).collect();
        for id in lines {
            self.add(
                ClashCode::OtherCost,
                Severity::Amber,
                Reason::new("clash-other-cost"),
                Mend::at(PlanPanel::Costs).line(id),
            );
        }
    }
}

fn alcohol(policy: &Policy) -> Option<(Severity, Reason)> {
    match policy.alcohol {
        AlcoholRule::Forbidden => Some((Severity::Red, Reason::new("clash-alcohol"))),
        AlcoholRule::Approval => Some((Severity::Amber, Reason::new("clash-alcohol-approval"))),
        AlcoholRule::Ask => Some((Severity::Info, Reason::new("clash-alcohol-ask"))),
        AlcoholRule::Allowed => None,
    }
}

/// Places for passengers; of a bus unknown. One who drives is counted among the riders of a host's own car.
fn places(car: &Vehicle) -> Option<usize> {
    let passengers = match car.kind {
        VehicleKind::Sedan | VehicleKind::Offroad => 4,
        VehicleKind::Suv7 | VehicleKind::Mpv => 6,
        VehicleKind::Bus => return None,
    };
    Some(passengers + usize::from(car.host_drives))
}
