//! One typed line of contact: `今天 冼思源 程岚 电话 20分 谈三期`. Split into day, time, length, kind, names and what is left.
//!
//! The words it knows are those people type; none of them is ever shown. Deliberately absent: whom a name means.

use chrono::{Datelike, Days, Weekday};
use domain::{Clock, Day, TouchKind, VisitDirection};

use super::who::Book;

/// A line taken apart.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Line {
    pub on: Option<Day>,
    pub at: Option<Clock>,
    pub minutes: Option<u32>,
    pub kind: Option<TouchKind>,
    pub direction: Option<VisitDirection>,
    /// Where, written behind an @.
    pub place: Option<String>,
    /// The words, and whom in the book they may mean.
    pub who: Vec<(String, Vec<usize>)>,
    pub summary: String,
}

use TouchKind::{Call, Dinner, Meeting, Message, Visit, Workshop};
use VisitDirection::{Inbound, Outbound};

/// Longer words before those they begin with.
const KINDS: [(&str, TouchKind, Option<VisitDirection>); 52] = [
    ("打电话", Call, None),
    ("通电话", Call, None),
    ("打了电话", Call, None),
    ("电话会议", Call, None),
    ("电话会", Call, None),
    ("电话", Call, None),
    ("通话", Call, None),
    ("视频会议", Call, None),
    ("视频会", Call, None),
    ("视频", Call, None),
    ("线上会", Call, None),
    ("发微信", Message, None),
    ("微信", Message, None),
    ("短信", Message, None),
    ("发邮件", Message, None),
    ("邮件", Message, None),
    ("消息", Message, None),
    ("晚餐", Dinner, None),
    ("午餐", Dinner, None),
    ("早餐", Dinner, None),
    ("吃饭", Dinner, None),
    ("聚餐", Dinner, None),
    ("晚宴", Dinner, None),
    ("宴请", Dinner, None),
    ("用餐", Dinner, None),
    ("研讨会", Workshop, None),
    ("研讨", Workshop, None),
    ("工作坊", Workshop, None),
    ("技术交流", Workshop, None),
    ("来访", Visit, Some(Inbound)),
    ("来考察", Visit, Some(Inbound)),
    ("来公司", Visit, Some(Inbound)),
    ("上门拜访", Meeting, Some(Outbound)),
    ("拜访", Meeting, Some(Outbound)),
    ("拜会", Meeting, Some(Outbound)),
    ("上门", Meeting, Some(Outbound)),
    ("走访", Meeting, Some(Outbound)),
    ("会面", Meeting, None),
    ("见面", Meeting, None),
    ("面谈", Meeting, None),
    ("开会", Meeting, None),
    ("会谈", Meeting, None),
    ("会议", Meeting, None),
    ("called", Call, None),
    ("call", Call, None),
    ("phone", Call, None),
    ("email", Message, None),
    ("message", Message, None),
    ("dinner", Dinner, None),
    ("lunch", Dinner, None),
    ("workshop", Workshop, None),
    ("meeting", Meeting, None),
];
/// Words between names that say nothing by themselves.
const BETWEEN: [&str; 14] =
    ["见了", "见到", "和", "与", "跟", "同", "及", "给", "向", "对", "见", "with ", "and ", "met "];

/// Takes a line apart as of a day.
pub(super) fn read(text: &str, today: Day, book: &Book) -> Line {
    let mut line = Line::default();
    let mut left: Vec<&str> = Vec::new();
    // Lower case for comparing only; signs whose lower case has another length would shift what is cut.
    let lower: String = text.chars().map(|one| one.to_ascii_lowercase()).collect();
    let mut at = 0;
    while at < text.len() {
        let rest = &lower[at..];
        if let Some(gap) = rest.chars().next().filter(|one| is_gap(*one)) {
            at += gap.len_utf8();
        } else if let Some(place) = rest.strip_prefix(['@', '＠']).filter(|_| line.place.is_none()) {
            let size = place.find(is_gap).unwrap_or(place.len());
            let from = text.len() - lower[at..].len() + rest.len() - place.len();
            line.place = Some(text[from..from + size].to_owned()).filter(|one| !one.is_empty());
            at = from + size;
        } else if let Some(size) = piece(rest, today, &mut line) {
            at += size;
        } else if let Some((skipped, size, found)) = name(rest, book) {
            let words = text[at + skipped..at + size].to_owned();
            let known = line.who.iter().any(|one| one.1 == found);
            if !known {
                line.who.push((words, found));
            }
            at += size;
        } else {
            let size = rest.find(is_gap).unwrap_or(rest.len());
            left.push(&text[at..at + size]);
            at += size;
        }
    }
    line.summary = left.join(" ");
    line
}

