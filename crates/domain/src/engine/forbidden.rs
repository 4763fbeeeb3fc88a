//! Matters that are not kept about people (F.5), found in typed text: words by a list, numbers by their check digits.
//!
//! Owns: what is caught, where it stands, and whether there is an allowed place for it. Deliberately absent: the reason and the
//! way out in words (catalogues), and any guess beyond the words: nobody's faith or health is inferred from anything.

mod numbers;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::Code as _;

codes! {
    /// What must not be kept, or only in its own place.
    ForbiddenMatter {
        Religion = "religion", Health = "health", Ethnicity = "ethnicity", Politics = "politics", SexLife = "sex_life",
        IdNumber = "id_number", BankCard = "bank_card", Passport = "passport", Family = "family", BloodType = "blood_type",
        Horoscope = "horoscope", Informant = "informant", Leverage = "leverage", Benefit = "benefit",
        /// Not forbidden, but kept as a diet alone: with its purpose, and seen by few (F.2, P3).
        Diet = "diet",
    }
}

/// Something caught. Places count characters of the text as typed; `to` is behind the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caught {
    pub matter: ForbiddenMatter,
    pub from: usize,
    pub to: usize,
}

impl Caught {
    /// Whether there is a place where it may be kept: the answer to the diet question.
    pub fn has_a_place(&self) -> bool {
        self.matter == ForbiddenMatter::Diet
    }
}

/// A word of the list, and what beside it says that something else is meant.
struct Word {
    matter: ForbiddenMatter,
    chars: Vec<char>,
    after: Vec<Vec<char>>,
    before: Vec<Vec<char>>,
}

/// Words by their first character.
static WORDS: LazyLock<HashMap<char, Vec<Word>>> = LazyLock::new(|| read(include_str!("../../data/forbidden.tsv")));

fn read(table: &'static str) -> HashMap<char, Vec<Word>> {
    let lines = || table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let named: HashMap<&str, Vec<&str>> =
        lines().filter(|one| one[0].starts_with('@')).map(|one| (one[0], one[1..].to_vec())).collect();
    let mut words: HashMap<char, Vec<Word>> = HashMap::new();
    for line in lines().filter(|one| one.len() > 1 && !one[0].starts_with('@')) {
        let Some(matter) = ForbiddenMatter::from_code(line[0]) else { continue };
        let beside: Vec<&str> =
            line[2..].iter().flat_map(|one| named.get(one).cloned().unwrap_or_else(|| vec![*one])).collect();
        let chars = |text: &str| text.trim().chars().collect::<Vec<char>>();
        let before = beside.iter().filter_map(|one| one.strip_prefix('-')).map(chars).collect();
        let after = beside.iter().filter(|one| !one.starts_with('-')).map(|one| chars(one)).collect();
        let word = Word { matter, chars: line[1].chars().collect(), after, before };
        if let Some(first) = word.chars.first() {
            words.entry(*first).or_default().push(word);
        }
    }
    words
}

/// Everything in a text that is not kept about people, in the order it stands; each place once, the longest word first.
pub fn caught(text: &str) -> Vec<Caught> {
    let chars: Vec<char> = text.chars().map(plain).collect();
    let mut found = numbers::caught(&chars);
    let mut at = 0;
    while at < chars.len() {
        match word_at(&chars, at) {
            Some(word) => {
                found.push(Caught { matter: word.matter, from: at, to: at + word.chars.len() });
                at += word.chars.len();
            }
            None => at += 1,
        }
    }
    found.sort_by_key(|one| (one.from, one.to));
    found
}

/// Width and case that make no difference.
fn plain(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c).to_ascii_lowercase(),
        '\u{3000}' => ' ',
        '’' => '\'',
        other => other.to_ascii_lowercase(),
    }
}

fn word_at(chars: &[char], at: usize) -> Option<&'static Word> {
    let here = WORDS.get(&chars[at])?.iter().filter(|word| stands(chars, at, word));
    here.max_by_key(|word| word.chars.len())
}

fn stands(chars: &[char], at: usize, word: &Word) -> bool {
    let end = at + word.chars.len();
    if chars.get(at..end) != Some(&word.chars[..]) {
        return false;
    }
    let latin = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let cut = (latin(word.chars.first()) && at > 0 && latin(chars.get(at - 1)))
        || (latin(word.chars.last()) && latin(chars.get(end)));
    !cut && !means_else(chars, at, end, word)
}

/// Whether what stands beside the word says that something else is meant: `回族自治县` is a place.
fn means_else(chars: &[char], at: usize, end: usize, word: &Word) -> bool {
    let space = |c: &char| *c == ' ';
    let head = &chars[..at];
    let head = &head[..head.iter().rposition(|c| !space(c)).map_or(0, |last| last + 1)];
    let mut rest = &chars[end..];
    rest = &rest[rest.iter().take_while(|c| space(c)).count()..];
    if word.matter == ForbiddenMatter::Ethnicity {
        rest = past_peoples(rest);
    }
    word.before.iter().any(|one| head.ends_with(one)) || word.after.iter().any(|one| rest.starts_with(one))
}

/// Names of other peoples passed by, for `阿坝藏族羌族自治州`.
fn past_peoples(mut rest: &[char]) -> &[char] {
    loop {
        let next = rest.first().and_then(|first| WORDS.get(first));
        let word = next.and_then(|all| {
            all.iter().find(|one| one.matter == ForbiddenMatter::Ethnicity && rest.starts_with(&one.chars))
        });
        match word {
            Some(word) if word.chars.last() == Some(&'族') => rest = &rest[word.chars.len()..],
            _ => return rest,
        }
    }
}

#[cfg(test)]
mod tests;
