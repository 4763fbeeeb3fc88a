// Which request each scene came from, so that the cards of a large map can be asked for the same way, and the next map as a difference.

import type { CardList, GetMap, MapView, Scene } from "../../generated";
import { session } from "../../state/session.svelte";
import { merged } from "./model/joined";
import type { Lacking } from "./paint/parts";

export class Asked {
  readonly #requests = new WeakMap<Scene, GetMap>();
  /** The map that came last, and what it was asked with. */
  #last: { asked: string; view: MapView } | null = null;

  async map(request: GetMap): Promise<MapView> {
    const asked = JSON.stringify([request, session.context]);
    const known = this.#last?.asked === asked ? this.#last.view : null;
    const view = known === null ? await session.call("get_map", request) : merged(known, await session.call("get_map_change", { map: request, since: known.drawing }));
    this.#requests.set(view.scene, request);
    this.#last = { asked, view };
    return view;
  }

  /** The parts of a large map that its scene came without. */
  async partsOf(scene: Scene, lacking: Lacking): Promise<CardList> {
    const map = this.#requests.get(scene);
    return map === undefined ? { cards: [], lines: [], ways: [] } : session.call("get_cards", { map, ...lacking });
  }
}
