// Fields that follow another while a line is edited. Pure.
import { addDays } from "../../../i18n/days";
import { clockOf, minutesOf } from "./clock";
import type { Kind } from "./lines";

type Draft = Record<string, unknown>;

/** The day `offset` days before the first day of a visit, or after its last. */
export function dayFrom(days: readonly string[], offset: number): string {
  return addDays((offset > 0 ? days.at(-1) : days[0]) ?? "", offset);
}

/** The line with `name` set: a start carries its end along, days before or after the visit carry the due day along (never into the past). `days`: those of the visit. */
export function followed(kind: Kind, draft: Draft, name: string, value: unknown, days: readonly string[], today: string): Draft {
  const next: Draft = { ...draft, [name]: value };
  if (kind === "agenda_item" && name === "starts_at") {
    const [from, to, now] = [draft["starts_at"], draft["ends_at"], value].map((one) => (typeof one === "string" ? minutesOf(one) : null));
    if (from != null && to != null && now != null && now + to - from < 24 * 60) next["ends_at"] = clockOf(now + to - from);
  }
  if (kind === "checklist_item" && name === "offset_days" && typeof value === "number") {
    const due = dayFrom(days, value);
    next["due_on"] = value <= 0 && due < today ? today : due;
  }
  return next;
}
