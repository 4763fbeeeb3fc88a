//! Whom a row of a pasted list means: by name, by label, by post when names are equal, by sound when nothing else fits.

use domain::*;

use super::list::Read;
use super::{blank_row, lexicon};
use crate::commands::search::readings;
use crate::names;
use crate::wire::{GuestCandidate, PastedRow, PastedState, ViewContext};
use crate::words::Speech;

/// Somebody of the account under all their names.
struct Known<'a> {
    person: &'a Person,
    names: Vec<String>,
    sounds: Vec<String>,
    post: String,
}

/// The people of an account, and what the rows so far have used up.
pub(super) struct Matching<'a> {
    snapshot: &'a Snapshot,
    speech: &'a Speech<'a>,
    day: Day,
    known: Vec<Known<'a>>,
    guests: Vec<PersonId>,
    met: Vec<PersonId>,
    unknown: Vec<String>,
}

impl<'a> Matching<'a> {
    pub fn new(snapshot: &'a Snapshot, speech: &'a Speech, visit: Option<VisitId>, context: &ViewContext) -> Self {
        let day = context.today;
        let present = snapshot.people.iter().filter(|one| one.status != PersonStatus::Erased);
        let known = present
            .map(|person| {
                let spelt = [&person.name_zh, &person.name_en].into_iter().flatten().cloned();
                let names: Vec<String> = spelt.chain(person.variants.iter().map(|one| one.text.clone())).collect();
                let sounds = names.iter().map(|one| sound(one)).collect();
                Known { person, names, sounds, post: names::post_of(snapshot, person.id, day, context.lang) }
            })
            .collect();
        let own = snapshot.visit_guests.iter().filter(|one| Some(one.visit) == visit);
        let guests = own.map(|one| one.person).collect();
        Self { snapshot, speech, day, known, guests, met: Vec::new(), unknown: Vec::new() }
    }

    /// Every name, longest first, so that a longer one is not read as a shorter.
    pub fn names(&self) -> Vec<String> {
        let long = |one: &&String| one.chars().count() >= 2;
        let mut names: Vec<String> = self.known.iter().flat_map(|one| &one.names).filter(long).cloned().collect();
        names.sort_by_key(|one| std::cmp::Reverse(one.chars().count()));
        names.dedup();
        names
    }

    pub fn row(&mut self, read: Read) -> PastedRow {
        if read.name.is_empty() {
            return blank_row(read, PastedState::NoName, self.speech);
        }
        let (found, sure) = self.find(&read);
        let candidates: Vec<GuestCandidate> = found.iter().map(|at| self.candidate(*at)).collect();
        let person = match found.as_slice() {
            [one] => Some(self.known[*one].person),
            _ => None,
        };
        let state = match person {
            Some(person) => self.state(person, sure),
            None if !found.is_empty() => PastedState::Ambiguous,
            None => {
                let key = same(&format!("{} {}", read.name, read.title.as_deref().unwrap_or_default()));
                let double = self.unknown.contains(&key);
                self.unknown.push(key);
                if double { PastedState::Double } else { PastedState::New }
            }
        };
        PastedRow { person: person.map(|one| one.id), candidates, ..blank_row(read, state, self.speech) }
    }

    fn state(&mut self, person: &Person, sure: bool) -> PastedState {
        if names::is_shielded(self.snapshot, person.id, self.day) {
            return PastedState::Barred;
        }
        if self.guests.contains(&person.id) {
            return PastedState::Already;
        }
        if self.met.contains(&person.id) {
            return PastedState::Double;
        }
        self.met.push(person.id);
        match (names::is_there(person, self.day), sure) {
            (false, _) => PastedState::Left,
            (true, true) => PastedState::Known,
            (true, false) => PastedState::Similar,
        }
    }

    /// Places of the people meant, and whether the name itself says so.
    fn find(&self, read: &Read) -> (Vec<usize>, bool) {
        let wanted = same(&read.name);
        let by = |fits: &dyn Fn(&Known) -> bool| -> Vec<usize> {
            self.known.iter().enumerate().filter(|(_, one)| fits(one)).map(|(at, _)| at).collect()
        };
        let printed = |one: &Known| {
            [&one.person.name_zh, &one.person.name_en, &one.person.label]
                .into_iter()
                .flatten()
                .any(|name| same(name) == wanted)
        };
        let exact = by(&printed);
        if !exact.is_empty() {
            return (self.by_post(exact, read), true);
        }
        let elsewhere = by(&|one| one.names.iter().any(|name| same(name) == wanted));
        if !elsewhere.is_empty() {
            return (self.by_post(elsewhere, read), false);
        }
        let short = read.name.chars().count() == 1 || lexicon::is_compound_surname(&read.name);
        if short {
            let family = by(&|one| one.person.name_zh.as_deref().is_some_and(|name| name.starts_with(&read.name)));
            return (self.by_post(family, read), false);
        }
        let heard = turned(&read.name);
        let alike = by(&|one| one.sounds.iter().any(|own| !own.is_empty() && heard.contains(own)));
        (self.by_post(alike, read), false)
    }

    /// Of several, those whose post or label the title names; all of them when it names none.
    fn by_post(&self, found: Vec<usize>, read: &Read) -> Vec<usize> {
        let Some(title) = read.title.as_deref().map(same).filter(|_| found.len() > 1) else { return found };
        let fits = |at: &&usize| {
            let one = &self.known[**at];
            let said = |text: &str| !text.is_empty() && (same(text).contains(&title) || title.contains(&same(text)));
            said(&one.post) || one.person.label.as_deref().is_some_and(said)
        };
        let narrowed: Vec<usize> = found.iter().filter(fits).copied().collect();
        if narrowed.is_empty() { found } else { narrowed }
    }

    fn candidate(&self, at: usize) -> GuestCandidate {
        let one = &self.known[at];
        let name = names::person_name(one.person, self.speech);
        GuestCandidate { person: one.person.id, name, post: one.post.clone() }
    }
}

/// A text as it is compared: without spaces, dots and case.
fn same(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '·' | '.' | '-' | '\'' | ','))
        .flat_map(char::to_lowercase)
        .collect()
}

/// A name as it sounds in pinyin, in one piece.
fn sound(name: &str) -> String {
    readings(name).into_iter().flatten().collect::<String>().chars().filter(char::is_ascii_alphanumeric).collect()
}

/// How a name sounds, Latin ones also with the given name behind: `Hai Wang` is `wanghai` too.
fn turned(name: &str) -> Vec<String> {
    let mut all = vec![sound(name)];
    let words: Vec<&str> = name.split_whitespace().collect();
    if name.is_ascii() && (2..=3).contains(&words.len()) {
        let (last, first) = (words[words.len() - 1], words[..words.len() - 1].concat());
        all.push(sound(&format!("{last}{first}")));
    }
    all
}
