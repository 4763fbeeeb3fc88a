//! A calendar that was pasted or dropped: read in the limited child, matched with ours and theirs, taken over in one step.
//!
//! Deliberately absent: keeping a calendar, and who was invited but is nobody we know: their number is told and no more.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::*;
use intake::{CalendarEvent, CalendarWish, Limits};

use super::touch::{outside_blackout, plans_of, touch_of};
use super::who::Book;
use crate::names::{self, is_shielded, person_name, staff_name};
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error};

/// Events listed that cannot be taken over; more are only counted.
const MOST_OTHERS: usize = 200;
/// Events one step may take over.
const MOST_TAKEN: usize = 2_000;
/// The longest identity of an event that is kept as it is.
const LONGEST_UID: usize = 96;
/// The zone of a workspace that does not say.
const ZONE: &str = "Asia/Shanghai";

/// What the events are, by the people we know.
pub fn read_calendar(app: &mut App, context: &ViewContext, request: ReadCalendar) -> Result<CalendarPreview, Error> {
    let snapshot = app.whole()?;
    let zone = snapshot.companies.first().map_or(ZONE, |one| one.time_zone.as_str()).to_owned();
    let wish = CalendarWish { today: context.today, zone };
    let read = intake::read_calendar(&app.reader, &request.text, &wish, &Limits::default())?;
    let matching = Matching::new(&snapshot, app.words().speak(context.lang), context);
    let mut rows: Vec<CalendarRow> = read.events.iter().map(|one| matching.row(one)).collect();
    rows.sort_by_key(|row| (row.state, std::cmp::Reverse(row.on), row.at));
    // One event may stand in a file twice.
    let mut seen = HashSet::new();
    rows.retain(|row| seen.insert(row.r#ref.clone()));
    let count = |state: CalendarState| rows.iter().filter(|row| row.state == state).count();
    let (ready, known) = (count(CalendarState::Ready), count(CalendarState::Known));
    let hidden = rows.len().saturating_sub(ready.min(MOST_TAKEN) + MOST_OTHERS);
    rows.truncate(ready.min(MOST_TAKEN) + MOST_OTHERS);
    Ok(CalendarPreview {
        rows,
        ready: ready as u32,
        known: known as u32,
        hidden: hidden as u32,
        broken: read.broken,
        left_out: read.left_out,
    })
}

/// What an event is known by: its own identity and its day. Long ones are shortened, the rest of them as a number.
fn ref_of(uid: &str, event: &CalendarEvent) -> String {
    let own = if uid.is_empty() {
        format!("{} {}", event.summary, event.at.map_or_else(String::new, |at| at.to_string()))
    } else {
        uid.to_owned()
    };
    let plain: String = own.chars().filter(|one| !one.is_control()).collect();
    if plain.chars().count() <= LONGEST_UID {
        return format!("ics:{plain}:{}", event.on);
    }
    // FNV-1a, 64 bits: the same on every machine and in every version.
    let sum =
        plain.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, one| (sum ^ u64::from(one)).wrapping_mul(0x0100_0000_01b3));
    let head: String = plain.chars().take(LONGEST_UID / 2).collect();
    format!("ics:{head}{sum:016x}:{}", event.on)
}

/// References of events that are here already, as contacts or as plans.
fn known_refs(snapshot: &Snapshot) -> HashSet<String> {
    let touches = snapshot.touches.iter().filter_map(|one| one.r#ref.clone());
    touches.chain(snapshot.planned_touches.iter().filter_map(|one| one.r#ref.clone())).collect()
}

struct Matching<'a> {
    snapshot: &'a Snapshot,
    speech: Speech<'a>,
    today: Day,
    book: Book,
    /// Addresses and numbers of theirs.
    mails: HashMap<String, PersonId>,
    phones: HashMap<String, PersonId>,
    known: HashSet<String>,
}

/// The digits by which a number is compared: the last eleven.
fn digits(text: &str) -> Option<String> {
    let all: String = text.chars().filter(char::is_ascii_digit).collect();
    let from = all.len().saturating_sub(11);
    (all.len() >= 7).then(|| all[from..].to_owned())
}

/// Found people and by what: `name`, `mail`, `phone`, `text`.
#[derive(Default)]
struct Found {
    staff: Vec<(StaffId, &'static str)>,
    people: Vec<(PersonId, &'static str)>,
    others: u32,
}

impl Found {
    fn add(&mut self, staff: Option<StaffId>, person: Option<PersonId>, how: &'static str) {
        if let Some(id) = staff.filter(|id| !self.staff.iter().any(|one| one.0 == *id)) {
            self.staff.push((id, how));
        }
        if let Some(id) = person.filter(|id| !self.people.iter().any(|one| one.0 == *id)) {
            self.people.push((id, how));
        }
    }
}

impl<'a> Matching<'a> {
    fn new(snapshot: &'a Snapshot, speech: Speech<'a>, context: &ViewContext) -> Self {
        let (mut mails, mut phones) = (HashMap::new(), HashMap::new());
        for fact in snapshot.facts.iter().filter(|one| one.confidence != Confidence::Rumour) {
            let Some(value) = &fact.value else { continue };
            match fact.kind {
                FactKind::Email => drop(mails.insert(value.trim().to_lowercase(), fact.person)),
                FactKind::Mobile | FactKind::Phone => {
                    if let Some(number) = digits(value) {
                        phones.insert(number, fact.person);
                    }
                }
                _ => {}
            }
        }
        let book = Book::of(snapshot, None, context.today);
        Self { snapshot, speech, today: context.today, book, mails, phones, known: known_refs(snapshot) }
    }

    fn found(&self, event: &CalendarEvent) -> Found {
        let mut found = Found::default();
        for one in &event.people {
            let before = (found.staff.len(), found.people.len());
            if let Some(person) = self.mails.get(&one.mail) {
                found.add(None, Some(*person), "mail");
            } else if let Some(person) = digits(&one.phone).and_then(|number| self.phones.get(&number)) {
                found.add(None, Some(*person), "phone");
            } else if let [at] = self.book.named(&one.name)[..] {
                let who = self.book.get(at);
                found.add(who.staff, who.person, "name");
            } else if let [at] = self.book.ours_by_mail(&one.mail)[..] {
                found.add(self.book.get(at).staff, None, "mail");
            }
            found.others += u32::from(before == (found.staff.len(), found.people.len()));
        }
        // Names in the title count only where they mean one person.
        let titled = self.book.in_text(&event.summary);
        let name = |at: usize| self.book.get(at).names.first().cloned();
        for at in &titled {
            if titled.iter().filter(|other| name(**other) == name(*at)).count() == 1 {
                let who = self.book.get(*at);
                found.add(who.staff, who.person, "text");
            }
        }
        found
    }

    fn account_of(&self, person: PersonId) -> Option<AccountId> {
        self.book.person(person).and_then(|one| one.account)
    }

    fn row(&self, event: &CalendarEvent) -> CalendarRow {
        let found = self.found(event);
        let accounts: BTreeSet<AccountId> = found.people.iter().filter_map(|one| self.account_of(one.0)).collect();
        let account = accounts.first().copied().filter(|_| accounts.len() == 1);
        let reference = ref_of(&event.uid, event);
        let planned = event.on > self.today;
        let state = self.state(event, &found, &accounts, &reference);
        let lang = self.speech.lang();
        let named = account.and_then(|id| self.snapshot.account(id));
        let how = |code: &str| self.speech.say(&format!("ledger-found-{code}"));
        let note = match state {
            CalendarState::Ready if event.rule_unread => Some("rule"),
            CalendarState::Ready if !event.zone_known => Some("zone"),
            CalendarState::Ready => None,
            CalendarState::Known => Some("known"),
            CalendarState::Accounts => Some("accounts"),
            CalendarState::NoneOurs => Some("ours"),
            CalendarState::NoneTheirs => Some("theirs"),
            CalendarState::Barred => Some("barred"),
            CalendarState::Cancelled => Some("cancelled"),
        };
        CalendarRow {
            r#ref: reference,
            on: event.on,
            at: event.at,
            minutes: event.minutes,
            summary: event.summary.clone(),
            place: event.place.clone(),
            planned,
            state,
            note: note.map(|code| self.speech.say(&format!("ledger-event-{code}"))),
            account,
            account_name: named.map(|one| names::account_name(one, lang)),
            staff: found
                .staff
                .iter()
                .map(|(id, code)| CalendarMatch {
                    id: id.to_string(),
                    name: staff_name(self.snapshot, *id, lang),
                    how: how(code),
                })
                .collect(),
            people: found
                .people
                .iter()
                .filter_map(|(id, code)| Some((id, self.snapshot.person(*id)?, code)))
                .map(|(id, one, code)| CalendarMatch {
                    id: id.to_string(),
                    name: person_name(one, &self.speech),
                    how: how(code),
                })
                .collect(),
            others: found.others,
        }
    }

    fn state(
        &self,
        event: &CalendarEvent,
        found: &Found,
        accounts: &BTreeSet<AccountId>,
        reference: &str,
    ) -> CalendarState {
        let barred = |id: PersonId| is_shielded(self.snapshot, id, event.on);
        let silent = |id: &AccountId| event.on >= self.today && outside_blackout(self.snapshot, *id, event.on).is_err();
        match () {
            () if self.known.contains(reference) => CalendarState::Known,
            () if event.cancelled => CalendarState::Cancelled,
            () if accounts.is_empty() => CalendarState::NoneTheirs,
            () if found.staff.is_empty() => CalendarState::NoneOurs,
            () if accounts.len() > 1 => CalendarState::Accounts,
            () if found.people.iter().any(|one| barred(one.0)) || accounts.iter().any(silent) => CalendarState::Barred,
            () => CalendarState::Ready,
        }
    }
}

/// Takes chosen events over in one step. What is here already is passed over, so that a file can be read again.
pub fn apply_calendar(app: &mut App, context: &ViewContext, request: ApplyCalendar) -> Result<CalendarTaken, Error> {
    if request.rows.is_empty() {
        return Err(Error::refused("nothing-chosen"));
    }
    if request.rows.len() > MOST_TAKEN {
        return Err(Error::refused("too-many").with("limit", MOST_TAKEN));
    }
    let mut known = known_refs(&*app.whole()?);
    let (mut touches, mut plans, mut passed, mut planned) = (Vec::new(), Vec::new(), 0, 0);
    let together = app.words().speak(context.lang).label("touch", TouchKind::Meeting);
    for row in request.rows {
        let reference: String = row.r#ref.chars().filter(|one| !one.is_control()).take(200).collect();
        if !reference.starts_with("ics:") || !known.insert(reference.clone()) {
            passed += 1;
            continue;
        }
        let snapshot = app.account(row.account)?;
        if row.on > context.today {
            planned += 1;
            let new = plans_of(&snapshot, context.today, &plan_request(&row), &together)?;
            plans.extend(new.into_iter().map(|one| PlannedTouch { r#ref: Some(reference.clone()), ..one }));
        } else {
            let one = touch_of(&snapshot, context.today, &touch_request(&row))?;
            touches.push(Touch { r#ref: Some(reference), ..one });
        }
    }
    if touches.is_empty() && plans.is_empty() {
        return Err(Error::refused("calendar-known").with("count", passed));
    }
    let (_, changed) = app.transact(context.lang, "apply-calendar", |tx| {
        touches.iter().try_for_each(|one| tx.put(one))?;
        Ok(plans.iter().try_for_each(|one| tx.put(one))?)
    })?;
    Ok(CalendarTaken { changed, touches: touches.len() as u32, plans: planned, known: passed })
}

fn touch_request(row: &CalendarTake) -> PutTouch {
    PutTouch {
        touch: None,
        account: row.account,
        on: row.on,
        kind: TouchKind::Meeting,
        staff: row.staff.clone(),
        people: row.people.clone(),
        summary: Some(row.summary.clone()),
        minutes: row.minutes,
        direction: None,
        visit: None,
    }
}

fn plan_request(row: &CalendarTake) -> PutPlannedTouch {
    PutPlannedTouch {
        plan: None,
        account: row.account,
        on: row.on,
        at: row.at,
        minutes: row.minutes,
        place: Some(row.place.clone()),
        staff: row.staff.clone(),
        people: row.people.clone(),
        activity: Some(row.summary.clone()),
    }
}
