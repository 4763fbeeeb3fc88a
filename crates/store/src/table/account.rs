//! The customer organisation: account, units, links, figures: the tables. Deliberately absent: rules; they live in the domain.

use super::table;
use domain::{Account, AccountDay, Figures, OrgLink, OrgUnit};

table! { Account: "account", [Accounts], "id = ?1" =>
    name_zh, name_en, kind, policy, tier, stage, is_key
}
table! { OrgUnit: "org_unit", [Map], "account = ?1" =>
    account, parent, name_zh, name_en, position, from_on, to_on
}
table! { OrgLink: "org_link", [Map], "account = ?1" =>
    account, from_unit, to_unit, kind, from_on, to_on
}
table! { Figures: "figures", [Accounts], "account = ?1" =>
    account, orders_from, orders, orders_unit, overdue_days, overdue, receivable_total, updated_on, order_days
}
table! { AccountDay: "account_day", [Accounts], "account = ?1" =>
    account, kind, month, day, year, name, source
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn accounts_come_back_as_they_went() {
        round_trip(|all| &all.accounts);
    }
    #[test]
    fn units_come_back_as_they_went() {
        round_trip(|all| &all.units);
    }
    #[test]
    fn org_links_come_back_as_they_went() {
        round_trip(|all| &all.org_links);
    }
    #[test]
    fn account_days_come_back_as_they_went() {
        round_trip(|all| &all.account_days);
    }
    #[test]
    fn figures_come_back_as_they_went() {
        round_trip(|all| &all.figures);
    }
}
