//! What is missing block by block (B.4.14), each with the place where it is filled in, and the state that follows from it.
//! The mark itself stays a person's.

use super::{Lack, Mend, PlanPanel, cost_sum};
use crate::engine::asof::Crew;
use crate::engine::gift::{broken_limit, is_excepted};
use crate::engine::host::last_day;
use crate::engine::protocol::propose_order;
use crate::engine::readiness::{Gate, GateState, Readiness, assess_readiness, guests_of, policy_of};
use crate::engine::reason::{Param, Reason};
use crate::{
    AgendaKind, AgendaState, Attendee, BlockState, Code, Day, GuestPart, ReadinessBlock, SeatingKind, Snapshot,
    TalkingPointKind, TravelDirection, Visit, VisitDirection, VisitGuest, VisitId, VisitLevel, VisitTextKind,
};

/// A block: what is missing in it, and the state that follows; a person decides.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockLacks {
    pub block: ReadinessBlock,
    pub proposed: BlockState,
    pub missing: Vec<Lack>,
}

/// What a visit's plan lacks, in the order of the blocks; empty when there is no such visit.
pub fn lacks(snapshot: &Snapshot, visit: VisitId, as_of: Day) -> Vec<BlockLacks> {
    let (Some(record), Some(readiness)) = (snapshot.visit(visit), assess_readiness(snapshot, visit, as_of)) else {
        return Vec::new();
    };
    let guests = guests_of(snapshot, record);
    let crew = Crew::on(snapshot, record.starts_on);
    let look = Look { snapshot, visit: record, guests, readiness, crew, as_of };
    ReadinessBlock::ALL.iter().map(|block| look.block(*block)).collect()
}

struct Look<'a> {
    snapshot: &'a Snapshot,
    visit: &'a Visit,
    guests: Vec<&'a VisitGuest>,
    readiness: Readiness,
    crew: Crew<'a>,
    as_of: Day,
}

fn lack(code: &'static str, mend: Mend) -> Lack {
    Lack { reason: Reason::new(code), mend }
}

fn about(code: &'static str, panel: PlanPanel, guest: &VisitGuest) -> Lack {
    Lack {
        reason: Reason::new(code).with("who", Param::Person(guest.person)),
        mend: Mend::at(panel).person(guest.person),
    }
}

/// The lines of one kind that belong to a visit.
macro_rules! own {
    ($look:ident . $field:ident) => {
        $look.snapshot.$field.iter().filter(|one| one.visit == $look.visit.id)
    };
}

impl<'a> Look<'a> {
    fn block(&self, block: ReadinessBlock) -> BlockLacks {
        use ReadinessBlock as Block;
        let (begun, missing) = match block {
            Block::Delegation => (!self.guests.is_empty(), self.delegation()),
            Block::Objectives => (
                own!(self.talking_points).next().is_some() || self.has_text(VisitTextKind::Objective),
                self.objectives(),
            ),
            Block::Host => (self.visit.host.is_some(), self.host()),
            Block::Agenda => (own!(self.agenda_items).next().is_some(), self.agenda()),
            Block::Transport => (self.has_ways(), self.transport()),
            Block::Dining => (own!(self.meals).next().is_some(), self.dining()),
            Block::Seating => (own!(self.seating_plans).next().is_some(), self.seating()),
            Block::Venue => {
                (self.has_text(VisitTextKind::Venue) || own!(self.tour_stops).next().is_some(), self.venue())
            }
            Block::Interpreter => (self.visit.interpreter.is_some(), self.interpreter()),
            Block::Gift => (self.visit.gift_decided, self.gift()),
            Block::Contacts => (
                own!(self.visit_contacts).next().is_some() || own!(self.visit_duties).next().is_some(),
                self.contacts(),
            ),
            Block::Contingency => (own!(self.contingencies).next().is_some(), self.contingency()),
            Block::Budget => (own!(self.cost_lines).next().is_some(), self.budget()),
            Block::Redaction => (self.visit.redaction_checked_on.is_some(), self.redaction()),
        };
        let proposed = match (self.applies(block), begun, missing.is_empty()) {
            (false, ..) => BlockState::NotApplicable,
            (_, false, false) => BlockState::Empty,
            (_, _, true) => BlockState::Confirmed,
            (_, true, false) => BlockState::Draft,
        };
        let missing = if proposed == BlockState::NotApplicable { Vec::new() } else { missing };
        BlockLacks { block, proposed, missing }
    }

