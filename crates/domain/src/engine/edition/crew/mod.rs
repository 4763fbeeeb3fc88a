//! The crew's copy, made to be torn into posts: times, places, names, seats, and in the kitchen what somebody eats. Deliberately
//! absent: why somebody eats so, attitudes, background, prices, gifts, room numbers, remarks that were not made for a post, and
//! cases of compliance.

mod fill;
pub(super) mod seats;

use super::people::{Ours, initials};
use super::{AgendaLine, Ground, Heading, Named, Said, kept};
use crate::engine::brief::{Diet, QuestionCode, brief_visit};
use crate::{
    Clock, Day, Duty, MealKind, PersonId, PhotoId, Sitter, Snapshot, TravelDirection, VehicleKind, VisitId,
    VisitTextKind,
};
use fill::{cars, checklist, contacts, contingencies, legs, meals, question, rooms, timetable, tour};

pub use seats::{SeatSheet, SeatSpot, seat_sheets};

/// A guest at reception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrewGuest {
    /// Protocol order.
    pub number: u32,
    pub principal: bool,
    pub who: Named,
    pub reading: Option<String>,
    pub address: Said,
    /// The question about who this is or how to address them.
    pub ask: Option<u32>,
    /// What the photograph box shows without one.
    pub initials: Said,
    /// A photograph of public class with permission to print it: whoever fetches them knows whom to look for.
    pub photo: Option<PhotoId>,
}

/// A line of the timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrewLine {
    pub line: AgendaLine,
    /// Somebody is on the way.
    pub ride: bool,
    pub lead: Option<Said>,
    pub ours: Vec<Said>,
    pub material: Option<String>,
}

/// How guests come or go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegLine {
    pub direction: TravelDirection,
    pub number: Option<String>,
    pub place: Said,
    pub on: Day,
    pub at: Option<Clock>,
    pub meeting_point: Option<String>,
    pub greeter: Option<Said>,
    /// Empty: all.
    pub people: Vec<Said>,
    pub note: Option<String>,
}

/// A guest's hotel and kind of room; the number is not the crew's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomLine {
    pub name: Said,
    pub hotel: Said,
    pub room_kind: Option<String>,
    pub from: Option<Day>,
    pub to: Option<Day>,
}

/// A car.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarLine {
    pub kind: VehicleKind,
    pub name: Option<String>,
    pub plate: Option<String>,
    pub driver: Option<String>,
    pub driver_phone: Option<String>,
    pub host_drives: bool,
    pub spare: bool,
    pub route: Option<String>,
    pub leaves_on: Option<Day>,
    pub leaves_at: Option<Clock>,
    pub riders: Vec<Said>,
}

/// A meal without its price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MealLine {
    pub kind: MealKind,
    pub on: Day,
    pub at: Option<Clock>,
    pub place: Said,
    pub tables: u32,
    pub menu: Option<String>,
    pub toast: Option<String>,
    pub alcohol: bool,
    pub hosts: Vec<Said>,
}

/// What a guest eats: the need, never the reason.
#[derive(Debug, Clone, PartialEq)]
pub struct DietRow {
    pub number: u32,
    pub name: Said,
    pub diet: Diet,
    pub ask: Option<u32>,
}

/// A stop of the tour for the venue: no message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopLine {
    pub title: Said,
    pub minutes: u32,
    pub guide: Option<Said>,
    pub photo_allowed: bool,
    pub gear: Option<String>,
    pub skip_when_late: bool,
}

/// What to do if.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContingencyLine {
    /// A case of the list.
    pub key: Option<String>,
    pub trigger: Option<String>,
    pub action: Option<String>,
    pub owner: Option<Said>,
}

/// A telephone: by duty of ours, or by function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactLine {
    pub duty: Option<Duty>,
    pub function: Said,
    pub name: Said,
    pub phone: Option<String>,
}

/// A line of the checklist that is still open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistLine {
    pub key: Option<String>,
    pub text: Option<String>,
    pub offset_days: i32,
    pub due_on: Day,
    pub owner: Option<Said>,
}

/// A question of a post. The number is that of the internal copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostQuestion {
    pub number: u32,
    pub code: QuestionCode,
    pub people: Vec<Said>,
    /// What is known of the diet that is asked about.
    pub needs: Vec<String>,
    pub asker: Option<Said>,
    pub by: Day,
}

codes! {
    /// What is missing on a page and has no question of its own in the internal copy.
    GapKind { Car = "car", Leg = "leg", Meal = "meal" }
}

/// A hole on a page, numbered after the questions of the internal copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    pub number: u32,
    pub kind: GapKind,
    /// Which line of its kind, from 0.
    pub line: usize,
}

