//! The words people type for a kind of fact, and what values look like. None of them is ever shown.

use crate::FactKind;
use FactKind as K;

/// Words at the beginning of a line; longer ones count before those they begin with.
const WORDS: &[(&str, FactKind)] = &[
    ("职务", K::Position),
    ("现任", K::Position),
    ("职位", K::Position),
    ("position", K::Position),
    ("post", K::Position),
    ("title", K::Position),
    ("job title", K::Position),
    ("分管", K::Duty),
    ("负责", K::Duty),
    ("主管", K::Duty),
    ("in charge of", K::Duty),
    ("responsible for", K::Duty),
    ("duty", K::Duty),
    ("duties", K::Duty),
    ("关切", K::Concern),
    ("关心", K::Concern),
    ("关注", K::Concern),
    ("看重", K::Concern),
    ("concern", K::Concern),
    ("concerns", K::Concern),
    ("cares about", K::Concern),
    ("aim", K::Concern),
    ("aims", K::Concern),
    ("会面习惯", K::Style),
    ("会见偏好", K::Style),
    ("风格", K::Style),
    ("习惯", K::Style),
    ("style", K::Style),
    ("meeting style", K::Style),
    ("prefers", K::Style),
    ("手机", K::Mobile),
    ("手机号", K::Mobile),
    ("手机号码", K::Mobile),
    ("移动电话", K::Mobile),
    ("mobile", K::Mobile),
    ("cell", K::Mobile),
    ("cell phone", K::Mobile),
    ("电话", K::Phone),
    ("座机", K::Phone),
    ("办公电话", K::Phone),
    ("固话", K::Phone),
    ("phone", K::Phone),
    ("tel", K::Phone),
    ("telephone", K::Phone),
    ("landline", K::Phone),
    ("邮箱", K::Email),
    ("邮件", K::Email),
    ("电子邮件", K::Email),
    ("电邮", K::Email),
    ("email", K::Email),
    ("e-mail", K::Email),
    ("mail", K::Email),
    ("微信", K::Messenger),
    ("微信号", K::Messenger),
    ("即时通讯", K::Messenger),
    ("企业微信", K::Messenger),
    ("qq", K::Messenger),
    ("钉钉", K::Messenger),
    ("飞书", K::Messenger),
    ("wechat", K::Messenger),
    ("messenger", K::Messenger),
    ("办公地址", K::WorkAddress),
    ("单位地址", K::WorkAddress),
    ("地址", K::WorkAddress),
    ("办公室", K::WorkAddress),
    ("office", K::WorkAddress),
    ("address", K::WorkAddress),
    ("work address", K::WorkAddress),
    ("籍贯", K::NativePlace),
    ("祖籍", K::NativePlace),
    ("老家", K::NativePlace),
    ("家乡", K::NativePlace),
    ("native place", K::NativePlace),
    ("hometown", K::NativePlace),
    ("home town", K::NativePlace),
    ("native of", K::NativePlace),
    ("comes from", K::NativePlace),
    ("出生地", K::BirthPlace),
    ("出生在", K::BirthPlace),
    ("出生于", K::BirthPlace),
    ("birthplace", K::BirthPlace),
    ("place of birth", K::BirthPlace),
    ("born in", K::BirthPlace),
    ("成长地", K::GrewUp),
    ("长大于", K::GrewUp),
    ("在哪长大", K::GrewUp),
    ("grew up in", K::GrewUp),
    ("grew up", K::GrewUp),
    ("raised in", K::GrewUp),
    ("方言", K::Dialect),
    ("家乡话", K::Dialect),
    ("乡音", K::Dialect),
    ("dialect", K::Dialect),
    ("语言", K::Language),
    ("外语", K::Language),
    ("会说", K::Language),
    ("language", K::Language),
    ("speaks", K::Language),
    ("毕业院校", K::School),
    ("毕业于", K::School),
    ("毕业", K::School),
    ("母校", K::School),
    ("学校", K::School),
    ("学历", K::School),
    ("就读", K::School),
    ("求学", K::School),
    ("school", K::School),
    ("university", K::School),
    ("college", K::School),
    ("graduated from", K::School),
    ("studied at", K::School),
    ("alma mater", K::School),
    ("曾任职", K::Employer),
    ("曾在", K::Employer),
    ("曾任职于", K::Employer),
    ("曾就职", K::Employer),
    ("曾就职于", K::Employer),
    ("前单位", K::Employer),
    ("原单位", K::Employer),
    ("前东家", K::Employer),
    ("单位", K::Employer),
    ("任职", K::Employer),
    ("employer", K::Employer),
    ("former employer", K::Employer),
    ("worked at", K::Employer),
    ("worked for", K::Employer),
    ("formerly at", K::Employer),
    ("previously at", K::Employer),
    ("专业", K::Profession),
    ("学科", K::Profession),
    ("profession", K::Profession),
    ("field", K::Profession),
    ("major", K::Profession),
    ("majored in", K::Profession),
    ("爱好", K::Hobby),
    ("兴趣", K::Hobby),
    ("喜欢", K::Hobby),
    ("喜好", K::Hobby),
    ("hobby", K::Hobby),
    ("hobbies", K::Hobby),
    ("likes", K::Hobby),
    ("enjoys", K::Hobby),
    ("服役", K::Served),
    ("服役经历", K::Served),
    ("当兵", K::Served),
    ("从军", K::Served),
    ("入伍", K::Served),
    ("served", K::Served),
    ("served in", K::Served),
    ("military service", K::Served),
    ("饮食", K::Diet),
    ("忌口", K::Diet),
    ("餐饮", K::Diet),
    ("diet", K::Diet),
    ("eats", K::Diet),
    ("礼品忌讳", K::GiftAvoid),
    ("送礼忌讳", K::GiftAvoid),
    ("礼品", K::GiftAvoid),
    ("gift taboo", K::GiftAvoid),
    ("gifts to avoid", K::GiftAvoid),
    ("no gifts", K::GiftAvoid),
    ("备注", K::Note),
    ("备忘", K::Note),
    ("note", K::Note),
    ("remark", K::Note),
];
/// Answers that say there is nothing.
const NOTHING: [&str; 9] = ["无", "没有", "问过没有", "问过，没有", "暂无", "none", "nothing", "asked: none", "no"];
/// How names of schools end.
const SCHOOLS: [&str; 7] = ["大学", "学院", "学校", "中学", "university", "college", "school"];

