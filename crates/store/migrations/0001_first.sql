-- The first schema: one table a record, named and columned like the record in the domain.
-- Identities are UUIDv7 as 16 bytes; days ISO text; codes as in the domain's lists; lists and small values JSON text; yes/no 0 or 1.
-- No UNIQUE but the primary key (two files may be merged one day); columns are only ever appended.
-- References are checked when a transaction ends, so rows may arrive in any order.

CREATE TABLE "company" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "name_zh" TEXT,
    "name_en" TEXT,
    "currency" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "policy" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "name_zh" TEXT,
    "name_en" TEXT,
    "gift_max" REAL NOT NULL,
    "gift_annual_max" REAL,
    "meal_per_head_max" REAL,
    "alcohol" TEXT NOT NULL,
    "tobacco" INTEGER NOT NULL,
    "airport_welcome" INTEGER,
    "companion_rule" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "staff" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "name_zh" TEXT,
    "name_en" TEXT,
    "title_zh" TEXT,
    "title_en" TEXT,
    "rank_level" INTEGER NOT NULL,
    "job_role" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "left_on" TEXT,
    "leave_from" TEXT,
    "leave_to" TEXT,
    "native_place" TEXT,
    "dialects" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "schools" TEXT NOT NULL,
    "employers" TEXT NOT NULL,
    "profession" TEXT,
    "hobbies" TEXT NOT NULL,
    "served" INTEGER NOT NULL,
    "bg_ok" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "account" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "name_zh" TEXT,
    "name_en" TEXT,
    "kind" TEXT NOT NULL,
    "policy" BLOB REFERENCES "policy" ("id") DEFERRABLE INITIALLY DEFERRED,
    "tier" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "is_key" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "org_unit" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "parent" BLOB REFERENCES "org_unit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name_zh" TEXT,
    "name_en" TEXT,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "org_link" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "from_unit" BLOB NOT NULL REFERENCES "org_unit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "to_unit" BLOB NOT NULL REFERENCES "org_unit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "from_on" TEXT,
    "to_on" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "person" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "name_zh" TEXT,
    "name_en" TEXT,
    "given" TEXT,
    "middle" TEXT,
    "surname" TEXT,
    "surname2" TEXT,
    "name_order" TEXT NOT NULL,
    "variants" TEXT NOT NULL,
    "pronunciation" TEXT,
    "address_zh" TEXT,
    "address_en" TEXT,
    "label" TEXT,
    "status" TEXT NOT NULL,
    "left_on" TEXT,
    "erased_on" TEXT,
    "suppress_hash" TEXT,
    "no_contact" INTEGER NOT NULL,
    "birthday" TEXT,
    "legal" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "seat" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "unit" BLOB NOT NULL REFERENCES "org_unit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "title_zh" TEXT,
    "title_en" TEXT,
    "rank_level" INTEGER,
    "status" TEXT NOT NULL,
    "no_contact" INTEGER NOT NULL,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "tenure" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "seat" BLOB NOT NULL REFERENCES "seat" ("id") DEFERRABLE INITIALLY DEFERRED,
    "person" BLOB NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "from_on" TEXT,
    "to_on" TEXT,
    "primary" INTEGER NOT NULL,
    "source" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "edge" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "from_seat" BLOB NOT NULL REFERENCES "seat" ("id") DEFERRABLE INITIALLY DEFERRED,
    "to_seat" BLOB NOT NULL REFERENCES "seat" ("id") DEFERRABLE INITIALLY DEFERRED,
    "strength" INTEGER,
    "from_on" TEXT,
    "to_on" TEXT,
    "evidence" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "decision" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name_zh" TEXT,
    "name_en" TEXT,
    "kind" TEXT NOT NULL,
    "blackout_from" TEXT,
    "blackout_to" TEXT,
    "closed_on" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "chain_member" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "decision" BLOB NOT NULL REFERENCES "decision" ("id") DEFERRABLE INITIALLY DEFERRED,
    "seat" BLOB NOT NULL REFERENCES "seat" ("id") DEFERRABLE INITIALLY DEFERRED,
    "roles" TEXT NOT NULL,
    "functions" TEXT NOT NULL,
    "function_evidence" TEXT,
    "formal_power" INTEGER NOT NULL,
    "influence_level" INTEGER,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "chain_vacancy" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "decision" BLOB NOT NULL REFERENCES "decision" ("id") DEFERRABLE INITIALLY DEFERRED,
    "role" TEXT NOT NULL,
    "weight" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "decision_body" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "decision" BLOB NOT NULL REFERENCES "decision" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name_zh" TEXT,
    "name_en" TEXT,
    "rule" TEXT NOT NULL,
    "seat_count" INTEGER NOT NULL,
    "members" TEXT NOT NULL,
    "chair" BLOB REFERENCES "seat" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "stance_reading" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "person" BLOB NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "decision" BLOB REFERENCES "decision" ("id") DEFERRABLE INITIALLY DEFERRED,
    "level" INTEGER,
    "read_on" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "read_by" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "tie_reading" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "staff" BLOB NOT NULL REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "person" BLOB NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "level" INTEGER NOT NULL,
    "read_on" TEXT NOT NULL,
    "evidence" TEXT,
    "confirmed_by" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "visit" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "starts_on" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "place" TEXT,
    "purpose" TEXT,
    "principal_guest" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "topic_owner" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "convention" TEXT NOT NULL,
    "interpreter" TEXT,
    "gift_decided" INTEGER NOT NULL,
    "gift_item" TEXT,
    "gift_value" REAL,
    "meal_tables" INTEGER,
    "meal_per_head" REAL,
    "host" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "host_reason" TEXT,
    "host_chosen_on" TEXT,
    "redaction_checked_on" TEXT,
    "blocks" TEXT NOT NULL,
    "calendar_flags" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "visit_guest" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "person" BLOB NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "protocol_order" INTEGER NOT NULL,
    "role" TEXT,
    "deviation_note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "visit_host" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "staff" BLOB NOT NULL REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "met" INTEGER NOT NULL,
    "busy" TEXT NOT NULL,
    "blocked" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "touch" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "staff" TEXT NOT NULL,
    "people" TEXT NOT NULL,
    "summary" TEXT,
    "minutes" INTEGER,
    "visit" BLOB REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "planned_touch" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT NOT NULL,
    "staff" BLOB NOT NULL REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "person" BLOB NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "activity" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "assignment" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "seat" BLOB NOT NULL REFERENCES "seat" ("id") DEFERRABLE INITIALLY DEFERRED,
    "staff" BLOB NOT NULL REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "from_on" TEXT,
    "to_on" TEXT,
    "manual" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "fact" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "person" BLOB NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "value" TEXT,
    "level" TEXT,
    "from_year" INTEGER,
    "to_year" INTEGER,
    "source" TEXT,
    "confidence" TEXT NOT NULL,
    "verified_on" TEXT,
    "purpose" TEXT,
    "class" TEXT NOT NULL,
    "retain_until" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "commitment" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text_zh" TEXT,
    "text_en" TEXT,
    "topic" TEXT NOT NULL,
    "to_person" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "by_staff" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "made_on" TEXT NOT NULL,
    "promised_on" TEXT NOT NULL,
    "internal_target_on" TEXT,
    "delivered_on" TEXT,
    "expected_value" INTEGER,
    "perceived_value" INTEGER,
    "progress" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "complaint" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text_zh" TEXT,
    "text_en" TEXT,
    "by_person" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "opened_on" TEXT NOT NULL,
    "answered_on" TEXT,
    "closed_on" TEXT,
    "severity" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "owner" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "competitor_signal" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text_zh" TEXT,
    "text_en" TEXT,
    "on" TEXT NOT NULL,
    "lawful_source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "person" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "figures" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "orders_from" TEXT,
    "orders" TEXT NOT NULL,
    "orders_unit" TEXT,
    "overdue_days" INTEGER,
    "overdue" REAL,
    "receivable_total" REAL,
    "updated_on" TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX "account_by_policy" ON "account" ("policy");
