//! The lines of the crew's copy, each kind from its own records. Deliberately absent: prices, room numbers, remarks on guests.

use super::super::agenda::our_line;
use super::super::{Ground, Said, kept};
use super::{
    CarLine, ChecklistLine, ContactLine, ContingencyLine, CrewLine, LegLine, MealLine, PostQuestion, RoomLine, StopLine,
};
use crate::engine::brief::{Diet, DietLine, Question, QuestionCode};
use crate::{Attendee, ChecklistItem, Contingency, JobRole, StaffId};

pub(super) fn timetable(from: &Ground) -> Vec<CrewLine> {
    use crate::AgendaKind::{Arrival, Departure, Movement};
    let line = |one: &crate::AgendaItem| CrewLine {
        line: our_line(one),
        ride: matches!(one.kind, Arrival | Departure | Movement),
        lead: one.lead.and_then(|id| from.our_name(id)),
        ours: from.our_names(&one.ours.iter().copied().filter(|id| Some(*id) != one.lead).collect::<Vec<_>>()),
        material: kept(&one.material),
    };
    from.agenda().into_iter().map(line).collect()
}

pub(super) fn legs(from: &Ground) -> Vec<LegLine> {
    let own = from.snapshot.travel_legs.iter().filter(|one| one.visit == from.visit.id);
    // A way for people who may not appear alone is nobody's way.
    let mut legs: Vec<_> = own
        .map(|one| (one, from.guest_names(&one.people)))
        .filter(|(one, people)| one.people.is_empty() || !people.is_empty())
        .collect();
    legs.sort_by_key(|(one, _)| (one.on, one.at, one.id));
    let line = |(one, people): (&crate::TravelLeg, Vec<Said>)| LegLine {
        direction: one.direction,
        number: kept(&one.number),
        place: Said::of(&one.place_zh, &one.place_en),
        on: one.on,
        at: one.at,
        meeting_point: kept(&one.meeting_point),
        greeter: one.greeter.and_then(|id| from.our_name(id)),
        people,
        note: kept(&one.note),
    };
    legs.into_iter().map(line).collect()
}

pub(super) fn rooms(from: &Ground) -> Vec<RoomLine> {
    let own = |id| from.snapshot.lodgings.iter().filter(move |one| one.visit == from.visit.id && one.person == id);
    let room = |one: &crate::Lodging| {
        Some(RoomLine {
            name: from.guest_name(one.person)?,
            hotel: Said::of(&one.hotel_zh, &one.hotel_en),
            room_kind: kept(&one.room_kind),
            from: one.from_on,
            to: one.to_on,
        })
    };
    from.guests().into_iter().flat_map(|(one, _)| own(one.person)).filter_map(room).collect()
}

pub(super) fn cars(from: &Ground) -> Vec<CarLine> {
    let mut cars: Vec<_> = from.snapshot.vehicles.iter().filter(|one| one.visit == from.visit.id).collect();
    cars.sort_by_key(|one| (one.position, one.id));
    let rider = |one: &Attendee| match one {
        Attendee::Guest(id) => from.guest_name(*id),
        Attendee::Ours(id) => from.our_name(*id),
        Attendee::Named(name) => Some(Said { zh: Some(name.clone()), en: None }),
    };
    let car = |one: &crate::Vehicle| CarLine {
        kind: one.kind,
        name: kept(&one.name),
        plate: kept(&one.plate),
        driver: kept(&one.driver),
        driver_phone: kept(&one.driver_phone),
        host_drives: one.host_drives,
        spare: one.spare,
        route: kept(&one.route),
        leaves_on: one.leaves_on,
        leaves_at: one.leaves_at,
        riders: one.riders.iter().filter_map(rider).collect(),
    };
    cars.into_iter().map(car).collect()
}

pub(super) fn meals(from: &Ground) -> Vec<MealLine> {
    let mut meals: Vec<_> = from.snapshot.meals.iter().filter(|one| one.visit == from.visit.id).collect();
    meals.sort_by_key(|one| (one.on, one.at, one.id));
    let meal = |one: &crate::Meal| MealLine {
        kind: one.kind,
        on: one.on,
        at: one.at,
        place: Said::of(&one.place_zh, &one.place_en),
        tables: one.tables,
        menu: kept(&one.menu),
        toast: kept(&one.toast),
        alcohol: one.alcohol,
        hosts: from.our_names(&one.hosts),
    };
    meals.into_iter().map(meal).collect()
}

