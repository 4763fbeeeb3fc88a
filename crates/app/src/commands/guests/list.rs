//! Reads a pasted list of names and titles into rows. Deliberately absent: who is meant by a name.
//!
//! Numbers, forms of address and full-width characters are understood; what says nothing about a post and is nobody's
//! business (sex, ethnicity, numbers of papers and telephones) is dropped.

use super::lexicon::{
    DEPUTIES, FORMS, HEADINGS, LATIN_FORMS, LATIN_TITLES, TITLES, UNITS, begins_with_surname, is_compound_surname,
};

/// A row as read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Read {
    /// Line of the text, from 1.
    pub line: u32,
    pub text: String,
    /// Empty: none was found.
    pub name: String,
    pub title: Option<String>,
    /// Something personal was left out.
    pub dropped: bool,
}

#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Name(String),
    Title(String),
    Both(String, String),
}

/// Rows of a text; `known` are names that are recognised wherever they stand.
pub(super) fn read(text: &str, known: &[String]) -> Vec<Read> {
    let mut rows = Vec::new();
    for (line, at) in text.lines().zip(1..) {
        let plain = halved(line);
        for entry in plain.split(';') {
            rows.extend(entries(entry, known).into_iter().map(|row| Read { line: at, ..row }));
        }
    }
    rows
}

/// Full-width letters, digits and marks as their plain form.
fn halved(text: &str) -> String {
    let half = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        '•' | '‧' | '・' | '･' => '·',
        other => other,
    };
    text.chars().map(half).filter(|c| *c == '\t' || !crate::commands::is_hidden(*c)).collect()
}

/// The text without the number it begins with: `1.`, `(1)`, `①`, `一、`, `-`.
fn unnumbered(text: &str) -> &str {
    let text = text.trim().trim_start_matches(['-', '*', '·', '>', '#']).trim_start();
    let rest = text.trim_start_matches('(');
    let number = |c: char| c.is_ascii_digit() || ('①'..='⑳').contains(&c) || "一二三四五六七八九十".contains(c);
    let end = rest.find(|c| !number(c)).unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    if digits.is_empty() || digits.chars().count() > 3 {
        return text;
    }
    let marked = after.trim_start_matches([')', '.', '、', ':', ',']);
    let circled = digits.chars().all(|c| ('①'..='⑳').contains(&c));
    let spaced = digits.chars().all(|c| c.is_ascii_digit())
        && (after.starts_with(char::is_whitespace) || after.is_empty() || after.starts_with(is_han));
    if marked.len() < after.len() || circled || spaced { marked.trim_start() } else { text }
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c) || c == '·'
}

fn entries(text: &str, known: &[String]) -> Vec<Read> {
    let plain = unnumbered(text).trim_start_matches("尊敬的");
    if plain.is_empty() || plain.ends_with(':') {
        return Vec::new();
    }
    let mut dropped = false;
    let parts: Vec<&str> = plain.split(['\t', ',', '、', ':', '|', '/', '(', ')', '[', ']', '【', '】']).collect();
    let mut pieces = Vec::new();
    let mut headings = 0;
    for part in parts.iter().map(|one| one.trim()).filter(|one| !one.is_empty()) {
        if is_heading(part) {
            headings += 1;
            continue;
        }
        for word in words(part) {
            if is_private(&word) {
                dropped = true;
            } else if is_heading(&word) {
                headings += 1;
            } else if !unaddressed(&word).chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation()) {
                pieces.push(piece(&word, known));
            }
        }
    }
    if pieces.is_empty() || (headings > 0 && pieces.iter().all(|one| matches!(one, Piece::Title(_)))) {
        return Vec::new();
    }
    joined(pieces, plain, dropped)
}

/// A word that says what stands beside it or below it, or how many there are: `姓名`, `随员`, `电话`, `一行8人`.
fn is_heading(word: &str) -> bool {
    let plain = word.trim_matches(|c: char| c.is_ascii_punctuation() || c.is_whitespace());
    let bare = uncounted(plain);
    (bare.is_empty() && !plain.is_empty()) || bare.ends_with("名单") || HEADINGS.contains(&bare.to_lowercase().as_str())
}