fn is_gap(one: char) -> bool {
    one.is_whitespace() || matches!(one, ',' | '，' | '、' | ';' | '；' | '。' | '|')
}

/// A name, also behind a word that joins names: where it begins, where it ends, whom it may mean.
fn name(rest: &str, book: &Book) -> Option<(usize, usize, Vec<usize>)> {
    if let Some((size, found)) = book.begins(rest) {
        return Some((0, size, found));
    }
    let word = BETWEEN.iter().find(|one| rest.starts_with(**one))?;
    let after = rest[word.len()..].trim_start();
    let skipped = rest.len() - after.len();
    let (size, found) = book.begins(after)?;
    Some((skipped, skipped + size, found))
}

/// A day, a time, a length or a kind that is not yet known; answers how many bytes it took.
fn piece(rest: &str, today: Day, line: &mut Line) -> Option<usize> {
    if line.on.is_none()
        && let Some((day, size)) = day(rest, today)
    {
        line.on = Some(day);
        return Some(size);
    }
    if line.minutes.is_none()
        && let Some((minutes, size)) = length(rest)
    {
        line.minutes = Some(minutes);
        return Some(size);
    }
    if line.at.is_none()
        && let Some((at, size)) = clock(rest)
    {
        line.at = Some(at);
        return Some(size);
    }
    if line.kind.is_some() {
        return None;
    }
    let fits = |word: &str| rest.starts_with(word) && ends_word(word, &rest[word.len()..]);
    let (word, kind, direction) = KINDS.iter().find(|one| fits(one.0))?;
    (line.kind, line.direction) = (Some(*kind), *direction);
    Some(word.len())
}

/// A Latin word must end where it is said to.
fn ends_word(word: &str, after: &str) -> bool {
    let latin = word.chars().next_back().is_some_and(|one| one.is_ascii_alphanumeric());
    !latin || !after.starts_with(|one: char| one.is_ascii_alphanumeric())
}

/// The number a text begins with, and its size; Chinese ones up to 十.
fn number(text: &str) -> Option<(f64, usize)> {
    let end = text.find(|one: char| !one.is_ascii_digit() && one != '.').unwrap_or(text.len());
    if end > 0 {
        return text[..end].parse::<f64>().ok().filter(|one| one.is_finite()).map(|one| (one, end));
    }
    let first = text.chars().next()?;
    let value = match first {
        '半' => 0.5,
        '两' => 2.0,
        other => "零一二三四五六七八九十".chars().position(|one| one == other)? as f64,
    };
    Some((value, first.len_utf8()))
}

/// `20分`, `20分钟`, `1.5小时`, `半小时`, `一个半小时`, `45 min`, `2h`.
fn length(rest: &str) -> Option<(u32, usize)> {
    let (mut count, size) = number(rest)?;
    let unit = rest[size..].trim_start();
    let mut taken = rest.len() - unit.len();
    let unit = match unit.strip_prefix("个半") {
        Some(after) => {
            count += 0.5;
            taken += "个半".len();
            after
        }
        None => unit.strip_prefix('个').inspect(|_| taken += '个'.len_utf8()).unwrap_or(unit),
    };
    let units: [(&str, f64); 11] = [
        ("分钟", 1.0),
        ("分", 1.0),
        ("小时", 60.0),
        ("钟头", 60.0),
        ("minutes", 1.0),
        ("mins", 1.0),
        ("min", 1.0),
        ("hours", 60.0),
        ("hour", 60.0),
        ("h", 60.0),
        ("m", 1.0),
    ];
    let (word, each) = units.iter().find(|one| unit.starts_with(one.0) && ends_word(one.0, &unit[one.0.len()..]))?;
    let minutes = (count * each).round();
    (1.0..=1440.0).contains(&minutes).then(|| (minutes as u32, taken + word.len()))
}

