// Where a card that is being written stands until the layout gives it its place: as near as can be guessed.

import type { Rect } from "../../../generated";

/** How the new card relates to the one it is written from. */
export type DraftKind = "report" | "peer" | "boss" | "first" | "rename";

/** Gaps of the layout between cards (`layout::GAP_X`, `layout::GAP_Y`). */
const [GAP_X, GAP_Y] = [32, 52];

/** The place beside, above or beneath `anchor`; a report stands after the reports there are. */
export function draftPlace(kind: DraftKind, anchor: Rect, reports: readonly Rect[]): Rect {
  if (kind === "peer") return { ...anchor, x: anchor.x + anchor.w + GAP_X };
  if (kind === "boss") return { ...anchor, y: anchor.y - anchor.h - GAP_Y };
  if (kind !== "report") return anchor;
  const last = reports.reduce<Rect | null>((far, one) => (far === null || one.x > far.x || (one.x === far.x && one.y > far.y) ? one : far), null);
  return last === null ? { ...anchor, y: anchor.y + anchor.h + GAP_Y } : { ...anchor, x: last.x + anchor.w + GAP_X, y: last.y };
}

/** How large the card being written is drawn at a zoom: never smaller than its text can be read. */
export function editorScale(k: number): number {
  return Math.max(1, Math.min(k, 1.5));
}

/** The room it takes at its place, world units. */
export function editorRect(place: Rect, k: number): Rect {
  const share = editorScale(k) / k;
  return { ...place, w: place.w * share, h: place.h * share };
}
