//! Searching the index. Deliberately absent: how the index is made.

use super::fold::is_han;
use std::collections::BTreeSet;

use super::index::{Ask, Entry, Index, LETTERS, NO_GROUP, Part, initial, packed, threes};
use super::query::{FEWEST_FIGURES, How, Query, Spot, Term, common};
use super::rank::{Best, Hit, Kind, Rank, tier};
use super::sound::{self, Sound};
use super::typo::{Pattern, allowed};
use uuid::Uuid;

/// No part of an entry fits.
const NOWHERE: u8 = u8::MAX;

/// Most that are told of what fits with a slip, when everything is wanted that fits.
const MOST_NEAR: usize = 500;

/// A text that fits.
#[derive(Clone, Copy)]
struct Found {
    text: u32,
    how: How,
    from: usize,
    len: usize,
    whole: bool,
}

impl Found {
    fn on(text: u32, spot: Spot, len: usize) -> Self {
        let Spot { how, from, to } = spot;
        Self { text, how, from, len, whole: to - from == len }
    }

    /// A text that fits somehow.
    fn near(text: u32) -> Self {
        Self { text, how: How::Near, from: 0, len: 0, whole: false }
    }

    fn tier(&self, part: Part) -> u8 {
        tier(part, self.how, self.from, self.whole)
    }
}

impl Index {
    /// The best of what fits, in the order of [`super::rank`]. What was typed in one is cut in two only when it fits nowhere in one;
    /// slips are forgiven, and Chinese is heard instead of read, only when nothing fits otherwise.
    pub fn find(&self, query: &Query, ask: &Ask<'_>) -> Vec<Hit> {
        let Some(group) = ask.group.map_or(Some(NO_GROUP), |id| self.by_group.get(&id).copied()) else {
            return Vec::new();
        };
        let mut search =
            Search { index: self, group, ask, recent: Recent::new(self, ask.recent), best: Best::new(ask.limit) };
        search.term(&query.whole);
        search.every(&query.terms);
        if search.best.is_empty() {
            query.halves().for_each(|both| search.every(&both));
        }
        if search.best.is_empty() {
            search.near(query);
        }
        let hit = |(rank, part): (Rank, Part)| {
            let entry = self.entries.get(rank.entry as usize)?;
            Some(Hit { kind: entry.kind, id: entry.id, part, how: rank.how })
        };
        search.best.into_sorted().into_iter().filter_map(hit).collect()
    }

    /// Everything of a kind that fits, in no order: for lists that are ordered otherwise.
    pub fn all(&self, query: &Query, kind: Kind) -> BTreeSet<Uuid> {
        let mut kept = self.entries_with(&query.whole);
        if let Some((first, others)) = query.terms.split_first() {
            let mut each = self.entries_with(first);
            for one in others {
                each.iter_mut().zip(self.entries_with(one)).for_each(|(held, tier)| *held = (*held).max(tier));
            }
            kept.iter_mut().zip(each).for_each(|(held, tier)| *held = (*held).min(tier));
        }
        let fits = |one: &(&Entry, u8)| one.1 != NOWHERE && !one.0.gone && one.0.kind == kind;
        let found: BTreeSet<Uuid> = self.entries.iter().zip(kept).filter(fits).map(|one| one.0.id).collect();
        if !found.is_empty() {
            return found;
        }
        let ask = Ask { group: None, kinds: &[kind], recent: &[], limit: MOST_NEAR };
        self.find(query, &ask).into_iter().map(|hit| hit.id).collect()
    }

    /// Tells every text that fits a word; one may be told more than once.
    fn texts(&self, term: &Term, mut tell: impl FnMut(Found)) {
        if term.han {
            self.chinese(term, &mut tell);
            return;
        }
        for (text, whole) in self.words.beginning(&term.text) {
            tell(Found { text, how: How::Written, from: 0, len: 0, whole });
        }
        if term.is_spelling() && term.letters().first().is_some_and(u8::is_ascii_alphabetic) {
            self.spelt(term, &mut tell);
        }
    }

    fn chinese(&self, term: &Term, tell: &mut impl FnMut(Found)) {
        let lists = term.glyphs.iter().filter(|one| is_han(**one)).map(|one| self.by_glyph.of(usize::from(*one)));
        for text in lists.min_by_key(|one| one.len()).unwrap_or_default() {
            let (seen, sounds) = self.slice(*text);
            if let Some(spot) = term.spot(seen, sounds) {
                tell(Found::on(*text, spot, seen.len()));
            }
        }
    }

