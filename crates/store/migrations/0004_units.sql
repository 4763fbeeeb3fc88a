-- Units of the past: where a seat was before, and units that begin and end.
-- `former_units` names units but does not hold them, as other lists do; a unit with a past is ended, never deleted.

ALTER TABLE "seat" ADD COLUMN "former_units" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "org_unit" ADD COLUMN "from_on" TEXT;
ALTER TABLE "org_unit" ADD COLUMN "to_on" TEXT;
