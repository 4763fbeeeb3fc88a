-- The court: teams, rules, topics, authority, what came in, warnings, tasks, contracts, incidents, budgets, thresholds.

ALTER TABLE "assignment" ADD COLUMN "confirmed_by" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "assignment" ADD COLUMN "confirmed_on" TEXT;
ALTER TABLE "planned_touch" ADD COLUMN "at" TEXT;
ALTER TABLE "planned_touch" ADD COLUMN "minutes" INTEGER;
ALTER TABLE "planned_touch" ADD COLUMN "place" TEXT;
ALTER TABLE "touch" ADD COLUMN "direction" TEXT;
ALTER TABLE "commitment" ADD COLUMN "topic_kind" TEXT;
ALTER TABLE "commitment" ADD COLUMN "announcement" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "commitment" ADD COLUMN "second_reader" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "commitment" ADD COLUMN "second_read_on" TEXT;
ALTER TABLE "commitment" ADD COLUMN "countersigned_by" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "complaint" ADD COLUMN "first_asked" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "figures" ADD COLUMN "order_days" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "staff" ADD COLUMN "superior" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE "team_member" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "staff" BLOB NOT NULL REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "job_role" TEXT NOT NULL,
    "lead" INTEGER NOT NULL,
    "from_on" TEXT,
    "to_on" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "coverage_rule" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "unit" BLOB REFERENCES "org_unit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "function" TEXT,
    "rank_from" INTEGER,
    "rank_to" INTEGER,
    "decision_role" TEXT,
    "job_role" TEXT NOT NULL,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "topic_assignment" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "topic" TEXT NOT NULL,
    "staff" BLOB NOT NULL REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "from_on" TEXT,
    "to_on" TEXT,
    "manual" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "commitment_authority" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "topic" TEXT NOT NULL,
    "roles" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "customer_request" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "topic" TEXT,
    "text_zh" TEXT,
    "text_en" TEXT,
    "from_person" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "asked_on" TEXT NOT NULL,
    "asked_at" TEXT,
    "first_asked" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "holder" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "taken_on" TEXT,
    "due_on" TEXT,
    "answered_on" TEXT,
    "closed_on" TEXT,
    "answer" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "warning_note" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "code" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "opened_on" TEXT NOT NULL,
    "owner" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "snoozed_until" TEXT,
    "reason" TEXT,
    "changed_on" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "task" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "staff" BLOB NOT NULL REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "with_staff" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "person" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "seat" BLOB REFERENCES "seat" ("id") DEFERRABLE INITIALLY DEFERRED,
    "commitment" BLOB REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "complaint" BLOB REFERENCES "complaint" ("id") DEFERRABLE INITIALLY DEFERRED,
    "request" BLOB REFERENCES "customer_request" ("id") DEFERRABLE INITIALLY DEFERRED,
    "visit" BLOB REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT,
    "due_on" TEXT NOT NULL,
    "done_on" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "contract" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name_zh" TEXT,
    "name_en" TEXT,
    "starts_on" TEXT,
    "ends_on" TEXT NOT NULL,
    "renewal_planned" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "incident" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text_zh" TEXT,
    "text_en" TEXT,
    "on" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "closed_on" TEXT,
    "owner" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "budget_line" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "category" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NOT NULL,
    "approved" REAL NOT NULL,
    "committed" REAL NOT NULL,
    "actual" REAL NOT NULL,
    "remaining_plan" REAL NOT NULL,
    "probability" REAL NOT NULL,
    "text" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "warning_threshold" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "code" TEXT NOT NULL,
    "tier" TEXT,
    "amber" REAL,
    "red" REAL
) STRICT, WITHOUT ROWID;

CREATE INDEX "assignment_by_confirmed_by" ON "assignment" ("confirmed_by");
CREATE INDEX "commitment_by_second_reader" ON "commitment" ("second_reader");
CREATE INDEX "commitment_by_countersigned_by" ON "commitment" ("countersigned_by");
CREATE INDEX "complaint_by_first_asked" ON "complaint" ("first_asked");
CREATE INDEX "staff_by_superior" ON "staff" ("superior");
CREATE INDEX "team_member_by_account" ON "team_member" ("account");
CREATE INDEX "team_member_by_staff" ON "team_member" ("staff");
CREATE INDEX "team_member_by_ref" ON "team_member" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "coverage_rule_by_account" ON "coverage_rule" ("account");
CREATE INDEX "coverage_rule_by_unit" ON "coverage_rule" ("unit");
CREATE INDEX "coverage_rule_by_ref" ON "coverage_rule" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "topic_assignment_by_account" ON "topic_assignment" ("account");
CREATE INDEX "topic_assignment_by_staff" ON "topic_assignment" ("staff");
CREATE INDEX "topic_assignment_by_ref" ON "topic_assignment" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "commitment_authority_by_ref" ON "commitment_authority" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "customer_request_by_account" ON "customer_request" ("account");
CREATE INDEX "customer_request_by_from_person" ON "customer_request" ("from_person");
CREATE INDEX "customer_request_by_first_asked" ON "customer_request" ("first_asked");
CREATE INDEX "customer_request_by_holder" ON "customer_request" ("holder");
CREATE INDEX "customer_request_by_ref" ON "customer_request" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "warning_note_by_account" ON "warning_note" ("account");
CREATE INDEX "warning_note_by_owner" ON "warning_note" ("owner");
CREATE INDEX "warning_note_by_ref" ON "warning_note" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "task_by_account" ON "task" ("account");
CREATE INDEX "task_by_staff" ON "task" ("staff");
CREATE INDEX "task_by_with_staff" ON "task" ("with_staff");
CREATE INDEX "task_by_person" ON "task" ("person");
CREATE INDEX "task_by_seat" ON "task" ("seat");
CREATE INDEX "task_by_commitment" ON "task" ("commitment");
CREATE INDEX "task_by_complaint" ON "task" ("complaint");
CREATE INDEX "task_by_request" ON "task" ("request");
CREATE INDEX "task_by_visit" ON "task" ("visit");
CREATE INDEX "task_by_ref" ON "task" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "contract_by_account" ON "contract" ("account");
CREATE INDEX "contract_by_ref" ON "contract" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "incident_by_account" ON "incident" ("account");
CREATE INDEX "incident_by_owner" ON "incident" ("owner");
CREATE INDEX "incident_by_ref" ON "incident" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "budget_line_by_account" ON "budget_line" ("account");
CREATE INDEX "budget_line_by_ref" ON "budget_line" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "warning_threshold_by_ref" ON "warning_threshold" ("ref") WHERE "ref" IS NOT NULL;