pub(super) fn tour(from: &Ground) -> Vec<StopLine> {
    let mut stops: Vec<_> = from.snapshot.tour_stops.iter().filter(|one| one.visit == from.visit.id).collect();
    stops.sort_by_key(|one| (one.position, one.id));
    let stop = |one: &crate::TourStop| StopLine {
        title: Said::of(&one.title_zh, &one.title_en),
        minutes: one.minutes,
        guide: one.guide.and_then(|id| from.our_name(id)),
        photo_allowed: one.photo_allowed,
        gear: kept(&one.gear),
        skip_when_late: one.skip_when_late,
    };
    stops.into_iter().map(stop).collect()
}

/// Whether one of ours answers for compliance: what they handle is not for the posts.
fn is_compliance(from: &Ground, id: Option<StaffId>) -> bool {
    id.and_then(|id| from.snapshot.staff_member(id)).is_some_and(|one| one.job_role == JobRole::Compliance)
}

pub(super) fn contingencies(from: &Ground) -> Vec<ContingencyLine> {
    let own = |one: &&Contingency| one.visit == from.visit.id && !is_compliance(from, one.owner);
    let mut cases: Vec<_> = from.snapshot.contingencies.iter().filter(own).collect();
    cases.sort_by_key(|one| (one.position, one.id));
    let case = |one: &Contingency| ContingencyLine {
        key: one.key.clone(),
        trigger: kept(&one.trigger),
        action: kept(&one.action),
        owner: one.owner.and_then(|id| from.our_name(id)),
    };
    cases.into_iter().map(case).collect()
}

pub(super) fn contacts(from: &Ground) -> Vec<ContactLine> {
    let duty = |one: &crate::VisitDuty| {
        let name = from.our_name(one.staff)?;
        Some(ContactLine { duty: Some(one.duty), function: Said::default(), name, phone: kept(&one.phone) })
    };
    let mut lines: Vec<_> = from.duties().filter_map(duty).collect();
    let mut others: Vec<_> = from.snapshot.visit_contacts.iter().filter(|one| one.visit == from.visit.id).collect();
    others.sort_by_key(|one| (one.position, one.id));
    lines.extend(others.into_iter().map(|one| ContactLine {
        duty: None,
        function: Said::of(&one.function_zh, &one.function_en),
        name: Said { zh: kept(&one.name), en: None },
        phone: kept(&one.phone),
    }));
    lines
}

/// The crew's own lines that are not done. A line of no role is the account team's until somebody says otherwise.
pub(super) fn checklist(from: &Ground) -> Vec<ChecklistLine> {
    let own = |one: &&ChecklistItem| {
        let crew = matches!(one.role, Some(JobRole::Other | JobRole::Service));
        one.visit == from.visit.id && one.done_on.is_none() && crew && !is_compliance(from, one.owner)
    };
    let mut lines: Vec<_> = from.snapshot.checklist_items.iter().filter(own).collect();
    lines.sort_by_key(|one| (one.offset_days, one.position, one.id));
    let line = |one: &ChecklistItem| ChecklistLine {
        key: one.key.clone(),
        text: kept(&one.text),
        offset_days: one.offset_days,
        due_on: one.due_on,
        owner: one.owner.and_then(|id| from.our_name(id)),
    };
    lines.into_iter().map(line).collect()
}

/// A question that a post can ask; the others are not the crew's.
pub(super) fn question(from: &Ground, dining: &[DietLine], one: &Question) -> Option<PostQuestion> {
    use QuestionCode::{Address, Diet as Eats, DietKind, Interpreter};
    if !matches!(one.code, Address | Eats | DietKind | Interpreter) {
        return None;
    }
    let people = from.guest_names(&one.people);
    if people.is_empty() && !one.people.is_empty() {
        return None;
    }
    let about = dining.iter().filter(|line| one.code == DietKind && one.people.contains(&line.person));
    let needs = about.flat_map(|line| match &line.diet {
        Diet::Needs(needs) => needs.clone(),
        Diet::NotAsked | Diet::None => Vec::new(),
    });
    Some(PostQuestion {
        number: one.number,
        code: one.code,
        people,
        needs: needs.collect(),
        asker: one.asker.and_then(|id| from.our_name(id)),
        by: one.by,
    })
}
