// The sub-sections of the agenda tab in print order: what stands in each, what it still lacks as a whole, and what can be added at one press.
import type { DietState, TravelDirection, VisitTextKind } from "../../../generated";
import { t, tCode, type PlainKey } from "../../../i18n/index.svelte";
import { shortDay, weekday } from "../../../i18n/days";
import { dayOf, daysOf } from "./day";
import { dietOf, listed, SEATS, staffName, type Context } from "./context";
import { DUTIES, POINT_KINDS, TEXT_KINDS } from "./fields";
import { bare, linesOf, type Kind, type Lines } from "./lines";

export interface Group<L> {
  code: string;
  title: string;
  note?: string;
  lines: L[];
  /** What a line added here starts with. */
  preset: Partial<L>;
}

export interface Offer<L> {
  code: string;
  label: string;
  /** Lines to be added at once; one that still needs words is opened instead. */
  lines: L[];
  open: boolean;
}

export interface Section<K extends Kind> {
  code: string;
  kind: K;
  title: PlainKey;
  /** What to do while nothing is there. */
  empty: PlainKey;
  /** Lines have a place of their own; otherwise time decides. */
  ordered: boolean;
  groups?(context: Context): Group<Lines[K]>[];
  /** What the section lacks as a whole. */
  lacks?(context: Context): string[];
  offers?(context: Context): Offer<Lines[K]>[];
  note?(context: Context): string;
}

const section = <K extends Kind>(one: Section<K>): Section<K> => one;
const fresh = <K extends Kind>(context: Context, kind: K, own: Partial<Lines[K]>): Lines[K] => ({ ...bare(kind, context.plan.visit.id, context.plan.visit.starts_on), ...own });

export function dayTitle(context: Context, on: string): string {
  return t("planner-day", { day: shortDay(on, context.plan.visit.starts_on), weekday: tCode(`planner-weekday-${weekday(on)}`, "planner-unnamed") });
}

/** Guests no line of theirs speaks of. An empty list of people means all. */
function without(context: Context, taken: readonly (readonly string[])[], emptyIsAll: boolean): string[] {
  if (emptyIsAll && taken.some((one) => one.length === 0)) return [];
  const named = new Set(taken.flat());
  return context.view.guests.filter((guest) => !named.has(guest.person)).map((guest) => guest.name);
}

const agenda = section({
  code: "agenda",
  kind: "agenda_item",
  title: "planner-s-agenda",
  empty: "planner-e-agenda",
  ordered: false,
  groups: (context) =>
    daysOf(context.days, context.plan.agenda_items).map((on) => {
      const timed = dayOf(context.plan.agenda_items, on);
      return { code: on, title: dayTitle(context, on), lines: timed.map((one) => one.item), preset: { on, starts_at: timed.at(-1)?.item.ends_at ?? timed.at(-1)?.item.starts_at ?? "09:00" } };
    }),
  lacks: (context) => {
    const empty = context.days.filter((on) => !context.plan.agenda_items.some((item) => item.on === on));
    const twice = daysOf(context.days, context.plan.agenda_items).flatMap((on) => dayOf(context.plan.agenda_items, on)).flatMap((one) => one.twice);
    return [...empty.map((on) => t("planner-l-day", { day: shortDay(on, context.plan.visit.starts_on) })), ...(twice.length ? [t("planner-l-twice", { names: listed([...new Set(twice)].map((one) => staffName(context, one))) })] : [])];
  },
});

const travel = section({
  code: "travel",
  kind: "travel_leg",
  title: "planner-s-travel",
  empty: "planner-e-travel",
  ordered: false,
  lacks: (context) =>
    (["arrival", "departure"] as TravelDirection[]).flatMap((direction) => {
      const legs = context.plan.travel_legs.filter((leg) => leg.direction === direction);
      const names = without(context, legs.map((leg) => leg.people), true);
      if (names.length === 0) return [];
      return [direction === "arrival" ? t("planner-l-arrival", { names: listed(names) }) : t("planner-l-departure", { names: listed(names) })];
    }),
  offers: (context) => (["arrival", "departure"] as TravelDirection[]).filter((direction) => !context.plan.travel_legs.some((leg) => leg.direction === direction)).map((direction) => ({ code: direction, label: t(`planner-direction-${direction}`), open: true, lines: [fresh(context, "travel_leg", { direction, on: direction === "departure" ? (context.days.at(-1) ?? "") : (context.days[0] ?? "") })] })),
});

