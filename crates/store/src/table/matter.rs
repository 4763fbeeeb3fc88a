//! Promises, complaints, rivals: the tables. Deliberately absent: rules; they live in the domain.

use super::table;
use domain::{Commitment, CompetitorSignal, Complaint};

table! { Commitment: "commitment", [Matters], "account = ?1" =>
    account, text_zh, text_en, topic, to_person, by_staff, made_on, promised_on, internal_target_on, delivered_on, expected_value, perceived_value, progress, topic_kind, announcement, second_reader, second_read_on, countersigned_by,
    holder, taken_on, withdrawn_on, withdrawn_why
}
table! { Complaint: "complaint", [Matters], "account = ?1" =>
    account, text_zh, text_en, by_person, opened_on, answered_on, closed_on, severity, status, owner, first_asked, taken_on, withdrawn_on, withdrawn_why
}
table! { CompetitorSignal: "competitor_signal", [Matters], "account = ?1" =>
    account, text_zh, text_en, on, lawful_source, confidence, person
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn commitments_come_back_as_they_went() {
        round_trip(|all| &all.commitments);
    }
    #[test]
    fn complaints_come_back_as_they_went() {
        round_trip(|all| &all.complaints);
    }
    #[test]
    fn competitor_signals_come_back_as_they_went() {
        round_trip(|all| &all.competitor_signals);
    }
}
