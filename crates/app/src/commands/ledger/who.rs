//! Everybody a typed line or a calendar may name: ours and theirs, by name, by sound, by surname with a title, by address.
//!
//! Deliberately absent: which of several is meant; a person says that.

use std::cell::OnceCell;
use std::collections::HashMap;

use domain::engine::asof::is_in_force;
use domain::*;

use super::super::search::readings;
use crate::names::is_there;

/// What follows a surname when somebody is spoken of by it.
const TITLES: [&str; 18] = [
    "总工",
    "总",
    "书记",
    "董事长",
    "董",
    "主任",
    "部长",
    "处长",
    "局长",
    "市长",
    "院长",
    "校长",
    "经理",
    "主席",
    "行长",
    "老师",
    "教授",
    "工",
];

/// Somebody who may be named.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Who {
    pub staff: Option<StaffId>,
    pub person: Option<PersonId>,
    /// The account somebody of theirs has a seat in.
    pub account: Option<AccountId>,
    /// As printed, lower case.
    pub names: Vec<String>,
}

/// All of them, looked up by name.
pub(super) struct Book {
    all: Vec<Who>,
    /// By the first character of a name: the name and whose it is.
    by_first: HashMap<char, Vec<(String, usize)>>,
    sounds: OnceCell<HashMap<String, Vec<usize>>>,
}

fn names_of<'a>(names: impl IntoIterator<Item = &'a Option<String>>) -> Vec<String> {
    let names = names.into_iter().flatten().map(|one| one.trim().to_lowercase());
    names.filter(|one| one.chars().count() >= 2).collect()
}

impl Book {
    /// Ours who are here on a day, and theirs who are, of one account or of all.
    pub fn of(snapshot: &Snapshot, account: Option<AccountId>, day: Day) -> Self {
        let here = |one: &&Staff| one.status != StaffStatus::Departed || one.left_on.is_some_and(|left| left >= day);
        let ours = snapshot.staff.iter().filter(here).map(|one| Who {
            staff: Some(one.id),
            person: None,
            account: None,
            names: names_of([&one.name_zh, &one.name_en]),
        });
        let seats: HashMap<SeatId, AccountId> = snapshot.seats.iter().map(|one| (one.id, one.account)).collect();
        let mut accounts: HashMap<PersonId, (bool, AccountId)> = HashMap::new();
        for tenure in snapshot.tenures.iter().filter(|one| is_in_force(one.from_on, one.to_on, day)) {
            let Some(own) = seats.get(&tenure.seat) else { continue };
            let kept = accounts.entry(tenure.person).or_insert((tenure.primary, *own));
            if tenure.primary && !kept.0 {
                *kept = (true, *own);
            }
        }
        let theirs = snapshot.people.iter().filter(|one| is_there(one, day)).filter_map(|one| {
            let own = accounts.get(&one.id)?.1;
            let variants = one.variants.iter().map(|variant| variant.text.trim().to_lowercase());
            let names = names_of([&one.name_zh, &one.name_en]).into_iter().chain(variants).collect();
            let who = Who { staff: None, person: Some(one.id), account: Some(own), names };
            account.is_none_or(|wanted| wanted == own).then_some(who)
        });
        let all: Vec<Who> = ours.chain(theirs).collect();
        let mut by_first: HashMap<char, Vec<(String, usize)>> = HashMap::new();
        for (at, who) in all.iter().enumerate() {
            for name in &who.names {
                if let Some(first) = name.chars().next() {
                    by_first.entry(first).or_default().push((name.clone(), at));
                }
            }
        }
        for names in by_first.values_mut() {
            names.sort_by_key(|one| std::cmp::Reverse(one.0.len()));
        }
        Self { all, by_first, sounds: OnceCell::new() }
    }

    pub fn get(&self, at: usize) -> &Who {
        &self.all[at]
    }

    /// Somebody of theirs.
    pub fn person(&self, id: PersonId) -> Option<Who> {
        self.all.iter().find(|one| one.person == Some(id)).cloned()
    }

