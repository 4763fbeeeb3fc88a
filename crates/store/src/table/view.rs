//! Saved views: the table. Deliberately absent: what a view shows; the domain draws it.

use super::table;
use domain::SavedView;

table! { SavedView: "saved_view", [Map], "account = ?1" =>
    account, name, decision, lens, as_of, compare, filter, folded, focus, zoom, centre_x, centre_y, position
}

#[cfg(test)]
mod tests {
    use crate::table::round_trip;

    #[test]
    fn saved_views_come_back_as_they_went() {
        round_trip(|all| &all.saved_views);
    }
}