export function unseated(context: Context): { person: string; name: string }[] {
  const seated = new Set(context.plan.vehicles.flatMap((car) => car.riders.flatMap((one) => ("guest" in one ? [one.guest] : []))));
  return context.view.guests.filter((guest) => !seated.has(guest.person));
}

const vehicles = section({
  code: "vehicles",
  kind: "vehicle",
  title: "planner-s-vehicles",
  empty: "planner-e-vehicles",
  ordered: true,
  lacks: (context) => {
    if (context.plan.vehicles.length === 0) return [];
    const free = unseated(context);
    const full = context.plan.vehicles.filter((car) => (SEATS[car.kind] ?? Infinity) < car.riders.length);
    return [...(free.length ? [t("planner-l-unseated", { names: listed(free.map((one) => one.name)) })] : []), ...full.map((car) => t("planner-l-full", { car: car.name ?? car.plate ?? "?" })), ...(context.plan.vehicles.some((car) => car.spare) ? [] : [t("planner-l-spare")])];
  },
});

const lodging = section({
  code: "lodging",
  kind: "lodging",
  title: "planner-s-lodging",
  empty: "planner-e-lodging",
  ordered: false,
  lacks: (context) => {
    const names = context.days.length > 1 || context.plan.lodgings.length > 0 ? without(context, context.plan.lodgings.map((one) => [one.person]), false) : [];
    return names.length ? [t("planner-l-rooms", { names: listed(names) })] : [];
  },
  offers: (context) => {
    const last = context.plan.lodgings.at(-1);
    const own = last ? { hotel_zh: last.hotel_zh, hotel_en: last.hotel_en, room_kind: last.room_kind, from_on: last.from_on, to_on: last.to_on } : { from_on: context.days[0] ?? null, to_on: context.days.at(-1) ?? null };
    const free = context.view.guests.filter((guest) => !context.plan.lodgings.some((one) => one.person === guest.person));
    return free.length ? [{ code: "all", label: t("planner-rooms-for-all", { count: free.length }), open: false, lines: free.map((guest) => fresh(context, "lodging", { ...own, person: guest.person })) }] : [];
  },
  note: (context) => (context.days.length > 1 ? "" : t("planner-one-day")),
});

const meals = section({
  code: "meals",
  kind: "meal",
  title: "planner-s-meals",
  empty: "planner-e-meals",
  ordered: false,
  lacks: (context) => {
    const open = dietOf(context)["not_asked" satisfies DietState];
    return open.length && context.plan.meals.length ? [t("planner-l-diet", { names: listed(open.map((one) => one.name)) })] : [];
  },
});

/** Minutes the agenda leaves for tours; `null` where it has none with an end. */
function tourTime(context: Context): number | null {
  const tours = context.days.flatMap((on) => dayOf(context.plan.agenda_items, on)).filter((one) => one.item.kind === "tour" && one.item.ends_at !== null);
  return tours.length ? tours.reduce((sum, one) => sum + one.to - one.from, 0) : null;
}
const tourSum = (context: Context) => context.plan.tour_stops.reduce((sum, stop) => sum + stop.minutes, 0);

const tour = section({
  code: "tour",
  kind: "tour_stop",
  title: "planner-s-tour",
  empty: "planner-e-tour",
  ordered: true,
  note: (context) => (context.plan.tour_stops.length ? t("planner-tour-sum", { count: tourSum(context), late: context.plan.tour_stops.filter((stop) => !stop.skip_when_late).reduce((sum, stop) => sum + stop.minutes, 0) }) : ""),
  lacks: (context) => {
    const time = tourTime(context);
    return time !== null && tourSum(context) > time ? [t("planner-l-tour", { stops: tourSum(context), agenda: time })] : [];
  },
});

