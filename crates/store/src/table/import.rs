//! Lists that were imported: the table. Deliberately absent: rules; they live in the domain and the application.

use super::table;
use domain::ImportSource;

// Of the file at hand, not of an account: in reach of none.
table! { ImportSource: "import_source", [Workspace], "id IS NULL" =>
    account, name, columns, source, purpose, last_on, people
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn import_sources_come_back_as_they_went() {
        round_trip(|all| &all.import_sources);
    }
}
