//! Days and birthdays as people write them. What is not clearly a day is no day: nothing is guessed.

use chrono::NaiveDate;
use domain::{Birthday, Calendar, Day};

use crate::people::clean::fold;

/// Reads a day: `2026-11-20`, `2026/11/2`, `2026.11.2`, `2026年11月20日`, `20261120`, `20 Nov 2026`, `Nov 20, 2026`,
/// `11/20/2026` where only one order gives a day, each with or without a time; a spreadsheet's serial number.
/// `None` for everything else, `2026-02-30` and months without a day included.
pub fn read_day(text: &str) -> Option<Day> {
    let day = read_any(text)?;
    let sane = NaiveDate::from_ymd_opt(1900, 1, 1)?..=NaiveDate::from_ymd_opt(2199, 12, 31)?;
    sane.contains(&day).then_some(day)
}

fn read_any(text: &str) -> Option<Day> {
    let text = without_time(text.trim());
    let folded = fold(text);
    if folded.bytes().all(|one| one.is_ascii_digit()) {
        return match folded.len() {
            8 => ymd(folded.get(..4)?, folded.get(4..6)?, folded.get(6..)?),
            5 => serial(folded.parse().ok()?),
            _ => None,
        };
    }
    let marked = folded.replace(['年', '月', '/', '.'], "-").replace(['日', '号'], "");
    let parts: Vec<&str> = marked.split('-').collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => ymd(year, month, day),
        [first, second, year] if year.len() == 4 && number(first).is_some() => either_order(first, second, year),
        _ => english(text),
    }
}

/// Cuts a time of day, and a weekday in brackets, off the end.
fn without_time(text: &str) -> &str {
    let text = text.split(['(', '（']).next().unwrap_or(text).trim_end();
    let cut = text.char_indices().find(|(at, one)| {
        (*one == 'T' || *one == ' ')
            && text[at + one.len_utf8()..].trim_start().find(':').is_some_and(|colon| colon <= 2)
    });
    cut.map_or(text, |(at, _)| text[..at].trim_end())
}

fn number(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 4 || !text.bytes().all(|one| one.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn ymd(year: &str, month: &str, day: &str) -> Option<Day> {
    NaiveDate::from_ymd_opt(i32::try_from(number(year)?).ok()?, number(month)?, number(day)?)
}

/// Day first or month first: taken only if one order alone gives a day, or both give the same.
fn either_order(first: &str, second: &str, year: &str) -> Option<Day> {
    match (ymd(year, first, second), ymd(year, second, first)) {
        (Some(one), Some(other)) if one == other => Some(one),
        (Some(one), None) | (None, Some(one)) => Some(one),
        _ => None,
    }
}

/// Days since 1899-12-30: a date cell whose format was lost. Five digits from 1954 to 2119 only.
fn serial(days: u64) -> Option<Day> {
    if !(20_000..80_000).contains(&days) {
        return None;
    }
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(days))
}

fn english(text: &str) -> Option<Day> {
    let lower = text.to_ascii_lowercase();
    let words: Vec<&str> = lower.split([' ', ',', '-']).filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        [day, month, year] | [month, day, year] if month_number(month).is_some() && year.len() == 4 => {
            let day = day.trim_end_matches(|one: char| one.is_ascii_alphabetic());
            NaiveDate::from_ymd_opt(i32::try_from(number(year)?).ok()?, month_number(month)?, number(day)?)
        }
        _ => None,
    }
}

fn month_number(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.');
    let at = MONTHS.iter().position(|month| word.len() >= 3 && word.is_ascii() && month.starts_with(word))?;
    u32::try_from(at + 1).ok()
}

/// Reads a day of birth and drops the year: a full date, `05-12`, `5月12日`, `农历五月十二`, `阴历闰四月初八`.
pub fn read_birthday(text: &str) -> Option<Birthday> {
    let folded = fold(text);
    let lunar = ["农历", "阴历", "旧历", "lunar"].iter().find_map(|word| folded.strip_prefix(word));
    let solar = ["公历", "阳历", "新历"].iter().find_map(|word| folded.strip_prefix(word));
    if let Some(rest) = lunar {
        return month_and_day(rest, Calendar::Lunar);
    }
    let rest = solar.unwrap_or(&folded);
    if let Some(day) = read_day(rest).or_else(|| read_day(text)) {
        use chrono::Datelike;
        let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
        return Some(Birthday { calendar: Calendar::Solar, month, day, leap: false, source: None });
    }
    month_and_day(rest, Calendar::Solar)
}