    /// Whose name a text (lower case) begins with, the longest, and how many bytes it has.
    pub fn begins(&self, text: &str) -> Option<(usize, Vec<usize>)> {
        let first = text.chars().next()?;
        if let Some(names) = self.by_first.get(&first) {
            let ends = |name: &str| {
                let latin = name.chars().next_back().is_some_and(|one| one.is_ascii_alphanumeric());
                !latin || !text[name.len()..].starts_with(|one: char| one.is_alphanumeric())
            };
            if let Some((name, _)) = names.iter().find(|(name, _)| text.starts_with(name.as_str()) && ends(name)) {
                let mut found: Vec<usize> = names.iter().filter(|one| one.0 == *name).map(|one| one.1).collect();
                found.dedup();
                return Some((name.len(), found));
            }
            if let Some(found) = self.titled(text, names) {
                return Some(found);
            }
        }
        self.heard(text)
    }

    /// A surname with a title behind it: `苗总`.
    fn titled(&self, text: &str, names: &[(String, usize)]) -> Option<(usize, Vec<usize>)> {
        let surname = text.chars().next().filter(|one| ('\u{3400}'..='\u{9fff}').contains(one))?.len_utf8();
        let title = TITLES.iter().find(|one| text[surname..].starts_with(**one))?;
        let mut found: Vec<usize> = names.iter().map(|one| one.1).collect();
        found.sort_unstable();
        found.dedup();
        Some((surname + title.len(), found))
    }

    /// A Latin word that sounds like a Chinese name, in full or by its initials.
    fn heard(&self, text: &str) -> Option<(usize, Vec<usize>)> {
        let end = text.find(|one: char| !one.is_ascii_alphabetic()).unwrap_or(text.len());
        let word = &text[..end];
        let found = (end >= 2).then(|| self.sounds().get(word))??;
        Some((end, found.clone()))
    }

    fn sounds(&self) -> &HashMap<String, Vec<usize>> {
        self.sounds.get_or_init(|| {
            let mut sounds: HashMap<String, Vec<usize>> = HashMap::new();
            for (at, who) in self.all.iter().enumerate() {
                for name in who.names.iter().filter(|one| !one.is_ascii()) {
                    let parts: Vec<String> = readings(name).into_iter().flatten().collect();
                    let initials: String = parts.iter().filter_map(|one| one.chars().next()).collect();
                    for sound in [parts.concat(), initials] {
                        let known = sounds.entry(sound).or_default();
                        if !known.contains(&at) {
                            known.push(at);
                        }
                    }
                }
            }
            sounds
        })
    }

    /// Whose name this is, in any order and spacing.
    pub fn named(&self, name: &str) -> Vec<usize> {
        let wanted = letters(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        let turned = turned(name);
        let is = |who: &Who| {
            who.names.iter().map(|one| letters(one)).any(|one| one == wanted || Some(&one) == turned.as_ref())
        };
        self.all.iter().enumerate().filter(|(_, who)| is(who)).map(|one| one.0).collect()
    }

    /// Of ours: whose English name stands before the @ of an address, in either order.
    pub fn ours_by_mail(&self, mail: &str) -> Vec<usize> {
        let Some((local, _)) = mail.split_once('@') else { return Vec::new() };
        let spaced: String = local.chars().map(|one| if one.is_ascii_alphabetic() { one } else { ' ' }).collect();
        if letters(&spaced).len() < 4 {
            return Vec::new();
        }
        let found = self.named(&spaced);
        found.into_iter().filter(|at| self.all[*at].staff.is_some()).collect()
    }

    /// Theirs whose Chinese name of three signs and more, or of two between others, stands in a text.
    pub fn in_text(&self, text: &str) -> Vec<usize> {
        let text = text.to_lowercase();
        let mut found = Vec::new();
        for (at, _) in text.char_indices() {
            let rest = &text[at..];
            let Some(names) = rest.chars().next().and_then(|first| self.by_first.get(&first)) else { continue };
            if let Some((name, _)) = names.iter().find(|(name, _)| !name.is_ascii() && rest.starts_with(name.as_str()))
            {
                found.extend(names.iter().filter(|one| one.0 == *name).map(|one| one.1));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Letters and signs alone, lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|one| one.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A name of two or three Latin words with the last word first.
fn turned(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split(|one: char| !one.is_alphanumeric()).filter(|one| !one.is_empty()).collect();
    let (last, rest) = words.split_last()?;
    (name.is_ascii() && (1..=2).contains(&rest.len())).then(|| letters(&format!("{last}{}", rest.concat())))
}
