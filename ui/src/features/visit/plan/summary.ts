// What a line says in one row: its time, its words, and what is still missing in it.
import { t, tCode, type PlainKey } from "../../../i18n/index.svelte";
import { language } from "../../../i18n/index.svelte";
import { shortDay } from "../../../i18n/days";
import { span } from "./clock";
import { guestName, listed, said, SEATS, staffName, type Context } from "./context";
import { dayFrom } from "./follow";
import type { Kind, Lines } from "./lines";

export interface Summary {
  /** At the left: a time, a day, a number of minutes. */
  when?: string | undefined;
  title: string;
  notes: string[];
  tags: string[];
  missing: PlainKey[];
}

const lacks = (...pairs: [unknown, PlainKey][]): PlainKey[] => pairs.filter(([value]) => value === null || value === "" || value === undefined || (Array.isArray(value) && value.length === 0)).map(([, key]) => key);
const kept = (...parts: (string | null | false | undefined)[]): string[] => parts.filter((part): part is string => typeof part === "string" && part !== "");
const first = (text: string | null): string => text?.split("\n")[0] ?? "";
const word = (prefix: string, code: string) => tCode(`${prefix}-${code}`, "planner-unnamed");

/** The wording of a line of a built-in list, or its own. */
export const keyed = (area: string, key: string | null, own: string | null): string => (key === null ? (own ?? "") : (language.find(`${area}-${key}`) ?? own ?? key));

export function personName(context: Context, who: Lines["vehicle"]["riders"][number]): string {
  if ("guest" in who) return guestName(context, who.guest);
  return "ours" in who ? staffName(context, who.ours) : who.named;
}

export function amount(value: number): string {
  return t("planner-money", { amount: new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 }).format(value) });
}

/** Days stand beside the visit's own: its year goes without saying. */
const day = (context: Context, on: string) => shortDay(on, context.plan.visit.starts_on);
const dated = (context: Context, on: string) => context.days.length > 1 || on !== context.days[0];

