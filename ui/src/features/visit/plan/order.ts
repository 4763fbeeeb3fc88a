// Putting lines of one group in another order without moving the lines of other groups. Pure.
import { moved } from "../order";

/** All identities, with those of `group` in their own places but the one at `from` standing at `to`. */
export function reordered(all: readonly string[], group: readonly string[], from: number, to: number): string[] {
  const own = new Set(group);
  const next = moved(group, from, to);
  let at = 0;
  return all.map((id) => (own.has(id) ? (next[at++] ?? id) : id));
}

/** The row a pointer at `y` stands over, by the middles of the rows; the dragged one counts as well. */
export function rowAt(rows: readonly { top: number; bottom: number }[], y: number): number {
  const under = rows.findIndex((row) => y < row.bottom);
  return under < 0 ? rows.length - 1 : under;
}
