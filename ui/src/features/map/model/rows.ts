// The rows of the outline that are built: all of a usual map, of a large one those in sight.

import type { OutlineRow, SeatId } from "../../../generated";

/** Height of a row, CSS pixels. */
export const ROW = 32;
/** So many rows are built all at once. */
const MOST = 600;
/** Rows are built and dropped by so many, so that scrolling seldom does either. */
const STEP = 40;

/** Places in a list, `to` not among them. */
export interface Span {
  from: number;
  to: number;
}

/** The rows to build when `seen` rows from `first` on are in sight. */
export function spanOf(count: number, first: number, seen: number): Span {
  if (count <= MOST) return { from: 0, to: count };
  const from = Math.floor(Math.min(Math.max(0, first), count) / STEP) * STEP;
  return { from: Math.max(0, from - STEP), to: Math.min(count, from + seen + 2 * STEP) };
}

/** Where a row stands among those beside it, counted from 1, and how many they are. A reader cannot count what is not built. */
export interface Place {
  at: number;
  of: number;
}

/** The places of all rows; none where all rows are built. */
export function placesOf(rows: readonly OutlineRow[]): readonly Place[] {
  if (rows.length <= MOST) return [];
  const below = new Map<SeatId | null, number>();
  const beside = rows.map(({ parent }) => {
    const at = (below.get(parent) ?? 0) + 1;
    below.set(parent, at);
    return at;
  });
  return rows.map(({ parent }, row) => ({ at: beside[row] ?? 1, of: below.get(parent) ?? 1 }));
}
