// What exactly is written: which map, for whom, in which format, how large.

import type { DisplayMode, MapFormat, Scene, ViewRow, WriteMap } from "../../generated";
import { session } from "../../state/session.svelte";
import type { MapState } from "../map/map.svelte";

export const FORMATS: readonly MapFormat[] = ["pdf", "pptx", "png", "svg"];

/** Pixels per world unit of a picture. */
export const SCALES = [1, 2, 3, 4] as const;
/** A longer side than this is too large for the programs pictures end up in. */
export const LONGEST = { least: 200, most: 16_000 } as const;

export interface Wanted {
  mode: DisplayMode;
  format: MapFormat;
  /** Pixels per world unit; used for pictures only. */
  scale: number;
  row: ViewRow | null;
}

/** The scale that makes the longest side this many pixels; `null`: not within what can be written. */
export function scaleFor(scene: Pick<Scene, "width" | "height">, longest: number): number | null {
  if (!Number.isFinite(longest) || longest < LONGEST.least || longest > LONGEST.most) return null;
  return longest / Math.max(1, scene.width, scene.height);
}

/** The map as shown, or as a saved view keeps it. */
export function writeRequest(map: MapState, { mode, format, scale, row }: Wanted): WriteMap {
  const look = row === null
    ? { decision: map.decision, lens: map.lens, as_of: map.asOf, compare: map.compare, folded: [...map.folded], focus: map.focus, filter: [...map.filter] }
    : { decision: row.decision, lens: row.lens, as_of: row.as_of ?? session.today, compare: row.compare, folded: row.folded, focus: row.focus, filter: row.filter };
  return { account: map.account, ...look, view: row?.view ?? null, mode, format, scale: format === "png" ? scale : null };
}
