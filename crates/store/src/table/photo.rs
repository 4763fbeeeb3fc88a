//! Photographs and, apart from them, their bytes: the tables. Deliberately absent: rules; they live in the domain.

use super::reach::PEOPLE_AND_OURS;
use super::table;
use domain::{Photo, Picture};

table! { Photo: "photo", [People, Visits, Staff], PEOPLE_AND_OURS =>
    person, staff, source, taken_on, added_on, consent_on, class
}
// In no snapshot, so in reach of no account.
table! { Picture: "picture", [People, Visits, Staff], "id IS NULL" => photo, jpeg }

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn photos_come_back_as_they_went() {
        round_trip(|all| &all.photos);
    }
}
