//! Searching the index. Deliberately absent: how the index is made.

use super::fold::is_han;
use super::index::{Ask, Index, LETTERS, NO_GROUP, PARTS, Part, TEXT, initial, packed};
use super::query::{FEWEST_FIGURES, How, Query, Term, common};
use super::rank::{Best, Hit, Rank, tier};
use super::sound::{self, Sound};
use super::typo::{Pattern, allowed, letters};
use uuid::Uuid;

/// No part of an entry fits.
const NOWHERE: u8 = u8::MAX;

/// A text that fits.
#[derive(Clone, Copy)]
struct Found {
    text: u32,
    how: How,
    from: usize,
    len: usize,
    whole: bool,
}

impl Index {
    /// The best of what fits, in the order of [`super::rank`]. Slips are forgiven, and Chinese is heard instead of read, only when
    /// nothing fits otherwise.
    pub fn find(&self, query: &Query, ask: &Ask<'_>) -> Vec<Hit> {
        let Some(group) = ask.group.map_or(Some(NO_GROUP), |id| self.by_group.get(&id).copied()) else {
            return Vec::new();
        };
        let mut search =
            Search { index: self, group, ask, recent: Recent::new(ask.recent), best: Best::new(ask.limit) };
        search.term(&query.whole);
        search.every(&query.terms);
        if search.best.is_empty() {
            search.near(query);
        }
        let hit = |(rank, part): (Rank, Part)| {
            let entry = self.entries.get(rank.entry as usize)?;
            Some(Hit { kind: entry.kind, id: entry.id, part, how: rank.how })
        };
        search.best.into_sorted().into_iter().filter_map(hit).collect()
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
            if let Some(fit) = term.on(seen, sounds) {
                tell(Found {
                    text: *text,
                    how: fit.how,
                    from: fit.from,
                    len: seen.len(),
                    whole: fit.to - fit.from == seen.len(),
                });
            }
        }
    }

    /// Texts with one syllable that begins so, and texts whose neighbours begin with letters the word can be cut at.
    fn spelt(&self, term: &Term, tell: &mut impl FnMut(Found)) {
        let typed = term.letters();
        let mut look = |list: &[u32]| {
            for text in list {
                let (seen, sounds) = self.slice(*text);
                if let Some(fit) = term.spells(seen, sounds) {
                    tell(Found {
                        text: *text,
                        how: fit.how,
                        from: fit.from,
                        len: seen.len(),
                        whole: fit.to - fit.from == seen.len(),
                    });
                }
            }
        };
        for one in 1..sound::count() {
            if common(typed, sound::name(one as Sound).as_bytes()) == typed.len() {
                look(self.by_sound.of(one));
            }
        }
        let Some(first) = initial(typed) else { return };
        let mut seconds: Vec<usize> = (1..typed.len().min(7)).filter_map(|at| initial(&typed[at..])).collect();
        seconds.sort_unstable();
        seconds.dedup();
        seconds.into_iter().for_each(|second| look(self.by_pair.of(first * LETTERS + second)));
    }
}

/// One search over the index.
struct Search<'a> {
    index: &'a Index,
    group: u16,
    ask: &'a Ask<'a>,
    recent: Recent<'a>,
    best: Best,
}

/// What was opened lately, with a quick no for all that was not.
struct Recent<'a> {
    ids: &'a [Uuid],
    maybe: [u64; 64],
}

impl<'a> Recent<'a> {
    fn new(ids: &'a [Uuid]) -> Self {
        let mut maybe = [0; 64];
        for (word, bit) in ids.iter().map(Self::place) {
            maybe[word] |= 1 << bit;
        }
        Self { ids, maybe }
    }

    fn place(id: &Uuid) -> (usize, u32) {
        let end = id.as_u128() as usize;
        (end >> 6 & 63, end as u32 & 63)
    }

