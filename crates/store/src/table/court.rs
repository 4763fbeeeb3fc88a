//! Teams, rules, topics, authority, requests, warnings, tasks, contracts, incidents, budgets: the tables. Deliberately absent:
//! rules; they live in the domain.

use super::table;
use domain::{
    BudgetLine, CommitmentAuthority, Contract, CoverageRule, CustomerRequest, Incident, Task, TeamMember,
    TopicAssignment, WarningNote, WarningThreshold,
};

table! { TeamMember: "team_member", [Court, Staff], "account = ?1" =>
    account, staff, job_role, lead, from_on, to_on
}
table! { CoverageRule: "coverage_rule", [Court], "account IS NULL OR account = ?1" =>
    account, unit, function, rank_from, rank_to, decision_role, job_role, position
}
table! { TopicAssignment: "topic_assignment", [Court], "account = ?1" =>
    account, topic, staff, kind, from_on, to_on, manual
}
table! { CommitmentAuthority: "commitment_authority", [Court, Matters], "1" =>
    topic, roles
}
table! { CustomerRequest: "customer_request", [Matters, Court], "account = ?1" =>
    account, topic, text_zh, text_en, from_person, asked_on, asked_at, first_asked, holder, taken_on, due_on, answered_on, closed_on, answer,
    withdrawn_on, withdrawn_why
}
table! { WarningNote: "warning_note", [Matters], "account = ?1" =>
    account, code, object, status, opened_on, owner, snoozed_until, reason, changed_on
}
table! { Task: "task", [Matters, Court], "account IS NULL OR account = ?1" =>
    account, kind, staff, with_staff, person, seat, commitment, complaint, request, visit, text, due_on, done_on
}
table! { Contract: "contract", [Accounts, Matters], "account = ?1" =>
    account, name_zh, name_en, starts_on, ends_on, renewal_planned
}
table! { Incident: "incident", [Matters], "account = ?1" =>
    account, text_zh, text_en, on, severity, closed_on, owner
}
table! { BudgetLine: "budget_line", [Accounts, Matters], "account = ?1" =>
    account, category, from_on, to_on, approved, committed, actual, remaining_plan, probability, text
}
table! { WarningThreshold: "warning_threshold", [Workspace, Matters], "1" =>
    code, tier, amber, red
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn team_members_come_back_as_they_went() {
        round_trip(|all| &all.team_members);
    }
    #[test]
    fn coverage_rules_come_back_as_they_went() {
        round_trip(|all| &all.coverage_rules);
    }
    #[test]
    fn topic_assignments_come_back_as_they_went() {
        round_trip(|all| &all.topic_assignments);
    }
    #[test]
    fn commitment_authorities_come_back_as_they_went() {
        round_trip(|all| &all.commitment_authorities);
    }
    #[test]
    fn customer_requests_come_back_as_they_went() {
        round_trip(|all| &all.customer_requests);
    }
    #[test]
    fn warning_notes_come_back_as_they_went() {
        round_trip(|all| &all.warning_notes);
    }
    #[test]
    fn tasks_come_back_as_they_went() {
        round_trip(|all| &all.tasks);
    }
    #[test]
    fn contracts_come_back_as_they_went() {
        round_trip(|all| &all.contracts);
    }
    #[test]
    fn incidents_come_back_as_they_went() {
        round_trip(|all| &all.incidents);
    }
    #[test]
    fn budget_lines_come_back_as_they_went() {
        round_trip(|all| &all.budget_lines);
    }
    #[test]
    fn warning_thresholds_come_back_as_they_went() {
        round_trip(|all| &all.warning_thresholds);
    }
}
