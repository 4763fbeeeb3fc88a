// Leads to a card from a reason, a change or a step of a way: chosen, and in the middle of the free part of the canvas.

import type { SeatId } from "../../generated";
import type { MapState } from "../map/map.svelte";

/** Whether there is a card to lead to, folded branches and a focus put aside. */
export function reachable(map: MapState, seat: SeatId): boolean {
  return map.rowOf(seat) !== null || map.folded.length > 0 || map.focus !== null;
}

export async function leadTo(map: MapState, seat: SeatId, open = true): Promise<void> {
  if (map.rowOf(seat) === null) {
    if (map.folded.length === 0 && map.focus === null) return;
    map.folded = [];
    map.focus = null;
    await map.loaded();
    if (map.rowOf(seat) === null) return;
  }
  map.jump(seat, open);
  const card = map.view?.scene.cards.find((one) => one.seat === seat);
  const { stage } = map;
  if (card !== undefined && stage !== null) stage.flyTo(stage.centre(card.rect, stage.goal.k));
}
