// Where things stand on the six-week calendar. Pure: days in, pixels out.
import type { CalendarMark, VisitId } from "../../generated";
import { addDays, daysBetween, weekday } from "../../i18n/days";

export const SPAN = 43;
/** Widths tried for labels beside visits, in pixels, widest first. */
const MEASURES = [Infinity, 240, 200, 170, 140, 120, 98, 80];
/** Kept free between a stem, its label and what comes next. */
const LABEL_AIR = 14;

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
export const labelWidth = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 12 : 6.6), 0);

interface Spot {
  x: number;
  /** Index of the level; -1: none was left. */
  level: number;
  left: boolean;
  /** What the label may take. */
  room: number;
}

/**
 * Labels from right to left: a label stands above every label whose stem rises within its own text, so no stem crosses
 * a word. `most`: no label asks for more room than this.
 */
function spotsOf(wants: readonly number[], xs: readonly number[], width: number, levels: number, most: number): Spot[] {
  const spots: Spot[] = [];
  for (let index = xs.length - 1; index >= 0; index -= 1) {
    const x = xs[index]!;
    const room = Math.min(wants[index]!, most);
    const wide = room + LABEL_AIR;
    const left = x + wide > width;
    const within = left ? xs.some((other, at) => at < index && other > x - wide) : false;
    const above = spots.filter((other) => other.x < x + wide).map((other) => Math.max(0, other.level));
    const level = left ? (within ? -1 : levels - 1) : Math.min(levels, ...above) - 1;
    spots.unshift({ x, level: Math.max(-1, level), left, room });
  }
  return spots;
}

/** A label takes what is free up to the next stem or label on its own level. */
function widened(spots: readonly Spot[], width: number): Spot[] {
  return spots.map((spot, index) => {
    if (spot.left || spot.level < 0) return spot;
    const ends = spots.slice(index + 1).filter((other) => other.level >= 0 && other.level <= spot.level).map((other) => (other.left ? other.x - other.room - LABEL_AIR : other.x));
    return { ...spot, room: Math.max(spot.room, Math.min(width, ...ends) - spot.x - LABEL_AIR) };
  });
}

/** Whole labels if every one finds a level; otherwise the widest measure at which all do, and then what is still free. */
function flagsOf(visits: readonly CalendarMark[], xs: readonly number[], width: number, levels: readonly number[]): VisitFlag[] {
  const wants = visits.map((mark) => labelWidth(mark.label));
  const tried = MEASURES.map((most) => spotsOf(wants, xs, width, levels.length, most));
  const spots = widened(tried.find((one) => one.every((spot) => spot.level >= 0)) ?? tried.at(-1)!, width);
  return visits.map((mark, index) => {
    const { x, level, left, room } = spots[index]!;
    return { x, y: level < 0 ? null : levels[level]!, label: fitted(mark.label, room), name: mark.label, inbound: mark.kind === "inbound", visit: mark.visit, left };
  });
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
