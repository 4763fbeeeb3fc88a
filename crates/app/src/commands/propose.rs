//! Lines proposed for a plan: agenda, duties, contingencies, tour, meals, contacts, costs. They are never written here.
//!
//! Owns: which lines a visit of a level begins with. Deliberately absent: names of places and contents, which nobody knows yet.

use domain::engine::readiness::{companions_max, guests_of, policy_of};
use domain::*;
use uuid::Uuid;

use crate::wire::{PlanLine, PlanLineKind};
use crate::words::Words;

/// What proposals are made from.
pub(super) struct Proposing<'a> {
    pub snapshot: &'a Snapshot,
    pub visit: &'a Visit,
    pub words: &'a Words,
    pub today: Day,
}

/// A line of the agenda's skeleton: kind, begin, end, lowest level.
type Slot = (AgendaKind, (u16, u16), (u16, u16), VisitLevel);

use AgendaKind as K;
use VisitLevel::{A, B, C};

const RECEIVING: &[Slot] = &[
    (K::Arrival, (9, 0), (9, 30), C),
    (K::Courtesy, (9, 30), (9, 55), A),
    (K::Photo, (9, 55), (10, 5), B),
    (K::Tour, (10, 10), (10, 50), B),
    (K::Talks, (11, 0), (12, 0), C),
    (K::Meal, (12, 10), (13, 20), B),
    (K::Talks, (13, 40), (15, 0), A),
    (K::Departure, (15, 10), (15, 30), C),
];
const FURTHER_DAY: &[Slot] =
    &[(K::Talks, (9, 30), (11, 30), C), (K::Meal, (12, 0), (13, 20), C), (K::Talks, (14, 0), (16, 0), A)];
const CALLING: &[Slot] = &[
    (K::Movement, (8, 30), (9, 20), C),
    (K::Courtesy, (9, 30), (9, 50), B),
    (K::Talks, (9, 50), (11, 20), C),
    (K::Departure, (11, 20), (11, 30), C),
];
/// Cases of C.2, section 24.
const CASES: &[&str] = &["late", "principal", "numbers", "illness", "power", "media", "weather", "gift", "topic"];
const STOPS: &[(&str, u32, bool)] =
    &[("opening", 5, false), ("solution", 15, false), ("live", 15, true), ("exchange", 5, true)];
const CONTACTS: &[(&str, bool)] = &[("hotline", true), ("vehicles", false), ("hotel", true), ("hospital", true)];