    /// Calls on the customer need neither seats nor meals of ours; nobody needs an interpreter once that is decided.
    fn applies(&self, block: ReadinessBlock) -> bool {
        use ReadinessBlock as Block;
        match block {
            Block::Interpreter => self.visit.interpreter.as_deref() != Some("none"),
            Block::Dining | Block::Seating | Block::Venue => self.inbound(),
            _ => true,
        }
    }
    fn inbound(&self) -> bool {
        self.visit.direction == VisitDirection::Inbound
    }
    /// Whether the level asks for more than the least.
    fn full(&self) -> bool {
        self.visit.level != VisitLevel::C
    }
    fn has_text(&self, kind: VisitTextKind) -> bool {
        own!(self.visit_texts).any(|one| one.kind == kind && one.text_zh.as_ref().or(one.text_en.as_ref()).is_some())
    }
    fn has_ways(&self) -> bool {
        own!(self.travel_legs).next().is_some()
            || own!(self.vehicles).next().is_some()
            || own!(self.lodgings).next().is_some()
    }
    fn gate(&self, gate: Gate) -> Option<&crate::engine::readiness::GateMark> {
        self.readiness.gates.iter().find(|one| one.gate == gate && one.state != GateState::Pass)
    }

    fn delegation(&self) -> Vec<Lack> {
        if self.guests.is_empty() {
            return vec![lack("lack-guests", Mend::at(PlanPanel::Guests))];
        }
        let mut all = Vec::new();
        if let Some(mark) = self.gate(Gate::Principal) {
            let mend = Mend { person: self.visit.principal_guest, ..Mend::at(PlanPanel::Guests) };
            all.push(Lack { reason: mark.reason.clone(), mend });
        }
        for guest in &self.guests {
            if guest.role.is_none() {
                all.push(about("lack-role", PlanPanel::Guests, guest));
            }
            if guest.counterpart.is_none()
                && guest.part == GuestPart::Guest
                && self.visit.level == VisitLevel::A
                && self.inbound()
            {
                all.push(about("lack-counterpart", PlanPanel::Guests, guest));
            }
        }
        for placed in propose_order(self.snapshot, self.visit.id, self.as_of).iter().filter(|one| one.deviates) {
            let guest = self.guests.iter().find(|one| one.person == placed.person && one.deviation_note.is_none());
            all.extend(guest.map(|guest| about("lack-order-note", PlanPanel::Order, guest)));
        }
        all
    }

    fn objectives(&self) -> Vec<Lack> {
        let mut all = Vec::new();
        if !self.has_text(VisitTextKind::Objective) {
            all.push(lack("lack-objective", Mend::at(PlanPanel::Texts)));
        }
        if self.full() && !self.has_text(VisitTextKind::Ask) {
            all.push(lack("lack-ask", Mend::at(PlanPanel::Texts)));
        }
        if !own!(self.talking_points).any(|one| one.kind == TalkingPointKind::Point) {
            all.push(lack("lack-points", Mend::at(PlanPanel::Talking)));
        }
        let unsaid =
            own!(self.talking_points).filter(|one| one.kind != TalkingPointKind::Opener && one.speaker.is_none());
        all.extend(unsaid.map(|one| lack("lack-speaker", Mend::at(PlanPanel::Talking).line(one.id))));
        all.extend(
            self.gate(Gate::Issues)
                .map(|mark| Lack { reason: mark.reason.clone(), mend: Mend::at(PlanPanel::Matters) }),
        );
        all
    }

    fn host(&self) -> Vec<Lack> {
        let mut all = Vec::new();
        match self.visit.host {
            None => all.push(lack("lack-host", Mend::at(PlanPanel::Host))),
            Some(host) if !self.crew.is_active(host) => all.push(Lack {
                reason: Reason::new("lack-host-gone").with("staff", Param::Staff(host)),
                mend: Mend::at(PlanPanel::Host).staff(host),
            }),
            Some(_) => {}
        }
        if self.full() && self.visit.coordinator.is_none() {
            all.push(lack("lack-coordinator", Mend::at(PlanPanel::Team)));
        }
        if self.full() && self.visit.business_lead.is_none() {
            all.push(lack("lack-business-lead", Mend::at(PlanPanel::Team)));
        }
        all
    }

