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
}
