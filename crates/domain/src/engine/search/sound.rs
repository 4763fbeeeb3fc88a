//! How Chinese is read: syllables of a text, surnames as surnames, words before characters, what somebody told us before all.
//!
//! The characters' readings are those of the `pinyin` library; the three lists beside this file say where they are wrong.
//! Deliberately absent: tones in searching (nobody types them), other Chinese languages.

use pinyin::{ToPinyin, ToPinyinMulti};
use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use super::fold::plain;

/// A syllable: its number in the sorted list of all, from 1; 0 is none. The highest bit: no other reading is allowed.
pub(super) type Sound = u16;
const SETTLED: Sound = 1 << 15;
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

/// As what a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadAs {
    /// A person's name: it begins with a surname.
    Name,
    /// A post, a unit, a place, a firm, a sentence.
    Phrase,
}

type Words = HashMap<char, Vec<(Vec<char>, Vec<Sound>)>>;

struct Table {
    names: Vec<String>,
    /// The letter each syllable begins with; 0 for none.
    heads: Vec<u8>,
    of_char: Vec<Sound>,
    surnames: Words,
    words: Words,
    also: HashMap<char, Vec<Sound>>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::read)
}

/// `ü` is written `v`, as on keyboards.
fn spelt(name: &str) -> String {
    name.chars().map(|c| if "üǖǘǚǜ".contains(c) { 'v' } else { plain(c) }).filter(char::is_ascii_alphanumeric).collect()
}

impl Table {
    fn read() -> Self {
        let all = (FIRST..=LAST).filter_map(char::from_u32);
        let read: Vec<Option<String>> = all.map(|c| c.to_pinyin().map(|one| spelt(one.plain()))).collect();
        let mut names: BTreeSet<String> = read.iter().flatten().cloned().collect();
        names.extend(('a'..='z').chain('0'..='9').map(String::from));
        let names: Vec<String> = names.into_iter().filter(|one| !one.is_empty()).collect();
        let of_char = read.iter().map(|one| one.as_deref().map_or(0, |name| number(&names, name))).collect();
        let heads = [0].into_iter().chain(names.iter().map(|one| one.as_bytes()[0])).collect();
        let (surnames, words, also) = (Words::new(), Words::new(), HashMap::new());
        let mut made = Self { names, heads, of_char, surnames, words, also };
        made.surnames = made.words(include_str!("surnames.txt"));
        made.words = made.words(include_str!("words.txt"));
        for (word, sounds) in made.lines(include_str!("also.txt")) {
            made.also.entry(word.first().copied().unwrap_or(' ')).or_default().extend(sounds);
        }
        made
    }

    fn lines(&self, text: &str) -> Vec<(Vec<char>, Vec<Sound>)> {
        let line = |line: &str| {
            let mut parts = line.split(' ');
            let word: Vec<char> = parts.next()?.chars().collect();
            Some((word, parts.map(|one| number(&self.names, one)).collect()))
        };
        text.lines().filter(|one| !one.starts_with('#')).filter_map(line).collect()
    }

    fn words(&self, text: &str) -> Words {
        let mut found = Words::new();
        for (word, sounds) in self.lines(text) {
            found.entry(word.first().copied().unwrap_or(' ')).or_default().push((word, sounds));
        }
        found.values_mut().for_each(|list| list.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
        found
    }

    fn of(&self, c: char) -> Sound {
        if c.is_ascii_alphanumeric() || !c.is_alphanumeric() {
            return number(&self.names, plain(c).encode_utf8(&mut [0; 4]));
        }
        match (c as u32).checked_sub(FIRST).and_then(|at| self.of_char.get(at as usize)) {
            Some(sound) => *sound,
            None => c.to_pinyin().map_or(0, |one| number(&self.names, &spelt(one.plain()))),
        }
    }
}

fn number(names: &[String], name: &str) -> Sound {
    names.binary_search_by(|one| one.as_str().cmp(name)).map_or(0, |at| at as Sound + 1)
}

/// How many syllables there are, the empty one with them.
pub(super) fn count() -> usize {
    table().names.len() + 1
}

/// The letters of a syllable.
pub(super) fn name(sound: Sound) -> &'static str {
    usize::from(sound & !SETTLED).checked_sub(1).and_then(|at| table().names.get(at)).map_or("", |one| one.as_str())
}

