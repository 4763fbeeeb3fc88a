// A map told as a difference becomes the map again. What did not change stays the same object, so that nobody looks at it anew.

import type { MapChange, MapView, Piece } from "../../../generated";

/** The list that `pieces` tell: runs of the one before, by place and length, and what is new. The same list when nothing changed. */
export function joined<T extends object>(before: T[], pieces: readonly Piece<T>[]): T[] {
  const [first] = pieces;
  if (pieces.length === 0 && before.length === 0) return before;
  if (pieces.length === 1 && Array.isArray(first) && first[0] === 0 && first[1] === before.length) return before;
  const list: T[] = [];
  for (const piece of pieces) {
    if (!Array.isArray(piece)) list.push(piece as T);
    else for (let at = piece[0] as number, end = at + (piece[1] as number); at < end; at += 1) list.push(before[at] as T);
  }
  return list;
}

/** The map after the change. */
export function merged(before: MapView, { rest, cards, ways, frames, outline, lines }: MapChange): MapView {
  const { scene } = before;
  return {
    ...rest,
    scene: { ...rest.scene, cards: joined(scene.cards, cards), lines: joined(scene.lines, ways), units: joined(scene.units, frames) },
    outline: joined(before.outline, outline),
    lines: joined(before.lines, lines),
  };
}
