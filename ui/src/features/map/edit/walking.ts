// Arrow keys: they walk the tree, and while a superior or the end of a line is looked for they walk that.

import type { SeatId } from "../../../generated";
import type { MapState } from "../map.svelte";
import type { Direction } from "../model/neighbours";

/** An arrow key on the canvas. */
export function walk(map: MapState, direction: Direction): void {
  map.keyboard = true;
  const next = map.tree.step(standing(map), direction);
  if (next !== null) step(map, next);
}

/** An arrow key while the outline is shown: rows in their order, and in and out of the tree. */
export function walkRows(map: MapState, direction: Direction): void {
  const rows = map.view?.outline ?? [];
  const at = rows.findIndex((row) => row.seat === standing(map));
  const row = rows[at];
  const aside = direction === "left" ? row?.parent : direction === "right" && row !== undefined ? map.tree.reports(row.seat)[0]?.seat : undefined;
  const next = aside ?? (direction === "down" ? rows[at + 1] : direction === "up" ? rows[Math.max(0, at - 1)] : row)?.seat;
  if (next === undefined) return;
  map.keyboard = true;
  step(map, next);
}

/** At the superior or the line's end aimed at, or at the chosen seat. */
function standing(map: MapState): SeatId | null {
  const { moving, selected } = map;
  const { link } = map.edit.linking;
  return moving?.target ?? moving?.seat ?? link?.to ?? link?.from ?? selected;
}

function step(map: MapState, next: SeatId): void {
  if (map.moving !== null) map.aim(next);
  else if (map.edit.linking.link !== null) map.edit.linking.aim(next);
  else {
    map.edit.selection.narrow();
    map.choose(next);
  }
  map.revealSeat(next);
}
