//! What was typed, and whether it fits a text: the one definition of a match, which the index only makes quick.
//!
//! Deliberately absent: order of results, which is the index's.

use super::fold::{Glyph, glyph, glyphs, is_han, is_wordy, plain};
use super::sound::{self, ReadAs, Sound};
use super::typo::{Pattern, allowed};

/// Characters of a query that count; the rest is not read.
const LONGEST: usize = 64;
/// How the code of the country is written, and the figures of a mobile number behind it.
const COUNTRY: &str = "86";
const COUNTRY_SIGNS: [&str; 2] = ["+86", "0086"];
const MOBILE: usize = 11;
/// Fewest characters of each half of a text that is cut in two.
const HALF: usize = 2;
/// Figures from which on a number is looked for inside telephone numbers.
pub(super) const FEWEST_FIGURES: usize = 3;

/// How a text fits; better ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// As it is written.
    Written,
    /// By whole syllables, the last one perhaps begun: `zengx`, `ouyang娜`.
    Spelt,
    /// By initials, some syllables perhaps whole: `mgl`, `miaogl`.
    Initials,
    /// By another reading of a character.
    OtherReading,
    /// With a slip of the finger, or only by sound.
    Near,
}

/// Where and how a text fits. Characters are those of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    pub how: How,
    pub from: usize,
    pub to: usize,
    /// For each character from `from` to `to` how many letters of its reading were typed; 0: the character itself.
    pub letters: Vec<u8>,
}

/// Where and how a text fits, without the letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub how: How,
    pub from: usize,
    pub to: usize,
}

/// One word of a query.
#[derive(Debug, Clone)]
pub(super) struct Term {
    pub glyphs: Vec<Glyph>,
    /// The letter or figure in a place; 0 for anything else.
    letters: Vec<u8>,
    /// The same as text, for words.
    pub text: String,
    pub han: bool,
}

impl Term {
    fn new(text: &str) -> Self {
        let text: String = text.chars().map(plain).collect();
        let glyphs = glyphs(&text);
        let letter = |c: char| if c.is_ascii_alphanumeric() { c as u8 } else { 0 };
        Self { letters: text.chars().map(letter).collect(), han: glyphs.iter().any(|one| is_han(*one)), glyphs, text }
    }

    /// Whether the text can be spelt with it: letters, figures and Chinese alone, one letter at least.
    pub fn is_spelling(&self) -> bool {
        let known = self.letters.iter().zip(&self.glyphs).all(|(letter, one)| *letter > 0 || is_han(*one));
        known && self.letters.iter().any(|one| *one > 0)
    }

    pub fn letters(&self) -> &[u8] {
        &self.letters
    }

    /// The figures, when it is a number to look for; a mobile number without the code of the country.
    pub fn figures(&self) -> Option<&str> {
        let all = self.text.len() >= FEWEST_FIGURES && self.text.bytes().all(|one| one.is_ascii_digit());
        let mobile = |rest: &&str| rest.len() == MOBILE && rest.starts_with('1');
        all.then(|| self.text.strip_prefix(COUNTRY).filter(mobile).unwrap_or(&self.text))
    }

    /// Where the term stands in a text as it is written: Chinese anywhere, letters where a word begins.
    pub fn written(&self, text: &[Glyph]) -> Option<(usize, usize)> {
        let ends = text.len().checked_sub(self.glyphs.len())?;
        let first = *self.glyphs.first()?;
        let begins = |at: usize| is_han(first) || at == 0 || !is_wordy(text[at - 1]) || !is_wordy(first);
        let at = (0..=ends).find(|at| text[*at] == first && begins(*at) && text[*at..].starts_with(&self.glyphs))?;
        Some((at, at + self.glyphs.len()))
    }

    /// Where the term spells a text: each character by itself, by its whole reading, or by the letter it begins with (`zh`, `ch`
    /// and `sh` too); the last reading may be begun only. Nothing is spelt that has no Chinese character.
    pub fn spells(&self, text: &[Glyph], sounds: &[Sound]) -> Option<Spot> {
        self.best_way(text, sounds).map(|way| way.spot())
    }

