// Cards of a scene by their seats, and where a carried one hangs.

import type { Rect, Scene, SceneCard, SeatId } from "../../../generated";
import type { Carry } from "../edit/carrying.svelte";
import type { Frame } from "./frame";

/** Cards by seat, kept per scene. */
const bySeat = new WeakMap<object, Map<SeatId, SceneCard>>();

export function cardIn(scene: Scene, seat: SeatId): SceneCard | null {
  let cards = bySeat.get(scene);
  if (cards === undefined) {
    cards = new Map(scene.cards.map((card) => [card.seat, card]));
    bySeat.set(scene, cards);
  }
  return cards.get(seat) ?? null;
}

export function cardOf(frame: Frame, seat: SeatId | null): SceneCard | null {
  return seat === null ? null : cardIn(frame.scene, seat);
}

/** How far from its place what is carried hangs: beneath the pointer, so that the card aimed at stays readable. */
export function carriedBy(rect: Rect, { at }: Carry): readonly [number, number] {
  return [at[0] + 12 - rect.x, at[1] + 16 - rect.y];
}
