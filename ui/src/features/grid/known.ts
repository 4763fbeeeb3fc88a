// Whom and what a grid knows besides its own rows, for the suggestions beneath a cell.

import type { Found } from "../../generated";
import type { MapState } from "../map/map.svelte";
import { findRows } from "../map/model/find";
import type { Option } from "./model/suggest.svelte";

export interface GridKnown {
  /** People who may be named as a superior. */
  people(text: string): Option<string>[];
  /** What a match of the core means here; `null`: the core is not asked. */
  take: ((hit: Found) => Option<string> | null) | null;
  units: readonly string[];
}

export const option = (label: string, note: string, key = label): Option<string> => ({ key, label, note, value: label });

/** An account that is not there yet: nobody but the rows. */
export const NOBODY: GridKnown = { people: () => [], take: null, units: [] };

export function mapKnown(map: MapState): GridKnown {
  return {
    people: (text) => findRows(map.view?.outline ?? [], text).map((hit) => option(hit.name, hit.post)),
    take: (hit) => (hit.seat !== null && map.rowOf(hit.seat) !== null ? option(hit.title, map.rowOf(hit.seat)?.post ?? "") : null),
    units: (map.view?.units ?? []).map((one) => one.name),
  };
}
