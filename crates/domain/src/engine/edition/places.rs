//! Name plates and the welcome board: who attends, with post. Deliberately absent: forms of address, seats, notes.

use super::{Ground, Heading, Named, Said};
use crate::engine::asof::is_active;
use crate::{AgendaKind, Day, Duty, Snapshot, StaffId, VisitId, VisitTextKind};

/// A name plate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceCard {
    pub who: Named,
    /// One of the guests; else one of ours.
    pub guest: bool,
    /// Place in the order of its side, from 1.
    pub number: u32,
}

/// Who gets a plate, and the words of the board at the entrance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacesEdition {
    pub heading: Heading,
    pub cards: Vec<PlaceCard>,
    /// As authored; empty: the account is greeted.
    pub sign: Vec<Said>,
}

/// Duties of people who sit at the table.
const SEATED: [Duty; 4] = [Duty::BusinessLead, Duty::Companion, Duty::Interpreter, Duty::NoteTaker];

/// Plates of all who attend as of a day, guests first; `None` when there is no such visit. A guest noted as absent gets none.
pub fn places_edition(snapshot: &Snapshot, visit: VisitId, as_of: Day) -> Option<PlacesEdition> {
    let from = Ground::read(snapshot, visit, as_of)?;
    let there = from.guests().into_iter().filter(|(one, _)| one.attended != Some(false));
    let mut cards: Vec<PlaceCard> = (1..)
        .zip(there)
        .map(|(number, (_, person))| PlaceCard { who: from.named(person), guest: true, number })
        .collect();
    let ours = seated(&from).into_iter().filter_map(|id| from.ours(id));
    let card = |(number, one): (u32, super::Ours)| PlaceCard {
        who: Named { name: one.name, title: one.title },
        guest: false,
        number,
    };
    cards.extend((1..).zip(ours).map(card));
    cards.retain(|one| !one.who.name.is_empty());
    Some(PlacesEdition { heading: from.heading(), cards, sign: from.texts(VisitTextKind::Signboard) })
}

/// Ours who sit with the guests: the host, those needed where people sit, hosts of meals, seated duties; each once.
fn seated(from: &Ground) -> Vec<StaffId> {
    use AgendaKind::{Ceremony, Courtesy, Meal, Signing, Talks};
    let lead = [from.visit.host, from.visit.business_lead, from.visit.coordinator].into_iter().flatten();
    let guests = from.guests().into_iter().filter_map(|(one, _)| one.counterpart);
    let mut all: Vec<StaffId> = lead.chain(guests).collect();
    let sits = |kind| matches!(kind, Ceremony | Courtesy | Meal | Signing | Talks);
    for line in from.agenda().into_iter().filter(|one| sits(one.kind)) {
        all.extend(line.lead);
        all.extend(&line.ours);
    }
    all.extend(from.snapshot.meals.iter().filter(|one| one.visit == from.visit.id).flat_map(|one| one.hosts.clone()));
    all.extend(from.duties().filter(|one| SEATED.contains(&one.duty)).map(|one| one.staff));
    let mut seen = std::collections::HashSet::new();
    let here = |id| from.snapshot.staff_member(id).is_some_and(|one| is_active(one, from.as_of));
    all.retain(|id| here(*id) && seen.insert(*id));
    all
}
