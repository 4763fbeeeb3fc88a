//! The index: what fits among very many texts, without looking at each. It answers what [`super::Query::on`] would answer for
//! every text, kept small: characters and syllables in two bytes each, lists of numbers, and no text that can be read out.
//!
//! Deliberately absent: a copy on disk. It is made from the records in less time than it takes to read them.

use std::collections::HashMap;

use super::fold::{Glyph, glyphs, is_han};
use super::lexicon::Lexicon;
use super::postings::Postings;
use super::query::{How, syllables, words_of};
use super::rank::{Hit, Kind};
use super::sound::{self, ReadAs, Sound};
use uuid::Uuid;

/// What a text of an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The name, in any script.
    Name,
    /// What tells namesakes apart.
    Label,
    Ref,
    Phone,
    Mail,
    Post,
    Unit,
    Account,
    /// What a unit itself is called.
    UnitName,
    /// Who takes part, of theirs or ours: in a visit, in a promise. Read as names.
    With,
}

/// Something to be found, with everything it is found by.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    pub kind: Kind,
    pub id: Uuid,
    /// The account it belongs to.
    pub group: Option<Uuid>,
    /// Who has left stands behind those who are there.
    pub former: bool,
    pub parts: Vec<(Part, &'a str)>,
    /// How the person says the name; for the Chinese one.
    pub told: Option<&'a str>,
}

/// What is looked for besides the text.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// Only what belongs to this account.
    pub group: Option<Uuid>,
    /// Only these; all when there is none.
    pub kinds: &'a [Kind],
    /// Opened lately, the latest first.
    pub recent: &'a [Uuid],
    pub limit: usize,
}

pub(super) struct Entry {
    pub id: Uuid,
    /// First of its fields; they end where those of the next entry begin.
    pub fields: u32,
    pub group: u16,
    pub kind: Kind,
    pub former: bool,
    pub gone: bool,
}

pub(super) const NO_GROUP: u16 = u16::MAX;
pub(super) const LETTERS: usize = 36;

/// Very many texts by their characters, syllables, words and figures.
pub struct Index {
    pub(super) entries: Vec<Entry>,
    /// Entries by identity, so far as they were there when the index was made; later ones stand behind them.
    order: Vec<u32>,
    /// The texts of all entries, one entry after the other.
    pub(super) fields: Vec<u32>,
    groups: Vec<Uuid>,
    pub(super) by_group: HashMap<Uuid, u16>,
    /// Chinese texts, one behind the other; a text of Latin words has none of it.
    glyphs: Vec<Glyph>,
    sounds: Vec<Sound>,
    pub(super) starts: Vec<u32>,
    /// What a text is: of all who have it the same, as texts are shared only among the same parts.
    pub(super) parts: Vec<Part>,
    /// Chinese texts by all their syllables in one word.
    pub(super) spelt: Lexicon,
    /// The entries that have a text.
    pub(super) owners: Postings,
    pub(super) by_glyph: Postings,
    pub(super) by_sound: Postings,
    /// By the letters with which two neighbouring syllables begin.
    pub(super) by_pair: Postings,
    pub(super) words: Lexicon,
    /// Telephone numbers, a figure in four bits, and whose they are.
    pub(super) phones: Vec<(u64, u32)>,
    /// Telephone numbers by three figures that stand in them.
    pub(super) by_figures: Postings,
    /// Texts that many entries have.
    shared: HashMap<(Part, String), u32>,
    gone: usize,
}

impl Default for Index {
    fn default() -> Self {
        Self::new([])
    }
}

