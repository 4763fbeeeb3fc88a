//! Yes: the list goes in as decided, in one undoable step.

use domain::scene::Wording;
use domain::*;
use intake::people::{PeopleField, PeopleList, Proposal};

use super::decide::{Decided, decide};
use super::difference::gone;
use super::held::Held;
use super::look::{Look, Target};
use super::questions::{Left, questions};
use super::records::{Names, Taken, records_of};
use super::remember::{Sourcing, remembered};
use super::summary::{nobody, summed};
use super::whole::put_stepwise;
use crate::commands::dated::end;
use crate::commands::{clean_name, clean_text, forbidden};
use crate::wire::{ApplyImport, Changed, Imported, ViewContext};
use crate::words::Speech;
use crate::{App, Error, new_id};

/// Imports the people of a table.
pub(super) fn put_people(
    app: &mut App,
    context: &ViewContext,
    request: &ApplyImport,
    (table, proposal, file_name): (&Held, &Proposal, &str),
) -> Result<Imported, Error> {
    let whole = app.whole()?;
    let sent = (!request.mapping.is_empty()).then_some(request.mapping.as_slice());
    let target = request.account.map_or(Target::New, Target::Account);
    let look = Look::read(&whole, context.today, (table, proposal, file_name), (sent, &request.fixes), target)?;
    look.fixes.check(&request.fixes)?;
    table.let_go();
    if !look.mapping.columns.values().any(|one| names_a_row(*one)) {
        return Err(Error::refused("import-no-name"));
    }
    if look.list.rows.is_empty() {
        return Err(Error::refused("import-nothing"));
    }
    let skipped = look.list.errors();
    let barred = |at: usize| look.bars(at);
    let suppressed = look.suppression.count(&look.list) as usize;
    let leaving = leavers(&look, &request.ended)?;
    let sourcing = sourcing(app, context, request, file_name, &look, proposal)?;
    let decided = decide(PeopleList::clone(&look.list), &look.pairs, (&request.choices, &request.groups), &barred)?;
    let Decided { list, same, skipped: left_out, joined, later } = decided;
    let names = Names {
        known: &look.known,
        owners: &look.fixes.owners,
        account: request.account,
        account_name: clean_name(&request.account_name)?,
        sourcing,
        same,
    };
    let taken = records_of(&list, &names)?;
    let memory = ImportSource {
        account: Some(taken.account),
        last_on: context.today,
        people: taken.people.clone(),
        ..remembered(look.memory, file_name, proposal, &look.mapping, (&names.sourcing, &look.fixes))
    };
    let asked = still_there(&look, &request.asked)?;
    let left =
        Left { look: &look, made: &taken.records, who: &taken.who, later: &later, asked: &asked, name: file_name };
    let questions = questions(&left, &list, &app.words().speak(context.lang));
    if is_nothing(&taken.records) && leaving.is_empty() && questions.is_empty() {
        return Err(Error::refused("import-all-known").with("known", taken.known + left_out + suppressed));
    }
    let (people, seats, account) = (new_people(&taken, &look), taken.records.seats.len() as u32, taken.account);
    let told = Told { skipped, left_out: left_out - suppressed, suppressed, joined, ended: leaving.len() };
    let text = told.say(&app.words().speak(context.lang), &taken, people);
    let unwritten = Changed { areas: Vec::new(), step: String::new(), created: Some(account.to_string()) };
    let done = Imported { account: Some(account), people, seats, skipped: skipped as u32, text, ..nobody(unwritten) };
    let done = summed(done, &look, &taken, &questions, &app.words().speak(context.lang));
    // The list is in its records: a large one would be held three times while they are written.
    drop(names);
    drop(list);
    drop(look);
    let progress = app.progress();
    let (_, changed) = app.transact(context.lang, "import", |tx| {
        put_stepwise(tx, &taken.records, &progress)?;
        if !request.forget {
            tx.put(&memory)?;
        }
        questions.iter().try_for_each(|one| tx.put(one))?;
        for (photo, row) in &taken.pictures {
            let jpeg = table.photo(*row).ok_or(Error::missing("photo"))?.clone();
            tx.put(&Picture { id: new_id(), r#ref: None, photo: *photo, jpeg })?;
        }
        leaving.iter().try_for_each(|one| leave(tx, one, context.today))
    })?;
    Ok(Imported { changed: Changed { created: done.changed.created, ..changed }, ..done })
}

fn names_a_row(field: PeopleField) -> bool {
    use PeopleField as F;
    matches!(field, F::Name | F::NameEn | F::Surname | F::Given | F::Title)
}

/// Whether the list brought nothing: units and a standing chain alone are no reason for a step.
fn is_nothing(records: &Snapshot) -> bool {
    let kinds = super::whole::counts(records);
    kinds.iter().all(|one| matches!(one.kind.as_str(), "units" | "decisions"))
}

fn new_people(taken: &Taken, look: &Look) -> u32 {
    taken.records.people.iter().filter(|one| look.known.index_of(one.id).is_none()).count() as u32
}

/// What facts carry: as typed, else as remembered, else the list and the usual purpose.
fn sourcing(
    app: &App,
    context: &ViewContext,
    request: &ApplyImport,
    file_name: &str,
    look: &Look,
    proposal: &Proposal,
) -> Result<Sourcing, Error> {
    let speech = app.words().speak(context.lang);
    let (source, purpose) = (source_of(&speech, file_name, look.memory), purpose_of(&speech, look.memory));
    let notes = request.notes.iter().flat_map(|one| [&one.source, &one.purpose]);
    notes.chain([&request.source, &request.purpose]).try_for_each(|one| forbidden::allowed_in(one.as_ref()))?;
    let typed = |text: &Option<String>| text.as_deref().map(clean_text).transpose().map(Option::flatten);
    let source = typed(&request.source)?.unwrap_or(source);
    let purpose = typed(&request.purpose)?.unwrap_or(purpose);
    Sourcing::read(source, purpose, proposal, &look.mapping, &request.notes)
}

/// The source written into facts: the list and its day, never a path.
pub(super) fn source_of(speech: &Speech, file_name: &str, memory: Option<&ImportSource>) -> String {
    let usual = |name: &str| speech.text("core-import-source", &[("file", name.chars().take(60).collect())]);
    // The words made for the last edition name its file; those somebody typed stay.
    let typed = memory.and_then(|one| one.source.clone()).filter(|text| !text.starts_with(&usual("")));
    typed.unwrap_or_else(|| usual(file_name))
}

/// What the facts of a list are kept for.
pub(super) fn purpose_of(speech: &Speech, memory: Option<&ImportSource>) -> String {
    memory.and_then(|one| one.purpose.clone()).unwrap_or_else(|| speech.say("core-import-purpose"))
}

/// Somebody whose posts in the account end.
struct Leaver {
    person: Person,
    tenures: Vec<Tenure>,
    elsewhere: bool,
}

/// Those of the people the list no longer names whom it is asked about.
fn still_there(look: &Look, asked: &[PersonId]) -> Result<Vec<PersonId>, Error> {
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let gone = look.memory.map_or_else(Vec::new, |memory| gone(&look.pairs, memory, &look.known));
    let there = |id: &PersonId| gone.iter().any(|one| one.id == *id);
    if asked.iter().all(there) { Ok(asked.to_vec()) } else { Err(Error::missing("person")) }
}

/// Those chosen among the people the list no longer names.
fn leavers(look: &Look, chosen: &[PersonId]) -> Result<Vec<Leaver>, Error> {
    let Some(memory) = look.memory.filter(|_| !chosen.is_empty()) else {
        return if chosen.is_empty() { Ok(vec![]) } else { Err(Error::missing("person")) };
    };
    let gone = gone(&look.pairs, memory, &look.known);
    let one = |id: &PersonId| {
        let person = gone.iter().find(|one| one.id == *id).ok_or(Error::missing("person"))?;
        let held = look.known.held(*id).iter();
        let (here, other): (Vec<_>, Vec<_>) = held.partition(|(_, seat)| Some(seat.account) == look.account);
        let tenures = here.into_iter().map(|(tenure, _)| (*tenure).clone()).collect();
        Ok(Leaver { person: (*person).clone(), tenures, elsewhere: !other.is_empty() })
    };
    chosen.iter().map(one).collect()
}

fn leave(tx: &mut store::Tx, one: &Leaver, today: Day) -> Result<(), Error> {
    one.tenures.iter().try_for_each(|tenure| end(tx, tenure.clone(), today))?;
    if !one.elsewhere {
        let left_on = today.pred_opt();
        tx.put(&Person { status: PersonStatus::Departed, left_on, ..one.person.clone() })?;
    }
    Ok(())
}

/// What is told after the import.
struct Told {
    skipped: usize,
    left_out: usize,
    suppressed: usize,
    joined: usize,
    ended: usize,
}

impl Told {
    fn say(&self, speech: &Speech, taken: &Taken, people: u32) -> String {
        let made = taken.records.seats.len();
        let args = [
            ("people", people.to_string()),
            ("seats", made.to_string()),
            ("skipped", self.skipped.to_string()),
            ("owners", taken.skipped_owners.to_string()),
        ];
        let key = if taken.skipped_owners > 0 { "core-import-done-owners" } else { "core-import-done" };
        let counted = [
            ("core-import-staff", "staff", taken.records.staff.len()),
            ("core-import-changed", "changed", taken.changed),
            ("core-import-known", "known", taken.known),
            ("core-import-joined", "joined", self.joined),
            ("core-import-left-out", "rows", self.left_out),
            ("core-import-suppressed", "rows", self.suppressed),
            ("core-import-barred", "rows", taken.barred),
            ("core-import-restricted", "rows", taken.restricted),
            ("core-import-ended", "people", self.ended),
        ];
        let more = counted.into_iter().filter(|(_, _, count)| *count > 0);
        let more = more.map(|(key, name, count)| speech.text(key, &[(name, count.to_string())]));
        std::iter::once(speech.text(key, &args)).chain(more).collect::<Vec<_>>().join(&speech.say("app-sentence-gap"))
    }
}
