//! Lines of a visit's plan: read, put, removed, put in order. Deliberately absent: what the lines add up to.

use domain::*;
use store::{Table, Tx};

use super::{clean_paragraphs, must};
use crate::names::is_shielded;
use crate::wire::*;
use crate::{App, Error, new_id};

/// The most lines one step may write; far more than any visit has.
const MOST_LINES: usize = 500;
/// The most tables of a meal.
const MOST_TABLES: u32 = 200;

/// What a line is checked against.
pub(crate) struct Ground<'a> {
    snapshot: &'a Snapshot,
    today: Day,
}

impl Ground<'_> {
    /// Refuses a day in the blackout of an open decision of the visited account.
    fn open(&self, visit: VisitId, on: Day) -> Result<(), Error> {
        let visit = must(&self.snapshot.visits, visit, "visit")?;
        super::plan::outside_blackout(self.snapshot, &Visit { starts_on: on, days: 1, ..visit.clone() })
    }
    fn staff(&self, ids: &[StaffId]) -> Result<(), Error> {
        ids.iter().try_for_each(|id| must(&self.snapshot.staff, *id, "staff").map(|_| ()))
    }
    fn people(&self, ids: &[PersonId]) -> Result<(), Error> {
        ids.iter().try_for_each(|id| {
            must(&self.snapshot.people, *id, "person")?;
            if is_shielded(self.snapshot, *id, self.today) { Err(Error::refused("no-contact")) } else { Ok(()) }
        })
    }
    fn attendees(&self, all: &mut [Attendee]) -> Result<(), Error> {
        all.iter_mut().try_for_each(|one| match one {
            Attendee::Guest(id) => self.people(&[*id]),
            Attendee::Ours(id) => self.staff(&[*id]),
            Attendee::Named(name) => super::required_name(name).map(|plain| *name = plain),
        })
    }
}

/// An amount of money: finite and not below zero.
pub(crate) fn amount(value: Option<f64>) -> Result<(), Error> {
    match value {
        Some(one) if !one.is_finite() || one < 0.0 => Err(Error::refused("amount")),
        _ => Ok(()),
    }
}

/// A kind of line.
pub(crate) trait Line: Table<Id: std::fmt::Display> + Clone {
    /// Name of the step that writes it.
    const PUT: &'static str;
    /// Name of the step that removes it.
    const REMOVE: &'static str;
    /// Name of the step that puts lines of this kind in order.
    const ORDER: &'static str;
    fn visit(&self) -> VisitId;
    fn set_id(&mut self, id: Self::Id);
    /// Place among its kind; `None` when time decides.
    fn place(&mut self) -> Option<&mut i64>;
    fn lines(snapshot: &Snapshot) -> &Vec<Self>;
    /// Cleans the texts and refuses what cannot be.
    fn check(&mut self, ground: &Ground) -> Result<(), Error>;
}

/// Says of a kind what differs between kinds; the rest is the same for all.
macro_rules! line {
    ($record:ident $field:ident $step:literal: [$($text:ident),*] place $place:expr, $check:expr) => {
        impl Line for $record {
            const PUT: &'static str = concat!("put-", $step);
            const REMOVE: &'static str = concat!("remove-", $step);
            const ORDER: &'static str = concat!("order-", $step);
            fn visit(&self) -> VisitId {
                self.visit
            }
            fn set_id(&mut self, id: Self::Id) {
                self.id = id;
            }
            fn place(&mut self) -> Option<&mut i64> {
                let place: fn(&mut Self) -> Option<&mut i64> = $place;
                place(self)
            }
            fn lines(snapshot: &Snapshot) -> &Vec<Self> {
                &snapshot.$field
            }
            fn check(&mut self, ground: &Ground) -> Result<(), Error> {
                $(self.$text = self.$text.as_deref().map(clean_paragraphs).transpose()?.flatten();)*
                let check: fn(&mut Self, &Ground) -> Result<(), Error> = $check;
                check(self, ground)
            }
        }
    };
}

