// One day of the agenda: what follows what, where time is free, where lines overlap and who would be in two places. Pure.
import type { AgendaItem, StaffId } from "../../../generated";
import { clockOf, minutesOf } from "./clock";

/** Without an end a line is drawn and compared as this long, in minutes. */
export const OPEN_END = 30;
/** Times are moved in steps of this many minutes. */
export const STEP = 5;
const LAST = 24 * 60 - 1;

export interface Timed {
  item: AgendaItem;
  from: number;
  to: number;
  /** Which row of the strip: overlapping lines lie beneath one another. */
  row: number;
  /** Free minutes since everything before it was over. */
  gap: number;
  /** Lines that are still running when this one starts. */
  over: AgendaItem[];
  /** Ours who would be in two places. */
  twice: StaffId[];
}

const start = (item: AgendaItem) => minutesOf(item.starts_at) ?? 0;
const end = (item: AgendaItem) => (item.ends_at === null ? Math.min(LAST, start(item) + OPEN_END) : (minutesOf(item.ends_at) ?? start(item)));

export function staffOf(item: AgendaItem): StaffId[] {
  return [...new Set([...(item.lead ? [item.lead] : []), ...item.ours])];
}

/** The lines of a day in order of time. */
export function dayOf(items: readonly AgendaItem[], on: string): Timed[] {
  const sorted = items.filter((item) => item.on === on).sort((a, b) => start(a) - start(b) || end(a) - end(b) || (a.id < b.id ? -1 : 1));
  const out: Timed[] = [];
  for (const item of sorted) {
    const [from, to] = [start(item), end(item)];
    const running = out.filter((one) => one.to > from && one.item.ends_at !== null);
    const taken = new Set(out.filter((one) => one.to > from).map((one) => one.row));
    let row = 0;
    while (taken.has(row)) row += 1;
    const before = out.length ? Math.max(...out.map((one) => one.to)) : from;
    const busy = new Set(running.flatMap((one) => staffOf(one.item)));
    out.push({ item, from, to, row, gap: Math.max(0, from - before), over: running.map((one) => one.item), twice: staffOf(item).filter((one) => busy.has(one)) });
  }
  return out;
}

/** Days that have lines, and every day of the visit. */
export function daysOf(visitDays: readonly string[], items: readonly { on: string }[]): string[] {
  return [...new Set([...visitDays, ...items.map((item) => item.on)])].sort();
}

/** The line begun `by` minutes later, as long as it was; `null` when it would leave the day. */
export function shifted(item: AgendaItem, by: number): AgendaItem | null {
  const from = start(item) + by;
  const to = item.ends_at === null ? null : end(item) + by;
  if (from < 0 || (to ?? from) > LAST) return null;
  return { ...item, starts_at: clockOf(from), ends_at: to === null ? null : clockOf(to) };
}

/** The line ended `by` minutes later, but not before it has begun. */
export function stretched(item: AgendaItem, by: number): AgendaItem | null {
  const to = Math.max(start(item) + STEP, end(item) + by);
  return to > LAST ? null : { ...item, ends_at: clockOf(to) };
}

/** The line and all that start later on its day, `by` minutes later; `null` when one of them would leave the day. */
export function shiftedFrom(items: readonly AgendaItem[], item: AgendaItem, by: number): AgendaItem[] | null {
  const moved = items.filter((one) => one.id === item.id || (one.on === item.on && start(one) > start(item))).map((one) => shifted(one, by));
  return moved.every((one) => one !== null) ? moved : null;
}

/** Minutes to the nearest step. */
export function snapped(minutes: number): number {
  return Math.round(minutes / STEP) * STEP;
}

/** Full hours that frame the lines, in minutes. */
export function frameOf(lines: readonly Timed[]): { from: number; to: number } {
  const from = Math.min(9 * 60, ...lines.map((one) => one.from));
  const to = Math.max(17 * 60, ...lines.map((one) => one.to));
  return { from: Math.floor(from / 60) * 60, to: Math.min(24 * 60, Math.ceil(to / 60) * 60) };
}