/// The letter a syllable begins with; 0 for none.
pub(super) fn head(sound: Sound) -> u8 {
    table().heads.get(usize::from(sound & !SETTLED)).copied().unwrap_or(0)
}

/// Whether the character is read so and not otherwise.
pub(super) fn is_settled(sound: Sound) -> bool {
    sound & SETTLED != 0
}

/// The number of a syllable without what is said of its settledness.
pub(super) fn bare(sound: Sound) -> Sound {
    sound & !SETTLED
}

/// Other readings of a character as common as the one given; none where the reading is settled.
pub(super) fn others(c: char, sound: Sound) -> &'static [Sound] {
    if sound & SETTLED != 0 {
        return &[];
    }
    table().also.get(&c).map_or(&[], Vec::as_slice)
}

/// One syllable for each character. `told` is how the person says the name (`Yùchí Ān`) and wins when it fits.
pub(super) fn read(text: &str, read_as: ReadAs, told: Option<&str>) -> Vec<Sound> {
    let chars: Vec<char> = text.chars().map(plain).collect();
    let table = table();
    if let Some(sounds) = told.and_then(|told| aligned(told, &chars)) {
        return sounds;
    }
    let mut sounds: Vec<Sound> = chars.iter().map(|c| table.of(*c)).collect();
    let mut at = 0;
    if read_as == ReadAs::Name {
        at = settle(&mut sounds, &chars, 0, &table.surnames);
        if at == 0 {
            at = 1;
            sounds.iter_mut().take(1).for_each(|one| *one |= SETTLED);
        }
    }
    while at < chars.len() {
        at += settle(&mut sounds, &chars, at, &table.words).max(1);
    }
    // 处长, 行长, 董事长: at the end of a post it is the one who leads.
    if let (ReadAs::Phrase, Some('长'), true) = (read_as, chars.last(), chars.len() > 1) {
        let last = chars.len() - 1;
        if sounds[last] & SETTLED == 0 {
            sounds[last] = number(&table.names, "zhang") | SETTLED;
        }
    }
    for (sound, _) in sounds.iter_mut().zip(&chars).filter(|(_, c)| !table.also.contains_key(c)) {
        *sound |= SETTLED;
    }
    sounds
}

/// Reads the longest word of the list that begins here; answers its length, 0 when there is none.
fn settle(sounds: &mut [Sound], chars: &[char], at: usize, words: &Words) -> usize {
    let found = chars
        .get(at)
        .and_then(|c| words.get(c))
        .and_then(|list| list.iter().find(|(word, read)| word.len() == read.len() && chars[at..].starts_with(word)));
    let Some((word, read)) = found else { return 0 };
    for (to, from) in sounds[at..].iter_mut().zip(read) {
        *to = from | SETTLED;
    }
    word.len()
}

/// The syllables of a reading when there are as many as characters; signs between characters have none.
fn aligned(told: &str, chars: &[char]) -> Option<Vec<Sound>> {
    let spoken: Vec<usize> = (0..chars.len()).filter(|at| chars[*at].is_alphanumeric()).collect();
    let mut cut = Vec::new();
    if spoken.is_empty() || !split(&pieces(told), spoken.len(), &mut cut) {
        return None;
    }
    // A name that was changed may still carry the reading of the other one: then no character is ever read so.
    let read_so = |(at, sound): (&usize, &Sound)| toned(chars[*at], name(*sound)) != name(*sound);
    if !spoken.iter().zip(&cut).any(read_so) {
        return None;
    }
    let mut sounds = vec![0; chars.len()];
    for (at, sound) in spoken.into_iter().zip(cut) {
        sounds[at] = sound | SETTLED;
    }
    Some(sounds)
}

