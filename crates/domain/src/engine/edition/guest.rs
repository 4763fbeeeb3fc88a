//! The handbook for guests: welcome, the day in their own wording, names and posts, what is practical. Deliberately absent:
//! anything about guests beyond name and post, rooms, diet, telephones other than those meant for guests.

use super::{AgendaLine, Ground, Heading, Named, Ours, OursNamed, Said, kept};
use crate::{Attendee, Day, Snapshot, VehicleKind, VisitId, VisitTextKind};

/// A stop of the tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestStop {
    pub title: Said,
    pub minutes: u32,
    pub photo_allowed: bool,
}

/// A car and which guests ride in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestCar {
    pub kind: VehicleKind,
    pub name: Option<String>,
    pub plate: Option<String>,
    pub riders: Vec<Said>,
}

/// A telephone number meant for guests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestContact {
    pub function: Said,
    pub name: Option<String>,
    pub phone: Option<String>,
}

/// All that the handbook may say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestEdition {
    pub heading: Heading,
    /// Who signs the welcome.
    pub host: Option<Ours>,
    /// Paragraphs.
    pub welcome: Vec<Said>,
    pub agenda: Vec<AgendaLine>,
    pub guests: Vec<Named>,
    pub ours: Vec<OursNamed>,
    pub tour: Vec<GuestStop>,
    pub cars: Vec<GuestCar>,
    /// As authored; else the names of the hotels.
    pub hotel: Vec<Said>,
    pub weather: Vec<Said>,
    pub dress: Vec<Said>,
    pub wifi: Vec<Said>,
    pub contacts: Vec<GuestContact>,
}

/// The guests' handbook as of a day; `None` when there is no such visit.
pub fn guest_edition(snapshot: &Snapshot, visit: VisitId, as_of: Day) -> Option<GuestEdition> {
    let from = Ground::read(snapshot, visit, as_of)?;
    let told = from.texts(VisitTextKind::Hotel);
    let hotel = if told.is_empty() { hotels(&from) } else { told };
    Some(GuestEdition {
        heading: from.heading(),
        host: from.visit.host.and_then(|id| from.ours(id)),
        welcome: from.texts(VisitTextKind::Welcome),
        agenda: from.guest_agenda(),
        guests: from.guests().into_iter().map(|(_, person)| from.named(person)).collect(),
        ours: from.met_by_guests(),
        tour: tour(&from),
        cars: cars(&from),
        hotel,
        weather: from.texts(VisitTextKind::Weather),
        dress: from.texts(VisitTextKind::Dress),
        wifi: from.texts(VisitTextKind::Wifi),
        contacts: contacts(&from),
    })
}

/// Each hotel once; not who sleeps where.
fn hotels(from: &Ground) -> Vec<Said> {
    let mut hotels: Vec<Said> = Vec::new();
    for line in from.snapshot.lodgings.iter().filter(|one| one.visit == from.visit.id) {
        let hotel = Said::of(&line.hotel_zh, &line.hotel_en);
        if !hotel.is_empty() && !hotels.contains(&hotel) {
            hotels.push(hotel);
        }
    }
    hotels
}

fn tour(from: &Ground) -> Vec<GuestStop> {
    let mut stops: Vec<_> = from.snapshot.tour_stops.iter().filter(|one| one.visit == from.visit.id).collect();
    stops.sort_by_key(|one| (one.position, one.id));
    let stop = |one: &crate::TourStop| GuestStop {
        title: Said::of(&one.title_zh, &one.title_en),
        minutes: one.minutes,
        photo_allowed: one.photo_allowed,
    };
    stops.into_iter().map(stop).filter(|one| !one.title.is_empty()).collect()
}

fn cars(from: &Ground) -> Vec<GuestCar> {
    let mut cars: Vec<_> = from.snapshot.vehicles.iter().filter(|one| one.visit == from.visit.id).collect();
    cars.sort_by_key(|one| (one.position, one.id));
    let rider = |one: &Attendee| match one {
        Attendee::Guest(id) => from.guest_name(*id),
        Attendee::Ours(_) | Attendee::Named(_) => None,
    };
    let car = |one: &crate::Vehicle| GuestCar {
        kind: one.kind,
        name: kept(&one.name),
        plate: kept(&one.plate),
        riders: one.riders.iter().filter_map(rider).collect(),
    };
    cars.into_iter().map(car).filter(|one| !one.riders.is_empty()).collect()
}

fn contacts(from: &Ground) -> Vec<GuestContact> {
    let own = from.snapshot.visit_contacts.iter().filter(|one| one.visit == from.visit.id && one.for_guests);
    let mut contacts: Vec<_> = own.collect();
    contacts.sort_by_key(|one| (one.position, one.id));
    let contact = |one: &crate::VisitContact| GuestContact {
        function: Said::of(&one.function_zh, &one.function_en),
        name: kept(&one.name),
        phone: kept(&one.phone),
    };
    contacts.into_iter().map(contact).collect()
}