impl Proposing<'_> {
    /// Lines of a kind that are not there yet; kinds without proposals give none.
    pub fn lines(&self, kind: PlanLineKind) -> Vec<PlanLine> {
        match kind {
            PlanLineKind::AgendaItem => self.agenda(),
            PlanLineKind::VisitDuty => self.duties(),
            PlanLineKind::Contingency => self.contingencies(),
            PlanLineKind::TourStop => self.tour(),
            PlanLineKind::Meal => self.meals(),
            PlanLineKind::VisitContact => self.contacts(),
            PlanLineKind::CostLine => self.costs(),
            _ => Vec::new(),
        }
    }

    fn id<T: From<Uuid>>(&self) -> T {
        T::from(Uuid::nil())
    }
    fn both(&self, key: &str) -> (Option<String>, Option<String>) {
        let say = |lang| Some(self.words.speak(lang).say(key));
        (say(Lang::ZhCn), say(Lang::En))
    }
    fn inbound(&self) -> bool {
        self.visit.direction == VisitDirection::Inbound
    }
    fn guests(&self) -> usize {
        guests_of(self.snapshot, self.visit).len()
    }

    /// Only for days without any line: a day somebody began is theirs.
    fn agenda(&self) -> Vec<PlanLine> {
        let mut lines = Vec::new();
        for (day, at) in self.visit.starts_on.iter_days().zip(0..self.visit.days.min(14)) {
            if self.snapshot.agenda_items.iter().any(|one| one.visit == self.visit.id && one.on == day) {
                continue;
            }
            let slots = match (self.inbound(), at) {
                (false, 0) => CALLING,
                (true, 0) => RECEIVING,
                _ => FURTHER_DAY,
            };
            let more_days = self.visit.days > 1;
            let last = at + 1 == self.visit.days;
            for slot in
                slots.iter().filter(|one| self.visit.level <= one.3 && !(more_days && at == 0 && one.0 == K::Departure))
            {
                lines.extend(self.slot(day, slot));
            }
            if more_days && at > 0 && last {
                lines.extend(self.slot(day, &(K::Departure, (16, 30), (17, 0), C)));
            }
        }
        lines
    }

    fn slot(&self, day: Day, (kind, from, to, _): &Slot) -> Option<PlanLine> {
        let (title_zh, title_en) = self.both(&format!("plan-agenda-{}", kind.code()));
        let lead = match kind {
            K::Talks => self.visit.business_lead.or(self.visit.topic_owner),
            K::Arrival | K::Courtesy | K::Photo | K::Meal | K::Signing => self.visit.host,
            _ => self.visit.coordinator,
        };
        Some(PlanLine::AgendaItem(AgendaItem {
            id: self.id(),
            r#ref: None,
            visit: self.visit.id,
            on: day,
            starts_at: Clock::new(from.0, from.1)?,
            ends_at: Clock::new(to.0, to.1),
            kind: *kind,
            title_zh,
            title_en,
            place_zh: None,
            place_en: None,
            guest_title_zh: None,
            guest_title_en: None,
            lead,
            ours: lead.into_iter().collect(),
            theirs: Vec::new(),
            material: None,
            state: AgendaState::Draft,
            for_guests: *kind != K::Movement,
        }))
    }

    /// One duty each, from the team and the account's own people; companions up to the limit at table (C.6).
    fn duties(&self) -> Vec<PlanLine> {
        use domain::engine::checklist::checklist;
        let lines = checklist(self.snapshot, self.visit, self.today);
        let by = |role: JobRole| lines.iter().find(|one| one.role == role).and_then(|one| one.owner);
        let mut wanted = vec![
            (Duty::Coordinator, self.visit.coordinator.or_else(|| by(JobRole::Ar))),
            (Duty::BusinessLead, self.visit.business_lead.or(self.visit.topic_owner)),
            (Duty::NoteTaker, by(JobRole::Ar)),
        ];
        if self.inbound() {
            wanted.push((Duty::Greeter, by(JobRole::Ar)));
            if self.visit.level != C {
                wanted.push((Duty::Guide, by(JobRole::Sr)));
                wanted.extend([Duty::Vehicles, Duty::Venue, Duty::Dining].map(|duty| (duty, by(JobRole::Other))));
            }
        }
        let most =
            policy_of(self.snapshot, self.visit).and_then(|one| companions_max(one.companion_rule, self.guests()));
        let table = [self.visit.host, self.visit.business_lead, self.visit.topic_owner, self.visit.coordinator];
        let mut companions: Vec<StaffId> = Vec::new();
        for staff in table.into_iter().flatten().filter(|one| Some(*one) != self.visit.host) {
            let full = most.is_some_and(|most| companions.len() + 1 >= most as usize);
            if !companions.contains(&staff) && !full {
                companions.push(staff);
            }
        }
        wanted.extend(companions.into_iter().map(|one| (Duty::Companion, Some(one))));
        let held = |duty: Duty, staff: StaffId| {
            let own = self.snapshot.visit_duties.iter().filter(|one| one.visit == self.visit.id && one.duty == duty);
            own.into_iter().any(|one| duty != Duty::Companion || one.staff == staff)
        };
        let line = |(duty, staff): (Duty, StaffId)| {
            PlanLine::VisitDuty(VisitDuty {
                id: self.id(),
                r#ref: None,
                visit: self.visit.id,
                staff,
                duty,
                text: None,
                phone: None,
                position: 0,
            })
        };
        let named = wanted.into_iter().filter_map(|(duty, staff)| Some((duty, staff?)));
        named.filter(|(duty, staff)| !held(*duty, *staff)).map(line).collect()
    }

    fn contingencies(&self) -> Vec<PlanLine> {
        let mine = |key: &&&str| {
            let known = |one: &Contingency| one.visit == self.visit.id && one.key.as_deref() == Some(**key);
            !self.snapshot.contingencies.iter().any(known)
        };
        let owner = self.visit.coordinator.or(self.visit.topic_owner);
        let line = |key: &&str| {
            PlanLine::Contingency(Contingency {
                id: self.id(),
                r#ref: None,
                visit: self.visit.id,
                key: Some((*key).to_owned()),
                // The words are the catalogue's, in the language of whoever reads; own ones take their place.
                trigger: None,
                action: None,
                owner,
                position: 0,
            })
        };
        CASES.iter().filter(mine).map(line).collect()
    }

    fn tour(&self) -> Vec<PlanLine> {
        if !self.inbound() || self.snapshot.tour_stops.iter().any(|one| one.visit == self.visit.id) {
            return Vec::new();
        }
        let guide = self.snapshot.visit_duties.iter().find(|one| one.visit == self.visit.id && one.duty == Duty::Guide);
        let line = |(key, minutes, skip): &(&str, u32, bool)| {
            let (title_zh, title_en) = self.both(&format!("plan-stop-{key}"));
            PlanLine::TourStop(TourStop {
                id: self.id(),
                r#ref: None,
                visit: self.visit.id,
                title_zh,
                title_en,
                minutes: *minutes,
                guide: guide.map(|one| one.staff),
                message: None,
                photo_allowed: false,
                gear: None,
                skip_when_late: *skip,
                position: 0,
            })
        };
        STOPS.iter().map(line).collect()
    }

    /// A meal for each meal of the agenda without one, at the standard written on the visit, without alcohol.
    fn meals(&self) -> Vec<PlanLine> {
        let planned = |on: Day| self.snapshot.meals.iter().any(|one| one.visit == self.visit.id && one.on == on);
        let slots = self.snapshot.agenda_items.iter();
        let slots = slots.filter(|one| one.visit == self.visit.id && one.kind == K::Meal && !planned(one.on));
        let tables = self.visit.meal_tables.unwrap_or_else(|| (self.guests() as u32).div_ceil(8).max(1));
        let kind = |at: Clock| match at.minutes() / 60 {
            0..=9 => MealKind::Breakfast,
            10..=14 => MealKind::Lunch,
            15..=16 => MealKind::Tea,
            _ => MealKind::Dinner,
        };
        let line = |slot: &AgendaItem| {
            PlanLine::Meal(Meal {
                id: self.id(),
                r#ref: None,
                visit: self.visit.id,
                kind: kind(slot.starts_at),
                on: slot.on,
                at: Some(slot.starts_at),
                place_zh: slot.place_zh.clone(),
                place_en: slot.place_en.clone(),
                per_head: self.visit.meal_per_head,
                tables,
                menu: None,
                toast: None,
                alcohol: false,
                hosts: self.visit.host.into_iter().collect(),
                note: None,
            })
        };
        slots.map(line).collect()
    }

    fn contacts(&self) -> Vec<PlanLine> {
        if self.snapshot.visit_contacts.iter().any(|one| one.visit == self.visit.id) {
            return Vec::new();
        }
        let wanted = CONTACTS.iter().filter(|one| one.0 != "hotel" || self.visit.days > 1);
        let line = |(key, for_guests): &(&str, bool)| {
            let (function_zh, function_en) = self.both(&format!("plan-contact-{key}"));
            let (id, visit, for_guests) = (self.id(), self.visit.id, *for_guests);
            PlanLine::VisitContact(VisitContact {
                id,
                r#ref: None,
                visit,
                function_zh,
                function_en,
                name: None,
                phone: None,
                for_guests,
                position: 0,
            })
        };
        wanted.map(line).collect()
    }

    /// Count × unit cost where both are known (B.4.10); else a line to be filled in.
    fn costs(&self) -> Vec<PlanLine> {
        let heads = |meal: &Meal| (self.guests() + meal.hosts.len()) as f64;
        let meals: Vec<&Meal> = self.snapshot.meals.iter().filter(|one| one.visit == self.visit.id).collect();
        let dining: Option<f64> = meals
            .iter()
            .map(|one| one.per_head.map(|cost| cost * heads(one)))
            .sum::<Option<f64>>()
            .filter(|_| !meals.is_empty());
        let receivers = engine::gift::receivers(self.visit).len().max(1);
        let pieces = self.visit.gift_quantity.map_or(receivers as f64, f64::from);
        let gift = self.visit.gift_value.map(|value| value * pieces);
        let own = |has: bool| has.then_some(None);
        let wanted: [(CostCategory, Option<Option<f64>>); 6] = [
            (CostCategory::Transport, Some(None)),
            (CostCategory::Lodging, own(self.inbound() && self.visit.days > 1)),
            (CostCategory::Dining, self.inbound().then_some(dining)),
            (CostCategory::Gift, self.visit.gift_item.as_ref().map(|_| gift)),
            (CostCategory::Venue, own(self.inbound() && self.visit.level == A)),
            (CostCategory::Interpreter, own(self.visit.interpreter.as_deref().is_some_and(|one| one != "none"))),
        ];
        let missing = |category: CostCategory| {
            !self.snapshot.cost_lines.iter().any(|one| one.visit == self.visit.id && one.category == category)
        };
        let line = |(category, planned): (CostCategory, Option<f64>)| {
            PlanLine::CostLine(CostLine {
                id: self.id(),
                r#ref: None,
                visit: self.visit.id,
                category,
                text: None,
                planned,
                actual: None,
                funding: None,
                position: 0,
            })
        };
        let named = wanted.into_iter().filter_map(|(category, planned)| Some((category, planned?)));
        named.filter(|(category, _)| missing(*category)).map(line).collect()
    }
}
