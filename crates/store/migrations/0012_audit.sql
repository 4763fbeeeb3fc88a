-- The audit becomes a chain: each line carries a hash over the line before it and over itself, and the head says where it ends.
-- Why something was looked at: a code, and words. Of the words only their seal (a salted hash) is in the chain, so that they can
-- go with the person they name and the chain still holds. Lines that are there already are chained in the same transaction.

ALTER TABLE "audit" ADD COLUMN "reason" TEXT;
ALTER TABLE "audit" ADD COLUMN "note" TEXT;
ALTER TABLE "audit" ADD COLUMN "note_salt" TEXT;
ALTER TABLE "audit" ADD COLUMN "note_seal" BLOB;
ALTER TABLE "audit" ADD COLUMN "hash" BLOB NOT NULL DEFAULT x'';

-- Asked for a consent, and answered no.
ALTER TABLE "consent" ADD COLUMN "refused_on" TEXT;

CREATE INDEX "audit_by_step" ON "audit" ("step");

CREATE TABLE "audit_head" (
    "only" INTEGER PRIMARY KEY CHECK ("only" = 1),
    "sequence" INTEGER NOT NULL,
    "hash" BLOB NOT NULL
) STRICT;