export const SUMMARY: { [K in Kind]: (line: Lines[K], context: Context) => Summary } = {
  agenda_item: (line, context) => ({
    when: span(line.starts_at, line.ends_at),
    title: said(line.title_zh, line.title_en) || word("planner-agenda-kind", line.kind),
    notes: kept(
      said(line.place_zh, line.place_en),
      line.lead && t("planner-led-by", { name: staffName(context, line.lead) }),
      line.ours.length > 0 && listed(line.ours.filter((one) => one !== line.lead).map((one) => staffName(context, one))),
      line.theirs.length > 0 && t("planner-guests-named", { names: listed(line.theirs.map((one) => guestName(context, one))) }),
      line.material && t("planner-material-is", { text: line.material }),
    ),
    tags: kept(word("planner-agenda-kind", line.kind), word("planner-agenda-state", line.state), !line.for_guests && t("planner-not-for-guests")),
    missing: lacks([line.title_zh ?? line.title_en, "planner-f-title"], [line.ends_at, "planner-f-to"], [line.place_zh ?? line.place_en, "planner-f-place"], [line.lead, "planner-f-lead"]),
  }),
  travel_leg: (line, context) => ({
    when: [dated(context, line.on) ? day(context, line.on) : "", line.at ?? ""].filter(Boolean).join(" "),
    title: kept(word("planner-direction", line.direction), line.number, said(line.place_zh, line.place_en)).join(t("planner-comma")),
    notes: kept(line.meeting_point && t("planner-meet-at", { text: line.meeting_point }), line.greeter && t("planner-greets", { name: staffName(context, line.greeter) }), line.people.length > 0 && listed(line.people.map((one) => guestName(context, one))), line.note),
    tags: line.people.length === 0 ? [t("planner-all-guests")] : [],
    missing: lacks([line.at, "planner-f-at"], [line.number, "planner-f-number"], [line.place_zh ?? line.place_en, "planner-f-place"], [line.greeter, "planner-f-greeter"]),
  }),
  vehicle: (line, context) => {
    const seats = SEATS[line.kind];
    return {
      when: [line.leaves_on && dated(context, line.leaves_on) ? day(context, line.leaves_on) : "", line.leaves_at ?? ""].filter(Boolean).join(" "),
      title: kept(line.name, word("planner-vehicle-kind", line.kind), line.plate).join(t("planner-comma")),
      notes: kept(line.driver && kept(line.driver, line.driver_phone).join(" "), line.route, line.riders.length > 0 && listed(line.riders.map((one) => personName(context, one)))),
      tags: kept(seats === null ? t("planner-riders-open", { count: line.riders.length }) : t("planner-riders", { count: line.riders.length, seats }), line.spare && t("planner-f-spare"), line.host_drives && t("planner-f-host-drives")),
      missing: lacks([line.leaves_at, "planner-f-leaves"], [line.plate, "planner-f-plate"], [line.driver, "planner-f-driver"], [line.driver_phone, "planner-f-phone"], ...(line.spare ? [] : ([[line.riders, "planner-f-riders"]] as [unknown, PlainKey][]))),
    };
  },
  lodging: (line, context) => ({
    when: line.from_on ? [day(context, line.from_on), line.to_on ? day(context, line.to_on) : ""].filter(Boolean).join("–") : undefined,
    title: guestName(context, line.person),
    notes: kept(said(line.hotel_zh, line.hotel_en), line.room_kind, line.room_number && t("planner-room", { number: line.room_number }), line.note),
    tags: [],
    missing: lacks([line.hotel_zh ?? line.hotel_en, "planner-f-hotel"], [line.from_on, "planner-f-check-in"], [line.to_on, "planner-f-check-out"], [line.room_kind, "planner-f-room-kind"]),
  }),
  meal: (line, context) => ({
    when: [dated(context, line.on) ? day(context, line.on) : "", line.at ?? ""].filter(Boolean).join(" "),
    title: kept(word("planner-meal-kind", line.kind), said(line.place_zh, line.place_en)).join(t("planner-comma")),
    notes: kept(line.hosts.length > 0 && t("planner-hosted-by", { names: listed(line.hosts.map((one) => staffName(context, one))) }), first(line.menu), first(line.toast), line.note),
    tags: kept(t("planner-tables", { count: line.tables }), line.per_head !== null && t("planner-a-head", { amount: amount(line.per_head) }), line.alcohol && t("planner-f-alcohol")),
    missing: lacks([line.at, "planner-f-at"], [line.place_zh ?? line.place_en, "planner-f-place"], [line.per_head, "planner-f-per-head"], [line.menu, "planner-f-menu"], [line.toast, "planner-f-toast"], [line.hosts, "planner-f-hosts"]),
  }),
  tour_stop: (line, context) => ({
    when: t("planner-minutes", { count: line.minutes }),
    title: said(line.title_zh, line.title_en) || t("planner-unnamed"),
    notes: kept(line.message, line.guide && t("planner-led-by", { name: staffName(context, line.guide) }), line.gear),
    tags: kept(!line.photo_allowed && t("planner-no-photo"), line.skip_when_late && t("planner-f-skip")),
    missing: lacks([line.title_zh ?? line.title_en, "planner-f-title"], [line.message, "planner-f-stop-message"], [line.guide, "planner-f-guide"]),
  }),
  talking_point: (line, context) => ({
    title: line.topic ?? (first(line.text) || t("planner-unnamed")),
    notes: kept(line.topic !== null && first(line.text), line.proof && t("planner-proof-is", { text: first(line.proof) }), line.question && t("planner-ask-is", { text: first(line.question) }), line.answer && t("planner-answer-is", { text: first(line.answer) }), line.about && t("planner-about", { name: guestName(context, line.about) })),
    tags: kept(line.speaker && staffName(context, line.speaker), line.minutes !== null && t("planner-minutes", { count: line.minutes }), line.on_card && t("planner-f-on-card")),
    missing: lacks(
      [line.text ?? line.topic, "planner-f-text"],
      // A host says the openers and what stands on the own card.
      ...(line.kind === "opener" || line.on_card ? [] : ([[line.speaker, line.kind === "sensitive" ? "planner-f-hand-over" : "planner-f-speaker"]] as [unknown, PlainKey][])),
    ),
  }),
  visit_duty: (line, context) => ({
    title: staffName(context, line.staff),
    notes: kept(line.text, line.phone),
    tags: [word("planner-duty", line.duty)],
    missing: lacks([line.phone, "planner-f-phone"]),
  }),
  visit_contact: (line) => ({
    title: said(line.function_zh, line.function_en) || t("planner-unnamed"),
    notes: kept(line.name, line.phone),
    tags: line.for_guests ? [t("planner-f-contact-guests")] : [],
    missing: lacks([line.function_zh ?? line.function_en, "planner-f-function"], [line.phone, "planner-f-phone"]),
  }),
  contingency: (line, context) => ({
    title: keyed("plan-case", line.key, line.trigger) || t("planner-unnamed"),
    notes: kept(line.action ?? (line.key === null ? null : keyed("plan-case", `${line.key}-do`, null))),
    tags: line.owner ? [staffName(context, line.owner)] : [],
    missing: lacks([line.action ?? line.key, "planner-f-action"], [line.owner, "planner-f-who-acts"]),
  }),
  visit_text: (line) => ({
    title: said(line.text_zh, line.text_en) || t("planner-unnamed"),
    notes: [],
    tags: [],
    missing: lacks([line.text_zh, "planner-in-chinese"], [line.text_en, "planner-in-english"]),
  }),
  checklist_item: (line, context) => ({
    // The day stands in the heading; another one is said.
    when: line.due_on === dayFrom(context.days, line.offset_days) ? "" : day(context, line.due_on),
    title: keyed("check", line.key, line.text) || t("planner-unnamed"),
    notes: kept(line.done_on && t("planner-done-on", { day: day(context, line.done_on) }), line.evidence),
    tags: kept(line.owner ? staffName(context, line.owner) : null, line.role && word("code", line.role)),
    missing: line.done_on === null ? lacks([line.owner, "planner-f-owner"]) : [],
  }),
  cost_line: (line) => ({
    title: line.text ?? word("planner-cost", line.category),
    notes: kept(line.funding),
    tags: [],
    missing: lacks([line.planned, "planner-f-planned"]),
  }),
};
