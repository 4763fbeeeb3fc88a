// Guests in order: moving one, and where a dragged row lands. Pure.

/** The list with the item at `from` standing at `to`; positions outside hold at the edge. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  if (from < 0 || from >= items.length) return [...items];
  const target = Math.max(0, Math.min(items.length - 1, to));
  const out = [...items];
  const [item] = out.splice(from, 1);
  out.splice(target, 0, item as T);
  return out;
}

/** The position a row dragged by `offset` pixels from `from` would take, with rows of equal height. */
export function landing(from: number, offset: number, rowHeight: number, count: number): number {
  return Math.max(0, Math.min(count - 1, from + Math.round(offset / rowHeight)));
}

/** How many pixels a resting row steps aside while another is dragged from `from` towards `to`. */
export function aside(index: number, from: number, to: number, rowHeight: number): number {
  if (from < to && index > from && index <= to) return -rowHeight;
  if (from > to && index >= to && index < from) return rowHeight;
  return 0;
}
