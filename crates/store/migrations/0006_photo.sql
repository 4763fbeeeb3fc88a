-- Photographs of persons: the record, and apart from it the bytes, which only those read who show them.
-- The table of bytes keeps row numbers: without them a row of this size would be carried through every page of its tree.

CREATE TABLE "photo" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "person" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "staff" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "source" TEXT NOT NULL,
    "taken_on" TEXT,
    "added_on" TEXT NOT NULL,
    "consent_on" TEXT,
    "class" TEXT NOT NULL,
    CHECK (("person" IS NULL) <> ("staff" IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE "picture" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "photo" BLOB NOT NULL REFERENCES "photo" ("id") DEFERRABLE INITIALLY DEFERRED,
    "jpeg" BLOB NOT NULL
) STRICT;
CREATE INDEX "photo_by_person" ON "photo" ("person");
CREATE INDEX "photo_by_staff" ON "photo" ("staff");
CREATE INDEX "photo_by_ref" ON "photo" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "picture_by_photo" ON "picture" ("photo");
CREATE INDEX "picture_by_ref" ON "picture" ("ref") WHERE "ref" IS NOT NULL;
