// Cards of a scene by their seats, where a carried one hangs, and the badge of a folded one.

import type { Prim, Rect, Scene, SceneCard, SeatId } from "../../../generated";
import type { Carry } from "../edit/carrying.svelte";
import type { Frame } from "./frame";
import type { Level } from "./levels";
import { drawnAt } from "./parts";

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

/** The badge of a change on the card's corner: a plate and its word. Empty: nothing changed. It is among the last things drawn. */
export function changeBadge(card: SceneCard, level: Level): readonly Prim[] {
  const prims = card[level];
  for (let at = Math.max(0, prims.length - 5); at < prims.length - 1; at += 1) {
    const prim = prims[at];
    if (prim?.kind === "rect" && prim.x < card.rect.x - 2 && prim.y < card.rect.y - 2) return prims.slice(at, at + 2);
  }
  return [];
}

/** The count of what a folded card hides, as drawn at its foot: a plate and what stands on it. Empty: nothing is hidden. */
export function foldBadge(card: SceneCard, level: Level): readonly Prim[] {
  const prims = drawnAt(card, level);
  const foot = card.rect.y + card.rect.h;
  const plate = card.folded === 0 ? -1 : prims.findLastIndex((prim) => prim.kind === "rect" && prim.y + prim.h > foot + 1);
  return plate < 0 ? [] : prims.slice(plate, plate + 2);
}
