//! Our side: the company, its policies, its people: the tables. Deliberately absent: rules; they live in the domain.

use super::table;
use domain::{Company, Policy, Staff};

table! { Company: "company", [Workspace], "1" =>
    name_zh, name_en, currency, time_zone
}
table! { Policy: "policy", [Workspace, Visits], "1" =>
    name_zh, name_en, gift_max, gift_annual_max, meal_per_head_max, alcohol, tobacco, airport_welcome, companion_rule
}
table! { Staff: "staff", [Staff, Court], "1" =>
    name_zh, name_en, title_zh, title_en, rank_level, job_role, status, left_on, leave_from, leave_to, native_place, dialects, languages, schools, employers, profession, hobbies, served, bg_ok, superior
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn companies_come_back_as_they_went() {
        round_trip(|all| &all.companies);
    }
    #[test]
    fn policies_come_back_as_they_went() {
        round_trip(|all| &all.policies);
    }
    #[test]
    fn staff_come_back_as_they_went() {
        round_trip(|all| &all.staff);
    }
}
