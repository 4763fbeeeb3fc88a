-- The visit planned line by line, and what a visit itself learnt to carry.

ALTER TABLE "visit" ADD COLUMN "coordinator" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "visit" ADD COLUMN "business_lead" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "visit" ADD COLUMN "approver" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "visit" ADD COLUMN "approved_on" TEXT;
ALTER TABLE "visit" ADD COLUMN "gift_quantity" INTEGER;
ALTER TABLE "visit" ADD COLUMN "gift_meaning" TEXT;
ALTER TABLE "visit" ADD COLUMN "gift_moment" TEXT;
ALTER TABLE "visit" ADD COLUMN "gift_approver" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "visit" ADD COLUMN "gift_exception" TEXT;
ALTER TABLE "visit" ADD COLUMN "rostrum_even_rule" TEXT NOT NULL DEFAULT 'A';
ALTER TABLE "visit" ADD COLUMN "mpv_rule" TEXT NOT NULL DEFAULT 'middle_row_first';
ALTER TABLE "visit" ADD COLUMN "second_seat" TEXT NOT NULL DEFAULT 'beyond_interpreter';
ALTER TABLE "visit" ADD COLUMN "budget_limit" REAL;
ALTER TABLE "visit" ADD COLUMN "next_touch_on" TEXT;
ALTER TABLE "visit" ADD COLUMN "cleaned_on" TEXT;

ALTER TABLE "visit_guest" ADD COLUMN "part" TEXT NOT NULL DEFAULT 'guest';
ALTER TABLE "visit_guest" ADD COLUMN "official_order" INTEGER;
ALTER TABLE "visit_guest" ADD COLUMN "counterpart" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "visit_guest" ADD COLUMN "counterpart_note" TEXT;
ALTER TABLE "visit_guest" ADD COLUMN "attended" INTEGER;
ALTER TABLE "visit_guest" ADD COLUMN "thanked_on" TEXT;
ALTER TABLE "visit_guest" ADD COLUMN "expected_value" INTEGER;
ALTER TABLE "visit_guest" ADD COLUMN "perceived_value" INTEGER;

