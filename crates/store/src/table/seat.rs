//! Seats, tenures and the lines between seats: the tables. Deliberately absent: rules; they live in the domain.

use super::reach::BY_SEAT;
use super::table;
use domain::{Edge, Seat, Tenure};

table! { Seat: "seat", [Map, Court, People], "account = ?1" =>
    account, unit, title_zh, title_en, rank_level, status, no_contact, position,
    from_on, to_on, nudge_x, nudge_y, former_units
}
table! { Tenure: "tenure", [Map, Court, People], BY_SEAT =>
    seat, person, from_on, to_on, primary, source
}
table! { Edge: "edge", [Map], "account = ?1" =>
    account, kind, from_seat, to_seat, strength, from_on, to_on, evidence
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn seats_come_back_as_they_went() {
        round_trip(|all| &all.seats);
    }
    #[test]
    fn tenures_come_back_as_they_went() {
        round_trip(|all| &all.tenures);
    }
    #[test]
    fn edges_come_back_as_they_went() {
        round_trip(|all| &all.edges);
    }
}