    /// Texts with one syllable that begins so, and texts whose neighbours begin with letters the word can be cut at.
    fn spelt(&self, term: &Term, tell: &mut impl FnMut(Found)) {
        let typed = term.letters();
        let mut look = |list: &[u32]| {
            for text in list {
                let (seen, sounds) = self.slice(*text);
                if let Some(spot) = term.spells(seen, sounds) {
                    tell(Found::on(*text, spot, seen.len()));
                }
            }
        };
        let Some(first) = initial(typed) else { return };
        // Where the first syllable may end: behind its first letter, behind `zh`, `ch`, `sh`, behind all of it. Then it is known, and the
        // shorter of two lists is looked through.
        let mut ends = vec![(1, None)];
        ends.extend((typed.len() > 2 && typed[1] == b'h').then_some((2, None)));
        for one in 1..sound::count() {
            let name = sound::name(one as Sound).as_bytes();
            match common(typed, name) {
                0 => {}
                all if all == typed.len() => look(self.by_sound.of(one)),
                all if all == name.len() && all > 1 => ends.push((all, Some(one))),
                _ => {}
            }
        }
        let mut seen = [false; LETTERS];
        for (end, whole) in ends {
            let Some(second) = typed.get(end..).and_then(initial) else { continue };
            let pairs = self.by_pair.of(first * LETTERS + second);
            let known = whole.map(|one| self.by_sound.of(one)).filter(|list| list.len() < pairs.len());
            match known {
                _ if seen[second] => {}
                Some(list) => look(list),
                None => {
                    seen[second] = true;
                    look(pairs);
                }
            }
        }
    }
}

/// One search over the index.
struct Search<'a> {
    index: &'a Index,
    group: u16,
    ask: &'a Ask<'a>,
    recent: Recent,
    best: Best,
}

/// What was opened lately, with a quick no for all that was not.
struct Recent {
    /// Entries, the latest first.
    entries: Vec<u32>,
    maybe: [u64; 64],
    /// The same for the texts they have.
    texts: [u64; 64],
}

impl Recent {
    fn new(index: &Index, ids: &[Uuid]) -> Self {
        let entries: Vec<u32> = ids.iter().filter_map(|id| index.entry_of(*id)).collect();
        let mut made = Self { entries, maybe: [0; 64], texts: [0; 64] };
        for entry in &made.entries {
            note(&mut made.maybe, *entry);
            index.fields_of(*entry).iter().for_each(|text| note(&mut made.texts, *text));
        }
        made
    }

    fn at(&self, entry: u32) -> u16 {
        if !noted(&self.maybe, entry) {
            return u16::MAX;
        }
        self.entries.iter().position(|one| *one == entry).map_or(u16::MAX, |at| at.min(65_000) as u16)
    }

    /// No entry with this text was opened later.
    fn at_best(&self, text: u32) -> u16 {
        if noted(&self.texts, text) { 0 } else { u16::MAX }
    }
}

fn note(bits: &mut [u64; 64], number: u32) {
    bits[(number >> 6 & 63) as usize] |= 1 << (number & 63);
}

fn noted(bits: &[u64; 64], number: u32) -> bool {
    bits[(number >> 6 & 63) as usize] >> (number & 63) & 1 == 1
}

