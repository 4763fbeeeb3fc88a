//! Ties, touches, plans, assignments: the tables. Deliberately absent: rules; they live in the domain.

use super::reach::{BY_SEAT, PEOPLE, PLANNED, TOUCHES};
use super::table;
use domain::{Assignment, PlannedTouch, TieReading, Touch};

table! { TieReading: "tie_reading", [People, Map, Court], PEOPLE =>
    staff, person, level, read_on, evidence, confirmed_by
}
table! { Touch: "touch", [People, Matters], TOUCHES =>
    account, on, kind, staff, people, summary, minutes, visit, direction
}
table! { PlannedTouch: "planned_touch", [Matters, Court], PLANNED =>
    account, on, staff, person, activity, at, minutes, place
}
table! { Assignment: "assignment", [Court, Map], BY_SEAT =>
    seat, staff, kind, from_on, to_on, manual, confirmed_by, confirmed_on
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn ties_come_back_as_they_went() {
        round_trip(|all| &all.ties);
    }
    #[test]
    fn touches_come_back_as_they_went() {
        round_trip(|all| &all.touches);
    }
    #[test]
    fn planned_touches_come_back_as_they_went() {
        round_trip(|all| &all.planned_touches);
    }
    #[test]
    fn assignments_come_back_as_they_went() {
        round_trip(|all| &all.assignments);
    }
}
