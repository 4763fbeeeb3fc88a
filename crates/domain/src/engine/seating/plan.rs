//! Drawings from the records of a visit: who takes part, in which order, at which tables, in which car; and proposals where
//! nobody has decided yet. Deliberately absent: the rules of order themselves.

use super::{Car, Chair, Occupant, RoundTable, SeatCheck, SeatPlan, SeatRole, SeatRules, SeatSide, SeatingAsk, seat};
use crate::engine::Reason;
use crate::engine::readiness::{companions_max, guests_of, policy_of};
use crate::*;

/// Places at a table nobody has sized.
const TABLE_SIZES: std::ops::RangeInclusive<usize> = 4..=20;

/// A drawing of a visit.
#[derive(Debug, Clone, PartialEq)]
pub struct VisitSeats {
    /// The record; a proposal has the nil identity.
    pub record: SeatingPlan,
    /// Whether somebody keeps this drawing, or the rules propose it.
    pub stored: bool,
    pub plan: SeatPlan,
}

/// The stored drawings of a visit in their order, then a proposal for each kind and each car that has none.
pub fn seats_of_visit(snapshot: &Snapshot, visit: VisitId, chair: Chair) -> Vec<VisitSeats> {
    let mut stored: Vec<&SeatingPlan> = snapshot.seating_plans.iter().filter(|one| one.visit == visit).collect();
    stored.sort_by_key(|one| (one.position, one.id));
    let missing = SeatingKind::ALL.iter().flat_map(|kind| missing(snapshot, visit, *kind, &stored));
    let stored = stored.iter().map(|one| ((*one).clone(), true));
    let all = stored.chain(missing.map(|one| (one, false)));
    let drawn = |(record, stored)| Some(VisitSeats { plan: plan_of(snapshot, &record, chair)?, record, stored });
    all.filter_map(drawn).collect()
}

fn missing(snapshot: &Snapshot, visit: VisitId, kind: SeatingKind, stored: &[&SeatingPlan]) -> Vec<SeatingPlan> {
    let has = |vehicle: Option<VehicleId>| stored.iter().any(|one| one.kind == kind && one.vehicle == vehicle);
    let cars = || snapshot.vehicles.iter().filter(|one| one.visit == visit && !one.spare);
    if kind != SeatingKind::Car || cars().next().is_none() {
        let none = !stored.iter().any(|one| one.kind == kind);
        return none.then(|| proposal(visit, kind, None)).into_iter().collect();
    }
    let mut own: Vec<&Vehicle> = cars().filter(|one| !has(Some(one.id))).collect();
    own.sort_by_key(|one| (one.position, one.id));
    own.into_iter().map(|one| proposal(visit, kind, Some(one.id))).collect()
}

/// A drawing nobody has decided anything about: everything by the rules.
pub fn proposal(visit: VisitId, kind: SeatingKind, vehicle: Option<VehicleId>) -> SeatingPlan {
    SeatingPlan {
        id: SeatingPlanId(uuid::Uuid::nil()),
        r#ref: None,
        visit,
        kind,
        name: None,
        vehicle,
        ours: Vec::new(),
        guests: Vec::new(),
        our_interpreter: None,
        their_interpreter: None,
        tables: Vec::new(),
        rows: 1,
        pins: Vec::new(),
        note: None,
        position: 0,
    }
}

/// The drawing of a record; `None` when its visit is not in the snapshot.
pub fn plan_of(snapshot: &Snapshot, plan: &SeatingPlan, chair: Chair) -> Option<SeatPlan> {
    let visit = snapshot.visit(plan.visit)?;
    let desk = Desk { snapshot, visit, plan };
    let (ask, interpreter_unknown) = desk.ask(chair);
    let mut seats = seat(&ask);
    let host_known = visit.host.is_some() || !plan.ours.is_empty();
    if !host_known && plan.kind != SeatingKind::Car {
        seats.checks.push(SeatCheck { passed: false, reason: Reason::new("check-host-unknown") });
    }
    if interpreter_unknown {
        seats.checks.push(SeatCheck { passed: false, reason: Reason::new("check-interpreter-unknown") });
    }
    Some(seats)
}

struct Desk<'a> {
    snapshot: &'a Snapshot,
    visit: &'a Visit,
    plan: &'a SeatingPlan,
}

