//! Where somebody is named in running text, and the text without them (F.4, point 7). A person decides; this proposes.
//!
//! Owns: what counts as naming somebody, and how sure it is. Deliberately absent: where texts stand (the store shows them)
//! and the word that takes the place of a name (catalogues).
//!
//! Sure are a full name that nobody else bears, a telephone number and a mail address. Not sure are a name of two
//! characters (they can be an ordinary word), a name others bear too, and a form of address: those are sure only in a record
//! that is about the person anyhow.

use std::ops::Range;

use super::suppression::{digits, half_width};
use crate::{Fact, FactKind, Person, Snapshot};

/// Fewest letters of a Latin name looked for by itself.
const FEWEST_LETTERS: usize = 3;

/// What somebody is named by.
#[derive(Debug, Clone, Default)]
pub struct Called {
    names: Vec<Name>,
    phones: Vec<String>,
    mails: Vec<String>,
    /// Longer names of others that hold one of these: `王小明` is not `王小`.
    longer: Vec<Vec<char>>,
}

#[derive(Debug, Clone)]
struct Name {
    folded: Vec<char>,
    latin: bool,
    sure: bool,
}

/// A place in a text where somebody is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the text.
    pub at: Range<usize>,
    /// Whether it can mean nobody else.
    pub sure: bool,
}

/// One letter of a text as it is compared, with the bytes it stands for.
struct Letter {
    folded: char,
    at: Range<usize>,
}

impl Called {
    /// What the person is named by in the records of a workspace.
    pub fn of(snapshot: &Snapshot, person: &Person) -> Self {
        let facts = snapshot.facts.iter().filter(|one| one.person == person.id);
        let mut called = Self::default();
        facts.for_each(|fact| called.reach(fact));
        let full = |parts: [&Option<String>; 2]| Some(format!("{}{}", parts[0].as_ref()?, parts[1].as_ref()?));
        let orders = [full([&person.given, &person.surname]), full([&person.surname, &person.given])];
        let printed = [&person.name_zh, &person.name_en, &person.pronunciation].into_iter().flatten().cloned();
        let variants = person.variants.iter().map(|one| one.text.clone());
        printed.chain(variants).chain(orders.into_iter().flatten()).for_each(|one| called.name(&one, true));
        if let Some(turned) = person.name_en.as_deref().and_then(turned) {
            called.name(&turned, true);
        }
        [&person.address_zh, &person.address_en].into_iter().flatten().for_each(|one| called.name(one, false));
        called.compare(snapshot, person);
        called
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.phones.is_empty() && self.mails.is_empty()
    }

    fn reach(&mut self, fact: &Fact) {
        let Some(value) = fact.value.as_deref() else { return };
        match fact.kind {
            FactKind::Mobile | FactKind::Phone => self.phones.extend(digits(value)),
            FactKind::Email if value.contains('@') => self.mails.push(half_width(value).trim().to_lowercase()),
            _ => {}
        }
    }

    fn name(&mut self, text: &str, full: bool) {
        let folded: Vec<char> = letters(text).into_iter().map(|one| one.folded).collect();
        let latin = folded.iter().all(|c| !is_han(*c));
        let least = if latin { FEWEST_LETTERS } else { 2 };
        if folded.len() < least || self.names.iter().any(|one| one.folded == folded) {
            return;
        }
        let words = text.split(|c: char| c.is_whitespace() || c == '-').filter(|one| !one.is_empty()).count();
        let sure = full && if latin { words > 1 || folded.len() > 8 } else { folded.len() > 2 };
        self.names.push(Name { folded, latin, sure });
    }

    /// A name others bear is sure no more, and a longer name that holds it is another one's.
    fn compare(&mut self, snapshot: &Snapshot, person: &Person) {
        let theirs =
            snapshot.people.iter().filter(|one| one.id != person.id).flat_map(|one| [&one.name_zh, &one.name_en]);
        let ours = snapshot.staff.iter().flat_map(|one| [&one.name_zh, &one.name_en]);
        for other in theirs.chain(ours).flatten() {
            let folded: Vec<char> = letters(other).into_iter().map(|one| one.folded).collect();
            for name in &mut self.names {
                if name.folded == folded {
                    name.sure = false;
                } else if folded.len() > name.folded.len() && contains(&folded, &name.folded) {
                    self.longer.push(folded.clone());
                }
            }
        }
    }

