//! Who came, who learned something and of whom something is asked after a list: the first of each, to go to.

use domain::*;

use super::look::Look;
use super::records::Taken;
use crate::names::person_name;
use crate::wire::{Changed, Imported, ImportedPerson};
use crate::words::Speech;

/// People that are listed; the counts cover all.
const LISTED: usize = 12;

/// An answer that names nobody yet.
pub(super) fn nobody(changed: Changed) -> Imported {
    Imported {
        changed,
        account: None,
        people: 0,
        seats: 0,
        skipped: 0,
        text: String::new(),
        updated_count: 0,
        questions: 0,
        fresh: Vec::new(),
        updated: Vec::new(),
        asked: Vec::new(),
    }
}

/// The answer with the people to go to.
pub(super) fn summed(
    done: Imported,
    look: &Look,
    taken: &Taken,
    questions: &[PersonQuestion],
    speech: &Speech,
) -> Imported {
    let made = |id: PersonId| taken.records.people.iter().find(|one| one.id == id);
    let known = |id: PersonId| look.known.index_of(id).map(|at| look.known.people[at]);
    let post = |id: PersonId| {
        let tenure = taken.records.tenures.iter().find(|one| one.person == id);
        let new = tenure.and_then(|one| taken.records.seats.iter().find(|seat| seat.id == one.seat));
        let held = || look.known.held(id).first().map(|(_, seat)| *seat);
        let seat = new.or_else(held);
        seat.map_or_else(String::new, |one| crate::names::either(&one.title_zh, &one.title_en, speech.lang()))
    };
    let line = |id: PersonId| {
        let one = made(id).or_else(|| known(id))?;
        Some(ImportedPerson { person: id, name: person_name(one, speech), post: post(id) })
    };
    let fresh = taken.people.iter().filter(|id| known(**id).is_none());
    let updated = taken.learned.iter();
    let mut of: Vec<PersonId> = questions.iter().map(|one| one.person).collect();
    of.dedup();
    Imported {
        updated_count: taken.changed as u32,
        questions: questions.len() as u32,
        fresh: fresh.take(LISTED).filter_map(|id| line(*id)).collect(),
        updated: updated.take(LISTED).filter_map(|id| line(*id)).collect(),
        asked: of.into_iter().take(LISTED).filter_map(line).collect(),
        ..done
    }
}
