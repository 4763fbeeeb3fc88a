//! Requests, consents, holds and what is kept longer: the tables. Deliberately absent: rules; they live in the domain.

use super::reach::{PEOPLE, PEOPLE_AND_OURS};
use super::table;
use domain::{Consent, LegalHold, RetentionNote, RightsRequest};

table! { RightsRequest: "rights_request", [People], PEOPLE =>
    person, kind, received_on, due_on, status, channel, verified_on, reviewed_on, closed_on, ended_on, handled_by, subject, note, answer
}
table! { Consent: "consent", [People, Visits, Staff], PEOPLE_AND_OURS =>
    person, staff, scope, version, text, channel, given_on, until_on, withdrawn_on, refused_on
}
table! { LegalHold: "legal_hold", [People], PEOPLE =>
    person, reason, from_on, to_on, set_by
}
table! { RetentionNote: "retention_note", [People, Workspace], "1" =>
    kind, object, keep_until, reason, decided_on, decided_by
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn rights_come_back_as_they_went() {
        round_trip(|all| &all.rights_requests);
        round_trip(|all| &all.consents);
        round_trip(|all| &all.legal_holds);
        round_trip(|all| &all.retention_notes);
    }
}