    fn agenda(&self) -> Vec<Lack> {
        let mut all = Vec::new();
        let last = last_day(self.visit).min(self.visit.starts_on + chrono::Duration::days(60));
        for day in self.visit.starts_on.iter_days().take_while(|day| *day <= last) {
            if !own!(self.agenda_items).any(|one| one.on == day) {
                let reason = Reason::new("lack-agenda-day").with("day", Param::Day(day));
                all.push(Lack { reason, mend: Mend::at(PlanPanel::Agenda) });
            }
        }
        for item in own!(self.agenda_items) {
            let at = |code| Lack {
                reason: Reason::new(code).with("time", Param::Text(item.starts_at.to_string())),
                mend: Mend::at(PlanPanel::Agenda).line(item.id),
            };
            if item.state == AgendaState::Draft {
                all.push(at("lack-agreed"));
            }
            let led =
                matches!(item.kind, AgendaKind::Talks | AgendaKind::Courtesy | AgendaKind::Tour | AgendaKind::Signing);
            if led && item.lead.is_none() {
                all.push(at("lack-lead"));
            }
        }
        all
    }

    fn transport(&self) -> Vec<Lack> {
        if !self.inbound() {
            let ways = own!(self.travel_legs).next().is_some();
            return if ways { Vec::new() } else { vec![lack("lack-own-travel", Mend::at(PlanPanel::Travel))] };
        }
        let mut all = Vec::new();
        let needed = [(TravelDirection::Arrival, "lack-arrival"), (TravelDirection::Departure, "lack-departure")];
        for (direction, code) in needed {
            if !own!(self.travel_legs).any(|one| one.direction == direction) {
                all.push(lack(code, Mend::at(PlanPanel::Travel)));
            }
        }
        let ungreeted =
            own!(self.travel_legs).filter(|one| one.direction == TravelDirection::Arrival && one.greeter.is_none());
        all.extend(ungreeted.map(|one| lack("lack-greeter", Mend::at(PlanPanel::Travel).line(one.id))));
        if self.full() {
            let rides = |guest: &&&VisitGuest| {
                !own!(self.vehicles).any(|one| one.riders.contains(&Attendee::Guest(guest.person)))
            };
            if own!(self.vehicles).next().is_none() {
                all.push(lack("lack-vehicles", Mend::at(PlanPanel::Vehicles)));
            } else {
                all.extend(self.guests.iter().filter(rides).map(|one| about("lack-ride", PlanPanel::Vehicles, one)));
            }
        }
        if self.visit.days > 1 {
            let roomless = |guest: &&&VisitGuest| !own!(self.lodgings).any(|one| one.person == guest.person);
            all.extend(self.guests.iter().filter(roomless).map(|one| about("lack-room", PlanPanel::Lodging, one)));
        }
        all
    }

    fn dining(&self) -> Vec<Lack> {
        let mut all = Vec::new();
        if let Some(mark) = self.gate(Gate::Diet) {
            let asked = |guest: &&&VisitGuest| mark.people.contains(&guest.person);
            all.extend(self.guests.iter().filter(asked).map(|one| about("lack-diet", PlanPanel::Diet, one)));
        }
        if own!(self.meals).next().is_none() {
            all.push(lack("lack-meal", Mend::at(PlanPanel::Meals)));
        }
        for meal in own!(self.meals) {
            let at = |code| lack(code, Mend::at(PlanPanel::Meals).line(meal.id));
            if meal.place_zh.as_ref().or(meal.place_en.as_ref()).is_none() {
                all.push(at("lack-meal-place"));
            }
            if meal.hosts.is_empty() {
                all.push(at("lack-meal-host"));
            }
            if meal.per_head.is_none() && self.full() {
                all.push(at("lack-meal-standard"));
            }
        }
        all
    }

    /// Drawings the agenda asks for.
    fn seating(&self) -> Vec<Lack> {
        let has = |kinds: &[SeatingKind]| own!(self.seating_plans).any(|one| kinds.contains(&one.kind));
        let planned = |kind: AgendaKind| own!(self.agenda_items).any(|one| one.kind == kind);
        use SeatingKind as Kind;
        let table = [Kind::TableBroadside, Kind::TableEndOn, Kind::Rostrum];
        let mut all = Vec::new();
        let mut need = |needed: bool, kinds: &[SeatingKind], code| {
            if needed && !has(kinds) {
                all.push(lack(code, Mend::at(PlanPanel::Seating)));
            }
        };
        let empty = own!(self.agenda_items).next().is_none();
        need(planned(AgendaKind::Talks) || empty, &table, "lack-seats-talks");
        need(planned(AgendaKind::Courtesy), &[Kind::Sofas], "lack-seats-courtesy");
        need(own!(self.meals).next().is_some() && self.full(), &[Kind::RoundTables], "lack-seats-meal");
        need(planned(AgendaKind::Signing), &[Kind::Signing], "lack-seats-signing");
        need(planned(AgendaKind::Photo), &[Kind::Photo], "lack-seats-photo");
        need(own!(self.vehicles).next().is_some() && self.visit.level == VisitLevel::A, &[Kind::Car], "lack-seats-car");
        all
    }

