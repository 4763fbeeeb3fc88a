// The tenure line in figures: which years it covers, lanes without overlap, and the gaps nobody knows.
import type { SpanRow } from "../../generated";

export interface Bar {
  row: SpanRow;
  from: number;
  to: number;
  /** The beginning is not known: the bar fades in. */
  open: boolean;
}

export interface Lane {
  who: string | null;
  bars: Bar[];
}

export interface Gap {
  from: number;
  to: number;
}

export interface Axis {
  from: number;
  to: number;
  ticks: number[];
}

/** A bar without a known beginning is drawn this long, in years. */
const SHORT = 3;

/** A bar with both ends; one of which nothing is known at all has no place on the line. */
function barOf(row: SpanRow, now: number): Bar | null {
  const to = row.to ?? (row.now ? now : row.from === null ? null : row.from + 1);
  const from = row.from ?? (to === null ? null : to - SHORT);
  return from === null || to === null || to <= from ? null : { row, from, to, open: row.from === null };
}

/** Lanes: the person's own first, one below the other where years overlap; then one for each of ours. */
export function lanesOf(spans: readonly SpanRow[], now: number): Lane[] {
  const lanes: Lane[] = [];
  for (const row of spans) {
    const bar = barOf(row, now);
    if (!bar) continue;
    const free = lanes.find((lane) => lane.who === row.who && lane.bars.every((other) => bar.from >= other.to - 0.01 || bar.to <= other.from + 0.01));
    if (free) free.bars.push(bar);
    else lanes.push({ who: row.who, bars: [bar] });
  }
  return lanes;
}

/** Years of the person that no bar covers, from one year on. */
export function gapsOf(lanes: readonly Lane[]): Gap[] {
  const own = lanes.filter((lane) => lane.who === null).flatMap((lane) => lane.bars).sort((a, b) => a.from - b.from);
  const gaps: Gap[] = [];
  let end = own[0]?.to ?? 0;
  for (const bar of own.slice(1)) {
    if (bar.from - end >= 1 && !bar.open) gaps.push({ from: end, to: bar.from });
    end = Math.max(end, bar.to);
  }
  return gaps;
}

/** The axis: whole years around all bars, a tick every five, ten or twenty years. */
export function axisOf(lanes: readonly Lane[], now: number): Axis {
  const bars = lanes.flatMap((lane) => lane.bars);
  const from = Math.floor(Math.min(...bars.map((bar) => bar.from), now - 1));
  const to = Math.ceil(Math.max(...bars.map((bar) => bar.to), now));
  const step = to - from > 60 ? 20 : to - from > 30 ? 10 : to - from > 12 ? 5 : to - from > 5 ? 2 : 1;
  const ticks: number[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) ticks.push(year);
  return { from, to, ticks };
}

/** Today as a year with its fraction. */
export function yearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return year + (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`)) / (366 * 86_400_000);
}