/// All that the crew may read.
#[derive(Debug, Clone, PartialEq)]
pub struct CrewEdition {
    pub heading: Heading,
    pub timetable: Vec<CrewLine>,
    pub dress: Vec<Said>,
    pub weather: Vec<Said>,
    pub guests: Vec<CrewGuest>,
    pub sign: Vec<Said>,
    pub legs: Vec<LegLine>,
    pub rooms: Vec<RoomLine>,
    pub hotel: Vec<Said>,
    pub cars: Vec<CarLine>,
    pub meals: Vec<MealLine>,
    pub diets: Vec<DietRow>,
    pub venue: Vec<Said>,
    pub wifi: Vec<Said>,
    pub tour: Vec<StopLine>,
    pub security: Vec<Said>,
    /// Language pair; `none`: decided that none is needed; `None`: undecided.
    pub interpreter_pair: Option<String>,
    pub interpreter: Vec<Said>,
    pub interpreters: Vec<Ours>,
    pub contingencies: Vec<ContingencyLine>,
    pub contacts: Vec<ContactLine>,
    pub checklist: Vec<ChecklistLine>,
    pub seats: Vec<SeatSheet>,
    pub questions: Vec<PostQuestion>,
    pub gaps: Vec<Gap>,
}

/// The crew's copy as of a day; `None` when there is no such visit.
pub fn crew_edition(snapshot: &Snapshot, visit: VisitId, as_of: Day) -> Option<CrewEdition> {
    let from = Ground::read(snapshot, visit, as_of)?;
    let brief = brief_visit(snapshot, visit, as_of)?;
    let ask = |id: PersonId, codes: &[QuestionCode]| {
        let about = brief.questions.iter().find(|one| codes.contains(&one.code) && one.people.contains(&id));
        about.map(|one| one.number)
    };
    let guest = |(guest, person): (&crate::VisitGuest, &crate::Person)| CrewGuest {
        number: guest.protocol_order,
        principal: from.visit.principal_guest == Some(person.id),
        who: from.named(person),
        reading: kept(&person.pronunciation),
        address: Said::of(&person.address_zh, &person.address_en),
        ask: ask(person.id, &[QuestionCode::Address]),
        initials: initials(person),
        photo: from
            .snapshot
            .photo_of(Sitter::Person(person.id))
            .filter(|one| one.may_print_for_crew())
            .map(|one| one.id),
    };
    let diet = |one: &crate::engine::brief::DietLine| {
        Some(DietRow { number: one.order, name: from.guest_name(one.person)?, diet: one.diet.clone(), ask: one.ask })
    };
    let (legs, cars, meals) = (legs(&from), cars(&from), meals(&from));
    let gaps = gaps(brief.questions.len(), &legs, &cars, &meals);
    Some(CrewEdition {
        heading: from.heading(),
        timetable: timetable(&from),
        dress: from.texts(VisitTextKind::Dress),
        weather: from.texts(VisitTextKind::Weather),
        guests: from.guests().into_iter().map(guest).collect(),
        sign: from.texts(VisitTextKind::Signboard),
        legs,
        rooms: rooms(&from),
        hotel: from.texts(VisitTextKind::Hotel),
        cars,
        meals,
        diets: brief.dining.iter().filter_map(diet).collect(),
        venue: from.texts(VisitTextKind::Venue),
        wifi: from.texts(VisitTextKind::Wifi),
        tour: tour(&from),
        security: from.texts(VisitTextKind::Security),
        interpreter_pair: kept(&from.visit.interpreter),
        interpreter: from.texts(VisitTextKind::Interpreter),
        interpreters: from
            .duties()
            .filter(|one| one.duty == Duty::Interpreter)
            .filter_map(|one| from.ours(one.staff))
            .collect(),
        contingencies: contingencies(&from),
        contacts: contacts(&from),
        checklist: checklist(&from),
        seats: seats::seats(&from),
        questions: brief.questions.iter().filter_map(|one| question(&from, &brief.dining, one)).collect(),
        gaps,
    })
}

/// A car without plate, driver or telephone, a way without number, time or place, a meal without time or place.
fn gaps(asked: usize, legs: &[LegLine], cars: &[CarLine], meals: &[MealLine]) -> Vec<Gap> {
    let legs = legs.iter().map(|one| (GapKind::Leg, one.number.is_none() || one.at.is_none() || one.place.is_empty()));
    let car = |one: &CarLine| {
        let driven = one.host_drives || (one.driver.is_some() && one.driver_phone.is_some());
        (GapKind::Car, one.plate.is_none() || !driven)
    };
    let meal = |one: &MealLine| (GapKind::Meal, one.at.is_none() || one.place.is_empty());
    let lines = [legs.collect::<Vec<_>>(), cars.iter().map(car).collect(), meals.iter().map(meal).collect()];
    let open = lines.into_iter().flat_map(|kind| kind.into_iter().enumerate().filter(|one| one.1.1));
    let first = u32::try_from(asked).unwrap_or(u32::MAX).saturating_add(1);
    (first..).zip(open).map(|(number, (line, (kind, _)))| Gap { number, kind, line }).collect()
}