/// What was told, cut where a space, an apostrophe or a capital says that a syllable begins.
fn pieces(told: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for c in told.chars() {
        if !c.is_alphabetic() || c.is_uppercase() {
            found.push(String::new());
        }
        if let Some(last) = found.last_mut() {
            last.push_str(&spelt(&c.to_string()));
        }
    }
    found.retain(|one| !one.is_empty());
    found
}

/// Cuts pieces into exactly `left` syllables, long ones first. Inside a piece none begins with a vowel: then there is an apostrophe.
fn split(pieces: &[String], left: usize, cut: &mut Vec<Sound>) -> bool {
    let Some((piece, others)) = pieces.split_first() else { return left == 0 };
    left > 0 && within(piece, others, left, cut)
}

fn within(piece: &str, others: &[String], left: usize, cut: &mut Vec<Sound>) -> bool {
    if piece.is_empty() {
        return split(others, left, cut);
    }
    left > 0
        && (1..=piece.len().min(6)).rev().any(|end| {
            let sound = number(&table().names, &piece[..end]);
            let (rest, vowel) = (&piece[end..], piece[end..].starts_with(['a', 'e', 'o']));
            if sound == 0 || vowel || (end == 1 && !"aeo".contains(&piece[..end])) {
                return false;
            }
            cut.push(sound);
            within(rest, others, left - 1, cut) || {
                cut.pop();
                false
            }
        })
}

/// A reading for each character in plain letters; `None` for what is not read.
pub fn readings(text: &str, read_as: ReadAs, told: Option<&str>) -> Vec<Option<String>> {
    let letters = |one: Sound| Some(name(one).to_owned()).filter(|one| !one.is_empty());
    read(text, read_as, told).into_iter().map(letters).collect()
}

/// A name as it is read, with tones: `Miáo Guóliáng`, and for each character where its letters stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spelling {
    pub text: String,
    /// For each character of the name the first letter and their number, both in characters; number 0: not read.
    pub spans: Vec<(u32, u32)>,
}

/// Spells a name; empty when it has no Chinese character.
pub fn spelling(text: &str, told: Option<&str>) -> Spelling {
    let chars: Vec<char> = text.chars().collect();
    let table = table();
    let mut made = Spelling::default();
    if !chars.iter().any(|c| super::fold::is_han(super::fold::glyph(*c))) {
        return made;
    }
    let simple: Vec<char> = chars.iter().map(|c| plain(*c)).collect();
    let surname = settle(&mut vec![0; chars.len()], &simple, 0, &table.surnames).max(compound(&simple));
    for (at, (c, sound)) in chars.iter().zip(read(text, ReadAs::Name, told)).enumerate() {
        let start = made.text.chars().count() as u32;
        let plain_name = name(sound);
        if plain_name.is_empty() {
            made.text.push(*c);
            made.spans.push((start, 0));
            continue;
        }
        let begins = at == 0 || at == surname;
        if at > 0 && begins {
            made.text.push(' ');
        }
        let from = made.text.chars().count() as u32;
        let toned = toned(*c, plain_name);
        let mut letters = toned.chars();
        match letters.next().filter(|_| begins) {
            Some(first) => made.text.extend(first.to_uppercase().chain(letters)),
            None => made.text.push_str(&toned),
        }
        made.spans.push((from, toned.chars().count() as u32));
    }
    made
}

/// Surnames of two characters that are read as usual.
const COMPOUND: [&str; 22] = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "宇文", "慕容", "司徒", "司空", "夏侯", "轩辕", "公孙", "西门",
    "南宫", "端木", "百里", "呼延", "东郭", "赫连", "闻人", "太史",
];

fn compound(chars: &[char]) -> usize {
    let begin: String = chars.iter().take(2).collect();
    if chars.len() > 2 && COMPOUND.contains(&begin.as_str()) { 2 } else { 1 }
}