line!(AgendaItem agenda_items "agenda-item": [title_zh, title_en, place_zh, place_en, guest_title_zh, guest_title_en, material] place |_| None, |line, ground| {
    if line.ends_at.is_some_and(|end| end < line.starts_at) {
        return Err(Error::refused("times-turned"));
    }
    ground.open(line.visit, line.on)?;
    ground.staff(line.lead.as_slice())?;
    ground.staff(&line.ours)?;
    ground.people(&line.theirs)
});
line!(Vehicle vehicles "vehicle": [name, plate, driver, driver_phone, route] place |line| Some(&mut line.position), |line, ground| ground.attendees(&mut line.riders));
line!(TravelLeg travel_legs "travel-leg": [number, place_zh, place_en, meeting_point, note] place |_| None, |line, ground| {
    ground.open(line.visit, line.on)?;
    ground.staff(line.greeter.as_slice())?;
    ground.people(&line.people)
});
line!(Lodging lodgings "lodging": [hotel_zh, hotel_en, room_kind, room_number, note] place |_| None, |line, ground| {
    if line.from_on.zip(line.to_on).is_some_and(|(from, to)| to < from) {
        return Err(Error::refused("days-turned"));
    }
    ground.people(&[line.person])
});
line!(Meal meals "meal": [place_zh, place_en, menu, toast, note] place |_| None, |line, ground| {
    amount(line.per_head)?;
    line.tables = line.tables.min(MOST_TABLES);
    ground.open(line.visit, line.on)?;
    ground.staff(&line.hosts)
});
line!(TourStop tour_stops "tour-stop": [title_zh, title_en, message, gear] place |line| Some(&mut line.position), |line, ground| {
    line.minutes = line.minutes.min(24 * 60);
    ground.staff(line.guide.as_slice())
});
line!(TalkingPoint talking_points "talking-point": [topic, text, proof, question, expected_question, answer] place |line| Some(&mut line.position), |line, ground| {
    ground.staff(line.speaker.as_slice())?;
    ground.people(line.about.as_slice())
});
line!(VisitDuty visit_duties "duty": [text, phone] place |line| Some(&mut line.position), |line, ground| ground.staff(&[line.staff]));
line!(VisitContact visit_contacts "visit-contact": [function_zh, function_en, name, phone] place |line| Some(&mut line.position), |_, _| Ok(()));
line!(ChecklistItem checklist_items "checklist-item": [text, evidence] place |line| Some(&mut line.position), |line, ground| {
    line.offset_days = line.offset_days.clamp(-366, 366);
    ground.staff(line.owner.as_slice())
});
line!(CostLine cost_lines "cost-line": [text, funding] place |line| Some(&mut line.position), |line, _| {
    amount(line.planned)?;
    amount(line.actual)
});
line!(Contingency contingencies "contingency": [trigger, action] place |line| Some(&mut line.position), |line, ground| ground.staff(line.owner.as_slice()));
line!(VisitText visit_texts "visit-text": [text_zh, text_en] place |line| Some(&mut line.position), |_, _| Ok(()));
line!(VisitLogEntry visit_log "log-entry": [text] place |_| None, |line, ground| {
    // Only the ledger links an entry with its promise.
    line.commitment = ground.snapshot.visit_log.iter().find(|one| one.id == line.id).and_then(|one| one.commitment);
    ground.staff(line.staff.as_slice())?;
    ground.people(line.person.as_slice())
});
line!(PlannedQuestion planned_questions "question": [note] place |_| None, |line, ground| ground.staff(line.owner.as_slice()));
line!(SeatingPlan seating_plans "seating-plan": [name, note] place |line| Some(&mut line.position), |line, ground| {
    line.rows = line.rows.clamp(1, 20);
    let car = |id: VehicleId| ground.snapshot.vehicles.iter().any(|one| one.id == id && one.visit == line.visit);
    if line.vehicle.is_some_and(|id| !car(id)) {
        return Err(Error::missing("line"));
    }
    ground.staff(&line.ours)?;
    ground.people(&line.guests)?;
    for table in &line.tables {
        ground.staff(table.host.as_slice())?;
        ground.staff(table.co_host.as_slice())?;
    }
    let mut names: Vec<Attendee> = line.pins.iter().map(|one| one.who.clone()).collect();
    ground.attendees(&mut names)?;
    line.pins.iter_mut().zip(names).for_each(|(pin, who)| pin.who = who);
    ground.attendees(line.our_interpreter.as_mut_slice())?;
    ground.attendees(line.their_interpreter.as_mut_slice())
});

