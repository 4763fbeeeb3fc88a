//! A hit as it is shown: name and reading with what matched, and what tells it from others. Deliberately absent: the order.

use super::involved::{Involved, One};
use domain::engine::chain::stance_of;
use domain::engine::rights::is_restricted;
use domain::engine::search::{Fit, Hit, Kind, Part, Query, ReadAs, Spelling, plain, spelling};
use domain::engine::units::unit_of;
use domain::*;

use super::documents::posts;
use crate::names;
use crate::wire::Found;
use crate::words::Speech;
use domain::scene::Wording;

type Marks = Vec<(u32, u32)>;

/// The records behind the hits, in a language, on a day.
pub(super) struct Desk<'a> {
    pub snapshot: &'a Snapshot,
    pub speech: Speech<'a>,
    pub day: Day,
    /// `None`: nothing was typed, so nothing is underlined.
    pub query: Option<&'a Query>,
    /// What was typed, as it was typed.
    pub typed: &'a str,
    /// Whether judgements may be told.
    pub judging: bool,
}

/// Most names told as the reason why something was found.
const MOST_NAMED: usize = 2;

/// A line put together of parts, with what matched in each.
#[derive(Default)]
struct Line {
    text: String,
    marks: Marks,
}

impl Line {
    fn push(&mut self, text: &str, marks: Marks) {
        if text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let from = self.text.chars().count() as u32;
        self.text.push_str(text);
        self.marks.extend(marks.into_iter().map(|(start, end)| (start + from, end + from)));
    }
}

