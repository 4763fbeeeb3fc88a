//! Days as a list writes them. What has month and day alone is proposed as the last such day; what is no day (`去年底`) is asked for,
//! never guessed.

use std::collections::HashMap;

use chrono::Datelike;
use domain::*;
use intake::people::{PeopleField, PeopleList, ProblemCode, read_birthday, read_day};

use super::{Fix, Gathered, Ground, NONE};
use crate::wire::FixKind;

const FIELDS: [(PeopleField, &str, ProblemCode); 2] = [
    (PeopleField::LastTouch, "last_touch", ProblemCode::DateUnreadable),
    (PeopleField::Birthday, "birthday", ProblemCode::BirthdayUnreadable),
];

pub(super) fn find(list: &PeopleList, ground: &Ground) -> Vec<Fix> {
    FIELDS.into_iter().filter_map(|(field, key, code)| of(list, ground, (field, key, code))).collect()
}

fn of(list: &PeopleList, ground: &Ground, (field, key, code): (PeopleField, &'static str, ProblemCode)) -> Option<Fix> {
    let mut all = Gathered::default();
    for problem in list.problems.iter().filter(|one| one.code == code) {
        let Some(text) = problem.value.as_deref() else { continue };
        let (line, new) = all.line(key, text);
        line.rows.push(problem.row);
        if new && field == PeopleField::LastTouch {
            line.proposed = last_such_day(text, ground.today).map(|day| day.to_string());
        }
    }
    let lines = all.lines;
    (!lines.is_empty()).then_some(Fix { kind: FixKind::Days, key, field, lines })
}

/// `12月1日` as the last first of December that is not ahead.
fn last_such_day(text: &str, today: Day) -> Option<Day> {
    let day = read_birthday(text).filter(|one| one.calendar == Calendar::Solar)?;
    let in_year = |year: i32| Day::from_ymd_opt(year, day.month.into(), day.day.into());
    (today.year() - 4..=today.year()).rev().filter_map(in_year).find(|one| *one <= today)
}

/// Whether a choice can be read: a day that is not ahead, or a birthday.
pub(super) fn fits(field: PeopleField, choice: &str, today: Day) -> bool {
    match field {
        PeopleField::Birthday => read_birthday(choice).is_some(),
        _ => read_day(choice).is_some_and(|day| day <= today),
    }
}

pub(super) fn take(fix: &Fix, list: &mut PeopleList, at: &HashMap<u32, usize>) {
    for line in &fix.lines {
        let Some(choice) = line.holds().filter(|one| *one != NONE) else { continue };
        for place in line.rows.iter().filter_map(|row| at.get(row)) {
            let row = &mut list.rows[*place];
            match fix.field {
                PeopleField::Birthday => row.birthday = read_birthday(choice),
                _ => row.last_touch = read_day(choice),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_without_a_year_is_the_last_one_that_was() {
        let today = Day::from_ymd_opt(2026, 11, 20).unwrap_or_default();
        let last = |text| last_such_day(text, today).map(|day| day.to_string());
        assert_eq!(last("12月1日").as_deref(), Some("2025-12-01"));
        assert_eq!(last("11-20").as_deref(), Some("2026-11-20"));
        assert_eq!(last("2月29日").as_deref(), Some("2024-02-29"));
        assert_eq!(last("去年底"), None);
        assert_eq!(last("农历五月十二"), None, "no day of our calendar");
    }
}
