// What lines are worded with: the visit, its plan, and the names of people. Lists that several sections share.
import type { DietState, PersonId, PlanView, StaffChip, StaffId, VisitView } from "../../../generated";
import { language } from "../../../i18n/index.svelte";
import { addDays } from "../../../i18n/days";

export interface Context {
  view: VisitView;
  plan: PlanView;
  staff: readonly StaffChip[];
  today: string;
  /** Every day of the visit. */
  days: string[];
}

export function contextOf(view: VisitView, plan: PlanView, staff: readonly StaffChip[], today: string): Context {
  const days = Array.from({ length: Math.max(1, plan.visit.days) }, (_, index) => addDays(plan.visit.starts_on, index));
  return { view, plan, staff, today, days };
}

export function guestName(context: Context, person: PersonId): string {
  return context.view.guests.find((guest) => guest.person === person)?.name ?? "?";
}

export function staffName(context: Context, staff: StaffId): string {
  return context.staff.find((one) => one.id === staff)?.name ?? "?";
}

/** Who sits at the table on our side or theirs and has not been asked about food. */
export function dietOf(context: Context): Record<DietState, { person: PersonId; name: string }[]> {
  const out: Record<DietState, { person: PersonId; name: string }[]> = { not_asked: [], none: [], has_needs: [] };
  for (const guest of context.view.guests) out[guest.diet].push({ person: guest.person, name: guest.name });
  return out;
}

/** The wording in the language of the window, else the other. */
export function said(zh: string | null, en: string | null): string {
  const [first, second] = language.lang === "en" ? [en, zh] : [zh, en];
  return first ?? second ?? "";
}

export const listed = (names: readonly string[]): string => names.join(language.lang === "en" ? ", " : "、");

/** Passengers a car takes beside its driver (C.4.8); `null`: told by the car. */
export const SEATS = { sedan: 4, offroad: 3, suv7: 6, mpv: 6, bus: null } as const;
