-- Who answers for a promise instead of its maker, and from when; from when a complaint is held. What is withdrawn stays, with day and reason.

ALTER TABLE "commitment" ADD COLUMN "holder" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "commitment" ADD COLUMN "taken_on" TEXT;
ALTER TABLE "commitment" ADD COLUMN "withdrawn_on" TEXT;
ALTER TABLE "commitment" ADD COLUMN "withdrawn_why" TEXT;
ALTER TABLE "complaint" ADD COLUMN "taken_on" TEXT;
ALTER TABLE "complaint" ADD COLUMN "withdrawn_on" TEXT;
ALTER TABLE "complaint" ADD COLUMN "withdrawn_why" TEXT;
ALTER TABLE "customer_request" ADD COLUMN "withdrawn_on" TEXT;
ALTER TABLE "customer_request" ADD COLUMN "withdrawn_why" TEXT;

CREATE INDEX "commitment_by_holder" ON "commitment" ("holder");
