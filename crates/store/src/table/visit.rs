//! Visits with guests and hosts: the tables. Deliberately absent: rules; they live in the domain.

use super::reach::BY_VISIT;
use super::table;
use domain::{Visit, VisitGuest, VisitHost};

table! { Visit: "visit", [Visits], "account = ?1" =>
    account, starts_on, days, level, direction, place, purpose, principal_guest, topic_owner, convention, interpreter, gift_decided, gift_item, gift_value, meal_tables, meal_per_head, host, host_reason, host_chosen_on, redaction_checked_on, blocks, calendar_flags,
    coordinator, business_lead, approver, approved_on, gift_quantity, gift_meaning, gift_moment, gift_approver, gift_exception,
    rostrum_even_rule, mpv_rule, second_seat, budget_limit, next_touch_on, cleaned_on, gift_receivers
}
table! { VisitGuest: "visit_guest", [Visits], BY_VISIT =>
    visit, person, protocol_order, role, deviation_note,
    part, official_order, counterpart, counterpart_note, attended, thanked_on, expected_value, perceived_value
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
