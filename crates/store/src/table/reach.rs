//! What belongs to an account (`?1`) when the account is loaded alone. Deliberately absent: who may see it.
//!
//! People are in reach when they hold or held one of its seats, are guests of its visits or named in their plans, or are named in its
//! touches and matters. What is known of them (facts, stances, ties) comes whole; touches and plans with them come also from other
//! accounts they were met in, so that a score does not depend on how the account was loaded. Each condition starts with a
//! bare column name, before which the loader may put a plus.

/// Fills `scope_person`, the people in reach; run before anything below.
pub(crate) const SCOPE: &str = r#"
INSERT OR IGNORE INTO temp.scope_person (id)
SELECT t.person FROM seat s JOIN tenure t ON t.seat = s.id WHERE s.account = ?1
UNION ALL SELECT g.person FROM visit v JOIN visit_guest g ON g.visit = v.id WHERE v.account = ?1
UNION ALL SELECT principal_guest FROM visit WHERE account = ?1
UNION ALL SELECT l.person FROM visit v JOIN lodging l ON l.visit = v.id WHERE v.account = ?1
UNION ALL SELECT t.about FROM visit v JOIN talking_point t ON t.visit = v.id WHERE v.account = ?1
UNION ALL SELECT e.person FROM visit v JOIN visit_log_entry e ON e.visit = v.id WHERE v.account = ?1
UNION ALL SELECT unhex(replace(j.value, '-', '')) FROM touch t, json_each(t.people) j WHERE t.account = ?1
UNION ALL SELECT person FROM planned_touch WHERE account = ?1
UNION ALL SELECT to_person FROM "commitment" WHERE account = ?1
UNION ALL SELECT by_person FROM complaint WHERE account = ?1
UNION ALL SELECT person FROM competitor_signal WHERE account = ?1
UNION ALL SELECT from_person FROM customer_request WHERE account = ?1
UNION ALL SELECT person FROM task WHERE account = ?1 OR account IS NULL
"#;

/// The scratch table of [`SCOPE`]; lives in memory, per connection.
pub(crate) const SCRATCH: &str = "CREATE TEMP TABLE IF NOT EXISTS scope_person (id BLOB NOT NULL PRIMARY KEY) \
     WITHOUT ROWID; DELETE FROM temp.scope_person;";

/// The account's own rows.
pub(crate) const OWN: &str = "account = ?1";
/// The same, and those that hold for every account.
pub(crate) const OWN_OR_ALL: &str = "account IS NULL OR account = ?1";
/// The account itself.
pub(crate) const ITSELF: &str = "id = ?1";
/// What is read by itself, never with an account.
pub(crate) const NOBODY: &str = "id IS NULL";
pub(crate) const PEOPLE_ID: &str = "id IN (SELECT id FROM temp.scope_person)";
pub(crate) const PEOPLE: &str = "person IN (SELECT id FROM temp.scope_person)";
/// Ours are in reach of every account.
pub(crate) const PEOPLE_AND_OURS: &str = "person IN (SELECT id FROM temp.scope_person) OR staff IS NOT NULL";
pub(crate) const BY_SEAT: &str = "seat IN (SELECT id FROM seat WHERE account = ?1)";
pub(crate) const BY_DECISION: &str = "decision IN (SELECT id FROM decision WHERE account = ?1)";
pub(crate) const BY_VISIT: &str = "visit IN (SELECT id FROM visit WHERE account = ?1)";
pub(crate) const PLANNED: &str = "account = ?1 OR person IN (SELECT id FROM temp.scope_person)";
/// Lists of people have no index, so only the accounts that share people with this one are searched.
/// The account's own come by its index, and the join begins at the people in reach, however many touches the file has.
pub(crate) const TOUCHES: &str = "id IN (SELECT id FROM touch WHERE account = ?1 UNION ALL \
     SELECT u.id FROM touch u WHERE u.account IN (SELECT s.account FROM temp.scope_person p CROSS JOIN tenure t ON t.person = p.id \
     CROSS JOIN seat s ON s.id = t.seat WHERE s.account <> ?1) AND EXISTS (SELECT 1 FROM json_each(u.people) j \
     WHERE unhex(replace(j.value, '-', '')) IN (SELECT id FROM temp.scope_person)))";
