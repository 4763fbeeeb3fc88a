// The figures above a map while a drill goes on: what remains of them. Without one nothing is asked.
import type { MapFigures } from "../../generated";
import { resource } from "../../state/resource.svelte";
import { session } from "../../state/session.svelte";
import type { MapState } from "../map/map.svelte";
import { drill } from "./drill.svelte";

/** To be called while a component starts. `null`: no drill, or the answer is not here yet. */
export function figuresLeft(map: MapState): { readonly value: MapFigures | null } {
  const loaded = resource(["accounts", "people", "map", "court", "visits", "matters", "staff"], async () => {
    const without = drill.leaving;
    return without === null ? null : await session.call("get_figures_without", { account: map.account, decision: map.decision, without, as_of: map.asOf });
  });
  return {
    get value() {
      return drill.running ? loaded.value : null;
    },
  };
}