impl Search<'_> {
    fn term(&mut self, term: &Term) {
        let index = self.index;
        index.texts(term, |found| self.own(&found));
        self.phones(term, |_| true);
    }

    /// Every entry that has a text; none when the best so far are all better than the best of them could be.
    fn own(&mut self, found: &Found) {
        let part = self.index.parts[found.text as usize];
        let owners = self.index.owners.of(found.text as usize);
        let Some(first) = owners.first() else { return };
        let (recent, from, len) = (self.recent.at_best(found.text), small(found.from), small(found.len));
        let (tier, how, kind) = (found.tier(part), found.how, Kind::Person);
        if self.best.is_beyond(&Rank { tier, recent, how, former: false, kind, from, len, entry: *first }) {
            return;
        }
        for entry in owners {
            self.take(*entry, part, found);
        }
    }

    fn take(&mut self, number: u32, part: Part, found: &Found) {
        let entry = &self.index.entries[number as usize];
        let elsewhere = self.group != NO_GROUP && entry.group != self.group;
        let other = !self.ask.kinds.is_empty() && !self.ask.kinds.contains(&entry.kind);
        if entry.gone || elsewhere || other {
            return;
        }
        let rank = Rank {
            tier: found.tier(part),
            recent: self.recent.at(number),
            how: found.how,
            former: entry.former,
            kind: entry.kind,
            from: small(found.from),
            len: small(found.len),
            entry: number,
        };
        self.best.take(rank, part);
    }

    fn phones(&mut self, term: &Term, also: impl Fn(u32) -> bool) {
        for entry in self.index.called(term) {
            if also(entry) {
                let found = Found { text: 0, how: How::Written, from: 0, len: 0, whole: false };
                self.take(entry, Part::Phone, &found);
            }
        }
    }

    /// Entries in which each word fits somewhere; they rank by the word that fits worst.
    fn every(&mut self, terms: &[Term]) {
        let Some((last, others)) = terms.split_last() else { return };
        let sets: Vec<Vec<u8>> = others.iter().map(|one| self.index.entries_with(one)).collect();
        let worst = |entry: u32| sets.iter().map(|one| one[entry as usize]).max().unwrap_or(0);
        let index = self.index;
        index.texts(last, |found| {
            let part = index.parts[found.text as usize];
            let own = found.tier(part);
            for entry in index.owners.of(found.text as usize) {
                let others = worst(*entry);
                if others != NOWHERE {
                    let part = if others > own { part_of_tier(others) } else { part };
                    self.take(*entry, part, &Found { from: found.from.max(1), whole: false, ..found });
                }
            }
        });
        self.phones(last, |entry| worst(entry) != NOWHERE);
    }

    fn near(&mut self, query: &Query) {
        let index = self.index;
        if let Some(heard) = query.by_sound() {
            index.spelt(&heard.whole, &mut |found| {
                if found.how == How::Spelt {
                    self.own(&Found::near(found.text));
                }
            });
            return;
        }
        let most = allowed(query.whole.text.len());
        let Some(pattern) = Pattern::new(query.whole.text.as_bytes()).filter(|_| most > 0 && !query.whole.han) else {
            return;
        };
        index.words.near(&pattern, most).for_each(|text| self.own(&Found::near(text)));
        index.spelt.near(&pattern, most).for_each(|text| self.own(&Found::near(text)));
    }
}

fn small(number: usize) -> u8 {
    number.min(255) as u8
}

/// A part that counts as much.
fn part_of_tier(tier: u8) -> Part {
    match tier {
        0..=2 => Part::Name,
        3 => Part::Label,
        4 => Part::Post,
        5 => Part::Unit,
        _ => Part::Account,
    }
}

impl Index {
    fn fields_of(&self, entry: u32) -> &[u32] {
        let end = self.entries.get(entry as usize + 1).map_or(self.fields.len(), |next| next.fields as usize);
        &self.fields[self.entries[entry as usize].fields as usize..end]
    }

    /// Who has a telephone number with these figures in it, each once.
    fn called(&self, term: &Term) -> Vec<u32> {
        let Some(figures) = term.figures().filter(|one| one.len() <= 16 && one.len() >= FEWEST_FIGURES) else {
            return Vec::new();
        };
        let wanted = packed(figures.chars());
        let mask = u64::MAX >> (64 - 4 * figures.len());
        let fits = |number: u64| (0..=16 - figures.len()).any(|at| (number >> (4 * at)) & mask == wanted);
        let rarest = threes(wanted).map(|three| self.by_figures.of(three)).min_by_key(|list| list.len());
        let phones = rarest.unwrap_or_default().iter().map(|one| self.phones[*one as usize]);
        let mut found: Vec<u32> = phones.filter(|(number, _)| fits(*number)).map(|(_, entry)| entry).collect();
        found.dedup();
        found
    }

    /// For each entry how much it counts that a word fits in it.
    fn entries_with(&self, term: &Term) -> Vec<u8> {
        let mut all = vec![NOWHERE; self.entries.len()];
        self.texts(term, |found| {
            let own = found.tier(self.parts[found.text as usize]);
            for entry in self.owners.of(found.text as usize) {
                let held = &mut all[*entry as usize];
                *held = own.min(*held);
            }
        });
        for entry in self.called(term) {
            all[entry as usize] = all[entry as usize].min(3);
        }
        all
    }
}
