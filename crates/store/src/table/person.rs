//! People on the customer's side: the tables. Deliberately absent: rules; they live in the domain.

use super::reach::PEOPLE_ID;
use super::table;
use domain::Person;

table! { Person: "person", [People, Map, Court, Visits], PEOPLE_ID =>
    name_zh, name_en, given, middle, surname, surname2, name_order, variants, pronunciation, address_zh, address_en, label, status, left_on, erased_on, suppress_hash, no_contact, birthday, legal
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn people_come_back_as_they_went() {
        round_trip(|all| &all.people);
    }
}