impl Index {
    /// An index of these.
    pub fn new<'a>(documents: impl IntoIterator<Item = Document<'a>>) -> Self {
        let mut made = Self {
            entries: Vec::new(),
            order: Vec::new(),
            fields: Vec::new(),
            groups: Vec::new(),
            by_group: HashMap::new(),
            glyphs: Vec::new(),
            sounds: Vec::new(),
            starts: vec![0],
            parts: Vec::new(),
            spelt: Lexicon::new(),
            owners: Postings::default(),
            by_glyph: Postings::default(),
            by_sound: Postings::default(),
            by_pair: Postings::default(),
            words: Lexicon::new(),
            phones: Vec::new(),
            by_figures: Postings::default(),
            shared: HashMap::new(),
            gone: 0,
        };
        documents.into_iter().for_each(|one| made.add(&one));
        made.words.settle();
        let lists = [&mut made.owners, &mut made.by_glyph, &mut made.by_sound, &mut made.by_pair, &mut made.by_figures];
        lists.into_iter().for_each(Postings::shrink);
        made.order = (0..made.entries.len() as u32).collect();
        made.order.sort_unstable_by_key(|one| made.entries[*one as usize].id);
        made.entries.shrink_to_fit();
        made.parts.shrink_to_fit();
        made.spelt.settle();
        made.fields.shrink_to_fit();
        made.glyphs.shrink_to_fit();
        made.sounds.shrink_to_fit();
        made.starts.shrink_to_fit();
        made.phones.shrink_to_fit();
        made
    }

    /// Those of these identities that can be found, in their order.
    pub fn known(&self, ids: &[Uuid]) -> Vec<Hit> {
        let entry = |id: &Uuid| self.entry_of(*id).map(|at| &self.entries[at as usize]);
        let hit = |one: &Entry| Hit { kind: one.kind, id: one.id, part: Part::Name, how: How::Written };
        ids.iter().filter_map(entry).map(hit).collect()
    }

    /// The entry of an identity, when there is one that can be found.
    pub(super) fn entry_of(&self, id: Uuid) -> Option<u32> {
        let from = self.order.partition_point(|one| self.entries[*one as usize].id < id);
        let early = self.order[from..].iter().copied().take_while(|one| self.entries[*one as usize].id == id);
        let late = self.order.len() as u32..self.entries.len() as u32;
        early.chain(late).find(|one| self.entries[*one as usize].id == id && !self.entries[*one as usize].gone)
    }

    /// How many entries can be found.
    pub fn len(&self) -> usize {
        self.entries.len() - self.gone
    }

    /// Whether nothing can be found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether so much is gone that building anew is worth its time.
    pub fn is_worn(&self) -> bool {
        self.gone > 1_000 && self.gone * 4 > self.entries.len()
    }

    /// Bytes held, without what the allocator adds.
    pub fn bytes(&self) -> usize {
        let lists =
            [&self.owners, &self.by_glyph, &self.by_sound, &self.by_pair, &self.by_figures].map(Postings::bytes);
        let shared: usize =
            self.shared.keys().map(|(_, text)| text.capacity() + size_of::<((Part, String), u32)>()).sum();
        lists.iter().sum::<usize>()
            + self.words.bytes()
            + self.entries.capacity() * size_of::<Entry>()
            + (self.fields.capacity() + self.starts.capacity() + self.order.capacity()) * 4
            + self.parts.capacity()
            + self.spelt.bytes()
            + (self.glyphs.capacity() + self.sounds.capacity()) * 2
            + self.phones.capacity() * size_of::<(u64, u32)>()
            + shared
    }

    /// Takes an entry out. Nothing happens when it is not in.
    pub fn remove(&mut self, kind: Kind, id: Uuid) {
        for entry in self.entries.iter_mut().filter(|one| one.id == id && one.kind == kind && !one.gone) {
            entry.gone = true;
            self.gone += 1;
        }
    }

    /// Puts an entry in, in place of the one it was.
    pub fn put(&mut self, document: &Document<'_>) {
        self.remove(document.kind, document.id);
        roomier(&mut self.entries);
        roomier(&mut self.fields);
        roomier(&mut self.starts);
        roomier(&mut self.parts);
        roomier(&mut self.glyphs);
        roomier(&mut self.sounds);
        self.add(document);
    }

    fn add(&mut self, document: &Document<'_>) {
        let entry = self.entries.len() as u32;
        let fields = self.fields.len() as u32;
        let group = document.group.map_or(NO_GROUP, |id| self.group(id));
        for (part, text) in document.parts.iter().filter(|(_, text)| !text.trim().is_empty()) {
            if *part == Part::Phone {
                self.call(packed(text.chars()), entry);
                continue;
            }
            let text = self.text(document, *part, text);
            self.owners.add(text as usize, entry);
            self.fields.push(text);
        }
        let (id, kind, former) = (document.id, document.kind, document.former);
        self.entries.push(Entry { id, fields, group, kind, former, gone: false });
    }

    fn call(&mut self, number: u64, entry: u32) {
        let phone = self.phones.len() as u32;
        threes(number).for_each(|three| self.by_figures.add(three, phone));
        self.phones.push((number, entry));
    }

    fn group(&mut self, id: Uuid) -> u16 {
        *self.by_group.entry(id).or_insert_with(|| {
            self.groups.push(id);
            (self.groups.len() - 1).min(usize::from(NO_GROUP) - 1) as u16
        })
    }

    fn text(&mut self, document: &Document<'_>, part: Part, text: &str) -> u32 {
        let is_shared = matches!(part, Part::Post | Part::Unit | Part::Account | Part::With);
        if is_shared && let Some(known) = self.shared.get(&(part, text.to_owned())) {
            return *known;
        }
        let number = self.starts.len() as u32 - 1;
        let seen = glyphs(text);
        for (from, to) in words_of(&seen) {
            let word: String = seen[from..to].iter().filter_map(|one| char::from_u32(u32::from(*one))).collect();
            self.words.add(&word, number);
        }
        if seen.iter().any(|one| is_han(*one)) {
            let own_name = part == Part::Name && matches!(document.kind, Kind::Person | Kind::Staff);
            let read_as = if own_name || part == Part::With { ReadAs::Name } else { ReadAs::Phrase };
            let sounds = sound::read(text, read_as, document.told.filter(|_| own_name));
            self.spell(&seen, &sounds, number);
            self.spelt.add(&syllables(&sounds), number);
            self.glyphs.extend(seen);
            self.sounds.extend(sounds);
        }
        self.parts.push(part);
        self.starts.push(self.glyphs.len() as u32);
        if is_shared {
            self.shared.insert((part, text.to_owned()), number);
        }
        number
    }

    /// Notes characters and syllables of a Chinese text, with the other readings of its characters.
    fn spell(&mut self, seen: &[Glyph], sounds: &[Sound], number: u32) {
        let mut before: Vec<usize> = Vec::new();
        for (one, sound) in seen.iter().zip(sounds) {
            if is_han(*one) {
                self.by_glyph.add(usize::from(*one), number);
            }
            let c = char::from_u32(u32::from(*one)).unwrap_or(' ');
            let all = [*sound].into_iter().chain(sound::others(c, *sound).iter().copied());
            let mut initials = Vec::new();
            for sound in all.map(sound::bare).filter(|one| *one > 0) {
                self.by_sound.add(usize::from(sound), number);
                initials.extend(initial(sound::name(sound).as_bytes()));
            }
            for (first, second) in before.iter().flat_map(|a| initials.iter().map(move |b| (a, b))) {
                self.by_pair.add(first * LETTERS + second, number);
            }
            before = initials;
        }
    }

    pub(super) fn slice(&self, text: u32) -> (&[Glyph], &[Sound]) {
        let range = self.starts[text as usize] as usize..self.starts[text as usize + 1] as usize;
        (&self.glyphs[range.clone()], &self.sounds[range])
    }
}

/// The threes of neighbouring figures of a number, each as one number below 4096.
pub(super) fn threes(number: u64) -> impl Iterator<Item = usize> {
    (0..14).map(move |at| (number >> (4 * at)) as usize & 0xfff).take_while(|three| three >> 8 > 0)
}

/// Room for some more, and not for as much again, which a full list would take by itself.
fn roomier<T>(list: &mut Vec<T>) {
    if list.capacity() - list.len() < 64 {
        list.reserve_exact(list.len() / 16 + 256);
    }
}

/// The place of the letter or figure a syllable begins with.
pub(super) fn initial(name: &[u8]) -> Option<usize> {
    match name.first()? {
        letter @ b'a'..=b'z' => Some(usize::from(letter - b'a')),
        figure @ b'0'..=b'9' => Some(usize::from(figure - b'0') + 26),
        _ => None,
    }
}

/// The last sixteen figures, four bits each, 1 for 0 so that an empty place is none.
pub(super) fn packed(text: impl Iterator<Item = char>) -> u64 {
    text.filter_map(|c| super::fold::plain(c).to_digit(10)).fold(0, |all, one| all << 4 | u64::from(one + 1))
}
