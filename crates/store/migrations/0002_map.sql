-- The map at the desk: seats that begin and end, room a person gave a branch, and named views.
-- `focus` and `folded` name seats but do not hold them: a view outlives a seat it mentions.

ALTER TABLE "seat" ADD COLUMN "from_on" TEXT;
ALTER TABLE "seat" ADD COLUMN "to_on" TEXT;
ALTER TABLE "seat" ADD COLUMN "nudge_x" REAL;
ALTER TABLE "seat" ADD COLUMN "nudge_y" REAL;

CREATE TABLE "saved_view" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name" TEXT NOT NULL,
    "decision" BLOB REFERENCES "decision" ("id") DEFERRABLE INITIALLY DEFERRED,
    "lens" TEXT NOT NULL,
    "as_of" TEXT,
    "compare" TEXT,
    "filter" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "focus" BLOB,
    "zoom" REAL,
    "centre_x" REAL,
    "centre_y" REAL,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX "saved_view_by_account" ON "saved_view" ("account");
CREATE INDEX "saved_view_by_decision" ON "saved_view" ("decision");
CREATE INDEX "saved_view_by_ref" ON "saved_view" ("ref") WHERE "ref" IS NOT NULL;
