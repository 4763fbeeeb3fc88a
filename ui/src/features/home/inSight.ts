// Which rows of a long table are drawn: those in sight and a few more. Rows are equally high. Pure, so that it can be tested.

/** With fewer rows all are drawn. */
export const ALL_BELOW = 60;

/** First and last+1 of the rows between two heights, with `more` on either side. */
export function rowsInSight(count: number, height: number, top: number, room: number, more = 8): { from: number; to: number } {
  if (count < ALL_BELOW || height <= 0) return { from: 0, to: count };
  const from = Math.max(0, Math.min(count, Math.floor(top / height) - more));
  return { from, to: Math.min(count, Math.max(from, Math.ceil((top + room) / height) + more)) };
}

/** Where to scroll so that a row is in sight between what stays above (`head`) and the lower edge; `top` when it is. */
export function scrollTo(at: number, height: number, top: number, room: number, head: number): number {
  const place = at * height;
  if (place < top) return place;
  return Math.max(top, place + height + head - room);
}
