//! Guests from a pasted list: read against the people of the account, then added in one step.
//!
//! Deliberately absent: the order among guests (`set_guests`, `propose_order`) and seats on the map for new people.

mod lexicon;
mod list;
mod matching;

use domain::scene::Wording;
use domain::*;

use self::matching::Matching;
use super::fact::new_fact;
use super::seat::new_person;
use super::{clean_text, must, required_name};
use crate::names;
use crate::wire::*;
use crate::{App, Error, new_id};

/// The longest text read at once, in characters.
const MOST_TEXT: usize = 20_000;
/// The most guests one visit takes.
const MOST_GUESTS: usize = 300;

/// Says whom a pasted list means.
pub fn read_guests(app: &mut App, context: &ViewContext, request: ReadGuests) -> Result<GuestPreview, Error> {
    let length = request.text.chars().count();
    if length > MOST_TEXT {
        return Err(Error::refused("too-long").with("limit", MOST_TEXT).with("length", length));
    }
    let snapshot = match (request.visit, request.account) {
        (Some(visit), _) => app.account_of_visit(visit)?,
        (None, Some(account)) => app.account(account)?,
        (None, None) => return Err(Error::missing("visit")),
    };
    let speech = app.words().speak(context.lang);
    let mut matching = Matching::new(&snapshot, &speech, request.visit, context);
    let read = list::read(&request.text, &matching.names());
    if read.len() > MOST_GUESTS {
        return Err(Error::refused("too-many").with("limit", MOST_GUESTS));
    }
    let rows: Vec<PastedRow> = read.into_iter().map(|one| matching.row(one)).collect();
    let count = |wanted: &[PastedState]| rows.iter().filter(|one| wanted.contains(&one.state)).count() as u32;
    use PastedState as S;
    Ok(GuestPreview {
        ready: count(&[S::Known, S::New]),
        to_decide: count(&[S::Similar, S::Ambiguous]),
        left_out: count(&[S::Double, S::Already, S::Barred, S::Left, S::NoName]),
        rows,
    })
}

/// Adds guests behind those who are there.
pub fn add_guests(app: &mut App, context: &ViewContext, request: AddGuests) -> Result<Changed, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let mut visit = must(&snapshot.visits, request.visit, "visit")?.clone();
    let guests: Vec<&VisitGuest> = snapshot.visit_guests.iter().filter(|one| one.visit == visit.id).collect();
    if request.rows.is_empty() {
        return Err(Error::refused("nothing-chosen"));
    }
    if guests.len() + request.rows.len() > MOST_GUESTS {
        return Err(Error::refused("too-many").with("limit", MOST_GUESTS));
    }
    let source = request.source.as_deref().map(clean_text).transpose()?.flatten();
    let mut adding = Adding {
        snapshot: &snapshot,
        context,
        source,
        taken: guests.iter().map(|one| one.person).collect(),
        places: guests.iter().filter_map(|one| one.official_order).collect(),
        people: Vec::new(),
        facts: Vec::new(),
    };
    let last = guests.iter().map(|one| one.protocol_order).max().unwrap_or(0);
    let mut new = Vec::new();
    for (row, place) in request.rows.iter().zip(1..) {
        new.push(adding.guest(&visit, row, last + place)?);
    }
    let Adding { people, facts, .. } = adding;
    let first = || new.iter().find(|one| one.part == GuestPart::Guest).map(|one| one.person);
    visit.principal_guest = visit.principal_guest.or_else(first);
    super::plan::read_again(&mut visit);
    let (_, changed) = app.transact(context.lang, "add-guests", |tx| {
        people.iter().try_for_each(|one| tx.put(one))?;
        facts.iter().try_for_each(|one| tx.put(one))?;
        new.iter().try_for_each(|one| tx.put(one))?;
        Ok(tx.put(&visit)?)
    })?;
    Ok(changed)
}

struct Adding<'a> {
    snapshot: &'a Snapshot,
    context: &'a ViewContext,
    source: Option<String>,
    taken: Vec<PersonId>,
    places: Vec<u32>,
    people: Vec<Person>,
    facts: Vec<Fact>,
}

impl Adding<'_> {
    fn guest(&mut self, visit: &Visit, row: &NewGuest, place: u32) -> Result<VisitGuest, Error> {
        let person = match row.person {
            Some(id) => self.known(id)?,
            None => self.newcomer(row)?,
        };
        self.taken.push(person);
        if let Some(official) = row.official_order {
            if official == 0 {
                return Err(Error::refused("place-range"));
            }
            if self.places.contains(&official) {
                return Err(Error::refused("place-taken"));
            }
            self.places.push(official);
        }
        let role = row.role.as_deref().map(clean_text).transpose()?.flatten();
        let blank = VisitGuest::bare(new_id(), visit.id, person, place);
        Ok(VisitGuest { role, part: row.part, official_order: row.official_order, ..blank })
    }

    fn known(&self, id: PersonId) -> Result<PersonId, Error> {
        let person = must(&self.snapshot.people, id, "person")?;
        if person.status == PersonStatus::Erased {
            return Err(Error::missing("person"));
        }
        if names::is_shielded(self.snapshot, id, self.context.today) {
            return Err(Error::refused("no-contact"));
        }
        if self.taken.contains(&id) {
            return Err(Error::refused("guest-twice"));
        }
        Ok(id)
    }

    /// A new person with their post as a fact of the source. Nothing else is taken from a list.
    fn newcomer(&mut self, row: &NewGuest) -> Result<PersonId, Error> {
        let person = new_person(&required_name(&row.name)?);
        if let Some(title) = row.title.as_deref().map(clean_text).transpose()?.flatten() {
            let source = self.source.as_deref().ok_or(Error::refused("source-needed"))?;
            let (kind, today) = (FactKind::Position, Some(self.context.today));
            self.facts.push(new_fact(person.id, kind, Some(title), source, Confidence::Reliable, today));
        }
        let id = person.id;
        self.people.push(person);
        Ok(id)
    }
}

/// A row of the preview before it is known whom it means.
fn blank_row(read: list::Read, state: PastedState, speech: &crate::words::Speech) -> PastedRow {
    PastedRow {
        line: read.line,
        note: speech.text(&format!("plan-paste-{}", state_code(state)), &[]),
        text: read.text,
        name: read.name,
        title: read.title,
        part: GuestPart::Guest,
        state,
        person: None,
        candidates: Vec::new(),
        dropped: read.dropped,
    }
}

fn state_code(state: PastedState) -> &'static str {
    match state {
        PastedState::Known => "known",
        PastedState::Similar => "similar",
        PastedState::Ambiguous => "ambiguous",
        PastedState::New => "new",
        PastedState::Double => "double",
        PastedState::Already => "already",
        PastedState::Barred => "barred",
        PastedState::Left => "left",
        PastedState::NoName => "no-name",
    }
}