/// All lines of a visit.
pub fn get_plan(app: &mut App, _: &ViewContext, request: GetPlan) -> Result<PlanView, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    Ok(plan_of(&snapshot, must(&snapshot.visits, request.visit, "visit")?))
}

/// The lines of a visit, each kind in its order.
pub(crate) fn plan_of(snapshot: &Snapshot, visit: &Visit) -> PlanView {
    fn of<L: Line>(snapshot: &Snapshot, visit: VisitId) -> Vec<L> {
        let mut lines: Vec<L> = L::lines(snapshot).iter().filter(|one| one.visit() == visit).cloned().collect();
        lines.sort_by_cached_key(|one| (one.clone().place().map(|place| *place), one.id().into()));
        lines
    }
    let mut guests: Vec<VisitGuest> =
        snapshot.visit_guests.iter().filter(|one| one.visit == visit.id).cloned().collect();
    guests.sort_by_key(|one| (one.protocol_order, one.id));
    let issued_copies = snapshot.issued_copies.iter().filter(|one| one.visit == visit.id).cloned().collect();
    macro_rules! view {
        ($($record:ident $field:ident),+ $(,)?) => {
            PlanView { visit: visit.clone(), guests, $($field: of::<$record>(snapshot, visit.id),)+ issued_copies }
        };
    }
    let mut view = for_each_line!(view);
    view.agenda_items.sort_by_key(|one| (one.on, one.starts_at, one.id));
    view.meals.sort_by_key(|one| (one.on, one.at, one.id));
    view.travel_legs.sort_by_key(|one| (one.on, one.at, one.id));
    view.visit_log.sort_by_key(|one| (one.on, one.at, one.id));
    view.checklist_items.sort_by_key(|one| (one.offset_days, one.position, one.id));
    view
}

/// Writes one line.
pub fn put_line(app: &mut App, context: &ViewContext, request: PutLine) -> Result<Changed, Error> {
    put_lines(app, context, PutLines { lines: vec![request.line], new: request.new })
}

/// Writes several lines in one step.
pub fn put_lines(app: &mut App, context: &ViewContext, request: PutLines) -> Result<Changed, Error> {
    let (first, count) = (request.lines.first().ok_or(Error::refused("nothing-chosen"))?, request.lines.len());
    if count > MOST_LINES {
        return Err(Error::refused("too-many").with("limit", MOST_LINES));
    }
    macro_rules! visit_and_step {
        ($($record:ident $field:ident),+ $(,)?) => {
            match first { $(PlanLine::$record(one) => (one.visit, <$record as Line>::PUT)),+ }
        };
    }
    let (visit, op) = for_each_line!(visit_and_step);
    let snapshot = app.account_of_visit(visit)?;
    let mut lines = request.lines;
    let mut created = None;
    for (index, line) in lines.iter_mut().enumerate() {
        macro_rules! ready {
            ($($record:ident $field:ident),+ $(,)?) => {
                match line { $(PlanLine::$record(one) => ready(one, &snapshot, visit, request.new.then_some(index), context.today)?),+ }
            };
        }
        let id = for_each_line!(ready);
        created = created.or(id);
    }
    let read_outside = lines.iter().any(is_read_outside);
    let (_, changed) = app.transact(context.lang, op, |tx| {
        lines.iter().try_for_each(|line| write(tx, line))?;
        if read_outside { check_again(tx, visit) } else { Ok(()) }
    })?;
    Ok(Changed { created, ..changed })
}

