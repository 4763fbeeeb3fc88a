// Which ways in are shown, to whom, and which of them lies in the light.

import { untrack } from "svelte";
import type { PathList, PathRow, SeatId } from "../../generated";
import type { Route } from "../map/paint/frame";
import { resource } from "../../state/resource.svelte";
import { session } from "../../state/session.svelte";
import { reachable } from "../lens/jump";
import type { MapState } from "../map/map.svelte";

const NOBODY: PathList = { target: "" as SeatId, target_name: "", paths: [], none_text: null };

export function routeOf(path: PathRow): Route {
  return { seats: path.steps.map((step) => step.seat), edges: new Set(path.edges) };
}

export class PathState {
  #target = $state<SeatId | null>(null);
  #chosen = $state(0);
  #pointed = $state<number | null>(null);
  /** On their own, so that a map loaded again with the same ones does not ask for the ways once more. */
  #decision = $derived.by(() => this.map.decision);
  #day = $derived.by(() => this.map.asOf);
  #source = $state.raw<{ readonly value: PathList | null; readonly error: unknown; again(): Promise<void> } | null>(null);

  /** To be made while a component starts: it loads by itself. */
  constructor(readonly map: MapState) {
    this.#source = resource(["people", "map", "court", "staff"], () => {
      const [target, decision, as_of] = [this.#target, this.#decision, this.#day];
      void session.context;
      return target === null ? Promise.resolve(NOBODY) : session.call("get_paths", { account: map.account, decision, target, as_of });
    });
    // A day on which the target was not there, or an undo that took it away.
    $effect(() => {
      const gone = this.#target !== null && map.preview === null && map.view !== null && !reachable(map, this.#target);
      if (gone) untrack(() => this.close());
    });
    $effect(() => {
      const path = this.lit;
      map.route = path === null ? null : routeOf(path);
    });
  }

  get target(): SeatId | null {
    return this.#target;
  }

  /** `null` while the ways are on their way. */
  get list(): PathList | null {
    const list = this.#source?.value ?? null;
    return list?.target === this.#target ? list : null;
  }

  get error(): unknown {
    return this.#source?.error ?? null;
  }

  again(): Promise<void> {
    return this.#source?.again() ?? Promise.resolve();
  }

  get chosen(): number {
    return this.#chosen;
  }

  set chosen(at: number) {
    this.#chosen = at;
  }

  /** The way under the pointer is shown instead of the chosen one. */
  point(at: number | null): void {
    this.#pointed = at;
  }

  get lit(): PathRow | null {
    return this.#target === null ? null : (this.list?.paths[this.#pointed ?? this.#chosen] ?? null);
  }

  show(seat: SeatId): void {
    this.#target = seat;
    this.#chosen = 0;
    this.#pointed = null;
  }

  close(): void {
    this.#target = null;
  }
}