CREATE TABLE "agenda_item" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT NOT NULL,
    "starts_at" TEXT NOT NULL,
    "ends_at" TEXT,
    "kind" TEXT NOT NULL,
    "title_zh" TEXT,
    "title_en" TEXT,
    "place_zh" TEXT,
    "place_en" TEXT,
    "guest_title_zh" TEXT,
    "guest_title_en" TEXT,
    "lead" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "ours" TEXT NOT NULL,
    "theirs" TEXT NOT NULL,
    "material" TEXT,
    "state" TEXT NOT NULL,
    "for_guests" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "vehicle" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "plate" TEXT,
    "driver" TEXT,
    "driver_phone" TEXT,
    "host_drives" INTEGER NOT NULL,
    "right_hand_drive" INTEGER NOT NULL,
    "spare" INTEGER NOT NULL,
    "route" TEXT,
    "leaves_on" TEXT,
    "leaves_at" TEXT,
    "riders" TEXT NOT NULL,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "travel_leg" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "direction" TEXT NOT NULL,
    "number" TEXT,
    "place_zh" TEXT,
    "place_en" TEXT,
    "on" TEXT NOT NULL,
    "at" TEXT,
    "meeting_point" TEXT,
    "greeter" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "people" TEXT NOT NULL,
    "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "lodging" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "person" BLOB NOT NULL REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "hotel_zh" TEXT,
    "hotel_en" TEXT,
    "room_kind" TEXT,
    "room_number" TEXT,
    "from_on" TEXT,
    "to_on" TEXT,
    "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "meal" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "at" TEXT,
    "place_zh" TEXT,
    "place_en" TEXT,
    "per_head" REAL,
    "tables" INTEGER NOT NULL,
    "menu" TEXT,
    "toast" TEXT,
    "alcohol" INTEGER NOT NULL,
    "hosts" TEXT NOT NULL,
    "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "tour_stop" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "title_zh" TEXT,
    "title_en" TEXT,
    "minutes" INTEGER NOT NULL,
    "guide" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "message" TEXT,
    "photo_allowed" INTEGER NOT NULL,
    "gear" TEXT,
    "skip_when_late" INTEGER NOT NULL,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "talking_point" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "topic" TEXT,
    "text" TEXT,
    "proof" TEXT,
    "question" TEXT,
    "expected_question" TEXT,
    "answer" TEXT,
    "speaker" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "about" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "on_card" INTEGER NOT NULL,
    "minutes" INTEGER,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "visit_duty" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "staff" BLOB NOT NULL REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "duty" TEXT NOT NULL,
    "text" TEXT,
    "phone" TEXT,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "visit_contact" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "function_zh" TEXT,
    "function_en" TEXT,
    "name" TEXT,
    "phone" TEXT,
    "for_guests" INTEGER NOT NULL,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "checklist_item" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "key" TEXT,
    "text" TEXT,
    "offset_days" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "role" TEXT,
    "owner" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "done_on" TEXT,
    "evidence" TEXT,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "cost_line" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "category" TEXT NOT NULL,
    "text" TEXT,
    "planned" REAL,
    "actual" REAL,
    "funding" TEXT,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "contingency" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "key" TEXT,
    "trigger" TEXT,
    "action" TEXT,
    "owner" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "visit_text" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "text_zh" TEXT,
    "text_en" TEXT,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "visit_log_entry" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person" BLOB REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "staff" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT,
    "commitment" BLOB REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "planned_question" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "subject" TEXT NOT NULL,
    "owner" BLOB REFERENCES "staff" ("id") DEFERRABLE INITIALLY DEFERRED,
    "due_on" TEXT,
    "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "seating_plan" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "vehicle" BLOB REFERENCES "vehicle" ("id") DEFERRABLE INITIALLY DEFERRED,
    "ours" TEXT NOT NULL,
    "guests" TEXT NOT NULL,
    "our_interpreter" TEXT,
    "their_interpreter" TEXT,
    "tables" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "pins" TEXT NOT NULL,
    "note" TEXT,
    "position" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "issued_copy" (
    "id" BLOB NOT NULL PRIMARY KEY CHECK (length("id") = 16),
    "ref" TEXT,
    "visit" BLOB NOT NULL REFERENCES "visit" ("id") DEFERRABLE INITIALLY DEFERRED,
    "edition" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "holder" TEXT,
    "issued_on" TEXT NOT NULL,
    "expires_on" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX "visit_by_coordinator" ON "visit" ("coordinator");
CREATE INDEX "visit_by_business_lead" ON "visit" ("business_lead");
CREATE INDEX "visit_by_approver" ON "visit" ("approver");
CREATE INDEX "visit_by_gift_approver" ON "visit" ("gift_approver");
CREATE INDEX "visit_guest_by_counterpart" ON "visit_guest" ("counterpart");
CREATE INDEX "agenda_item_by_visit" ON "agenda_item" ("visit");
CREATE INDEX "agenda_item_by_lead" ON "agenda_item" ("lead");
CREATE INDEX "agenda_item_by_ref" ON "agenda_item" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "vehicle_by_visit" ON "vehicle" ("visit");
CREATE INDEX "vehicle_by_ref" ON "vehicle" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "travel_leg_by_visit" ON "travel_leg" ("visit");
CREATE INDEX "travel_leg_by_greeter" ON "travel_leg" ("greeter");
CREATE INDEX "travel_leg_by_ref" ON "travel_leg" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "lodging_by_visit" ON "lodging" ("visit");
CREATE INDEX "lodging_by_person" ON "lodging" ("person");
CREATE INDEX "lodging_by_ref" ON "lodging" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "meal_by_visit" ON "meal" ("visit");
CREATE INDEX "meal_by_ref" ON "meal" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "tour_stop_by_visit" ON "tour_stop" ("visit");
CREATE INDEX "tour_stop_by_guide" ON "tour_stop" ("guide");
CREATE INDEX "tour_stop_by_ref" ON "tour_stop" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "talking_point_by_visit" ON "talking_point" ("visit");
CREATE INDEX "talking_point_by_speaker" ON "talking_point" ("speaker");
CREATE INDEX "talking_point_by_about" ON "talking_point" ("about");
CREATE INDEX "talking_point_by_ref" ON "talking_point" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "visit_duty_by_visit" ON "visit_duty" ("visit");
CREATE INDEX "visit_duty_by_staff" ON "visit_duty" ("staff");
CREATE INDEX "visit_duty_by_ref" ON "visit_duty" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "visit_contact_by_visit" ON "visit_contact" ("visit");
CREATE INDEX "visit_contact_by_ref" ON "visit_contact" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "checklist_item_by_visit" ON "checklist_item" ("visit");
CREATE INDEX "checklist_item_by_owner" ON "checklist_item" ("owner");
CREATE INDEX "checklist_item_by_ref" ON "checklist_item" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "cost_line_by_visit" ON "cost_line" ("visit");
CREATE INDEX "cost_line_by_ref" ON "cost_line" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "contingency_by_visit" ON "contingency" ("visit");
CREATE INDEX "contingency_by_owner" ON "contingency" ("owner");
CREATE INDEX "contingency_by_ref" ON "contingency" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "visit_text_by_visit" ON "visit_text" ("visit");
CREATE INDEX "visit_text_by_ref" ON "visit_text" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "visit_log_entry_by_visit" ON "visit_log_entry" ("visit");
CREATE INDEX "visit_log_entry_by_person" ON "visit_log_entry" ("person");
CREATE INDEX "visit_log_entry_by_staff" ON "visit_log_entry" ("staff");
CREATE INDEX "visit_log_entry_by_commitment" ON "visit_log_entry" ("commitment");
CREATE INDEX "visit_log_entry_by_ref" ON "visit_log_entry" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "planned_question_by_visit" ON "planned_question" ("visit");
CREATE INDEX "planned_question_by_owner" ON "planned_question" ("owner");
CREATE INDEX "planned_question_by_ref" ON "planned_question" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "seating_plan_by_visit" ON "seating_plan" ("visit");
CREATE INDEX "seating_plan_by_vehicle" ON "seating_plan" ("vehicle");
CREATE INDEX "seating_plan_by_ref" ON "seating_plan" ("ref") WHERE "ref" IS NOT NULL;
CREATE INDEX "issued_copy_by_visit" ON "issued_copy" ("visit");
CREATE INDEX "issued_copy_by_ref" ON "issued_copy" ("ref") WHERE "ref" IS NOT NULL;