impl Desk<'_> {
    /// The hit in words; `None` when its record has gone meanwhile.
    pub fn found(&self, hit: &Hit) -> Option<Found> {
        match hit.kind {
            Kind::Person => self.person(hit),
            Kind::Account => self.account(hit),
            Kind::Visit => self.visit(hit),
            Kind::Promise => self.promise(hit),
            Kind::Unit => self.unit(hit),
            Kind::Staff => self.staff(hit),
            Kind::Seat => self.seat(hit),
        }
    }

    fn fits(&self, text: &str, read_as: ReadAs, told: Option<&str>) -> Vec<Fit> {
        let Some(query) = self.query else { return Vec::new() };
        let fits = query.on(text, read_as, told);
        if fits.is_empty() { query.partly(text, read_as, told).into_iter().collect() } else { fits }
    }

    fn marks(&self, text: &str, read_as: ReadAs) -> Marks {
        spans(&self.fits(text, read_as, None))
    }

    fn person(&self, hit: &Hit) -> Option<Found> {
        let person = self.snapshot.person(PersonId::from(hit.id))?;
        if is_restricted(self.snapshot, person.id, self.day) {
            return self.restricted(person);
        }
        let bare = names::bare_name(person, &self.speech);
        let title = names::person_name(person, &self.speech);
        let mut found = blank(Kind::Person, title, Line::default());
        self.name(&mut found, &bare, person.pronunciation.as_deref());
        self.reading(&mut found, person);
        let own: Vec<&Tenure> = self.snapshot.tenures.iter().filter(|one| one.person == person.id).collect();
        let held = posts(&own, self.day);
        let (seat, mut detail) = self.post(&held);
        self.contact(hit, person.id, &mut detail);
        found.former = person.status == PersonStatus::Departed || domain::engine::asof::has_left(person, self.day);
        found.account = seat.map(|one| one.account);
        found.seat = seat.filter(|_| !found.former).map(|one| one.id);
        found.person = Some(person.id);
        self.judge(&mut found, person.id);
        (found.detail, found.detail_marks) = (detail.text, detail.marks);
        Some(found)
    }

    /// Somebody whose data is kept and not used: found by who types the full name, and told nothing of but that.
    fn restricted(&self, person: &Person) -> Option<Found> {
        let names = [&person.name_zh, &person.name_en].into_iter().flatten();
        let name = names.into_iter().find(|one| one.trim().to_lowercase() == self.typed.trim().to_lowercase())?;
        let said = Line { text: self.speech.say("rights-restricted-mark"), marks: vec![] };
        let marks = vec![(0, name.chars().count() as u32)];
        Some(Found { person: Some(person.id), marks, ..blank(Kind::Person, name.clone(), said) })
    }

    /// How they stand to us in the account's main decision; of those who have left or must not be approached nothing is told.
    fn judge(&self, found: &mut Found, person: PersonId) {
        let Some(account) = found.account.filter(|_| self.judging && !found.former) else { return };
        if names::is_shielded(self.snapshot, person, self.day) {
            return;
        }
        let decision = self.snapshot.main_decision(account).map(|one| one.id);
        found.judged = true;
        found.attitude = stance_of(self.snapshot, person, decision, self.day).and_then(|one| one.level);
    }

    /// Names of those who take part, where one of them is what was looked for.
    fn involved<'a>(&self, all: impl Iterator<Item = One<'a>>, line: &mut Line) {
        if self.query.is_none() {
            return;
        }
        let fitting = |one: One<'a>| {
            let (label, shown, told) = match one {
                One::Theirs(one) => ("search-guest", names::bare_name(one, &self.speech), one.pronunciation.as_deref()),
                One::Ours(one) => ("search-ours", names::either(&one.name_zh, &one.name_en, self.speech.lang()), None),
            };
            let own = self.fits(&shown, ReadAs::Name, told);
            let other = |text: &&str| **text != *shown && own.is_empty();
            let others =
                one.names().into_iter().filter(other).map(|text| (text.to_owned(), self.marks(text, ReadAs::Name)));
            let other = others.into_iter().find(|(_, marks)| !marks.is_empty());
            (!own.is_empty() || other.is_some()).then(|| (label, shown.clone(), spans(&own), other))
        };
        for (label, name, marks, other) in all.filter_map(fitting).take(MOST_NAMED) {
            line.push(&self.speech.say(label), vec![]);
            line.push(&name, marks);
            if let Some((text, marks)) = other {
                line.push(&text, marks);
            }
        }
    }

    /// Underlines the name in the title, and the label behind it where that was meant.
    fn name(&self, found: &mut Found, bare: &str, told: Option<&str>) {
        let before = found.title.find(bare).map(|at| found.title[..at].chars().count() as u32);
        let own = spans(&self.fits(bare, ReadAs::Name, told));
        found.marks = match before {
            Some(before) if !own.is_empty() => own.into_iter().map(|(from, to)| (from + before, to + before)).collect(),
            _ => self.marks(&found.title, ReadAs::Phrase),
        };
    }

    /// How the Chinese name is read, letters that were typed underlined; or the name in the other script when that is what fits.
    fn reading(&self, found: &mut Found, person: &Person) {
        let told = person.pronunciation.as_deref();
        let chinese = person.name_zh.as_deref().unwrap_or_default();
        let spelt = spelling(chinese, told);
        let fits = self.fits(chinese, ReadAs::Name, told);
        found.reading_marks = fits.iter().flat_map(|fit| letters(fit, &spelt)).collect();
        found.reading = spelt.text;
        let shown_fits = !found.marks.is_empty() || !found.reading_marks.is_empty();
        let variants = person.variants.iter().map(|one| one.text.as_str());
        let others = [person.name_zh.as_deref(), person.name_en.as_deref()].into_iter().flatten().chain(variants);
        if let Some((text, marks)) = others
            .filter(|one| !shown_fits && *one != found.title)
            .map(|one| (one, self.marks(one, ReadAs::Name)))
            .find(|(_, marks)| !marks.is_empty())
        {
            (found.reading, found.reading_marks) = (text.to_owned(), marks);
        }
    }

    /// The post that fits, else the first.
    fn post(&self, held: &[&Tenure]) -> (Option<&Seat>, Line) {
        let seats = held.iter().filter_map(|one| self.snapshot.seat(one.seat));
        let mut all: Vec<(Option<&Seat>, Line)> = seats.map(|seat| (Some(seat), self.place(seat))).collect();
        let fitting = all.iter().position(|(_, line)| !line.marks.is_empty()).unwrap_or(0);
        if all.is_empty() { (None, Line::default()) } else { all.swap_remove(fitting) }
    }

    /// Account, unit of the day and post; the unit is left out where the post says it.
    fn place(&self, seat: &Seat) -> Line {
        let lang = self.speech.lang();
        let mut line = Line::default();
        let account =
            self.snapshot.account(seat.account).map_or_else(String::new, |one| names::account_name(one, lang));
        let unit = self.snapshot.units.iter().find(|one| one.id == unit_of(seat, self.day));
        let unit = unit.map_or_else(String::new, |one| names::either(&one.name_zh, &one.name_en, lang));
        let title = names::either(&seat.title_zh, &seat.title_en, lang);
        let unit = if unit == account || title.contains(&unit) { String::new() } else { unit };
        for text in [account, unit, title] {
            line.push(&text, self.marks(&text, ReadAs::Phrase));
        }
        line
    }

    /// The number or address that fits, when that is what was looked for.
    fn contact(&self, hit: &Hit, person: PersonId, line: &mut Line) {
        let own = self.snapshot.facts.iter().filter(|one| one.person == person);
        for text in own.filter_map(|one| one.value.as_deref().map(|text| (one.kind, text))) {
            match (hit.part, text) {
                (Part::Phone, (FactKind::Mobile | FactKind::Phone, text)) => {
                    if let Some(mark) = self.figures(text) {
                        line.push(text, vec![mark]);
                    }
                }
                (Part::Mail, (FactKind::Email, text)) => {
                    let marks = self.marks(text, ReadAs::Phrase);
                    if !marks.is_empty() {
                        line.push(text, marks);
                    }
                }
                _ => {}
            }
        }
    }

    /// Where the figures typed stand in a number, signs between them included.
    fn figures(&self, text: &str) -> Option<(u32, u32)> {
        let typed = self.query?.figures()?;
        let at: Vec<(usize, char)> = text.chars().enumerate().filter(|(_, c)| plain(*c).is_ascii_digit()).collect();
        let all: String = at.iter().map(|(_, c)| plain(*c)).collect();
        let from = all.find(typed)?;
        Some((at.get(from)?.0 as u32, at.get(from + typed.len() - 1)?.0 as u32 + 1))
    }

    fn account(&self, hit: &Hit) -> Option<Found> {
        let account = self.snapshot.account(AccountId::from(hit.id))?;
        let title = names::account_name(account, self.speech.lang());
        let mut detail = Line::default();
        // What was typed may stand in the other name or the ref.
        let other =
            [&account.name_zh, &account.name_en, &account.r#ref].into_iter().flatten().filter(|one| **one != title);
        let marks = self.marks(&title, ReadAs::Phrase);
        for one in other.filter(|_| marks.is_empty()) {
            let marks = self.marks(one, ReadAs::Phrase);
            if !marks.is_empty() {
                detail.push(one, marks);
            }
        }
        detail.push(&self.speech.label("code", account.stage), vec![]);
        Some(Found { marks, account: Some(account.id), ..blank(Kind::Account, title, detail) })
    }

    fn visit(&self, hit: &Hit) -> Option<Found> {
        let visit = self.snapshot.visit(VisitId::from(hit.id))?;
        let account = self.snapshot.account(visit.account);
        let account = account.map_or_else(String::new, |one| names::account_name(one, self.speech.lang()));
        let title = visit.purpose.clone().unwrap_or_else(|| account.clone());
        let mut detail = Line::default();
        if title != account {
            detail.push(&account, self.marks(&account, ReadAs::Phrase));
        }
        detail.push(&self.speech.day(visit.starts_on), vec![]);
        self.involved(Involved::of(self.snapshot).in_visit(visit), &mut detail);
        let place = visit.place.as_deref().unwrap_or_default();
        detail.push(place, self.marks(place, ReadAs::Phrase));
        let marks = self.marks(&title, ReadAs::Phrase);
        Some(Found { marks, account: Some(visit.account), visit: Some(visit.id), ..blank(Kind::Visit, title, detail) })
    }

    fn promise(&self, hit: &Hit) -> Option<Found> {
        let lang = self.speech.lang();
        let one = self.snapshot.commitments.iter().find(|one| one.id == CommitmentId::from(hit.id))?;
        let title = names::either(&one.text_zh, &one.text_en, lang);
        let marks = self.marks(&title, ReadAs::Phrase);
        let mut detail = Line::default();
        let account = self.snapshot.account(one.account).map_or_else(String::new, |one| names::account_name(one, lang));
        detail.push(&account, self.marks(&account, ReadAs::Phrase));
        self.involved(Involved::of(self.snapshot).in_promise(one), &mut detail);
        let state = match one.delivered_on {
            Some(_) => self.speech.say("search-promise-kept"),
            None if one.is_withdrawn(self.day) => self.speech.say("search-promise-withdrawn"),
            None => self.speech.text("search-promise-due", &[("day", self.speech.day(one.promised_on))]),
        };
        detail.push(&state, vec![]);
        Some(Found { marks, account: Some(one.account), promise: Some(one.id), ..blank(Kind::Promise, title, detail) })
    }

    /// A unit, opened at its first seat.
    fn unit(&self, hit: &Hit) -> Option<Found> {
        let lang = self.speech.lang();
        let unit = self.snapshot.units.iter().find(|one| one.id == UnitId::from(hit.id))?;
        let title = names::either(&unit.name_zh, &unit.name_en, lang);
        let marks = self.marks(&title, ReadAs::Phrase);
        let mut detail = Line::default();
        let account =
            self.snapshot.account(unit.account).map_or_else(String::new, |one| names::account_name(one, lang));
        detail.push(&account, self.marks(&account, ReadAs::Phrase));
        let there = |one: &&Seat| {
            unit_of(one, self.day) == unit.id && domain::engine::asof::is_in_force(one.from_on, one.to_on, self.day)
        };
        let first = self.snapshot.seats.iter().filter(there).min_by_key(|one| (one.position, one.id));
        Some(Found {
            marks,
            account: Some(unit.account),
            seat: first.map(|one| one.id),
            ..blank(Kind::Unit, title, detail)
        })
    }

    fn staff(&self, hit: &Hit) -> Option<Found> {
        let lang = self.speech.lang();
        let one = self.snapshot.staff_member(StaffId::from(hit.id))?;
        let title = names::either(&one.name_zh, &one.name_en, lang);
        let post = names::either(&one.title_zh, &one.title_en, lang);
        let mut detail = Line::default();
        detail.push(&post, self.marks(&post, ReadAs::Phrase));
        let spelt = spelling(&title, None);
        let fits = self.fits(&title, ReadAs::Name, None);
        let mut found = Found { marks: spans(&fits), staff: Some(one.id), ..blank(Kind::Staff, title, detail) };
        found.reading_marks = fits.iter().flat_map(|fit| letters(fit, &spelt)).collect();
        found.reading = spelt.text;
        Some(found)
    }

    fn seat(&self, hit: &Hit) -> Option<Found> {
        let seat = self.snapshot.seat(SeatId::from(hit.id))?;
        let title = names::either(&seat.title_zh, &seat.title_en, self.speech.lang());
        let marks = self.marks(&title, ReadAs::Phrase);
        let bare = Seat { title_zh: None, title_en: None, ..seat.clone() };
        Some(Found {
            marks,
            account: Some(seat.account),
            seat: Some(seat.id),
            ..blank(Kind::Seat, title, self.place(&bare))
        })
    }
}