/// `09:30`, `9点`, `下午3点半`, `15点30`.
fn clock(rest: &str) -> Option<(Clock, usize)> {
    let halves = [("上午", 0), ("早上", 0), ("中午", 12), ("下午", 12), ("晚上", 12)];
    let half = halves.iter().find(|one| rest.starts_with(one.0));
    let skip = half.map_or(0, |one| one.0.len());
    let body = &rest[skip..];
    let digits = body.find(|one: char| !one.is_ascii_digit()).filter(|size| (1..=2).contains(size))?;
    let hour: u16 = body[..digits].parse().ok()?;
    let hour = if half.is_some_and(|one| one.1 == 12) && hour < 12 { hour + 12 } else { hour };
    let after = &body[digits..];
    let (colon, after) = match after.strip_prefix([':', '：']) {
        Some(after) => (true, after),
        None => (false, after.strip_prefix('点').or_else(|| after.strip_prefix('时'))?),
    };
    let two = after.find(|one: char| !one.is_ascii_digit()).unwrap_or(after.len());
    let (minute, after) = match two {
        2 => (after[..2].parse().ok()?, &after[2..]),
        _ if colon => return None,
        _ => after.strip_prefix('半').map_or((0, after), |after| (30, after)),
    };
    let after = if colon { after } else { after.strip_prefix('分').unwrap_or(after) };
    Some((Clock::new(hour, minute)?, rest.len() - after.len()))
}

/// A day in words or numbers.
fn day(rest: &str, today: Day) -> Option<(Day, usize)> {
    let words = [
        ("今天", 0),
        ("今日", 0),
        ("昨天", -1),
        ("昨日", -1),
        ("前天", -2),
        ("大前天", -3),
        ("明天", 1),
        ("明日", 1),
        ("后天", 2),
        ("today", 0),
        ("yesterday", -1),
        ("tomorrow", 1),
    ];
    if let Some((word, shift)) =
        words.iter().find(|one| rest.starts_with(one.0) && ends_word(one.0, &rest[one.0.len()..]))
    {
        return Some((moved(today, *shift)?, word.len()));
    }
    week(rest, today).or_else(|| ago(rest, today)).or_else(|| dated(rest, today))
}

fn moved(day: Day, by: i64) -> Option<Day> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

/// `周三`, `上周三`, `下星期五`; `天` and `日` are Sunday.
fn week(rest: &str, today: Day) -> Option<(Day, usize)> {
    let heads =
        [("上周", -7), ("上星期", -7), ("本周", 0), ("这周", 0), ("下周", 7), ("下星期", 7), ("星期", 0), ("周", 0)];
    let (head, shift) = heads.iter().find(|one| rest.starts_with(one.0))?;
    let name = rest[head.len()..].chars().next()?;
    let place = match name {
        '日' | '天' => 6,
        other => "一二三四五六".chars().position(|one| one == other)? as i64,
    };
    let monday = moved(today, -i64::from(today.weekday().days_since(Weekday::Mon)))?;
    Some((moved(monday, shift + place)?, head.len() + name.len_utf8()))
}

/// `3天前`, `2天后`.
fn ago(rest: &str, today: Day) -> Option<(Day, usize)> {
    let (count, size) = number(rest)?;
    let after = &rest[size..];
    let ahead = after.starts_with("天后");
    if !(ahead || after.starts_with("天前")) || count.fract() != 0.0 || count > 3_660.0 {
        return None;
    }
    let count = count as i64;
    Some((moved(today, if ahead { count } else { -count })?, size + "天前".len()))
}

/// `2026-11-20`, `11-20`, `11/20`, `11月20日`. Without a year the nearest such day.
fn dated(rest: &str, today: Day) -> Option<(Day, usize)> {
    let (first, size) = whole(rest)?;
    let after = &rest[size..];
    let sign = after.chars().next().filter(|one| matches!(one, '-' | '/' | '月' | '年'))?;
    let (second, more) = whole(&after[sign.len_utf8()..])?;
    let mut taken = size + sign.len_utf8() + more;
    if first > 31 {
        let sign = rest[taken..].chars().next().filter(|one| matches!(one, '-' | '/' | '月'))?;
        let (third, more) = whole(&rest[taken + sign.len_utf8()..])?;
        taken += sign.len_utf8() + more;
        let day = Day::from_ymd_opt(i32::try_from(first).ok()?, second, third)?;
        return Some((day, taken + end(&rest[taken..])));
    }
    let in_year = |year: i32| Day::from_ymd_opt(year, first, second);
    let years = [today.year(), today.year() - 1, today.year() + 1];
    let near = years.into_iter().filter_map(in_year).min_by_key(|day| (*day - today).num_days().abs())?;
    Some((near, taken + end(&rest[taken..])))
}

fn end(after: &str) -> usize {
    after.chars().next().filter(|one| matches!(one, '日' | '号')).map_or(0, char::len_utf8)
}

fn whole(text: &str) -> Option<(u32, usize)> {
    let size = text.find(|one: char| !one.is_ascii_digit()).unwrap_or(text.len());
    (1..=4).contains(&size).then(|| text[..size].parse().ok()).flatten().map(|one| (one, size))
}

#[cfg(test)]
mod tests;