    fn at(&self, id: Uuid) -> u16 {
        let (word, bit) = Self::place(&id);
        if self.maybe[word] >> bit & 1 == 0 {
            return u16::MAX;
        }
        self.ids.iter().position(|one| *one == id).map_or(u16::MAX, |at| at.min(65_000) as u16)
    }
}

impl Search<'_> {
    fn term(&mut self, term: &Term) {
        let index = self.index;
        index.texts(term, |found| self.own(&found));
        self.phones(term, |_| true);
    }

    /// Every entry that has a text; none when the best so far are all better.
    fn own(&mut self, found: &Found) {
        let owners = self.index.owners.of(found.text as usize);
        let Some(part) = self.index.part_of(owners, found.text) else { return };
        if self.best.is_beyond(tier(part, found.how, found.from, found.whole)) {
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
            tier: tier(part, found.how, found.from, found.whole),
            recent: self.recent.at(entry.id),
            how: found.how,
            former: entry.former,
            kind: entry.kind,
            from: found.from.min(255) as u8,
            len: found.len.min(255) as u8,
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
            let owners = index.owners.of(found.text as usize);
            let Some(part) = index.part_of(owners, found.text) else { return };
            let own = tier(part, found.how, found.from, found.whole);
            for entry in owners {
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
        let near = |text: u32| Found { text, how: How::Near, from: 0, len: 0, whole: false };
        if let Some(heard) = query.by_sound() {
            index.spelt(&heard.whole, &mut |found| {
                if found.how == How::Spelt {
                    self.own(&near(found.text));
                }
            });
            return;
        }
        let most = allowed(query.whole.text.len());
        let Some(pattern) = Pattern::new(query.whole.text.as_bytes()).filter(|_| most > 0 && !query.whole.han) else {
            return;
        };
        index.words.near(&pattern, most).for_each(|text| self.own(&near(text)));
        let masks: Vec<(usize, u32)> = (0..sound::count())
            .map(|one| sound::name(one as Sound))
            .map(|one| (one.len(), letters(one.as_bytes())))
            .collect();
        for text in 0..index.starts.len() as u32 - 1 {
            let (_, sounds) = index.slice(text);
            if sounds.is_empty() || sounds.len() > query.whole.text.len() {
                continue;
            }
            let all = sounds
                .iter()
                .map(|one| masks[usize::from(sound::bare(*one))])
                .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 | one.1));
            let name = sounds.iter().flat_map(|one| sound::name(*one).as_bytes());
            if pattern.fits(all.0, most) && pattern.shares(all.1, most) && pattern.distance(name) <= most {
                self.own(&near(text));
            }
        }
    }
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

    /// What a text is: of all who have it the same, as texts are shared only among the same parts.
    fn part_of(&self, owners: &[u32], text: u32) -> Option<Part> {
        let field = self.fields_of(*owners.first()?).iter().find(|one| **one & TEXT == text)?;
        PARTS.get((field >> 28) as usize).copied()
    }

    /// Who has a telephone number with these figures in it.
    fn called(&self, term: &Term) -> Vec<u32> {
        let Some(figures) = term.figures().filter(|one| one.len() <= 16 && one.len() >= FEWEST_FIGURES) else {
            return Vec::new();
        };
        let wanted = packed(figures.chars());
        let mask = u64::MAX >> (64 - 4 * figures.len());
        let fits = |number: u64| (0..=16 - figures.len()).any(|at| (number >> (4 * at)) & mask == wanted);
        self.phones.iter().filter(|(number, _)| fits(*number)).map(|(_, entry)| *entry).collect()
    }

    /// For each entry how much it counts that a word fits in it.
    fn entries_with(&self, term: &Term) -> Vec<u8> {
        let mut all = vec![NOWHERE; self.entries.len()];
        self.texts(term, |found| {
            let owners = self.owners.of(found.text as usize);
            let Some(part) = self.part_of(owners, found.text) else { return };
            let own = tier(part, found.how, found.from, found.whole);
            for entry in owners {
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