CREATE INDEX "org_unit_by_account" ON "org_unit" ("account");
CREATE INDEX "org_unit_by_parent" ON "org_unit" ("parent");
CREATE INDEX "org_link_by_account" ON "org_link" ("account");
CREATE INDEX "org_link_by_from_unit" ON "org_link" ("from_unit");
CREATE INDEX "org_link_by_to_unit" ON "org_link" ("to_unit");
CREATE INDEX "seat_by_account" ON "seat" ("account");
CREATE INDEX "seat_by_unit" ON "seat" ("unit");
CREATE INDEX "tenure_by_seat" ON "tenure" ("seat");
CREATE INDEX "tenure_by_person" ON "tenure" ("person", "seat");
CREATE INDEX "edge_by_account" ON "edge" ("account");
CREATE INDEX "edge_by_from_seat" ON "edge" ("from_seat");
CREATE INDEX "edge_by_to_seat" ON "edge" ("to_seat");
CREATE INDEX "decision_by_account" ON "decision" ("account");
CREATE INDEX "chain_member_by_decision" ON "chain_member" ("decision");
CREATE INDEX "chain_member_by_seat" ON "chain_member" ("seat");
CREATE INDEX "chain_vacancy_by_decision" ON "chain_vacancy" ("decision");
CREATE INDEX "decision_body_by_decision" ON "decision_body" ("decision");
CREATE INDEX "decision_body_by_chair" ON "decision_body" ("chair");
CREATE INDEX "stance_reading_by_person" ON "stance_reading" ("person");
CREATE INDEX "stance_reading_by_decision" ON "stance_reading" ("decision");
CREATE INDEX "stance_reading_by_read_by" ON "stance_reading" ("read_by");
CREATE INDEX "tie_reading_by_staff" ON "tie_reading" ("staff");
CREATE INDEX "tie_reading_by_person" ON "tie_reading" ("person");
CREATE INDEX "tie_reading_by_confirmed_by" ON "tie_reading" ("confirmed_by");
CREATE INDEX "visit_by_account" ON "visit" ("account");
CREATE INDEX "visit_by_principal_guest" ON "visit" ("principal_guest");
CREATE INDEX "visit_by_topic_owner" ON "visit" ("topic_owner");
CREATE INDEX "visit_by_host" ON "visit" ("host");
CREATE INDEX "visit_guest_by_visit" ON "visit_guest" ("visit");
CREATE INDEX "visit_guest_by_person" ON "visit_guest" ("person");
CREATE INDEX "visit_host_by_visit" ON "visit_host" ("visit");
CREATE INDEX "visit_host_by_staff" ON "visit_host" ("staff");
CREATE INDEX "touch_by_account" ON "touch" ("account");
CREATE INDEX "touch_by_visit" ON "touch" ("visit");
CREATE INDEX "planned_touch_by_account" ON "planned_touch" ("account");
CREATE INDEX "planned_touch_by_staff" ON "planned_touch" ("staff");
CREATE INDEX "planned_touch_by_person" ON "planned_touch" ("person");
CREATE INDEX "assignment_by_seat" ON "assignment" ("seat");
CREATE INDEX "assignment_by_staff" ON "assignment" ("staff");
CREATE INDEX "fact_by_person" ON "fact" ("person");
CREATE INDEX "commitment_by_account" ON "commitment" ("account");
CREATE INDEX "commitment_by_to_person" ON "commitment" ("to_person");
CREATE INDEX "commitment_by_by_staff" ON "commitment" ("by_staff");
CREATE INDEX "complaint_by_account" ON "complaint" ("account");
CREATE INDEX "complaint_by_by_person" ON "complaint" ("by_person");
CREATE INDEX "complaint_by_owner" ON "complaint" ("owner");
CREATE INDEX "competitor_signal_by_account" ON "competitor_signal" ("account");
CREATE INDEX "competitor_signal_by_person" ON "competitor_signal" ("person");
CREATE INDEX "figures_by_account" ON "figures" ("account");

