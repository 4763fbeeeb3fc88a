//! Who appears in an edition and as what: names and formal posts. Deliberately absent: people nobody may approach and
//! erased ones, whoever names them, and everything about a person but name, post and, where an edition says so, address.

use super::{Ground, Said};
use crate::engine::asof::is_in_force;
use crate::{Duty, Person, PersonId, PersonStatus, Staff, StaffId, StaffStatus, Tenure, VisitGuest};

/// A guest as everybody may read it: name and post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub name: Said,
    pub title: Said,
}

/// One of ours: name and post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ours {
    pub name: Said,
    pub title: Said,
}

/// As what one of ours meets the guests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    Host,
    Duty(Duty),
}

/// One of ours with the function guests may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OursNamed {
    pub who: Ours,
    pub function: Function,
}

/// Duties guests meet. The others are our own affair.
const MET_BY_GUESTS: [Duty; 6] =
    [Duty::BusinessLead, Duty::Coordinator, Duty::Companion, Duty::Interpreter, Duty::Guide, Duty::Greeter];

impl<'a> Ground<'a> {
    /// A person who may appear: not erased, and not one nobody may approach, be it by their own mark or their seat's.
    pub(super) fn may_appear(&self, id: PersonId) -> Option<&'a Person> {
        let person = self.snapshot.person(id)?;
        let barred = |one: &Tenure| self.snapshot.seat(one.seat).is_some_and(|seat| seat.no_contact);
        let hidden = person.no_contact || person.status == PersonStatus::Erased || self.held_by(id).any(barred);
        (!hidden).then_some(person)
    }
    fn held_by(&self, person: PersonId) -> impl Iterator<Item = &'a Tenure> {
        let day = self.as_of;
        let held = move |one: &&Tenure| one.person == person && is_in_force(one.from_on, one.to_on, day);
        self.snapshot.tenures.iter().filter(held)
    }
    /// Guests who may appear, in protocol order.
    pub(super) fn guests(&self) -> Vec<(&'a VisitGuest, &'a Person)> {
        let own = self.snapshot.visit_guests.iter().filter(|one| one.visit == self.visit.id);
        let mut guests: Vec<_> = own.filter_map(|one| Some((one, self.may_appear(one.person)?))).collect();
        guests.sort_by_key(|(one, _)| (one.protocol_order, one.id));
        guests
    }
    pub(super) fn is_guest(&self, id: PersonId) -> bool {
        self.snapshot.visit_guests.iter().any(|one| one.visit == self.visit.id && one.person == id)
    }
    /// The name of a guest who may appear; nobody else's.
    pub(super) fn guest_name(&self, id: PersonId) -> Option<Said> {
        let person = self.may_appear(id).filter(|_| self.is_guest(id))?;
        Some(Said::of(&person.name_zh, &person.name_en))
    }
    pub(super) fn guest_names(&self, ids: &[PersonId]) -> Vec<Said> {
        ids.iter().filter_map(|id| self.guest_name(*id)).collect()
    }
    /// The post in which somebody travels: the primary seat's title in the visiting account, else any.
    pub(super) fn title_of(&self, person: PersonId) -> Said {
        let seat = |one: &Tenure| {
            self.snapshot.seat(one.seat).map(|seat| (seat.account != self.visit.account, !one.primary, seat))
        };
        let mut seats: Vec<_> = self.held_by(person).filter_map(seat).collect();
        seats.sort_by_key(|(elsewhere, second, seat)| (*elsewhere, *second, seat.id));
        seats.first().map_or_else(Said::default, |(_, _, seat)| Said::of(&seat.title_zh, &seat.title_en))
    }
    pub(super) fn named(&self, person: &Person) -> Named {
        Named { name: Said::of(&person.name_zh, &person.name_en), title: self.title_of(person.id) }
    }
    pub(super) fn ours(&self, id: StaffId) -> Option<Ours> {
        // Somebody who will have left by then is no longer named outside.
        let stays = |one: &&Staff| {
            one.status != StaffStatus::Departed && one.left_on.is_none_or(|on| on >= self.visit.starts_on)
        };
        self.snapshot.staff_member(id).filter(stays).map(ours)
    }
    pub(super) fn our_name(&self, id: StaffId) -> Option<Said> {
        self.ours(id).map(|one| one.name)
    }
    pub(super) fn our_names(&self, ids: &[StaffId]) -> Vec<Said> {
        ids.iter().filter_map(|id| self.our_name(*id)).collect()
    }
    /// Ours whom the guests meet, host first, each once and in the function that stands first.
    pub(super) fn met_by_guests(&self) -> Vec<OursNamed> {
        let visit = self.visit;
        let mut functions: Vec<(StaffId, Function)> = visit.host.map(|id| (id, Function::Host)).into_iter().collect();
        functions.extend(visit.business_lead.map(|id| (id, Function::Duty(Duty::BusinessLead))));
        functions.extend(visit.coordinator.map(|id| (id, Function::Duty(Duty::Coordinator))));
        functions.extend(self.duties().map(|one| (one.staff, Function::Duty(one.duty))));
        let mut seen: Vec<StaffId> = Vec::new();
        let mut met = Vec::new();
        for (id, function) in functions {
            let shown = match function {
                Function::Host => true,
                Function::Duty(duty) => MET_BY_GUESTS.contains(&duty),
            };
            if shown && !seen.contains(&id) {
                seen.push(id);
                met.extend(self.ours(id).map(|who| OursNamed { who, function }));
            }
        }
        met
    }
    /// The duties of the visit in order.
    pub(super) fn duties(&self) -> impl Iterator<Item = &'a crate::VisitDuty> {
        let mut duties: Vec<_> = self.snapshot.visit_duties.iter().filter(|one| one.visit == self.visit.id).collect();
        duties.sort_by_key(|one| (one.position, one.id));
        duties.into_iter()
    }
}

fn ours(staff: &Staff) -> Ours {
    Ours { name: Said::of(&staff.name_zh, &staff.name_en), title: Said::of(&staff.title_zh, &staff.title_en) }
}

/// What a photograph box shows until there is consent: the surname, in Latin script the initials.
pub fn initials(person: &Person) -> Said {
    Said { zh: surname_sign(person), en: latin_initials(person) }
}

fn surname_sign(person: &Person) -> Option<String> {
    let name = person.name_zh.as_deref()?;
    let surname = person.surname.as_deref().filter(|one| !one.is_empty() && name.starts_with(*one));
    surname.map(str::to_owned).or_else(|| name.chars().next().map(String::from))
}

/// First letters of given name and surname; a surname in Han script has none, then the words of the Latin name give them.
fn latin_initials(person: &Person) -> Option<String> {
    let first = |text: &Option<String>| text.as_deref().and_then(|one| one.chars().next());
    let parts = [first(&person.given), first(&person.surname)];
    let latin = parts.iter().flatten().filter(|one| one.is_alphabetic() && **one < '\u{2e80}');
    let latin: String = latin.flat_map(|one| one.to_uppercase()).collect();
    let words = || person.name_en.as_deref().unwrap_or("").split_whitespace();
    let letters = if latin.is_empty() { words().filter_map(|one| one.chars().next()).take(2).collect() } else { latin };
    Some(letters).filter(|one: &String| !one.is_empty())
}
