//! Birthdays as told, and how we know them (E.3). Deliberately absent: age, and when they come round (domain).

use domain::scene::Wording;
use domain::*;

use super::fact_line::person_of;
use crate::wire::{Changed, SetBirthday, ViewContext};
use crate::words::Speech;
use crate::{App, Error};

/// Notes the birthday of a person, whether they hold a seat or not.
pub fn set_birthday(app: &mut App, context: &ViewContext, request: SetBirthday) -> Result<Changed, Error> {
    if request.birthday.is_some_and(|one| !is_day(one)) {
        return Err(Error::refused("birthday-day"));
    }
    let person = Person { birthday: request.birthday, ..person_of(app, request.person)? };
    let (_, changed) = app.transact(context.lang, "set-birthday", |tx| Ok(tx.put(&person)?))?;
    Ok(changed)
}

/// A day that some year of its calendar has. Kept as told: 29 February and the thirtieth of a month are days.
fn is_day(one: Birthday) -> bool {
    let last = match (one.calendar, one.month) {
        (Calendar::Lunar, _) => 30,
        (Calendar::Solar, 2) => 29,
        (Calendar::Solar, 4 | 6 | 9 | 11) => 30,
        (Calendar::Solar, _) => 31,
    };
    (1..=12).contains(&one.month) && (1..=last).contains(&one.day) && !(one.leap && one.calendar == Calendar::Solar)
}

/// `5月12日`, `农历闰四月初八` with numbers.
pub(super) fn text(one: Birthday, speech: &Speech) -> String {
    let key = match (one.calendar, one.leap) {
        (Calendar::Solar, _) => "app-birthday-solar",
        (Calendar::Lunar, false) => "app-birthday-lunar",
        (Calendar::Lunar, true) => "app-birthday-lunar-leap",
    };
    speech.text(key, &[("month", one.month.to_string()), ("day", one.day.to_string())])
}