const points = section({
  code: "points",
  kind: "talking_point",
  title: "planner-s-points",
  empty: "planner-e-points",
  ordered: true,
  groups: (context) =>
    POINT_KINDS.map((kind) => {
      const lines = context.plan.talking_points.filter((one) => one.kind === kind);
      const cards = lines.filter((one) => one.on_card).length;
      return { code: kind, title: t(`planner-point-kind-${kind}`), ...(cards ? { note: t("planner-cards", { count: cards }) } : {}), lines, preset: { kind } };
    }),
  lacks: (context) => POINT_KINDS.filter((kind) => !context.plan.talking_points.some((one) => one.kind === kind)).map((kind) => t("planner-l-none", { what: t(`planner-point-kind-${kind}`) })),
});

const duties = section({
  code: "duties",
  kind: "visit_duty",
  title: "planner-s-duties",
  empty: "planner-e-duties",
  ordered: true,
  offers: (context) => DUTIES.filter((duty) => duty !== "other" && !context.plan.visit_duties.some((one) => one.duty === duty)).map((duty) => ({ code: duty, label: t(`planner-duty-${duty}`), open: true, lines: [fresh(context, "visit_duty", { duty })] })),
  lacks: (context) => (["greeter", "vehicles", "dining", "photographer"] as const).filter((duty) => context.plan.visit_duties.length > 0 && !context.plan.visit_duties.some((one) => one.duty === duty)).map((duty) => t("planner-l-nobody", { duty: t(`planner-duty-${duty}`) })),
});

const contacts = section({
  code: "contacts",
  kind: "visit_contact",
  title: "planner-s-contacts",
  empty: "planner-e-contacts",
  ordered: true,
  lacks: (context) => (context.plan.visit_contacts.length && !context.plan.visit_contacts.some((one) => one.for_guests) ? [t("planner-l-contact-guests")] : []),
});

const contingency = section({
  code: "contingency",
  kind: "contingency",
  title: "planner-s-contingency",
  empty: "planner-e-contingency",
  ordered: true,
});

const texts = section({
  code: "texts",
  kind: "visit_text",
  title: "planner-s-texts",
  empty: "planner-e-texts",
  ordered: true,
  groups: (context) => {
    const used = TEXT_KINDS.filter((kind) => context.plan.visit_texts.some((one) => one.kind === kind));
    return used.map((kind) => ({ code: kind, title: t(`planner-text-${kind}`), lines: context.plan.visit_texts.filter((one) => one.kind === kind), preset: { kind } }));
  },
  lacks: (context) => missingTexts(context, ["why_now", "objective", "outcome", "ask", "welcome", "dress"]).map((kind) => t("planner-l-none", { what: t(`planner-text-${kind}`) })),
  offers: (context) => missingTexts(context, TEXT_KINDS).map((kind) => ({ code: kind, label: t(`planner-text-${kind}`), open: true, lines: [fresh(context, "visit_text", { kind })] })),
});

type PlanText = (typeof TEXT_KINDS)[number];
function missingTexts(context: Context, kinds: readonly PlanText[]): PlanText[] {
  return kinds.filter((kind) => !context.plan.visit_texts.some((one) => one.kind === (kind satisfies VisitTextKind)));
}

/** A section whose kind is not known where it is drawn. */
export type AnySection = { [K in Kind]: Section<K> }[Kind];

export const SECTIONS: readonly AnySection[] = [agenda, texts, points, travel, vehicles, lodging, meals, tour, duties, contacts, contingency];

/** The lines of a section, in groups; one group without heading where it has none. */
export function groupsOf<K extends Kind>(one: Section<K>, context: Context): Group<Lines[K]>[] {
  return one.groups?.(context) ?? [{ code: "", title: "", lines: linesOf(context.plan, one.kind), preset: {} }];
}