/// Makes a line fit to be written; tells the identity of a new one. `new`: how many new ones come before it in this step.
fn ready<L: Line>(
    line: &mut L,
    snapshot: &Snapshot,
    visit: VisitId,
    new: Option<usize>,
    today: Day,
) -> Result<Option<String>, Error> {
    if line.visit() != visit {
        return Err(Error::missing("visit"));
    }
    let known = L::lines(snapshot).iter().find(|one| one.id() == line.id());
    match new {
        Some(before) => {
            line.set_id(new_id());
            let mut own: Vec<L> = L::lines(snapshot).iter().filter(|one| one.visit() == visit).cloned().collect();
            let last = own.iter_mut().filter_map(|one| one.place().map(|place| *place)).max();
            if let Some(place) = line.place() {
                *place = last.map_or(0, |last| last.saturating_add(1)).saturating_add(before as i64);
            }
        }
        None if known.is_none_or(|one| one.visit() != visit) => return Err(Error::missing("line")),
        None => {}
    }
    line.check(&Ground { snapshot, today })?;
    Ok(new.map(|_| line.id().to_string()))
}

/// Whether papers for others than the account team are made from this kind.
fn is_read_outside(line: &PlanLine) -> bool {
    !matches!(line, PlanLine::CostLine(_) | PlanLine::PlannedQuestion(_) | PlanLine::VisitLogEntry(_))
}

/// What somebody read and passed for redaction has changed: it is to be read again.
pub(crate) fn check_again(tx: &mut Tx, visit: VisitId) -> Result<(), Error> {
    match tx.get::<Visit>(visit)? {
        Some(one) if one.redaction_checked_on.is_some() => Ok(tx.put(&Visit { redaction_checked_on: None, ..one })?),
        _ => Ok(()),
    }
}

pub(super) fn write(tx: &mut Tx, line: &PlanLine) -> Result<(), Error> {
    macro_rules! put {
        ($($record:ident $field:ident),+ $(,)?) => { match line { $(PlanLine::$record(one) => Ok(tx.put(one)?)),+ } };
    }
    for_each_line!(put)
}

/// Removes a line.
pub fn remove_line(app: &mut App, context: &ViewContext, request: RemoveLine) -> Result<Changed, Error> {
    fn remove<L: Line>(app: &mut App, context: &ViewContext, id: uuid::Uuid) -> Result<Changed, Error> {
        let id = L::Id::from(id);
        let visit = app.store()?.get::<L>(id)?.ok_or(Error::missing("line"))?.visit();
        let (_, changed) = app.transact(context.lang, L::REMOVE, |tx| {
            tx.remove::<L>(id)?;
            check_again(tx, visit)
        })?;
        Ok(changed)
    }
    let id = uuid::Uuid::parse_str(&request.id).map_err(|_| Error::missing("line"))?;
    if request.kind == PlanLineKind::Vehicle {
        return remove_vehicle(app, context, id.into());
    }
    macro_rules! by_kind {
        ($($record:ident $field:ident),+ $(,)?) => {
            match request.kind { $(PlanLineKind::$record => remove::<$record>(app, context, id)),+ }
        };
    }
    for_each_line!(by_kind)
}

/// A car goes with the drawing of its seats.
fn remove_vehicle(app: &mut App, context: &ViewContext, id: VehicleId) -> Result<Changed, Error> {
    let visit = app.store()?.get::<Vehicle>(id)?.ok_or(Error::missing("line"))?.visit;
    let snapshot = app.account_of_visit(visit)?;
    let (_, changed) = app.transact(context.lang, Vehicle::REMOVE, |tx| {
        for plan in snapshot.seating_plans.iter().filter(|one| one.vehicle == Some(id)) {
            tx.remove::<SeatingPlan>(plan.id)?;
        }
        tx.remove::<Vehicle>(id)?;
        check_again(tx, visit)
    })?;
    Ok(changed)
}