fn month_and_day(text: &str, calendar: Calendar) -> Option<Birthday> {
    let (text, leap) = text.strip_prefix('闰').map_or((text, false), |rest| (rest, true));
    let marked = text.replace(['月', '/', '.'], "-").replace(['日', '号'], "");
    let (month, day) = marked.split_once('-')?;
    let (month, day) = (small_number(month)?, small_number(day.trim_start_matches('初'))?);
    let days = match calendar {
        Calendar::Lunar => 30,
        Calendar::Solar => {
            [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].get(usize::from(month).checked_sub(1)?).copied()?
        }
    };
    let fits = (1..=12).contains(&month) && (1..=days).contains(&day) && (calendar == Calendar::Lunar || !leap);
    fits.then_some(Birthday { calendar, month, day, leap, source: None })
}

/// 1–39 in digits or Chinese; the months 正, 冬, 腊 and the tens 廿, 卅 of the lunar calendar.
fn small_number(text: &str) -> Option<u8> {
    if let Some(value) = number(text) {
        return u8::try_from(value).ok();
    }
    match text {
        "正" | "元" => return Some(1),
        "冬" => return Some(11),
        "腊" => return Some(12),
        _ => {}
    }
    let digit =
        |one: char| "一二三四五六七八九".chars().position(|each| each == one).and_then(|at| u8::try_from(at + 1).ok());
    let mut letters = text.chars();
    let value = match (letters.next()?, letters.next(), letters.next()) {
        (one, None, None) => {
            if one == '十' {
                10
            } else {
                digit(one)?
            }
        }
        ('十', Some(one), None) => 10 + digit(one)?,
        ('廿', Some(one), None) => 20 + digit(one)?,
        ('卅', Some(one), None) => 30 + digit(one)?,
        (tens, Some('十'), None) => digit(tens)? * 10,
        (tens, Some('十'), Some(one)) => digit(tens)? * 10 + digit(one)?,
        _ => return None,
    };
    letters.next().is_none().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_every_common_form() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 2);
        for text in [
            "2026-11-02",
            "2026/11/2",
            "2026.11.2",
            "2026年11月2日",
            "20261102",
            "2026-11-02 14:30:00",
            "2026-11-02T08:00:00",
            "２０２６－１１－０２",
            "2 Nov 2026",
            "November 2nd, 2026",
            "46328",
            "2026-11-02（周一）",
        ] {
            assert_eq!(read_day(text), day, "{text}");
        }
        assert_eq!(read_day("11/20/2026"), NaiveDate::from_ymd_opt(2026, 11, 20));
        assert_eq!(read_day("20/11/2026"), NaiveDate::from_ymd_opt(2026, 11, 20));
    }

    #[test]
    fn what_is_no_day() {
        for text in
            ["去年三月", "2026-02-30", "2026-11", "12月1日", "02/03/2026", "13", "上周", "", "99999999", "2026-13-01"]
        {
            assert_eq!(read_day(text), None, "{text}");
        }
    }

    #[test]
    fn birthdays_lose_their_year() {
        let solar = |month, day| Some(Birthday { calendar: Calendar::Solar, month, day, leap: false, source: None });
        let lunar = |month, day, leap| Some(Birthday { calendar: Calendar::Lunar, month, day, leap, source: None });
        assert_eq!(read_birthday("1975-05-12"), solar(5, 12));
        assert_eq!(read_birthday("5月12日"), solar(5, 12));
        assert_eq!(read_birthday("05-12"), solar(5, 12));
        assert_eq!(read_birthday("农历五月十二"), lunar(5, 12, false));
        assert_eq!(read_birthday("阴历闰四月初八"), lunar(4, 8, true));
        assert_eq!(read_birthday("农历腊月廿三"), lunar(12, 23, false));
        assert_eq!(read_birthday("02-30"), None);
        assert_eq!(read_birthday("夏天"), None);
    }
}
