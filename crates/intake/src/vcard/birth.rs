//! A birthday as cards write it, made the month and day that lists of people have: the year of birth is nothing we keep.

/// `1985-05-12`, `19850512`, `--0512`, `--05-12`, with or without a time, as `05-12`; anything else as it is, for the
/// reader of the rows to judge.
pub(super) fn month_and_day(text: &str) -> String {
    let date = text.split(['T', 't', ' ']).next().unwrap_or(text);
    let digits: Vec<&str> = date.split('-').filter(|one| !one.is_empty()).collect();
    if !date.bytes().all(|one| one.is_ascii_digit() || one == b'-') {
        return text.to_owned();
    }
    let yearless = date.starts_with("--");
    match digits.as_slice() {
        [one] if yearless && one.len() == 4 => format!("{}-{}", &one[..2], &one[2..]),
        [one] if !yearless && one.len() == 8 => format!("{}-{}", &one[4..6], &one[6..]),
        [month, day] if yearless => format!("{month}-{day}"),
        [year, month, day] if year.len() == 4 => format!("{month}-{day}"),
        _ => text.to_owned(),
    }
}

/// What stands before a day of the lunar calendar, as the reader of the rows knows it.
const LUNAR: &str = "农历";
/// Before a leap month.
const LEAP: &str = "闰";

/// A day of the lunar calendar: Apple's `007800310815`, which is cycle, year of the cycle, month and day, with an `L` behind
/// a leap month (`0078003108L15`); and everything [`month_and_day`] takes, with the same `L`. Words stay words.
pub(super) fn lunar(text: &str) -> String {
    let text = text.trim();
    let (marks, digits): (Vec<char>, Vec<char>) = text.chars().partition(|one| matches!(one, 'L' | 'l'));
    let leap = marks.len() == 1 && digits.iter().all(|one| one.is_ascii_digit() || *one == '-');
    let bare: String = if leap { digits.into_iter().collect() } else { text.to_owned() };
    let long = bare.len() == 12 && bare.bytes().all(|one| one.is_ascii_digit());
    let day = month_and_day(if long { &bare[4..] } else { &bare });
    match day.split_once('-') {
        Some((month, day)) if is_small(month) && is_small(day) => {
            format!("{LUNAR}{}{month}-{day}", if leap { LEAP } else { "" })
        }
        _ if text.starts_with(LUNAR) => text.to_owned(),
        _ => format!("{LUNAR}{}", text.trim_start_matches("阴历")),
    }
}

fn is_small(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|one| one.is_ascii_digit())
}

/// Whether a label says that a day is a birthday of the lunar calendar: `农历生日`, `Lunar birthday`.
pub(super) fn is_lunar_birthday(label: &str) -> bool {
    let label = label.to_lowercase();
    let any = |words: &[&str]| words.iter().any(|one| label.contains(one));
    any(&["农历", "阴历", "旧历", "農曆", "lunar"]) && any(&["生日", "birth", "bday"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_of_writing_a_day() {
        for text in ["1985-05-12", "19850512", "--0512", "--05-12", "1985-05-12T00:00:00Z", "1604-05-12", "19850512T00"]
        {
            assert_eq!(month_and_day(text), "05-12", "{text}");
        }
        for text in ["circa 1985", "1985", "1985-05", "---12", "去年三月"] {
            assert_eq!(month_and_day(text), text);
        }
    }

    #[test]
    fn days_of_the_lunar_calendar() {
        for text in ["007800310815", "1984-08-15", "19840815", "--0815", "1984-8-15"] {
            assert_eq!(lunar(text).replace("-8-", "-08-").replace("历8", "历08"), "农历08-15", "{text}");
        }
        for text in ["00780031 08L15".replace(' ', ""), "--08L15".into(), "1984-08L-15".into()] {
            assert_eq!(lunar(&text), "农历闰08-15", "{text}");
        }
        assert_eq!((lunar("八月十五"), lunar("农历八月十五")), ("农历八月十五".into(), "农历八月十五".into()));
        assert!(is_lunar_birthday("农历生日") && is_lunar_birthday("X-LUNAR-BIRTHDAY") && !is_lunar_birthday("生日"));
    }
}