    fn best_way<'a>(&'a self, text: &'a [Glyph], sounds: &'a [Sound]) -> Option<Way<'a>> {
        let starts = |at: &usize| at == &0 || !(is_wordy(text[*at]) && is_wordy(text[*at - 1]));
        (0..text.len())
            .filter(starts)
            .filter_map(|at| self.spells_from(text, sounds, at))
            .min_by_key(|way| (way.how(), way.from))
    }

    fn spells_from<'a>(&'a self, text: &'a [Glyph], sounds: &'a [Sound], from: usize) -> Option<Way<'a>> {
        // Most places are ruled out by the first letter alone.
        let (typed, head) = (*self.letters.first()?, sound::head(sounds[from]));
        if typed > 0 && sound::is_settled(sounds[from]) && typed != head && (typed, head) != (b'u', b'v') {
            return None;
        }
        let mut way = Way { term: self, text, sounds, from, letters: [0; LONGEST], len: 0, other: false };
        way.go(0, from).then_some(way)
    }

    /// The best fit on a text.
    pub fn on(&self, text: &[Glyph], sounds: &[Sound]) -> Option<Fit> {
        let written =
            self.written(text).map(|(from, to)| Fit { how: How::Written, from, to, letters: vec![0; to - from] });
        written.or_else(|| self.is_spelling().then(|| self.best_way(text, sounds)).flatten().map(|way| way.fit()))
    }

    /// The same without the letters.
    pub fn spot(&self, text: &[Glyph], sounds: &[Sound]) -> Option<Spot> {
        let written = self.written(text).map(|(from, to)| Spot { how: How::Written, from, to });
        written.or_else(|| self.is_spelling().then(|| self.spells(text, sounds)).flatten())
    }
}

/// One attempt to spell a text from a place on.
struct Way<'a> {
    term: &'a Term,
    text: &'a [Glyph],
    sounds: &'a [Sound],
    from: usize,
    letters: [u8; LONGEST],
    len: usize,
    other: bool,
}

impl Way<'_> {
    fn go(&mut self, typed: usize, at: usize) -> bool {
        if typed == self.term.glyphs.len() {
            return true;
        }
        let Some(here) = self.text.get(at).copied() else { return false };
        if self.term.letters[typed] == 0 {
            return here == self.term.glyphs[typed] && self.step(typed, at, 1, 0);
        }
        let sound = self.sounds[at];
        if self.by(sound, typed, at) {
            return true;
        }
        let Some(c) = char::from_u32(u32::from(here)) else { return false };
        let before = std::mem::replace(&mut self.other, true);
        if sound::others(c, sound).iter().any(|one| *one != sound && self.by(*one, typed, at)) {
            return true;
        }
        self.other = before;
        false
    }

    fn by(&mut self, sound: Sound, typed: usize, at: usize) -> bool {
        let name = sound::name(sound).as_bytes();
        let rest = &self.term.letters[typed..];
        let common = common(rest, name);
        if common == 0 {
            return false;
        }
        let whole = common == name.len() || common == rest.len();
        let double = common > 1 && name[1] == b'h';
        (whole && self.step(typed, at, common, common))
            || (double && self.step(typed, at, 2, 2))
            || self.step(typed, at, 1, 1)
    }

    fn step(&mut self, typed: usize, at: usize, glyphs: usize, letters: usize) -> bool {
        let Some(place) = self.letters.get_mut(self.len) else { return false };
        *place = letters as u8;
        self.len += 1;
        self.go(typed + glyphs, at + 1) || {
            self.len -= 1;
            false
        }
    }

    fn spot(&self) -> Spot {
        Spot { how: self.how(), from: self.from, to: self.from + self.len }
    }

    fn fit(&self) -> Fit {
        let Spot { how, from, to } = self.spot();
        Fit { how, from, to, letters: self.letters[..self.len].to_vec() }
    }

    fn how(&self) -> How {
        if self.other {
            return How::OtherReading;
        }
        let name = |at: usize| sound::name(self.sounds[self.from + at]);
        let whole = |(at, used): (usize, &u8)| *used == 0 || usize::from(*used) == name(at).len();
        let all = self.letters[..self.len].iter().enumerate().take(self.len.saturating_sub(1)).all(whole);
        if all { How::Spelt } else { How::Initials }
    }
}

/// How many letters two words begin with alike; `u` is as good as `v`, which stands for `ü`.
pub(super) fn common(typed: &[u8], name: &[u8]) -> usize {
    typed.iter().zip(name).take_while(|(a, b)| a == b || (**a == b'u' && **b == b'v')).count()
}

/// What somebody looks for.
#[derive(Debug, Clone)]
pub struct Query {
    /// All of it without spaces.
    pub(super) whole: Term,
    /// Its words, when there are several; each must fit somewhere.
    pub(super) terms: Vec<Term>,
}

impl Query {
    /// Reads what was typed; `None` when nothing is left of it.
    pub fn new(text: &str) -> Option<Self> {
        let text: String = text.chars().take(LONGEST).map(plain).collect();
        let text = without_country(&text);
        let words: Vec<&str> = text.split(char::is_whitespace).flat_map(parts).filter(|one| !one.is_empty()).collect();
        let terms: Vec<Term> = words.iter().map(|one| Term::new(&one.replace(['\'', '’'], ""))).collect();
        let whole = Term::new(&words.concat().replace(['\'', '’'], ""));
        if whole.glyphs.is_empty() {
            return None;
        }
        Some(Self { whole, terms: if terms.len() > 1 { terms } else { Vec::new() } })
    }