/// The kind a line begins with, and what follows. A word counts when a sign, a gap or Chinese follows it.
pub(super) fn kind_of(text: &str) -> (Option<FactKind>, &str) {
    let begins = |word: &&(&str, FactKind)| {
        let head = text.get(..word.0.len()).filter(|head| head.eq_ignore_ascii_case(word.0));
        let next = text.get(word.0.len()..).and_then(|rest| rest.chars().next());
        let latin = word.0.is_ascii() && next.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-');
        head.is_some() && !latin
    };
    match WORDS.iter().filter(begins).max_by_key(|word| word.0.len()) {
        Some((word, kind)) => {
            let rest = text.get(word.len()..).unwrap_or_default();
            (
                Some(*kind),
                rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '=' | '是' | '为')),
            )
        }
        None => (None, text),
    }
}

/// The kind a value shows by itself: a mail address, a telephone number, a school.
pub(super) fn by_shape(text: &str) -> Option<FactKind> {
    let lower = text.trim().to_lowercase();
    let (rest, _) = years(&lower);
    if is_mail(lower.trim()) {
        Some(K::Email)
    } else if is_phone(&lower) {
        let digits: String = lower.chars().filter(char::is_ascii_digit).collect();
        let own = digits.strip_prefix("86").unwrap_or(&digits);
        Some(if own.len() == 11 && own.starts_with('1') { K::Mobile } else { K::Phone })
    } else if SCHOOLS.iter().any(|one| rest.trim_end().ends_with(one)) || lower.starts_with("university of ") {
        Some(K::School)
    } else {
        None
    }
}

