-- Who gets the gift of a visit. The list names people but does not hold them, as other lists do.

ALTER TABLE "visit" ADD COLUMN "gift_receivers" TEXT NOT NULL DEFAULT '[]';