/// A kind on the wire.
pub(super) fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Account => "account",
        Kind::Visit => "visit",
        Kind::Promise => "promise",
        Kind::Unit => "unit",
        Kind::Staff => "staff",
        Kind::Seat => "seat",
    }
}

fn spans(fits: &[Fit]) -> Marks {
    fits.iter().map(|fit| (fit.from as u32, fit.to as u32)).collect()
}

/// The letters of a reading that were typed.
fn letters(fit: &Fit, spelt: &Spelling) -> Marks {
    let typed = fit.letters.iter().enumerate().filter(|(_, letters)| **letters > 0);
    let span = |(at, letters): (usize, &u8)| {
        let (start, len) = spelt.spans.get(fit.from + at).copied().filter(|(_, len)| *len > 0)?;
        Some((start, start + u32::from(*letters).min(len)))
    };
    typed.filter_map(span).collect()
}

fn blank(kind: Kind, title: String, detail: Line) -> Found {
    Found {
        kind: name(kind).to_owned(),
        title,
        reading: String::new(),
        detail: detail.text,
        marks: vec![],
        reading_marks: vec![],
        detail_marks: detail.marks,
        former: false,
        judged: false,
        attitude: None,
        account: None,
        seat: None,
        person: None,
        visit: None,
        staff: None,
        promise: None,
    }
}