/// Without a number of people at the end: `随员5人`, `共12名`, `一行十二人`.
fn uncounted(text: &str) -> &str {
    let Some(rest) = ["人", "名", "位"].iter().find_map(|one| text.strip_suffix(one)) else { return text };
    let digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百两余多 ".contains(c);
    let kept = rest.trim_end_matches(digit);
    if kept.len() == rest.len() {
        return text;
    }
    ["一行", "共计", "共", "合计", "总计", "等"].iter().find_map(|one| kept.strip_suffix(one)).unwrap_or(kept)
}

/// Words of a part: Chinese ones by spaces, Latin ones together. Two single characters are one name spread for looks.
fn words(part: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in part.split_whitespace() {
        let latin = !word.chars().any(is_han);
        match words.last_mut() {
            Some(last) if latin && !last.chars().any(is_han) => {
                last.push(' ');
                last.push_str(word);
            }
            Some(last) if last.chars().count() == 1 && word.chars().count() == 1 && !latin => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
    }
    words
}

/// Sex, ethnicity, numbers of papers and telephones: never kept.
fn is_private(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let count = word.chars().count();
    matches!(word, "男" | "女" | "汉" | "中共党员" | "党员" | "群众")
        || digits >= 6
        || word.contains('@')
        || (count <= 5 && word.ends_with('族'))
}

fn piece(word: &str, known: &[String]) -> Piece {
    let lower = word.to_lowercase();
    if let Some(name) = known.iter().find(|one| lower.contains(&one.to_lowercase())) {
        let at = lower.find(&name.to_lowercase()).unwrap_or(0);
        // Lower case may differ in length; then the word is read without this help.
        if let (Some(before), Some(after)) = (word.get(..at), word.get(at + name.len()..)) {
            let title = format!("{}{}", unformed(before), unaddressed(after.trim()));
            return if title.is_empty() { Piece::Name(name.clone()) } else { Piece::Both(name.clone(), title) };
        }
    }
    if word.chars().any(is_han) { chinese(unaddressed(uncounted(word))) } else { latin(word) }
}

/// Without Mr, Dr and the like.
fn unformed(text: &str) -> String {
    let bare = |part: &&str| part.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let kept = text.split_whitespace().filter(|part| !LATIN_FORMS.contains(&bare(part).as_str()));
    kept.collect::<Vec<_>>().join(" ")
}

/// Without 先生, 女士 and the like at the end.
fn unaddressed(word: &str) -> &str {
    FORMS.iter().find_map(|form| word.strip_suffix(form)).unwrap_or(word)
}

fn chinese(word: &str) -> Piece {
    let last = TITLES
        .iter()
        .filter_map(|title| word.rfind(title).map(|at| (at + title.len(), *title)))
        .max_by_key(|one| (one.0, one.1.len()));
    let Some((end, title)) = last else {
        return if is_name(word) { Piece::Name(word.to_owned()) } else { Piece::Title(word.to_owned()) };
    };
    let after = &word[end..];
    if is_name(after) {
        return Piece::Both(after.to_owned(), word[..end].to_owned());
    }
    let mut before = &word[..end - title.len()];
    while let Some(shorter) = DEPUTIES.iter().find_map(|one| before.strip_suffix(one)) {
        before = shorter;
    }
    let short = before.chars().count() == 1 || is_compound_surname(before);
    if after.is_empty() && (is_name(before) || (short && begins_with_surname(before))) {
        return Piece::Both(before.to_owned(), word[before.len()..].to_owned());
    }
    if after.is_empty() || !before.is_empty() { Piece::Title(word.to_owned()) } else { Piece::Name(word.to_owned()) }
}

/// Two to four characters that begin with a surname and do not end like a unit, or a name in parts with `·`.
fn is_name(word: &str) -> bool {
    let count = word.chars().count();
    if word.contains('·') {
        return count >= 3;
    }
    let most = if word.chars().take(2).count() == 2 && is_compound_surname(&word.chars().take(2).collect::<String>()) {
        4
    } else {
        3
    };
    (2..=most).contains(&count)
        && begins_with_surname(word)
        && !(count > 2 && UNITS.iter().any(|unit| word.ends_with(unit)))
}

fn latin(word: &str) -> Piece {
    let parts: Vec<&str> = word.split_whitespace().collect();
    let bare = |part: &str| part.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let skip = parts.iter().take_while(|one| LATIN_FORMS.contains(&bare(one).as_str())).count();
    let parts = &parts[skip..];
    let titled = parts.iter().position(|one| LATIN_TITLES.contains(&bare(one).as_str()));
    match titled {
        Some(at) if at >= 2 => Piece::Both(parts[..at].join(" "), parts[at..].join(" ")),
        Some(_) => Piece::Title(parts.join(" ")),
        // A lone Latin word or two beside a Chinese name is a spelling, told apart by whoever joins the pieces.
        None => Piece::Name(parts.join(" ")),
    }
}

/// Names begin rows; a title belongs to the name before it, or, when the text begins with a title, to the one after it.
fn joined(pieces: Vec<Piece>, text: &str, dropped: bool) -> Vec<Read> {
    let blank = |name: String| Read { line: 0, text: text.trim().to_owned(), name, title: None, dropped };
    let title_first = matches!(pieces.first(), Some(Piece::Title(_)));
    let (mut rows, mut waiting): (Vec<Read>, Vec<String>) = (Vec::new(), Vec::new());
    for piece in pieces {
        let (name, title) = match piece {
            Piece::Title(title) => {
                match rows.last_mut().filter(|_| !title_first) {
                    Some(row) => add_title(row, &title),
                    None => waiting.push(title),
                }
                continue;
            }
            Piece::Name(name) => (name, None),
            Piece::Both(name, title) => (name, Some(title)),
        };
        // `王海 Wang Hai`: the same person in Latin letters, not another one.
        let spelt = !name.chars().any(is_han) && rows.last().is_some_and(|row| row.name.chars().any(is_han));
        if spelt {
            if let (Some(row), Some(title)) = (rows.last_mut(), title) {
                add_title(row, &title);
            }
            continue;
        }
        let mut row = blank(name);
        waiting.drain(..).chain(title).for_each(|one| add_title(&mut row, &one));
        rows.push(row);
    }
    if rows.is_empty()
        && let Some(at) = waiting.iter().position(|one| may_be_name(one))
    {
        rows.push(blank(waiting.remove(at)));
    }
    match rows.last_mut() {
        Some(row) => waiting.iter().for_each(|one| add_title(row, one)),
        None => rows.push(Read { title: Some(waiting.join(" ")), ..blank(String::new()) }),
    }
    rows
}

/// Where nothing else is a name: two or three characters that are neither post nor unit, under a surname we do not list.
fn may_be_name(text: &str) -> bool {
    let ends = |words: &[&str]| words.iter().any(|one| text.ends_with(one));
    (2..=3).contains(&text.chars().count()) && text.chars().all(is_han) && !ends(TITLES) && !ends(UNITS)
}

fn add_title(row: &mut Read, title: &str) {
    row.title = Some(match &row.title {
        None => title.to_owned(),
        Some(have) if title.is_ascii() => format!("{have}, {title}"),
        Some(have) if TITLES.iter().any(|one| have.ends_with(one)) => format!("{have}、{title}"),
        Some(have) => format!("{have}{title}"),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(String, Option<String>)> {
        read(text, &["王磊".to_owned(), "Ingrid Aasen".to_owned()])
            .into_iter()
            .map(|one| (one.name, one.title))
            .collect()
    }
    fn one(name: &str, title: &str) -> (String, Option<String>) {
        (name.to_owned(), (!title.is_empty()).then(|| title.to_owned()))
    }

    #[test]
    fn name_and_post_stand_in_either_order_with_numbers_and_forms_of_address() {
        assert_eq!(rows("1. 张海 局长"), [one("张海", "局长")]);
        assert_eq!(rows("（2）李明副处长"), [one("李明", "副处长")]);
        assert_eq!(rows("③市数据局局长王海"), [one("王海", "市数据局局长")]);
        assert_eq!(rows("四、陈平教授"), [one("陈平", "教授")]);
        assert_eq!(rows("赵　敏　女士"), [one("赵敏", "")]);
        assert_eq!(rows("5\t欧阳川\t市财政局\t副局长"), [one("欧阳川", "市财政局副局长")]);
        assert_eq!(rows("王磊（信息中心）"), [one("王磊", "信息中心")]);
        assert_eq!(rows("李总"), [one("李", "总")]);
        assert_eq!(rows("样例新 处长"), [one("样例新", "处长")], "a surname that is not listed");
    }

    #[test]
    fn several_people_on_a_line_are_several_rows() {
        assert_eq!(rows("张海、李明、王磊"), [one("张海", ""), one("李明", ""), one("王磊", "")]);
        assert_eq!(
            rows("张海局长，李明副局长；赵敏主任"),
            [one("张海", "局长"), one("李明", "副局长"), one("赵敏", "主任")]
        );
        assert_eq!(rows("局长，张海，副局长，李明"), [one("张海", "局长"), one("李明", "副局长")]);
        assert_eq!(rows("张海 局长、党组书记"), [one("张海", "局长、党组书记")]);
    }

    #[test]
    fn latin_names_lose_their_form_of_address_and_keep_their_post() {
        assert_eq!(rows("Ms. Ingrid Aasen, CEO"), [one("Ingrid Aasen", "CEO")]);
        assert_eq!(rows("Dr Lars Holm Senior Vice President"), [one("Lars Holm", "Senior Vice President")]);
        assert_eq!(rows("张海 Zhang Hai 局长"), [one("张海", "局长")]);
    }

    #[test]
    fn headings_are_no_people_and_private_matters_are_dropped() {
        assert_eq!(rows("代表团名单：\n序号 姓名 性别 职务\n\n"), []);
        let read = read("张海 男 汉族 局长 13800000000", &[]);
        assert_eq!((read[0].name.as_str(), read[0].title.as_deref(), read[0].dropped), ("张海", Some("局长"), true));
    }

    #[test]
    fn sections_counts_and_telephones_are_no_people() {
        for line in [
            "随员",
            "随员（5人）",
            "随行人员：",
            "二、随员",
            "一行8人",
            "共 12 人",
            "代表团一行12人",
            "电话",
            "联系电话：0571-88889999",
            "电话 138 0000 0000",
            "时间：12月4日",
            "党派",
            "主宾",
            "陪同人员3名",
            "Tel: +86 571 8888 9999",
        ] {
            assert_eq!(rows(line), [], "{line}");
        }
        assert_eq!(rows("随员：张海、李明"), [one("张海", ""), one("李明", "")]);
        assert_eq!(rows("主宾：尉迟安 局长"), [one("尉迟安", "局长")]);
        assert_eq!(rows("姓名：张海　职务：局长　手机：13800000000"), [one("张海", "局长")]);
        assert_eq!(rows("张海局长一行8人"), [one("张海", "局长")]);
        assert_eq!(rows("尊敬的张海局长"), [one("张海", "局长")]);
    }

    #[test]
    fn forty_guests_with_everything_around_them_are_forty() {
        let mut text = String::from(
            "来访人员名单（共４０人）\n一、主宾\n１．张海　局长　男　汉族　１３８００００００００\n二、随员\n",
        );
        for (at, given) in (0..39).zip(['一', '丁', '万', '东', '丰'].iter().cycle()) {
            text.push_str(&format!("{}．李{given}乐先生　处长　电话：１３８０００００{at:03}\n", at + 2));
        }
        text.push_str("联系人电话：0571-88889999\n");
        let read = rows(&text);
        assert_eq!(read.len(), 40, "{read:?}");
        assert!(read.iter().all(|one| !one.0.is_empty() && one.1.is_some()), "{read:?}");
    }

    #[test]
    fn text_of_another_kind_is_plain_text() {
        assert_eq!(rows("一行十二人"), []);
        assert!(rows("#import \"x\"; { MERGEFIELD a }").len() <= 2);
    }
}