-- Names from other systems are looked up on import.
CREATE INDEX "company_by_ref" ON "company" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "policy_by_ref" ON "policy" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "staff_by_ref" ON "staff" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "account_by_ref" ON "account" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "org_unit_by_ref" ON "org_unit" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "org_link_by_ref" ON "org_link" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "person_by_ref" ON "person" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "seat_by_ref" ON "seat" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "tenure_by_ref" ON "tenure" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "edge_by_ref" ON "edge" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "decision_by_ref" ON "decision" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "chain_member_by_ref" ON "chain_member" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "chain_vacancy_by_ref" ON "chain_vacancy" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "decision_body_by_ref" ON "decision_body" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "stance_reading_by_ref" ON "stance_reading" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "tie_reading_by_ref" ON "tie_reading" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "visit_by_ref" ON "visit" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "visit_guest_by_ref" ON "visit_guest" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "visit_host_by_ref" ON "visit_host" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "touch_by_ref" ON "touch" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "planned_touch_by_ref" ON "planned_touch" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "assignment_by_ref" ON "assignment" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "fact_by_ref" ON "fact" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "commitment_by_ref" ON "commitment" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "complaint_by_ref" ON "complaint" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "competitor_signal_by_ref" ON "competitor_signal" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "figures_by_ref" ON "figures" ("ref") WHERE "ref" IS NOT NULL;

-- One row a step: what was asked, and the changeset that did it. `undone` 1: taken back; `dead` 1: can never be redone.
CREATE TABLE "change_log" (
    "sequence" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "op" TEXT NOT NULL,
    "params" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "changeset" BLOB NOT NULL,
    "undone" INTEGER NOT NULL DEFAULT 0,
    "dead" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "change_log_by_state" ON "change_log" ("dead", "undone", "sequence");

-- Who did what when; `kind` is do, undo or redo. Never rewritten.
CREATE TABLE "audit" (
    "sequence" INTEGER PRIMARY KEY,
    "id" BLOB NOT NULL CHECK (length("id") = 16),
    "step" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "op" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "tables" TEXT NOT NULL
) STRICT;
