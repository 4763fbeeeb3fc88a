//! Seats of a visit: the engine's drawings with names and reasons in words. Deliberately absent: writing; a drawing is a
//! line of the plan (`put_line`).

use domain::engine::seating::{
    Chair, PlacedSeat, SeatCheck, SeatPlan, SeatRole, VisitSeats, draw, place_text, seats_of_visit,
};
use domain::scene::Wording;
use domain::*;

use super::must;
use super::rows::Desk;
use crate::names;
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error};

/// All drawings of a visit, stored or proposed.
pub fn get_seating(app: &mut App, context: &ViewContext, request: GetSeating) -> Result<SeatingView, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = must(&snapshot.visits, request.visit, "visit")?;
    let account = must(&snapshot.accounts, visit.account, "account")?;
    let desk = Desk::new(&snapshot, account, app.words().speak(context.lang), context);
    Ok(SeatingView {
        visit: visit.id,
        convention: visit.convention,
        convention_text: desk.speech.label("code", visit.convention),
        rostrum_even_rule: visit.rostrum_even_rule,
        mpv_rule: visit.mpv_rule,
        second_seat: visit.second_seat,
        drawings: drawings(&desk, visit.id).iter().map(|one| drawing(&desk, one)).collect(),
    })
}

/// The engine's drawings with chairs as wide as the names need.
pub(crate) fn drawings(desk: &Desk, visit: VisitId) -> Vec<VisitSeats> {
    let first = seats_of_visit(desk.snapshot, visit, Chair::NARROW);
    let sitting = first.iter().flat_map(|one| &one.plan.seats).filter_map(|one| one.occupant.as_ref());
    let names: Vec<String> = sitting.map(|one| chair_name(desk, &one.who)).collect();
    let chair = Chair::fitting(names.iter().map(String::as_str));
    if chair == Chair::NARROW { first } else { seats_of_visit(desk.snapshot, visit, chair) }
}

fn drawing(desk: &Desk, one: &VisitSeats) -> SeatingDrawingView {
    let speech = &desk.speech;
    SeatingDrawingView {
        title: title(desk, &one.record),
        summary: summary(speech, &one.plan),
        drawing: draw(&one.plan, &|who| chair_name(desk, who), speech),
        seats: one.plan.seats.iter().map(|seat| place_row(desk, seat)).collect(),
        rule: one.plan.rule.iter().map(|rule| speech.reason_of("seating", rule, &desk.book)).collect(),
        checks: one.plan.checks.iter().map(|check| check_row(desk, check)).collect(),
        record: one.record.clone(),
        stored: one.stored,
    }
}

/// The name given to a drawing, that of its car, or what kind it is.
pub(crate) fn title(desk: &Desk, record: &SeatingPlan) -> String {
    let kind = || desk.speech.label("seating-kind", record.kind);
    let car = record.vehicle.and_then(|id| desk.snapshot.vehicles.iter().find(|one| one.id == id));
    let car_name = car.map(|car| car.name.clone().unwrap_or_else(|| desk.speech.label("seating-vehicle", car.kind)));
    record.name.clone().or(car_name).unwrap_or_else(kind)
}

fn summary(speech: &Speech, plan: &SeatPlan) -> String {
    let people = plan.seats.iter().filter(|one| one.occupant.is_some()).count().to_string();
    let table =
        |one: &PlacedSeat| one.place.strip_prefix("table").and_then(|rest| rest.split(':').next()?.parse::<u32>().ok());
    let tables = plan.seats.iter().filter_map(table).max();
    match (tables, &plan.honour) {
        (Some(tables), _) => {
            speech.text("seating-summary-tables", &[("tables", tables.to_string()), ("people", people)])
        }
        (None, Some(honour)) => {
            let hand = speech.say(&format!("seating-honour-{}", honour.hand.code()));
            speech.text("seating-summary", &[("people", people), ("honour", hand)])
        }
        (None, None) => speech.text("seating-summary-people", &[("people", people)]),
    }
}

pub(crate) fn check_row(desk: &Desk, check: &SeatCheck) -> SeatCheckRow {
    SeatCheckRow { passed: check.passed, text: desk.speech.reason_of("seating", &check.reason, &desk.book) }
}

/// What stands on a chair: the bare name, and `姓名待查` for somebody not named yet.
fn chair_name(desk: &Desk, who: &Attendee) -> String {
    match who {
        Attendee::Guest(id) => desk
            .snapshot
            .person(*id)
            .map_or_else(|| desk.speech.say("app-unknown-person"), |person| names::bare_name(person, &desk.speech)),
        Attendee::Ours(id) => names::staff_name(desk.snapshot, *id, desk.speech.lang()),
        Attendee::Named(name) if name.is_empty() => desk.speech.say("seating-nobody"),
        Attendee::Named(name) => name.clone(),
    }
}

/// The name in a list: namesakes carry what tells them apart.
fn full_name(desk: &Desk, who: &Attendee) -> String {
    let person = if let Attendee::Guest(id) = who { desk.snapshot.person(*id) } else { None };
    person.map_or_else(|| chair_name(desk, who), |person| names::person_name(person, &desk.speech))
}

fn post(desk: &Desk, who: &Attendee) -> String {
    let lang = desk.speech.lang();
    match who {
        Attendee::Guest(id) => {
            let held = |one: &&Tenure| {
                one.person == *id && one.primary && engine::asof::is_in_force(one.from_on, one.to_on, desk.today)
            };
            let seat = desk.snapshot.tenures.iter().find(held).map(|one| one.seat);
            seat.map_or_else(String::new, |seat| desk.book.seat_title(seat, lang))
        }
        Attendee::Ours(id) => desk
            .snapshot
            .staff_member(*id)
            .map_or_else(String::new, |one| names::either(&one.title_zh, &one.title_en, lang)),
        Attendee::Named(_) => String::new(),
    }
}

fn place_row(desk: &Desk, seat: &PlacedSeat) -> SeatPlaceRow {
    let speech = &desk.speech;
    let who = seat.occupant.as_ref().map(|one| &one.who);
    SeatPlaceRow {
        place: seat.place.clone(),
        place_text: place_text(&seat.place, speech),
        name: who.map_or_else(|| speech.say("seating-free"), |who| full_name(desk, who)),
        post: who.map_or_else(String::new, |who| post(desk, who)),
        side: seat.occupant.as_ref().map(|one| one.side),
        number: seat.number,
        tag: tag(speech, seat),
        principal: seat.principal,
        pinned: seat.pinned,
        note: seat.note.as_ref().map(|note| speech.reason_of("seating", note, &desk.book)),
        who: who.cloned(),
    }
}

/// As on the chair: `客3`, `译员`.
pub(crate) fn tag(speech: &Speech, seat: &PlacedSeat) -> String {
    match (&seat.occupant, seat.number) {
        (Some(one), _) if one.role == SeatRole::Interpreter => speech.say("seating-tag-interpreter"),
        (Some(one), Some(number)) => {
            speech.text(&format!("seating-tag-{}", one.side.code()), &[("number", number.to_string())])
        }
        _ => String::new(),
    }
}
