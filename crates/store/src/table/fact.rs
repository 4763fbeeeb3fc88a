//! Facts about people: the tables. Deliberately absent: rules; they live in the domain.

use super::reach::PEOPLE;
use super::table;
use domain::Fact;

table! { Fact: "fact", [People, Visits], PEOPLE =>
    person, kind, value, level, from_year, to_year, source, confidence, verified_on, purpose, class, retain_until
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn facts_come_back_as_they_went() {
        round_trip(|all| &all.facts);
    }
}