/// Whether the answer was that there is nothing.
pub(super) fn is_none(text: &str) -> bool {
    NOTHING.iter().any(|one| text.eq_ignore_ascii_case(one))
}

/// Seven to fifteen digits with what people write between them.
pub(super) fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let extra =
        |c: char| matches!(c, ' ' | '-' | '+' | '(' | ')' | '（' | '）' | '/' | '.' | '转') || c.is_ascii_digit();
    (7..=20).contains(&digits) && text.chars().all(extra)
}

/// Something before and after one `@`, with a dot behind it and no gap.
pub(super) fn is_mail(text: &str) -> bool {
    let Some((user, host)) = text.split_once('@') else { return false };
    let ends = host.split('.').collect::<Vec<_>>();
    !user.is_empty()
        && ends.len() > 1
        && ends.iter().all(|one| !one.is_empty())
        && !text.contains(char::is_whitespace)
        && !host.contains('@')
}

/// A language and its CEFR level, written before or behind.
pub(super) fn level(text: &str) -> (String, Option<String>) {
    let is_level = |word: &str| {
        let up = word.to_ascii_uppercase();
        matches!(up.as_str(), "A1" | "A2" | "B1" | "B2" | "C1" | "C2").then_some(up)
    };
    let mut found = None;
    let kept: Vec<&str> = text
        .split_whitespace()
        .filter(|word| match is_level(word) {
            Some(level) => {
                found = Some(level);
                false
            }
            None => true,
        })
        .collect();
    (kept.join(" "), found)
}

/// Years in a text, and the text without them: `1998–2002 四川大学`, `四川大学（1998-2002）`, `2015年至今`, `since 2015`.
pub(super) fn years(text: &str) -> (String, (Option<i32>, Option<i32>)) {
    let signs: Vec<char> = text.chars().collect();
    let Some(first) = (0..signs.len()).find(|at| year_at(&signs, *at).is_some()) else {
        return (text.to_owned(), (None, None));
    };
    let from = year_at(&signs, first);
    let mut end = first + 4;
    end += signs[end..].iter().take_while(|c| **c == '年').count();
    let gap = signs[end..].iter().take_while(|c| is_between(**c)).count();
    let mut to = None;
    if gap > 0 {
        let next = end + gap;
        let rest: String = signs[next..].iter().collect::<String>().to_lowercase();
        let now = ["今", "现在", "now", "present", "today"].iter().find(|one| rest.starts_with(**one));
        if let Some(year) = year_at(&signs, next) {
            to = Some(year);
            end = next + 4;
            end += signs[end..].iter().take_while(|c| **c == '年').count();
        } else if let Some(word) = now {
            end = next + word.chars().count();
        }
    }
    let head: String = signs[..first].iter().collect();
    let tail: String = signs[end..].iter().collect();
    let head = head.trim_end().trim_end_matches(['(', '（', ',', '，', '、']);
    let head = ["since", "from", "自", "从"].iter().find_map(|one| head.trim_end().strip_suffix(one)).unwrap_or(head);
    let tail = tail.trim_start_matches([')', '）', ',', '，', '、', ' ', '起']);
    (format!("{} {}", head.trim(), tail.trim()).trim().to_owned(), (from, to))
}

fn is_between(c: char) -> bool {
    matches!(c, ' ' | '-' | '–' | '—' | '~' | '～' | '至' | '到' | 't' | 'o' | '．')
}

/// A year from 1900 to 2099 that stands alone.
fn year_at(signs: &[char], at: usize) -> Option<i32> {
    let four = signs.get(at..at + 4)?;
    let free = |c: Option<&char>| !c.is_some_and(char::is_ascii_digit);
    if !four.iter().all(char::is_ascii_digit) || !free(signs.get(at + 4)) || (at > 0 && !free(signs.get(at - 1))) {
        return None;
    }
    let year = four.iter().filter_map(|one| one.to_digit(10)).fold(0, |sum, one| sum * 10 + one as i32);
    (1900..2100).contains(&year).then_some(year)
}