    /// The same by sound alone, when there is Chinese in it: for those who know how a name is said and not how it is written.
    pub(super) fn by_sound(&self) -> Option<Self> {
        if !self.whole.han {
            return None;
        }
        let sounds = sound::read(&self.whole.text, ReadAs::Name, None);
        let name: String = sounds.iter().map(|one| sound::name(*one)).collect();
        Self::new(&name)
    }

    /// What was typed in one, cut in two: a unit and a name behind it, a name and a post. Chinese alone is cut, and between Chinese and
    /// letters; each half has two characters at least.
    pub(super) fn halves(&self) -> impl Iterator<Item = [Term; 2]> {
        let chars: Vec<char> = if self.terms.is_empty() { self.whole.text.chars().collect() } else { Vec::new() };
        let cuts: Vec<usize> = (HALF..(chars.len() + 1).saturating_sub(HALF))
            .filter(|at| [chars[*at - 1], chars[*at]].iter().any(|c| is_han(glyph(*c))))
            .collect();
        let text = move |part: &[char]| Term::new(&part.iter().collect::<String>());
        cuts.into_iter().map(move |at| [text(&chars[..at]), text(&chars[at..])])
    }

    /// Where the longest half fits a text in which not all of it fits, for underlining.
    pub fn partly(&self, text: &str, read_as: ReadAs, told: Option<&str>) -> Option<Fit> {
        let seen = glyphs(text);
        let sounds = sound::read(text, read_as, told);
        let halves = self.halves().flatten().filter_map(|one| Some((one.glyphs.len(), one.on(&seen, &sounds)?)));
        halves.max_by_key(|(len, _)| *len).map(|(_, fit)| fit)
    }

    /// The figures, when nothing else was typed and they are enough to look for in telephone numbers.
    pub fn figures(&self) -> Option<&str> {
        self.whole.figures()
    }

    /// Where the query fits a text, for underlining. Of several words those are told that fit this text.
    pub fn on(&self, text: &str, read_as: ReadAs, told: Option<&str>) -> Vec<Fit> {
        let seen = glyphs(text);
        let sounds = sound::read(text, read_as, told);
        if let Some(fit) = self.whole.on(&seen, &sounds) {
            return vec![fit];
        }
        let each: Vec<Fit> = self.terms.iter().filter_map(|one| one.on(&seen, &sounds)).collect();
        if !each.is_empty() {
            return each;
        }
        self.near(&seen, &sounds).into_iter().collect()
    }

    /// As [`Query::on`] when all of it fits this one text, every word of several; else nothing.
    pub fn all_on(&self, text: &str, read_as: ReadAs) -> Vec<Fit> {
        let fits = self.on(text, read_as, None);
        let whole = self.terms.is_empty() || fits.len() == self.terms.len();
        let joined = || self.whole.on(&glyphs(text), &sound::read(text, read_as, None)).is_some();
        if whole || joined() { fits } else { Vec::new() }
    }

    /// A word of the text, or all its syllables, with no more slips than are forgiven; homophones of Chinese.
    fn near(&self, text: &[Glyph], sounds: &[Sound]) -> Option<Fit> {
        if let Some(heard) = self.by_sound() {
            let fit = heard.whole.best_way(text, sounds).map(|way| way.fit()).filter(|fit| fit.how == How::Spelt)?;
            return Some(Fit { how: How::Near, ..fit });
        }
        let most = allowed(self.whole.text.len());
        let pattern = Pattern::new(self.whole.text.as_bytes()).filter(|_| most > 0)?;
        let name = syllables(sounds);
        if text.iter().any(|one| is_han(*one)) && pattern.distance(name.as_bytes()) <= most {
            return Some(Fit { how: How::Near, from: 0, to: text.len(), letters: vec![0; text.len()] });
        }
        let near = |(from, to): &(usize, usize)| {
            let word: String = text[*from..*to].iter().filter_map(|one| char::from_u32(u32::from(*one))).collect();
            word.is_ascii() && pattern.distance(word.as_bytes()) <= most
        };
        let (from, to) = words_of(text).into_iter().find(near)?;
        Some(Fit { how: How::Near, from, to, letters: vec![0; to - from] })
    }
}

/// A telephone number without the code of the country.
fn without_country(text: &str) -> &str {
    let rest = COUNTRY_SIGNS.iter().find_map(|sign| text.trim_start().strip_prefix(sign));
    rest.filter(|one| one.chars().all(|c| c.is_ascii_digit() || " -()".contains(c))).unwrap_or(text)
}