    fn venue(&self) -> Vec<Lack> {
        let mut all = Vec::new();
        if !self.has_text(VisitTextKind::Venue) {
            all.push(lack("lack-venue", Mend::at(PlanPanel::Texts)));
        }
        let toured = own!(self.agenda_items).any(|one| one.kind == AgendaKind::Tour);
        if toured && own!(self.tour_stops).next().is_none() {
            all.push(lack("lack-tour", Mend::at(PlanPanel::Tour)));
        }
        let unguided = own!(self.tour_stops).filter(|one| one.guide.is_none());
        all.extend(unguided.map(|one| lack("lack-guide", Mend::at(PlanPanel::Tour).line(one.id))));
        all
    }

    fn interpreter(&self) -> Vec<Lack> {
        let named = own!(self.visit_duties).any(|one| one.duty == crate::Duty::Interpreter)
            || self.has_text(VisitTextKind::Interpreter);
        match self.visit.interpreter.as_deref() {
            None => vec![lack("lack-interpreter", Mend::at(PlanPanel::Interpreter))],
            Some("none") => Vec::new(),
            Some(_) if named => Vec::new(),
            Some(_) => vec![lack("lack-interpreter-named", Mend::at(PlanPanel::Duties))],
        }
    }

    fn gift(&self) -> Vec<Lack> {
        let visit = self.visit;
        let at = || Mend::at(PlanPanel::Gift);
        if !visit.gift_decided {
            return vec![lack("lack-gift", at())];
        }
        let mut all = Vec::new();
        let broken = policy_of(self.snapshot, visit).and_then(|policy| broken_limit(self.snapshot, visit, policy));
        if broken.is_some_and(|one| !is_excepted(visit, &one)) {
            all.push(lack("lack-gift-over", at()));
        }
        if visit.gift_item.is_some() && visit.gift_moment.is_none() && self.full() {
            all.push(lack("lack-gift-moment", at()));
        }
        all
    }

    fn contacts(&self) -> Vec<Lack> {
        let mut all = Vec::new();
        if own!(self.visit_contacts).next().is_none() {
            all.push(lack("lack-contacts", Mend::at(PlanPanel::Contacts)));
        }
        let silent = own!(self.visit_contacts).filter(|one| one.phone.is_none());
        all.extend(silent.map(|one| lack("lack-phone", Mend::at(PlanPanel::Contacts).line(one.id))));
        if own!(self.visit_duties).next().is_none() {
            all.push(lack("lack-duties", Mend::at(PlanPanel::Duties)));
        }
        all
    }

    fn contingency(&self) -> Vec<Lack> {
        if own!(self.contingencies).next().is_none() {
            return vec![lack("lack-contingency", Mend::at(PlanPanel::Contingency))];
        }
        let unowned = own!(self.contingencies).filter(|one| one.owner.is_none());
        unowned.map(|one| lack("lack-contingency-owner", Mend::at(PlanPanel::Contingency).line(one.id))).collect()
    }

    fn budget(&self) -> Vec<Lack> {
        let at = || Mend::at(PlanPanel::Costs);
        let Some(sum) = cost_sum(self.snapshot, self.visit.id, self.as_of) else { return Vec::new() };
        let mut all = Vec::new();
        if sum.categories.is_empty() {
            all.push(lack("lack-costs", at()));
        }
        if sum.limit.is_none() {
            all.push(lack("lack-limit", at()));
        }
        let unpriced = own!(self.cost_lines).filter(|one| one.planned.is_none());
        all.extend(unpriced.map(|one| lack("lack-amount", at().line(one.id))));
        if self.full() && self.visit.approved_on.is_none() {
            all.push(lack("lack-approval", Mend::at(PlanPanel::Team)));
        }
        all
    }

    fn redaction(&self) -> Vec<Lack> {
        self.gate(Gate::Redaction).map(|_| lack("lack-redaction", Mend::at(PlanPanel::Redaction))).into_iter().collect()
    }
}
