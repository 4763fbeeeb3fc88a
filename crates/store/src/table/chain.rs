//! Decisions and the chain behind them: the tables. Deliberately absent: rules; they live in the domain.

use super::reach::{BY_DECISION, PEOPLE};
use super::table;
use domain::{ChainMember, ChainVacancy, Decision, DecisionBody, StanceReading};

table! { Decision: "decision", [Map, Court], "account = ?1" =>
    account, name_zh, name_en, kind, blackout_from, blackout_to, closed_on
}
table! { ChainMember: "chain_member", [Map, Court], BY_DECISION =>
    decision, seat, roles, functions, function_evidence, formal_power, influence_level, position
}
table! { ChainVacancy: "chain_vacancy", [Map, Court], BY_DECISION =>
    decision, role, weight
}
table! { DecisionBody: "decision_body", [Map, Court], BY_DECISION =>
    decision, name_zh, name_en, rule, seat_count, members, chair
}
table! { StanceReading: "stance_reading", [People, Map], PEOPLE =>
    person, decision, level, read_on, evidence, read_by
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn decisions_come_back_as_they_went() {
        round_trip(|all| &all.decisions);
    }
    #[test]
    fn chain_members_come_back_as_they_went() {
        round_trip(|all| &all.chain_members);
    }
    #[test]
    fn chain_vacancies_come_back_as_they_went() {
        round_trip(|all| &all.chain_vacancies);
    }
    #[test]
    fn decision_bodies_come_back_as_they_went() {
        round_trip(|all| &all.decision_bodies);
    }
    #[test]
    fn stances_come_back_as_they_went() {
        round_trip(|all| &all.stances);
    }
}