/// Puts lines in order; those not named stay behind in theirs.
pub fn order_lines(app: &mut App, context: &ViewContext, request: OrderLines) -> Result<Changed, Error> {
    fn order<L: Line>(app: &mut App, context: &ViewContext, request: &OrderLines) -> Result<Changed, Error> {
        let snapshot = app.account_of_visit(request.visit)?;
        let mut lines: Vec<L> =
            L::lines(&snapshot).iter().filter(|one| one.visit() == request.visit).cloned().collect();
        let named = |line: &L| request.ids.iter().position(|id| *id == line.id().to_string());
        lines.sort_by_cached_key(|one| {
            (named(one).unwrap_or(usize::MAX), one.clone().place().map(|place| *place), one.id().into())
        });
        let (_, changed) = app.transact(context.lang, L::ORDER, |tx| {
            for (position, mut line) in (0_i64..).zip(lines) {
                let Some(place) = line.place() else { return Err(Error::refused("order-by-time")) };
                *place = position;
                tx.put(&line)?;
            }
            Ok(())
        })?;
        Ok(changed)
    }
    macro_rules! by_kind {
        ($($record:ident $field:ident),+ $(,)?) => {
            match request.kind { $(PlanLineKind::$record => order::<$record>(app, context, &request)),+ }
        };
    }
    for_each_line!(by_kind)
}

/// Takes every line of a visit away, when the visit itself goes.
pub(crate) fn remove_plan(tx: &mut Tx, snapshot: &Snapshot, visit: VisitId) -> Result<(), Error> {
    // Drawings name cars, so they go first.
    for plan in snapshot.seating_plans.iter().filter(|one| one.visit == visit) {
        tx.remove::<SeatingPlan>(plan.id)?;
    }
    macro_rules! remove {
        ($($record:ident $field:ident),+ $(,)?) => {$(
            for line in snapshot.$field.iter().filter(|one| one.visit == visit) {
                tx.remove::<$record>(line.id)?;
            }
        )+};
    }
    for_each_line!(remove);
    for copy in snapshot.issued_copies.iter().filter(|one| one.visit == visit) {
        tx.remove::<IssuedCopy>(copy.id)?;
    }
    Ok(())
}

/// Takes a person who is no longer a guest out of cars, rooms, tables and lines of the agenda.
pub(crate) fn forget_guest(tx: &mut Tx, snapshot: &Snapshot, visit: VisitId, person: PersonId) -> Result<(), Error> {
    let guest = Attendee::Guest(person);
    for line in snapshot.lodgings.iter().filter(|one| one.visit == visit && one.person == person) {
        tx.remove::<Lodging>(line.id)?;
    }
    for line in snapshot.agenda_items.iter().filter(|one| one.visit == visit && one.theirs.contains(&person)) {
        let theirs: Vec<PersonId> = line.theirs.iter().copied().filter(|one| *one != person).collect();
        if theirs.is_empty() {
            // Nobody named means everybody; a talk with this guest alone is no talk with all.
            tx.remove::<AgendaItem>(line.id)?;
        } else {
            tx.put(&AgendaItem { theirs, ..line.clone() })?;
        }
    }
    for line in snapshot.talking_points.iter().filter(|one| one.visit == visit && one.about == Some(person)) {
        tx.remove::<TalkingPoint>(line.id)?;
    }
    for line in snapshot.travel_legs.iter().filter(|one| one.visit == visit && one.people.contains(&person)) {
        let people: Vec<PersonId> = line.people.iter().copied().filter(|one| *one != person).collect();
        if people.is_empty() {
            // As above: a way for this guest alone is no way for all.
            tx.remove::<TravelLeg>(line.id)?;
        } else {
            tx.put(&TravelLeg { people, ..line.clone() })?;
        }
    }
    for line in snapshot.vehicles.iter().filter(|one| one.visit == visit && one.riders.contains(&guest)) {
        let riders = line.riders.iter().filter(|one| **one != guest).cloned().collect();
        tx.put(&Vehicle { riders, ..line.clone() })?;
    }
    for line in snapshot.seating_plans.iter().filter(|one| one.visit == visit) {
        let mut kept = line.clone();
        kept.guests.retain(|one| *one != person);
        if kept.guests.is_empty() && !line.guests.is_empty() {
            tx.remove::<SeatingPlan>(line.id)?;
            continue;
        }
        kept.pins.retain(|one| one.who != guest);
        kept.their_interpreter = kept.their_interpreter.filter(|one| *one != guest);
        tx.put(&kept)?;
    }
    Ok(())
}
