//! Who takes part in visits and promises, so that these are found by names. Deliberately absent: people who are erased, and what
//! they do there.

use std::collections::{HashMap, HashSet};

use domain::*;

/// Somebody of theirs or of ours.
#[derive(Clone, Copy)]
pub(super) enum One<'a> {
    Theirs(&'a Person),
    Ours(&'a Staff),
}

impl<'a> One<'a> {
    /// Every name they are called by, and how they say it.
    pub fn names(self) -> Vec<&'a str> {
        match self {
            Self::Theirs(one) => {
                let own = [&one.name_zh, &one.name_en, &one.pronunciation].into_iter().flatten().map(String::as_str);
                own.chain(one.variants.iter().map(|one| one.text.as_str())).collect()
            }
            Self::Ours(one) => [&one.name_zh, &one.name_en].into_iter().flatten().map(String::as_str).collect(),
        }
    }
}

/// Guests of visits, and everybody named in visits and promises.
pub(super) struct Involved<'a> {
    guests: HashMap<VisitId, Vec<&'a VisitGuest>>,
    people: HashMap<PersonId, &'a Person>,
    staff: HashMap<StaffId, &'a Staff>,
}

impl<'a> Involved<'a> {
    pub fn of(snapshot: &'a Snapshot) -> Self {
        let mut guests: HashMap<VisitId, Vec<&VisitGuest>> = HashMap::new();
        for one in &snapshot.visit_guests {
            guests.entry(one.visit).or_default().push(one);
        }
        guests.values_mut().for_each(|list| list.sort_by_key(|one| (one.protocol_order, one.id)));
        let mut wanted: HashSet<PersonId> = snapshot.visit_guests.iter().map(|one| one.person).collect();
        wanted.extend(snapshot.commitments.iter().filter_map(|one| one.to_person));
        wanted.extend(snapshot.visits.iter().filter_map(|one| one.principal_guest));
        let known = |one: &&Person| wanted.contains(&one.id) && one.status != PersonStatus::Erased;
        Self {
            guests,
            people: snapshot.people.iter().filter(known).map(|one| (one.id, one)).collect(),
            staff: snapshot.staff.iter().map(|one| (one.id, one)).collect(),
        }
    }

    fn theirs(&self, id: PersonId) -> Option<One<'a>> {
        self.people.get(&id).copied().map(One::Theirs)
    }

    fn ours(&self, id: StaffId) -> Option<One<'a>> {
        self.staff.get(&id).copied().map(One::Ours)
    }

    /// Guests in their order, then host, lead and coordinator, each once.
    pub fn in_visit(&self, visit: &Visit) -> impl Iterator<Item = One<'a>> {
        let listed = self.guests.get(&visit.id).into_iter().flatten().map(|one| one.person);
        let guests: Vec<PersonId> = visit.principal_guest.into_iter().chain(listed).collect();
        let mut hosts: Vec<StaffId> =
            [visit.host, visit.business_lead, visit.coordinator].into_iter().flatten().collect();
        let mut seen = HashSet::new();
        hosts.retain(|one| seen.insert(*one));
        let mut met = HashSet::new();
        let theirs = guests.into_iter().filter(|one| met.insert(*one)).filter_map(|one| self.theirs(one));
        theirs
            .collect::<Vec<_>>()
            .into_iter()
            .chain(hosts.into_iter().filter_map(|one| self.ours(one)).collect::<Vec<_>>())
    }

    /// To whom it was promised, who promised, who answers for it.
    pub fn in_promise(&self, one: &Commitment) -> impl Iterator<Item = One<'a>> {
        let holder = one.holder.filter(|holder| Some(*holder) != one.by_staff);
        let ours = [one.by_staff, holder].into_iter().flatten().filter_map(|id| self.ours(id));
        let theirs = one.to_person.and_then(|id| self.theirs(id));
        theirs.into_iter().chain(ours.collect::<Vec<_>>())
    }
}