fn toned(c: char, plain_name: &str) -> String {
    let all = c.to_pinyin_multi().into_iter().flatten();
    let mut fits = all.filter(|one| spelt(one.plain()) == plain_name);
    fits.next().map_or_else(|| plain_name.to_owned(), |one| one.with_tone().to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn name_of(text: &str) -> String {
        readings(text, ReadAs::Name, None).into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
    fn phrase(text: &str) -> String {
        readings(text, ReadAs::Phrase, None).into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_line_of_the_lists_has_a_syllable_for_each_character() {
        for (list, text) in [("surnames", include_str!("surnames.txt")), ("words", include_str!("words.txt"))] {
            for (word, sounds) in table().lines(text) {
                assert!(word.len() == sounds.len() && sounds.iter().all(|one| *one > 0), "{list}: {word:?} {sounds:?}");
            }
        }
        assert!(table().also.iter().all(|(c, list)| !list.is_empty() && list.iter().all(|one| *one > 0) && *c != ' '));
    }

    #[test]
    fn surnames_are_read_as_surnames() {
        for (given, read) in [
            ("曾国强", "zeng guo qiang"),
            ("单晓晨", "shan xiao chen"),
            ("尉迟安", "yu chi an"),
            ("解放", "xie fang"),
            ("仇和", "qiu he"),
            ("查慎行", "zha shen xing"),
            ("区小明", "ou xiao ming"),
            ("朴正", "piao zheng"),
            ("翟天", "zhai tian"),
            ("乐嘉", "yue jia"),
            ("万俟明", "mo qi ming"),
            ("盖宽", "ge kuan"),
            ("缪斌", "miao bin"),
            ("覃刚", "qin gang"),
            ("员平", "yun ping"),
            ("华建国", "hua jian guo"),
            ("任重", "ren zhong"),
            ("谌龙", "chen long"),
            ("繁星", "po xing"),
            ("欧阳娜", "ou yang na"),
            ("吕布", "lv bu"),
            ("牟平", "mu ping"),
        ] {
            assert_eq!(name_of(given), read, "{given}");
        }
    }

    #[test]
    fn words_come_before_characters_and_a_unit_has_no_surname() {
        for (given, read) in [
            ("重庆", "chong qing"),
            ("长沙分公司", "chang sha fen gong si"),
            ("六安", "lu an"),
            ("蚌埠", "beng bu"),
            ("东莞", "dong guan"),
            ("厦门", "xia men"),
            ("乐清", "yue qing"),
            ("番禺", "pan yu"),
            ("亳州", "bo zhou"),
            ("成都", "cheng du"),
            ("银行行长", "yin hang hang zhang"),
            ("财务处处长", "cai wu chu chu zhang"),
            ("董事长", "dong shi zhang"),
            ("会计", "kuai ji"),
            ("单证部", "dan zheng bu"),
            ("解决方案部", "jie jue fang an bu"),
            ("区域总监", "qu yu zong jian"),
            ("重工集团", "zhong gong ji tuan"),
            ("调度中心", "diao du zhong xin"),
        ] {
            assert_eq!(phrase(given), read, "{given}");
        }
        assert_eq!(name_of("李重庆"), "li chong qing");
    }

    #[test]
    fn what_the_person_says_wins() {
        let told = |text, told| readings(text, ReadAs::Name, Some(told)).into_iter().flatten().collect::<String>();
        assert_eq!(told("曾乐", "Céng Yuè"), "cengyue");
        assert_eq!(told("尉迟安", "Yùchí Ān"), "yuchian");
        assert_eq!(told("吕安", "Lǚ Ān"), "lvan");
        assert_eq!(told("仇样例", "Miáo Guóliáng"), "qiuyangli", "the reading of another name");
        // One that does not fit the characters is not believed.
        assert_eq!(told("苗国梁", "Miao"), "miaoguoliang");
    }

    #[test]
    fn a_name_is_spelt_with_tones_in_two_words() {
        let spelt = spelling("苗国梁", None);
        assert_eq!(spelt.text, "Miáo Guóliáng");
        assert_eq!(spelt.spans, vec![(0, 4), (5, 3), (8, 5)]);
        assert_eq!(spelling("尉迟安", None).text, "Yùchí Ān");
        assert_eq!(spelling("单晓晨", None).text, "Shàn Xiǎochén");
        assert_eq!(spelling("欧阳娜", None).text, "Ōuyáng Nà");
        assert_eq!(spelling("John", None), Spelling::default());
    }
}
