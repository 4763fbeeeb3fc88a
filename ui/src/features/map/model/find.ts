// Finding a seat among the rows of the outline by what is written on its card.

import type { OutlineRow, SeatId } from "../../../generated";

/** A seat that matches. */
export interface Hit {
  seat: SeatId;
  name: string;
  post: string;
}

/** Rows whose name or post holds the text, those that begin with it first. */
export function findRows(rows: readonly OutlineRow[], text: string, limit = 8): Hit[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === "") return [];
  const rank = (row: OutlineRow): number => {
    const [name, post] = [row.name.toLocaleLowerCase(), row.post.toLocaleLowerCase()];
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    return post.includes(wanted) ? 2 : 3;
  };
  return rows
    .map((row) => ({ row, rank: rank(row) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ row }) => ({ seat: row.seat, name: row.name, post: row.post }));
}
