// How lines are edited: for each kind its fields in order, typed against the record. The form (LineForm) draws them; nothing here draws.
import type { PlainKey } from "../../../i18n/index.svelte";
import type { Kind, Lines } from "./lines";

/** Names of the fields of `L` that hold exactly the kind of value `V` stands for. */
type Named<L, V> = { [K in keyof L]-?: [V] extends [L[K]] ? ([L[K]] extends [V | null] ? K : never) : never }[keyof L] & string;
type Listed<L> = { [K in keyof L]-?: L[K] extends readonly unknown[] ? K : never }[keyof L] & string;

interface Common {
  label: PlainKey;
  /** Columns of twelve. */
  wide?: number;
  hint?: PlainKey;
}

/** The fields there are; the parameters are the names each may go by. */
type Shape<Text, Figure, Flag, One, Many> = Common &
  (
    | { as: "text" | "phone"; name: Text }
    /** `instead`: catalogue key of the words that stand while none are typed. */
    | { as: "area"; name: Text; rows?: number; instead?: string }
    | { as: "pair"; zh: Text; en: Text; rows?: number }
    | { as: "time" | "day"; name: Text; needed?: true }
    | { as: "number" | "money"; name: Figure; min?: number; max?: number; needed?: true }
    | { as: "flag"; name: Flag }
    | { as: "choice"; name: One; words: string; items: readonly string[]; none?: PlainKey }
    | { as: "staff"; name: One; needed?: true }
    | { as: "guest"; name: One; needed?: true; none?: PlainKey }
    | { as: "staffs" | "guests" | "riders"; name: Many; none: PlainKey }
  );

/** A field of a line of one kind. */
export type Field<L> = Shape<Named<L, string>, Named<L, number>, Named<L, boolean>, keyof L & string, Listed<L>>;
/** A field where the kind is not known. */
export type AnyField = Shape<string, string, string, string, string>;

export const AGENDA_KINDS = ["arrival", "movement", "courtesy", "talks", "tour", "meal", "signing", "photo", "ceremony", "rest", "departure", "other"] as const;
export const VEHICLE_KINDS = ["sedan", "offroad", "suv7", "mpv", "bus"] as const;
export const MEAL_KINDS = ["breakfast", "lunch", "tea", "dinner"] as const;
export const POINT_KINDS = ["opener", "point", "sensitive", "speech"] as const;
export const DUTIES = ["coordinator", "business_lead", "companion", "greeter", "guide", "interpreter", "note_taker", "vehicles", "rooms", "dining", "venue", "gifts", "security", "photographer", "other"] as const;
export const TEXT_KINDS = ["why_now", "objective", "outcome", "ask", "welcome", "signboard", "hotel", "venue", "wifi", "interpreter", "dress", "weather", "security", "secrecy"] as const;
export const JOB_ROLES = ["exec", "kam", "AR", "SR", "FR", "service", "finance", "compliance", "other"] as const;
export const COST_CATEGORIES = ["transport", "lodging", "dining", "gift", "venue", "interpreter", "material", "other"] as const;

const title = { as: "pair", zh: "title_zh", en: "title_en", label: "planner-f-title" } as const;
const place = { as: "pair", zh: "place_zh", en: "place_en", label: "planner-f-place" } as const;
const note = { as: "area", name: "note", label: "planner-f-note", rows: 2 } as const;

/** What a talking point asks for depends on what it is for. */
const POINT_TEXT = { opener: "planner-f-opener", point: "planner-f-message", sensitive: "planner-f-avoid", speech: "planner-f-speech" } as const;

