// The line of days under the map: where a day lies on it, where its ticks stand, which marks run together.

import type { MomentRow } from "../../generated";
import { addDays, daysBetween } from "../../i18n/days";

/** The days the bar spans, both included. */
export interface Axis {
  from: string;
  to: string;
  days: number;
}

/** A line shorter than this would put days of one week on top of each other at any width. */
const SHORTEST = 60;
/** Room a tick's label needs, CSS pixels. */
const LABEL = 46;
/** Marks nearer than this stand for each other, CSS pixels. */
const MARK = 9;
/** Months between ticks, the smallest that leaves room. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200] as const;

export function makeAxis(first: string | null, today: string): Axis {
  const latest = addDays(today, -SHORTEST);
  const from = first === null ? addMonths(today, -12) : first < latest ? first : latest;
  return { from, to: today, days: daysBetween(from, today) };
}

/** How far along the line a day lies, 0…1; days beyond an end lie at that end. */
export function shareOf(axis: Axis, day: string): number {
  return Math.min(1, Math.max(0, daysBetween(axis.from, day) / axis.days));
}

export function dayAt(axis: Axis, share: number): string {
  return addDays(axis.from, Math.round(Math.min(1, Math.max(0, share)) * axis.days));
}

/** The same day of another month; the last day of a month that has no such day. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

export interface Tick {
  day: string;
  share: number;
  /** The first day of a year, labelled with it. */
  year: boolean;
}

/** First days of months or years, as many as `width` has room to label. */
export function ticks(axis: Axis, width: number): Tick[] {
  const monthly = (width * 30.44) / axis.days;
  const step = STEPS.find((months) => months * monthly >= LABEL) ?? 1200;
  const found: Tick[] = [];
  let at = `${axis.from.slice(0, 4)}-01-01`;
  if (step > 12) at = `${String(Math.ceil(Number(axis.from.slice(0, 4)) / (step / 12)) * (step / 12)).padStart(4, "0")}-01-01`;
  for (; at <= axis.to; at = addMonths(at, step)) {
    if (at >= axis.from) found.push({ day: at, share: shareOf(axis, at), year: at.slice(5, 7) === "01" });
  }
  return found;
}

/** One mark above the line: a day, or several too near to tell apart. */
export interface Mark {
  /** The latest of its days. */
  day: string;
  share: number;
  /** Nothing but seats and lines changed. */
  structure: boolean;
  count: number;
  moments: readonly MomentRow[];
}

export function marksOf(moments: readonly MomentRow[], axis: Axis, width: number): Mark[] {
  const groups: MomentRow[][] = [];
  let start = -Infinity;
  for (const moment of moments.filter((one) => one.on >= axis.from && one.on <= axis.to)) {
    const x = shareOf(axis, moment.on) * width;
    if (x - start >= MARK) {
      groups.push([moment]);
      start = x;
    } else groups.at(-1)?.push(moment);
  }
  return groups.map((own) => {
    const day = own.at(-1)?.on ?? axis.to;
    return { day, share: (shareOf(axis, own[0]?.on ?? day) + shareOf(axis, day)) / 2, structure: own.every((one) => one.structure), count: own.reduce((sum, one) => sum + one.count, 0), moments: own };
  });
}

/** The nearest day with a change before or after a day; `null`: none that way. */
export function nextMoment(moments: readonly MomentRow[], day: string, way: 1 | -1): string | null {
  if (way === 1) return moments.find((one) => one.on > day)?.on ?? null;
  return moments.findLast((one) => one.on < day)?.on ?? null;
}

/** The day a comparison starts from: three months before, or the last change before that is known when nothing is that old. */
export function compareDay(shown: string, first: string | null, moments: readonly MomentRow[]): string {
  const usual = addMonths(shown, -3);
  if (first === null || usual >= first) return usual;
  return nextMoment(moments, shown, -1) ?? addDays(shown, -1);
}
