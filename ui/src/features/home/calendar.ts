// Where things stand on the six-week calendar. Pure: days in, pixels out.
import type { CalendarMark, VisitId } from "../../generated";
import { addDays, daysBetween, weekday } from "../../i18n/days";

export const SPAN = 43;
/** Widest label beside a visit, in pixels. */
const LABEL_MOST = 98;

export interface VisitFlag {
  x: number;
  /** Baseline of the label; `null`: no room, the label is a tooltip only. */
  y: number | null;
  /** As far as it fits; `name` is the whole. */
  label: string;
  name: string;
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
  from: string;
  to: string;
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

/** The line of days, and baselines of labels from the top. The lowest gives way to blackouts. */
export const AXIS = 100.5;
const LEVELS = [14, 30, 46, 62, 78];
const BLACKOUT_Y = 82;
/** Width of a label at 12 px: Chinese signs are square, Latin about half. */
export const labelWidth = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 12 : 6.8), 0);

/**
 * Labels from right to left: a label stands above every label whose stem rises within its own text, so no stem crosses
 * a word. Where no level is left, the label becomes a tooltip.
 */
function flagsOf(visits: readonly CalendarMark[], xs: readonly number[], width: number, levels: readonly number[]): VisitFlag[] {
  const level: number[] = [];
  const flags: VisitFlag[] = [];
  for (let index = visits.length - 1; index >= 0; index -= 1) {
    const mark = visits[index]!;
    const label = fitted(mark.label, LABEL_MOST);
    const x = xs[index]!;
    const wide = labelWidth(label) + 14;
    const left = x + wide > width;
    const within = xs.map((other, at) => ({ other, at })).filter(({ other, at }) => (left ? at < index && other > x - wide : at > index && other < x + wide));
    const free = left ? (within.length ? -1 : levels.length - 1) : Math.min(levels.length, ...within.map(({ at }) => level[at]!)) - 1;
    level[index] = Math.max(0, free);
    flags.unshift({ x, y: free < 0 ? null : levels[free]!, label, name: mark.label, inbound: mark.kind === "inbound", visit: mark.visit, left });
  }
  return flags;
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function fitted(text: string, most: number): string {
  if (labelWidth(text) <= most) return text;
  const signs = [...text];
  while (signs.length > 1 && labelWidth(`${signs.join("").trimEnd()}…`) > most) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}

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
    return { x: from, width: Math.max(2, Math.min(width, xOf(mark.to)) - from), y: BLACKOUT_Y, label: mark.label, from: mark.from, to: mark.to };
  });
  const visits = marks.filter((mark) => mark.kind !== "blackout" && inside(mark)).sort((a, b) => a.from.localeCompare(b.from));
  const flags = flagsOf(visits, visits.map((mark) => Math.max(0.5, xOf(mark.from))), width, LEVELS.slice(0, blackouts.length ? 4 : 5));
  const later = marks.filter((mark) => mark.from > last);
  return { ticks, weekends, flags, blackouts, later };
}
