// What the palette can do on the map that is open.

import Pencil from "@lucide/svelte/icons/square-pen";
import type { Command } from "../../shell/commands";
import type { MapState } from "../map.svelte";
import { groundActions, seatActions } from "./actions";

export function mapCommands(map: MapState): Command[] {
  const chosen = map.selected === null ? [] : seatActions(map);
  const actions = [...chosen, ...groundActions(map)].flat().filter((one) => one.harmless || !map.readOnly);
  return actions.map((one) => ({ id: `map-${one.id}`, label: one.label, icon: Pencil, keys: one.keys, run: one.run }));
}
