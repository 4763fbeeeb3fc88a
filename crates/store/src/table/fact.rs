//! Facts about people, and what is not known of them: the tables. Deliberately absent: rules; they live in the domain.

use super::reach::PEOPLE;
use super::table;
use domain::{Fact, PersonQuestion};

table! { Fact: "fact", [People, Visits], PEOPLE =>
    person, kind, value, level, from_year, to_year, source, confidence, verified_on, purpose, class, retain_until, verified_by
}
table! { PersonQuestion: "person_question", [People], PEOPLE =>
    person, kind, text, owner, due_on, answered_on
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn facts_come_back_as_they_went() {
        round_trip(|all| &all.facts);
    }
    #[test]
    fn person_questions_come_back_as_they_went() {
        round_trip(|all| &all.person_questions);
    }
}
