-- Lists that were imported: how their columns are read, and whom the last edition named.

CREATE TABLE "import_source" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "account" BLOB REFERENCES "account" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name" TEXT NOT NULL,
    "columns" TEXT NOT NULL,
    "source" TEXT,
    "purpose" TEXT,
    "last_on" TEXT NOT NULL,
    "people" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX "import_source_by_account" ON "import_source" ("account");
CREATE INDEX "import_source_by_ref" ON "import_source" ("ref") WHERE "ref" IS NOT NULL;
