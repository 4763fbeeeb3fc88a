-- Who gets the gift of a visit. The list names people but does not hold them, as other lists do.

ALTER TABLE "visit" ADD COLUMN "gift_receivers" TEXT NOT NULL DEFAULT '[]';

-- Days of an account that come round every year.

CREATE TABLE "account_day" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB NOT NULL REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "month" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "year" INTEGER,
    "name" TEXT,
    "source" TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX "account_day_by_account" ON "account_day" ("account");
CREATE INDEX "account_day_by_ref" ON "account_day" ("ref") WHERE "ref" IS NOT NULL;
