// Where things stand on the six-week calendar. Pure: days in, pixels out.
import type { CalendarMark, VisitId } from "../../generated";
import { addDays, daysBetween, weekday } from "../../i18n/days";

export const SPAN = 43;

export interface VisitFlag {
  x: number;
  /** Baseline of the label; `null`: no room, the label is a tooltip only. */
  y: number | null;
  label: string;
  inbound: boolean;
  visit: VisitId | null;
  /** The label stands left of the stem, at the right edge. */
  left: boolean;
}

export interface Blackout {
  x: number;
  width: number;
  y: number;
  label: string;
}

export interface Tick {
  x: number;
  day: string;
  major: boolean;
}

export interface CalendarPlan {
  ticks: Tick[];
  weekends: { x: number; width: number }[];
  flags: VisitFlag[];
  blackouts: Blackout[];
  later: CalendarMark[];
}

const LEVELS = [26, 46, 64];
/** Width of a label at 12 px: Chinese signs are square, Latin about half. */
export const labelWidth = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 12 : 6.8), 0);

export function plan(marks: readonly CalendarMark[], today: string, width: number): CalendarPlan {
  const step = (width - 1) / (SPAN - 1);
  const xOf = (day: string) => Math.round(daysBetween(today, day) * step) + 0.5;
  const ticks = Array.from({ length: SPAN }, (_, index) => addDays(today, index)).map((day) => ({ x: xOf(day), day, major: weekday(day) === 1 }));
  const weekends = ticks.filter((tick) => weekday(tick.day) === 6 || weekday(tick.day) === 0).map((tick) => ({ x: tick.x - step / 2, width: step }));

  const last = addDays(today, SPAN - 1);
  const inside = (mark: CalendarMark) => mark.from <= last && mark.to >= today;
  const spans = marks.filter((mark) => mark.kind === "blackout" && inside(mark));
  const blackouts = spans.map((mark) => {
    const from = Math.max(0.5, xOf(mark.from));
    return { x: from, width: Math.max(2, Math.min(width, xOf(mark.to)) - from), y: 66, label: mark.label };
  });
  const levels = LEVELS.slice(0, blackouts.length ? 2 : 3);
  const taken = levels.map(() => -Infinity);
  const flags = marks
    .filter((mark) => mark.kind !== "blackout" && inside(mark))
    .sort((a, b) => a.from.localeCompare(b.from))
    .map((mark): VisitFlag => {
      const x = Math.max(0.5, xOf(mark.from));
      const wide = labelWidth(mark.label) + 14;
      const left = x + wide > width;
      const start = left ? x - wide : x;
      // Lowest free level first keeps stems short; a stem may pass a label's end but never its text.
      const level = levels.map((_, index) => levels.length - 1 - index).find((index) => taken[index]! <= start);
      if (level !== undefined) taken[level] = left ? x : x + wide;
      return { x, y: level === undefined ? null : levels[level]!, label: mark.label, inbound: mark.kind === "inbound", visit: mark.visit, left };
    });
  const later = marks.filter((mark) => mark.from > last);
  return { ticks, weekends, flags, blackouts, later };
}