    /// Where the text names the person, in order and without overlaps. `about`: the record is about the person anyhow.
    pub fn find(&self, text: &str, about: bool) -> Vec<Mention> {
        if !self.might(text) {
            return Vec::new();
        }
        let all = letters(text);
        let others: Vec<Range<usize>> = self.longer.iter().flat_map(|one| matches(&all, one)).collect();
        let mut found = self.reached(text);
        let mut names: Vec<&Name> = self.names.iter().collect();
        names.sort_by_key(|one| std::cmp::Reverse(one.folded.len()));
        for name in names {
            for at in matches(&all, &name.folded) {
                let held = others.iter().any(|one| one.start <= at.start && at.end <= one.end && *one != at);
                if held || (name.latin && !stands_alone(&all, text, &at)) {
                    continue;
                }
                found.push(Mention { at: all[at.start].at.start..all[at.end - 1].at.end, sure: name.sure || about });
            }
        }
        found.sort_by_key(|one| (one.at.start, std::cmp::Reverse(one.at.end)));
        let mut last = 0;
        found.retain(|one| {
            let free = one.at.start >= last;
            if free {
                last = one.at.end;
            }
            free
        });
        found
    }

    /// A cheap look before letters are taken apart.
    fn might(&self, text: &str) -> bool {
        let wide = text.chars().any(|c| ('\u{ff01}'..='\u{ff5e}').contains(&c));
        let named = self
            .names
            .iter()
            .any(|one| if one.latin { text.chars().any(char::is_alphabetic) } else { text.contains(one.folded[0]) });
        let numbers = !self.phones.is_empty() && (wide || text.bytes().filter(u8::is_ascii_digit).count() > 6);
        named || numbers || (!self.mails.is_empty() && (wide || text.contains('@')))
    }

    /// Telephone numbers and mail addresses.
    fn reached(&self, text: &str) -> Vec<Mention> {
        let mut found = Vec::new();
        let is_number = |c: char| {
            c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, ' ' | '-' | '(' | ')' | '+' | '－')
        };
        let is_mail = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '@' | '%');
        for at in runs(text, is_number) {
            if digits(&text[at.clone()]).is_some_and(|one| self.phones.contains(&one)) {
                found.push(Mention { at: trimmed(text, at), sure: true });
            }
        }
        for at in runs(text, is_mail) {
            let at = trimmed(text, at);
            let plain = text[at.clone()].trim_end_matches('.').to_lowercase();
            if self.mails.contains(&plain) {
                found.push(Mention { at: at.start..at.start + plain.len(), sure: true });
            }
        }
        found
    }

    /// The text with another word in place of each mention; `None`: nobody is named.
    pub fn without(&self, text: &str, about: bool, word: &str) -> Option<(String, bool)> {
        let found = self.find(text, about);
        let sure = found.iter().all(|one| one.sure);
        (!found.is_empty()).then(|| (replaced(text, &found, word), sure))
    }
}

fn replaced(text: &str, found: &[Mention], word: &str) -> String {
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for one in found {
        out.push_str(&text[from..one.at.start]);
        out.push_str(word);
        from = one.at.end;
    }
    out.push_str(&text[from..]);
    out
}

/// `Ann Lee` as `Lee Ann`.
fn turned(name: &str) -> Option<String> {
    let (first, last) = name.trim().rsplit_once(' ')?;
    Some(format!("{last} {first}"))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The letters and digits of a text: lower case, half width, vowels without tone or accent.
fn letters(text: &str) -> Vec<Letter> {
    let mut all = Vec::new();
    for (start, c) in text.char_indices() {
        let at = start..start + c.len_utf8();
        let half =
            if ('\u{ff01}'..='\u{ff5e}').contains(&c) { char::from_u32(c as u32 - 0xfee0).unwrap_or(c) } else { c };
        if half.is_alphanumeric() {
            all.extend(half.to_lowercase().take(1).map(|one| Letter { folded: bare(one), at: at.clone() }));
        }
    }
    all
}

/// A Latin letter without its mark; `ü` as `u`.
fn bare(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ǎ' | 'ă' => 'a',
        'è'..='ë' | 'ē' | 'ě' | 'ĕ' => 'e',
        'ì'..='ï' | 'ī' | 'ǐ' | 'ĭ' => 'i',
        'ò'..='ö' | 'ō' | 'ǒ' | 'ŏ' => 'o',
        'ù'..='ü' | 'ū' | 'ǔ' | 'ŭ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'u',
        'ñ' | 'ń' => 'n',
        'ç' => 'c',
        other => other,
    }
}

