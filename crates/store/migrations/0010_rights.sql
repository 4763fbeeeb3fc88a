-- What people asked of us, what they agreed to, what must not be deleted, and what is kept longer and why.

CREATE TABLE "rights_request" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "person" BLOB NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "channel" TEXT,
    "verified_on" TEXT,
    "reviewed_on" TEXT,
    "closed_on" TEXT,
    "ended_on" TEXT,
    "handled_by" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "subject" TEXT,
    "note" TEXT,
    "answer" TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE "consent" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "person" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "staff" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "scope" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "given_on" TEXT NOT NULL,
    "until_on" TEXT,
    "withdrawn_on" TEXT,
    CHECK (("person" IS NULL) <> ("staff" IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE "legal_hold" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "person" BLOB NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "reason" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT,
    "set_by" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE "retention_note" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "kind" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "keep_until" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_on" TEXT NOT NULL,
    "decided_by" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX "rights_request_by_person" ON "rights_request" ("person");
CREATE INDEX "rights_request_by_handled_by" ON "rights_request" ("handled_by");
CREATE INDEX "rights_request_by_ref" ON "rights_request" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "consent_by_person" ON "consent" ("person");
CREATE INDEX "consent_by_staff" ON "consent" ("staff");
CREATE INDEX "consent_by_ref" ON "consent" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "legal_hold_by_person" ON "legal_hold" ("person");
CREATE INDEX "legal_hold_by_set_by" ON "legal_hold" ("set_by");
CREATE INDEX "legal_hold_by_ref" ON "legal_hold" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "retention_note_by_decided_by" ON "retention_note" ("decided_by");
CREATE INDEX "retention_note_by_ref" ON "retention_note" ("ref") WHERE "ref" IS NOT NULL;
