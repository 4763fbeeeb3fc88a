-- Who of ours said last that a fact still holds.

ALTER TABLE "fact" ADD COLUMN "verified_by" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED;

-- What is not known of a person, outside any visit.

CREATE TABLE "person_question" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "person" BLOB NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT,
    "text" TEXT,
    "owner" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "due_on" TEXT,
    "answered_on" TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX "person_question_by_person" ON "person_question" ("person");
CREATE INDEX "person_question_by_ref" ON "person_question" ("ref") WHERE "ref" IS NOT NULL;