fn contains(all: &[char], part: &[char]) -> bool {
    all.windows(part.len()).any(|one| one == part)
}

/// Every place of `name` in the letters, by index.
fn matches(all: &[Letter], name: &[char]) -> Vec<Range<usize>> {
    if name.is_empty() || all.len() < name.len() {
        return Vec::new();
    }
    let fits = |from: &usize| name.iter().zip(&all[*from..]).all(|(c, letter)| *c == letter.folded);
    (0..=all.len() - name.len()).filter(fits).map(|from| from..from + name.len()).collect()
}

/// Whether no Latin letter or digit touches the place on either side: `Ann` is not in `Annex`.
fn stands_alone(all: &[Letter], text: &str, at: &Range<usize>) -> bool {
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_han(c));
    let (start, end) = (all[at.start].at.start, all[at.end - 1].at.end);
    !touches(text[..start].chars().next_back()) && !touches(text[end..].chars().next())
}

/// Longest stretches of characters that satisfy `is`, as bytes.
fn runs(text: &str, is: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (is(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                all.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    all.extend(start.map(|from| from..text.len()));
    all
}

fn trimmed(text: &str, at: Range<usize>) -> Range<usize> {
    let part = &text[at.clone()];
    let start = at.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FactId, PersonId};
    use uuid::Uuid;

    fn person(number: u128, name: &str) -> Person {
        Person { name_zh: Some(name.into()), ..Person::bare(PersonId(Uuid::from_u128(number))) }
    }

    fn fact(kind: FactKind, value: &str) -> Fact {
        Fact { value: Some(value.into()), ..Fact::bare(FactId(Uuid::from_u128(9)), PersonId(Uuid::from_u128(1)), kind) }
    }

    fn called() -> Called {
        let one = Person {
            name_en: Some("Yuchi Sample".into()),
            pronunciation: Some("Yùchí Yàngběn".into()),
            address_zh: Some("样总".into()),
            ..person(1, "尉迟样")
        };
        let snapshot = Snapshot {
            people: vec![one.clone(), person(2, "尉迟样本")],
            facts: vec![fact(FactKind::Mobile, "139-0000-1234"), fact(FactKind::Email, "yang@example.com")],
            ..Snapshot::default()
        };
        Called::of(&snapshot, &one)
    }

    fn without(text: &str) -> Option<(String, bool)> {
        called().without(text, false, "※")
    }

    #[test]
    fn a_name_is_found_in_every_way_of_writing() {
        for (text, wanted) in [
            ("与尉迟样谈定", "与※谈定"),
            ("尉 迟 样：同意", "※：同意"),
            ("met YUCHI SAMPLE today", "met ※ today"),
            ("Sample, Yuchi agreed", "※ agreed"),
            ("读作 yuchi yangben。", "读作 ※。"),
            ("电话+86 13900001234。", "电话※。"),
            ("手机 １３９００００１２３４", "手机 ※"),
            ("写信到 Yang@Example.com.", "写信到 ※."),
            ("[\"尉迟样\",\"别人\"]", "[\"※\",\"别人\"]"),
        ] {
            assert_eq!(without(text), Some((wanted.into(), true)), "{text}");
        }
    }

    #[test]
    fn somebody_elses_longer_name_and_a_part_of_a_word_are_not_the_person() {
        for text in ["尉迟样本来了", "yuchi samples", "139000012345", "myang@example.com", "迟样", ""] {
            assert_eq!(without(text), None, "{text}");
        }
        assert_eq!(without("尉迟样本与尉迟样"), Some(("尉迟样本与※".into(), true)));
    }

    #[test]
    fn what_can_mean_another_is_not_sure_unless_the_record_is_about_the_person() {
        assert_eq!(without("样总来电"), Some(("※来电".into(), false)));
        assert_eq!(called().without("样总来电", true, "※"), Some(("※来电".into(), true)));
        let one = person(1, "样例");
        let shared = Snapshot { people: vec![one.clone(), person(2, "样例")], ..Snapshot::default() };
        assert_eq!(Called::of(&shared, &one).without("样例说", false, "※"), Some(("※说".into(), false)));
        let short = Snapshot { people: vec![one.clone()], ..Snapshot::default() };
        assert_eq!(Called::of(&short, &one).without("样例说", false, "※"), Some(("※说".into(), false)));
        assert!(Called::of(&short, &person(3, "")).is_empty());
    }
}