/// All syllables of a text in one word.
pub(super) fn syllables(sounds: &[Sound]) -> String {
    sounds.iter().map(|one| sound::name(*one)).collect()
}

/// Runs of letters and figures.
pub(super) fn words_of(text: &[Glyph]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = None;
    for (at, one) in text.iter().chain([&0]).enumerate() {
        match (is_wordy(*one), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                found.push((start, at));
                from = None;
            }
            _ => {}
        }
    }
    found
}

/// A word without Chinese is cut at signs as well: the parts of a mail address are words.
fn parts(word: &str) -> Vec<&str> {
    if word.chars().any(|c| is_han(glyph(c))) {
        return vec![word];
    }
    word.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn fit(typed: &str, name: &str) -> Option<Fit> {
        Query::new(typed)?.on(name, ReadAs::Name, None).into_iter().next()
    }
    fn how(typed: &str, name: &str) -> Option<How> {
        fit(typed, name).map(|one| one.how)
    }

    #[test]
    fn chinese_of_any_length_and_letters_at_the_start_of_words() {
        assert_eq!(how("国", "苗国梁"), Some(How::Written));
        assert_eq!(how("国 梁", "苗国梁"), Some(How::Written));
        assert_eq!((how("smi", "John Smith"), how("ith", "John Smith")), (Some(How::Written), None));
        assert_eq!((how("A股", "A股部"), how("it", "IT部")), (Some(How::Written), Some(How::Written)));
        assert_eq!(how("muller", "Jürgen Müller"), Some(How::Written));
    }

    #[test]
    fn syllables_initials_and_mixtures() {
        for typed in
            ["miaoguoliang", "miao", "miaog", "guol", "miao guo liang", "miáo", "miao国", "苗guol", "苗国liang"]
        {
            assert_eq!(how(typed, "苗国梁"), Some(How::Spelt), "{typed}");
        }
        for typed in ["mgl", "miaogl", "mgliang", "gl", "mguol"] {
            assert_eq!(how(typed, "苗国梁"), Some(How::Initials), "{typed}");
        }
        for typed in ["mlg", "miaox", "miaoguoliangx", "iao", "uo"] {
            assert_eq!(how(typed, "苗国梁").filter(|one| *one != How::Near), None, "{typed}");
        }
        assert_eq!(
            (how("zengx", "曾晓"), how("zx", "曾晓"), how("cengx", "曾晓")),
            (Some(How::Spelt), Some(How::Initials), None)
        );
        assert_eq!(
            (how("ouyang娜", "欧阳娜"), how("zhyn", "赵一诺"), how("zhn", "赵诺")),
            (Some(How::Spelt), Some(How::Initials), Some(How::Initials))
        );
        assert_eq!(
            (how("lv", "吕安"), how("lu", "吕安"), how("xi'an", "西安")),
            (Some(How::Spelt), Some(How::Spelt), Some(How::Spelt))
        );
        assert_eq!((how("wang", "王安刚"), how("wang", "汪洋")), (Some(How::Spelt), Some(How::Spelt)));
    }

    #[test]
    fn other_readings_are_known_in_given_names_alone() {
        assert_eq!((how("liyue", "李乐"), how("lile", "李乐")), (Some(How::OtherReading), Some(How::Spelt)));
        assert_eq!((how("dan", "单晓晨"), how("weichi", "尉迟安"), how("jie", "解放")), (None, None, None));
    }

    #[test]
    fn slips_are_forgiven_from_four_letters_on_and_chinese_is_heard() {
        assert_eq!(
            (how("smyth", "John Smith"), how("jhon", "John Smith"), how("jon", "Jahn")),
            (Some(How::Near), Some(How::Near), None)
        );
        assert_eq!(
            (how("zhangwie", "张伟"), how("maioguoliang", "苗国梁"), how("章伟", "张伟")),
            (Some(How::Near), Some(How::Near), Some(How::Near))
        );
    }

    #[test]
    fn what_fits_is_told_by_characters_and_letters() {
        assert_eq!(fit("mgl", "苗国梁").unwrap(), Fit { how: How::Initials, from: 0, to: 3, letters: vec![1, 1, 1] });
        assert_eq!(fit("guol", "苗国梁").unwrap(), Fit { how: How::Spelt, from: 1, to: 3, letters: vec![3, 1] });
        assert_eq!(fit("smi", "John Smith").map(|one| (one.from, one.to)), Some((5, 8)));
        let both = Query::new("总监 guo").unwrap().on("苗国总监", ReadAs::Name, None);
        assert_eq!(both.iter().map(|one| (one.from, one.to)).collect::<Vec<_>>(), [(2, 4), (1, 2)]);
        assert!(Query::new("  ' ").is_none() && Query::new("").is_none());
    }
}
