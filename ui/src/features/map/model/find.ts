// Finding a seat among the rows of the outline by what is written on its card.

import type { OutlineRow, PersonId, SeatId } from "../../../generated";

/** A seat that matches. */
export interface Hit {
  seat: SeatId;
  name: string;
  post: string;
  /** Who was found, where the core found them. */
  person?: PersonId | null;
  /** What matched of the name. */
  marks?: readonly (readonly [number, number])[];
}

/** Rows whose name or post holds the text, the name itself first, then those that begin with it. Whoever asked that nothing is used is found by the whole name alone. */
export function findRows(rows: readonly OutlineRow[], text: string, limit = 8): Hit[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === "") return [];
  const rank = (row: OutlineRow): number => {
    const [name, post] = [row.name.toLocaleLowerCase(), row.post.toLocaleLowerCase()];
    if (name === wanted) return 0;
    if (row.restricted === true) return 4;
    if (name.startsWith(wanted)) return 1;
    if (name.includes(wanted)) return 2;
    return post.includes(wanted) ? 3 : 4;
  };
  return rows
    .map((row) => ({ row, rank: rank(row) }))
    .filter((one) => one.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ row }) => ({ seat: row.seat, name: row.name, post: row.restricted === true ? "" : row.post }));
}
