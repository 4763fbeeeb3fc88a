// The checklist of a visit by days before and after it: what is due, late and done. Pure.
import type { ChecklistItem } from "../../../generated";
import { daysBetween } from "../../../i18n/days";

export type Shown = "all" | "open" | "late";

/** Days a line is late on `today`; 0: it is not. Done lines are never late. */
export function lateBy(item: ChecklistItem, today: string): number {
  return item.done_on === null ? Math.max(0, daysBetween(item.due_on, today)) : 0;
}

export function counts(items: readonly ChecklistItem[], today: string): { all: number; done: number; open: number; late: number; unowned: number } {
  const open = items.filter((item) => item.done_on === null);
  return { all: items.length, done: items.length - open.length, open: open.length, late: open.filter((item) => lateBy(item, today) > 0).length, unowned: open.filter((item) => item.owner === null).length };
}

export function filtered(items: readonly ChecklistItem[], shown: Shown, today: string): ChecklistItem[] {
  return items.filter((item) => shown === "all" || (shown === "open" ? item.done_on === null : lateBy(item, today) > 0));
}

/** `T−14`, `T`, `T+7`. */
export function dayMark(offset: number): string {
  return offset === 0 ? "T" : offset < 0 ? `T−${-offset}` : `T+${offset}`;
}

/** Lines by day, earliest first; within a day in their own order. */
export function byDay(items: readonly ChecklistItem[]): { offset: number; lines: ChecklistItem[] }[] {
  const offsets = [...new Set(items.map((item) => item.offset_days))].sort((a, b) => a - b);
  return offsets.map((offset) => ({ offset, lines: items.filter((item) => item.offset_days === offset).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)) }));
}
