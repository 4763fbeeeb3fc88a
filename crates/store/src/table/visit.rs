//! Visits with guests and hosts: the tables. Deliberately absent: rules; they live in the domain.

use super::reach::BY_VISIT;
use super::table;
use domain::{Visit, VisitGuest, VisitHost};

table! { Visit: "visit", [Visits], "account = ?1" =>
    account, starts_on, days, level, direction, place, purpose, principal_guest, topic_owner, convention, interpreter, gift_decided, gift_item, gift_value, meal_tables, meal_per_head, host, host_reason, host_chosen_on, redaction_checked_on, blocks, calendar_flags
}
table! { VisitGuest: "visit_guest", [Visits], BY_VISIT =>
    visit, person, protocol_order, role, deviation_note
}
table! { VisitHost: "visit_host", [Visits], BY_VISIT =>
    visit, staff, met, busy, blocked
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn visits_come_back_as_they_went() {
        round_trip(|all| &all.visits);
    }
    #[test]
    fn visit_guests_come_back_as_they_went() {
        round_trip(|all| &all.visit_guests);
    }
    #[test]
    fn visit_hosts_come_back_as_they_went() {
        round_trip(|all| &all.visit_hosts);
    }
}