impl Desk<'_> {
    /// What is asked of the rules, and whether an interpreter comes whom nobody has named.
    fn ask(&self, chair: Chair) -> (SeatingAsk, bool) {
        let (plan, visit) = (self.plan, self.visit);
        let most = policy_of(self.snapshot, visit)
            .and_then(|policy| companions_max(policy.companion_rule, guests_of(self.snapshot, visit).len()));
        let (mut guests, mut ours) = (self.guests(), self.ours(most));
        interpret(&mut guests, plan.their_interpreter.as_ref(), SeatSide::Guest);
        interpret(&mut ours, plan.our_interpreter.as_ref(), SeatSide::Ours);
        let nobody = !guests.iter().chain(&ours).any(|one| one.role == SeatRole::Interpreter);
        let decided = visit.interpreter.as_deref().is_some_and(|pair| pair != "none");
        let speaks = matches!(
            plan.kind,
            SeatingKind::TableBroadside | SeatingKind::TableEndOn | SeatingKind::Sofas | SeatingKind::RoundTables
        );
        let unknown = nobody && decided && speaks;
        if unknown {
            ours.push(Occupant {
                who: Attendee::Named(String::new()),
                side: SeatSide::Ours,
                role: SeatRole::Interpreter,
            });
        }
        let people = guests.len() + ours.len();
        let ask = SeatingAsk {
            kind: plan.kind,
            rules: SeatRules {
                convention: visit.convention,
                rostrum_even_rule: visit.rostrum_even_rule,
                mpv_rule: visit.mpv_rule,
                second_seat: visit.second_seat,
            },
            guests,
            ours,
            tables: self.tables(people),
            car: self.vehicle().map(|one| Car {
                kind: one.kind,
                host_drives: one.host_drives,
                right_hand_drive: one.right_hand_drive,
            }),
            // One row is what every drawing starts with: it becomes more when it grows too long.
            rows: if plan.rows > 1 { plan.rows } else { 0 },
            pins: plan.pins.clone(),
            companions_max: most,
            chair,
        };
        (ask, unknown)
    }

    fn vehicle(&self) -> Option<&Vehicle> {
        let id = self.plan.vehicle.filter(|_| self.plan.kind == SeatingKind::Car)?;
        self.snapshot.vehicles.iter().find(|one| one.id == id)
    }

    /// The line of the agenda this drawing is for, when there is one.
    fn agenda_line(&self) -> Option<&AgendaItem> {
        let kind = match self.plan.kind {
            SeatingKind::TableBroadside | SeatingKind::TableEndOn => AgendaKind::Talks,
            SeatingKind::Sofas => AgendaKind::Courtesy,
            SeatingKind::RoundTables => AgendaKind::Meal,
            SeatingKind::Signing => AgendaKind::Signing,
            SeatingKind::Photo => AgendaKind::Photo,
            SeatingKind::Rostrum => AgendaKind::Ceremony,
            SeatingKind::Car => return None,
        };
        let own = self.snapshot.agenda_items.iter().filter(|one| one.visit == self.visit.id && one.kind == kind);
        own.min_by_key(|one| (one.on, one.starts_at, one.id))
    }

    fn guests(&self) -> Vec<Occupant> {
        let all = guests_of(self.snapshot, self.visit);
        let part = |id: PersonId| all.iter().find(|one| one.person == id).map_or(GuestPart::Guest, |one| one.part);
        let in_order = |wanted: &[PersonId]| -> Vec<PersonId> {
            let known = all.iter().map(|one| one.person).filter(|id| wanted.contains(id));
            known.collect()
        };
        let everybody = || all.iter().map(|one| one.person).collect::<Vec<_>>();
        let ids = match (self.plan.guests.as_slice(), self.vehicle(), self.agenda_line()) {
            ([_, ..], ..) => self.plan.guests.clone(),
            (_, Some(car), _) => {
                in_order(&riders(car, |one| if let Attendee::Guest(id) = one { Some(*id) } else { None }))
            }
            _ if self.plan.kind == SeatingKind::Car => self.principal().into_iter().collect(),
            (_, _, Some(line)) if !line.theirs.is_empty() => in_order(&line.theirs),
            _ => everybody(),
        };
        let role = |id: PersonId| match part(id) {
            _ if self.principal() == Some(id) => SeatRole::Principal,
            GuestPart::Guest => SeatRole::Ordinary,
            GuestPart::Liaison | GuestPart::Companion => SeatRole::NoteTaker,
            GuestPart::Interpreter => SeatRole::Interpreter,
        };
        ids.into_iter().map(|id| Occupant { who: Attendee::Guest(id), side: SeatSide::Guest, role: role(id) }).collect()
    }

    fn principal(&self) -> Option<PersonId> {
        self.visit.principal_guest.or_else(|| guests_of(self.snapshot, self.visit).first().map(|one| one.person))
    }

    fn ours(&self, most: Option<u32>) -> Vec<Occupant> {
        let role = |id: StaffId| match () {
            () if self.has_duty(id, Duty::Interpreter) => SeatRole::Interpreter,
            () if self.has_duty(id, Duty::NoteTaker) => SeatRole::NoteTaker,
            () => SeatRole::Ordinary,
        };
        let occupant = |id: StaffId| Occupant { who: Attendee::Ours(id), side: SeatSide::Ours, role: role(id) };
        if !self.plan.ours.is_empty() {
            return self.plan.ours.iter().map(|id| occupant(*id)).collect();
        }
        let mut ours: Vec<Occupant> = self.crew().into_iter().map(occupant).collect();
        if self.plan.kind == SeatingKind::RoundTables {
            let mut left = most.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
            ours.retain(|one| {
                let stays = one.role == SeatRole::Interpreter || left > 0;
                left = left.saturating_sub(usize::from(one.role != SeatRole::Interpreter));
                stays
            });
        }
        let named = self
            .vehicle()
            .map_or_else(Vec::new, |car| riders(car, |one| matches!(one, Attendee::Named(_)).then(|| one.clone())));
        ours.extend(named.into_iter().map(|who| Occupant { who, side: SeatSide::Ours, role: SeatRole::Interpreter }));
        ours
    }

    fn has_duty(&self, staff: StaffId, duty: Duty) -> bool {
        let own = |one: &&VisitDuty| one.visit == self.visit.id && one.staff == staff && one.duty == duty;
        self.snapshot.visit_duties.iter().any(|one| own(&one))
    }

    /// Ours who take part: those the car or the agenda names, else those with a duty at table. The host first, then who
    /// leads the business, then by rank.
    fn crew(&self) -> Vec<StaffId> {
        let visit = self.visit;
        let host = [visit.host, visit.business_lead];
        let listed: Vec<StaffId> = match (self.vehicle(), self.agenda_line()) {
            (Some(car), _) => riders(car, |one| if let Attendee::Ours(id) = one { Some(*id) } else { None }),
            _ if self.plan.kind == SeatingKind::Car => host.into_iter().flatten().take(1).collect(),
            (_, Some(line)) if !line.ours.is_empty() => line.ours.iter().copied().chain(line.lead).collect(),
            _ => self.on_duty(),
        };
        let interpreters =
            self.snapshot.visit_duties.iter().filter(|one| one.visit == visit.id && one.duty == Duty::Interpreter);
        let mut crew = listed;
        if self.vehicle().is_none() {
            crew.extend(interpreters.map(|one| one.staff));
        }
        let rank = |id: StaffId| self.snapshot.staff_member(id).map_or(0, |one| one.rank_level);
        let lead = |id: StaffId| host.iter().position(|one| *one == Some(id)).unwrap_or(host.len());
        crew.sort_by_key(|id| (lead(*id), std::cmp::Reverse(rank(*id)), *id));
        crew.dedup();
        crew
    }

    fn on_duty(&self) -> Vec<StaffId> {
        use Duty::{BusinessLead, Companion, Coordinator, NoteTaker};
        let visit = self.visit;
        let meals = self
            .snapshot
            .meals
            .iter()
            .filter(|one| one.visit == visit.id && self.plan.kind == SeatingKind::RoundTables);
        if let Some(meal) = meals.filter(|one| !one.hosts.is_empty()).min_by_key(|one| (one.on, one.at, one.id)) {
            return meal.hosts.clone();
        }
        let at_table = |one: &&VisitDuty| {
            one.visit == visit.id && matches!(one.duty, BusinessLead | Companion | Coordinator | NoteTaker)
        };
        let duties = self.snapshot.visit_duties.iter().filter(at_table).map(|one| one.staff);
        let named = [visit.host, visit.business_lead, visit.topic_owner, visit.coordinator];
        let mut ids: Vec<StaffId> = named.into_iter().flatten().chain(duties).collect();
        ids.sort();
        ids.dedup();
        ids
    }

    /// The tables as set; else as many as the meal has, each with an even number of places.
    fn tables(&self, people: usize) -> Vec<RoundTable> {
        let who = |id: Option<StaffId>| id.map(Attendee::Ours);
        if !self.plan.tables.is_empty() {
            let table =
                |one: &TableSetting| RoundTable { seats: one.seats, host: who(one.host), co_host: who(one.co_host) };
            return self.plan.tables.iter().map(table).collect();
        }
        let meals = self.snapshot.meals.iter().filter(|one| one.visit == self.visit.id && one.tables > 0);
        let meal = meals.min_by_key(|one| (one.on, one.at, one.id)).map(|one| one.tables);
        let Some(count) = meal.or(self.visit.meal_tables).filter(|count| *count > 0) else { return Vec::new() };
        // No more tables than people, whatever a file says.
        let count = count.min(u32::try_from(people.max(1)).unwrap_or(1));
        let each = people.div_ceil(usize::try_from(count).unwrap_or(1));
        let each = (each + each % 2).clamp(*TABLE_SIZES.start(), *TABLE_SIZES.end());
        (0..count).map(|_| RoundTable { seats: u32::try_from(each).unwrap_or(8), host: None, co_host: None }).collect()
    }
}

fn riders<T>(car: &Vehicle, pick: impl Fn(&Attendee) -> Option<T>) -> Vec<T> {
    car.riders.iter().filter_map(pick).collect()
}

/// Makes somebody the interpreter of a side, adding them when they are not there yet.
fn interpret(people: &mut Vec<Occupant>, who: Option<&Attendee>, side: SeatSide) {
    let Some(who) = who else { return };
    match people.iter_mut().find(|one| one.who == *who) {
        Some(one) => one.role = SeatRole::Interpreter,
        None => people.push(Occupant { who: who.clone(), side, role: SeatRole::Interpreter }),
    }
}