export const FIELDS: { [K in Kind]: (line: Lines[K]) => Field<Lines[K]>[] } = {
  agenda_item: () => [
    { as: "day", name: "on", label: "planner-f-day", wide: 3, needed: true },
    { as: "time", name: "starts_at", label: "planner-f-from", wide: 2, needed: true },
    { as: "time", name: "ends_at", label: "planner-f-to", wide: 2 },
    { as: "choice", name: "kind", label: "planner-f-kind", words: "planner-agenda-kind", items: AGENDA_KINDS, wide: 3 },
    { as: "choice", name: "state", label: "planner-f-state", words: "planner-agenda-state", items: ["draft", "agreed"], wide: 2 },
    title,
    place,
    { as: "pair", zh: "guest_title_zh", en: "guest_title_en", label: "planner-f-guest-title", hint: "planner-f-guest-title-hint" },
    { as: "staff", name: "lead", label: "planner-f-lead", wide: 4 },
    { as: "staffs", name: "ours", label: "planner-f-ours", none: "planner-none-needed", wide: 4 },
    { as: "guests", name: "theirs", label: "planner-f-theirs", none: "planner-all-guests", wide: 4 },
    { as: "text", name: "material", label: "planner-f-material", wide: 8 },
    { as: "flag", name: "for_guests", label: "planner-f-for-guests", wide: 4 },
  ],
  travel_leg: () => [
    { as: "choice", name: "direction", label: "planner-f-direction", words: "planner-direction", items: ["arrival", "departure"], wide: 3 },
    { as: "day", name: "on", label: "planner-f-day", wide: 3, needed: true },
    { as: "time", name: "at", label: "planner-f-at", wide: 2 },
    { as: "text", name: "number", label: "planner-f-number", wide: 4 },
    place,
    { as: "text", name: "meeting_point", label: "planner-f-meeting-point", wide: 4 },
    { as: "staff", name: "greeter", label: "planner-f-greeter", wide: 4 },
    { as: "guests", name: "people", label: "planner-f-people", none: "planner-all-guests", wide: 4 },
    note,
  ],
  vehicle: () => [
    { as: "text", name: "name", label: "planner-f-name-of-car", wide: 3 },
    { as: "choice", name: "kind", label: "planner-f-kind", words: "planner-vehicle-kind", items: VEHICLE_KINDS, wide: 3 },
    { as: "day", name: "leaves_on", label: "planner-f-day", wide: 3 },
    { as: "time", name: "leaves_at", label: "planner-f-leaves", wide: 3 },
    { as: "text", name: "plate", label: "planner-f-plate", wide: 3 },
    { as: "text", name: "driver", label: "planner-f-driver", wide: 3 },
    { as: "phone", name: "driver_phone", label: "planner-f-phone", wide: 3 },
    { as: "text", name: "route", label: "planner-f-route", wide: 3 },
    { as: "riders", name: "riders", label: "planner-f-riders", none: "planner-none-riders", wide: 12 },
    { as: "flag", name: "host_drives", label: "planner-f-host-drives", wide: 4 },
    { as: "flag", name: "right_hand_drive", label: "planner-f-right-hand", wide: 4 },
    { as: "flag", name: "spare", label: "planner-f-spare", wide: 4 },
  ],
  lodging: () => [
    { as: "guest", name: "person", label: "planner-f-guest", wide: 4, needed: true },
    { as: "day", name: "from_on", label: "planner-f-check-in", wide: 4 },
    { as: "day", name: "to_on", label: "planner-f-check-out", wide: 4 },
    { as: "pair", zh: "hotel_zh", en: "hotel_en", label: "planner-f-hotel" },
    { as: "text", name: "room_kind", label: "planner-f-room-kind", wide: 4 },
    { as: "text", name: "room_number", label: "planner-f-room-number", wide: 4 },
    { as: "text", name: "note", label: "planner-f-note", wide: 4 },
  ],
  meal: () => [
    { as: "choice", name: "kind", label: "planner-f-kind", words: "planner-meal-kind", items: MEAL_KINDS, wide: 3 },
    { as: "day", name: "on", label: "planner-f-day", wide: 3, needed: true },
    { as: "time", name: "at", label: "planner-f-at", wide: 2 },
    { as: "money", name: "per_head", label: "planner-f-per-head", wide: 2, min: 0 },
    { as: "number", name: "tables", label: "planner-f-tables", wide: 2, min: 1, max: 200, needed: true },
    place,
    { as: "area", name: "menu", label: "planner-f-menu", rows: 4, wide: 6 },
    { as: "area", name: "toast", label: "planner-f-toast", rows: 4, wide: 6 },
    { as: "staffs", name: "hosts", label: "planner-f-hosts", none: "planner-none-hosts", wide: 6 },
    { as: "flag", name: "alcohol", label: "planner-f-alcohol", wide: 6 },
    note,
  ],
  tour_stop: () => [
    title,
    { as: "number", name: "minutes", label: "planner-f-minutes", wide: 3, min: 0, max: 1440, needed: true },
    { as: "staff", name: "guide", label: "planner-f-guide", wide: 5 },
    { as: "text", name: "gear", label: "planner-f-gear", wide: 4 },
    { as: "text", name: "message", label: "planner-f-stop-message", wide: 12 },
    { as: "flag", name: "photo_allowed", label: "planner-f-photo", wide: 4 },
    { as: "flag", name: "skip_when_late", label: "planner-f-skip", wide: 4 },
  ],
  talking_point: (line) => [
    { as: "choice", name: "kind", label: "planner-f-kind", words: "planner-point-kind", items: POINT_KINDS, wide: 3 },
    { as: "text", name: "topic", label: "planner-f-topic", wide: 9 },
    { as: "area", name: "text", label: POINT_TEXT[line.kind], rows: line.kind === "speech" ? 8 : 2 },
    ...(line.kind === "point"
      ? ([
          { as: "area", name: "proof", label: "planner-f-proof", rows: 2, wide: 6 },
          { as: "area", name: "question", label: "planner-f-question", rows: 2, wide: 6 },
          { as: "area", name: "expected_question", label: "planner-f-expected", rows: 2, wide: 6 },
        ] as const)
      : []),
    ...(line.kind === "point" || line.kind === "sensitive" ? ([{ as: "area", name: "answer", label: "planner-f-answer", rows: 2, wide: line.kind === "point" ? 6 : 12 }] as const) : []),
    { as: "staff", name: "speaker", label: line.kind === "sensitive" ? "planner-f-hand-over" : "planner-f-speaker", wide: 4 },
    { as: "guest", name: "about", label: "planner-f-about", none: "planner-nobody", wide: 4 },
    ...(line.kind === "speech" ? ([{ as: "number", name: "minutes", label: "planner-f-minutes", wide: 4, min: 0, max: 240 }] as const) : []),
    { as: "flag", name: "on_card", label: "planner-f-on-card", wide: 4 },
  ],
  visit_duty: () => [
    { as: "staff", name: "staff", label: "planner-f-who", wide: 4, needed: true },
    { as: "choice", name: "duty", label: "planner-f-duty", words: "planner-duty", items: DUTIES, wide: 4 },
    { as: "phone", name: "phone", label: "planner-f-phone", wide: 4 },
    { as: "text", name: "text", label: "planner-f-duty-text", wide: 12 },
  ],
  visit_contact: () => [
    { as: "pair", zh: "function_zh", en: "function_en", label: "planner-f-function" },
    { as: "text", name: "name", label: "planner-f-name", wide: 4 },
    { as: "phone", name: "phone", label: "planner-f-phone", wide: 4 },
    { as: "flag", name: "for_guests", label: "planner-f-contact-guests", wide: 4 },
  ],
  contingency: (line) => [
    ...(line.key === null ? ([{ as: "text", name: "trigger", label: "planner-f-trigger", wide: 8 }] as const) : []),
    { as: "staff", name: "owner", label: "planner-f-who-acts", wide: 4 },
    { as: "area", name: "action", label: "planner-f-action", rows: 2, ...(line.key === null ? {} : { instead: `plan-case-${line.key}-do` }) },
  ],
  visit_text: (line) => [
    { as: "choice", name: "kind", label: "planner-f-kind", words: "planner-text", items: TEXT_KINDS.some((one) => one === line.kind) ? TEXT_KINDS : [...TEXT_KINDS, line.kind], wide: 4 },
    { as: "pair", zh: "text_zh", en: "text_en", label: "planner-f-text", rows: 3 },
  ],
  checklist_item: (line) => [
    ...(line.key === null ? ([{ as: "text", name: "text", label: "planner-f-todo", wide: 12 }] as const) : []),
    { as: "number", name: "offset_days", label: "planner-f-offset", wide: 2, min: -366, max: 366, needed: true },
    { as: "day", name: "due_on", label: "planner-f-due", wide: 3, needed: true },
    { as: "staff", name: "owner", label: "planner-f-owner", wide: 4 },
    { as: "choice", name: "role", label: "planner-f-role", words: "code", items: JOB_ROLES, none: "planner-nobody", wide: 3 },
    { as: "day", name: "done_on", label: "planner-f-done", wide: 3 },
    { as: "text", name: "evidence", label: "planner-f-evidence", wide: 9 },
  ],
  cost_line: () => [
    { as: "choice", name: "category", label: "planner-f-category", words: "planner-cost", items: COST_CATEGORIES, wide: 3 },
    { as: "text", name: "text", label: "planner-f-what", wide: 9 },
    { as: "money", name: "planned", label: "planner-f-planned", wide: 3, min: 0 },
    { as: "money", name: "actual", label: "planner-f-actual", wide: 3, min: 0 },
    { as: "text", name: "funding", label: "planner-f-funding", wide: 6 },
  ],
};
