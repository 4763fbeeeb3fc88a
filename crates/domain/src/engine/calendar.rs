//! The Chinese calendar by a tested table, never by the platform's own; festivals, birthdays, greetings and clashes (part E).
//!
//! Deliberately absent: swapped workdays (they come from the yearly notice, never computed), festivals of a faith or a people
//! (nothing tells who keeps them), and the wording of a greeting.

mod abroad;
mod birthday;
mod clash;
mod festival;
mod greeting;
mod lunar;
#[cfg(test)]
mod tests;

pub use abroad::{Abroad, Holiday, holidays_abroad};
pub use birthday::{BirthdayRules, Feb29Rule, LeapRule, birthday_in_lunar_year, birthdays};
pub use clash::{Clash, clashes};
pub use festival::{Festival, FestivalDay, GreetRule, festivals};
pub use greeting::{Greeting, Occasion, festivals_around, greetings, greetings_of};
pub use lunar::lunar_day_text;
